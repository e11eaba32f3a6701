"""What follows from finished layers and decisions: agreed spans, conflicts, gold.

Gold is derived, never stored.  Entries are compared by id: whoever asks gives layers and decisions
in which merged ones are replaced already, see ``core.registry.CurrentEntries``.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from annotator.core.conflicts import (
    Conflict,
    Drawn,
    Place,
    Sameness,
    are_joined,
    conflict_of,
    joined,
    stale_conflict,
)
from annotator.core.decisions import DECIDED, Choice, Decision
from annotator.core.model import (
    GOLD,
    Article,
    Layer,
    LayerState,
    Span,
    Status,
    derived_id,
    moment_of,
)


@dataclass(frozen=True, slots=True)
class Settled:
    """What is settled of an article, and what is not."""

    gold: Layer
    conflicts: tuple[Conflict, ...]
    """Those that are open, in the order of the text."""
    standing: tuple[Decision, ...]
    """The decisions that hold: those on spans, then those on layers."""
    finished: int
    """How many layers are finished."""
    unfinished: tuple[str, ...]
    """The authors who are waited for, or whose layer lies aside without a lead's word."""
    is_single_open: bool
    """Whether the only finished layer waits for a lead to accept it."""

    @property
    def ready(self) -> bool:
        """Whether nothing is left to be done before gold can be released."""
        return bool(
            self.finished and not self.conflicts and not self.unfinished and not self.is_single_open
        )


def settle(
    article: Article,
    layers: Iterable[Layer],
    decisions: Iterable[Decision] = (),
    assigned: Iterable[str] = (),
) -> Settled:
    """Derive gold for ``article`` from the layers of its human authors and a lead's decisions.

    ``assigned`` are the authors who are to work on it; without any, all who began are waited for.
    """
    layers, decisions = list(layers), list(decisions)
    finished = [layer for layer in layers if layer.status is Status.FINISHED]
    view = _View(finished)
    on_spans = [decision for decision in decisions if decision.is_on_spans]
    standing, stale = view.weigh(on_spans)
    on_layers = _standing_on_layers(decisions, layers, len(finished))
    return Settled(
        gold=Layer(
            article_id=article.id,
            author=GOLD,
            spans=view.gold(article, standing),
            state=LayerState(Status.FINISHED if finished else Status.NEW),
        ),
        conflicts=view.conflicts(article, standing, stale),
        standing=(*standing, *on_layers),
        finished=len(finished),
        unfinished=awaited(
            {layer.author: layer.status for layer in layers},
            (one.layer[0] for one in on_layers if one.layer and one.choice is Choice.SET_ASIDE),
            assigned,
        ),
        is_single_open=len(finished) == 1
        and all(decision.choice is not Choice.SINGLE for decision in on_layers),
    )


def _standing_on_layers(
    decisions: Iterable[Decision], layers: Iterable[Layer], finished: int
) -> list[Decision]:
    """Return the decisions on layers that are still as they were when a lead looked at them."""
    now = {(layer.author, layer.revision): layer.status for layer in layers}
    wanted = {Choice.SET_ASIDE: Status.SET_ASIDE}
    if finished == 1:
        wanted[Choice.SINGLE] = Status.FINISHED
    return [
        decision
        for decision in decisions
        if decision.layer in now
        and decision.choice in wanted
        and now[decision.layer] is wanted[decision.choice]
    ]


def awaited(
    statuses: Mapping[str, Status], excused: Iterable[str] = (), assigned: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the authors who have yet to finish an article, by how far each one's layer is.

    They are those ``assigned``, or, if nobody is, all who began; a lead has ``excused`` some who
    set it aside.
    """
    wanted = set(assigned) or {who for who, status in statuses.items() if status is not Status.NEW}
    done = {who for who, status in statuses.items() if status is Status.FINISHED}
    return tuple(sorted(wanted - done - set(excused)))


class _View:
    """The finished layers of one article, as decisions are weighed against them."""

    def __init__(self, finished: Sequence[Layer]) -> None:
        self._finished = finished
        self._sameness = Sameness(finished)
        self._drawn = [(layer.author, span) for layer in finished for span in layer.spans]
        self._drawn.sort(key=lambda one: one[1].start)
        self._starts = [span.start for _, span in self._drawn]
        self._reached = list(accumulate((span.end for _, span in self._drawn), max))
        """For each span, how far it and those before it reach."""
        by_place: dict[Place, list[Drawn]] = defaultdict(list)
        for one in self._drawn:
            by_place[one[1].place].append(one)
        self._by_place = by_place
        self._agreed = {
            place: [span for _, span in drawn]
            for place, drawn in by_place.items()
            if len(drawn) == len(finished) and self._sameness.is_one_value(place)
        }

    def _around(self, decision: Decision) -> Iterator[Drawn]:
        """Yield what is drawn on the stretch of a decision; costs what is there."""
        index = bisect_left(self._starts, decision.end)
        while index and self._reached[index - 1] > decision.start:
            index -= 1
            one = self._drawn[index]
            if decision.overlaps(one[1].start, one[1].end):
                yield one

    # -- which decisions stand

    def weigh(self, decisions: Sequence[Decision]) -> tuple[list[Decision], list[Decision]]:
        """Return the decisions that stand, and those that are stale.

        Whether a decision stands may hang on what others judged.  The stale ones are those that
        cannot be kept whatever the others are, then those that cannot be kept without them, and so
        on until nothing more falls.
        """
        fallen = {decision.id for decision in decisions if self._has_lost(decision)}
        while True:
            standing = [decision for decision in decisions if decision.id not in fallen]
            judged = _Judged(standing, self._sameness)
            more = {one.id for one in standing if self._is_outgrown(one, judged)}
            if not more:
                break
            fallen |= more
        return standing, [decision for decision in decisions if decision.id in fallen]

    def _has_lost(self, decision: Decision) -> bool:
        """Tell whether a span that was judged is no longer so in its author's finished layer."""
        authors = {layer.author for layer in self._finished}
        return any(
            author in authors and not self._is_drawn(author, span)
            for author, span in decision.judged
        )

    def _is_drawn(self, author: str, span: Span) -> bool:
        return any(
            who == author and self._sameness.same(span, other)
            for who, other in self._by_place.get(span.place, ())
        )

    def _is_outgrown(self, decision: Decision, judged: "_Judged") -> bool:
        """Tell whether something new has come that belongs to what was judged or put."""
        seen: dict[tuple[str, Place], list[Span]] = defaultdict(list)
        for author, span in decision.seen:
            seen[author, span.place].append(span)
        known = [*decision.judged, *((GOLD, span) for span in decision.outcome)]
        return any(
            one[1].place not in self._agreed
            and not judged.holds(one[1])
            and not any(
                self._sameness.same(one[1], old) for old in seen.get((one[0], one[1].place), ())
            )
            and any(are_joined(one, other) for other in known)
            for one in self._around(decision)
        )

    # -- what is open

    def conflicts(
        self, article: Article, standing: Sequence[Decision], stale: Sequence[Decision]
    ) -> tuple[Conflict, ...]:
        """Return the open conflicts, in the order of the text."""
        judged = _Judged(standing, self._sameness)
        free = [one for one in self._drawn if not judged.holds(one[1])]
        reopened = [
            (decision, there)
            for decision in stale
            if not self._has_closed(
                decision,
                there := [one for one in self._around(decision) if not judged.holds(one[1])],
            )
        ]
        in_reopened = {(who, span.id) for _, there in reopened for who, span in there}
        disputed = [
            (who, span)
            for who, span in free
            if span.place not in self._agreed or (who, span.id) in in_reopened
        ]
        found = []
        of_stale = [(decision, {(who, s.id) for who, s in there}) for decision, there in reopened]
        for group in joined(disputed, (there for _, there in reopened)):
            fresh = conflict_of(article.sha256, group, self._finished, self._sameness)
            drawn = {(who, span.id) for who, span in group}
            met = [decision for decision, there in of_stale if there & drawn]
            found.append(self._with_stale(fresh, article, met) if met else fresh)
        found += [self._with_stale(None, article, [one]) for one, there in reopened if not there]
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.id)))

    def _has_closed(self, decision: Decision, there: Sequence[Drawn]) -> bool:
        """Tell whether all agree by now on what a stale decision had put."""
        return all(span.place in self._agreed for _, span in there) and (
            self._sameness.answer(span for _, span in there)
            == self._sameness.answer(decision.outcome)
        )

    def _with_stale(
        self, fresh: Conflict | None, article: Article, stale: Sequence[Decision]
    ) -> Conflict:
        return stale_conflict(
            fresh,
            article.sha256,
            [(decision.start, decision.end) for decision in stale],
            {decision.id: decision.outcome for decision in stale},
            self._finished,
        )

    # -- gold

    def gold(self, article: Article, standing: Sequence[Decision]) -> tuple[Span, ...]:
        """Return agreed spans without judged ones, and what decisions put."""
        judged = _Judged(standing, self._sameness)
        spans: dict[Place, Span] = {}
        for place, agreed in self._agreed.items():
            if not judged.holds(agreed[0]):
                spans[place] = _gold_span(article, agreed)
        for decision in standing:
            for put in decision.outcome:
                spans[put.place] = self._put_span(article, decision, put)
        return tuple(sorted(spans.values(), key=lambda span: span.order))

    def _put_span(self, article: Article, decision: Decision, put: Span) -> Span:
        """Return a gold span that a decision put, dated and valued by what is behind it."""
        judged = [span for _, span in decision.judged if span.place == put.place]
        agreed = self._agreed.get(put.place, [])
        dated = replace(put, created_at=decision.at, changed_at=decision.at)
        gold = _gold_span(article, [*judged, *agreed, dated])
        valued = put
        if not put.is_confirmed and self._sameness.is_one_value(put.place):
            # It may be confirmed or proposed anew since, as when the day of publication is set.
            valued = _valued([span for _, span in self._by_place.get(put.place, ())], put)
        return replace(
            gold,
            value=valued.value,
            proposed=valued.proposed,
            origin=_earliest(agreed).origin if agreed else DECIDED,
        )


class _Judged:
    """What standing decisions judged or put, whoever drew it and when."""

    def __init__(self, standing: Iterable[Decision], sameness: Sameness) -> None:
        self._sameness = sameness
        self._by_place: dict[Place, list[Span]] = defaultdict(list)
        for decision in standing:
            for span in (*(span for _, span in decision.judged), *decision.outcome):
                self._by_place[span.place].append(span)

    def holds(self, span: Span) -> bool:
        """Tell whether a decision has spoken of ``span``."""
        return any(
            self._sameness.same(span, judged) for judged in self._by_place.get(span.place, ())
        )


def _gold_span(article: Article, spans: Sequence[Span]) -> Span:
    first = _earliest(spans)
    valued = _valued(spans, first)
    return Span(
        start=first.start,
        end=first.end,
        label=first.label,
        quote=first.quote,
        value=valued.value,
        proposed=valued.proposed,
        origin=first.origin,
        id=derived_id(article.sha256, first.label, first.start, first.end),
        created_at=first.created_at,
        changed_at=max((span.changed_at for span in spans), key=moment_of),
    )


def _earliest(spans: Iterable[Span]) -> Span:
    return min(spans, key=lambda span: (moment_of(span.created_at), span.id))


def _valued(spans: Iterable[Span], otherwise: Span) -> Span:
    """Return the first with a confirmed value, else with a proposed one, else ``otherwise``."""
    valued = [span for span in spans if span.value is not None]
    confirmed = (span for span in valued if not span.proposed)
    return next(confirmed, valued[0] if valued else otherwise)
