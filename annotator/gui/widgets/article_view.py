"""The article view: one article, its spans, and all that is done to them from the keyboard.

Wishes go up as signals; what is shown comes down as immutable layers.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.core.edits import Change
from annotator.core.model import Article, Layer, Span
from annotator.core.suggestions import Suggestion
from annotator.gui.keys import COMMANDS, KEEPING_KEYS, command_character, has_command_key
from annotator.gui.text.attention import Suggested
from annotator.gui.text.borders import BORDER_KEYS
from annotator.gui.text.labelling import Labelling
from annotator.gui.text.lanes import SpanIndex

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_TABS: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ZOOM_KEYS: Final = {"+": 1, "=": 1, "-": -1, "0": 0}


class ArticleView(Labelling):
    """Show one article and let the user mark stretches of it.

    Offsets in signals count code points; Qt's UTF-16 positions stay inside.
    """

    remove_requested = Signal(str)
    best_requested = Signal()
    """The user takes what is proposed for the selected span, or fits it best."""
    new_entry_requested = Signal()
    """The user wants a new entry of the words of the selected span."""
    finish_requested = Signal()
    command_requested = Signal(str)
    """A key was pressed that asks for what others do: the name of a command in ``COMMANDS``."""
    hit_requested = Signal(int)
    """The user wants the next hit (1) or the one before (-1)."""
    hits_closed = Signal()
    """The user is done with the hits."""
    suggestion_requested = Signal(int)
    """The user wants the next suggestion (1) or the one before (-1)."""
    refuse_requested = Signal()
    """The user does not want the suggestion at hand."""
    no_span_left = Signal(int)
    """The user wanted the span after the last (1), or the one before the first (-1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleView")
        self.setAccessibleName(self.tr("Article"))

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

    def take_over(self, other: "ArticleView") -> None:
        """Go on where the user was in another view of the same article."""
        self._last_label = other._last_label
        self._keep(other.attention.kept)
        if other.attention.selected is not None:
            self.select_span(other.attention.selected.id)
        self._set_selection(other._anchor, other._caret)
        self.stand_like(other)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is not None:
            if not event.isAutoRepeat() or self._goes_on(event):
                act()
        elif not self.move_caret(event):
            event.ignore()
        elif self.selection() is None:
            self._set_span(None)  # as a click elsewhere does

    def takes_key(self, event: QKeyEvent) -> bool:
        return super().takes_key(event) or self._act_of(event) is not None

    def event(self, event: QEvent) -> bool:
        # Tab would be taken for the next widget before it is heard of as a key.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = self._suggestion_step(event)
            if step:
                self.suggestion_requested.emit(step)
                return True
            if event.key() in _TABS and event.modifiers() & _CONTROL:
                return self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        return super().event(event)

    def _suggestion_step(self, event: QKeyEvent) -> int:
        """Return 1 or -1 if a key asks for the next suggestion or the one before, else 0."""
        attention, modifiers = self.attention, event.modifiers()
        if attention.hits or not attention.keeps_tab or modifiers & _CONTROL:
            return 0
        if event.key() == Qt.Key.Key_Tab and not modifiers:
            return 1
        return -1 if event.key() == Qt.Key.Key_Backtab else 0

    def _goes_on(self, event: QKeyEvent) -> bool:
        """Tell whether a key that is kept down goes on, step by step; any other acts once."""
        if event.key() in _ENTER:
            return bool(self.attention.hits) and not event.modifiers() & _CONTROL
        steps = {*BORDER_KEYS, *_ZOOM_KEYS} if event.modifiers() & _CONTROL else {*BORDER_KEYS}
        return event.key() == Qt.Key.Key_Space or command_character(event, steps) is not None

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
        if key in _ENTER and self.attention.selected and not self.attention.offered:
            return (self.new_entry_requested if modifiers else self.best_requested).emit
        if key == Qt.Key.Key_Space and modifiers != _CONTROL:
            return partial(self.step_to_span, step)
        return None if modifiers else self._act_of_bare_key(event.key())

    def _act_of_bare_key(self, key: int) -> Callable[[], object] | None:
        if self.attention.offered and key in self._acts_on_offered:
            return self._acts_on_offered[key]
        if key == Qt.Key.Key_Delete:
            return self._remove
        return self._escape if key == Qt.Key.Key_Escape and self._holds_something else None

    @property
    def _acts_on_offered(self) -> dict[int, Callable[[], object]]:
        """What keys do with the suggestion at hand."""
        return {
            Qt.Key.Key_Return: self.accept_offered,
            Qt.Key.Key_Enter: self.accept_offered,
            Qt.Key.Key_Backspace: self.refuse_requested.emit,
            Qt.Key.Key_Delete: self.refuse_requested.emit,
        }

    @property
    def _holds_something(self) -> bool:
        held = self.attention
        return bool(held.kept or held.hits or held.selection or held.selected)

    def _act_of_character(self, event: QKeyEvent) -> Callable[[], object] | None:
        if not has_command_key(event):
            labels = "".join(label.key for label in self._labels or ())
            key = command_character(event, {*labels, *BORDER_KEYS, *COMMANDS})
            label = self._labels.by_key(key) if self._labels and key else None
            if label is not None:
                return partial(self.tag, label.name)
            if key in COMMANDS:
                return partial(self.command_requested.emit, COMMANDS[key])
            return None if key is None else partial(self.move_border, key, by_letters=False)
        if event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier) != _CONTROL:
            return None
        kept = {label.key: label.name for label in self._labels or () if label.key in KEEPING_KEYS}
        key = command_character(event, {*BORDER_KEYS, *_ZOOM_KEYS, *kept, "f", "c", "a"})
        if key is None:
            return None
        if key in BORDER_KEYS:
            return partial(self.move_border, key, by_letters=True)
        if key in _ZOOM_KEYS:
            return partial(self._zoom, _ZOOM_KEYS[key])
        if event.modifiers() & _SHIFT:
            return None
        if key in kept:
            return partial(self.toggle_kept, kept[key])
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
        self._set_selection(0, len(self.text))  # not a selection that a kept label goes on

    # Suggestions

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if offered := self.attention.offered:
            # What is said of it may have taken the room in which it stood.
            place = self.rects_of(offered.start, offered.end)[0]
            if 0 <= place.top() < event.oldSize().height():
                self.show_place(offered.start)

    def show_suggestions(self, suggestions: Sequence[Suggestion], *, keeps_tab: bool) -> None:
        """Show what is suggested; the one at hand stays so as long as one is in its place.

        Where it ``keeps_tab``, Tab does not leave the text, also where none is left: hands that go
        from one to the next would type into another field.  Ctrl+Tab leaves it always.
        """
        self.attention.keeps_tab = keeps_tab
        self.attention.suggested = Suggested(suggestions)
        self.attention.offered = self.attention.suggested.same(self.attention.offered)
        self.viewport().update()

    def offer(self, suggestion: Suggestion) -> None:
        """Let a suggestion be the one at hand: it is selected, to be taken, changed or refused."""
        self._set_span(None)
        self._set_selection(suggestion.start, suggestion.end)  # no label that is kept goes on it
        self.attention.offered = suggestion
        self.show_place(suggestion.start)
        self.viewport().update()

    def accept_offered(self) -> None:
        """Take the suggestion at hand, under its label, which is the last one that was used."""
        if offered := self.attention.offered:
            self._last_label = offered.label
            self.accept_requested.emit(offered.label)

    def let_go_of_offered(self) -> None:
        """Let no suggestion be at hand any more; what is selected stays so."""
        self.attention.offered = None
        self.viewport().update()

    # Spans

    def _remove(self) -> None:
        if self.attention.selected is not None:
            self.remove_requested.emit(self.attention.selected.id)

    def _escape(self) -> None:
        """Stop keeping a label, else leave the hits, the selection or the selected span."""
        if self.attention.kept is not None:
            self._keep(None)
        elif self.attention.hits:
            self.show_hits(())
            self.hits_closed.emit()
        elif self.selection() is not None:
            self.place_caret(self.caret())
        else:
            self._set_span(None)

    def span_at_caret(self) -> Span | None:
        """Return the selected span if the caret is inside it, else the shortest that it is in."""
        if self._caret == 0:
            return None
        there = [
            span
            for span in self._spans_at((self._caret - 1, self._caret + 1))
            if span.start < self._caret < span.end
        ]
        selected = self.attention.selected
        return selected if selected in there else next(iter(there), None)

    def step_to_span(self, step: int) -> None:
        """Select the span after the selected one (or the caret), or with -1 the one before."""
        index = self._walked()
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
        else:
            self.no_span_left.emit(step)

    def _walked(self) -> SpanIndex:
        """Return the spans that one goes through."""
        return self._column.spans

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Article"))
