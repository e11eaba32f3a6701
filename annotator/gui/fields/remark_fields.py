"""What a lead says besides of what she decides: the reason, and whether the guidelines are open."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from annotator.gui.fields.flow import FlowLayout

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
    """What a lead says of a decision besides."""

    reason: str = ""
    """As it is typed."""
    gap: bool = False
    """Whether the guidelines leave the question open."""


NO_REMARK: Final = Remark()


class RemarkFields(QWidget):
    """A line for the reason and a box below it; what they say goes with the next decision."""

    remarked = Signal()
    """The user says something else besides."""
    left = Signal()
    """The keyboard is given back."""

    def __init__(self, kind: str, parent: QWidget) -> None:
        """``kind`` begins the object names."""
        super().__init__(parent)
        self._reason = _ReasonLine(self)
        self._reason.setObjectName(f"{kind}Reason")
        self._reason.setMaxLength(_LONGEST)
        self._reason.setPlaceholderText(self.tr("Reason (R)"))
        self._reason.setAccessibleName(self.tr("Reason of the decision"))
        self._gap = QCheckBox(self.tr("Guideline gap (G)"), self)
        self._gap.setObjectName(f"{kind}Gap")
        self._gap.setToolTip(self.tr("The guidelines leave this open"))
        boxes = QWidget(self)
        self._line = FlowLayout(boxes)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._reason)
        layout.addWidget(boxes)
        self.add_box(self._gap)
        self._reason.left.connect(self.left)
        self._reason.textEdited.connect(lambda _: self.remarked.emit())
        self._gap.clicked.connect(lambda _: self.remarked.emit())

    def add_box(self, box: QCheckBox) -> None:
        """Show another box beside that of the guidelines."""
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._line.addWidget(box)

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
