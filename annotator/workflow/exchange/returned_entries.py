"""The registry of a pack is reconciled with that of its project: by id, names and redirects.

Only what is new in the pack counts: a name that a lead has taken away since does not come back.  A
name belongs to one entry.  Where a pack gives an entry a name under which another one was made,
these are one; where two gave one name to two entries, it stays where it is.  Both are told.
"""

import json
from collections.abc import Iterable

from annotator.arabic import ARABIC
from annotator.core.merging import Clash, ClashKind
from annotator.core.registry import Entry, merged, name_key, with_aliases
from annotator.core.values import ValueKind
from annotator.store.project import Project
from annotator.workflow.exchange.packs import Known
from annotator.workflow.registry.entry_changes import EntryChanges

_fold = ARABIC.fold


class ReturnedEntries:
    """Takes the entries of packs, one pack after the other."""

    def __init__(self, project: Project) -> None:
        labels = project.labels.load()
        self._labels = {label.name for label in labels if label.value is ValueKind.ENTRY}
        self.planned = EntryChanges(project)
        self.clashes: list[Clash] = []

    def take(self, entries: Iterable[Entry], known: Known) -> None:
        """Bring in what is new of the entries of a pack; redirects last."""
        told = sorted(entries, key=lambda entry: entry.merged_into is not None)
        for entry in told:
            if entry.label in self._labels:
                self._take(entry, known)
        for entry in told:
            was = known.entries.get(entry.id, (None, ()))[0]
            if entry.merged_into is not None and entry.merged_into != was:
                self._redirect(entry.id, entry.merged_into)

    def _take(self, entry: Entry, known: Known) -> None:
        had = {name_key(name, _fold) for name in known.entries.get(entry.id, (None, ()))[1]}
        there = self.planned.entry(entry.id)
        if there is None:
            self._make(entry)
        elif there.label == entry.label:
            new = [name for name in entry.names if name_key(name, _fold) not in had]
            self._name(self.planned.standing(there), new)

    def _make(self, entry: Entry) -> None:
        """Let a new entry come: as the one that bears its name by now, if there is one."""
        bearer = self.planned.bearer(entry.label, entry.name)
        bare = Entry(entry.id, entry.label, entry.name, note=entry.note)
        if bearer is None:
            self.planned.accept(bare)
            self._name(bare, entry.aliases)
        else:
            self._tell(entry.name, bearer, bare)
            gone, after = merged(bare, bearer, _fold)
            self.planned.accept(gone)
            self.planned.accept(after)
            self._name(after, entry.aliases)

    def _name(self, entry: Entry, names: Iterable[str]) -> None:
        """Give an entry names that are free, or under which another one was made."""
        for name in names:
            entry = self.planned.standing(entry)
            bearer = self.planned.bearer(entry.label, name)
            if bearer is None:
                self.planned.accept(with_aliases(entry, (*entry.aliases, name), _fold))
            elif bearer.id != entry.id:
                self._tell(name, bearer, entry)
                if name_key(bearer.name, _fold) == name_key(name, _fold):
                    for one in merged(bearer, entry, _fold):
                        self.planned.accept(one)

    def _redirect(self, entry_id: str, into: str) -> None:
        entry, target = self.planned.entry(entry_id), self.planned.entry(into)
        if entry is None or target is None or entry.merged_into is not None:
            return
        target = self.planned.standing(target)
        if target.id != entry.id and target.label == entry.label:
            for one in merged(entry, target, _fold):
                self.planned.accept(one)

    def _tell(self, name: str, *bearers: Entry) -> None:
        label = bearers[0].label
        what = json.dumps([label, name_key(name, _fold)], ensure_ascii=False)
        versions = {json.dumps({"entry": one.id, "name": one.name}) for one in bearers}
        self.clashes.append(Clash(ClashKind.NAME, what, tuple(sorted(versions))))
