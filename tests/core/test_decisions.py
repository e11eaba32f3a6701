from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.conflicts import Conflict
from annotator.core.decisions import Choice, Decision, majority, outcome_of
from annotator.core.errors import RefusedAct
from annotator.core.model import Layer, LayerState, Span, Status
from annotator.core.values import DateValue, EntryValue
from tests.core.review import (
    BUSY,
    TEXT,
    drawn,
    gold_places,
    layer,
    own,
    ruling,
    settled_by,
    span,
)

ASIDE = LayerState(Status.SET_ASIDE, "a copy")


def the_conflict(*layers: Layer) -> Conflict:
    (conflict,) = settled_by(layers).conflicts
    return conflict


def places(spans: tuple[Span, ...]) -> list[tuple[int, int, str]]:
    return [one.place for one in spans]


# -- what a lead may choose


def test_equal_answers_are_one_option_and_nothing_is_one_too() -> None:
    conflict = the_conflict(
        layer("amal", span(20, 24)), layer("nasser"), layer("huda", span(20, 24)), layer("zaid")
    )
    assert [(option.authors, places(option.spans)) for option in conflict.options] == [
        (("amal", "huda"), [(20, 24, "base")]),
        (("nasser", "zaid"), []),
    ]


def test_the_order_of_options_does_not_follow_the_names() -> None:
    for names in (("amal", "nasser"), ("nasser", "amal")):
        one, other = layer(names[0], span(20, 24)), layer(names[1], span(19, 24))
        first, second = the_conflict(one, other).options
        assert (first.authors, second.authors) == ((names[1],), (names[0],))


def test_a_value_and_none_are_one_answer_and_the_value_is_kept() -> None:
    valued = span(20, 24, value=EntryValue("q", "قسرك"))
    conflict = the_conflict(layer("amal", span(20, 24)), layer("huda", valued), layer("nasser"))
    assert conflict.options[0].authors == ("amal", "huda")
    assert conflict.options[0].spans[0].value == EntryValue("q", "قسرك")


def test_two_values_and_none_are_three_answers() -> None:
    values = (DateValue("2026-02-24"), DateValue("2026-02-23"), None)
    names = ("amal", "nasser", "huda")
    layers = [
        layer(name, span(26, 29, "date", value)) for name, value in zip(names, values, strict=True)
    ]
    conflict = the_conflict(*layers)
    assert {option.authors: [one.value for one in option.spans] for option in conflict.options} == {
        (name,): [value] for name, value in zip(names, values, strict=True)
    }


def test_the_majority_is_more_than_half_of_all_finished_layers() -> None:
    two = the_conflict(layer("amal", span(20, 24)), layer("nasser"))
    assert majority(two) is None
    with pytest.raises(RefusedAct, match="more than half of the 2"):
        outcome_of(two, Choice.MAJORITY, TEXT)
    three = the_conflict(
        layer("amal", span(20, 24)), layer("nasser", span(20, 24)), layer("huda", span(19, 24))
    )
    assert places(outcome_of(three, Choice.MAJORITY, TEXT)) == [(20, 24, "base")]


def test_a_majority_may_have_marked_nothing() -> None:
    conflict = the_conflict(layer("amal", span(20, 24)), layer("nasser"), layer("huda"))
    assert outcome_of(conflict, Choice.MAJORITY, TEXT) == ()


def test_all_puts_every_span_once() -> None:
    conflict = the_conflict(
        layer("amal", span(26, 29, "date"), span(30, 38, "date")),
        layer("nasser", span(26, 38, "date")),
    )
    assert places(outcome_of(conflict, Choice.ALL, TEXT)) == [
        (26, 29, "date"),
        (26, 38, "date"),
        (30, 38, "date"),
    ]


def test_all_is_refused_where_two_spans_differ_only_in_value() -> None:
    conflict = the_conflict(
        layer("amal", span(26, 29, "date", DateValue("2026"))),
        layer("nasser", span(26, 29, "date", DateValue("2027"))),
    )
    with pytest.raises(RefusedAct, match="has two values"):
        outcome_of(conflict, Choice.ALL, TEXT)


def test_the_widest_and_the_narrowest_reach_from_border_to_border() -> None:
    conflict = the_conflict(
        layer("amal", span(13, 23, value=EntryValue("q", "قسرك"))), layer("nasser", span(20, 25))
    )
    (widest,) = outcome_of(conflict, Choice.WIDEST, TEXT)
    (narrowest,) = outcome_of(conflict, Choice.NARROWEST, TEXT)
    assert (widest.place, widest.quote) == ((13, 25, "base"), TEXT[13:25])
    assert (narrowest.place, narrowest.quote) == ((20, 23, "base"), TEXT[20:23])
    assert widest.value == narrowest.value == EntryValue("q", "قسرك")


@pytest.mark.parametrize(
    "layers",
    [
        (layer("amal", span(20, 24)), layer("nasser", span(20, 24, "actor"))),
        (
            layer("amal", span(26, 29, "date"), span(30, 38, "date")),
            layer("nasser", span(26, 38, "date")),
        ),
        (
            layer("amal", span(26, 29, "date", DateValue("2026"))),
            layer("nasser", span(26, 38, "date", DateValue("2027"))),
        ),
    ],
    ids=["two labels", "two of one author", "two values"],
)
def test_the_widest_and_the_narrowest_are_refused_where_they_are_not_one_span(
    layers: tuple[Layer, ...],
) -> None:
    for choice in (Choice.WIDEST, Choice.NARROWEST):
        with pytest.raises(RefusedAct, match="one label and one value"):
            outcome_of(the_conflict(*layers), choice, TEXT)


def test_the_narrowest_is_refused_where_nothing_is_left() -> None:
    conflict = the_conflict(
        layer("amal", span(13, 20)), layer("nasser", span(18, 25)), layer("huda", span(24, 29))
    )
    assert places(outcome_of(conflict, Choice.WIDEST, TEXT)) == [(13, 29, "base")]
    with pytest.raises(RefusedAct):
        outcome_of(conflict, Choice.NARROWEST, TEXT)


def test_the_option_of_somebody_who_has_not_finished_is_refused() -> None:
    conflict = the_conflict(layer("amal", span(20, 24)), layer("nasser"))
    with pytest.raises(RefusedAct, match="has not finished the article"):
        outcome_of(conflict, Choice.OPTION, TEXT, "huda")
    assert outcome_of(conflict, Choice.OPTION, TEXT, "nasser") == ()


# -- what a decision does to gold


def test_a_decision_puts_its_outcome_in_the_place_of_what_it_judged() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser", span(19, 24))]
    decision = ruling(the_conflict(*layers), layers, span(20, 24))
    settled = settled_by(layers, decision)
    assert (gold_places(settled), settled.conflicts) == ([(20, 24, "base")], ())
    assert settled.ready
    (gold,) = settled.gold
    assert gold.origin == "decision"


def test_none_leaves_nothing_of_a_conflict() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser")]
    settled = settled_by(layers, ruling(the_conflict(*layers), layers))
    assert (gold_places(settled), settled.ready) == ([], True)


def test_a_lead_may_add_what_all_missed_and_overrule_what_all_agreed_on() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser", span(20, 24))]
    added = own(layers, [], span(42, 48, "actor"))
    agreed = [(one.author, one.spans[0]) for one in layers]
    overruled = own(layers, agreed, span(19, 25))
    settled = settled_by(layers, added, overruled)
    assert gold_places(settled) == [(19, 25, "base"), (42, 48, "actor")]
    assert settled.ready


def test_an_agreed_span_that_a_decision_puts_too_keeps_the_origin_of_its_authors() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser", span(20, 24))]
    decision = own(layers, [(one.author, one.spans[0]) for one in layers], span(20, 24))
    (gold,) = settled_by(layers, decision).gold
    assert gold.origin == "manual"


def test_a_gold_span_is_dated_by_what_was_judged_and_by_the_decision() -> None:
    early = span(20, 24, created_at="2026-01-01", changed_at="2026-01-05")
    layers = [layer("amal", early), layer("nasser")]
    decision = ruling(the_conflict(*layers), layers, early)
    (gold,) = settled_by(layers, decision).gold
    assert (gold.created_at, gold.changed_at) == ("2026-01-01", decision.at)


def test_a_gold_span_is_dated_by_all_who_agree_on_what_a_decision_puts_too() -> None:
    decision = own([layer("amal"), layer("nasser")], [], span(20, 24))
    early = span(20, 24, created_at="2026-01-01", changed_at="2026-01-05")
    late = span(20, 24, created_at="2999-01-01", changed_at="2999-01-02")
    (gold,) = settled_by([layer("amal", early), layer("nasser", late)], decision).gold
    assert (gold.created_at, gold.changed_at) == ("2026-01-01", "2999-01-02")


def test_a_value_that_a_decision_put_unconfirmed_follows_the_layers() -> None:
    proposed = span(26, 29, "date", DateValue("2026-02-23"), proposed=True)
    layers = [layer("amal", proposed), layer("nasser")]
    decision = ruling(the_conflict(*layers), layers, proposed)
    anew = span(26, 29, "date", DateValue("2026-02-24"), proposed=True, id=proposed.id)
    (gold,) = settled_by([layer("amal", anew), layer("nasser")], decision).gold
    assert (gold.value, gold.proposed) == (DateValue("2026-02-24"), True)


def test_no_value_that_a_lead_chose_among_two_stays_none() -> None:
    layers = [
        layer("amal", span(26, 29, "date", DateValue("2026"))),
        layer("nasser", span(26, 29, "date", DateValue("2027"))),
    ]
    decision = ruling(the_conflict(*layers), layers, span(26, 29, "date"))
    (gold,) = settled_by(layers, decision).gold
    assert gold.value is None


# -- what makes a decision stale


def test_a_decision_is_stale_where_a_judged_span_is_no_longer_so() -> None:
    amal, nasser = layer("amal", span(20, 24)), layer("nasser", span(19, 24))
    decision = ruling(the_conflict(amal, nasser), [amal, nasser], span(20, 24))
    changed = [layer("amal", span(20, 25)), nasser]
    settled = settled_by(changed, decision)
    (conflict,) = settled.conflicts
    assert gold_places(settled) == []
    assert conflict.stale == (decision.id,)
    assert places(conflict.draft) == [(20, 24, "base")]
    assert {(who, one.place[:2]) for who, one in conflict.spans} == {
        ("amal", (20, 25)),
        ("nasser", (19, 24)),
    }


def test_a_layer_that_is_taken_up_again_makes_nothing_stale_until_it_is_finished() -> None:
    amal, nasser = layer("amal", span(20, 24)), layer("nasser", span(19, 24))
    decision = ruling(the_conflict(amal, nasser), [amal, nasser], span(20, 24))
    busy = [layer("amal", state=BUSY), nasser]
    assert gold_places(settled_by(busy, decision)) == [(20, 24, "base")]
    assert settled_by([layer("amal"), nasser], decision).conflicts[0].stale == (decision.id,)


def test_what_another_author_draws_the_same_way_is_judged_already() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser", span(19, 24))]
    decision = ruling(the_conflict(*layers), layers, span(20, 24))
    for same in (span(20, 24), span(19, 24)):
        settled = settled_by([*layers, layer("huda", same)], decision)
        assert settled.conflicts == ()


def test_something_new_that_belongs_to_it_makes_a_decision_stale() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser", span(19, 24))]
    decision = ruling(the_conflict(*layers), layers, span(20, 24))
    later = [*layers, layer("huda", span(13, 24))]
    (conflict,) = settled_by(later, decision).conflicts
    assert conflict.stale == (decision.id,)
    assert len(conflict.spans) == 3
    assert places(conflict.unjudged) == [(13, 24, "base")]


def test_something_new_beside_it_does_not() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser", span(19, 24))]
    decision = ruling(the_conflict(*layers), layers, span(20, 24))
    later = [*layers, layer("huda", span(20, 24), span(22, 49, "actor"))]
    settled = settled_by(later, decision)
    assert [conflict.stale for conflict in settled.conflicts] == [()]
    assert gold_places(settled) == [(20, 24, "base")]


def test_what_was_seen_then_does_not_reopen_it_later() -> None:
    nested = span(21, 23)
    layers = [
        layer("amal", span(20, 24), nested),
        layer("nasser", nested),
    ]
    (conflict,) = settled_by(layers).conflicts
    decision = ruling(conflict, layers, span(20, 24))
    alone = [layers[0], layer("nasser")]
    settled = settled_by(alone, decision)
    assert [one.stale for one in settled.conflicts] == [()]
    assert gold_places(settled) == [(20, 24, "base")]


def test_a_stale_decision_closes_itself_where_all_agree_on_what_it_put() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser", span(19, 24))]
    decision = ruling(the_conflict(*layers), layers, span(20, 24))
    agreed = [layers[0], layer("nasser", span(20, 24))]
    settled = settled_by(agreed, decision)
    assert (settled.conflicts, settled.standing, settled.ready) == ((), (), True)
    assert gold_places(settled) == [(20, 24, "base")]


def test_a_stale_decision_is_open_where_all_agree_on_something_else() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser", span(19, 24))]
    decision = ruling(the_conflict(*layers), layers, span(20, 24))
    agreed = [layer("amal", span(19, 24)), layers[1]]
    (conflict,) = settled_by(agreed, decision).conflicts
    assert conflict.stale == (decision.id,)
    assert [option.authors for option in conflict.options] == [("amal", "nasser")]


def test_a_stale_decision_on_nothing_that_is_left_is_open_with_its_draft() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser")]
    decision = ruling(the_conflict(*layers), layers, span(20, 24))
    settled = settled_by([layer("amal"), layer("nasser")], decision)
    (conflict,) = settled.conflicts
    assert (conflict.start, conflict.end, conflict.spans) == (20, 24, ())
    assert [option.authors for option in conflict.options] == [("amal", "nasser")]
    assert places(conflict.draft) == [(20, 24, "base")]


def test_one_that_put_nothing_closes_itself_where_nothing_is_left() -> None:
    layers = [layer("amal", span(20, 24)), layer("nasser")]
    decision = ruling(the_conflict(*layers), layers)
    assert settled_by([layer("amal"), layer("nasser")], decision).ready


def test_a_decision_that_leaned_on_a_stale_one_falls_with_it() -> None:
    one, other = span(13, 24), span(20, 30)
    layers = [layer("amal", one), layer("nasser", other)]
    first = ruling(the_conflict(*layers), layers, one)
    third = layer("huda", span(28, 38))
    lot = [*layers, third]
    second = own(lot, [("huda", third.spans[0])], span(28, 38))
    assert {d.id for d in settled_by(lot, first, second).standing} == {first.id, second.id}
    moved = [*layers, layer("huda", span(29, 38))]
    (conflict,) = settled_by(moved, first, second).conflicts
    assert set(conflict.stale) == {first.id, second.id}


# -- when an article is ready


def test_a_single_layer_is_ready_once_a_lead_accepts_it() -> None:
    layers = [layer("amal", span(20, 24), revision=4)]
    accepted = Decision("a", Choice.SINGLE, "lead", layer=("amal", 4))
    assert settled_by(layers).is_single_open
    assert settled_by(layers, accepted).ready
    assert not settled_by([layer("amal", span(20, 24), revision=5)], accepted).ready
    two = [*layers, layer("nasser", span(20, 24))]
    assert settled_by(two, accepted).standing == ()


def test_a_layer_set_aside_is_waited_for_until_a_lead_says_otherwise() -> None:
    layers = [layer("amal"), layer("nasser"), layer("huda", state=ASIDE)]
    assert settled_by(layers).unfinished == ("huda",)
    said = Decision("a", Choice.SET_ASIDE, "lead", layer=("huda", 1))
    assert settled_by(layers, said).ready
    assert not settled_by([*layers[:2], layer("huda", state=BUSY)], said).ready


def test_an_article_that_all_set_aside_is_never_ready() -> None:
    said = Decision("a", Choice.SET_ASIDE, "lead", layer=("huda", 1))
    assert not settled_by([layer("huda", state=ASIDE)], said).ready


# -- whatever is drawn

answers = st.lists(drawn, min_size=1, max_size=3)


def as_layers(lists: list[list[Span]]) -> list[Layer]:
    return [layer(f"author {number}", *spans) for number, spans in enumerate(lists)]


@given(answers, st.data())
def test_settling_every_conflict_makes_the_article_ready(
    lists: list[list[Span]], data: st.DataObject
) -> None:
    layers = as_layers(lists)
    decisions = [Decision("a", Choice.SINGLE, "lead", layer=("author 0", 1))]
    for conflict in settled_by(layers).conflicts:
        option = data.draw(st.sampled_from(conflict.options))
        decisions.append(ruling(conflict, layers, *option.spans, choice=Choice.OPTION))
    settled = settled_by(layers, *decisions)
    assert settled.ready
    judged = {(who, one.id) for d in decisions for who, one in d.judged}
    gold = {one.place for one in settled.gold}
    before = {one.place for one in settled_by(layers).gold}
    assert before <= gold
    put = {one.place for d in decisions for one in d.outcome}
    assert gold == before | put
    for one in layers:
        for mark in one.spans:
            assert (mark.place in before) != ((one.author, mark.id) in judged)


@given(answers, answers, st.data())
def test_every_span_is_agreed_in_one_conflict_or_judged(
    lists: list[list[Span]], later: list[list[Span]], data: st.DataObject
) -> None:
    layers = as_layers(lists)
    decisions = []
    for conflict in settled_by(layers).conflicts:
        if data.draw(st.booleans()):
            option = data.draw(st.sampled_from(conflict.options))
            decisions.append(ruling(conflict, layers, *option.spans))
    anew = as_layers(later)
    settled = settled_by(anew, *decisions)
    standing = {one.id for one in settled.standing}
    disputed = Counter((who, one.id) for c in settled.conflicts for who, one in c.spans)
    assert not disputed or max(disputed.values()) == 1
    agreed = {one.place for one in settled_by(anew).gold}
    spoken = {
        mark.place
        for one in decisions
        if one.id in standing
        for mark in (*one.outcome, *(mark for _, mark in one.judged))
    }
    for one in anew:
        for mark in one.spans:
            is_open = disputed[one.author, mark.id] == 1
            assert is_open or mark.place in agreed or mark.place in spoken
    outside = {d.id for d in decisions} - standing
    reopened = {one for c in settled.conflicts for one in c.stale}
    assert reopened <= outside
    ids = [conflict.id for conflict in settled.conflicts]
    assert len(set(ids)) == len(ids)


@given(answers, answers, st.randoms())
def test_neither_the_order_of_layers_nor_of_decisions_matters(
    lists: list[list[Span]], later: list[list[Span]], chance: object
) -> None:
    layers = as_layers(lists)
    decisions = [
        ruling(conflict, layers, *conflict.options[0].spans)
        for conflict in settled_by(layers).conflicts
    ]
    anew = as_layers(later)
    one = settled_by(anew, *decisions)
    chance.shuffle(anew)  # type: ignore[attr-defined]
    chance.shuffle(decisions)  # type: ignore[attr-defined]
    other = settled_by(anew, *decisions)
    assert {c.id: (c.stale, c.draft) for c in one.conflicts} == {
        c.id: (c.stale, c.draft) for c in other.conflicts
    }
    assert gold_places(one) == gold_places(other)
    assert {d.id for d in one.standing} == {d.id for d in other.standing}
