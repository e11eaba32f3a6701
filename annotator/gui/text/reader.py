"""The page with a caret and a selection: what one can do with a text without marking it.

A press on the text always begins a selection.  Selections of the mouse are whole words, trimmed;
with Ctrl they go by single letters and nothing is trimmed.  Those of the keyboard go by letters,
and with Ctrl by words, trimmed.
"""

from collections.abc import Iterable
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.core.language import Stretch
from annotator.core.model import Direction
from annotator.core.text import whole_letters
from annotator.gui.text.accessible import install, tell_caret, tell_selection, tell_text
from annotator.gui.text.borders import LANGUAGE, Grasp, arrow_step, grasp_letter, paragraph_step
from annotator.gui.text.page import Page

_SCROLL_EVERY: Final = 30
_TREMBLE: Final = 3
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_NOT_FOR_THE_CARET: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Reader(Page):
    """Show a text, and let the user select stretches of it."""

    selection_changed = Signal()
    hits_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install(Reader)
        self._caret = 0
        self._anchor = 0
        """The other end of the selection."""
        self._is_extending = False
        """Whether the keyboard extends the selection, until Shift comes up."""
        self._wanted_x: float | None = None
        """Where moving up and down by lines wants to stay."""
        self._grasp: Grasp | None = None
        self._pressed_at = QPoint()
        self._pressed_letter: Stretch | None = None
        self._has_dragged = False
        self._mouse_at = QPointF()
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._last_double: tuple[float, QPoint] | None = None
        self._scroller = QTimer(self, interval=_SCROLL_EVERY)
        self._scroller.timeout.connect(self._scroll_while_dragging)
        self._blinker = QTimer(self)
        self._blinker.timeout.connect(self._blink)

    def set_text(self, text: str, direction: Direction) -> None:
        had_selection = self.attention.selection is not None
        super().set_text(text, direction)
        self._grasp = None
        self._scroller.stop()
        self._caret = self._anchor = 0
        self._wanted_x = None
        self._show_caret()
        tell_text(self)
        if had_selection:
            self.selection_changed.emit()

    # Selection and caret

    def selection(self) -> Stretch | None:
        """Return the selected stretch; None if nothing is selected."""
        return self.attention.selection

    def select(self, start: int, end: int) -> None:
        """Select ``[start, end)``, widened to whole letters; nothing if it is empty."""
        length = len(self.text)
        start, end = max(0, min(start, length)), max(0, min(end, length))
        if start < end:
            start, end = whole_letters(self.text, start, end)
        self._wanted_x = None
        self._set_selection(start, max(start, end))
        self._take_selection()

    def _take_selection(self) -> None:
        """Do what is to be done with a selection once it is made.

        It is made when it comes whole, or when the mouse or the Shift key comes up.
        """

    def caret(self) -> int:
        """Return the place of the caret."""
        return self._caret

    def _set_selection(self, anchor: int, caret: int, *, trims: bool = False) -> None:
        """Select what is between two places; trimmed, these stay for what extends it further."""
        start, end = min(anchor, caret), max(anchor, caret)
        if trims and start < end:
            start, end = LANGUAGE.trim(self.text, start, end)
        new = (start, end) if start < end else None
        has_changed, has_moved = new != self.attention.selection, caret != self._caret
        self._anchor, self._caret = anchor, caret
        self.attention.selection = new
        self._show_caret()
        self.viewport().update()
        if has_moved:
            tell_caret(self, self.offsets.to_utf16(caret))
        if has_changed:
            tell_selection(self, self.offsets.to_utf16(start), self.offsets.to_utf16(end))
            self.selection_changed.emit()

    def place_caret(self, offset: int) -> None:
        """Put the caret somewhere; nothing is selected then."""
        place = whole_letters(self.text, max(0, min(offset, len(self.text))), len(self.text))[0]
        self._wanted_x = None
        self._set_selection(place, place)

    def selected_text(self) -> str:
        """Return the selected text, from the article itself."""
        start, end = self.attention.selection or (0, 0)
        return self.text[start:end]

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        if self.attention.selection is not None:
            QGuiApplication.clipboard().setText(self.selected_text())

    # Hits

    def show_hits(self, hits: Iterable[Stretch], current: Stretch | None = None) -> None:
        """Show what was found; ``current`` is the hit that the user is at."""
        self.attention.hits = sorted(hits)
        self.attention.current_hit = current
        self.viewport().update()
        self.hits_changed.emit()

    def show_asked(self, stretches: Iterable[Stretch]) -> None:
        """Show on which stretches a question waits for the lead."""
        self.attention.asked = tuple(stretches)
        self.viewport().update()

    # The caret on the screen

    def _show_caret(self) -> None:
        has_focus = self.hasFocus()
        self.attention.has_focus = has_focus
        self.attention.caret = self._caret if has_focus else None
        period = QGuiApplication.styleHints().cursorFlashTime()
        if has_focus and period > 1:
            self._blinker.start(period // 2)
        else:
            self._blinker.stop()

    def _blink(self) -> None:
        self.attention.caret = self._caret if self.attention.caret is None else None
        rect = self.caret_rect(self._caret).toAlignedRect()
        self.viewport().update(rect.adjusted(-3, -3, 3, 3))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_caret()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_caret()
        self.viewport().update()

    # Keyboard

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self._is_extending:
            self._is_extending = False
            self._take_selection()

    def move_caret(self, event: QKeyEvent) -> bool:
        """Move the caret as an arrow or page key asks; with Shift it extends the selection."""
        if not _moves_caret(event):
            return False
        has_control = bool(event.modifiers() & _CONTROL)
        place = self._destination(Qt.Key(event.key()), has_control)
        if has_control or event.key() not in _LINE_KEYS:
            self._wanted_x = None
        self._is_extending = bool(event.modifiers() & _SHIFT)
        anchor = self._anchor if self._is_extending else place
        self._set_selection(anchor, place, trims=has_control)
        self.show_place(place)
        return True

    def _destination(self, key: Qt.Key, has_control: bool) -> int:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return arrow_step(
                self.text,
                self._caret,
                is_rtl=self._line_of(self._caret)[1].block.is_rtl,
                by_words=has_control,
                leftward=key == Qt.Key.Key_Left,
            )
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            is_home = key == Qt.Key.Key_Home
            if has_control:
                return 0 if is_home else len(self.text)
            return self._line_border(is_home)
        if has_control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return paragraph_step(self.text, self._caret, is_forward=key == Qt.Key.Key_Down)
        page = max(self._metrics.line_height, self.open_height * 9 // 10)
        step = page if key in _PAGES else 0
        return self._vertically(1 if key in _DOWNWARD else -1, step)

    def _line_border(self, is_home: bool) -> int:
        _, line = self._line_of(self._caret)
        if is_home:
            return line.start
        is_last = line is line.block.lines[-1]
        return line.end if is_last else max(line.text_end, line.start)

    def _vertically(self, sign: int, step: int) -> int:
        """Return the place a line up or down, or ``step`` pixels if that is more."""
        self.show_place(self._caret)
        index, line = self._line_of(self._caret)
        x = self._painter.caret_x(line, self._caret) if self._wanted_x is None else self._wanted_x
        self._wanted_x = x
        moved = 0
        while True:
            at = line.index + sign
            if 0 <= at < len(line.block.lines):
                target = line.block.lines[at]
            elif 0 <= index + sign < len(self._column):
                index += sign
                target = self._column.block(index).lines[0 if sign > 0 else -1]
            else:
                return len(self.text) if sign > 0 else 0
            line = target
            moved += line.height
            if moved >= step:
                return self._place_on(line, x)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._follow(event)
        point = event.position().toPoint()
        self._wanted_x = None
        self._pressed_at, self._has_dragged = point, False
        if self._is_third_click(event):
            self._hold(self._paragraph_at(self.offset_at(point)))
        elif event.modifiers() & _SHIFT:
            self._grasp = grasp_letter(self.text, self._anchor, None)
            self._has_dragged = True
            self._drag_on()
        else:
            place = self.offset_at(point)
            self._pressed_letter = self.letter_under(point)
            self._grasp = grasp_letter(self.text, place, self._pressed_letter)
            self._set_selection(place, place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self._last_double = (monotonic(), point)
        letter = self.letter_under(event.position())
        place = letter[0] if letter else self.offset_at(point)
        word = LANGUAGE.word_at(self.text, place)
        self._hold(LANGUAGE.trim(self.text, *word) if word else (place, place))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grasp is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._follow(event)
        if not self._has_dragged:
            self._has_dragged = self._is_drag(event.position().toPoint())
        if self._has_dragged:
            self._drag_on()
            self._scroll_if_outside(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            if self._has_dragged and self._grasp is not None:
                self._follow(event)
                self._drag_on()
            was_held, self._grasp = self._grasp is not None, None
            self._scroller.stop()
            if was_held:
                self._take_selection()

    def _is_drag(self, point: QPoint) -> bool:
        """Tell a drag from a hand that trembles: it reaches another place, or goes far."""
        far = (point - self._pressed_at).manhattanLength()
        if far >= QGuiApplication.styleHints().startDragDistance():
            return True
        if self._grasp is None or self.offset_at(point) == self._grasp.place:
            return False
        return far >= _TREMBLE or self.letter_under(point) != self._pressed_letter

    def _follow(self, event: QMouseEvent) -> None:
        self._mouse_at, self._modifiers = event.position(), event.modifiers()

    def _hold(self, stretch: Stretch) -> None:
        """Select a word or paragraph that stays selected if the mouse is dragged on."""
        self._grasp = Grasp(stretch, stretch[0])
        self._set_selection(*stretch)

    def _is_third_click(self, event: QMouseEvent) -> bool:
        if self._last_double is None:
            return False
        (time, point), self._last_double = self._last_double, None
        hints = QGuiApplication.styleHints()
        near = (event.position().toPoint() - point).manhattanLength()
        return (
            monotonic() - time
        ) * 1000 <= hints.mouseDoubleClickInterval() and near <= hints.startDragDistance()

    def _paragraph_at(self, place: int) -> Stretch:
        return self._column.blocks.paragraph(self._column.blocks.of(place))

    def _scroll_if_outside(self, y: float) -> None:
        if 0 <= y < self.viewport().height():
            self._scroller.stop()
        elif not self._scroller.isActive():
            self._scroller.start()

    def _scroll_while_dragging(self) -> None:
        y = self._mouse_at.y()
        over = min(y, 0) + max(y - self.viewport().height(), 0)
        self._scroll_by(round(over / 2))
        self._drag_on()

    def _drag_on(self) -> None:
        """Take the drag on to where the mouse is, over text that may have moved under it."""
        if self._grasp is None:
            return
        place = self.offset_at(self._mouse_at.toPoint())
        by_letters = bool(self._modifiers & _CONTROL)
        start, end = self._grasp.to(self.text, place, by_letters=by_letters)
        if place < self._grasp.place:
            start, end = end, start
        self._set_selection(start, end)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are commands here from being shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.takes_key(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Tell whether a key press means something here."""
        return _moves_caret(event)


def _moves_caret(event: QKeyEvent) -> bool:
    """Tell whether a key press asks for the caret elsewhere; with Alt it is for the window."""
    if event.modifiers() & _NOT_FOR_THE_CARET:
        return False
    if event.modifiers() & _CONTROL and event.key() in _PAGES:
        return False
    return event.key() in (*_LINE_KEYS, *_BORDER_KEYS)


_PAGES: Final = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_DOWNWARD: Final = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_LINE_KEYS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, *_PAGES)
_BORDER_KEYS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
