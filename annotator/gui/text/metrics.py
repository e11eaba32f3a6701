"""The measures of the article view at one zoom, in whole logical pixels.

Every line keeps room for the chips above it and for three lanes below it, so that marking makes
no text jump; only deeper nesting lets a line grow.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final, Self

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.gui.theme import ARTICLE_FAMILY

FONT_SIZE: Final = 20
MOST_LANES: Final = 6
ROOMY_LANES: Final = 3
_WIDEST_EM: Final = 46
_WIDEST_NAME_EM: Final = 6
_SAMPLE: Final = "وذكرت المصادر أن القوات بدأت الانسحاب من قاعدة في ريف الحسكة"


@dataclass(frozen=True, slots=True)
class Metrics:
    """What is how large."""

    zoom: float
    font: QFont
    chip_font: QFont
    ascent: int
    descent: int
    letter: float
    """The mean width of a letter, to estimate paragraphs that are not laid out yet."""
    lane: int
    """The thickness of a lane."""
    lane_step: int
    chip_height: int
    chip_padding: int
    above: int
    """From the top of a line to its text: the chips."""
    paragraph_gap: int
    margin: int
    """The least room beside the column; see ``margin_for``."""
    widest_name: int
    """The room that the name of an author gets beside the column at most."""
    widest: int
    """The column never grows wider than this."""
    grip: int
    """The radius of a handle."""

    @classmethod
    def at(cls, zoom: float) -> Self:
        """Return the measures at a zoom; 1 is the usual size."""
        size = round(FONT_SIZE * zoom)
        font, chip_font = QFont(ARTICLE_FAMILY), QFont(ARTICLE_FAMILY)
        font.setPixelSize(size)
        chip_font.setPixelSize(max(10, round(size * 0.58)))
        in_font, in_chip = QFontMetricsF(font), QFontMetricsF(chip_font)
        lane = max(2, round(3 * zoom))
        chip_height = round(in_chip.height() * 0.8)
        return cls(
            zoom=zoom,
            font=font,
            chip_font=chip_font,
            ascent=round(in_font.ascent() + 0.49),
            descent=round(in_font.descent() + 0.49),
            letter=in_font.horizontalAdvance(_SAMPLE) / len(_SAMPLE),
            lane=lane,
            lane_step=lane + max(1, round(zoom)),
            chip_height=chip_height,
            chip_padding=max(3, round(4 * zoom)),
            above=chip_height + 1,
            paragraph_gap=round(size * 0.45),
            margin=round(min(size * 1.4, 40)),
            widest_name=size * _WIDEST_NAME_EM,
            widest=size * _WIDEST_EM,
            grip=max(4, round(5 * zoom)),
        )

    def below(self, lanes: int) -> int:
        """Return the room below the text of a line that has ``lanes`` lanes."""
        return self.lane_step * (max(ROOMY_LANES, min(lanes, MOST_LANES)) - 1) + self.lane

    def rows_after(self, lanes: int) -> int:
        """Return how far below the text the rows of answers begin, under so many lanes."""
        return lanes * self.lane_step + 2 * self.lane

    def margin_for(self, names: Iterable[str]) -> int:
        """Return the room beside the column in which these names are to stand."""
        in_chip = QFontMetricsF(self.chip_font)
        widest = max(map(in_chip.horizontalAdvance, names), default=0.0)
        return max(self.margin, ceil(min(widest, self.widest_name)) + 4 * self.chip_padding)

    @property
    def row_step(self) -> int:
        """The height of a row of answers: a bracket, and the name under it."""
        return self.chip_height + 3 * self.lane

    @property
    def empty_height(self) -> int:
        """The height of a paragraph without letters, which only parts others."""
        return self.line_height // 3

    @property
    def line_height(self) -> int:
        """The height of a line without deep nesting."""
        return self.above + self.ascent + self.descent + self.below(0)
