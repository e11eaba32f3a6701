from collections import Counter
from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.cli.bidi_text import LONGEST_LINE, cells, visual, visual_lines

RTL_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
MARKS = "\u064b\u064e\u064f\u0650\u0651\u0652"
BRACKETS = "()[]{}«»‹›<>"
WORDS = st.text(RTL_LETTERS + "abcXYZ0123456789٠١٢" + BRACKETS + " .,،-/%\"'", max_size=60)
LINES = WORDS.filter(lambda text: bool(text.strip()))
MARKED = st.lists(
    st.tuples(st.sampled_from(RTL_LETTERS), st.text(MARKS, max_size=2)), min_size=1, max_size=20
).map(lambda letters: "".join(letter + marks for letter, marks in letters))


def plain(text: str) -> str:
    """The letters without the forms that joining gave them."""
    return normalize("NFKC", text)


def seen(text: str, base: str | None = None) -> str:
    return plain(visual(text, base))


@pytest.mark.parametrize(
    ("logical", "as_seen"),
    [
        ("قسرك", "كرسق"),
        ("abc", "abc"),
        ("من (قسرك)", "(كرسق) نم"),
        ("«الحدث» قال", "لاق «ثدحلا»"),
        ("قال RT اليوم", "مويلا RT لاق"),
        ("نحو 1,500 جندي", "يدنج 1,500 وحن"),
        ("في 2026-02-23 عاد", "داع 23-02-2026 يف"),
        ("قناة (RT) هنا", "انه (RT) ةانق"),
        ("شركة AT&T (أ) ب", "ب (أ) AT&T ةكرش"),
        ("بنسبة 99% فقط", "طقف %99 ةبسنب"),
        ("a < b", "a < b"),
        ("ا < ب", "ب > ا"),
        ("[اضغط هنا](#)", "(#)[انه طغضا]"),
    ],
)
def test_pieces_are_seen_in_the_order_of_the_bidi_algorithm(logical: str, as_seen: str) -> None:
    assert seen(logical) == as_seen


def test_letters_take_the_forms_that_their_neighbours_ask_for() -> None:
    assert visual("قسرك") == "ﻙﺮﺴﻗ"
    assert visual("قسرک") == "ﮎﺮﺴﻗ"


def test_only_lam_alef_becomes_one_letter() -> None:
    assert visual("لا") == "ﻻ"
    assert visual("السلام") == "ﻡﻼﺴﻟﺍ"
    assert visual("الله") == "ﻪﻠﻟﺍ"


def test_marks_stand_behind_their_letter_in_their_own_order() -> None:
    assert visual("مُحَمَّد") == "ﺪﻤَّﺤَﻣُ"
    assert visual("سلَام") == "ﻡﻼَﺳ"


def test_latin_letters_keep_their_marks_inside_arabic() -> None:
    assert seen("قال cafe\u0301 هنا") == normalize("NFKC", "انه cafe\u0301 لاق")


def test_the_base_direction_places_what_has_none() -> None:
    assert seen("RT قال.", "R") == ".لاق RT"
    assert seen("RT قال.", "L") == "RT لاق."
    assert seen("RT قال.") == "RT لاق."


def test_steering_characters_do_their_work_and_vanish() -> None:
    assert seen("C++\u200e هو", "R") == "وه C++"
    assert seen("\u2068RT\u2069 \u202bقال\u202c") == "RT لاق"
    assert visual("\u200f") == ""


@given(st.text("abcdefXYZ 0123456789.,-()[]<>«»é", max_size=80))
def test_left_to_right_text_stays_as_it_is(text: str) -> None:
    assert visual(text, "L") == text


@given(LINES, st.sampled_from(["L", "R", None]))
def test_no_letter_is_lost_or_made(text: str, base: str | None) -> None:
    unmirrored = str.maketrans(")]}»›>", "([{«‹<")
    before = Counter(plain(text).translate(unmirrored))
    assert Counter(seen(text, base).translate(unmirrored)) == before


@given(MARKED)
def test_marks_follow_their_letter(text: str) -> None:
    def letters(shown: str) -> Counter[str]:
        found: list[str] = []
        for character in shown:
            if category(character) == "Mn" and found:
                found[-1] += character
            else:
                found.append(character)
        return Counter(found)

    # A lam-alef takes the marks of both: it would be one letter with them here, two there.
    text = text.replace("ل", "م")
    shown = visual(text)
    assert category(shown[0]) != "Mn"
    decomposed = "".join(c if category(c) == "Mn" else normalize("NFKC", c) for c in shown)
    assert letters(decomposed) == letters(text)


@given(st.text(RTL_LETTERS + BRACKETS, min_size=1, max_size=40))
def test_right_to_left_text_is_reversed_with_its_brackets_mirrored(text: str) -> None:
    mirrored = str.maketrans(BRACKETS, ")(][}{»«›‹><")
    # NFKC takes a lam-alef apart in logical order, which is not the seen one.
    text = text.replace("ل", "ن")
    assert seen(text, "R") == text.translate(mirrored)[::-1]


@given(LINES, st.integers(1, 40), st.sampled_from(["L", "R"]))
def test_lines_fit_the_terminal(text: str, width: int, base: str) -> None:
    lines = visual_lines(text, width, base)
    assert all(cells(line) <= width for line in lines)
    if base == "R":
        assert all(cells(line) == width for line in lines)
    assert Counter("".join(map(plain, lines))).keys() - set(")]}»›>([{«‹< ") <= set(plain(text))


@given(st.lists(st.text(RTL_LETTERS, min_size=1, max_size=8), min_size=1, max_size=12))
def test_lines_are_cut_at_spaces_in_reading_order(words: list[str]) -> None:
    words = [word.replace("ل", "ن") for word in words]
    lines = [plain(line)[::-1].rstrip() for line in visual_lines(" ".join(words), 10, "R")]
    assert " ".join(lines).split() == words


def test_a_word_longer_than_the_line_is_cut_between_letters() -> None:
    lines = visual_lines("مَمَمَمَمَمَ", 2, "R")
    assert [cells(line) for line in lines] == [2, 2, 2]
    assert all(category(line.strip()[0]) != "Mn" for line in lines)


def test_a_no_break_space_does_not_break() -> None:
    assert [line.strip() for line in visual_lines("aa bb\u00a0cc", 6, "L")] == ["aa", "bb\u00a0cc"]


def test_what_stands_on_the_line_before_decides_on_digits_at_a_cut() -> None:
    # After Arabic letters a date runs right to left (rule W2), wherever the line is cut.
    assert [plain(line).strip() for line in visual_lines("في عام 2026-02-23", 10, "R")] == [
        "ماع يف",
        "23-02-2026",
    ]
    assert [plain(line).strip() for line in visual_lines("في RT 2026-02-23", 10, "R")] == [
        "RT يف",
        "2026-02-23",
    ]


def test_wide_letters_take_two_cells_and_marks_none() -> None:
    assert [cells(text) for text in ("ab", "قسرك", "مُحَمَّد", "漢字", "\u200f")] == [2, 4, 4, 4, 0]


def test_a_line_of_marked_letters_may_be_as_long_as_letters_can_be_numbered() -> None:
    text = "مَ" * (LONGEST_LINE // 2)
    assert seen(text) == "مَ" * (LONGEST_LINE // 2)
