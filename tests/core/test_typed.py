"""Values as people type them, whatever digits and dashes their keyboards have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InvalidValue
from annotator.core.typed import amount_text, date_typed, number_typed
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
