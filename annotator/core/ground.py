"""What the finished layers of one article hold, to be asked what stands on a stretch of it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from annotator.core.conflicts import Drawn, Place, Sameness
from annotator.core.language import Stretch
from annotator.core.model import Layer, Span


class Stretches:
    """Stretches of a text in the order of their starts; what overlaps another is found by halving.

    They are told by their numbers in that order.
    """

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        ordered = list(stretches)
        self._ends = [end for _, end in ordered]
        self.starts = [start for start, _ in ordered]
        self._reached = list(accumulate(self._ends, max))
        """For each, how far it and those before it reach."""

    def beginning_on(self, start: int, end: int) -> range:
        """Return those that begin on ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def on(self, start: int, end: int) -> list[int]:
        """Return those that share a letter with ``[start, end)``."""
        found = []
        index = bisect_left(self.starts, end)
        while index and self._reached[index - 1] > start:
            index -= 1
            if self._ends[index] > start:
                found.append(index)
        return found[::-1]

    def any_on(self, start: int, end: int) -> bool:
        """Tell whether one of them shares a letter with ``[start, end)``."""
        index = bisect_left(self.starts, end)
        return index > 0 and self._reached[index - 1] > start

    def widened(self, start: int, end: int) -> Stretch:
        """Return the least stretch around ``[start, end)`` whose borders none of them crosses."""
        index = bisect_left(self.starts, start)
        while index and self._reached[index - 1] > start:
            index -= 1
            start = min(start, self.starts[index])
        index = bisect_left(self.starts, end)
        while index and self._reached[index - 1] > end:
            end = self._reached[index - 1]
            index = bisect_left(self.starts, end)
        return start, end


class Ground:
    """The finished layers of one article, ordered once: a question costs what its answer holds."""

    def __init__(self, finished: Sequence[Layer]) -> None:
        self.finished = finished
        self.sameness = Sameness(finished)
        self.drawn: list[Drawn] = [(layer.author, one) for layer in finished for one in layer.spans]
        """All that is drawn, in the order of the text."""
        self.drawn.sort(key=lambda one: one[1].start)
        self.stretches = Stretches((span.start, span.end) for _, span in self.drawn)
        self.by_place: dict[Place, list[Drawn]] = defaultdict(list)
        for one in self.drawn:
            self.by_place[one[1].place].append(one)

    def at(self, place: Place) -> Sequence[Drawn]:
        """Return what is drawn at a place."""
        return self.by_place.get(place, ())

    def on(self, start: int, end: int) -> list[Drawn]:
        """Return what shares a letter with ``[start, end)``, in the order of the text."""
        return [self.drawn[number] for number in self.stretches.on(start, end)]

    def cut(self, start: int, end: int) -> list[Layer]:
        """Return the layers with nothing but what begins on ``[start, end)``."""
        spans: dict[str, list[Span]] = {layer.author: [] for layer in self.finished}
        for number in self.stretches.beginning_on(start, end):
            author, span = self.drawn[number]
            spans[author].append(span)
        return [replace(layer, spans=tuple(spans[layer.author])) for layer in self.finished]
