"""What stands below the answers to a conflict: the other choices, the remark, the names."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.gui.fields.key_panel import KeyButtons
from annotator.gui.fields.remark_fields import RemarkFields


class ReviewFoot(QWidget):
    """Buttons that are as good as keys, and what a lead says besides."""

    command_requested = Signal(str)
    """The key that a button stands for."""
    blind_requested = Signal(bool)
    """The lead wants to see letters instead of names, or no longer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields = RemarkFields("decision", self)
        """What the lead says besides."""
        self._blind = QCheckBox(self.tr("Hide the names"), self)
        self._blind.setObjectName("blindNames")
        self._blind.setToolTip(
            self.tr("Authors are called A, B, C, another way round in each article")
        )
        self.fields.add_box(self._blind)
        self._buttons = self._made_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._buttons)
        layout.addWidget(self.fields)
        self._buttons.command_requested.connect(self.command_requested)
        self._blind.clicked.connect(self.blind_requested)

    def _made_buttons(self) -> KeyButtons:
        names = {
            "m": self.tr("Majority"),
            "a": self.tr("All"),
            "w": self.tr("Widest"),
            "n": self.tr("Narrowest"),
            "0": self.tr("None"),
            "e": self.tr("Own spans"),
            "s": self.tr("Skip"),
            "b": self.tr("Back"),
        }
        told = [(key, name, key.upper()) for key, name in names.items()]
        return KeyButtons("review", told, self)

    def set_open(self, *, is_open: bool) -> None:
        """Let the other choices be taken, or not."""
        self._buttons.setEnabled(is_open)

    def show_choices(self, *, is_shown: bool) -> None:
        """Show the other choices, or, where nothing is to be chosen, what is said besides alone."""
        self._buttons.setVisible(is_shown)

    def show_blind(self, is_blind: bool) -> None:
        """Show whether names are hidden."""
        self._blind.setChecked(is_blind)
