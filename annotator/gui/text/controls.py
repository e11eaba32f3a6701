"""Shows characters that nobody would see as small chips, without moving the text."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from annotator.gui.text.metrics import Metrics
from annotator.gui.text.paragraphs import Line
from annotator.gui.theme import Theme

_NAMES: Final = {
    0x09: "TAB",
    0x0B: "VT",
    0x0C: "FF",
    0x0D: "CR",
    0x85: "NEL",
    0xAD: "SHY",
    0x61C: "ALM",
    0x200B: "ZWSP",
    0x200C: "ZWNJ",
    0x200D: "ZWJ",
    0x200E: "LRM",
    0x200F: "RLM",
    0x2028: "LS",
    0x2029: "PS",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}


def control_name(character: str) -> str:
    """Return the abbreviation of a control character in the Unicode standard, else its number."""
    return _NAMES.get(ord(character), f"{ord(character):02X}")


def control_x(line: Line, position: int) -> float:
    """Return the x at which a control character of a line stands."""
    utf16_position = line.block.utf16(position)
    x = line.boxes.middle_of(utf16_position)
    if x is not None:
        return x
    letter = line.boxes.letter_at(utf16_position)
    if letter is not None and letter.start < utf16_position:
        return letter.trailing
    x = line.boxes.caret_x(utf16_position)
    return x if x is not None else 0.0


def control_rects(line: Line, metrics: Metrics) -> list[tuple[str, QRectF, float]]:
    """Return the name, the chip and the place of each control character of a line."""
    block = line.block
    places = [place for place in block.controls if line.start <= place < line.end]
    if not places:
        return []
    measure = QFontMetricsF(_font(metrics))
    height, sign = measure.height() - 1, -1 if block.is_rtl else 1
    rects: list[tuple[str, QRectF, float]] = []
    for place in places:
        name, x = control_name(block.source[place - block.start]), control_x(line, place)
        width = measure.horizontalAdvance(name) + 4
        rect = QRectF(x - width / 2, line.text_top - 1, width, height)
        for _, taken, _ in rects:
            if rect.intersects(taken):
                rect.moveLeft(taken.left() - width - 1 if sign < 0 else taken.right() + 1)
        rects.append((name, rect, x))
    return rects


def paint_controls(painter: QPainter, line: Line, theme: Theme, metrics: Metrics) -> None:
    """Paint the chips of the control characters of a line, the block's corner at 0, 0."""
    rects = control_rects(line, metrics)
    if not rects:
        return
    painter.save()
    painter.setFont(_font(metrics))
    for name, rect, x in rects:
        painter.setPen(QPen(theme.muted, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x, line.text_bottom))
        painter.fillRect(rect, theme.background)
        painter.setPen(QPen(theme.muted, 1))
        painter.drawRect(rect)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()


def _font(metrics: Metrics) -> QFont:
    font = QFont(metrics.chip_font)
    font.setPixelSize(max(7, round(metrics.chip_font.pixelSize() * 0.62)))
    return font
