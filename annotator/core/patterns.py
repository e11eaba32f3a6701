"""Regular expressions that a person types: refused in a sentence, never a hang.

They are of the ``regex`` library, version 1, and see the text as it is written: folding would
change what a class or a count means.  ``^`` and ``$`` stand for the ends of lines.
"""

import math
import re
from itertools import islice

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.language import Stretch
from annotator.core.pattern_mistakes import InvalidPattern, invalid_pattern
from annotator.core.text import whole_letters

_PATIENCE_S = 0.5
"""Of work on one article: a simple expression takes up to a third of that for one of 1 MB."""
_LONGEST = 1_000
_MOST_COPIES = 5_000_000
"""A repetition with a count is written out when it is compiled, and nested ones multiply."""
_COUNT = re.compile(r"\{\s*(\d+)\s*(?:,\s*(\d*)\s*)?\}")


def find_pattern(pattern: str, text: str, most: int) -> list[Stretch]:
    """Return where ``pattern`` matches, in whole letters; empty matches are left out.

    At most so many hits, in order, without overlaps.

    Raises:
        InvalidPattern: if it is no regular expression, or takes too long.
    """
    compiled = _compiled(pattern)
    try:
        matches = compiled.finditer(text, timeout=_PATIENCE_S)
        found = list(islice((match.span() for match in matches if match[0]), most))
    except (TimeoutError, MemoryError) as error:
        raise InvalidPattern(
            QT_TRANSLATE_NOOP(
                "errors",
                "This regular expression takes too long here. Say it in a simpler way: without a"
                " repetition inside another one, such as (a+)+.",
            )
        ) from error
    hits: list[Stretch] = []
    for match in sorted(found):  # "(?r)" finds the last one first
        start, end = whole_letters(text, *match)
        if not hits or start >= hits[-1][1]:
            hits.append((start, end))
    return hits


def _compiled(pattern: str) -> "regex.Pattern[str]":
    counts = [max(int(n) for n in match if n) for match in _COUNT.findall(pattern[:_LONGEST])]
    if len(pattern) > _LONGEST or len(pattern) * math.prod(counts) > _MOST_COPIES:
        raise InvalidPattern(
            QT_TRANSLATE_NOOP("errors", "This regular expression is too large. Use a shorter one.")
        )
    try:
        return regex.compile(pattern, regex.VERSION1 | regex.MULTILINE)
    except (regex.error, ValueError, LookupError, OverflowError, RecursionError) as error:
        raise invalid_pattern(error) from error
