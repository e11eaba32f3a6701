"""The model that a project has trained: one at a time, the last."""

import json

from sqlite_utils import Database

from annotator.core.trained import LearnedFrom, TrainedModel


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
        return TrainedModel(
            model_id, at, LearnedFrom(learned_from), frozenset(json.loads(texts)), json.loads(told)
        )

    def fields(self, model_id: str) -> dict[str, bytes]:
        """Return what a model has learned, by label."""
        rows = self._db.execute(
            "SELECT label, field FROM model_fields WHERE model = ? ORDER BY label", [model_id]
        )
        return dict(iter(rows))

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
            [(model.id, label, field) for label, field in fields.items()],
        )
