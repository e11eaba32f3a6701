"""New names that are nearly known ones: each is asked about until somebody has answered."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.fields.fitting import WrappedLabel


@dataclass(frozen=True, slots=True)
class Slip:
    """A name that was typed, and the known one that may have been meant."""

    new: str
    known: str


class Slips(QWidget):
    """Asks about one name after the other whether it was a slip; hidden while there is none."""

    corrected = Signal(Slip)
    """The known name was meant."""
    answered = Signal()
    """A question was answered, in whichever way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._open: list[Slip] = []
        self._question = WrappedLabel(self)
        self._question.setObjectName("slipQuestion")
        self._known = self._button("slipKnown")
        self._new = self._button("slipNew")
        self._known.clicked.connect(lambda: self._answer(is_slip=True))
        self._new.clicked.connect(lambda: self._answer(is_slip=False))
        line = QHBoxLayout()
        line.addWidget(self._known)
        line.addWidget(self._new)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._question)
        layout.addLayout(line)
        self.hide()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def ask(self, slip: Slip) -> None:
        """Ask about another name, after those that are asked about already."""
        self._open.append(slip)
        self._show()

    def forget(self, new: str) -> None:
        """Ask no more about a name that is not wanted any more."""
        self._open = [one for one in self._open if one.new != new]
        self._show()

    def first(self) -> Slip | None:
        """Return what is asked about now."""
        return next(iter(self._open), None)

    def _answer(self, *, is_slip: bool) -> None:
        slip = self._open.pop(0)
        if is_slip:
            self.corrected.emit(slip)
        self._show()
        self.answered.emit()

    def _show(self) -> None:
        slip = self.first()
        self.setVisible(slip is not None)
        if slip is not None:
            new, known = f"\u2068{slip.new}\u2069", f"\u2068{slip.known}\u2069"
            told = self.tr("There is an author “{known}” already: was “{new}” a slip?")
            self._question.setText(told.format(known=known, new=new))
            self._known.setText(self.tr("I mean {known}").format(known=_shown(known)))
            self._new.setText(self.tr("{new} is somebody else").format(new=_shown(new)))


def _shown(name: str) -> str:
    """Return a name as a button shows it, which takes a single & for the mark of a key."""
    return name.replace("&", "&&")
