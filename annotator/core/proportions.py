"""How sure one can be of a share that was counted in a random sample."""

from math import sqrt

from annotator.core.intervals import Interval

_Z = 1.959963984540054
"""The normal deviate that leaves 2.5 % above it."""


def share_interval(hits: int, of: int) -> Interval | None:
    """Return where the true share lies (95 %), if ``hits`` of a random sample have something.

    The score interval of Wilson (1927), equation for its two ends::

        (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)

    with p = ``hits`` / n and n = ``of``.  It stays within 0 and 1, and says something also where
    none or all were hit.  E. B. Wilson, Probable inference, the law of succession, and statistical
    inference, Journal of the American Statistical Association 22 (158), 209-212.  ``None`` for an
    empty sample.
    """
    if not of:
        return None
    share, z2 = hits / of, _Z * _Z
    middle = share + z2 / (2 * of)
    reach = _Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    low, high = ((middle + side * reach) / (1 + z2 / of) for side in (-1, 1))
    # Where none or all were hit, one end is the share itself, but for what rounding leaves.
    return Interval(max(0.0, min(low, share)), min(1.0, max(high, share)))
