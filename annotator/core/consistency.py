"""Strings that are marked in most of their places, and bare or otherwise marked in the others.

What is settled of an article is read once, see ``standing``; which label is the usual one follows
from all of them.  So does which value is the usual one of those places that carry a label: a
string whose places mean different things is listed once more, for that.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, TypeAlias

from annotator.core.language import Language
from annotator.core.said_values import as_usual, key_of, said_by
from annotator.core.standing import Readings, Standing, StringInArticle
from annotator.core.swept import Asked, Decided, How, Listed, Spot, Swept
from annotator.core.values import Value

FEWEST: Final = 2
"""A string that is marked less often is never listed: nothing is usual of it."""
Refused: TypeAlias = tuple[str, int, int, str]
"""The id of an article, start and end in it, and the label that a lead does not want there."""


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
        asked = Asked(share, fewest)
        listed, decided = [], []
        for name in self._standing:
            for one, places in chain(self._of_labels(name), self._of_values(name)):
                if one.exceptions and asked.fits(one):
                    listed.append(one)
                if places and asked.fits(one):
                    decided.append(Decided(name, one.label, one.usual, one.share, places))
        listed.sort(key=lambda one: (-one.share, -one.usual, one.folded, bool(one.values)))
        return Swept(listed, decided)

    def _of_labels(self, name: str) -> Iterator[tuple[Listed, int]]:
        """Yield the string, if it is marked, and how many of its places a lead has decided."""
        standing = self._standing[name]
        marked = Counter(label for _, one in standing for label in one.labels)
        if not marked:
            return
        label = min(marked, key=lambda one: (-marked[one], one))
        # A name inside a longer one of the same label is rightly not marked.
        there = [
            (article_id, one)
            for article_id, one in standing
            if label in one.labels or label not in one.within
        ]
        left = [place for place in there if not self._is_refused(*place, label)]
        spots = [_spot(article_id, one, label) for article_id, one in left]
        hows = Counter(spot.how for spot in spots)
        others = Counter(
            other for spot in spots if spot.how is How.OTHER for _, _, other in spot.spans
        )
        order = {how: number for number, how in enumerate(How)}
        listed = Listed(
            words=self._written(name),
            folded=name,
            label=label,
            marked={label: hows[How.USUAL], **dict(others.most_common())},
            bare=hows[How.BARE],
            borders=hows[How.BORDERS],
            exceptions=len(spots) - hows[How.USUAL],
            spots=tuple(sorted(spots, key=lambda spot: order[spot.how])),
        )
        yield listed, len(there) - len(left)

    def _is_refused(self, article_id: str, one: Standing, label: str) -> bool:
        """Tell whether a lead said that a place is rightly not as usual."""
        place = article_id, one.start, one.end, label
        return label not in one.labels and place in self._refused

    def _written(self, name: str) -> str:
        words = self._words[name]
        return min(words, key=lambda one: (-words[one], one))

    # -- what they mean

    def _of_values(self, name: str) -> Iterator[tuple[Listed, int]]:
        """Yield it for each label with which it means different things, in the same way."""
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
    ) -> Iterator[tuple[Listed, int]]:
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
                continue
            counts[key] += 1
            place = one.start, one.end, label
            how = How.USUAL if key == usual else How.VALUE
            wanted = value if key == usual else as_usual(shown[usual], name, value, fold)
            spots.append(Spot(article_id, one.start, one.end, how, (place,), value, wanted))
        listed = Listed(
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
        yield listed, len(valued) - len(spots)


def _spot(article_id: str, one: Standing, label: str) -> Spot:
    """Return a place in view of the usual ``label``."""
    start, end = one.start, one.end
    if label in one.labels:
        return Spot(article_id, start, end, How.USUAL, ((start, end, label),))
    cut = tuple(place for place in one.cut if place[2] == label)
    if cut:
        return Spot(article_id, start, end, How.BORDERS, cut)
    others = tuple((start, end, other) for other in one.labels)
    return Spot(article_id, start, end, How.OTHER if others else How.BARE, others)
