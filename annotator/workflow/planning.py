"""What is to be written for many articles is worked out before the file is held.

Other programs go on writing meanwhile; what they have changed by then is worked out again, and
what is written was so the moment before.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias, TypeVar

from annotator.core.progress import Progress, Quiet
from annotator.store.project import Project
from annotator.workflow.costs import is_little
from annotator.workflow.people import refuse_unless_lead
from annotator.workflow.settling import Reviews

Plan = TypeVar("Plan")
Planner: TypeAlias = Callable[[Sequence[str], Progress], Iterator[tuple[str, Plan]]]
"""Yields for each article what is to become of it."""
_QUIET = Quiet()


@contextmanager
def planned(
    project: Project,
    lead: str,
    article_ids: Collection[str],
    plan: Planner[Plan],
    progress: Progress,
    places: int = 0,
) -> Iterator[dict[str, Plan]]:
    """Yield the plans of articles, in a transaction in which they hold.

    What is little, with so many ``places`` to be decided, is worked out within.

    Raises:
        RefusedAct: if ``lead`` is none.
        Cancelled: if ``progress`` says so; nothing was changed.
    """
    plans: dict[str, Plan] = {}
    seen: dict[str, str] = {}
    is_planned = not is_little(project, article_ids, places)
    if is_planned:
        with project.reading():
            refuse_unless_lead(project, lead)
            seen = _stamps(project)
            plans = dict(plan(list(article_ids), progress))
    with project.writing():
        refuse_unless_lead(project, lead)
        now = _stamps(project) if is_planned else {}
        changed = [one for one in article_ids if not is_planned or now.get(one) != seen.get(one)]
        for one in changed:  # of an article that is gone nothing is planned
            plans.pop(one, None)
        plans |= dict(plan(changed, _QUIET))
        yield plans


def _stamps(project: Project) -> dict[str, str]:
    stamps, _ = Reviews(project).since({})
    return stamps
