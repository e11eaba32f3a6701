"""What is done to spans from the widgets: marks, labels, notes; the selected span and its say."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from annotator.core.cutting import Merge, Split
from annotator.core.edits import Describe, Relabel, Remove, Resize
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Span
from annotator.gui.borders import split_at
from annotator.gui.session import Session
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
        span = self._view.span_at_caret()
        text, caret = self._view.text, self._view.caret()
        cut = split_at(text, (span.start, span.end), caret) if span else None
        if span is None or cut is None:
            self._refuse(
                QT_TRANSLATE_NOOP(
                    "errors", "Put the caret inside a span, where the second part is to begin."
                )
            )
            return
        change = self._session.do(Split(span.id, *cut))
        if change:
            self._view.select_span(change.put[-1].id)

    def merge(self) -> None:
        """Merge the spans in the selection, else the selected span with the next of its label."""
        stretch, span = self._view.selection(), self.selected()
        spans = self._session.layer.spans if self._session.layer else ()
        if stretch:
            inside = (one for one in spans if stretch[0] <= one.start and one.end <= stretch[1])
            together = _of_one_label(inside)
        else:
            together = _with_next(span, spans, self._view.text) if span else ()
        if not together:
            self._refuse(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "There is nothing to merge: select two spans with the same label as text, or"
                    " one that is followed by another in its paragraph.",
                )
            )
            return
        change = self._session.do(Merge(tuple(one.id for one in together)))
        if change:
            self._view.place_caret(change.put[0].end)
            self._view.select_span(change.put[0].id)

    def _refuse(self, template: str) -> None:
        self._session.failed.emit(RefusedAct(template))

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
        span_id = self._session.tag(start, end, label)
        if span_id:
            self._view.select_span(span_id)
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


def _of_one_label(spans: Iterable[Span]) -> Sequence[Span]:
    """Return those that share a label, if that holds of several spans of one label alone."""
    by_label: defaultdict[str, list[Span]] = defaultdict(list)
    for span in spans:
        by_label[span.label].append(span)
    several = [group for group in by_label.values() if len(group) > 1]
    return several[0] if len(several) == 1 else ()


def _with_next(span: Span, spans: Sequence[Span], text: str) -> Sequence[Span]:
    """Return a span and the next one of its label, if that begins in the same paragraph."""
    after = spans[spans.index(span) + 1 :]
    following = next((one for one in after if one.label == span.label), None)
    if following is None or "\n" in text[span.start : following.start]:
        return ()
    return span, following
