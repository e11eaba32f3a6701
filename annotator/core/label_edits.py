"""What the label editor may do to a label set, before any of it reaches the project.

No span is lost by it: a label that is in use goes only where its spans are told to move to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from annotator.core.colours import free_colour
from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidLabelSet, RefusedAct
from annotator.core.labels import Label, LabelSet, shown_name
from annotator.core.values import ValueKind

_KEYS = "1234567890abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class LabelUse:
    """What in a project says a label."""

    spans: int = 0
    """Those of all authors."""
    entries: int = 0

    @property
    def is_none(self) -> bool:
        """Whether nothing says it."""
        return not (self.spans or self.entries)


@dataclass(frozen=True, slots=True)
class LabelEdits:
    """A label set as it is to be, and where the spans of labels that go are to move."""

    labels: LabelSet
    uses: Mapping[str, LabelUse] = field(default_factory=dict)
    """Of the labels that the project has."""
    moves: Mapping[str, str] = field(default_factory=dict)
    """For each label that goes, the one that its spans and entries get."""

    def use(self, name: str) -> LabelUse:
        """Return what will say a label, with all that moves to it."""
        uses = [self.uses.get(old, LabelUse()) for old in (name, *self.moving_to(name))]
        return LabelUse(sum(use.spans for use in uses), sum(use.entries for use in uses))

    def moving_to(self, name: str) -> list[str]:
        """Return the labels whose spans are to move to that one."""
        return [old for old, new in self.moves.items() if new == name]

    def proposed(self, name: str) -> Label:
        """Return a new label of that name with a free key, in a colour told well from others.

        Raises:
            InvalidLabelSet: if no label can bear that name, or all keys are taken.
        """
        key = next((key for key in _KEYS if self.labels.by_key(key) is None), None)
        if key is None:
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "A project has 36 labels at most: a digit or letter is the key of each.",
                )
            )
        colour = free_colour(label.colour for label in self.labels)
        return Label(name.strip(), name.strip(), name.strip(), colour, key)

    def add(self, label: Label) -> Self:
        """Put a new label last.

        Raises:
            InvalidLabelSet: if its name or key is taken.
        """
        # A name whose spans are moving away would take them back, or seem to.
        if label.name in self.labels or label.name in self.moves:
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP("errors", "There is a label “{name}” already."), name=label.name
            )
        self._refuse_taken_key(label)
        return replace(self, labels=LabelSet((*self.labels, label)))

    def change(self, label: Label) -> Self:
        """Let the label of that name be ``label``.

        Raises:
            InvalidLabelSet: if its key is taken, or it cannot be shown so.
        """
        self._refuse_taken_key(label)
        new = replace(
            label,
            shown_en=shown_name(label.shown_en, label.name),
            shown_ar=shown_name(label.shown_ar, label.name),
        )
        labels = tuple(new if old.name == new.name else old for old in self.labels)
        return replace(self, labels=LabelSet(labels))

    def shift(self, name: str, steps: int) -> Self:
        """Move a label so many places down; up if negative."""
        labels = list(self.labels)
        at = [label.name for label in labels].index(name)
        label = labels.pop(at)
        labels.insert(min(max(at + steps, 0), len(labels)), label)
        return replace(self, labels=LabelSet(tuple(labels)))

    def remove(self, name: str) -> Self:
        """Take out a label that nothing says.

        Raises:
            RefusedAct: if something says it, or it is the last one.
        """
        use = self.use(name)
        if not use.is_none:
            raise still_used(name, use)
        moves = {old: new for old, new in self.moves.items() if new != name}
        return replace(self._without(name), moves=moves)

    def merge(self, name: str, into: str) -> Self:
        """Take out a label, and let what says it say ``into`` instead."""
        if name == into:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "A label cannot be merged into itself."))
        target = self.labels[into]
        edits = self._without(name)
        moves = {old: into if new == name else new for old, new in self.moves.items()}
        if name in self.uses:
            moves[name] = target.name
        return replace(edits, moves=moves)

    def _without(self, name: str) -> Self:
        if len(self.labels) == 1:
            raise RefusedAct(
                QT_TRANSLATE_NOOP("errors", "The last label cannot go: add another one first.")
            )
        labels = tuple(label for label in self.labels if label.name != name)
        return replace(self, labels=LabelSet(labels))

    def _refuse_taken_key(self, label: Label) -> None:
        other = self.labels.by_key(label.key)
        if other is not None and other.name != label.name:
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The key {key} marks with {other} already. Choose another, or give {other}"
                    " another one first.",
                ),
                key=label.key,
                other=other.name,
            )


def still_used(name: str, use: LabelUse) -> RefusedAct:
    """Return the error for a label that is to go while something says it."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "The label “{name}” stays: {spans} spans and {entries} entries have it. Say to which"
            " label they are to move.",
        ),
        name=name,
        spans=use.spans,
        entries=use.entries,
    )


def other_kind(name: str, kind: ValueKind, values: int) -> RefusedAct:
    """Return the error for values that a label could no longer have."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{name}” cannot have values of the kind “{kind}”: {count} spans have values of another"
            " kind, and would lose them. Leave the kind as it is, or add a label for the new kind.",
        ),
        name=name,
        kind=kind.value,
        count=values,
    )
