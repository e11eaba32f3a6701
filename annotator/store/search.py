"""Search over folded titles and texts.

An index of trigrams without positions finds candidates; the folded text, which is kept beside
it, has the last word.  That index is a third of the size of one with positions, and takes a
third of the time to write.
"""

from sqlite_utils import Database

_TRIGRAM = 3


class Search:
    """The folded copy of all articles; who writes it folds, and who asks folds alike."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def index(self, number: int, title: str, text: str) -> None:
        """Store the folded title and text of the article of that number."""
        self._db.execute(
            "INSERT INTO folded (number, title, text) VALUES (?, ?, ?)", [number, title, text]
        )

    def find(self, query: str) -> list[int]:
        """Return the numbers of the articles that hold every word of the folded ``query``."""
        words = query.split()
        conditions = ["(instr(folded.title, ?) OR instr(folded.text, ?))" for _ in words]
        arguments = [word for word in words for _ in range(2)]
        trigrams = [
            word[at : at + _TRIGRAM] for word in words for at in range(len(word) - _TRIGRAM + 1)
        ]
        if trigrams:
            conditions.insert(
                0,
                "number IN (SELECT rowid FROM folded_trigrams WHERE folded_trigrams MATCH ?)",
            )
            arguments.insert(0, " AND ".join(_quoted(trigram) for trigram in trigrams))
        rows = self._db.execute(
            f"SELECT number FROM folded WHERE {' AND '.join(conditions) or 'TRUE'} ORDER BY number",
            arguments,
        )
        return [number for (number,) in rows]


def _quoted(term: str) -> str:
    doubled = term.replace('"', '""')
    return f'"{doubled}"'
