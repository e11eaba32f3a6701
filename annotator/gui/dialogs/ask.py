"""A question to the lead, on an article or a stretch of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.fields.fitting import WrappedLabel
from annotator.gui.fields.sending import send_on_ctrl_enter
from annotator.gui.fields.words_edit import WordsEdit
from annotator.gui.wording.shortening import quoted, shortened

_LONGEST = 400


class AskDialog(QDialog):
    """Asks for the words of a question; stays open until they are kept."""

    written = Signal(str)
    """The words are others now."""

    def __init__(
        self,
        quote: str,
        draft: str,
        send: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Show what is asked about and what was written of it before.

        ``send`` says why it could not be sent, or nothing.
        """
        super().__init__(parent)
        self.setObjectName("askDialog")
        self.setWindowTitle(self.tr("Ask the lead"))
        self.resize(440, 260)
        self._send = send
        about = shortened(quote, _LONGEST)
        shown = WrappedLabel(self)
        shown.setText(quoted(about) if about else self.tr("About the whole article"))
        self._words = WordsEdit(self)
        self._words.setPlainText(draft)
        self._words.moveCursor(QTextCursor.MoveOperation.End)
        self._words.setPlaceholderText(self.tr("What do you want to know?"))
        self._words.setAccessibleName(self.tr("Question"))
        self._refusal = QLabel(self)
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setWordWrap(True)
        self._refusal.setForegroundRole(QPalette.ColorRole.BrightText)
        self._refusal.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Ask"))
        layout = QVBoxLayout(self)
        for widget in (shown, self._words, self._refusal, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._words.textChanged.connect(self._allow)
        self._words.textChanged.connect(lambda: self.written.emit(self.words()))
        send_on_ctrl_enter(self, self._ok)
        self._allow()
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """Return what is written."""
        return self._words.toPlainText()

    def _allow(self) -> None:
        self._ok.setEnabled(bool(self.words().strip()))

    def accept(self) -> None:
        """Send the question, or say why that cannot be."""
        refusal = self._send(self.words())
        if not refusal:
            super().accept()
            return
        self._refusal.setText(refusal)
        self._refusal.show()
