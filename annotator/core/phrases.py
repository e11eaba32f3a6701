"""Words in a row, as a search finds them in a folded text: whatever spaces and quotes part them.

A phrase goes on over one line break, but not over an empty line.  This is the only place that says
what may stand between two words, for the index, the list and the text at hand alike.
"""

import re
from functools import lru_cache
from typing import Final

QUOTES: Final = "\"“”„«»'‘’‹›"
"""What may stand around a name within a phrase, and makes no difference to it."""
_BREAKS: Final = r"\n\v\f\r\x85\u2028\u2029"
_GAP: Final = re.compile(rf"[{QUOTES}]*\s[\s{QUOTES}]*")
"""Between the words that are looked for."""
_FREE: Final = rf"[ {QUOTES}]*"
_BETWEEN: Final = rf"[{QUOTES}]*(?: {_FREE}(?:[{_BREAKS}]{_FREE})?|[{_BREAKS}]{_FREE})"
"""Between the words of a text."""
_CLOSING: Final = re.compile(rf"[^\s{QUOTES}]+(?:\s+[^\s{QUOTES}]+)*[{QUOTES}]+\s")
_OPENING: Final = re.compile(rf"\s[{QUOTES}]+[^\s{QUOTES}]+(?:\s+[^\s{QUOTES}]+)*\Z")
"""In a hit, the first quote if it closes, and the last one if it opens."""
_LARGEST_CACHE: Final = 64


def words_of(phrase: str) -> list[str]:
    """Return the words that must follow each other; quotes count at the ends of a phrase alone."""
    return [word for word in _GAP.split(phrase) if word]


@lru_cache(_LARGEST_CACHE)
def pattern_of(phrase: str) -> re.Pattern[str]:
    """Return what finds a folded ``phrase`` of at least one word in a folded text."""
    return re.compile(_BETWEEN.join(map(re.escape, words_of(phrase))))


def holds(text: str, phrase: str) -> bool:
    """Tell whether a folded ``phrase`` stands in a folded ``text``."""
    return pattern_of(phrase).search(text) is not None


def with_partners(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a hit with the quotes beside it whose partners are in it: قوات "سوريا الحرة"."""
    closes = _CLOSING.match(text, start, end)
    opens = _OPENING.search(text, start, end)
    if closes and start and text[start - 1] in QUOTES:
        start -= 1
    if opens and end < len(text) and text[end] in QUOTES:
        end += 1
    return start, end
