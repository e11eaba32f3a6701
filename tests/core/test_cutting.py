import pytest

from annotator.core.cutting import Merge, Split
from annotator.core.errors import RefusedAct
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


def test_a_split_leaves_what_lies_between_and_keeps_id_and_note_with_the_first() -> None:
    whole = span(
        6, 22, value=DateValue("2026"), note="انظر", unsure=True, origin="find-all", id="x"
    )
    before = layer(whole, span(0, 3))
    first, second = Split("x", 16, 18).plan(before, TEXT).put
    assert (first.quote, first.id, first.note, first.origin) == (
        "قوةً قاعدة",
        "x",
        "انظر",
        "find-all",
    )
    assert (second.quote, second.note, second.origin) == ("قسرك", "", "manual")
    assert second.id != "x"
    assert (first.value, second.value, first.unsure, second.unsure) == (None, None, True, True)


def test_a_split_parts_no_letter_from_its_marks() -> None:
    first, second = Split("x", 9, 9).plan(layer(span(6, 16, id="x")), TEXT).put
    assert (first.quote, second.quote) == ("قوةً", " قاعدة")


@pytest.mark.parametrize(("end", "start"), [(6, 7), (10, 10), (3, 8), (8, 16), (8, 7), (9, 10)])
def test_both_parts_of_a_split_need_a_letter(end: int, start: int) -> None:
    with pytest.raises(RefusedAct, match="cannot be split there"):
        Split("x", end, start).plan(layer(span(6, 10, id="x")), TEXT)


def test_a_part_of_a_split_must_not_stand_there_already() -> None:
    now = layer(span(6, 16, id="x"), span(11, 16, id="inner"))
    with pytest.raises(RefusedAct, match="marked as base already"):
        Split("x", 10, 11).plan(now, TEXT)


def test_merging_keeps_the_first_id_and_all_that_was_said() -> None:
    now = layer(
        span(11, 16, id="b", note="ثان", unsure=True),
        span(6, 10, id="a", note="أول"),
        span(12, 14, id="c", note="أول"),
        span(0, 22, "date"),
    )
    change = Merge(("b", "a", "c")).plan(now, TEXT)
    (put,) = change.put
    assert (put.id, put.quote, put.note, put.unsure) == ("a", "قوةً قاعدة", "أول\nثان", True)
    assert {one.id for one in change.removed} == {"a", "b", "c"}
    assert len(change.on(now).spans) == 2


YEAR, NEXT_YEAR = DateValue("2026"), DateValue("2027")


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ((None, False), (None, False), (None, False)),
        ((YEAR, False), (YEAR, False), (YEAR, False)),
        ((YEAR, True), (YEAR, False), (YEAR, False)),
        ((YEAR, True), (YEAR, True), (YEAR, True)),
        ((None, False), (YEAR, False), (YEAR, False)),
        ((YEAR, False), (NEXT_YEAR, False), (YEAR, True)),
    ],
)
def test_merging_keeps_a_value_that_all_agree_on_and_proposes_the_first_else(
    one: tuple[DateValue | None, bool],
    other: tuple[DateValue | None, bool],
    wanted: tuple[DateValue | None, bool],
) -> None:
    now = layer(
        span(6, 10, "date", value=one[0], proposed=one[1], id="a"),
        span(11, 16, "date", value=other[0], proposed=other[1], id="b"),
    )
    (put,) = Merge(("a", "b")).plan(now, TEXT).put
    assert (put.value, put.proposed) == wanted


@pytest.mark.parametrize("ids", [(), ("a",), ("a", "a"), ("a", "other")])
def test_only_several_spans_of_one_label_merge(ids: tuple[str, ...]) -> None:
    now = layer(span(6, 10, id="a"), span(11, 16, "date", id="other"))
    with pytest.raises(RefusedAct, match="same label"):
        Merge(ids).plan(now, TEXT)


def test_a_merged_span_must_not_stand_there_already() -> None:
    now = layer(span(6, 10, id="a"), span(11, 16, id="b"), span(6, 16, id="whole"))
    with pytest.raises(RefusedAct, match="marked as base already"):
        Merge(("a", "b")).plan(now, TEXT)


@pytest.mark.parametrize("edit", [Split("x", 10, 11), Merge(("x", "y"))])
def test_splitting_and_merging_are_taken_back_whole(edit: Split | Merge) -> None:
    before = layer(span(6, 16, id="x", note="انظر"), span(11, 16, "actor"), span(18, 22, id="y"))
    change = edit.plan(before, TEXT)
    after = change.on(before)
    back = take_back(after, change, keep_state=False)
    assert back is not None
    assert [(one, one.id) for one in back.on(after)] == [(one, one.id) for one in before]
