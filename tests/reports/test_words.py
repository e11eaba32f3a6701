"""Whatever a report says, it says in both languages."""

import re
from enum import StrEnum
from string import Formatter

import pytest

from annotator.core.behind import Wait
from annotator.core.causes import Cause
from annotator.core.decisions import Choice
from annotator.core.losses import LossKind
from annotator.core.model import Status
from annotator.core.splits import SplitBy
from annotator.reports.words import Words, texts

ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
WITHOUT_WORDS = {"curve series", "told", "told of", "dash", "pair of", "one; other"}


def parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", texts())
def test_both_languages_say_it_with_the_same_parameters(name: str) -> None:
    english, arabic = texts()[name]
    assert parameters(english) == parameters(arabic)
    if name not in WITHOUT_WORDS:
        assert ARABIC_LETTER.search(arabic)
        assert english.strip() == english != ""


@pytest.mark.parametrize(
    ("kind", "members"),
    [
        ("status", Status),
        ("cause", Cause),
        ("choice", Choice),
        ("wait", Wait),
        ("loss", LossKind),
        ("by", SplitBy),
    ],
)
def test_all_that_can_be_counted_has_a_name(kind: str, members: type[StrEnum]) -> None:
    for language in ("en", "ar"):
        names = [Words(language).say(f"{kind} {one.value}") for one in members]
        assert len(set(names)) == len(names)


def test_another_language_is_english() -> None:
    assert Words("fr").say("articles") == "Articles"
    assert not Words("fr").is_rtl
