"""What the history last left: the spans of a layer, and which imports were taken back.

Spans that an import brought are not in it: the history names only their layers.
"""

import json
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from annotator.core.edits import Change
from annotator.core.model import Span
from annotator.store.check.damage import UNREADABLE


def taken_back(db: Database) -> str:
    """Return the groups of the imports that have been taken back, as a JSON array."""
    group_of: dict[int, str] = {}
    act_of: dict[int, int] = {}
    gone: dict[int, str] = {}
    rows = db.execute(
        "SELECT sequence, act_group, undoes FROM history WHERE article_id IS NULL ORDER BY sequence"
    )
    for sequence, group, undoes in rows:
        if undoes is None:
            group_of[sequence] = group
        elif undoes in group_of:
            act_of[sequence] = undoes
            gone[undoes] = group_of[undoes]
        else:  # what does not fit is told of elsewhere
            gone.pop(act_of.get(undoes, 0), None)
    return json.dumps(sorted(set(gone.values())))


class SpansLeft:
    """The spans that the acts on one layer put, and that no later one took out."""

    def __init__(self, acts: Iterable[dict[str, Any]]) -> None:
        self.acts = 0
        self._spans: dict[str, Span] = {}
        for row in acts:
            self._follow(row)

    def _follow(self, row: dict[str, Any]) -> None:
        """Follow one act; what cannot be read of it is told of elsewhere."""
        try:
            change = Change.from_history(**row)
        except UNREADABLE:
            self.acts += 1
            return
        self.acts += change.touches_layer
        for span in change.removed:
            self._spans.pop(span.id, None)
        self._spans |= {span.id: span for span in change.put}

    def see(self, row: dict[str, Any]) -> None:
        """Tick off a span of the layer if it is as it was left."""
        left = self._spans.get(row["id"])
        if left is not None and _is_same(left, row):
            del self._spans[left.id]

    def unseen(self) -> Iterable[Span]:
        """Return the spans that are gone or different."""
        return self._spans.values()


def _is_same(span: Span, row: dict[str, Any]) -> bool:
    told = span.to_json()
    try:
        found = row | {"value": json.loads(row["value"])}
    except UNREADABLE:
        return False
    return all(told[key] == value for key, value in found.items())
