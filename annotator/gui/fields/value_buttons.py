"""Buttons below the fields of a value that say what Enter and Shift+Enter do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.gui.fields.fitting import FittingButton
from annotator.gui.fields.flow import FlowLayout


class ValueButtons(QWidget):
    """Offers to take what Enter takes, and to make a new entry."""

    best_requested = Signal()
    new_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._best = FittingButton(self)
        self._new = FittingButton(self)
        self._new.say(self.tr("New entry (Shift+Enter)"))
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(4)
        for button in (self._best, self._new):
            flow.addWidget(button)
        self._best.clicked.connect(self.best_requested)
        self._new.clicked.connect(self.new_requested)

    def offer(self, entry: str, *, confirms: bool, makes: bool) -> None:
        """Offer an entry, else to confirm what is proposed; and to make a new one."""
        if entry:
            self._best.say(self.tr("{entry} (Enter)").format(entry=entry))
        elif confirms:
            self._best.say(self.tr("Confirm (Enter)"))
        self._best.setVisible(bool(entry) or confirms)
        self._new.setVisible(makes)
