"""Boxes to tick before the rows of a plain list or table."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui.theme import framing_boxes


class TickBoxDelegate(QStyledItemDelegate):
    """Draws rows as their style does, but with boxes whose frames are seen in the dark."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.palette = framing_boxes(option.palette)
