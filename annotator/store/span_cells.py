"""A span as cells of a row, wherever it is kept."""

import json
from typing import Any

from annotator.core.model import Span
from annotator.core.values import value_from_json, value_to_json

SPAN_COLUMNS = (
    *("start", '"end"', "label", "quote", "value", "proposed", "note", "unsure", "origin", "id"),
    *("created_at", "changed_at"),
)
"""In the order of the fields of ``Span``."""


def span_cells(span: Span) -> tuple[object, ...]:
    """Return the cells of ``SPAN_COLUMNS``."""
    return (
        span.start,
        span.end,
        span.label,
        span.quote,
        json.dumps(value_to_json(span.value), ensure_ascii=False) if span.value else "{}",
        span.proposed,
        span.note,
        span.unsure,
        span.origin,
        span.id,
        span.created_at,
        span.changed_at,
    )


def span_from_cells(cells: tuple[Any, ...]) -> Span:
    """Return the span whose cells these are."""
    start, end, label, quote, value, proposed, note, unsure, origin, span_id, created, changed = (
        cells
    )
    return Span(
        start,
        end,
        label,
        quote,
        None if value == "{}" else value_from_json(json.loads(value)),
        proposed == 1,
        note,
        unsure == 1,
        origin,
        span_id,
        created,
        changed,
    )


def span_row(span: Span) -> dict[str, Any]:
    """Return the cells by the names of their columns, without the id."""
    names = (column.strip('"') for column in SPAN_COLUMNS)
    row = dict(zip(names, span_cells(span), strict=True))
    del row["id"]
    return row | {"proposed": int(span.proposed), "unsure": int(span.unsure)}
