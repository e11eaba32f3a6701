"""How an act on a layer would be done now: after what acts on the project did to its spans.

A merge of labels is no act on a layer, but spans say another label after it.  Without this nobody
could take an older act back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core.edits import Change
from annotator.core.history import HistoryRow
from annotator.core.labels import LabelSet
from annotator.core.model import Span
from annotator.core.values import kind_of
from annotator.store.project import Project

_FEW = 50
"""For how many spans it takes less time to search a long act than to read it."""


@dataclass(frozen=True, slots=True)
class _Move:
    """Labels that an act on the project gave to spans instead of others."""

    new_for_old: dict[str, str]
    named: frozenset[str]
    """Those of the spans asked about that it names."""
    is_standing: bool
    """Whether it is a merge, or the last time it was done again, that is not taken back."""


class Moves:
    """What acts on the project did to spans: for a few the act is searched, for many read once."""

    def __init__(self, project: Project) -> None:
        self._history = project.history
        self._asked = 0
        self._read: dict[int, frozenset[str]] = {}
        self._labels: dict[int, dict[str, str]] = {}

    def labels(self, sequence: int) -> dict[str, str]:
        """Return the labels that the act of that sequence gave to spans, by those before."""
        if sequence not in self._labels:
            self._labels[sequence] = self._history.moved_labels(sequence)
        return self._labels[sequence]

    def named(self, sequence: int, ids: set[str]) -> frozenset[str]:
        """Return those of ``ids`` that the act of that sequence names."""
        self._asked += len(ids)
        if self._asked <= _FEW:
            return frozenset(i for i in ids if self._history.names(sequence, i))
        if sequence not in self._read:
            self._read[sequence] = self._history.named_spans(sequence)
        return self._read[sequence] & ids


def as_done_now(project: Project, row: HistoryRow, known: Moves) -> Change | None:
    """Return the change of ``row`` with the labels that its spans have had since.

    Spans that were not there when labels were merged come back with the label that stands for
    theirs now.  ``None`` if they could not: the label is gone, or cannot have their value.
    """
    change = row.change
    later = project.history.moves_after(row.sequence)
    if later:
        ids = {span.id for span in (*change.removed, *change.put)}
        moves = [
            _Move(known.labels(sequence), known.named(sequence, ids), is_standing)
            for sequence, is_standing in later
        ]
        removed, put = (
            tuple(_moved(span, moves) for span in spans) for spans in (change.removed, change.put)
        )
        change = replace(change, removed=removed, put=put)
    labels = project.labels.load()
    return change if all(_can_be(span, labels) for span in change.removed) else None


def _can_be(span: Span, labels: LabelSet) -> bool:
    return span.label in labels and (
        span.value is None or kind_of(span.value) is labels[span.label].value
    )


def _moved(span: Span, moves: Sequence[_Move]) -> Span:
    label = span.label
    for move in moves:
        # A span that bore the label and is not named was not there.
        if span.id in move.named or move.is_standing:
            label = move.new_for_old.get(label, label)
    return replace(span, label=label)
