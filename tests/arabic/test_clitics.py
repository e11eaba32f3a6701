"""At which clitics a word may be cut."""

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.clitics import clitic_cuts


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("وبالقاعدة", "و|ب|ال|قاعدة"),
        ("وبـالقاعدة", "و|بـ|ال|قاعدة"),
        ("بـقاعدة", "بـ|قاعدة"),
        ("وَبِالْقاعِدَةِ", "وَ|بِ|الْ|قاعِدَةِ"),
        ("فكالقاعدة", "ف|ك|ال|قاعدة"),
        ("وٱلقاعدة", "و|ٱل|قاعدة"),
        ("بالحسكة", "ب|ال|حسكة"),
        ("للتحالف", "ل|لتحالف"),
        ("وللتحالف", "و|ل|لتحالف"),
        ("واشنطن", "و|اشنطن"),
        ("سيعلن", "س|يعلن"),
        ("وسيعلن", "و|س|يعلن"),
        ("سَتنسحب", "سَ|تنسحب"),
        ("سأعود", "س|أعود"),
        ("سورية", "سورية"),
        ("وسوريا", "و|سوريا"),
        ("سلاح", "سلاح"),
        ("وفي", "و|في"),
        ("و600", "و|600"),
        ("و6", "و|6"),
        ("ب99%", "ب|99%"),
        ("الـRT", "الـ|RT"),
        ("وبالـF-16", "و|ب|الـ|F-16"),
        ("و\u200fقسد", "و\u200f|قسد"),
        ("ووصل", "و|وصل"),
        ("القاعدة", "ال|قاعدة"),
        ("قاعدة", "قاعدة"),
        ("في", "في"),
        ("ولد", "و|لد"),
        ("والد", "و|الد"),
        ("لل", "لل"),
        ("كـ", "كـ"),
        ("بـقـ", "بـقـ"),
        ("بَقَ", "بَقَ"),
        ("RT", "RT"),
        ("2026", "2026"),
        ("َوقسد", "َوقسد"),
        ("و", "و"),
        ("", ""),
    ],
)
def test_a_word_is_cut_after_each_clitic_that_leaves_enough(word: str, parts: str) -> None:
    cuts = clitic_cuts(word)
    borders = [0, *cuts, len(word)]
    pieces = [word[a:b] for a, b in pairwise(borders)]
    assert "|".join(pieces) == parts


def test_cuts_are_positions_in_the_text() -> None:
    text = "في وبالقاعدة والقاعدة"
    assert clitic_cuts(text, 3, 12) == (4, 5, 7)


def test_what_stands_after_the_word_leaves_no_more_to_cut() -> None:
    assert clitic_cuts("ولد", 0, 2) == ()


@given(st.text("وفبكلساقRT5٪ـًّ\u200d\u200f-", max_size=12))
def test_cuts_part_no_letter_and_leave_enough(word: str) -> None:
    borders = {match.end() for match in regex.finditer(r"\X", word)}
    cuts = clitic_cuts(word)
    assert set(cuts) <= borders
    assert list(cuts) == sorted(set(cuts))
    for cut in cuts:
        assert 0 < cut < len(word)
        assert not regex.match(r"[\p{M}\u0640\u200d\u200f]", word[cut:])
        assert regex.search(r"[RT5٪-]", word) or len(regex.findall("[وفبكلساق]", word[cut:])) >= 2
