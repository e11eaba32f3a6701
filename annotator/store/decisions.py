"""What leads have decided.

A decision is stored once and for all; whether it stands is all that acts change.  One that was
taken back, or that another one replaced, stays for the audit and for redo.  So do those on an
article in the trash: they hold again when it is restored.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from annotator.core.conflicts import Drawn
from annotator.core.decisions import Choice, Decision
from annotator.core.model import new_id
from annotator.store.span_cells import SPAN_COLUMNS, span_cells, span_from_cells

_COLUMNS = """number, id, article_id, choice, lead, start, "end", layer_author, layer_revision,
              reason, gap, at"""
_SPAN_COLUMNS = ", ".join(
    ["decision", "part", "author", *("span_id" if name == "id" else name for name in SPAN_COLUMNS)]
)
_JUDGED, _PUT, _SEEN = "judged", "put", "seen"


class Decisions:
    """All decisions of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, decision: Decision) -> None:
        """Store a decision that does not stand yet."""
        author, revision = decision.layer or (None, None)
        cursor = self._db.execute(
            """INSERT INTO decisions (id, article_id, choice, lead, start, "end", layer_author,
                                      layer_revision, reason, gap, at)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                *(decision.id, decision.article_id, decision.choice.value, decision.lead),
                *(decision.start, decision.end, author, revision),
                *(decision.reason, decision.gap, decision.at),
            ],
        )
        self._db.conn.executemany(
            f"""INSERT INTO decision_spans (id, {_SPAN_COLUMNS})
                VALUES ({", ".join("?" * (4 + len(SPAN_COLUMNS)))})""",
            ((new_id(), cursor.lastrowid, *row) for row in _span_rows(decision)),
        )

    def by_id(self, decision_id: str) -> Decision | None:
        """Return the decision of that id, whether or not it stands."""
        return next(self._found("id = ?", [decision_id]), None)

    def on_article(self, article_id: str) -> list[Decision]:
        """Return the decisions on an article that nobody has taken back or replaced."""
        return list(self._found("article_id = ? AND stands = 1", [article_id]))

    def standing_on(self, article_id: str) -> list[str]:
        """Return the ids of the decisions on an article that stand, in their order."""
        rows = self._db.execute(
            "SELECT id FROM decisions WHERE article_id = ? AND stands = 1 ORDER BY number",
            [article_id],
        )
        return [decision_id for (decision_id,) in rows]

    def on_articles(self, article_ids: Iterable[str]) -> dict[str, list[Decision]]:
        """Return the same for some articles, by their ids, with no entry for those without any."""
        found: dict[str, list[Decision]] = defaultdict(list)
        where = "stands = 1 AND article_id IN (SELECT value FROM json_each(?))"
        for decision in self._found(where, [json.dumps(list(article_ids))]):
            found[decision.article_id].append(decision)
        return found

    def all(self) -> Iterator[Decision]:
        """Return all decisions that stand, in the order in which they were taken."""
        return self._found("stands = 1", [])

    def stamps(self, article_ids: Iterable[str] | None = None) -> dict[str, str]:
        """Return, for each article with decisions, what changes whenever another one stands.

        Or for some articles.
        """
        among = "" if article_ids is None else "AND article_id IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(
            f"""SELECT article_id, group_concat(number) FROM
                   (SELECT article_id, number FROM decisions WHERE stands = 1 {among}
                    ORDER BY article_id, number)
               GROUP BY article_id""",
            [] if article_ids is None else [json.dumps(list(article_ids))],
        )
        return dict(iter(rows))

    def forget_absent(self) -> None:
        """Delete the decisions on articles that are neither in the project nor in the trash."""
        self._db.execute(
            """DELETE FROM decisions WHERE article_id NOT IN (SELECT id FROM articles)
               AND article_id NOT IN (SELECT article_id FROM trash)"""
        )

    def count(self, lead: str | None = None) -> int:
        """Return how many decisions stand, all of them or those of one lead."""
        row = self._db.execute(
            "SELECT count(*) FROM decisions WHERE stands = 1 AND (?1 IS NULL OR lead = ?1)", [lead]
        ).fetchone()
        return int(row[0])

    def count_spans(self, article_ids: Iterable[str], at_most: int) -> int:
        """Return how many spans the decisions that stand keep, or, if it is more, ``at_most``."""
        row = self._db.execute(
            """SELECT count(*) FROM (
                   SELECT 1 FROM decisions JOIN decision_spans ON decision = number
                   WHERE stands = 1 AND article_id IN (SELECT value FROM json_each(?)) LIMIT ?)""",
            [json.dumps(list(article_ids)), at_most],
        ).fetchone()
        return int(row[0])

    def _found(self, where: str, arguments: list[Any]) -> Iterator[Decision]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM decisions WHERE {where} ORDER BY number", arguments
        ).fetchall()
        drawn: dict[int, dict[str, list[Drawn]]] = defaultdict(lambda: defaultdict(list))
        spans = self._db.execute(
            f"""SELECT {_SPAN_COLUMNS} FROM decision_spans
                WHERE decision IN (SELECT number FROM decisions WHERE {where}) ORDER BY id""",
            arguments,
        )
        for number, part, author, *cells in spans:
            drawn[number][part].append((author, span_from_cells(tuple(cells))))
        return (_decision(row, drawn[row[0]]) for row in rows)


def _decision(row: tuple[Any, ...], drawn: dict[str, list[Drawn]]) -> Decision:
    _, id_, article_id, choice, lead, start, end, author, revision, reason, gap, at = row
    judged, seen = drawn.get(_JUDGED, []), drawn.get(_SEEN, [])
    return Decision(
        article_id=article_id,
        choice=Choice(choice),
        lead=lead,
        start=start,
        end=end,
        judged=tuple(judged),
        outcome=tuple(span for _, span in drawn.get(_PUT, [])),
        seen=(*judged, *seen),
        layer=None if author is None else (author, revision),
        reason=reason,
        gap=bool(gap),
        id=id_,
        at=at,
    )


def _span_rows(decision: Decision) -> Iterator[tuple[object, ...]]:
    """Yield the rows of what it judged, put, and saw besides."""
    judged = {(author, span.id) for author, span in decision.judged}
    for author, span in decision.judged:
        yield _JUDGED, author, *span_cells(span)
    for span in decision.outcome:
        yield _PUT, None, *span_cells(span)
    for author, span in decision.seen:
        if (author, span.id) not in judged:
            yield _SEEN, author, *span_cells(span)
