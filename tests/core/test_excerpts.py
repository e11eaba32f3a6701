import pytest

from annotator.arabic import ARABIC
from annotator.core.excerpts import excerpt, first_hit


@pytest.mark.parametrize(
    ("text", "words", "hit"),
    [
        ("غادر رتل قَاعِدَةَ قسرك", "قاعده", "قَاعِدَةَ"),
        ("قصرك ثم قسرک", "قسرك", "قسرک"),
        ("قسرك قاعدة", "قاعده قسرك", "قسرك"),
        ("قاعدتان قاعدة", "قاعد قاعدتان", "قاعدتان"),
        ("نصّ بلا هدف", "قسرك", None),
        ("نص\n" * 9_000 + "قـــسرك", "قسرك", "قـــسرك"),
        ("ا" * 8_190 + "قسرك", "قسرك", "قسرك"),
        ("ق" + "\u0651" * 20 + "سرك", "قسرك", "ق" + "\u0651" * 20 + "سرك"),
    ],
)
def test_the_first_hit_of_any_word_is_found(text: str, words: str, hit: str | None) -> None:
    found = first_hit(text, words.split(), ARABIC)
    assert (found and text[slice(*found)]) == hit


def test_an_excerpt_shows_the_raw_text_around_the_hit_on_one_line() -> None:
    text = "سطر أول طويل بما يكفي لكي يقطع منه\nثم قَاعِدَة قسرك\nوبعدها " + "كلمة " * 60
    found = excerpt(text, ["قاعده", "قسرك"], ARABIC)
    assert found is not None
    assert found.text[found.start : found.end] == "قَاعِدَة"
    assert found.text.startswith("…")
    assert found.text.endswith("كلمة…")
    assert "\n" not in found.text
    assert "قَاعِدَة قسرك وبعدها" in found.text


def test_all_words_are_told_in_the_excerpt() -> None:
    found = excerpt("رتل غادر قَاعِدَةَ قسرك إلى قاعدة", ["قاعده", "قسرك", "رتل غادر"], ARABIC)
    assert found is not None
    words = [found.text[start:end] for start, end in found.hits]
    assert words == ["قَاعِدَةَ", "قاعدة", "قسرك", "رتل غادر"]


def test_a_phrase_is_shown_whatever_parts_its_words() -> None:
    text = 'قالت قوات  سوريا\nإن قوات\u00a0"سوريا" وقوات سوريا\nثم قوات\nسوريا'
    found = excerpt(text, ["قوات سوريا"], ARABIC)
    assert found is not None
    words = [found.text[start:end] for start, end in found.hits]
    assert words == ["قوات  سوريا", 'قوات\u00a0"سوريا"', "قوات سوريا", "قوات سوريا"]
    assert found.text[found.start : found.end] == "قوات  سوريا"


def test_an_excerpt_of_a_short_text_is_whole() -> None:
    found = excerpt("في قسرك", ["قسرك"], ARABIC)
    assert found is not None
    assert (found.text, found.start, found.end) == ("في قسرك", 3, 7)


def test_a_text_without_the_words_has_no_excerpt() -> None:
    assert excerpt("نص", ["قسرك"], ARABIC) is None
    assert excerpt("نص", [], ARABIC) is None
    assert excerpt("", ["قسرك"], ARABIC) is None
