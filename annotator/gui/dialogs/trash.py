"""Removed articles: restored one by one, or deleted for good all together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from annotator.core.model import Removed


class TrashDialog(QDialog):
    """Lists removed articles, what was removed last first."""

    restore_requested = Signal(str)
    """The user wants the article of that id back."""
    empty_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trashDialog")
        self.setWindowTitle(self.tr("Trash"))
        self.resize(520, 380)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Removed articles"))
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        act = QDialogButtonBox.ButtonRole.ActionRole
        self._restore = buttons.addButton(self.tr("&Restore"), act)
        self._empty = buttons.addButton(self.tr("&Empty the trash…"), act)
        layout = QVBoxLayout(self)
        for widget in (self._list, self._told, buttons):
            layout.addWidget(widget)
        buttons.rejected.connect(self.reject)
        self._restore.clicked.connect(self._ask_to_restore)
        self._empty.clicked.connect(self._ask_to_empty)
        self._list.itemActivated.connect(lambda _: self._ask_to_restore())
        self._list.currentItemChanged.connect(lambda *_: self._allow())

    def show_removed(self, removed: Sequence[Removed], told: str = "") -> None:
        """List ``removed``; ``told`` is what came of the last wish."""
        self._list.clear()
        for article in removed:
            by = self.tr("removed by {author}, {day}").format(
                author=f"\u2068{article.removed_by}\u2069",
                day=f"\u2066{article.removed_at[:10]}\u2069",
            )
            item = QListWidgetItem(f"\u2068{article.title}\u2069\n{by}", self._list)
            item.setToolTip(article.name)
            item.setData(Qt.ItemDataRole.UserRole, article.id)
        if removed:
            self._list.setCurrentRow(0)
        self._told.setText(told or ("" if removed else self.tr("The trash is empty.")))
        self._allow()

    def _allow(self) -> None:
        self._restore.setEnabled(self._list.currentItem() is not None)
        self._empty.setEnabled(self._list.count() > 0)

    def _ask_to_restore(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.restore_requested.emit(item.data(Qt.ItemDataRole.UserRole))

    def _ask_to_empty(self) -> None:
        answer = QMessageBox.warning(
            self,
            self.windowTitle(),
            self.tr(
                "Delete %n article(s) with all their layers for good? That cannot be undone, and"
                " nothing that was done in the project before can be.",
                "",
                self._list.count(),
            ),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.empty_requested.emit()
