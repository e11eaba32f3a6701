"""The date with which a headline may begin, and the day that a line tells as that of publication.

Only whole dates count.  That of a headline, which is not a part of the title, is a day and a month
at least; one in words must be set off from what follows.  A day of publication has its year, and
stands behind a place or behind a word that says so.
"""

from collections.abc import Iterable
from functools import cache

import regex

from annotator.arabic.months import HIJRI_MONTHS, MONTHS, WEEKDAYS, spellings
from annotator.core.language import Stretch


def _any_of(table: Iterable[Iterable[str]]) -> str:
    """Return a pattern of all names in ``table``, the longest first: يوليوز is no يوليو."""
    names = {spelt for names in table for name in names for spelt in spellings(name)}
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


_MONTHS = _any_of(MONTHS)
_WEEKDAYS = _any_of(WEEKDAYS)
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
_DATELINE = (
    r"(?:(?:date|تاريخ|التاريخ)\b[\s:]*)?(?:"
    rf"[\[(]\s*{_DATE}\s*[\])](?:{_SEPARATOR}|\s*)"
    rf"|{_WEEKDAY}{_NUMERIC}{_AFTER}(?:{_SEPARATOR}|\s+|$)"
    rf"|{_WEEKDAY}{_SPELLED}{_AFTER}(?:{_SEPARATOR}|$)"
    r")"
)


_PUBLISHED = (
    ("نشر في", "نشر بتاريخ", "نشر يوم", "نشرت في", "نشرت بتاريخ", "تم النشر في", "تاريخ النشر"),
    ("Published on", "Published", "Posted on", "Posted", "Date of publication"),
)
"""What stands before a day of publication."""
_WORD = r"\p{L}[\p{L}\p{M}'’]*"
_NAME = rf"{_WORD}(?:[ -]{_WORD})?"
"""A place or a source: a sentence before a date is longer."""
_SOURCE = r"\s*\([^()\p{Nd}]{1,40}\)"
_BREAK = r"\s*[\p{Pd}:،,|/]\s*"


def _day_of_publication() -> str:
    months = f"(?:{_MONTH}|{_any_of(HIJRI_MONTHS)})"
    day = (
        rf"{_WEEKDAY}(?:{_NUMERIC}"
        rf"|\p{{Nd}}{{1,2}}\s+{months}[،,]?\s+\p{{Nd}}{{4}}"
        rf"|{months}\s+\p{{Nd}}{{1,2}}[،,]?\s+\p{{Nd}}{{4}})"
    )
    said = "|".join(
        r"\s+".join(r"\p{M}*".join([*word, ""]) for word in phrase.split())
        for phrases in _PUBLISHED
        for phrase in phrases
    )
    place = rf"{_NAME}(?:{_SOURCE}(?:{_BREAK}|\s+)|(?:{_BREAK}{_NAME})?{_BREAK})"
    return (
        rf"(?:{said})[\s:]+(?P<day>{day}){_AFTER}"
        rf"|{place}(?P<day>{day}){_AFTER}(?=\s*(?:[\p{{Pd}}:،,|/ـ]|$))"
    )


@cache
def _published() -> "regex.Pattern[str]":
    return regex.compile(_day_of_publication(), regex.IGNORECASE)


@cache
def _dateline() -> "regex.Pattern[str]":
    # Made when first needed: with the names of all months, it takes longer than all else here.
    return regex.compile(_DATELINE, regex.IGNORECASE)


def dateline_end(line: str) -> int:
    """Return where the date with which ``line`` begins, and what sets it off, ends; else 0."""
    match = _dateline().match(line)
    return match.end() if match else 0


def dateline_day(line: str) -> Stretch | None:
    """Return where the day stands that ``line`` tells as that of publication, if it begins so.

    That is a day behind a place (الدوحة - 2 شباط 2026, دمشق (وكالات) 14 مارس 2026 —) or behind a
    word for it (نشر في ١٧ شوال ١٤٤٧); what else a line says of days may be news.
    """
    match = _published().match(line)
    return match.span("day") if match else None
