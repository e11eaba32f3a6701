"""Rows that quote something in its context, with tick boxes for the mouse and the space bar."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex

CONTEXT_ROLE = Qt.ItemDataRole.UserRole
"""What stands before the words, the words, and what follows; ``None`` for a title."""
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
"""What is said of a row, in words."""
COLOUR_ROLE = Qt.ItemDataRole.UserRole + 2
"""The colour of what the row quotes, if it is not that of the label at hand."""


class TickModel(QAbstractListModel):
    """A list of rows of which some have a box: those that tell a check state."""

    def toggle(self, row: int) -> None:
        """Tick a row, or take its tick away."""
        raise NotImplementedError

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row or take its tick away; nothing else can be changed here."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if Qt.CheckState(value) != Qt.CheckState(index.data(role)):
            self.toggle(index.row())
        return True
