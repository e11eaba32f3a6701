"""A table of articles as a file has it: its first rows, and what each column is."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.core.article_table import FIELDS
from annotator.core.format import TableHead
from annotator.gui.rows.cells import CellDelegate
from annotator.gui.rows.file_preview import named_signs

_MOST = 60
"""Of more columns nobody finds the right one here; the rest goes into ``meta`` all the same."""
_LONGEST = 60
_WIDTH = 150
_OTHER = ""


class ColumnTable(QTableWidget):
    """Shows the first rows under a box for each column, which says what it is."""

    changed = Signal()
    """Another column is said to be something."""

    def __init__(self, head: TableHead, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importColumns")
        self.setAccessibleName(self.tr("What is in which column"))
        self._columns = head.columns[:_MOST]
        self.setColumnCount(len(self._columns))
        self.setRowCount(len(head.rows) + 1)
        self.setHorizontalHeaderLabels([_line(column) for column in self._columns])
        self.verticalHeader().hide()
        self.setItemDelegate(CellDelegate(self))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.horizontalHeader().setDefaultSectionSize(_WIDTH)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for row, cells in enumerate(head.rows, start=1):
            for column, cell in enumerate(cells[:_MOST]):
                self.setItem(row, column, QTableWidgetItem(_line(cell)))
        known = {column: field for field, column in head.fields.items()}
        self._boxes = [self._box(column, known.get(column, _OTHER)) for column in self._columns]
        for at, box in enumerate(self._boxes):
            self.setCellWidget(0, at, box)
            box.currentIndexChanged.connect(lambda _, box=box: self._take(box))
        self.setRowHeight(0, max(box.sizeHint().height() for box in self._boxes))

    def _box(self, column: str, field: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("What {column} is").format(column=_line(column)))
        box.addItem(self.tr("something else"), _OTHER)
        for name, text in self._fields().items():
            box.addItem(text, name)
        box.setCurrentIndex(max(0, box.findData(field)))
        return box

    def _fields(self) -> Mapping[str, str]:
        texts = {
            "text": self.tr("the text"),
            "title": self.tr("the title"),
            "name": self.tr("the name"),
            "outlet": self.tr("the outlet"),
            "url": self.tr("the address"),
            "published": self.tr("the day of publication"),
            "id": self.tr("the identifier"),
        }
        return {field: texts[field] for field in FIELDS}

    def chosen(self) -> dict[str, str]:
        """Return the column of each field that one was chosen for."""
        return {
            str(box.currentData()): column
            for column, box in zip(self._columns, self._boxes, strict=True)
            if box.currentData() != _OTHER
        }

    def _take(self, chosen: QComboBox) -> None:
        """Let no other column be what one was chosen to be."""
        for box in self._boxes:
            if box is not chosen and box.currentData() == chosen.currentData() != _OTHER:
                box.setCurrentIndex(0)
        self.changed.emit()


def _line(text: str) -> str:
    line = " ".join(text.split())
    return named_signs(line[:_LONGEST] + ("…" if len(line) > _LONGEST else ""))
