"""The registry as it will be after an act that changes many entries: planned, then made at once."""

from annotator.arabic import ARABIC
from annotator.core.registry import Entry, name_key
from annotator.core.rows import Kind, RowChange
from annotator.store.project import Project
from annotator.workflow.acts.entry_names import names_of
from annotator.workflow.registry.registry import entry_change


class EntryChanges:
    """Entries as they are in the project, but for those that were changed here."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._names = names_of(project)
        self._after: dict[str, Entry] = {}
        self._bearers: dict[tuple[str, str], str] = {}
        """The ids of the entries that got a name, by label and key."""

    def entry(self, entry: str) -> Entry | None:
        """Return the entry of that id; ``None`` if it is unknown."""
        return self._after.get(entry) or self._names.get(entry)

    def bearer(self, label: str, name: str) -> Entry | None:
        """Return the entry of a label that bears ``name``, if one does."""
        key = name_key(name, ARABIC.fold)
        entry = self._bearers.get((label, key))
        if entry is None:
            entry = next((told.entry for told in self._names.exact(label, key)), None)
        known = self.entry(entry) if entry else None
        return self.standing(known) if known else None

    def standing(self, entry: Entry) -> Entry:
        """Return the entry that ``entry`` is merged into, however often; else itself."""
        seen = {entry.id}
        while entry.merged_into and entry.merged_into not in seen:
            further = self.entry(entry.merged_into)
            if further is None:
                break
            entry = further
            seen.add(entry.id)
        return entry

    def accept(self, entry: Entry) -> None:
        """Let ``entry`` be as it is, new or changed."""
        self._after[entry.id] = entry
        if entry.merged_into is None:
            for name in entry.names:
                self._bearers[entry.label, name_key(name, ARABIC.fold)] = entry.id

    def follow(self) -> None:
        """Take up what has come into the file."""
        self._names = names_of(self._project)

    def new(self) -> list[RowChange]:
        """Return the rows of entries that come."""
        return [
            RowChange(Kind.ENTRY, entry.id, None, entry.row())
            for entry in self._after.values()
            if self._names.get(entry.id) is None
        ]

    def changed(self) -> list[RowChange]:
        """Return what changes of the rows of entries that are there."""
        return [
            entry_change(before, entry)
            for entry in self._after.values()
            if (before := self._names.get(entry.id)) is not None
        ]
