"""A field for words of any language: it runs as what is written in it does."""

from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class WordsEdit(QPlainTextEdit):
    """Runs from the side from which its first letter does; while it is empty, as the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        kinds = map(bidirectional, self.toPlainText())
        strong = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
        is_rtl = self.isRightToLeft() if strong is None else strong != "L"
        side = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        choices = self.document().defaultTextOption()
        if choices.textDirection() is not side:
            choices.setTextDirection(side)
            # The field lays its lines by this alone, whatever their direction is.
            at = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
            choices.setAlignment(at)
            self.document().setDefaultTextOption(choices)
