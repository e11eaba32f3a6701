"""Cells of a table whose texts may be of either direction."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

_AIR = 6
"""How much higher a row is than its letters."""


class CellDelegate(QStyledItemDelegate):
    """Lets each text run its own way, so that what is cut off is cut at its end."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if option.text:
            option.text = f"\u2068{option.text}\u2069"

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _AIR)
