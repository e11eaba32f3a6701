"""From code points to what the offsets of a file count, and back, for one text."""

from collections.abc import Callable

from annotator.core.format import Unit
from annotator.core.text import GraphemeMap, OffsetMap

Convert = Callable[[int], int]


def counted_in(unit: Unit, text: str) -> Convert:
    """Return what turns a code point position of ``text`` into ``unit``."""
    match unit:
        case Unit.UTF16:
            return OffsetMap(text).to_utf16
        case Unit.GRAPHEMES:
            return GraphemeMap(text).to_graphemes
        case Unit.CODE_POINTS:
            return _as_it_is
    raise ValueError(unit)


def code_points_of(unit: Unit, text: str) -> Convert:
    """Return what turns a position of ``text`` in ``unit`` into code points.

    A position outside the text stays outside: nothing is bent to fit.
    """
    match unit:
        case Unit.UTF16:
            return OffsetMap(text).from_utf16
        case Unit.GRAPHEMES:
            return GraphemeMap(text).from_graphemes
        case Unit.CODE_POINTS:
            return _as_it_is
    raise ValueError(unit)


def _as_it_is(position: int) -> int:
    return position
