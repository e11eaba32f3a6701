"""The status bar: what is selected as it is stored, where it stands, who works, what is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from annotator.gui.wording.shortening import shortened

_LONGEST = 120
_TELL_MS = 4000
"""How long it says what was just done."""


class StateBar(QStatusBar):
    """Shows the state of the work; every part of it can be read by a screen reader."""

    waiting_requested = Signal()
    """The user wants to see the questions or answers that wait."""
    missing_requested = Signal()
    """The user wants to go to the spans that were left without a value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said_here = ""
        self._before_saving = ""
        self._stretch = self._label(self.tr("Selected text"))
        self._stretch.setMinimumWidth(1)
        self._stretch.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._offsets = self._label(self.tr("Offsets"))
        self._author = self._label(self.tr("Author"))
        self._saved = self._label(self.tr("Saved"))
        self._saved.setObjectName("savedState")
        self.addWidget(self._stretch, 1)
        # Qt hides it so that it comes back with the next layout, under what is said.
        self.messageChanged.connect(lambda said: self._stretch.setVisible(not said))
        self._waiting = self._button("waitingState")
        self._waiting.clicked.connect(self.waiting_requested)
        self._missing = self._button("missingState")
        self._missing.clicked.connect(self.missing_requested)
        self._time = self._label(self.tr("Time on this article"))
        self._time.setObjectName("timeWorked")
        self._time.hide()
        buttons = (self._missing, self._waiting)
        for part in (self._offsets, *buttons, self._time, self._author, self._saved):
            self.addPermanentWidget(part)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        # Not as its name: that would be read instead of the text.
        label.setAccessibleDescription(name)
        label.setContentsMargins(6, 0, 6, 0)
        return label

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.hide()
        return button

    def tell(self, sentence: str) -> None:
        """Say for a while what was just done."""
        self.showMessage(sentence, _TELL_MS)

    def tell_here(self, sentence: str) -> None:
        """Say for a while what holds of what is selected, and no longer than it is."""
        self._said_here = sentence
        self.tell(sentence)

    def show_stretch(self, text: str | None, start: int, end: int) -> None:
        """Show what is selected, as it is stored, and its offsets in code points."""
        if self.currentMessage() == self._said_here:
            self.clearMessage()
        if text is None:
            self._stretch.clear()
            self._offsets.clear()
            return
        shown = " ".join(shortened(text, _LONGEST).split())
        # Isolated, so that the window's language cannot reorder it.
        self._stretch.setText(f"\u2068{shown}\u2069")
        self._offsets.setText(f"\u2066{start}–{end}\u2069")

    def show_author(self, name: str) -> None:
        """Show who works."""
        self._author.setText(self.tr("Author: {name}").format(name=f"\u2068{name}\u2069"))

    def show_time(self, time: str | None) -> None:
        """Show the time worked on the article; ``None`` where none is measured."""
        self._time.setText(time or "")
        self._time.setVisible(time is not None)

    def show_waiting(self, count: int, *, is_lead: bool) -> None:
        """Say that questions wait for a lead, or answers for who asked; nothing if none do."""
        self._waiting.setText(
            self.tr("%n open question(s)", "", count)
            if is_lead
            else self.tr("%n new answer(s)", "", count)
        )
        self._waiting.setVisible(count > 0)

    def show_missing(self, count: int, title: str) -> None:
        """Say how many spans of a finished article have no value; nothing if all have."""
        self._missing.setText(self.tr("%n without a value", "", count))
        self._missing.setToolTip(
            self.tr("Go to the next one in “{title}”, which you finished").format(
                title=f"\u2068{title}\u2069"
            )
        )
        self._missing.setVisible(count > 0)

    def show_saved(self) -> None:
        """Say that every edit is in the file."""
        self._saved.setText(self.tr("✓ All saved"))

    def show_saving(self) -> None:
        """Say that an edit waits to be written, until ``end_saving``."""
        self._before_saving = self._before_saving or self._saved.text()
        self._saved.setText(self.tr("… Saving"))

    def end_saving(self) -> None:
        """Say what was said before an edit had to wait."""
        if self._before_saving:
            self._saved.setText(self._before_saving)
            self._before_saving = ""

    def show_unsaved(self) -> None:
        """Say that something could not be written."""
        self._saved.setText(self.tr("✗ Not saved"))
