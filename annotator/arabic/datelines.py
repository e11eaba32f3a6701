"""The date with which a headline may begin, which is no part of the title.

Only whole dates count, of a day and a month at least; one in words must be set off from what
follows.
"""

from collections.abc import Iterable
from functools import cache

import regex

from annotator.arabic.months import months, spellings, weekdays


def _any_of(table: Iterable[Iterable[str]]) -> str:
    """Return a pattern of all names in ``table``, the longest first: يوليوز is no يوليو."""
    names = {spelt for names in table for name in names for spelt in spellings(name)}
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


_NUMERIC = (
    r"(?:\p{Nd}{4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,2}|\p{Nd}{1,2}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{4})"
    r"(?:[T\s]\s*\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?)?"
)
_AFTER = r"(?![\p{Nd}\p{L}\p{M}])"
_SEPARATOR = r"\s*[\p{Pd}:،,|ـ]+\s*"


@cache
def _dateline() -> "regex.Pattern[str]":
    # Made when first needed: with the names of all months, it takes longer than all else here.
    name, day = _any_of(months()), _any_of(weekdays())
    month = rf"(?:{name})(?:\s*/\s*(?:{name}))?"
    spelled = rf"(?:\p{{Nd}}{{1,2}}\s+{month}|{month}\s+\p{{Nd}}{{1,2}})(?:[،,]?\s+\p{{Nd}}{{4}})?"
    weekday = rf"(?:(?:{day})[،,]?\s+)?"
    date = f"{weekday}(?:{_NUMERIC}|{spelled}){_AFTER}"
    dateline = (
        r"(?:(?:date|تاريخ|التاريخ)\b[\s:]*)?(?:"
        rf"[\[(]\s*{date}\s*[\])](?:{_SEPARATOR}|\s*)"
        rf"|{weekday}{_NUMERIC}{_AFTER}(?:{_SEPARATOR}|\s+|$)"
        rf"|{weekday}{spelled}{_AFTER}(?:{_SEPARATOR}|$)"
        r")"
    )
    return regex.compile(dateline, regex.IGNORECASE)


def dateline_end(line: str) -> int:
    """Return where the date with which ``line`` begins, and what sets it off, ends; else 0."""
    match = _dateline().match(line)
    return match.end() if match else 0
