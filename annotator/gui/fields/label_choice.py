"""The choice of a label whose spans another one is to get; labels may be shown under one name."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotator.core.labels import Label
from annotator.gui.fields.fitting import WrappedLabel
from annotator.gui.fields.swatches import SWATCH, swatch
from annotator.gui.theme import theme_of


def told_apart(labels: Iterable[Label], language: str) -> dict[str, str]:
    """Return what to show for each label by its name, which is added where that is not clear."""
    shown = {label.name: label.shown(language) for label in labels}
    often = Counter(shown.values())
    return {
        name: f"{text} (\u2066{name}\u2069)" if often[text] > 1 else text
        for name, text in shown.items()
    }


class LabelChoice(QDialog):
    """Asks for one of several labels, of which it tells the immutable name."""

    def __init__(
        self,
        question: str,
        labels: Sequence[Label],
        shown: dict[str, str],
        parent: QWidget,
    ) -> None:
        """Offer ``labels``, shown as ``shown`` says by their names; the first one is proposed."""
        super().__init__(parent)
        self.setObjectName("labelChoice")
        self.setWindowTitle(self.tr("Merge labels"))
        self.setMinimumWidth(380)
        told = WrappedLabel(self)
        told.setText(question)
        self._box = QComboBox(self)
        self._box.setAccessibleName(question)
        self._box.setIconSize(QSize(SWATCH, SWATCH))
        theme = theme_of(self.palette())
        for label in labels:
            picture = swatch(label.key, theme.label(label.colour))
            self._box.addItem(picture, shown[label.name], label.name)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        layout = QVBoxLayout(self)
        for widget in (told, self._box, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._box.setFocus()

    def name(self) -> str:
        """Return the name of the label that was chosen."""
        return str(self._box.currentData())
