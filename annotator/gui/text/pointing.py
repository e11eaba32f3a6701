"""The reader with the spans of a layer: which one is selected, and what the mouse does to them.

A press on text always begins a selection; a click chooses the span under it, and the handles of
the selected span drag its borders.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.language import Stretch
from annotator.core.model import Direction, Layer, Span
from annotator.gui.text.borders import drag_border
from annotator.gui.text.reader import Reader
from annotator.gui.text.tips import span_tip
from annotator.gui.wording.value_text import Meant, as_meant, as_stored

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier

NO_WORD: Final = QT_TRANSLATE_NOOP(
    "errors", "Nothing is selected: select words, or put the caret on one."
)


class Pointing(Reader):
    """Show a text with the spans of a layer, and let the mouse choose and drag them."""

    resize_requested = Signal(str, int, int)
    """The user wants the span of that id to be ``[start, end)``."""
    span_selected = Signal(object)
    """The selected span's id, or None."""
    suggestion_clicked = Signal(object)
    """The ``Suggestion`` that was clicked, where no span is."""
    context_menu_requested = Signal(QPoint, object)
    """Where on the screen, and the id of the span there, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meant: Meant = as_stored
        """What values mean by now."""
        self._layer: Layer | None = None
        self._dragged_border: bool | None = None
        """Whether the start (else the end) of the selected span is being dragged."""
        self._clicked: tuple[Stretch | None, str] | None = None
        """The letter that was clicked last and the span that it selected."""

    def set_text(self, text: str, direction: Direction) -> None:
        super().set_text(text, direction)
        self._dragged_border, self._clicked = None, None

    # The selected span

    def selected_span(self) -> str | None:
        """Return the id of the selected span, if there is one."""
        return self.attention.selected.id if self.attention.selected else None

    def select_span(self, span_id: str | None) -> None:
        """Let one span, or none, be the selected one."""
        self._set_span(self._layer.span(span_id) if self._layer and span_id else None)

    def _set_span(self, span: Span | None) -> None:
        before, self.attention.selected = self.attention.selected, span
        self.attention.preview = None
        self.viewport().update()
        if (before and before.id) != (span and span.id):
            self.span_selected.emit(span.id if span else None)

    def _request_resize(self, span: Span, stretch: Stretch) -> None:
        if stretch != (span.start, span.end):
            self.resize_requested.emit(span.id, *stretch)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_border = self._border_under(event.position())
            if self._dragged_border is not None:
                return
            self.attention.offered = None  # what is selected now is the user's own
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.attention.offered = None
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        span = self.attention.selected
        if self._dragged_border is not None and span is not None:
            self._follow(event)
            self._drag_on()
            self._scroll_if_outside(event.position().y())
        elif event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        else:
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        span, preview = self.attention.selected, self.attention.preview
        if self._dragged_border is not None:
            self._dragged_border = self.attention.preview = None
            self._scroller.stop()
            self.viewport().update()
            if span is not None and preview is not None:
                self._request_resize(span, preview)
            return
        was_click = self._grasp is not None and not self._has_dragged
        super().mouseReleaseEvent(event)
        if was_click and self.selection() is None:
            self._click(event.position())

    def _drag_on(self) -> None:
        span = self.attention.selected
        if self._dragged_border is None or span is None:
            super()._drag_on()
            return
        self.attention.preview = drag_border(
            self.text,
            (span.start, span.end),
            self.offset_at(self._mouse_at.toPoint()),
            is_start=self._dragged_border,
            by_letters=bool(self._modifiers & _CONTROL),
        )
        self.viewport().update()

    def _click(self, point: QPointF) -> None:
        """Select the span that was clicked; at the same letter again, the one around it."""
        on_mark = self._span_of_mark(point)
        letter = self.letter_under(point)
        if on_mark is not None:
            self._clicked = None
            self._set_span(on_mark)
            return
        there = self._spans_at(letter)
        if not there:
            self._clicked = None
            self._set_span(None)
            if letter:
                self._click_suggestion(letter)
            return
        ids = [span.id for span in there]
        number = 0
        if self._clicked == (letter, self.selected_span()) and self._clicked[1] in ids:
            number = (ids.index(self._clicked[1]) + 1) % len(ids)
        self._clicked = letter, ids[number]
        self._set_span(there[number])

    def _click_suggestion(self, letter: Stretch) -> None:
        """Tell of the shortest suggestion that holds a letter, if any does."""
        if suggested := self.attention.suggested.on(*letter):
            self.suggestion_clicked.emit(min(suggested, key=lambda one: one.end - one.start))

    def _spans_at(self, letter: Stretch | None) -> list[Span]:
        """Return the spans that hold a letter, the shortest first."""
        if letter is None:
            return []
        return sorted(self._column.spans.at(*letter), key=lambda span: span.end - span.start)

    def _span_of_mark(self, point: QPointF) -> Span | None:
        """Return the span whose chip or lane is at a point of the viewport."""
        line, x, y = self.line_under(point)
        marks = self._painter.marks_of(line)
        for chip in marks.chips:
            if chip.span is not None and self._painter.chip_rect(line, chip).contains(x, y):
                return chip.span
        reach = self._metrics.lane_step - self._metrics.lane
        for mark in marks.marks:
            for rect in self._painter.lane_rects(line, mark):
                if rect.adjusted(0, -reach / 2, 0, reach / 2).contains(x, y):
                    return mark.span
        return None

    def _border_under(self, point: QPointF) -> bool | None:
        """Tell which handle of the selected span is at a point: the start's, the end's or none."""
        stretch = self.attention.outlined
        if stretch is None:
            return None
        line, x, y = self.line_under(point)
        reach = self._metrics.grip + 3
        if y < line.baseline + 2:
            return None
        near = [
            (abs(middle.x() - x), is_start)
            for is_start, middle in zip(
                (True, False), self._painter.grips(line, stretch), strict=True
            )
            if middle is not None
            and abs(middle.x() - x) <= reach
            and abs(middle.y() - y) <= 2 * reach
        ]
        return min(near)[1] if near else None

    def _hover(self, point: QPointF) -> None:
        span = self._span_of_mark(point)
        if self._border_under(point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif span is not None:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        hovered = span.id if span else None
        if hovered != self.attention.hovered:
            self.attention.hovered = hovered
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        span = self._span_of_mark(QPointF(event.pos()))
        tip = span_tip(as_meant(span, self.meant), self._painter.name_of(span)) if span else ""
        QToolTip.showText(event.globalPos(), tip, self.viewport())  # nothing hides the last one
        return True

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.attention.hovered = None
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            span = self.attention.selected
            point = self.caret_rect(span.start if span else self.caret()).center()
        else:
            letter = self.letter_under(point)
            there = self._spans_at(letter)
            span = self._span_of_mark(point) or (there[0] if there else None)
            chosen = self.attention.selection
            if span is None and letter and not (chosen and chosen[0] <= letter[0] < chosen[1]):
                self._click_suggestion(letter)
        where = self.viewport().mapToGlobal(point.toPoint())
        self.context_menu_requested.emit(where, span.id if span else None)
