"""Why an article is set aside."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.wording.reasons import ASK_LEAD, UNUSABLE, kinds, stored_reason


class SetAsideDialog(QDialog):
    """Asks for the reason: a ready one, which Up and Down choose, and words of one's own."""

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
        self._asks = QCheckBox(self.tr("Send it to the lead as a question"), self)
        self._asks.setChecked(True)
        self._asks.setEnabled(False)
        self._choices[ASK_LEAD].toggled.connect(self._asks.setEnabled)
        for widget in (*self._choices.values(), self._words, self._asks, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)  # what is typed at once is the reason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows that the line for the words has no use for."""
        choices = list(self._choices.values())
        if event.key() == Qt.Key.Key_Up:
            choices[0].setChecked(True)
        elif event.key() == Qt.Key.Key_Down:
            choices[-1].setChecked(True)
        else:
            super().keyPressEvent(event)

    def question(self) -> str | None:
        """Return what is to be asked of the lead; ``None`` if nothing is."""
        return self._words.text() if self._asks.isEnabled() and self._asks.isChecked() else None

    def reason(self) -> str:
        """Return the reason as the file holds it."""
        kind = next(kind for kind, choice in self._choices.items() if choice.isChecked())
        return stored_reason(kind, self._words.text())
