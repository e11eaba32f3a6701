"""The undo stacks that follow from the rows of the history.

An act is live if no live row undoes it.  A row that undoes an act takes it back; a row that
undoes such a row does the act again.

An import stands on the stack of the project.  Where it changed a layer that was there, a row of it
stands with the acts on that layer too: it is never offered there, but it is a later act.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.core.edits import Change

IMPORT = "import"
"""The act of an import, and of what takes it back or does it again."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One act on one article (or on the project), as the file remembers it."""

    sequence: int
    group: str
    """Rows of one group are one act of the user."""
    author: str | None
    article_id: str | None
    act: str
    done: str = field(repr=False)
    """What was done, as JSON."""
    inverse: str = field(repr=False)
    """What takes it back, as JSON."""
    at: str = ""
    undoes: int | None = None
    is_decision: bool = False
    """Whether it stands on the stack of its lead's decisions, and not on the project's."""

    @property
    def change(self) -> Change:
        """What the row did to a layer."""
        return Change.from_history(self.act, self.done, self.inverse)


@dataclass(frozen=True, slots=True)
class UndoStack:
    """The live acts of one stack, oldest first, and those that can be done again, next last."""

    done: tuple[HistoryRow, ...]
    undone: tuple[HistoryRow, ...]
    """Rows of the acts; ``taken_back_by`` has the rows that took them back."""
    taken_back_by: dict[int, HistoryRow]
    imports: tuple[int, ...] = ()
    """Sequences of the rows that made imports live, the last time each."""

    def has_later(self, sequence: int) -> bool:
        """Tell whether a live act, or an import, came after that of ``sequence``."""
        return any(act.sequence > sequence for act in self.done) or any(
            made > sequence for made in self.imports
        )


def undo_stack(rows: Iterable[HistoryRow]) -> UndoStack:
    """Return the stack that ``rows`` of one author and article make, given in their sequence."""
    acts: dict[int, HistoryRow] = {}
    undos: dict[int, int] = {}
    done: dict[int, HistoryRow] = {}
    undone: dict[int, HistoryRow] = {}
    taken_back_by: dict[int, HistoryRow] = {}
    imports: dict[int, int] = {}
    for row in rows:
        if row.act == IMPORT:
            _follow_import(row, imports, undos)
            if row.undoes is None:
                undone.clear()
                taken_back_by.clear()
        elif row.undoes is None:
            acts[row.sequence] = done[row.sequence] = row
            undone.clear()
            taken_back_by.clear()
        elif row.undoes in acts:
            undone[row.undoes] = done.pop(row.undoes)
            undos[row.sequence] = row.undoes
            taken_back_by[row.undoes] = row
        else:
            act = undos[row.undoes]
            undone.pop(act, None)
            taken_back_by.pop(act, None)
            done[act] = acts[act]
    return UndoStack(
        tuple(done.values()), tuple(undone.values()), taken_back_by, tuple(imports.values())
    )


def _follow_import(row: HistoryRow, imports: dict[int, int], undos: dict[int, int]) -> None:
    if row.undoes is None:
        imports[row.sequence] = row.sequence
    elif row.undoes in imports:
        del imports[row.undoes]
        undos[row.sequence] = row.undoes
    elif row.undoes in undos:
        imports[undos[row.undoes]] = row.sequence
