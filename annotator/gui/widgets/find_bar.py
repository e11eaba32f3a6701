"""A line to find words in the article at hand, however they are spelled."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QWidget

from annotator.core.finding import MOST_MATCHES, Mode, Wanted
from annotator.gui.language import direction_of


class _Line(QLineEdit):
    """A line whose text runs as it is told to, not by its first letter."""

    def run(self, direction: Qt.LayoutDirection) -> None:
        """Let the text run that way; that the line itself does would turn its button alone."""
        is_right = direction == Qt.LayoutDirection.RightToLeft
        key = Qt.Key.Key_Direction_R if is_right else Qt.Key.Key_Direction_L
        # Of the text Qt can be told by this key alone, which some keyboards have.
        self.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
        self.update()  # Qt paints only what it believes to be another line now


class FindBar(QWidget):
    """Asks for the hits of what is typed; steps through them."""

    wanted_changed = Signal(object)
    """The user wants to see where something stands: ``Wanted``."""
    step_requested = Signal(int)
    """The user wants the next hit (1) or the previous one (-1)."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find in the article"))
        self._line = _Line(self)
        self._line.setPlaceholderText(self.tr("Find in the article"))
        self._line.setAccessibleName(self.tr("Find in the article"))
        self._line.setClearButtonEnabled(True)
        self._count = QLabel(self)
        self._failure = QLabel(self)
        self._failure.setObjectName("findFailure")
        self._failure.setTextFormat(Qt.TextFormat.PlainText)
        self._failure.setWordWrap(True)
        self._failure.hide()
        self._whole = self._choice(
            "wholeWords",
            "\u2066ab|\u2069",
            self.tr("Whole words; prefixes such as و and ب stay outside"),
        )
        self._pattern = self._choice(
            "pattern", "\u2066.*\u2069", self.tr("Regular expression, on the text as it is written")
        )
        previous = self._button("↑", self.tr("Previous hit (Shift+Enter)"))
        following = self._button("↓", self.tr("Next hit (Enter)"))
        close = self._button("✕", self.tr("Close (Esc)"))
        layout = QGridLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        # The count grows and shrinks beside the line, which has room to spare: what one clicks
        # stays where it is.
        parts = (self._line, self._count, self._whole, self._pattern, previous, following, close)
        for column, part in enumerate(parts):
            layout.addWidget(part, 0, column)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self._failure, 1, 0, 1, len(parts))
        self._line.textChanged.connect(self._ask)
        self._whole.clicked.connect(lambda: self._choose(self._pattern))
        self._pattern.clicked.connect(lambda: self._choose(self._whole))
        previous.clicked.connect(lambda: self.step_requested.emit(-1))
        following.clicked.connect(lambda: self.step_requested.emit(1))
        close.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar, with the keyboard in its line."""
        self.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._ask()

    def mode(self) -> Mode:
        """Return how words are looked for."""
        if self._pattern.isChecked():
            return Mode.PATTERN
        return Mode.WHOLE_WORDS if self._whole.isChecked() else Mode.ANYWHERE

    def set_mode(self, mode: Mode) -> None:
        """Look for words in that way."""
        self._whole.setChecked(mode is Mode.WHOLE_WORDS)
        self._pattern.setChecked(mode is Mode.PATTERN)
        self._turn()

    def show_words(self, words: str) -> None:
        """Show the bar with words that were looked for elsewhere; the keyboard stays."""
        before = self._line.blockSignals(True)
        self._line.setText(words)
        self._line.blockSignals(before)
        self._turn()
        self.show()

    def words(self) -> str:
        """Return what is typed."""
        return self._line.text()

    def close_bar(self) -> None:
        """Hide the bar and its hits."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def show_count(self, current: int | None, total: int) -> None:
        """Show how many hits there are, and which one (from 0) is the current."""
        self._failure.hide()
        if not self._line.text().strip():
            self._count.clear()
        elif not total:
            self._count.setText(self.tr("not found"))
        elif current is None:
            self._count.setText(self.tr("%n hit(s)", "", total) + self._more(total))
        else:
            self._count.setText(
                self.tr("{current} of {total}").format(current=current + 1, total=total)
                + self._more(total)
            )

    def show_failure(self, sentence: str) -> None:
        """Say why nothing can be found."""
        self._count.clear()
        self._failure.setText(sentence)
        self._failure.setAccessibleName(sentence)
        self._failure.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_requested.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _more(self, total: int) -> str:
        """Return the sign that there may be further hits of a pattern."""
        return "+" if self.mode() is Mode.PATTERN and total == MOST_MATCHES else ""

    def _turn(self) -> None:
        """Let an expression run left to right, or its signs are reordered; words as written."""
        is_pattern = self.mode() is Mode.PATTERN
        left_to_right = Qt.LayoutDirection.LeftToRight
        self._line.run(left_to_right if is_pattern else direction_of(self._line.text()))

    def _ask(self) -> None:
        self._turn()
        self.wanted_changed.emit(Wanted(self._line.text(), self.mode()))

    def _choose(self, other: QToolButton) -> None:
        """Look for words in the way that was chosen instead of the ``other``."""
        other.setChecked(False)
        self._ask()

    def _choice(self, name: str, text: str, tip: str) -> QToolButton:
        button = self._button(text, tip)
        button.setObjectName(name)
        button.setCheckable(True)
        return button

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button
