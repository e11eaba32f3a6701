"""The spans that a lead marks for one conflict: a draft, which is saved only when it is taken."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from annotator.core.conflicts import Conflict
from annotator.core.edits import Change, Describe, Edit
from annotator.core.model import Article, Layer, LayerState, Span, Status, new_id
from annotator.core.values import Value
from annotator.workflow.review import OwnSpan

Complete = Callable[[Change], Change]
"""Gives a value to each span of a change that comes to its place without one, where it can."""


def first_draft(conflict: Conflict) -> tuple[Span, ...]:
    """Return what a lead begins with: what was decided before, else the answer of the most."""
    answers = (option.spans for option in conflict.options if option.spans)
    return conflict.draft or next(answers, ())


class OwnSpans:
    """A layer that nobody but the window knows; each edit can be taken back."""

    def __init__(self, article: Article, lead: str, spans: Iterable[Span], complete: Complete):
        own = sorted((replace(one, id=new_id()) for one in spans), key=lambda one: one.order)
        self.layer = Layer(article.id, lead, tuple(own), LayerState(Status.IN_PROGRESS), 1)
        self._text = article.text
        self._complete = complete
        self._before: list[Layer] = []
        self._after: list[Layer] = []
        self._seen: set[str] = set()
        """The ids of spans whose values the lead has been shown."""

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
