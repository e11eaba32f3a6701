"""What is done to spans from the widgets: marks, labels, notes; the selected span and its say."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.core.model import Span
from annotator.gui.session import Session
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.span_details import SpanDetails


class Marking(QObject):
    """Lets the article view and the span details act on the author's layer."""

    def __init__(self, session: Session, view: ArticleView, details: SpanDetails) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._details = details
        view.tag_requested.connect(self._tag)
        view.relabel_requested.connect(session.relabel)
        view.remove_requested.connect(session.remove)
        view.resize_requested.connect(session.resize)
        details.relabel_requested.connect(session.relabel)
        details.note_requested.connect(self._keep_note)
        details.unsure_requested.connect(session.set_unsure)

    def selected(self) -> Span | None:
        """Return the selected span, as the layer has it."""
        span_id = self._view.selected_span()
        return self.span(span_id) if span_id else None

    def span(self, span_id: str) -> Span | None:
        """Return the span of that id, if the layer at hand has it."""
        return self._session.layer.span(span_id) if self._session.layer else None

    def label(self, label: str) -> None:
        """Do what the label's key does in the text, and go on there."""
        stretch, span_id = self._view.selection(), self._view.selected_span()
        if stretch:
            self._view.place_caret(stretch[1])
            self._tag(*stretch, label)
        elif span_id:
            self._session.relabel(span_id, label)
        self._view.setFocus()

    def select(self, span_id: str) -> None:
        """Select a span and bring it into view."""
        span = self.span(span_id)
        if span:
            self._view.select_span(span_id)
            self._view.show_place(span.start)

    def remove_selected(self) -> None:
        """Take the selected span out."""
        span_id = self._view.selected_span()
        if span_id:
            self._session.remove(span_id)

    def keep_notes(self) -> bool:
        """Save what is half written; false if some of it cannot be saved."""
        self._details.finish_note()
        for span_id, note in self._details.drafts().items():
            self._keep_note(span_id, note)
        return not self._details.drafts()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {
            "remove": self.remove_selected,
            "note": self._details.edit_note,
            "unsure": self._toggle_unsure,
            "next_span": lambda: self._view.step_to_span(1),
            "previous_span": lambda: self._view.step_to_span(-1),
        }

    def _tag(self, start: int, end: int, label: str) -> None:
        """Mark a stretch; the new span becomes the selected one."""
        span_id = self._session.tag(start, end, label)
        if span_id:
            self._view.select_span(span_id)
        else:
            self._view.select(start, end)  # to try again

    def _toggle_unsure(self) -> None:
        span = self.selected()
        if span:
            self._session.set_unsure(span.id, not span.unsure)

    def _keep_note(self, span_id: str, note: str) -> None:
        if self.span(span_id) is None:
            return
        if self._session.set_note(span_id, note):
            self._details.drop_draft(span_id)
        else:
            self._details.keep_draft(span_id, note)
