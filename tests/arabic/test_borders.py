"""Moving a border by words and clitics."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.arabic.borders import end_inward, end_outward, start_inward, start_outward
from annotator.arabic.clitics import clitic_cuts
from annotator.arabic.words import words

TEXTS = st.text('وبالقسدRT59َـ .،-%"()\n\u200f👩', max_size=30)

TEXT = "ثم وبـالقاعدة، “قسرك” و600 جندي."


def starts(*pieces: str) -> list[int]:
    return [TEXT.index(piece) for piece in pieces]


def test_the_start_peels_off_clitics_then_words() -> None:
    visited = [3]
    while (moved := start_inward(TEXT, visited[-1], len(TEXT))) != visited[-1]:
        visited.append(moved)
    assert visited == starts("وبـ", "بـ", "الق", "قاعدة", "قسرك", "و600", "600", "جندي")


def test_the_start_brings_clitics_back_one_by_one_and_then_words() -> None:
    visited = starts("قاعدة")
    while (moved := start_outward(TEXT, visited[-1])) != visited[-1]:
        visited.append(moved)
    assert visited == starts("قاعدة", "الق", "بـ", "وبـ", "ثم")


def test_the_start_goes_to_the_whole_word_before_it() -> None:
    assert start_outward(TEXT, TEXT.index("قسرك")) == TEXT.index("وبـ")
    assert start_outward(TEXT, TEXT.index("جندي")) == TEXT.index("و600")


def test_the_end_goes_by_words_both_ways() -> None:
    ends = [end for _, end in words(TEXT)]
    outward, inward = ends[:1], ends[-1:]
    while (moved := end_outward(TEXT, outward[-1])) != outward[-1]:
        outward.append(moved)
    while (moved := end_inward(TEXT, 0, inward[-1])) != inward[-1]:
        inward.append(moved)
    assert outward == ends
    assert inward == ends[::-1]


@pytest.mark.parametrize("text", ["", " ", "َ", "؟!", "\u200f", "ـ"])
def test_without_words_borders_stay(text: str) -> None:
    end = len(text)
    assert (start_outward(text, end), start_inward(text, 0, end)) == (end, 0)
    assert (end_outward(text, 0), end_inward(text, 0, end)) == (0, end)


def test_a_border_inside_a_word_goes_to_the_borders_of_that_word() -> None:
    assert start_outward("في قسرك", 5) == 3
    assert end_outward("قسرك في", 2) == 4
    assert end_inward("في قسرك", 0, 5) == 2


def test_a_stretch_of_one_word_keeps_its_end() -> None:
    assert end_inward(TEXT, *word_span("قسرك")) == word_span("قسرك")[1]
    assert start_inward(TEXT, *word_span("قسرك")) == word_span("قسرك")[0]


def word_span(word: str) -> tuple[int, int]:
    return TEXT.index(word), TEXT.index(word) + len(word)


@given(TEXTS, st.data())
def test_moves_go_their_way_and_leave_no_empty_stretch(text: str, data: st.DataObject) -> None:
    assume(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert 0 <= start_outward(text, start) <= start <= start_inward(text, start, end) < end
    assert start < end_inward(text, start, end) <= end <= end_outward(text, end) <= len(text)


@given(TEXTS)
def test_what_is_peeled_off_a_word_comes_back(text: str) -> None:
    for start, end in words(text):
        stops = [start, *clitic_cuts(text, start, end)]
        for stop, following in pairwise(stops):
            assert start_inward(text, stop, end) == following
            assert start_outward(text, following) == stop


@given(TEXTS)
def test_a_word_that_is_left_out_comes_back(text: str) -> None:
    stretches = list(words(text))
    for one, other in pairwise(stretches):
        last_cut = max(clitic_cuts(text, *one), default=one[0])
        assert start_inward(text, last_cut, len(text)) == other[0]
        assert start_outward(text, other[0]) == one[0]
        assert end_inward(text, 0, other[1]) == one[1]
        assert end_outward(text, one[1]) == other[1]
