"""The registry as one author sees and changes it: entries by label and words, their mentions.

Annotators work blind: only a lead sees, or has counted, what others have marked.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Protocol

from annotator.arabic import ARABIC
from annotator.core.model import Author
from annotator.core.registry import Entry, Mention, name_key
from annotator.core.values import EntryValue, Value
from annotator.gui.project.catalogue import Read
from annotator.gui.project.entry_reading import EntryReading
from annotator.gui.rows.entry_rows import EntryRow
from annotator.store.project import Project
from annotator.workflow.registry import registry

_PAGE = 100


class Act(Protocol):
    """Does something to the project; should that fail, tells so and returns ``None``."""

    def __call__(self, act: Callable[[], Entry]) -> Entry | None: ...


class Find(Protocol):
    """Finds the entries of a label that a name may mean, best first."""

    def __call__(
        self, project: Project, label: str, name: str, /, *, author: str | None
    ) -> list[registry.Candidate]: ...


class EntryCatalogue:
    """The entries of a project, for the registry's window."""

    def __init__(
        self, project: Project, author: Author, read: Read, act: Act, reading: EntryReading
    ) -> None:
        self._project = project
        self._author = author
        self._read = read
        self._act = act
        self._reading = reading
        self._meant: dict[EntryValue, Value] = {}

    @property
    def is_lead(self) -> bool:
        """Whether the author may rename and merge."""
        return self._author.is_lead

    @property
    def path(self) -> Path:
        """Where the project lies."""
        return self._project.path

    # -- reading

    def version(self) -> int:
        """Return a number that grows when entries have come or changed."""
        return self._reading.names().version

    def is_known(self) -> bool:
        """Tell whether all names are known; until then some entries are missing."""
        return self._reading.is_done()

    def listed(self, label: str, query: str = "") -> list[str]:
        """Return the ids of the label's entries one of whose names holds ``query``.

        Those of that very name come first, then those that begin so, each by name; those that are
        only spelled nearly so come last.
        """
        wanted = name_key(query, ARABIC.fold)
        ids = self._reading.names().listed(label, wanted)
        if wanted:
            known = set(ids)
            ids += [one for one in self._near(label, query) if one not in known]
        return ids

    def _near(self, label: str, query: str) -> list[str]:
        return [candidate.entry.id for candidate in self.candidates(label, query)]

    def candidates(self, label: str, name: str) -> list[registry.Candidate]:
        """Return the entries that ``name`` may mean, best first; none until all are known."""
        return self._candidates(label, name, self._whose())

    def bearer(self, label: str, name: str) -> Entry | None:
        """Return the entry of the label that bears ``name``; none until all are known."""
        key = name_key(name, ARABIC.fold)
        found = (one.entry for one in self.candidates(label, name))
        keys = ((entry, {name_key(one, ARABIC.fold) for one in entry.names}) for entry in found)
        return next((entry for entry, own in keys if key in own), None)

    def candidates_for_span(self, label: str, words: str) -> list[registry.Candidate]:
        """Return the entries that a span of these words may mean, as its author uses to mean."""
        return self._candidates(label, words, self._author.name)

    def offered(self, label: str, typed: str) -> list[registry.Candidate]:
        """Return the first entries that may be meant while a name is typed, as ``listed`` has them.

        Of those that are only spelled nearly so, the first are those that the author uses to mean.
        """
        return self._candidates(label, typed, self._author.name, registry.offered)

    def _candidates(
        self, label: str, name: str, author: str | None, find: Find = registry.candidates
    ) -> list[registry.Candidate]:
        if not self.is_known():
            return []
        return self._read(lambda: find(self._project, label, name, author=author), [])

    def found(self, entry: Entry, query: str) -> list[Entry]:
        """Return the first entries with which ``entry`` may be one.

        Those that ``query`` may mean come first, or those that are named like it; then those
        whose names hold it.
        """
        names, label = self._reading.names(), entry.label
        best = [one.entry for one in self.candidates(label, query or entry.name)]
        known = {one.id for one in best}
        rest = (names[one] for one in self.listed(label, query) if one not in known)
        return [*best, *islice(rest, _PAGE)]

    def rows(self, ids: Sequence[str]) -> list[EntryRow]:
        """Return what the list shows of those entries; those that are gone are left out."""
        names = self._reading.names()
        entries = [entry for entry in map(names.get, ids) if entry is not None]
        counts = self._counts([entry.id for entry in entries]) if self.is_known() else {}
        return [EntryRow(entry, counts.get(entry.id, 0)) for entry in entries]

    def _counts(self, ids: Sequence[str]) -> dict[str, int]:
        return self._read(lambda: registry.mention_counts(self._project, ids, self._whose()), {})

    def row(self, entry_id: str) -> EntryRow | None:
        """Return what is shown of one entry, if it still stands for itself."""
        return next((row for row in self.rows([entry_id]) if row.entry.merged_into is None), None)

    def mentions(self, entry_id: str, after: Mention | None) -> list[Mention]:
        """Return some mentions of an entry, or of one merged into it, after the one given."""
        if not self.is_known():
            return []
        return self._read(
            lambda: registry.mentions(self._project, entry_id, after, _PAGE, self._whose()), []
        )

    def _whose(self) -> str | None:
        """Return whose mentions may be seen; ``None`` for everybody's."""
        return None if self.is_lead else self._author.name

    def meant(self, value: Value) -> Value:
        """Return what a value means by now: its entry may have been renamed, or merged."""
        if not isinstance(value, EntryValue):
            return value
        if value not in self._meant:
            self._meant[value] = self._read(
                lambda: registry.current_value(self._project, value), value
            )
        return self._meant[value]

    def forget_meant(self) -> None:
        """Look again what values mean: entries may be others by now."""
        self._meant.clear()

    # -- changing

    def add(self, label: str, name: str) -> Entry | None:
        """Make an entry of that name; one that bears it already is that one."""
        return self._act(lambda: registry.add_entry(self._project, self._author.name, label, name))

    def rename(self, entry_id: str, name: str) -> Entry | None:
        """Give an entry another canonical name."""
        return self._act(lambda: registry.rename(self._project, self._author.name, entry_id, name))

    def add_alias(self, entry_id: str, alias: str) -> Entry | None:
        """Add a name to an entry."""
        return self._act(
            lambda: registry.add_aliases(self._project, self._author.name, entry_id, [alias])
        )

    def set_aliases(self, entry_id: str, aliases: Iterable[str]) -> Entry | None:
        """Let an entry have these aliases alone."""
        return self._act(
            lambda: registry.set_aliases(self._project, self._author.name, entry_id, aliases)
        )

    def set_note(self, entry_id: str, note: str) -> Entry | None:
        """Write a note on an entry."""
        return self._act(
            lambda: registry.set_note(self._project, self._author.name, entry_id, note)
        )

    def merge(self, entry_id: str, into: str) -> Entry | None:
        """Let an entry be one with another."""
        return self._act(lambda: registry.merge(self._project, self._author.name, entry_id, into))
