"""The spans of a layer as the history last left them.

Spans that an import brought are not in it: the history names only their layers.
"""

import json
from collections.abc import Iterable
from typing import Any

from annotator.core.edits import Change
from annotator.core.model import Span
from annotator.store.check.damage import UNREADABLE


class SpansLeft:
    """The spans that the acts on one layer put, and that no later one took out."""

    def __init__(self, acts: Iterable[dict[str, Any]]) -> None:
        self.acts = 0
        self._spans: dict[str, Span] = {}
        for row in acts:
            self._follow(row)

    def _follow(self, row: dict[str, Any]) -> None:
        """Follow one act; what cannot be read of it is told of elsewhere."""
        self.acts += 1
        try:
            change = Change.from_history(**row)
        except UNREADABLE:
            return
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
