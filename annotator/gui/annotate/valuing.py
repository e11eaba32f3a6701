"""What spans mean, said from the fields and the keys; and who is shown what is proposed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.core.model import Span
from annotator.core.values import DateValue, Value
from annotator.gui.annotate.naming import Naming
from annotator.gui.session import Session
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.span_details import SpanDetails
from annotator.workflow.acts.publishing import read_by_day


class Valuing(QObject):
    """Lets the value fields and the keys of the article view act on the selected span."""

    def __init__(self, session: Session, view: ArticleView, details: SpanDetails) -> None:
        super().__init__(details)
        self._session = session
        self._view = view
        self._details = details
        fields = details.value
        fields.published = self._published
        fields.value_requested.connect(self._set)
        fields.doubted.connect(session.seen.doubt)
        self._naming = Naming(session, fields, self._span, self._set)
        view.best_requested.connect(self._naming.take_best)
        view.new_entry_requested.connect(self._take_other)
        details.reading.take_requested.connect(self.take_by_day)
        session.article_changed.connect(self._show_reading)

    def show(self) -> None:
        """Show the selected span; going on from the one before confirms what was shown of it."""
        span = self._span()
        self._details.show_span(span)
        self._show_reading()
        fields = self._details.value
        is_seen = not fields.visibleRegion().isEmpty()
        self._session.look_at(span if is_seen else None)
        if span is not None and span.id in fields.drafts():
            self._session.seen.doubt(span.id)

    def take_by_day(self) -> None:
        """Let a date that was confirmed mean what it reads by the day of publication."""
        span, value = self._span(), self._by_day()
        if span is not None and value is not None:
            self._details.value.drop_draft(span.id)
            self._set(span.id, value)

    def focus(self) -> None:
        """Put the keyboard into the value of the selected span."""
        self._details.value.focus()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {
            "best": self._naming.take_best,
            "new_entry": self._naming.make_entry,
            "by_day": self.take_by_day,
        }

    def _take_other(self) -> None:
        """Take what Enter does not: a new entry, or what a date reads by the day."""
        if self._by_day() is None:
            self._naming.make_entry()
        else:
            self.take_by_day()

    def _show_reading(self) -> None:
        self._details.show_reading(self._by_day())

    def _by_day(self) -> DateValue | None:
        """Return what the selected date reads by the day of publication, if it says otherwise."""
        span, article = self._span(), self._session.article
        if span is None or article is None:
            return None
        return read_by_day(article, span, self._session.labels)

    def _span(self, span_id: str | None = None) -> Span | None:
        """Return the span of that id, else the selected one."""
        span_id, layer = span_id or self._view.selected_span(), self._session.layer
        return layer.span(span_id) if layer and span_id else None

    def _published(self) -> str | None:
        return self._session.article.published if self._session.article else None

    def _set(self, span_id: str, value: Value) -> None:
        if self._span(span_id) is None:
            self._details.value.drop_draft(span_id)
        elif self._session.set_value(span_id, value):
            self._details.value.drop_draft(span_id)
            self.show()
