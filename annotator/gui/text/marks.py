"""Places what is to be seen of the spans on a line: their extents, edges and chips.

The leading edge is that of the paragraph: the right one in right-to-left text, for Latin words
in it too.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import regex

from annotator.core.model import Span
from annotator.gui.bidi import Extent
from annotator.gui.text.lanes import Chip, LineMarks, Mark, Reach
from annotator.gui.text.paragraphs import Line

_CHIP_GAP: Final = 2.0
_JOINED = regex.compile(
    r"[\p{Joining_Type=D}\p{Joining_Type=C}\p{Joining_Type=L}]\p{Joining_Type=T}*+"
    r"(?<place>)[\p{Joining_Type=D}\p{Joining_Type=R}\p{Joining_Type=C}]"
)


def cuts_word(text: str, position: int) -> bool:
    """Tell whether the letters on both sides of ``position`` are joined to each other."""
    floor = max(0, position - 8)
    return any(
        match.start("place") == position
        for match in _JOINED.finditer(text, floor, position + 1, overlapped=True)
    )


def extents_of(line: Line, start: int, end: int) -> list[Extent]:
    """Return what ``[start, end)`` of the article covers of a line, in logical order."""
    start, end = max(start, line.start), min(end, line.end)
    if start >= end:
        return []
    return line.boxes.extents(line.block.utf16(start), line.block.utf16(end))


def reach_of(line: Line, start: int, end: int) -> Reach | None:
    """Return where ``[start, end)`` lies on a line; None if nothing of it is there.

    Spaces that hang over the edge of the column stay bare where the stretch goes on.
    """
    begins, ends = start >= line.start, end <= line.end
    seen_end = line.text_end if not ends and line.text_end > start else end
    extents = extents_of(line, start, seen_end)
    if not extents:
        return None
    leading, trailing = (1, 0) if line.block.is_rtl else (0, 1)
    return Reach(
        extents,
        extents[0][leading] if begins else None,
        extents[-1][trailing] if ends else None,
    )


class MarkPlacer:
    """Places marks and chips; ``name_of`` gives the words of a chip, ``width_of`` their room."""

    def __init__(
        self, text: str, name_of: Callable[[Span], str], width_of: Callable[[str], float]
    ) -> None:
        self._text = text
        self._name_of = name_of
        self._width_of = width_of

    def place(self, line: Line, width: float) -> LineMarks:
        """Return the marks of a line in a column of that width, the longest span first."""
        marks = []
        for item in line.laned:
            span = item.span
            reach = reach_of(line, span.start, span.end)
            if reach is not None:
                begins = reach.leading is not None
                cuts = begins and cuts_word(self._text, span.start)
                marks.append(Mark(span, item.lane, item.row, reach, cuts))
        is_rtl = line.block.is_rtl
        chips = self._chips([mark for mark in marks if mark.row is None], is_rtl, width)
        for row in range(len(line.rows)):
            in_row = self._chips([mark for mark in marks if mark.row == row], is_rtl, width)
            chips += [replace(chip, row=row) for chip in in_row]
        return LineMarks(marks, chips)

    def _chips(self, marks: Sequence[Mark], is_rtl: bool, width: float) -> list[Chip]:
        """Return the chips from the leading end of the line on, none over another.

        Where they do not fit, the last one says how many more there are.
        """
        sign = -1 if is_rtl else 1
        limit = 0.0 if is_rtl else width
        begun = sorted(
            ((mark.reach.leading, mark.span) for mark in marks if mark.reach.leading is not None),
            key=lambda item: (sign * item[0], item[1].order),
        )
        chips: list[Chip] = []
        free = begun[0][0] if begun else 0.0
        for number, (leading, span) in enumerate(begun):
            at = sign * max(sign * leading, sign * free)
            name = self._name_of(span)
            size = self._width_of(name)
            if sign * (at + sign * size - limit) > 0 and not chips:
                at = limit - sign * size
            if sign * (at + sign * size - limit) > 0:
                name = f"+{len(begun) - number}"
                return [*chips, _chip(None, name, at, sign * self._width_of(name))]
            chips.append(_chip(span, name, at, sign * size))
            free = at + sign * (size + _CHIP_GAP)
        return chips


def _chip(span: Span | None, text: str, at: float, reach: float) -> Chip:
    return Chip(span, text, min(at, at + reach), max(at, at + reach))
