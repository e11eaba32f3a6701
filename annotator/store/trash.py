"""Removed articles, each with all that hung on it."""

import json
from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from annotator.core.model import Removed
from annotator.store.failures import UNREADABLE, unreadable_in_trash

_REFUSAL = 'author, article_id, start, "end", label, quote, at'


class Trash:
    """The articles that were removed and can be restored."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> Iterator[Removed]:
        """Return what lies in the trash, what was removed last first."""
        rows = self._db.execute(
            """SELECT article_id, name, title, removed_by, removed_at FROM trash
               ORDER BY removed_at DESC, article_id"""
        )
        return (Removed(*row) for row in rows)

    def texts(self) -> dict[str, str]:
        """Return the ids of removed articles by the hashes of their texts."""
        rows = self._db.execute("SELECT content ->> '$.article.sha256', article_id FROM trash")
        return dict(iter(rows))

    def empty(self) -> int:
        """Delete what lies there for good; return how many articles that were."""
        return self._db.execute("DELETE FROM trash").rowcount

    def rename_author(self, old: str, new: str) -> None:
        """Give an author another name in what lies there.

        Raises:
            ProjectError: if an article there cannot be read.
        """
        rows = self._db.execute("SELECT article_id, name, content FROM trash").fetchall()
        for article_id, name, content in rows:
            try:
                renamed = _with_author_renamed(content, old, new)
            except UNREADABLE as error:
                raise unreadable_in_trash(name) from error
            self._db.execute(
                "UPDATE trash SET content = ? WHERE article_id = ?", [renamed, article_id]
            )

    def refusals_on(self, article_id: str) -> list[dict[str, object]]:
        """Return the refusals on an article, as they stand."""
        rows = self._db.query(f"SELECT {_REFUSAL} FROM refusals WHERE article_id = ?", [article_id])
        return [dict(row) for row in rows]

    def put_refusals(self, refusals: Iterable[dict[str, object]]) -> None:
        """Put refusals back."""
        for row in refusals:
            self._db.execute(
                f"INSERT INTO refusals ({_REFUSAL}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                list(row.values()),
            )


def _with_author_renamed(content: str, old: str, new: str) -> str:
    told = json.loads(content)
    for one in (*told["layers"], *told["questions"], *told["refusals"]):
        for key in ("author", "answered_by"):
            if one.get(key) == old:
                one[key] = new
    return json.dumps(told, ensure_ascii=False)
