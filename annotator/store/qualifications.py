"""Articles with settled gold that are given to an author as a test.

What the author marks in them counts for nothing but the test, also once that has ended.  They are
stored as rows that acts on the project change; those on an article in the trash stay.
"""

from collections import defaultdict
from typing import NamedTuple

from sqlite_utils import Database

from annotator.store.filters import OPEN_TEST


class Qualification(NamedTuple):
    """An article that an author was given as a test."""

    article_id: str
    author: str
    is_ended: bool


class Qualifications:
    """The articles that all authors were given as a test."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def by_article(self) -> dict[str, frozenset[str]]:
        """Return whom each article was given to as a test; running and ended ones alike."""
        found: dict[str, set[str]] = defaultdict(set)
        for article_id, author in self._db.execute("SELECT article_id, author FROM qualifications"):
            found[article_id].add(author)
        return {article_id: frozenset(authors) for article_id, authors in found.items()}

    def binding(self) -> dict[str, frozenset[str]]:
        """Return who cannot get each article as work; see ``binding_on``."""
        found: dict[str, set[str]] = defaultdict(set)
        for article_id, author in self._db.execute(
            f"SELECT article_id, author FROM qualifications AS test WHERE {OPEN_TEST}"
        ):
            found[article_id].add(author)
        return {article_id: frozenset(authors) for article_id, authors in found.items()}

    def binding_on(self, author: str) -> frozenset[str]:
        """Return the ids of the articles that an author cannot get as work: tests of hers.

        One that has ended before she finished it is none: she has not seen the gold of it.
        """
        rows = self._db.execute(
            f"SELECT article_id FROM qualifications AS test WHERE author = ? AND {OPEN_TEST}",
            [author],
        )
        return frozenset(article_id for (article_id,) in rows)

    def holds(self, article_id: str, author: str) -> bool:
        """Tell whether an article was given to an author as a test."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM qualifications WHERE article_id = ? AND author = ?)",
            [article_id, author],
        ).fetchone()
        return bool(row[0])

    def all(self) -> list[Qualification]:
        """Return those of all authors on articles that are there, in the order of the articles."""
        return self._found("TRUE", [])

    def of_author(self, author: str) -> list[Qualification]:
        """Return those of an author on articles that are there, in the order of the articles."""
        return self._found("qualifications.author = ?", [author])

    def running(self, author: str) -> list[str]:
        """Return the ids of the articles of tests of an author that have not ended.

        Those in the trash are among them.
        """
        rows = self._db.execute(
            "SELECT article_id FROM qualifications WHERE author = ? AND ended = 0 ORDER BY rowid",
            [author],
        )
        return [article_id for (article_id,) in rows]

    def _found(self, where: str, arguments: list[str]) -> list[Qualification]:
        rows = self._db.execute(
            f"""SELECT article_id, author, ended FROM qualifications
                JOIN articles ON articles.id = article_id WHERE {where} ORDER BY articles.number""",
            arguments,
        )
        return [
            Qualification(article_id, author, bool(ended)) for article_id, author, ended in rows
        ]

    def forget_absent(self) -> None:
        """Delete those on articles that are neither in the project nor in the trash."""
        self._db.execute(
            """DELETE FROM qualifications WHERE article_id NOT IN (SELECT id FROM articles)
               AND article_id NOT IN (SELECT article_id FROM trash)"""
        )
