"""Which articles each author is to work on.

They are stored as rows that acts on the project change.  Those on an article in the trash stay:
they hold again when it is restored.
"""

import json
from collections import defaultdict
from collections.abc import Iterable

from sqlite_utils import Database


class Assignments:
    """The assignments of all authors."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def are_any(self) -> bool:
        """Tell whether anything is assigned to anybody."""
        row = self._db.execute("SELECT EXISTS (SELECT 1 FROM assignments)").fetchone()
        return bool(row[0])

    def by_article(self, article_ids: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
        """Return who is to work on each article, or on some; none for those that nobody has."""
        wanted = None if article_ids is None else json.dumps(list(article_ids))
        among = "WHERE article_id IN (SELECT value FROM json_each(:wanted))" if wanted else ""
        rows = self._db.execute(
            f"SELECT article_id, author FROM assignments {among} ORDER BY article_id, author",
            {"wanted": wanted},
        )
        found: dict[str, list[str]] = defaultdict(list)
        for article_id, author in rows:
            found[article_id].append(author)
        return {article_id: tuple(authors) for article_id, authors in found.items()}

    def of_author(self, author: str) -> list[str]:
        """Return the ids of the articles that an author is to work on, in their order."""
        rows = self._db.execute(
            """SELECT articles.id FROM assignments
               JOIN articles ON articles.id = assignments.article_id
               WHERE assignments.author = ? ORDER BY articles.number""",
            [author],
        )
        return [article_id for (article_id,) in rows]

    def counts(self) -> dict[str, int]:
        """Return how many articles each author is to work on, of those that are there."""
        rows = self._db.execute(
            """SELECT author, count(*) FROM assignments
               WHERE article_id IN (SELECT id FROM articles) GROUP BY author"""
        )
        return dict(iter(rows))

    def forget_absent(self) -> None:
        """Delete those on articles that are neither in the project nor in the trash."""
        self._db.execute(
            """DELETE FROM assignments WHERE article_id NOT IN (SELECT id FROM articles)
               AND article_id NOT IN (SELECT article_id FROM trash)"""
        )
