"""Rows of which a list shows a page at a time: it asks for more when their end comes into sight.

A view that is told of tens of thousands at once asks something of each of them.
"""

from typing import Final

from PySide6.QtCore import QModelIndex

from annotator.gui.rows.tick_rows import AnyIndex, TickModel

_PAGE: Final = 200


class PagedModel(TickModel):
    """Knows how many rows there are, and how many the list has asked for."""

    _shown = 0

    def count(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def show_anew(self) -> None:
        """Show the first page; to be called while the model is reset."""
        self._shown = min(self.count(), _PAGE)

    def show_until(self, row: int) -> None:
        """Show as many pages as it takes for so many rows, if there are."""
        until = min(self.count(), -(-row // _PAGE) * _PAGE)
        if until > self._shown:
            self.beginInsertRows(QModelIndex(), self._shown, until - 1)
            self._shown = until
            self.endInsertRows()

    def tell_changed(self) -> None:
        """Tell that all that is shown may have changed."""
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))

    # -- Qt

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and self._shown < self.count()

    def fetchMore(self, parent: AnyIndex) -> None:
        """Show some more; Qt asks when the end of what is shown comes into sight."""
        self.show_until(self._shown + _PAGE)
