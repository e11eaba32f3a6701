"""What a lead does to spans in the text of Review: to her draft, else to gold itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.core.conflicts import Place
from annotator.core.model import Span
from annotator.gui.review.drafting import Drafting
from annotator.gui.review.review_view import ReviewView
from annotator.workflow.review.deciding import OwnSpan

Overrule = Callable[[Place | None, tuple[OwnSpan, ...]], None]
"""Puts spans in the place of one of gold, or adds them; asks for nothing where that fails."""


class OverrulingInText(QObject):
    """Lets the keys and the mouse of the article act on the draft, or on gold."""

    def __init__(
        self,
        view: ReviewView,
        drafting: Drafting,
        gold_span: Callable[[str], Span | None],
        overrule: Overrule,
    ) -> None:
        super().__init__(view)
        self._drafting = drafting
        self._gold_span = gold_span
        self._overrule = overrule
        view.tag_requested.connect(self._mark)
        view.relabel_requested.connect(self._relabel)
        view.resize_requested.connect(self._resize)
        view.remove_requested.connect(self._remove)

    def _mark(self, start: int, end: int, label: str) -> None:
        if self._drafting.is_on:
            self._drafting.mark(start, end, label)
        else:
            self._overrule(None, (OwnSpan(start, end, label),))

    def _relabel(self, span_id: str, label: str) -> None:
        if self._drafting.is_on:
            self._drafting.relabel(span_id, label)
        elif span := self._gold_span(span_id):
            self._overrule(span.place, (OwnSpan(span.start, span.end, label),))

    def _resize(self, span_id: str, start: int, end: int) -> None:
        if self._drafting.is_on:
            self._drafting.resize(span_id, start, end)
        elif span := self._gold_span(span_id):
            value = span.value if span.is_confirmed else None
            self._overrule(span.place, (OwnSpan(start, end, span.label, value),))

    def _remove(self, span_id: str) -> None:
        if self._drafting.is_on:
            self._drafting.remove(span_id)
        elif span := self._gold_span(span_id):
            self._overrule(span.place, ())
