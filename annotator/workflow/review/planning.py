"""What is to be written for many articles is worked out before the file is held.

Other programs go on writing meanwhile; what they have changed by then is worked out again, and
what is written was so the moment before.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias, TypeVar

from annotator.core.progress import Progress, Quiet
from annotator.store.project import Project
from annotator.workflow.acts.entry_names import names_of
from annotator.workflow.people.authors import refuse_unless_lead
from annotator.workflow.people.counting import counting
from annotator.workflow.review.costs import is_little
from annotator.workflow.review.settling import article_states

Outcome = TypeVar("Outcome")
Planner: TypeAlias = Callable[[Sequence[str], Progress], Iterator[tuple[str, Outcome]]]
"""Yields for each article what is to become of it."""
_QUIET = Quiet()


@contextmanager
def planned(
    project: Project,
    lead: str,
    article_ids: Collection[str],
    plan: Planner[Outcome],
    progress: Progress,
    places: int = 0,
) -> Iterator[dict[str, Outcome]]:
    """Yield the plans of articles, in a transaction in which they hold.

    What is little, with so many ``places`` to be decided, is worked out within.

    Raises:
        RefusedAct: if ``lead`` is none.
        Cancelled: if ``progress`` says so; nothing was changed.
    """
    plans: dict[str, Outcome] = {}
    known: _Footing | None = None
    if not is_little(project, article_ids, places):
        with project.reading():
            refuse_unless_lead(project, lead)
            known = _Footing(project, article_ids)
            plans = dict(plan(list(article_ids), progress))
    with project.writing():
        refuse_unless_lead(project, lead)
        changed = list(article_ids) if known is None else known.changed()
        for one in changed:  # of an article that is gone nothing is planned
            plans.pop(one, None)
        plans |= dict(plan(changed, _QUIET))
        yield plans


class _Footing:
    """What plans for articles followed from when they were made."""

    def __init__(self, project: Project, article_ids: Collection[str]) -> None:
        self._project = project
        self._article_ids = article_ids
        self._version = project.seen_version()
        self._of_all, self._of_each = self._now()

    def changed(self) -> list[str]:
        """Return the articles for which it is not as it was."""
        if self._project.seen_version() == self._version:
            return []
        of_all, of_each = self._now()
        return [
            one
            for one in self._article_ids
            if of_all != self._of_all or of_each.get(one) != self._of_each.get(one)
        ]

    def _now(self) -> tuple[object, dict[str, object]]:
        project, ids = self._project, self._article_ids
        states = article_states(project, counting(project), ids)
        of_all = tuple(project.labels.load()), names_of(project).version
        return of_all, {
            one: (day, states.get(one)) for one, day in project.articles.days(ids).items()
        }
