"""What a value is called: short beside its span, and a date in plain words.

EDTF that is rarer than periods, seasons and missing parts has no plain words: it stands for
itself.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Final, TypeAlias

import regex
from PySide6.QtCore import QCoreApplication, QLocale

from annotator.arabic import ARABIC
from annotator.core.model import Span
from annotator.core.typed_numbers import amount_text
from annotator.core.typed_text import plain, visible
from annotator.core.values import (
    DateValue,
    EntryValue,
    Modifier,
    NumberValue,
    TextValue,
    Value,
)
from annotator.gui.wording.shortening import shortened

_POINT: Final = regex.compile(
    r"(?<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
    r"(?:-(?<month>[0-9]{2}|XX)(?:-(?<day>[0-9]{2}|XX))?)?(?<sign>[?~%]?)"
)
_DIGITS_END: Final = regex.compile(r"\p{Nd}[\p{Nd}.,٫٬/:-]*$|\p{Nd}+$")
_DIGITS_START: Final = regex.compile(r"[.,٫٬/:-]?\p{Nd}")
_LARGE: Final = regex.compile(r"(?<![\d.])\d{5,}")
"""Digits that are easier to read in groups of three."""
_WRITTEN: Final = regex.compile(r"[0-9](?:[.,،]?[0-9])*")
"""A number in digits, with whatever parts them."""
_LONGEST: Final = 60
_KNOWN: Final = 4_096
"""The forms of so many numbers are remembered."""
Meant: TypeAlias = Callable[[Value], Value]
"""Tells what a value means by now: its entry may have another name, or be another one."""
Point: TypeAlias = dict[str, str]
"""What is told of one date: ``year``, ``month``, ``day`` and ``sign``; "" where nothing is."""


def short_value(value: Value) -> str:
    """Return ``value`` in a few signs, set apart from the text around it; nothing if it is none."""
    match value:
        case DateValue(edtf):
            return f"\u2066{edtf}\u2069"
        case NumberValue():
            return _number(value)
        case EntryValue(_, name) | TextValue(name):
            return f"\u2068{shortened(name, _LONGEST)}\u2069"
        case None:
            return ""


def fitting_value(value: Value, fits: Callable[[str], bool]) -> str:
    """Return ``value`` as short as it must be; "…" where all that fits would be another one.

    A number gives up its unit first; of a number or a date no part is ever shown.
    """
    said = short_value(value)
    if fits(said):
        return said
    if isinstance(value, EntryValue | TextValue):
        return said
    said = short_value(without_unit(value))
    return said if fits(said) else "…"


def without_unit(value: Value) -> Value:
    """Return ``value``, of a number what is left of it without its unit."""
    if isinstance(value, NumberValue) and value.unit != "%":
        return replace(value, unit=None)
    return value


def without_cut_number(elided: str, whole: str) -> str:
    """Return ``elided``, the beginning of ``whole`` and "…", without a number that was cut."""
    kept = elided.removesuffix("…")
    if kept == elided or not _DIGITS_END.search(kept) or not _DIGITS_START.match(whole, len(kept)):
        return elided
    return f"{_DIGITS_END.sub('', kept)}…"


def as_stored(value: Value) -> Value:
    """Return a value as it is, where nobody knows what it means by now."""
    return value


def as_meant(span: Span, meant: Meant) -> Span:
    """Return ``span`` with what its value means by now."""
    value = meant(span.value)
    return span if value == span.value else replace(span, value=value)


def says_the_same(value: Value, quote: str) -> bool:
    """Tell whether ``quote`` shows all that ``value`` does, in whatever digits.

    Between digits the reader's rule holds: a comma before groups of three parts thousands, any
    other one begins a fraction, and a single point before three digits may be either.
    """
    if isinstance(value, NumberValue | DateValue):
        return _in_one_form(short_value(value)) == _in_one_form(quote)
    return visible(short_value(value)) == quote


def _in_one_form(text: str) -> str:
    return str(_WRITTEN.sub(lambda match: _number_in_one_form(match[0]), plain(text)))


@lru_cache(_KNOWN)  # rows are painted far more often than numbers are met anew
def _number_in_one_form(digits: str) -> str:
    read = ARABIC.read_value("number", digits, 0, len(digits), None)
    return str(read.least) if isinstance(read, NumberValue) else digits


def modifier_names() -> dict[Modifier | None, str]:
    """Return what each modifier is called; ``None`` is a number that is meant exactly."""
    translate = QCoreApplication.translate
    return {
        None: translate("Values", "exactly"),
        Modifier.ABOUT: translate("Values", "about"),
        Modifier.OVER: translate("Values", "over"),
        Modifier.UNDER: translate("Values", "under"),
    }


def _number(value: NumberValue) -> str:
    amount = _LARGE.sub(lambda digits: f"{int(digits[0]):,}", amount_text(value))
    number = f"\u2066{amount}{'%' if value.unit == '%' else ''}\u2069"
    if value.modifier:
        number = f"{modifier_names()[value.modifier]} {number}"
    return number if value.unit in (None, "%") else f"{number} \u2068{value.unit}\u2069"


def plain_date(edtf: str) -> str:
    """Return a date as people say it, “23 February 2026”; nothing if there are no words for it."""
    start, is_period, end = edtf.partition("/")
    if not is_period:
        point = _read(start)
        return _point(point) if point else ""
    return _period(start, end)


def _read(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    return {name: part or "" for name, part in match.groupdict().items()} if match else None


def _period(start: str, end: str) -> str:
    translate = QCoreApplication.translate
    first, last = _read(start), _read(end)
    said_first, said_last = _point(first) if first else "", _point(last) if last else ""
    if said_first and end in ("", ".."):
        return translate("Values", "from {date} on").format(date=said_first)
    if said_last and start in ("", ".."):
        return translate("Values", "until {date}").format(date=said_last)
    if not (first and last and said_first and said_last):
        return ""
    return _joined(first, last) or f"{said_first} – {said_last}"


def _joined(first: Point, last: Point) -> str:
    """Say a period that lies within one year without saying the year twice."""
    year = first["year"]
    is_plain = "X" not in "".join((*first.values(), *last.values()))
    if not is_plain or year != last["year"] or first["sign"] or last["sign"]:
        return ""
    if not (first["month"] and last["month"]):
        return ""
    months = _month(first["month"]), _month(last["month"])
    if not all(months):
        return ""
    if first["day"] and last["day"]:
        if first["month"] == last["month"]:
            return f"{int(first['day'])}–{int(last['day'])} {months[0]} {year}"
        return f"{int(first['day'])} {months[0]} – {int(last['day'])} {months[1]} {year}"
    return "" if first["day"] or last["day"] else f"{months[0]}–{months[1]} {year}"


def _point(point: Point) -> str:
    """Say one date, or nothing if a part of it has no name."""
    translate = QCoreApplication.translate
    said = _known_parts(point)
    if not said:
        return ""
    missing = [
        text
        for name, text in (
            ("year", translate("Values", "{date} (year unknown)")),
            ("month", translate("Values", "{date} (month unknown)")),
            ("day", translate("Values", "{date} (day unknown)")),
        )
        if point[name] in ("XX", "XXXX")
    ]
    if missing:
        said = missing[0].format(date=said)
    signs = {
        "?": translate("Values", "perhaps {date}"),
        "~": translate("Values", "about {date}"),
        "%": translate("Values", "perhaps about {date}"),
    }
    return signs[point["sign"]].format(date=said) if point["sign"] else said


def _known_parts(point: Point) -> str:
    month = _month(point["month"]) if point["month"] not in ("", "XX") else ""
    if point["month"] not in ("", "XX") and not month:
        return ""
    day = str(int(point["day"])) if point["day"] not in ("", "XX") else ""
    if day and not month:
        return ""
    return " ".join(filter(None, (day, month, _year(point["year"]))))


def _year(year: str) -> str:
    if year == "XXXX":
        return ""
    return f"{year.replace('X', '0')}–{year.replace('X', '9')}" if "X" in year else year


def _month(number: str) -> str:
    """Name a month or, in EDTF's numbers from 21 on, a season."""
    translate = QCoreApplication.translate
    if 1 <= int(number) <= 12:
        return QLocale().standaloneMonthName(int(number), QLocale.FormatType.LongFormat)
    seasons = {
        "21": translate("Values", "spring"),
        "22": translate("Values", "summer"),
        "23": translate("Values", "autumn"),
        "24": translate("Values", "winter"),
    }
    return seasons.get(number, "")
