"""Rows that quote something in its context, with tick boxes for the mouse and the space bar."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex

CONTEXT_ROLE = Qt.ItemDataRole.UserRole
"""What stands before the words, the words, and what follows; ``None`` for a title."""
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
"""What is said of a row, in words."""
COLOUR_ROLE = Qt.ItemDataRole.UserRole + 2
"""The colour of what the row quotes, if it is not that of the label at hand."""


class TickModel(QAbstractListModel):
    """A list of rows of which some have a box: those that tell a check state.

    Rows tell no flags of their own: a view asks for those of all rows, however many there are.
    """

    def toggle(self, row: int) -> None:
        """Tick a row, or take its tick away."""
        raise NotImplementedError
