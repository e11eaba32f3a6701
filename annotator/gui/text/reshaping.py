"""The text with spans, of which the stretch at hand is moved by its borders.

It is what is selected, else the selected span; a selection that was extended to quotes or brackets
finds its way back.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.language import Stretch
from annotator.core.model import Direction
from annotator.gui.text.borders import LANGUAGE, move_border
from annotator.gui.text.pointing import Pointing


class Reshaping(Pointing):
    """Let the borders of what is at hand be moved, by words, by letters, to quotes or brackets."""

    refused = Signal(object)
    """What was asked for cannot be done here: ``AnnotatorError``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extended: list[tuple[Stretch, Stretch]] = []
        """What was extended to quotes or brackets, and to what, so that there is a way back."""

    def set_text(self, text: str, direction: Direction) -> None:
        super().set_text(text, direction)
        self._extended.clear()

    def move_border(self, key: str, *, by_letters: bool) -> None:
        """Move a border of the stretch at hand as its key says."""
        start, end = self._stretch_at_hand()
        if start < end:
            self._reshape(move_border(self.text, (start, end), key, by_letters=by_letters))

    def _stretch_at_hand(self) -> Stretch:
        """Return the selection, else the selected span, else the empty stretch at the caret."""
        span = self.attention.selected
        at_caret = (span.start, span.end) if span is not None else (self._caret, self._caret)
        return self.selection() or at_caret

    def _reshape(self, stretch: Stretch) -> None:
        """Let the stretch at hand be another one."""
        span = self.attention.selected
        if self.selection() is None and span is not None:
            self.place_caret(stretch[1])  # where the next word to mark comes after
            self._request_resize(span, stretch)
        else:
            self.select(*stretch)

    def extend(self) -> None:
        """Extend the stretch at hand to what the quotes or brackets around it hold."""
        before = self._stretch_at_hand()
        frame = LANGUAGE.framed(self.text, *before)
        if frame is None:
            self._refuse(
                QT_TRANSLATE_NOOP(
                    "errors", "There are no further quotes or brackets around it in this paragraph."
                )
            )
        else:
            self._extended.append((before, frame))
            self._reshape(frame)

    def retract(self) -> None:
        """Take the last extension back, if it is what is at hand."""
        if not self._extended or self._extended[-1][1] != self._stretch_at_hand():
            self._refuse(
                QT_TRANSLATE_NOOP(
                    "errors", "It was not extended to quotes or brackets: there is no way back."
                )
            )
            return
        before, _ = self._extended.pop()
        if before[0] < before[1] or self.selection() is not None:
            self._reshape(before)

    def _refuse(self, template: str) -> None:
        if self._layer is not None:
            self.refused.emit(RefusedAct(template))
