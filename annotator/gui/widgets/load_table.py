"""How much each author has to do and has done, and how tests went."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.gui.hints import asks_to_open

_ROWS_SHOWN = 5
_AROUND = 8


@dataclass(frozen=True, slots=True)
class LoadRow:
    """What the table says of an author."""

    author: str
    assigned: int
    finished: int
    test: str
    """How far the test is and how it went, in words; empty where there is none."""


class LoadTable(QTableWidget):
    """A row for each author; Enter or a double click asks for the author's articles."""

    author_requested = Signal(str)
    """The user wants to see the articles of that author."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setObjectName("loadTable")
        self.setAccessibleName(self.tr("How much each author has"))
        self.setHorizontalHeaderLabels(
            [self.tr("Author"), self.tr("Assigned"), self.tr("Finished"), self.tr("Test")]
        )
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self.fontMetrics().lineSpacing() + _AROUND)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self._request(index.row()))

    def show_rows(self, rows: Sequence[LoadRow]) -> None:
        """Show other rows; the author at hand stays at hand."""
        author = self.author()
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            name = QTableWidgetItem(f"\u2068{row.author}\u2069")
            name.setData(Qt.ItemDataRole.UserRole, row.author)
            self.setItem(place, 0, name)
            for column, told in enumerate((f"{row.assigned:,}", f"{row.finished:,}"), start=1):
                item = QTableWidgetItem(told)
                item.setTextAlignment(
                    Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                )
                self.setItem(place, column, item)
            test = QTableWidgetItem(row.test)
            test.setToolTip(row.test)
            self.setItem(place, 3, test)
            if row.author == author:
                self.setCurrentCell(place, 0)
        height = self.horizontalHeader().height() + 2 * self.frameWidth()
        height += sum(map(self.rowHeight, range(min(len(rows), _ROWS_SHOWN))))
        self.setMaximumHeight(max(height, 3 * self.fontMetrics().lineSpacing()))

    def author(self) -> str:
        """Return the author that the keyboard is at; empty if it is at none."""
        item = self.item(self.currentRow(), 0)
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _request(self, row: int) -> None:
        item = self.item(row, 0)
        if item is not None:
            self.author_requested.emit(item.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_to_open(event, self):
            self._request(self.currentRow())
        else:
            super().keyPressEvent(event)
