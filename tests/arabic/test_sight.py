"""The tokens that rules see of a text: those of hashtags without their signs."""

import pytest

from annotator.arabic.credits_in_text import credits_in
from annotator.arabic.sight import Sight


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("قاعدة #تل_بيدر أمس", "قاعده تل بيدر امس"),
        ("#تل_بيدر #الحسكة", "تل بيدر # الحسكه"),  # nothing goes on from one to the other
        ("أمس.\n#تل_بيدر", "امس . \x1f تل بيدر"),
        ("الخبر (#تل_بيدر)", "الخبر ( تل بيدر )"),
        ("محيط تل_بيدر_الآن أمس", "محيط تل بيدر الان امس"),
        ("تل _ بيدر __ أمس", "تل _ بيدر _ _ امس"),
        ("المركز # تل", "المركز # تل"),
        ("t.me/news#تل_بيدر", "t . me / news # تل _ بيدر"),
    ],
)
def test_a_hashtag_is_read_as_its_words_and_no_link_is_one(text: str, tokens: str) -> None:
    found = [token.text for token in Sight(text).tokens]
    assert found == tokens.replace("\x1f", "\n").split(" ")


@pytest.mark.parametrize(
    ("line", "names"), [("من إدريس علي", ["إدريس علي"]), ("من إدريس علي إلى دمشق", [])]
)
def test_a_writer_signs_a_line_that_says_nothing_else(line: str, names: list[str]) -> None:
    sight = Sight(f"{line}\n\nقال السكان إنهم عادوا.")
    found = [sight.hit(name) for name in credits_in(sight)]
    assert [sight.text[one.start : one.end] for one in found] == names
