"""Agreement: how far the finished layers of several authors match.

The headline is the mean pairwise F1 of spans (Hripcsak and Rothschild 2005): of two authors one
stands in for the truth, and F1 is the same whichever it is.  A pair's F1 counts all spans of all
articles that both have finished; the headline is the plain mean over pairs.  Spans are paired one
to one, and what is left over counts against both.  What nobody marked counts nowhere: where there
is nothing to agree on, a figure is ``None``, never 1.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from annotator.core.causes import Cause
from annotator.core.comparison import ComparedArticle, Comparison, Matches, Pair, Said, total
from annotator.core.intervals import Bootstrap
from annotator.core.kappa import TokenTable, cohen_kappa, fleiss_kappa, ratings_of
from annotator.core.span_f1 import F1, Estimate, F1Intervals, f1, mean, mean_f1, span_f1

FEWEST_ARTICLES = 20
"""With fewer, one odd article can move a figure further than its interval tells."""


@dataclass(frozen=True, slots=True)
class Matched:
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


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How far two authors match on the articles that both have finished."""

    first: str
    second: str
    articles: int
    f1: F1
    intervals: F1Intervals
    matched: Matched
    kappa: Mapping[str, float | None]
    """Cohen's on tokens, by label."""


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """How far authors match on one label: means over pairs, as in the headline."""

    f1: F1
    intervals: F1Intervals
    values: float | None
    support: int
    """How many spans of the label the compared layers hold."""
    kappa: float | None
    """On tokens: Cohen's of two authors, Fleiss' of more."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far several authors match on the articles that two or more of them have finished."""

    articles: int
    f1: F1
    """The headline: the plain mean over pairs."""
    intervals: F1Intervals
    matched: Matched
    """Plain means over pairs."""
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
) -> Agreement:
    """Return how far the layers of ``articles`` match, on each of ``labels`` and on all of them.

    The layers hold no other labels.  Intervals are reckoned if a ``bootstrap`` is given, which
    takes far longer than all else.
    """
    labels = tuple(labels)
    by_pair: dict[Pair, list[Comparison]] = {
        pair: [] for pair in sorted({pair for article in articles for pair in article})
    }
    for article in articles:
        for pair, comparison in article.items():
            by_pair[pair].append(comparison)
    f1s = span_f1(articles, tuple(by_pair), labels, bootstrap)
    pairs = tuple(
        _pair_agreement(pair, estimate, by_pair[pair], labels)
        for pair, estimate in f1s.pairs.items()
    )
    return Agreement(
        articles=len(articles),
        f1=f1s.whole.f1,
        intervals=f1s.whole.intervals,
        matched=_mean_matched([pair.matched for pair in pairs]),
        pairs=pairs,
        labels={
            label: _label_agreement(label, estimate, by_pair, articles)
            for label, estimate in f1s.labels.items()
        },
        confusion=_confusion(chain(*by_pair.values()), labels),
    )


def _pair_agreement(
    pair: Pair, estimate: Estimate, compared: Sequence[Comparison], labels: Iterable[str]
) -> PairAgreement:
    return PairAgreement(
        *pair,
        articles=len(compared),
        f1=estimate.f1,
        intervals=estimate.intervals,
        matched=_matched(compared),
        kappa={label: cohen_kappa(_table(compared, label)) for label in labels},
    )


def _label_agreement(
    label: str,
    estimate: Estimate,
    by_pair: Mapping[Pair, Sequence[Comparison]],
    articles: Sequence[ComparedArticle],
) -> LabelAgreement:
    said = [_said(compared, [label]) for compared in by_pair.values()]
    if len(by_pair) == 1:
        (compared,) = by_pair.values()
        kappa = cohen_kappa(_table(compared, label))
    else:
        kappa = fleiss_kappa(
            ratings_of({pair: one.table(label) for pair, one in article.items()})
            for article in articles
        )
    return LabelAgreement(
        f1=estimate.f1,
        intervals=estimate.intervals,
        values=mean(_share(one.alike, one.valued) for one in said),
        support=sum(_support(article, label) for article in articles),
        kappa=kappa,
    )


def _matched(compared: Sequence[Comparison]) -> Matched:
    borders = total(Matches, (one.borders for one in compared))
    same = paired = 0
    for one in compared:
        for (ours, theirs), count in one.confusion.items():
            same += count * (ours == theirs)
            paired += count * (ours is not None and theirs is not None)
    said = _said(compared, {label for one in compared for label in one.values})
    return Matched(
        borders=F1(f1(borders.exact, borders.spans), f1(borders.overlap, borders.spans)),
        labels=_share(same, paired),
        values=_share(said.alike, said.valued),
        entries=_share(said.same_entry, said.entries),
    )


def _mean_matched(pairs: Sequence[Matched]) -> Matched:
    return Matched(
        borders=mean_f1(one.borders for one in pairs),
        labels=mean(one.labels for one in pairs),
        values=mean(one.values for one in pairs),
        entries=mean(one.entries for one in pairs),
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


def _said(compared: Iterable[Comparison], labels: Collection[str]) -> Said:
    return total(
        Said, (one.values[label] for one in compared for label in labels if label in one.values)
    )


def _table(compared: Iterable[Comparison], label: str) -> TokenTable:
    return total(TokenTable, (one.table(label) for one in compared))


def _support(article: ComparedArticle, label: str) -> int:
    """Return how many spans of ``label`` the layers of an article hold."""
    authors = {name for pair in article for name in pair}
    counted = total(Matches, (one.labels[label] for one in article.values() if label in one.labels))
    # Each layer is in as many pairs as there are others.
    return counted.spans // (len(authors) - 1)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
