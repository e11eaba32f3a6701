"""Gold overruled in many places at once, and places of which a lead says that they are right.

Each lot is one act on the stack of the lead's decisions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.conflicts import Place
from annotator.core.consistency import Refused
from annotator.core.decisions import Decision
from annotator.core.ground import Stretches
from annotator.core.model import Span, now
from annotator.core.overruling import overruled
from annotator.core.progress import Progress, Quiet
from annotator.core.rows import Kind, RowChange
from annotator.core.values import EntryValue, Value
from annotator.store.project import Project
from annotator.store.records import key_of
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.values import Proposals
from annotator.workflow.people.authors import refuse_unless_lead
from annotator.workflow.review.deciding import (
    DECIDE_ALL,
    OwnSpan,
    let_stand,
    own_spans,
    refuse_unstorable,
)
from annotator.workflow.review.planning import planned
from annotator.workflow.review.settling import Derived, derived

KEEP = "keep as it is"
"""The act of saying that places are right as they are."""
_QUIET = Quiet()


@dataclass(frozen=True, slots=True)
class Overruling:
    """What a lead wants in one place of an article."""

    article_id: str
    replaced: tuple[Place, ...] = ()
    """What stands there in gold and is to go."""
    put: tuple[Place, ...] = ()
    """What is to stand there instead."""
    was: Value = None
    """What is replaced means, as the lead sees it; ``None`` if that is not looked at."""
    value: Value = None
    """What is put means, as the lead says; else what it may mean is proposed."""


@dataclass(frozen=True, slots=True)
class Overruled:
    """What became of a lot."""

    decided: int
    passed_over: int
    """How many places were not as the lead had seen them any more."""


def overrule_all(
    project: Project,
    lead: str,
    wanted: Sequence[Overruling],
    reason: str = "",
    progress: Progress = _QUIET,
    *,
    gap: bool = False,
) -> Overruled:
    """Overrule gold in many places, in one act.

    A place in which gold has changed, or is open, by now is left as it is.

    Raises:
        RefusedAct: if ``lead`` is none, or a span cannot stand.
        Cancelled: if ``progress`` says so; nothing was changed.
    """
    refuse_unstorable(reason)
    by_article: dict[str, list[Overruling]] = defaultdict(list)
    for one in wanted:
        by_article[one.article_id].append(one)
    lot = _Lot(project, lead, reason, gap=gap)

    def plan(article_ids: Sequence[str], progress: Progress) -> Iterator[tuple[str, _Plan]]:
        lot.begin()
        for done, there in enumerate(derived(project, article_ids), start=1):
            yield there.article.id, lot.planned(there, by_article[there.article.id])
            progress.advance(done, len(article_ids))

    with planned(project, lead, by_article, plan, progress, len(wanted)) as plans:
        stands = [one for made in plans.values() for one in made.stands.values()]
        rests = {one for made in plans.values() for one in made.rests}
        let_stand(project, lead, DECIDE_ALL, stands, rests, progress)
    decided = sum(made.decided for made in plans.values())
    return Overruled(decided, len(wanted) - decided)


@dataclass(slots=True)
class _Plan:
    """What is to become of one article."""

    stands: dict[str, Decision] = field(default_factory=dict)
    rests: set[str] = field(default_factory=set)
    decided: int = 0

    def put(self, decision: Decision, met: Iterable[Decision]) -> None:
        """Let a decision take the place of others."""
        for one in met:
            # One of this very lot never came to stand.
            if self.stands.pop(one.id, None) is None:
                self.rests.add(one.id)
        self.stands[decision.id] = decision
        self.decided += 1


class _Lot:
    """Decides place by place; a later place of an article knows what an earlier one came to."""

    def __init__(self, project: Project, lead: str, reason: str, *, gap: bool) -> None:
        self._project = project
        self._lead = lead
        self._reason = reason
        self._gap = gap
        self.begin()

    def begin(self) -> None:
        """Take the labels as they are now."""
        self._proposals = Proposals(self._project, self._project.labels.load())

    def planned(self, there: Derived, wanted: Iterable[Overruling]) -> _Plan:
        """Return what is to become of an article in which that is wanted."""
        plan = _Plan()
        standing = there.on_spans
        gold = {span.place: span.value for span in there.state.gold}
        conflicts = Stretches((one.start, one.end) for one in there.state.conflicts)
        for one in wanted:
            if not _fits(one, gold, conflicts):
                continue
            put = (OwnSpan(*place, one.value) for place in one.put)
            outcome = self._proposals.filled(
                there.article, own_spans(self._project, there.article, put)
            )
            decision, met = self._ruled(there, one, outcome, standing)
            standing = [*(other for other in standing if other not in met), decision]
            for place in one.replaced:
                del gold[place]
            gold.update((span.place, span.value) for span in outcome)
            plan.put(decision, met)
        return plan

    def _ruled(
        self,
        there: Derived,
        one: Overruling,
        outcome: Iterable[Span],
        standing: Iterable[Decision],
    ) -> tuple[Decision, list[Decision]]:
        return overruled(
            there.article.id,
            self._lead,
            set(one.replaced),
            outcome,
            ground=there.ground,
            standing=standing,
            reason=self._reason,
            gap=self._gap,
        )


def _fits(one: Overruling, gold: Mapping[Place, Value], conflicts: Stretches) -> bool:
    """Tell whether a place is as the lead saw it."""
    places = (*one.replaced, *one.put)
    return (
        all(place in gold and _is_as_seen(one.was, gold[place]) for place in one.replaced)
        and gold.keys().isdisjoint(set(one.put).difference(one.replaced))
        and not any(conflicts.on(start, end) for start, end, _ in places)
    )


def _is_as_seen(seen: Value, there: Value) -> bool:
    if isinstance(seen, EntryValue) and isinstance(there, EntryValue):
        return seen.entry == there.entry  # the name may be another one by now
    return seen is None or seen == there


def keep(project: Project, lead: str, refused: Iterable[Refused]) -> int:
    """Remember for good that a label is rightly not on some places; return how many are new.

    Raises:
        RefusedAct: if ``lead`` is none.
        UnknownName: if the label is gone.
    """
    by_article: dict[str, set[Refused]] = defaultdict(set)
    for one in refused:
        by_article[one[0]].add(one)
    at = now()
    with project.writing():
        refuse_unless_lead(project, lead)
        labels = project.labels.load()
        changes = []
        for article in project.articles.of_ids(list(by_article)):
            for _, start, end, label in sorted(by_article[article.id]):
                key = key_of(lead, article.id, start, end, labels[label].name)
                if project.records.read(Kind.REFUSAL, key) is None:
                    row = {"quote": article.text[start:end], "at": at}
                    changes.append(RowChange(Kind.REFUSAL, key, None, row))
        project_acts.do(project, lead, KEEP, changes, is_decision=True)
    return len(changes)
