"""Dates in plain words and values in a few signs."""

from functools import partial

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from annotator.arabic import ARABIC
from annotator.core.errors import InvalidValue
from annotator.core.typed import date_typed, day_typed
from annotator.core.values import DateValue, EntryValue, Modifier, NumberValue, TextValue, Value
from annotator.gui.language import error_text, speak
from annotator.gui.wording.value_text import (
    fitting_value,
    plain_date,
    says_the_same,
    short_value,
    without_cut_number,
)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2026-02-23", "23 February 2026"),
        ("2026-02", "February 2026"),
        ("2026", "2026"),
        ("2026-05/2026-08", "May–August 2026"),
        ("2026-02-01/2026-02-10", "1–10 February 2026"),
        ("2026-02-23/2026-03-01", "23 February – 1 March 2026"),
        ("2025-12-29/2026-01-04", "29 December 2025 – 4 January 2026"),
        ("2014/2020", "2014 – 2020"),
        ("2026-02/..", "from February 2026 on"),
        ("../2026", "until 2026"),
        ("XXXX-02-15", "15 February (year unknown)"),
        ("2026-02-XX", "February 2026 (day unknown)"),
        ("202X", "2020–2029"),
        ("2026-21", "spring 2026"),
        ("2026-02~", "about February 2026"),
        ("2026?", "perhaps 2026"),
        ("2026-02-23/2026-02", "23 February 2026 – February 2026"),
        ("Y-17000", ""),
        ("[1667,1668]", ""),
        ("2026-35", ""),
        ("", ""),
    ],
)
def test_a_date_is_said_in_plain_words_or_not_at_all(
    qapp: QApplication, edtf: str, words: str
) -> None:
    speak(qapp, "en")
    assert plain_date(edtf) == words


def test_dates_are_said_in_arabic_too(qapp: QApplication) -> None:
    speak(qapp, "ar")
    try:
        assert plain_date("2026-02-23") == "23 فبراير 2026"
        assert plain_date("2026-05/2026-08") == "مايو–أغسطس 2026"
        assert not regex.search("[a-z]", plain_date("XXXX-02-15") + plain_date("2026-21~"))
    finally:
        speak(qapp, "en")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (DateValue("2026-02"), "2026-02"),
        (NumberValue(99, 99, None, "%"), "99%"),
        (NumberValue(500, 600, Modifier.ABOUT, "جندي"), "about 500-600 جندي"),
        (NumberValue(590_000_000, 590_000_000, None, "دولار"), "590,000,000 دولار"),
        (NumberValue(-20_000, 1234.56789), "-20,000-1234.56789"),
        (NumberValue(9999, 10_000), "9999-10,000"),
        (EntryValue("e", "قسرك"), "قسرك"),
        (TextValue("x" * 900), "x" * 59 + "…"),
    ],
)
def test_a_value_is_short(qapp: QApplication, value: Value, text: str) -> None:
    speak(qapp, "en")
    said = short_value(value)
    assert said.translate(dict.fromkeys((0x2066, 0x2068, 0x2069))) == text
    assert said.count("\u2069") == said.count("\u2066") + said.count("\u2068")


@pytest.mark.parametrize(
    ("value", "room", "shown"),
    [
        (NumberValue(1234567, 1234567, None, "جنديا"), 20, "1,234,567 جنديا"),
        (NumberValue(1234567, 1234567, None, "جنديا"), 11, "1,234,567"),
        (NumberValue(1234567, 1234567, None, "جنديا"), 8, "…"),
        (NumberValue(1234567, 1234567, Modifier.ABOUT, "جنديا"), 17, "about 1,234,567"),
        (NumberValue(1234567, 1234567, Modifier.ABOUT, "جنديا"), 9, "…"),
        (NumberValue(99, 99, None, "%"), 2, "…"),
        (DateValue("2026-02-23"), 9, "…"),
        (DateValue("2026-02-23"), 12, "2026-02-23"),
        (EntryValue("1", "قوات سوريا الديمقراطية"), 6, "قوات سوريا الديمقراطية"),
        (None, 0, ""),
    ],
)
def test_a_value_without_room_gives_up_its_unit_and_then_all(
    qapp: QApplication, value: Value, room: int, shown: str
) -> None:
    said = fitting_value(value, lambda text: len(text) <= room)
    assert regex.sub("[\u2066-\u2069]", "", said) == shown


@pytest.mark.parametrize(
    ("value", "quote", "same"),
    [
        (NumberValue(3.5, 3.5), "3,5", True),
        (NumberValue(3.5, 3.5), "٣٫٥", True),
        (NumberValue(3.5, 3.5), "٣،٥", True),
        (NumberValue(3.5, 3.5), "۳٫۵", True),
        (NumberValue(3.5, 3.5), "3.50", True),
        (NumberValue(35, 35), "3,5", False),
        (NumberValue(35, 35), "٣٥", True),
        (NumberValue(1250, 1250), "1,250", True),
        (NumberValue(1250, 1250), "١٬٢٥٠", True),
        (NumberValue(1250, 1250), "١٢٥٠", True),
        (NumberValue(1.25, 1.25), "1,250", False),
        (NumberValue(1250, 1250), "1.250", False),
        (NumberValue(1.25, 1.25), "1.250", False),
        (NumberValue(12_500, 12_500), "12,5,00", False),
        (NumberValue(1_250_000, 1_250_000), "1.250.000", True),
        (NumberValue(1_250_000.5, 1_250_000.5), "1,250,000.5", True),
        (NumberValue(99, 99, None, "%"), "٩٩٪", True),
        (NumberValue(99, 99), "99%", False),
        (NumberValue(3, 3, Modifier.OVER), "3", False),
        (NumberValue(3000, 3000, None, "جندي"), "٣٬٠٠٠ جندي", True),
        (NumberValue(3000, 3000, None, "جندي"), "ثلاثة آلاف جندي", False),
        (NumberValue(500, 600), "٥٠٠–٦٠٠", True),
        (DateValue("2026-02-23"), "٢٠٢٦-٠٢-٢٣", True),
        (DateValue("2026-02-23"), "23/2/2026", False),
        (EntryValue("e", "قسرك"), "قسرك", True),
        (EntryValue("e", "قسرك"), "قسرک", False),
        (TextValue("1,5"), "15", False),
        (None, "3", False),
    ],
)
def test_a_quote_says_the_same_as_its_value_in_any_digits(
    qapp: QApplication, value: Value, quote: str, same: bool
) -> None:
    speak(qapp, "en")
    assert says_the_same(value, quote) is same


@given(st.text(alphabet="12٣٤ ab.,/-:س", max_size=30), st.integers(0, 30))
def test_what_is_cut_never_ends_with_a_part_of_a_number(whole: str, kept: int) -> None:
    elided = f"{whole[:kept]}…" if kept < len(whole) else whole
    shown = without_cut_number(elided, whole)
    numbers = regex.compile(r"\p{Nd}+(?:[.,/:-]\p{Nd}+)*")
    whole_numbers = {match.span() for match in numbers.finditer(whole)}
    assert shown == whole or whole.startswith(shown.removesuffix("…"))
    assert {match.span() for match in numbers.finditer(shown)} <= whole_numbers


def test_examples_name_months_as_dates_in_words_do(qapp: QApplication) -> None:
    speak(qapp, "ar")
    assert "23 فبراير 2026" in plain_date("2026-02-23")
    for read in (day_typed, partial(date_typed, published=None)):
        with pytest.raises(InvalidValue) as refused:
            read("gestern", ARABIC)
        assert "23 فبراير 2026" in error_text(refused.value)
    speak(qapp, "en")
