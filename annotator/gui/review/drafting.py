"""Marking spans of one's own in Review: the text edits a draft, the fields say what it means."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from annotator.core.edits import Change, Edit, Mark, Relabel, Remove, Resize
from annotator.core.errors import AnnotatorError, RefusedAct
from annotator.core.mentions import Name
from annotator.core.model import Layer, Span
from annotator.core.values import Value
from annotator.gui.annotate.naming import Naming
from annotator.gui.annotate.sites import Site
from annotator.gui.language import error_text
from annotator.gui.review.own_mentions import mark_unmarked, name_here, remove_alike
from annotator.gui.review.own_spans import OwnSpans, Steps
from annotator.gui.review.review_hand import ReviewHand
from annotator.gui.review.review_mode import Beginning, Mode
from annotator.gui.review.review_view import ReviewView
from annotator.gui.review_keys import Keys
from annotator.gui.session import Session
from annotator.gui.text.joining import merge_here, split_here
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.workflow.review.review_queue import with_values
from annotator.workflow.review.settling import OpenConflict

_OF_MENTIONS: Final = ("mentions", "mentions_everywhere", "unmark", "unmark_everywhere")
"""What keys ask for that the text cannot do by itself."""


class Drafting(QObject, Mode):
    """Lets the article and the panel act on the draft of a lead."""

    changed = Signal()
    """The draft is another one now."""
    told = Signal(str)
    """What came of an act on many spans."""

    def __init__(
        self, session: Session, hand: ReviewHand, view: ReviewView, panel: ReviewPanel
    ) -> None:
        super().__init__(panel)
        self.keys, self.panel = Keys.DRAFT, panel
        self._session = session
        self._hand = hand
        self._view = view
        self._panel = panel
        self.draft: OwnSpans | None = None
        self.begun: Beginning | None = None
        """What it was begun with, and what for."""
        self.below: Mode = Mode()
        """What the lead was at, and is at again once it has ended."""
        fields = panel.value
        fields.value_requested.connect(self._set)
        Naming(session, fields, self._span, self._set)
        fields.left.connect(view.setFocus)
        view.value_asked_for.connect(fields.focus)
        fields.meant = session.entries.meant
        view.span_selected.connect(lambda _: self.show_span())
        view.command_requested.connect(self._do_command)

    @property
    def is_on(self) -> bool:
        """Whether the lead marks spans of her own."""
        return self.draft is not None

    def begin(self, begun: Beginning, steps: Steps, below: Mode) -> None:
        """Begin a draft, or go on with it, from what the lead is at."""
        self.begun, self.below = begun, below
        lead = self._session.author.name
        self.draft = OwnSpans(begun.article, lead, steps, self._complete)
        if not isinstance(begun.purpose, OpenConflict):
            self._panel.show_nothing("")
        self._panel.show_drafting(is_on=True)
        self._show_draft()
        # What was selected to be read is not meant: a label's key would mark it.
        self._view.place_caret(self._view.caret())
        for span in self.draft.layer.spans[:1]:
            self._view.select_span(span.id)
        self._view.setFocus()

    # -- the mode

    @property
    def is_in_text(self) -> bool:
        return True

    def remark_site(self) -> Site | None:
        return self.below.remark_site()

    def take_listed(self) -> None:
        self.below.tell_place()

    def name_anew(self) -> None:
        self.below.tell_anew()
        self._panel.show_drafting(is_on=True)
        self._show()
        self._view.setFocus()

    # -- its end

    def keep_typed(self) -> Span | None:
        """Take what is typed for values; return a span for which that cannot be."""
        fields = self._panel.value
        fields.finish()
        spans = self.draft.layer.spans if self.draft else ()
        return next((span for span in spans if span.id in fields.drafts()), None)

    def is_whole(self) -> bool:
        """Tell whether all that is typed for values is taken; else go to where it cannot be."""
        wrong = self.keep_typed()
        if wrong is not None:
            self._view.select_span(wrong.id)
            self._panel.value.focus()
            self._panel.refuse(
                self.tr("What you typed here is no value. Mend it, or give it up with Esc.")
            )
        return wrong is None

    def end(self) -> None:
        """Mark no more spans of one's own; what was marked is forgotten unless it was taken."""
        self.draft = self.begun = None
        self._view.select_span(None)
        self._panel.show_drafting(is_on=False)

    def _complete(self, change: Change) -> Change:
        begun, session = self.begun, self._session
        if begun is None:
            return change
        return session.read(lambda: with_values(session.project, begun.article, change), change)

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

    def split(self) -> None:
        """Split the span in which the caret is; the second part becomes the selected one."""
        view = self._view
        change = self._do_here(lambda _: split_here(view.text, view.span_at_caret(), view.caret()))
        if change:
            view.select_span(change.put[-1].id)

    def merge(self) -> None:
        """Merge the spans in the selection, else the selected span with the next of its label."""
        view = self._view
        change = self._do_here(
            lambda layer: merge_here(view.text, layer.spans, view.selection(), self._span())
        )
        if change:
            view.place_caret(change.put[0].end)
            view.select_span(change.put[0].id)

    def mark_mentions(self) -> None:
        """Mark what else reads like what is at hand, where nobody has marked anything as yet."""
        hand = self._hand.taken
        if hand is None:
            return
        change = self._do_here(lambda layer: mark_unmarked(self._name(layer), hand, layer))
        if change is not None:
            self.told.emit(
                self.tr("%n mention(s) marked.", "", len(change.put))
                if change.put
                else self.tr("No other mention in this article is without marks of anybody.")
            )

    def remove_mentions(self) -> None:
        """Take out those own spans that read like what is at hand and have its label."""
        text = self._view.text
        change = self._do_here(lambda layer: remove_alike(self._name(layer), text, layer))
        if change is not None:
            self.told.emit(self.tr("%n span(s) removed.", "", len(change.removed)))

    def _name(self, layer: Layer) -> Name:
        view = self._view
        return name_here(view.text, layer.spans, view.selection(), self._span())

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for while a draft is on."""
        view = self._view
        return {
            "remove": lambda: self._act_on_span(self.remove),
            "split": self.split,
            "merge": self.merge,
            "repeat": view.repeat_label,
            "extend": view.extend,
            "retract": view.retract,
            "next_span": lambda: view.step_to_span(1),
            "previous_span": lambda: view.step_to_span(-1),
            # A draft is of one article: its other mentions are all that are meant.
            "mentions": self.mark_mentions,
            "mentions_everywhere": self.mark_mentions,
            "unmark": self.remove_mentions,
            "unmark_everywhere": self.remove_mentions,
        }

    def _act_on_span(self, act: Callable[[str], None]) -> None:
        span = self._span()
        if span is not None:
            act(span.id)

    def _do_command(self, name: str) -> None:
        """Do what a key means that the text alone cannot do."""
        if self.draft is not None and name in _OF_MENTIONS:
            self.slots()[name]()

    def undo(self) -> None:
        """Take the last edit back."""
        self._go(OwnSpans.undo)

    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        self._go(OwnSpans.redo)

    def _go(self, step: Callable[[OwnSpans], None]) -> None:
        if self.draft is not None:
            step(self.draft)
            self._show()

    def _do(self, edit: Edit) -> Change | None:
        if self.draft is None:
            return None
        try:
            change = self.draft.do(edit)
        except AnnotatorError as error:
            self._refuse(error)
            return None
        self._panel.refuse("")
        self._show()
        return change

    def _do_here(self, wanted: Callable[[Layer], Edit]) -> Change | None:
        """Do what is wanted of what is at hand in the text, if there is such a thing."""
        if self.draft is None:
            return None
        try:
            edit = wanted(self.draft.layer)
        except RefusedAct as error:
            self._refuse(error)
            return None
        return self._do(edit)

    def _refuse(self, error: AnnotatorError) -> None:
        self._panel.refuse(error_text(error))

    def _show(self) -> None:
        self._show_draft()
        self.show_span()

    def _show_draft(self) -> None:
        """Show the draft in the text, and gold muted around it."""
        if self.draft is not None and self.begun is not None:
            purpose = self.begun.purpose
            replaced = None if isinstance(purpose, OpenConflict) else purpose
            self._hand.show(self.draft.layer, instead_of=replaced)
            self._panel.show_left_out(self._left_out())
            self.changed.emit()

    def _left_out(self) -> list[Span]:
        """Return what the draft lacks of the spans on which nothing was decided."""
        if self.draft is None or self.begun is None:
            return []
        purpose, own = self.begun.purpose, {span.place for span in self.draft.layer.spans}
        unjudged = purpose.conflict.unjudged if isinstance(purpose, OpenConflict) else ()
        return [span for span in unjudged if span.place not in own]

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
        self._show()
