"""The label set and the entries."""

import json
from collections.abc import Iterator

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.labels import Label, LabelSet
from annotator.core.values import ValueKind
from annotator.store.check.damage import UNREADABLE, Damage


def registry_damage(db: Database) -> Iterator[Damage]:
    """Yield what does not fit in the label set and the registry."""
    try:
        LabelSet(tuple(_labels(db)))
    except UNREADABLE as error:
        yield Damage(QT_TRANSLATE_NOOP("errors", "The label set cannot be used: {why}"), why=error)
    for name, aliases in db.execute("SELECT name, aliases FROM entries"):
        if not _are_texts(aliases):
            yield Damage(
                QT_TRANSLATE_NOOP("errors", "The aliases of the entry “{name}” cannot be read."),
                name=name,
            )
    circles = db.execute(
        """WITH RECURSIVE steps (first, last, length) AS (
               SELECT id, merged_into, 1 FROM entries WHERE merged_into IS NOT NULL
               UNION ALL
               SELECT first, merged_into, length + 1 FROM steps JOIN entries ON id = last
               WHERE merged_into IS NOT NULL AND last <> first AND length < 1000)
           SELECT name FROM steps JOIN entries ON id = first WHERE last = first"""
    )
    for (name,) in circles:
        yield Damage(
            QT_TRANSLATE_NOOP("errors", "The entry “{name}” is merged into itself."), name=name
        )


def _labels(db: Database) -> Iterator[Label]:
    columns = "name, shown_en, shown_ar, colour, key, value, reader"
    for row in db.query(f"SELECT {columns} FROM labels ORDER BY position"):
        yield Label(**{**row, "value": ValueKind(row["value"])})


def _are_texts(source: str) -> bool:
    try:
        return all(isinstance(alias, str) for alias in json.loads(source))
    except UNREADABLE:
        return False
