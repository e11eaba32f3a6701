"""How long people worked, by author, for leads."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)


class WorkTimeDialog(QDialog):
    """A table of authors and what they did in what time."""

    def __init__(
        self, rows: Sequence[Sequence[str]], *, measures: bool, parent: QWidget | None = None
    ) -> None:
        """Show ``rows``: author, finished, spans, hours, seconds a span and an article."""
        super().__init__(parent)
        self.setObjectName("workTimeDialog")
        self.setWindowTitle(self.tr("Work time"))
        self.resize(640, 360)
        heads = [
            self.tr("Author"),
            self.tr("Articles finished"),
            self.tr("Spans"),
            self.tr("Hours"),
            self.tr("Seconds per span"),
            self.tr("Minutes per article"),
        ]
        table = QTableWidget(len(rows), len(heads), self)
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                    )
                table.setItem(place, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        hint = QLabel(
            self.tr(
                "Time counts while keys or the mouse are used; pauses of over a minute are left"
                " out. Hours are those of all articles; the last two columns count finished"
                " articles with measured time alone. Seconds per span count the spans that the"
                " author drew or changed: not those that were imported and left as they were."
            ),
            self,
        )
        hint.setWordWrap(True)
        self._measures = QCheckBox(self.tr("&Measure time in this project"), self)
        self._measures.setChecked(measures)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (table, hint, self._measures, buttons):
            layout.addWidget(widget)

    def measures(self) -> bool:
        """Return whether time is to be measured in the project."""
        return self._measures.isChecked()
