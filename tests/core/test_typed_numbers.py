"""Numbers as people type them, in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.errors import InvalidValue
from annotator.core.typed_numbers import amount_text, number_typed
from annotator.core.values import Modifier, NumberValue


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
    assert number_typed(typed, None, "", ARABIC) == value


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "5 6",
            "1,5",
            "1-2-3",
            "ca. 60",
            "about",
            "~",
            "about about 60",
            "more 60",
            "aboutness 6",
        ),
        *(
            "~نحو 60",
            "30 جنديا في المعسكر",
            "5 جنود و3 ضباط",
            *("2 million", "3 Dozens", "2 k", "10 am", "15 February"),
            *("~100+", "500-600+", "100++", "+", "مئة+", "100+ 5", "5 جنود %"),
            "في 60",
            "60.",
            "\ud800",
        ),
        *("أكثر من 60 تقريبا", "500-600 على الأقل", "15 فبراير", "0." + "1" * 30),
    ],
)
def test_what_is_no_number_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"is no number. Write 1000 or"):
        number_typed(typed, None, "", ARABIC)


def test_a_range_that_runs_down_is_refused() -> None:
    with pytest.raises(InvalidValue, match="swap them"):
        number_typed("600-500", None, "", ARABIC)


def test_a_number_is_missing_only_beside_something_else() -> None:
    assert number_typed(" ", None, " ", ARABIC) is None
    for modifier, unit in [(Modifier.ABOUT, ""), (None, "جندي")]:
        with pytest.raises(InvalidValue, match="number is missing"):
            number_typed("", modifier, unit, ARABIC)


def test_unit_and_modifier_go_with_the_number() -> None:
    value = number_typed("30", Modifier.OVER, " جندي  أميركي\u200f", ARABIC)
    assert value == NumberValue(30, 30, Modifier.OVER, "جندي أميركي")


numbers = st.integers(-(10**15), 10**15) | st.floats(-1e9, 1e9).map(lambda x: round(x, 3) + 0.0)


@given(numbers, numbers)
def test_what_is_shown_of_a_number_can_be_typed_again(one: float, other: float) -> None:
    value = NumberValue(min(one, other), max(one, other))
    if "e" not in amount_text(value):
        assert number_typed(amount_text(value), None, "", ARABIC) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *((typed, NumberValue(62, 62, Modifier.ABOUT)) for typed in ("~62", "~ 62", "about 62")),
        *((typed, NumberValue(62, 62, Modifier.ABOUT)) for typed in ("≈٦٢", "نحو 62", "62 تقريبا")),
        *((typed, NumberValue(60, 60, Modifier.OVER)) for typed in (">60", "over 60", "Over 60")),
        *((typed, NumberValue(60, 60, Modifier.OVER)) for typed in ("more than 60", "أكثر من 60")),
        *(
            (typed, NumberValue(10, 10, Modifier.UNDER))
            for typed in ("<10", "under 10", "أقل من 10")
        ),
        ("بين 500 و600", NumberValue(500, 600)),
        ("about 500–600", NumberValue(500, 600, Modifier.ABOUT)),
        ("ألفي", NumberValue(2000, 2000)),
        ("نصف مليون", NumberValue(500_000, 500_000)),
        ("~نصف مليون", NumberValue(500_000, 500_000, Modifier.ABOUT)),
        ("عشرات", NumberValue(20, 99)),
        ("٣٠ جندي", NumberValue(30, 30, None, "جندي")),
        ("أكثر من 30 جنديا", NumberValue(30, 30, Modifier.OVER, "جنديا")),
        ("نحو 62%", NumberValue(62, 62, Modifier.ABOUT, "%")),
        ("خمسون بالمئة", NumberValue(50, 50, None, "%")),
        ("5 percent", NumberValue(5, 5, None, "%")),
        ("1000 tanks", NumberValue(1000, 1000, None, "tanks")),
        ("2.5 tons", NumberValue(2.5, 2.5, None, "tons")),
        ("500-600 tanks", NumberValue(500, 600, None, "tanks")),
        ("1000 جندي", NumberValue(1000, 1000, None, "جندي")),
        *((typed, NumberValue(100, 100, Modifier.OVER)) for typed in ("100+", "١٠٠ +")),
        ("100+ جندي", NumberValue(100, 100, Modifier.OVER, "جندي")),
        ("100+%", NumberValue(100, 100, Modifier.OVER, "%")),
    ],
)
def test_a_number_is_understood_as_it_is_shown_and_written(typed: str, value: NumberValue) -> None:
    assert number_typed(typed, None, "", ARABIC) == value


def test_what_the_number_says_comes_before_what_stands_beside_it() -> None:
    over = number_typed("about 62", Modifier.OVER, "جنديا", ARABIC)
    assert over == NumberValue(62, 62, Modifier.ABOUT, "جنديا")
    counted = number_typed("30 ضابطا", Modifier.OVER, "جنديا", ARABIC)
    assert counted == NumberValue(30, 30, Modifier.OVER, "ضابطا")
    assert number_typed("99%", None, "جنديا", ARABIC) == NumberValue(99, 99, None, "%")
    assert number_typed("60+", Modifier.UNDER, "", ARABIC) == NumberValue(60, 60, Modifier.OVER)


@pytest.mark.parametrize(
    ("typed", "thousands", "fraction"),
    [
        ("1.000", "1000", "1.0000"),
        ("١.٠٠٠", "1000", "1.0000"),
        ("-2.500", "2500", "2.5000"),
        ("12.345 جندي", "12345", "12.3450"),
        ("about 100.000", "100000", "100.0000"),
        ("500-600.000", "600000", "600.0000"),
        ("1.000%", "1000", "1.0000"),
    ],
)
def test_a_dot_before_three_digits_is_not_guessed_at(
    typed: str, thousands: str, fraction: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        number_typed(typed, None, "", ARABIC)
    assert (
        f"can be read in two ways. Write {thousands} if the dot parts thousands, or {fraction} if"
        in str(refused.value)
    )
    for again in (thousands, fraction):
        assert number_typed(again, None, "", ARABIC) is not None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.000.000", 1_000_000),
        ("12.345.678 جندي", 12_345_678),
        ("0.500", 0.5),
        ("1.0000", 1),
        ("2,500.125", 2500.125),
        ("٢٫٥٠٠", 2.5),
        ("1.25", 1.25),
    ],
)
def test_a_dot_that_can_mean_one_thing_alone_is_taken(typed: str, number: float) -> None:
    value = number_typed(typed, None, "", ARABIC)
    assert isinstance(value, NumberValue)
    assert (value.least, value.greatest) == (number, number)


@pytest.mark.parametrize("typed", ["1e6", "1E+6", "2.5e3", "١e٦", "1e999", "~1e6"])
def test_a_power_of_ten_is_to_be_written_out(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"as a power of ten\. Write out all digits"):
        number_typed(typed, None, "", ARABIC)


@pytest.mark.parametrize(
    "typed", ["9" * 19, "9" * 24, "-" + "9" * 24, "9" * 5000, "999," * 9 + "999"]
)
def test_a_number_beyond_all_counts_is_too_large(typed: str) -> None:
    with pytest.raises(InvalidValue, match=r"is too large: 9,223,372,036,854,775,807 is the"):
        number_typed(typed, None, "", ARABIC)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_number_or_refused(typed: str) -> None:
    try:
        value = number_typed(typed, None, "", ARABIC)
    except InvalidValue:
        return
    assert value is None or number_typed(amount_text(value), None, "", ARABIC) is not None
