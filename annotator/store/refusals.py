"""Where an author wants no span of a label, so that it is not offered again."""

import json
from collections.abc import Iterable

from sqlite_utils import Database

from annotator.core.language import Stretch
from annotator.core.model import now


class Refusals:
    """The refusals of all authors."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, author: str, article_id: str, label: str) -> set[Stretch]:
        """Return the stretches of an article that ``author`` does not want to carry ``label``."""
        rows = self._db.execute(
            'SELECT start, "end" FROM refusals WHERE author = ? AND article_id = ? AND label = ?',
            [author, article_id, label],
        )
        return set(rows)

    def on(self, author: str, article_id: str) -> set[tuple[int, int, str]]:
        """Return start, end and label of what ``author`` does not want in an article."""
        rows = self._db.execute(
            'SELECT start, "end", label FROM refusals WHERE author = ? AND article_id = ?',
            [author, article_id],
        )
        return set(rows)

    def of_any(self, authors: Iterable[str]) -> set[tuple[str, int, int, str]]:
        """Return article, start, end and label of what any of those authors does not want."""
        rows = self._db.execute(
            """SELECT article_id, start, "end", label FROM refusals
               WHERE author IN (SELECT value FROM json_each(?))""",
            [json.dumps(list(authors))],
        )
        return set(rows)

    def all(self, author: str) -> list[dict[str, object]]:
        """Return all of an author, as they stand."""
        rows = self._db.query(
            """SELECT article_id, start, "end", label, quote, at FROM refusals
               WHERE author = ? ORDER BY article_id, start""",
            [author],
        )
        return [dict(row) for row in rows]

    def add(self, author: str, label: str, refused: Iterable[tuple[str, int, int, str]]) -> None:
        """Store that ``author`` wants no ``label`` on stretches: article, start, end, quote.

        Those in articles that are gone are left out.
        """
        moment = now()
        self._db.conn.executemany(
            """INSERT INTO refusals (author, article_id, start, "end", label, quote, at)
               SELECT ?1, id, ?3, ?4, ?5, ?6, ?7 FROM articles WHERE id = ?2
               ON CONFLICT DO NOTHING""",
            (
                (author, article_id, start, end, label, quote, moment)
                for article_id, start, end, quote in refused
            ),
        )

    def forget(self, author: str, marked: Iterable[tuple[str, int, int, str]]) -> None:
        """Take out the refusals of what is marked now: article, start, end, label."""
        self._db.conn.executemany(
            """DELETE FROM refusals
               WHERE author = ? AND article_id = ? AND start = ? AND "end" = ? AND label = ?""",
            ((author, *place) for place in marked),
        )
