from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.folding import fold, fold_with_index
from annotator.arabic.whole_words import find_words, names_at, names_to_look_up
from annotator.core.text import whole_letters

TEXTS = st.text("قسدلابوفتحةه ـ\u064b\u0651\u200f\nRT٩%«»،", max_size=60)
NAMES = st.text("قسدلابوفةه ", min_size=1, max_size=6)


def hits(text: str, *names: str) -> list[str]:
    found = find_words(fold_with_index(text), [fold(name) for name in names])
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("بالقاعدة وقاعدة وبالقاعدةِ كقاعده", "قاعدة", ["قاعدة", "قاعدة", "قاعدةِ", "قاعده"]),
        ("للقاعدة وللقاعدة لقاعدة", "قاعدة", ["قاعدة"] * 3),
        ("بالقاعدة وقاعدة والقاعدة", "القاعدة", ["القاعدة", "القاعدة"]),
        ("للتحالف التحالف ولِلتَّحالف لتحالف", "التحالف", ["لتحالف", "التحالف", "لتَّحالف"]),
        ("قاعدته القاعدتين قواعد", "قاعدة", []),
        ("بقسرك قسرک قَسْرَك قسركي", "قسرك", ["قسرك", "قسرک", "قَسْرَك"]),
        ("قـــسد والـقسدـ، «قسد»", "قسد", ["قـــسد", "قسد", "قسد"]),
        (
            "وقوات سوريا  الديمقراطية، بقوات\nسوريا\u00a0الديمقراطيه",
            "قوات سوريا الديمقراطية",
            ["قوات سوريا  الديمقراطية", "قوات\nسوريا\u00a0الديمقراطيه"],
        ),
        ("قوات\n\nسوريا", "قوات سوريا", []),
        ("شبكة RT وRT و“RT” RTs", "rt", ["RT", "RT", "RT"]),
        ("99% و٩٩٪ 199%", "99%", ["99%", "٩٩٪"]),
        ("F-16 إف-16", "16", []),
        ("", "قسد", []),
        ("قسد", "", []),
        ("قسد", "ال", []),
    ],
)
def test_a_name_is_found_as_a_word_and_clitics_stay_outside(
    text: str, name: str, found: list[str]
) -> None:
    assert hits(text, name) == found


@pytest.mark.parametrize(
    ("text", "start", "end", "names"),
    [
        ("للتحالف", 1, 7, ("لتحالف", "التحالف")),
        ("وللبنان", 2, 7, ("لبنان", "البنان")),
        ("لبنان", 0, 5, ("لبنان",)),
        ("بالقاعدةِ", 1, 9, ("القاعده",)),
        ("قوات \u00a0سوريا", 0, 11, ("قوات سوريا",)),
        ("ـ\u0651ـ", 0, 3, ()),
    ],
)
def test_a_name_reads_as_it_may_have_been_written_alone(
    text: str, start: int, end: int, names: tuple[str, ...]
) -> None:
    assert names_at(text, start, end) == names


def test_what_begins_at_the_second_lam_is_found_with_the_article_and_without() -> None:
    text = "للبنان لبنان وللبنان للتحالف التحالف"
    assert hits(text, *names_at(text, 1, 6)) == ["لبنان"] * 3
    assert hits(text, *names_at(text, 22, 28)) == ["لتحالف", "التحالف"]


@given(TEXTS, NAMES)
def test_each_hit_reads_like_the_name_holds_whole_letters_and_overlaps_none(
    text: str, name: str
) -> None:
    folded_name = " ".join(fold(name).split())
    stretches = list(find_words(fold_with_index(text), [folded_name]))
    assert all(one[1] <= other[0] for one, other in pairwise(stretches))
    for start, end in stretches:
        assert whole_letters(text, start, end) == (start, end)
        reading = " ".join(fold(text[start:end]).split())
        assert reading in {folded_name, folded_name.removeprefix("ا")}
        assert folded_name in names_at(text, start, end)


@given(TEXTS, NAMES)
def test_where_a_name_is_found_the_search_finds_what_is_looked_up(text: str, name: str) -> None:
    names = [" ".join(fold(name).split())]
    if list(find_words(fold_with_index(text), names)):
        (looked_up,) = names_to_look_up(names)
        assert all(word in fold(text) for word in looked_up.split())


@given(TEXTS, NAMES)
def test_whole_words_are_among_what_is_found_anywhere(text: str, name: str) -> None:
    folded, needle = fold_with_index(text), " ".join(fold(name).split())
    if not needle.startswith("ال"):
        assert set(find_words(folded, [needle])) <= set(folded.find_all(needle))
