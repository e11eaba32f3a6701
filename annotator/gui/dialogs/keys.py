"""All keys, on one page."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.arabic import ARABIC
from annotator.gui.wording.key_groups import KeyGroup


class _RoomyRows(QStyledItemDelegate):
    """Gives rows more room than the style: it leaves out the last line where a hair is lacking.

    It measures lines by the font, and letters that another font lends it may be higher.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, option.fontMetrics.height() // 2)


class KeysDialog(QDialog):
    """A table of keys and what they do, by where they are pressed; a line finds some of them."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("Keys"))
        self.resize(640, 560)
        self._groups = groups
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(self.tr("Type a key, or some letters of what it does"))
        self._line.setAccessibleName(self.tr("Find"))
        self._line.setClearButtonEnabled(True)
        self._line.textChanged.connect(self._list_fitting)
        self._table = QTableWidget(0, 2, self)
        self._prepare_table()
        self._list_fitting("")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._line)
        layout.addWidget(self._table)
        layout.addWidget(buttons)

    def _prepare_table(self) -> None:
        table = self._table
        table.setAccessibleName(self.tr("Keys"))
        table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)  # what is long has further lines
        table.setItemDelegate(_RoomyRows(table))
        table.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        # Once all columns are as wide as they stay: the rows follow from that.
        queued = Qt.ConnectionType.QueuedConnection
        header.sectionResized.connect(table.resizeRowsToContents, queued)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def _list_fitting(self, typed: str) -> None:
        words = ARABIC.fold(typed).split()
        self._table.clearSpans()
        self._table.setRowCount(0)
        for title, keys in self._groups:
            told = [(key, act, ARABIC.fold(f"{key} {act} {title}")) for key, act in keys]
            fitting = [(key, act) for key, act, held in told if all(w in held for w in words)]
            if fitting:
                self._add_title(title)
            for key, act in fitting:
                # Keys are written left to right in an Arabic window too.
                self._add_row(QTableWidgetItem(f"\u2068{key}\u2069"), QTableWidgetItem(act))
        if not self._table.rowCount():
            self._add_title(self.tr("No key does what is called so."))
        self._table.resizeRowsToContents()

    def _add_title(self, title: str) -> None:
        item = QTableWidgetItem(title)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setBackground(self.palette().alternateBase())
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        row = self._add_row(item)
        self._table.setSpan(row, 0, 1, 2)

    def _add_row(self, *items: QTableWidgetItem) -> int:
        row = self._table.rowCount()
        self._table.insertRow(row)
        for column, item in enumerate(items):
            self._table.setItem(row, column, item)
        return row
