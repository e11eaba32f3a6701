"""The spans of the article at hand, in the order of the text.

Of the keys that are commands in the text, Del and those of labels mean the ticked spans here, or
the one at hand where none is ticked.
"""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
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
from annotator.gui.fields.hints import paint_hint
from annotator.gui.keys import command_character, has_command_key
from annotator.gui.rows.span_rows import SPAN_ROLE, TICK_ROLE, AnyIndex, SpanListModel
from annotator.gui.theme import theme_of
from annotator.gui.wording.value_text import (
    Meant,
    fitting_value,
    says_the_same,
    without_cut_number,
    without_unit,
)

_FEW = 20
"""Up to so many rows are moved one by one; for more the list is made anew."""
_BOX = QStyle.SubElement.SE_ItemViewItemCheckIndicator
_SOME_LETTERS = 4
"""So much of a quote stays beside a value that needs all other room."""


class SpanDelegate(QStyledItemDelegate):
    """Draws a span: its tick box, a chip with its label, its quote, signs for doubt and notes."""

    _MARGIN = 6

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.initStyleOption(option, index)
        quote, option.text = option.text, ""
        widget = option.widget
        box = widget.style().subElementRect(_BOX, option, widget)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        span, model = index.data(SPAN_ROLE), index.model()
        if not isinstance(span, Span) or not isinstance(model, SpanListModel):
            return
        painter.save()
        self._paint_box(painter, option, box)
        inner = QStyle.visualRect(
            option.direction,
            option.rect,
            option.rect.adjusted(box.width() + 2 * self._MARGIN, 3, -self._MARGIN, -3),
        )
        chip_text = model.shown_label(span)
        width = option.fontMetrics.horizontalAdvance(chip_text) + 10
        chip = inner.adjusted(0, 0, width - inner.width(), 0)
        colours = theme_of(option.palette).unknown
        if model.labels and span.label in model.labels:
            colours = theme_of(option.palette).label(model.labels[span.label].colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        # A chip may have the very colour of the chosen row.
        painter.setPen(self._text_colour(option) if is_chosen else Qt.PenStyle.NoPen)
        painter.setBrush(colours.line)
        visual_chip = QStyle.visualRect(option.direction, inner, chip)
        painter.drawRoundedRect(visual_chip, 3, 3)
        painter.setPen(colours.on_chip)
        painter.drawText(visual_chip, Qt.AlignmentFlag.AlignCenter, chip_text)
        text = QStyle.visualRect(option.direction, inner, inner.adjusted(width + 8, 0, 0, 0))
        painter.setPen(self._text_colour(option))
        signs = ("? " if span.unsure else "") + ("✎ " if span.note else "")
        free = text.width() - option.fontMetrics.horizontalAdvance(signs)
        value, room = self._value(option, span, quote, free)
        shown = signs + _elided(option, quote, room)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        sides = [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight]
        self._draw(painter, text, sides[right], shown)
        if not is_chosen:
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        if value and span.proposed:
            self._frame(painter, option, text, value, on_left=right)
        self._draw(painter, text, sides[not right], value)
        painter.restore()

    @staticmethod
    def _frame(
        painter: QPainter, option: QStyleOptionViewItem, room: QRect, value: str, *, on_left: bool
    ) -> None:
        """Frame a value that is only proposed with dashes, as in the details."""
        frame = QRect(room)
        frame.setWidth(option.fontMetrics.horizontalAdvance(value))
        if not on_left:
            frame.moveRight(room.right())
        painter.save()
        painter.setPen(QPen(painter.pen().color(), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.adjusted(-3, 1, 3, -1), 3, 3)
        painter.restore()

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        """Paint the tick box; that of some styles cannot be seen on a dark list."""
        colour = self._text_colour(option)
        square = QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.2))
        painter.setOpacity(1.0 if option.checkState == Qt.CheckState.Checked else 0.45)
        painter.drawRoundedRect(square, 2, 2)
        if option.checkState == Qt.CheckState.Checked:
            painter.setPen(QPen(colour, 2))
            x, y, size = square.x(), square.y(), square.width()
            painter.drawPolyline(
                [
                    QPointF(x + size * across, y + size * down)
                    for across, down in ((0.2, 0.5), (0.42, 0.74), (0.82, 0.24))
                ]
            )
        painter.restore()

    @staticmethod
    def _draw(painter: QPainter, rect: QRect, side: Qt.AlignmentFlag, text: str) -> None:
        where = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, where, text)

    @staticmethod
    def _value(option: QStyleOptionViewItem, span: Span, quote: str, free: int) -> tuple[str, int]:
        """Return the value as it fits beside the quote, and the room that this leaves the quote.

        A value takes what the quote leaves, at least a half; one of which no part can be shown
        takes more, down to the beginning of the quote.  One that says the same as the quote is not
        said again.
        """
        if span.value is None:
            return "", free
        metrics = option.fontMetrics
        gap = metrics.horizontalAdvance("  ")
        whole = metrics.horizontalAdvance(quote)
        room = max(free - whole, free // 2) - gap
        most = max(room, free - min(whole, metrics.averageCharWidth() * _SOME_LETTERS) - gap)
        said = fitting_value(span.value, lambda text: metrics.horizontalAdvance(text) <= room)
        if said == "…":
            room, bare = most, without_unit(span.value)
            said = fitting_value(bare, lambda text: metrics.horizontalAdvance(text) <= most)
        is_same = says_the_same(span.value, quote)
        value = "=" if is_same else _elided(option, said, room)
        return value, free - metrics.horizontalAdvance(value) - gap

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Tick a span with the mouse or the space bar, or take the tick away.

        Qt would do so for items with a flag for it, but asks for the flags of every row whenever
        one changes: thousands of calls into Python for each mark.
        """
        if not self._is_for_box(event, option, index):
            return super().editorEvent(event, model, option, index)
        if event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.KeyPress):
            is_ticked = index.data(TICK_ROLE) == Qt.CheckState.Checked
            ticked = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
            model.setData(index, ticked, TICK_ROLE)
        return True

    def _is_for_box(self, event: QEvent, option: QStyleOptionViewItem, index: AnyIndex) -> bool:
        if isinstance(event, QKeyEvent):
            return event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        self.initStyleOption(option, index)
        box = option.widget.style().subElementRect(_BOX, option, option.widget)
        return box.contains(event.position().toPoint())

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(80, option.fontMetrics.lineSpacing() + 10)

    @staticmethod
    def _text_colour(option: QStyleOptionViewItem) -> QColor:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        return option.palette.color(role)


def _elided(option: QStyleOptionViewItem, text: str, room: int) -> str:
    """Return ``text`` as it fits, never with a part of a number: that would be another one."""
    shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return without_cut_number(shown, text)


class _View(QTreeView):
    """The list itself; says what to do while it is empty; Enter leaves it, and so does Esc."""

    left = Signal()
    label_pressed = Signal(str)
    """The key of the label of that name was pressed."""
    remove_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, model = event.key(), self.model()
        assert isinstance(model, SpanListModel)
        label = self._label_of(event, model)
        if label is not None:
            self.label_pressed.emit(label)
        elif key == Qt.Key.Key_Delete:
            if not event.isAutoRepeat():  # else one span after the other would go
                self.remove_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            model.tick_all(len(model.ticked()) < model.rowCount())
        elif key == Qt.Key.Key_Escape and model.ticked():
            model.tick_all(False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _label_of(event: QKeyEvent, model: SpanListModel) -> str | None:
        labels = model.labels
        if labels is None or has_command_key(event):
            return None
        label = labels.by_key(command_character(event, {one.key for one in labels}) or "")
        return label.name if label else None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            paint_hint(self, self.tr("No spans yet. Select words, then press a label's key."))


class SpanList(QWidget):
    """All spans of the layer at hand; choosing one selects it in the text."""

    span_requested = Signal(str)
    """The user wants the span of that id selected."""
    context_menu_requested = Signal(QPoint, object)
    """Where on the screen, and the id of the span there."""
    left = Signal()
    """The user wants to be back in the text."""
    relabel_requested = Signal(object, str)
    """The user wants the spans of these ids to say another label."""
    remove_requested = Signal(object)
    """The user wants the spans of these ids taken out."""

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
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 0)
        layout.addWidget(self._view)
        self._following = False
        self._view.selectionModel().currentChanged.connect(self._ask)
        self._view.clicked.connect(self._ask)
        self._view.left.connect(self.left)
        self._view.customContextMenuRequested.connect(self._ask_menu)
        self._view.label_pressed.connect(self._relabel)
        self._view.remove_pressed.connect(self._remove)

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Name the labels in ``language``."""
        self._model.labels, self._model.language = labels, language

    def set_meant(self, meant: Meant) -> None:
        """Ask ``meant`` what values mean by now."""
        self._model.meant = meant

    def show_anew(self) -> None:
        """Show what the values mean by now."""
        self._view.viewport().update()

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

    def _ask_menu(self, place: QPoint) -> None:
        index = self._view.indexAt(place)
        if index.isValid():
            where = self._view.viewport().mapToGlobal(place)
            self.context_menu_requested.emit(where, self._model.span_at(index).id)

    def _relabel(self, label: str) -> None:
        if meant := self._meant():
            self.relabel_requested.emit(meant, label)

    def _remove(self) -> None:
        row = self._view.currentIndex().row()
        if meant := self._meant():
            self.remove_requested.emit(meant)
        if row >= 0 and not self._view.currentIndex().isValid():
            # The next one is at hand, so that the keyboard can go on from here.
            self._view.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1)))

    def _meant(self) -> tuple[str, ...]:
        """Return the ids of the spans that a key acts on."""
        current = self._view.currentIndex()
        at_hand = (self._model.span_at(current).id,) if current.isValid() else ()
        return self._model.ticked() or at_hand
