"""The key of a label on its colour, as a small picture."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from annotator.gui.theme import LabelColours

SWATCH: Final = 16
"""The width and height, in pixels."""


def swatch(key: str, colours: LabelColours) -> QIcon:
    """Draw the key of a label on its colour."""
    pixmap = QPixmap(2 * SWATCH, 2 * SWATCH)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colours.line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(0, 0, SWATCH, SWATCH, 3, 3)
    painter.setPen(QColor(colours.on_chip))
    font = painter.font()
    font.setPixelSize(SWATCH - 4)
    painter.setFont(font)
    painter.drawText(0, 0, SWATCH, SWATCH, Qt.AlignmentFlag.AlignCenter, key)
    painter.end()
    icon = QIcon(pixmap)
    for mode in (QIcon.Mode.Selected, QIcon.Mode.Disabled):  # which would tint it
        icon.addPixmap(pixmap, mode)
    return icon
