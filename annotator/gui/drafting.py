"""Marking spans of one's own in Review: the text edits a draft, the fields say what it means."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from annotator.core.conflicts import Place
from annotator.core.edits import Change, Edit, Mark, Relabel, Remove, Resize
from annotator.core.errors import AnnotatorError
from annotator.core.model import Article, Layer, Span
from annotator.core.values import Value
from annotator.gui.language import error_text
from annotator.gui.naming import Naming
from annotator.gui.own_spans import OwnSpans
from annotator.gui.review_view import ReviewView
from annotator.gui.session import Session
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.workflow.review_queue import with_values
from annotator.workflow.settling import OpenConflict

Purpose = OpenConflict | Place
"""What spans are marked for: a conflict, or a span of gold that they take the place of."""


class Drafting(QObject):
    """Lets the article and the panel act on the draft of a lead."""

    changed = Signal(object)
    """The draft is another layer now: ``Layer``."""

    def __init__(self, session: Session, view: ReviewView, panel: ReviewPanel) -> None:
        super().__init__(panel)
        self._session = session
        self._view = view
        self._panel = panel
        self.draft: OwnSpans | None = None
        self.article: Article | None = None
        """The article on which it is drawn."""
        self.purpose: Purpose | None = None
        fields = panel.value
        fields.value_requested.connect(self._set)
        Naming(session, fields, self._span, self._set)
        fields.left.connect(view.setFocus)
        view.value_asked_for.connect(fields.focus)
        fields.meant = session.entries.meant
        view.span_selected.connect(lambda _: self.show_span())
        view.refused.connect(self._refuse)

    @property
    def is_on(self) -> bool:
        """Whether the lead marks spans of her own."""
        return self.draft is not None

    def begin(self, article: Article, purpose: Purpose, spans: Iterable[Span]) -> None:
        """Begin with ``spans``; those of the lead's draft are others by their ids."""
        self.article, self.purpose = article, purpose
        lead = self._session.author.name
        self.draft = OwnSpans(article, lead, spans, self._complete)
        self._view.is_drafting = True
        self._panel.show_drafting(is_on=True)
        self.changed.emit(self.draft.layer)
        # What was selected to be read is not meant: a label's key would mark it.
        self._view.place_caret(self._view.caret())
        for span in self.draft.layer.spans[:1]:
            self._view.select_span(span.id)
        self._view.setFocus()

    def show_anew(self) -> None:
        """Show the draft again after the panel was filled anew."""
        if self.draft is not None:
            self._panel.show_drafting(is_on=True)
            self._show(self.draft.layer)

    def end(self) -> None:
        """Mark no more spans of one's own; what was marked is forgotten unless it was taken."""
        self.draft = self.article = self.purpose = None
        self._view.is_drafting = False
        self._view.select_span(None)
        self._panel.show_drafting(is_on=False)

    def _complete(self, change: Change) -> Change:
        article, session = self.article, self._session
        if article is None:
            return change
        return session.read(lambda: with_values(session.project, article, change), change)

    # -- edits

    def mark(self, start: int, end: int, label: str) -> None:
        """Mark a stretch; the new span becomes the selected one."""
        change = self._do(Mark(start, end, label))
        if change and change.put:
            self._view.select_span(change.put[0].id)

    def relabel(self, span_id: str, label: str) -> None:
        """Let a span say another label."""
        self._do(Relabel((span_id,), label))

    def resize(self, span_id: str, start: int, end: int) -> None:
        """Move a span's borders."""
        self._do(Resize(span_id, start, end))

    def remove(self, span_id: str) -> None:
        """Take a span out."""
        self._do(Remove((span_id,)))

    def undo(self) -> None:
        """Take the last edit back."""
        self._go(OwnSpans.undo)

    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        self._go(OwnSpans.redo)

    def _go(self, step: Callable[[OwnSpans], None]) -> None:
        if self.draft is not None:
            step(self.draft)
            self._show(self.draft.layer)

    def _do(self, edit: Edit) -> Change | None:
        if self.draft is None:
            return None
        try:
            change = self.draft.do(edit)
        except AnnotatorError as error:
            self._refuse(error)
            return None
        self._panel.refuse("")
        self._show(self.draft.layer)
        return change

    def _refuse(self, error: AnnotatorError) -> None:
        self._panel.refuse(error_text(error))

    def _show(self, layer: Layer) -> None:
        self.changed.emit(layer)
        self.show_span()

    # -- values

    def show_span(self) -> None:
        """Show what the selected span means."""
        fields, span = self._panel.value, self._span()
        if self.draft is None or span is None or span.label not in self._session.labels:
            fields.hide()
            return
        fields.show_span(span, self._session.labels[span.label])
        fields.show()
        self.draft.see(span)

    def _span(self, span_id: str | None = None) -> Span | None:
        """Return the span of that id, else the selected one."""
        span_id = span_id or self._view.selected_span()
        return self.draft.layer.span(span_id) if self.draft and span_id else None

    def _set(self, span_id: str, value: Value) -> None:
        if self.draft is None or self._span(span_id) is None:
            self._panel.value.drop_draft(span_id)
            return
        self.draft.set_value(span_id, value)
        self._panel.value.drop_draft(span_id)
        self._show(self.draft.layer)
