"""What was decided before, and what the guidelines rule, as rulings on a conflict at hand."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.arabic import ARABIC
from annotator.core.causes import Cause
from annotator.core.decisions import Choice, outcome_of
from annotator.core.errors import RefusedAct
from annotator.core.model import Span
from annotator.core.precedents import RULES, Earlier, Practice, option_like
from annotator.core.values import DateValue, Value
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.settling import OpenConflict


@dataclass(frozen=True, slots=True)
class Precedent:
    """How conflicts like the one at hand were decided."""

    earlier: Earlier
    ruling: Ruling
    """The same on this one."""
    put: tuple[Span, ...]
    """What it would put here."""
    times: int
    """How often conflicts like it were decided so."""


def precedents_for(there: OpenConflict, practices: Iterable[Practice]) -> list[Precedent]:
    """Return how conflicts like ``there`` were decided, what was decided most often first."""
    found = []
    for practice in practices:
        ruling = carried_over(practice.last, there)
        if ruling is not None:
            put = put_by(ruling, there)
            found.append(Precedent(practice.last, ruling, put, practice.times))
    return found


def carried_over(earlier: Earlier, there: OpenConflict) -> Ruling | None:
    """Return the ruling on ``there`` that puts what was put elsewhere; if one can."""
    conflict = there.conflict
    option = option_like(conflict, earlier.outcome, ARABIC.fold)
    if option is not None:
        return Ruling(Choice.OPTION, author=option.authors[0], reason=earlier.reason)
    if not earlier.outcome:
        return Ruling(Choice.NONE, reason=earlier.reason)
    spans = []
    for put in earlier.outcome:
        if there.quote.count(put.quote) != 1:
            return None
        start = conflict.start + there.quote.index(put.quote)
        value = _value_carried_over(put, there)
        spans.append(OwnSpan(start, start + len(put.quote), put.label, value))
    return Ruling(Choice.SPANS, spans=tuple(spans), reason=earlier.reason)


def _value_carried_over(put: Span, there: OpenConflict) -> Value:
    """Return what ``put`` means here too: a date is another one on another day.

    Where nothing but values differ, those who differ named the same day.
    """
    is_of_its_day = isinstance(put.value, DateValue) and there.cause is not Cause.VALUE
    return put.value if put.is_confirmed and not is_of_its_day else None


def put_by(ruling: Ruling, there: OpenConflict) -> tuple[Span, ...]:
    """Return what a ruling puts in the place of a conflict.

    Raises:
        RefusedAct: if the choice does not fit the conflict.
    """
    start = there.conflict.start
    if ruling.choice is Choice.SPANS:
        return tuple(
            Span(own.start, own.end, own.label, quote, own.value)
            for own in ruling.spans
            for quote in [there.quote[own.start - start : own.end - start]]
        )
    text = " " * start + there.quote  # nothing outside of the conflict is looked at
    return outcome_of(there.conflict, ruling.choice, text, ruling.author)


def by_the_rules(there: OpenConflict, causes: Iterable[Cause] = tuple(RULES)) -> Ruling | None:
    """Return the guidelines' ruling on a conflict, if its cause is one of those and has a rule."""
    if there.cause not in RULES or there.cause not in causes:
        return None
    ruling = Ruling(RULES[there.cause])
    try:
        put = put_by(ruling, there)
    except RefusedAct:
        return None
    if there.cause is Cause.QUOTE and any(_tears_pair(span, there) for span in put):
        return None
    return ruling


def _tears_pair(put: Span, there: OpenConflict) -> bool:
    """Tell whether ``put`` lacks what stays in a name: a bracket whose partner is in the middle."""
    start, end = ARABIC.trim(there.quote, 0, len(there.quote))
    first = there.conflict.start
    return first + start < put.start or put.end < first + end
