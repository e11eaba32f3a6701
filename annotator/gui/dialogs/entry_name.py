"""How an entry is to be called: a new one, or one that gets another name."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.gui.language import joined_names


class EntryNameDialog(QDialog):
    """Asks for a name, and says meanwhile which entries are called so, or nearly so."""

    def __init__(
        self,
        title: str,
        explanation: str,
        name: str,
        known_near: Callable[[str], tuple[list[str], bool]],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with ``name``.

        ``known_near`` finds the names that are like one, and tells whether it is not to be had.
        """
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
        near, is_taken = self._known_near(self.name()) if self.name() else ([], False)
        self._ok.setEnabled(bool(self.name()) and not is_taken)
        if self._name.text() and not self.name():
            self._near.setText(self.tr("Type a name; spaces alone are not a name."))
            return
        names = joined_names([f"\u2068{name}\u2069" for name in near])
        self._near.setText(self.tr("There already: {names}").format(names=names) if near else "")
