"""All that is to be told of something, where a sentence has no room for it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget


class ToldDialog(QDialog):
    """Shows lines to read and to copy."""

    def __init__(self, told: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toldDialog")
        self.setWindowTitle(self.tr("In full"))
        self.resize(560, 380)
        lines = QPlainTextEdit(told, self)
        lines.setReadOnly(True)
        lines.setAccessibleName(self.windowTitle())
        lines.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(lines)
        layout.addWidget(buttons)
