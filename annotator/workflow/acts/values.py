"""What the program proposes a span to mean, and when it proposes anew.

Dates and numbers are read from the words, entries are found by one of their names.  A proposal is
not the author's: it may be another one until it is confirmed, and is no hindrance to an undo.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeGuard, TypeVar

from annotator.arabic import ARABIC
from annotator.core.edits import Change
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Span
from annotator.core.registry import Entry, name_key
from annotator.core.rows import Kind, ProjectChange, RowChange
from annotator.core.values import EntryValue, Value, ValueKind, kind_of, value_to_json
from annotator.store.project import Project
from annotator.workflow.acts.entry_names import EntryNames, names_of

_COLUMNS = ("proposed", "value")
"""What a new proposal changes in the row of a span: it is no edit, so ``changed_at`` stays."""

Told = TypeVar("Told", RowChange, ProjectChange)
"""What an act on an article may change, or one on the project."""


class Proposals:
    """Proposes values within one transaction; what the registry says is asked once a name."""

    def __init__(self, project: Project, labels: LabelSet) -> None:
        self._project = project
        self._labels = labels
        self._named: dict[tuple[str, str], Value] = {}

    def complete(self, article: Article, change: Change) -> Change:
        """Return ``change`` with a value for each span that comes to its place without one.

        A value that is confirmed stays when borders move: its author said what is meant, and
        moves them by a prefix as often as not.  A proposal told what the old words mean.
        """
        before = {span.id: span.place for span in change.removed}
        if not any(_is_open(span, before.get(span.id)) for span in change.put):
            return change
        published = _published(self._project, article.id)
        put = tuple(
            self.proposed(span, article.text, published)
            if _is_open(span, before.get(span.id))
            else span
            for span in change.put
        )
        return replace(change, put=put)

    def filled(self, article: Article, spans: Iterable[Span]) -> list[Span]:
        """Return ``spans``, those without a value with what is proposed for them."""
        return [
            self.proposed(span, article.text, article.published) if span.value is None else span
            for span in spans
        ]

    def proposed(self, span: Span, text: str, published: str | None) -> Span:
        """Return ``span`` with the value that is proposed for it, if there is any."""
        value = self._value(span, text, published)
        return replace(span, value=value, proposed=value is not None)

    def _value(self, span: Span, text: str, published: str | None) -> Value:
        label = self._labels[span.label]
        if label.value is ValueKind.ENTRY:
            return self._entry(span)
        if label.reader is None:
            return None
        value = ARABIC.read_value(label.reader, text, span.start, span.end, published)
        return value if kind_of(value) is label.value else None

    def _entry(self, span: Span) -> Value:
        asked = span.label, span.quote
        if asked not in self._named:
            entry = _bearing(names_of(self._project), *asked)
            self._named[asked] = EntryValue(entry.id, entry.name) if entry else None
        return self._named[asked]


def _bearing(names: EntryNames, label: str, quote: str) -> Entry | None:
    """Return the one entry that bears ``quote``, if need be without its article or a clitic.

    Near spellings, and names of several entries, are a person's to choose among.
    """
    key = name_key(quote, ARABIC.fold)
    if not key:
        return None
    cuts = ARABIC.clitic_cuts(key, 0, len(key.split(maxsplit=1)[0]))
    ways = [names.exact(label, key), *(names.bare(label, key[cut:]) for cut in (0, *cuts))]
    for found in ways:
        entries = {told.entry for told in found}
        if entries:
            return names[entries.pop()] if len(entries) == 1 else None
    return None


def with_proposals(project: Project, rows: Sequence[Told]) -> tuple[Told, ...]:
    """Return ``rows`` and, where they tell when an article was published, what follows from it.

    Spans of which ``rows`` tell themselves are left to them.
    """
    told = _spans_told(rows)
    followed = list(rows)
    for row in rows:
        if not _is_publication(row) or row.after is None:
            continue
        published = row.after["published"]
        dates = _anew(project, row.key, None if published is None else str(published))
        followed += [date for date in dates if date.key not in told]
    return tuple(followed)


def changes_for_published(
    project: Project, article: Article, published: str | None
) -> tuple[RowChange, ...]:
    """Return what changes when ``article`` is said to be published on that day, in all layers.

    Dates are proposed anew where they are not confirmed; nothing else is touched.
    """
    row = RowChange(
        Kind.ARTICLE,
        article.id,
        {"published": _published(project, article.id)},
        {"published": published},
    )
    return () if row.is_empty else with_proposals(project, [row])


def rows_back(project: Project, rows: Sequence[Told]) -> tuple[Told, ...] | None:
    """Return the ``rows`` that take an act back, as they can be made now.

    ``None`` if one has been changed since, unless it is a proposal: one that was confirmed or
    replaced since stays, and dates that others marked since are proposed anew.
    """
    tells_day = any(map(_is_publication, rows))
    back: list[Told] = []
    for row in rows:
        if project.records.is_as(row):
            back.append(row)
        elif not (tells_day and _is_proposal(row)):
            return None
    return with_proposals(project, back)


def _anew(project: Project, article_id: str, published: str | None) -> Iterable[RowChange]:
    """Yield the dates of an article, in all its layers, that are proposed otherwise now."""
    article = project.articles.by_id(article_id)
    assert article is not None
    labels = project.labels.load()
    proposals = Proposals(project, labels)
    for layer in project.layers.of_article(article_id):
        for span in layer:
            if labels[span.label].value is not ValueKind.DATE or span.is_confirmed:
                continue
            new = proposals.proposed(span, article.text, published)
            if new != span:
                yield RowChange(
                    Kind.SPAN,
                    span.id,
                    project.records.read(Kind.SPAN, span.id, _COLUMNS),
                    {"proposed": int(new.proposed), "value": _value_cell(new.value)},
                )


def _value_cell(value: Value) -> str:
    return json.dumps(value_to_json(value), ensure_ascii=False)


def _is_open(span: Span, place: tuple[int, int, str] | None) -> bool:
    """Tell whether a span that was at ``place`` is to get a proposal."""
    return span.place != place and not span.is_confirmed


def _spans_told(rows: Iterable[ProjectChange]) -> set[str]:
    return {row.key for row in rows if isinstance(row, RowChange) and row.kind is Kind.SPAN}


def _is_publication(row: ProjectChange) -> TypeGuard[RowChange]:
    if not isinstance(row, RowChange) or row.kind is not Kind.ARTICLE:
        return False
    return row.after is not None and "published" in row.after


def _is_proposal(row: ProjectChange) -> bool:
    return row.kind is Kind.SPAN and row.after is not None and set(row.after) == set(_COLUMNS)


def _published(project: Project, article_id: str) -> str | None:
    """Return the day of publication as the file has it now."""
    row = project.records.read(Kind.ARTICLE, article_id, ["published"])
    return str(row["published"]) if row and row["published"] is not None else None
