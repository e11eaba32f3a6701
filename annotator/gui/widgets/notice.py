"""A sentence above the work: what went wrong, or what came of something long."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)


class Notice(QFrame):
    """Shows how far some work is, and under it a sentence until it is dismissed.

    It never takes the keys.
    """

    cancel_requested = Signal()
    """The user wants the work that is shown to stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._work = _label(self)
        self._bar = QProgressBar(self)
        self._bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self)
        self._cancel.setObjectName("cancelWork")
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sentence = _label(self)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._dismiss = QToolButton(self)
        self._dismiss.setObjectName("dismissNotice")
        self._dismiss.setAutoRaise(True)
        self._dismiss.setText("✕")
        self._dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QGridLayout(self)
        layout.setContentsMargins(10, 4, 6, 4)
        layout.addWidget(self._work, 0, 0)
        layout.addWidget(self._bar, 0, 1)
        layout.addWidget(self._cancel, 0, 2, 1, 2)
        layout.addWidget(self._sentence, 1, 0, 1, 3)
        layout.addWidget(self._dismiss, 1, 3, Qt.AlignmentFlag.AlignTop)
        layout.setColumnStretch(0, 2)
        layout.setColumnStretch(1, 1)
        self._cancel.clicked.connect(self._ask_to_cancel)
        self._dismiss.clicked.connect(self.dismiss)
        self._is_passing = False
        self.end_progress()
        self.dismiss()

    def sentence(self) -> str:
        """Return what is being said; empty if nothing is."""
        return self._said

    def is_working(self) -> bool:
        """Tell whether some work is shown."""
        return not self._work.isHidden()

    def say(self, sentence: str, *, passing: bool = False) -> None:
        """Say ``sentence``; a passing one is no longer true when something has been saved."""
        self._is_passing = passing
        self._said = sentence
        is_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        # A sentence that begins with a quote of the article would run its way.
        self._sentence.setText(("\u200f" if is_right else "\u200e") + sentence)
        self._sentence.setAccessibleName(sentence)
        self._dismiss.setAccessibleName(self.tr("Dismiss"))
        self._dismiss.setToolTip(self.tr("Dismiss"))
        self._sentence.show()
        self._dismiss.show()
        self.show()
        event = QAccessibleEvent(self._sentence, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    def dismiss(self) -> None:
        """Say nothing any more."""
        self._said = ""
        self._sentence.clear()
        self._sentence.hide()
        self._dismiss.hide()
        self.setVisible(self.is_working())

    def dismiss_passing(self) -> None:
        """Say nothing any more if it was a passing sentence."""
        if self._is_passing:
            self.dismiss()

    def show_progress(self, sentence: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` is done; a total of 0 is not known."""
        if not self.is_working():
            self._cancel.setText(self.tr("Cancel"))
            self._cancel.setEnabled(True)
        self._work.setText(sentence)
        self._bar.setAccessibleName(sentence)
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        for part in (self._work, self._bar, self._cancel):
            part.show()
        self.show()

    def end_progress(self) -> None:
        """Show that nothing is under way any more."""
        for part in (self._work, self._bar, self._cancel):
            part.hide()
        self.setVisible(not self._sentence.isHidden())

    def _ask_to_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self.cancel_requested.emit()


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label
