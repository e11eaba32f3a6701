"""The article under review: gold as it stands, and in rows below the lines who marked what.

As long as nothing is selected, keys are those of the Review place; with a selection, or on a gold
span, they mean what they mean in Annotate.  While the lead marks spans of her own, all do.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.core.conflicts import Drawn
from annotator.core.language import Stretch
from annotator.core.model import Article, Layer, Span
from annotator.gui.keys import command_character
from annotator.gui.lanes import SpanIndex, Voices
from annotator.gui.review_keys import review_key, sample_key
from annotator.gui.widgets.article_view import ArticleView

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewView(ArticleView):
    """Shows one article with the answers of its authors."""

    key_pressed = Signal(str)
    """A key of the Review place was pressed."""
    taken = Signal()
    """The lead is done with her own spans: they are to be taken."""
    given_up = Signal()
    """The lead wants no spans of her own."""
    value_asked_for = Signal()
    """The lead wants to say what the selected one of her own spans means."""
    sample_key_pressed = Signal(str)
    """A key with which a sample is gone through was pressed: what it means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewView")
        self.setAccessibleName(self.tr("Article under review"))
        self.is_drafting = False
        """Whether the lead marks spans of her own."""
        self.is_sampling = False
        """Whether the lead goes through a sample of gold."""
        self._own = SpanIndex()
        self.command_requested.connect(self._do_command)

    # What is shown

    def take_article(self, article: Article | None) -> None:
        """Show an article from its top, without spans as yet; ``None`` shows nothing."""
        self.show_article(article, None)

    def show_answers(
        self, layer: Layer, answers: Iterable[Drawn], names: Mapping[str, str]
    ) -> None:
        """Show the spans of ``layer``, and the answers of authors, who are called by ``names``."""
        said = [(author, span) for author, span in answers if author in names]
        numbers = {author: number for number, author in enumerate(names)}
        of = {span.id: numbers[author] for author, span in said}
        voices = Voices(tuple(names.values()), of)
        spans = sorted([*layer.spans, *(span for _, span in said)], key=attrgetter("order"))
        self._layer, self._own = layer, SpanIndex(layer.spans)
        self.set_answers(tuple(spans), voices)
        self._keep_span(layer)

    def frame(self, stretch: Stretch | None) -> None:
        """Frame the conflict at hand and bring it into the middle."""
        self.attention.disputed = stretch
        if stretch is not None:
            self.center_on(stretch[0])
        self.viewport().update()

    def _spans_at(self, letter: Stretch | None) -> list[Span]:
        """Return the spans that hold a letter, the shortest first; answers are not for editing."""
        there = super()._spans_at(letter)
        return [span for span in there if self._layer and self._layer.span(span.id)]

    def _set_span(self, span: Span | None) -> None:
        if span is None or (self._layer and self._layer.span(span.id)):
            super()._set_span(span)

    def _walked(self) -> SpanIndex:
        return self._own

    def toggle_kept(self, label: str | None = None) -> None:
        """Keep no label: what is selected to be read would overrule gold."""

    def _do_command(self, name: str) -> None:
        commands = {"extend": self.extend, "retract": self.retract}
        if name in commands:
            commands[name]()

    # Keyboard

    @property
    def holds_something(self) -> bool:
        """Whether keys mean what is selected, and not the conflict at hand."""
        return self.selection() is not None or self.selected_span() is not None

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        if self.is_drafting:
            return self._act_of_draft(event) or super()._act_of(event)
        if self.is_sampling:
            return self._act_of_sample(event)
        key = review_key(event)
        if not self.holds_something:
            # No label's key marks the word at the caret here: that would overrule by a slip.
            if key is not None:
                return partial(self.key_pressed.emit, key)
            return self._act_of_key(event)
        is_label = key is not None and self._labels is not None and self._labels.by_key(key)
        if key is not None and not is_label:
            return partial(self.key_pressed.emit, key)
        return super()._act_of(event)

    def _act_of_sample(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key means: the sample's own, and on a span what it means in Annotate."""
        labels = {label.key for label in self._labels or ()}
        is_label = self.holds_something and command_character(event, labels) is not None
        wanted = None if is_label else sample_key(event)
        if wanted is not None:
            return partial(self.sample_key_pressed.emit, wanted)
        return super()._act_of(event) if self.holds_something else self._act_of_key(event)

    def _act_of_draft(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if event.key() in _ENTER:
            return self.taken.emit
        if event.key() == Qt.Key.Key_Escape:
            return self.given_up.emit
        if event.key() == Qt.Key.Key_F2:
            return self.value_asked_for.emit
        return None
