"""What the label editor may do to a label set, before any of it reaches the project.

No span is lost by it: a label that is in use goes only where its spans are told to move to.
"""

from collections.abc import Callable, Mapping
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
    decided: int = 0
    """Spans that decisions judged, saw or put."""

    @property
    def is_none(self) -> bool:
        """Whether nothing says it."""
        return not (self.spans or self.entries or self.decided)


@dataclass(frozen=True, slots=True)
class ValueCounts:
    """How many spans of a label have a value."""

    all: int = 0
    confirmed: int = 0


def _no_values(name: str) -> ValueCounts:
    return ValueCounts()


@dataclass(frozen=True, slots=True)
class LabelEdits:
    """A label set as it is to be, and where the spans of labels that go are to move."""

    labels: LabelSet
    uses: Mapping[str, LabelUse] = field(default_factory=dict)
    """Of the labels that the project has."""
    moves: Mapping[str, str] = field(default_factory=dict)
    """For each label that goes, the one that its spans and entries get."""
    values_of: Callable[[str], ValueCounts] = _no_values
    """Counts the values of a label of the project; only asked where a kind changes."""

    def use(self, name: str) -> LabelUse:
        """Return what will say a label, with all that moves to it."""
        uses = [self.uses.get(old, LabelUse()) for old in (name, *self.moving_to(name))]
        return LabelUse(
            sum(use.spans for use in uses),
            sum(use.entries for use in uses),
            sum(use.decided for use in uses),
        )

    def _values(self, name: str) -> ValueCounts:
        counts = [self.values_of(old) for old in (name, *self.moving_to(name)) if old in self.uses]
        return ValueCounts(sum(c.all for c in counts), sum(c.confirmed for c in counts))

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
            RefusedAct: if spans have values that it could not have any more.
        """
        self._refuse_taken_key(label)
        if label.value is not self.labels[label.name].value:
            values = self._values(label.name).all
            if values:
                raise other_kind(label.name, label.value, values)
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
        """Take out a label, and let what says it say ``into`` instead.

        Raises:
            RefusedAct: if entries or confirmed values would be lost, or it is one label.
        """
        if name == into:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "A label cannot be merged into itself."))
        source, target = self.labels[name], self.labels[into]
        if source.value is not target.value:
            entries, values = self.use(name).entries, self._values(name).confirmed
            if entries and target.value is not ValueKind.ENTRY:
                raise strange_entries(name, into, entries)
            if values:
                raise strange_values(name, into, values)
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
            "The label “{name}” stays, for it is in use (spans: {spans}, entries: {entries}). Say"
            " to which label these are to move.",
        ),
        name=name,
        spans=use.spans + use.decided,
        entries=use.entries,
    )


def strange_entries(source: str, target: str, entries: int) -> RefusedAct:
    """Return the error for entries that would move to a label that can have none."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{source}” cannot be merged into “{target}”, which can have no entries: the registry"
            " has some of “{source}” (entries: {count}). Merge it into a label whose values are"
            " entries.",
        ),
        source=source,
        target=target,
        count=entries,
    )


def strange_values(source: str, target: str, values: int) -> RefusedAct:
    """Return the error for confirmed values that would move to a label of another kind."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{source}” cannot be merged into “{target}”, which cannot have values of its kind:"
            " confirmed ones would be lost (spans: {count}). Merge it into a label with the same"
            " kind of values.",
        ),
        source=source,
        target=target,
        count=values,
    )


def strange_trashed_values(source: str, target: str, values: int) -> RefusedAct:
    """Return the error for confirmed values in the trash that would move so."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{source}” cannot be merged into “{target}”, which cannot have values of its kind:"
            " confirmed ones in the trash would be lost (spans: {count}). Merge it into a label"
            " with the same kind of values, or empty the trash first.",
        ),
        source=source,
        target=target,
        count=values,
    )


def trashed_still_used(name: str, spans: int) -> RefusedAct:
    """Return the error for a label that is to go while spans in the trash have it."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "The label “{name}” stays, for the trash holds some of it (spans: {spans}). Say to"
            " which label these are to move, or empty the trash first.",
        ),
        name=name,
        spans=spans,
    )


def other_trashed_kind(name: str, kind: ValueKind, values: int) -> RefusedAct:
    """Return the error for values in the trash that a label could no longer have."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{name}” cannot have values of the kind “{kind}”: those of another kind in the trash"
            " would be lost (spans: {count}). Leave the kind as it is, or empty the trash first.",
        ),
        name=name,
        kind=kind.value,
        count=values,
    )


def other_kind(name: str, kind: ValueKind, values: int) -> RefusedAct:
    """Return the error for values that a label could no longer have."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{name}” cannot have values of the kind “{kind}”: those of another kind would be lost"
            " (spans: {count}). Leave the kind as it is, or add a label for the new kind.",
        ),
        name=name,
        kind=kind.value,
        count=values,
    )
