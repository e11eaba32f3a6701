from dataclasses import replace

import pytest

from annotator.core.errors import RefusedAct
from annotator.core.passport import check_quotes, first_misfit
from annotator.core.text import OffsetMap
from tests.formats.datasets import exported, hard_article, span


def test_a_layer_whose_quotes_say_what_the_text_says_may_leave() -> None:
    one = hard_article()
    check_quotes(one.article, one.layer)
    check_quotes(one.article, replace(one.layer, spans=()))


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_span_that_slipped_stops_the_export_by_name(shift: int) -> None:
    text = "🔴 في قسرك اليوم"
    right = span(text, "قسرك", "base")
    slipped = replace(right, start=right.start + shift, end=right.end + shift)
    one = exported(text, slipped, name="north/1.txt")
    with pytest.raises(
        RefusedAct, match=rf"In “north/1.txt” the base at {slipped.start} does not fit"
    ):
        check_quotes(one.article, one.layer)


TEXT = "🔴 في قسرك اليوم"


@pytest.mark.parametrize(
    ("table_of", "units"),
    [
        (TEXT, {"utf16", "utf8"}),
        ("قسركم من اليوم", {"utf8"}),  # no pair before it, and as many bytes
        ("🔴 to قسرك اليوم", {"utf16"}),  # letters of one byte before it
    ],
)
def test_a_place_that_slips_in_one_unit_alone_is_found(table_of: str, units: set[str]) -> None:
    here, there = OffsetMap(TEXT), OffsetMap(table_of)
    one = span(TEXT, "قسرك", "base")
    assert len(table_of) >= one.end
    right = {
        unit
        for unit, position in (("utf16", OffsetMap.to_utf16), ("utf8", OffsetMap.to_utf8))
        if position(here, one.start) == position(there, one.start)
    }
    assert right == units
    found = first_misfit(TEXT, there, [one])
    assert found == (None if units == {"utf16", "utf8"} else one)


@pytest.mark.parametrize(
    ("table_of", "units"),
    [
        ("في قسرك€ك اليوم", {"utf8"}),  # no pair within it, and as many bytes
        ("في قسرa 🔴 اليوم", {"utf16"}),  # a letter of one byte within it
    ],
)
def test_an_end_that_slips_in_one_unit_alone_is_found(table_of: str, units: set[str]) -> None:
    text = "في قسرك 🔴 اليوم"
    one = span(text, "قسرك 🔴", "base")
    here, there = OffsetMap(text), OffsetMap(table_of)
    positions = {"utf16": OffsetMap.to_utf16, "utf8": OffsetMap.to_utf8}
    assert all(unit(here, one.start) == unit(there, one.start) for unit in positions.values())
    right = {
        name for name, unit in positions.items() if unit(here, one.end) == unit(there, one.end)
    }
    assert right == units
    assert first_misfit(text, there, [one]) == one
