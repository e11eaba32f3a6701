"""What the user of a page is at: the caret, what is selected, found, hovered or chosen."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from operator import attrgetter

from annotator.core.language import Stretch
from annotator.core.model import Span
from annotator.core.suggestions import Suggestion


class Suggested:
    """Suggestions on a text, in order; what stands on a line is found by halving."""

    def __init__(self, suggestions: Sequence[Suggestion] = ()) -> None:
        self.all = suggestions
        self._longest = max((one.end - one.start for one in suggestions), default=0)

    def on(self, start: int, end: int) -> Sequence[Suggestion]:
        """Return those that share a letter with ``[start, end)``."""
        first = bisect_left(self.all, start - self._longest, key=lambda one: one.start)
        last = bisect_left(self.all, end, key=lambda one: one.start)
        return [one for one in self.all[first:last] if one.end > start]

    def step(self, place: int, step: int) -> Suggestion | None:
        """Return the first that begins at or after ``place``, or with -1 the last before it."""
        number = bisect_left(self.all, place, key=lambda one: one.start)
        number -= step < 0
        return self.all[number] if 0 <= number < len(self.all) else None

    def after(self, done: Suggestion) -> Suggestion | None:
        """Return the one that follows ``done``, which may be among them no more."""
        number = bisect_right(self.all, done.order, key=attrgetter("order"))
        return self.all[number] if number < len(self.all) else None

    def same(self, suggestion: Suggestion | None) -> Suggestion | None:
        """Return the one in the place of ``suggestion``, however sure its sources are by now."""
        if suggestion is None:
            return None
        number = bisect_left(self.all, suggestion.order, key=attrgetter("order"))
        found = self.all[number] if number < len(self.all) else None
        return found if found is not None and found.place == suggestion.place else None


@dataclass(slots=True)
class Attention:
    """What the user is at: none of it belongs to the layer."""

    selection: Stretch | None = None
    caret: int | None = None
    """Where the caret is painted; None while it is not."""
    selected: Span | None = None
    preview: Stretch | None = None
    """Where the borders of the selected span would be if the mouse were let go now."""
    hovered: str | None = None
    hits: Sequence[Stretch] = ()
    """In order, none over another."""
    current_hit: Stretch | None = None
    asked: Sequence[Stretch] = ()
    """Stretches on which a question waits for the lead."""
    has_focus: bool = False
    suggested: Suggested = field(default_factory=Suggested)
    keeps_tab: bool = False
    """Whether Tab is for suggestions, be there any or not."""
    offered: Suggestion | None = None
    """The suggestion at hand; what is selected then is what it is taken as."""
    kept: str | None = None
    """The label that goes on each selection at once."""
    disputed: Stretch | None = None
    """The stretch of the conflict at hand."""
    chosen: Set[str] = frozenset()
    """The ids of the spans of an answer that was clicked, and is not taken yet."""

    def lights(self, span: Span | None) -> bool:
        """Tell whether a span stands out: the mouse is on it, or it was chosen."""
        return span is not None and (span.id == self.hovered or span.id in self.chosen)

    @property
    def outlined(self) -> Stretch | None:
        """The stretch that has an outline and handles."""
        if self.selected is None or (self.selection is not None and self.preview is None):
            return None
        return self.preview or (self.selected.start, self.selected.end)

    def hits_at(self, start: int, end: int) -> Sequence[Stretch]:
        """Return the hits that share a letter with ``[start, end)``."""
        first = bisect_right(self.hits, start, key=lambda hit: hit[1])
        return self.hits[first : bisect_left(self.hits, end, key=lambda hit: hit[0])]
