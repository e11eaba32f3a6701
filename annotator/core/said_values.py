"""What of a value the words of a span say, so that it can be compared wherever they stand again.

What stands around them says how a number is to be taken, and often what it counts: that may
rightly be otherwise in each place.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from annotator.core.values import EntryValue, NumberValue, Value

Fold: TypeAlias = Callable[[str], str]

_PARTS = re.compile(r"[^\W\d_]\w*|[^\w\s]")
"""A word, also one that is glued to a number (``3كم``), or a sign (``%``)."""


def said_by(words: str, value: Value, fold: Fold) -> Value:
    """Return what of ``value`` is said by ``words``, which are folded."""
    if not isinstance(value, NumberValue):
        return value
    unit = value.unit if value.unit and _say(words, fold(value.unit)) else None
    return replace(value, modifier=None, unit=unit)


def _say(words: str, unit: str) -> bool:
    """Tell whether ``unit`` stands in ``words`` as words of its own, both folded."""
    said, wanted = _PARTS.findall(words), _PARTS.findall(unit)
    starts = range(len(said) - len(wanted) + 1)
    return bool(wanted) and any(said[at : at + len(wanted)] == wanted for at in starts)


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
