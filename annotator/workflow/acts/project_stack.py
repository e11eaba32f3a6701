"""The acts that stand on the project's stack: those that are done and those taken back.

The rows of the history that are on no article are that stack.  An import is several of them, a
batch each, of one group; any other act is one.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.core.history import IMPORT, HistoryRow
from annotator.core.model import Author
from annotator.core.rows import Kind, ProjectChange, RowChange, project_act_from_json
from annotator.store.project import Project

ENTRY = "entry"
"""The act that makes an entry or changes one; all others but imports are for leads alone."""
MERGE_ENTRIES = "merge entries"
IMPORT_ENTRIES = "import entries"
SEND_BACK = "send back"
"""The act that lets an author go on with articles that were finished or set aside."""


@dataclass(frozen=True, slots=True)
class ImportAct:
    """An import that can be taken back or done again, and what it put."""

    articles: int
    layers: int
    spans: int
    """Spans added to layers that were there."""
    at: str
    """When its last batch was saved."""
    by: str | None
    """Who imported; ``None`` if that is not known, as of an import from a terminal."""
    is_anyones: bool = False
    """Whether all may take it back: nobody knows who imported, and no lead is there to ask."""

    def is_open_to(self, author: Author) -> bool:
        """Tell whether ``author`` may take it back, and do it again.

        Annotators may take back what they imported themselves; a lead may take back any import.
        """
        return author.is_lead or author.name == self.by or self.is_anyones


@dataclass(frozen=True, slots=True)
class RowsAct:
    """An act on rows beside the layers that can be taken back or done again."""

    act: str
    """The kind of act, which names it in the menu."""
    sequence: int
    added_by: str | None
    """Who added a name by it, or an entry, and nothing else; ``None`` for all other acts."""
    sent_back: int = 0
    """How many articles were sent back by it."""

    def is_open_to(self, author: Author) -> bool:
        """Tell whether ``author`` may take it back, and do it again.

        Annotators add names, and may take those back again; whatever else changes what others
        have made is a lead's.
        """
        return author.is_lead or author.name == self.added_by

    @property
    def is_on_entries(self) -> bool:
        """Whether it is an act on the registry, which the registry's window takes back."""
        return self.act in (ENTRY, MERGE_ENTRIES, IMPORT_ENTRIES)


ProjectAct = ImportAct | RowsAct


@dataclass(frozen=True, slots=True)
class ProjectStack:
    """Groups of acts, the last one last; in each, its rows."""

    done: dict[str, dict[int, None]]
    """By group the sequences of its live rows."""
    undone: dict[str, dict[int, int]]
    """By group the sequences of its rows, and of those that took them back."""
    acts: dict[str, str]
    """By group the kind of act."""

    def last_done(self, act: str | None = None) -> str | None:
        """Return the group that is taken back next, if it is an ``act`` (``None``: whichever)."""
        return self._last(self.done, act)

    def last_undone(self, act: str | None = None) -> str | None:
        """Return the group that is done again next, if it is an ``act`` (``None``: whichever)."""
        return self._last(self.undone, act)

    def _last(self, groups: Iterable[str], act: str | None) -> str | None:
        last = next(reversed(list(groups)), None)
        return last if last is not None and act in (None, self.acts[last]) else None


def project_stack(project: Project, lead: str | None = None) -> ProjectStack:
    """Return the acts on the project as the history tells of them.

    With ``lead`` they are the decisions of that lead instead: they have a stack of their own.
    """
    stack = ProjectStack({}, {}, {})
    group_of: dict[int, str] = {}
    act_of: dict[int, int] = {}
    for sequence, group, act, undoes in project.history.project_acts(lead):
        if undoes is None:
            group_of[sequence] = group
            stack.acts[group] = act
            stack.done.setdefault(group, {})[sequence] = None
            stack.undone.clear()
        elif undoes in group_of:
            act_of[sequence] = undoes
            undone = group_of[undoes]
            stack.done.pop(undone, None)
            stack.undone.setdefault(undone, {})[undoes] = sequence
        else:
            redone = act_of[undoes]
            stack.undone.pop(group_of[redone], None)
            stack.done.setdefault(group_of[redone], {})[redone] = None
    return stack


def to_go_through(
    project: Project, lead: str | None = None
) -> tuple[ProjectAct | None, ProjectAct | None]:
    """Return the act that can be taken back, and the one that can be done again.

    With ``lead`` it is looked for among the decisions of that lead.
    """
    with project.reading():
        stack = project_stack(project, lead)
        done, undone = stack.last_done(), stack.last_undone()
        return (
            _act(project, stack.acts[done], stack.done[done]) if done else None,
            _act(project, stack.acts[undone], stack.undone[undone]) if undone else None,
        )


def _act(project: Project, act: str, sequences: Iterable[int]) -> ProjectAct:
    if act == IMPORT:
        return import_act(project, sequences)
    return rows_act(project, act, max(sequences))


def rows_act(project: Project, act: str, sequence: int) -> RowsAct:
    """Return the act whose row has that sequence."""
    if act not in (ENTRY, SEND_BACK):
        return RowsAct(act, sequence, None)
    row = project.history.by_sequence(sequence)
    changes = project_act_from_json(row.done, row.inverse)
    if act == SEND_BACK:
        sent_back = sum(change.kind is Kind.LAYER for change in changes)
        return RowsAct(act, sequence, None, sent_back)
    return RowsAct(act, sequence, row.author if all(map(_only_adds, changes)) else None)


def _only_adds(change: ProjectChange) -> bool:
    """Tell whether a change makes an entry, or adds names to one, and does no more."""
    if not isinstance(change, RowChange) or change.kind is not Kind.ENTRY or change.after is None:
        return False
    if change.before is None:
        return True
    known, names = (
        json.loads(str(row.get("aliases", "[]"))) for row in (change.before, change.after)
    )
    return set(change.after) == {"aliases"} and set(known) <= set(names)


def import_act(project: Project, sequences: Iterable[int]) -> ImportAct:
    """Return what the rows of those sequences put."""
    put = [project.history.put_by(sequence) for sequence in sequences]
    articles, layers, spans, times, by = zip(*put, strict=True)
    is_anyones = by[0] is None and not _is_led(project)
    return ImportAct(sum(articles), sum(layers), sum(spans), max(times), by[0], is_anyones)


def _is_led(project: Project) -> bool:
    return any(one.is_lead and not one.retired for one in project.authors.all())


def live_acts(project: Project, row: HistoryRow) -> set[int]:
    """Return the sequences of the acts that are live on the layer that ``row`` is on."""
    assert row.author is not None
    live: set[int] = set()
    undos: dict[int, int] = {}
    for other in project.history.of_stack(row.article_id, row.author):
        if other.undoes is None:
            live.add(other.sequence)
        elif other.undoes in undos:
            live.add(undos[other.undoes])
        else:
            undos[other.sequence] = other.undoes
            live.discard(other.undoes)
    return live
