import pytest

from annotator.core.edits import (
    Change,
    Confirm,
    Describe,
    Mark,
    Relabel,
    Remove,
    Resize,
    SetState,
)
from annotator.core.errors import AnnotatorError, InvalidSpan, InvalidText, RefusedAct
from annotator.core.model import Layer, LayerState, Span, Status
from annotator.core.undoing import take_back
from annotator.core.values import DateValue

TEXT = "غادرت قوةً قاعدة «قسرك» أمس"
BUSY = LayerState(Status.IN_PROGRESS)


def span(start: int, end: int, label: str = "base", **more: object) -> Span:
    return Span(start, end, label, TEXT[start:end], **more)  # type: ignore[arg-type]


def layer(*spans: Span, state: LayerState = BUSY) -> Layer:
    ordered = sorted(spans, key=lambda one: one.order)
    return Layer("a", "amal", tuple(ordered), state, revision=3)


def test_marking_puts_a_span_with_its_quote() -> None:
    change = Mark(18, 22, "base").plan(layer(), TEXT)
    (put,) = change.put
    assert (put.quote, put.label, put.origin, change.removed) == ("قسرك", "base", "manual", ())
    assert change.on(layer()).revision == 4


def test_marking_takes_whole_letters() -> None:
    (put,) = Mark(6, 9, "actor").plan(layer(), TEXT).put
    assert put.quote == "قوةً"


def test_spans_may_nest_overlap_and_share_a_stretch_with_another_label() -> None:
    now = layer(span(11, 16))
    for start, end, label in [(11, 22, "base"), (14, 22, "base"), (11, 16, "actor")]:
        now = Mark(start, end, label).plan(now, TEXT).on(now)
    assert [one.place for one in now] == [
        (11, 22, "base"),
        (11, 16, "actor"),
        (11, 16, "base"),
        (14, 22, "base"),
    ]


@pytest.mark.parametrize(
    "edit",
    [
        Mark(11, 16, "base"),
        Resize("other", 11, 16),
        Relabel(("same",), "base"),
        Relabel(("third", "same"), "date"),
    ],
)
def test_a_label_stands_on_a_stretch_once(edit: object) -> None:
    now = layer(
        span(11, 16, id="first"),
        span(18, 22, id="other"),
        span(11, 16, "actor", id="same"),
        span(11, 16, "figure", id="third"),
    )
    with pytest.raises(RefusedAct, match=r"marked as (base|date) already"):
        edit.plan(now, TEXT)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("start", "end"), [(5, 5), (7, 3), (-1, 4), (0, len(TEXT) + 1)])
def test_a_span_lies_within_its_text(start: int, end: int) -> None:
    with pytest.raises(InvalidSpan, match=f"from {start} to {end}"):
        Mark(start, end, "base").plan(layer(), TEXT)
    with pytest.raises(InvalidSpan):
        Resize("x", start, end).plan(layer(span(0, 5, id="x")), TEXT)


def test_relabelling_drops_the_value_and_keeps_the_rest() -> None:
    old = span(24, 27, "date", id="x", value=DateValue("2026-02-23"), note="?", unsure=True)
    (new,) = Relabel(("x",), "figure").plan(layer(old), TEXT).put
    assert (new.id, new.label, new.value, new.note, new.unsure) == ("x", "figure", None, "?", True)


def test_resizing_keeps_the_span() -> None:
    (new,) = Resize("x", 11, 22).plan(layer(span(18, 22, id="x", note="!")), TEXT).put
    assert (new.id, new.quote, new.note) == ("x", "قاعدة «قسرك", "!")


@pytest.mark.parametrize(
    ("edit", "act", "field", "value"),
    [
        (Describe("x", note="so"), "note", "note", "so"),
        (Describe("x", unsure=True), "unsure", "unsure", True),
        (Describe("x", value=(DateValue("2026"),)), "value", "value", DateValue("2026")),
    ],
)
def test_a_span_is_described(edit: Describe, act: str, field: str, value: object) -> None:
    change = edit.plan(layer(span(24, 27, "date", id="x")), TEXT)
    assert change.act == act
    assert getattr(change.put[0], field) == value


def test_a_value_can_be_taken_away() -> None:
    old = span(24, 27, "date", id="x", value=DateValue("2026"), proposed=True)
    (new,) = Describe("x", value=(None,)).plan(layer(old), TEXT).put
    assert (new.value, new.proposed) == (None, False)


@pytest.mark.parametrize(
    "edit",
    [
        Remove(()),
        Relabel(("x",), "base"),
        Resize("x", 18, 22),
        Describe("x"),
        Describe("x", note="", unsure=False),
        SetState(LayerState(Status.FINISHED)),
    ],
)
def test_what_changes_nothing_is_no_act(edit: object) -> None:
    now = layer(span(18, 22, id="x"), state=LayerState(Status.FINISHED))
    assert edit.plan(now, TEXT).is_empty  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "edit", [Remove(("x", "gone")), Relabel(("gone",), "date"), Resize("gone", 0, 5)]
)
def test_a_span_that_is_gone_is_told(edit: object) -> None:
    with pytest.raises(RefusedAct, match="gone"):
        edit.plan(layer(span(18, 22, id="x")), TEXT)  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["\0", "\ud83d"])
def test_a_note_that_no_file_can_hold_is_refused(text: str) -> None:
    with pytest.raises(InvalidText):
        Describe("x", note=text).plan(layer(span(18, 22, id="x")), TEXT)
    with pytest.raises(InvalidText):
        SetState(LayerState(Status.SET_ASIDE, text)).plan(layer(), TEXT)


@pytest.mark.parametrize("status", Status)
def test_any_edit_of_a_layer_puts_it_in_progress(status: Status) -> None:
    change = Mark(18, 22, "base").plan(layer(state=LayerState(status, "")), TEXT)
    assert change.before == LayerState(status)
    assert change.after == BUSY


def test_editing_what_was_set_aside_forgets_the_reason() -> None:
    aside = LayerState(Status.SET_ASIDE, "a copy")
    assert Mark(18, 22, "base").plan(layer(state=aside), TEXT).after == BUSY


@pytest.mark.parametrize(
    ("status", "act"),
    [
        (Status.FINISHED, "finish"),
        (Status.SET_ASIDE, "set aside"),
        (Status.NEW, "reopen"),
    ],
)
def test_a_status_is_set(status: Status, act: str) -> None:
    change = SetState(LayerState(status, "why")).plan(layer(span(18, 22)), TEXT)
    assert (change.act, change.after, change.put) == (act, LayerState(status, "why"), ())
    assert change.on(layer(span(18, 22))).spans


def test_a_change_goes_through_the_history_whole() -> None:
    old = span(24, 27, "date", id="x", value=DateValue("2026-02-23"), proposed=True, note="«؟»")
    change = Relabel(("x",), "base").plan(layer(old, state=LayerState(Status.FINISHED)), TEXT)
    back = Change.from_history(change.act, change.done_json(), change.inverse_json())
    assert back == change
    assert (back.removed[0].id, back.removed[0].created_at) == ("x", old.created_at)
    assert change.labels == ("base",)
    assert change.stretches == [(24, 27), (24, 27)]


def test_taking_back_restores_spans_and_status() -> None:
    before = layer(span(18, 22, id="x"), state=LayerState(Status.FINISHED))
    change = Resize("x", 11, 22).plan(before, TEXT)
    after = change.on(before)
    back = take_back(after, change, keep_state=False)
    assert back is not None
    restored = back.on(after)
    assert (restored.spans, restored.state) == (before.spans, before.state)
    kept = take_back(after, change, keep_state=True)
    assert kept is not None
    assert kept.on(after).state == BUSY


def test_what_was_changed_since_is_not_taken_back() -> None:
    before = layer()
    change = Mark(18, 22, "base").plan(before, TEXT)
    after = change.on(before)
    noted = Describe(change.put[0].id, note="so").plan(after, TEXT).on(after)
    assert take_back(noted, change, keep_state=False) is None
    assert take_back(before, change, keep_state=False) is None


def test_what_cannot_return_is_not_taken_back() -> None:
    before = layer(span(18, 22, id="x"))
    change = Remove(("x",)).plan(before, TEXT)
    after = change.on(before)
    again = Mark(18, 22, "base").plan(after, TEXT).on(after)
    assert take_back(again, change, keep_state=False) is None


def test_two_spans_that_swap_their_places_are_both_kept() -> None:
    one, two = span(11, 16, id="1"), span(18, 22, id="2")
    before = layer(one, two)
    put = (span(18, 22, id="1"), span(11, 16, id="2"))
    swapped = Change("resize", (one, two), put, BUSY, BUSY).on(before)
    assert [(one.id, one.start) for one in swapped] == [("2", 11), ("1", 18)]


def test_a_span_whose_quote_has_another_length_is_none() -> None:
    with pytest.raises(AnnotatorError):
        Span(0, 4, "base", "قسر")


def test_confirming_says_nothing_but_that_the_value_is_right() -> None:
    old = span(24, 27, "date", id="x", value=DateValue("2026"), proposed=True)
    now = layer(old, span(18, 22, id="y"), state=LayerState(Status.FINISHED))
    change = Confirm(("x", "y")).plan(now, TEXT)
    assert (change.before, change.after, change.is_act) == (now.state, now.state, False)
    (new,) = change.put
    assert (new.id, new.value, new.proposed) == ("x", DateValue("2026"), False)
    assert Confirm(("y",)).plan(now, TEXT).is_empty
    same = Describe("x", value=(DateValue("2026"),)).plan(now, TEXT)
    assert (same.is_act, same.put) == (False, change.put)


def test_what_was_confirmed_since_is_taken_back_and_stays_confirmed() -> None:
    before = layer(span(24, 27, "date", id="x", value=DateValue("2026"), proposed=True))
    noted = Describe("x", note="so").plan(before, TEXT)
    after = noted.on(before)
    confirmed = Confirm(("x",)).plan(after, TEXT).on(after)
    back = take_back(confirmed, noted, keep_state=False)
    assert back is not None
    (restored,) = back.on(confirmed)
    assert (restored.note, restored.proposed) == ("", False)


def test_redo_brings_a_confirmed_value_back_confirmed() -> None:
    one = span(24, 27, "date", id="x", value=DateValue("2026"), proposed=True)
    mark = Change("mark", (), (one,), BUSY, BUSY)
    marked = mark.on(layer())
    confirmed = Confirm(("x",)).plan(marked, TEXT).on(marked)
    undone = take_back(confirmed, mark, keep_state=False)
    assert undone is not None
    redone = take_back(undone.on(confirmed), undone, keep_state=False)
    assert redone is not None
    assert [new.proposed for new in redone.put] == [False]
