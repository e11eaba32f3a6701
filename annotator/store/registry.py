"""The entries that base and actor spans mean."""

from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from annotator.core.values import EntryValue


class Registry:
    """The registry of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def label_of(self, entry: str) -> str | None:
        """Return the label whose spans may mean the entry of that id; ``None`` if it is unknown."""
        row = self._db.execute("SELECT label FROM entries WHERE id = ?", [entry]).fetchone()
        return row[0] if row else None

    def names(self, label: str) -> Iterator[tuple[str, str]]:
        """Return the id and name of each entry of a label, merged ones left out, oldest first."""
        return iter(
            self._db.execute(
                "SELECT id, name FROM entries WHERE label = ? AND merged_into IS NULL"
                " ORDER BY rowid",
                [label],
            ).fetchall()
        )

    def add_unknown(self, entries: Iterable[tuple[str, EntryValue]]) -> None:
        """Make entries, each of a label, for the values whose id is not known yet."""
        self._db.conn.executemany(
            """INSERT INTO entries (id, label, name, aliases, note) VALUES (?, ?, ?, '[]', '')
               ON CONFLICT DO NOTHING""",
            [(value.entry, label, value.name) for label, value in entries],
        )
