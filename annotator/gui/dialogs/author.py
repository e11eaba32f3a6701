"""Who works: chosen among the authors of a project, or new."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.fields.author_box import AuthorBox


class AuthorDialog(QDialog):
    """Asks for a name; a new one that is nearly a known one is asked about."""

    def __init__(
        self,
        names: Sequence[str],
        last: str,
        near_name: Callable[[str], str | None],
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``names``, ``last`` chosen unless empty; ``near_name`` finds one like a new one."""
        super().__init__(parent)
        self.setObjectName("authorDialog")
        self.setWindowTitle(self.tr("Who works?"))
        self._names = tuple(names)
        self._near_name = near_name
        question = QLabel(
            self.tr("Choose your name, or type a new one. Your spans are kept under it."), self
        )
        question.setWordWrap(True)
        self._name = AuthorBox(names, last, self)
        self._name.setAccessibleName(self.tr("Your name"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        layout = QVBoxLayout(self)
        for widget in (question, self._name, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._name.editTextChanged.connect(self._allow)
        self._allow()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def name(self) -> str:
        """Return the name that was chosen."""
        return self._name.name()

    def accept(self) -> None:
        """Take the name, unless it is a slip of the keyboard."""
        known = self._near_name(self.name()) if self.name() not in self._names else None
        if known is not None and self._means(known):
            self._name.setCurrentText(known)
        super().accept()

    def _allow(self) -> None:
        self._ok.setEnabled(bool(self.name()))

    def _means(self, known: str) -> bool:
        answer = QMessageBox.question(
            self,
            self.windowTitle(),
            self.tr("There is an author “{known}” already. Are you {known}?").format(
                known=f"\u2068{known}\u2069"
            ),
        )
        return answer == QMessageBox.StandardButton.Yes
