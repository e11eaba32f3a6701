"""What it changes, row by row, when labels are merged into another one.

Spans keep their ids, borders and dates.  Where a layer would have the label twice on one stretch
one span stays: the target's, else that of the label that comes first.  What only the other one
says is added to it: its note in a line of its own, its value where there is none, its doubt; a
second confirmed value goes into the note.  Proposed values that the target cannot have are
emptied, and confirmed ones never: they refuse the merge.  What lies in the trash is merged alike,
so that it can be restored.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from annotator.arabic import ARABIC
from annotator.core.label_edits import strange_entries, strange_trashed_values, strange_values
from annotator.core.labels import Label, LabelSet
from annotator.core.model import now
from annotator.core.registry import name_key
from annotator.core.rows import AlikeChange, Cell, Kind, ProjectChange, Row, RowChange
from annotator.core.values import (
    DateValue,
    EntryValue,
    Modifier,
    NumberValue,
    TextValue,
    Value,
    ValueKind,
    value_from_json,
)
from annotator.store.project import Project
from annotator.store.records import cells_of, key_of

_MODIFIERS = {Modifier.ABOUT: "~", Modifier.OVER: ">", Modifier.UNDER: "<"}


@dataclass(slots=True)
class MergeReport:
    """What became of the spans and entries that a merge moved."""

    moved: int = 0
    """Spans that say another label now."""
    joined: int = 0
    """Spans that would have stood twice, and are one with another now."""
    notes: int = 0
    """Spans to whose note that of another one was added."""
    noted_values: int = 0
    """Values that stand in a note now, since their stretch has another one already."""
    emptied: int = 0
    """Proposed values that are gone: the label cannot have them, or a better one is there."""
    entries: int = 0
    merged_entries: int = 0
    """Entries that another one of the same name stands for now."""
    in_trash: int = 0
    """Those of the moved and joined spans that lie in the trash."""

    def add(self, other: "MergeReport") -> None:
        """Count what another merge did as well."""
        for counted in fields(self):
            name = counted.name
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True, slots=True)
class _Home:
    """Where spans and refusals lie."""

    spans: Kind
    refusals: Kind


_LAYERS = _Home(Kind.SPAN, Kind.REFUSAL)
_TRASH = _Home(Kind.TRASHED_SPAN, Kind.TRASHED_REFUSAL)


class Merge:
    """The changes that bring all of some labels to another one; the trash is laid open for it."""

    def __init__(
        self, project: Project, labels: LabelSet, sources: Sequence[str], target: Label
    ) -> None:
        """Plan to merge ``sources`` into ``target``; ``labels`` are those that there are now."""
        self._project = project
        self._sources = sources
        self._target = target
        self._order = {name: place for place, name in enumerate((target.name, *sources))}
        self._strange = [
            name for name in sources if labels[name].value not in (target.value, ValueKind.NONE)
        ]
        """Labels whose values the target cannot have."""
        self._stands_for: dict[str, str] = {}
        self.report = MergeReport()

    def changes(self) -> list[ProjectChange]:
        """Return the changes of entries, refusals and spans.

        Raises:
            RefusedAct: if confirmed values or entries would be lost.
        """
        changes = [*self._of_entries(), *self._of_refusals(_LAYERS), *self._of_spans(_LAYERS)]
        before = self.report.moved + self.report.joined
        changes += [*self._of_refusals(_TRASH), *self._of_spans(_TRASH)]
        self.report.in_trash = self.report.moved + self.report.joined - before
        return [*changes, *self._of_decisions()]

    # -- entries

    def _of_entries(self) -> Iterator[ProjectChange]:
        """Move the entries; one that shares a folded name with another becomes a redirect to it."""
        records, target = self._project.records, self._target
        moving = [
            (key, row)
            for name in self._sources
            for key, row in records.where(Kind.ENTRY, "label", name)
        ]
        if moving and target.value is not ValueKind.ENTRY:
            raise strange_entries(", ".join(self._sources), target.name, len(moving))
        before = dict(moving)
        after: dict[str, dict[str, Cell]] = {
            key: {**row, "label": target.name} for key, row in moving
        }
        bearers = self._bearers()
        for key, row in moving:
            if row["merged_into"] is None:
                names = dict.fromkeys(map(_folded, _names(row)))
                twin = next((bearers[name] for name in names if name in bearers), key)
                for name in names:
                    bearers.setdefault(name, twin)
                if twin != key:
                    if twin not in after:
                        before[twin] = records.read(Kind.ENTRY, twin) or {}
                        after[twin] = dict(before[twin])
                    own = [name for name in _names(row) if bearers[_folded(name)] == twin]
                    _redirect(after[key], after[twin], twin, own)
                    self._stands_for[key] = twin
        self.report.entries = len(moving)
        self.report.merged_entries = len(self._stands_for)
        for key, row in after.items():
            yield _difference(Kind.ENTRY, key, before[key], row)

    def _bearers(self) -> dict[str, str]:
        """Return the target's entries by their folded names: canonical ones before aliases."""
        known = list(self._project.registry.all_names(self._target.name))
        bearers: dict[str, str] = {}
        for key, name, _ in known:
            bearers.setdefault(_folded(name), key)
        for key, _, aliases in known:
            for alias in aliases:
                bearers.setdefault(_folded(alias), key)
        return bearers

    # -- refusals

    def _of_refusals(self, home: _Home) -> Iterator[ProjectChange]:
        records, put = self._project.records, set()
        for name in self._sources:
            for key, row in records.where(home.refusals, "label", name):
                yield RowChange(home.refusals, key, row, None)
                moved = key_of(*cells_of(key)[:-1], self._target.name)
                if moved not in put and records.read(home.refusals, moved) is None:
                    put.add(moved)
                    yield RowChange(home.refusals, moved, None, row)

    # -- spans

    def _of_spans(self, home: _Home) -> Iterator[ProjectChange]:
        labelled = self._project.labelled[home.spans]
        emptied = self._strange_values(home.spans)
        told: set[str] = set()
        for keys in labelled.sharing_a_stretch([self._target.name, *self._sources]):
            told.update(keys)
            yield from self._joined(home, keys, emptied)
        for key, value in emptied.items():
            if key not in told:
                told.add(key)
                self.report.moved += 1
                self.report.emptied += 1
                yield self._emptied(home.spans, key, value)
        for name in self._sources:
            keys = [key for key in labelled.keys(name) if key not in told]
            self.report.moved += len(keys)
            before: Row = {"label": name}
            if keys or home is _LAYERS:
                yield AlikeChange(home.spans, tuple(keys), before, {"label": self._target.name})

    def _of_decisions(self) -> Iterator[ProjectChange]:
        """Let decisions say of the same spans what layers say of them from now on."""
        emptied = self._strange_values(Kind.DECISION_SPAN)
        for key, value in emptied.items():
            yield self._emptied(Kind.DECISION_SPAN, key, value)
        for name in self._sources:
            labelled = self._project.labelled[Kind.DECISION_SPAN]
            keys = tuple(key for key in labelled.keys(name) if key not in emptied)
            if keys:
                before: Row = {"label": name}
                after: Row = {"label": self._target.name}
                yield AlikeChange(Kind.DECISION_SPAN, keys, before, after)

    def _strange_values(self, kind: Kind) -> dict[str, str]:
        """Return the proposed values that the target cannot have, by span."""
        proposed: dict[str, str] = {}
        confirmed = 0
        for name in self._strange:
            for key, value, is_proposed in self._project.labelled[kind].values(name):
                proposed[key] = value
                confirmed += not is_proposed
        if confirmed:
            refused = strange_trashed_values if kind is Kind.TRASHED_SPAN else strange_values
            raise refused(", ".join(self._strange), self._target.name, confirmed)
        return proposed

    def _emptied(self, kind: Kind, key: str, value: str) -> RowChange:
        before = self._project.records.read(kind, key, ("label", "value", "proposed"))
        assert before is not None
        assert before["value"] == value
        after: Row = {"label": self._target.name, "value": "{}", "proposed": 0}
        return RowChange(kind, key, before, after)

    def _joined(
        self, home: _Home, keys: Sequence[str], emptied: dict[str, str]
    ) -> Iterator[ProjectChange]:
        """Let one of the spans on a stretch stay, and say what the others say."""
        rows = {key: self._project.records.read(home.spans, key) or {} for key in keys}
        kept, *others = sorted(keys, key=lambda key: self._order[str(rows[key]["label"])])
        final = dict(rows[kept])
        if kept in emptied:
            self._empty(final)
        for other in others:
            told = dict(rows[other])
            if other in emptied:
                self._empty(told)
            self._add(final, told)
            self.report.joined += 1
            yield RowChange(home.spans, other, rows[other], None)
        if final != rows[kept]:
            final["changed_at"] = now()
        if final["label"] != self._target.name:
            final["label"] = self._target.name
            self.report.moved += 1
        yield _difference(home.spans, kept, rows[kept], final)

    def _empty(self, row: dict[str, Cell]) -> None:
        row |= {"value": "{}", "proposed": 0}
        self.report.emptied += 1

    def _add(self, kept: dict[str, Cell], other: Row) -> None:
        """Add to the row of a span what another one on its stretch says."""
        lines = [str(other["note"])] if other["note"] else []
        if other["value"] != "{}":
            lines += self._add_value(kept, other)
        note = str(kept["note"])
        fresh = [line for line in lines if line not in note.split("\n")]
        if fresh:
            kept["note"] = "\n".join(filter(None, [note, *fresh]))
            self.report.notes += 1
        kept["unsure"] = max(kept["unsure"] or 0, other["unsure"] or 0, key=int)

    def _add_value(self, kept: dict[str, Cell], other: Row) -> list[str]:
        """Take the value of ``other`` where it is the better one; return what to note of it."""
        if self._is_same(str(kept["value"]), str(other["value"])):
            kept["proposed"] = min(kept["proposed"] or 0, other["proposed"] or 0, key=int)
        elif kept["value"] == "{}" or (kept["proposed"] and not other["proposed"]):
            self.report.emptied += kept["value"] != "{}"
            kept |= {"value": other["value"], "proposed": other["proposed"]}
        elif other["proposed"]:
            self.report.emptied += 1
        else:
            self.report.noted_values += 1
            return [
                f"{other['label']}: {_in_words(value_from_json(json.loads(str(other['value']))))}"
            ]
        return []

    def _is_same(self, one: str, other: str) -> bool:
        first, second = (value_from_json(json.loads(value)) for value in (one, other))
        if isinstance(first, EntryValue) and isinstance(second, EntryValue):
            return self._resolved(first.entry) == self._resolved(second.entry)
        return first == second

    def _resolved(self, entry: str) -> str:
        """Follow the redirects, those that are planned here too; a circle ends where it began."""
        seen: set[str] = set()
        while entry not in seen:
            seen.add(entry)
            row = self._project.records.read(Kind.ENTRY, entry, ("merged_into",))
            further = self._stands_for.get(entry) or (row and row["merged_into"])
            entry = str(further) if further else entry
        return entry


def _folded(name: str) -> str:
    return name_key(name, ARABIC.fold)


def _names(entry: Row) -> list[str]:
    return [str(entry["name"]), *json.loads(str(entry["aliases"]))]


def _redirect(
    entry: dict[str, Cell], twin: dict[str, Cell], key: str, names: Iterable[str]
) -> None:
    """Let ``twin``, of that ``key``, stand for ``entry``, and be known by these ``names`` too."""
    entry["merged_into"] = key
    known = _names(twin)
    names = dict.fromkeys(names)
    aliases = [*known[1:], *(name for name in names if name not in known)]
    twin["aliases"] = json.dumps(aliases, ensure_ascii=False)
    twin["note"] = twin["note"] or entry["note"]


def _difference(kind: Kind, key: str, before: Row, after: Row) -> RowChange:
    columns = [column for column in before if before[column] != after[column]]
    return RowChange(kind, key, {c: before[c] for c in columns}, {c: after[c] for c in columns})


def _in_words(value: Value) -> str:
    """Return a value as people of any language read it."""
    match value:
        case DateValue(edtf):
            return edtf
        case NumberValue(least, greatest, modifier, unit):
            number = f"{least}" if least == greatest else f"{least}–{greatest}"
            return " ".join(filter(None, [_MODIFIERS[modifier] if modifier else "", number, unit]))
        case EntryValue(name=name):
            return name
        case TextValue(text):
            return text
        case None:
            return ""
