"""Which proposed values the author was shown: going on to another act confirms them.

A value that was never shown stays proposed, and so does one that the act itself is about, and a
date that is known in part only until somebody tells when the article was published.
"""

from dataclasses import replace

from annotator.core.edits import Confirm
from annotator.core.model import Article, Layer, Span
from annotator.core.values import DateValue, Value
from annotator.store.project import Project
from annotator.workflow.acts import marking


class Seen:
    """The proposed values that were shown and that the author has not gone on from."""

    def __init__(self) -> None:
        self._values: dict[str, Value] = {}
        """By the ids of their spans."""
        self._at: str | None = None

    def look_at(self, span: Span | None) -> None:
        """Remember that the author looks at what ``span`` means; ``None``: at no span."""
        self._at = span.id if span else None
        if span is not None and span.proposed:
            self._values[span.id] = span.value

    def doubt(self, span_id: str) -> None:
        """Forget what was shown of a span: its author has typed something else, if in vain."""
        self._values.pop(span_id, None)

    def forget(self) -> None:
        """Forget all that was shown: another article is at hand."""
        self._values.clear()
        self._at = None

    def to_confirm(self, article: Article, layer: Layer, *, at_hand: bool) -> tuple[str, ...]:
        """Return the spans of ``layer``, of ``article``, that still say what was shown.

        Without ``at_hand`` the one that the author is looking at is left out.
        """
        if not at_hand and not self._values.keys() - {self._at}:
            return ()
        return tuple(
            span.id
            for span in layer
            if span.proposed
            and span.id in self._values
            and self._values[span.id] == span.value
            and (at_hand or span.id != self._at)
            and not _waits_for_day(article, span.value)
        )


def _waits_for_day(article: Article, value: Value) -> bool:
    """Tell whether the day of publication may yet tell a year or day that ``value`` lacks.

    It is proposed anew when that day is told; what is confirmed is not.
    """
    return article.published is None and isinstance(value, DateValue) and "XX" in value.edtf


def with_confirmed(
    project: Project, article: Article, marked: marking.Marked, seen: Seen
) -> marking.Marked:
    """Confirm what was shown before an act, in the act's transaction; tell both as one."""
    change = marked.change
    if change.is_empty:
        return marked
    touched = {span.id for span in (*change.removed, *change.put)}
    ids = tuple(set(seen.to_confirm(article, marked.layer, at_hand=True)) - touched)
    if not ids:
        return marked
    confirmed = marking.apply(project, article, marked.layer, Confirm(ids))
    return replace(
        marked,
        layer=confirmed.layer,
        change=replace(
            change,
            removed=(*change.removed, *confirmed.change.removed),
            put=(*change.put, *confirmed.change.put),
        ),
    )
