"""Suggestions: spans that a program proposes; they count as nothing until somebody takes them.

Whoever is asked takes one as it is or with other borders, takes it under another label, or refuses
it: then it never comes back for that string and place.  Each is one act, with one undo.
"""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import prod
from operator import attrgetter
from typing import Any, Self

from annotator.core.conflicts import Place
from annotator.core.edits import Change, change_of, whole_stretch
from annotator.core.ground import Stretches
from annotator.core.language import Stretch
from annotator.core.model import Layer, Span, now
from annotator.core.rows import Kind, RowChange
from annotator.core.values import Value, value_from_json, value_to_json

ORIGIN = "suggestion"
"""How the origin of a span begins that was taken from a suggestion; its sources follow."""
ACCEPT, ACCEPT_ALL, REFUSE = "accept", "accept all", "refuse"
"""What the acts on suggestions are called."""
SURE = 0.9
"""Above this confidence all suggestions of an article may be taken in one act."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A span that may be meant.

    Offsets are code points, end exclusive; both ends lie between whole letters.
    """

    start: int
    end: int
    label: str
    confidence: float
    """How likely it is right, from 0 to 1."""
    sources: tuple[str, ...]
    """What found it, by name, in the order of the alphabet."""
    value: Value = None
    """What it seems to mean."""

    @property
    def place(self) -> Place:
        """Start, end and label."""
        return self.start, self.end, self.label

    @property
    def order(self) -> tuple[int, int, str]:
        """Sort key, as that of spans."""
        return self.start, -self.end, self.label

    @property
    def origin(self) -> str:
        """What the origin of a span says that is taken from it."""
        return f"{ORIGIN}: {', '.join(self.sources)}"

    def to_json(self) -> dict[str, object]:
        """Return it as it stands in the project and in what commands print."""
        return {
            "label": self.label,
            "start": self.start,
            "end": self.end,
            "confidence": self.confidence,
            "sources": list(self.sources),
            "value": value_to_json(self.value),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the suggestion that ``to_json`` wrote.

        Raises:
            KeyError, TypeError, ValueError, InvalidValue: if another program wrote it.
        """
        start, end, label = data["start"], data["end"], data["label"]
        confidence, sources = data["confidence"], tuple(data["sources"])
        are_places = type(start) is int and type(end) is int and 0 <= start < end
        are_names = all(isinstance(name, str) for name in (label, *sources))
        if not are_places or not are_names or not 0 <= confidence <= 1:
            raise ValueError(data)
        return cls(start, end, label, confidence, sources, value_from_json(data["value"]))


def was_suggested(span: Span) -> bool:
    """Tell whether a span was taken from a suggestion."""
    return span.origin.startswith(f"{ORIGIN}:")


@dataclass(frozen=True, slots=True)
class Suggested:
    """What was suggested to one author on one article."""

    suggestions: tuple[Suggestion, ...]
    known: str
    """What was known then, as a stamp: suggestions made in view of the same are the same."""
    new_names: int
    """How many strings among them were never marked so by whoever the memory knows."""

    @property
    def doubt(self) -> float:
        """How unsure the sources are: the mean of how far each is from being as good as sure.

        Least confidence (Lewis and Gale 1994), each suggestion counted alike; 0 without any.
        """
        count = len(self.suggestions)
        return sum(1 - one.confidence for one in self.suggestions) / count if count else 0.0


@dataclass(frozen=True, slots=True)
class Withholding:
    """A share of the articles on which nothing is suggested, to see what suggestions do.

    Which they are follows from ``seed`` and the text: the same for all authors, in all copies.
    """

    share: float
    """From 0 to 1."""
    seed: int

    def __post_init__(self) -> None:
        if not 0 <= self.share <= 1 or type(self.seed) is not int:
            raise ValueError(self)

    def holds(self, article_sha256: str) -> bool:
        """Tell whether nothing is suggested on that article."""
        drawn = sha256(f"withheld {self.seed} {article_sha256}".encode()).digest()
        return int.from_bytes(drawn[:8], "big") < self.share * 2**64


def open_suggestions(
    suggestions: Iterable[Suggestion], layer: Layer, refused: Collection[Place]
) -> list[Suggestion]:
    """Return what is left to be taken or refused: nothing that ``layer`` has spoken of already.

    It has where a span of the same label shares a letter, or one of any label stands on the same
    stretch.
    """
    stretches = {(span.start, span.end) for span in layer.spans}
    by_label: defaultdict[str, list[Stretch]] = defaultdict(list)
    for span in layer.spans:
        by_label[span.label].append((span.start, span.end))
    marked = {label: Stretches(some) for label, some in by_label.items()}
    left = [
        one
        for one in suggestions
        if not (one.label in marked and marked[one.label].any_on(one.start, one.end))
        and (one.start, one.end) not in stretches
        and one.place not in refused
    ]
    return sorted(left, key=attrgetter("order"))


@dataclass(frozen=True, slots=True)
class Taken:
    """A suggestion as its author takes it: on that stretch, under that label."""

    suggestion: Suggestion
    start: int
    end: int
    label: str

    @classmethod
    def as_it_is(cls, suggestion: Suggestion) -> Self:
        """Return the suggestion taken without a change."""
        return cls(suggestion, suggestion.start, suggestion.end, suggestion.label)

    def span(self, text: str, *, is_seen: bool) -> Span:
        """Return the span; its value is the author's word if it ``is_seen`` and says the same."""
        start, end, quote = whole_stretch(text, self.start, self.end)
        as_suggested = (start, end, self.label) == self.suggestion.place
        value = self.suggestion.value if as_suggested else None
        is_proposed = value is not None and not is_seen
        return Span(
            *(start, end, self.label, quote, value),
            proposed=is_proposed,
            origin=self.suggestion.origin,
        )


@dataclass(frozen=True, slots=True)
class Accept:
    """Take one suggestion, whose author has seen it and its value.

    Taken elsewhere and under another label, it is refused where it was: the span would not speak
    of it, and it would be offered again.
    """

    taken: Taken

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``core.edits.Edit``."""
        span, suggestion = self.taken.span(text, is_seen=True), self.taken.suggestion
        change = change_of(layer, ACCEPT, (), (span,))
        if open_suggestions([suggestion], change.on(layer), ()):
            return replace(change, rows=(_refusal(suggestion, layer, text),))
        return change


@dataclass(frozen=True, slots=True)
class AcceptAll:
    """Take suggestions, but those that the layer has spoken of meanwhile."""

    suggestions: tuple[Suggestion, ...]

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``core.edits.Edit``."""
        left = open_suggestions(self.suggestions, layer, ())
        put = tuple(Taken.as_it_is(one).span(text, is_seen=False) for one in left)
        return change_of(layer, ACCEPT_ALL, (), put)


@dataclass(frozen=True, slots=True)
class Refuse:
    """Refuse a suggestion; the layer stays as it is, but it can be undone."""

    suggestion: Suggestion

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``core.edits.Edit``."""
        rows = (_refusal(self.suggestion, layer, text),)
        return Change(REFUSE, (), (), layer.state, layer.state, rows)


def _refusal(suggestion: Suggestion, layer: Layer, text: str) -> RowChange:
    start, end, label = suggestion.place
    key = json.dumps([layer.author, layer.article_id, start, end, label], ensure_ascii=False)
    return RowChange(Kind.REFUSAL, key, None, {"quote": text[start:end], "at": now()})


def combined(
    found: Iterable[Suggestion], dependent: Collection[tuple[str, str]] = ()
) -> tuple[Suggestion, ...]:
    """Return one suggestion for each stretch, none over another of its label, in order.

    Where several are of one place, each has one source.  Sources that agree are each likely to err
    by themselves: the chance that all do is the product of theirs (noisy or; Pearl 1988, 4.3.2).
    Two that are ``dependent``, by their names, are one witness: of both the less sure counts.  Of
    several labels on one stretch the most confident stays, then that which was found first: both
    would be taken where all are.  Of those that overlap the most confident stays, then the longest,
    then the first.
    """
    by_place: dict[Place, list[Suggestion]] = {}
    for one in found:
        by_place.setdefault(one.place, []).append(one)
    by_stretch: dict[Stretch, Suggestion] = {}
    for some in by_place.values():
        one = _agreed(some, dependent) if len(some) > 1 else some[0]
        other = by_stretch.get((one.start, one.end))
        if other is None or one.confidence > other.confidence:
            by_stretch[one.start, one.end] = one
    by_label: dict[str, list[Suggestion]] = {}
    for one in by_stretch.values():
        by_label.setdefault(one.label, []).append(one)
    kept = [one for some in by_label.values() for one in _apart(some)]
    return tuple(sorted(kept, key=attrgetter("order")))


def _agreed(some: Sequence[Suggestion], dependent: Iterable[tuple[str, str]]) -> Suggestion:
    """Return what all of one place say together."""
    witnesses: dict[str, float] = {}
    for one in some:
        (source,) = one.sources
        witnesses[source] = max(one.confidence, witnesses.get(source, 0))
    sources = tuple(sorted(witnesses))
    for one_source, other in dependent:
        if one_source in witnesses and other in witnesses:
            witnesses[one_source] = min(witnesses[one_source], witnesses.pop(other))
    confidence = 1 - prod(1 - confidence for confidence in witnesses.values())
    return replace(some[0], confidence=confidence, sources=sources)


def _apart(some: Iterable[Suggestion]) -> list[Suggestion]:
    """Return the best of those that overlap: one sweep over runs of them, best first in each."""
    kept: list[Suggestion] = []
    run: list[Suggestion] = []
    reached = 0
    for one in sorted(some, key=attrgetter("order")):
        if run and one.start >= reached:
            kept += _best(run)
            run = []
        run.append(one)
        reached = max(reached, one.end)
    return kept + _best(run)


def _best(run: Sequence[Suggestion]) -> list[Suggestion]:
    if len(run) < 2:
        return list(run)
    kept: list[Suggestion] = []
    for one in sorted(run, key=lambda one: (-one.confidence, one.start - one.end, one.start)):
        at = bisect_left(kept, one.start, key=attrgetter("start"))
        is_free_before = not at or kept[at - 1].end <= one.start
        if is_free_before and (at == len(kept) or one.end <= kept[at].start):
            kept.insert(at, one)
    return kept
