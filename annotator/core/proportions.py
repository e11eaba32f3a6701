"""How sure one can be of a share that was counted in a random sample."""

from collections.abc import Callable
from math import exp, lgamma

from annotator.core.intervals import Interval

_TAIL = 0.025 * (1 + 1e-8)
"""The chance that is left out on either side; just that may be reckoned as a little more."""


def share_interval(hits: int, of: int, population: int) -> Interval | None:
    """Return where the share of a ``population`` lies (95 %), of which a random sample was drawn.

    ``hits`` of the ``of`` that were drawn, without putting any back, have something.  How many of
    all have it follows a hypergeometric distribution: those numbers are left out for which so many
    hits, or more, have a chance of 2.5 % at most, and likewise those for so few or fewer.  J. P.
    Buonaccorsi, A note on confidence intervals for proportions in finite populations, The American
    Statistician 41 (3), 1987, 215-218.  For a large population these are the limits of Clopper and
    Pearson (1934).  It never says more than can be: what was drawn is known, and where all were
    drawn the interval is the share itself.  ``None`` for an empty sample.

    Raises:
        ValueError: if these are no counts of a sample of the population.
    """
    if not 0 <= hits <= of <= population:
        raise ValueError(f"no sample: {hits} of {of} of {population}")
    if not of:
        return None
    draw = _Draw(of, population)
    # The more of all have it, the greater the chance of so many hits: both limits are looked for
    # by halving.
    least, most = hits, population - (of - hits)
    low = _first(lambda have: draw.at_least(hits, have) > _TAIL, least, most)
    high = _first(lambda have: draw.at_most(hits, have) <= _TAIL, low, most + 1) - 1
    return Interval(low / population, high / population)


def _first(is_so: Callable[[int], bool], low: int, high: int) -> int:
    """Return the first number from ``low`` on of which it is so; ``high`` if of none before it."""
    while low < high:
        middle = (low + high) // 2
        if is_so(middle):
            high = middle
        else:
            low = middle + 1
    return low


class _Draw:
    """The chances of hits in a sample that is drawn without putting any back."""

    def __init__(self, of: int, population: int) -> None:
        self._of = of
        self._population = population

    def at_least(self, hits: int, have: int) -> float:
        """Return the chance of ``hits`` or more, where ``have`` of all have it."""
        return 1 - self.at_most(hits - 1, have)  # hits are few, and all above them are many

    def at_most(self, hits: int, have: int) -> float:
        """Return the chance of ``hits`` or fewer, where ``have`` of all have it."""
        fewest, most = max(0, self._of - (self._population - have)), min(hits, have)
        return sum(self._chance(one, have) for one in range(fewest, most + 1))

    def _chance(self, hits: int, have: int) -> float:
        """Return the chance of just so many hits, as a ratio of numbers of possible draws."""
        lack = self._population - have
        ways = _choices(have, hits) + _choices(lack, self._of - hits)
        return exp(ways - _choices(self._population, self._of))


def _choices(all_: int, some: int) -> float:
    """Return the logarithm of the number of ways to choose ``some`` of ``all_``."""
    return lgamma(all_ + 1) - lgamma(some + 1) - lgamma(all_ - some + 1)
