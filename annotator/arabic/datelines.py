"""The date with which a headline may begin: it is not a part of the title.

Only whole dates count, a day and a month at least; one in words must be set off from what follows.
"""

from collections.abc import Iterable

import regex

from annotator.arabic.months import MONTHS, WEEKDAYS, as_pattern


def _any_of(names: Iterable[str]) -> str:
    # The longest first: of يوليوز, no month ends after يوليو.
    return "|".join(map(as_pattern, sorted(names, key=len, reverse=True)))


_MONTHS = _any_of(name for names in MONTHS for name in names)
_WEEKDAYS = _any_of(name for names in WEEKDAYS for name in names)
_NUMERIC = (
    r"(?:\p{Nd}{4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,2}|\p{Nd}{1,2}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{4})"
    r"(?:[T\s]\s*\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?)?"
)
_MONTH = rf"(?:{_MONTHS})(?:\s*/\s*(?:{_MONTHS}))?"
_SPELLED = rf"(?:\p{{Nd}}{{1,2}}\s+{_MONTH}|{_MONTH}\s+\p{{Nd}}{{1,2}})(?:[،,]?\s+\p{{Nd}}{{4}})?"
_WEEKDAY = rf"(?:(?:{_WEEKDAYS})[،,]?\s+)?"
_AFTER = r"(?![\p{Nd}\p{L}\p{M}])"
_SEPARATOR = r"\s*[\p{Pd}:،,|ـ]+\s*"

_DATE = f"{_WEEKDAY}(?:{_NUMERIC}|{_SPELLED}){_AFTER}"
_DATELINE = regex.compile(
    r"(?:(?:date|تاريخ|التاريخ)\b[\s:]*)?(?:"
    rf"[\[(]\s*{_DATE}\s*[\])](?:{_SEPARATOR}|\s*)"
    rf"|{_WEEKDAY}{_NUMERIC}{_AFTER}(?:{_SEPARATOR}|\s+|$)"
    rf"|{_WEEKDAY}{_SPELLED}{_AFTER}(?:{_SEPARATOR}|$)"
    r")",
    regex.IGNORECASE,
)


def dateline_end(line: str) -> int:
    """Return where the date with which ``line`` begins, and what sets it off, ends; else 0."""
    match = _DATELINE.match(line)
    return match.end() if match else 0
