"""A line to find words in the article at hand, however they are spelled."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget


class FindBar(QWidget):
    """Asks for the hits of what is typed; steps through them."""

    text_changed = Signal(str)
    """The user wants to see where these words stand."""
    step_requested = Signal(int)
    """The user wants the next hit (1) or the previous one (-1)."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find in the article"))
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(self.tr("Find in the article"))
        self._line.setAccessibleName(self.tr("Find in the article"))
        self._line.setClearButtonEnabled(True)
        self._count = QLabel(self)
        previous = self._button("↑", self.tr("Previous hit (Shift+Enter)"))
        following = self._button("↓", self.tr("Next hit (Enter)"))
        close = self._button("✕", self.tr("Close (Esc)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        for widget in (self._line, self._count, previous, following, close):
            layout.addWidget(widget, 1 if widget is self._line else 0)
        self._line.textChanged.connect(self.text_changed)
        previous.clicked.connect(lambda: self.step_requested.emit(-1))
        following.clicked.connect(lambda: self.step_requested.emit(1))
        close.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar, with the keyboard in its line."""
        self.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self.text_changed.emit(self._line.text())

    def close_bar(self) -> None:
        """Hide the bar and its hits."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def show_count(self, current: int | None, total: int) -> None:
        """Show how many hits there are, and which one (from 0) is the current."""
        if not self._line.text().strip():
            self._count.clear()
        elif not total:
            self._count.setText(self.tr("not found"))
        elif current is None:
            self._count.setText(self.tr("%n hit(s)", "", total))
        else:
            self._count.setText(
                self.tr("{current} of {total}").format(current=current + 1, total=total)
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_requested.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button
