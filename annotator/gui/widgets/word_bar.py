"""A line above the text that says what a lead has said of the article."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

_AROUND = 20
"""The room beside the words of a button."""


class WordBar(QWidget):
    """Says something until it is put away; there may be something to look at, too."""

    put_away = Signal()
    """The user has read it."""
    look_requested = Signal()
    """The user wants to see how gold differs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wordBar")
        self.setAccessibleName(self.tr("From the lead"))
        self._told = QLabel(self)
        self._told.setObjectName("wordTold")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._look = QPushButton(self.tr("See how gold differs"), self)
        away = QPushButton(self.tr("Put away"), self)
        away.setObjectName("wordAway")
        away.setToolTip(self.tr("It will not be said again (Esc)"))
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 3, 8, 3)
        line.setSpacing(6)
        line.addWidget(self._told, 1)
        for button in (self._look, away):
            words = button.fontMetrics().horizontalAdvance(button.text())
            button.setFixedWidth(words + _AROUND)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._look.clicked.connect(self.look_requested)
        away.clicked.connect(self.put_away)
        self.hide()

    def say(self, text: str, *, can_look: bool) -> None:
        """Say ``text``; the keyboard stays where it is."""
        self._told.setText(text)
        self._look.setVisible(can_look)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)
