"""The registry at work: entries found by name, and acts that add, rename and merge them.

Everybody may add entries and names for them; what changes what others have named (another
canonical name, a name taken away, notes, merging) is a lead's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from annotator.arabic import ARABIC
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct, UnknownName
from annotator.core.registry import (
    CurrentEntries,
    Entry,
    Mention,
    merged,
    merged_already,
    name_key,
    new_entry,
    renamed,
    with_aliases,
)
from annotator.core.rows import Kind, RowChange
from annotator.core.values import EntryValue, ValueKind
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.entry_names import EntryNames, Name, names_of
from annotator.workflow.acts.project_stack import ENTRY, MERGE_ENTRIES

_fold = ARABIC.fold

SAME_BUT_ARTICLES = 0.05
HELD = 0.08
"""What is typed is a part of the candidate's name."""
SAME_BUT_CLITICS = 0.1
NEAR = 0.2
"""From here on a candidate is spelled otherwise."""
HOLDING = 0.5
"""From here on a candidate's name is a longer one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may mean."""

    entry: Entry
    matched: str
    """The name or alias that matched, as written."""
    distance: float
    """0 is the same when folded; see the bounds above."""


# -- finding


def candidates(
    project: Project, label: str, name: str, limit: int = 8, *, author: str | None = None
) -> list[Candidate]:
    """Return the entries of ``label`` that ``name`` may mean, best first.

    Those of that name come before those that it means without an article or a clitic, then near
    spellings, then longer names that hold all its words.  Among equals the one that is mentioned
    more often comes first: by ``author``, if given, who must not learn what others marked.
    """
    names, key = names_of(project), name_key(name, _fold)
    best: dict[str, Candidate] = {}
    for told, distance in _matching(names, label, key) if key else ():
        known = best.get(told.entry)
        if known is None or distance < known.distance:
            best[told.entry] = Candidate(names[told.entry], told.name, distance)
    found: list[Candidate] = []
    in_order = sorted(best.values(), key=lambda one: one.distance)
    for _, equals in groupby(in_order, key=lambda one: one.distance):
        if len(found) >= limit:
            break
        found += _most_mentioned(project, names, list(equals), author)
    return found[:limit]


def offered(
    project: Project, label: str, typed: str, limit: int = 8, *, author: str | None = None
) -> list[Candidate]:
    """Return the entries of ``label`` that may be meant while their name is typed, best first.

    Those one of whose names holds what is typed come first, as ``EntryNames.listed`` has them;
    then those of which ``candidates`` tells.
    """
    names, key = names_of(project), name_key(typed, _fold)
    if not key:
        return []
    found = [_held(names[one], key) for one in names.listed(label, key)[:limit]]
    known = {one.entry.id for one in found}
    further = candidates(project, label, typed, limit, author=author)
    return [*found, *(one for one in further if one.entry.id not in known)][:limit]


def _held(entry: Entry, key: str) -> Candidate:
    keys = {name_key(name, _fold): name for name in reversed(entry.names)}
    if key in keys:
        return Candidate(entry, keys[key], 0.0)
    return Candidate(
        entry, next(name for name in entry.names if key in name_key(name, _fold)), HELD
    )


def best_exact(project: Project, label: str, name: str) -> Entry | None:
    """Return the entry of ``label`` that bears ``name``, however it is spelled or folded."""
    names = names_of(project)
    return next((names[told.entry] for told in names.exact(label, name_key(name, _fold))), None)


def _matching(names: EntryNames, label: str, key: str) -> Iterator[tuple[Name, float]]:
    for told in names.exact(label, key):
        yield told, 0.0
    for told in names.bare(label, key):
        yield told, SAME_BUT_ARTICLES
    for rest in ARABIC.without_clitics(key):
        for told in names.bare(label, rest):
            yield told, SAME_BUT_CLITICS
    for near in names.near(label, key):
        yield near.name, NEAR + (HOLDING - NEAR) * near.edits / (near.letters + 1)
    for told, share in names.holding(label, key):
        yield told, 1 - (1 - HOLDING) * share


def _most_mentioned(
    project: Project, names: EntryNames, equals: list[Candidate], author: str | None
) -> list[Candidate]:
    if len(equals) == 1:
        return equals
    counts = mention_counts(project, [one.entry.id for one in equals], author)
    return sorted(equals, key=lambda one: (-counts[one.entry.id], one.entry.name))


def mention_counts(
    project: Project, entries: Sequence[str], author: str | None = None
) -> dict[str, int]:
    """Return how many spans (of ``author``, if given) mean each of these entries.

    Those that mean an entry which is merged into it count too.
    """
    names = names_of(project)
    merged_ids = {entry: names.with_merged(entry) for entry in entries}
    with project.reading():
        counts = project.registry.mention_counts(
            [one for some in merged_ids.values() for one in some], author
        )
    return {entry: sum(counts.get(one, 0) for one in some) for entry, some in merged_ids.items()}


def mentions(
    project: Project, entry_id: str, after: Mention | None, limit: int, author: str | None = None
) -> list[Mention]:
    """Return the next ``limit`` spans (of ``author``, if given) that mean an entry.

    ``after`` is the last one that is known already.  Those that mean an entry which is merged into
    it come after its own.
    """
    waiting = names_of(project).with_merged(entry_id)
    number = 0
    if after is not None and after.entry in waiting:
        waiting, number = waiting[waiting.index(after.entry) :], after.number
    found: list[Mention] = []
    with project.reading():
        for one in waiting:
            if len(found) < limit:
                room = limit - len(found)
                found += project.registry.mentions(one, author, number, room)
            number = 0
    return found


def current_entries(project: Project) -> CurrentEntries:
    """Return what entries are by now, for whoever compares, shows or writes values."""
    with project.reading():
        return CurrentEntries(project.registry.redirects(), _fold)


def current_value(project: Project, value: EntryValue) -> EntryValue:
    """Return what one value means by now; it costs a look at its entry, not at all of them."""
    told: list[tuple[str, str, str | None]] = []
    with project.reading():
        entry = project.registry.entry(value.entry)
        while entry is not None and entry.id not in [known for known, _, _ in told]:
            told.append((entry.id, entry.name, entry.merged_into))
            entry = project.registry.entry(entry.merged_into) if entry.merged_into else None
    return CurrentEntries(told, _fold).value(value)


# -- changing


def add_entry(
    project: Project,
    author: str,
    label: str,
    name: str,
    aliases: Iterable[str] = (),
    note: str = "",
) -> Entry:
    """Make an entry and return it; one that bears that name already is that one.

    Raises:
        RefusedAct: if nothing can be called so, or another entry has one of the aliases.
        UnknownName: if the project has no such author or label, or the label has no entries.
    """
    with project.writing():
        refuse_label(project, label)
        made = with_aliases(replace(new_entry(label, name, _fold), note=note), aliases, _fold)
        known = best_exact(project, label, name) or _made_under(project, made)
        if known is None:
            refuse_taken(project, made, made.names)
            change = RowChange(Kind.ENTRY, made.id, None, made.row())
            project_acts.do(project, author, ENTRY, [change])
            return made
        # The name under which it was made may have been taken away from it since.
        return add_aliases(project, author, known.id, (made.name, *made.aliases))


def add_aliases(project: Project, author: str, entry_id: str, aliases: Iterable[str]) -> Entry:
    """Add names to an entry and return it; those that it bears stay as they are."""
    with project.writing():
        entry = the_entry(project, entry_id)
        after = with_aliases(entry, (*entry.aliases, *aliases), _fold)
        return _changed(project, author, ENTRY, entry, after)


def rename(project: Project, author: str, entry_id: str, name: str) -> Entry:
    """Give an entry another canonical name; the old one stays as an alias, its id as it is.

    Raises:
        RefusedAct: if the author is no lead, or another entry of the label bears that name.
    """
    with project.writing():
        refuse_unless_lead(project, author)
        entry = the_entry(project, entry_id)
        return _changed(project, author, ENTRY, entry, renamed(entry, name, _fold))


def set_aliases(project: Project, author: str, entry_id: str, aliases: Iterable[str]) -> Entry:
    """Let an entry have these aliases; only a lead may take some away.

    Raises:
        RefusedAct: if the author may not, or another entry of the label bears one of them.
    """
    with project.writing():
        entry = the_entry(project, entry_id)
        after = with_aliases(entry, aliases, _fold)
        if not _keys(entry) <= _keys(after):
            refuse_unless_lead(project, author)
        return _changed(project, author, ENTRY, entry, after)


def set_note(project: Project, author: str, entry_id: str, note: str) -> Entry:
    """Write a note on an entry; a lead's act."""
    with project.writing():
        refuse_unless_lead(project, author)
        entry = the_entry(project, entry_id)
        return _changed(project, author, ENTRY, entry, replace(entry, note=note.strip()))


def merge(project: Project, author: str, entry_id: str, into: str) -> Entry:
    """Let an entry be one with another, which gets its names; return that one.

    Spans stay as they are: whoever compares, shows or writes them follows the redirect.  So all
    layers and decisions change alike, and none is stale.

    Raises:
        RefusedAct: if the author is no lead, their labels differ, or they are one already.
    """
    with project.writing():
        refuse_unless_lead(project, author)
        entry, target = the_entry(project, entry_id), the_entry(project, into)
        gone, after = merged(entry, names_of(project).standing_for(target), _fold)
        target = the_entry(project, after.id)
        changes = [entry_change(entry, gone), entry_change(target, after)]
        project_acts.do(project, author, MERGE_ENTRIES, changes)
        return after


def entry_change(before: Entry, after: Entry) -> RowChange:
    """Return how the row of an entry changes: what differs, and nothing else."""
    old, new = before.row(), after.row()
    columns = [column for column in old if old[column] != new[column]]
    return RowChange(
        Kind.ENTRY,
        before.id,
        {column: old[column] for column in columns},
        {column: new[column] for column in columns},
    )


def the_entry(project: Project, entry_id: str) -> Entry:
    """Return the entry of that id.

    Raises:
        UnknownName: if there is none.
    """
    entry = project.registry.entry(entry_id)
    if entry is None:
        raise UnknownName(
            QT_TRANSLATE_NOOP("errors", "The registry holds no entry of the id “{id}”."),
            id=entry_id,
        )
    return entry


def refuse_label(project: Project, label: str) -> None:
    """Refuse a label that has no entries.

    Raises:
        UnknownName: if the project has no such label, or its spans mean something else.
    """
    with project.reading():
        labels = project.labels.load()
    if label not in labels or labels[label].value is not ValueKind.ENTRY:
        raise UnknownName(
            QT_TRANSLATE_NOOP("errors", "The project has no label “{label}” that has entries."),
            label=label,
        )


def refuse_unless_lead(project: Project, author: str) -> None:
    """Refuse what only a lead may do.

    Raises:
        RefusedAct: if ``author`` is none.
    """
    if not project.authors.get(author).is_lead:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "You can add entries and names; renaming, merging, notes and taking names away is"
                " for leads. Ask one.",
            )
        )


def refuse_taken(project: Project, entry: Entry, names: Iterable[str]) -> None:
    """Refuse names that another entry of the label bears.

    Raises:
        RefusedAct: if one is taken.
    """
    for name in names:
        other = best_exact(project, entry.label, name)
        if other is not None and other.id != entry.id:
            raise taken(name, other)


def taken(name: str, other: Entry) -> RefusedAct:
    """Return the error for a name that ``other`` bears."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{name}” is a name of the entry “{other}” already. Merge the two if they are one.",
        ),
        name=name,
        other=other.name,
    )


def _changed(project: Project, author: str, act: str, before: Entry, after: Entry) -> Entry:
    if before.merged_into is not None:
        raise merged_already(before)
    known = _keys(before)
    fresh = [name for name in after.names if name_key(name, _fold) not in known]
    refuse_taken(project, after, fresh)
    project_acts.do(project, author, act, [entry_change(before, after)])
    return after


def _keys(entry: Entry) -> set[str]:
    return {name_key(name, _fold) for name in entry.names}


def _made_under(project: Project, entry: Entry) -> Entry | None:
    """Return the entry that was made under the name of ``entry``, if it still has its id."""
    names = names_of(project)
    known = names.get(entry.id)
    return names.standing_for(known) if known else None
