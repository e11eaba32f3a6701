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


@dataclass(frozen=True, slots=True)
class _Move:
    """Labels that an act on the project gave to spans instead of others."""

    new_for_old: dict[str, str]
    named: frozenset[str]
    """Those of the spans asked about that it names."""
    is_standing: bool
    """Whether it is a merge, or the last time it was done again, that is not taken back."""


def as_done_now(project: Project, row: HistoryRow) -> Change | None:
    """Return the change of ``row`` with the labels that its spans have had since.

    Spans that were not there when labels were merged come back with the label that stands for
    theirs now.  ``None`` if they could not: the label is gone, or cannot have their value.
    """
    change = row.change
    later = project.history.moves_after(row.sequence)
    if later:
        ids = {span.id for span in (*change.removed, *change.put)}
        moves = [_move(project, sequence, ids, is_standing) for sequence, is_standing in later]
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


def _move(project: Project, sequence: int, ids: set[str], is_standing: bool) -> _Move:
    named = frozenset(i for i in ids if project.history.names(sequence, i))
    return _Move(project.history.moved_labels(sequence), named, is_standing)


def _moved(span: Span, moves: Sequence[_Move]) -> Span:
    label = span.label
    for move in moves:
        # A span that bore the label and is not named was not there.
        if span.id in move.named or move.is_standing:
            label = move.new_for_old.get(label, label)
    return replace(span, label=label)
