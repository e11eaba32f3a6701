"""The label set of a project, and what says its labels."""

import json
from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from annotator.core.label_edits import LabelUse, ValueCounts
from annotator.core.labels import Label, LabelSet
from annotator.core.rows import Row
from annotator.core.values import ValueKind


class LabelledSpans:
    """What spans say a label: those of the project, or the removed ones while they are laid open.

    What is returned of a span is the key of its row.
    """

    def __init__(self, db: Database, table: str = "spans", key: str = "id") -> None:
        self._db = db
        self._table = table
        self._key = key

    def keys(self, name: str) -> list[str]:
        """Return the spans of a label, layer by layer."""
        rows = self._db.execute(
            f'SELECT "{self._key}" FROM {self._table} WHERE label = ? ORDER BY rowid', [name]
        )
        return [key for (key,) in rows]

    def values(self, name: str) -> Iterator[tuple[str, str, bool]]:
        """Return the spans of a label that have a value: key, value, whether it is proposed."""
        rows = self._db.execute(
            f"""SELECT "{self._key}", value, proposed FROM {self._table}
                WHERE label = ? AND value <> '{{}}'""",
            [name],
        )
        return ((key, value, proposed == 1) for key, value, proposed in rows)

    def value_counts(self, name: str) -> ValueCounts:
        """Return how many spans of a label have a value, and how many a confirmed one."""
        row = self._db.execute(
            f"""SELECT count(*), ifnull(sum(proposed = 0), 0) FROM {self._table}
                WHERE label = ? AND value <> '{{}}'""",
            [name],
        ).fetchone()
        return ValueCounts(*row)

    def sharing_a_stretch(self, names: Iterable[str]) -> list[list[str]]:
        """Return the spans that stand on one stretch of one layer, if several do.

        Only spans with labels of those ``names`` are looked at.
        """
        rows = self._db.execute(
            f"""SELECT json_group_array("{self._key}") FROM {self._table}
                WHERE label IN (SELECT value FROM json_each(?))
                GROUP BY layer, start, "end" HAVING count(*) > 1""",
            [json.dumps(list(names))],
        )
        return [json.loads(keys) for (keys,) in rows]


class Labels:
    """The labels of a project, in their order."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def load(self) -> LabelSet:
        """Return the label set."""
        rows = self._db.query(
            """SELECT name, shown_en, shown_ar, colour, key, value, reader FROM labels
               ORDER BY position"""
        )
        return LabelSet(tuple(Label(**{**row, "value": ValueKind(row["value"])}) for row in rows))

    def add(self, label_set: LabelSet) -> None:
        """Store the label set of a new project."""
        self._db.table("labels").insert_all(
            {"name": name, **row} for name, row in label_rows(label_set).items()
        )

    def uses(self) -> dict[str, LabelUse]:
        """Return for each label how many spans and entries have it."""
        rows = self._db.execute(
            """SELECT name, (SELECT count(*) FROM spans WHERE label = labels.name),
                      (SELECT count(*) FROM entries WHERE label = labels.name),
                      (SELECT count(*) FROM decision_spans WHERE label = labels.name)
               FROM labels ORDER BY position"""
        )
        return {name: LabelUse(*counts) for name, *counts in rows}


def label_rows(label_set: LabelSet) -> dict[str, Row]:
    """Return the row of each label, by its name."""
    return {
        label.name: {
            "position": position,
            "shown_en": label.shown_en,
            "shown_ar": label.shown_ar,
            "colour": label.colour,
            "key": label.key,
            "value": label.value.value,
            "reader": label.reader,
        }
        for position, label in enumerate(label_set)
    }
