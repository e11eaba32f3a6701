"""All keys, on one page."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)


class _RoomyRows(QStyledItemDelegate):
    """Gives rows more room than the style: it leaves out the last line where a hair is lacking.

    It measures lines by the font, and letters that another font lends it may be higher.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, option.fontMetrics.height() // 2)


class KeysDialog(QDialog):
    """A table of keys and what they do."""

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("Keys"))
        self.resize(640, 560)
        table = QTableWidget(len(keys), 2, self)
        table.setAccessibleName(self.tr("Keys"))
        table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)  # what is long has further lines
        table.setAlternatingRowColors(True)
        table.setItemDelegate(_RoomyRows(table))
        table.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        for row, (key, act) in enumerate(keys):
            # Keys are written left to right in an Arabic window too, unless words come first.
            table.setItem(row, 0, QTableWidgetItem(f"\u2068{key}\u2069"))
            table.setItem(row, 1, QTableWidgetItem(act))
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        # Once all columns are as wide as they stay: the rows follow from that.
        queued = Qt.ConnectionType.QueuedConnection
        header.sectionResized.connect(table.resizeRowsToContents, queued)
        table.resizeRowsToContents()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        layout.addWidget(buttons)
