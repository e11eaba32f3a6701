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
        rows = {
            value.entry: {
                "id": value.entry,
                "label": label,
                "name": value.name,
                "aliases": "[]",
                "note": "",
            }
            for label, value in entries
        }
        if rows:
            self._db.table("entries").insert_all(rows.values(), ignore=True)
