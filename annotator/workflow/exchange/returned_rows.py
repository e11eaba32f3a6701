"""How rows change when work is brought back: planned first, made at once."""

from collections.abc import Iterator

from annotator.core.model import Layer, Span
from annotator.core.rows import Cell, Kind, Row, RowChange
from annotator.store.project import Project
from annotator.store.records import key_of
from annotator.store.span_cells import span_row

_PLACE = ("start", "end", "quote", "label")


class PlannedRows:
    """Rows as they are in the project, but for those that are to be others."""

    def __init__(self, project: Project) -> None:
        self._records = project.records
        self._planned: dict[tuple[Kind, str], RowChange] = {}

    def read(self, kind: Kind, key: str) -> Row | None:
        """Return a row as it is to be so far; ``None`` if it is not there."""
        planned = self._planned.get((kind, key))
        return planned.after if planned else self._records.read(kind, key)

    def put(self, kind: Kind, key: str, row: Row) -> None:
        """Let a row be as told, all of it."""
        planned = self._planned.get((kind, key))
        before = planned.before if planned else self._records.read(kind, key)
        self._planned[kind, key] = RowChange(kind, key, before, row)

    def remove(self, kind: Kind, key: str) -> None:
        """Let a row that is there be gone."""
        planned = self._planned.get((kind, key))
        before = planned.before if planned else self._records.read(kind, key)
        self._planned[kind, key] = RowChange(kind, key, before, None)

    def changes(self) -> Iterator[RowChange]:
        """Return what was planned: of rows that are there, what differs."""
        for change in self._planned.values():
            if change.before is None or change.after is None:
                yield change
            else:
                yield _changed(change.kind, change.key, change.before, change.after)


def layer_changes(before: Layer, after: Layer) -> Iterator[RowChange]:
    """Yield what makes ``after`` of a layer; one of revision 0 is not in the file yet.

    The row of a layer comes before those of its spans.
    """
    key = key_of(after.article_id, after.author)
    row = _layer_row(after)
    if not before.revision:
        yield RowChange(Kind.LAYER, key, None, {**row, "revision": 1})
    else:
        yield _changed(Kind.LAYER, key, _layer_row(before), row)
    there, coming = ({span.id: span for span in layer} for layer in (before, after))
    for span in before:
        if span.id not in coming:
            yield RowChange(Kind.SPAN, span.id, _whole(before, span), None)
    for span in after:
        known = there.get(span.id)
        if known is None:
            yield RowChange(Kind.SPAN, span.id, None, _whole(after, span))
        else:
            yield _changed(Kind.SPAN, span.id, span_row(known), span_row(span))


def _layer_row(layer: Layer) -> Row:
    return {
        "status": layer.status.value,
        "reason": layer.state.reason,
        "guideline": layer.guideline,
        "seconds": layer.seconds,
    }


def _whole(layer: Layer, span: Span) -> Row:
    return {**span_row(span), "article_id": layer.article_id, "author": layer.author}


def _changed(kind: Kind, key: str, before: Row, after: Row) -> RowChange:
    """Return what differs; of a place all of it, if any does."""
    columns = {column for column in after if before[column] != after[column]}
    if columns.intersection(_PLACE):
        columns.update(_PLACE)
    old: dict[str, Cell] = {column: before[column] for column in columns}
    return RowChange(kind, key, old, {column: after[column] for column in columns})
