"""What was marked before is found again, clitics and spellings aside."""

import pytest

from annotator.arabic.sight import Sight
from annotator.core.suggestions import Suggestion
from annotator.suggest.memory import Memory


def found(memory: Memory, text: str) -> list[tuple[str, str, float]]:
    hits: list[Suggestion] = list(memory.find(Sight(text)))
    return [(text[one.start : one.end], one.label, one.confidence) for one in hits]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("قرب قسرك اليوم", "قسرك"),
        ("قرب قسرک اليوم", "قسرک"),
        ("وبقسرك رتل", None),
        ("بقسرك رتل", "قسرك"),
        ("وقسرك رتل", "قسرك"),
        ("قسركية", None),
    ],
)
def test_a_string_is_known_in_its_spellings_and_behind_a_clitic(
    text: str, quote: str | None
) -> None:
    memory = Memory()
    memory.mark("قسرك", "base")
    told = [what for what, _, _ in found(memory, text)]
    if quote is None:
        assert "قسركية" not in told
    else:
        assert told == [quote]


def test_the_longest_that_is_known_is_found() -> None:
    memory = Memory()
    for quote in ("الجيش", "الجيش السوري"):
        memory.mark(quote, "actor")
    assert [what for what, _, _ in found(memory, "قال الجيش السوري إن الجيش باق")] == [
        "الجيش السوري",
        "الجيش",
    ]


def test_what_stands_bare_as_often_as_it_was_marked_is_less_sure() -> None:
    always, often = Memory(), Memory()
    for memory in (always, often):
        for _ in range(4):
            memory.mark("الحسكة", "base")
    always.look_through("الحسكة " * 4)
    often.look_through("الحسكة " * 8)
    ((_, _, surer),) = found(always, "في الحسكة")
    ((_, _, less),) = found(often, "في الحسكة")
    assert surer == 5 / 6
    assert less == 5 / 10


def test_what_was_hardly_ever_marked_is_not_suggested() -> None:
    memory = Memory()
    memory.mark("المدينة", "base")
    memory.look_through("المدينة " * 20)
    assert found(memory, "في المدينة") == []
