"""What was decided before of conflicts like one at hand, and what can be decided in bulk."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.arabic import ARABIC
from annotator.core.causes import Cause
from annotator.core.decisions import Choice, Decision, outcome_of
from annotator.core.errors import RefusedAct
from annotator.core.model import Status
from annotator.core.precedents import RULES, Pattern, decided_pattern, option_like, pattern_of
from annotator.store.project import Project
from annotator.workflow.registry import current_entries
from annotator.workflow.review import OwnSpan, Ruling
from annotator.workflow.settling import OpenConflict


@dataclass(frozen=True, slots=True)
class Precedent:
    """How a conflict like the one at hand was decided, as a ruling on this one."""

    decision: Decision
    ruling: Ruling
    times: int
    """How often conflicts like it were decided so."""


class Precedents:
    """The decisions of a project, by what they decided; derived once, for as long as it is used."""

    def __init__(self, project: Project) -> None:
        self._by_pattern: dict[Pattern, list[Decision]] = defaultdict(list)
        with project.reading():
            entries = current_entries(project)
            finished: dict[str, set[str]] = defaultdict(set)
            for article_id, author, _, status in project.layers.states():
                if status is Status.FINISHED:
                    finished[article_id].add(author)
            for decision in project.decisions.all():
                if decision.judged:
                    told = entries.decision(decision)
                    authors = finished[decision.article_id]
                    self._by_pattern[decided_pattern(told, authors, ARABIC.fold)].append(told)

    def of(self, there: OpenConflict) -> list[Precedent]:
        """Return how conflicts like ``there`` were decided, what was decided most often first."""
        found: dict[Ruling, list[Decision]] = defaultdict(list)
        for decision in self._by_pattern.get(pattern_of(there.conflict, ARABIC.fold), ()):
            ruling = _carried_over(decision, there)
            if ruling is not None:
                found[ruling].append(decision)
        lot = [Precedent(same[-1], ruling, len(same)) for ruling, same in found.items()]
        return sorted(lot, key=lambda one: (-one.times, one.decision.at))


def _carried_over(decision: Decision, there: OpenConflict) -> Ruling | None:
    """Return the ruling on ``there`` that puts what ``decision`` put elsewhere; if one can."""
    conflict = there.conflict
    option = option_like(conflict, decision.outcome, ARABIC.fold)
    if option is not None:
        return Ruling(Choice.OPTION, author=option.authors[0], reason=decision.reason)
    if not decision.outcome:
        return Ruling(Choice.NONE, reason=decision.reason)
    spans = []
    for put in decision.outcome:
        if there.quote.count(put.quote) != 1:
            return None
        start = conflict.start + there.quote.index(put.quote)
        value = put.value if put.is_confirmed else None
        spans.append(OwnSpan(start, start + len(put.quote), put.label, value))
    return Ruling(Choice.SPANS, spans=tuple(spans), reason=decision.reason)


def alike(there: OpenConflict, found: Iterable[OpenConflict]) -> list[OpenConflict]:
    """Return the conflicts among ``found`` that are like ``there``, itself left out."""
    wanted = pattern_of(there.conflict, ARABIC.fold)
    return [
        one
        for one in found
        if one.conflict.id != there.conflict.id and pattern_of(one.conflict, ARABIC.fold) == wanted
    ]


def again(
    project: Project, decision: Decision, found: Iterable[OpenConflict]
) -> list[tuple[OpenConflict, Ruling]]:
    """Return the open conflicts that ``decision`` can settle too, with the ruling that does."""
    with project.reading():
        told = current_entries(project).decision(decision)
        finished = [
            layer.author
            for layer in project.layers.of_article(decision.article_id)
            if layer.status is Status.FINISHED
        ]
    wanted = decided_pattern(told, finished, ARABIC.fold)
    lot = []
    for one in found:
        if pattern_of(one.conflict, ARABIC.fold) == wanted:
            ruling = _carried_over(told, one)
            if ruling is not None:
                lot.append((one, ruling))
    return lot


def by_the_rules(
    found: Iterable[OpenConflict], causes: Iterable[Cause] = tuple(RULES)
) -> list[tuple[OpenConflict, Ruling]]:
    """Return a ruling for each conflict of those causes that the guidelines settle by a rule."""
    wanted = set(causes)
    return [
        (one, Ruling(RULES[one.cause]))
        for one in found
        if one.cause in wanted and one.cause in RULES and _fits(one, RULES[one.cause])
    ]


def _fits(there: OpenConflict, choice: Choice) -> bool:
    conflict = there.conflict
    try:
        outcome_of(conflict, choice, " " * conflict.start + there.quote)
    except RefusedAct:
        return False
    return True
