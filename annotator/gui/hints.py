"""What an empty list says, where its rows will be."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView


def paint_hint(view: QAbstractItemView, hint: str) -> None:
    """Paint ``hint`` on ``view``; to be called while it is being painted."""
    viewport = view.viewport()
    painter = QPainter(viewport)
    painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(
        viewport.rect().adjusted(12, 16, -12, -12),
        Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap,
        hint,
    )
    painter.end()
