"""What authors have heard from the lead on an article, and put away: it is not said again.

Hearing is no act, and is not taken back.  An article that is removed forgets it.
"""

from collections.abc import Iterable

from sqlite_utils import Database

from annotator.core.model import Comment, Word


class Heard:
    """What all authors have put away."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def on(self, article_id: str, author: str) -> frozenset[Comment]:
        """Return what an author has put away on an article."""
        rows = self._db.execute(
            "SELECT word, text FROM heard WHERE article_id = ? AND author = ?", [article_id, author]
        )
        return frozenset(Comment(Word(word), text) for word, text in rows)

    def all(self, author: str) -> dict[str, list[Comment]]:
        """Return what an author has put away, by the ids of the articles."""
        found: dict[str, list[Comment]] = {}
        for article_id, word, text in self._db.execute(
            "SELECT article_id, word, text FROM heard WHERE author = ?", [author]
        ):
            found.setdefault(article_id, []).append(Comment(Word(word), text))
        return found

    def put(self, article_id: str, author: str, comments: Iterable[Comment]) -> None:
        """Note that an author has put these away."""
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO heard (article_id, author, word, text) VALUES (?, ?, ?, ?)",
            [(article_id, author, one.word.value, one.text) for one in comments],
        )

    def forget(self, article_ids: Iterable[str], author: str, word: Word) -> None:
        """Let an author hear anew what is said of some articles with that word."""
        self._db.conn.executemany(
            "DELETE FROM heard WHERE article_id = ? AND author = ? AND word = ?",
            [(one, author, word.value) for one in article_ids],
        )
