"""The words that dates are made of, each with a letter that says what it is.

The date reader looks for patterns of these letters.  A word that is not here is ``UNKNOWN``, and
no pattern has a place for it: what is not understood whole has no value.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from annotator.arabic.folding import fold
from annotator.arabic.months import hijri_months, months, spellings, weekdays
from annotator.arabic.numerals import is_numeral, numeral_at
from annotator.arabic.passages import Token, tokens_of

UNKNOWN = "?"


class Item(NamedTuple):
    """A word of a date: what it is, and which of its kind."""

    code: str
    value: int = 0


DAYS, WEEKS, MONTHS_LONG, YEARS, DECADES, HOURS = range(6)
"""What the dual and the plural of a measure of time count."""

_ROWS: tuple[tuple[str, int, str], ...] = (
    # A day named from today.  Alternatives are parted by strokes.
    ("Y", -2, "أول أمس | أول من أمس | أمس الأول | أول البارحة"),
    ("Y", -2, "الليلة قبل الماضية"),
    ("Y", -1, "أمس | الأمس | البارحة | ليلة أمس | الليلة الماضية | الليلة الفائتة"),
    ("Y", 0, "اليوم | هذا اليوم | هذا الصباح | هذا المساء | الليلة | هذه الليلة"),
    ("Y", 1, "غد | غدا | الغد"),
    ("Y", 2, "بعد غد | بعد الغد"),
    ("K", 0, "يوم | نهار | يومي"),
    # The time of day, before its day and behind it.
    ("T", 0, "صباح | مساء | فجر | ظهر | ظهيرة | عصر | ليل | ضحى | بعد ظهر | قبل ظهر | منتصف ليل"),
    ("t", 0, "صباحا | ظهرا | عصرا | ليلا | فجرا | بعد الظهر | قبل الظهر"),
    # The hour, which its day does not keep.
    ("O", 0, "الساعة | عند الساعة | في الساعة | تمام الساعة | عند تمام الساعة | في تمام الساعة"),
    ("½", 0, "و النصف | و نصف | و الربع | و ربع | والثلث | وثلث | إلا ربعا | إلا الربع | إلا ثلثا"),
    ("Z", 0, "بتوقيت | بالتوقيت"),
    # Last, current, next; of a period the last may be called الأخيرة.
    ("S", -2, "قبل الماضي | قبل الماضية"),
    ("S", -1, "الماضي | الماضية | الماضيين | الماضيان | الماضيتين"),
    ("S", -1, "المنصرم | المنصرمة | المنصرمين | الفائت | الفائتة | الفائتين | الفارط | الفارطة"),
    ("S", 0, "الجاري | الجارية | الحالي | الحالية"),
    ("S", 1, "المقبل | المقبلة | المقبلين | المقبلان | المقبلتين | الآتي | الآتية"),
    ("S", 1, "القادم | القادمة | القادمين | القادمان | القادمتين"),
    ("S", 2, "بعد المقبل | بعد المقبلة | بعد القادم | بعد القادمة"),
    ("L", -1, "الأخيرة | الأخير | الأخيرين | الأخيرتين"),
    ("f", 0, "الأولى"),
    ("X", 0, "هذا | هذه"),
    ("F", 0, "من"),
    ("y", 0, "عام | العام | عامي | سنة | السنة | سنتي | للعام | لعام | للسنة | لسنة"),
    ("m", 0, "شهر | الشهر"),
    ("w", 0, "الأسبوع"),
    ("P", 0, "مطلع | بداية | بدايات | أوائل | مستهل"),
    ("P", 1, "منتصف | أواسط | وسط"),
    ("P", 2, "نهاية | نهايات | أواخر"),
    ("B", DAYS, "اليومين | اليومان"),
    ("B", WEEKS, "الأسبوعين | الأسبوعان"),
    ("B", MONTHS_LONG, "الشهرين | الشهران"),
    ("B", YEARS, "العامين | العامان | السنتين | السنتان"),
    ("B", DECADES, "العقدين | العقدان"),
    ("U", DAYS, "الأيام | أيام | يوما"),
    ("U", WEEKS, "الأسابيع | أسابيع | أسبوعا"),
    ("U", MONTHS_LONG, "الأشهر | أشهر | الشهور | شهور | شهرا"),
    ("U", YEARS, "السنوات | سنوات | الأعوام | أعوام | عاما"),
    ("U", DECADES, "العقود | عقود"),
    ("U", HOURS, "الساعات | ساعات | ساعة"),
    ("G", 21, "ربيع"), ("G", 22, "صيف"), ("G", 23, "خريف"), ("G", 24, "شتاء"),
    ("g", 21, "الربيع"), ("g", 22, "الصيف"), ("g", 23, "الخريف"),
    ("Q", 2, "النصف"), ("Q", 3, "الثلث"), ("Q", 4, "الربع"),
    ("C", 0, "القرن"),
    ("e", 0, "م | ميلادي | ميلادية | للميلاد"),
    ("h", 0, "ه | هجري | هجرية | هجريا | للهجرة | AH"),
    ("=", 0, "الموافق | الموافق ل | المصادف | الموافقة"),
    ("p", 0, "في | خلال | منذ | قبل | حتى | إلى | أثناء | بحلول | مع"),
    ("p", 0, "بتاريخ | تاريخ | التاريخ | date"),
    ("p", 0, "وقت سابق من | وقت لاحق من | في وقت سابق من | في وقت لاحق من"),
    ("&", 0, "و | أو"),
)  # fmt: skip
_SIGNS = {"/": "/", "(": "(", ")": ")", "،": ",", ",": ",", "-": "-", "–": "-", "—": "-", ":": ":"}

_FIRST_TEN = fold("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر").split()
_COMPOUND = ("الحادي", *_FIRST_TEN[1:9])
_TENS = ((20, "العشرين العشرون"), (30, "الثلاثين الثلاثون"))


def _ordinals() -> Iterator[tuple[str, int]]:
    """Yield the days of a month as they are said: الأول, الخامس عشر, الحادي والعشرين."""
    yield from (("أول", 1), ("فاتح", 1))
    yield from ((name, number) for number, name in enumerate(_FIRST_TEN, 1))
    yield from ((f"{name} عشر", number) for number, name in enumerate(_COMPOUND, 11))
    for tens, names in _TENS:
        for name in names.split():
            yield name, tens
            yield from ((f"{one} و {name}", tens + n) for n, one in enumerate(_COMPOUND, 1))


def _hours() -> Iterator[tuple[str, int]]:
    """Yield the hours as they are said: الواحدة, الثانية, الثانية عشرة."""
    names = ("الواحدة", "الثانية", *(f"{name}ة" for name in _FIRST_TEN[2:]))
    yield from ((name, number) for number, name in enumerate(names, 1))
    yield from (("الحادية عشرة", 11), ("الثانية عشرة", 12))


def _decades() -> Iterator[tuple[str, int]]:
    names = ["عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
    for decade, name in enumerate(names, 2):
        yield from (
            (f"{article}{name}{end}", decade) for article in ("", "ال") for end in ("يات", "ات")
        )


class _Lexicon(NamedTuple):
    """The table of folded words, of which the longest that stands there counts."""

    words: dict[tuple[str, ...], Item]
    starts: frozenset[str]
    longest: int


@cache
def _lexicon() -> _Lexicon:
    """Return the table, made when first needed: the names in it are read from files."""
    rows = [
        (code, value, name.strip()) for code, value, names in _ROWS for name in names.split("|")
    ]
    rows += [("o", number, name) for name, number in _ordinals()]
    rows += [("D", number, name) for name, number in _decades()]
    rows += [("i", number, name) for name, number in _hours()]
    for code, table, first in (("M", months(), 1), ("H", hijri_months(), 1), ("W", weekdays(), 0)):
        rows += [
            (code, n, spelt)
            for n, names in enumerate(table, first)
            for name in names
            for spelt in spellings(name)
        ]
    words = {
        tuple(token.text for token in tokens_of(fold(name))): Item(code, value)
        for code, value, name in rows
    }
    return _Lexicon(words, frozenset(one[0] for one in words), max(map(len, words)))


def longest_expression() -> int:
    """Return how many tokens the longest expression has that has a letter of its own."""
    return _lexicon().longest


_DAY = regex.compile(r"([0-9]+)[-/.]([0-9]+)[-/.]([0-9]+)")


def items_of(tokens: Sequence[Token]) -> list[Item]:
    """Return what the tokens are, in order; the two names of one month become one."""
    items, place = [], 0
    while place < len(tokens):
        item, place = item_at(tokens, place)
        items.append(item)
    return _with_single_months(items)


def item_at(tokens: Sequence[Token], place: int) -> tuple[Item, int]:
    """Return what stands at ``place``, as long as may be, and the place behind it."""
    token, lexicon = tokens[place], _lexicon()
    if token.text in lexicon.starts:
        words = tuple(token.text for token in tokens[place : place + lexicon.longest])
        for length in range(len(words), 0, -1):
            if words[:length] in lexicon.words:
                return lexicon.words[words[:length]], place + length
    if token.kind == "day":
        return Item("N", _packed(token.text)), place + 1
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.text == "ال" and following and following.kind == "number":
        return item_at(tokens, place + 1)  # الـ15 من الشهر
    if token.kind == "number":
        digits = token.text.isdecimal() and len(token.text) <= 4
        return (Item("d", int(token.text)) if digits else Item(UNKNOWN)), place + 1
    number = numeral_at(tokens, place) if is_numeral(token.text) else None
    if number and number.least == number.greatest == int(number.least):
        return Item("c", int(number.least)), number.end
    return Item(_SIGNS.get(token.text, UNKNOWN)), place + 1


def _packed(text: str) -> int:
    """Return a day in digits as one number, such as 20260223; the year is that of four digits."""
    match = _DAY.match(text)
    parts = [int(part) for part in match.groups()] if match else [0, 0, 0]
    year, month, day = parts if match and len(match[1]) == 4 else reversed(parts)
    return year * 10_000 + month * 100 + day


def _with_single_months(items: list[Item]) -> list[Item]:
    """Join نوفمبر/ تشرين الثاني and تشرين الثاني (نوفمبر); two names that disagree are unknown."""
    single: list[Item] = []
    place = 0
    codes = "".join(item.code for item in items)
    for match in _DOUBLE_MONTH.finditer(codes):
        single += items[place : match.start()]
        month, other = items[match.start()], items[match.end("names") - 1]
        single.append(month if month == other else Item(UNKNOWN))
        place = match.end()
    return single + items[place:]


_DOUBLE_MONTH = regex.compile(r"(?P<names>M[/(-]?M)\)?|(?P<names>H\(H)\)")
