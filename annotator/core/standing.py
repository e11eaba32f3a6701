"""Where strings stand in an article, and what of gold is there.

A string is all that reads alike when folded and stands as words of its own; clitics stay outside.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from annotator.core.conflicts import Place
from annotator.core.labels import LabelSet
from annotator.core.language import Cut, Folded, Language, Stretch
from annotator.core.mentions import with_spans
from annotator.core.model import Span
from annotator.core.values import Value

Readings: TypeAlias = tuple[str, ...]
"""How the words of a span may read when folded, see ``Language.names_at``."""


class Standing(NamedTuple):
    """Where a string stands in an article, and what of gold is there; there are 100,000s."""

    start: int
    end: int
    labels: tuple[str, ...]
    """Those of the spans on just that stretch."""
    cut: tuple[Place, ...]
    """The spans that share letters with it and have other borders."""
    within: tuple[str, ...]
    """The labels of longer names that it is a part of."""
    values: tuple[Value, ...] = ()
    """What each of the spans on just that stretch means; ``None`` if that is not compared."""
    said: tuple[str, ...] = ()
    """The labels of those whose value a lead has said: that is no slip."""


@dataclass(frozen=True, slots=True)
class StringInArticle:
    """The places of one string in one article."""

    words: str
    """As they are written in gold here; empty if none of them is marked."""
    standing: tuple[Standing, ...]


def readings_of(text: str, gold: Iterable[Span], language: Language) -> list[Readings]:
    """Return how each span of ``gold`` may read; those of which nothing is left are left out."""
    found = (language.names_at(text, span.start, span.end) for span in gold)
    return [readings for readings in found if readings]


class StringIndex:
    """Tells which of many strings may stand in a text without looking for each of them."""

    _LETTERS: Final = 3

    def __init__(self, names: Iterable[str], language: Language) -> None:
        # A string of several words may have other spaces between them in a text.
        parts = {
            name: max(key.split(), key=len)
            for name in names
            for key in language.names_to_look_up((name,))
        }
        counts = Counter(piece for part in parts.values() for piece in self._pieces(part))
        self._by_piece: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, part in parts.items():
            rarest = min(self._pieces(part), key=lambda piece: (counts[piece], piece))
            self._by_piece[rarest].append((name, part))

    def __bool__(self) -> bool:
        return bool(self._by_piece)

    def may_stand_in(self, folded: Folded) -> Iterator[str]:
        """Yield those whose letters all stand in the text."""
        text, sizes = folded.text, range(1, self._LETTERS + 1)
        pieces = {text[at : at + size] for size in sizes for at in range(len(text))}
        for piece in sorted(pieces & self._by_piece.keys()):
            yield from (name for name, part in self._by_piece[piece] if part in text)

    def _pieces(self, part: str) -> set[str]:
        """Return the runs of letters by one of which a string is found."""
        size = min(self._LETTERS, len(part))
        return {part[at : at + size] for at in range(len(part) - size + 1)}


def strings_in(
    folded: Folded,
    gold: Sequence[Span],
    undecided: Sequence[Stretch],
    index: StringIndex,
    labels: LabelSet,
    language: Language,
    said: Collection[Place] = (),
) -> dict[str, StringInArticle]:
    """Return where the strings of ``index`` stand in a text, and what is there in ``gold``.

    The spans of ``gold`` have the values that are compared; of those in ``said`` a lead has said
    them.  Places in ``undecided`` stretches are left out: a lead is yet to say what they are.
    """
    found = sorted(
        (*stretch, name)
        for name in index.may_stand_in(folded)
        for stretch in language.find_words(folded, (name,))
        if not any(stretch[0] < end and start < stretch[1] for start, end in undecided)
    )
    text = folded.source_text
    standing: dict[str, list[Standing]] = defaultdict(list)
    there = with_spans(((start, end) for start, end, _ in found), gold)
    for (_, _, name), (stretch, spans) in zip(found, there, strict=True):
        standing[name].append(_standing(text, stretch, spans, labels, language, said))
    return {
        name: StringInArticle(_words(text, them), tuple(them)) for name, them in standing.items()
    }


def _words(text: str, standing: Iterable[Standing]) -> str:
    return next((" ".join(text[one.start : one.end].split()) for one in standing if one.labels), "")


def _standing(
    text: str,
    stretch: Stretch,
    spans: Iterable[Span],
    labels: LabelSet,
    language: Language,
    said: Collection[Place],
) -> Standing:
    exact, cut, within = [], [], []
    for span in spans:
        if (span.start, span.end) == stretch:
            exact.append(span)
        elif _is_longer_name(text, stretch, span, labels, language):
            within.append(span.label)
        else:
            cut.append(span.place)
    exact.sort(key=lambda span: span.label)
    return Standing(
        *stretch,
        tuple(span.label for span in exact),
        tuple(cut),
        tuple(sorted(set(within))),
        tuple(span.value for span in exact),
        tuple(span.label for span in exact if span.place in said),
    )


def _is_longer_name(
    text: str, stretch: Stretch, span: Span, labels: LabelSet, language: Language
) -> bool:
    """Tell whether ``stretch`` is a part of a longer name.

    It is none if ``span`` has more than ``stretch`` by what the guidelines cut off alone.
    """
    if not (span.start <= stretch[0] and stretch[1] <= span.end):
        return False
    reader = labels[span.label].reader if span.label in labels else None
    before = language.start_cuts(text, span.start, stretch[0], reader)
    has_kind_word = Cut.KIND_WORD in before
    after = language.end_cuts(text, stretch[1], span.end, has_kind_word=has_kind_word)
    return Cut.BORDER in before | after
