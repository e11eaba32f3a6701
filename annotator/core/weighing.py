"""Decisions weighed against what is drawn: which stand, what is open, and what gold is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

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
from annotator.core.decisions import DECIDED, Decision
from annotator.core.ground import Ground
from annotator.core.model import GOLD, Article, Span, derived_id, moment_of


class Weighing:
    """Weighs decisions against the finished layers of one article; finds what is open, and gold."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._finished = ground.finished
        self._sameness = ground.sameness
        self._authors = {layer.author for layer in ground.finished}
        self._agreed = {
            place: [span for _, span in drawn]
            for place, drawn in ground.by_place.items()
            if len(drawn) == len(ground.finished) and self._sameness.is_one_value(place)
        }

    def _around(self, decision: Decision) -> list[Drawn]:
        """Return what is drawn on the stretch of a decision; costs what is there."""
        return self._ground.on(decision.start, decision.end) if decision.is_on_spans else []

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
        return any(
            author in self._authors and not self._is_drawn(author, span)
            for author, span in decision.judged
        )

    def _is_drawn(self, author: str, span: Span) -> bool:
        return any(
            who == author and self._sameness.same(span, other)
            for who, other in self._ground.at(span.place)
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
        free = [one for one in self._ground.drawn if not judged.holds(one[1])]
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
        spoken_of = [span for one in stale for _, span in one.judged]
        spoken_of += [span for one in stale for span in one.outcome]
        return stale_conflict(
            fresh,
            article.sha256,
            [(decision.start, decision.end) for decision in stale],
            {decision.id: decision.outcome for decision in stale},
            self._finished,
            {span.place for span in spoken_of},
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
            valued = _valued([span for _, span in self._ground.at(put.place)], put)
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
