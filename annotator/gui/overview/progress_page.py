"""How far the articles are: of each author, how many have which status."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from annotator.core.model import Status
from annotator.gui.overview.page import OverviewPage
from annotator.gui.session import Session


class ProgressPage(OverviewPage):
    """Counts the layers of each author by their status."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._table = QTableWidget(self)
        self._table.setObjectName("progressTable")
        self._table.setAccessibleName(self.title())
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setShowGrid(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self._table)

    def title(self) -> str:
        return self.tr("Progress")

    def show_anew(self) -> None:
        session = self._session
        counts: Counter[tuple[str, Status]] = Counter()
        none: list[tuple[str, Status, int]] = []
        for author, status, count in session.read(
            session.project.layers.by_author_and_status, none
        ):
            counts[author, status] = count
        own = session.author
        authors = sorted(
            name for name in {name for name, _ in counts} if own.is_lead or name == own.name
        )
        heads = {
            Status.IN_PROGRESS: self.tr("In progress"),
            Status.FINISHED: self.tr("Finished"),
            Status.SET_ASIDE: self.tr("Set aside"),
        }
        table = self._table
        table.setRowCount(len(authors))
        table.setColumnCount(1 + len(heads))
        table.setHorizontalHeaderLabels([self.tr("Author"), *heads.values()])
        for row, author in enumerate(authors):
            table.setItem(row, 0, QTableWidgetItem(f"\u2068{author}\u2069"))
            for column, status in enumerate(heads, start=1):
                item = QTableWidgetItem(f"{counts[author, status]:,}")
                item.setTextAlignment(
                    Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                )
                table.setItem(row, column, item)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
