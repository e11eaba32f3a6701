"""The article view: one article, its spans, and all that is done to them from the keyboard.

Wishes go up as signals; what is shown comes down as immutable layers.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.core.edits import Change
from annotator.core.language import Stretch
from annotator.core.model import Article, Layer, Span
from annotator.gui.borders import BORDER_KEYS, drag_border, move_border
from annotator.gui.keys import COMMANDS, command_character, has_command_key
from annotator.gui.reader import Reader

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ZOOM_KEYS: Final = {"+": 1, "=": 1, "-": -1, "0": 0}


class ArticleView(Reader):
    """Show one article and let the user mark stretches of it.

    Offsets in signals count code points; Qt's UTF-16 positions stay inside.
    """

    tag_requested = Signal(int, int, str)
    """The user wants ``[start, end)`` to carry the label of that name."""
    relabel_requested = Signal(str, str)
    """The user wants the span of that id to say another label."""
    remove_requested = Signal(str)
    resize_requested = Signal(str, int, int)
    """The user wants the span of that id to be ``[start, end)``."""
    span_selected = Signal(object)
    """The selected span's id, or None."""
    finish_requested = Signal()
    command_requested = Signal(str)
    """A key was pressed that asks for what others do: the name of a command in ``COMMANDS``."""
    hit_requested = Signal(int)
    """The user wants the next hit (1) or the one before (-1)."""
    hits_closed = Signal()
    """The user is done with the hits."""
    context_menu_requested = Signal(QPoint, object)
    """Where on the screen, and the id of the span there, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleView")
        self.setAccessibleName(self.tr("Article"))
        self._layer: Layer | None = None
        self._awaited: tuple[int, int, str] | None = None
        """The place and label of a span that was asked for and will be selected."""
        self._dragged_border: bool | None = None
        """Whether the start (else the end) of the selected span is being dragged."""
        self._clicked: tuple[Stretch | None, str] | None = None
        """The letter that was clicked last and the span that it selected."""

    # What is shown

    def show_article(self, article: Article | None, layer: Layer | None = None) -> None:
        """Show an article from its top, with the spans of a layer; ``None`` shows nothing."""
        had_span = self.attention.selected is not None
        self._awaited, self._dragged_border, self._clicked = None, None, None
        if article is None:
            self.set_text("", self._direction)
        else:
            self.set_text(article.text, article.direction)
        self._layer = layer
        self.set_spans(layer.spans if layer else ())
        if had_span:
            self.span_selected.emit(None)

    def show_layer(self, layer: Layer | None) -> None:
        """Draw the spans of ``layer``, all anew."""
        self._layer = layer
        self.set_spans(layer.spans if layer else ())
        self._keep_span(layer)

    def show_change(self, layer: Layer, change: Change) -> None:
        """Draw anew the paragraphs that a change touched, and no others."""
        self._layer = layer
        self.set_spans(layer.spans, change.stretches)
        awaited, self._awaited = self._awaited, None
        new = next((span for span in change.put if span.place == awaited), None)
        if new is not None:
            self.select_span(new.id)
        else:
            self._keep_span(layer)

    def _keep_span(self, layer: Layer | None) -> None:
        """Hold on to the selected span as it is now; let go if it is no more."""
        selected = self.attention.selected
        if selected is not None:
            self._set_span(layer.span(selected.id) if layer else None)

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

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is not None:
            act()
        elif not self.move_caret(event):
            event.ignore()

    def takes_key(self, event: QKeyEvent) -> bool:
        return super().takes_key(event) or self._act_of(event) is not None

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key press asks for; None leaves it to the caret or to the window."""
        return self._act_of_key(event) or self._act_of_character(event)

    def _act_of_key(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers not in (Qt.KeyboardModifier.NoModifier, _SHIFT, _CONTROL):
            return None
        step = -1 if modifiers == _SHIFT else 1
        if key in _ENTER and modifiers == _CONTROL:
            return self.finish_requested.emit
        if key in _ENTER and self.attention.hits:
            return partial(self.hit_requested.emit, step)
        if modifiers == _CONTROL:
            return None
        if key == Qt.Key.Key_Space:
            return partial(self.step_to_span, step)
        if modifiers:
            return None
        if key == Qt.Key.Key_Delete:
            return self._remove
        if key == Qt.Key.Key_Escape and self._holds_something:
            return self._escape
        return None

    @property
    def _holds_something(self) -> bool:
        attention = self.attention
        return bool(attention.hits or attention.selection or attention.selected)

    def _act_of_character(self, event: QKeyEvent) -> Callable[[], object] | None:
        if not has_command_key(event):
            labels = "".join(label.key for label in self._labels or ())
            key = command_character(event, {*labels, *BORDER_KEYS, *COMMANDS})
            label = self._labels.by_key(key) if self._labels and key else None
            if label is not None:
                return partial(self._tag, label.name)
            if key in COMMANDS:
                return partial(self.command_requested.emit, COMMANDS[key])
            return None if key is None else partial(self._move_border, key, by_letters=False)
        if event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier) != _CONTROL:
            return None
        key = command_character(event, {*BORDER_KEYS, *_ZOOM_KEYS, "f", "c", "a"})
        if key is None:
            return None
        if key in BORDER_KEYS:
            return partial(self._move_border, key, by_letters=True)
        if key in _ZOOM_KEYS:
            return partial(self._zoom, _ZOOM_KEYS[key])
        if event.modifiers() & _SHIFT:
            return None
        acts: dict[str, Callable[[], object]] = {
            "f": partial(self.command_requested.emit, "find"),
            "c": self.copy,
            "a": self._select_all,
        }
        return acts[key]

    def _zoom(self, step: int) -> None:
        if step:
            self.zoom_by(step)
        else:
            self.set_zoom(1.0)

    def _select_all(self) -> None:
        self.select(0, len(self.text))

    def _tag(self, label: str) -> None:
        """Mark the selection with a label, else give it to the selected span."""
        if self._layer is None:
            return
        selection, span = self.selection(), self.attention.selected
        if selection is not None:
            self._awaited = (*selection, label)
            self.place_caret(selection[1])
            self.tag_requested.emit(*selection, label)
            self._awaited = None
        elif span is not None and span.label != label:
            self.relabel_requested.emit(span.id, label)

    def _remove(self) -> None:
        if self.attention.selected is not None:
            self.remove_requested.emit(self.attention.selected.id)

    def _escape(self) -> None:
        """Leave the hits, else the selection, else the selected span."""
        if self.attention.hits:
            self.show_hits(())
            self.hits_closed.emit()
        elif self.selection() is not None:
            self.place_caret(self.caret())
        else:
            self._set_span(None)

    def _move_border(self, key: str, *, by_letters: bool) -> None:
        selection, span = self.selection(), self.attention.selected
        if selection is not None:
            self.select(*move_border(self.text, selection, key, by_letters=by_letters))
        elif span is not None:
            old = (span.start, span.end)
            self._request_resize(span, move_border(self.text, old, key, by_letters=by_letters))

    def _request_resize(self, span: Span, stretch: Stretch) -> None:
        if stretch != (span.start, span.end):
            self.resize_requested.emit(span.id, *stretch)

    def step_to_span(self, step: int) -> None:
        """Select the span after the selected one (or the caret), or with -1 the one before."""
        index = self._column.spans
        selected = self.attention.selected
        if selected is not None:
            number = index.spans.index(selected, index.first_from(selected.start)) + step
        else:
            number = index.first_from(self.caret()) - (step < 0)
        if 0 <= number < len(index.spans):
            span = index.spans[number]
            self.place_caret(span.start)
            self._set_span(span)
            self.show_place(span.start)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_border = self._border_under(event.position())
            if self._dragged_border is not None:
                return
        super().mousePressEvent(event)

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
            return
        ids = [span.id for span in there]
        number = 0
        if self._clicked == (letter, self.selected_span()) and self._clicked[1] in ids:
            number = (ids.index(self._clicked[1]) + 1) % len(ids)
        self._clicked = letter, ids[number]
        self._set_span(there[number])

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Article"))

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
            there = self._spans_at(self.letter_under(point))
            span = self._span_of_mark(point) or (there[0] if there else None)
        where = self.viewport().mapToGlobal(point.toPoint())
        self.context_menu_requested.emit(where, span.id if span else None)
