"""Spans that mean nothing yet although their label has values: counted, and gone to one by one.

A value that is only proposed counts: it can be seen and confirmed where it stands.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from annotator.core.edits import Change
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Layer, Span, Status
from annotator.core.values import ValueKind
from annotator.gui.session import Session
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.state_bar import StateBar


def without_value(layer: Layer, labels: LabelSet) -> list[Span]:
    """Return the spans of ``layer`` that have no value and could have one."""
    valued = {label.name for label in labels if label.value is not ValueKind.NONE}
    return [span for span in layer.spans if span.value is None and span.label in valued]


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
        state_bar.missing_requested.connect(self._go_back)
        session.layer_changed.connect(self._follow)
        session.layer_replaced.connect(self._count)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"next_missing": self.step}

    def step(self) -> None:
        """Select the next span without a value, from the top again behind the last one."""
        layer = self._session.layer
        if layer is None:
            return
        missing = without_value(layer, self._session.labels)
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

    def _follow(self, layer: Layer, change: Change) -> None:
        if change.before.status is not Status.FINISHED is change.after.status:
            self._finished = self._session.article
        self._count(layer)

    def _count(self, layer: Layer) -> None:
        """Show how many are left in the article that was finished last."""
        finished = self._finished
        if finished is not None and finished.id == layer.article_id:
            count = len(without_value(layer, self._session.labels))
            self._state_bar.show_missing(count, finished.title)

    def _go_back(self) -> None:
        finished, at_hand = self._finished, self._session.article
        if finished is None or at_hand is None:
            return
        if at_hand.id == finished.id or self._session.show_article(finished.name):
            self.step()
