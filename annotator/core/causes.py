"""Why the authors of a conflict differ, computed from what they drew.

The names of the causes stand in files and in what commands print.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations

from annotator.core.conflicts import Compared, Conflict, Option, Place, compared
from annotator.core.labels import LabelSet
from annotator.core.language import Cut, Language
from annotator.core.model import Span


class Cause(StrEnum):
    """Why authors differ, in the order in which causes are tried, but for the first."""

    MISSED = "missed"
    """All who marked something agree, and others marked nothing."""
    SPLIT = "split"
    """One long span against two or more short ones."""
    LABEL = "label"
    """Another label on the same thing."""
    CLITIC = "clitic"
    ARTICLE = "article"
    QUOTE = "quote"
    KIND_WORD = "kind_word"
    MARKS = "marks"
    BORDER = "border"
    """Another border than these, or two causes at once."""
    VALUE = "value"
    """The same span with another value."""


def cause_of(conflict: Conflict, text: str, labels: LabelSet, language: Language) -> Cause:
    """Return why the authors of ``conflict``, in an article that reads ``text``, differ."""
    answers = [option for option in conflict.options if option.spans]
    if len(answers) < 2:
        return Cause.MISSED
    if any(map(_is_split, _both_ways(answers))):
        return Cause.SPLIT
    pairs = [pair for one, other in combinations(answers, 2) for pair in _paired(one, other)]
    if any(one.label != other.label for one, other in pairs):
        return Cause.LABEL
    cuts: set[Cut] = set()
    for one, other in pairs:
        cuts |= _cuts(one, other, text, _reader(labels, one.label), language)
    if cuts:
        return Cause(cuts.pop().value) if len(cuts) == 1 else Cause.BORDER
    return Cause.VALUE if _have_two_values(conflict) else Cause.MISSED


def _both_ways(answers: Iterable[Option]) -> Iterator[tuple[Option, Option]]:
    for one, other in combinations(answers, 2):
        yield one, other
        yield other, one


def _is_split(pair: tuple[Option, Option]) -> bool:
    """Tell whether a span of one answer shares letters with two of the other that are apart."""
    one, other = pair
    for span in one.spans:
        inside = [part for part in other.spans if part.overlaps(span.start, span.end)]
        if any(
            not first.overlaps(second.start, second.end)
            for first, second in combinations(inside, 2)
        ):
            return True
    return False


def _paired(one: Option, other: Option) -> Iterator[tuple[Span, Span]]:
    """Yield the spans of two answers that are about one thing, each at most once.

    The same place comes first, then one label, then what shares the most letters.
    """
    candidates = [
        (mine, its)
        for mine in one.spans
        for its in other.spans
        if mine.overlaps(its.start, its.end)
    ]
    taken: set[int] = set()
    for mine, its in sorted(candidates, key=_distance):
        if id(mine) not in taken and id(its) not in taken:
            taken |= {id(mine), id(its)}
            yield mine, its


def _distance(pair: tuple[Span, Span]) -> tuple[bool, bool, int]:
    one, other = pair
    shared = min(one.end, other.end) - max(one.start, other.start)
    return one.place != other.place, one.label != other.label, -shared


def _reader(labels: LabelSet, name: str) -> str | None:
    return labels[name].reader if name in labels else None


def _cuts(one: Span, other: Span, text: str, reader: str | None, language: Language) -> set[Cut]:
    """Return by what the borders of two spans differ; nothing if they do not."""
    start, inner_start = sorted((one.start, other.start))
    inner_end, end = sorted((one.end, other.end))
    cuts = set(language.start_cuts(text, start, inner_start, reader))
    return cuts | set(language.end_cuts(text, inner_end, end))


def _have_two_values(conflict: Conflict) -> bool:
    """Tell whether two values stand at one place; none beside one is no other value."""
    values: dict[Place, set[Compared]] = defaultdict(set)
    for _, span in conflict.spans:
        values[span.place].add(compared(span))
    return any(len(found - {None}) > 1 for found in values.values())
