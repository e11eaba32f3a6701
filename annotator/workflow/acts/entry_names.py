"""The names of all entries in memory, folded once, so that looking one up takes no time.

What is kept for a project follows its file: it is asked for by ``names_of``, which looks, quickly,
whether entries have come or changed, and takes up those alone.  Who must not wait for that takes
them up part by part.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from rapidfuzz import process
from rapidfuzz.distance import OSA

from annotator.arabic import ARABIC
from annotator.core.registry import Entry, name_key
from annotator.store.project import Project
from annotator.store.registry import entry_of

_SHORTEST = 4
"""Words of fewer letters have no near spelling: nearly all of them are one letter apart."""
_LONG = 8
"""From so many letters on, two of a word may be off."""
_PART = 250
"""How many entries are taken up at a time."""


class Name(NamedTuple):
    """A name that an entry bears."""

    entry: str
    name: str
    """As written."""
    is_canonical: bool


class Near(NamedTuple):
    """A name that is spelled nearly like another, and by how many letters of how many it is off."""

    name: Name
    edits: int
    letters: int


_Row: TypeAlias = tuple[Any, ...]
_Told: TypeAlias = tuple[str, str, bool]
"""A ``Name`` as it is kept: of plain tuples the collector of garbage need not keep track, and it
would stop the window to go through hundreds of thousands."""
_Listed: TypeAlias = tuple[str, str, str]
"""The id of an entry, where it stands in a list, and all its keys in lines."""
_Bearers: TypeAlias = dict[str, tuple[_Told, ...]]


@dataclass(slots=True)
class _Names:
    """The names of one label's entries, by what is looked up."""

    exact: _Bearers = field(default_factory=dict)
    """By their keys; see ``core.registry.name_key``."""
    bare: _Bearers = field(default_factory=dict)
    """By their keys without articles, and without spaces."""
    glued: defaultdict[int, _Bearers] = field(default_factory=lambda: defaultdict(dict))
    """By number of letters, and then by these letters: bare, without spaces."""
    words: defaultdict[str, dict[_Told, None]] = field(default_factory=lambda: defaultdict(dict))
    """By each of their words, bare."""
    listed: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By the ids of entries that stand: where they stand in a list, and all their keys in lines."""
    order: list[_Listed] | None = None
    """All of them in the order of a list; ``None`` if that has to be found anew."""

    def show(self, entry_id: str, keys: Sequence[str]) -> None:
        """List an entry by the keys of its names, the canonical one first."""
        place = f"{ARABIC.without_articles(keys[0])}\n{entry_id}"
        self.listed[entry_id], self.order = (place, "\n".join(["", *keys, ""])), None

    def hide(self, entry_id: str) -> None:
        """List an entry no longer."""
        if self.listed.pop(entry_id, None):
            self.order = None

    def put(self, name: _Told, key: str) -> None:
        """Take up a name of that key."""
        for bearers, place in self._places(key):
            known = bearers.get(place, ())
            if name not in known:
                bearers[place] = (*known, name)
        for word in _words(key):
            self.words[word][name] = None

    def drop(self, name: _Told, key: str) -> None:
        """Forget a name of that key."""
        for bearers, place in self._places(key):
            left = tuple(one for one in bearers.pop(place, ()) if one != name)
            if left:
                bearers[place] = left
        for word in _words(key):
            self.words[word].pop(name, None)
            if not self.words[word]:
                del self.words[word]

    def _places(self, key: str) -> tuple[tuple[_Bearers, str], ...]:
        plain = ARABIC.without_articles(key)
        glued = plain.replace(" ", "")
        return (
            (self.exact, key),
            (self.bare, plain),
            (self.bare, key.replace(" ", "")),
            (self.glued[len(glued)], glued),
        )


def _words(key: str) -> list[str]:
    """Return the words, bare, of a key that has several."""
    return ARABIC.without_articles(key).split() if " " in key else []


class EntryNames:
    """All entries of a project, and their names; merged ones bear none of their own."""

    def __init__(self) -> None:
        self._rows: dict[str, _Row] = {}
        self._labels: defaultdict[str, _Names] = defaultdict(_Names)
        self._merged: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._act = 0
        """The sequence of the last act on the project that is taken up."""
        self._group: str | None = None
        self._number = 0
        """How far the entries of the file are read."""
        self._newest: str | None = None
        """The id of the one of that number."""
        self._unseen: set[str] = set()
        """Entries that were known before the file was read from its beginning."""
        self._is_read = False
        """Whether it was read to its end since."""
        self.version = 0
        """Grows whenever an entry has come or changed."""

    # -- following the file

    def follow(self, project: Project) -> None:
        """Take up what has changed in the file since the last time."""
        while not self.follow_some(project):
            pass

    def follow_some(self, project: Project) -> bool:
        """Take up a part of what has changed since the last time; true if nothing is left.

        A part takes some milliseconds.  The file may change between two of them.
        """
        state = project.registry.state(self._act, self._number)
        if state.known_act != self._group or state.last_act != self._act:
            is_lost = state.known_act != self._group  # the act that was known was rolled back
            if not self._rows or is_lost or not self._take_told(project, state.last_act):
                self._begin_anew(state.last_act)
            state = project.registry.state(self._act, self._number)
            self._group = state.known_act
        if state.known_entry != self._newest:
            self._begin_anew(state.last_act)
        if self._is_read and state.newest == self._number:
            return True
        rows = project.registry.rows(self._number, _PART)
        self._take_all(rows)
        if rows:
            self._number, self._newest = rows[-1][:2]
        self._is_read = len(rows) < _PART
        if self._is_read:
            self._drop_all(self._unseen)
        return self._is_read

    def _begin_anew(self, act: int) -> None:
        self._act, self._number, self._newest = act, 0, None
        self._unseen, self._is_read = set(self._rows), False

    def _take_told(self, project: Project, act: int) -> bool:
        """Take up what the acts until ``act`` did; false if the whole file has to be read."""
        told = project.registry.told_after(self._act, _PART)
        if told is None:
            return False
        rows = project.registry.rows_of(told)
        self._drop_all(set(told) - {row[1] for row in rows})
        self._take_all(rows)
        if self._newest not in self._rows:  # it was taken back; others may get its number
            before = (row[:2] for row in self._rows.values() if row[0] < self._number)
            self._number, self._newest = max(before, default=(0, None))
        self._act = act
        return True

    def _take_all(self, rows: Iterable[_Row]) -> None:
        for row in rows:
            self._unseen.discard(row[1])
            if self._rows.get(row[1]) != row:
                self._drop(row[1])
                self._take(row)
                self.version += 1

    def _drop_all(self, entry_ids: set[str]) -> None:
        for entry_id in entry_ids:
            self._drop(entry_id)
        self.version += bool(entry_ids)
        self._unseen = self._unseen - entry_ids

    def _take(self, row: _Row) -> None:
        entry = entry_of(row[1:])
        self._rows[entry.id] = row
        if entry.merged_into is not None:
            self._merged[entry.merged_into][entry.id] = None
        names, borne = self._labels[entry.label], _borne(entry)
        for name, key in borne:
            names.put(name, key)
        if borne:
            names.show(entry.id, [key for _, key in borne])

    def _drop(self, entry_id: str) -> None:
        entry = self.get(entry_id)
        if entry is None:
            return
        del self._rows[entry_id]
        if entry.merged_into is not None:
            self._merged[entry.merged_into].pop(entry_id, None)
        names = self._labels[entry.label]
        names.hide(entry_id)
        for name, key in _borne(entry):
            names.drop(name, key)

    # -- looking up

    def __getitem__(self, entry_id: str) -> Entry:
        return entry_of(self._rows[entry_id][1:])

    def get(self, entry_id: str) -> Entry | None:
        """Return the entry of that id; ``None`` if it is unknown."""
        return self[entry_id] if entry_id in self._rows else None

    def all(self) -> Iterator[Entry]:
        """Return all entries, merged ones too, about in the order in which they came."""
        return map(self.__getitem__, list(self._rows))

    def standing_for(self, entry: Entry) -> Entry:
        """Return the entry that ``entry`` is merged into, however often; else itself."""
        seen = {entry.id}
        while entry.merged_into in self._rows and entry.merged_into not in seen:
            entry = self[entry.merged_into]
            seen.add(entry.id)
        return entry

    def with_merged(self, entry_id: str) -> list[str]:
        """Return the id and those of all entries that are merged into it."""
        found = {entry_id: None}
        waiting = [entry_id]
        while waiting:
            for merged in self._merged.get(waiting.pop(), ()):
                if merged not in found:
                    found[merged] = None
                    waiting.append(merged)
        return list(found)

    def listed(self, label: str, key: str) -> list[str]:
        """Return the ids of a label's entries one of whose names holds ``key``.

        Those of that very name come first, then those one of whose names begins so; each by name.
        """
        names = self._labels[label]
        if names.order is None:
            listed = sorted((*told, entry) for entry, told in names.listed.items())
            names.order = [(entry, place, keys) for place, keys, entry in listed]
        held = [one for one in names.order if key in one[2]] if key else names.order
        called, begun, further = _ranked(held, key) if key else (held, [], [])
        return [entry for entry, _, _ in (*called, *begun, *further)]

    def put_in_order(self) -> None:
        """Be ready to list the entries, which takes a moment when many have come."""
        for label in list(self._labels):
            self.listed(label, "")

    def exact(self, label: str, key: str) -> list[Name]:
        """Return the names of a label's entries that fold to ``key``, canonical ones first."""
        return _in_order(self._labels[label].exact.get(key, ()))

    def bare(self, label: str, key: str) -> list[Name]:
        """Return the names that differ from ``key`` in nothing but articles or spaces."""
        bearers = self._labels[label].bare
        forms = (ARABIC.without_articles(key), key.replace(" ", ""))
        return [name for form in forms for name in _in_order(bearers.get(form, ()))]

    def near(self, label: str, key: str) -> list[Near]:
        """Return the names that are spelled nearly like ``key``; short words are not near any.

        Where both have as many words, each word must be near its fellow: two armies that differ
        in their country alone are two.
        """
        plain = ARABIC.without_articles(key)
        wanted = plain.replace(" ", "")
        most = sum(map(_may_be_off, plain.split())) or _may_be_off(wanted)
        by_length, found = self._labels[label].glued, []
        for length in range(len(wanted) - most, len(wanted) + most + 1) if most else ():
            for glued, edits, _ in process.extract(
                wanted,
                by_length.get(length, {}).keys(),
                scorer=OSA.distance,
                score_cutoff=most,
                limit=None,
            ):
                letters = max(length, len(wanted))
                for name in map(Name._make, by_length[length][glued]):
                    other = ARABIC.without_articles(name_key(name.name, ARABIC.fold))
                    if other != plain and _is_near(plain, other, edits):
                        found.append(Near(name, edits, letters))
        return found

    def holding(self, label: str, key: str) -> list[tuple[Name, float]]:
        """Return the names that hold all words of ``key`` and more, and how much of each it is."""
        words = ARABIC.without_articles(key).split()
        bearers = self._labels[label].words
        rarest = sorted((bearers.get(word, {}) for word in words), key=len)
        if not rarest or max(map(len, words)) < _SHORTEST - 1:
            return []
        wanted = sum(map(len, words))
        return [
            (Name._make(name), wanted / max(wanted, len(name[1])))
            for name in rarest[0]
            if all(name in others for others in rarest[1:])
        ]


def _ranked(held: list[_Listed], key: str) -> tuple[list[_Listed], ...]:
    """Part those that hold ``key`` by whether they are called so, begin so, or hold it further in.

    An article before it does not count.
    """
    first, whole, bare = f"\n{key}", f"\n{key}\n", ARABIC.without_articles(key)
    bare_whole = f"{bare}\n"
    called: list[_Listed] = []
    begun: list[_Listed] = []
    further: list[_Listed] = []
    for one in held:
        _, place, keys = one
        if place.startswith(bare) or first in keys:
            is_called = place.startswith(bare_whole) or whole in keys
            (called if is_called else begun).append(one)
        else:
            further.append(one)
    return called, begun, further


def _borne(entry: Entry) -> list[tuple[_Told, str]]:
    """Return the names that an entry bears, with their keys; a merged one bears none."""
    if entry.merged_into is not None:
        return []
    return [
        ((entry.id, name, place == 0), name_key(name, ARABIC.fold))
        for place, name in enumerate(entry.names)
    ]


def _in_order(names: Iterable[_Told]) -> list[Name]:
    return sorted(map(Name._make, names), key=lambda name: not name.is_canonical)


def _may_be_off(word: str) -> int:
    return 0 if len(word) < _SHORTEST else 1 if len(word) < _LONG else 2


def _is_near(one: str, other: str, edits: int) -> bool:
    words, others = one.split(), other.split()
    if len(words) != len(others):
        return edits <= 1  # a space too many or too few, and a slip at most
    return all(
        OSA.distance(word, fellow) <= min(_may_be_off(word), _may_be_off(fellow))
        for word, fellow in zip(words, others, strict=True)
    )


_known: WeakKeyDictionary[Project, EntryNames] = WeakKeyDictionary()


def names_of(project: Project) -> EntryNames:
    """Return the names of the entries of ``project`` as its file has them now."""
    names = known_names(project)
    with project.reading():
        names.follow(project)
    return names


def known_names(project: Project) -> EntryNames:
    """Return the names of the entries of ``project`` as far as they were taken up."""
    return _known.setdefault(project, EntryNames())
