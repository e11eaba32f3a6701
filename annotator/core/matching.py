"""Spans of two layers paired one to one: as many as can be, unmatched ones left over.

Two spans may be paired if they share a letter: at least one code point.  Offsets count code points
of ``Article.text``, end exclusive.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import TypeAlias

from annotator.core.assignment import heaviest
from annotator.core.conflicts import Place

Pairs: TypeAlias = list[tuple[int, int]]
"""Which of the first go with which of the others, by index."""

MOST_WEIGHED = 2_000_000
"""Up to so many spans of one side, times overlaps, in one heap of spans that hang together, the
shared letters are weighed; a heap of more is no person's work, and would take minutes."""


def most_pairs(first: Sequence[Place], second: Sequence[Place]) -> Pairs:
    """Return as many pairs of overlapping spans as there can be, whatever their labels.

    They are gone through by where they end.  Of all that are left, the one that ends first
    overlaps those of the other side that start before its end; and of these, the one that ends
    first overlaps nothing that the others do not overlap too.  So pairing these two never costs a
    pair: the step of Glover (1967) for convex bipartite graphs, which holds for stretches on both
    sides as well.  It takes n log n, however the spans are nested.
    """
    if not first or not second:
        return []
    if len(first) == len(second) == 1:
        return [(0, 0)] if shared_letters(first[0], second[0]) else []
    sides = _Side(first), _Side(second)
    in_order = sorted(
        (end, start, label, which, index)
        for which, side in enumerate((first, second))
        for index, (start, end, label) in enumerate(side)
    )
    pairs = []
    for end, _, _, which, index in in_order:
        if sides[which].take(index):
            partner = sides[1 - which].take_first_to_end(end)
            if partner is not None:
                pairs.append((partner, index) if which else (index, partner))
    return pairs


class _Side:
    """What is left of one side; ties go by place, so that like spans meet."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._left = set(range(len(places)))
        self._coming = sorted(self._left, key=lambda index: places[index][0], reverse=True)
        self._begun: list[tuple[int, int, str, int]] = []

    def take(self, index: int) -> bool:
        """Take one out; return false if it was gone."""
        if index not in self._left:
            return False
        self._left.remove(index)
        return True

    def take_first_to_end(self, before: int) -> int | None:
        """Take out, of those that start before an offset, the one that ends first."""
        places, coming = self._places, self._coming
        while coming and places[coming[-1]][0] < before:
            index = coming.pop()
            start, end, label = places[index]
            heappush(self._begun, (end, start, label, index))
        while self._begun:
            index = heappop(self._begun)[-1]
            if self.take(index):
                return index
        return None


def best_pairs(first: Sequence[Place], second: Sequence[Place]) -> Pairs:
    """Return the pairs of overlapping spans that a person would make, whatever their labels.

    These are most pairs; of several such ways the one with most shared letters, then the one with
    most pairs of one label.  Who comes first makes no difference.
    """
    if sorted(second) < sorted(first):
        return [(index, partner) for partner, index in best_pairs(second, first)]
    pairs: Pairs = []
    for some, others in _heaps(first, second):
        here = [first[index] for index in some]
        there = [second[index] for index in others]
        pairs += [(some[index], others[partner]) for index, partner in _paired(here, there)]
    return pairs


def _heaps(first: Sequence[Place], second: Sequence[Place]) -> Iterator[tuple[list[int], ...]]:
    """Yield, by index, what hangs together by overlaps; what stands alone is left out."""
    in_order = sorted(
        (place, which, index)
        for which, side in enumerate((first, second))
        for index, place in enumerate(side)
    )
    heap: tuple[list[int], list[int]] = [], []
    reached = 0
    for (start, end, _), which, index in in_order:
        if start >= reached:
            if all(heap):
                yield heap
            heap = [], []
        heap[which].append(index)
        reached = max(reached, end)
    if all(heap):
        yield heap


def _paired(first: Sequence[Place], second: Sequence[Place]) -> Iterable[tuple[int, int]]:
    if len(first) == len(second) == 1:
        return [(0, 0)]
    if len(first) * _overlaps(first, second) > MOST_WEIGHED:
        return most_pairs(first, second)
    letters = min(sum(end - start for start, end, _ in side) for side in (first, second))
    letter = min(len(first), len(second)) + 1
    pair = letter * (letters + 1)
    weights: list[dict[int, int]] = [{} for _ in first]
    for index, partner in _overlapping(first, second):
        one, other = first[index], second[partner]
        shared = shared_letters(one, other)
        weights[index][partner] = pair + letter * shared + (one[2] == other[2])
    return heaviest(weights)


def _overlaps(first: Iterable[Place], second: Iterable[Place]) -> int:
    """Return how many spans of one side overlap how many of the other, without a look at each."""
    starts, ends = sorted(start for start, _, _ in second), sorted(end for _, end, _ in second)
    return sum(bisect_left(starts, end) - bisect_right(ends, start) for start, end, _ in first)


def _overlapping(first: Sequence[Place], second: Sequence[Place]) -> Iterator[tuple[int, int]]:
    in_order = sorted(
        (start, end, which, index)
        for which, side in enumerate((first, second))
        for index, (start, end, _) in enumerate(side)
    )
    begun: tuple[list[tuple[int, int]], list[tuple[int, int]]] = [], []
    for start, end, which, index in in_order:
        others = begun[1 - which]
        others[:] = [other for other in others if other[0] > start]
        yield from ((other, index) if which else (index, other) for _, other in others)
        begun[which].append((end, index))


def shared_letters(one: Place, other: Place) -> int:
    """Return how many code points two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
