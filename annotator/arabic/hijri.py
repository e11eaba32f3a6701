"""The Umm al-Qura calendar: its days, months and years seen from ours, and a day of it in words.

What does not exist raises ValueError, what lies outside of the years that are known OverflowError.
"""

from datetime import date, timedelta

from annotator.arabic.months import hijri_months
from annotator.arabic.periods import between, days_of_third

_FIRST, _LAST = 1343, 1500
"""The years that the calendar is known for."""
_SOME_YEAR = 1447


def hijri_day(year: int, month: int, day: int) -> date:
    """Return a day as one of ours."""
    from hijridate import Hijri

    return date(*Hijri(year, month, day).to_gregorian().datetuple())


def hijri_month_edtf(year: int, month: int, third: int | None = None) -> str:
    """Return a month, or the first (0), middle or last third of its days, as a period of days."""
    first, last = days_of_third(third, month_length(year, month))
    return between(hijri_day(year, month, first), hijri_day(year, month, last))


def month_length(year: int, month: int) -> int:
    """Return how many days a month has."""
    from hijridate import Hijri

    return Hijri(year, month, 1).month_length()


def hijri_year_edtf(year: int) -> str:
    """Return a year as a period of days."""
    return between(hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1) - timedelta(days=1))


def hijri_date_of(day: date) -> tuple[int, int, int]:
    """Return the Hijri year, month and day of ``day``."""
    from hijridate import Gregorian

    return Gregorian(*day.timetuple()[:3]).to_hijri().datetuple()


def day_in_words(year: int, month: int, day: int) -> str:
    """Return a day as people write it, 23 رمضان 1447; no line ends within it.

    Of a day that does not exist, one that is like it and does.
    """
    year = year if _FIRST <= year <= _LAST else _SOME_YEAR
    said = f"{min(day, month_length(year, month))} {hijri_months()[month - 1][0]} {year}"
    return said.replace(" ", "\N{NO-BREAK SPACE}")
