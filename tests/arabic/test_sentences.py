import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.text import whole_letters


def quotes(text: str) -> list[str]:
    return [text[start:end] for start, end in ARABIC.sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("غادروا القاعدة. ثم عادوا؟ نعم!", ["غادروا القاعدة.", "ثم عادوا؟", "نعم!"]),
        ("سطر أول\nسطر ثانٍ\n\n \nثالث", ["سطر أول", "سطر ثانٍ", "ثالث"]),
        ("قال: «انتهى.» ثم خرج", ["قال: «انتهى.»", "ثم خرج"]),
        ("قال د. أحمد من U.S. Navy إن 12.5% بقوا.", ["قال د. أحمد من U.S. Navy إن 12.5% بقوا."]),
        ("1. بند أول\n٢. بند", ["1. بند أول", "٢. بند"]),
        ("في عام 2024. وبعد", ["في عام 2024.", "وبعد"]),
        ("انتظروا... ثم رحلوا…", ["انتظروا...", "ثم رحلوا…"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_sentences_end_at_stops_and_lines(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


@given(st.text(alphabet='دقa1 \n.!؟»"\N{ARABIC FATHATAN}\N{RIGHT-TO-LEFT MARK}🔴', max_size=40))
def test_sentences_hold_all_that_can_be_seen_and_part_no_letter(text: str) -> None:
    found = list(ARABIC.sentences(text))
    borders = [border for one in found for border in one]
    assert borders == sorted(borders)
    assert "".join("".join(quotes(text)).split()) == "".join(text.split())
    assert all(whole_letters(text, start, end) == (start, end) for start, end in found)


@pytest.mark.parametrize("text", ["." * 200_000 + "x", '."' * 100_000 + "x", " " * 200_000 + "x"])
def test_the_cost_does_not_grow_with_the_square_of_the_text(text: str) -> None:
    """A square of it would take hours, and the time of a test is limited."""
    assert len(quotes(text)) == 1
