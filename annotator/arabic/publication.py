"""The day of publication that the first lines of an article tell.

A line is taken apart into pieces, each with a letter that says what it is; it tells a day if its
letters follow one of a few forms.  Any other day may be one of the news, of a birth or of a battle:
rather none is told than a wrong one.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from annotator.arabic.folding import fold
from annotator.arabic.months import hijri_months, months, spellings, weekdays
from annotator.arabic.news_sources import agencies, places

_WORDS = {
    # What says of a day that it is the one of publication: it comes before all others.
    "N": "نشر | نشرت | نشر الخبر | نشر المقال | نشر هذا المقال | منشور | تم النشر | تم نشره"
    " | تم نشرها | تم نشر الخبر | تم نشر المقال | تاريخ النشر | تاريخ ووقت النشر | وقت النشر"
    " | تاريخ نشر الخبر | تاريخ نشر المقال | توقيت النشر | موعد النشر"
    " | published | first published | posted | date published | date of publication"
    " | publication date | publish date | publishing date",
    # What says that it is a later one, which tells nothing.
    "U": "تحديث | التحديث | آخر تحديث | آخر التحديث | تاريخ التحديث | تاريخ آخر تحديث"
    " | تم التحديث | تعديل | التعديل | آخر تعديل | تاريخ التعديل | تم التعديل | حدث | حدثت"
    " | عدل | عدلت | updated | last updated | last update | update | modified | last modified"
    " | edited",
    "L": "في | بتاريخ | يوم | on | at",
    "T": "date | تاريخ | التاريخ",
    "K": "وكالة | صحيفة | جريدة | قناة | شبكة | موقع | منصة | مراسل | مراسلة | كتب | المصدر"
    " | source | by",
    # What happens to people and towns, and what joins words: a name with it is no place.
    "X": "ميلاد | مولد | ولادة | ولد | ولدت | مواليد | وفاة | توفي | توفيت | رحيل | مقتل"
    " | اغتيال | معركة | معارك | حرب | غزوة | ثورة | انقلاب | مجزرة | مذبحة | ذكرى | تأسيس"
    " | هدنة | اتفاق | اتفاقية | معاهدة | زلزال | هجوم | غارة | قصف | تفجير | انتخابات | عملية"
    " | مؤتمر | سقوط | منذ | حتى | من | إلى | بعد | قبل | بين | على | عن | مع"
    " | born | died | birth | death | battle | war | founded | anniversary | since | until | in"
    " | from | to | after | before",
}
"""Words by what they say of a day in their line; those of places and agencies are P and A."""

_SIGNS = {"(": "(", "[": "(", ")": ")", "]": ")", ":": ":", "،": ",", ",": ",", ".": "."}

_FROM = r"\(?(?:KA?|[AP])\)?"
_UPDATE = "U[L:]*(?:[dD]-?H?)?"
_SOURCES = rf"(?:[-:,]?(?:{_FROM}|{_UPDATE}))*"
_TIMED = "(?:[-,]?L?H)?"
_PLACE = "P(?:[-,]?P)?"
_NAME = "[?P]{1,3}"
_OPENS = rf"{_TIMED}(?:[-:.]|$|,?\(?A)"
"""Behind the day of a dateline: the report itself, or nothing."""
_DAY = "(?P<day>[dD])"

_SAID = (rf"(?:(?:{_FROM}|{_UPDATE})[-:,]?)*N[LT:-]*{_DAY}{_TIMED}{_SOURCES}\.?$",)
_FORMS = (
    rf"{_PLACE}\([^()dD#]*\)[-:,]?{_DAY}{_OPENS}",  # دمشق (وكالات) 14 مارس 2026 —
    rf"{_PLACE}(?:-K?A)?-{_DAY}{_OPENS}",  # الدوحة - 2 شباط 2026
    rf"{_PLACE}[-:,]?{_DAY}{_TIMED}[-,]?\(?K?A",  # بغداد 2 شباط 2026 (شينخوا)
    rf"{_PLACE},{_DAY}{_TIMED}$",
    rf"{_NAME}\(K?A(?:[-,]K?A)*\)[-:,]?{_DAY}{_OPENS}",  # صرين (سانا) - 2 شباط 2026
    rf"{_NAME}-K?A-{_DAY}{_OPENS}",
    rf"{_NAME}[-:,]?{_DAY}{_TIMED}\(K?A\)",
    rf"K?A-{_DAY}{_OPENS}",
    rf"T?[:-]?\(?{_DAY}{_TIMED}\)?{_SOURCES}\.?$",  # it stands alone
)
_HEADLINE = rf"T?[:-]?(?:\({_DAY}{_TIMED}\)|(?P<day>d){_TIMED}|(?P<day>D){_TIMED}-)"
"""The date of a headline.  One in words before a colon may be what the headline is about."""


def days_told(lines: Sequence[str]) -> Iterator[str]:
    """Yield the days, folded, that the first lines of an article tell as that of publication.

    The surest comes first: one behind a word for it (نشر في ١٧ شوال ١٤٤٧), wherever that is; then,
    line by line, one of a dateline (الدوحة - 2 شباط 2026), one of the headline, or one alone.
    """
    pieces = [list(_pieces(line)) for line in lines]
    for forms in (_SAID, _FORMS):
        for number, line in enumerate(pieces):
            headline = (_HEADLINE,) if forms is _FORMS and number == 0 else ()
            letters = "".join(letter for letter, _ in line)
            for form in (*forms, *headline):
                if match := regex.match(form, letters):
                    yield from _written(line[match.start("day")][1])
                    break


def _written(day: str) -> Iterator[str]:
    """Yield what a day may be read from: where it is told twice, first by our calendar."""
    match = _scanner().match(day)
    if match:
        yield from filter(None, (match["ours"], match["other"]))


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a line, folded, each with its letter."""
    folded = " ".join(fold(_LONE_TATWEEL.sub("-", line)).split())
    for match in _scanner().finditer(folded):
        text, kind = match[0], match.lastgroup or ""
        if kind == "day":
            yield ("D" if regex.search(r"\p{L}{3}", text) else "d"), text
        elif kind == "word":
            yield _letters().get(text, "?"), text
        else:
            yield {"hour": "H", "number": "#", "dash": "-"}.get(kind) or _SIGNS.get(text, "*"), text


# A stroke that is drawn out stands for a dash where it joins nothing.
_LONE_TATWEEL = regex.compile(r"(?<!\S)\N{ARABIC TATWEEL}+(?!\S)")


@cache
def _letters() -> dict[str, str]:
    rows = [(letter, name) for letter, names in _WORDS.items() for name in names.split("|")]
    rows += [("P", name) for name in places()] + [("A", name) for name in agencies()]
    return {" ".join(fold(name).split()): letter for letter, name in rows}


@cache
def _scanner() -> "regex.Pattern[str]":
    """Return what takes a folded line apart; made when first needed, for its tables are long."""
    name, hijri, day = (
        _any_of(spelt for names in table for one in names for spelt in spellings(one))
        for table in (months(), hijri_months(), weekdays())
    )
    month = rf"{name}(?: ?/ ?{name}| ?\({name}\))?"
    weekday = rf"(?:(?:يوم )?{day}[،,]? )?"
    digits = r"(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4})"
    year = "[،,]? [0-9]{4}"
    clock = r"[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?"
    stamp = rf"{digits}(?:t{clock}(?:\.[0-9]+)?(?:z|[-+][0-9]{{2}}:?[0-9]{{2}})?)?"
    ours = rf"{weekday}(?:{stamp}|[0-9]{{1,2}} {month}{year}|{month} [0-9]{{1,2}}{year})(?: ?م)?"
    other = (
        rf"{weekday}(?:{digits} ?ه|(?:[0-9]{{1,2}} {hijri}{year}|{hijri} [0-9]{{1,2}}{year})"
        r"(?: ?ه| ah)?)"
    )
    same = r"(?: ?[-–—/|،,(] ?| )(?:(?:الموافق|المصادف)(?: ل)? ?)?"
    half = r"(?: ?(?:صباحا|مساء|ظهرا|عصرا|فجرا|ليلا|ص|م|am|pm|[ap]\.m\.))"
    zone = (
        r"(?: ?(?:بتوقيت \p{L}+(?: المكرمه)?|\(?(?:gmt|utc)\)?(?: ?[-+] ?[0-9]{1,2}(?::?00)?)?))?"
    )
    end = r"(?![\p{Nd}\p{L}])"
    return regex.compile(
        rf"(?P<day>(?:(?P<other>{other}){end}(?:{same}(?P<ours>{ours}){end}\)?)?"
        rf"|(?P<ours>{ours}){end}(?:{same}(?P<other>{other}){end}\)?)?))"
        rf"|(?P<hour>(?:الساعه )?(?:{clock}{half}?|[0-9]{{1,2}}{half}){zone}{end}"
        rf"|الساعه [0-9]{{1,2}}{zone}{end})"
        rf"|(?P<word>{_any_of(_letters())}|[\p{{L}}'’]+)"
        r"|(?P<number>[0-9]+)|(?P<dash>[\p{Pd}|/•·]+)|(?P<sign>\S)"
    )


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern of all ``names``, the longest first: يوليوز is no يوليو."""
    folded = {" ".join(fold(name).split()) for name in names}
    ordered = sorted(folded, key=lambda name: (-len(name), name))
    return rf"(?:{'|'.join(map(regex.escape, ordered))})(?![\p{{L}}\p{{Nd}}])"
