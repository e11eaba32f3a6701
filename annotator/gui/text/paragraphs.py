"""The blocks of an article as they are laid out: made when asked for, kept while in use.

Shaping is kept apart from lanes: a change of spans drops the lanes of the blocks it touches and
no shaping.  Inside a block, positions count code points of the article; y counts from its top.
"""

from functools import cached_property

import regex
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotator.core.text import OffsetMap
from annotator.gui.bidi import LineBoxes
from annotator.gui.text.lanes import (
    NOBODY,
    Laned,
    LineMarks,
    SpanIndex,
    Voices,
    give_lanes,
    give_rows,
    lane_count,
)
from annotator.gui.text.metrics import Metrics
from annotator.gui.text.splitting import CONTROLS, NO_WIDTH, SHOWN

_LETTER = regex.compile(r"\X")


class Line:
    """One line of a block."""

    def __init__(self, block: "Block", index: int, line: QTextLine, metrics: Metrics) -> None:
        self.block, self.index = block, index
        self.start = block.from_utf16(line.textStart())
        self.end = block.from_utf16(line.textStart() + line.textLength())
        self.ascent = max(metrics.ascent, round(line.ascent() + 0.49))
        self.descent = max(metrics.descent, round(line.descent() + 0.49))
        if self.start == self.end:
            share = self.descent / (self.ascent + self.descent)
            self.descent = round(metrics.empty_height * share)
            self.ascent = metrics.empty_height - self.descent
        self.shift = self.ascent - line.ascent()
        """From where the text may begin to where Qt has to begin drawing it."""
        self.top = self.height = self.baseline = 0
        self.laned: list[Laned] = []
        self.rows: list[int] = []
        """Whose each row of answers is."""
        self.rows_top = 0
        self.marks: LineMarks | None = None
        """What of the spans is to be seen; made when the line is painted."""

    @property
    def text_top(self) -> int:
        """Where the room for letters begins."""
        return self.baseline - self.ascent

    @property
    def text_bottom(self) -> int:
        """Where the room for letters ends and that for lanes begins."""
        return self.baseline + self.descent

    @property
    def text_end(self) -> int:
        """The end without the spaces that hang over the edge of the column."""
        source = self.block.source
        end = self.end - self.block.start
        while end > self.start - self.block.start and source[end - 1].isspace():
            end -= 1
        return self.block.start + end

    @cached_property
    def boxes(self) -> LineBoxes:
        """Where the letters stand."""
        block = self.block
        return LineBoxes(block.layout, self.index, block.stops, block.utf16(self.text_end))

    def place(self, top: int, metrics: Metrics) -> None:
        """Stand at ``top``, as high as the lanes ask; an empty line needs no room for marks."""
        self.top = top
        if self.start == self.end:
            self.baseline = top + self.ascent
            self.height = self.text_bottom - top
            return
        self.baseline = top + metrics.above + self.ascent
        lanes = lane_count(self.laned)
        self.rows_top = self.text_bottom + metrics.rows_after(lanes)
        bottom = self.text_bottom + metrics.below(lanes)
        if self.rows:
            bottom = max(bottom, self.rows_top + len(self.rows) * metrics.row_step)
        self.height = bottom - top


class Block:
    """One laid-out block: its lines from top to bottom."""

    def __init__(self, source: str, start: int, is_rtl: bool, width: int, metrics: Metrics) -> None:
        self.source, self.start, self.end = source, start, start + len(source)
        self.is_rtl, self.width = is_rtl, width
        self._map = OffsetMap(source)
        self.layout = QTextLayout(source.translate(SHOWN), metrics.font)
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(_text_option(is_rtl))
        self.lines = self._lay_out(width, metrics)
        self.height = 0
        """What the lines take up; known once they have lanes."""

    def _lay_out(self, width: int, metrics: Metrics) -> list[Line]:
        lines: list[Line] = []
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            lines.append(Line(self, len(lines), line, metrics))
        self.layout.endLayout()
        return lines

    def give_lanes(
        self, spans: SpanIndex, top: int, metrics: Metrics, voices: Voices = NOBODY
    ) -> None:
        """Find the spans of each line and stand the lines below each other, from ``top`` on."""
        here = SpanIndex(spans.at(self.start, self.end))
        y = top
        for line in self.lines:
            # A span that goes on beyond an empty line has no letter on it.
            there = here.at(line.start, line.end) if line.start < line.end else []
            said, line.rows = give_rows(there, voices)
            line.laned = [*give_lanes([one for one in there if one.id not in voices.of]), *said]
            line.marks = None
            line.place(y, metrics)
            y += line.height
        self.height = y

    def utf16(self, position: int) -> int:
        """Return the position in the layout of a position in the article."""
        return self._map.to_utf16(position - self.start)

    def from_utf16(self, utf16_position: int) -> int:
        """Return the position in the article of a position in the layout."""
        return self.start + self._map.from_utf16(utf16_position)

    @cached_property
    def stops(self) -> list[int]:
        """Where in the layout a letter with a width starts, and its end."""
        to_utf16 = self._map.to_utf16
        stops = [
            to_utf16(match.start())
            for match in _LETTER.finditer(self.source)
            if not NO_WIDTH.match(match[0])
        ]
        return [*stops, to_utf16(len(self.source))]

    @cached_property
    def controls(self) -> list[int]:
        """The places of characters that nobody would see."""
        return [self.start + match.start() for match in CONTROLS.finditer(self.source)]

    def line_of(self, position: int) -> Line:
        """Return the line that holds ``position``; of the end of the block, the last one."""
        return next((line for line in self.lines if position < line.end), self.lines[-1])

    def line_at(self, y: float) -> Line:
        """Return the line at a height, else the nearest one."""
        return next((line for line in self.lines if y < line.top + line.height), self.lines[-1])


def _text_option(is_rtl: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    return option
