"""Spans that want a look for their values: counted, and gone to one by one.

They mean nothing yet although their label has values, or their dates were confirmed before another
day of publication was told, by which they read otherwise.  A value that is only proposed counts:
it can be seen and confirmed where it stands.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from annotator.core.edits import Change
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Layer, Span, Status
from annotator.core.values import ValueKind
from annotator.gui.session import Session
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.notice import Notice
from annotator.gui.widgets.state_bar import StateBar
from annotator.workflow.acts.publishing import read_by_day


def without_value(spans: Iterable[Span], labels: LabelSet) -> list[Span]:
    """Return those of ``spans`` that have no value and could have one."""
    valued = {label.name for label in labels if label.value is not ValueKind.NONE}
    return [span for span in spans if span.value is None and span.label in valued]


def counted_labels(spans: Sequence[Span], labels: LabelSet, language: str) -> str:
    """Return how many of ``spans`` carry which label, the most frequent first: “date 3, base 1”."""
    return QCoreApplication.translate("Values", ", ").join(
        f"\u2068{labels[name].shown(language)}\u2069 {count}"
        for name, count in Counter(span.label for span in spans).most_common()
    )


class MissingValues(QObject):
    """Leads to spans that want a look, also back to those of the article that was finished last."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        select: Callable[[str], None],
        notice: Notice,
        state_bar: StateBar,
    ) -> None:
        """Let ``select`` select the span of an id and bring it into view."""
        super().__init__(view)
        self._session = session
        self._view = view
        self._select = select
        self._notice = notice
        self._state_bar = state_bar
        self._day = session.article.published if session.article else None
        """When the article at hand was published, as far as was known last."""
        self._overtaken: set[str] = set()
        """Which of its spans read otherwise since that was told, and were not led to yet."""
        self._told = ""
        """What was said of them."""
        self._finished: Article | None = None
        self._count = 0
        """How many are left in it."""
        state_bar.missing_requested.connect(self._goes_back)
        session.article_opened.connect(self._take)
        session.article_changed.connect(self._follow_day)
        session.layer_changed.connect(self._follow)
        session.layer_replaced.connect(self._follow_layer)
        session.labels_changed.connect(self._count_anew)
        session.articles_changed.connect(self._follow_articles)

    def take_over(self, before: "MissingValues") -> None:
        """Lead to the spans and back to the article to which those before it did."""
        self._finished, self._count = before._finished, before._count
        self._overtaken, self._told = before._overtaken, before._told
        self._show()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"next_missing": self.step}

    def step(self) -> None:
        """Select the next span that wants a look, from the top again behind the last one.

        Where none is left, go on in the article that was finished last.
        """
        layer = self._session.layer
        if layer is None:
            return
        wanting = self._wanting(layer)
        if not wanting:
            if self._is_finished(layer.article_id) or not self._goes_back():
                self._state_bar.tell(self.tr("No span here is without a value."))
            return
        selected = layer.span(self._view.selected_span() or "")
        if selected is not None:
            following = (span for span in wanting if span.order > selected.order)
        else:
            following = (span for span in wanting if span.start >= self._view.caret())
        span = next(following, wanting[0])
        self._select(span.id)
        self._view.setFocus()
        self._overtaken.discard(span.id)
        if not self._overtaken:
            self._stop_telling()

    def _wanting(self, layer: Layer) -> list[Span]:
        """Return the spans without a value, and those whose dates were overtaken, in order."""
        missing = {span.id for span in without_value(layer.spans, self._session.labels)}
        return [
            span
            for span in layer.spans
            if span.id in missing or (span.id in self._overtaken and self._reads_otherwise(span))
        ]

    # -- dates that another day of publication has overtaken

    def _take(self, article: Article | None) -> None:
        self._day = article.published if article else None
        self._overtaken = set()
        self._stop_telling()

    def _follow_day(self, article: Article) -> None:
        """Say how many dates read otherwise by the day that is told now: they stay as they are."""
        layer = self._session.layer
        if article.published == self._day or layer is None:
            return
        self._take(article)
        self._overtaken = {span.id for span in layer if self._reads_otherwise(span)}
        if self._overtaken:
            self._told = self.tr(
                "%n confirmed date(s) read otherwise by this day; Shift+F2 leads to them.",
                "",
                len(self._overtaken),
            )
            self._notice.say(self._told)

    def _reads_otherwise(self, span: Span) -> bool:
        article = self._session.article
        return article is not None and bool(read_by_day(article, span, self._session.labels))

    def _stop_telling(self) -> None:
        """Say no more of dates that all were led to, or of an article that is left."""
        if self._told and self._notice.sentence() == self._told:
            self._notice.dismiss()
        self._told = ""

    # -- the article that was finished last

    def _follow(self, layer: Layer, change: Change) -> None:
        """Follow an act at the cost of what it changed: an article may have many spans."""
        if change.before.status is not Status.FINISHED is change.after.status:
            self._finished = self._session.article
            self._follow_layer(layer)
        elif self._is_finished(layer.article_id):
            # Whoever mends a value takes the article up again, and still wants the others.
            if change.before.status is Status.FINISHED is not change.after.status and not (
                change.removed or change.put
            ):
                self._finished = None
            labels = self._session.labels
            self._count += len(without_value(change.put, labels))
            self._count -= len(without_value(change.removed, labels))
            self._show()

    def _follow_layer(self, layer: Layer) -> None:
        if self._is_finished(layer.article_id):
            self._count = len(without_value(layer.spans, self._session.labels))
            self._show()

    def _follow_articles(self) -> None:
        finished = self._finished
        if finished is not None and self._session.catalogue.number_of(finished.id) is None:
            self._finished = None
            self._show()

    def _count_anew(self) -> None:
        """Count by other labels; the article need not be at hand."""
        if self._finished is not None:
            layer = self._session.catalogue.own_layer(self._finished.id)
            if layer is not None:
                self._follow_layer(layer)

    def _is_finished(self, article_id: str) -> bool:
        return self._finished is not None and self._finished.id == article_id

    def _show(self) -> None:
        finished = self._finished
        if finished is None:
            self._state_bar.show_missing(0, "")
        else:
            self._state_bar.show_missing(self._count, finished.title)

    def _goes_back(self) -> bool:
        """Go on in the article that was finished last; false if nothing is left there."""
        finished, at_hand = self._finished, self._session.article
        if finished is None or at_hand is None or not self._count:
            return False
        if at_hand.id == finished.id or self._session.show_article(finished.name):
            self.step()
        return True
