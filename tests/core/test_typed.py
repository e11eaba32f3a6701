"""Values as people type them, whatever digits and dashes their keyboards have."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.errors import InvalidValue
from annotator.core.typed import amount_text, date_typed, day_typed, number_typed
from annotator.core.values import DateValue, Modifier, NumberValue


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2026-02-23", "2026-02-23"),
        (" ٢٠٢٦-٠٢-٢٣ ", "2026-02-23"),
        ("۲۰۲۶–۰۲", "2026-02"),
        ("2026 / 2027", "2026/2027"),
        ("xxxx-02-15", "XXXX-02-15"),
        ("\u200f2026-02~", "2026-02~"),
    ],
)
def test_a_date_is_understood(typed: str, edtf: str) -> None:
    assert date_typed(typed) == DateValue(edtf)


@pytest.mark.parametrize("typed", ["23.2.2026", "2026-02-30", "أمس", "2026-2-3", "9" * 5000, "-"])
def test_what_is_no_date_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"is no date. Write 2026-02-23, 2026-02 or 2026"):
        date_typed(typed)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1000", NumberValue(1000, 1000)),
        ("١٬٠٠٠", NumberValue(1000, 1000)),
        ("1,234,567", NumberValue(1234567, 1234567)),
        ("٢٫٥", NumberValue(2.5, 2.5)),
        ("500–600", NumberValue(500, 600)),
        ("٥٠٠ - ٦٠٠", NumberValue(500, 600)),
        ("-5--3", NumberValue(-5, -3)),
        ("99%", NumberValue(99, 99, None, "%")),
        ("٩٩٪", NumberValue(99, 99, None, "%")),
    ],
)
def test_a_number_or_a_range_is_understood(typed: str, value: NumberValue) -> None:
    assert number_typed(typed, None, "") == value


@pytest.mark.parametrize("typed", ["1e5", "5 6", "1,5", "٣٠ جندي", "9" * 30, "9" * 5000, "1-2-3"])
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"is no number. Write 1000 or"):
        number_typed(typed, None, "")


def test_a_range_that_runs_down_is_refused() -> None:
    with pytest.raises(InvalidValue, match="swap them"):
        number_typed("600-500", None, "")


def test_a_number_is_missing_only_beside_something_else() -> None:
    assert number_typed(" ", None, " ") is None
    for modifier, unit in [(Modifier.ABOUT, ""), (None, "جندي")]:
        with pytest.raises(InvalidValue, match="number is missing"):
            number_typed("", modifier, unit)


def test_unit_and_modifier_go_with_the_number() -> None:
    value = number_typed("30", Modifier.OVER, " جندي  أميركي\u200f")
    assert value == NumberValue(30, 30, Modifier.OVER, "جندي أميركي")


numbers = st.integers(-(10**15), 10**15) | st.floats(-1e9, 1e9).map(lambda x: round(x, 3) + 0.0)


@given(numbers, numbers)
def test_what_is_shown_of_a_number_can_be_typed_again(one: float, other: float) -> None:
    value = NumberValue(min(one, other), max(one, other))
    if "e" not in amount_text(value):
        assert number_typed(amount_text(value), None, "") == value


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
        *("gestern", "2026-02", "2026", "23 شباط", "أمس", "2026-02-30", "31/4/2025", "2/23/2026"),
        *("2026-02-23/2026-02-25", "9" * 5000, "-", "\ud800", "\0"),
        *("2026-02-23-", "2026-02-23.", "(23 شباط 2026", "23 شباط 2026،", "«23 شباط 2026»"),
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
