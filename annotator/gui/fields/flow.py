"""A layout that puts widgets side by side and goes on in the next line when one is full."""

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QRect, QSize, Qt
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
        """Put the widgets into ``rect`` if it is real; return the height that they take.

        Those of one line are of one height: letters of another font make some buttons higher.
        """
        margins: QMargins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        bar = self.parentWidget()
        direction = bar.layoutDirection() if bar else Qt.LayoutDirection.LayoutDirectionAuto
        top = inner.top()
        for line in self._lines(inner.width()):
            left, height = inner.left(), max(size.height() for _, size in line)
            for item, size in line:
                if is_real:
                    place = QRect(left, top, size.width(), height)
                    item.setGeometry(QStyle.visualRect(direction, inner, place))
                left += size.width() + self.spacing()
            top += height + self.spacing()
        bottom = max(inner.top(), top - self.spacing())
        return bottom - rect.top() + margins.bottom()

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """Yield what stands in each line of that width, with the size that each wants."""
        line: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue  # what is hidden takes no room
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if line and used + size.width() > width:
                yield line
                line, used = [], 0
            line.append((item, size))
            used += size.width() + self.spacing()
        if line:
            yield line
