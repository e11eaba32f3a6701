"""Where each letter of a laid-out line stands: one table that rectangles and hit test both read.

The table is made from glyph runs.  ``cursorToX`` has one x for each position, so at a border of
directions it answers for the other run; ``xToCursor`` forgets the trailing space of wrapped
right-to-left lines; neither is used.  Positions here are UTF-16 units of the layout's text, x
counts from the left edge of the column.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextLayout

_INDEXES = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
_TOUCHING = 0.6
"""Runs that end and start within this many pixels form one rectangle."""
_NOTHING = 0.01
_HANGING = 4.0
"""How wide the spaces are shown that hang over the edge of the column."""

Extent = tuple[float, float]
"""The left and the right edge of something on a line."""


class Letter(NamedTuple):
    """A letter with its marks, and the box it stands in."""

    left: float
    right: float
    start: int
    end: int
    is_rtl: bool

    @property
    def leading(self) -> float:
        """The x at which reading the letter begins."""
        return self.right if self.is_rtl else self.left

    @property
    def trailing(self) -> float:
        """The x at which reading the letter ends."""
        return self.left if self.is_rtl else self.right

    def nearest_border(self, x: float) -> int:
        """Return the position, before or after the letter, that is nearer to ``x``."""
        in_left_half = x < (self.left + self.right) / 2
        return self.end if in_left_half == self.is_rtl else self.start


class _Run(NamedTuple):
    start: int
    end: int
    is_rtl: bool


class LineBoxes:
    """The letter boxes of one line.

    ``stops`` are the places in the whole layout at which a visible letter starts, ascending, and
    its end: a glyph that stands for several letters is shared out among them, and several glyphs
    that stand for one letter are one box.  From ``hanging`` on there are but spaces: where a line
    is broken they have no glyph, and get a narrow box beyond the last letter, for the mouse.
    """

    def __init__(self, layout: QTextLayout, index: int, stops: Sequence[int], hanging: int) -> None:
        self._layout = layout  # a QTextLine that outlives its layout crashes
        self._line = layout.lineAt(index)
        self._stops = stops
        self.start: int = self._line.textStart()
        self.end: int = self.start + self._line.textLength()
        self._hanging = self.end
        self._runs, clusters = self._read_runs()
        if hanging < self.end and self._box(hanging, self.end) is None:
            self._hanging = hanging
            clusters = sorted({*clusters, hanging})
            self._runs = self._with_hanging(self._runs)
        self._clusters = self._divided(clusters)

    def _read_runs(self) -> tuple[list[_Run], list[int]]:
        """Return the runs in logical order, without gaps, and the borders of glyph clusters."""
        borders = {self.start, self.end}
        found = []
        for run in self._line.glyphRuns(-1, -1, _INDEXES):
            indexes = run.stringIndexes()
            if indexes:
                found.append((min(indexes), run.isRightToLeft()))
                borders.update(indexes)
        found.sort()
        starts = [self.start, *(start for start, _ in found[1:]), self.end]
        runs = [
            _Run(start, end, is_rtl)
            for (start, end), (_, is_rtl) in zip(pairwise(starts), found, strict=False)
        ]
        return [run for run in runs if run.start < run.end], sorted(borders)

    def _with_hanging(self, runs: list[_Run]) -> list[_Run]:
        """Return ``runs`` with the spaces that hang over the edge as one of their own."""
        is_rtl = self._layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
        shown = [run._replace(end=min(run.end, self._hanging)) for run in runs]
        return [
            *(run for run in shown if run.start < run.end),
            _Run(self._hanging, self.end, is_rtl),
        ]

    def _divided(self, clusters: list[int]) -> list[int]:
        """Return the cluster borders with those that Qt left out.

        In a run with a character from a fallback font, every glyph has the index of the first.
        A place between two letters is a border if what is left and right of it fills the whole
        without a gap; inside a glyph for two letters Qt shifts the parts.
        """
        borders = clusters[:1]
        for start, end in pairwise(clusters):
            stops = self._stops
            for stop in stops[bisect_right(stops, start) : bisect_left(stops, end)]:
                if self._is_divided(borders[-1], stop, end):
                    borders.append(stop)
            borders.append(end)
        return borders

    def _is_divided(self, start: int, middle: int, end: int) -> bool:
        whole, one, other = (
            self._box(*place) for place in ((start, end), (start, middle), (middle, end))
        )
        if whole is None or one is None or other is None:
            return False
        left, right = (one, other) if one[0] + one[1] < other[0] + other[1] else (other, one)
        gaps = (left[0] - whole[0], left[1] - right[0], right[1] - whole[1])
        return all(abs(gap) < _NOTHING for gap in gaps)

    def extents(self, start: int, end: int) -> list[Extent]:
        """Return what ``[start, end)`` covers of the line, in logical order.

        There are several extents where directions mix and the stretch ends inside a run.
        """
        found: list[Extent] = []
        for run in self._runs:
            first, last = max(start, run.start), min(end, run.end)
            extent = self._in_run(run, first, last) if first < last else None
            if extent is None or extent[1] - extent[0] <= _NOTHING:
                continue
            found = _joined(found, extent)
        return found

    @cached_property
    def letters(self) -> list[Letter]:
        """The letters that have a width, from left to right."""
        letters: list[Letter] = []
        for run in self._runs:
            at = bisect_left(self._clusters, run.start)
            while at + 1 < len(self._clusters) and self._clusters[at] < run.end:
                start, end = self._clusters[at], min(self._clusters[at + 1], run.end)
                for letter in self._letters_of(start, end, run.is_rtl):
                    if letters and not self._is_stop(letter.start):
                        letters[-1] = _united(letters[-1], letter)
                    else:
                        letters.append(letter)
                at += 1
        return sorted(letters)

    def _is_stop(self, position: int) -> bool:
        at = bisect_left(self._stops, position)
        return at < len(self._stops) and self._stops[at] == position

    @cached_property
    def _by_start(self) -> list[Letter]:
        return sorted(self.letters, key=lambda letter: letter.start)

    def letter_under(self, x: float) -> Letter | None:
        """Return the letter at ``x``, beyond the ends of the line the outermost one."""
        letters = self.letters
        if not letters:
            return None
        return letters[max(0, bisect_right(letters, x, key=lambda letter: letter.left) - 1)]

    def letter_at(self, position: int) -> Letter | None:
        """Return the letter that starts at ``position`` or holds it, else the one before it."""
        found = bisect_right(self._by_start, position, key=lambda letter: letter.start) - 1
        return self._by_start[found] if found >= 0 else None

    def caret_x(self, position: int) -> float | None:
        """Return where a caret before ``position`` stands; None on a line without letters."""
        letter = self.letter_at(position)
        if letter is None:
            return self._by_start[0].leading if self._by_start else None
        return letter.trailing if position >= letter.end else letter.leading

    def middle_of(self, position: int) -> float | None:
        """Return the middle of the glyph of a character, which may have no width, if it has one."""
        at = bisect_left(self._clusters, position)
        if self._clusters[at : at + 1] != [position] or position >= self.end:
            return None
        box = self._box(position, self._clusters[at + 1])
        return None if box is None else (box[0] + box[1]) / 2

    def _in_run(self, run: _Run, start: int, end: int) -> Extent | None:
        clusters = self._clusters
        first = max(clusters[bisect_right(clusters, start) - 1], run.start)
        last = min(clusters[bisect_left(clusters, end)], run.end)
        box = self._box(first, last)
        if box is None:
            return None
        left, right = box
        if first < start:
            x = self._inside(start, run)
            left, right = (left, min(x, right)) if run.is_rtl else (max(x, left), right)
        if end < last:
            x = self._inside(end, run)
            left, right = (max(x, left), right) if run.is_rtl else (left, min(x, right))
        return left, right

    def _inside(self, position: int, run: _Run) -> float:
        """Return the x of a place inside a glyph cluster.

        It starts a letter, or a character without a width that follows one.
        """
        at = bisect_right(self._clusters, position) - 1
        start, end = max(self._clusters[at], run.start), min(self._clusters[at + 1], run.end)
        letters = self._letters_of(start, end, run.is_rtl)
        holding = [letter for letter in letters if letter.start <= position < letter.end]
        if holding:
            letter = holding[0]
            return letter.leading if letter.start == position else letter.trailing
        box = self._box(start, end)
        return (box[0] if run.is_rtl else box[1]) if box else 0.0

    def _letters_of(self, start: int, end: int, is_rtl: bool) -> list[Letter]:
        """Share the box of the cluster ``[start, end)`` out among the letters in it."""
        box = self._box(start, end)
        if box is None or box[1] - box[0] <= _NOTHING:
            return []
        stops = self._stops
        inner = stops[bisect_right(stops, start) : bisect_left(stops, end)]
        borders = [start, *inner, end]
        width = (box[1] - box[0]) / (len(borders) - 1)
        letters = []
        for number, (first, last) in enumerate(pairwise(borders)):
            left = box[1] - (number + 1) * width if is_rtl else box[0] + number * width
            letters.append(Letter(left, left + width, first, last, is_rtl))
        return letters

    def _box(self, start: int, end: int) -> Extent | None:
        """Return what ``[start, end)`` covers, given that both are borders of clusters."""
        if start >= self._hanging:
            return self._beyond_the_edge()
        boxes: list[QRectF] = [
            run.boundingRect() for run in self._line.glyphRuns(start, end - start, _INDEXES)
        ]
        if not boxes:
            return None
        return min(box.left() for box in boxes), max(box.right() for box in boxes)

    def _beyond_the_edge(self) -> Extent | None:
        """Return where spaces without a glyph are shown: at the end of the line as it is read."""
        shown = self._box(self.start, self._hanging) if self.start < self._hanging else None
        if shown is None:
            return None
        left, right = shown
        return (left - _HANGING, left) if self._runs[-1].is_rtl else (right, right + _HANGING)


def _united(one: Letter, other: Letter) -> Letter:
    """Return the box of a letter of which ``other`` is a further glyph."""
    left, right = min(one.left, other.left), max(one.right, other.right)
    return Letter(left, right, one.start, other.end, one.is_rtl)


def _joined(found: list[Extent], new: Extent) -> list[Extent]:
    """Return ``found`` with ``new``, which swallows what it touches."""
    left, right = new
    place = len(found)
    for number in range(len(found) - 1, -1, -1):
        if found[number][0] <= right + _TOUCHING and left <= found[number][1] + _TOUCHING:
            left, right = min(left, found[number][0]), max(right, found[number][1])
            place = number
            found = found[:number] + found[number + 1 :]
    return [*found[:place], (left, right), *found[place:]]


def is_rtl(text: str) -> bool:
    """Tell whether the first strong letter of ``text`` reads from right to left."""
    strong = (kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
