"""A line that asks when an article was published, where nothing tells."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import InvalidValue
from annotator.gui.fields.day_line import DayLine
from annotator.gui.language import error_text

_AROUND = 20
"""The room beside the words of a button, or of the field."""
_NARROWEST = 70
"""How narrow the field may become."""


class _Question(QLabel):
    """A question of one line, shortened where there is no room for it."""

    shortened = Signal(bool)
    """There is no room for the whole of it, or there is again."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        elide = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, elide, self.width()))
        self.shortened.emit(self.text() != self._whole)


class PublishedBar(QWidget):
    """Asks for a day and says below it what was understood; what is no day stays to be mended."""

    day_requested = Signal(str)
    """The article was published on that day, in ISO."""
    put_away = Signal()
    """The user does not know, or does not want to say."""
    left = Signal()
    """The user wants to be back in the text; the question stays, with what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publishedBar")
        self.setAccessibleName(self.tr("Day of publication"))
        question = _Question(self.tr("When was this published? (Alt+P)"), self)
        self._day = DayLine(self)
        self._day.setAccessibleName(self.tr("Day of publication"))
        self._day.setObjectName("publishedField")
        self._day.setToolTip(question.toolTip())
        question.shortened.connect(self._hint)
        hint = self._day.fontMetrics().horizontalAdvance(self._day.placeholderText())
        self._day.setMaximumWidth(hint + _AROUND)
        self._day.setMinimumWidth(_NARROWEST)
        take = QPushButton(self.tr("Set"), self)
        unknown = QPushButton(self.tr("Not known"), self)
        unknown.setToolTip(self.tr("Do not ask again for this article"))
        self._meant = _told("publishedMeant", QPalette.ColorRole.PlaceholderText, self)
        self._wrong = _told("publishedProblem", QPalette.ColorRole.BrightText, self)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(question, 1)
        for widget in (self._day, take, unknown):
            line.addWidget(widget)
        for button in (take, unknown):  # no wider than its words, so that one line has room
            words = button.fontMetrics().horizontalAdvance(button.text())
            button.setFixedWidth(words + _AROUND)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 3, 8, 3)
        column.setSpacing(2)
        column.addLayout(line)
        for told in (self._meant, self._wrong):
            column.addWidget(told)
        self._day.textChanged.connect(lambda _: self._say_wrong(""))
        self._day.understood.connect(self._say_meant)
        take.clicked.connect(self._take)
        unknown.clicked.connect(self.put_away)
        self.hide()

    def _hint(self, is_shortened: bool) -> None:
        """Let the empty field ask where the question cannot be read."""
        if is_shortened:
            self._day.setPlaceholderText(self.tr("Published?"))
        else:
            self._day.show_example()

    def ask(self, likely: str | None) -> None:
        """Ask, with a day that is likely; the keyboard stays where it is."""
        self._day.give(likely)
        self._say_wrong("")
        self.show()

    def take_over(self, other: "PublishedBar") -> None:
        """Ask if another line does, with what was typed into it."""
        self._day.take_over(other._day)
        self.setHidden(other.isHidden())

    def focus(self) -> None:
        """Put the keyboard into the line."""
        self._day.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._day.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        try:
            day = self._day.day()
        except InvalidValue as error:
            self._say_wrong(error_text(error))
        else:
            if day is not None:
                self.day_requested.emit(day)
                return
            self._say_wrong(self.tr("Write the day, or choose “Not known”."))
        self._day.setFocus()

    def _say_meant(self, day: str) -> None:
        self._meant.setText(self.tr("That is {day}.").format(day=f"\u2068{day}\u2069"))
        self._meant.setVisible(bool(day))

    def _say_wrong(self, why: str) -> None:
        self._wrong.setText(why)
        self._wrong.setVisible(bool(why))


def _told(name: str, colour: QPalette.ColorRole, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setForegroundRole(colour)
    label.hide()
    return label
