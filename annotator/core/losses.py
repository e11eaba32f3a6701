"""What a file cannot hold: each span has one fate, and nothing is lost without a name.

A span is written as it is, or widened or narrowed to what the format can mark, or split, or
dropped.  Of those that are written some of what is said of them may stay behind, and so may some of
what is said of an article, or of the work on it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.model import Article, Direction, Layer, Source, Span


class LossKind(StrEnum):
    """What a format could not hold of a span, or of an article: the worst first."""

    DROPPED = "dropped"
    """It is not in the file at all."""
    SPLIT = "split"
    """It stands in pieces, since nothing is marked over the end of a line there."""
    WIDENED = "widened"
    """It begins earlier or ends later, with whole tokens."""
    NARROWED = "narrowed"
    """It begins later or ends earlier, without line ends or spaces."""
    VALUE = "value"
    """It is written without its value."""
    NOTE = "note"
    CERTAINTY = "certainty"
    """It is written without the word that its author is not sure."""
    ORIGIN = "origin"
    """It is written without its id, and without the word how it was drawn."""
    TIMES = "times"
    """It is written without the moments at which it was drawn and last changed."""
    TEXT = "text"
    """The article is written without its text, which the format has no place for."""
    NAME = "name"
    """The article is written without its name, title, outlet, address and day, and nothing says
    whose layer it is and how far that is."""
    DETAILS = "details"
    """The article is written without its note, its further sources, its direction, or what else
    came with it."""
    WORK = "work"
    """The layer is written without its reason and the version of its guidelines."""
    SECONDS = "seconds"
    """The layer is written without the time that was worked on it."""
    SPACING = "spacing"
    """The article's text is written without its own spaces and line ends."""


FATES = (LossKind.WIDENED, LossKind.NARROWED, LossKind.SPLIT, LossKind.DROPPED)
"""What can become of a span that is not written as it is."""
OF_SPANS = frozenset(
    (LossKind.VALUE, LossKind.NOTE, LossKind.CERTAINTY, LossKind.ORIGIN, LossKind.TIMES)
)
"""What may stay behind of a span that is written."""
OF_ARTICLES = frozenset((LossKind.NAME, LossKind.DETAILS, LossKind.WORK, LossKind.SECONDS))
"""What may stay behind of an article and of the work on it, besides its text."""


_ORDER = {kind: number for number, kind in enumerate(LossKind)}


def weight(kind: LossKind) -> int:
    """Return where ``kind`` stands among the others, for who tells the worst first."""
    return _ORDER[kind]


@dataclass(frozen=True, slots=True)
class Loss:
    """What a format could not hold of one label's spans in one article, or of the article."""

    article: str
    """The name of the article."""
    label: str | None
    """``None`` where it is the article itself that lost something."""
    kind: LossKind
    count: int
    """How many spans, or 1 article."""


def lost_where(losses: Iterable[Loss]) -> dict[tuple[str | None, LossKind], Counter[str]]:
    """Return in which articles something was lost and how often, by label and kind.

    Articles stand by their names; ``None`` as a label is what they lost themselves.
    """
    where: defaultdict[tuple[str | None, LossKind], Counter[str]] = defaultdict(Counter)
    for loss in losses:
        where[loss.label, loss.kind][loss.article] += loss.count
    return dict(where)


class LossAccount:
    """Counts, while a file is written, what becomes of each article and of its spans."""

    def __init__(self, left_behind: Collection[LossKind] = ()) -> None:
        """Say what the format holds of no span and no article."""
        self._left_behind = left_behind
        self._kept: Counter[str] = Counter()
        self._lost: Counter[tuple[str, str | None, LossKind]] = Counter()

    def begin(self, article: Article, sources: Collection[Source], layer: Layer) -> None:
        """Count what stays behind of an article that is about to be written."""
        for kind, is_there in (
            (LossKind.TEXT, True),
            (LossKind.NAME, True),
            (LossKind.DETAILS, _has_details(article, sources)),
            (LossKind.WORK, bool(layer.state.reason or layer.guideline)),
            (LossKind.SECONDS, bool(layer.seconds)),
        ):
            if is_there and kind in self._left_behind:
                self.lose(article, kind)

    def lose(self, article: Article, kind: LossKind) -> None:
        """Count ``article`` as one that is written without something of its own."""
        self._lost[article.name, None, kind] += 1

    def write(self, article: Article, spans: Iterable[Span]) -> None:
        """Count ``spans`` as written with their borders."""
        kept, left_behind = self._kept, self._left_behind
        for span in spans:
            kept[span.label] += 1
            if left_behind:
                self._leave_behind(article, span)

    def change(self, article: Article, span: Span, fate: LossKind) -> None:
        """Count ``span`` as widened, narrowed, split or dropped."""
        self._lost[article.name, span.label, fate] += 1
        if fate is not LossKind.DROPPED:
            self._leave_behind(article, span)

    def _leave_behind(self, article: Article, span: Span) -> None:
        for kind, is_there in _said(span):
            if is_there and kind in self._left_behind:
                self._lost[article.name, span.label, kind] += 1

    @property
    def kept(self) -> dict[str, int]:
        """How many spans are written with their borders, by label."""
        return dict(self._kept)

    @property
    def losses(self) -> list[Loss]:
        """What was lost, in the order in which it was met."""
        return [Loss(*what, count) for what, count in self._lost.items()]

    def totals(self) -> dict[str | None, Counter[LossKind]]:
        """Return what was lost by label, over all articles; ``None`` is the articles' own."""
        totals: dict[str | None, Counter[LossKind]] = {}
        for (_, label, kind), count in self._lost.items():
            totals.setdefault(label, Counter())[kind] += count
        return totals


def _has_details(article: Article, sources: Collection[Source]) -> bool:
    is_usual = article.direction is Direction.RTL and article.meta == "{}"
    return bool(article.note or sources) or not is_usual


def _said(span: Span) -> Iterator[tuple[LossKind, bool]]:
    yield LossKind.VALUE, span.value is not None
    yield LossKind.NOTE, bool(span.note)
    yield LossKind.CERTAINTY, span.unsure
    yield LossKind.ORIGIN, True
    yield LossKind.TIMES, True
