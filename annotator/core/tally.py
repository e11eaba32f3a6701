"""The counts behind all figures of agreement: a row of numbers, which adds up over articles.

One function makes all figures of a row, whether it is that of all articles, of one, or of a sample
of them.  So the bootstrap draws once for all figures, and never looks at spans again.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeAlias, TypeVar

from annotator.core.comparison import ComparedArticle, Comparison, Pair, Said
from annotator.core.intervals import Bootstrap, Interval
from annotator.core.kappa import Ratings, TokenTable, cohen_kappa, fleiss_kappa, ratings_of
from annotator.core.progress import Progress
from annotator.core.span_f1 import f1, mean

Of = TypeVar("Of")
Figures: TypeAlias = list[float | None]

OF_SPANS: Final = 7
"""F1 exact and by overlap, the same of borders, then agreement on labels, values and entries."""
OF_LABEL: Final = 5
"""F1 exact and by overlap, agreement on values and entries, kappa."""
_APART: Final = 6
"""How many counts of a pair are of no one label: tokens, spans, and what of them was paired."""
_EACH: Final = 10
"""How many are of each label: those of ``Matches``, of ``Said``, and of tokens given it."""
_SPANS: Final = 7
"""How many of these are of spans."""
_NONE: Final = (0,) * _EACH
_NOTHING_SAID: Final = Said()


class Told(NamedTuple, Generic[Of]):
    """One thing for each figure, such as what it is, or where it lies."""

    whole: Sequence[Of]
    """So many as ``OF_SPANS``: the plain means over pairs."""
    pairs: Mapping[Pair, Sequence[Of]]
    """So many as ``OF_SPANS``, then kappa by label."""
    labels: Mapping[str, Sequence[Of]]
    """So many as ``OF_LABEL``: the plain means over pairs, but kappa."""


class Tally:
    """Counts compared articles, and makes figures of the counts."""

    def __init__(self, articles: Sequence[ComparedArticle], labels: Sequence[str]) -> None:
        """Take the articles; their layers hold no other labels."""
        self.pairs = sorted({pair for article in articles for pair in article})
        self._labels = labels
        self._width = _APART + _EACH * len(labels)
        """How many counts a pair has."""
        self._authors = sorted({_number_of_authors(article) for article in articles})
        """How many an article may have."""
        self._rows = [
            {pair: self._row(one) for pair, one in article.items()} for article in articles
        ]
        self._rated = [self._rating(article) for article in articles]

    # -- counts

    def _row(self, one: Comparison) -> list[int]:
        """Return the counts of one article and pair."""
        same = paired = 0
        for (ours, theirs), count in one.confusion.items():
            if ours is not None and theirs is not None:
                paired += count
                same += count * (ours == theirs)
        row = [one.token_count, *one.borders, same, paired]
        for label in self._labels:
            if label in one.labels:
                row += one.labels[label]
                row += one.values.get(label, _NOTHING_SAID)
                row += one.tokens[label][:-1]
            else:
                row += _NONE
        return row

    def _rating(self, article: ComparedArticle) -> list[int]:
        """Return the tokens, and what they were given by label, for each number of authors."""
        if len(self.pairs) == 1:
            return []  # Its row says all.
        rated: list[int] = []
        for authors in self._authors:
            if authors == _number_of_authors(article):
                rated.append(next(iter(article.values())).token_count)
                for label in self._labels:
                    of = ratings_of({pair: one.table(label) for pair, one in article.items()})
                    rated += of.given, of.differing
            else:
                rated += [0] * (1 + 2 * len(self._labels))
        return rated

    def _total(self) -> list[int]:
        total: list[int] = []
        for pair in self.pairs:
            total += map(
                sum, zip(*(rows[pair] for rows in self._rows if pair in rows), strict=True)
            )
        return [*total, *map(sum, zip(*self._rated, strict=True))]

    def _by_article(self) -> list[list[int]]:
        absent = [0] * self._width
        return [
            [count for pair in self.pairs for count in rows.get(pair, absent)] + rated
            for rows, rated in zip(self._rows, self._rated, strict=True)
        ]

    # -- figures

    def figures(self) -> Told[float | None]:
        """Return all figures; ``None`` where there is nothing to agree on."""
        return self._told(self._made_of(self._total()))

    def intervals(self, bootstrap: Bootstrap | None, progress: Progress) -> Told[Interval | None]:
        """Return where the figures lie: nothing is known of it without a ``bootstrap``."""
        figures = self._made_of(self._total())
        if bootstrap is None or not self._rows:
            return self._told([None] * len(figures))
        return self._told(bootstrap.intervals(self._by_article(), self._made_of, progress))

    def _told(self, told: Sequence[Of]) -> Told[Of]:
        parts, of_pair = iter(told), OF_SPANS + len(self._labels)

        def take(number: int) -> list[Of]:
            return [next(parts) for _ in range(number)]

        return Told(
            whole=take(OF_SPANS),
            pairs={pair: take(of_pair) for pair in self.pairs},
            labels={label: take(OF_LABEL) for label in self._labels},
        )

    def _made_of(self, row: Sequence[int]) -> Figures:
        """Return the figures of a row, in the order of ``Told``."""
        width, end = self._width, self._width * len(self.pairs)
        counts = [row[at : at + width] for at in range(0, end, width)]
        pairs = [_of_pair(of, width) for of in counts]
        figures = [mean(of[at] for of in pairs) for at in range(OF_SPANS)]
        for of in pairs:
            figures += of
        for place, at in enumerate(range(_APART, width, _EACH)):
            of_label = [_of_spans(of[at : at + _SPANS]) for of in counts]
            figures += (mean(of[which] for of in of_label) for which in range(OF_LABEL - 1))
            if len(pairs) == 1:
                figures.append(pairs[0][OF_SPANS + place])
            else:
                figures.append(self._fleiss(place, row[end:]))
        return figures

    def _fleiss(self, place: int, rated: Sequence[int]) -> float | None:
        each = 1 + 2 * len(self._labels)
        return fleiss_kappa(
            Ratings(rated[at], authors, *rated[at + 1 + 2 * place :][:2])
            for authors, at in zip(self._authors, range(0, len(rated), each), strict=True)
        )


def _of_pair(counts: Sequence[int], width: int) -> Figures:
    tokens, spans, exact, overlap, same, paired = counts[:_APART]
    of_all = [sum(counts[at::_EACH]) for at in range(_APART, _APART + _SPANS)]
    return [
        *_of_spans(of_all)[:2],
        f1(exact, spans),
        f1(overlap, spans),
        _share(same, paired),
        *_of_spans(of_all)[2:],
        *(_cohen(tokens, *counts[at + _SPANS : at + _EACH]) for at in range(_APART, width, _EACH)),
    ]


def _of_spans(counts: Sequence[int]) -> Figures:
    """Return F1 exact and by overlap, and agreement on values and entries."""
    spans, exact, overlap, valued, alike, entries, same_entry = counts
    return [
        f1(exact, spans),
        f1(overlap, spans),
        _share(alike, valued),
        _share(same_entry, entries),
    ]


def _cohen(tokens: int, both: int, only_first: int, only_second: int) -> float | None:
    neither = tokens - both - only_first - only_second
    return cohen_kappa(TokenTable(both, only_first, only_second, neither))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _number_of_authors(article: ComparedArticle) -> int:
    return len({name for pair in article for name in pair})
