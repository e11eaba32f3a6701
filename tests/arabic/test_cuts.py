import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.language import Cut


def start_cuts(text: str, rest: str, reader: str | None = "base") -> set[str]:
    """Return what stands before ``rest``, with which ``text`` ends."""
    assert text.endswith(rest)
    return set(ARABIC.start_cuts(text, 0, len(text) - len(rest), reader))


@pytest.mark.parametrize(
    ("text", "rest", "found"),
    [
        ("وواشنطن", "واشنطن", {Cut.CLITIC}),
        ("بالحسكة", "الحسكة", {Cut.CLITIC}),
        ("وبالحسكة", "الحسكة", {Cut.CLITIC}),
        ("التنف", "تنف", {Cut.ARTICLE}),
        ("للتحالف", "لتحالف", {Cut.CLITIC}),
        ("لتحالف", "تحالف", {Cut.CLITIC}),
        ("للتحالف", "تحالف", {Cut.CLITIC, Cut.ARTICLE}),
        ("بالحسكة", "حسكة", {Cut.CLITIC, Cut.ARTICLE}),
        ("قسرك", "سرك", {Cut.BORDER}),
        ("«قسرك", "قسرك", {Cut.QUOTE}),
        ("«“قسرك", "قسرك", {Cut.QUOTE}),
        ("- قسرك", "قسرك", {Cut.QUOTE}),
        (" \u00a0قسرك", "قسرك", {Cut.MARKS}),
        ("\u200fقسرك", "قسرك", {Cut.MARKS}),
        ("قاعدة قسرك", "قسرك", {Cut.KIND_WORD}),
        ("القاعدة الجوية قسرك", "قسرك", {Cut.KIND_WORD}),
        ("وقاعدة قسرك", "قسرك", {Cut.KIND_WORD, Cut.CLITIC}),
        ("قاعدة «قسرك", "قسرك", {Cut.KIND_WORD, Cut.QUOTE}),
        ("بلدة قسرك", "قسرك", {Cut.BORDER}),
        ("قاعدة بالحسكة", "الحسكة", {Cut.KIND_WORD, Cut.CLITIC}),
    ],
)
def test_what_one_span_has_before_another_begins(text: str, rest: str, found: set[str]) -> None:
    assert start_cuts(text, rest) == found


def test_in_a_doubled_lam_the_second_one_is_the_article() -> None:
    text = "للتحالف"
    assert ARABIC.start_cuts(text, 1, 2, "actor") == {Cut.ARTICLE}
    assert ARABIC.start_cuts(text, 0, 1, "actor") == {Cut.CLITIC}


def test_which_words_are_kind_words_hangs_on_the_reader() -> None:
    assert start_cuts("صحيفة الوطن", "الوطن", "actor") == {Cut.KIND_WORD}
    assert start_cuts("وزير الدفاع الأميركي إسبر", "إسبر", "actor") == {Cut.KIND_WORD}
    assert start_cuts("صحيفة الوطن", "الوطن", "base") == {Cut.BORDER}
    assert start_cuts("صحيفة الوطن", "الوطن", None) == {Cut.BORDER}
    assert start_cuts("نحو ألف", "ألف", "figure") == {Cut.BORDER}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قسرك»", {Cut.QUOTE}),
        ("قسرك،", {Cut.QUOTE}),
        ("قسرك ", {Cut.MARKS}),
        ("قسرك\u200e", {Cut.MARKS}),
        ("قسرك الجوية", {Cut.BORDER}),
        ("قسرك» الجوية", {Cut.BORDER, Cut.QUOTE}),
    ],
)
def test_what_one_span_has_after_another_has_ended(text: str, found: set[str]) -> None:
    assert ARABIC.end_cuts(text, len("قسرك"), len(text)) == found


@pytest.mark.parametrize("text", ["99%", "99 %", "٩٩٪", "99\u00a0٪", "99$", "99%،"])
def test_the_sign_of_a_number_is_no_punctuation_around_it(text: str) -> None:
    assert Cut.BORDER in ARABIC.end_cuts(text, 2, len(text))
    assert Cut.BORDER in ARABIC.end_cuts(text, 2, len(text), has_kind_word=True)


def test_punctuation_behind_a_number_is_no_part_of_it() -> None:
    for text in ("99.", "99،", "99)", "99 (", "99%.", "99%)"):
        inner = len(text.rstrip(".،() "))
        assert ARABIC.end_cuts(text, inner, len(text)) == {Cut.QUOTE}


def test_borders_that_are_the_same_cut_nothing() -> None:
    assert ARABIC.start_cuts("قسرك", 0, 0, "base") == set()
    assert ARABIC.end_cuts("قسرك", 4, 4) == set()


@given(
    st.text(st.sampled_from("البوفقسرك تن\u064b\u200f«» لل.،-5٥%a\n\u0640"), max_size=30),
    st.data(),
)
def test_something_is_found_wherever_something_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert bool(ARABIC.start_cuts(text, start, end, "base")) == (start < end)
    assert bool(ARABIC.end_cuts(text, start, end)) == (start < end)
