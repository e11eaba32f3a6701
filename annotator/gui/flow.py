"""A layout that puts widgets side by side and goes on in the next line when one is full."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Lines of widgets from the leading side on, each as wide as it wants to be and a line is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_real=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, is_real=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, is_real: bool) -> int:
        """Put the widgets into ``rect`` if it is real; return the height that they take."""
        margins: QMargins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        at, line_height = inner.topLeft(), 0
        bar = self.parentWidget()
        direction = bar.layoutDirection() if bar else Qt.LayoutDirection.LayoutDirectionAuto
        for item in self._items:
            if item.isEmpty():
                continue  # what is hidden takes no room
            size = item.sizeHint()
            size.setWidth(min(size.width(), inner.width()))
            if at.x() > inner.left() and at.x() + size.width() > inner.right() + 1:
                at, line_height = QPoint(inner.left(), at.y() + line_height + self.spacing()), 0
            if is_real:
                item.setGeometry(QStyle.visualRect(direction, inner, QRect(at, size)))
            at.setX(at.x() + size.width() + self.spacing())
            line_height = max(line_height, size.height())
        return at.y() + line_height - rect.top() + margins.bottom()
