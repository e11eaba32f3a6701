"""Values as people type them: digits of any script, ranges with a dash, dates in EDTF.

What cannot be understood is refused with an example to go by; nothing is guessed.
"""

import unicodedata
from datetime import date, timedelta
from typing import Final

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidValue
from annotator.core.language import Language
from annotator.core.text import is_iso_day
from annotator.core.values import DateValue, Modifier, Number, NumberValue

_INVISIBLE: Final = regex.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_DIGIT: Final = regex.compile(r"\p{Nd}")
_SIGNS: Final = str.maketrans({"٫": ".", "٬": ",", "−": "-", "٪": "%"})
_DASHES: Final = regex.compile(r"\s*[–—\u2010-\u2012]\s*")
_AMOUNT: Final = r"(-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,19})(?:\.[0-9]{1,19})?)"
_NUMBER: Final = regex.compile(rf"{_AMOUNT}(?:\s*(?:-|\.\.\.?|…)\s*{_AMOUNT})?")
_BETWEEN_DIGITS: Final = regex.compile(r"(?<=[0-9])\s*([-/.])\s*(?=[0-9])")
_FIRST_YEAR: Final = 1800
"""Before it no news were published that anybody labels: such a year is a slip."""
_LONGEST: Final = 60


def date_typed(text: str) -> DateValue | None:
    """Return the date that was typed; ``None`` if nothing was.

    Raises:
        InvalidValue: if it is no date in EDTF.
    """
    edtf = "".join(_DASHES.sub("-", _plain(text)).split())
    edtf = regex.sub("[xX]", "X", edtf)
    if not edtf:
        return None
    try:
        return DateValue(edtf)
    except InvalidValue as error:
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” is no date. Write 2026-02-23, 2026-02 or 2026; 2026-02/2026-04 for a"
                " period; XXXX-02-15 without a year.",
            ),
            text=_shortened(text),
        ) from error


def day_typed(text: str, language: Language) -> str | None:
    """Return the day of publication that was typed, in ISO; ``None`` if nothing was.

    It may be written in digits, the day before the month, or in the words of ``language``.

    Raises:
        InvalidValue: if it is no full day, later than tomorrow by the computer's clock, or before
            1800.
    """
    plain = _BETWEEN_DIGITS.sub(r"\1", _DASHES.sub("-", _plain(text)))
    if not plain:
        return None
    value = language.read_value("day", plain, 0, len(plain), None)
    if not isinstance(value, DateValue) or not is_iso_day(value.edtf):
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” is no full day. Write it like 2026-02-23, 23/2/2026 or 23 February 2026.",
            ),
            text=_shortened(text),
        )
    day = date.fromisoformat(value.edtf)
    if day > date.today() + timedelta(days=1):  # tomorrow has begun elsewhere
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors", "The day {day} is still to come. Check the year and the month."
            ),
            day=value.edtf,
        )
    if day.year < _FIRST_YEAR:
        raise InvalidValue(
            QT_TRANSLATE_NOOP("errors", "The day {day} is before {year}. Check the year."),
            day=value.edtf,
            year=_FIRST_YEAR,
        )
    return value.edtf


def number_typed(amount: str, modifier: Modifier | None, unit: str) -> NumberValue | None:
    """Return the number that was typed; ``None`` if nothing was.

    Raises:
        InvalidValue: if ``amount`` is no number and no range, or is missing beside the others.
    """
    plain, counted = _DASHES.sub("-", _plain(amount)), " ".join(_INVISIBLE.sub("", unit).split())
    if plain.endswith("%") and not counted:
        plain, counted = plain[:-1].rstrip(), "%"
    if not plain:
        if modifier is None and not counted:
            return None
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors", "The number is missing: write 1000, or 500-600 for a range."
            )
        )
    match = _NUMBER.fullmatch(plain)
    if not match:
        raise _no_number(amount)
    least, greatest = (_number(part, amount) for part in (match[1], match[2] or match[1]))
    return NumberValue(least, greatest, modifier, "%" if counted == "٪" else counted or None)


def amount_text(value: NumberValue) -> str:
    """Return the number or the range of ``value`` as it can be typed."""
    if value.least == value.greatest:
        return str(value.least)
    return f"{value.least}-{value.greatest}"


def _number(text: str, typed: str) -> Number:
    digits = text.replace(",", "")
    number = float(digits) if "." in digits else int(digits)
    if abs(number) >= 2**63:
        raise _no_number(typed)
    return number


def _no_number(text: str) -> InvalidValue:
    return InvalidValue(
        QT_TRANSLATE_NOOP(
            "errors", "“{text}” is no number. Write 1000 or 2.5, or 500-600 for a range."
        ),
        text=_shortened(text),
    )


def _plain(text: str) -> str:
    """Return ``text`` with European digits and without marks of direction."""
    visible = _INVISIBLE.sub("", text).translate(_SIGNS).strip()
    return str(_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), visible))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
