"""Layers and their spans; the cost of saving follows the change, not the layer."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from annotator.core.edits import Change
from annotator.core.model import IMPORTED, Layer, LayerState, Role, Span, Status
from annotator.store.filters import NO_TEST
from annotator.store.span_cells import SPAN_COLUMNS, span_cells, span_from_cells

_SPAN_COLUMNS = ", ".join(SPAN_COLUMNS)
_INSERT_SPAN = f"""INSERT INTO spans (layer, {_SPAN_COLUMNS})
                   VALUES ({", ".join("?" * (1 + len(SPAN_COLUMNS)))})"""
_STATUSES = {status.value: status for status in Status}
_LAYER_COLUMNS = "number, article_id, author, revision, status, reason, guideline, seconds"
_SAVE_STATE = """INSERT INTO layers
        (article_id, author, revision, status, reason, guideline, seconds)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (article_id, author) DO UPDATE SET revision = excluded.revision,
        status = excluded.status, reason = excluded.reason,
        guideline = excluded.guideline, seconds = max(seconds, excluded.seconds)"""
_WORK = NO_TEST.format(layer="layers")
_SPAN_COUNT = "(SELECT count(*) FROM spans WHERE layer = layers.number)"
_WORKED_COUNT = """(SELECT count(*) FROM spans WHERE layer = layers.number
                        AND (origin <> :imported OR changed_at <> created_at))"""
"""How many of them are work: see ``Span.is_work``."""


class Layers:
    """All layers of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def load(self, article_id: str, author: str) -> Layer:
        """Return an author's layer of an article; one of revision 0 if the file holds none."""
        row = self._db.execute(
            f"SELECT {_LAYER_COLUMNS} FROM layers WHERE article_id = ? AND author = ?",
            [article_id, author],
        ).fetchone()
        return self._with_spans(row) if row else Layer(article_id, author)

    def of_article(self, article_id: str) -> list[Layer]:
        """Return all layers of an article, in the order in which they were begun."""
        rows = self._db.execute(
            f"SELECT {_LAYER_COLUMNS} FROM layers WHERE article_id = ? ORDER BY number",
            [article_id],
        ).fetchall()
        return [self._with_spans(row) for row in rows]

    def of_articles(self, article_ids: Iterable[str]) -> dict[str, list[Layer]]:
        """Return all layers of some articles, by their ids; in two looks at the file."""
        wanted = json.dumps(list(article_ids))
        rows = self._db.execute(
            f"""SELECT {_LAYER_COLUMNS} FROM layers
                WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY number""",
            [wanted],
        ).fetchall()
        spans: dict[int, list[Span]] = defaultdict(list)
        cells = self._db.execute(
            f"""SELECT layer, {_SPAN_COLUMNS} FROM spans
                WHERE layer IN (SELECT value FROM json_each(?))
                ORDER BY layer, start, "end" DESC, label""",
            [json.dumps([row[0] for row in rows])],
        )
        for number, *span in cells:
            spans[number].append(span_from_cells(tuple(span)))
        found: dict[str, list[Layer]] = defaultdict(list)
        for row in rows:
            found[row[1]].append(_layer(row, spans.get(row[0], ())))
        return found

    def states(
        self, article_ids: Iterable[str] | None = None
    ) -> Iterator[tuple[str, str, int, Status]]:
        """Return article, author, revision and status of all layers, article by article.

        Or of those of some articles.
        """
        among = (
            "" if article_ids is None else "WHERE article_id IN (SELECT value FROM json_each(?))"
        )
        rows = self._db.execute(
            f"""SELECT article_id, author, revision, status FROM layers {among}
                ORDER BY article_id, author""",
            [] if article_ids is None else [json.dumps(list(article_ids))],
        )
        return (
            (article_id, author, revision, _STATUSES[status])
            for article_id, author, revision, status in rows
        )

    def finished(self) -> list[tuple[str, str, int]]:
        """Return article, author and revision of all finished layers, in order of the articles."""
        return self._db.execute(
            """SELECT article_id, author, revision FROM layers
               JOIN articles ON articles.id = article_id
               WHERE status = 'finished' ORDER BY articles.number, layers.number"""
        ).fetchall()

    def revision(self, article_id: str, author: str) -> int:
        """Return the revision that the file holds; 0 if it holds no such layer."""
        row = self._db.execute(
            "SELECT revision FROM layers WHERE article_id = ? AND author = ?", [article_id, author]
        ).fetchone()
        return row[0] if row else 0

    def revisions(self, article_id: str) -> dict[str, int]:
        """Return the revisions of all layers of an article, by author."""
        rows = self._db.execute(
            "SELECT author, revision FROM layers WHERE article_id = ?", [article_id]
        )
        return dict(iter(rows))

    def revisions_of(self, author: str, article_ids: Iterable[str]) -> dict[str, int]:
        """Return the revision of the author's layer of each of those articles that is there."""
        rows = self._db.execute(
            """SELECT articles.id, coalesce(layers.revision, 0) FROM articles
               LEFT JOIN layers ON layers.article_id = articles.id AND layers.author = ?
               WHERE articles.id IN (SELECT value FROM json_each(?))""",
            [author, json.dumps(list(article_ids))],
        )
        return dict(iter(rows))

    def closed(self, author: str, article_ids: Iterable[str]) -> list[tuple[str, LayerState]]:
        """Return the states of the author's layers that are finished or set aside, of some."""
        rows = self._db.execute(
            """SELECT article_id, status, reason FROM layers
               WHERE author = ? AND status IN ('finished', 'set aside')
                 AND article_id IN (SELECT value FROM json_each(?)) ORDER BY number""",
            [author, json.dumps(list(article_ids))],
        )
        return [
            (article_id, LayerState(Status(status), reason)) for article_id, status, reason in rows
        ]

    def finished_by(self, author: str) -> dict[str, int]:
        """Return the revisions of the author's finished layers, by article, in their order."""
        rows = self._db.execute(
            """SELECT article_id, revision FROM layers
               JOIN articles ON articles.id = article_id
               WHERE author = ? AND status = 'finished' ORDER BY articles.number""",
            [author],
        )
        return dict(iter(rows))

    def add_seconds(self, article_id: str, author: str, seconds: float) -> bool:
        """Add time worked to an author's layer, which stays the same; false if there is none.

        It is added to what the file holds, so that two programs do not overwrite each other.
        """
        cursor = self._db.execute(
            "UPDATE layers SET seconds = seconds + ? WHERE article_id = ? AND author = ?",
            [seconds, article_id, author],
        )
        return cursor.rowcount > 0

    def work_by_author(self) -> list[tuple[str, int, int, float, int, float, int]]:
        """Return author, finished layers, spans and seconds; then what of them is measured.

        These are the finished layers that have time, their seconds and their spans, without those
        that an import brought and nobody touched: see ``Span.is_work``.  Tests are left out.
        """
        rows = self._db.execute(
            f"""SELECT author, sum(finished), sum(spans), sum(seconds),
                      sum(finished * (seconds > 0)), sum(finished * seconds),
                      sum(finished * worked * (seconds > 0))
               FROM (SELECT author, status = 'finished' AS finished, seconds,
                            {_SPAN_COUNT} AS spans, {_WORKED_COUNT} AS worked
                     FROM layers WHERE {_WORK})
               GROUP BY author ORDER BY author""",
            {"imported": IMPORTED},
        )
        return rows.fetchall()

    def work_suggested(self) -> list[tuple[str, str, bool, float, int, int]]:
        """Return article, author, whether she saw suggestions, seconds, spans, and those of work.

        Of the finished layers whose authors something was suggested on that article, in order of
        the articles.
        """
        rows = self._db.execute(
            f"""SELECT article_id, author, shown IS NOT NULL, seconds, {_SPAN_COUNT},
                       {_WORKED_COUNT}
                FROM layers JOIN suggested USING (article_id, author)
                JOIN articles ON articles.id = article_id
                WHERE status = 'finished' ORDER BY articles.number, layers.number""",
            {"imported": IMPORTED},
        )
        return [(one, author, bool(shown), *rest) for one, author, shown, *rest in rows]

    def summaries(self, article_id: str) -> list[tuple[str, Status, int]]:
        """Return author, status and number of spans of each layer of an article."""
        rows = self._db.execute(
            """SELECT author, status, (SELECT count(*) FROM spans WHERE layer = layers.number)
               FROM layers WHERE article_id = ? ORDER BY number""",
            [article_id],
        )
        return [(author, Status(status), count) for author, status, count in rows]

    def remove(self, article_id: str, author: str) -> None:
        """Take an author's layer of an article out, with all its spans."""
        self._db.execute(
            "DELETE FROM layers WHERE article_id = ? AND author = ?", [article_id, author]
        )

    def save(self, layer: Layer, change: Change) -> None:
        """Store ``layer`` as it stands after ``change``."""
        number = self._save_state(layer)
        # All leave before any comes: two spans that swap their places would collide on the way.
        self._db.conn.executemany(
            "DELETE FROM spans WHERE id = ?", [(span.id,) for span in change.removed]
        )
        self._insert(number, change.put)

    def save_all(self, changed: Sequence[tuple[Layer, Change]]) -> None:
        """Store layers as they stand after changes: as ``save`` for each, in half the time.

        Their spans are not looked at: what a change tells is enough.
        """
        self._db.conn.executemany(_SAVE_STATE, (_state_row(layer) for layer, _ in changed))
        self._db.conn.executemany(
            "DELETE FROM spans WHERE id = ?",
            ((span.id,) for _, change in changed for span in change.removed),
        )
        number = "(SELECT number FROM layers WHERE article_id = ? AND author = ?)"
        self._db.conn.executemany(
            _INSERT_SPAN.replace("?", number, 1),
            (
                (layer.article_id, layer.author, *span_cells(span))
                for layer, change in changed
                for span in change.put
            ),
        )

    def add(self, layer: Layer) -> None:
        """Store a layer that the file does not hold yet, with all its spans."""
        self._insert(self._save_state(layer), layer.spans)

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

    def by_author_and_status(self, *, with_tests: bool = True) -> list[tuple[str, Status, int]]:
        """Return how many layers each author has of each status."""
        rows = self._db.execute(
            f"""SELECT author, status, count(*) FROM layers WHERE ? OR {_WORK}
                GROUP BY author, status ORDER BY 1, 2""",
            [with_tests],
        )
        return [(author, Status(status), count) for author, status, count in rows]

    def count_spans(self, article_ids: Iterable[str], at_most: int) -> int:
        """Return how many spans some articles have, or, if it is more, ``at_most``."""
        row = self._db.execute(
            """SELECT count(*) FROM (
                   SELECT 1 FROM layers JOIN spans ON spans.layer = layers.number
                   WHERE article_id IN (SELECT value FROM json_each(?)) LIMIT ?)""",
            [json.dumps(list(article_ids)), at_most],
        ).fetchone()
        return int(row[0])

    def span_counts(self, *, of_machines: bool = False) -> dict[str, int]:
        """Return how many spans each label has of all people, or machines; tests apart."""
        rows = self._db.execute(
            f"""SELECT label, count(*) FROM spans JOIN layers ON layers.number = spans.layer
                WHERE {_WORK} AND ? = (author IN (SELECT name FROM authors WHERE role = ?))
                GROUP BY label""",
            [of_machines, Role.MACHINE.value],
        )
        return dict(iter(rows))

    def _save_state(self, layer: Layer) -> int:
        row = self._db.execute(f"{_SAVE_STATE} RETURNING number", _state_row(layer)).fetchone()
        return int(row[0])

    def _insert(self, number: int, spans: Iterable[Span]) -> None:
        self._db.conn.executemany(_INSERT_SPAN, ((number, *span_cells(span)) for span in spans))

    def _with_spans(self, row: tuple[Any, ...]) -> Layer:
        spans = self._db.execute(
            f'SELECT {_SPAN_COLUMNS} FROM spans WHERE layer = ? ORDER BY start, "end" DESC, label',
            [row[0]],
        )
        return _layer(row, map(span_from_cells, spans))


def _layer(row: tuple[Any, ...], spans: Iterable[Span]) -> Layer:
    _, article_id, author, revision, status, reason, guideline, seconds = row
    return Layer(
        article_id=article_id,
        author=author,
        spans=tuple(spans),
        state=LayerState(Status(status), reason),
        revision=revision,
        guideline=guideline,
        seconds=seconds,
    )


def _state_row(layer: Layer) -> tuple[object, ...]:
    return (
        layer.article_id,
        layer.author,
        layer.revision,
        layer.status.value,
        layer.state.reason,
        layer.guideline,
        layer.seconds,
    )
