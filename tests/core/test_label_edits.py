"""What the label editor may do, and what it refuses."""

from dataclasses import replace
from itertools import combinations

import pytest

from annotator.core.colours import distance, free_colour
from annotator.core.errors import InvalidLabelSet, RefusedAct, UnknownName
from annotator.core.label_edits import LabelEdits, LabelUse, ValueCounts
from annotator.core.labels import LabelSet
from annotator.core.values import ValueKind

USED = {"base": LabelUse(5, 2), "date": LabelUse(3), "actor": LabelUse(0, 1), "figure": LabelUse()}


def start() -> LabelEdits:
    return LabelEdits(LabelSet.default(), USED)


def names(edits: LabelEdits) -> list[str]:
    return [label.name for label in edits.labels]


def test_a_new_label_has_a_free_key_and_a_colour_of_its_own() -> None:
    edits = start()
    keys, colours = set(), set()
    for number in range(32):
        label = edits.proposed(f"new{number}")
        edits = edits.add(label)
        keys.add(label.key)
        colours.add(label.colour)
    assert keys == set("567890abcdefghijklmnopqrstuvwxyz") - {"1", "2", "3", "4"}
    assert len(colours) >= 12
    with pytest.raises(InvalidLabelSet, match="36 labels at most"):
        edits.proposed("one more")


def test_the_first_new_colours_are_told_apart_by_every_eye() -> None:
    colours = [label.colour for label in LabelSet.default()]
    while len(colours) < 8:
        colours.append(free_colour(colours))
    new = {frozenset(pair) for pair in combinations(colours[4:], 2)}
    old = {frozenset((one, other)) for one in colours[4:] for other in colours[:4]}
    # The step from #777777 to #808080, which people just see, is 0.03.
    assert min(distance(*pair) for pair in new | old) > 2 * distance("#777777", "#808080")


def test_red_and_green_are_near_for_those_without_red_or_green_cones() -> None:
    assert distance("#c62828", "#2e7d32") < distance("#c62828", "#1565c0")
    assert distance("#123456", "#123456") == pytest.approx(0)
    assert distance("#000000", "#ffffff") == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("name", ["", " ", "a b", "x" * 65, "../x", "a\u202eb"])
def test_what_cannot_name_a_label_is_refused(name: str) -> None:
    with pytest.raises(InvalidLabelSet, match="cannot name a label"):
        start().proposed(name)


def test_names_and_keys_that_are_taken_are_refused() -> None:
    edits = start()
    with pytest.raises(InvalidLabelSet, match="There is a label “base” already"):
        edits.add(edits.proposed("base"))
    with pytest.raises(InvalidLabelSet, match="key 1 marks with base already"):
        edits.add(replace(edits.proposed("place"), key="1"))
    with pytest.raises(InvalidLabelSet, match="key 1 marks with base already"):
        edits.change(replace(edits.labels["date"], key="1"))
    merged = edits.merge("date", "figure")
    with pytest.raises(InvalidLabelSet, match="There is a label “date” already"):
        merged.add(merged.proposed("date"))


@pytest.mark.parametrize("shown", ["", "  ", "x" * 65, "a\nb", "a\u202eb", "\u2067a"])
def test_a_name_that_disturbs_what_is_around_it_is_not_shown(shown: str) -> None:
    base = start().labels["base"]
    for label in (replace(base, shown_en=shown), replace(base, shown_ar=shown)):
        with pytest.raises(InvalidLabelSet, match="shown names of label base"):
            start().change(label)


def test_a_label_is_changed_where_it_stands() -> None:
    date = replace(start().labels["date"], shown_ar=" يوم ", key="d", colour="#010203")
    edits = start().change(date)
    assert names(edits) == ["base", "date", "actor", "figure"]
    assert edits.labels["date"] == replace(date, shown_ar="يوم")


def test_labels_move_up_and_down_and_stop_at_the_ends() -> None:
    edits = start().shift("date", 1)
    assert names(edits) == ["base", "actor", "date", "figure"]
    assert names(edits.shift("date", -9)) == ["date", "base", "actor", "figure"]
    assert names(edits.shift("date", 9)) == ["base", "actor", "figure", "date"]


def test_a_label_goes_only_without_spans_and_entries() -> None:
    edits = start().remove("figure")
    assert names(edits) == ["base", "date", "actor"]
    with pytest.raises(RefusedAct, match=r"“base” stays, .*spans: 5, entries: 2\)"):
        edits.remove("base")
    with pytest.raises(RefusedAct, match=r"“actor” stays, .*spans: 0, entries: 1\)"):
        edits.remove("actor")


def test_the_last_label_stays() -> None:
    labels = LabelSet((LabelSet.default()["figure"],))
    with pytest.raises(RefusedAct, match="last label cannot go"):
        LabelEdits(labels).remove("figure")
    with pytest.raises(RefusedAct, match="last label cannot go"):
        LabelEdits(labels).add(LabelEdits(labels).proposed("x")).remove("x").remove("figure")


def test_merges_follow_each_other() -> None:
    edits = start()
    place = replace(edits.proposed("place"), value=ValueKind.ENTRY)
    edits = edits.add(place).merge("base", "place").merge("place", "actor")
    assert edits.moves == {"base": "actor"}
    assert edits.use("actor") == LabelUse(5, 3)
    assert names(edits) == ["date", "actor", "figure"]
    with pytest.raises(RefusedAct, match="spans: 5, entries: 3"):
        edits.remove("actor")
    with pytest.raises(RefusedAct, match="into itself"):
        edits.merge("date", "date")
    with pytest.raises(UnknownName, match="base"):
        edits.merge("date", "base")


def test_what_moved_to_a_label_that_nothing_says_goes_with_it() -> None:
    edits = start()
    edits = edits.add(edits.proposed("place")).merge("figure", "place").remove("place")
    assert edits.moves == {}
    assert names(edits) == ["base", "date", "actor"]


def test_entries_and_confirmed_values_go_only_where_they_can_be() -> None:
    counts = {"base": ValueCounts(5, 4), "date": ValueCounts(3, 0)}
    edits = replace(start(), values_of=lambda name: counts.get(name, ValueCounts()))
    with pytest.raises(RefusedAct, match=r"“figure”, which can have no entries: .*entries: 2"):
        edits.merge("base", "figure")
    assert edits.merge("base", "actor").moves == {"base": "actor"}
    assert edits.merge("date", "figure").moves == {"date": "figure"}
    counts["date"] = ValueCounts(3, 1)
    with pytest.raises(RefusedAct, match=r"confirmed ones would be lost \(spans: 1\)"):
        edits.merge("date", "figure")
    text = replace(edits.labels["date"], value=ValueKind.TEXT)
    with pytest.raises(RefusedAct, match=r"of another kind would be lost \(spans: 3\)"):
        edits.change(text)
    counts.clear()
    assert edits.change(text).labels["date"].value is ValueKind.TEXT
