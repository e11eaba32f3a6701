"""How much each author has to do and has done, and how tests went."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.core.handing import Workload
from annotator.gui.fields.hints import asks_to_open

_ROWS_SHOWN = 5
_AROUND = 8
_TEST = 4


@dataclass(frozen=True, slots=True)
class LoadRow:
    """What the table says of an author."""

    author: str
    workload: Workload
    test: str
    """How far the test is and how it went, in words; empty where there is none."""


class LoadTable(QTableWidget):
    """A row for each author; Enter or a double click asks for the author's articles."""

    author_requested = Signal(str)
    """The user wants to see the articles of that author."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.setObjectName("loadTable")
        self.setAccessibleName(self.tr("How much each author has"))
        for column, (name, told) in enumerate(self._headings()):
            head = QTableWidgetItem(name)
            head.setToolTip(told)
            self.setHorizontalHeaderItem(column, head)
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
        for column in range(1, _TEST):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_TEST, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self._request(index.row()))

    def _headings(self) -> tuple[tuple[str, str], ...]:
        """Return the names of the columns, and what is counted in each."""
        return (
            (self.tr("Author"), ""),
            (
                self.tr("Assigned"),
                self.tr("Articles that are assigned to the author. Tests are not counted."),
            ),
            (
                self.tr("Of these finished"),
                self.tr("Of the articles assigned, those that the author has finished."),
            ),
            (
                self.tr("Not assigned"),
                self.tr(
                    "Articles that the author has begun or finished though they are not assigned:"
                    " imported, or taken back since. Tests are not counted."
                ),
            ),
            (
                self.tr("Test"),
                self.tr("Articles given as a test, how many are finished, and how near to gold."),
            ),
        )

    def show_rows(self, rows: Sequence[LoadRow]) -> None:
        """Show other rows; the author at hand stays at hand."""
        author = self.author()
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            name = QTableWidgetItem(f"\u2068{row.author}\u2069")
            name.setData(Qt.ItemDataRole.UserRole, row.author)
            self.setItem(place, 0, name)
            workload = row.workload
            counts = (workload.assigned, workload.finished, workload.unassigned)
            for column, count in enumerate(counts, start=1):
                item = QTableWidgetItem(f"{count:,}")
                item.setTextAlignment(
                    Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                )
                self.setItem(place, column, item)
            test = QTableWidgetItem(row.test)
            test.setToolTip(row.test)
            self.setItem(place, _TEST, test)
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
