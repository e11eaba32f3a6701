"""Whatever stands in a text, what looks through it takes time that grows with its length alone."""

from collections.abc import Callable
from functools import cache

import pytest

from annotator.arabic.sight import Sight
from annotator.core.suggestions import combined
from annotator.suggest.memory import Lesson, Memory
from annotator.suggest.model import Example, Model, Trainer
from annotator.suggest.rules import found_by_rules
from tests.growth import grows_evenly

SIZE = 1 << 11
LONG = 1_000_000
TEXTS: dict[str, Callable[[int], str]] = {
    "one letter": lambda size: "ا" * size,
    "one digit": lambda size: "1" * size,
    "nested brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "quotes": lambda size: "«" * size,
    "control characters": lambda size: "\x01" * size,
    "halves of characters": lambda size: "\ud800" * size,
    "marks": lambda size: "\u064e" * size,
    "lines": lambda size: "\n" * size,
    "one name": lambda size: "قاعدة حميميم " * (size // 13),
}


@cache
def memory() -> Memory:
    """One that knows what these texts are made of."""
    known = Memory()
    quotes = ("ا", "1", "(" * 10, ")", "«" * 10, "\x01 \x01", "قاعدة", "قاعدة حميميم قاعدة")
    known.learn([("known", Lesson(tuple((quote, "base") for quote in quotes)))])
    return known


@cache
def model() -> Model:
    example = Example("أعلنت قيادة التنف عن رتل", ((6, 17, "actor"), (12, 17, "base")))
    return Model(Trainer([example] * 3).train(["actor", "base"], lambda *_: None))


def by_rules(text: str) -> object:
    return list(found_by_rules(text))


def by_memory(text: str) -> object:
    found = combined(memory().find(Sight(text)))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    return found


def by_model(text: str) -> object:
    return combined(model().find(text))


def by_learning(text: str) -> object:
    known = Memory()
    known.learn([("text", Lesson((("قاعدة", "base"), ("ا", "base"), ("(", "base")), text=text))])
    return known


SOURCES = (by_rules, by_memory, by_model, by_learning)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", TEXTS)
def test_four_times_the_text_takes_about_four_times_as_long(
    name: str, source: Callable[[str], object]
) -> None:
    assert grows_evenly(lambda size: source(TEXTS[name](size)), SIZE)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", ["one letter", "one digit", "marks"])
def test_a_megabyte_of_one_character_can_be_looked_through(
    name: str, source: Callable[[str], object]
) -> None:
    source(TEXTS[name](LONG))
