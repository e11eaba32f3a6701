"""Strings that are marked in most of their places, and bare or otherwise marked in the others.

A string is all that reads alike when folded and stands as words of its own; clitics stay outside.
What is settled of an article is read once; which label is the usual one follows from all of them.
So does which value is the usual one of those places that carry a label: a string whose places
mean different things is listed once more, for that.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from annotator.core.conflicts import Place
from annotator.core.labels import LabelSet
from annotator.core.language import Cut, Folded, Language, Stretch
from annotator.core.mentions import with_spans
from annotator.core.model import Span
from annotator.core.said_values import as_usual, key_of, said_by
from annotator.core.values import Value

FEWEST: Final = 2
"""A string that is marked less often is never listed: nothing is usual of it."""
Readings: TypeAlias = tuple[str, ...]
"""How the words of a span may read when folded, see ``Language.names_at``."""
Identity: TypeAlias = tuple[str, str]
"""A string as it reads when folded, and the label whose values it is listed for, if it is that."""
Refused: TypeAlias = tuple[str, int, int, str]
"""The id of an article, start and end in it, and the label that a lead does not want there."""


class How(StrEnum):
    """How a string stands in a place, in view of the label that it usually has."""

    BARE = "bare"
    OTHER = "other"
    """It carries another label."""
    BORDERS = "borders"
    """What carries the label begins or ends elsewhere, where the guidelines let a border be cut
    or where it holds a part of the string."""
    VALUE = "value"
    """It carries the label, and means something else than it usually does."""
    USUAL = "usual"
    """It carries the label; where that is looked at, with the value that it usually has."""


class Standing(NamedTuple):
    """Where a string stands in an article, and what of gold is there; there are 100,000s."""

    start: int
    end: int
    labels: tuple[str, ...]
    """Those of the spans on just that stretch."""
    cut: tuple[Place, ...]
    """The spans that share letters with it and have other borders."""
    within: tuple[str, ...]
    """The labels of longer names that it is a part of."""
    values: tuple[Value, ...] = ()
    """What each of the spans on just that stretch means; ``None`` if that is not compared."""
    said: tuple[str, ...] = ()
    """The labels of those whose value a lead has said: that is no slip."""


@dataclass(frozen=True, slots=True)
class StringInArticle:
    """The places of one string in one article."""

    words: str
    """As they are written in gold here; empty if none of them is marked."""
    standing: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a string, in view of the label that it usually has."""

    article_id: str
    start: int
    end: int
    how: How
    spans: tuple[Place, ...]
    """What stands there in gold, to be replaced where it is to be as usual."""
    value: Value = None
    """What it means there, if the string is listed for that."""
    usual: Value = None
    """What it means if it is as usual."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A string that is not marked everywhere as it usually is."""

    words: str
    """As they are written most often."""
    folded: str
    label: str
    """The label that it usually has."""
    marked: Mapping[str, int]
    """How often it carries which label, the usual one first."""
    bare: int
    borders: int
    exceptions: int
    """In how many places it is not as usual."""
    spots: tuple[Spot, ...]
    """Bare ones first, those that are as usual last; in each group in the order of the project."""
    values: tuple[tuple[Value, int], ...] = ()
    """What it means and how often, the usual first, if it is listed for that: then all its places
    carry the label."""

    @property
    def identity(self) -> Identity:
        """What tells it from all others that are listed."""
        return self.folded, self.label if self.values else ""

    @property
    def usual(self) -> int:
        """How often it is as usual."""
        return self.values[0][1] if self.values else self.marked[self.label]

    @property
    def share(self) -> float:
        """In what part of its places it is as usual."""
        return self.usual / (self.usual + self.exceptions)

    def with_few_usual(self, most: int) -> "Listed":
        """Return it with so many of the places that are as usual: enough to compare with."""
        return replace(self, spots=self.spots[: self.exceptions + most])


@dataclass(frozen=True, slots=True)
class Swept:
    """What is to be looked at, and how much a lead has looked at already."""

    listed: Sequence[Listed] = ()
    decided: Mapping[str, int] = field(default_factory=dict)
    """In how many places a lead said what they are, though it is not usual: they are left out.

    By the label that is usual there.
    """

    def decided_of(self, label: str | None) -> int:
        """Return in how many places that was, of one label or of all."""
        return sum(self.decided.values()) if label is None else self.decided.get(label, 0)


# -- one article


def readings_of(text: str, gold: Iterable[Span], language: Language) -> list[Readings]:
    """Return how each span of ``gold`` may read; those of which nothing is left are left out."""
    found = (language.names_at(text, span.start, span.end) for span in gold)
    return [readings for readings in found if readings]


class StringIndex:
    """Tells which of many strings may stand in a text without looking for each of them."""

    _LETTERS: Final = 3

    def __init__(self, names: Iterable[str], language: Language) -> None:
        # A string of several words may have other spaces between them in a text.
        parts = {
            name: max(key.split(), key=len)
            for name in names
            for key in language.names_to_look_up((name,))
        }
        counts = Counter(piece for part in parts.values() for piece in self._pieces(part))
        self._by_piece: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, part in parts.items():
            rarest = min(self._pieces(part), key=lambda piece: (counts[piece], piece))
            self._by_piece[rarest].append((name, part))

    def __bool__(self) -> bool:
        return bool(self._by_piece)

    def may_stand_in(self, folded: Folded) -> Iterator[str]:
        """Yield those whose letters all stand in the text."""
        text, sizes = folded.text, range(1, self._LETTERS + 1)
        pieces = {text[at : at + size] for size in sizes for at in range(len(text))}
        for piece in sorted(pieces & self._by_piece.keys()):
            yield from (name for name, part in self._by_piece[piece] if part in text)

    def _pieces(self, part: str) -> set[str]:
        """Return the runs of letters by one of which a string is found."""
        size = min(self._LETTERS, len(part))
        return {part[at : at + size] for at in range(len(part) - size + 1)}


def strings_in(
    folded: Folded,
    gold: Sequence[Span],
    undecided: Sequence[Stretch],
    index: StringIndex,
    labels: LabelSet,
    language: Language,
    said: Collection[Place] = (),
) -> dict[str, StringInArticle]:
    """Return where the strings of ``index`` stand in a text, and what is there in ``gold``.

    The spans of ``gold`` have the values that are compared; of those in ``said`` a lead has said
    them.  Places in ``undecided`` stretches are left out: a lead is yet to say what they are.
    """
    found = sorted(
        (*stretch, name)
        for name in index.may_stand_in(folded)
        for stretch in language.find_words(folded, (name,))
        if not any(stretch[0] < end and start < stretch[1] for start, end in undecided)
    )
    text = folded.source_text
    standing: dict[str, list[Standing]] = defaultdict(list)
    there = with_spans(((start, end) for start, end, _ in found), gold)
    for (_, _, name), (stretch, spans) in zip(found, there, strict=True):
        standing[name].append(_standing(text, stretch, spans, labels, language, said))
    return {
        name: StringInArticle(_words(text, them), tuple(them)) for name, them in standing.items()
    }


def _words(text: str, standing: Iterable[Standing]) -> str:
    return next((" ".join(text[one.start : one.end].split()) for one in standing if one.labels), "")


def _standing(
    text: str,
    stretch: Stretch,
    spans: Iterable[Span],
    labels: LabelSet,
    language: Language,
    said: Collection[Place],
) -> Standing:
    exact, cut, within = [], [], []
    for span in spans:
        if (span.start, span.end) == stretch:
            exact.append(span)
        elif _is_longer_name(text, stretch, span, labels, language):
            within.append(span.label)
        else:
            cut.append(span.place)
    exact.sort(key=lambda span: span.label)
    return Standing(
        *stretch,
        tuple(span.label for span in exact),
        tuple(cut),
        tuple(sorted(set(within))),
        tuple(span.value for span in exact),
        tuple(span.label for span in exact if span.place in said),
    )


def _is_longer_name(
    text: str, stretch: Stretch, span: Span, labels: LabelSet, language: Language
) -> bool:
    """Tell whether ``stretch`` is a part of a longer name.

    It is none if ``span`` has more than ``stretch`` by what the guidelines cut off alone.
    """
    if not (span.start <= stretch[0] and stretch[1] <= span.end):
        return False
    reader = labels[span.label].reader if span.label in labels else None
    before = language.start_cuts(text, span.start, stretch[0], reader)
    return Cut.BORDER in before | language.end_cuts(text, stretch[1], span.end)


# -- all articles


def strings_of(marked: Mapping[Readings, int]) -> set[str]:
    """Return the strings that are marked often enough to be looked for, of all that are.

    What begins at the second lam of لل reads in two ways: the one that stands elsewhere too counts.
    """
    certain = Counter({names[0]: count for names, count in marked.items() if len(names) == 1})
    counts = Counter(certain)
    for names, count in marked.items():
        if len(names) > 1:
            counts[max(names, key=lambda name: (certain[name], name == names[-1]))] += count
    return {name for name, count in counts.items() if count >= FEWEST}


class Totals:
    """Gathers the places of all strings, and tells which of these are not as they usually are."""

    def __init__(
        self, names: Collection[str], language: Language, refused: Collection[Refused] = ()
    ) -> None:
        self._names = names
        self._fold = language.fold
        self._refused = refused
        self._standing: dict[str, list[tuple[str, Standing]]] = defaultdict(list)
        self._words: dict[str, Counter[str]] = defaultdict(Counter)
        self._decided: set[Refused] = set()

    def add(self, article_id: str, strings: Mapping[str, StringInArticle]) -> None:
        """Take what stands in one more article."""
        for name, told in strings.items():
            if name in self._names:
                self._standing[name] += ((article_id, one) for one in told.standing)
                if told.words:
                    self._words[name][told.words] += 1

    def swept(self, share: float, fewest: int = FEWEST) -> Swept:
        """Return the strings that are usual in ``share`` of their places, and ``fewest`` at least.

        Those with the fewest exceptions among the most places come first.
        """
        self._decided.clear()
        found = (chain(self._of_labels(name), self._of_values(name)) for name in self._standing)
        wanted = (
            one
            for one in chain.from_iterable(found)
            if one.exceptions and one.usual >= fewest and one.share >= share
        )
        listed = sorted(
            wanted, key=lambda one: (-one.share, -one.usual, one.folded, bool(one.values))
        )
        return Swept(listed, Counter(label for *_, label in self._decided))

    def _of_labels(self, name: str) -> Iterator[Listed]:
        standing = self._standing[name]
        marked = Counter(label for _, one in standing for label in one.labels)
        if not marked:
            return
        label = min(marked, key=lambda one: (-marked[one], one))
        spots = [spot for one in standing if (spot := self._spot(*one, label)) is not None]
        hows = Counter(spot.how for spot in spots)
        others = Counter(
            other for spot in spots if spot.how is How.OTHER for _, _, other in spot.spans
        )
        order = {how: number for number, how in enumerate(How)}
        yield Listed(
            words=self._written(name),
            folded=name,
            label=label,
            marked={label: hows[How.USUAL], **dict(others.most_common())},
            bare=hows[How.BARE],
            borders=hows[How.BORDERS],
            exceptions=len(spots) - hows[How.USUAL],
            spots=tuple(sorted(spots, key=lambda spot: order[spot.how])),
        )

    def _spot(self, article_id: str, one: Standing, label: str) -> Spot | None:
        """Return a place in view of the usual ``label``; ``None`` where nothing is to be said."""
        start, end = one.start, one.end
        if label in one.labels:
            return Spot(article_id, start, end, How.USUAL, ((start, end, label),))
        # A name inside a longer one of the same label is rightly not marked.
        if label in one.within:
            return None
        place = article_id, start, end, label
        if place in self._refused:
            self._decided.add(place)
            return None
        cut = tuple(place for place in one.cut if place[2] == label)
        if cut:
            return Spot(article_id, start, end, How.BORDERS, cut)
        others = tuple((start, end, other) for other in one.labels)
        return Spot(article_id, start, end, How.OTHER if others else How.BARE, others)

    def _written(self, name: str) -> str:
        words = self._words[name]
        return min(words, key=lambda one: (-words[one], one))

    # -- what they mean

    def _of_values(self, name: str) -> Iterator[Listed]:
        by_label: dict[str, list[tuple[str, Standing, Value]]] = defaultdict(list)
        for article_id, one in self._standing[name]:
            for label, value in zip(one.labels, one.values, strict=True):
                if value is not None:
                    by_label[label].append((article_id, one, value))
        for label, valued in sorted(by_label.items()):
            # Nearly all strings mean one thing: that is seen soonest.
            if len({value for _, _, value in valued}) > 1:
                yield from self._of_meanings(name, label, valued)

    def _of_meanings(
        self, name: str, label: str, valued: Sequence[tuple[str, Standing, Value]]
    ) -> Iterator[Listed]:
        fold = self._fold
        said = [said_by(name, value, fold) for _, _, value in valued]
        keys = [key_of(value, fold) for value in said]
        (usual, _), *others = Counter(keys).most_common()
        if not others:
            return
        shown = dict(zip(reversed(keys), reversed(said), strict=True))
        spots, counts = [], Counter({usual: 0})
        for (article_id, one, value), key in zip(valued, keys, strict=True):
            if key != usual and label in one.said:
                self._decided.add((article_id, one.start, one.end, label))
                continue
            counts[key] += 1
            place = one.start, one.end, label
            how = How.USUAL if key == usual else How.VALUE
            wanted = value if key == usual else as_usual(shown[usual], name, value, fold)
            spots.append(Spot(article_id, one.start, one.end, how, (place,), value, wanted))
        yield Listed(
            words=self._written(name),
            folded=name,
            label=label,
            marked={label: len(spots)},
            bare=0,
            borders=0,
            exceptions=len(spots) - counts[usual],
            spots=tuple(sorted(spots, key=lambda spot: spot.how is How.USUAL)),
            values=tuple((shown[key], count) for key, count in counts.most_common()),
        )
