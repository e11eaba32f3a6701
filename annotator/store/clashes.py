"""What was changed both in the project and in a pack, for a lead to look at."""

import json
from collections.abc import Iterator

from sqlite_utils import Database

from annotator.core.merging import Clash, ClashKind

_SELECT = """SELECT clashes.id, coalesce(articles.name, ''), author, kind, what, versions
             FROM clashes LEFT JOIN articles ON articles.id = article_id"""


class Clashes:
    """The clashes of all merges."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def count(self) -> int:
        """Return how many there are."""
        return int(self._db.table("clashes").count)

    def all(self) -> Iterator[tuple[str, str, str | None, Clash]]:
        """Yield id, name of the article, author and clash of each, article by article."""
        rows = self._db.execute(
            f"{_SELECT} ORDER BY articles.number NULLS LAST, author, kind, what"
        ).fetchall()
        return (
            (id_, article, author, Clash(ClashKind(kind), what, tuple(json.loads(versions))))
            for id_, article, author, kind, what, versions in rows
        )
