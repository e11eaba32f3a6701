"""What else reads like a name: where it stands, and what its author has said of it so far."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.edits import Edit, MarkAll, RemoveAll
from annotator.core.language import Folded, Language, Stretch
from annotator.core.model import Layer, Span


class MentionState(StrEnum):
    """What the author of a layer has said of a mention."""

    NEW = "new"
    MARKED = "marked"
    """It carries the label, or what overlaps it does."""
    OTHER = "other"
    """It carries another label."""
    REFUSED = "refused"
    """The author wanted no span of that label here."""


@dataclass(frozen=True, slots=True)
class Name:
    """What is looked for: how it may read when folded, and the label that is to be put or taken."""

    spellings: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that reads like a name."""

    start: int
    end: int
    state: MentionState
    span_id: str = ""
    """The span that stands there, where all are to be taken out."""

    @property
    def stretch(self) -> Stretch:
        """From where to where it goes."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class ArticleMentions:
    """The mentions in one article, in order."""

    number: int
    article_id: str
    is_closed: bool
    """Whether its author has finished it or set it aside: an act would take it up again."""
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be done in one article."""

    article_id: str
    stretches: tuple[Stretch, ...] = ()
    """Where to mark."""
    ids: frozenset[str] | None = None
    """Which spans to take out, instead of marking."""
    refused: tuple[Stretch, ...] = ()
    """Where no span of the label is wanted, now and later."""

    @property
    def count(self) -> int:
        """How many spans are to be put or taken out."""
        return len(self.stretches if self.ids is None else self.ids)

    def edit(self, label: str) -> Edit:
        """Return what makes it so."""
        if self.ids is None:
            return MarkAll(self.stretches, label)
        return RemoveAll(self.ids)


@dataclass(frozen=True, slots=True)
class Written:
    """How much came of an act over many articles."""

    articles: int
    spans: int


def mentions_of(
    name: Name, folded: Folded, layer: Layer, refused: Collection[Stretch], language: Language
) -> list[Mention]:
    """Return where ``name`` stands, but for what is inside a longer span of the same label."""
    found = []
    hits = language.find_words(folded, name.spellings)
    for stretch, there in with_spans(hits, layer.spans):
        same = [span for span in there if span.label == name.label]
        if any(_is_inside(stretch, span) for span in same):
            continue
        if same:
            state = MentionState.MARKED
        elif stretch in refused:
            state = MentionState.REFUSED
        elif any((span.start, span.end) == stretch for span in there):
            state = MentionState.OTHER
        else:
            state = MentionState.NEW
        found.append(Mention(*stretch, state))
    return found


def spans_of(name: Name, text: str, layer: Layer, language: Language) -> list[Mention]:
    """Return the spans of that label that read like ``name``."""
    return [
        Mention(span.start, span.end, MentionState.MARKED, span.id)
        for span in layer.spans
        if span.label == name.label
        and not set(name.spellings).isdisjoint(language.names_at(text, span.start, span.end))
    ]


def with_spans(
    hits: Iterable[Stretch], spans: Collection[Span]
) -> Iterator[tuple[Stretch, list[Span]]]:
    """Yield each hit with the spans that overlap it; both come in the order of their starts."""
    coming = iter(spans)
    ahead = next(coming, None)
    at_hand: list[Span] = []
    for start, end in hits:
        while ahead and ahead.start < end:
            at_hand.append(ahead)
            ahead = next(coming, None)
        at_hand = [span for span in at_hand if span.end > start]
        yield (start, end), [span for span in at_hand if span.start < end]


def _is_inside(stretch: Stretch, span: Span) -> bool:
    return (
        span.start <= stretch[0] and stretch[1] <= span.end and ((span.start, span.end) != stretch)
    )
