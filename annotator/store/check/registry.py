"""The label set and the entries."""

import json
from collections.abc import Iterator

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.labels import Label, LabelSet
from annotator.core.values import ValueKind
from annotator.store.check.damage import Damage
from annotator.store.failures import UNREADABLE

_WRONG_ENTRIES = {
    QT_TRANSLATE_NOOP(
        "errors", "The entry of the id “{entry}” has no name."
    ): "SELECT id AS entry FROM entries WHERE trim(name) = ''",
    QT_TRANSLATE_NOOP(
        "errors", "“{name}” is an entry of the label {label}, which has no entries."
    ): """SELECT entries.name AS name, label
          FROM entries JOIN labels ON labels.name = label WHERE value <> 'entry'""",
    QT_TRANSLATE_NOOP(
        "errors",
        "The entry “{name}” of the label {label} is merged into “{other}” of the label {further}.",
    ): """SELECT gone.name AS name, gone.label AS label, target.name AS other,
                 target.label AS further
          FROM entries AS gone JOIN entries AS target ON target.id = gone.merged_into
          WHERE gone.label <> target.label""",
}
"""What is told, and the rows of which it is told."""


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
    for template, query in _WRONG_ENTRIES.items():
        for row in db.query(query):
            yield Damage(template, **row)
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
