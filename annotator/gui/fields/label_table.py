"""The labels as a table, a row each; the label editor fills it from its draft."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.core.labels import Label
from annotator.gui.fields.swatches import SWATCH, swatch
from annotator.gui.theme import theme_of

COUNTS: Final = 5
"""The column that tells how often a label stands."""


class LabelTable(QTableWidget):
    """Shows labels; one of them is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        titles = [
            self.tr("Label"),
            self.tr("English"),
            self.tr("Arabic"),
            self.tr("Value"),
            self.tr("Reader"),
            self.tr("Spans"),
        ]
        self.setColumnCount(len(titles))
        self.setObjectName("labelTable")
        self.setAccessibleName(self.tr("Labels"))
        self.setHorizontalHeaderLabels(titles)
        self.verticalHeader().hide()
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setIconSize(QSize(SWATCH, SWATCH))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(COUNTS, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)

    def show_label(self, row: int, label: Label, kind: str, spans: int) -> None:
        """Show a label whose values are of a kind called ``kind``, and that stands so often."""
        cells = [label.name, label.shown_en, label.shown_ar, kind, label.reader or "", str(spans)]
        items = [QTableWidgetItem(text) for text in cells]
        items[0].setIcon(swatch(label.key, theme_of(self.palette()).label(label.colour)))
        items[0].setData(
            Qt.ItemDataRole.AccessibleTextRole,
            self.tr("{label}, key {key}").format(label=label.name, key=label.key),
        )
        for column, item in enumerate(items):
            self.setItem(row, column, item)
