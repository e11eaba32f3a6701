"""Layers and their spans; the cost of saving follows the change, not the layer."""

import json
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from annotator.core.edits import Change
from annotator.core.model import Layer, LayerState, Span, Status
from annotator.core.values import value_from_json, value_to_json

_SPAN_COLUMNS = (
    'id, label, start, "end", quote, value, proposed, note, unsure, origin, created_at, changed_at'
)
_LAYER_COLUMNS = "number, article_id, author, revision, status, reason, guideline, seconds"


class Layers:
    """All layers of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def load(self, article_id: str, author: str) -> Layer:
        """Return an author's layer of an article; one of revision 0 if the file holds none."""
        rows = self._db.query(
            f"SELECT {_LAYER_COLUMNS} FROM layers WHERE article_id = ? AND author = ?",
            [article_id, author],
        )
        return next((self._layer(row) for row in rows), Layer(article_id, author))

    def of_article(self, article_id: str) -> list[Layer]:
        """Return all layers of an article, in the order in which they were begun."""
        rows = self._db.query(
            f"SELECT {_LAYER_COLUMNS} FROM layers WHERE article_id = ? ORDER BY number",
            [article_id],
        )
        return [self._layer(row) for row in list(rows)]

    def revision(self, article_id: str, author: str) -> int:
        """Return the revision that the file holds; 0 if it holds no such layer."""
        row = self._db.execute(
            "SELECT revision FROM layers WHERE article_id = ? AND author = ?", [article_id, author]
        ).fetchone()
        return row[0] if row else 0

    def save(self, layer: Layer, change: Change) -> None:
        """Store ``layer`` as it stands after ``change``."""
        number = self._save_state(layer)
        put = {span.id for span in change.put}
        gone = [span.id for span in change.removed if span.id not in put]
        for span_id in gone:
            self._db.execute("DELETE FROM spans WHERE id = ?", [span_id])
        self._put(number, change.put)

    def add(self, layer: Layer) -> None:
        """Store a layer that the file does not hold yet, with all its spans."""
        self._put(self._save_state(layer), layer.spans)

    def taken_ids(self, ids: Iterable[str]) -> set[str]:
        """Return those of ``ids`` that spans of the project bear already."""
        taken: set[str] = set()
        wanted = list(ids)
        for first in range(0, len(wanted), 500):
            some = wanted[first : first + 500]
            marks = ", ".join("?" * len(some))
            rows = self._db.execute(f"SELECT id FROM spans WHERE id IN ({marks})", some)
            taken.update(span_id for (span_id,) in rows)
        return taken

    def by_author_and_status(self) -> list[tuple[str, Status, int]]:
        """Return how many layers each author has of each status."""
        rows = self._db.execute(
            "SELECT author, status, count(*) FROM layers GROUP BY author, status ORDER BY 1, 2"
        )
        return [(author, Status(status), count) for author, status, count in rows]

    def span_counts(self) -> dict[str, int]:
        """Return how many spans of all authors each label has."""
        rows = self._db.execute("SELECT label, count(*) FROM spans GROUP BY label")
        return dict(iter(rows))

    def _save_state(self, layer: Layer) -> int:
        row = self._db.execute(
            """INSERT INTO layers (article_id, author, revision, status, reason, guideline, seconds)
               VALUES (?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (article_id, author) DO UPDATE SET revision = excluded.revision,
                   status = excluded.status, reason = excluded.reason,
                   guideline = excluded.guideline, seconds = excluded.seconds
               RETURNING number""",
            [
                layer.article_id,
                layer.author,
                layer.revision,
                layer.status.value,
                layer.state.reason,
                layer.guideline,
                layer.seconds,
            ],
        ).fetchone()
        return int(row[0])

    def _put(self, number: int, spans: Iterable[Span]) -> None:
        rows = [_span_row(number, span) for span in spans]
        if rows:
            # Two spans that swap their places may collide on the way: take them out first.
            for row in rows:
                self._db.execute("DELETE FROM spans WHERE id = ?", [row["id"]])
            self._db.table("spans").insert_all(rows, batch_size=500)

    def _layer(self, row: dict[str, Any]) -> Layer:
        spans = self._db.query(
            f'SELECT {_SPAN_COLUMNS} FROM spans WHERE layer = ? ORDER BY start, "end" DESC, label',
            [row["number"]],
        )
        return Layer(
            article_id=row["article_id"],
            author=row["author"],
            spans=tuple(_span(span) for span in spans),
            state=LayerState(Status(row["status"]), row["reason"]),
            revision=row["revision"],
            guideline=row["guideline"],
            seconds=row["seconds"],
        )


def _span_row(layer: int, span: Span) -> dict[str, object]:
    return {
        "id": span.id,
        "layer": layer,
        "label": span.label,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
        "value": json.dumps(value_to_json(span.value), ensure_ascii=False) if span.value else "{}",
        "proposed": int(span.proposed),
        "note": span.note,
        "unsure": int(span.unsure),
        "origin": span.origin,
        "created_at": span.created_at,
        "changed_at": span.changed_at,
    }


def _span(row: dict[str, Any]) -> Span:
    value = None if row["value"] == "{}" else value_from_json(json.loads(row["value"]))
    return Span(
        **{
            **row,
            "value": value,
            "proposed": bool(row["proposed"]),
            "unsure": bool(row["unsure"]),
        }
    )
