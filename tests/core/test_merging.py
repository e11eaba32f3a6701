"""Layers that were worked on in several places become one, whichever comes first."""

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.merging import (
    ClashKind,
    Merged,
    content_of,
    copy_id,
    join_lines,
    merge_layers,
    merge_lines,
)
from annotator.core.model import Layer, LayerState, Span, Status, derived_id
from annotator.core.values import TextValue

TEXT = "غادر رتل قاعدة قسرك اليوم"
BORN = "2026-02-01T00:00:00.000Z"


def span(
    name: str, start: int = 0, end: int = 4, label: str = "base", *, minute: int = 0, note: str = ""
) -> Span:
    """Return a span that was last changed at that minute."""
    moment = f"2026-02-02T10:{minute:02}:00.000Z"
    return Span(
        start, end, label, TEXT[start:end], note=note, id=name, created_at=BORN, changed_at=moment
    )


def layer(*spans: Span, status: Status = Status.IN_PROGRESS, reason: str = "") -> Layer:
    ordered = tuple(sorted(spans, key=lambda one: one.order))
    return Layer("a", "amal", ordered, LayerState(status, reason), revision=3)


def told(merged: Merged) -> set[tuple[str, str]]:
    return {(one.id, content_of(one)) for one in merged.layer}


def dated(layer: Layer) -> set[tuple[str, str, str, str]]:
    return {(one.id, content_of(one), one.created_at, one.changed_at) for one in layer}


def test_what_one_side_changed_is_taken_and_the_other_sides_stays() -> None:
    kept, gone = span("kept"), span("gone", 5, 8)
    theirs = layer(replace(kept, note="new"), span("theirs", 9, 14))
    ours = layer(kept, gone, span("ours", 15, 19))
    merged = merge_layers(layer(kept, gone), ours, theirs)
    assert [(one.id, one.note) for one in merged.layer] == [
        ("kept", "new"),
        ("theirs", ""),
        ("ours", ""),
    ]
    assert merged.clashes == ()


def test_of_a_span_changed_twice_the_later_keeps_the_id_and_the_other_stays_beside_it() -> None:
    was = span("s")
    earlier, later = span("s", 0, 8, minute=1), span("s", 5, 8, minute=2)
    for ours, theirs in ((earlier, later), (later, earlier)):
        merged = merge_layers(layer(was), layer(ours), layer(theirs))
        by_id = {one.id: one for one in merged.layer}
        assert by_id == {"s": later, derived_id("s", content_of(earlier)): earlier}
        (clash,) = merged.clashes
        assert (clash.kind, clash.what) == (ClashKind.SPAN, "s")
        assert set(clash.versions) == {content_of(earlier), content_of(later)}


def test_on_one_label_and_stretch_only_the_later_stays() -> None:
    was = span("s")
    earlier, later = span("s", minute=1, note="one"), span("s", minute=2, note="two")
    for ours, theirs in ((earlier, later), (later, earlier)):
        merged = merge_layers(layer(was), layer(ours), layer(theirs))
        assert [(one.id, one.note) for one in merged.layer] == [("s", "two")]
        assert len(merged.clashes) == 1


def test_at_one_moment_the_content_decides() -> None:
    was, one, other = span("s"), span("s", 0, 8, minute=1), span("s", 5, 8, minute=1)
    found = [merge_layers(layer(was), layer(a), layer(b)) for a, b in ((one, other), (other, one))]
    assert told(found[0]) == told(found[1])


def test_what_was_changed_stays_where_the_other_side_removed_it() -> None:
    was, changed = span("s"), span("s", 0, 8, minute=1)
    for ours, theirs in ((layer(changed), layer()), (layer(), layer(changed))):
        merged = merge_layers(layer(was), ours, theirs)
        assert merged.layer.spans == (changed,)
        (clash,) = merged.clashes
        assert set(clash.versions) == {"null", content_of(changed)}


def test_added_twice_the_one_made_earlier_stays_then_the_one_of_the_smaller_id() -> None:
    early = replace(span("z"), created_at="2026-01-31T23:59:59.000Z")
    for late in (span("a"), span("b")):
        for ours, theirs in ((early, late), (late, early)):
            merged = merge_layers(layer(), layer(ours), layer(theirs))
            assert [one.id for one in merged.layer] == ["z"]
            assert merged.clashes == ()
    merged = merge_layers(layer(), layer(span("b")), layer(span("a")))
    assert [one.id for one in merged.layer] == ["a"]


def test_added_twice_with_another_value_is_told() -> None:
    valued = replace(span("b"), value=TextValue("قاعدة"))
    merged = merge_layers(layer(), layer(span("a")), layer(valued))
    (clash,) = merged.clashes
    assert clash.kind is ClashKind.PLACE
    assert json.loads(clash.what) == [0, 4, "base"]
    assert len(clash.versions) == 2


def test_a_span_that_was_doubled_is_told_when_it_is_changed() -> None:
    mine, hers = span("a"), span("b")
    once = merge_layers(layer(), layer(mine), layer(hers)).layer
    merged = merge_layers(layer(hers), once, layer(replace(hers, note="new")))
    assert [(one.id, one.note) for one in merged.layer] == [("a", "")]
    assert {clash.kind for clash in merged.clashes} == {ClashKind.SPAN, ClashKind.PLACE}


def test_a_version_that_had_lost_its_id_wins_it_when_it_is_changed_later() -> None:
    was = span("s")
    lost, won, later = (
        span("s", 0, 8, minute=1),
        span("s", 5, 8, minute=2),
        span("s", 9, 14, minute=3),
    )
    first = merge_layers(layer(was), layer(won), layer(lost)).layer
    again = merge_layers(layer(lost), first, layer(later)).layer
    assert {one.id: one for one in again} == {"s": later, copy_id(won): won}
    straight = merge_layers(layer(was), layer(won), layer(later)).layer
    assert again.spans == straight.spans
    removed = merge_layers(layer(lost), first, layer()).layer
    assert removed.spans == (won,)


def test_what_two_sides_said_alike_is_dated_by_the_later_whichever_comes_first() -> None:
    was, won = span("s"), span("s", 5, 8, minute=3)
    sides = span("s", 0, 8, minute=1), span("s", 0, 8, minute=2), won
    for order in permutations(sides):
        merged = layer(was)
        for side in order:
            merged = merge_layers(layer(was), merged, layer(side)).layer
        assert {one.id: one.changed_at for one in merged} == {
            "s": won.changed_at,
            copy_id(sides[1]): sides[1].changed_at,
        }


def test_the_status_is_that_of_the_side_that_changed_it() -> None:
    new, done, aside = Status.NEW, Status.FINISHED, Status.SET_ASIDE
    for ours, theirs, wanted in (
        (new, done, done),
        (done, new, done),
        (done, aside, Status.IN_PROGRESS),
    ):
        merged = merge_layers(layer(status=new), layer(status=ours), layer(status=theirs))
        assert merged.layer.status is wanted


def test_finished_on_both_sides_it_is_looked_at_again() -> None:
    done = Status.FINISHED
    one, other = layer(span("a"), status=done), layer(span("b", 5, 8), status=done)
    merged = merge_layers(layer(status=Status.NEW), one, other)
    assert merged.layer.status is Status.IN_PROGRESS
    assert [clash.kind for clash in merged.clashes] == [ClashKind.STATUS]


def test_a_comment_of_the_lead_outlives_a_status_that_both_changed() -> None:
    ours = layer(status=Status.IN_PROGRESS, reason="انظر القاعدة 3")
    theirs = layer(span("a"), status=Status.SET_ASIDE, reason="نسخة")
    merged = merge_layers(layer(status=Status.FINISHED), ours, theirs)
    assert merged.layer.state == LayerState(Status.IN_PROGRESS, "انظر القاعدة 3")


def test_time_worked_adds_up() -> None:
    base, ours, theirs = (replace(layer(), seconds=one) for one in (10.0, 15.0, 12.5))
    assert merge_layers(base, ours, theirs).layer.seconds == 17.5


# -- whatever was done


PLACES = [(0, 4), (5, 8), (9, 14), (15, 19), (0, 8)]


@st.composite
def worked_on(draw: st.DrawFn, base: Layer, side: str) -> Layer:
    """Return what became of ``base`` on one side: spans changed, removed and added."""
    spans: dict[tuple[int, int, str], Span] = {}
    names = {one.id for one in base}

    def put(one: Span) -> None:
        spans.setdefault(one.place, one)

    for one in base:
        match draw(st.sampled_from(["stay", "stay", "remove", "change"])):
            case "stay":
                put(one)
            case "change":
                start, end = draw(st.sampled_from(PLACES))
                minute = draw(st.integers(1, 3))
                note = draw(st.sampled_from(["", side]))
                moved = span(one.id, start, end, minute=minute, note=note)
                put(replace(moved, created_at=one.created_at))
    for number in range(draw(st.integers(0, 2))):
        start, end = draw(st.sampled_from(PLACES))
        # One that is added is made later than what was there; see ``core.merging``.
        made = f"2026-02-02T09:{draw(st.integers(0, 2)):02}:00.000Z"
        new = span(f"{side}{number}", start, end, minute=draw(st.integers(1, 3)))
        assert new.id not in names
        put(replace(new, created_at=made))
    status = draw(st.sampled_from([base.status, Status.FINISHED, Status.SET_ASIDE]))
    return layer(*spans.values(), status=status)


@st.composite
def bases(draw: st.DrawFn) -> Layer:
    places = draw(st.lists(st.sampled_from(PLACES), unique=True, max_size=3))
    spans = (
        replace(span(f"s{place}", *stretch), created_at=f"2026-02-01T00:0{place}:00.000Z")
        for place, stretch in enumerate(places)
    )
    return layer(*spans, status=draw(st.sampled_from([Status.NEW, Status.FINISHED])))


@given(st.data())
def test_nothing_changed_on_one_side_is_nothing_to_merge(data: st.DataObject) -> None:
    base = data.draw(bases())
    ours = data.draw(worked_on(base, "x"))
    assert merge_layers(base, ours, base).layer == ours
    theirs = merge_layers(base, base, ours).layer
    assert (theirs.spans, theirs.state) == (ours.spans, ours.state)


@given(st.data())
def test_what_is_merged_twice_is_merged_once(data: st.DataObject) -> None:
    base = data.draw(bases())
    ours, theirs = data.draw(worked_on(base, "x")), data.draw(worked_on(base, "y"))
    once = merge_layers(base, ours, theirs)
    again = merge_layers(theirs, once.layer, theirs)
    assert again.layer == once.layer
    assert again.clashes == ()


@given(st.data())
def test_each_label_stands_once_on_a_stretch_and_no_new_place_is_lost(data: st.DataObject) -> None:
    base = data.draw(bases())
    ours, theirs = data.draw(worked_on(base, "x")), data.draw(worked_on(base, "y"))
    merged = merge_layers(base, ours, theirs).layer
    places = [one.place for one in merged]
    assert len(set(places)) == len(places)
    there = {one.place for one in base}
    new = {one.place for side in (ours, theirs) for one in side} - there
    assert new <= set(places)


@given(st.data())
def test_two_sides_are_merged_alike_whichever_is_first(data: st.DataObject) -> None:
    base = data.draw(bases())
    one, other = data.draw(worked_on(base, "x")), data.draw(worked_on(base, "y"))
    found = [
        merge_layers(base, one, other),
        merge_layers(base, other, one),
    ]
    assert told(found[0]) == told(found[1])
    assert found[0].layer.state == found[1].layer.state
    assert found[0].clashes == found[1].clashes


def in_turn(base: Layer, ours: Layer, sides: Iterable[Layer]) -> tuple[object, ...]:
    """Return what becomes of ``ours`` where the sides come one by one, and all that is told."""
    merged, versions = ours, {}
    known = [ours]
    for side in sides:
        result = merge_lines(base, merged, known, [*known, side])
        merged = result.layer
        known.append(side)
        for clash in result.clashes:
            before = versions.get((clash.kind, clash.what), ())
            versions[clash.kind, clash.what] = clash.joined(before).versions
    return dated(merged), merged.state, merged.seconds, merged.guideline, versions


@given(st.data())
def test_lines_of_one_beginning_are_merged_alike_in_all_orders(data: st.DataObject) -> None:
    base = data.draw(bases())
    ours, *sides = (
        replace(data.draw(worked_on(base, name)), seconds=float(number), guideline=f"v{number % 2}")
        for number, name in enumerate("wxyz")
    )
    first, *others = (in_turn(base, ours, order) for order in permutations(sides))
    assert all(one == first for one in others)
    joined = join_lines(base, [ours, *sides])
    assert (dated(joined.layer), joined.layer.state) == first[:2]
    assert {(clash.kind, clash.what): clash.versions for clash in joined.clashes} == first[-1]


@given(st.data())
def test_what_a_line_took_back_is_gone_whatever_came_between(data: st.DataObject) -> None:
    base = data.draw(bases())
    ours, other = data.draw(worked_on(base, "x")), data.draw(worked_on(base, "y"))
    added = span("new", 15, 19, "actor", minute=1)
    with_it = layer(*base, added, status=base.status)
    first = merge_lines(base, ours, [ours], [ours, with_it]).layer
    between = merge_lines(base, first, [ours, with_it], [ours, with_it, other]).layer
    assert between.span("new") == added
    last = merge_lines(base, between, [ours, with_it, other], [ours, base, other]).layer
    assert dated(last) == dated(merge_lines(base, ours, [ours], [ours, other]).layer)
