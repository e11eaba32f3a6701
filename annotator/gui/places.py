"""The places to work: Annotate, Review for leads, the Overview; what the menus mean in each."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.core.model import Article
from annotator.core.query import ArticleQuery
from annotator.core.queue import Wanted
from annotator.gui.annotate.workbench import Workbench
from annotator.gui.commands.project_undo import ProjectUndo
from annotator.gui.overview.place import OverviewPlace
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.running.errands import Errands
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.text.page import Page

Slots = Mapping[str, Callable[[], object]]
PlaceBeside = ReviewPlace | OverviewPlace
"""A place beside Annotate."""


class Places(QObject):
    """Switches between the places of one window."""

    told = Signal(str)
    """What became of something that is begun in Review."""
    changed = Signal()
    """Another place is in front, or other things can be done in it."""

    def __init__(
        self,
        stack: QStackedWidget,
        workbench: Workbench,
        session: Session,
        settings: Settings,
        project_undo: ProjectUndo,
        errands: Errands,
    ) -> None:
        super().__init__(workbench)
        self._stack = stack
        self._workbench = workbench
        self._session = session
        self._settings = settings
        self.review: ReviewPlace | None = None
        if session.author.is_lead:
            self.review = ReviewPlace(session, settings, errands, stack)
            self.review.acted.connect(self.changed)
            self.review.told.connect(self.told)
        self.overview: OverviewPlace = OverviewPlace(session, project_undo, errands, stack)
        for place in self._beside():
            stack.addWidget(place)
        self.overview.passage_requested.connect(self._show_passage)
        self.overview.counted_requested.connect(self._show_counted)
        self.overview.articles_requested.connect(self._show_articles)
        self.overview.conflicts_requested.connect(self._show_conflicts)
        self.overview.gold_requested.connect(self._show_gold)
        self.overview.review_requested.connect(self._show_article)
        self.overview.acted.connect(self.changed)
        workbench.articles.offers_review = self.review is not None
        workbench.articles.review_requested.connect(self._review_number)
        workbench.word_bar.look_requested.connect(self.show_mine)
        session.article_opened.connect(self.show_annotate)

    def _beside(self) -> list[PlaceBeside]:
        """Return the places beside Annotate."""
        return [self.overview] if self.review is None else [self.review, self.overview]

    def pages(self) -> list[Page]:
        """Return the pages on which articles are read."""
        views: list[Page] = [self._workbench.view]
        return views if self.review is None else [*views, self.review.view]

    def text_in_front(self) -> QWidget | None:
        """Return where the text is read in the place in front, if one is."""
        if self.is_annotating:
            return self._workbench.view.viewport()
        return self.review.view.viewport() if self.review and self.is_reviewing else None

    @property
    def _in_front(self) -> PlaceBeside | None:
        """The place in front; ``None`` is Annotate."""
        front = self._stack.currentWidget()
        return next((place for place in self._beside() if place is front), None)

    @property
    def is_annotating(self) -> bool:
        """Whether Annotate is in front."""
        return self._in_front is None

    @property
    def is_reviewing(self) -> bool:
        """Whether Review is in front."""
        return self.review is not None and self._in_front is self.review

    def name_beside(self) -> str:
        """Return the name of the place in front; nothing if that is Annotate."""
        if self.is_annotating:
            return ""
        return self.tr("Review") if self.is_reviewing else self.tr("Overview")

    def show_review(self) -> None:
        """Bring Review to the front."""
        if self.review is not None:
            self._show(self.review)

    def review_article(self) -> None:
        """Show the article at hand in Review, be something open in it or not."""
        article = self._session.article
        if article is not None:
            self._review(article.id)

    def _review_number(self, number: int) -> None:
        for row in self._session.catalogue.rows([number]):
            self._review(row.id)

    def _review(self, article_id: str) -> None:
        if self.review is not None and self.review.reviewing.show_article(article_id):
            self.show_review()
            self.review.reviewing.take_focus()

    def show_overview(self) -> None:
        """Bring the Overview to the front."""
        self._show(self.overview)

    def show_mine(self) -> None:
        """Tell how gold differs from what was marked in the article at hand."""
        article = self._session.article
        if article is not None:
            self.overview.show_mine(article.name)
            self.show_overview()

    def _show(self, place: PlaceBeside) -> None:
        if self._in_front is None:
            self._workbench.marking.keep_drafts()
            # What is done beside is no work on the layer of the article in Annotate.
            self._session.stopwatch.keep()
            self._session.stopwatch.take_up(None)
        if self._in_front is not place:
            self._stack.setCurrentWidget(place)
            self.changed.emit()

    def show_annotate(self) -> None:
        """Bring Annotate to the front."""
        if self._in_front is not None:
            article = self._session.article
            self._session.stopwatch.take_up(article.id if article else None)
            self._stack.setCurrentWidget(self._workbench)
            self._workbench.view.setFocus()
            self.changed.emit()

    # -- what the Overview leads to

    def _show_passage(self, article: str, start: int, end: int) -> None:
        if self._session.show_article(article):
            self.show_annotate()
            self._workbench.marking.show_stretch(start, end, None)

    def _show_articles(self, query: ArticleQuery) -> None:
        self.show_annotate()
        self._workbench.articles.ask_for(query)

    def _show_conflicts(self, wanted: Wanted) -> None:
        if self.review is not None:
            self.review.conflicts.ask_for(wanted)
            self.show_review()

    def _show_counted(self, name: str, start: int, end: int) -> None:
        if self.review is not None:
            show = self.review.reviewing.show_counted
            self._show_in_review(name, lambda article_id: show(article_id, start, end))

    def _show_article(self, name: str) -> None:
        if self.review is not None:
            self._show_in_review(name, self.review.reviewing.show_article)

    def _show_in_review(self, name: str, show: Callable[[str], bool]) -> None:
        """Let ``show`` show the article of that name in Review, if it is still there."""
        none: Article | None = None
        articles = self._session.project.articles
        article = self._session.read(lambda: articles.by_name(name), none)
        if self.review is not None and article is not None and show(article.id):
            self.show_review()
            self.review.reviewing.take_focus()

    def _show_gold(self, article_id: str, start: int, end: int) -> None:
        if self.review is not None and self.review.reviewing.show_place(article_id, start, end):
            self.show_review()
            self.review.view.setFocus()

    # -- building and leaving

    def take_over(self, before: "Places") -> None:
        """Go on at what the places showed before."""
        self.overview.take_over(before.overview)
        if self.review is not None and before.review is not None:
            self.review.take_over(before.review)

    def keep_typed(self) -> bool:
        """Keep what is half written in Review; false if some of it cannot be kept."""
        return self.review is None or self.review.reviewing.keep_typed()

    def keep(self) -> None:
        """Keep for another day which place is in front, and what is begun in those beside."""
        place, session = self._in_front, self._session
        name = place.objectName() if place else ""
        self._settings.remember_place(session.project.path, session.author.name, name)
        if self.review is not None:
            self.review.keep()

    def begin(self) -> None:
        """Begin in the place where the author was before, if it is still there for her."""
        session = self._session
        name = self._settings.last_place(session.project.path, session.author.name)
        place = next((place for place in self._beside() if place.objectName() == name), None)
        self._workbench.view.setFocus()
        if place is not None:
            self._show(place)

    def take_focus(self) -> None:
        """Give the keyboard to the place in front."""
        place = self._in_front
        if place is None:
            self._workbench.view.setFocus()
        else:
            place.take_focus()

    def put_away(self) -> None:
        """Take the places beside out of the window, which is built anew or closed."""
        self.show_annotate()
        for place in self._beside():
            place.stop()
            self._stack.removeWidget(place)
            place.setParent(None)
            place.deleteLater()

    # -- the menus

    def slots(self, of_annotate: Slots) -> dict[str, Callable[[], object]]:
        """Return what the menus ask for: in the places beside their own, else ``of_annotate``."""
        slots = dict(of_annotate)
        for place in self._beside():
            for name, there in place.slots().items():
                slots[name] = self._chosen(place, there, slots.get(name))
        if self.review is not None:
            slots |= {
                name: self._after_review(there)
                for name, there in self.review.slots_anywhere().items()
            }
        return slots | {
            "annotate": self.show_annotate,
            "review": self.show_review,
            "overview": self.show_overview,
            "mine": self.show_mine,
            "review_article": self.review_article,
        }

    def _chosen(
        self, place: PlaceBeside, there: Callable[[], object], here: Callable[[], object] | None
    ) -> Callable[[], object]:
        """Return what does ``there`` while ``place`` is in front, else ``here``."""

        def act() -> object:
            if self._in_front is place:
                return there()
            return here() if here is not None else None

        return act

    def _after_review(self, there: Callable[[], object]) -> Callable[[], object]:
        """Return what brings Review to the front and does ``there``."""

        def act() -> object:
            self.show_review()
            return there()

        return act

    def offers(self) -> set[str]:
        """Return what there is to act on in the place in front."""
        place = self._in_front
        return self._workbench.offers() if place is None else place.offers()

    def undo_and_redo(self) -> tuple[int, int] | None:
        """Return how many decisions can be undone and redone; ``None`` where none are taken."""
        if self.review is not None and self.is_reviewing:
            return self.review.reviewing.undo_and_redo()
        return self.overview.undo_and_redo() if self.is_in_overview else None

    @property
    def is_in_overview(self) -> bool:
        """Whether the Overview is in front, where acts on the project are undone, or decisions."""
        return self._in_front is self.overview
