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

from annotator.gui.reasons import UNUSABLE, kinds, stored_reason


class SetAsideDialog(QDialog):
    """Asks for the reason: a ready one, and words of one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setAsideDialog")
        self.setWindowTitle(self.tr("Set aside"))
        self._choices = {kind: QRadioButton(text, self) for kind, text in kinds().items()}
        self._choices[UNUSABLE].setChecked(True)
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(self.tr("Why? (one line)"))
        self._words.setAccessibleName(self.tr("Reason"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("Why is this article set aside?"), self))
        for widget in (*self._choices.values(), self._words, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def reason(self) -> str:
        """Return the reason as the file holds it."""
        kind = next(kind for kind, choice in self._choices.items() if choice.isChecked())
        return stored_reason(kind, self._words.text())
