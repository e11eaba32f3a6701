"""What a pack brings along of gold: how its author's finished work differs from it, as JSON.

It is there in packs alone: in the whole project all of it follows from layers and decisions.
"""

from collections.abc import Mapping

from sqlite_utils import Database


class ToldFeedback:
    """What an author is told of her articles that were settled when a pack was made."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, author: str, told: Mapping[str, str]) -> None:
        """Keep what an author is told, by the ids of the articles."""
        self._db.conn.executemany(
            "INSERT INTO feedback (article_id, author, told) VALUES (?, ?, ?)",
            [(article_id, author, one) for article_id, one in told.items()],
        )

    def of(self, author: str) -> dict[str, str]:
        """Return what an author is told, by the ids of the articles, in their order."""
        rows = self._db.execute(
            """SELECT article_id, told FROM feedback JOIN articles ON articles.id = article_id
               WHERE author = ? ORDER BY articles.number""",
            [author],
        )
        return dict(iter(rows))
