"""Which conflicts are alike, and what was decided of them so far."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.conflicts import Conflict
from annotator.core.decisions import Decision
from annotator.core.ground import Ground
from annotator.core.model import Layer, Span
from annotator.core.precedents import (
    Earlier,
    Fold,
    Practices,
    earlier_of,
    option_like,
    pattern_of,
)
from annotator.core.values import DateValue
from tests.core.review import drawn, layer, ruling, settled_by, span


def fold(words: str) -> str:
    return words.strip("«»")


def the_conflict(*layers: Layer) -> Conflict:
    (conflict,) = settled_by(layers).conflicts
    return conflict


def pattern(*layers: Layer) -> str:
    return pattern_of(the_conflict(*layers), fold)


def earlier(decision: Decision, *layers: Layer) -> Earlier:
    return earlier_of(decision, Ground(layers), fold)


NAME, QUOTED = span(20, 24), span(19, 24)
DAY = span(26, 29, "date", DateValue("2026-02-22"))
OTHER_DAY = replace(DAY, value=DateValue("2026-02-21"))


def test_conflicts_are_alike_whoever_answered_what() -> None:
    wider = span(13, 25)
    assert pattern(layer("amal", NAME), layer("nasser", wider)) == pattern(
        layer("amal", wider), layer("nasser", NAME), layer("salma", NAME)
    )


@pytest.mark.parametrize(
    "other",
    [
        (layer("amal", NAME), layer("nasser")),
        (layer("amal", NAME), layer("nasser", span(20, 24, "actor"))),
        (layer("amal", NAME), layer("nasser", span(7, 25))),
    ],
)
def test_other_answers_make_another_pattern(other: tuple[Layer, ...]) -> None:
    assert pattern(*other) != pattern(layer("amal", NAME), layer("nasser", span(13, 25)))
    assert pattern(*other)


def test_words_are_compared_folded() -> None:
    quoted = layer("amal", QUOTED), layer("nasser")
    plain = layer("amal", NAME), layer("nasser")
    assert pattern(*quoted) == pattern(*plain)


def test_words_are_compared_as_they_are_written_where_folding_makes_answers_the_same() -> None:
    layers = layer("amal", NAME), layer("nasser", QUOTED)
    conflict = the_conflict(*layers)
    assert pattern(*layers) != pattern(layer("amal", NAME), layer("nasser"))
    assert pattern(*layers, layer("salma")) != pattern(layer("amal", NAME), layer("nasser"))
    said = []
    for author, put in (("amal", NAME), ("nasser", QUOTED)):
        option = option_like(conflict, [put], fold)
        assert option is not None
        assert option.authors == (author,)
        told = earlier(ruling(conflict, layers, put), *layers)
        assert told.pattern == pattern_of(conflict, fold)
        said.append(told.said)
    assert said[0] != said[1]


def test_values_count_only_where_nothing_else_differs() -> None:
    missed = layer("amal", DAY), layer("nasser")
    assert pattern(*missed) == pattern(layer("amal", OTHER_DAY), layer("nasser"))
    differing = layer("amal", DAY), layer("nasser", OTHER_DAY)
    third = replace(DAY, value=DateValue("2026-02-20"))
    assert pattern(*differing) != pattern(layer("amal", DAY), layer("nasser", third))


def test_values_count_where_they_alone_tell_two_of_three_answers_apart() -> None:
    layers = layer("amal", DAY), layer("nasser", OTHER_DAY), layer("salma")
    conflict = the_conflict(*layers)
    said = set()
    for put in (DAY, OTHER_DAY):
        told = earlier(ruling(conflict, layers, put), *layers)
        assert told.pattern == pattern_of(conflict, fold)
        said.add(told.said)
    assert len(said) == 2
    assert pattern(*layers) != pattern(layer("amal", DAY), layer("nasser"))


def test_a_conflict_of_which_nothing_is_drawn_any_more_is_like_no_other() -> None:
    layers = layer("amal", NAME), layer("nasser")
    decision = ruling(the_conflict(*layers), layers, QUOTED)
    left = layer("amal"), layer("nasser")
    (stale,) = settled_by(left, decision).conflicts
    assert pattern_of(stale, fold) == ""


def test_a_decision_is_of_the_pattern_of_the_conflict_that_it_settled() -> None:
    for layers in (
        (layer("amal", NAME), layer("nasser")),
        (layer("amal", NAME), layer("nasser", span(13, 25))),
        (layer("amal", DAY), layer("nasser", OTHER_DAY)),
    ):
        conflict = the_conflict(*layers)
        told = earlier(ruling(conflict, layers, NAME), *layers)
        assert told.pattern == pattern_of(conflict, fold)
        assert [one.place for one in told.outcome] == [NAME.place]


def test_who_marks_later_what_was_judged_was_not_silent() -> None:
    layers = layer("amal", NAME), layer("nasser", span(13, 25))
    decision = ruling(the_conflict(*layers), layers, NAME)
    before = earlier(decision, *layers)
    assert earlier(decision, *layers, layer("salma", NAME)) == before
    assert earlier(decision, *layers, layer("salma")).pattern != before.pattern


def test_the_option_that_says_the_same_is_found_by_its_words() -> None:
    conflict = the_conflict(layer("amal", NAME), layer("nasser", span(13, 25)))
    option = option_like(conflict, [QUOTED], fold)
    assert option is not None
    assert option.authors == ("amal",)
    assert option_like(conflict, [span(20, 24, "actor")], fold) is None
    assert option_like(conflict, [], fold) is None


def test_of_options_that_differ_in_value_alone_the_one_of_that_value_is_found() -> None:
    conflict = the_conflict(layer("amal", DAY), layer("nasser", OTHER_DAY))
    option = option_like(conflict, [OTHER_DAY], fold)
    assert option is not None
    assert option.authors == ("nasser",)
    assert option_like(conflict, [replace(DAY, value=None)], fold) is None


def put(said: str, at: str, *outcome: Span, reason: str = "") -> Earlier:
    return Earlier("p", said, outcome, reason, at)


def test_what_was_put_most_often_comes_first_and_the_last_among_equals() -> None:
    practices = Practices()
    practices.put("a", (put("x", "1"), put("y", "2")))
    assert [one.last.said for one in practices.of("p")] == ["y", "x"]
    practices.put("b", (put("x", "0"),))
    assert [(one.last.said, one.times) for one in practices.of("p")] == [("x", 2), ("y", 1)]
    assert practices.of("q") == []


def test_a_practice_has_the_reason_that_was_given_last() -> None:
    practices = Practices()
    practices.put("a", (put("x", "1", reason="old"), put("x", "2", NAME, reason="new")))
    practices.put("b", (put("x", "3", QUOTED),))
    (one,) = practices.of("p")
    assert (one.last.at, one.last.outcome, one.last.reason) == ("3", (QUOTED,), "new")


def test_what_is_decided_in_an_article_takes_the_place_of_what_was() -> None:
    practices = Practices()
    practices.put("a", (put("x", "1"), put("x", "2")))
    practices.put("a", (put("y", "3"),))
    assert [(one.last.said, one.times) for one in practices.of("p")] == [("y", 1)]
    practices.put("a", ())
    assert practices.of("p") == []


@given(st.lists(drawn, min_size=2, max_size=3), st.sampled_from([str, fold, lambda _: "x"]))
def test_each_answer_to_a_conflict_is_found_again_and_told_from_the_others(
    lists: list[list[Span]], fold: Fold
) -> None:
    layers = [layer(f"author {number}", *spans) for number, spans in enumerate(lists)]
    for conflict in settled_by(layers).conflicts:
        told = [
            earlier_of(ruling(conflict, layers, *option.spans), Ground(layers), fold)
            for option in conflict.options
        ]
        assert {one.pattern for one in told} == {pattern_of(conflict, fold)}
        assert len({one.said for one in told}) == len(conflict.options)
        found = [option_like(conflict, option.spans, fold) for option in conflict.options]
        assert found == list(conflict.options)
