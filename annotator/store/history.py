"""What was done, row by row; the rows are the undo stacks and never change."""

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from annotator.core.history import HistoryRow

_COLUMNS = "sequence, act_group, author, article_id, act, done, inverse, at, undoes"
"""In the order of the fields of ``HistoryRow``."""


class History:
    """The acts on a project, in their order."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def append(self, row: HistoryRow) -> int:
        """Store an act and return its sequence; the one in ``row`` is not used."""
        cursor = self._db.execute(
            """INSERT INTO history (act_group, author, article_id, act, done, inverse, at, undoes)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                row.group,
                row.author,
                row.article_id,
                row.act,
                row.done,
                row.inverse,
                row.at,
                row.undoes,
            ],
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def of_stack(self, article_id: str | None, author: str) -> Iterator[HistoryRow]:
        """Return the acts of an author on one article; ``None`` are those on the project."""
        return self._rows("article_id IS ? AND author = ?", article_id, author)

    def of_group(self, group: str) -> Iterator[HistoryRow]:
        """Return the rows of one act."""
        return self._rows("act_group = ?", group)

    def project_acts(self) -> list[tuple[int, str, str, int | None]]:
        """Return sequence, group, act and what is undone of the acts on the project, in order.

        What was done is left out: it may be as long as all that an import brought.
        """
        rows = self._db.execute(
            """SELECT sequence, act_group, act, undoes FROM history WHERE article_id IS NULL
               ORDER BY sequence"""
        )
        return rows.fetchall()

    def last_project_act(self) -> int:
        """Return the sequence of the last act on the project, quickly; 0 if there is none."""
        row = self._db.execute(
            "SELECT ifnull(max(sequence), 0) FROM history WHERE article_id IS NULL"
        ).fetchone()
        return int(row[0])

    def by_sequence(self, sequence: int) -> HistoryRow:
        """Return the row of that sequence, which is there."""
        return next(self._rows("sequence = ?", sequence))

    def put_by(self, sequence: int) -> tuple[int, int, int, str]:
        """Return how many articles, layers and spans an import's row put, and when."""
        row = self._db.execute(
            """SELECT ifnull(json_array_length(done, '$.put.articles'), 0),
                      ifnull(json_array_length(done, '$.put.layers'), 0),
                      ifnull(json_array_length(done, '$.put.spans'), 0), at
               FROM history WHERE sequence = ?""",
            [sequence],
        ).fetchone()
        articles, layers, spans, at = row
        return articles, layers, spans, at

    def groups_on(self, article_id: str) -> set[str]:
        """Return the groups of the rows that are on that article."""
        rows = self._db.execute(
            "SELECT DISTINCT act_group FROM history WHERE article_id = ?", [article_id]
        )
        return {group for (group,) in rows}

    def _rows(self, where: str, *arguments: Any) -> Iterator[HistoryRow]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM history WHERE {where} ORDER BY sequence", arguments
        )
        return (HistoryRow(*row) for row in rows)
