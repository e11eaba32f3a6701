import time

import pytest

from annotator.arabic import ARABIC
from annotator.core.errors import AnnotatorError
from annotator.core.finding import MOST_MATCHES, Mode, Wanted

TEXT = "غادر رتل قاعدة «قسرك» يوم 2026-02-23،\nثم عاد إلى قَسْرَك وبالقاعدة"


def found(words: str, mode: Mode, text: str = TEXT) -> list[str]:
    hits = Wanted(words, mode).hits(ARABIC.fold_with_index(text), ARABIC)
    return [text[start:end] for start, end in hits]


def test_words_are_found_anywhere_as_words_or_as_a_pattern() -> None:
    assert found("قاعد", Mode.ANYWHERE) == ["قاعد", "قاعد"]
    assert found("قاعد", Mode.WHOLE_WORDS) == []
    assert found("قاعدة", Mode.WHOLE_WORDS) == ["قاعدة", "قاعدة"]
    assert found(r"\d{4}-\d{2}-\d{2}", Mode.PATTERN) == ["2026-02-23"]


def test_a_pattern_sees_the_text_as_it_is_written() -> None:
    assert found("قسرك", Mode.ANYWHERE) == ["قسرك", "قَسْرَك"]
    assert found("قسرك", Mode.PATTERN) == ["قسرك"]
    assert found("^ثم", Mode.PATTERN) == ["ثم"]
    assert found("(?r)قاعد", Mode.PATTERN) == ["قاعد", "قاعد"]  # a search from the end


def test_hits_of_a_pattern_are_whole_letters_never_empty_and_not_endless() -> None:
    assert found("ق|س", Mode.PATTERN, "قَسْرَك") == ["قَ", "سْ"]
    assert found(".", Mode.PATTERN, "قَس") == ["قَ", "س"]
    assert found("x*", Mode.PATTERN) == []
    assert found("", Mode.PATTERN) == []
    assert len(found(".", Mode.PATTERN, "ق" * 3 * MOST_MATCHES)) == MOST_MATCHES


@pytest.mark.parametrize(
    "pattern",
    [
        *("(", "[", "*", "a{2,1}", r"\p{Foo}", r"\L<x>", "(?u)(?a)x", "(?V0)(?V1)a", r"\1"),
        *("a{99999999999999999999}", "(" * 400, "[" * 900, r"\U99999999", r"\N{FOO}"),
        pytest.param("((a{1000}){1000}){1000}", id="what would fill the memory"),
        pytest.param("(?:" * 80 + "a" + "){2,9}" * 80, id="nested counts"),
        pytest.param("a?" * 20_000, id="too long"),
    ],
)
def test_what_is_no_pattern_is_told_in_a_sentence(pattern: str) -> None:
    with pytest.raises(AnnotatorError, match=r"regular expression.*\.$"):
        found(pattern, Mode.PATTERN)


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("ق(س", "a “(” is not closed"),
        ("قس)", "the “)” at position 3 closes nothing"),
        ("ق[س", "a “[” is not closed"),
        ("*س", "before position 1 there is nothing to repeat"),
        ("قس+*", "at position 4 a repetition is repeated"),
        ("س{2,1}", "of the counts at position 3 the lesser must come first"),
        ("قس\\", "it ends with “\\”. Write “\\\\” for"),
        (r"ق\q", r"“\” and the letter at position 3 mean nothing"),
        (r"ق\x1", "the code at position 3 lacks digits"),
        (r"\p{Foo}", "the class of letters that ends at position 7"),
        ("ق[س-ا]", "the range that ends at position 5 runs backwards"),
        ("ق(?Z)", "what stands at position 4 has no meaning after “(?”"),
        (r"ق\1", "it refers to a group that is not there"),
        ("(?P<>س)", "at position 5 the name of a group is missing or wrong"),
        ("(*FOO)", "there is a mistake near position 3"),
        ("(?u)(?L)س", "it cannot be read"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_told_and_where_counted_from_one(
    pattern: str, told: str
) -> None:
    with pytest.raises(AnnotatorError) as refused:
        found(pattern, Mode.PATTERN)
    assert str(refused.value).startswith("This is not a regular expression: ")
    assert told in str(refused.value)


@pytest.mark.parametrize("pattern", ["^(?!(a*)*b)", "(x+x+)+y", "(?R)", "b|(?R)b", "(?i)(x+x+)+y"])
def test_an_endless_pattern_ends_with_a_sentence(pattern: str) -> None:
    text = "a" * 50_000 + "x" * 50_000
    begun = time.monotonic()
    with pytest.raises(AnnotatorError, match="takes too long"):
        found(pattern, Mode.PATTERN, text)
    assert time.monotonic() - begun < 20  # it ended by itself, however busy the machine is
