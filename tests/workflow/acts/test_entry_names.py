"""The names of entries in memory follow the file, however it comes to change."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from annotator.arabic import ARABIC
from annotator.core.errors import FileBusy, RefusedAct
from annotator.core.model import Role
from annotator.core.registry import Entry, name_key, new_entry
from annotator.core.rows import Kind, RowChange
from annotator.core.values import EntryValue
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.entry_names import EntryNames, known_names, names_of
from annotator.workflow.people.authors import add_author
from annotator.workflow.registry import registry

LEAD = "huda"


@pytest.fixture
def led(project: Project) -> Project:
    add_author(project, LEAD, Role.LEAD)
    return project


def fill(project: Project, first: int, count: int) -> None:
    """Make entries as one act."""
    entries = [
        new_entry("base", f"قاعدة ال{number} الكبرى", ARABIC.fold)
        for number in range(first, first + count)
    ]
    changes = [RowChange(Kind.ENTRY, entry.id, None, entry.row()) for entry in entries]
    project_acts.do(project, LEAD, "import entries", changes)


def told(names: EntryNames) -> dict[str, Any]:
    """Return all that names tell of bases."""
    entries = {entry.id: entry for entry in names.all()}
    keys = sorted({name_key(name, ARABIC.fold) for e in entries.values() for name in e.names})[:8]
    return {
        "entries": entries,
        "listed": names.listed("base", ""),
        "held": names.listed("base", "كبري"),
        "merged": {entry: set(names.with_merged(entry)) for entry in entries},
        "exact": {key: set(names.exact("base", key)) for key in keys},
        "bare": {key: set(names.bare("base", key)) for key in keys},
        "near": {key: set(names.near("base", key)) for key in keys},
        "holding": {key: set(names.holding("base", key)) for key in keys},
    }


def as_in_file(project: Project) -> dict[str, Any]:
    fresh = EntryNames()
    with project.reading():
        fresh.follow(project)
    return told(fresh)


class Hand:
    """Does something to the registry, by chance, as a lead or another program does."""

    def __init__(self, project: Project, other: Project, chance: random.Random) -> None:
        self._project, self._other, self._chance = project, other, chance
        self._made = 0

    def act(self) -> None:
        acts: list[Callable[[], object]] = [
            *(self.add, self.rename, self.name_anew, self.merge, self.undo, self.redo),
            *(self.mark, self.fill, self.roll_back),
        ]
        with suppress(RefusedAct, FileBusy):
            self._chance.choice(acts)()

    def project(self) -> Project:
        return self._chance.choice([self._project, self._other])

    def some(self) -> Entry:
        entries = [e for e in names_of(self._project).all() if e.merged_into is None]
        return self._chance.choice(entries) if entries else self.add()

    def name(self) -> str:
        self._made += 1
        return f"مطار {self._chance.choice(['الأسد', 'حماة', 'دير'])} {self._made}"

    def add(self) -> Entry:
        return registry.add_entry(self.project(), LEAD, "base", self.name())

    def rename(self) -> None:
        registry.rename(self.project(), LEAD, self.some().id, self.name())

    def name_anew(self) -> None:
        names = [self.name() for _ in range(self._chance.randrange(3))]
        registry.set_aliases(self.project(), LEAD, self.some().id, names)

    def merge(self) -> None:
        registry.merge(self.project(), LEAD, self.some().id, self.some().id)

    def undo(self) -> None:
        project_acts.undo(self.project(), LEAD)

    def redo(self) -> None:
        project_acts.redo(self.project(), LEAD)

    def fill(self) -> None:
        fill(self.project(), 1000 * self._made, self._chance.choice([3, 300]))
        self._made += 1

    def mark(self) -> None:
        """Make an entry as an edit or an import does, by no act on the project."""
        project, name = self.project(), self.name()
        with project.writing():
            entry = new_entry("base", name, ARABIC.fold)
            project.registry.add_unknown([("base", EntryValue(entry.id, name))])

    def roll_back(self) -> None:
        """Look at the names in the middle of an act that comes to nothing."""
        with suppress(ZeroDivisionError, RefusedAct, FileBusy), self._project.writing():
            self._chance.choice([self.add, self.mark, self.rename, self.undo])()
            names_of(self._project)
            raise ZeroDivisionError


@pytest.mark.parametrize("seed", range(4))
def test_they_are_what_is_in_the_file_whatever_was_done(
    led: Project, project_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    with Project.open(project_path) as other:
        other.wait_at_most(0)
        hand = Hand(led, other, chance)
        for _ in range(30):
            hand.act()
            if chance.random() < 0.3:
                known_names(led).follow_some(led)
            if chance.random() < 0.3:
                assert told(names_of(led)) == as_in_file(led)
    assert told(names_of(led)) == as_in_file(led)


def test_they_are_taken_up_part_by_part(led: Project) -> None:
    fill(led, 0, 1200)
    names, seen = known_names(led), [0]
    while not names.follow_some(led):
        seen.append(len(names.listed("base", "")))
        assert seen[-2] < seen[-1] < 1200
    assert len(seen) > 3
    assert len(names.listed("base", "")) == 1200


def test_an_act_meanwhile_is_not_missed(led: Project) -> None:
    fill(led, 0, 1200)
    names = known_names(led)
    assert not names.follow_some(led)
    first = names[names.listed("base", "")[0]]
    with led.reading():
        last = led.registry.rows()[-1][1]
    change_unseen(led, first, last)
    while not names.follow_some(led):
        pass
    assert told(names) == as_in_file(led)
    assert names[first.id].note == "أول"
    assert names.get(last) is None


def change_unseen(project: Project, first: Entry, last: str) -> None:
    """Change an entry that is read and take out one that is not, without a look at the names."""
    row = project.records.read(
        Kind.ENTRY, last, ["label", "name", "aliases", "note", "merged_into"]
    )
    assert row is not None
    changes = [
        RowChange(Kind.ENTRY, first.id, {"note": ""}, {"note": "أول"}),
        RowChange(Kind.ENTRY, last, row, None),
    ]
    project_acts.do(project, LEAD, "entry", changes)


def test_after_an_act_only_what_it_tells_of_is_read(led: Project) -> None:
    fill(led, 0, 1200)
    entry = next(names_of(led).all())
    asked: list[str] = []
    led._connection.set_trace_callback(asked.append)
    registry.rename(led, LEAD, entry.id, "اسم آخر")
    names_of(led)
    led._connection.set_trace_callback(None)
    assert not [sql for sql in asked if "rowid > 0 ORDER BY rowid" in sql]
