"""Conflicts that are alike: the same words, and the same answers to them.

What a lead decided of one can be offered for another.  Who answered does not matter, nor where the
words stand; values do only where nothing else tells two answers apart, since a date is another one
on another day.
Words are compared folded, but as they are written where answers differ by what folding takes away.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeAlias

from annotator.core.causes import Cause
from annotator.core.conflicts import Compared, Conflict, Option, compared
from annotator.core.decisions import Choice, Decision
from annotator.core.ground import Ground
from annotator.core.model import Span
from annotator.core.values import value_to_json

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


def pattern_of(conflict: Conflict, fold: Fold) -> str:
    """Return what conflicts that are alike have in common; empty where nothing is drawn any more.

    It is a short hash: equal in every process for conflicts that are alike.
    """
    answers = [option.spans for option in conflict.options]
    pattern, _, _ = _pattern(answers, fold, len(answers))
    return _hash_of(pattern)


def _pattern(
    answers: Iterable[Sequence[Span]], fold: Fold, differing: int
) -> tuple[Pattern, bool, Fold]:
    """Return what answers say, whether their values count, and how words are compared.

    Values do if so many ``differing`` answers are not told apart without them.
    """
    lot = list(answers)
    plain, told = _plain(lot, fold)
    if 1 < len(plain) >= differing:
        return plain, False, told
    return frozenset(_told(spans, told, with_values=True) for spans in lot), True, told


def _plain(answers: Iterable[Sequence[Span]], fold: Fold) -> tuple[Pattern, Fold]:
    """Return what answers say but for their values, and how words are compared.

    That is by ``fold``, or as they are written where ``fold`` makes two answers the same.
    """
    lot = list(answers)
    folded = frozenset(_told(spans, fold, with_values=False) for spans in lot)
    as_written = frozenset(_told(spans, str, with_values=False) for spans in lot)
    return (folded, fold) if len(folded) == len(as_written) else (as_written, str)


def _told(spans: Iterable[Span], fold: Fold, *, with_values: bool) -> Told:
    return tuple(
        (span.label, fold(span.quote), compared(span) if with_values else None)
        for span in sorted(spans, key=lambda span: span.order)
    )


def _hash_of(pattern: Pattern) -> str:
    if not any(pattern):
        return ""
    return sha256(json.dumps(sorted(map(_spelled, pattern))).encode()).hexdigest()[:16]


def _spelled(told: Told) -> list[list[str]]:
    return [[label, words, _value_spelled(value)] for label, words, value in told]


def _value_spelled(value: Compared) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value_to_json(value), sort_keys=True)


def option_like(conflict: Conflict, outcome: Iterable[Span], fold: Fold) -> Option | None:
    """Return the option of ``conflict`` that says what ``outcome`` says elsewhere."""
    spans = list(outcome)
    _, told = _plain([one.spans for one in conflict.options], fold)
    wanted = _told(spans, told, with_values=True)
    plain = _told(spans, told, with_values=False)
    alike = [one for one in conflict.options if _told(one.spans, told, with_values=False) == plain]
    if len(alike) == 1:
        return alike[0]
    return next((one for one in alike if _told(one.spans, told, with_values=True) == wanted), None)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was put in the place of a conflict, so that it can be put elsewhere."""

    pattern: str
    """That of the conflict."""
    said: str
    """Equal for all that put the same in its place."""
    outcome: tuple[Span, ...]
    reason: str = ""
    at: str = ""


def earlier_of(decision: Decision, ground: Ground, fold: Fold) -> Earlier:
    """Return what a decision put, and in the place of what.

    ``ground`` holds the finished layers of its article, as they are now.
    """
    answers: dict[str, list[Span]] = defaultdict(list)
    for author, span in decision.judged:
        answers[author].append(span)
    places = {span.place for _, span in decision.judged}
    # Who came later and marked what was judged already is not silent.
    heard = {*answers, *(author for place in places for author, _ in ground.at(place))}
    is_silent = any(layer.author not in heard for layer in ground.finished)
    lot = [*answers.values(), *([()] if is_silent else ())]
    differing = len({ground.sameness.answer(spans) for spans in lot})
    pattern, is_of_values, told = _pattern(lot, fold, differing)
    said = _told(decision.outcome, told, with_values=is_of_values)
    return Earlier(
        _hash_of(pattern),
        json.dumps(_spelled(said)),
        decision.outcome,
        decision.reason,
        decision.at,
    )


@dataclass(frozen=True, slots=True)
class Practice:
    """What was put again and again in the place of conflicts that are alike."""

    last: Earlier
    """When it was put last, with the reason that was given last."""
    times: int


class Practices:
    """What was decided so far, by the pattern of what it was decided of."""

    def __init__(self) -> None:
        self._of_article: dict[str, tuple[Earlier, ...]] = {}
        self._by_pattern: dict[str, dict[str, list[Earlier]]] = defaultdict(dict)

    def put(self, article_id: str, earlier: tuple[Earlier, ...]) -> None:
        """Take what is decided in an article now."""
        for one in self._of_article.pop(article_id, ()):
            self._by_pattern[one.pattern].pop(article_id, None)
        if earlier:
            self._of_article[article_id] = earlier
        for one in earlier:
            self._by_pattern[one.pattern].setdefault(article_id, []).append(one)

    def of(self, pattern: str) -> list[Practice]:
        """Return what was put in the place of such conflicts, the most frequent first."""
        found: dict[str, list[Earlier]] = defaultdict(list)
        for of_article in self._by_pattern.get(pattern, {}).values():
            for one in of_article:
                found[one.said].append(one)
        practices = map(_practice, found.values())
        return sorted(practices, key=lambda one: (one.times, one.last.at), reverse=True)


def _practice(same: list[Earlier]) -> Practice:
    last = max(same, key=lambda one: one.at)
    reasons = [one for one in same if one.reason]
    reason = max(reasons, key=lambda one: one.at).reason if reasons else ""
    return Practice(replace(last, reason=reason), len(same))
