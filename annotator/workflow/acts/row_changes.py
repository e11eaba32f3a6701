"""Rows beside the layers are changed here, with all that follows from them.

Acts on an article and acts on the project both come this way, and so do undo and redo.  What a
removed article holds stands in the trash alone, never in the history: it may be long, and whoever
empties the trash means it.  Of a merge of labels in the trash the history tells what it changed.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeGuard

from annotator.arabic import ARABIC
from annotator.core.progress import Progress, Quiet
from annotator.core.rows import Kind, ProjectChange, RowChange
from annotator.core.values import kind_of, value_from_json
from annotator.store.project import Project
from annotator.store.records import RowsCollide
from annotator.workflow.acts.packing import pack, unpack

_QUIET = Quiet()


def make_rows(
    project: Project, changes: Iterable[ProjectChange], progress: Progress = _QUIET
) -> None:
    """Let rows be as they are after ``changes``; the search knows the titles that change.

    The trash is laid open already where something in it changes, a label goes, or its values are
    of another kind.

    Raises:
        RefusedAct: if an article cannot be taken out of the trash.
        ProjectError: if it cannot be read there.
        RowsCollide: if a row cannot be there.
    """
    told = list(changes)
    trash = [change for change in told if _is_of(change, Kind.TRASH)]
    for moved in trash:
        _move(project, moved)
    project.records.make([change for change in told if change not in trash], progress)
    for change in told:
        if _is_of(change, Kind.LABEL):
            _refuse_misfits(project, change)
    for change in told:
        if _is_of(change, Kind.ARTICLE):
            _retitle(project, change)


def _refuse_misfits(project: Project, label: RowChange) -> None:
    """Refuse what nothing in the file itself forbids: values and removed spans that do not fit."""
    if label.after is None:
        # For a redirect's sake what the file forbids by itself may be put off until the end.
        spans = any(labelled.keys(label.key) for labelled in project.labelled.values())
        others = any(
            project.records.where(kind, "label", label.key) for kind in (Kind.ENTRY, Kind.REFUSAL)
        )
        if spans or others or project.trashed.of_any([label.key]):
            raise RowsCollide(f"something says {label.key} still")
    elif label.before is not None and "value" in label.after:
        for labelled in project.labelled.values():
            for _, value, _ in labelled.values(label.key):
                if kind_of(value_from_json(json.loads(value))) != label.after["value"]:
                    raise RowsCollide(f"{label.key} has values of another kind")


def _is_of(change: ProjectChange, kind: Kind) -> TypeGuard[RowChange]:
    return isinstance(change, RowChange) and change.kind is kind


def _retitle(project: Project, change: RowChange) -> None:
    if change.after is not None and "title" in change.after:
        number = project.articles.number_of(change.key)
        if number is not None:
            project.search.retitle(number, ARABIC.fold(str(change.after["title"])))


def _move(project: Project, change: RowChange) -> None:
    """Move an article into the trash or out of it."""
    if change.after is None:
        row = project.records.read(Kind.TRASH, change.key, ["name", "content"])
        project.records.make([change])
        if row is not None:
            unpack(project, str(row["name"]), str(row["content"]))
        return
    article = project.articles.by_id(change.key)
    if article is not None:
        after = {**change.after, "content": pack(project, article)}
        project.records.make([replace(change, after=after)])
        project.articles.remove(change.key)
