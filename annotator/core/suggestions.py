"""Suggestions: spans that a program proposes; they count as nothing until somebody takes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from annotator.core.conflicts import Place


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A span that may be meant.

    Offsets are code points, end exclusive; both ends lie between whole letters.
    """

    start: int
    end: int
    label: str
    confidence: float
    """How likely it is right, from 0 to 1."""
    sources: tuple[str, ...]
    """What found it, by name, in the order of the alphabet."""

    @property
    def place(self) -> Place:
        """Start, end and label."""
        return self.start, self.end, self.label

    @property
    def order(self) -> tuple[int, int, str]:
        """Sort key, as that of spans."""
        return self.start, -self.end, self.label


def combined(found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Return one suggestion for each stretch and label, none over another of its label, in order.

    Sources that agree are each likely to err by themselves: the chance that all do is the product
    of theirs (noisy or; Pearl 1988, 4.3.2).  Of those that overlap the most confident stays, then
    the longest, then the first.
    """
    by_place: dict[Place, Suggestion] = {}
    for one in found:
        known = by_place.get(one.place)
        by_place[one.place] = _agreeing(known, one) if known else one
    by_label: dict[str, list[Suggestion]] = {}
    for one in by_place.values():
        by_label.setdefault(one.label, []).append(one)
    kept = [one for some in by_label.values() for one in _apart(some)]
    return tuple(sorted(kept, key=attrgetter("order")))


def _agreeing(one: Suggestion, other: Suggestion) -> Suggestion:
    if set(other.sources) <= set(one.sources):
        return replace(one, confidence=max(one.confidence, other.confidence))
    confidence = 1 - (1 - one.confidence) * (1 - other.confidence)
    return replace(
        one, confidence=confidence, sources=tuple(sorted({*one.sources, *other.sources}))
    )


def _apart(some: Iterable[Suggestion]) -> list[Suggestion]:
    """Return the best of those that overlap: one sweep over runs of them, best first in each."""
    kept: list[Suggestion] = []
    run: list[Suggestion] = []
    reached = 0
    for one in sorted(some, key=attrgetter("order")):
        if run and one.start >= reached:
            kept += _best(run)
            run = []
        run.append(one)
        reached = max(reached, one.end)
    return kept + _best(run)


def _best(run: Sequence[Suggestion]) -> list[Suggestion]:
    if len(run) < 2:
        return list(run)
    kept: list[Suggestion] = []
    for one in sorted(run, key=lambda one: (-one.confidence, one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept
