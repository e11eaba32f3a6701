from typing import Any

import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.paths import seeds

pieces = st.sampled_from(
    ["وبالقوات", "قسرک", "فجراً", "بقـــي", "٦٠٠", "F-16", "99%", "«", "🔴", "\u200f", " ", "\n"]
)


def standing_alone() -> dict[str, Any]:
    """Run the code as another program does that knows nothing of ours."""
    there: dict[str, Any] = {"regex": regex}
    exec("from __future__ import annotations\n" + ARABIC.tokenizer_source(), there)
    return there


ALONE = standing_alone()


@given(st.lists(pieces | st.text(max_size=3), max_size=20).map("".join))
def test_the_code_that_stands_alone_cuts_as_we_do(text: str) -> None:
    check(text)


def test_it_cuts_the_samples_as_we_do() -> None:
    for file in (seeds() / "articles").iterdir():
        check(file.read_text("utf-8"))


def check(text: str) -> None:
    found = list(ARABIC.words(text))
    assert list(ALONE["words"](text)) == found
    for start, end in found:
        word = text[start:end]
        assert ALONE["clitic_cuts"](word) == ARABIC.clitic_cuts(word)
