"""Search over folded titles and texts.

An index of trigrams without positions finds candidates; the folded text, which is kept beside
it, has the last word.  That index is a third of the size of one with positions, and takes a
third of the time to write.
"""

import json
from collections.abc import Iterable

from sqlite_utils import Database

from annotator.core.text import is_storable

_TRIGRAM = 3
_MOST_TRIGRAMS = 100
"""How many of a query's trigrams the index is asked for: more would hardly leave fewer articles."""


class Search:
    """The folded copy of all articles; who writes it folds, and who asks folds alike."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def index(self, articles: Iterable[tuple[int, str, str]]) -> None:
        """Store the numbers, folded titles and folded texts of new articles.

        Many at once cost half of what they cost one by one: the index gathers what it is given,
        and writes it when another statement, or a trigger, comes in between.
        """
        rows = list(articles)
        for table, key in (("folded", "number"), ("folded_trigrams", "rowid")):
            self._db.conn.executemany(
                f"INSERT INTO {table} ({key}, title, text) VALUES (?, ?, ?)", rows
            )

    def find(self, query: str) -> list[int]:
        """Return the numbers of the articles that hold every word of the folded ``query``."""
        if not is_storable(query):
            return []  # no text has such characters, and SQLite ends a query at a NUL
        words = list(dict.fromkeys(query.split()))
        trigrams = list(
            dict.fromkeys(
                word[at : at + _TRIGRAM] for word in words for at in range(len(word) - _TRIGRAM + 1)
            )
        )
        candidates, arguments = "TRUE", [json.dumps(words)]
        if trigrams:
            candidates = (
                "number IN (SELECT rowid FROM folded_trigrams WHERE folded_trigrams MATCH ?)"
            )
            arguments.insert(0, " AND ".join(map(_quoted, trigrams[:_MOST_TRIGRAMS])))
        rows = self._db.execute(
            f"""SELECT number FROM folded WHERE {candidates} AND NOT EXISTS (
                    SELECT 1 FROM json_each(?) AS word
                    WHERE NOT instr(folded.title, word.value)
                      AND NOT instr(folded.text, word.value))
                ORDER BY number""",
            arguments,
        )
        return [number for (number,) in rows]


def _quoted(term: str) -> str:
    doubled = term.replace('"', '""')
    return f'"{doubled}"'
