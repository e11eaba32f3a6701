"""What spans mean, said from the fields and the keys; and who is shown what is proposed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.core.model import Span
from annotator.core.values import EntryValue, Value
from annotator.gui.naming import make_entry, named, no_such_entry, offers
from annotator.gui.session import Session
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.span_details import SpanDetails


class Valuing(QObject):
    """Lets the value fields and the keys of the article view act on the selected span."""

    def __init__(self, session: Session, view: ArticleView, details: SpanDetails) -> None:
        super().__init__(details)
        self._session = session
        self._view = view
        self._details = details
        self._asked: tuple[str, str] | None = None
        """What offers were asked for when not all entries were known."""
        fields = details.value
        fields.published = self._published
        fields.value_requested.connect(self._set)
        fields.entry_requested.connect(self._set_named)
        fields.offers_requested.connect(self._show_offers)
        fields.doubted.connect(session.seen.doubt)
        fields.best_requested.connect(self.take_best)
        fields.new_requested.connect(self.make_entry)
        view.best_requested.connect(self.take_best)
        view.new_entry_requested.connect(self.make_entry)
        session.entries_known.connect(self._answer)

    def show(self) -> None:
        """Show the selected span; going on from the one before confirms what was shown of it."""
        span = self._selected()
        self._details.show_span(span)
        fields = self._details.value
        is_seen = not fields.visibleRegion().isEmpty()
        self._session.look_at(span if is_seen else None)
        if span is not None and span.id in fields.drafts():
            self._session.seen.doubt(span.id)

    def take_best(self) -> None:
        """Take what is proposed for the selected span, else the entry that fits best."""
        self._session.await_entries()
        span = self._selected()  # after the wait, in which another program may have taken it out
        if span is None:
            return
        if span.proposed:
            self._session.set_value(span.id, span.value)
        elif span.value is None:
            name = self._details.value.typed_name() or span.quote
            offered = offers(self._session, span.label, name)
            if offered:
                self._choose(span, offered[0].value)

    def make_entry(self) -> None:
        """Make an entry of what was typed, else of the words marked, and mean it."""
        span = self._selected()
        if span is not None:
            made = make_entry(
                self._session, span.label, self._details.value.typed_name() or span.quote
            )
            if made is not None:
                self._choose(span, made)

    def focus(self) -> None:
        """Put the keyboard into the value of the selected span."""
        self._details.value.focus()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"best": self.take_best, "new_entry": self.make_entry}

    def _selected(self) -> Span | None:
        span_id, layer = self._view.selected_span(), self._session.layer
        return layer.span(span_id) if layer and span_id else None

    def _published(self) -> str | None:
        return self._session.article.published if self._session.article else None

    def _choose(self, span: Span, value: EntryValue) -> None:
        self._details.value.drop_draft(span.id)
        self._set(span.id, value)

    def _set(self, span_id: str, value: Value) -> None:
        if self._session.layer is None or self._session.layer.span(span_id) is None:
            self._details.value.drop_draft(span_id)
        elif self._session.set_value(span_id, value):
            self._details.value.drop_draft(span_id)
            self.show()

    def _set_named(self, span_id: str, name: str) -> None:
        """Let a span mean the entry of that name; say so if there is none."""
        self._session.await_entries()
        span = self._session.layer.span(span_id) if self._session.layer else None
        if span is None:
            self._details.value.drop_draft(span_id)
            return
        value = named(self._session, span.label, name)
        if value is not None:
            self._set(span_id, value)
            return
        self._details.value.say_wrong(span_id, no_such_entry(name))

    def _show_offers(self, label: str, name: str) -> None:
        self._asked = None if self._session.entries.is_known() else (label, name)
        self._details.value.offer(offers(self._session, label, name))

    def _answer(self) -> None:
        """Offer what could not be offered before all entries were known."""
        span = self._selected()
        if span is not None and self._asked is not None and self._asked[0] == span.label:
            self._show_offers(*self._asked)
