"""What a drag selects."""

import pytest
import regex
from hypothesis import assume, example, given
from hypothesis import strategies as st

from annotator.arabic.snapping import framed, snap, trim
from annotator.arabic.words import words

TEXTS = st.text("وقسRT5َـ .،-%\"'“”«»()[]\n\u00a0\u200d\u200f\u0600👩‼", min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("stretch", "kept"),
    [
        (" قسرك \n", "قسرك"),
        ("\u00a0\u200fقسرك\u202c", "قسرك"),
        ('("قسرك")', "قسرك"),
        ("“RT”", "RT"),
        ("”قسد“", "قسد"),
        ("»قسد«", "قسد"),
        ("﴿قسد﴾", "قسد"),
        ('«"قسد"»،', "قسد"),
        ("(قسد).", "قسد"),
        ("قسد) المدعومة", "قسد) المدعومة"),
        ("الدولة (قسد", "الدولة (قسد"),
        ("(قسد) المدعومة", "(قسد) المدعومة"),
        ("سوريا (قسد)", "سوريا (قسد)"),
        ("سوريا (قسد", "سوريا (قسد"),
        ("سوريا قسد)", "سوريا قسد"),
        ("(سوريا قسد", "سوريا قسد"),
        ("(قسد) (سانا)", "(قسد) (سانا)"),
        ("((قسد) (سانا))", "(قسد) (سانا)"),
        ("([قسد)]", "([قسد)]"),
        ('"أحمد" و"سمير"', '"أحمد" و"سمير"'),
        ('"هذا "الأوسع" منها"', 'هذا "الأوسع" منها'),
        ('" من "قسرك"', 'من "قسرك"'),
        ('"قسرك" من "', '"قسرك" من'),
        ('" قسرك" وسوريا', '" قسرك" وسوريا'),
        ("'don't'", "don't"),
        ("don't'", "don't"),
        ("…، قسرك؟!", "قسرك"),
        ("- قسرك -", "قسرك"),
        ("ا. ب، ج.", "ا. ب، ج"),
        ("99%", "99%"),
        ("(99%)،", "99%"),
        ("(٪٩٩)", "٪٩٩"),
        ("99 %.", "99 %"),
        ("نسبة %", "نسبة"),
        ("-5.", "-5"),
        ("2026-02-23.", "2026-02-23"),
        ("الـ“RT”", "الـ“RT”"),
        ("قسدٌ.", "قسدٌ"),
        (".ً قسد", "قسد"),
        ("👍!", "👍"),
        ("‼👩", "‼👩"),
        ("…", "…"),
        ("()", "()"),
        ('" "', '" "'),
        ("  ", "  "),
        ("ً", "ً"),
        ("", ""),
    ],
)
def test_only_what_frames_a_stretch_is_trimmed(stretch: str, kept: str) -> None:
    start, end = trim(stretch, 0, len(stretch))
    assert stretch[start:end] == kept


def test_trimming_looks_at_the_stretch_only() -> None:
    assert trim("(قسد)", 0, 4) == (1, 4)
    assert trim("(قسد)", 1, 5) == (1, 4)
    assert trim("99%", 2, 3) == (2, 3)


def marked(text: str) -> tuple[str, int, int]:
    """Return a text without its two bars, and where they stood."""
    before, inside, after = text.split("|")
    return before + inside + after, len(before), len(before) + len(inside)


@pytest.mark.parametrize(
    ("drag", "selected"),
    [
        ("في قا|عد|ة", "قاعدة"),
        ("قوات س|وريا الد|يمقراطية", "سوريا الديمقراطية"),
        ("قوات| سوريا |الديمقراطية", "سوريا"),
        ("قاعدة “قس|رك” ف|ي", "قسرك” في"),
        ("قاعدة |“قسرك”| في", "قسرك"),
        ("شبكة (|RT)| الروسية", "RT"),
        ("بنسبة |9|9%،", "99%"),
        ("بنسبة 99|%|،", "99%"),
        ("في 2026-|02|-23.", "2026-02-23"),
        ("من |ال|ـRT.", "الـRT"),
        ("عند و|6|00 جندي", "و600"),
        ("مُحَ|مَّ|د قال", "مُحَمَّد"),
        ("قسد|، |سانا", "، "),
        ("👨\u200d|👩|\u200d👧", "👨\u200d👩\u200d👧"),
        ("قسد||", ""),
    ],
)
def test_a_drag_selects_the_words_that_it_touches(drag: str, selected: str) -> None:
    text, start, end = marked(drag)
    snapped_start, snapped_end = snap(text, start, end)
    assert text[snapped_start:snapped_end] == selected


def borders_of(text: str) -> set[int]:
    return {0} | {match.end() for match in regex.finditer(r"\X", text)}


@given(TEXTS, st.data())
@example('"ق"س" ', None)
def test_trimming_twice_trims_no_more_and_parts_no_letter(
    text: str, data: st.DataObject | None
) -> None:
    borders = sorted(borders_of(text))
    start = data.draw(st.sampled_from(borders)) if data else 0
    end = data.draw(st.sampled_from(borders)) if data else len(text)
    assume(start < end)
    trimmed = trim(text, start, end)
    assert start <= trimmed[0] < trimmed[1] <= end
    assert set(trimmed) <= set(borders)
    assert trim(text, *trimmed) == trimmed


@given(TEXTS, st.data())
def test_a_snapped_drag_holds_the_words_it_touched_and_no_others(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low, high = snap(text, start, end)
    touched = [word for word in words(text) if word[0] < end and start < word[1]]
    held = [word for word in words(text) if low <= word[0] and word[1] <= high]
    cut = [word for word in words(text) if word[0] < high and low < word[1] and word not in held]
    assert held == touched
    assert cut == []
    assert {low, high} <= borders_of(text)
    assert snap(text, low, high) == (low, high)


@pytest.mark.timeout(60)  # time that grew with the square would take hours
@pytest.mark.parametrize("unit", ["(", '"', "()", ".", "َ", "ق", " ", "\u200f", "+َ"])
@pytest.mark.parametrize("tail", ["", "قسد", ")"])
def test_a_large_hostile_text_is_snapped_in_the_end(unit: str, tail: str) -> None:
    length = 100_000
    text = unit * (length // len(unit)) + tail + ")" * length
    start, end = snap(text, 0, len(text))
    assert 0 <= start < end <= len(text)


def outward(text: str, start: int, end: int) -> list[str]:
    """Return what each press takes in, until nothing is left to take."""
    taken = []
    while frame := framed(text, start, end):
        start, end = frame
        taken.append(text[start:end])
    return taken


@pytest.mark.parametrize(
    ("text", "quote", "wanted"),
    [
        ('نقلت "وول ستريت جورنال" عنه', "ستريت", ["وول ستريت جورنال"]),
        ("قاعدة «قسرك» قرب", "قسر", ["قسرك"]),
        ("قاعدة «قسرك» قرب", "قسرك", []),
        ("(قال: «غادر [رتل كبير] أمس» ثم)", "كبير", ["رتل كبير", "غادر [رتل كبير] أمس"]),
        ('«"خراب الجير"»', "الجير", ["خراب الجير"]),
        ("(خراب الجير", "الجير", []),
        ("خراب الجير)", "الجير", []),
        ("(خراب\nالجير) هناك", "الجير", []),
        ("وحدات «أ» و«ب ج»", "ج", ["ب ج"]),
        ("تبعد (12 كيلومتراً)", "12", ["12 كيلومتراً"]),
    ],
)
def test_a_stretch_grows_to_the_quotes_and_brackets_around_it(
    text: str, quote: str, wanted: list[str]
) -> None:
    start = text.index(quote)
    assert outward(text, start, start + len(quote))[: len(wanted)] == wanted
    if not wanted:
        assert outward(text, start, start + len(quote)) == []


@pytest.mark.parametrize("place", [6, 7, 9, 11, 12])
def test_a_caret_in_or_at_quotes_takes_what_they_hold(place: int) -> None:
    text = "قاعدة «قسرك» قرب"
    frame = framed(text, place, place)
    assert frame is not None
    assert text[slice(*frame)] == "قسرك"


def test_a_quote_that_is_one_letter_with_a_sign_before_it_is_left_whole() -> None:
    assert framed("'5\u0600'", 0, 0) == (1, 2)


def test_a_stretch_from_the_quote_on_takes_what_the_quotes_hold() -> None:
    text = 'نقلت "وول ستريت جورنال" عنه'
    assert framed(text, 5, 9) == (6, 22)


@given(TEXTS, st.data())
def test_a_frame_parts_no_letter_and_takes_in_a_letter_more(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.sampled_from(sorted(borders_of(text)))] * 2)))
    frame = framed(text, start, end)
    if frame is not None:
        assert set(frame) <= set(borders_of(text))
        assert frame[0] < start or end < frame[1]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", ["(", '"', "(ق", "()", '" '])
def test_a_frame_is_found_in_the_end_in_a_large_hostile_text(unit: str) -> None:
    half = unit * 100_000
    text = half + "قسد" + ")" * 200_000
    for place in (0, len(half), len(half) + 3, len(text)):
        framed(text, place, place)
