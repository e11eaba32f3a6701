"""The spans that a lead marks for one conflict: a draft, which is saved only when it is taken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from annotator.core.conflicts import Conflict
from annotator.core.edits import Change, Describe, Edit
from annotator.core.model import Article, Layer, LayerState, Span, Status, new_id
from annotator.core.values import Value
from annotator.workflow.review.deciding import OwnSpan

Complete = Callable[[Change], Change]
"""Gives a value to each span of a change that comes to its place without one, where it can."""


def first_draft(conflict: Conflict) -> tuple[Span, ...]:
    """Return what a lead begins with: what was decided before, else the answer of the most."""
    answers = (option.spans for option in conflict.options if option.spans)
    return conflict.draft or next(answers, ())


@dataclass(frozen=True, slots=True)
class Steps:
    """A draft as it is kept: its spans, and how they were before each edit."""

    spans: tuple[Span, ...]
    before: tuple[tuple[Span, ...], ...] = ()
    """How they were, the latest last."""
    after: tuple[tuple[Span, ...], ...] = ()
    """How they were before edits were taken back."""
    seen: frozenset[str] = frozenset()
    """The ids of spans whose values the lead has been shown."""

    @property
    def is_edited(self) -> bool:
        """Whether anything was done to it."""
        return bool(self.before or self.after)

    @property
    def told(self) -> int:
        """How many spans are told where it is kept: those of each step anew."""
        return sum(map(len, (self.spans, *self.before, *self.after)))

    def fits(self, text: str) -> bool:
        """Tell whether all its spans lie in ``text`` as they say."""
        return all(
            span.quote == text[span.start : span.end]
            for spans in (self.spans, *self.before, *self.after)
            for span in spans
        )


def begun_with(spans: Iterable[Span]) -> Steps:
    """Return the draft that begins with ``spans``; its own are others by their ids."""
    own = (replace(one, id=new_id()) for one in spans)
    return Steps(tuple(sorted(own, key=lambda one: one.order)))


class OwnSpans:
    """A layer that nobody but the window knows; each edit can be taken back."""

    def __init__(self, article: Article, lead: str, steps: Steps, complete: Complete) -> None:
        def layer(spans: tuple[Span, ...]) -> Layer:
            return Layer(article.id, lead, spans, LayerState(Status.IN_PROGRESS), 1)

        self.layer = layer(steps.spans)
        self._text = article.text
        self._complete = complete
        self._before = [layer(spans) for spans in steps.before]
        self._after = [layer(spans) for spans in steps.after]
        self._seen = set(steps.seen)

    def steps(self) -> Steps:
        """Return it as it is kept."""
        before, after = (
            tuple(layer.spans for layer in layers) for layers in (self._before, self._after)
        )
        return Steps(self.layer.spans, before, after, frozenset(self._seen))

    def do(self, edit: Edit) -> Change:
        """Make an edit.

        Raises:
            AnnotatorError: if the layer cannot take it.
        """
        change = self._complete(edit.plan(self.layer, self._text))
        after = change.on(self.layer)
        self._before.append(self.layer)
        self._after.clear()
        self.layer = after
        return change

    def undo(self) -> None:
        """Take the last edit back, if there is one."""
        self._go(self._before, self._after)

    def redo(self) -> None:
        """Make the edit again that was taken back last, if there is one."""
        self._go(self._after, self._before)

    def undo_and_redo(self) -> tuple[bool, bool]:
        """Tell whether there is an edit to take back, and one to make again."""
        return bool(self._before), bool(self._after)

    def _go(self, source: list[Layer], target: list[Layer]) -> None:
        if source:
            target.append(self.layer)
            self.layer = source.pop()

    def see(self, span: Span | None) -> None:
        """Tell that the lead is shown what a span means."""
        if span is not None:
            self._seen.add(span.id)

    def set_value(self, span_id: str, value: Value) -> None:
        """Say what a span means."""
        self.do(Describe(span_id, value=(value,)))

    def wanted(self) -> tuple[OwnSpan, ...]:
        """Return the spans as the lead wants them; a proposal that nobody saw is none of hers."""
        return tuple(
            OwnSpan(
                span.start,
                span.end,
                span.label,
                span.value if span.is_confirmed or span.id in self._seen else None,
                span.quote,
            )
            for span in self.layer.spans
        )
