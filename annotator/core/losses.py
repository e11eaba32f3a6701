"""What becomes of spans in a file: each has one fate, and nothing is lost without a name.

A span is written as it is, or widened or narrowed to what the format can mark, or split, or
dropped.  Of those that are written, the value, the note and the certainty may stay behind.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.model import Article, Span


class LossKind(StrEnum):
    """What a format could not hold of a span."""

    WIDENED = "widened"
    """It begins earlier or ends later, with whole tokens."""
    NARROWED = "narrowed"
    """It begins later or ends earlier, without line ends or spaces."""
    SPLIT = "split"
    """It stands in pieces."""
    DROPPED = "dropped"
    """It is not in the file at all."""
    VALUE = "value"
    """It is written without its value."""
    NOTE = "note"
    CERTAINTY = "certainty"
    """It is written without the word that its author is not sure."""


FATES = (LossKind.WIDENED, LossKind.NARROWED, LossKind.SPLIT, LossKind.DROPPED)
"""What can become of a span that is not written as it is."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What a format could not hold of one label's spans in one article."""

    article: str
    """The name of the article."""
    label: str
    kind: LossKind
    count: int


class LossAccount:
    """Counts, while a file is written, what becomes of the spans of each article."""

    def __init__(self, *, values: bool, notes: bool, certainty: bool) -> None:
        """Say what the format holds of every span that it writes."""
        self._stays_behind = {
            kind for kind, is_held in _held(values, notes, certainty) if not is_held
        }
        self._kept: Counter[str] = Counter()
        self._lost: Counter[tuple[str, str, LossKind]] = Counter()

    def write(self, article: Article, spans: Iterable[Span]) -> None:
        """Count ``spans`` as written with their borders."""
        kept, stays_behind = self._kept, self._stays_behind
        for span in spans:
            kept[span.label] += 1
            if stays_behind:
                self._leave_behind(article, span)

    def change(self, article: Article, span: Span, fate: LossKind) -> None:
        """Count ``span`` as widened, narrowed, split or dropped."""
        self._lost[article.name, span.label, fate] += 1
        if fate is not LossKind.DROPPED:
            self._leave_behind(article, span)

    def _leave_behind(self, article: Article, span: Span) -> None:
        for kind, has_it in _held(span.value is not None, bool(span.note), span.unsure):
            if has_it and kind in self._stays_behind:
                self._lost[article.name, span.label, kind] += 1

    @property
    def kept(self) -> dict[str, int]:
        """How many spans are written with their borders, by label."""
        return dict(self._kept)

    @property
    def losses(self) -> list[Loss]:
        """What was lost, in the order in which it was met."""
        return [Loss(*what, count) for what, count in self._lost.items()]

    def totals(self) -> dict[str, Counter[LossKind]]:
        """Return what was lost by label, over all articles."""
        totals: dict[str, Counter[LossKind]] = {}
        for (_, label, kind), count in self._lost.items():
            totals.setdefault(label, Counter())[kind] += count
        return totals


def _held(values: bool, notes: bool, certainty: bool) -> Iterator[tuple[LossKind, bool]]:
    yield LossKind.VALUE, values
    yield LossKind.NOTE, notes
    yield LossKind.CERTAINTY, certainty
