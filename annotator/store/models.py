"""The model that a project has trained: one at a time, the last.

What it has learned is kept with a checksum: the library that reads it ends the program over a
single wrong byte.
"""

import json
import zlib
from contextlib import suppress

from sqlite_utils import Database

from annotator.core.trained import LearnedFrom, TrainedModel
from annotator.store.failures import UNREADABLE


class Models:
    """The model of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def last(self) -> TrainedModel | None:
        """Return what is told of the model, if there is one."""
        row = self._db.execute("SELECT id, at, learned_from, texts, told FROM models").fetchone()
        if row is None:
            return None
        model_id, at, learned_from, texts, told = row
        try:
            shown = frozenset(json.loads(texts))
            return TrainedModel(model_id, at, LearnedFrom(learned_from), shown, json.loads(told))
        except UNREADABLE:
            return None  # another program wrote it: it is as good as not there

    def fields(self, model_id: str) -> dict[str, bytes]:
        """Return what a model has learned, by label; what is damaged is left out."""
        rows = self._db.execute(
            "SELECT label, field FROM model_fields WHERE model = ? ORDER BY label", [model_id]
        )
        fields = {}
        for label, field in rows:
            with suppress(zlib.error):
                fields[label] = zlib.decompress(field)
        return fields

    def replace(self, model: TrainedModel, fields: dict[str, bytes]) -> None:
        """Keep a model in the place of the one before."""
        self._db.execute("DELETE FROM models")
        self._db.execute(
            "INSERT INTO models (id, at, learned_from, texts, told) VALUES (?, ?, ?, ?, ?)",
            [
                *(model.id, model.at, model.learned_from.value),
                *(json.dumps(sorted(model.texts)), json.dumps(model.told, ensure_ascii=False)),
            ],
        )
        self._db.conn.executemany(
            "INSERT INTO model_fields (model, label, field) VALUES (?, ?, ?)",
            [(model.id, label, zlib.compress(field, 1)) for label, field in fields.items()],
        )
