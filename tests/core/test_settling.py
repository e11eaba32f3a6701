"""Whatever is drawn and decided: nothing is lost, nothing else is touched, an end is in sight."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.adjudication import Settled, Settling, settle
from annotator.core.conflicts import Conflict, Sameness
from annotator.core.decisions import Choice, Decision, outcome_of
from annotator.core.errors import RefusedAct
from annotator.core.ground import Ground
from annotator.core.model import Layer, Span, Status
from annotator.core.overruling import overruled
from tests.core.review import ARTICLE, BUSY, TEXT, drawn, gold_places, layer, ruling

answers = st.lists(drawn, min_size=1, max_size=3)
CHOICES = (Choice.OPTION, Choice.MAJORITY, Choice.ALL, Choice.WIDEST, Choice.NARROWEST, Choice.NONE)


def as_layers(lists: Sequence[Sequence[Span]], busy: int = 0) -> list[Layer]:
    """Return a layer for each of ``lists``; so many of them, the last ones, are not finished."""
    done = len(lists) - busy
    return [
        layer(f"author {number}", *spans)
        if number < done
        else layer(f"author {number}", *spans, state=BUSY)
        for number, spans in enumerate(lists)
    ]


def settled_by(layers: Sequence[Layer], decisions: Sequence[Decision]) -> Settled:
    assigned = [one.author for one in layers]
    return settle(ARTICLE, layers, decisions, assigned)


def finished(layers: Sequence[Layer]) -> list[Layer]:
    return [one for one in layers if one.status is Status.FINISHED]


def ruled(conflict: Conflict, layers: Sequence[Layer], data: st.DataObject) -> Decision:
    """Return what a lead rules of a conflict: any choice that fits it, or spans of her own."""
    choice = data.draw(st.sampled_from([*CHOICES, Choice.SPANS]))
    outcome: Sequence[Span]
    if choice is Choice.SPANS:
        outcome = data.draw(drawn)[:3]
    else:
        author = data.draw(st.sampled_from(finished(layers))).author
        try:
            outcome = outcome_of(conflict, choice, TEXT, author)
        except RefusedAct:
            choice, outcome = Choice.NONE, ()
    return ruling(conflict, layers, *outcome, choice=choice)


def decided(
    layers: Sequence[Layer], data: st.DataObject, before: Sequence[Decision] = ()
) -> list[Decision]:
    """Return ``before`` with rulings on some of the conflicts that are open then."""
    decisions = list(before)
    for conflict in settled_by(layers, decisions).conflicts:
        if data.draw(st.booleans()):
            decisions = [one for one in decisions if one.id not in conflict.stale]
            decisions.append(ruled(conflict, layers, data))
    return decisions


def overruled_too(
    layers: Sequence[Layer], decisions: Sequence[Decision], data: st.DataObject
) -> list[Decision]:
    """Return ``decisions`` and one more that replaces a gold span or adds one."""
    gold = gold_places(settled_by(layers, decisions))
    replaced = {data.draw(st.sampled_from(gold))} if gold and data.draw(st.booleans()) else set()
    put = data.draw(drawn if replaced else drawn.filter(bool))[:2]
    decision, met = overruled(
        "a", "lead", replaced, put, ground=Ground(finished(layers)), standing=decisions
    )
    return [*(one for one in decisions if one not in met), decision]


def spoken_of(decisions: Sequence[Decision], layers: Sequence[Layer], span: Span) -> bool:
    """Tell whether a decision judged or put the same span."""
    sameness = Sameness(finished(layers))
    return any(
        sameness.same(span, other)
        for one in decisions
        for other in (*one.outcome, *(judged for _, judged in one.judged))
    )


def disputed(settled: Settled) -> list[tuple[str, str]]:
    return [(who, span.id) for conflict in settled.conflicts for who, span in conflict.spans]


@given(answers, answers, st.data())
def test_every_span_of_a_finished_layer_is_agreed_or_in_one_conflict_or_judged(
    lists: list[list[Span]], later: list[list[Span]], data: st.DataObject
) -> None:
    layers, anew = as_layers(lists), as_layers(later)
    decisions = overruled_too(layers, decided(layers, data), data)
    settled = settled_by(anew, decisions)
    standing = [one for one in settled.standing if one.is_on_spans]
    agreed = {span.place for span in settled_by(anew, ()).gold}
    open_now = disputed(settled)
    assert len(open_now) == len(set(open_now))
    for one in anew:
        for span in one:
            is_open = (one.author, span.id) in open_now
            is_judged = spoken_of(standing, anew, span)
            assert is_open or is_judged or span.place in agreed
            # What is judged waits for nobody; what is agreed does where a stale decision met it.
            assert not (is_open and is_judged)


@given(answers, answers, st.data())
def test_decisions_touch_no_span_outside_what_they_judged(
    lists: list[list[Span]], later: list[list[Span]], data: st.DataObject
) -> None:
    """Gold and conflicts are what they were without decisions, but for what these spoke of."""
    layers, anew = as_layers(lists), as_layers(later)
    decisions = overruled_too(layers, decided(layers, data), data)
    before = settled_by(anew, ())
    settled = settled_by(anew, decisions)
    standing = [one for one in settled.standing if one.is_on_spans]
    reopened = [one for one in settled.conflicts if one.stale]
    put = {span.place for one in standing for span in one.outcome}
    for span in before.gold:
        in_reopened = any(span.overlaps(one.start, one.end) for one in reopened)
        if span.place not in put and not in_reopened:
            assert (span.place in gold_places(settled)) != spoken_of(standing, anew, span)
    assert set(gold_places(settled)) <= {span.place for span in before.gold} | put
    assert put <= set(gold_places(settled))
    free = {
        (who, span.id)
        for conflict in before.conflicts
        for who, span in conflict.spans
        if not spoken_of(standing, anew, span)
    }
    assert free <= set(disputed(settled))


@given(answers, answers, st.integers(0, 2), st.data())
def test_settling_every_conflict_makes_the_article_ready_once_its_authors_have_finished(
    lists: list[list[Span]], later: list[list[Span]], busy: int, data: st.DataObject
) -> None:
    layers = as_layers(lists, min(busy, len(lists) - 1))
    decisions = decided(layers, data)
    decisions += [_single(layers)]
    decisions = _all_settled(layers, decisions, data)
    settled = settled_by(layers, decisions)
    assert settled.ready == (len(finished(layers)) == len(layers))
    # The others finish late, and everybody may have gone on meanwhile.
    anew = [replaced_layer(one, later) for one in as_layers([*lists])]
    decisions = _all_settled(anew, [*decisions, _single(anew)], data)
    assert settled_by(anew, decisions).ready


def replaced_layer(one: Layer, later: list[list[Span]]) -> Layer:
    number = int(one.author.removeprefix("author "))
    return layer(one.author, *later[number], revision=2) if number < len(later) else one


def _single(layers: Sequence[Layer]) -> Decision:
    first = finished(layers)[0]
    return Decision("a", Choice.SINGLE, "lead", layer=(first.author, first.revision))


def _all_settled(
    layers: Sequence[Layer], decisions: list[Decision], data: st.DataObject
) -> list[Decision]:
    """Settle conflict after conflict, as a lead goes through the queue."""
    for _ in range(40):
        conflicts = settled_by(layers, decisions).conflicts
        if not conflicts:
            return decisions
        decisions = [one for one in decisions if one.id not in conflicts[0].stale]
        decisions.append(ruled(conflicts[0], layers, data))
    raise AssertionError("there is no end of it")


@given(answers, answers, st.data())
def test_settling_again_after_decisions_came_and_went_is_as_settling_anew(
    lists: list[list[Span]], later: list[list[Span]], data: st.DataObject
) -> None:
    layers, anew = as_layers(lists), as_layers(later)
    many = overruled_too(layers, decided(layers, data), data)
    many = overruled_too(anew, decided(anew, data, many), data)
    settling = Settling(ARTICLE, anew, [one.author for one in anew])
    for chosen in data.draw(st.lists(st.lists(st.booleans(), min_size=len(many)), max_size=5)):
        decisions = [one for one, is_chosen in zip(many, chosen, strict=False) if is_chosen]
        again, new = settling.settle(decisions), settled_by(anew, decisions)
        assert again == new
        assert [one.id for one in again.gold] == [one.id for one in new.gold]
