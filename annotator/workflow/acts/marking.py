"""One author at work on one article: edits, undo and redo, each one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.core.edits import Change, Edit
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.history import HistoryRow, UndoStack, undo_stack
from annotator.core.model import Article, Layer, new_id
from annotator.core.progress import Progress, Quiet
from annotator.core.rows import Kind, RowChange
from annotator.core.undoing import take_back
from annotator.store.project import Project
from annotator.store.records import key_of
from annotator.workflow.acts.closed_tests import refuse_in_closed_test
from annotator.workflow.acts.entries import Entries
from annotator.workflow.acts.naming import names_of
from annotator.workflow.acts.row_changes import make_rows
from annotator.workflow.acts.span_acts import Moves, as_done_now
from annotator.workflow.acts.steps import Step, history_row, save_steps, step_on, still_right
from annotator.workflow.acts.values import Proposals, rows_back, with_proposals


@dataclass(frozen=True, slots=True)
class Marked:
    """A layer after an act on it, and what the act changed."""

    layer: Layer
    change: Change
    sequence: int
    """Where the act stands in the history; 0 if nothing came of it, or it is no act."""
    found: int
    """The revision of the layer that the act was done on."""


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
        labels = project.labels.load()
        values = Entries(project, labels), Proposals(project, labels)
        return [
            _applied(project, group, *values, article, layer, edit)
            for article, layer, edit in edits
        ]


def _applied(
    project: Project,
    group: str,
    entries: Entries,
    proposals: Proposals,
    article: Article,
    layer: Layer,
    edit: Edit,
) -> Marked:
    project.authors.get(layer.author)
    current = _current(project, layer)
    planned = proposals.complete(article, edit.plan(current, article.text))
    change = replace(
        planned,
        put=tuple(map(entries.fitting, planned.put)),
        rows=with_proposals(project, _still_new(project, current, planned)),
    )
    if change.is_empty:
        return Marked(current, change, 0, current.revision)
    if change.is_act:
        refuse_in_closed_test(project, current, change)
    after = _saved(project, change.on(current), change)
    entries.add(change.put)
    project.refusals.forget(layer.author, ((layer.article_id, *span.place) for span in change.put))
    if not change.is_act:
        return Marked(after, change, 0, current.revision)
    row = history_row(group, current, change, undoes=None)
    return Marked(after, change, project.history.append(row), current.revision)


def _still_new(project: Project, layer: Layer, change: Change) -> tuple[RowChange, ...]:
    """Return the rows of ``change`` but what is refused already, be it in another window."""
    if not any(row.kind is Kind.REFUSAL for row in change.rows):
        return change.rows
    refused = {
        key_of(layer.author, layer.article_id, *place)
        for place in project.refusals.on(layer.author, layer.article_id)
    }
    return tuple(
        row for row in change.rows if row.kind is not Kind.REFUSAL or row.key not in refused
    )


def load_stack(project: Project, article_id: str, author: str) -> UndoStack:
    """Return what ``author`` can undo and redo on an article."""
    with project.reading():
        return _stack(project, article_id, author)


def undo(project: Project, layer: Layer, progress: Progress | None = None) -> list[Marked]:
    """Take back the last live act on ``layer`` and return what changed, this layer first.

    An act over several articles is taken back in all of them, or in none; the layers of the
    others are returned without their spans.

    Raises:
        RefusedAct: if there is none, or spans have changed since; the articles are named.
        Cancelled: if ``progress`` says so; nothing was changed.
    """
    with project.reading():
        stack = _stack(project, layer.article_id, layer.author)
        if not stack.done:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "There is nothing to undo."))
        taking_back = _TakingBack(project, layer, stack.done[-1].group)
        steps = taking_back.steps(progress or Quiet())
    return taking_back.saved(steps)


def redo(project: Project, layer: Layer, progress: Progress | None = None) -> list[Marked]:
    """Do the act that was last undone on ``layer`` again; see ``undo``."""
    with project.reading():
        stack = _stack(project, layer.article_id, layer.author)
        if not stack.undone:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "There is nothing to redo."))
        act = stack.taken_back_by[stack.undone[-1].sequence]
        taking_back = _TakingBack(project, layer, act.group)
        steps = taking_back.steps(progress or Quiet())
    return taking_back.saved(steps)


def refuse_unseen(project: Project, layer: Layer) -> None:
    """Refuse to undo or redo where the last act may be another than the user sees.

    Raises:
        RefusedAct: if ``layer`` has changed since.
    """
    if project.layers.revision(layer.article_id, layer.author) != layer.revision:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "Another program has changed the spans of this article meanwhile. Look at"
                " them, then undo or redo again.",
            )
        )


def articles_of_last(project: Project, layer: Layer, *, undone: bool) -> int:
    """Return over how many articles the act goes that is undone, or done again, next."""
    with project.reading():
        stack = _stack(project, layer.article_id, layer.author)
        acts = stack.undone if undone else stack.done
        return project.history.size_of_group(acts[-1].group) if acts else 0


def _stack(project: Project, article_id: str, author: str) -> UndoStack:
    """Return a stack whose acts can be redone unless something new was done where they stand."""
    stack = undo_stack(project.history.of_stack(article_id, author))
    offered = tuple(
        act
        for act in stack.undone
        if project.history.is_last_of_all(stack.taken_back_by[act.sequence].group)
    )
    return replace(stack, undone=offered)


class _TakingBack:
    """Takes back all rows of one group, which has one for each article."""

    def __init__(self, project: Project, at_hand: Layer, group: str) -> None:
        self._project = project
        self._at_hand = at_hand
        self._taken_back = group
        self._group = new_id()
        self._refusing: list[str] = []
        self._moves = Moves(project)
        self._labels = project.labels.load()

    def steps(self, progress: Progress) -> list[Step]:
        """Return what is to be done, first to the layer at hand."""
        self._labels = self._project.labels.load()
        later = self._project.history.with_later(self._taken_back)
        rows = sorted(
            self._project.history.of_group(self._taken_back),
            key=lambda row: (row.article_id != self._at_hand.article_id, row.sequence),
        )
        steps = []
        for done, row in enumerate(rows):
            progress.advance(done, len(rows))
            steps += self._step(row, may_have_later=row.sequence in later)
        self._refuse_if_any()
        return steps

    def saved(self, steps: list[Step]) -> list[Marked]:
        """Save the steps in one transaction, all of them or none."""
        author = self._at_hand.author
        with self._project.writing():
            if self._project.labels.load() != self._labels:  # a merge leaves some layers alone
                steps = self.steps(Quiet())
            right = still_right(self._project, author, steps, self._again)
            self._refusing += [
                step.after.article_id
                for step in right
                if not all(map(self._project.records.is_as, step.change.rows))
            ]
            if len(right) < len(steps):
                right_ids = {step.after.article_id for step in right}
                gone = (step.after.article_id for step in steps)
                self._refusing += [one for one in gone if one not in right_ids]
            self._refuse_if_any()
            sequences = save_steps(self._project, right)
            # The act that made an entry may have been taken back meanwhile.
            entries = Entries(self._project, self._project.labels.load())
            entries.add(span for step in right for span in step.change.put)
            return [
                Marked(
                    _left(self._project, step.after, step.change),
                    step.change,
                    sequence,
                    step.revision,
                )
                for step, sequence in zip(right, sequences, strict=True)
            ]

    def _again(self, step: Step) -> Step | None:
        assert step.row.undoes is not None
        row = self._project.history.by_sequence(step.row.undoes)
        return next(iter(self._step(row, may_have_later=True)), None)

    def _step(self, row: HistoryRow, *, may_have_later: bool) -> list[Step]:
        assert row.article_id is not None
        assert row.author is not None
        is_at_hand = row.article_id == self._at_hand.article_id
        if is_at_hand:
            layer = _current(self._project, self._at_hand)
        else:
            layer = self._project.layers.load(row.article_id, row.author)
        done = as_done_now(self._project, row, self._moves)
        keep_state = may_have_later and self._has_later(row)
        change = take_back(layer, done, keep_state=keep_state) if done else None
        rows = rows_back(self._project, self._with_those_there(change.rows)) if change else None
        if change is None or rows is None:
            self._refusing.append(row.article_id)
            return []
        change = replace(change, rows=rows)
        refuse_in_closed_test(self._project, layer, change)
        step = step_on(layer, change, self._group, undoes=row.sequence)
        return [step if is_at_hand else step.without_spans()]

    def _with_those_there(self, rows: Iterable[RowChange]) -> tuple[RowChange, ...]:
        """Return ``rows`` but refusals that are gone since their places were marked."""
        records = self._project.records
        return tuple(one for one in rows if one.kind is not Kind.REFUSAL or records.is_as(one))

    def _has_later(self, row: HistoryRow) -> bool:
        assert row.author is not None
        rows = self._project.history.of_stack(row.article_id, row.author)
        return undo_stack(rows).has_later(row.sequence)

    def _refuse_if_any(self) -> None:
        if self._refusing:
            raise _changed_since(self._project, self._refusing)


def _changed_since(project: Project, article_ids: Iterable[str]) -> RefusedAct:
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "It cannot be taken back: what it changed has been changed since, in {articles}."
            " Nothing was changed.",
        ),
        articles=names_of(project, article_ids),
    )


def _saved(project: Project, after: Layer, change: Change) -> Layer:
    """Store what ``change`` did; return the layer as the file has it then."""
    if change.touches_layer:
        project.layers.save(after, change)
    make_rows(project, change.rows)
    return _left(project, after, change)


def _left(project: Project, after: Layer, change: Change) -> Layer:
    """Return the layer after a change that was saved; rows of its spans may be among it."""
    if change.changes_rows_of_spans:
        return project.layers.load(after.article_id, after.author)
    return after


def _current(project: Project, seen: Layer) -> Layer:
    if project.layers.revision(seen.article_id, seen.author) == seen.revision:
        return seen
    return project.layers.load(seen.article_id, seen.author)
