"""From code points to what the offsets of a file count, and back, for one text."""

from collections.abc import Callable
from functools import partial

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidArticle
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

    A position outside the text stays outside: nothing is bent to fit.  One inside a character, of
    which UTF-16 makes two, raises InvalidArticle when it is asked for.
    """
    match unit:
        case Unit.UTF16:
            return partial(from_utf16, OffsetMap(text))
        case Unit.GRAPHEMES:
            return GraphemeMap(text).from_graphemes
        case Unit.CODE_POINTS:
            return _as_it_is
    raise ValueError(unit)


def from_utf16(offsets: OffsetMap, position: int) -> int:
    """Return the code point position of one in UTF-16.

    Raises:
        InvalidArticle: if it is inside a character.
    """
    found = offsets.from_utf16(position)
    if offsets.to_utf16(found) != position:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "A span begins or ends inside a character, at {position} in UTF-16."
            ),
            position=position,
        )
    return found


def _as_it_is(position: int) -> int:
    return position
