"""The imports that stand on the project's stack: those that are done and those taken back.

The rows of the history that are on no article are that stack.  An import is several of them, a
batch each, of one group.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.core.history import HistoryRow
from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class ImportAct:
    """An import that can be taken back or done again, and what it put."""

    articles: int
    layers: int
    spans: int
    """Spans added to layers that were there."""
    at: str
    """When its last batch was saved."""


@dataclass(frozen=True, slots=True)
class ImportStack:
    """Groups of imports, the last one last; in each, its batches."""

    done: dict[str, dict[int, None]]
    """By group the sequences of its live rows."""
    undone: dict[str, dict[int, int]]
    """By group the sequences of its rows, and of those that took them back."""


def import_stack(project: Project) -> ImportStack:
    """Return the imports as the history tells of them."""
    stack = ImportStack({}, {})
    group_of: dict[int, str] = {}
    act_of: dict[int, int] = {}
    for sequence, group, undoes in project.history.project_acts():
        if undoes is None:
            group_of[sequence] = group
            stack.done.setdefault(group, {})[sequence] = None
            stack.undone.clear()
        elif undoes in group_of:
            act_of[sequence] = undoes
            undone = group_of[undoes]
            stack.done.pop(undone, None)
            stack.undone.setdefault(undone, {})[undoes] = sequence
        else:
            act = act_of[undoes]
            stack.undone.pop(group_of[act], None)
            stack.done.setdefault(group_of[act], {})[act] = None
    return stack


def last_of(groups: Iterable[str]) -> str | None:
    """Return the group that is taken back, or done again, next."""
    return next(reversed(list(groups)), None)


def import_act(project: Project, sequences: Iterable[int]) -> ImportAct:
    """Return what the rows of those sequences put."""
    put = [project.history.put_by(sequence) for sequence in sequences]
    articles, layers, spans, times = zip(*put, strict=True)
    return ImportAct(sum(articles), sum(layers), sum(spans), max(times))


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
