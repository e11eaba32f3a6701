"""F1 of spans: what it is, from counts, and the plain mean of several figures."""

from collections.abc import Iterable
from statistics import fmean
from typing import NamedTuple

from annotator.core.intervals import Interval


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
