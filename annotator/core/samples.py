"""A random sample of agreed spans, gone through one by one: how many of them are wrong.

The same seed draws the same spans, in whatever order they are found: each has a number that
follows from the seed and from itself, and those with the smallest numbers are drawn.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from heapq import nsmallest
from types import MappingProxyType

from annotator.core.conflicts import Place
from annotator.core.intervals import Interval
from annotator.core.model import Span, derived_id
from annotator.core.proportions import share_interval


class Finding(StrEnum):
    """What a lead found of a span of the sample."""

    OPEN = "open"
    RIGHT = "right"
    CHANGED = "changed"
    GONE = "gone"
    """It is no longer agreed on, for another reason than this check."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """A gold span that all agreed on."""

    article_id: str
    number: int
    """That of the article."""
    span: Span

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Sort key of the order of the articles and their text."""
        return self.number, *self.span.order


def draw(found: Iterable[Sampled], count: int, seed: int) -> tuple[Sampled, ...]:
    """Return ``count`` of what was found, or all, in the order of the articles and their text."""

    def rank(one: Sampled) -> bytes:
        return sha256(f"{seed} {one.span.id}".encode()).digest()

    return tuple(sorted(nsmallest(count, found, key=rank), key=lambda one: one.order))


@dataclass(frozen=True, slots=True)
class CheckedSample:
    """What a lead has found in a sample."""

    id: str
    lead: str
    at: str
    """When it was checked last."""
    seed: int
    population: int
    """Of how many agreed spans it was drawn that are agreed on still, as far as that is known."""
    drawn: int
    checked: int
    wrong: int
    """How many of those checked the lead has changed."""

    def interval(self) -> Interval | None:
        """Return between which shares of all agreed spans were wrong (95 %)."""
        return share_interval(self.wrong, self.checked, self.population)


@dataclass(slots=True)
class Sample:
    """A sample as far as it is checked."""

    drawn: tuple[Sampled, ...]
    seed: int
    population: int
    """How many agreed spans there were when it was drawn."""
    at: int = 0
    """Which of them is looked at; their number once all were seen."""
    findings: dict[int, Finding] = field(default_factory=dict)
    moved: dict[int, tuple[Place, ...]] = field(default_factory=dict)
    """Where gold stands instead of those that the lead has changed; empty if one is taken out."""
    decided: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By which decisions the lead has changed them: she may take them back, and again."""

    @property
    def here(self) -> Sampled | None:
        """The span that is looked at; ``None`` at the end."""
        return self.drawn[self.at] if self.at < len(self.drawn) else None

    def finding(self) -> Finding:
        """Return what was found of the span that is looked at."""
        return self.findings.get(self.at, Finding.OPEN)

    def find(self, finding: Finding) -> None:
        """Say what is so of the span that is looked at."""
        self.findings[self.at] = finding

    def place(self) -> Place | None:
        """Return where the span that is looked at stands in gold now, if the lead knows of it."""
        return next(iter(self.places()), None)

    def places(self) -> tuple[Place, ...]:
        """Return where gold stands now for the span that is looked at; a change may part it."""
        if self.finding() is Finding.CHANGED:
            return self.moved[self.at]
        return (self.here.span.place,) if self.here else ()

    def change(self, places: Iterable[Place], decision: str) -> None:
        """Say that the lead has changed the span that is looked at: gold stands at ``places`` now.

        ``decision`` is the id of the decision by which she did.
        """
        self.moved[self.at] = tuple(places)
        self.decided[self.at].add(decision)
        self.find(Finding.CHANGED)

    def follow(
        self,
        article_id: str,
        gold: Iterable[Span],
        standing: Mapping[str, Sequence[Place]] = MappingProxyType({}),
    ) -> None:
        """Find anew what became of the spans of one article, of which ``gold`` is so now.

        ``standing`` are the decisions that hold, by their ids, and what each put: what the lead
        took back and somebody else changed since is no finding of hers.

        An article that is gone has none, but what was found of its spans before stays so.

        A span that is as it was drawn again was taken back by undo: it is to be looked at anew.
        """
        there = {span.place: span for span in gold}
        for number, one in enumerate(self.drawn):
            if one.article_id != article_id:
                continue
            finding, as_drawn = self.findings.get(number), there.get(one.span.place)
            if as_drawn is not None and as_drawn.value == one.span.value:
                if finding in (Finding.CHANGED, Finding.GONE):
                    self.findings[number] = Finding.OPEN
            elif hers := self.decided.get(number, set()) & standing.keys():
                self.findings[number] = Finding.CHANGED
                put = (place for decision in hers for place in standing[decision])
                self.moved[number] = tuple(sorted(place for place in put if place in there))
            elif finding is Finding.CHANGED:
                self.moved[number] = _instead(one.span, there.values())
            elif finding is not Finding.RIGHT:
                self.findings[number] = Finding.GONE

    def step(self, step: int) -> None:
        """Go on, or with -1 back."""
        self.at = min(max(0, self.at + step), len(self.drawn))

    def counts(self) -> tuple[int, int, int]:
        """Return how many are checked, how many of these were changed, and how many are gone."""
        counted = Counter(self.findings.values())
        changed = counted[Finding.CHANGED]
        return counted[Finding.RIGHT] + changed, changed, counted[Finding.GONE]

    def result(self, lead: str, at: str) -> CheckedSample | None:
        """Return what ``lead`` has found so far; ``None`` if she has checked nothing yet.

        It is the same one each time, whatever is found in it later.
        """
        checked, wrong, gone = self.counts()
        if not checked:
            return None
        return CheckedSample(
            id=derived_id("sample", lead, str(self.seed), *(one.span.id for one in self.drawn)),
            lead=lead,
            at=at,
            seed=self.seed,
            population=self.population - gone,
            drawn=len(self.drawn),
            checked=checked,
            wrong=wrong,
        )


def _instead(span: Span, gold: Iterable[Span]) -> tuple[Place, ...]:
    """Return where gold stands that is in the place of ``span`` now."""
    return tuple(one.place for one in gold if one.overlaps(span.start, span.end))
