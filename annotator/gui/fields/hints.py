"""Lists and tables that say why they are empty, where their rows will be, and open what is in them.

What there is to open is pointed out under the mouse, and opened by Enter.
"""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QListView,
    QTableView,
    QWidget,
)

_WIDEST = 420
_AIR = 12


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


def paint_notice(view: QAbstractScrollArea, title: str, told: str) -> None:
    """Paint a title on ``view``, and below it what is told; to be called while it is painted."""
    viewport = view.viewport()
    room = viewport.rect()
    room.setWidth(min(_WIDEST, room.width() - 2 * _AIR))
    room.moveCenter(viewport.rect().center())
    room.setTop(viewport.height() // 4)
    centred = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    painter = QPainter(viewport)
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 1.3)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(view.palette().color(QPalette.ColorRole.Text))
    below = painter.boundingRect(room, centred, title).bottom() + _AIR
    painter.drawText(room, centred, title)
    painter.setFont(view.font())
    room.setTop(below)
    painter.drawText(room, centred, told)
    painter.end()


def asks_to_open(event: QKeyEvent, view: QAbstractItemView) -> bool:
    """Tell whether a key asks for what is at hand in ``view`` to be opened."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and view.currentIndex().isValid()


def point_out(widget: QWidget, *, opens: bool) -> None:
    """Let the mouse over ``widget`` tell whether there is something to open under it."""
    shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
    widget.setCursor(shape)


class OpeningList(QListView):
    """A list of which Enter opens what is chosen, and Esc leaves; it says why it is empty."""

    opened = Signal(QModelIndex)
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hint = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_to_open(event, self):
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            paint_hint(self, self.hint)


class OpeningTable(QTableView):
    """A table of which Enter opens what is at hand; it says why it is empty."""

    opened = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.hint = ""
        """What an empty table says."""
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def opens_at_once(self, index: QModelIndex) -> bool:
        """Tell whether one click opens what stands there."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_to_open(event, self):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        point_out(self.viewport(), opens=index.isValid() and self.opens_at_once(index))
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            paint_hint(self, self.hint)
