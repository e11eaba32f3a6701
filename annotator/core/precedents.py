"""Conflicts that are alike: the same words, and the same answers to them.

What a lead decided of one can be offered for another.  Who answered does not matter, nor where the
words stand; values do only where nothing else differs, since a date is another one on another day.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeAlias

from annotator.core.causes import Cause
from annotator.core.conflicts import Compared, Conflict, Option, compared
from annotator.core.decisions import Choice, Decision
from annotator.core.model import Span

Fold: TypeAlias = Callable[[str], str]
Told: TypeAlias = tuple[tuple[str, str, Compared], ...]
"""Label, folded words and, where it counts, value of the spans of one answer."""
Pattern: TypeAlias = frozenset[Told]

RULES = {
    Cause.CLITIC: Choice.NARROWEST,
    Cause.ARTICLE: Choice.WIDEST,
    Cause.QUOTE: Choice.NARROWEST,
    Cause.KIND_WORD: Choice.NARROWEST,
    Cause.MARKS: Choice.NARROWEST,
}
"""How the guidelines settle a cause that leaves nothing open: what is cut off stays outside, but
the article belongs to the name."""


def pattern_of(conflict: Conflict, fold: Fold) -> Pattern:
    """Return what conflicts that are alike have in common."""
    return _pattern([option.spans for option in conflict.options], fold)


def decided_pattern(decision: Decision, finished: Collection[str], fold: Fold) -> Pattern:
    """Return the pattern of the conflict that a decision settled.

    ``finished`` are the authors of the finished layers of its article.
    """
    answers: dict[str, list[Span]] = defaultdict(list)
    for author, span in decision.judged:
        answers[author].append(span)
    drawn = [tuple(spans) for spans in answers.values()]
    return _pattern([*drawn, ()] if set(finished) - set(answers) else drawn, fold)


def _pattern(answers: Iterable[Sequence[Span]], fold: Fold) -> Pattern:
    lot = list(answers)
    plain = frozenset(_told(spans, fold, with_values=False) for spans in lot)
    if len(plain) > 1:
        return plain
    return frozenset(_told(spans, fold, with_values=True) for spans in lot)


def _told(spans: Iterable[Span], fold: Fold, *, with_values: bool) -> Told:
    return tuple(
        (span.label, fold(span.quote), compared(span) if with_values else None)
        for span in sorted(spans, key=lambda span: span.order)
    )


def option_like(conflict: Conflict, outcome: Iterable[Span], fold: Fold) -> Option | None:
    """Return the option of ``conflict`` that says what ``outcome`` says elsewhere."""
    spans = list(outcome)
    wanted = _told(spans, fold, with_values=True)
    plain = _told(spans, fold, with_values=False)
    alike = [one for one in conflict.options if _told(one.spans, fold, with_values=False) == plain]
    if len(alike) == 1:
        return alike[0]
    return next((one for one in alike if _told(one.spans, fold, with_values=True) == wanted), None)
