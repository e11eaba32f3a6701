import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.decoding import decode
from annotator.core.errors import InvalidText
from annotator.core.text import (
    LONGEST_TITLE,
    GraphemeMap,
    OffsetMap,
    clean_text,
    is_iso_day,
    next_letter,
    previous_letter,
    published_in,
    sha256_of,
    title_of,
    whole_letters,
)

NEWS = "غادر رتل قاعدة «قسرك» صباح الثلاثاء\nوقالت RT إن 99% من الجنود خرجوا"
LETTERS = "ابي\u064b\u0651 \n\r\u200d👩👨🇸🇾🏽\u0600\u06dd\u0301aक\u094dषᄀ\u1161é\ufe0f©"
texts = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_each_encoding_is_recognised(encoding: str) -> None:
    assert decode(NEWS.encode(encoding)) == NEWS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_unmarked_utf_16_without_a_space_is_recognised(encoding: str) -> None:
    assert decode("قسرك".encode(encoding)) == "قسرك"


def test_byte_order_marks_are_dropped_when_the_text_is_cleaned() -> None:
    for data in (NEWS.encode("utf-8-sig"), b"\xfe\xff" + NEWS.encode("utf-16-be")):
        assert clean_text(decode(data)).text == NEWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256"])
def test_control_characters_of_old_files_stay(encoding: str) -> None:
    old = NEWS + "\x0c" + NEWS + "\x1a"
    assert decode(old.encode(encoding)) == old


@pytest.mark.parametrize(
    "data",
    [
        NEWS.encode()[:-1],
        NEWS.encode() + b"\xff" + NEWS.encode(),
        b"\xef\xbb\xbf" + NEWS.encode("cp1256"),
    ],
    ids=["cut in a letter", "one wrong byte", "marked as UTF-8"],
)
def test_damaged_utf_8_is_not_taken_for_windows_1256(data: bytes) -> None:
    with pytest.raises(InvalidText, match=r"damaged UTF-8 at byte \d+"):
        decode(data)


def test_the_message_names_the_byte_that_is_wrong() -> None:
    with pytest.raises(InvalidText, match="at byte 4"):
        decode("قس".encode() + b"\xff" + NEWS.encode())


def test_half_a_character_of_utf_16_is_refused() -> None:
    with pytest.raises(InvalidText, match="damaged UTF-16"):
        decode(b"\xff\xfeab\x06")


def test_a_picture_is_no_text() -> None:
    with pytest.raises(InvalidText, match="no encoding that is known"):
        decode(b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)) * 9)


def test_only_line_ends_and_a_leading_mark_change() -> None:
    kept = "قـــسرك\u00a0\u200f\x0bعين\tالأسد\rو\u2028آخر \ufeff"
    assert clean_text(kept).text == kept
    assert clean_text("\ufeffا\r\nب").text == "ا\nب"


@given(texts.map(lambda text: text + "ا"))
def test_cleaning_a_clean_text_changes_nothing(raw: str) -> None:
    if "\0" not in raw:
        clean = clean_text(raw).text
        assert clean_text(clean).text == clean


@given(st.text("\ufeff\r\nاب", min_size=1).map(lambda text: text + "ا"))
def test_positions_are_carried_through_cleaning(raw: str) -> None:
    clean = clean_text(raw)
    for place, character in enumerate(raw):
        if character in "اب":
            assert clean.text[clean.position(place)] == character
    assert clean.position(len(raw)) == len(clean.text)


def test_several_cr_before_a_lf_all_go() -> None:
    assert clean_text("ا\r\r\nب\r").text == "ا\nب\r"


def test_a_text_of_mere_cr_is_cleaned_at_once() -> None:
    begun = time.perf_counter()
    assert len(clean_text("ا" + "\r" * 1_000_000).text) == 1_000_001
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("قاعدة\0", "NUL character at position 5"),
        ("ا\ud83d", "lone surrogate.* at position 1"),
        ("", "empty"),
        ("\ufeff \r\n\t\u00a0", "empty"),
    ],
)
def test_what_no_article_can_hold_is_refused(raw: str, told: str) -> None:
    with pytest.raises(InvalidText, match=told):
        clean_text(raw)


def test_the_hash_is_that_of_the_utf_8_bytes() -> None:
    # printf قسرك | sha256sum
    assert sha256_of("قسرك") == "4a8bd78635eaff0fd27add3df42f5250da01b3d2b9acdd6cbec96876048bfb92"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n- - -\nقاعدة قسرك\nآخر", "قاعدة قسرك"),
        ("2026-03-05 - مدرج رميلان", "مدرج رميلان"),
        ("05/03/2026: مدرج رميلان", "مدرج رميلان"),
        ("2026-03-05\nمدرج رميلان", "مدرج رميلان"),
        ("٢٠٢٦-٠٣-٠٥ | مدرج", "مدرج"),
        ("12 قتيلاً في قسرك", "12 قتيلاً في قسرك"),
        ("📊 بالأرقام", "📊 بالأرقام"),
        ("99%\n100", "99%"),
        ("2026-03-05", "2026-03-05"),
    ],
)
def test_the_title_is_the_first_line_with_letters(text: str, title: str) -> None:
    assert title_of(text, ARABIC) == title


def test_a_long_title_is_cut_at_a_word() -> None:
    line = "رتل أميركي " * 30
    title = title_of(line, ARABIC)
    assert len(title) <= LONGEST_TITLE
    assert line.startswith(title + " ")


def test_a_long_title_without_spaces_parts_no_letter_from_its_marks() -> None:
    title = title_of("ا" + "بّ" * 100, ARABIC)
    assert len(title) == LONGEST_TITLE - 1
    assert title.endswith("بّ")


@given(texts)
def test_a_title_is_never_too_long(text: str) -> None:
    assert len(title_of(text, ARABIC)) <= LONGEST_TITLE


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2026-02-23-qasrak.txt", "2026-02-23"),
        ("qasrak_2026-02-23.txt", "2026-02-23"),
        ("2026-02-30 2026-03-01.txt", "2026-03-01"),
        ("12026-02-23.txt", None),
        ("20260223.txt", None),
        ("qasrak.txt", None),
    ],
)
def test_the_day_is_read_from_the_name_of_a_file(name: str, day: str | None) -> None:
    assert published_in(name) == day


def test_a_day_is_real_and_written_in_full() -> None:
    assert is_iso_day("2024-02-29")
    for wrong in ("2026-02-29", "20260223", "2026-2-3", "2026-W08-1", "٢٠٢٦-٠٢-٢٣", ""):
        assert not is_iso_day(wrong)


@given(st.text(LETTERS, max_size=30), st.data())
def test_no_letter_is_parted_from_its_marks(text: str, data: st.DataObject) -> None:
    borders = [0, *(match.end() for match in regex.finditer(r"\X", text))]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert whole_letters(text, start, end) == (
        max(border for border in borders if border <= start),
        min(border for border in borders if border >= end),
    )
    assert next_letter(text, start) == min((b for b in borders if b > start), default=len(text))
    assert previous_letter(text, start) == max((b for b in borders if b < start), default=0)


def test_widening_to_letters_does_not_read_the_whole_text() -> None:
    for text in ("اً" * 1_000_000, "🇸🇾" * 500_000, "\u064b" * 1_000_000):
        begun = time.perf_counter()
        start, end = whole_letters(text, 700_001, 700_002)
        assert start <= 700_001 < end
        assert time.perf_counter() - begun < 1


@given(st.text(st.sampled_from("aبé€🔴👩\u064b\n"), max_size=3000))
def test_positions_go_to_utf_16_and_utf_8_and_back(text: str) -> None:
    offsets = OffsetMap(text)
    for position in range(0, len(text) + 1, max(1, len(text) // 50)):
        utf16, utf8 = offsets.to_utf16(position), offsets.to_utf8(position)
        assert utf16 == len(text[:position].encode("utf-16-le")) // 2
        assert utf8 == len(text[:position].encode())
        assert offsets.from_utf16(utf16) == position
        assert offsets.from_utf8(utf8) == position


def test_positions_are_right_at_the_borders_of_blocks() -> None:
    for length in (1023, 1024, 1025, 2048, 2049):
        text = "ق🔴" * length
        offsets = OffsetMap(text)
        for position in (1023, 1024, 1025, len(text) - 1, len(text)):
            assert offsets.to_utf8(position) == len(text[:position].encode())
            assert offsets.from_utf8(offsets.to_utf8(position)) == position


def test_a_position_inside_a_character_is_that_of_its_start() -> None:
    offsets = OffsetMap("ا🔴ب")
    assert [offsets.from_utf16(place) for place in range(5)] == [0, 1, 1, 2, 3]
    assert [offsets.from_utf8(place) for place in range(9)] == [0, 0, 1, 1, 1, 1, 2, 2, 3]


def test_a_text_of_10_mb_is_converted_fast() -> None:
    text = "قاعدة عين الأسد 🔴 " * 550_000
    begun = time.perf_counter()
    offsets = OffsetMap(text)
    for position in range(0, len(text), 1000):
        assert offsets.from_utf16(offsets.to_utf16(position)) == position
        assert offsets.from_utf8(offsets.to_utf8(position)) == position
    assert time.perf_counter() - begun < 5


@given(st.text(st.sampled_from(LETTERS) | st.characters(exclude_categories=["Cs"]), max_size=30))
def test_letters_are_counted_as_they_are_cut(text: str) -> None:
    letters = regex.findall(r"\X", text)
    graphemes = GraphemeMap(text)
    position = 0
    for number, letter in enumerate(letters):
        for inside in range(len(letter)):
            assert graphemes.to_graphemes(position + inside) == number
        assert graphemes.from_graphemes(number) == position
        position += len(letter)
    assert graphemes.to_graphemes(len(text)) == len(letters)
    assert graphemes.from_graphemes(len(letters)) == len(text)


def test_what_lies_outside_a_text_is_outside_in_letters_too() -> None:
    graphemes = GraphemeMap("👩‍🚀ا\u064b")
    assert graphemes.from_graphemes(-1) == -1
    assert graphemes.from_graphemes(3) == 6
    assert graphemes.from_graphemes(10**30) == 10**30 + 3
