"""Cuts a text into the blocks that are laid out on their own, and tells their directions.

A block is a paragraph (ended by a line feed, and by nothing else) or, where that is longer than
``LONGEST``, a piece of it that was cut at a space.
"""

from bisect import bisect_right
from typing import Final

import regex

from annotator.core.model import Direction
from annotator.core.text import letter_start

LONGEST: Final = 4000
_GOOD_CUT = regex.compile(r"(?r)\s(?=[\p{Bidi_Class=AL}\p{Bidi_Class=R}])")
"""Before a letter of its own direction a cut changes nothing in the order of what follows."""
_SPACE = regex.compile(r"(?r)\s")
_STRONG = regex.compile(
    r"[\u2066-\u2068](?:[^\u2066-\u2069]|(?R))*(?:\u2069|\Z)"
    r"|(?<ltr>\p{Bidi_Class=L})|(?<rtl>[\p{Bidi_Class=R}\p{Bidi_Class=AL}])"
)
"""A letter with a direction; isolates are skipped whole (UAX #9, P2)."""

_HIDDEN_SEPARATORS = {
    code: " " for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029) if code != 0x0A
}
SHOWN: Final = _HIDDEN_SEPARATORS | {0xFEFF: "\u2060"}
"""What Qt is given instead, one for one.

It would break lines at separators of its own, and drops a byte order mark that leads a string.
"""

_NO_WIDTH = (
    r"[\u00AD\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]"
    r"|\u200D(?!\p{Extended_Pictographic})"
)
NO_WIDTH: Final = regex.compile(_NO_WIDTH)
"""Characters that are no letters and take no room."""

CONTROLS: Final = regex.compile(rf"(?V1)[[\p{{Cc}}--[\t\n]]\u2028\u2029]|{_NO_WIDTH}")
"""Characters that nobody would see: they get small chips, but for what joins emoji."""


class Blocks:
    """Where the blocks of a text start and end; the end leaves out the line feed."""

    def __init__(self, text: str, direction: Direction) -> None:
        self.text = text
        self._direction = direction
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._paragraphs: list[int] = []
        """The block that begins the paragraph of each block."""
        at = 0
        for line in text.split("\n"):
            self._add_paragraph(at, at + len(line))
            at += len(line) + 1

    def _add_paragraph(self, start: int, end: int) -> None:
        first = len(self.starts)
        while end - start > LONGEST:
            cut = self._cut(start)
            self._add(start, cut, first)
            start = cut
        self._add(start, end, first)

    def _add(self, start: int, end: int, paragraph: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self._paragraphs.append(paragraph)

    def _cut(self, start: int) -> int:
        stop = start + LONGEST
        for pattern, reach in ((_GOOD_CUT, 400), (_SPACE, LONGEST // 2)):
            match = pattern.search(self.text, stop - reach, stop)
            if match:
                return int(match.end())
        cut = letter_start(self.text, stop)
        return cut if cut > start else stop

    def __len__(self) -> int:
        return len(self.starts)

    def of(self, position: int) -> int:
        """Return the number of the block that holds ``position``."""
        return max(0, bisect_right(self.starts, position) - 1)

    def paragraph(self, block: int) -> tuple[int, int]:
        """Return where the paragraph of a block starts and ends."""
        first = last = self._paragraphs[block]
        while last + 1 < len(self) and self._paragraphs[last + 1] == first:
            last += 1
        return self.starts[first], self.ends[last]

    def ends_paragraph(self, block: int) -> bool:
        """Tell whether a paragraph ends with the block."""
        return block + 1 == len(self) or self._paragraphs[block + 1] == block + 1

    def is_rtl(self, block: int) -> bool:
        """Tell the direction of a block: that of the article, or of its paragraph."""
        if self._direction is not Direction.AUTO:
            return self._direction is Direction.RTL
        start, end = self.paragraph(block)
        for match in _STRONG.finditer(self.text, start, end):
            if match["ltr"] or match["rtl"]:
                return match["rtl"] is not None
        return False
