"""An act over the layers of many articles: planned while others may write, then saved at once.

Planning reads articles and layers and takes nearly all the time; the transaction only writes.
A layer that has changed in between is planned for again inside it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from annotator.core.edits import Change
from annotator.core.history import HistoryRow
from annotator.core.model import Layer, now
from annotator.store.project import Project
from annotator.workflow.acts.row_changes import make_rows


@dataclass(frozen=True, slots=True)
class Step:
    """What an act does to one layer; there is one for each article."""

    revision: int
    """That of the layer on which it was planned."""
    after: Layer
    """The layer after it."""
    change: Change
    row: HistoryRow

    def without_spans(self) -> "Step":
        """Return what saving needs: all spans of 10,000 layers would fill the memory."""
        return replace(self, after=replace(self.after, spans=()))


def step_on(layer: Layer, change: Change, group: str, *, undoes: int | None = None) -> Step:
    """Return the step that ``change`` is on ``layer``, within the act ``group``."""
    return Step(
        layer.revision, change.on(layer), change, history_row(group, layer, change, undoes=undoes)
    )


def history_row(group: str, layer: Layer, change: Change, *, undoes: int | None) -> HistoryRow:
    """Return what the history is to tell of ``change``; it has no sequence yet."""
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


def still_right(
    project: Project, author: str, steps: Sequence[Step], plan: Callable[[Step], Step | None]
) -> list[Step]:
    """Return the steps as they can be saved inside this transaction.

    What was planned on a layer that has changed since is planned again; articles that are gone
    are left out.
    """
    revisions = project.layers.revisions_of(author, [step.after.article_id for step in steps])
    right: list[Step] = []
    for step in steps:
        revision = revisions.get(step.after.article_id)
        again = step if revision == step.revision else None
        if again is None and revision is not None:
            again = plan(step)
        if again is not None:
            right.append(again)
    return right


def save_steps(project: Project, steps: Sequence[Step]) -> range:
    """Store what the steps change and return their sequences in the history."""
    project.layers.save_all([(s.after, s.change) for s in steps if s.change.touches_layer])
    for step in steps:
        make_rows(project, step.change.rows)
    return project.history.append_all([step.row for step in steps])
