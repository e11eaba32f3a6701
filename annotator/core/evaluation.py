"""How right suggestions are: held against gold, by label and in all.

Exact: same label, start and end.  Overlapping: of one label, pairs that share a letter, one to one
(``core.matching``), so that no span is found twice.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from annotator.core.conflicts import Place
from annotator.core.matching import most_pairs
from annotator.core.model import Layer
from annotator.core.suggestions import was_suggested


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """The spans that suggestions are held against, and how many of them they brought about.

    Who takes a suggestion hardly sees what it lacks: spans that were taken flatter what made them.
    """

    spans: int
    taken: int
    """From suggestions, by whoever marked them."""

    @classmethod
    def of(cls, layers: Iterable[Layer]) -> Self:
        """Count in some layers."""
        spans = [span for layer in layers for span in layer.spans]
        return cls(len(spans), sum(map(was_suggested, spans)))

    def to_json(self) -> dict[str, int]:
        """Return the counts as commands print them."""
        return {"spans": self.spans, "from_suggestions": self.taken}


@dataclass(frozen=True, slots=True)
class LabelScore:
    """How right the suggestions of one label are; ``None`` where nothing is to be reckoned."""

    precision: float | None
    recall: float | None
    f1: float | None
    """Exact; the harmonic mean of both (van Rijsbergen 1979)."""
    f1_overlap: float | None
    support: int
    """Spans of gold."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How right the suggestions of one source are."""

    f1_exact: float | None
    """Over all labels, micro-averaged."""
    f1_overlap: float | None
    labels: dict[str, LabelScore]

    def to_json(self) -> dict[str, object]:
        """Return the figures as commands print them; ``null`` where nothing is to be reckoned."""
        return {
            "f1_exact": self.f1_exact,
            "f1_overlap": self.f1_overlap,
            "labels": {
                label: {
                    "p": score.precision,
                    "r": score.recall,
                    "f1": score.f1,
                    "f1_overlap": score.f1_overlap,
                    "support": score.support,
                }
                for label, score in self.labels.items()
            },
        }


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """How right each source is that has learned from so many articles."""

    articles: int
    sources: dict[str, Scores]

    def to_json(self) -> dict[str, object]:
        """Return the figures as commands print them."""
        return {
            "articles": self.articles,
            "sources": {name: scores.to_json() for name, scores in self.sources.items()},
        }


@dataclass(slots=True)
class Evaluation:
    """Counts over articles, by label."""

    labels: Sequence[str]
    gold: Counter[str] = field(default_factory=Counter)
    suggested: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    overlapping: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Iterable[Place], suggested: Iterable[Place]) -> None:
        """Count one article."""
        for label in self.labels:
            theirs = [place for place in gold if place[2] == label]
            ours = [place for place in suggested if place[2] == label]
            self.gold[label] += len(theirs)
            self.suggested[label] += len(ours)
            self.exact[label] += len(set(theirs) & set(ours))
            self.overlapping[label] += len(most_pairs(theirs, ours))

    def scores(self) -> Scores:
        """Return the figures so far."""
        spans = self.gold.total() + self.suggested.total()
        return Scores(
            _ratio(2 * self.exact.total(), spans),
            _ratio(2 * self.overlapping.total(), spans),
            {label: self._score(label) for label in self.labels},
        )

    def _score(self, label: str) -> LabelScore:
        exact, gold, suggested = self.exact[label], self.gold[label], self.suggested[label]
        return LabelScore(
            precision=_ratio(exact, suggested),
            recall=_ratio(exact, gold),
            f1=_ratio(2 * exact, gold + suggested),
            f1_overlap=_ratio(2 * self.overlapping[label], gold + suggested),
            support=gold,
        )


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
