"""The date with which a headline may begin: it is not a part of the title.

Only whole dates count, a day and a month at least; one in words must be set off from what follows.
"""

import regex

_MONTHS = (
    "كانون الثاني|كانون الأول|تشرين الأول|تشرين الثاني|يناير|فبراير|مارس|أبريل|إبريل|ابريل|مايو|"
    "يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر|شباط|آذار|اذار|نيسان|أيار|ايار|"
    "حزيران|تموز|آب|أيلول|ايلول|جانفي|فيفري|أفريل|ماي|جوان|جويلية|أوت|غشت|شتنبر|نونبر|دجنبر|"
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_WEEKDAYS = (
    "الأحد|الاحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|"
    "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
)
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
