"""What the project holds beside the layers, and how an act changed it: row by row.

Labels, entries, the details of articles, questions and properties are rows with a key.  An act
tells each row that it changed as it was and as it is: whoever takes it back needs no more.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self, TypeAlias

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = Mapping[str, Cell]
"""Some columns of a row and what stands in them."""


class Kind(StrEnum):
    """What a row is about."""

    ARTICLE = "article"
    ASSIGNMENT = "assignment"
    AUTHOR = "author"
    BASE = "base"
    CLASH = "clash"
    DECISION = "decision"
    DECISION_SPAN = "decision span"
    ENTRY = "entry"
    LABEL = "label"
    LAYER = "layer"
    PROPERTY = "property"
    QUALIFICATION = "qualification"
    QUESTION = "question"
    REFUSAL = "refusal"
    SPAN = "span"
    TRASH = "trash"
    TRASHED_REFUSAL = "trashed refusal"
    TRASHED_SPAN = "trashed span"


@dataclass(frozen=True, slots=True)
class RowChange:
    """How one row was and how it is; ``None`` where it is not there.

    ``before`` and ``after`` hold the same columns unless one of them is ``None``, which the
    whole row comes or goes with.
    """

    kind: Kind
    key: str
    before: Row | None
    after: Row | None

    @property
    def is_empty(self) -> bool:
        """Whether the row is as it was."""
        return self.before == self.after

    def reversed(self) -> Self:
        """Return the change that takes this one back."""
        return type(self)(self.kind, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class AlikeChange:
    """How many rows of one kind were and are, some columns of them: all alike.

    It tells of 200,000 spans that are moved to another label by their ids, instead of by as many
    changes.
    """

    kind: Kind
    keys: tuple[str, ...]
    before: Row
    after: Row

    @property
    def is_empty(self) -> bool:
        """Whether the rows are as they were."""
        return self.before == self.after

    def reversed(self) -> Self:
        """Return the change that takes this one back."""
        return type(self)(self.kind, self.keys, self.after, self.before)


ProjectChange: TypeAlias = RowChange | AlikeChange


def rows_to_json(changes: Iterable[RowChange], *, after: bool) -> list[list[object]]:
    """Return one side of ``changes``, for the history."""
    return [
        [change.kind.value, change.key, change.after if after else change.before]
        for change in changes
    ]


def rows_from_json(done: Iterable[Any], inverse: Iterable[Any]) -> tuple[RowChange, ...]:
    """Return the changes whose sides ``rows_to_json`` wrote.

    Raises:
        ValueError: if the sides do not tell of the same rows.
    """
    return tuple(
        RowChange(_same(Kind(kind), Kind(old_kind)), _same(key, old_key), before, after)
        for (kind, key, after), (old_kind, old_key, before) in zip(done, inverse, strict=True)
    )


def project_act_to_json(changes: Iterable[ProjectChange], *, after: bool) -> str:
    """Return one side of an act on the project, for the history.

    The keys of rows that changed alike stand in what was done alone.
    """
    told = list(changes)
    data: dict[str, object] = {
        "rows": rows_to_json((c for c in told if isinstance(c, RowChange)), after=after)
    }
    alike = [change for change in told if isinstance(change, AlikeChange)]
    if alike:
        data["alike"] = [
            [change.kind.value, change.after, change.keys]
            if after
            else [change.kind.value, change.before]
            for change in alike
        ]
    return json.dumps(data, ensure_ascii=False)


def project_act_from_json(done: str, inverse: str) -> tuple[ProjectChange, ...]:
    """Return the changes of an act on the project, as the history tells of them."""
    after, before = json.loads(done), json.loads(inverse)
    return rows_from_json(after["rows"], before["rows"]) + tuple(
        AlikeChange(_same(Kind(kind), Kind(old_kind)), tuple(keys), row_before, row_after)
        for (kind, row_after, keys), (old_kind, row_before) in zip(
            after.get("alike", ()), before.get("alike", ()), strict=True
        )
    )


def _same(one: Any, other: Any) -> Any:
    if one != other:
        raise ValueError(f"{one} is not {other}")
    return one
