"""An unexpected error: what happened, to be copied and sent; the program goes on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)


class CrashDialog(QDialog):
    """Shows the details of a bug, and of those that follow while it is open."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("Unexpected error"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 400)
        self._all = [details]
        told = QLabel(
            self.tr(
                "Something went wrong that should not. What was shown as saved is saved, and you"
                " can go on. Please send the details below to whoever looks after the program."
            ),
            self,
        )
        told.setWordWrap(True)
        self._details = QPlainTextEdit(details, self)
        self._details.setReadOnly(True)
        # A traceback is English, in an Arabic window too.
        self._details.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._details.setAccessibleName(self.tr("Details"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(
            self.tr("Copy the details"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.setObjectName("copyDetails")
        layout = QVBoxLayout(self)
        for widget in (told, self._details, buttons):
            layout.addWidget(widget)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)

    def details(self) -> str:
        """Return all that is shown."""
        return "\n".join(self._all)

    def add(self, details: str) -> None:
        """Show another bug below; the same one is shown once."""
        if details not in self._all:
            self._all.append(details)
            self._details.setPlainText(self.details())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
