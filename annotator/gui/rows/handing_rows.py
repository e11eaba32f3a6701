"""What the table of handed out articles is made of: rows, asked for when they come into sight."""

from collections.abc import Callable, Collection, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.handing import HandedRow, Holder
from annotator.gui.rows.article_rows import status_names
from annotator.gui.rows.lazy_rows import LazyRows

RowsOf = Callable[[Sequence[int]], list[HandedRow]]
AnyIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    ARTICLE = 1
    HOLDERS = 2
    GOLD = 3


class HandingModel(QAbstractTableModel):
    """Articles, who has each and how far, and whether it is ready."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: LazyRows[HandedRow] = LazyRows()
        self._ready: Collection[int] = ()

    def show(self, numbers: list[int], rows_of: RowsOf, ready: Collection[int]) -> None:
        """List the articles of those numbers; ``rows_of`` tells what to show of some of them.

        ``ready`` holds the numbers of those that are, also of what becomes so later.
        """
        self.beginResetModel()
        self._rows, self._ready = LazyRows(numbers, rows_of), ready
        self.endResetModel()

    def replace(self, numbers: list[int]) -> None:
        """List other articles, and show the same of each."""
        self.show(numbers, self._rows.rows_of, self._ready)

    def add(self, numbers: list[int]) -> None:
        """List further articles after those that are listed."""
        if numbers:
            first = len(self._rows.numbers)
            self.beginInsertRows(QModelIndex(), first, first + len(numbers) - 1)
            self._rows.numbers.extend(numbers)
            self.endInsertRows()

    def refresh(self) -> None:
        """Ask anew for what is shown, as soon as it is in sight."""
        self._rows.forget()
        if self._rows.numbers:
            last = self.index(len(self._rows.numbers) - 1, Column.GOLD)
            self.dataChanged.emit(self.index(0, 0), last)

    def numbers(self) -> list[int]:
        """Return the numbers that are listed."""
        return self._rows.numbers

    def row(self, place: int) -> HandedRow | None:
        """Return what stands there; ``None`` if it cannot be read."""
        return self._rows.at(place)

    # -- Qt

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows.numbers)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._heading_told(Column(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NUMBER: self.tr("No."),
            Column.ARTICLE: self.tr("Article"),
            Column.HOLDERS: self.tr("Who has it"),
            Column.GOLD: self.tr("Gold"),
        }[Column(section)]

    def _heading_told(self, column: Column) -> str | None:
        if column is not Column.HOLDERS:
            return None
        return self.tr(
            "The authors the article is assigned to, those it tests, and those who have begun or"
            " finished it though it is not assigned to them: imported, or taken back since."
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.NUMBER:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        match column:
            case Column.NUMBER:
                return f"{row.number:,}"
            case Column.ARTICLE:
                is_tip = role == Qt.ItemDataRole.ToolTipRole
                # In the title's own direction, or quotation marks would change sides.
                title = f"\u2068{row.title}\u2069"
                return f"{title}\n\u2068{row.name}\u2069" if is_tip else title
            case Column.HOLDERS:
                between = "\n" if role == Qt.ItemDataRole.ToolTipRole else self.tr(", ")
                return between.join(map(self._told, row.holders)) or self.tr("nobody")
            case Column.GOLD:
                return self.tr("ready") if row.number in self._ready else ""

    def _told(self, holder: Holder) -> str:
        told = status_names()[holder.status]
        if holder.is_test:
            told = self.tr("test, {status}").format(status=told)
        elif not holder.is_assigned:
            told = self.tr("{status}, not assigned").format(status=told)
        return f"\u2068{holder.author}\u2069 ({told})"
