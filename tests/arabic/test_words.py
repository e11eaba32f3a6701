"""What a word is, and that looking one up neither parts letters nor costs the whole text."""

from itertools import pairwise

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.arabic.words import (
    next_word_end,
    next_word_start,
    previous_word_end,
    previous_word_start,
    word_at,
    words,
)

TEXTS = st.text(
    "والقسدRTé59٥َّـ .,،-/%٪$'’\"“«()\n\u00a0\u200b\u200d\u200f\ufe0f\u0600👩🇸ำᄀ각", max_size=30
)


def found_in(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    "word",
    [
        *("قاعدة", "مُحَمَّدٌ", "قـــاعدة", "می\u200cخواهم", "ا\u200fب", "بـ", "هـ", "الـRT", "إف-16"),
        *(
            "12.5",
            "3,000",
            "١٬٢٥٠",
            "٣٫٥",
            "99%",
            "٩٩٪",
            "99\u200f%",
            "%99",
            "٪٩٩",
            "-5",
            "$100",
            "100€",
        ),
        *("2026-02-23", "٢٠٢٦-٠٢-٢٣", "23/02/2026", "۲۳/۰۲/۲۰۲۶", "23.02.2026", "12:30", "500-600"),
        *("F-16", "MQ-9", "AT&T", "don't", "l’Orient", "Cafe\u0301-bar", "RT", "و600", "ب99%"),
        *("1447هـ", "كم²", "كوفيد-19", "3\ufe0f\u20e3", "\u0600١٢", "각", "क्ष"),
    ],
)
@pytest.mark.parametrize(
    "frame", ["{}", " {} ", "“{}”،", "({}).", "…{}؟", "«{}»؛", "\n{}\n", "[{}]!"]
)
def test_a_word_stays_whole_and_its_frame_outside(word: str, frame: str) -> None:
    assert found_in(frame.format(word)) == [word]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('بـ"الوطن"، أمس', ["بـ", "الوطن", "أمس"]),
        ("(قسد)المدعومة", ["قسد", "المدعومة"]),
        ("الروسي-السوري", ["الروسي", "السوري"]),
        ("نوفمبر/ تشرين", ["نوفمبر", "تشرين"]),
        ("قوات_سوريا", ["قوات", "سوريا"]),
        ("1-قسرك", ["1", "قسرك"]),
        ("5%-10%", ["5%", "10%"]),
        ("A/B", ["A", "B"]),
        ("'قسد'و", ["قسد", "و"]),
        ("99 %", ["99"]),
        ("قسد\u200bقسد", ["قسد", "قسد"]),
        ("ـقسد ـــ", ["قسد"]),
        ("ًقسد", ["قسد"]),
        ("\u202bقسد\u202c", ["قسد"]),
        ("قسد👩‍👧 👍!", ["قسد"]),
        ('؟ ، ؛ … » “ ” " % - $', []),
        ("ًٌٍّ", []),
        ("\x00\x1f\u200f\ufeff", []),
        ("", []),
    ],
)
def test_words_part_where_a_reader_parts_them(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@given(TEXTS)
@example("\u0600\u0600-5")
def test_words_are_in_order_apart_and_of_whole_letters(text: str) -> None:
    stretches = list(words(text))
    borders = {0} | {match.end() for match in regex.finditer(r"\X", text)}
    assert all(start < end for start, end in stretches)
    assert all(one[1] <= other[0] for one, other in pairwise(stretches))
    assert {border for stretch in stretches for border in stretch} <= borders


@given(TEXTS)
def test_every_digit_and_letter_is_in_a_word(text: str) -> None:
    inside = {place for stretch in words(text) for place in range(*stretch)}
    letters = {match.start() for match in regex.finditer("[والقسدRT59٥]", text)}
    assert letters <= inside


@given(TEXTS)
def test_word_at_finds_the_words_of_the_whole_text(text: str) -> None:
    stretches = list(words(text))
    for position in range(len(text) + 1):
        around = [s for s in stretches if s[0] <= position < s[1]]
        ending = [s for s in stretches if s[1] == position]
        assert word_at(text, position) == next(iter(around + ending), None)


@given(TEXTS)
def test_steps_go_to_the_nearest_border_of_a_word(text: str) -> None:
    starts = [start for start, _ in words(text)]
    ends = [end for _, end in words(text)]
    for at in range(len(text) + 1):
        assert next_word_start(text, at) == min((s for s in starts if s > at), default=at)
        assert next_word_end(text, at) == min((e for e in ends if e > at), default=at)
        assert previous_word_start(text, at) == max((s for s in starts if s < at), default=at)
        assert previous_word_end(text, at) == max((e for e in ends if e < at), default=at)


def test_words_of_a_stretch_are_positions_in_the_text_and_cut_by_its_borders() -> None:
    assert list(words("قوات سوريا الديمقراطية", 2, 9)) == [(2, 4), (5, 9)]


def test_at_a_border_the_word_that_starts_there_comes_first() -> None:
    assert word_at("قسد\u0600١٢", 3) == (3, 6)
    assert word_at("قسد، ", 3) == (0, 3)
    assert word_at("قسد، ", 4) is None


HOSTILE = {
    "one letter": "ق",
    "marks": "َ",
    "marked letters": "قَ",
    "digits": "5",
    "separated digits": "5,",
    "signs": "-",
    "signed": "%5",
    "brackets": "([",
    "quotes": '"“',
    "controls": "\x01",
    "bidi": "\u200f",
    "letters and bidi": "ق\u200f",
    "tatweel": "ـ",
    "prepended": "\u0600",
    "joiners": "a-",
    "spaces": " ",
    "hyphens after Arabic": "ق-",
    "joined emoji": "👩\u200d",
}


@pytest.mark.timeout(60)  # time that grew with the square would take hours
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("head", ["", "5"])
def test_the_words_of_a_large_hostile_text_are_found_in_the_end(unit: str, head: str) -> None:
    text = head + unit * (300_000 // len(unit))
    last = 0
    for start, end in words(text):
        assert last <= start < end
        last = end


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_word_at_holds_its_position_in_a_hostile_text(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    word = word_at(text, 50_000)
    assert (word is not None) == any(map(str.isalnum, unit.replace("ـ", "")))
    assert word is None or word[0] <= 50_000 <= word[1]


@pytest.mark.parametrize("position", [9_999, 10_000, 10_001])
def test_an_endless_word_is_cut_between_whole_letters(position: int) -> None:
    word = word_at("قَ" * 10_000, position)
    assert word is not None
    assert word[0] <= position < word[1]
    assert [border % 2 for border in word] == [0, 0]
