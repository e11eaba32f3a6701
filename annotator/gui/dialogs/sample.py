"""How large a random sample is to be, and which one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

_USUAL = 50
_MOST = 100_000
_LAST_SEED = 999_999


class SampleDialog(QDialog):
    """Asks how many agreed spans are to be checked; the same number draws the same ones."""

    take_up_requested = Signal()
    """The user wants to go on with the sample that she left."""

    def __init__(self, *, has_left: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sampleDialog")
        self.setWindowTitle(self.tr("Check a random sample"))
        why = QLabel(
            self.tr(
                "Spans on which all agree may still be wrong. You are shown some of them, drawn by"
                " chance from the whole project, and are told what share is wrong."
            ),
            self,
        )
        why.setWordWrap(True)
        self._count = self._number("sampleCount", 1, _MOST, _USUAL)
        self._seed = self._number("sampleSeed", 0, _LAST_SEED, 1)
        form = QFormLayout()
        form.addRow(self.tr("&How many spans"), self._count)
        form.addRow(self.tr("&Seed of the draw"), self._seed)
        self._seed.setToolTip(self.tr("The same number draws the same spans again"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        if has_left:
            take_up = buttons.addButton(
                self.tr("&Go on with the last one"), QDialogButtonBox.ButtonRole.ResetRole
            )
            take_up.setObjectName("sampleTakeUp")
            take_up.clicked.connect(self.take_up_requested)
            take_up.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(why)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._count.selectAll()

    def _number(self, name: str, least: int, most: int, usual: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setRange(least, most)
        box.setValue(usual)
        return box

    def count(self) -> int:
        """Return how many are wanted."""
        return self._count.value()

    def seed(self) -> int:
        """Return the seed of the draw."""
        return self._seed.value()
