"""A table of figures: a cell that counts something opens what it counts."""

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QWidget,
)

from annotator.gui.fields.hints import OpeningTable
from annotator.gui.rows.figure_rows import FigureTableModel
from annotator.reports.parts import Table

_MOST_ROWS: Final = 16
"""A table with more rows has a scroll bar of its own."""
_MEASURED: Final = 8
"""Columns are as wide as so many rows need, beside those in sight."""
_WIDEST: Final = 360
"""What a column of words takes at most; its tip says all."""
_ROOM: Final = 12
"""Beside the text of a cell."""


class FigureTable(OpeningTable):
    """Shows figures; Enter or a click on a cell opens what it counts."""

    behind_requested = Signal(object, str)
    """The user wants to see what a cell counts: ``Behind``, and the cell in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FigureTableModel(self)
        self._is_cut = False
        """Whether there is no room for all columns."""
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # A table may have thousands of rows: to look at them all would take too long.
        header.setResizeContentsPrecision(_MEASURED)
        self.clicked.connect(self._open)
        self.opened.connect(self._open)

    def show_table(self, table: Table) -> None:
        """Show another table; the keyboard stays in the cell of the same row and column."""
        here, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        column = here.column()
        row = self._model.table.names[here.row()] if here.isValid() else None
        self.setAccessibleName(table.title)
        if self._model.show(table) and here.isValid():
            names = list(table.names)
            if row in names and column < len(table.head):
                self.setCurrentIndex(self._model.index(names.index(row), column))
            self.verticalScrollBar().setValue(scrolled)
        self._fit()

    @property
    def table(self) -> Table:
        """What is shown."""
        return self._model.table

    def _fit(self) -> None:
        """Give each column what it needs; no row is out of sight unless there are many."""
        lines = 2 if self.table.has_intervals else 1
        self.verticalHeader().setDefaultSectionSize(lines * self.fontMetrics().lineSpacing() + 8)
        self.resizeColumnsToContents()
        for column in range(self._model.columnCount()):
            width = self.columnWidth(column) + _ROOM
            self.setColumnWidth(column, min(width, _WIDEST))
        self.updateGeometry()

    def _open(self, index: QModelIndex) -> None:
        cell = self._model.at(index)
        if cell.behind is not None:
            self.behind_requested.emit(cell.behind, self._model.told(index))

    # -- Qt

    def sizeHint(self) -> QSize:
        rows = min(self._model.rowCount(), _MOST_ROWS)
        width = self.horizontalHeader().length() + 2
        # A header that was never shown tells no size.
        head = max(self.horizontalHeader().height(), self.fontMetrics().height() + 8)
        height = head + sum(self.rowHeight(row) for row in range(rows)) + 2
        if self._model.rowCount() > rows:
            width += self.verticalScrollBar().sizeHint().width()
        if self._is_cut:
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: no table of one row is higher than that."""
        return super().minimumSizeHint().boundedTo(self.sizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_cut = self.horizontalHeader().length() > self.viewport().width()
        if is_cut != self._is_cut:
            self._is_cut = is_cut
            self.updateGeometry()

    def opens_at_once(self, index: QModelIndex) -> bool:
        return self._model.at(index).behind is not None
