"""Agreement: how far the finished layers of several authors match.

The headline is the mean pairwise F1 of spans (Hripcsak and Rothschild 2005): of two authors one
stands in for the truth, and F1 is the same whichever it is.  A pair's F1 counts all spans of all
articles that both have finished; the headline is the plain mean over pairs.  Spans are paired one
to one, and what is left over counts against both.  What nobody marked counts nowhere: where there
is nothing to agree on, a figure is ``None``, never 1.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from annotator.core.causes import Cause
from annotator.core.comparison import ComparedArticle, Comparison, Matches, total
from annotator.core.intervals import Bootstrap, Interval
from annotator.core.progress import Progress, Quiet
from annotator.core.span_f1 import F1, F1Intervals
from annotator.core.tally import OF_SPANS, Tally

FEWEST_ARTICLES = 20
"""With fewer, one odd article can move a figure further than its interval tells."""
_QUIET = Quiet()


class Matched(NamedTuple):
    """What authors agree on apart from labels, and on the spans that they both marked.

    Spans are paired whatever their labels; see ``matching.best_pairs``.
    """

    borders: F1
    """F1 of spans whatever their labels."""
    labels: float | None
    """Of the paired spans, the share with one label."""
    values: float | None
    """Of those where both authors say a value, the share with an equal one."""
    entries: float | None
    """Of those where both values are entries, the share with the same one."""


class MatchedIntervals(NamedTuple):
    """Where each of these lies in 95 of 100 samples of articles; ``None`` if that is not known."""

    borders: F1Intervals = F1Intervals()
    labels: Interval | None = None
    values: Interval | None = None
    entries: Interval | None = None


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How far two authors match on the articles that both have finished."""

    first: str
    second: str
    articles: int
    f1: F1
    intervals: F1Intervals
    matched: Matched
    matched_intervals: MatchedIntervals
    kappa: Mapping[str, float | None]
    """Cohen's on tokens, by label."""
    kappa_intervals: Mapping[str, Interval | None]

    @property
    def is_thin(self) -> bool:
        """Whether there are too few articles to rely on."""
        return self.articles < FEWEST_ARTICLES


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """How far authors match on one label: means over pairs, as in the headline."""

    f1: F1
    intervals: F1Intervals
    values: float | None
    value_interval: Interval | None
    entries: float | None
    entry_interval: Interval | None
    kappa: float | None
    """On tokens: Cohen's of two authors, Fleiss' of more."""
    kappa_interval: Interval | None
    articles: int
    """How many of the articles hold a span of the label in one of the compared layers."""
    support: int
    """How many spans of the label the compared layers hold."""

    @property
    def is_thin(self) -> bool:
        """Whether there are too few articles with the label to rely on."""
        return self.articles < FEWEST_ARTICLES


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far several authors match on the articles that two or more of them have finished."""

    articles: int
    f1: F1
    """The headline: the plain mean over pairs."""
    intervals: F1Intervals
    matched: Matched
    """Plain means over pairs."""
    matched_intervals: MatchedIntervals
    pairs: tuple[PairAgreement, ...]
    labels: Mapping[str, LabelAgreement]
    confusion: Mapping[str, Mapping[str | None, int]]
    """How often what one author calls so is called so by another, in both directions; ``None`` is
    what the other did not mark.  The sum of a row is how many spans of the label were compared,
    each once for every other author."""

    @property
    def is_thin(self) -> bool:
        """Whether there are too few articles to rely on."""
        return self.articles < FEWEST_ARTICLES


@dataclass(frozen=True, slots=True)
class ProjectAgreement:
    """How far the authors of a project match: on all, by outlet and over time."""

    authors: tuple[str, ...]
    """Whose layers were compared."""
    whole: Agreement
    outlets: Mapping[str | None, Agreement]
    """By outlet; ``None`` for articles without one."""
    months: Mapping[str | None, Agreement]
    """By the month, as 2026-02, in which the last of an article's layers was finished.

    Months by the clock of this machine, as days are; not weeks, since a week rarely has enough
    articles that two have finished.  ``None``: unknown.
    """
    causes: Mapping[Cause, int]
    """How many differences have each cause, whatever a lead has decided of them."""


def agreement(
    articles: Sequence[ComparedArticle],
    labels: Iterable[str],
    bootstrap: Bootstrap | None = None,
    progress: Progress = _QUIET,
) -> Agreement:
    """Return how far the layers of ``articles`` match, on each of ``labels`` and on all of them.

    The layers hold no other labels.  Intervals are reckoned if a ``bootstrap`` is given, which
    takes far longer than all else: ``progress`` counts its rounds.
    """
    labels = tuple(labels)
    tally = Tally(articles, labels)
    figures, intervals = tally.figures(), tally.intervals(bootstrap, progress)
    return Agreement(
        articles=len(articles),
        f1=F1(*figures.whole[:2]),
        intervals=F1Intervals(*intervals.whole[:2]),
        matched=_matched(figures.whole),
        matched_intervals=_matched_intervals(intervals.whole),
        pairs=tuple(
            PairAgreement(
                *pair,
                articles=sum(pair in article for article in articles),
                f1=F1(*of[:2]),
                intervals=F1Intervals(*within[:2]),
                matched=_matched(of[:OF_SPANS]),
                matched_intervals=_matched_intervals(within[:OF_SPANS]),
                kappa=dict(zip(labels, of[OF_SPANS:], strict=True)),
                kappa_intervals=dict(zip(labels, within[OF_SPANS:], strict=True)),
            )
            for (pair, of), within in zip(
                figures.pairs.items(), intervals.pairs.values(), strict=True
            )
        ),
        labels={
            label: _label_agreement(label, of, intervals.labels[label], articles)
            for label, of in figures.labels.items()
        },
        confusion=_confusion(chain(*(article.values() for article in articles)), labels),
    )


def _matched(of_spans: Sequence[float | None]) -> Matched:
    _, _, exact, overlap, labels, values, entries = of_spans
    return Matched(F1(exact, overlap), labels, values, entries)


def _matched_intervals(of_spans: Sequence[Interval | None]) -> MatchedIntervals:
    _, _, exact, overlap, labels, values, entries = of_spans
    return MatchedIntervals(F1Intervals(exact, overlap), labels, values, entries)


def _label_agreement(
    label: str,
    figures: Sequence[float | None],
    intervals: Sequence[Interval | None],
    articles: Sequence[ComparedArticle],
) -> LabelAgreement:
    exact, overlap, values, entries, kappa = figures
    return LabelAgreement(
        F1(exact, overlap),
        F1Intervals(*intervals[:2]),
        values=values,
        value_interval=intervals[2],
        entries=entries,
        entry_interval=intervals[3],
        kappa=kappa,
        kappa_interval=intervals[4],
        articles=sum(any(label in one.labels for one in of.values()) for of in articles),
        support=sum(_support(article, label) for article in articles),
    )


def _confusion(
    compared: Iterable[Comparison], labels: Sequence[str]
) -> dict[str, dict[str | None, int]]:
    confusion = {label: dict.fromkeys((*labels, None), 0) for label in labels}
    for comparison in compared:
        for (ours, theirs), count in comparison.confusion.items():
            if ours is not None:
                confusion[ours][theirs] += count
            if theirs is not None:
                confusion[theirs][ours] += count
    return confusion


def _support(article: ComparedArticle, label: str) -> int:
    """Return how many spans of ``label`` the layers of an article hold."""
    authors = {name for pair in article for name in pair}
    counted = total(Matches, (one.labels[label] for one in article.values() if label in one.labels))
    # Each layer is in as many pairs as there are others.
    return counted.spans // (len(authors) - 1)
