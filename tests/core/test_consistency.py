"""Which strings are not marked alike: found in texts, and counted over articles."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.consistency import Refused, Totals, strings_of
from annotator.core.labels import LabelSet
from annotator.core.model import Span
from annotator.core.standing import StringIndex, readings_of, strings_in
from annotator.core.swept import Asked, How, Listed
from annotator.core.values import NumberValue, Value, value_from_json
from tests.workflow.swept import line

LABELS = LabelSet.default()


def gold(text: str) -> tuple[str, list[Span]]:
    told = line("a", text)
    plain = str(told["text"])
    spans = [
        Span(
            *(s["start"], s["end"], s["label"], plain[s["start"] : s["end"]]),
            value_from_json(s.get("value", {})),
        )
        for s in told["spans"]  # type: ignore[attr-defined]
    ]
    return plain, sorted(spans, key=lambda span: span.order)


def swept(
    *texts: str,
    share: float = 0.5,
    fewest: int = 2,
    undecided: Sequence[tuple[int, int]] = (),
    refused: Sequence[Refused] = (),
    said: Sequence[str] = (),
) -> list[Listed]:
    """Return what is listed by ``sweep``."""
    told = sweep(*texts, undecided=undecided, refused=refused, said=said)
    return told.swept(share, fewest).listed


def sweep(
    *texts: str,
    undecided: Sequence[tuple[int, int]] = (),
    refused: Sequence[Refused] = (),
    said: Sequence[str] = (),
) -> Totals:
    """Sweep over articles that are numbered from 0 and marked as ``line`` says.

    In those whose numbers are in ``said`` a lead has said all values.
    """
    golds = [gold(text) for text in texts]
    readings = Counter(one for text, spans in golds for one in readings_of(text, spans, ARABIC))
    names = strings_of(readings)
    index, totals = StringIndex(names, ARABIC), Totals(names, ARABIC, set(refused))
    for number, (text, spans) in enumerate(golds):
        folded = ARABIC.fold_with_index(text)
        places = [span.place for span in spans if str(number) in said]
        found = strings_in(folded, spans, undecided, index, LABELS, ARABIC, places)
        totals.add(str(number), found)
    return totals


def hows(one: Listed) -> list[tuple[str, How]]:
    return [(spot.article_id, spot.how) for spot in one.spots if spot.how is not How.USUAL]


USUAL = ("قاعدة [قسرك:base]", "في [قسرك:base] جنود", "إلى [قسرك:base]")


def test_a_string_is_counted_by_label_and_what_is_bare() -> None:
    (one,) = swept(*USUAL, "غادروا قسرك", "قالت [قسرك:actor]")
    assert (one.words, one.label) == ("قسرك", "base")
    assert (dict(one.marked), one.bare, one.borders) == ({"base": 3, "actor": 1}, 1, 0)
    assert hows(one) == [("3", How.BARE), ("4", How.OTHER)]
    assert one.share == pytest.approx(3 / 5)


def test_what_is_marked_alike_everywhere_is_not_listed() -> None:
    assert swept(*USUAL) == []


@pytest.mark.parametrize("written", ["قسرک", "قَسْرك", "وقسرك", "بقسرك", "«قسرك»"])
def test_spelling_and_clitics_do_not_hide_a_bare_mention(written: str) -> None:
    (one,) = swept(*USUAL, f"جاءوا {written} أمس")
    assert hows(one) == [("3", How.BARE)]
    (spot,) = (spot for spot in one.spots if spot.how is How.BARE)
    text = f"جاءوا {written} أمس"
    assert ARABIC.fold(text[spot.start : spot.end]) == "قسرك"


@pytest.mark.parametrize("written", ["قسركي", "مقسرك", "قسركهم"])
def test_a_part_of_another_word_is_no_mention(written: str) -> None:
    assert swept(*USUAL, f"جاءوا {written} أمس") == []


@pytest.mark.parametrize(
    "marked",
    ["[قاعدة قسرك:base]", "[بقسرك:base]", "[«قسرك»:base]", "[قسرك،:base]", "[ قسرك:base]"],
)
def test_borders_that_differ_by_what_the_guidelines_cut_are_listed(marked: str) -> None:
    (one,) = swept(*USUAL, f"جاءوا {marked} أمس")
    assert (dict(one.marked), one.borders, one.bare) == ({"base": 3}, 1, 0)
    assert hows(one) == [("3", How.BORDERS)]


def test_the_article_at_the_border_is_listed_too() -> None:
    (one,) = swept(*["قال [التحالف:actor]"] * 3, "قال ال[تحالف:actor]")
    assert hows(one) == [("3", How.BORDERS)]
    assert [spot.spans for spot in one.spots if spot.how is How.BORDERS] == [((6, 11, "actor"),)]


def test_a_name_inside_a_longer_one_of_its_label_is_rightly_not_marked() -> None:
    texts = ["قال [الجيش:actor] اليوم"] * 3
    assert swept(*texts, "قال [الجيش السوري:actor] اليوم") == []


def test_a_name_inside_one_of_another_label_is_bare() -> None:
    texts = ["مطار [التنف:base]"] * 3
    (one,) = swept(*texts, "قال [جيش التنف الحر:actor] اليوم")
    assert hows(one) == [("3", How.BARE)]


def test_a_part_of_what_is_usually_marked_has_other_borders() -> None:
    texts = ["قال [الجيش السوري:actor] اليوم"] * 3
    (one,) = swept(*texts, "قال [الجيش:actor] السوري اليوم")
    assert (one.words, hows(one)) == ("الجيش السوري", [("3", How.BORDERS)])


def test_two_labels_on_one_stretch_are_as_usual() -> None:
    plain, spans = gold("في [قسرك:base] جنود")
    double = [*spans, Span(spans[0].start, spans[0].end, "actor", spans[0].quote)]
    index = StringIndex({"قسرك"}, ARABIC)
    found = strings_in(ARABIC.fold_with_index(plain), double, (), index, LABELS, ARABIC)
    totals = Totals({"قسرك"}, ARABIC)
    totals.add("a", found)
    totals.add("b", found)
    assert totals.swept(0.1, 1).listed == []


def test_what_begins_at_the_second_lam_is_the_name_with_its_article() -> None:
    (one,) = swept(*["قال [التحالف:actor]"] * 2, "ل[لتحالف:actor] قوات", "قوات للتحالف")
    assert (one.words, one.usual, one.bare) == ("التحالف", 3, 1)
    (one,) = swept(*["في [لبنان:actor]"] * 2, "ل[لبنان:actor] قوات", "جيش للبنان")
    assert (one.words, one.usual) == ("لبنان", 3)


def test_places_that_a_lead_is_yet_to_decide_do_not_count() -> None:
    assert swept(*USUAL, "غادروا قسرك", undecided=[(8, 9)]) == []


def test_places_of_which_a_lead_said_what_they_are_are_counted() -> None:
    texts = (*USUAL, "غادروا قسرك", "قالت [قسرك:actor]")
    totals = sweep(*texts, refused=[("3", 7, 11, "base"), ("0", 6, 10, "base")])
    told = totals.swept(0.5, 2)
    assert told.places_decided == told.within(Asked(label="base")).places_decided == 1
    assert told.within(Asked(label="actor")).places_decided == 0
    assert told.within(Asked(words="قسرك")).places_decided == 1
    assert told.within(Asked(words="التنف")).places_decided == 0


@pytest.mark.parametrize(
    ("share", "fewest", "places"), [(0.5, 3, 1), (0.75, 3, 1), (0.76, 3, 0), (0.5, 4, 0)]
)
def test_only_places_of_strings_that_are_asked_for_are_counted(
    share: float, fewest: int, places: int
) -> None:
    texts = (*USUAL, "غادروا قسرك", "قالت [قسرك:actor]")
    totals = sweep(*texts, refused=[("3", 7, 11, "base")])
    told = totals.swept(share, fewest)
    assert (len(told.listed), told.places_decided) == (places, places)
    assert totals.swept(0.5, 2).within(Asked(share, fewest)) == told


def test_places_of_a_string_that_has_no_others_are_counted_if_it_is_asked_for() -> None:
    texts = (*USUAL, "غادروا قسرك", "قالت [قسرك:actor]")
    totals = sweep(*texts, refused=[("3", 7, 11, "base"), ("4", 5, 9, "base")])
    assert [totals.swept(0.9, times).places_decided for times in (3, 4)] == [2, 0]
    assert totals.swept(0.9, 3).listed == []
    totals = sweep(*MEANT, "غادروا [قسرك:base=مطار قسرك]", said=["3"])
    assert [totals.swept(0.9, times).places_decided for times in (3, 4)] == [1, 0]


def test_what_a_lead_refused_is_not_listed_again() -> None:
    texts = (*USUAL, "غادروا قسرك", "قالت [قسرك:actor]")
    (one,) = swept(*texts, refused=[("3", 7, 11, "base")])
    assert hows(one) == [("4", How.OTHER)]
    assert swept(*texts, refused=[("3", 7, 11, "base"), ("4", 5, 9, "base")]) == []
    (one,) = swept(*texts, refused=[("3", 7, 11, "actor")])
    assert len(hows(one)) == 2


def test_what_is_marked_too_seldom_is_not_listed() -> None:
    texts = (*USUAL, *["قسرك"] * 2)
    assert [one.bare for one in swept(*texts, share=0.6, fewest=3)] == [2]
    assert swept(*texts, share=0.61) == []
    assert swept(*texts, fewest=4) == []


def test_the_fewest_exceptions_among_the_most_places_come_first() -> None:
    listed = swept(
        *["[قسرك:base] [التنف:base] [RT:actor]"] * 4,
        *["[قسرك:base] [RT:actor]"] * 4,
        "قسرك التنف RT",
        "RT",
    )
    assert [one.words for one in listed] == ["قسرك", "RT", "التنف"]


def test_words_are_shown_as_they_are_written_most_often() -> None:
    (one,) = swept("[قسرک:base]", "[قسرك:base]", "[قسرك:base]", "قسرك")
    assert one.words == "قسرك"


def test_an_empty_project_has_no_strings() -> None:
    assert swept() == []
    assert swept("", "[a:base]") == []


# -- what they mean


def values(one: Listed) -> list[tuple[str, int]]:
    return [(getattr(value, "name", str(value)), count) for value, count in one.values]


MEANT = ("قاعدة [قسرك:base=قسرك]", "في [قسرك:base=قسرك] جنود", "[قسرك:base=قسرك]")


def test_a_string_that_means_different_things_is_listed_for_that() -> None:
    (one,) = swept(*MEANT, "غادروا [قسرک:base=مطار قسرك]", "إلى [قسرك:base]")
    assert (one.words, one.label, one.usual, one.exceptions) == ("قسرك", "base", 3, 1)
    assert values(one) == [("قسرك", 3), ("مطار قسرك", 1)]
    assert dict(one.marked) == {"base": 4}  # where nothing is said of a value, nothing differs
    odd, *rest = one.spots
    assert (odd.article_id, odd.how, odd.spans) == ("3", How.VALUE, ((7, 11, "base"),))
    assert getattr(odd.value, "name", None) == "مطار قسرك"
    assert odd.usual == rest[0].value
    assert {spot.how for spot in rest} == {How.USUAL}


def test_a_string_can_be_listed_for_its_labels_and_for_its_values() -> None:
    marks, meanings = swept(*MEANT, "غادروا [قسرك:base=مطار قسرك]", "غادروا قسرك")
    assert (marks.values, marks.bare, marks.usual) == ((), 1, 4)
    assert (meanings.exceptions, meanings.usual) == (1, 3)


def test_what_is_meant_alike_everywhere_is_not_listed() -> None:
    assert swept(*MEANT, "إلى [قسرك:base]") == []


def test_values_are_compared_within_their_label() -> None:
    texts = ["[قسرك:base=قسرك]"] * 3 + ["[قسرك:actor=قوة قسرك]"] * 3
    assert not any(one.values for one in swept(*texts))


def test_a_number_that_is_read_otherwise_is_listed_and_keeps_what_stands_around_it() -> None:
    (one,) = swept(*["قتل [مئة:figure=100]"] * 3, "قتل [مئة:figure=10]")
    assert one.values == ((NumberValue(100, 100), 3), (NumberValue(10, 10), 1))
    assert one.spots[0].usual == NumberValue(100, 100)


def test_what_a_lead_has_said_is_no_exception() -> None:
    texts = (*MEANT, "غادروا [قسرك:base=مطار قسرك]")
    assert swept(*texts, said=["3"]) == []
    (one,) = swept(*texts, said=["0"])
    assert one.usual == 3


def test_what_mostly_means_different_things_is_not_listed() -> None:
    texts = [*MEANT, *["[قسرك:base=مطار قسرك]"] * 2]
    assert [one.usual for one in swept(*texts, share=0.6, fewest=3)] == [3]
    assert swept(*texts, share=0.61) == []
    assert swept(*texts, fewest=4) == []


numbers: st.SearchStrategy[Value] = st.sampled_from(
    [None, NumberValue(1, 1), NumberValue(2, 2), NumberValue(1.0, 1.0), NumberValue(3, 3)]
)


@given(st.lists(numbers, max_size=9), st.sets(st.integers(0, 8)))
def test_each_place_with_a_value_is_usual_or_an_exception_or_said(
    there: list[Value], said: set[int]
) -> None:
    texts = [
        f"[مئة:figure={value.least}]" if isinstance(value, NumberValue) else "[مئة:figure]"
        for value in there
    ]
    for one in swept(*texts, share=0.01, fewest=1, said=[str(number) for number in said]):
        listed = {int(spot.article_id) for spot in one.spots}
        assert listed | said >= {n for n, value in enumerate(there) if value is not None}
        assert one.exceptions == sum(spot.how is How.VALUE for spot in one.spots)
        assert sum(count for _, count in one.values) == len(one.spots)
        for spot in one.spots:
            assert (spot.value == spot.usual) == (spot.how is How.USUAL)


words = st.sampled_from(
    ["قسرك", "قسرک", "التحالف", "للتحالف", "وقسرك", "RT", "99%", "لبنان", "للبنان"]
)


@given(
    st.lists(words, max_size=12),
    st.sets(st.sampled_from(["قسرك", "التحالف", "rt", "99%", "لبنان"])),
)
def test_the_index_leaves_no_string_out(there: list[str], wanted: set[str]) -> None:
    folded = ARABIC.fold_with_index(" ".join(there))
    index = StringIndex(wanted, ARABIC)
    standing = {name for name in wanted if any(ARABIC.find_words(folded, (name,)))}
    assert standing <= set(index.may_stand_in(folded))


@given(st.lists(st.lists(st.tuples(words, st.booleans()), max_size=6), max_size=6))
def test_every_usual_place_is_marked_and_every_bare_one_is_not(
    texts: list[list[tuple[str, bool]]],
) -> None:
    marked = [
        " ".join(f"[{word}:base]" if is_marked else word for word, is_marked in words)
        for words in texts
    ]
    for one in swept(*marked, share=0.01, fewest=1):
        assert one.exceptions == one.bare + one.borders + sum(one.marked.values()) - one.usual
        for spot in one.spots:
            _, spans = gold(marked[int(spot.article_id)])
            there = [s for s in spans if s.overlaps(spot.start, spot.end)]
            assert bool(there) == (spot.how is not How.BARE)
            exact = any((s.start, s.end) == (spot.start, spot.end) for s in there)
            assert exact == (spot.how is How.USUAL)
