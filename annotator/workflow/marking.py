"""One author at work on one article: edits, undo and redo, each one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.core.edits import Change, Edit, take_back
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.history import HistoryRow, UndoStack, undo_stack
from annotator.core.model import Article, Layer, new_id, now
from annotator.store.project import Project
from annotator.workflow.entries import Entries


@dataclass(frozen=True, slots=True)
class Marked:
    """A layer after an act on it, and what the act changed."""

    layer: Layer
    change: Change
    sequence: int
    """Where the act stands in the history; 0 if nothing came of it, or it is no act."""


def apply(project: Project, article: Article, layer: Layer, edit: Edit) -> Marked:
    """Do what ``edit`` asks, save it with its inverse, and return what changed.

    ``layer`` is what the user saw; if the file has moved on, the edit is made on what the file
    holds.  The change is saved whole or not at all; its cost follows the change.

    Raises:
        AnnotatorError: if the layer cannot take the edit, a label cannot have its value, the
            project has no such author, or the file cannot be written.
    """
    (marked,) = apply_to_many(project, [(article, layer, edit)])
    return marked


def apply_to_many(project: Project, edits: Iterable[tuple[Article, Layer, Edit]]) -> list[Marked]:
    """Do edits of several articles as one act of the user: all of them, or none; see ``apply``."""
    group = new_id()
    with project.writing():
        entries = Entries(project, project.labels.load())
        return [
            _applied(project, group, entries, article, layer, edit)
            for article, layer, edit in edits
        ]


def _applied(
    project: Project, group: str, entries: Entries, article: Article, layer: Layer, edit: Edit
) -> Marked:
    project.authors.get(layer.author)
    current = _current(project, layer)
    planned = edit.plan(current, article.text)
    change = replace(planned, put=tuple(map(entries.fitting, planned.put)))
    if change.is_empty:
        return Marked(current, change, 0)
    after = change.on(current)
    _save(project, after, change)
    entries.add(change.put)
    if not change.is_act:
        return Marked(after, change, 0)
    row = _row(group, current, change, undoes=None)
    return Marked(after, change, project.history.append(row))


def load_stack(project: Project, article_id: str, author: str) -> UndoStack:
    """Return what ``author`` can undo and redo on an article."""
    with project.reading():
        return _stack(project, article_id, author)


def undo(project: Project, layer: Layer) -> list[Marked]:
    """Take back the last live act on ``layer`` and return what changed, this layer first.

    An act over several articles is taken back in all of them, or in none.

    Raises:
        RefusedAct: if there is none, or spans have changed since; the articles are named.
    """
    with project.writing():
        stack = _stack(project, layer.article_id, layer.author)
        if not stack.done:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "There is nothing to undo."))
        return _take_back_group(project, layer, stack, stack.done[-1])


def redo(project: Project, layer: Layer) -> list[Marked]:
    """Do the act that was last undone on ``layer`` again; see ``undo``."""
    with project.writing():
        stack = _stack(project, layer.article_id, layer.author)
        if not stack.undone:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "There is nothing to redo."))
        act = stack.taken_back_by[stack.undone[-1].sequence]
        return _take_back_group(project, layer, stack, act)


def _stack(project: Project, article_id: str, author: str) -> UndoStack:
    """Return a stack whose acts can be redone unless something new was done where they stand."""
    stack = undo_stack(project.history.of_stack(article_id, author))
    offered = tuple(act for act in stack.undone if _is_offered(project, act))
    return replace(stack, undone=offered)


def _is_offered(project: Project, undone: HistoryRow) -> bool:
    for row in project.history.of_group(undone.group):
        if row.sequence != undone.sequence:
            assert row.article_id is not None
            assert row.author is not None
            rows = project.history.of_stack(row.article_id, row.author)
            if row.sequence not in undo_stack(rows).taken_back_by:
                return False
    return True


def _take_back_group(
    project: Project, layer: Layer, stack: UndoStack, act: HistoryRow
) -> list[Marked]:
    """Take back all rows of ``act``, which stands in the ``stack`` of ``layer``."""
    rows = sorted(
        project.history.of_group(act.group),
        key=lambda row: (row.article_id != layer.article_id, row.sequence),
    )
    group, marked, refusing = new_id(), [], []
    for row in rows:
        assert row.article_id is not None
        assert row.author is not None
        if row.article_id == layer.article_id:
            current, there = _current(project, layer), stack
        else:
            current = project.layers.load(row.article_id, row.author)
            there = undo_stack(project.history.of_stack(row.article_id, row.author))
        change = take_back(current, row.change, keep_state=there.has_later(row.sequence))
        if change is None or not all(map(project.records.is_as, change.rows)):
            refusing.append(row.article_id)
            continue
        after = change.on(current)
        _save(project, after, change)
        sequence = project.history.append(_row(group, current, change, undoes=row.sequence))
        marked.append(Marked(after, change, sequence))
    if refusing:
        raise _changed_since(project, refusing)
    return marked


def _changed_since(project: Project, article_ids: list[str]) -> RefusedAct:
    articles = [project.articles.by_id(article_id) for article_id in article_ids]
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "It cannot be taken back: what it changed has been changed since, in {articles}."
            " Nothing was changed.",
        ),
        articles=", ".join(article.name for article in articles if article),
    )


def _save(project: Project, after: Layer, change: Change) -> None:
    if change.touches_layer:
        project.layers.save(after, change)
    project.records.make(change.rows)


def _current(project: Project, seen: Layer) -> Layer:
    if project.layers.revision(seen.article_id, seen.author) == seen.revision:
        return seen
    return project.layers.load(seen.article_id, seen.author)


def _row(group: str, layer: Layer, change: Change, *, undoes: int | None) -> HistoryRow:
    return HistoryRow(
        sequence=0,
        group=group,
        author=layer.author,
        article_id=layer.article_id,
        act=change.act,
        done=change.done_json(),
        inverse=change.inverse_json(),
        at=now(),
        undoes=undoes,
    )
