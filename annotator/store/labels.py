"""The label set of a project."""

from sqlite_utils import Database

from annotator.core.labels import Label, LabelSet
from annotator.core.values import ValueKind


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

    def replace(self, label_set: LabelSet) -> None:
        """Store ``label_set`` instead of the one there; no span may use a label that goes."""
        table = self._db.table("labels")
        table.delete_where()
        table.insert_all(
            {
                "name": label.name,
                "position": position,
                "shown_en": label.shown_en,
                "shown_ar": label.shown_ar,
                "colour": label.colour,
                "key": label.key,
                "value": label.value.value,
                "reader": label.reader,
            }
            for position, label in enumerate(label_set)
        )
