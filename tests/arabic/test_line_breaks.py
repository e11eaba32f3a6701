"""Lines that were broken because they were full are read on; those that end something are not."""

import textwrap
from collections import Counter

import pytest

from annotator.arabic import ARABIC
from annotator.arabic.line_breaks import unwrapped
from annotator.core.values import DateValue, NumberValue
from annotator.suggest.rules import found_by_rules
from tests.suggest.marked_articles import HELD_OUT, SEEN, marked_articles

TEXTS = [one.text for part in (SEEN, HELD_OUT) for one in marked_articles(part)]


def wrapped(text: str, width: int, between: str = "\n") -> str:
    fill = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False).fill
    return between.join(fill(line) for line in text.split("\n") if line.strip())


def found(text: str) -> Counter[tuple[str, str]]:
    return Counter(
        (" ".join(text[f.start : f.end].split()), f.reader) for f in found_by_rules(text)
    )


@pytest.mark.parametrize("text", TEXTS)
def test_an_article_whose_paragraphs_are_lines_stays_as_it_is(text: str) -> None:
    assert unwrapped(text) == text


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "empty lines"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_rules_find_the_same_where_a_text_was_wrapped(width: int, between: str) -> None:
    there: Counter[tuple[str, str]] = Counter()
    lost: Counter[tuple[str, str]] = Counter()
    over = 0
    for text in TEXTS:
        whole = between.join(line for line in text.split("\n") if line.strip())
        broken = wrapped(text, width, between)
        assert len(unwrapped(broken)) == len(broken)
        there += found(whole)
        lost += found(whole) - found(broken)
        over += sum("\n" in broken[one.start : one.end] for one in found_by_rules(broken))
    assert over > 20
    assert lost.total() < 0.02 * there.total()


@pytest.mark.parametrize(
    "lines",
    [
        ["خبر أول عن قاعدة عين الأسد الجوية في الأنبار", "خبر ثان", "خبر ثالث عن وصول رتل"] * 4,
        ["وصل رتل من القوات الأميركية إلى محيط قاعدة قسرك"] * 2,
        ["كلمة"] * 40,
        ["هذه فقرة طويلة من فقرات المقالة التي لا تُلف أسطرها " * 5] * 9,
        ["- بند من بنود القائمة التي تتساوى أسطرها في الطول ٦٠"] * 9,
        ["وهذا سطر ينتهي بانتهاء جملته التي يتساوى طولها بغيرها."] * 9,
        [],
    ],
    ids=["headlines", "few", "words", "paragraphs", "list", "sentences", "nothing"],
)
def test_lines_that_end_something_are_not_joined(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert unwrapped(text) == text


@pytest.mark.parametrize(
    ("width", "count", "are_joined"),
    [(40, 9, True), (120, 9, True), (39, 9, False), (121, 9, False), (60, 5, True), (60, 4, False)],
)
def test_lines_are_joined_that_are_of_a_width_and_enough(
    width: int, count: int, are_joined: bool
) -> None:
    """Four breaks at least are those of full lines, which no more words would fit in."""
    line = ("س" * (width // 2 - 1) + " " + "ص" * width)[:width]
    text = "\n".join([line] * count)
    joined = " ".join([line] * count)
    assert unwrapped(text) == (joined if are_joined else text)


def test_what_stands_in_two_lines_has_its_value() -> None:
    for said, reader, value in (
        ("12\nشباط 2026", "date", DateValue("2026-02-12")),
        ("خمسة\nآلاف جندي", "figure", NumberValue(5000, 5000, None, "جندي")),
    ):
        text = f"في {said} قال"
        assert ARABIC.read_value(reader, text, 3, 3 + len(said), None) == value
        apart = text.replace("\n", "\n\n")
        assert ARABIC.read_value(reader, apart, 3, 4 + len(said), None) is None
