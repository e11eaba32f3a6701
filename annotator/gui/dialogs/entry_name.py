"""How an entry is to be called: a new one, or one that gets another name."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget


class EntryNameDialog(QDialog):
    """Asks for a name, and says meanwhile which entries are called so, or nearly so."""

    def __init__(
        self,
        title: str,
        explanation: str,
        name: str,
        known_near: Callable[[str], list[str]],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with ``name``; ``known_near`` finds the names that are like one."""
        super().__init__(parent)
        self.setObjectName("entryNameDialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self._known_near = known_near
        told = QLabel(explanation, self)
        told.setWordWrap(True)
        self._name = QLineEdit(name, self)
        self._name.setAccessibleName(self.tr("Name"))
        self._name.selectAll()
        self._near = QLabel(self)
        self._near.setTextFormat(Qt.TextFormat.PlainText)
        self._near.setWordWrap(True)
        self._near.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._near.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        layout = QVBoxLayout(self)
        for widget in (told, self._name, self._near, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._name.textChanged.connect(self._show_near)
        self._show_near()

    def name(self) -> str:
        """Return the name that was typed."""
        return self._name.text().strip()

    def _show_near(self) -> None:
        self._ok.setEnabled(bool(self.name()))
        if not self.name():
            self._near.setText(self.tr("Type a name: blanks alone are none."))
            return
        near = self._known_near(self.name())
        names = self.tr(", ").join(f"\u2068{name}\u2069" for name in near)
        self._near.setText(self.tr("There already: {names}").format(names=names) if near else "")
