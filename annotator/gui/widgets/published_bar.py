"""A line that asks when an article was published, where nothing tells."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError
from annotator.core.text import is_iso_day
from annotator.core.typed import date_typed

_LIKE = "2026-02-23"
_AROUND = 20
"""The room beside the words of a button."""


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
    """Asks for a day; what is no day is said below it, and stays to be mended."""

    day_requested = Signal(str)
    """The article was published on that day, in ISO."""
    put_away = Signal()
    """The user does not know, or does not want to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publishedBar")
        self.setAccessibleName(self.tr("Day of publication"))
        question = _Question(self.tr("When was this published? (Alt+P)"), self)
        self._day = QLineEdit(self)
        self._day.setObjectName("publishedField")
        self._day.setAccessibleName(self.tr("Day of publication"))
        self._day.setPlaceholderText(_LIKE)
        self._day.setToolTip(question.toolTip())
        question.shortened.connect(self._hint)
        self._day.setMaxLength(60)
        self._day.setFixedWidth(self._day.fontMetrics().horizontalAdvance(_LIKE) + 36)
        # Digits and dashes keep their order in a right-to-left window.
        self._day.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        take = QPushButton(self.tr("Set"), self)
        unknown = QPushButton(self.tr("Not known"), self)
        unknown.setToolTip(self.tr("Do not ask again for this article (Esc)"))
        self._wrong = QLabel(self)
        self._wrong.setObjectName("publishedProblem")
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setWordWrap(True)
        self._wrong.hide()
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
        column.addWidget(self._wrong)
        self._day.textEdited.connect(lambda _: self._wrong.hide())
        take.clicked.connect(self._take)
        unknown.clicked.connect(self.put_away)
        self.hide()

    def _hint(self, is_shortened: bool) -> None:
        """Let the empty field ask where the question cannot be read."""
        self._day.setPlaceholderText(self.tr("Published?") if is_shortened else _LIKE)

    def ask(self, likely: str | None) -> None:
        """Ask, with a day that is likely; the keyboard stays where it is."""
        self._day.setText(likely or "")
        self._wrong.hide()
        self.show()

    def focus(self) -> None:
        """Put the keyboard into the line."""
        self._day.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._day.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        try:
            day = date_typed(self._day.text())
        except AnnotatorError:
            day = None
        if day is not None and is_iso_day(day.edtf):
            self.day_requested.emit(day.edtf)
            return
        palette = self._wrong.palette()
        palette.setColor(
            QPalette.ColorRole.WindowText, self.palette().color(QPalette.ColorRole.BrightText)
        )
        self._wrong.setPalette(palette)
        self._wrong.setText(self.tr("That is no day. Write it like 2026-02-23."))
        self._wrong.show()
        self._day.setFocus()
