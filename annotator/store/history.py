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

    def _rows(self, where: str, *arguments: Any) -> Iterator[HistoryRow]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM history WHERE {where} ORDER BY sequence", arguments
        )
        return (HistoryRow(*row) for row in rows)
