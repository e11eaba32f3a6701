import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import paths
from annotator.arabic import ARABIC
from annotator.core.adjudication import settle
from annotator.core.causes import Cause, cause_of
from annotator.core.conflicts import Conflict, Sameness, conflict_of, joined
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Layer, Span
from annotator.core.text import sha256_of
from annotator.core.values import DateValue
from tests.core.review import ARTICLE, DONE, TEXT, drawn, layer, ruling, settled_by, span
from tests.core.test_adjudication import seed_layers
from tests.core.test_settling import answers as some_answers
from tests.core.test_settling import as_layers, decided, overruled_too

LABELS = LabelSet.default()
BORDERS = {
    Cause.CLITIC,
    Cause.ARTICLE,
    Cause.QUOTE,
    Cause.KIND_WORD,
    Cause.MARKS,
    Cause.BORDER,
}


def causes(*layers: Layer) -> list[Cause]:
    conflicts = settled_by(layers).conflicts
    return [cause_of(conflict, TEXT, LABELS, ARABIC) for conflict in conflicts]


def causes_apart(conflict: Conflict, layers: list[Layer]) -> set[Cause]:
    """Return the cause of each thing of which something is said in ``conflict``.

    What all of the ``layers`` say alike is left out.
    """
    sameness = Sameness(layers)
    held = [{one.place for one in layer} for layer in layers]
    agreed = {place for place in set.intersection(*held) if sameness.is_one_value(place)}
    disputed = [(who, one) for who, one in conflict.spans if one.place not in agreed]
    found = [conflict_of(ARTICLE.sha256, one, layers, sameness) for one in joined(disputed)]
    return {cause_of(one, TEXT, LABELS, ARABIC) for one in found}


def the_first(found: set[Cause]) -> Cause:
    """Return the cause that is told of several things, each with a cause of its own."""
    for cause in (Cause.SPLIT, Cause.LABEL):
        if cause in found:
            return cause
    if borders := found & BORDERS:
        return borders.pop() if len(borders) == 1 else Cause.BORDER
    return Cause.VALUE if Cause.VALUE in found else Cause.MISSED


def causes_in(text: str, *answers: tuple[str, str]) -> list[Cause]:
    """Return the causes where each author marked one quote of ``text`` as a label."""
    article = Article("a", "a", "", text, sha256_of(text))
    layers = [
        Layer(
            "a",
            f"author {number}",
            (Span(text.index(quote), text.index(quote) + len(quote), label, quote),),
            DONE,
            1,
        )
        for number, (label, quote) in enumerate(answers)
    ]
    found = settle(article, layers).conflicts
    return [cause_of(conflict, text, LABELS, ARABIC) for conflict in found]


def test_all_differences_of_the_seeds_have_the_cause_that_is_listed() -> None:
    listed = {
        (one["article"], one["start"], one["end"]): one["cause"]
        for one in map(
            json.loads, (paths.seeds() / "differences.jsonl").read_text("utf-8").splitlines()
        )
    }
    amal, nasser = seed_layers("amal"), seed_layers("nasser")
    found = {
        (name, conflict.start, conflict.end): cause_of(conflict, article.text, LABELS, ARABIC)
        for name, (article, one) in amal.items()
        for conflict in settle(article, [one, nasser[name][1]]).conflicts
    }
    assert found == listed
    assert set(found.values()) == set(Cause)


def test_what_some_missed_and_others_agree_on_is_missed() -> None:
    assert causes(layer("amal", span(20, 24)), layer("nasser"), layer("huda", span(20, 24))) == [
        Cause.MISSED
    ]


def test_what_one_missed_and_others_differ_on_has_the_cause_of_the_others() -> None:
    assert causes(layer("amal", span(20, 24)), layer("nasser"), layer("huda", span(19, 24))) == [
        Cause.QUOTE
    ]


@pytest.mark.parametrize("label", ["date", "actor"])
def test_one_long_span_against_two_short_ones_is_split_whatever_they_say(label: str) -> None:
    assert causes(
        layer("amal", span(26, 38, "date")),
        layer("nasser", span(26, 32, label), span(33, 38, "date")),
    ) == [Cause.SPLIT]


def test_a_span_within_another_is_no_split() -> None:
    assert causes(
        layer("amal", span(0, 12, "actor")),
        layer("nasser", span(0, 11, "actor"), span(7, 12, "actor")),
    ) == [Cause.BORDER]


def test_another_label_comes_before_another_border() -> None:
    assert causes_in("في قسرك", ("base", "قسرك"), ("actor", " قسرك")) == [Cause.LABEL]


def test_two_different_causes_at_the_borders_make_border() -> None:
    assert causes_in("إلى «والتنف» أمس", ("base", "التنف"), ("base", "والتنف»")) == [Cause.BORDER]
    assert causes_in("إلى «التنف» أمس", ("base", "التنف"), ("base", "«التنف»")) == [Cause.QUOTE]


@pytest.mark.parametrize("whole", ["99%", "٩٩٪", "99 %"])
def test_a_figure_without_its_sign_has_another_border(whole: str) -> None:
    text = f"بنسبة {whole} أمس"
    assert causes_in(text, ("figure", whole), ("figure", whole[:2])) == [Cause.BORDER]
    assert causes_in(f"{text}.", ("date", "أمس"), ("date", "أمس.")) == [Cause.QUOTE]


def test_three_authors_with_two_causes_between_them_make_border() -> None:
    assert causes_in("إلى والتنف", ("base", "والتنف"), ("base", "التنف"), ("base", "تنف")) == [
        Cause.BORDER
    ]


def test_another_value_is_a_cause_only_where_the_borders_are_the_same() -> None:
    one, other = DateValue("2026-02-24"), DateValue("2026-02-23")
    assert causes(
        layer("amal", span(26, 29, "date", one)), layer("nasser", span(26, 29, "date", other))
    ) == [Cause.VALUE]
    assert causes(
        layer("amal", span(26, 29, "date", one)), layer("nasser", span(26, 38, "date", other))
    ) == [Cause.BORDER]


@given(st.lists(drawn, min_size=2, max_size=4))
def test_every_conflict_has_a_cause_that_does_not_hang_on_the_order_of_layers(
    answers: list[list[Span]],
) -> None:
    layers = [layer(f"author {number}", *spans) for number, spans in enumerate(answers)]
    assert causes(*layers) == causes(*reversed(layers))


def test_what_all_say_alike_is_no_part_of_why_they_differ() -> None:
    """On the stretch of a stale decision stands also what nobody questions."""
    nested = span(0, 12, "actor"), span(0, 5, "base")
    layers = [layer("amal", *nested, span(7, 12)), layer("nasser", *nested)]
    (conflict,) = settled_by(layers).conflicts
    decision = ruling(conflict, layers, span(0, 12, "date"))
    anew = [layer("amal", *nested, span(7, 12)), layer("nasser", *nested, span(8, 12))]
    (again,) = settled_by(anew, decision).conflicts
    assert again.stale
    assert len(again.spans) == 6
    assert cause_of(again, TEXT, LABELS, ARABIC) is Cause.BORDER


def test_short_spans_of_other_things_do_not_split_a_long_one() -> None:
    short, late = span(0, 3), span(10, 12)
    layers = [layer("amal", span(0, 11, "actor")), layer("nasser", short, late)]
    first = settled_by(layers).conflicts
    assert {cause_of(one, TEXT, LABELS, ARABIC) for one in first} == {Cause.MISSED}
    decision = ruling(first[0], layers, span(0, 12, "date"))
    anew = [layer("amal", span(0, 12, "actor")), layer("nasser", short, late)]
    (again,) = settled_by(anew, decision).conflicts
    assert again.stale
    assert cause_of(again, TEXT, LABELS, ARABIC) is Cause.MISSED


@pytest.mark.parametrize("label", ["date", "base"])
def test_one_place_that_one_calls_by_two_labels_is_no_missed_span(label: str) -> None:
    """Those who marked something do not agree: one says more of the same thing than the other."""
    assert causes(
        layer("amal", span(0, 12, "actor")),
        layer("nasser", span(0, 12, "actor"), span(0, 12, label)),
        layer("huda"),
    ) == [Cause.LABEL]


def test_a_second_span_on_one_thing_has_the_cause_of_its_border() -> None:
    assert causes(
        layer("amal", span(20, 24)),
        layer("nasser", span(20, 24), span(19, 24)),
        layer("huda"),
    ) == [Cause.QUOTE]


@given(some_answers, some_answers, st.data())
def test_the_cause_of_a_stale_conflict_is_that_of_what_is_disputed_in_it(
    lists: list[list[Span]], later: list[list[Span]], data: st.DataObject
) -> None:
    """It holds several things, and agreed ones: each differs by itself, and the first cause is."""
    layers, anew = as_layers(lists), as_layers(later)
    decisions = overruled_too(layers, decided(layers, data), data)
    for conflict in settle(ARTICLE, anew, decisions).conflicts:
        found = the_first(causes_apart(conflict, anew))
        assert cause_of(conflict, TEXT, LABELS, ARABIC) is found


@given(some_answers, some_answers, st.data())
def test_what_is_missed_or_split_is_so_to_the_letter(
    lists: list[list[Span]], later: list[list[Span]], data: st.DataObject
) -> None:
    layers, anew = as_layers(lists), as_layers(later)
    decisions = decided(layers, data)
    for conflict in settle(ARTICLE, anew, decisions).conflicts:
        cause = cause_of(conflict, TEXT, LABELS, ARABIC)
        apart = [
            (one, first, second)
            for who, one in conflict.spans
            for other, first in conflict.spans
            for other_too, second in conflict.spans
            if who != other == other_too
            and first.end <= second.start
            and one.overlaps(first.start, first.end)
            and one.overlaps(second.start, second.end)
        ]
        if cause is Cause.SPLIT:
            assert apart
        if cause is Cause.MISSED:
            things = joined(conflict.spans)
            for thing in things:
                said = {
                    author: {one.place for who, one in thing if who == author}
                    for author, _ in thing
                }
                assert all(one == other for one in said.values() for other in said.values())


@pytest.mark.parametrize(
    ("text", "inner", "outer", "cause"),
    [
        ("من قاعدة عين الأسد الجوية", "عين الأسد", "قاعدة عين الأسد الجوية", Cause.KIND_WORD),
        ("في مطار دير الزور العسكري", "دير الزور", "مطار دير الزور العسكري", Cause.KIND_WORD),
        ("من قاعدة عين الأسد غربي", "عين الأسد", "قاعدة عين الأسد غربي", Cause.BORDER),
        ("من بلدة عين الأسد الجوية", "عين الأسد", "بلدة عين الأسد الجوية", Cause.BORDER),
        ("من عين الأسد الجوية", "عين الأسد", "عين الأسد الجوية", Cause.BORDER),
        ("من قاعدة عين الأسد الجوية", "عين الأسد الجوية", "قاعدة عين الأسد", Cause.BORDER),
        ("قاعدة عين الأسد الجوية» ثم", "عين الأسد", "قاعدة عين الأسد الجوية»", Cause.BORDER),
    ],
)
def test_what_belongs_to_a_kind_word_and_stands_after_the_name_is_of_it(
    text: str, inner: str, outer: str, cause: Cause
) -> None:
    assert causes_in(text, ("base", inner), ("base", outer)) == [cause]
