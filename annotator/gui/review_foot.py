"""What stands below the answers to a conflict: the other choices, the reason, two boxes."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from annotator.gui.flow import FlowLayout
from annotator.gui.key_panel import KeyButtons

_LONGEST: Final = 1000


class _ReasonLine(QLineEdit):
    """A line that gives the keyboard back with Enter and Esc."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a lead says of a conflict besides."""

    reason: str = ""
    """As it is typed."""
    gap: bool = False
    """Whether the guidelines leave the question open."""


NO_REMARK: Final = Remark()


class ReviewFoot(QWidget):
    """Buttons that are as good as keys, and what a lead says besides."""

    command_requested = Signal(str)
    """The key that a button stands for."""
    blind_requested = Signal(bool)
    """The lead wants to see letters instead of names, or no longer."""
    remarked = Signal()
    """The user says something else besides."""
    left = Signal()
    """The keyboard is given back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reason = _ReasonLine(self)
        self._reason.setObjectName("decisionReason")
        self._reason.setMaxLength(_LONGEST)
        self._reason.setPlaceholderText(self.tr("Reason (R)"))
        self._reason.setAccessibleName(self.tr("Reason of the decision"))
        self._gap = QCheckBox(self.tr("Guideline gap (G)"), self)
        self._gap.setObjectName("guidelineGap")
        self._gap.setToolTip(self.tr("The guidelines leave this open"))
        self._blind = QCheckBox(self.tr("Hide the names"), self)
        self._blind.setObjectName("blindNames")
        self._blind.setToolTip(
            self.tr("Authors are called A, B, C, another way round in each article")
        )
        self._buttons = self._made_buttons()
        self._lay_out()
        self._buttons.command_requested.connect(self.command_requested)
        self._reason.left.connect(self.left)
        self._reason.textEdited.connect(lambda _: self.remarked.emit())
        self._gap.clicked.connect(lambda _: self.remarked.emit())
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

    def _lay_out(self) -> None:
        boxes = QWidget(self)
        line = FlowLayout(boxes)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for box in (self._gap, self._blind):
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._buttons, self._reason, boxes):
            layout.addWidget(widget)

    def set_open(self, *, is_open: bool) -> None:
        """Let the other choices be taken, or not."""
        self._buttons.setEnabled(is_open)

    def show_blind(self, is_blind: bool) -> None:
        """Show whether names are hidden."""
        self._blind.setChecked(is_blind)

    def show_remark(self, remark: Remark) -> None:
        """Show what was said besides; the caret stays in what is being typed."""
        if remark.reason != self._reason.text():
            self._reason.setText(remark.reason)
        self._gap.setChecked(remark.gap)

    def remark(self) -> Remark:
        """Return what is said besides."""
        return Remark(self._reason.text(), self._gap.isChecked())

    def edit_reason(self) -> None:
        """Put the keyboard into the reason."""
        self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_gap(self) -> None:
        """Say that the guidelines leave the question open, or that they do not."""
        self._gap.click()
