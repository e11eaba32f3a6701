"""Dates as people type them: in EDTF, in digits, or in the words of a language.

What cannot be understood as a whole is refused with an example to go by; nothing is guessed.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidValue
from annotator.core.language import Language
from annotator.core.text import is_iso_day
from annotator.core.typed_text import plain, shortened
from annotator.core.values import DateValue

_MONTHS = 12
"""EDTF counts on after them, with seasons."""
_BETWEEN_DIGITS: Final = regex.compile(r"(?<=[0-9])\s*([-/.])\s*(?=[0-9])")
_DAY: Final = regex.compile(
    r"(?:(?<year>[0-9]{4})([-/.])(?<month>[0-9]{1,2})\2(?<day>[0-9]{1,2})"
    r"|(?<day>[0-9]{1,2})([-/.])(?<month>[0-9]{1,2})\5(?<year>[0-9]{4})"
    r"|(?<year>[0-9]{4})-(?<month>[0-9]{2}))[?~%]?"
)
_MASKED: Final = regex.compile(
    r"(?<![0-9X-])(?=[0-9]*X)[0-9X]{4}-(?<month>[0-9]{2})-(?<day>[0-9]{2})"
)
"""A day of a year that is not known, or not wholly."""
_HALF_READ: Final = regex.compile(r"[^\P{N}0-9]")
"""Digits such as ², which no date is written in."""
_HOUR: Final = regex.compile(r"(?<![0-9])[0-9]{1,2}:[0-9]{2}(?![0-9])")
_MONTH: Final = regex.compile(r"(?<year>[0-9]{4})(?:-(?<month>[0-9]{2}))?")
"""A month or a year in EDTF."""
_SOME_LEAP_YEAR: Final = 2000
_FIRST_YEAR: Final = 1800
"""Before it no news were published that anybody labels: such a year is a slip."""
_SOME_DAY: Final = "2000-01-01"


def date_typed(text: str, language: Language, published: str | None) -> DateValue | None:
    """Return the date that was typed, in EDTF or as people write it; ``None`` if nothing was.

    ``published`` is the day in ISO from which “yesterday” is reckoned, if it is known.

    Raises:
        InvalidValue: if it is no date, a day before 1800 in digits, which may be a Hijri one, or
            tells an hour that would be lost.
    """
    typed = _BETWEEN_DIGITS.sub(r"\1", plain(text))
    if not typed:
        return None
    days = list(_days_in_digits(typed))
    for year, month, day in days:
        if day and int(year) < _FIRST_YEAR and 1 <= int(month) <= 12 and int(day):
            hijri = language.own_day(int(year), int(month), int(day))
            raise InvalidValue(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{text}” is a day before {year}. Is it a Hijri date? Write its month by name,"
                    " as in {hijri}, so that the calendar is clear.",
                ),
                text=shortened(text),
                year=_FIRST_YEAR,
                hijri=hijri,
            )
    edtf = _edtf(typed)
    for masked in _MASKED.finditer(edtf):
        _refuse_wrong_day(text, _SOME_LEAP_YEAR, int(masked["month"]), int(masked["day"]))
    value = _in_edtf(edtf)
    if value is None:
        _refuse_hour(text, typed)
        value = _in_words(typed, language, published)
    if value is not None:
        return value
    for year, month, day in days:
        _refuse_wrong_day(text, int(year), int(month), int(day or 1))
    if published is None and _in_words(typed, language, _SOME_DAY):
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” is reckoned from the day of publication, which is not known. Set that"
                " first, or write the date itself.",
            ),
            text=shortened(text),
        )
    raise InvalidValue(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{text}” is no date. Write 2026-02-23, 23/2/2026 or 23 February 2026; 2026-02 or 2026;"
            " 2026-02/2026-04 for a period; XXXX-02-15 without a year.",
        ),
        text=shortened(text),
    )


def day_typed(text: str, language: Language) -> str | None:
    """Return the day of publication that was typed, in ISO; ``None`` if nothing was.

    It may be written in digits, the day before the month, or in the words of ``language``.

    Raises:
        InvalidValue: if it is no full day, later than tomorrow by the computer's clock, or before
            1800.
    """
    typed = full_day_typed(text, language)
    if typed is None:
        return None
    day = date.fromisoformat(typed)
    if day > date.today() + timedelta(days=1):  # tomorrow has begun elsewhere
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors", "The day {day} is still to come. Check the year and the month."
            ),
            day=typed,
        )
    if day.year < _FIRST_YEAR:
        raise InvalidValue(
            QT_TRANSLATE_NOOP("errors", "The day {day} is before {year}. Check the year."),
            day=typed,
            year=_FIRST_YEAR,
        )
    return typed


def full_day_typed(text: str, language: Language) -> str | None:
    """Return any day that was typed, written as ``day_typed`` takes it; ``None`` if nothing was.

    Raises:
        InvalidValue: if it is no full day.
    """
    typed = _BETWEEN_DIGITS.sub(r"\1", plain(text))
    if not typed:
        return None
    value = _in_words(typed, language, None)
    if value is None:
        for year, month, day in _days_in_digits(typed):
            _refuse_wrong_day(text, int(year), int(month), int(day or 1))
    if value is None or not is_iso_day(value.edtf):
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” is no full day. Write it like 2026-02-23, 23/2/2026 or 23 February 2026.",
            ),
            text=shortened(text),
        )
    return value.edtf


def days_typed(text: str, language: Language) -> tuple[str, str] | None:
    """Return the first and the last day of a day, month or year that was typed, in ISO.

    ``None`` if nothing was typed.

    Raises:
        InvalidValue: if it is neither.
    """
    typed = _BETWEEN_DIGITS.sub(r"\1", plain(text))
    if not typed:
        return None
    value = _in_edtf(_edtf(typed)) or _in_words(typed, language, None)
    edtf = value.edtf if value is not None else ""
    if is_iso_day(edtf):
        return edtf, edtf
    period = _MONTH.fullmatch(edtf)
    if period is None or int(period["year"]) == 0 or int(period["month"] or 1) > _MONTHS:
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” is no day, month or year. Write it like 2026-02-23, 23/2/2026, 2026-02 or"
                " 2026.",
            ),
            text=shortened(text),
        )
    year, first, last = period["year"], period["month"] or "01", period["month"] or "12"
    return f"{year}-{first}-01", f"{year}-{last}-{monthrange(int(year), int(last))[1]}"


def _edtf(typed: str) -> str:
    """Return what was typed as EDTF writes it, if it is EDTF."""
    return "".join(typed.split()).replace("x", "X")


def _in_edtf(edtf: str) -> DateValue | None:
    try:
        return DateValue(edtf)
    except InvalidValue:
        return None


def _in_words(typed: str, language: Language, published: str | None) -> DateValue | None:
    if _HALF_READ.search(typed):
        return None
    value = language.read_value("day", typed, 0, len(typed), published)
    return value if isinstance(value, DateValue) else None


def _days_in_digits(typed: str) -> Iterator[tuple[str, str, str | None]]:
    """Yield year, month and day of what is typed in digits; of a period, of both ends."""
    for part in typed.split("/") if typed.count("/") == 1 else [typed]:
        if match := _DAY.fullmatch(part):
            yield match["year"], match["month"], match["day"]


def _refuse_hour(text: str, typed: str) -> None:
    """Refuse what is not EDTF but tells an hour: the words around it would be read without it."""
    if _HOUR.search(typed):
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” tells an hour, which a date keeps only with its seconds, as in"
                " 2026-02-23T10:00:00. Write it so, or the day alone.",
            ),
            text=shortened(text),
        )


def _refuse_wrong_day(text: str, year: int, month: int, day: int) -> None:
    if not 1 <= month <= 12:
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” is no date: there is no month {month}. The month stands in the middle:"
                " 2026-02-23 or 23/2/2026.",
            ),
            text=shortened(text),
            month=month,
        )
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” is no date: there is no such day, the month has {last}. Check the day"
                " and the month.",
            ),
            text=shortened(text),
            last=last,
        )
