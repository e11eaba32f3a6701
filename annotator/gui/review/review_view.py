"""The article under review: gold as it stands, and in rows below the lines who marked what.

As long as nothing is selected, keys are those of the Review place; with a selection, or on a gold
span, they mean what they mean in Annotate.  While the lead marks spans of her own, all do.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import partial
from operator import attrgetter
from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.core.conflicts import Drawn
from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.language import Stretch
from annotator.core.model import Article, Layer, Span
from annotator.gui.fields.hints import paint_notice
from annotator.gui.keys import command_character
from annotator.gui.review_keys import Keys, choice_key, review_key, sample_key
from annotator.gui.text.lanes import SpanIndex, Voices
from annotator.gui.widgets.article_view import ArticleView

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewView(ArticleView):
    """Shows one article with the answers of its authors."""

    key_pressed = Signal(str)
    """A key of the Review place was pressed: what it means."""
    answer_clicked = Signal(str)
    """The lead means the answer of an author: the id of a span of it."""
    taken = Signal()
    """The lead is done with her own spans: they are to be taken."""
    given_up = Signal()
    """The lead wants no spans of her own."""
    value_asked_for = Signal()
    """The lead wants to say what the selected one of her own spans means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewView")
        self.setAccessibleName(self.tr("Article under review"))
        self.keys = Keys.CONFLICT
        self._own = SpanIndex()
        self._hint = ("", "")
        """What is said where no article is: why, and what to do then."""
        self.command_requested.connect(self._do_command)

    # What is shown

    def take_article(self, article: Article | None) -> None:
        """Show an article from its top, without spans as yet; ``None`` shows nothing."""
        self.show_article(article, None)
        self.show_hint("")

    def show_hint(self, why: str, what_next: str = "") -> None:
        """Say in the place of an article why none is shown, and what to do then."""
        self._hint = why, what_next
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text:
            paint_notice(self, *self._hint)

    def show_answers(
        self,
        layer: Layer,
        answers: Iterable[Drawn],
        names: Mapping[str, str],
        around: Sequence[Span] = (),
    ) -> None:
        """Show the spans of ``layer``, and the answers of authors, who are called by ``names``.

        What stands ``around`` them is seen, and nothing can be done to it.
        """
        said = [(author, span) for author, span in answers if author in names]
        numbers = {author: number for number, author in enumerate(names)}
        voices = Voices(
            tuple(names.values()),
            {span.id: numbers[author] for author, span in said},
            frozenset(span.id for span in around),
        )
        drawn = [*layer.spans, *(span for _, span in said), *around]
        spans = sorted(drawn, key=attrgetter("order"))
        self._layer, self._own = layer, SpanIndex(layer.spans)
        self.set_answers(tuple(spans), voices)
        self._keep_span(layer)

    def frame(self, stretch: Stretch | None) -> None:
        """Frame the conflict at hand and bring it into the middle."""
        self.attention.disputed = stretch
        if stretch is not None:
            self.center_on(stretch[0])
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        share = self._share_above(self.viewport().height())
        super().set_zoom(zoom)
        self._put_at(share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the conflict at hand where it is between top and bottom, if it was in sight."""
        share = self._share_above(event.oldSize().height())
        super().resizeEvent(event)
        self._put_at(share)

    def _share_above(self, high: int) -> float | None:
        """Return how far down the conflict at hand stands in a height; None if out of sight."""
        if self.attention.disputed is None or high <= 0:
            return None
        index, line = self._line_of(self.attention.disputed[0])
        middle = self._block_top(index) + line.top + line.height / 2
        is_in_sight = -line.height < 2 * middle < 2 * high + line.height
        return min(1.0, max(0.0, middle / high)) if is_in_sight else None

    def _put_at(self, share: float | None) -> None:
        if share is None or self.attention.disputed is None:
            return
        _, line = self._line_of(self.attention.disputed[0])
        room = self.viewport().height() - line.height
        below = round(share * self.viewport().height() - line.height / 2)
        self._rest_at(self.attention.disputed[0], max(0, min(below, room)))

    def show_chosen(self, span_ids: Set[str]) -> None:
        """Let the spans of the answer stand out that was chosen."""
        if span_ids != self.attention.chosen:
            self.attention.chosen = span_ids
            self.viewport().update()

    def _click(self, point: QPointF) -> None:
        """Choose the answer that was clicked; it decides nothing."""
        answer = self._answer_under(point) if self.keys is Keys.CONFLICT else None
        if answer is None:
            super()._click(point)
        else:
            self._set_span(None)
            self.answer_clicked.emit(answer.id)

    def _answer_under(self, point: QPointF) -> Span | None:
        """Return the answer whose row, chip or text is at a point.

        Gold in the text comes first.  Of several answers there, the next after the chosen one is
        meant, the shortest first: so one goes through them at one letter.
        """
        said, chosen = self._column.voices.of, self.attention.chosen
        mark, letter = self._span_of_mark(point), self.letter_under(point)
        if mark is not None:
            return mark if mark.id in said else None
        if letter is None or self._spans_at(letter):
            return None
        there = [span for span in super()._spans_at(letter) if span.id in said]
        at = next((number for number, one in enumerate(there) if one.id in chosen), -1) + 1
        return next((one for one in there[at:] + there if one.id not in chosen), None)

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

    # What is done to gold

    def tag(self, label: str) -> None:
        """Give a label to the gold span that is selected as text, else do as in Annotate."""
        there = self._exactly_selected()
        # Of several there, one that says so already is what the lead asks for.
        meant = [span for span in there if span.label == label] or there
        if len(meant) == 1:
            self._take_up(meant[0])
        super().tag(label)

    def _remove(self) -> None:
        there = self._exactly_selected()
        if len(there) == 1:
            self._take_up(there[0])
        if self.selection() is not None and self.keys is not Keys.DRAFT:
            self._refuse(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "No single span of gold is exactly what is selected: click one, or go to one"
                    " with Space.",
                )
            )
        else:
            super()._remove()

    def _exactly_selected(self) -> list[Span]:
        """Return the gold spans that cover just what is selected as text; no draft is gold."""
        stretch = self.selection() if self.keys is not Keys.DRAFT else None
        there = self._spans_at(stretch) if stretch else []
        return [span for span in there if (span.start, span.end) == stretch]

    def _take_up(self, span: Span) -> None:
        """Select a span in the place of its text."""
        self.place_caret(span.end)
        self._set_span(span)

    def _do_command(self, name: str) -> None:
        commands = {"repeat": self.repeat_label, "extend": self.extend, "retract": self.retract}
        if name in commands:
            commands[name]()

    # Keyboard

    @property
    def holds_something(self) -> bool:
        """Whether keys mean what is selected, and not the conflict at hand."""
        return self.selection() is not None or self.selected_span() is not None

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        if self.keys is Keys.DRAFT:
            return self._act_of_draft(event) or super()._act_of(event)
        if self.keys is Keys.SAMPLE:
            return self._act_of_sample(event)
        key = review_key(event)
        if not self.holds_something:
            # No label's key marks the word at the caret here: that would overrule by a slip.
            key = key or (choice_key(event) if self.attention.chosen else None)
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
            return partial(self.key_pressed.emit, wanted)
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
