"""Days, months and years as EDTF, and the steps between them.

What does not exist raises ValueError, what lies outside of the calendar OverflowError.
"""

from calendar import monthrange
from datetime import date, timedelta

_THIRDS = ((1, 4), (5, 8), (9, 12))
"""First and last month of the thirds of a year."""
_TENS = ((1, 10), (11, 20), (21, 31))
"""First and last day of the thirds of a month."""
_LEAP_YEAR = 2000


def day_edtf(year: int | None, month: int, day: int) -> str:
    """Return a day; one of an unknown year must exist in some year."""
    known = date(_LEAP_YEAR if year is None else year, month, day).isoformat()
    return known if year is not None else f"XXXX{known[4:]}"


def month_edtf(year: int | None, month: int, third: int | None = None) -> str | None:
    """Return a month, or the first (0), middle or last third of its days."""
    if year is None:
        return f"XXXX-{month:02}" if third is None else None
    if third is None:
        return date(year, month, 1).isoformat()[:7]
    first, last = days_of_third(third, monthrange(year, month)[1])
    return between(date(year, month, first), date(year, month, last))


def days_of_third(third: int | None, length: int) -> tuple[int, int]:
    """Return the first and the last day of a third of a month so long; None is all of it."""
    first, last = _TENS[third] if third is not None else (1, length)
    return first, min(last, length)


def year_edtf(year: int, third: int | None = None) -> str:
    """Return a year, or the first (0), middle or last third of its months."""
    return months_edtf(year, *_THIRDS[third]) if third is not None else f"{year:04}"


def months_edtf(year: int, first: int, last: int) -> str:
    """Return the months of a year from ``first`` to ``last``."""
    return f"{year:04}-{first:02}/{year:04}-{last:02}"


def between(first: date, last: date) -> str:
    """Return a period of days, both ends inside."""
    return f"{first.isoformat()}/{last.isoformat()}"


def months_later(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_weekday(day: date, weekday: int) -> date:
    """Return the last day up to ``day`` that is such a weekday; Monday is 0."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def next_weekday(day: date, weekday: int) -> date:
    """Return the first day after ``day`` that is such a weekday."""
    return last_weekday(day + timedelta(days=7), weekday)


def week_edtf(day: date) -> str:
    """Return the ISO week, Monday to Sunday, that ``day`` is in."""
    monday = last_weekday(day, 0)
    return between(monday, monday + timedelta(days=6))
