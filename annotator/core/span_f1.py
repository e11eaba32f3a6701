"""F1 of spans: of each pair of authors, of each label, and of all.

The counts behind them add up over articles; one function makes the figures from the counts of all
articles, of one, and of a sample of them.
"""

from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import NamedTuple

from annotator.core.comparison import ComparedArticle, Pair
from annotator.core.intervals import Bootstrap, Interval


class F1(NamedTuple):
    """F1 by two ways of matching; ``None`` where there are no spans."""

    exact: float | None
    """Spans match that have the same label and borders."""
    overlap: float | None
    """Spans match, one to one, that have the same label and share a letter."""


class F1Intervals(NamedTuple):
    """Where the two figures lie in 95 of 100 samples of articles; ``None`` if that is not known."""

    exact: Interval | None = None
    overlap: Interval | None = None


def f1(matched: int, spans: int) -> float | None:
    """Return F1 of two layers that hold ``spans`` spans together, of which so many pairs match.

    It is the harmonic mean of precision and recall (van Rijsbergen 1979), the same whichever layer
    is taken for the truth.  None if both layers are empty; 0 if one is.
    """
    return 2 * matched / spans if spans else None


def mean(figures: Iterable[float | None]) -> float | None:
    """Return the plain mean of the figures that are defined, or None if none is."""
    defined = [figure for figure in figures if figure is not None]
    return fmean(defined) if defined else None


def mean_f1(some: Iterable[F1]) -> F1:
    """Return the plain means of both figures."""
    some = list(some)
    return F1(mean(one.exact for one in some), mean(one.overlap for one in some))


class Estimate(NamedTuple):
    """Two figures and how sure they are."""

    f1: F1
    intervals: F1Intervals


class F1Table(NamedTuple):
    """F1 of all, of each pair and of each label."""

    whole: Estimate
    """The headline: the plain mean over pairs."""
    pairs: dict[Pair, Estimate]
    labels: dict[str, Estimate]
    """Plain means over pairs."""


def span_f1(
    articles: Sequence[ComparedArticle],
    pairs: Sequence[Pair],
    labels: Sequence[str],
    bootstrap: Bootstrap | None,
) -> F1Table:
    """Return F1 of all ``pairs`` and ``labels`` over ``articles``.

    A pair's counts all its spans (micro); those of all and of a label are plain means over pairs
    (Hripcsak and Rothschild 2005).  There are intervals if a ``bootstrap`` is given.
    """
    reckoning = _Reckoning(pairs, labels)
    figures = reckoning.figures(reckoning.counts(articles))
    intervals: list[Interval | None] = [None] * len(figures)
    if bootstrap and articles:
        by_article = [reckoning.counts([article]) for article in articles]
        intervals = bootstrap.intervals(by_article, reckoning.figures)
    whole, *others = (
        Estimate(F1(*figures[at : at + 2]), F1Intervals(*intervals[at : at + 2]))
        for at in range(0, len(figures), 2)
    )
    return F1Table(
        whole,
        dict(zip(pairs, others[: len(pairs)], strict=True)),
        dict(zip(labels, others[len(pairs) :], strict=True)),
    )


class _Reckoning:
    """Makes figures from counts: for each pair and label in turn, the three of ``Matches``."""

    def __init__(self, pairs: Sequence[Pair], labels: Sequence[str]) -> None:
        self._width = 3 * len(labels)
        self._offset_of = {label: 3 * place for place, label in enumerate(labels)}
        self._place_of = {pair: place * self._width for place, pair in enumerate(pairs)}

    def counts(self, articles: Iterable[ComparedArticle]) -> list[int]:
        """Return the counts over articles; costs the pairs that are there."""
        counts = [0] * (len(self._place_of) * self._width)
        for article in articles:
            for pair, comparison in article.items():
                place = self._place_of[pair]
                for label, matches in comparison.labels.items():
                    for at, count in enumerate(matches, place + self._offset_of[label]):
                        counts[at] += count
        return counts

    def figures(self, counts: Sequence[int]) -> list[float | None]:
        """Return exact and overlap F1 of all, of each pair, then of each label."""
        width = self._width
        by_pair = [counts[at : at + width] for at in self._place_of.values()]
        pairs = [_f1(sum(of[0::3]), sum(of[1::3]), sum(of[2::3])) for of in by_pair]
        labels = [mean_f1([_f1(*of[at : at + 3]) for of in by_pair]) for at in range(0, width, 3)]
        return [figure for both in (mean_f1(pairs), *pairs, *labels) for figure in both]


def _f1(spans: int, exact: int, overlap: int) -> F1:
    return F1(f1(exact, spans), f1(overlap, spans))
