"""What is done to spans from the widgets: marks, labels, notes; the selected span and its say."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.core.edits import Change, Describe, Edit, Mark, Relabel, Remove, Resize
from annotator.core.errors import RefusedAct
from annotator.core.model import Span
from annotator.gui.session import Session
from annotator.gui.text.joining import merge_here, split_here
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.span_details import SpanDetails

_LONG = 500
"""From how many letters on a span is more than people mean to mark."""


class Marking(QObject):
    """Lets the article view and the span details act on the author's layer."""

    told = Signal(str)
    """A sentence on what was done, for the status bar."""

    def __init__(self, session: Session, view: ArticleView, details: SpanDetails) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._details = details
        self.may_begin: Callable[[], bool] = lambda: True
        """Tells whether the author means to mark spans in the article at hand."""
        view.tag_requested.connect(self._tag)
        view.relabel_requested.connect(self._relabel)
        view.remove_requested.connect(self._remove)
        view.resize_requested.connect(self._resize)
        view.refused.connect(session.failed)
        details.relabel_requested.connect(self._relabel)
        details.note_requested.connect(self._keep_note)
        details.unsure_requested.connect(self._set_unsure)

    def selected(self) -> Span | None:
        """Return the selected span, as the layer has it."""
        span_id = self._view.selected_span()
        return self.span(span_id) if span_id else None

    def has_span(self) -> bool:
        """Tell whether a span is selected; where none is, say so.

        What is typed next, for a field of it, would be taken for commands.
        """
        if self.selected() is None:
            if self._view.attention.offered is not None:
                self.told.emit(self.tr("This is only suggested: press Enter to take it first."))
            else:
                self.told.emit(self.tr("No span is selected: click one, or go to one with Space."))
            return False
        return True

    def span(self, span_id: str) -> Span | None:
        """Return the span of that id, if the layer at hand has it."""
        return self._session.layer.span(span_id) if self._session.layer else None

    def label(self, label: str) -> None:
        """Do what the label's key does in the text, and go on there."""
        self._view.tag(label)
        self._view.setFocus()

    def keep(self, label: str) -> None:
        """Put the label on each selection at once from now on, or stop doing so."""
        self._view.toggle_kept(label)
        self._view.setFocus()

    def relabel_all(self, span_ids: tuple[str, ...], label: str) -> None:
        """Let several spans say another label, as one act."""
        self._session.do(Relabel(span_ids, label))

    def remove_all(self, span_ids: tuple[str, ...]) -> None:
        """Take several spans out, as one act."""
        self._session.do(Remove(span_ids))

    def split(self) -> None:
        """Split the span in which the caret is; the second part becomes the selected one."""
        view = self._view
        change = self._do_here(lambda: split_here(view.text, view.span_at_caret(), view.caret()))
        if change:
            view.select_span(change.put[-1].id)

    def merge(self) -> None:
        """Merge the spans in the selection, else the selected span with the next of its label."""
        view, spans = self._view, self._session.layer.spans if self._session.layer else ()
        change = self._do_here(
            lambda: merge_here(view.text, spans, view.selection(), self.selected())
        )
        if change:
            view.place_caret(change.put[0].end)
            view.select_span(change.put[0].id)

    def _do_here(self, wanted: Callable[[], Edit]) -> Change | None:
        """Do what is wanted of what is at hand in the text, if there is such a thing."""
        try:
            edit = wanted()
        except RefusedAct as error:
            self._session.failed.emit(error)
            return None
        return self._session.do(edit)

    def select(self, span_id: str) -> None:
        """Select a span and bring it into view."""
        span = self.span(span_id)
        if span:
            self._view.select_span(span_id)
            self._view.show_place(span.start)

    def show_stretch(self, start: int, end: int, span_id: str | None) -> None:
        """Bring a stretch into view, selected: as that span, if the layer at hand has it."""
        if span_id and self.span(span_id):
            self.select(span_id)
        else:
            self._view.select(start, end)
            self._view.show_place(start)
        self._view.setFocus()

    def remove_selected(self) -> None:
        """Take the selected span out."""
        span_id = self._view.selected_span()
        if span_id:
            self._remove(span_id)

    def keep_drafts(self) -> bool:
        """Save what is half written; false if some of it cannot be saved."""
        self._details.finish()
        for span_id, note in self._details.drafts().items():
            self._keep_note(span_id, note)
        return not self._details.has_drafts()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {
            "remove": self.remove_selected,
            "unsure": self._toggle_unsure,
            "split": self.split,
            "merge": self.merge,
            "repeat": self._view.repeat_label,
            "keep": self._view.toggle_kept,
            "extend": self._view.extend,
            "retract": self._view.retract,
            "next_span": lambda: self._view.step_to_span(1),
            "previous_span": lambda: self._view.step_to_span(-1),
        }

    def _tag(self, start: int, end: int, label: str) -> None:
        """Mark a stretch; the new span becomes the selected one."""
        change = self._session.do(Mark(start, end, label)) if self.may_begin() else None
        if change and change.put:
            self._view.select_span(change.put[0].id)
            self._tell_if_long(self._view.text[start:end])
        else:
            self._view.select(start, end)  # to try again

    def _tell_if_long(self, text: str) -> None:
        """Say how much was marked, where it is so much that it may be a slip."""
        paragraphs = sum(1 for line in text.split("\n") if line.strip())
        if paragraphs > 1:
            told = self.tr(
                "A span over %n paragraph(s) was marked; Ctrl+Z takes it back.", "", paragraphs
            )
        elif len(text) > _LONG:
            told = self.tr(
                "A span of %n letter(s) was marked; Ctrl+Z takes it back.", "", len(text)
            )
        else:
            return
        self.told.emit(told)

    def _relabel(self, span_id: str, label: str) -> None:
        self.relabel_all((span_id,), label)

    def _remove(self, span_id: str) -> None:
        self.remove_all((span_id,))

    def _resize(self, span_id: str, start: int, end: int) -> None:
        self._session.do(Resize(span_id, start, end))

    def _set_unsure(self, span_id: str, unsure: bool) -> None:
        self._session.do(Describe(span_id, unsure=unsure))

    def _toggle_unsure(self) -> None:
        span = self.selected()
        if span:
            self._set_unsure(span.id, not span.unsure)

    def _keep_note(self, span_id: str, note: str) -> None:
        if self.span(span_id) is None:
            return
        if self._session.set_note(span_id, note):
            self._details.drop_draft(span_id)
        else:
            self._details.keep_draft(span_id, note)
