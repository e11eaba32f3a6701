"""How a report is to be written: in which language, with or without the names of authors."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QWidget

from annotator.gui.language import LANGUAGES


class ReportDialog(QDialog):
    """Asks for the language and whether authors are to be called A, B, C."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """Offer ``language`` first."""
        super().__init__(parent)
        self.setObjectName("reportDialog")
        self.setWindowTitle(self.tr("Report"))
        self._language = QComboBox(self)
        for code, name in LANGUAGES.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(self._language.findData(language))
        self._blind = QCheckBox(self.tr("Call authors &A, B, C"), self)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Choose a file…"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("&Language"), self._language)
        form.addRow(self._blind)
        form.addRow(buttons)

    def language(self) -> str:
        """Return the language of the report."""
        return str(self._language.currentData())

    def is_blind(self) -> bool:
        """Return whether authors are to be called A, B, C."""
        return self._blind.isChecked()
