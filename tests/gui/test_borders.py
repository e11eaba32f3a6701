"""Where borders and carets go, asked of the functions alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.gui.text.borders import paragraph_step, split_at, word_here

TEXTS = st.text('قسرك ًوال«»" ،.\n9%a', min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("5 و9 نوفمبر", 1, ("5", "و9 نوفمبر")),
        ("5 و9 نوفمبر", 2, ("5", "و9 نوفمبر")),
        ("حميميم، قسرك", 7, ("حميميم", "قسرك")),
        ("سوريا (قسد)", 6, ("سوريا", "قسد")),
        ("وواشنطن", 1, ("و", "واشنطن")),
        ("قسرك", 0, None),
        ("قسرك", 4, None),
        ("«قسرك»", 1, None),
        ("، ", 1, None),
    ],
)
def test_a_cut_leaves_what_frames_words_outside_both_parts(
    text: str, place: int, wanted: tuple[str, str] | None
) -> None:
    cut = split_at(text, (0, len(text)), place)
    assert (cut and (text[: cut[0]], text[cut[1] :].strip("»()"))) == wanted


@given(TEXTS, st.data())
def test_a_cut_lies_between_words_that_are_in_the_parts(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    cut = split_at(text, (0, len(text)), place)
    if cut is not None:
        assert 0 < cut[0] <= place <= cut[1] < len(text)
        assert any(ARABIC.words(text, 0, cut[0]))
        assert any(ARABIC.words(text, cut[1]))
        assert not any(ARABIC.words(text, *cut)) or cut[0] == cut[1]


@given(TEXTS, st.data())
def test_the_word_here_is_a_word_of_this_paragraph_or_none_follows_in_it(
    text: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(text)))
    word = word_here(text, place)
    rest = text[place:].partition("\n")[0]
    if word is None:
        assert not any(ARABIC.words(rest))
    else:
        assert word[1] >= place
        assert "\n" not in text[place : word[1]]


@given(TEXTS)
def test_going_by_paragraphs_comes_to_the_end_and_back_to_the_start(text: str) -> None:
    places = [0]
    while places[-1] < len(text):
        places.append(paragraph_step(text, places[-1], is_forward=True))
        assert places[-1] > places[-2]
    for _ in range(len(text) + 1):
        places.append(paragraph_step(text, places[-1], is_forward=False))
    assert places[-1] == 0
