"""Strokes that several parts of a line are painted with."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from annotator.gui.text.metrics import Metrics


def fill_dashed(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fill a rectangle with dashes, as what is not sure is drawn."""
    x, dash = rect.left(), 2 * rect.height()
    while x < rect.right():
        width = min(dash, rect.right() - x)
        painter.fillRect(QRectF(x, rect.top(), width, rect.height()), colour)
        x += 1.7 * dash


def paint_tag(
    painter: QPainter, rect: QRectF, text: str, colour: QColor, on: QColor, metrics: Metrics
) -> None:
    """Write on a rounded ground, as the name of a label stands over its span."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, 2.5 * metrics.zoom, 2.5 * metrics.zoom)
    painter.setPen(on)
    painter.setFont(metrics.chip_font)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
