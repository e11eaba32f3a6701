"""The entries that base and actor spans mean."""

from collections.abc import Iterable

from sqlite_utils import Database

from annotator.core.values import EntryValue


class Registry:
    """The registry of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add_unknown(self, entries: Iterable[tuple[str, EntryValue]]) -> None:
        """Make entries, each of a label, for the values whose id is not known yet."""
        self._db.conn.executemany(
            """INSERT INTO entries (id, label, name, aliases, note) VALUES (?, ?, ?, '[]', '')
               ON CONFLICT DO NOTHING""",
            [(value.entry, label, value.name) for label, value in entries],
        )
