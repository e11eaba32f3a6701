"""Sentences one below the other, each from the side of the window's language."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget


class ToldLines(QTextEdit):
    """Shows lines to read and to copy."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    def show_lines(self, lines: Iterable[str]) -> None:
        """Show ``lines``; Qt takes the side of a line from its first letter, often of a name."""
        is_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        mark = "\u200f" if is_right else "\u200e"
        self.setPlainText("\n".join(mark + line for line in lines))
