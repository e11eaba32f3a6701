"""Why an article is set aside."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)


class SetAsideDialog(QDialog):
    """Asks for the reason: a ready one, and words of one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setAsideDialog")
        self.setWindowTitle(self.tr("Set aside"))
        self._choices = [
            QRadioButton(self.tr("It cannot be used"), self),
            QRadioButton(self.tr("Ask the lead"), self),
        ]
        self._choices[0].setChecked(True)
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(self.tr("Why? (one line)"))
        self._words.setAccessibleName(self.tr("Reason"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("Why is this article set aside?"), self))
        for widget in (*self._choices, self._words, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def reason(self) -> str:
        """Return the reason in one line."""
        choice = next(choice.text() for choice in self._choices if choice.isChecked())
        words = " ".join(self._words.text().split())
        return f"{choice}: {words}" if words else choice
