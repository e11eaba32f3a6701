"""A model that learned from a project: when, from what, and how right it was.

What it learned is the affair of the source that trained it; here stands what people are told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from annotator.core.evaluation import HeldAgainst


class LearnedFrom(StrEnum):
    """What a model was shown."""

    GOLD = "gold"
    """Settled gold: all may be offered what it finds, but in the articles that it was shown."""
    LAYERS = "finished layers"
    """Layers that nobody has settled: it is never offered to annotators, who work blind."""


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """What is told of a model."""

    id: str
    at: str
    learned_from: LearnedFrom
    texts: frozenset[str]
    """The sha256 of each article that it was shown."""
    told: Mapping[str, Any]
    """Its scores from cross-validation, as ``annotator train --json`` prints them."""

    def held_against(self) -> HeldAgainst | None:
        """Return what it was held against; None if unknown: what older programs kept tells not."""
        spans, taken = (self.told.get(name) for name in ("spans", "from_suggestions"))
        if type(spans) is not int or type(taken) is not int or not 0 <= taken <= spans:
            return None
        return HeldAgainst(spans, taken)

    def score(self, name: str) -> float | None:
        """Return how right it was, from 0 to 1, ``f1_exact`` or ``f1_overlap``; None if unknown.

        With one story alone there was nothing that it had not seen.
        """
        figure, folds = self.told.get(name), self.told.get("folds")
        if not isinstance(figure, float) or not isinstance(folds, int) or folds < 2:
            return None
        return figure if 0 <= figure <= 1 else None
