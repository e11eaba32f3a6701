"""Lists that say why they are empty, where their rows will be."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget


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


class OpeningList(QListView):
    """A list of which Enter opens what is chosen, and Esc leaves; it says why it is empty."""

    opened = Signal(QModelIndex)
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hint = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            paint_hint(self, self.hint)
