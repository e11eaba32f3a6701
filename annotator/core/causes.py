"""Why the authors of a conflict differ, computed from what they drew.

The names of the causes stand in files and in what commands print.
"""

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple, TypeAlias

from annotator.core.conflicts import Compared, Conflict, Place, are_of_one_thing, compared
from annotator.core.labels import LabelSet
from annotator.core.language import Cut, Language
from annotator.core.model import Span

_SpanPair: TypeAlias = tuple[Span, Span]


class Cause(StrEnum):
    """Why authors differ, in the order in which causes are tried, but for the first."""

    MISSED = "missed"
    """All who marked something agree, and others marked nothing."""
    SPLIT = "split"
    """One long span against two or more short ones."""
    LABEL = "label"
    """Another label on the same thing."""
    CLITIC = "clitic"
    ARTICLE = "article"
    QUOTE = "quote"
    KIND_WORD = "kind_word"
    MARKS = "marks"
    BORDER = "border"
    """Another border than these, or two causes at once."""
    VALUE = "value"
    """The same span with another value."""


class Surplus(StrEnum):
    """How an author can differ from gold but not from other authors."""

    TOO_MUCH = "too much"
    """What was marked where gold has nothing: there nobody missed anything."""


Way: TypeAlias = Cause | Surplus
"""A way in which what an author marked is not what gold has."""
WAYS: tuple[Way, ...] = (Cause.MISSED, Surplus.TOO_MUCH, *list(Cause)[1:])
"""All of them, in the order in which they are told."""


def cause_of(conflict: Conflict, text: str, labels: LabelSet, language: Language) -> Cause:
    """Return why the authors of ``conflict``, in an article that reads ``text``, differ.

    What all of them say alike, as it stands on the stretch of a stale decision, is no part of it.
    """
    if sum(bool(option.spans) for option in conflict.options) < 2:
        return Cause.MISSED
    agreed = _agreed(conflict)
    said = [[s for s in option.spans if s.place not in agreed] for option in conflict.options]
    matchings = [_match(*sides) for sides in combinations(filter(None, said), 2)]
    if any(map(_is_split, matchings)):
        return Cause.SPLIT
    pairs = [pair for one in matchings for pair in (*one.pairs, *one.further)]
    if any(one.label != other.label for one, other in pairs):
        return Cause.LABEL
    cuts: set[Cut] = set()
    for one, other in pairs:
        cuts |= _cuts(one, other, text, _reader(labels, one.label), language)
    if cuts:
        return Cause(cuts.pop().value) if len(cuts) == 1 else Cause.BORDER
    has_two_values = any(len(values) > 1 for values in _values(conflict).values())
    return Cause.VALUE if has_two_values else Cause.MISSED


def _agreed(conflict: Conflict) -> set[Place]:
    """Return the places at which all answers, be they of one author or of many, say the same."""
    held = [{span.place for span in option.spans} for option in conflict.options]
    values = _values(conflict)
    return (
        {place for place in set.intersection(*held) if len(values[place]) <= 1} if held else set()
    )


class _Matching(NamedTuple):
    """Two answers held against each other, each span with those that are about the same thing."""

    pairs: list[_SpanPair]
    """Each span at most once: the same place first, then one label, then most shared letters."""
    further: list[_SpanPair]
    """What found its partner taken, with the nearest that it could have been paired with."""


def _match(one: Sequence[Span], other: Sequence[Span]) -> _Matching:
    candidates = [(mine, its) for mine in one for its in other if are_of_one_thing(mine, its)]
    matching = _Matching([], [])
    taken: set[int] = set()
    ordered = sorted(candidates, key=_distance)
    for mine, its in ordered:
        if id(mine) not in taken and id(its) not in taken:
            taken |= {id(mine), id(its)}
            matching.pairs.append((mine, its))
    for mine, its in ordered:
        if id(mine) not in taken or id(its) not in taken:
            taken |= {id(mine), id(its)}
            matching.further.append((mine, its))
    return matching


def _is_split(matching: _Matching) -> bool:
    """Tell whether a span of one answer stands against two of the other that are apart."""
    parts: dict[int, list[Span]] = defaultdict(list)
    for one, other in (*matching.pairs, *matching.further):
        parts[id(one)].append(other)
        parts[id(other)].append(one)
    return any(
        not first.overlaps(second.start, second.end)
        for some in parts.values()
        for first, second in combinations(some, 2)
    )


def _distance(pair: _SpanPair) -> tuple[bool, bool, int]:
    one, other = pair
    shared = min(one.end, other.end) - max(one.start, other.start)
    return one.place != other.place, one.label != other.label, -shared


def _reader(labels: LabelSet, name: str) -> str | None:
    return labels[name].reader if name in labels else None


def _cuts(one: Span, other: Span, text: str, reader: str | None, language: Language) -> set[Cut]:
    """Return by what the borders of two spans differ; nothing if they do not."""
    start, inner_start = sorted((one.start, other.start))
    inner_end, end = sorted((one.end, other.end))
    cuts = set(language.start_cuts(text, start, inner_start, reader))
    is_around = (one.start, -one.end) in ((start, -end), (inner_start, -inner_end))
    has_kind_word = Cut.KIND_WORD in cuts and is_around
    return cuts | set(language.end_cuts(text, inner_end, end, has_kind_word=has_kind_word))


def _values(conflict: Conflict) -> dict[Place, set[Compared]]:
    """Return the values that stand at each place; none beside one is no other value."""
    values: dict[Place, set[Compared]] = defaultdict(set)
    for _, span in conflict.spans:
        values[span.place] |= {compared(span)} - {None}
    return values
