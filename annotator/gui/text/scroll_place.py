"""The place to which a page is scrolled: a block and an offset in it.

So text never slides away under the reader.

What lies on the lower edge of a page moves nothing, but lets the text be scrolled until its last
line stands above.  What was scrolled so stays where it is when that goes.
"""

from collections.abc import Iterator

from annotator.gui.text.column import Column
from annotator.gui.text.paragraphs import Block


class ScrollPlace:
    """What stands at the top of a page that shows a column of text."""

    def __init__(self, column: Column) -> None:
        self._column = column
        self.first = 0
        """The block at the top."""
        self._shift = 0
        """How much of it is out of sight."""
        self._spare = 0
        """How much room was left below the text when it was scrolled last."""

    @property
    def value(self) -> int:
        """How far it is from the top of the text, as a scroll bar says it."""
        return self._column.top(self.first) + self._shift

    def most(self, high: int, covered: int) -> int:
        """Return the greatest ``value`` on a page ``high`` of which the lowest is covered."""
        room = max(covered, self._spare)
        return max(0, self._column.total - high + room, self.value)

    def top_of(self, index: int) -> int:
        """Return the y of a block on the page; estimated for blocks out of sight."""
        return self._column.top(index) - self.value

    def line_at_top(self) -> tuple[int, int]:
        """Return where the first line begins that is seen whole, and its distance to the top."""
        block = self._column.block(self.first)
        line = next((line for line in block.lines if line.top >= self._shift), block.lines[-1])
        return line.start, line.top - self._shift

    def visible(self, high: int) -> Iterator[tuple[Block, int]]:
        """Yield the blocks that are in sight, laid out, with their y on the page."""
        y = -self._shift
        for index in range(self.first, len(self._column)):
            if y >= high:
                return
            yield self._column.block(index), y
            y += self._column.height(index)

    # Moving; nothing is settled before ``move_by``

    def go_to(self, index: int, shift: int) -> None:
        """Let a block stand at the top, so much of it out of sight."""
        self.first, self._shift = index, shift

    def go_to_value(self, value: int) -> None:
        """Go where a scroll bar says, by estimates."""
        self.first = self._column.find(value)
        self._shift = value - self._column.top(self.first)

    def go_to_end(self) -> None:
        """Go beyond the last line."""
        self.first = len(self._column) - 1
        self._shift = self._column.height(self.first)

    def move_by(self, pixels: int, high: int, covered: int) -> None:
        """Move the text up, as far as there is more of it on a page ``high``."""
        column, room = self._column, max(covered, self._spare)
        self._shift += pixels
        self._settle()
        bottom = -self._shift
        for index in range(self.first, len(column)):
            bottom += column.height(index)
            if bottom >= high:
                break
        if bottom < high - room:
            self._shift -= high - room - bottom
            bottom = high - room
            self._settle()
        is_at_top = self.first == 0 and self._shift == 0
        self._spare = 0 if is_at_top else max(0, high - bottom)

    def _settle(self) -> None:
        column = self._column
        while self._shift < 0 and self.first > 0:
            self.first -= 1
            self._shift += column.height(self.first)
        self._shift = max(0, self._shift)
        while self.first + 1 < len(column) and self._shift >= column.height(self.first):
            self._shift -= column.height(self.first)
            self.first += 1
