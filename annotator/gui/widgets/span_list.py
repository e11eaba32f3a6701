"""The spans of the article at hand, in the order of the text."""

from bisect import bisect_left
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.edits import Change
from annotator.core.labels import LabelSet
from annotator.core.model import Layer, Span
from annotator.gui.hints import paint_hint
from annotator.gui.theme import theme_of

AnyIndex = QModelIndex | QPersistentModelIndex
_FEW = 20
"""Up to so many rows are moved one by one; for more the list is made anew."""
_SPAN_ROLE = Qt.ItemDataRole.UserRole


class SpanListModel(QAbstractListModel):
    """The spans of one layer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self.labels: LabelSet | None = None
        self.language = "en"

    def show(self, layer: Layer | None) -> None:
        """List the spans of ``layer``."""
        self.beginResetModel()
        self._spans = layer.spans if layer else ()
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
        if self._spans != layer.spans:
            self.show(layer)

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
        span = self._spans[index.row()]
        if role == _SPAN_ROLE:
            return span
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(span.quote.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return span.note or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            unsure = self.tr("not sure") if span.unsure else ""
            return ", ".join(filter(None, (self.shown_label(span), span.quote, unsure, span.note)))
        return None


class SpanDelegate(QStyledItemDelegate):
    """Draws a span: a chip with its label, its quote, and signs for doubt and notes."""

    _MARGIN = 6

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.initStyleOption(option, index)
        quote, option.text = option.text, ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        span, model = index.data(_SPAN_ROLE), index.model()
        if not isinstance(span, Span) or not isinstance(model, SpanListModel):
            return
        painter.save()
        inner = option.rect.adjusted(self._MARGIN, 3, -self._MARGIN, -3)
        chip_text = model.shown_label(span)
        width = option.fontMetrics.horizontalAdvance(chip_text) + 10
        chip = inner.adjusted(0, 0, width - inner.width(), 0)
        colours = theme_of(option.palette).unknown
        if model.labels and span.label in model.labels:
            colours = theme_of(option.palette).label(model.labels[span.label].colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.line)
        visual_chip = QStyle.visualRect(option.direction, inner, chip)
        painter.drawRoundedRect(visual_chip, 3, 3)
        painter.setPen(colours.on_chip)
        painter.drawText(visual_chip, Qt.AlignmentFlag.AlignCenter, chip_text)
        text = QStyle.visualRect(option.direction, inner, inner.adjusted(width + 8, 0, 0, 0))
        painter.setPen(self._text_colour(option))
        signs = ("? " if span.unsure else "") + ("✎ " if span.note else "")
        room = text.width() - option.fontMetrics.horizontalAdvance(signs)
        shown = signs + option.fontMetrics.elidedText(quote, Qt.TextElideMode.ElideRight, room)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            text, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(80, option.fontMetrics.lineSpacing() + 10)

    @staticmethod
    def _text_colour(option: QStyleOptionViewItem) -> QColor:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        return option.palette.color(role)


class _View(QTreeView):
    """The list itself; says what to do while it is empty; Esc and Enter leave it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            paint_hint(self, self.tr("No spans yet. Select words, then press a label's key."))


class SpanList(QWidget):
    """All spans of the layer at hand; choosing one selects it in the text."""

    span_requested = Signal(str)
    """The user wants the span of that id selected."""
    left = Signal()
    """The user wants to be back in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SpanListModel(self)
        self._view = _View(self)
        self._view.setObjectName("spanList")
        self._view.setAccessibleName(self.tr("Spans"))
        self._view.setModel(self._model)
        self._view.setItemDelegate(SpanDelegate(self._view))
        self._view.setUniformRowHeights(True)
        self._view.setRootIsDecorated(False)
        self._view.setHeaderHidden(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 0)
        layout.addWidget(self._view)
        self._following = False
        self._view.selectionModel().currentChanged.connect(self._ask)
        self._view.clicked.connect(self._ask)
        self._view.left.connect(self.left)

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Name the labels in ``language``."""
        self._model.labels, self._model.language = labels, language

    def show_layer(self, layer: Layer | None, selected: str | None) -> None:
        """List the spans of ``layer``."""
        self._following = True
        self._model.show(layer)
        self._following = False
        self.show_selected(selected)

    def show_change(self, layer: Layer, change: Change, selected: str | None) -> None:
        """List what ``change`` put into ``layer``, and no longer what it took out."""
        self._following = True
        if len(change.put) + len(change.removed) <= _FEW:
            self._model.follow(layer, change)
        else:
            self._model.show(layer)
        self._following = False
        self.show_selected(selected)

    def show_selected(self, span_id: str | None) -> None:
        """Mark the span that is selected in the text."""
        self._following = True
        place = self._model.place_of(span_id) if span_id else QModelIndex()
        self._view.setCurrentIndex(place)
        if place.isValid():
            self._view.scrollTo(place)
        self._following = False

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self.span_requested.emit(self._model.span_at(index).id)
