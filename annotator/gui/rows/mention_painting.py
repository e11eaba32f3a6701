"""How a mention is drawn in the list: what stands around it, and the mention in its colours."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui.bidi import is_rtl
from annotator.gui.rows.ground import paint_ground
from annotator.gui.rows.tick_rows import COLOUR_ROLE, CONTEXT_ROLE, STATE_ROLE, AnyIndex, TickModel
from annotator.gui.theme import LabelColours, framing_boxes, theme_of

_MARGIN = 6
_BEFORE = 0.4
"""How much of the room what stands before a mention may take."""


class MentionDelegate(QStyledItemDelegate):
    """Draws a tick box, a mention in its context, and what is said of it."""

    colour = ""
    """That of the label at hand; a row may have its own."""
    state_width = 0
    """How wide a column for what is said of rows is; 0 where that may stand over the context."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.initStyleOption(option, index)
        text, style = option.text, option.widget.style()
        option.palette = framing_boxes(option.palette)
        words_colour = paint_ground(painter, option)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(words_colour)
        whole = room = self._room(option, style)
        state = index.data(STATE_ROLE) or ""
        if state or self.state_width:
            room = _draw_state(painter, option, whole, state, self.state_width)
        if self.state_width:
            whole = room
        context = index.data(CONTEXT_ROLE)
        if context is None:
            _draw_title(painter, option, room, text)
        else:
            colour = index.data(COLOUR_ROLE) or self.colour
            colours = theme_of(option.palette).label(colour) if colour else None
            painter.setClipRect(room)
            _draw_context(painter, option, (whole, room), context, None if is_chosen else colours)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Tick a row, or take its tick away, where the mouse is let go in its box."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and isinstance(model, TickModel)
            and index.data(Qt.ItemDataRole.CheckStateRole) is not None
            and self._box(option, index).contains(event.position().toPoint())
        ):
            model.toggle(index.row())
            return True
        return super().editorEvent(event, model, option, index)

    def _box(self, option: QStyleOptionViewItem, index: AnyIndex) -> QRect:
        """Return where the tick box of a row is drawn."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        return option.widget.style().subElementRect(part, shown, option.widget)

    def _room(self, option: QStyleOptionViewItem, style: QStyle) -> QRect:
        """Return where the text may stand: beside the tick box, which all rows leave room for."""
        box = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, option.widget)
        room = option.rect.adjusted(box + 3 * _MARGIN, 2, -_MARGIN, -2)
        is_title = not option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        if is_title and option.index.data(CONTEXT_ROLE) is None:
            room = option.rect.adjusted(_MARGIN, 2, -_MARGIN, -2)
        return QStyle.visualRect(option.direction, option.rect, room)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(80, option.fontMetrics.lineSpacing() + 8)


def _draw_state(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, state: str, width: int
) -> QRect:
    """Draw what is said of a row at its trailing side; return the room that is left.

    With a ``width`` of 0 it is as wide as its words.
    """
    width = min(width or option.fontMetrics.horizontalAdvance(state), room.width() // 2)
    is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    at = QRect(room)
    rest = QRect(room)
    if is_mirrored:
        at.setRight(room.left() + width)
        rest.setLeft(at.right() + 2 * _MARGIN)
    else:
        at.setLeft(room.right() - width)
        rest.setRight(at.left() - 2 * _MARGIN)
    pen = painter.pen()
    faint = QColor(pen.color())
    faint.setAlphaF(0.7)
    painter.setPen(faint)
    shown = option.fontMetrics.elidedText(state, Qt.TextElideMode.ElideRight, at.width())
    painter.drawText(at, Qt.AlignmentFlag.AlignCenter, shown)
    painter.setPen(pen)
    return rest


def _draw_title(painter: QPainter, option: QStyleOptionViewItem, room: QRect, title: str) -> None:
    font = QFont(option.font)
    font.setBold(True)
    painter.setFont(font)
    side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
    shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
    painter.setLayoutDirection(_direction(title))
    painter.drawText(
        room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown
    )


def _draw_context(
    painter: QPainter,
    option: QStyleOptionViewItem,
    rooms: tuple[QRect, QRect],
    context: tuple[str, str, str],
    colours: LabelColours | None,
) -> None:
    """Draw a mention among its neighbours; the mentions of all rows begin below each other.

    ``rooms`` are that of every row, and what is left of it in this one.
    """
    whole, room = rooms
    is_rightward = _direction("".join(context)) == Qt.LayoutDirection.LeftToRight
    gaps = (room.left() - whole.left(), whole.right() - room.right())
    before, after = gaps if is_rightward else reversed(gaps)
    context, inset = _fitted(option, whole.width(), before, after, context)
    text = "".join(context)
    layout = QTextLayout(text, option.font)
    choices = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    right, left = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    choices.setTextDirection(right if is_rightward else left)
    choices.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(choices)
    layout.setFormats([_format(context[0], context[1], colours)])
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    x = whole.left() + inset if is_rightward else whole.right() - inset - line.naturalTextWidth()
    layout.draw(painter, QPointF(x, room.top() + (room.height() - line.height()) / 2))


def _fitted(
    option: QStyleOptionViewItem,
    width: int,
    gap_before: int,
    gap_after: int,
    context: tuple[str, str, str],
) -> tuple[tuple[str, str, str], int]:
    """Return as much of a context as there is room for, and how far from the edge it begins.

    The mention begins at a set place, or sooner if little stands before it.  The gaps are what
    other things take of the width, at the side where reading begins and where it ends.
    """
    before, mention, after = context
    metrics = option.fontMetrics
    font = QFont(option.font)
    font.setBold(True)
    inset, place = gap_before, max(gap_before, round(width * _BEFORE))
    if inset + metrics.horizontalAdvance(before) > place:
        room = max(0, place - gap_before)
        before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, room)
        inset = place - metrics.horizontalAdvance(before)
    taken = inset + metrics.horizontalAdvance(before) + gap_after
    taken += QFontMetrics(font).horizontalAdvance(mention)
    after = metrics.elidedText(after, Qt.TextElideMode.ElideRight, max(0, width - taken))
    return (before, mention, after), inset


def _format(before: str, mention: str, colours: LabelColours | None) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start = _utf16_length(before)
    marked.length = _utf16_length(mention)
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    if colours is not None:
        strong.setBackground(colours.lit)
    marked.format = strong
    return marked


def _direction(text: str) -> Qt.LayoutDirection:
    right = Qt.LayoutDirection.RightToLeft
    return right if is_rtl(text) else Qt.LayoutDirection.LeftToRight


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
