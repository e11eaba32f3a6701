"""The line into which a day is typed: that of publication of an article, or any other."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.arabic import ARABIC
from annotator.core.errors import InvalidValue
from annotator.core.language import Language
from annotator.core.typed import day_typed
from annotator.gui.language import direction_of
from annotator.gui.wording.value_text import plain_date

_LIKE: Final = "\u20662026-02-23\u2069"
_LONGEST: Final = 60


class DayLine(QLineEdit):
    """Takes a day as people write it, in digits or in words, and tells what it understood."""

    understood = Signal(str)
    """What is typed means this day, in plain words; nothing where it is no day, or in ISO."""

    def __init__(
        self, parent: QWidget, read: Callable[[str, Language], str | None] = day_typed
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._given = ""
        self.setMaxLength(_LONGEST)
        self.show_example()
        is_right = parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(self._follow)

    def show_example(self) -> None:
        """Let the empty line say how a day can be written."""
        self.setPlaceholderText(self.tr("e.g. {day}").format(day=_LIKE))

    def give(self, day: str | None) -> None:
        """Show a day that is told already; it is not judged unless somebody changes it."""
        self._given = day or ""
        self.setText(self._given)

    def take_over(self, other: "DayLine") -> None:
        """Show what is told, or was typed, in another line."""
        self._given = other._given
        self.setText(other.text())

    def day(self) -> str | None:
        """Return the day that is typed, in ISO; ``None`` if none is.

        Raises:
            InvalidValue: if it is no such day, as one on which an article was published.
        """
        typed = self.text().strip()
        return typed or None if typed == self._given else self._read(typed, ARABIC)

    def _follow(self, text: str) -> None:
        if text:
            self.setLayoutDirection(direction_of(text))
        else:
            self.unsetLayoutDirection()
        try:
            day = self.day()
        except InvalidValue:
            day = None
        self.understood.emit(plain_date(day) if day and day != text.strip() else "")
