"""What was suggested to authors, article by article; it is made anew at will, and no act."""

import json
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from annotator.core.model import now
from annotator.core.suggestions import Suggested, Suggestion
from annotator.store.failures import UNREADABLE

_COLUMNS = "suggestions, known, new_names"


class Suggestions:
    """The suggestions to all authors."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, author: str, article_id: str) -> Suggested | None:
        """Return what was last suggested to ``author`` on an article, if anything ever was."""
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM suggested WHERE author = ? AND article_id = ?",
            [author, article_id],
        ).fetchone()
        return _suggested(row) if row else None

    def are_there(self) -> bool:
        """Tell whether anything was ever suggested to anybody."""
        row = self._db.execute("SELECT EXISTS (SELECT 1 FROM suggested)").fetchone()
        return bool(row[0])

    def finished(self) -> dict[str, tuple[str, ...]]:
        """Return who finished an article on which something was suggested to them, by its id."""
        rows = self._db.execute(
            """SELECT article_id, author FROM suggested JOIN layers USING (article_id, author)
               WHERE status = 'finished' ORDER BY article_id, author"""
        )
        found: dict[str, tuple[str, ...]] = {}
        for article_id, author in rows:
            found[article_id] = (*found.get(article_id, ()), author)
        return found

    def known(self, author: str) -> dict[str, str]:
        """Return in view of what was suggested to ``author``, by the ids of articles."""
        rows = self._db.execute(
            "SELECT article_id, known FROM suggested WHERE author = ?", [author]
        )
        return dict(iter(rows))

    def keep(self, author: str, made: Iterable[tuple[str, Suggested]]) -> None:
        """Keep what is suggested to ``author``, by the ids of articles that are there."""
        self._db.conn.executemany(
            """INSERT INTO suggested (article_id, author, suggestions, known, doubt, new_names)
               SELECT id, ?2, ?3, ?4, ?5, ?6 FROM articles WHERE id = ?1
               ON CONFLICT DO UPDATE SET
                   suggestions = excluded.suggestions, known = excluded.known,
                   doubt = excluded.doubt, new_names = excluded.new_names""",
            (
                (
                    *(article_id, author, _listed(one.suggestions), one.known),
                    *(one.doubt, one.new_names),
                )
                for article_id, one in made
            ),
        )

    def tell_shown(self, author: str, article_id: str) -> None:
        """Keep since when ``author`` sees suggestions on an article."""
        self._db.conn.execute(
            "UPDATE suggested SET shown = ? WHERE author = ? AND article_id = ? AND shown IS NULL",
            [now(), author, article_id],
        )

    def shown(self, author: str) -> dict[str, str | None]:
        """Return since when ``author`` sees suggestions, by the ids of articles that have some.

        ``None`` where none are shown to her.
        """
        rows = self._db.execute(
            "SELECT article_id, shown FROM suggested WHERE author = ?", [author]
        )
        return {article_id: None if at is None else str(at) for article_id, at in rows}

    def put_shown(self, author: str, article_id: str, shown: str | None) -> None:
        """Take note since when ``author`` saw some elsewhere; what they were is made anew."""
        self._db.conn.execute(
            """INSERT INTO suggested
                   (article_id, author, suggestions, known, doubt, new_names, shown)
               VALUES (?, ?, '[]', '', 0, 0, ?)
               ON CONFLICT DO UPDATE SET shown = coalesce(min(shown, excluded.shown), shown,
                                                          excluded.shown)""",
            [article_id, author, shown],
        )


def _listed(suggestions: Iterable[Suggestion]) -> str:
    return json.dumps([one.to_json() for one in suggestions], ensure_ascii=False)


def _suggested(row: tuple[Any, ...]) -> Suggested | None:
    suggestions, known, new_names = row
    try:
        told = tuple(map(Suggestion.from_json, json.loads(suggestions)))
    except UNREADABLE:
        return None  # another program wrote it: it is as good as not there, and made anew
    return Suggested(told, known, new_names)
