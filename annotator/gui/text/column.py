"""The column of an article: its blocks below each other, laid out when asked for.

The heights of blocks that were never laid out are estimates.  What was laid out is kept while
it is in use, up to ``_MOST_BLOCKS`` blocks and ``_MOST_LETTERS`` letters.
"""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from annotator.core.model import Direction, Span
from annotator.gui.text.lanes import NOBODY, SpanIndex, Voices
from annotator.gui.text.metrics import Metrics
from annotator.gui.text.paragraphs import Block
from annotator.gui.text.splitting import Blocks
from annotator.gui.text.sums import Sums

_MOST_BLOCKS: Final = 256
_MOST_LETTERS: Final = 150_000


class Column:
    """The blocks of one text at one width and zoom."""

    def __init__(self, text: str, direction: Direction, width: int, metrics: Metrics) -> None:
        self.text = text
        self.blocks = Blocks(text, direction)
        self.spans = SpanIndex()
        self.voices = NOBODY
        self._kept: OrderedDict[int, Block] = OrderedDict()
        self._letters = 0
        self.width, self.metrics = width, metrics
        self._heights = Sums(self._estimates())

    def __len__(self) -> int:
        return len(self.blocks)

    def resize(self, width: int, metrics: Metrics) -> None:
        """Forget what is laid out and go on with another width or zoom."""
        self.width, self.metrics = width, metrics
        self._kept.clear()
        self._letters = 0
        self._heights = Sums(self._estimates())

    def _estimates(self) -> Iterable[int]:
        metrics, per_line = self.metrics, max(1, int(self.width / self.metrics.letter))
        high = metrics.line_height
        for index, (start, end) in enumerate(
            zip(self.blocks.starts, self.blocks.ends, strict=True)
        ):
            lines = -(-(end - start) // per_line)
            estimate = high * lines if lines else metrics.empty_height
            yield estimate + self._gap_after(index) + self._gap_before(index)

    def _gap_before(self, index: int) -> int:
        return 0 if index else self.metrics.margin // 2

    def _gap_after(self, index: int) -> int:
        if index + 1 == len(self.blocks):
            return self.metrics.margin
        is_empty = self.blocks.starts[index] == self.blocks.ends[index]
        if is_empty or not self.blocks.ends_paragraph(index):
            return 0
        return self.metrics.paragraph_gap

    def block(self, index: int) -> Block:
        """Return a block, laid out."""
        block = self._kept.get(index)
        if block is None:
            blocks = self.blocks
            start, end = blocks.starts[index], blocks.ends[index]
            block = Block(
                self.text[start:end], start, blocks.is_rtl(index), self.width, self.metrics
            )
            self._kept[index] = block
            self._letters += end - start
            self._drop_oldest()
        self._kept.move_to_end(index)
        if not block.height:
            block.give_lanes(self.spans, self._gap_before(index), self.metrics, self.voices)
            self._heights[index] = block.height + self._gap_after(index)
        return block

    def _drop_oldest(self) -> None:
        while len(self._kept) > 1 and (
            len(self._kept) > _MOST_BLOCKS or self._letters > _MOST_LETTERS
        ):
            _, oldest = self._kept.popitem(last=False)
            self._letters -= oldest.end - oldest.start

    def height(self, index: int) -> int:
        """Return the height of a block with the gaps around it, laying it out."""
        self.block(index)
        return self._heights[index]

    def top(self, index: int) -> int:
        """Return the height of all blocks before ``index``, estimated where it has to be."""
        return self._heights.before(index)

    @property
    def total(self) -> int:
        """The height of all blocks, estimated where it has to be."""
        return self._heights.total

    def find(self, y: float) -> int:
        """Return the block at a height, by the estimates."""
        return self._heights.find(y)

    def set_spans(
        self,
        spans: tuple[Span, ...],
        stretches: Iterable[tuple[int, int]] | None = None,
        voices: Voices = NOBODY,
    ) -> None:
        """Go on with other spans, which differ from the last ones on ``stretches`` alone."""
        self.spans = SpanIndex(spans)
        self.voices = voices
        places = None if stretches is None else list(stretches)
        for block in self._kept.values():
            if places is None or any(
                start < block.end and block.start < end for start, end in places
            ):
                block.height = 0
