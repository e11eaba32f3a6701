"""Two finished layers of one article, compared: counts from which all figures are made.

Counts of articles add up, so that a figure over many articles, or over a sample of them, needs no
second look at their spans.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias, TypeVar

from annotator.core.conflicts import Place, compared
from annotator.core.kappa import TokenTable
from annotator.core.matching import best_pairs, most_pairs
from annotator.core.model import Span
from annotator.core.tokens import Tokens
from annotator.core.values import EntryValue

Pair: TypeAlias = tuple[str, str]
"""Two authors, in the order of their names."""
Seen: TypeAlias = tuple[str | None, str | None]
"""The labels of two spans that were paired; ``None`` for a span that was left over."""


class Matches(NamedTuple):
    """How many spans two layers have, and how many pairs they make."""

    spans: int = 0
    """Of both layers together."""
    exact: int = 0
    """Pairs with the same borders."""
    overlap: int = 0
    """Pairs that share a letter: as many as there can be, one to one."""


class Said(NamedTuple):
    """How many paired spans of one label have a value from both authors, and an equal one.

    A value counts that its author has confirmed; entries are equal if their ids are.
    """

    valued: int = 0
    alike: int = 0
    entries: int = 0
    """How many of ``valued`` mean an entry on both sides."""
    same_entry: int = 0


Counts = TypeVar("Counts", Matches, Said, TokenTable)


def total(kind: type[Counts], some: Iterable[Counts]) -> Counts:
    """Return the sum of counts of one kind."""
    return kind(*map(sum, zip(*some, strict=True)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two layers of one article have in common, in counts."""

    labels: Mapping[str, Matches]
    """By label, for spans of one label only; labels that neither uses are left out."""
    borders: Matches
    """For all spans, whatever their labels."""
    confusion: Mapping[Seen, int]
    """How often what the first calls so is called so by the second; see ``best_pairs``."""
    values: Mapping[str, Said]
    """By label, for what ``confusion`` pairs under one label."""
    tokens: Mapping[str, TokenTable]
    """By label; labels that neither uses are left out."""
    token_count: int

    def table(self, label: str) -> TokenTable:
        """Return how the two gave ``label`` to tokens."""
        return self.tokens.get(label) or TokenTable(neither=self.token_count)


ComparedArticle: TypeAlias = Mapping[Pair, Comparison]
"""All finished layers of one article, two or more, each compared with each."""


class Marks:
    """What a layer marks, made ready to be compared with others of the same text."""

    def __init__(self, spans: Sequence[Span], tokens: Tokens) -> None:
        """Take the spans of a layer, and the tokens of its text.

        Entries are compared by id: give spans in which merged ones are replaced already, see
        ``core.registry.CurrentEntries``.
        """
        self.spans = spans
        self.places = [span.place for span in spans]
        self.by_label = _by_label(self.places)
        self.token_count = len(tokens)
        self.tokens = {
            label: tokens.under((start, end) for start, end, _ in places)
            for label, places in self.by_label.items()
        }


def compare(first: Marks, second: Marks) -> Comparison:
    """Compare what two layers of one text mark."""
    labels = sorted(first.by_label.keys() | second.by_label.keys())
    paired = best_pairs(first.places, second.places)
    return Comparison(
        labels={
            label: _matches(first.by_label.get(label, ()), second.by_label.get(label, ()))
            for label in labels
        },
        borders=_border_matches(first.spans, second.spans, len(paired)),
        confusion=_confusion(first.spans, second.spans, paired),
        values=_values((first.spans[index], second.spans[partner]) for index, partner in paired),
        tokens={label: _table(first, second, label) for label in labels},
        token_count=first.token_count,
    )


def matches(first: Iterable[Span], second: Iterable[Span]) -> Matches:
    """Return how the spans of two layers of one text match, those of each label by themselves."""
    ours, theirs = (_by_label(span.place for span in side) for side in (first, second))
    labels = ours.keys() | theirs.keys()
    return total(Matches, [_matches(ours.get(one, ()), theirs.get(one, ())) for one in labels])


def _by_label(places: Iterable[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place[2], []).append(place)
    return found


def _matches(ours: Sequence[Place], theirs: Sequence[Place]) -> Matches:
    """Return how spans of one label match; a layer holds each place once."""
    exact = len(set(ours) & set(theirs))
    is_same = exact == len(ours) == len(theirs)
    overlap = exact if is_same else len(most_pairs(ours, theirs))
    return Matches(len(ours) + len(theirs), exact, overlap)


def _table(first: Marks, second: Marks, label: str) -> TokenTable:
    ours, theirs = first.tokens.get(label, set()), second.tokens.get(label, set())
    both = len(ours & theirs)
    only_first, only_second = len(ours) - both, len(theirs) - both
    neither = first.token_count - both - only_first - only_second
    return TokenTable(both, only_first, only_second, neither)


def _border_matches(first: Sequence[Span], second: Sequence[Span], overlap: int) -> Matches:
    ours, theirs = (Counter((span.start, span.end) for span in side) for side in (first, second))
    return Matches(len(first) + len(second), (ours & theirs).total(), overlap)


def _confusion(
    first: Sequence[Span], second: Sequence[Span], paired: Iterable[tuple[int, int]]
) -> dict[Seen, int]:
    seen: Counter[Seen] = Counter()
    ours, theirs = set(range(len(first))), set(range(len(second)))
    for index, partner in paired:
        seen[first[index].label, second[partner].label] += 1
        ours.remove(index)
        theirs.remove(partner)
    seen.update((first[index].label, None) for index in ours)
    seen.update((None, second[partner].label) for partner in theirs)
    return dict(seen)


def _values(paired: Iterable[tuple[Span, Span]]) -> dict[str, Said]:
    said: dict[str, Said] = {}
    for one, other in paired:
        if one.label == other.label and one.is_confirmed and other.is_confirmed:
            so_far = said.get(one.label, Said())
            are_alike = compared(one) == compared(other)
            are_entries = all(isinstance(span.value, EntryValue) for span in (one, other))
            said[one.label] = Said(
                so_far.valued + 1,
                so_far.alike + are_alike,
                so_far.entries + are_entries,
                so_far.same_entry + (are_entries and are_alike),
            )
    return said
