"""How gold differs from what an author marked, and how near she comes to it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.core.causes import WAYS, Cause, Surplus, Way
from annotator.core.comparison import Matches, total
from annotator.core.excerpts import Quotation
from annotator.core.model import Span
from annotator.core.span_f1 import F1, f1


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch on which gold is not what the author marked, and why."""

    where: Quotation
    cause: Cause
    mine: tuple[Span, ...]
    gold: tuple[Span, ...]
    reason: str = ""
    """What a lead said who decided on it."""
    gap: bool = False
    """Whether the guidelines leave the question open."""

    @property
    def way(self) -> Way:
        """In which way the author's work is not gold: who marked too much missed nothing."""
        is_surplus = self.cause is Cause.MISSED and not self.gold
        return Surplus.TOO_MUCH if is_surplus else self.cause


@dataclass(frozen=True, slots=True)
class ArticleFeedback:
    """How far an author's layer of one article is gold."""

    article_id: str
    article: str
    """Its name."""
    is_test: bool
    matches: Mapping[str, Matches]
    """By label, for those that she or gold uses."""
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How near an author comes to gold over some articles."""

    articles: int
    f1: F1
    labels: Mapping[str, F1]
    """By label, in the order of their names."""
    causes: Mapping[Cause, int]
    ways: Mapping[Way, int]
    """As the author is told of them."""


def score(articles: Iterable[ArticleFeedback]) -> Score:
    """Return how near an author comes to gold over some articles; all spans count alike."""
    told = list(articles)
    labels = sorted({label for one in told for label in one.matches})
    sums = {
        label: total(Matches, [one.matches[label] for one in told if label in one.matches])
        for label in labels
    }
    differences = [difference for one in told for difference in one.differences]
    causes = Counter(one.cause for one in differences)
    ways = Counter(one.way for one in differences)
    return Score(
        articles=len(told),
        f1=_f1(total(Matches, sums.values())) if sums else F1(None, None),
        labels={label: _f1(matches) for label, matches in sums.items()},
        causes={cause: causes[cause] for cause in Cause if causes[cause]},
        ways={way: ways[way] for way in WAYS if ways[way]},
    )


def _f1(matches: Matches) -> F1:
    return F1(f1(matches.exact, matches.spans), f1(matches.overlap, matches.spans))
