"""What each kind of date means, seen from the day on which the article was published.

A rule takes what a pattern found, and returns EDTF, or None where the day of publication is
needed and not known, or the words contradict themselves.  A day that does not exist raises
ValueError or OverflowError.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from annotator.arabic.date_words import DAYS, DECADES, HOURS, MONTHS_LONG, WEEKS
from annotator.arabic.hijri import (
    hijri_date_of,
    hijri_day,
    hijri_month_edtf,
    hijri_year_edtf,
)
from annotator.arabic.periods import (
    between,
    day_edtf,
    last_weekday,
    month_edtf,
    months_edtf,
    months_later,
    next_weekday,
    week_edtf,
    year_edtf,
)

_EARLIEST, _LATEST = 1000, 2199
"""Years that may stand alone."""
_HIJRI_YEARS = range(1300, 1481)
"""Years that are not known to be of either calendar where nothing says which."""
_LEAP_CYCLE = 8
"""Years in which each day of the calendar comes at least once."""
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
"""First and last month of the seasons that lie in one year."""
_CENTURY = 100
_MONTHS = 12
_DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class Found:
    """The named parts of a pattern, and the day of publication."""

    parts: dict[str, int]
    today: date | None

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def __getitem__(self, name: str) -> int:
        return self.parts[name]

    def get(self, name: str) -> int | None:
        return self.parts.get(name)

    @property
    def says_year(self) -> bool:
        return not self.parts.keys().isdisjoint(("year", "year_shift", "this_year"))

    def year(self) -> int | None:
        """Return the year that is said, or None if it counts from an unknown day."""
        if "year" in self:
            year = self["year"]
            if not _EARLIEST <= year <= _LATEST:
                raise ValueError
            return year
        return self.today.year + self.parts.get("year_shift", 0) if self.today else None


Rule = Callable[[Found], str | None]


def named_day(found: Found) -> str | None:
    """Read أمس الأربعاء: yesterday if the weekday agrees, else the last such day before."""
    if not found.today:
        return None
    offset, weekday = found["named"], found.get("weekday")
    day = found.today + timedelta(days=offset)
    if weekday is None or weekday == day.weekday():
        return day.isoformat()
    return last_weekday(day, weekday).isoformat() if offset <= 0 else None


def weekday(found: Found) -> str | None:
    """Read الخميس: the last such day up to today; with الماضي before today."""
    if not found.today:
        return None
    shift, day = found.get("shift"), found["weekday"]
    if shift is None:
        return last_weekday(found.today, day).isoformat()
    if shift == 0:
        return None
    if shift > 0:
        first = next_weekday(found.today, day) + timedelta(weeks=shift - 1)
        return first.isoformat()
    last = last_weekday(found.today - timedelta(days=1), day) + timedelta(weeks=shift + 1)
    return last.isoformat()


def day_of_month(found: Found) -> str | None:
    """Read 15 فبراير: the last such day up to today, unless a year, الماضي or a weekday decides."""
    month, day, today = found["month"], found["day"], found.today
    if "toward" in found:
        return _day_toward(found, month, day)
    if found.says_year or not today:
        return _agreeing(found, day_edtf(found.year(), month, day))
    if "shift" in found:
        # 12 فبراير الماضي, said in February, may be of this month or of last year.
        if (found["shift"] == 0) != (month == today.month):
            return None
        year = _shifted_year(today.year, today.month, month, found["shift"])
        return _agreeing(found, day_edtf(year, month, day))
    last = _nearest(today, month, day, step=-1)
    if "weekday" not in found or last.weekday() == found["weekday"]:
        return last.isoformat()
    return _agreeing(found, _nearest(today, month, day, step=1).isoformat())


def _day_toward(found: Found, month: int, day: int) -> str | None:
    """Read الأحد المقبل 1 مارس: the weekday says on which side of today the day lies."""
    today, toward = found.today, found["toward"]
    if not toward or "shift" in found:
        return None
    if not today:
        return _agreeing(found, day_edtf(found.year(), month, day))
    if found.says_year:
        said = date.fromisoformat(day_edtf(found.year(), month, day))
    else:
        said = _nearest(today, month, day, step=1 if toward > 0 else -1)
    is_there = said > today if toward > 0 else said < today
    return _agreeing(found, said.isoformat()) if is_there else None


def _nearest(today: date, month: int, day: int, step: Literal[-1, 1]) -> date:
    """Return the last such day up to today if ``step`` is -1, the first one after it if it is 1."""
    for year in range(today.year, today.year + step * (_LEAP_CYCLE + 1), step):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found <= today) == (step < 0):
            return found
    raise ValueError


def _agreeing(found: Found, edtf: str) -> str | None:
    """Return a day unless a weekday is said that it is not."""
    if "weekday" not in found or not edtf[0].isdecimal():
        return edtf
    return edtf if date.fromisoformat(edtf).weekday() == found["weekday"] else None


def day_of_relative_month(found: Found) -> str | None:
    """Read 15 من الشهر الجاري."""
    if not found.today:
        return None
    month = months_later(found.today, found.parts.get("shift", 0))
    return _agreeing(found, day_edtf(month.year, month.month, found["day"]))


def day_in_digits(found: Found) -> str | None:
    """Read 23/2/2026, or 15/9/1447هـ."""
    year, rest = divmod(found["full"], 10_000)
    month, day = divmod(rest, 100)
    if "hijri_era" in found:
        return _agreeing(found, hijri_day(year, month, day).isoformat())
    if year in _HIJRI_YEARS and "era" not in found:
        return None
    return _agreeing(found, day_edtf(year, month, day))


def month(found: Found) -> str | None:
    """Read نوفمبر, نوفمبر الماضي, مطلع نيسان 2025: a bare month is the last up to today."""
    name, part, today = found["month"], found.get("part"), found.today
    if found.says_year or not today:
        return month_edtf(found.year(), name, part)
    if found.get("shift") == 0 and name != today.month:
        return None
    return month_edtf(_shifted_year(today.year, today.month, name, found.get("shift")), name, part)


def month_in_digits(found: Found) -> str | None:
    """Read 02/2026; of a year that may be of either calendar, nothing says which month it is."""
    return None if found["year"] in _HIJRI_YEARS else month(found)


def _shifted_year(year: int, current: int, month: int, shift: int | None) -> int:
    """Return the year of a month that lies before or after the current one, or is the last."""
    if shift is None:
        return year - (month > current)
    if shift > 0:
        return year + (month <= current) + shift - 1
    return year - (month >= current) + shift + 1 if shift else year


def relative_month(found: Found) -> str | None:
    """Read هذا الشهر, منتصف الشهر الماضي."""
    if not found.today:
        return None
    month = months_later(found.today, found.parts.get("shift", 0))
    return month_edtf(month.year, month.month, found.get("part"))


def year(found: Found) -> str | None:
    """Read 2011, عام 2024, منتصف العام الجاري, عام 1447هـ."""
    if "hijri_era" in found:
        return hijri_year_edtf(found["year"]) if "part" not in found else None
    said = found.year()
    doubtful = "year" in found and said in _HIJRI_YEARS and "era" not in found
    return None if said is None or doubtful else year_edtf(said, found.get("part"))


def share_of_year(found: Found) -> str | None:
    """Read الربع الأول من عام 2025 and النصف الثاني من العام الجاري, as months."""
    shares, said = found["share"], found.year()
    which = shares if "last" in found else found["which"]
    if said is None or which > shares:
        return None
    length = _MONTHS // shares
    return months_edtf(said, (which - 1) * length + 1, which * length)


def months_of_year(found: Found) -> str | None:
    """Read الأشهر الستة الأولى من عام 2025, and the last ones."""
    number, said = found["number"], found.year()
    if said is None or found["unit"] != MONTHS_LONG or not 1 <= number <= _MONTHS:
        return None
    first = _MONTHS - number + 1 if "last" in found else 1
    return months_edtf(said, first, first + number - 1)


def week(found: Found) -> str | None:
    """Read الأسبوع الجاري: an ISO week."""
    if not found.today:
        return None
    return week_edtf(found.today + timedelta(weeks=found.parts.get("shift", 0)))


def period(found: Found) -> str | None:
    """Read الشهرين المقبلين, الأيام الثلاثة الماضية: from today on, or up to today."""
    number, shift = found.parts.get("number", 2), found["shift"]
    if not found.today or not number or abs(shift) != 1:
        return None
    if found["unit"] == HOURS:
        days, rest = divmod(number, _DAY_HOURS)
        return _span_of(found.today, DAYS, days * shift) if days and not rest else None
    return _span_of(found.today, found["unit"], number * shift)


def _span_of(day: date, unit: int, number: int) -> str:
    return between(*sorted((day, _moved(day, unit, number))))


def _moved(day: date, unit: int, number: int) -> date:
    if unit <= WEEKS:
        return day + timedelta(days=number * (7 if unit == WEEKS else 1))
    return months_later(day, number * {MONTHS_LONG: 1, DECADES: 120}.get(unit, 12))


def decade(found: Found) -> str | None:
    """Read التسعينيات: of the last century, if nothing else is said and it can be no other."""
    century = _century(found) if "of_century" in found else 20
    if century is None or ("of_century" not in found and found["decade"] < 3):
        return None
    return f"{century - 1:02}{found['decade']}X"


def century(found: Found) -> str | None:
    """Read القرن الماضي, القرن التاسع عشر."""
    said = _century(found)
    return None if said is None else f"{said - 1:02}XX"


def _century(found: Found) -> int | None:
    if "which" in found:
        if not 1 <= found["which"] <= 22:
            raise ValueError
        return found["which"]
    return (found.today.year - 1) // _CENTURY + 1 + found["shift"] if found.today else None


def season(found: Found) -> str | None:
    """Read صيف 2025, الصيف الماضي."""
    said = found.year() if found.says_year else _year_of_season(found)
    return None if said is None else f"{said:04}-{found['season']}"


def _year_of_season(found: Found) -> int | None:
    if not found.today or found["season"] not in _SEASONS:
        return None
    (first, last), shift = _SEASONS[found["season"]], found.parts.get("shift", 0)
    if shift == 0 or abs(shift) > 1:
        return found.today.year if shift == 0 else None
    passed = found.today.month > last if shift < 0 else found.today.month >= first
    return found.today.year - (not passed) if shift < 0 else found.today.year + passed


def hijri_day_of_month(found: Found) -> str | None:
    """Read 15 رمضان 1447: without a year, the last such day up to today."""
    month, day = found["hijri"], found["day"]
    if "year" in found:
        return _agreeing(found, hijri_day(found["year"], month, day).isoformat())
    if not found.today:
        return None
    year, *today = hijri_date_of(found.today)
    if "shift" in found:
        if (found["shift"] == 0) != (month == today[0]):
            return None
        said = hijri_day(_shifted_year(year, today[0], month, found["shift"]), month, day)
    else:
        said = hijri_day(year - ([month, day] > today), month, day)
    return _agreeing(found, said.isoformat())


def hijri_month(found: Found) -> str | None:
    """Read رمضان 1447, رمضان الماضي, أواخر رمضان, as a period of days."""
    month, part = found["hijri"], found.get("part")
    if "year" in found:
        return hijri_month_edtf(found["year"], month, part)
    if not found.today:
        return None
    year, current, _ = hijri_date_of(found.today)
    shift = found.get("shift")
    if shift == 0 and month != current:
        return None
    return hijri_month_edtf(_shifted_year(year, current, month, shift), month, part)
