"""Which spans a line has, in which lane each runs, and what of them is to be seen.

Short spans run nearest the text.  Lanes are given out line by line, so that each line stays as
flat as it can; what nests deeper than ``MOST_LANES`` is counted instead of drawn.

Where the answers of several authors are compared, what each drew runs in rows of its own below the
lanes: the same author in the same place on every line.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from annotator.core.model import Span
from annotator.gui.bidi import Extent
from annotator.gui.text.metrics import MOST_LANES

_CHUNK: Final = 64


class SpanIndex:
    """The spans of a layer, to be asked which of them share letters with a stretch.

    Spans are in the order of a layer.  The farthest end of each chunk of them spares looking at
    the spans that end long before.
    """

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = spans
        self._starts = [span.start for span in spans]
        ends = [span.end for span in spans]
        self._reach = [max(ends[at : at + _CHUNK]) for at in range(0, len(ends), _CHUNK)]

    def at(self, start: int, end: int) -> list[Span]:
        """Return the spans that share a letter with ``[start, end)``, in order."""
        last = bisect_left(self._starts, end)
        found = []
        for chunk, reach in enumerate(self._reach[: -(-last // _CHUNK)]):
            if reach > start:
                low = chunk * _CHUNK
                high = min(last, low + _CHUNK)
                found += [span for span in self.spans[low:high] if span.end > start]
        return found

    def first_from(self, start: int) -> int:
        """Return the number of the first span that starts at ``start`` or later."""
        return bisect_left(self._starts, start)


@dataclass(frozen=True, slots=True)
class Voices:
    """The authors whose answers are compared, beside other spans."""

    names: tuple[str, ...] = ()
    """What they are called, in the order of their rows."""
    of: Mapping[str, int] = field(default_factory=dict)
    """For the id of each span that is an answer, the number of its author."""
    muted: Set[str] = frozenset()
    """The ids of spans that only stand around what is at hand."""

    def name_of(self, span: Span) -> str:
        """Return who drew a span, if it is an answer."""
        number = self.of.get(span.id)
        return "" if number is None else self.names[number]


NOBODY: Final = Voices()


@dataclass(frozen=True, slots=True)
class Laned:
    """A span on one line; ``lane`` 0 is nearest the text, None is beyond what is drawn.

    An answer runs in a ``row`` below the lanes instead.
    """

    span: Span
    lane: int | None
    row: int | None = None


def give_lanes(spans: Sequence[Span]) -> list[Laned]:
    """Return the spans of one line with their lanes, the longest first."""
    lanes: list[list[Span]] = [[] for _ in range(MOST_LANES)]
    laned = []
    for span in sorted(spans, key=lambda span: (span.end - span.start, span.start, span.label)):
        above = [n for n, lane in enumerate(lanes) if any(_overlap(span, s) for s in lane)]
        lane = above[-1] + 1 if above else 0
        if lane < MOST_LANES:
            lanes[lane].append(span)
        laned.append(Laned(span, lane if lane < MOST_LANES else None))
    return laned[::-1]


def give_rows(spans: Sequence[Span], voices: Voices) -> tuple[list[Laned], list[int]]:
    """Return the answers on one line with their rows, and whose each row is.

    Every author has a row at least, so that one sees who marked nothing.
    """
    said = [span for span in spans if span.id in voices.of]
    if not said:
        return [], []
    laned: list[Laned] = []
    rows: list[int] = []
    for number in range(len(voices.names)):
        own: list[list[Span]] = [[]]
        for span in said:
            if voices.of[span.id] == number:
                free = (at for at, row in enumerate(own) if not any(_overlap(span, s) for s in row))
                at = next(free, len(own))
                own += [[]] * (at == len(own))
                own[at] = [*own[at], span]
                laned.append(Laned(span, None, len(rows) + at))
        rows += [number] * len(own)
    return laned, rows


def lane_count(laned: Sequence[Laned]) -> int:
    """Return how many lanes are drawn."""
    return max((item.lane + 1 for item in laned if item.lane is not None), default=0)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a stretch of text lies on one line."""

    extents: list[Extent]
    leading: float | None
    """The edge at which the stretch begins; None if it began on a line before."""
    trailing: float | None
    """The edge at which the stretch ends; None if it goes on."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What of one span is to be seen on one line."""

    span: Span
    lane: int | None
    row: int | None
    reach: Reach
    cuts_word: bool
    """Whether a bar through the letters at the leading edge would cut a joined word."""


@dataclass(frozen=True, slots=True)
class Chip:
    """The name of a span, or how many more there are; ``span`` is None then."""

    span: Span | None
    text: str
    left: float
    right: float
    row: int | None = None
    """The row of the answer that it names; it stands above the text otherwise."""


@dataclass(frozen=True, slots=True)
class LineMarks:
    """All marks of one line, the longest span first, and their chips."""

    marks: list[Mark]
    chips: list[Chip]
