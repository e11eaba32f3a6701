"""What a lead rules of spans that nobody questioned takes the place of gold, and of no more."""

import pytest

from annotator.core.decisions import Choice, Decision
from annotator.core.errors import RefusedAct
from annotator.core.ground import Ground
from annotator.core.model import Layer, Span
from annotator.core.overruling import overruled
from tests.core.review import gold_places, layer, ruling, settled_by, span

NAME, DAY = span(20, 24), span(26, 29, "date")
LAYERS = (layer("amal", NAME, DAY), layer("nasser", NAME, DAY))


def overrule(
    replaced: list[tuple[int, int, str]],
    *outcome: Span,
    layers: tuple[Layer, ...] = LAYERS,
    standing: tuple[Decision, ...] = (),
) -> tuple[Decision, list[Decision]]:
    return overruled(
        "a",
        "lead",
        replaced,
        outcome,
        ground=Ground(layers),
        standing=standing,
        reason="r",
        gap=True,
    )


def test_what_all_agreed_on_is_judged_and_gives_way() -> None:
    decision, rests = overrule([NAME.place], span(19, 25))
    assert (decision.choice, decision.reason, decision.gap) == (Choice.SPANS, "r", True)
    assert {author for author, _ in decision.judged} == {"amal", "nasser"}
    assert (decision.start, decision.end, rests) == (19, 25, [])
    assert gold_places(settled_by(LAYERS, decision)) == [(19, 25, "base"), DAY.place]


def test_what_all_missed_is_added_and_judges_nothing() -> None:
    added = span(42, 48, "actor")
    decision, rests = overrule([], added)
    assert (decision.judged, rests) == ((), [])
    assert gold_places(settled_by(LAYERS, decision)) == [NAME.place, DAY.place, added.place]


def test_a_span_is_taken_out_of_gold() -> None:
    decision, _ = overrule([DAY.place])
    assert (decision.start, decision.end) == (26, 29)
    assert gold_places(settled_by(LAYERS, decision)) == [NAME.place]


def test_an_earlier_decision_on_it_rests_and_what_it_put_elsewhere_stays() -> None:
    first, _ = overrule([], span(42, 48, "actor"), span(13, 18))
    second, rests = overrule([(42, 48, "actor")], standing=(first,))
    assert rests == [first]
    assert gold_places(settled_by(LAYERS, second)) == [(13, 18, "base"), NAME.place, DAY.place]


def test_an_earlier_decision_that_judged_it_hands_on_what_it_judged() -> None:
    layers = (layer("amal", NAME), layer("nasser", span(19, 24)))
    (conflict,) = settled_by(layers).conflicts
    first = ruling(conflict, layers, NAME)
    second, rests = overrule([NAME.place], span(19, 25), layers=layers, standing=(first,))
    assert rests == [first]
    assert set(first.judged) <= set(second.judged)
    settled = settled_by(layers, second)
    assert (gold_places(settled), settled.conflicts) == ([(19, 25, "base")], ())


def test_decisions_on_other_spans_stand() -> None:
    other, _ = overrule([DAY.place])
    _, rests = overrule([NAME.place], standing=(other,))
    assert rests == []


def test_nothing_for_nothing_is_no_decision() -> None:
    with pytest.raises(RefusedAct, match="nothing to decide"):
        overrule([])
    with pytest.raises(RefusedAct, match="nothing to decide"):
        overrule([(0, 3, "base")])
