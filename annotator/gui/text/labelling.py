"""The text with spans, in which stretches are given labels: once, again, or each at once."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.labels import LabelSet
from annotator.core.language import Stretch
from annotator.core.model import Span
from annotator.gui.text.borders import word_here
from annotator.gui.text.pointing import NO_WORD
from annotator.gui.text.reshaping import Reshaping

_NO_LABEL: Final = QT_TRANSLATE_NOOP(
    "errors", "There is no last label yet: press the key of a label first."
)


class Labelling(Reshaping):
    """Let labels go on what is at hand, and one on each selection from now on.

    Offsets in signals count code points; Qt's UTF-16 positions stay inside.
    """

    tag_requested = Signal(int, int, str)
    """The user wants ``[start, end)`` to carry the label of that name."""
    relabel_requested = Signal(str, str)
    """The user wants the span of that id to say another label."""
    accept_requested = Signal(str)
    """The user takes the suggestion at hand, under that label."""
    label_kept = Signal(object)
    """The label that goes on each selection at once from now on, by its name; or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._awaited: tuple[int, int, str] | None = None
        """The place and label of a span that was asked for and will be selected."""
        self._last_label: str | None = None

    def set_labels(self, labels: LabelSet, language: str = "en") -> None:
        super().set_labels(labels, language)
        if self.attention.kept is not None and self.attention.kept not in labels:
            self._keep(None)
        if self._last_label is not None and self._last_label not in labels:
            self._last_label = None

    def tag(self, label: str) -> None:
        """Mark the selection with a label, else give it to the selected span.

        Where neither is, mark the word at the caret; if a span of that label holds it, select that,
        and a span of just this word is given the label.
        """
        if self._layer is None:
            return
        self._last_label = label
        selection, span = self.selection(), self.attention.selected
        if self.attention.offered is not None:
            self.accept_requested.emit(label)
        elif selection is not None:
            self._mark(selection, label)
        elif span is not None:
            self._relabel(span, label)
        elif word := word_here(self.text, self._caret):
            self._tag_word(word, label)
        else:
            self._refuse(NO_WORD)

    def _relabel(self, span: Span, label: str) -> None:
        if span.label != label:
            self.relabel_requested.emit(span.id, label)

    def _tag_word(self, word: Stretch, label: str) -> None:
        around = [
            span for span in self._spans_at(word) if span.start <= word[0] and word[1] <= span.end
        ]
        same = [span for span in around if (span.start, span.end) == word]
        if len(same) == 1 and all(span.label != label for span in around):
            self.place_caret(word[1])
            self._set_span(same[0])
            self._relabel(same[0], label)
        else:
            self._mark_unless(around.__contains__, word, label)

    def _mark(self, stretch: Stretch, label: str) -> None:
        self._awaited = (*stretch, label)
        self.place_caret(stretch[1])
        self.tag_requested.emit(*stretch, label)
        self._awaited = None

    def _mark_unless(self, is_it: Callable[[Span], bool], stretch: Stretch, label: str) -> None:
        """Mark a stretch, or select the span there that is marked so already."""
        there = (span for span in self._spans_at(stretch) if span.label == label and is_it(span))
        span = next(there, None)
        if span is None:
            self._mark(stretch, label)
        else:
            self.place_caret(span.end)
            self._set_span(span)

    def repeat_label(self) -> None:
        """Do again what the last label's key did, on what is selected now."""
        if self._last_label is None:
            self._refuse(_NO_LABEL)
        else:
            self.tag(self._last_label)

    def kept_label(self) -> str | None:
        """Return the label that goes on each selection at once, if there is one."""
        return self.attention.kept

    def toggle_kept(self, label: str | None = None) -> None:
        """Put a label (or the last one) on each selection at once, or stop doing so.

        What is selected already is marked first, unless it is a suggestion at hand.
        """
        label = label or self.attention.kept or self._last_label
        if label is None:
            self._refuse(_NO_LABEL)
            return
        self._keep(None if label == self.attention.kept else label)
        self._take_selection()

    def _keep(self, label: str | None) -> None:
        if label != self.attention.kept:
            self.attention.kept = label
            self.viewport().update()
            self.label_kept.emit(label)

    def _take_selection(self) -> None:
        """Put the kept label on what was selected here, not on what a list shows."""
        label, selection = self.attention.kept, self.selection()
        if label is None or selection is None or self._layer is None or self._awaited is not None:
            return
        if self.attention.offered is not None:
            return  # its borders are being moved: it is taken with Enter or a label key
        if self.window().focusWidget() is not self:
            return
        self._last_label = label
        self._mark_unless(lambda span: (span.start, span.end) == selection, selection, label)
