"""How files begin, shown as they are: signs that nobody would see, or that reorder, are named."""

import re
from collections.abc import Iterable

from PySide6.QtGui import QFontDatabase, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from annotator.core.heads import FileHead
from annotator.gui.text.controls import control_name

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
_CODE_FIRST = "\u200e"
"""Where a line is code, it reads from the left whatever letters it begins with."""


class FilePreview(QTextEdit):
    """Shows some lines of some files."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def show_heads(self, heads: Iterable[FileHead]) -> None:
        """Show how these files begin, each under its name if there are several."""
        files = list(heads)
        is_code = not all(head.is_prose for head in files)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.document().setDefaultFont(fixed if is_code else self.font())
        told: list[str] = []
        for head in files:
            if len(files) > 1:
                told.append(f"{_CODE_FIRST}── {named_signs(head.name)}")
            if head.lines is None:
                told.append(self.tr("(no text: made for programs alone)"))
                continue
            mark = "" if head.is_prose else _CODE_FIRST
            told += [mark + named_signs(line) for line in head.lines]
            if head.is_cut:
                told.append("…")
        self.setPlainText("\n".join(told))


def named_signs(line: str) -> str:
    """Return a line with the names of its hidden signs in their places."""
    return _HIDDEN.sub(lambda found: f"⟦{control_name(found[0])}⟧", line)
