"""Acts on the project other than imports: each changes rows, is one act, and can be taken back.

Labels, entries, and whatever else is no layer is changed here, and only here; what an act changed
stands in the history, and is the stack that ``undo`` and ``redo`` go through.  Who is no lead
goes through what they added themselves.
"""

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import replace

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.history import IMPORT, HistoryRow
from annotator.core.model import Status, new_id, now
from annotator.core.progress import Progress, Quiet
from annotator.core.rows import (
    Kind,
    ProjectChange,
    Row,
    RowChange,
    project_act_from_json,
    project_act_to_json,
)
from annotator.store.project import Project
from annotator.store.records import RowsCollide, cells_of
from annotator.workflow.acts.project_stack import RowsAct, project_stack, rows_act
from annotator.workflow.acts.row_changes import make_rows
from annotator.workflow.acts.values import rows_back, with_proposals

_QUIET = Quiet()


def do(
    project: Project,
    author: str,
    act: str,
    changes: Iterable[ProjectChange],
    progress: Progress = _QUIET,
    *,
    is_decision: bool = False,
) -> RowsAct | None:
    """Change rows as one act of ``author``; return it, or ``None`` if nothing changes.

    ``changes`` tell rows as they are now: make them inside the same ``project.writing()``.  A
    decision stands on the stack of the decisions of ``author``, all else on the project's.

    Raises:
        UnknownName: if the project has no such author.
        ProjectError: if the file cannot be written.
    """
    changed = [change for change in changes if not change.is_empty]
    if not changed:
        return None
    with project.writing():
        project.authors.get(author)
        told = with_proposals(project, changed)
        make_rows(project, told, progress)
        row = HistoryRow(
            sequence=0,
            group=new_id(),
            author=author,
            article_id=None,
            act=act,
            done=project_act_to_json(told, after=True),
            inverse=project_act_to_json(told, after=False),
            at=now(),
            is_decision=is_decision,
        )
        return rows_act(project, act, project.history.append(row))


def undo(
    project: Project, author: str, progress: Progress = _QUIET, *, of_decisions: bool = False
) -> RowsAct:
    """Take the last act on the project back, whole, as ``author`` wishes.

    With ``of_decisions`` it is the last one on the stack of the decisions of ``author`` instead.

    Raises:
        RefusedAct: if there is none, it is an import or a lead's, or a row has been changed since.
        UnknownName: if the project has no such author.
    """
    with project.writing():
        stack = project_stack(project, author if of_decisions else None)
        group = stack.last_done()
        if group is None:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "There is nothing to undo."))
        _refuse_import(stack.acts[group])
        (sequence,) = stack.done[group]
        act = _open_act(project, author, stack.acts[group], sequence)
        _reverse(project, author, project.history.by_sequence(sequence), progress)
        return act


def redo(
    project: Project, author: str, progress: Progress = _QUIET, *, of_decisions: bool = False
) -> RowsAct:
    """Do the act again that was last taken back; see ``undo``."""
    with project.writing():
        stack = project_stack(project, author if of_decisions else None)
        group = stack.last_undone()
        if group is None:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "There is nothing to redo."))
        _refuse_import(stack.acts[group])
        ((sequence, undoing),) = stack.undone[group].items()
        act = _open_act(project, author, stack.acts[group], sequence)
        _reverse(project, author, project.history.by_sequence(undoing), progress)
        return act


def _refuse_import(act: str) -> None:
    """Refuse an act that takes its own way, and has a row for each of its batches."""
    if act == IMPORT:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "The last act on the project was an import. Take it back with “Undo the last"
                " import” in the File menu first.",
            )
        )


def _open_act(project: Project, author: str, act: str, sequence: int) -> RowsAct:
    """Return the act of that sequence if ``author`` may take it back and do it again."""
    found = rows_act(project, act, sequence)
    if not found.is_open_to(project.authors.get(author)):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "Only a lead can undo or redo this: you can take back the names and entries that"
                " you added yourself, before anything else is done in the project. Ask a lead.",
            )
        )
    return found


def _reverse(project: Project, author: str, row: HistoryRow, progress: Progress) -> None:
    """Let all rows be as they were before the act that ``row`` tells of."""
    whole = [change.reversed() for change in project_act_from_json(row.done, row.inverse)]
    authors = [one for one in whole if isinstance(one, RowChange) and one.kind is Kind.AUTHOR]
    told = [one for one in whole if one not in authors]
    come = [one for one in authors if one.after is not None and project.records.is_as(one)]
    with project.trashed.laid_open() if any(map(_reaches_trash, told)) else nullcontext():
        changes = rows_back(project, project.trashed.still_there(told))
        if changes is None or any(_takes_work(project, change) for change in changes):
            raise _changed_since()
        _refuse_to_count_tests(project, changes)
        _refuse_if_meant(project, changes)
        try:
            make_rows(project, [*come, *changes], progress)
        except RowsCollide as error:
            raise _changed_since() from error
    # Whoever was added and has been used since stays: it is no reason to leave the rest.
    gone = [
        one
        for one in authors
        if one.after is None and project.records.is_as(one) and not project.authors.is_used(one.key)
    ]
    make_rows(project, gone)
    made = [*come, *changes, *gone]
    project.history.append(
        replace(
            row,
            group=new_id(),
            author=author,
            done=project_act_to_json(made, after=True),
            inverse=project_act_to_json(made, after=False),
            at=now(),
            undoes=row.sequence,
        )
    )


def _takes_work(project: Project, change: ProjectChange) -> bool:
    """Tell whether a layer would go whose author has gone on with it."""
    if not isinstance(change, RowChange) or change.kind is not Kind.LAYER or change.after:
        return False
    article_id, author = cells_of(change.key)
    return next(project.history.of_stack(article_id, author), None) is not None


def _refuse_to_count_tests(project: Project, changes: Iterable[ProjectChange]) -> None:
    """Refuse to let what was drawn as a test count as a layer like any other, or work as a test."""
    told = [change for change in changes if isinstance(change, RowChange)]
    # What was drawn as a test goes with it, as when a merge is taken back.
    back = {change.key for change in told if change.kind is Kind.LAYER}
    for change in told:
        if change.kind is not Kind.QUALIFICATION or change.key in back:
            continue
        article_id, author = cells_of(change.key)
        is_there = project.articles.number_of(article_id) is not None
        has_begun = _has_begun(project, article_id, author, change.before or change.after or {})
        # In the trash it may be begun.
        if change.after is None and (has_begun or not is_there):
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "It cannot be taken back: “{author}” has begun the test. End the test instead;"
                    " nothing was changed.",
                ),
                author=author,
            )
        if change.before is None and has_begun:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{author}” has worked on an article by now that would be a test again. Nothing"
                    " was changed.",
                ),
                author=author,
            )


def _has_begun(project: Project, article_id: str, author: str, test: Row) -> bool:
    """Tell whether an author has begun a test, or finished one that has ended."""
    if test.get("ended"):
        return project.layers.load(article_id, author).status is Status.FINISHED
    return bool(project.layers.revision(article_id, author))


def _reaches_trash(change: ProjectChange) -> bool:
    """Tell whether a change is one in the trash, or of a label that may be said there."""
    if change.kind is Kind.LABEL:
        return change.after is None or "value" in change.after
    return change.kind in (Kind.TRASHED_SPAN, Kind.TRASHED_REFUSAL)


def _changed_since() -> RefusedAct:
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "It cannot be taken back: what it changed has been changed again since. Nothing was"
            " changed.",
        )
    )


def _refuse_if_meant(project: Project, changes: Iterable[ProjectChange]) -> None:
    """Refuse to let an entry go that spans mean by now."""
    for change in changes:
        if not isinstance(change, RowChange) or change.kind is not Kind.ENTRY:
            continue
        if change.before and change.after is None and project.registry.is_meant(change.key):
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "It cannot be taken back: spans mean the entry “{name}” by now. Nothing was"
                    " changed.",
                ),
                name=change.before["name"],
            )
