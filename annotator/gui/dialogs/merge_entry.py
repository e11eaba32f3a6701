"""Which entry another one is to be merged into; says what will come of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.registry import Entry
from annotator.gui.language import joined_names

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class MergeEntryDialog(QDialog):
    """Searches for the entry that is to stay."""

    def __init__(
        self,
        entry: Entry,
        find: Callable[[str], Sequence[Entry]],
        foresee: Callable[[Entry], str],
        parent: QWidget | None = None,
    ) -> None:
        """Offer what ``find`` finds, for no words too; ``foresee`` says what merging does."""
        super().__init__(parent)
        self.setObjectName("mergeEntryDialog")
        self.setWindowTitle(self.tr("Merge into another entry"))
        self.resize(440, 420)
        self._entry = entry
        self._find = find
        self._foresee = foresee
        self._found: list[Entry] = []
        asked = QLabel(
            self.tr("“{name}” is the same as:").format(name=f"\u2068{entry.name}\u2069"), self
        )
        asked.setWordWrap(True)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search names"))
        self._search.setAccessibleName(self.tr("Search names"))
        self._search.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Entries"))
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Merge"))
        layout = QVBoxLayout(self)
        for widget in (asked, self._search, self._list, self._told, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._search.textChanged.connect(self._show_found)
        self._list.currentRowChanged.connect(self._show_what_comes)
        self._show_found()

    def into(self) -> Entry | None:
        """Return the entry that was chosen."""
        row = self._list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go through the list while the keyboard is in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self._found:
                row = self._list.currentRow() + step
                self._list.setCurrentRow(min(max(row, 0), len(self._found) - 1))
                return True
        return super().eventFilter(watched, event)

    def _show_found(self) -> None:
        found = self._find(self._search.text().strip())
        self._found = [entry for entry in found if entry.id != self._entry.id]
        self._list.clear()
        for entry in self._found:
            aliases = joined_names(entry.aliases)
            item = QListWidgetItem(f"{entry.name} – {aliases}" if aliases else entry.name)
            self._list.addItem(item)
        # What nobody searched for must not be merged into by a slip of Enter.
        self._list.setCurrentRow(0 if self._found and self._search.text().strip() else -1)
        self._show_what_comes()

    def _show_what_comes(self) -> None:
        into = self.into()
        self._ok.setEnabled(into is not None)
        if into:
            told = self._foresee(into)
        elif self._found:
            told = self.tr("Choose the entry that is to stay.")
        else:
            told = self.tr("No entry is called so, or nearly so. Search for another name.")
        self._told.setText(told)
