"""What is to be exported: which layer, in which format."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QWidget,
)

from annotator.core.model import GOLD
from annotator.formats import FORMATS


class ExportDialog(QDialog):
    """Asks for a layer and a format."""

    def __init__(self, layers: Sequence[str], parent: QWidget | None = None) -> None:
        """Offer ``layers``: names of authors, and ``gold``; the first is chosen."""
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self._layer = QComboBox(self)
        for name in layers:
            spans_of = self.tr("The spans of {author}").format(author=name)
            self._layer.addItem(
                self.tr("Gold: what is settled") if name == GOLD else spans_of, name
            )
        self._layer.setAccessibleName(self.tr("What"))
        self._format = QComboBox(self)
        for format in FORMATS.values():
            if format.write:
                self._format.addItem(f"{format.name} (*{format.suffixes[0]})", format.name)
        self._format.setAccessibleName(self.tr("Format"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Choose a file…"))
        layout = QFormLayout(self)
        layout.addRow(self.tr("What"), self._layer)
        layout.addRow(self.tr("Format"), self._format)
        layout.addRow(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def layer(self) -> str:
        """Return ``gold`` or whose spans are to be written."""
        return str(self._layer.currentData())

    def file_name(self) -> str:
        """Return a name for the file."""
        return f"{self.layer()}{FORMATS[self.format_name()].suffixes[0]}"

    def format_name(self) -> str:
        """Return the name of the format."""
        return str(self._format.currentData())
