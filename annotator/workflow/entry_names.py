"""The names of all entries in memory, folded once, so that looking one up takes no time.

What is kept for a project follows its file: it is asked for by ``names_of``, which looks, quickly,
whether entries have come or changed, and takes up those alone.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
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
_Bearers: TypeAlias = dict[Name, None]


@dataclass(slots=True)
class _Names:
    """The names of one label's entries, by what is looked up."""

    exact: defaultdict[str, _Bearers]
    """By their keys; see ``core.registry.name_key``."""
    bare: defaultdict[str, _Bearers]
    """By their keys without articles, and without spaces."""
    glued: defaultdict[int, defaultdict[str, _Bearers]]
    """By number of letters, and then by these letters: bare, without spaces."""
    words: defaultdict[str, _Bearers]
    """By each of their words, bare."""

    @classmethod
    def empty(cls) -> "_Names":
        return cls(
            defaultdict(dict),
            defaultdict(dict),
            defaultdict(lambda: defaultdict(dict)),
            defaultdict(dict),
        )

    def put(self, name: Name, key: str) -> None:
        """Take up a name of that key."""
        plain = ARABIC.without_articles(key)
        glued = plain.replace(" ", "")
        self.exact[key][name] = None
        self.bare[plain][name] = None
        self.bare[key.replace(" ", "")][name] = None
        self.glued[len(glued)][glued][name] = None
        if " " in plain:
            for word in plain.split():
                self.words[word][name] = None

    def drop(self, name: Name, key: str) -> None:
        """Forget a name of that key."""
        plain = ARABIC.without_articles(key)
        glued = plain.replace(" ", "")
        for bearers, place in (
            (self.exact, key),
            (self.bare, plain),
            (self.bare, key.replace(" ", "")),
            (self.glued[len(glued)], glued),
            *((self.words, word) for word in plain.split()),
        ):
            bearers[place].pop(name, None)
            if not bearers[place]:
                del bearers[place]


class EntryNames:
    """All entries of a project, and their names; merged ones bear none of their own."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._rows: dict[str, _Row] = {}
        self._labels: defaultdict[str, _Names] = defaultdict(_Names.empty)
        self._merged: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._last_act: str | None = None
        self._last_number = 0
        self._last_id: str | None = None
        self.version = 0
        """Grows whenever an entry has come or changed."""

    # -- following the file

    def follow(self, project: Project) -> None:
        """Take up what has changed in the file since the last time."""
        last_act, newest, last_id = project.registry.state(self._last_number)
        is_other = (last_act, last_id) != (self._last_act, self._last_id)
        if not is_other and newest == self._last_number:
            return
        # Acts on the project may change any entry; all else only adds some.
        rows = project.registry.rows(0 if is_other else self._last_number)
        if is_other:
            for gone in self._rows.keys() - {row[1] for row in rows}:
                self._drop(gone)
        for row in [row for row in rows if self._rows.get(row[1]) != row]:
            self._drop(row[1])
            self._take(row)
        self._last_act = last_act
        self._last_number, self._last_id = rows[-1][:2] if rows else (0, None)
        self.version += 1

    def _take(self, row: _Row) -> None:
        entry = entry_of(row[1:])
        self._rows[entry.id], self._entries[entry.id] = row, entry
        if entry.merged_into is not None:
            self._merged[entry.merged_into][entry.id] = None
        names = self._labels[entry.label]
        for name, key in self._borne(entry):
            names.put(name, key)

    def _drop(self, entry_id: str) -> None:
        entry = self._entries.pop(entry_id, None)
        self._rows.pop(entry_id, None)
        if entry is None:
            return
        if entry.merged_into is not None:
            self._merged[entry.merged_into].pop(entry_id, None)
        names = self._labels[entry.label]
        for name, key in self._borne(entry):
            names.drop(name, key)

    def _borne(self, entry: Entry) -> list[tuple[Name, str]]:
        """Return the names that an entry bears, with their keys; a merged one bears none."""
        if entry.merged_into is not None:
            return []
        return [
            (Name(entry.id, name, place == 0), name_key(name, ARABIC.fold))
            for place, name in enumerate(entry.names)
        ]

    # -- looking up

    def __getitem__(self, entry_id: str) -> Entry:
        return self._entries[entry_id]

    def get(self, entry_id: str) -> Entry | None:
        """Return the entry of that id; ``None`` if it is unknown."""
        return self._entries.get(entry_id)

    def all(self) -> Iterable[Entry]:
        """Return all entries, merged ones too, about in the order in which they came."""
        return self._entries.values()

    def standing_for(self, entry: Entry) -> Entry:
        """Return the entry that ``entry`` is merged into, however often; else itself."""
        seen = {entry.id}
        while entry.merged_into in self._entries and entry.merged_into not in seen:
            entry = self._entries[entry.merged_into]
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

    def exact(self, label: str, key: str) -> list[Name]:
        """Return the names of a label's entries that fold to ``key``, canonical ones first."""
        return _in_order(self._labels[label].exact.get(key, {}))

    def bare(self, label: str, key: str) -> list[Name]:
        """Return the names that differ from ``key`` in nothing but articles or spaces."""
        bearers = self._labels[label].bare
        forms = (ARABIC.without_articles(key), key.replace(" ", ""))
        return [name for form in forms for name in _in_order(bearers.get(form, {}))]

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
                for name in by_length[length][glued]:
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
            (name, wanted / max(wanted, len(name.name)))
            for name in rarest[0]
            if all(name in others for others in rarest[1:])
        ]


def _in_order(names: Iterable[Name]) -> list[Name]:
    return sorted(names, key=lambda name: not name.is_canonical)


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
    names = _known.get(project)
    if names is None:
        names = _known[project] = EntryNames()
    with project.reading():
        names.follow(project)
    return names
