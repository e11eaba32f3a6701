"""What follows from finished layers and decisions: agreed spans, conflicts, gold.

Gold is derived, never stored.  Entries are compared by id: whoever asks gives layers and decisions
in which merged ones are replaced already, see ``core.registry.CurrentEntries``.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias, TypeVar

from annotator.core.conflicts import Conflict
from annotator.core.decisions import Choice, Decision
from annotator.core.ground import Ground, Stretches
from annotator.core.language import Stretch
from annotator.core.model import GOLD, Article, Layer, LayerState, Span, Status
from annotator.core.weighing import Weighing

_Placed = TypeVar("_Placed", bound=Span | Conflict)


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


@dataclass(frozen=True, slots=True)
class _OnSpans:
    """What follows from spans and the decisions on them."""

    gold: tuple[Span, ...]
    conflicts: tuple[Conflict, ...]
    standing: tuple[Decision, ...]

    def with_parts(self, parts: Sequence["_Part"], decisions: Mapping[str, Decision]) -> "_OnSpans":
        """Return this with other parts; ``decisions`` are all by now, in their order."""
        replaced = Stretches(stretch for stretch, _ in parts)
        stand = {one.id for one in self.standing if not replaced.on(one.start, one.end)}
        stand |= {one.id for _, there in parts for one in there.standing}
        return _OnSpans(
            _pieced((stretch, self.gold, there.gold) for stretch, there in parts),
            _pieced((stretch, self.conflicts, there.conflicts) for stretch, there in parts),
            tuple(one for one in decisions.values() if one.id in stand),
        )


_Part: TypeAlias = tuple[Stretch, _OnSpans]
"""What is so on a stretch whose borders nothing crosses."""


def _pieced(
    parts: Iterable[tuple[Stretch, Sequence[_Placed], Sequence[_Placed]]],
) -> tuple[_Placed, ...]:
    """Return, for the stretch of each part, its new contents in the place of the old ones."""
    pieced: list[_Placed] = []
    kept: Sequence[_Placed] = ()
    done = 0
    for (start, end), kept, part in parts:
        pieced += kept[done : bisect_left(kept, start, key=_start)]
        pieced += part
        done = bisect_left(kept, end, key=_start)
    return *pieced, *kept[done:]


def _start(one: Span | Conflict) -> int:
    return one.start


def settle(
    article: Article,
    layers: Iterable[Layer],
    decisions: Iterable[Decision] = (),
    assigned: Iterable[str] = (),
) -> Settled:
    """Derive gold for ``article`` from the layers of its human authors and a lead's decisions.

    ``assigned`` are the authors who are to work on it; without any, all who began are waited for.
    """
    return Settling(article, layers, assigned).settle(decisions)


def conflicts_between(article: Article, layers: Iterable[Layer]) -> tuple[Conflict, ...]:
    """Return all that parts those of ``layers`` that are finished, whatever a lead decided."""
    weighing = Weighing(Ground([one for one in layers if one.status is Status.FINISHED]))
    return weighing.conflicts(article, (), ())


class Settling:
    """Settles one article, again and again while its layers stay as they are.

    What is settled of a stretch whose borders no span and no decision crosses follows from what
    stands within: whoever settles again after a decision pays for its surroundings alone.
    """

    def __init__(
        self, article: Article, layers: Iterable[Layer], assigned: Iterable[str] = ()
    ) -> None:
        """``assigned`` are the authors who are to work on it; see ``settle``."""
        self._article = article
        self._layers = list(layers)
        self._assigned = tuple(assigned)
        self.ground = Ground([one for one in self._layers if one.status is Status.FINISHED])
        self._before: tuple[Mapping[str, Decision], _OnSpans] | None = None

    def settle(self, decisions: Iterable[Decision] = ()) -> Settled:
        """Derive what is settled with these decisions."""
        decisions = list(decisions)
        finished = self.ground.finished
        on_layers = _standing_on_layers(decisions, self._layers, len(finished))
        there = self._on_spans({one.id: one for one in decisions if one.is_on_spans})
        return Settled(
            gold=Layer(
                article_id=self._article.id,
                author=GOLD,
                spans=there.gold,
                state=LayerState(Status.FINISHED if finished else Status.NEW),
            ),
            conflicts=there.conflicts,
            standing=(*there.standing, *on_layers),
            finished=len(finished),
            unfinished=awaited(
                {layer.author: layer.status for layer in self._layers},
                (one.layer[0] for one in on_layers if one.layer and one.choice is Choice.SET_ASIDE),
                self._assigned,
            ),
            is_single_open=len(finished) == 1
            and all(decision.choice is not Choice.SINGLE for decision in on_layers),
        )

    def _on_spans(self, decisions: Mapping[str, Decision]) -> _OnSpans:
        if self._before is None:
            found = self._weighed(self.ground, list(decisions.values()))
        else:
            before, found = self._before
            changed = [before.get(one) or decisions[one] for one in before.keys() ^ decisions]
            if changed:
                parts = list(self._parts([*before.values(), *changed], changed, decisions))
                found = found.with_parts(parts, decisions)
        self._before = decisions, found
        return found

    def _parts(
        self,
        known: Sequence[Decision],
        changed: Sequence[Decision],
        decisions: Mapping[str, Decision],
    ) -> Iterator[_Part]:
        """Yield what is so where something can be other than before."""
        decided = Stretches(sorted((one.start, one.end) for one in known))
        ordered = sorted(enumerate(decisions.values()), key=lambda one: one[1].start)
        now = Stretches((one.start, one.end) for _, one in ordered)
        done = 0
        for start, end in sorted((one.start, one.end) for one in changed):
            if start >= done:
                stretch = self._closed(start, end, decided)
                inside = sorted(
                    (ordered[number] for number in now.beginning_on(*stretch)), key=itemgetter(0)
                )
                cut = Ground(self.ground.cut(*stretch))
                yield stretch, self._weighed(cut, [one for _, one in inside])
                _, done = stretch

    def _closed(self, start: int, end: int, decided: Stretches) -> Stretch:
        """Return the least stretch around ``[start, end)`` that nothing crosses the borders of."""
        drawn = self.ground.stretches
        stretch = decided.widened(start, end)
        while (wider := decided.widened(*drawn.widened(*stretch))) != stretch:
            stretch = wider
        return stretch

    def _weighed(self, ground: Ground, decisions: Sequence[Decision]) -> _OnSpans:
        weighing = Weighing(ground)
        standing, stale = weighing.weigh(decisions)
        return _OnSpans(
            weighing.gold(self._article, standing),
            weighing.conflicts(self._article, standing, stale),
            tuple(standing),
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
