"""The article view: one article, its spans, and all that is done to them from the keyboard.

Wishes go up as signals; what is shown comes down as immutable layers.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.core.edits import Change
from annotator.core.model import Article, Layer
from annotator.gui.borders import BORDER_KEYS, move_border
from annotator.gui.keys import COMMANDS, command_character, has_command_key
from annotator.gui.pointing import Pointing

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ZOOM_KEYS: Final = {"+": 1, "=": 1, "-": -1, "0": 0}


class ArticleView(Pointing):
    """Show one article and let the user mark stretches of it.

    Offsets in signals count code points; Qt's UTF-16 positions stay inside.
    """

    tag_requested = Signal(int, int, str)
    """The user wants ``[start, end)`` to carry the label of that name."""
    relabel_requested = Signal(str, str)
    """The user wants the span of that id to say another label."""
    remove_requested = Signal(str)
    finish_requested = Signal()
    command_requested = Signal(str)
    """A key was pressed that asks for what others do: the name of a command in ``COMMANDS``."""
    hit_requested = Signal(int)
    """The user wants the next hit (1) or the one before (-1)."""
    hits_closed = Signal()
    """The user is done with the hits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleView")
        self.setAccessibleName(self.tr("Article"))
        self._awaited: tuple[int, int, str] | None = None
        """The place and label of a span that was asked for and will be selected."""

    # What is shown

    def show_article(self, article: Article | None, layer: Layer | None = None) -> None:
        """Show an article from its top, with the spans of a layer; ``None`` shows nothing."""
        had_span = self.attention.selected is not None
        self._awaited = None
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Article"))
