"""Dates in plain words and values in a few signs."""

import pytest
import regex
from PySide6.QtWidgets import QApplication

from annotator.core.values import DateValue, EntryValue, Modifier, NumberValue, TextValue, Value
from annotator.gui.language import speak
from annotator.gui.value_text import plain_date, short_value


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
        (EntryValue("e", "قسرك"), "قسرك"),
        (TextValue("x" * 900), "x" * 59 + "…"),
    ],
)
def test_a_value_is_short(qapp: QApplication, value: Value, text: str) -> None:
    speak(qapp, "en")
    said = short_value(value)
    assert said.translate(dict.fromkeys((0x2066, 0x2068, 0x2069))) == text
    assert said.count("\u2069") == said.count("\u2066") + said.count("\u2068")
