"""Spans that mean nothing yet although their label has values: counted, and gone to one by one.

A value that is only proposed counts: it can be seen and confirmed where it stands.
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
from annotator.gui.widgets.state_bar import StateBar


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
    """Leads to spans without a value, also back to those of the article that was finished last."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        select: Callable[[str], None],
        state_bar: StateBar,
    ) -> None:
        """Let ``select`` select the span of an id and bring it into view."""
        super().__init__(view)
        self._session = session
        self._view = view
        self._select = select
        self._state_bar = state_bar
        self._finished: Article | None = None
        self._count = 0
        """How many are left in it."""
        state_bar.missing_requested.connect(self._go_back)
        session.layer_changed.connect(self._follow)
        session.layer_replaced.connect(self._follow_layer)
        session.labels_changed.connect(self._count_anew)
        session.articles_changed.connect(self._follow_articles)

    def take_over(self, before: "MissingValues") -> None:
        """Lead back to the article to which those before it did."""
        self._finished, self._count = before._finished, before._count
        self._show()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"next_missing": self.step}

    def step(self) -> None:
        """Select the next span without a value, from the top again behind the last one."""
        layer = self._session.layer
        if layer is None:
            return
        missing = without_value(layer.spans, self._session.labels)
        if not missing:
            self._state_bar.tell(self.tr("No span here is without a value."))
            return
        selected = layer.span(self._view.selected_span() or "")
        if selected is not None:
            following = (span for span in missing if span.order > selected.order)
        else:
            following = (span for span in missing if span.start >= self._view.caret())
        self._select(next(following, missing[0]).id)
        self._view.setFocus()

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

    def _go_back(self) -> None:
        finished, at_hand = self._finished, self._session.article
        if finished is None or at_hand is None:
            return
        if at_hand.id == finished.id or self._session.show_article(finished.name):
            self.step()
