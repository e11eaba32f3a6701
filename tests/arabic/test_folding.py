"""What folding takes for the same, and that its index leads back to whole letters."""

from itertools import pairwise
from unicodedata import normalize

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.arabic.folding import fold, fold_with_index
from annotator.core.phrases import words_of

LETTERS = st.sampled_from(["ا", "أ", "ل", "ق", "ة", "ﷺ", "ﻻ", "a", "É", "ß", "5", "٥", "🇸", "👩"])
REST = st.sampled_from(
    ["َ", "ّ", "ـ", " ", "\n", "\u200f", "\u200d", "\u200c", "\ufe70", ".", "\u0600", '"', "»"]
)
TEXTS = st.lists(LETTERS | REST, max_size=30).map("".join)


def cluster_borders(text: str) -> set[int]:
    return {0} | {match.end() for match in regex.finditer(r"\X", text)}


@pytest.mark.parametrize(
    ("spellings", "folded"),
    [
        (("أمل", "إمل", "آمل", "ٱمل", "امل", "أمل"), "امل"),
        (("هدى", "هدي", "هدی", "هدې"), "هدي"),
        (("كركوك", "کرکوک", "كركوڪ"), "كركوك"),
        (("بلدة", "بلده", "بلدۀ", "بلدہ", "بلدە", "بلدھ"), "بلده"),
        (("لؤي", "لوي"), "لوي"),
        (("رئيس", "رييس"), "رييس"),
        (("مُحَمَّدٌ", "محمـــد", "محمد", "مح\u200fمد\u200c"), "محمد"),
        (("لاجئ", "ﻻجئ", "ﻻﺟﺊ"), "لاجي"),
        (("٢٠٢٦", "۲۰۲۶", "2026", "２０２６"), "2026"),
        (("١٬٢٥٠٫٥٪", "1,250.5%"), "1,250.5%"),
        (("Straße", "STRASSE"), "strasse"),
        (("Café", "Cafe\u0301"), "cafe"),
        (("a\u00a0b", "a b", "a\u3000b", "a\u202fb", "a\tb"), "a b"),
        (("ا\ufe71ب", "اًب", "ا\ufe70ب"), "اب"),
        (("سماء",), "سماء"),
        (("ا\n\nب\r\n",), "ا\n\nب\r\n"),
        (("ا  ب",), "ا  ب"),
        (("", "ً", "\ufeff", "ـ"), ""),
    ],
)
def test_spellings_that_readers_take_for_the_same_fold_alike(
    spellings: tuple[str, ...], folded: str
) -> None:
    assert [fold(spelling) for spelling in spellings] == [folded] * len(spellings)


@pytest.mark.parametrize("pair", [("سماء", "سما"), ("ق", "ف"), ("على", "علا"), ("گ", "ك")])
def test_letters_that_readers_tell_apart_stay_apart(pair: tuple[str, str]) -> None:
    assert fold(pair[0]) != fold(pair[1])


@given(st.text() | TEXTS)
@example("ﷺ\u0345İΐ\ufe70ǰ")
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_to_what_folding_leaves_alone() -> None:
    everything = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    assert fold(fold(everything)) == fold(everything)


@given(st.text() | TEXTS)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(normalize("NFC", text)) == fold(normalize("NFD", text))


@given(st.text() | TEXTS, st.text() | TEXTS)
def test_each_character_folds_by_itself(head: str, tail: str) -> None:
    assert fold(head + tail) == fold(head) + fold(tail)


@given(st.text() | TEXTS, st.data())
def test_the_source_of_a_stretch_folds_to_what_holds_it(text: str, data: st.DataObject) -> None:
    folded = fold_with_index(text)
    assert folded.text == fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    source_start, source_end = folded.source(start, end)
    assert {source_start, source_end} <= cluster_borders(text)
    assert folded.text[start:end] in fold(text[source_start:source_end])


@given(st.text() | TEXTS)
def test_the_sources_of_single_characters_run_in_order_and_are_never_empty(text: str) -> None:
    folded = fold_with_index(text)
    sources = [folded.source(place, place + 1) for place in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in sources)
    assert all(one <= other for one, other in pairwise(sources))


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("في قـــاعِدةٍ، ثم", "قاعدة", ["قـــاعِدةٍ"]),
        ("وبالقاعدةِ والقاعده", "القاعدة", ["القاعدةِ", "القاعده"]),
        ("قسرک قسرك قَسْرَك", "قسرك", ["قسرک", "قسرك", "قَسْرَك"]),
        ("قسدـ \u200fقسد\u200f", "قسد", ["قسد", "قسد"]),
        ("ـقسد", "قسد", ["قسد"]),
        ("ققققق", "قق", ["قق", "قق"]),
        ("محمد ﷺ", "الله", ["ﷺ"]),
        ("ﷺ ل", "ل", ["ﷺ", "ل"]),
        ("سلام", "لا", ["لا"]),
        ("سﻼم", "لا", ["ﻼ"]),
        ("سﻼم", "ا", ["ﻼ"]),
        ("٩٩٪ و99%", "99%", ["٩٩٪", "99%"]),
        ("👨‍👩‍👧 👩", "👩", ["👨‍👩‍👧", "👩"]),
        ("قسد", "", []),
        ("", "قسد", []),
        ("قسد", "ق د", []),
        ('قال "قوات" سوريا', "قوات سوريا", ['"قوات" سوريا']),
        ('قوات "سوريا" و', "قوات سوريا", ['قوات "سوريا"']),
        ('قوات "سوريا الحرة"', "قوات سوريا", ['قوات "سوريا']),
        ("قوات «سوريا»", 'قوات "سوريا', ["قوات «سوريا»"]),
        ('"قوات سوريا"', "قوات سوريا", ["قوات سوريا"]),
        ('قوات"سوريا', "قوات سوريا", []),
        ('قوات "سوريا" الحرة"', "قوات سوريا الحرة", ['قوات "سوريا" الحرة']),
        ("'the o'brien 'a", "the o'brien a", ["the o'brien 'a"]),
        ('"قوات" "سوريا"', "قوات سوريا", ['"قوات" "سوريا"']),
    ],
)
def test_hits_are_whole_letters_of_the_source(text: str, needle: str, found: list[str]) -> None:
    hits = fold_with_index(text).find_all(fold(needle))
    assert [text[start:end] for start, end in hits] == found


@given(TEXTS, TEXTS)
def test_hits_are_in_order_and_hold_the_needle(text: str, needle: str) -> None:
    hits = list(fold_with_index(text).find_all(fold(needle)))
    assert all(one[1] <= other[0] for one, other in pairwise(hits))
    words = " ".join(words_of(fold(needle)))
    assert all(words in " ".join(words_of(fold(text[start:end]))) for start, end in hits)
    assert bool(hits) >= (words != "" and words in fold(text))


@pytest.mark.parametrize("between", [" ", "  ", "\u00a0", "\t \u2003", "\n", " \n  "])
def test_any_spaces_and_one_line_break_part_words_alike(between: str) -> None:
    text = f"في قوات{between}سوريا"
    assert list(fold_with_index(text).find_all("قوات سوريا")) == [(3, len(text))]
    assert list(fold_with_index(text).find_all(" قوات\n سوريا ")) == [(3, len(text))]
    assert list(fold_with_index("قوات\n\nسوريا").find_all("قوات سوريا")) == []
