"""One author at work on one article: edits, undo and redo, each one transaction."""

from dataclasses import dataclass

from annotator.core.edits import Change, Edit, take_back
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.history import HistoryRow, UndoStack, undo_stack
from annotator.core.model import Article, Layer, new_id, now
from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Marked:
    """A layer after an act on it, and what the act changed."""

    layer: Layer
    change: Change
    sequence: int
    """Where the act stands in the history; 0 if nothing came of it."""


def apply(project: Project, article: Article, layer: Layer, edit: Edit) -> Marked:
    """Do what ``edit`` asks, save it with its inverse, and return what changed.

    ``layer`` is what the user saw; if the file has moved on, the edit is made on what the file
    holds.  The change is saved whole or not at all; its cost follows the change.

    Raises:
        AnnotatorError: if the layer cannot take the edit, or the file cannot be written.
    """
    with project.writing():
        current = _current(project, layer)
        change = edit.plan(current, article.text)
        if change.is_empty:
            return Marked(current, change, 0)
        after = change.on(current)
        project.layers.save(after, change)
        row = _row(new_id(), current, change, undoes=None)
        return Marked(after, change, project.history.append(row))


def load_stack(project: Project, article_id: str, author: str) -> UndoStack:
    """Return what ``author`` can undo and redo on an article."""
    with project.reading():
        return undo_stack(project.history.of_stack(article_id, author))


def undo(project: Project, layer: Layer) -> list[Marked]:
    """Take back the last live act on ``layer`` and return what changed, this layer first.

    An act over several articles is taken back in all of them, or in none.

    Raises:
        RefusedAct: if there is none, or spans have changed since; the articles are named.
    """
    with project.writing():
        stack = undo_stack(project.history.of_stack(layer.article_id, layer.author))
        if not stack.done:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "There is nothing to undo."))
        return _take_back_group(project, layer, stack.done[-1])


def redo(project: Project, layer: Layer) -> list[Marked]:
    """Do the act that was last undone on ``layer`` again; see ``undo``."""
    with project.writing():
        stack = undo_stack(project.history.of_stack(layer.article_id, layer.author))
        if not stack.undone:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "There is nothing to redo."))
        return _take_back_group(project, layer, stack.taken_back_by[stack.undone[-1].sequence])


def _take_back_group(project: Project, layer: Layer, act: HistoryRow) -> list[Marked]:
    rows = sorted(
        project.history.of_group(act.group),
        key=lambda row: (row.article_id != layer.article_id, row.sequence),
    )
    group, marked, refusing = new_id(), [], []
    for row in rows:
        assert row.article_id is not None and row.author is not None
        current = project.layers.load(row.article_id, row.author)
        later = any(
            other.sequence > row.sequence
            for other in undo_stack(project.history.of_stack(row.article_id, row.author)).done
        )
        change = take_back(current, row.change, keep_state=later)
        if change is None:
            refusing.append(row.article_id)
            continue
        after = change.on(current)
        project.layers.save(after, change)
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
            "It cannot be taken back: its spans have been changed since, in {articles}."
            " Nothing was changed.",
        ),
        articles=", ".join(article.name for article in articles if article),
    )


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
