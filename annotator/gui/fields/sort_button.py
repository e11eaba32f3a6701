"""In which order articles are listed: a button with a menu."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.core.query import Order

_ARROW = 12
"""The sign of a menu stands beside the text of its button, not over its last letter."""


class SortButton(QToolButton):
    """Tells the order, and offers others."""

    order_chosen = Signal()
    """The user wants another order, or the other way round."""
    suggestions_wanted = Signal()
    """The user wants an order that follows suggestions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sortButton")
        menu = QMenu(self)
        self._orders = QActionGroup(menu)
        for order, name in (
            (Order.ADDED, self.tr("as added")),
            (Order.TITLE, self.tr("by title")),
            (Order.PUBLISHED, self.tr("by day of publication")),
            (Order.STATUS, self.tr("by status")),
            (Order.SPANS, self.tr("by number of spans")),
            (Order.DOUBT, self.tr("least sure suggestions first")),
            (Order.NEW_NAMES, self.tr("most new names first")),
        ):
            action = self._orders.addAction(menu.addAction(name))
            action.setCheckable(True)
            action.setData(order)
            action.setChecked(order is Order.ADDED)
        menu.addSeparator()
        self._descending = menu.addAction(self.tr("the other way round"))
        self._descending.setCheckable(True)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._orders.triggered.connect(self._choose)
        self._descending.triggered.connect(lambda _: self.order_chosen.emit())
        self.show_order()

    def _choose(self) -> None:
        self.order_chosen.emit()
        if self.order().follows_suggestions:
            self.suggestions_wanted.emit()

    def order(self) -> Order:
        """Return which order is chosen."""
        return Order(self._orders.checkedAction().data())

    def is_descending(self) -> bool:
        """Tell whether it is the other way round."""
        return self._descending.isChecked()

    def take_over(self, other: "SortButton") -> None:
        """Have the order of another button."""
        for action in self._orders.actions():
            action.setChecked(action.data() == other.order())
        self._descending.setChecked(other.is_descending())

    def show_order(self) -> None:
        """Say how the list is sorted, unless as added."""
        order = self._orders.checkedAction().text() + (" ↓" if self.is_descending() else "")
        is_usual = self.order() is Order.ADDED and not self.is_descending()
        self.setText(self.tr("Sort") if is_usual else order)
        self.setMinimumWidth(self.sizeHint().width() + _ARROW)
        self.setAccessibleName(self.tr("Sort: {order}").format(order=order))
