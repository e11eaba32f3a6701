"""Conflicts decided in one lot: one act, one undo, and what could not be decided is told."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from annotator.core.decisions import Decision
from annotator.core.errors import AnnotatorError
from annotator.core.progress import Progress, Quiet
from annotator.store.project import Project
from annotator.workflow.review.deciding import (
    DECIDE_ALL,
    Ruling,
    let_stand,
    not_open,
    not_open_in,
    refuse_unstorable,
    ruled,
)
from annotator.workflow.review.lots import Asked, Lot
from annotator.workflow.review.planning import planned
from annotator.workflow.review.settling import Derived, OpenConflict, derived, review_of

_QUIET = Quiet()
Rules: TypeAlias = Callable[[OpenConflict], Ruling | None]
Wishes: TypeAlias = Mapping[str, Sequence[tuple[str, Rules]]]
"""By article, what is wished for which conflict, by its id."""


@dataclass(slots=True)
class DecisionReport:
    """What became of some rulings."""

    done: list[str] = field(default_factory=list)
    """The ids of the conflicts that are decided; of articles, if it was about their layers."""
    refused: list[tuple[str, AnnotatorError]] = field(default_factory=list)
    """The ids of those that could not be decided so, and why."""

    @property
    def decided(self) -> int:
        """How many are decided."""
        return len(self.done)


@dataclass(slots=True)
class _Plan:
    """What is to become of some conflicts of one article."""

    decisions: dict[str, Decision] = field(default_factory=dict)
    """By the ids of the conflicts."""
    rests: set[str] = field(default_factory=set)
    refused: list[tuple[str, AnnotatorError]] = field(default_factory=list)


def rulings_of(lot: Lot, found: Iterable[OpenConflict]) -> list[tuple[OpenConflict, Ruling]]:
    """Return the conflicts that belong to a lot, each with what is ruled of it."""
    told = ((one, lot.ruling(one)) for one in found)
    return [(one, ruling) for one, ruling in told if ruling is not None]


def rule_all(
    project: Project,
    lead: str,
    rulings: Sequence[tuple[OpenConflict, Ruling]],
    progress: Progress = _QUIET,
) -> DecisionReport:
    """Decide several conflicts in one act; those that cannot be decided so are told.

    Raises:
        RefusedAct: if ``lead`` is none.
    """
    wishes: dict[str, list[tuple[str, Rules]]] = defaultdict(list)
    for there, ruling in rulings:
        wishes[there.article_id].append((there.conflict.id, _always(ruling)))
    return _decide(project, lead, wishes, progress)


def decide_lot(
    project: Project,
    lead: str,
    lot: Lot,
    asked: Sequence[Asked],
    reason: str = "",
    progress: Progress = _QUIET,
) -> DecisionReport:
    """Decide the conflicts ``asked`` about as ``lot`` rules, in one act; see ``rule_all``.

    A ``reason`` takes the place of the one that the lot has.
    """
    refuse_unstorable(reason)

    def rules(there: OpenConflict) -> Ruling | None:
        ruling = lot.ruling(there)
        return replace(ruling, reason=reason) if ruling and reason else ruling

    wishes: dict[str, list[tuple[str, Rules]]] = defaultdict(list)
    for article_id, conflict_id in asked:
        wishes[article_id].append((conflict_id, rules))
    return _decide(project, lead, wishes, progress)


def _always(ruling: Ruling) -> Rules:
    return lambda _: ruling


def _decide(project: Project, lead: str, wishes: Wishes, progress: Progress) -> DecisionReport:
    def plan(article_ids: Sequence[str], progress: Progress) -> Iterator[tuple[str, _Plan]]:
        return _planned(project, lead, wishes, article_ids, progress)

    count = sum(map(len, wishes.values()))
    with planned(project, lead, wishes, plan, progress, count) as plans:
        decisions = {key: one for made in plans.values() for key, one in made.decisions.items()}
        rests = {rested for made in plans.values() for rested in made.rests}
        let_stand(project, lead, DECIDE_ALL, list(decisions.values()), rests, progress)
    refused = [one for made in plans.values() for one in made.refused]
    return DecisionReport(list(decisions), refused)


def _planned(
    project: Project, lead: str, wishes: Wishes, article_ids: Sequence[str], progress: Progress
) -> Iterator[tuple[str, _Plan]]:
    """Yield what is to become of each article, also of those that are gone."""
    labels = project.labels.load()
    gone = set(article_ids)
    for done, one in enumerate(derived(project, article_ids), start=1):
        gone.remove(one.article.id)
        found = review_of(one.article, one.state, labels).conflicts
        yield one.article.id, _plan(project, lead, one, found, wishes[one.article.id])
        progress.advance(done, len(article_ids))
    for article_id in gone:
        article = project.articles.by_id(article_id)
        yield (
            article_id,
            _Plan(
                refused=[
                    (one, not_open_in(article.name) if article else not_open(one))
                    for one, _ in wishes[article_id]
                ]
            ),
        )


def _plan(
    project: Project,
    lead: str,
    one: Derived,
    found: Iterable[OpenConflict],
    wishes: Sequence[tuple[str, Rules]],
) -> _Plan:
    plan = _Plan()
    still_open = {there.conflict.id: there for there in found}
    for conflict_id, rules in wishes:
        # What is decided twice in one lot would stand twice.
        there = still_open.get(conflict_id)
        ruling = rules(there) if there is not None else None
        if there is None or ruling is None:
            plan.refused.append((conflict_id, not_open_in(one.article.name)))
            continue
        try:
            decision, rests = ruled(project, lead, one, there.conflict, ruling)
        except AnnotatorError as error:
            plan.refused.append((conflict_id, error))
        else:
            del still_open[conflict_id]
            plan.decisions[conflict_id] = decision
            plan.rests |= rests
    return plan
