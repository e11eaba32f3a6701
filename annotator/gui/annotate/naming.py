"""Entries that a span may mean: offered in its value fields, taken, or made anew."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.core.model import Span
from annotator.core.values import EntryValue, Value
from annotator.gui.fields.value_fields import ValueFields
from annotator.gui.fields.value_lines import Offer
from annotator.gui.session import Session
from annotator.gui.wording.shortening import shortened
from annotator.workflow.registry import registry
from annotator.workflow.registry.registry import NEAR

_LONGEST = 60
"""How many letters of a name a sentence holds."""


class Naming(QObject):
    """Lets value fields offer, take and make the entry that the selected span means.

    What Enter takes is what was offered first for what is typed, else for the words of the span.
    """

    def __init__(
        self,
        session: Session,
        fields: ValueFields,
        find: Callable[[str | None], Span | None],
        set_value: Callable[[str, Value], object],
    ) -> None:
        """``find`` returns the span of an id, or the selected one, if it is there."""
        super().__init__(fields)
        self._session = session
        self._fields = fields
        self._find = find
        self._set_value = set_value
        self._asked: tuple[Span, str] | None = None
        """For what offers were asked when not all entries were known."""
        fields.entry_requested.connect(self._set_named)
        fields.offers_requested.connect(self._show_offers)
        fields.best_requested.connect(self.take_best)
        fields.new_requested.connect(self.make_entry)
        session.entries_known.connect(self._answer)

    def take_best(self) -> None:
        """Take what fits best what is typed; else what is proposed, or fits the words best."""
        self._session.await_entries()
        span = self._find(None)  # after the wait, in which another program may have taken it out
        if span is None:
            return
        typed = self._fields.typed_name()
        if span.proposed and not typed:
            self._set(span.id, span.value)
        elif typed or span.value is None:
            for offer in self._offers(span, typed)[:1]:
                self._set(span.id, offer.value)

    def make_entry(self) -> None:
        """Make an entry of what is typed, else of the words marked, and mean it."""
        span, session = self._find(None), self._session
        if span is None:
            return
        name = self._fields.typed_name() or span.quote
        entry = session.act_on_project(
            lambda: registry.add_entry(session.project, session.author.name, span.label, name)
        )
        if entry is not None:
            self._set(span.id, EntryValue(entry.id, entry.name))

    def _set(self, span_id: str, value: Value) -> None:
        self._fields.drop_draft(span_id)
        self._set_value(span_id, value)

    def _set_named(self, span_id: str, name: str) -> None:
        """Let a span mean the entry of that name; say so if there is none."""
        self._session.await_entries()
        span = self._find(span_id)
        if span is None:
            self._fields.drop_draft(span_id)
            return
        for offer in self._offers(span, name)[:1]:
            if offer.is_called_so:
                self._set_value(span_id, offer.value)
                return
        self._fields.say_wrong(span_id, self._no_such_entry(name))

    def _no_such_entry(self, name: str) -> str:
        return self.tr(
            "No entry is called “{name}”. Choose one of the list, or make a new one with"
            " Shift+Enter."
        ).format(name=f"\u2068{shortened(name, _LONGEST)}\u2069")

    # -- offering

    def _offers(self, span: Span, typed: str) -> list[Offer]:
        entries = self._session.entries
        if typed:
            found = entries.offered(span.label, typed)
        else:
            found = entries.candidates_for_span(span.label, span.quote)
        return [
            Offer(
                EntryValue(one.entry.id, one.entry.name),
                one.matched,
                is_near=one.distance >= NEAR,
                is_called_so=one.distance == 0,
            )
            for one in found
        ]

    def _show_offers(self, span: Span, typed: str) -> None:
        self._asked = None if self._session.entries.is_known() else (span, typed)
        self._fields.offer(self._offers(span, typed))

    def _answer(self) -> None:
        """Offer what could not be offered before all entries were known."""
        span = self._find(None)
        if span is not None and self._asked is not None and self._asked[0].id == span.id:
            self._show_offers(span, self._asked[1])
