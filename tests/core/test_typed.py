"""Dates as people type them, whatever digits and dashes their keyboards have."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.errors import InvalidValue
from annotator.core.typed import date_typed, day_typed, days_typed
from annotator.core.values import DateValue

PUBLISHED = "2026-02-23"


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2026-02-23", "2026-02-23"),
        (" ٢٠٢٦-٠٢-٢٣ ", "2026-02-23"),
        ("۲۰۲۶–۰۲", "2026-02"),
        ("2026 / 2027", "2026/2027"),
        ("xxxx-02-15", "XXXX-02-15"),
        ("XXXX-02-29", "XXXX-02-29"),
        ("2026-XX-31", "2026-XX-31"),
        ("2026-02-23T10:00:00Z", "2026-02-23T10:00:00Z"),
        ("\u200f2026-02~", "2026-02~"),
        ("1447", "1447"),
    ],
)
def test_a_date_in_edtf_is_understood(typed: str, edtf: str) -> None:
    assert date_typed(typed, ARABIC, None) == DateValue(edtf)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        *((typed, "2026-02-23") for typed in ("23/2/2026", "23.2.2026", " ٢٣ / ٢ / ٢٠٢٦")),
        *((typed, "2026-02-23") for typed in ("٢٣ شباط ٢٠٢٦", "23 February 2026", "2026-2-23")),
        ("30.9.2025", "2025-09-30"),
        ("أمس", "2026-02-22"),
        ("الخميس الماضي", "2026-02-19"),
        ("نهاية العام 2024", "2024-09/2024-12"),
        ("8 ربيع الثاني 1447", "2025-09-30"),
        ("8/4/1447هـ", "2025-09-30"),
        ("23 Ramadan 1447", "2026-03-12"),
        ("Ramadan 23, 1447 AH", "2026-03-12"),
        ("8 Rabi' al-Thani 1447", "2025-09-30"),
        ("8 Rabiʿ al Akhir 1447 AH", "2025-09-30"),
        ("3 Sha’ban 1447", "2026-01-22"),
        ("3 shaban 1447", "2026-01-22"),
        ("5 Dhu al-Hijja 1447", "2026-05-22"),
        ("5 Dhul-Hijjah 1447", "2026-05-22"),
        ("29 May 1453", "1453-05-29"),
    ],
)
def test_a_date_is_understood_as_people_write_it(typed: str, edtf: str) -> None:
    assert date_typed(typed, ARABIC, PUBLISHED) == DateValue(edtf)


@pytest.mark.parametrize("typed", ["", "  ", "\u200f"])
def test_no_date_is_typed_where_nothing_is(typed: str) -> None:
    assert date_typed(typed, ARABIC, PUBLISHED) is None


@pytest.mark.parametrize(
    "typed",
    [
        *("gestern", "قبل أمس بقليل", "منذ أمس", "أمس.", "23/2/26", "9" * 5000, "-", "\ud800"),
        *("²/2/2026", "①/2/2026"),
    ],
)
def test_what_is_no_date_as_a_whole_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"is no date\. Write 2026-02-23, 23/2/2026 or"):
        date_typed(typed, ARABIC, PUBLISHED)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2026-02-30", "the month has 28"),
        ("٢٠٢٦-٠٢-٣٠", "the month has 28"),
        ("31/4/2025", "the month has 30"),
        ("2026-02-00", "the month has 28"),
        ("2026-02-20/2026-02-30", "the month has 28"),
        ("2025-13-45", "no month 13"),
        ("2/23/2026", "no month 23"),
        ("2025-00", "no month 0"),
        ("2025-13", "no month 13"),
        ("XXXX-04-31", "the month has 30"),
        ("xxxx-02-30", "the month has 29"),
        ("202x-02-30", "the month has 29"),
        ("XXXX-04-30/XXXX-04-31", "the month has 30"),
        ("XXXX-13-01", "no month 13"),
    ],
)
def test_a_day_or_a_month_that_is_not_there_is_named(typed: str, why: str) -> None:
    with pytest.raises(InvalidValue, match=rf"is no date: there is no.*{why}|{why}"):
        date_typed(typed, ARABIC, PUBLISHED)


@pytest.mark.parametrize(
    "typed", ["1447-04-08", "8/4/1447", "١٤٤٧-٠٢-٣٠", "1447-04-08/1447-04-10", "1799-12-31"]
)
def test_a_day_in_digits_before_all_news_is_asked_about(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"before 1800\. Is it a Hijri date\?"):
        date_typed(typed, ARABIC, PUBLISHED)


@pytest.mark.parametrize(
    ("typed", "example"),
    [
        ("1447-09-23", "23 رمضان 1447"),
        ("٨/٤/١٤٤٧", "8 ربيع الآخر 1447"),
        ("30/9/1446", "29 رمضان 1446"),
        ("31-1-1447", "30 محرم 1447"),
        ("0000-02-01", "1 صفر 1447"),
        ("12/5/1342", "12 جمادى الأولى 1447"),
        ("1799-12-31", "29 ذو الحجة 1447"),
    ],
)
def test_a_hijri_date_in_digits_is_refused_with_itself_or_one_like_it_as_the_example(
    typed: str, example: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        date_typed(typed, ARABIC, PUBLISHED)
    assert example.replace(" ", "\N{NO-BREAK SPACE}") in str(refused.value)
    assert "\N{REPLACEMENT CHARACTER}" not in str(refused.value)
    assert date_typed(example, ARABIC, PUBLISHED)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("32/3/2026", "no such day, the month has 31"),
        ("2026-02-30", "no such day, the month has 28"),
        ("31/4/2025", "no such day, the month has 30"),
        ("2/23/2026", "no month 23"),
    ],
)
def test_a_day_of_publication_that_is_not_there_is_named(typed: str, why: str) -> None:
    with pytest.raises(InvalidValue, match=f"is no date: there is {why}"):
        day_typed(typed, ARABIC)


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-02-23T10:00", "2026-02-23T10:00Z", "23/2/2026 10:00", "٢٠٢٦-٠٢-٢٣ ١٠:٠٠"),
        *("أمس 10:00", "10:00 2026-02-23", "2026-02-23T25:00:00", "2026-02-23T10:00/2026-02-24"),
    ],
)
def test_an_hour_that_would_be_lost_is_told(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"tells an hour.*2026-02-23T10:00:00.*the day alone"):
        date_typed(typed, ARABIC, PUBLISHED)


def test_what_is_reckoned_from_an_unknown_day_says_so() -> None:
    for typed in ("أمس", "الخميس الماضي"):
        with pytest.raises(InvalidValue, match="the day of publication, which is not known"):
            date_typed(typed, ARABIC, None)
    assert date_typed("23 شباط", ARABIC, None) == DateValue("XXXX-02-23")


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_date_or_refused(typed: str) -> None:
    try:
        value = date_typed(typed, ARABIC, PUBLISHED)
    except InvalidValue:
        return
    assert value is None or DateValue(value.edtf) == value


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-02-23", "23/2/2026", "٢٣/٢/٢٠٢٦", "23.2.2026", "23-02-2026", "2026/2/23"),
        *("٢٣ شباط ٢٠٢٦", "23 فبراير 2026", "23 February 2026", "الاثنين 23 شباط/فبراير 2026"),
        *(" 23 / 2 / 2026 ", "٢٠٢٦–٠٢–٢٣", "\u200f٢٣\u200f/٢\u200f/٢٠٢٦", "۲۳/۲/۲۰۲۶"),
    ],
)
def test_a_day_of_publication_is_understood_as_people_write_it(typed: str) -> None:
    assert day_typed(typed, ARABIC) == "2026-02-23"


def test_the_day_comes_before_the_month() -> None:
    assert day_typed("3/4/2025", ARABIC) == "2025-04-03"


@pytest.mark.parametrize("typed", ["", "  ", "\u200f"])
def test_no_day_is_typed_where_nothing_is(typed: str) -> None:
    assert day_typed(typed, ARABIC) is None


@pytest.mark.parametrize(
    "typed",
    [
        *("gestern", "2026-02", "2026", "23 شباط", "أمس"),
        *("2026-02-23/2026-02-25", "9" * 5000, "-", "\ud800", "\0"),
        *("2026-02-23-", "2026-02-23.", "(23 شباط 2026", "23 شباط 2026،", "«23 شباط 2026»"),
        "²/2/2026",
        *("قبل 23 فبراير 2026", "منذ 23/2/2026", "و23 شباط 2026", "ب23 شباط 2026"),
    ],
)
def test_what_is_no_full_day_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"is no full day\. Write it like 2026-02-23, 23/2/2026"):
        day_typed(typed, ARABIC)


def test_a_day_to_come_is_refused_but_tomorrow_has_begun_elsewhere() -> None:
    tomorrow = date.today() + timedelta(days=1)
    assert day_typed(tomorrow.isoformat(), ARABIC) == tomorrow.isoformat()
    later = tomorrow + timedelta(days=1)
    for typed in (later.isoformat(), f"{later:%d/%m/%Y}", "23 شباط 2096"):
        with pytest.raises(InvalidValue, match="still to come"):
            day_typed(typed, ARABIC)


def test_a_day_before_all_news_is_refused() -> None:
    assert day_typed("1/1/1800", ARABIC) == "1800-01-01"
    with pytest.raises(InvalidValue, match="1799-12-31 is before 1800"):
        day_typed("31/12/1799", ARABIC)


@pytest.mark.parametrize("typed", ["0026-02-23", "0026/2/23", "٠٠٢٦-٠٢-٢٣", "23/2/0026"])
def test_four_digits_are_the_year_whatever_they_are(typed: str) -> None:
    with pytest.raises(InvalidValue, match="The day 0026-02-23 is before 1800"):
        day_typed(typed, ARABIC)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_day_or_refused(typed: str) -> None:
    try:
        day = day_typed(typed, ARABIC)
    except InvalidValue:
        return
    assert day is None or day_typed(day, ARABIC) == day


@given(st.dates(date(1800, 1, 1), date(2025, 12, 31)))
def test_every_day_is_read_back_from_digits(day: date) -> None:
    for typed in (f"{day.day}/{day.month}/{day.year}", f"{day.day}.{day.month}.{day.year}"):
        assert day_typed(typed, ARABIC) == day.isoformat()


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("", None),
        ("23/2/2026", ("2026-02-23", "2026-02-23")),
        ("٢٠٢٤-٠٢", ("2024-02-01", "2024-02-29")),
        ("شباط 2026", ("2026-02-01", "2026-02-28")),
        ("2026", ("2026-01-01", "2026-12-31")),
    ],
)
def test_a_month_or_year_lasts_from_its_first_day_to_its_last(
    typed: str, days: tuple[str, str] | None
) -> None:
    assert days_typed(typed, ARABIC) == days


@pytest.mark.parametrize(
    "typed", ["foo", "2026-13", "2026-21", "31/2/2026", "2026~", "0000", "2026/2027"]
)
def test_what_is_no_day_month_or_year_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValue, match="is no day, month or year"):
        days_typed(typed, ARABIC)


@given(st.integers(0, 1799), st.integers(1, 12), st.integers(1, 99))
def test_what_is_shown_as_an_example_can_be_typed(year: int, month: int, day: int) -> None:
    example = ARABIC.own_day(year, month, day)
    assert date_typed(example, ARABIC, PUBLISHED)
