"""Where words stand in the text that they are from, once what stood between them is lost."""

import pytest

from annotator.core.respelling import spelled_in
from tests.growth import grows_evenly


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("ab  cd", ["ab", "cd"], [(0, 2), (4, 6)]),
        ("a b cd", ["ab", "cd"], [(0, 3), (4, 6)]),
        ("x \u200fy", ["x", "\u200fy"], [(0, 1), (2, 4)]),
        ("x \u200fy", ["x", "y"], [(0, 1), (3, 4)]),
        ("x\u200d\ny\u200d", ["x", "y"], [(0, 1), (3, 4)]),
        ("ab ab", ["a", "b", "ab"], [(0, 1), (1, 2), (3, 5)]),
        ("a \u200fb", ["a", "\u2060", "\u200f", "b"], [(0, 1), (1, 1), (1, 1), (3, 4)]),
    ],
)
def test_a_word_is_found_with_what_cannot_be_seen_in_it(
    text: str, words: list[str], places: list[tuple[int, int]]
) -> None:
    assert list(spelled_in(text, words)) == places


def test_words_that_are_written_otherwise_cost_as_much_as_they_are_long() -> None:
    def spelled(count: int) -> object:
        words = [f"ك{number}ب" for number in range(count)]
        return spelled_in(" ".join(f"{word[0]}\u200f{word[1:]}" for word in words), words)

    assert grows_evenly(spelled, 4_000)


def test_words_without_a_letter_cost_no_more_where_none_can_be_seen() -> None:
    def spelled(count: int) -> object:
        return spelled_in("a" + count * "\u200b" + "b", ["a", *["\u2060"] * count, "b"])

    assert grows_evenly(spelled, 2_000)
