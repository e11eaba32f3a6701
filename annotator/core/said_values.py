"""What of a value the words of a span say, so that it can be compared wherever they stand again.

What stands around them says how a number is to be taken, and often what it counts: that may
rightly be otherwise in each place.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from annotator.core.values import EntryValue, NumberValue, Value

Fold: TypeAlias = Callable[[str], str]


def said_by(words: str, value: Value, fold: Fold) -> Value:
    """Return what of ``value`` is said by ``words``, which are folded."""
    if not isinstance(value, NumberValue):
        return value
    unit = value.unit if value.unit and fold(value.unit) in words else None
    return replace(value, modifier=None, unit=unit)


def key_of(value: Value, fold: Fold) -> object:
    """Return what tells a value that words say from others: of an entry, its id."""
    match value:
        case EntryValue(entry=entry):
            return entry
        case NumberValue(least=least, greatest=greatest, unit=unit):
            return least, greatest, fold(unit or "")
        case _:
            return value


def as_usual(usual: Value, words: str, there: Value, fold: Fold) -> Value:
    """Return what ``words`` are to mean ``there`` if it is to be what they ``usual``-ly say.

    How a number is to be taken, and what it counts if the words do not say it, stays as it is.
    """
    said = said_by(words, there, fold)
    if not (isinstance(usual, NumberValue) and isinstance(said, NumberValue)):
        return usual
    assert isinstance(there, NumberValue)
    is_alike = fold(said.unit or "") == fold(usual.unit or "")
    unit = there.unit if is_alike else usual.unit
    return replace(usual, modifier=there.modifier, unit=unit)
