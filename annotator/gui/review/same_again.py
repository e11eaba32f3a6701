"""The same again: what was decided of conflicts like the one at hand, and how many are alike."""

from dataclasses import dataclass

from annotator.arabic import ARABIC
from annotator.core.decisions import Decision
from annotator.core.model import Span
from annotator.core.precedents import Earlier, pattern_of
from annotator.core.queue import Waiting
from annotator.gui.review.comparing import Comparing
from annotator.gui.review_keys import OPTION_KEYS
from annotator.gui.widgets.review_panel import Before, ReviewPanel
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.lots import Again
from annotator.workflow.review.precedents import Precedent, precedents_for
from annotator.workflow.review.settling import OpenConflict


@dataclass(frozen=True, slots=True)
class Way:
    """A way to decide all that are alike."""

    key: str
    again: Again
    put: tuple[Span, ...]
    """What it puts in the place of one of them."""


@dataclass(frozen=True, slots=True)
class AlikeLot:
    """Conflicts that are alike, and the ways to decide them."""

    rows: tuple[Waiting, ...]
    ways: tuple[Way, ...]


class SameAgain:
    """Offers in the panel to do the same again, unless the lead wants none of it."""

    def __init__(self, panel: ReviewPanel, comparing: Comparing) -> None:
        self._panel = panel
        self._comparing = comparing
        self._precedents: list[Precedent] = []
        self._last: Earlier | None = None
        """What the lead has decided last."""

    @property
    def is_on(self) -> bool:
        """Whether it is offered."""
        return self._comparing.for_again

    def show(self, there: OpenConflict, row: Waiting) -> None:
        """Show what is offered for the conflict at hand."""
        self._precedents = self._found(there, row.pattern)
        before = [Before(one.put, one.times, one.ruling.reason) for one in self._precedents]
        queue = self._comparing.queue
        here = max(0, queue.count_alike(row.pattern) - 1)
        last = queue.count_alike(self._last.pattern) if self._last else 0
        self._panel.show_again(before, here, last)

    def _found(self, there: OpenConflict, pattern: str) -> list[Precedent]:
        if not pattern:
            return []
        return precedents_for(there, self._comparing.practices.of(pattern))

    def ruling(self) -> Ruling | None:
        """Return what was decided most often of conflicts like the one at hand."""
        return self._precedents[0].ruling if self._precedents else None

    def remember(self, there: OpenConflict, decision: Decision) -> None:
        """Keep what the lead has just decided: it may be decided of others too."""
        if self.is_on:
            pattern = pattern_of(there.conflict, ARABIC.fold)
            self._last = Earlier(pattern, "", decision.outcome, decision.reason, decision.at)

    def forget(self) -> None:
        """Forget what was decided last: it was taken back, or nothing is offered any more."""
        self._last = None

    def like_the_last(self) -> AlikeLot | None:
        """Return what is open and like what was decided last, to be decided so too."""
        last = self._last
        rows = self._comparing.queue.alike(last.pattern) if last else []
        if last is None or not rows:
            return None
        return AlikeLot(tuple(rows), (Way("+", Again(last), last.outcome),))

    def like(self, there: OpenConflict, row: Waiting) -> AlikeLot | None:
        """Return the conflict at hand with all that are alike, to be decided as before or anew."""
        rows = self._comparing.queue.alike(row.pattern)
        if len(rows) < 2:
            return None
        ways = [Way("P", Again(one.earlier), one.put) for one in self._precedents[:1]]
        for key, option in zip(OPTION_KEYS, there.conflict.options, strict=False):
            earlier = Earlier(row.pattern, "", option.spans)
            ways.append(Way(key, Again(earlier), option.spans))
        return AlikeLot(tuple(rows), tuple(ways))
