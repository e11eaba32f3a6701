"""What of a value words say wherever they stand, and what they are to mean in an odd place."""

from dataclasses import replace

import pytest

from annotator.arabic import ARABIC
from annotator.core.said_values import as_usual, key_of, said_by
from annotator.core.values import DateValue, EntryValue, Modifier, NumberValue, TextValue, Value

ABOUT = NumberValue(100, 100, Modifier.ABOUT, "جندي")
PLAIN = NumberValue(100, 100, None, "جندي")
BARE = NumberValue(100, 100)
PERCENT = NumberValue(99, 99, None, "%")


def are_alike(words: str, one: Value, other: Value) -> bool:
    one_key, other_key = (
        key_of(said_by(ARABIC.fold(words), value, ARABIC.fold), ARABIC.fold)
        for value in (one, other)
    )
    return one_key == other_key


@pytest.mark.parametrize(
    ("words", "one", "other", "alike"),
    [
        ("قسرك", EntryValue("a", "قسرك"), EntryValue("a", "قاعدة قسرك"), True),
        ("قسرك", EntryValue("a", "قسرك"), EntryValue("b", "قسرك"), False),
        ("100 جندي", ABOUT, PLAIN, True),
        ("مئة", ABOUT, BARE, True),
        ("100 جندي", PLAIN, BARE, False),
        ("100 جندي", PLAIN, NumberValue(100.0, 100.0, None, "جندی"), True),
        ("100 جندي", PLAIN, NumberValue(1000, 1000, None, "جندي"), False),
        ("99%", PERCENT, NumberValue(99, 99), False),
        ("خمسمئة", NumberValue(500, 500, None, "م"), NumberValue(500, 500), True),
        ("500 متر", NumberValue(500, 500, None, "م"), NumberValue(500, 500), True),
        ("500م.", NumberValue(500, 500, None, "م"), NumberValue(500, 500), False),
        ("20 في المئة", NumberValue(20, 20, None, "في المئة"), NumberValue(20, 20), False),
        ("20 في المئة", NumberValue(20, 20, None, "المئة في"), NumberValue(20, 20), True),
        ("3", NumberValue(3, 3, None, "3"), NumberValue(3, 3), True),
        ("عشرات", NumberValue(20, 99), NumberValue(10, 99), False),
        ("2026", DateValue("2026"), DateValue("2026-01"), False),
        ("نص", TextValue("a"), TextValue("a"), True),
    ],
)
def test_only_what_the_words_say_is_compared(
    words: str, one: Value, other: Value, alike: bool
) -> None:
    assert are_alike(words, one, other) == alike


@pytest.mark.parametrize(
    ("usual", "words", "there", "wanted"),
    [
        (EntryValue("a", "x"), "قسرك", EntryValue("b", "y"), EntryValue("a", "x")),
        (PERCENT, "99%", NumberValue(99, 99), PERCENT),
        (NumberValue(99, 99), "99%", PERCENT, NumberValue(99, 99)),
        (BARE, "مئة", replace(ABOUT, least=10), ABOUT),
        (PLAIN, "100 جندي", NumberValue(10, 10, None, "جندی"), replace(PLAIN, unit="جندی")),
    ],
)
def test_what_stands_around_the_words_keeps_its_say(
    usual: Value, words: str, there: Value, wanted: Value
) -> None:
    words = ARABIC.fold(words)
    made = as_usual(usual, words, there, ARABIC.fold)
    assert made == wanted
    assert are_alike(words, made, usual)
