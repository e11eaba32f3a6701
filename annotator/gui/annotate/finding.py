"""Finding words in the article at hand: the hits, which one is the current, and the find bar."""

from bisect import bisect_left

from PySide6.QtCore import QObject

from annotator.arabic import ARABIC
from annotator.core.finding import Wanted
from annotator.core.model import Article
from annotator.core.pattern_mistakes import InvalidPattern
from annotator.core.query import wanted_words
from annotator.gui.language import error_text
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.find_bar import FindBar

Stretch = tuple[int, int]


class Finding:
    """Where some words stand in a text, however they are spelled.

    Stretches count code points, end exclusive.
    """

    def __init__(self, text: str) -> None:
        self._folded = ARABIC.fold_with_index(text)
        self.hits: list[Stretch] = []
        self.current: int | None = None

    @property
    def current_hit(self) -> Stretch | None:
        """The hit that the user is at."""
        return None if self.current is None else self.hits[self.current]

    def look_for(self, wanted: Wanted) -> None:
        """Find what is ``wanted``; none of the hits is the current.

        Raises:
            InvalidPattern: if it is a pattern with which nothing can be found.
        """
        self.hits, self.current = [], None
        self.hits = wanted.hits(self._folded, ARABIC)

    def look_for_each(self, words: str) -> None:
        """Find each of ``words`` wherever it stands; none of the hits is the current."""
        needles = wanted_words(ARABIC.fold(words))
        self.hits = sorted({hit for needle in needles for hit in self._folded.find_all(needle)})
        self.current = None

    def step(self, step: int, place: int) -> Stretch | None:
        """Go to the next or previous hit, at first to the one next to ``place``; round the end."""
        if not self.hits:
            return None
        if self.current is None:
            after = bisect_left(self.hits, (place, 0))
            self.current = (after if step > 0 else after - 1) % len(self.hits)
        else:
            self.current = (self.current + step) % len(self.hits)
        return self.hits[self.current]


class Finder(QObject):
    """Lets the find bar and the article view work together on one article."""

    def __init__(self, view: ArticleView, bar: FindBar) -> None:
        super().__init__(bar)
        self._view = view
        self._bar = bar
        self._article: Article | None = None
        self._finding: Finding | None = None
        view.hit_requested.connect(self._step)
        view.hits_closed.connect(bar.close_bar)
        bar.wanted_changed.connect(self._look_for)
        bar.step_requested.connect(self._step_from_bar)
        bar.closed.connect(self._stop)

    def take(self, article: Article | None) -> None:
        """Find in ``article`` from now on; the bar closes."""
        self._article = article
        self._bar.close_bar()
        self._finding = None

    def show_words(self, words: str) -> None:
        """Show where each of the words stands that the list was searched for; go to the first."""
        if self._article is None:
            return
        self._bar.show_words(words)
        self._finding = Finding(self._article.text)
        self._finding.look_for_each(words)
        if self._finding.hits:
            self._finding.current = 0
            self._view.show_place(self._finding.hits[0][0])
        self._show()

    def take_over(self, other: "Finder") -> None:
        """Go on with what was found of the same article, if anything was looked for."""
        if other._finding is None:
            return
        self._bar.show_words(other._bar.words())
        self._finding = other._finding
        if self._finding.hits:
            self._show()
        else:
            self._look_for(Wanted(self._bar.words(), self._bar.mode()))

    def _look_for(self, wanted: Wanted) -> None:
        if self._article is None:
            return
        if self._finding is None:
            self._finding = Finding(self._article.text)
        try:
            self._finding.look_for(wanted)
        except InvalidPattern as error:
            self._show()
            self._bar.show_failure(error_text(error))
        else:
            self._show()

    def _step(self, step: int) -> None:
        """Go to the next or previous hit, which becomes the selection."""
        hit = self._finding.step(step, self._view.caret()) if self._finding else None
        if hit:
            self._view.select(*hit)
            self._view.show_place(hit[0])
            self._show()

    def _step_from_bar(self, step: int) -> None:
        if self._finding and self._finding.hits:
            self._view.setFocus()  # first, for a kept label goes on what is selected there
        self._step(step)

    def _show(self) -> None:
        if self._finding:
            self._view.show_hits(self._finding.hits, self._finding.current_hit)
            self._bar.show_count(self._finding.current, len(self._finding.hits))

    def _stop(self) -> None:
        self._finding = None
        self._view.show_hits(())
        self._view.setFocus()
