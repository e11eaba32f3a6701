"""What the list of spans is made of: the spans of one layer, and which of them are ticked."""

from bisect import bisect_left
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from annotator.core.edits import Change
from annotator.core.labels import LabelSet
from annotator.core.model import Layer, Span
from annotator.gui.text.tips import span_tip, told_value
from annotator.gui.wording.value_text import Meant, as_meant, as_stored

AnyIndex = QModelIndex | QPersistentModelIndex
TICK_ROLE = Qt.ItemDataRole.CheckStateRole
SPAN_ROLE = Qt.ItemDataRole.UserRole


class SpanListModel(QAbstractListModel):
    """The spans of one layer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self._ticked: set[str] = set()
        self.labels: LabelSet | None = None
        self.language = "en"
        self.meant: Meant = as_stored
        """What values mean by now."""

    def show(self, layer: Layer | None) -> None:
        """List the spans of ``layer``."""
        self.beginResetModel()
        self._spans = layer.spans if layer else ()
        if self._ticked:
            self._ticked &= {span.id for span in self._spans}
        self.endResetModel()

    def follow(self, layer: Layer, change: Change) -> None:
        """List the spans of ``layer`` after ``change``: only the rows that it touched."""
        rows = list(self._spans)
        for span in change.removed:
            at = next((row for row, other in enumerate(rows) if other.id == span.id), None)
            if at is not None:
                self.beginRemoveRows(QModelIndex(), at, at)
                del rows[at]
                self._spans = tuple(rows)
                self.endRemoveRows()
        for span in change.put:
            at = bisect_left(rows, span.order, key=lambda other: other.order)
            self.beginInsertRows(QModelIndex(), at, at)
            rows.insert(at, span)
            self._spans = tuple(rows)
            self.endInsertRows()
        self._ticked -= {span.id for span in change.removed} - {span.id for span in change.put}
        if self._spans != layer.spans:
            self.show(layer)

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the ticked spans, in the order of the text."""
        return tuple(span.id for span in self._spans if span.id in self._ticked)

    def tick_all(self, ticked: bool) -> None:
        """Tick every span, or none."""
        self._ticked = {span.id for span in self._spans} if ticked else set()
        if self._spans:
            last = self.index(len(self._spans) - 1)
            self.dataChanged.emit(self.index(0), last, [TICK_ROLE])

    def place_of(self, span_id: str) -> QModelIndex:
        """Return where that span stands; an invalid index if it is not listed."""
        places = (place for place, span in enumerate(self._spans) if span.id == span_id)
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place)

    def span_at(self, index: AnyIndex) -> Span:
        """Return the span that stands there."""
        return self._spans[index.row()]

    def shown_label(self, span: Span) -> str:
        """Return the name of a span's label for people."""
        if self.labels and span.label in self.labels:
            return self.labels[span.label].shown(self.language)
        return span.label

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._spans)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the column for screen readers; nobody sees it."""
        named = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.tr("Spans") if named else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        span = as_meant(self._spans[index.row()], self.meant)
        if role == SPAN_ROLE:
            return span
        if role == TICK_ROLE:
            return Qt.CheckState.Checked if span.id in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(span.quote.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return span_tip(span, self.shown_label(span))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            unsure = self.tr("not sure") if span.unsure else ""
            value = told_value(span)
            told = (self.shown_label(span), span.quote, value, unsure, span.note)
            return ", ".join(filter(None, told))
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a span or take the tick away; nothing else can be changed here."""
        if role != TICK_ROLE or not index.isValid():
            return False
        span_id = self._spans[index.row()].id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(span_id)
        else:
            self._ticked.discard(span_id)
        self.dataChanged.emit(index, index, [role])
        return True
