"""Intervals by the bootstrap: how far figures would move if other articles had been handed out.

Articles are drawn, not spans: spans of one article are alike, so that drawing them would make the
intervals too narrow.
"""

import random
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import NamedTuple, TypeAlias

from annotator.core.progress import Progress, Quiet

Figures: TypeAlias = Callable[[Sequence[int]], Sequence[float | None]]
"""Makes figures, always as many, from counts that were added up over articles."""
_QUIET = Quiet()


class Interval(NamedTuple):
    """Where a figure lies in 95 of 100 samples."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """How to draw: the same seed draws the same samples."""

    rounds: int = 1000
    seed: int = 0

    def intervals(
        self,
        counts: Sequence[Sequence[int]],
        figures: Figures,
        progress: Progress = _QUIET,
        differences: Sequence[tuple[int, int]] = (),
    ) -> list[Interval | None]:
        """Return the percentile interval (95 %) of each figure (Efron 1979).

        ``counts`` has as many numbers for each article, 0 or greater.  As many articles as there
        are are drawn with replacement, again and again, and the figures made from their sums.
        Samples in which a figure is undefined say nothing of it.  None for a figure that fewer
        than two of the articles have by themselves: all samples would be alike.

        After them come those of ``differences``, each between two figures by their places, the
        first less the second; an article need not have both.

        Raises:
            Cancelled: if ``progress`` says so after one of the rounds.
        """
        alone = zip(*map(figures, counts), strict=True)
        known = [sum(figure is not None for figure in column) > 1 for column in alone]
        known += [known[one] and known[other] for one, other in differences]
        if not any(known):
            return [None] * len(known)
        # No sum of a sample is greater, so that no count runs into the next.
        most = len(counts) * max(map(max, counts))
        numbers = struct.Struct(f"<{len(counts[0])}{'I' if most < 1 << 32 else 'Q'}")
        # All counts of an article in one number, so that one addition adds all of them.
        packed = [int.from_bytes(numbers.pack(*article), "little") for article in counts]
        chance = random.Random(self.seed)
        drawn = []
        for done in range(1, self.rounds + 1):
            total = sum(chance.choices(packed, k=len(packed)))
            drawn.append(figures(numbers.unpack(total.to_bytes(numbers.size, "little"))))
            progress.advance(done, self.rounds)
        samples = list(zip(*drawn, strict=True))
        samples += [_less(samples[one], samples[other]) for one, other in differences]
        return [
            _interval(sample) if told else None for sample, told in zip(samples, known, strict=True)
        ]


def _less(
    sample: Sequence[float | None], other: Sequence[float | None]
) -> tuple[float | None, ...]:
    return tuple(
        None if one is None or less is None else one - less
        for one, less in zip(sample, other, strict=True)
    )


def _interval(sample: Sequence[float | None]) -> Interval | None:
    defined = [figure for figure in sample if figure is not None]
    if len(defined) < 2:
        return None
    cuts = quantiles(defined, n=40, method="inclusive")
    return Interval(cuts[0], cuts[-1])
