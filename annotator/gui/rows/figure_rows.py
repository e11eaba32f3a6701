"""What a table of figures is made of: cells, asked for when they come into sight."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QWidget

from annotator.gui.theme import theme_of
from annotator.reports.parts import Cell, Table

AnyIndex = QModelIndex | QPersistentModelIndex


class FigureTableModel(QAbstractTableModel):
    """The cells of a table, asked for when they come into sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = Table("", "", "", (), ())

    def show(self, table: Table) -> bool:
        """Show another table; tell whether it has other rows or columns than before."""
        is_other = (table.head, table.names) != (self.table.head, self.table.names)
        if is_other:
            self.beginResetModel()
            self.table = table
            self.endResetModel()
        elif table != self.table:
            self.table = table
            last = self.index(len(table.rows) - 1, len(table.head) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        return is_other

    def at(self, index: AnyIndex) -> Cell:
        """Return the cell that stands there."""
        return self.table.rows[index.row()][index.column()]

    def told(self, index: AnyIndex) -> str:
        """Return a cell in words: which row, which column, and what stands there."""
        cell = self.at(index)
        if cell.tip and not cell.within:
            return cell.tip
        row = self.table.rows[index.row()][0].text if index.column() else ""
        told = (row, self.table.head[index.column()], cell.text, cell.tip or cell.within)
        return ", ".join(filter(None, told))

    # -- Qt

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.head)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.table.head[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                is_number = bool(self.table.rows) and self.table.rows[0][section].is_number
                return _side(is_number)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{cell.text}\n{cell.within}" if cell.within else cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.tip or (cell.text if not cell.is_number else None)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(cell.is_number)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.told(index)
            case Qt.ItemDataRole.DecorationRole if cell.colour:
                return QColor(cell.colour)
            case Qt.ItemDataRole.ForegroundRole if cell.behind is not None:
                view = self.parent()
                assert isinstance(view, QWidget)
                return QBrush(theme_of(view.palette()).accent)
        return None


def _side(is_number: bool) -> int:
    side = Qt.AlignmentFlag.AlignTrailing if is_number else Qt.AlignmentFlag.AlignLeading
    return int(side | Qt.AlignmentFlag.AlignVCenter)
