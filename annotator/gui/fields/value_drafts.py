"""What was typed for the values of spans and is not saved: it stays with its span until it is."""

from annotator.core.values import ValueKind
from annotator.gui.fields.typed_values import Typed


class ValueDrafts:
    """Keeps what was typed by the ids of spans, and what is wrong with it."""

    def __init__(self) -> None:
        self._typed: dict[str, tuple[ValueKind, Typed]] = {}
        self._wrongs: dict[str, str] = {}
        self._cleared: set[str] = set()
        """For which spans the number was taken out of its field."""

    def ids(self) -> set[str]:
        """Return the ids of the spans for which something is typed."""
        return set(self._typed)

    def of(self, span_id: str, kind: ValueKind) -> Typed | None:
        """Return what was typed for a span, if it was for that kind of value."""
        if span_id not in self._typed:
            return None
        typed_for, typed = self._typed[span_id]
        return typed if typed_for is kind else None

    def keep(self, span_id: str, kind: ValueKind, typed: Typed, before: Typed) -> None:
        """Keep what is typed for a span; ``before`` stood in the fields."""
        self._typed[span_id] = kind, typed
        if typed[0].strip():
            self._cleared.discard(span_id)
        elif before[0].strip():
            self._cleared.add(span_id)
        self._wrongs.pop(span_id, None)

    def drop(self, span_id: str) -> None:
        """Forget what was typed for a span."""
        self._typed.pop(span_id, None)
        self._wrongs.pop(span_id, None)
        self._cleared.discard(span_id)

    def is_cleared(self, span_id: str) -> bool:
        """Tell whether the number was taken out of its field."""
        return span_id in self._cleared

    def say_wrong(self, span_id: str, why: str) -> None:
        """Say why what was typed is no value; empty says that nothing is wrong with it."""
        if why and span_id in self._typed:
            self._wrongs[span_id] = why
        else:
            self._wrongs.pop(span_id, None)

    def wrong(self, span_id: str) -> str:
        """Return what is wrong with what was typed for a span; empty if nothing is."""
        return self._wrongs.get(span_id, "")

    def take_over(self, other: "ValueDrafts") -> None:
        """Go on with what was typed elsewhere."""
        self._typed |= other._typed
        self._cleared |= other._cleared
