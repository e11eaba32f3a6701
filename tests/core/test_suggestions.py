"""Of what sources suggest, one stays for a stretch and label, and none over another."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InvalidValue
from annotator.core.model import Layer, Span
from annotator.core.suggestions import (
    AcceptAll,
    Suggestion,
    Withholding,
    combined,
    open_suggestions,
)
from annotator.core.text import sha256_of
from annotator.core.values import DateValue


def one(start: int, end: int, label: str, confidence: float, source: str = "rules") -> Suggestion:
    return Suggestion(start, end, label, confidence, (source,))


def test_sources_that_agree_are_surer_together_and_both_told() -> None:
    (found,) = combined([one(0, 4, "base", 0.8), one(0, 4, "base", 0.5, "memory")])
    assert found.sources == ("memory", "rules")
    assert abs(found.confidence - 0.9) < 1e-12


def test_of_two_sources_that_are_not_independent_the_less_sure_counts() -> None:
    said = one(0, 4, "base", 0.9), one(0, 4, "base", 0.8, "model"), one(0, 4, "base", 0.5, "memory")
    dependent = [("model", "rules")]
    for order in (said[:2], said[1::-1]):
        (found,) = combined(order, dependent)
        assert (found.sources, found.confidence) == (("model", "rules"), 0.8)
    (found,) = combined(said, dependent)
    assert (found.sources, round(found.confidence, 12)) == (("memory", "model", "rules"), 0.9)
    assert combined(said[1:], dependent) == combined(said[1:])
    elsewhere = one(0, 4, "base", 0.9), one(0, 3, "base", 0.8, "model")
    assert combined(elsewhere, dependent) == combined(elsewhere)


def test_a_source_that_says_a_thing_twice_is_no_surer() -> None:
    (found,) = combined([one(0, 4, "base", 0.8), one(0, 4, "base", 0.5)])
    assert found == one(0, 4, "base", 0.8)


def test_of_those_that_overlap_the_most_confident_stays_then_the_longest() -> None:
    assert combined([one(0, 9, "base", 0.6), one(5, 9, "base", 0.7)]) == (one(5, 9, "base", 0.7),)
    assert combined([one(0, 9, "base", 0.7), one(5, 9, "base", 0.7)]) == (one(0, 9, "base", 0.7),)
    both = (one(0, 9, "actor", 0.6), one(5, 9, "base", 0.7))
    assert combined(both) == both


def test_of_several_labels_on_one_stretch_the_most_confident_stays_then_the_first() -> None:
    base, actor = one(0, 9, "base", 0.6), one(0, 9, "actor", 0.7, "memory")
    assert combined([base, actor]) == combined([actor, base]) == (actor,)
    agreed = [base, actor, one(0, 9, "base", 0.6, "model")]
    assert [(found.label, found.sources) for found in combined(agreed)] == [
        ("base", ("model", "rules"))
    ]
    assert [found.label for found in combined([base, one(0, 9, "actor", 0.6)])] == ["base"]


places = st.tuples(st.integers(0, 20), st.integers(1, 6), st.sampled_from(["base", "date"]))
suggested = st.builds(
    lambda place, confidence, source: one(
        place[0], place[0] + place[1], place[2], confidence, source
    ),
    places,
    st.floats(0.01, 0.99),
    st.sampled_from(["memory", "rules", "model"]),
)


@given(st.lists(suggested, max_size=20))
def test_none_shares_its_stretch_nor_a_letter_with_another_of_its_label_and_the_best_is_kept(
    found: list[Suggestion],
) -> None:
    kept = combined(found)
    for label in ("base", "date"):
        there = sorted((k.start, k.end) for k in kept if k.label == label)
        assert all(end <= start for (_, end), (start, _) in pairwise(there))
    stretches = {(k.start, k.end) for k in kept}
    assert len(stretches) == len(kept)
    for f in found:
        # What is not kept gave way to something on its stretch, or over it under its label.
        assert (f.start, f.end) in stretches or any(
            k.label == other.label and k.start < f.end and f.start < k.end
            for k in kept
            for other in found
            if (other.start, other.end) == (f.start, f.end)
        )
    assert {k.place for k in kept} <= {f.place for f in found}
    assert list(kept) == sorted(kept, key=lambda k: k.order)
    again = combined(kept)
    assert [k.place for k in again] == [k.place for k in kept]


drawn = st.builds(
    lambda place: Span(place[0], place[0] + place[1], place[2], "x" * place[1]),
    places,
)


@given(
    st.lists(suggested, max_size=20).map(combined),
    st.lists(drawn, max_size=12, unique_by=lambda span: span.place),
    st.sets(st.integers(0, 19)),
)
def test_what_is_left_is_what_nobody_has_spoken_of_and_nothing_else_goes(
    found: tuple[Suggestion, ...], spans: list[Span], refused_at: set[int]
) -> None:
    layer = Layer("a", "amal", tuple(sorted(spans, key=lambda span: span.order)))
    refused = {one.place for number, one in enumerate(found) if number in refused_at}
    left = open_suggestions(reversed(found), layer, refused)
    assert left == sorted(left, key=lambda one: one.order)
    for one in found:
        is_spoken_of = one.place in refused or any(
            (span.label == one.label and set(range(*place(span))) & set(range(*place(one))))
            or place(span) == place(one)
            for span in spans
        )
        assert (one in left) != is_spoken_of


def place(one: Span | Suggestion) -> tuple[int, int]:
    return one.start, one.end


@given(st.lists(drawn, max_size=8, unique_by=lambda span: span.place), st.lists(suggested))
def test_all_are_taken_but_those_that_were_spoken_of_meanwhile(
    spans: list[Span], found: list[Suggestion]
) -> None:
    text = "x" * 30
    layer = Layer("a", "amal", tuple(sorted(spans, key=lambda span: span.order)))
    told = combined(found)
    after = AcceptAll(told).plan(layer, text).on(layer)
    left = open_suggestions(told, layer, ())
    assert sorted(span.place for span in after) == sorted(
        [span.place for span in spans] + [one.place for one in left]
    )
    assert open_suggestions(told, after, ()) == []


def test_a_suggestion_is_read_again_as_it_was_and_nothing_else_is_taken_for_one() -> None:
    whole = Suggestion(3, 9, "date", 0.75, ("memory", "rules"), DateValue("2026-02-24"))
    assert Suggestion.from_json(json.loads(json.dumps(whole.to_json()))) == whole
    for key, wrong in (
        *(("start", "3"), ("start", -1), ("start", True), ("start", 9), ("end", None)),
        *(("label", 5), ("confidence", 1.5), ("confidence", "high"), ("sources", 3)),
        *(("sources", [1]), ("value", {"edtf": 3}), ("value", [])),
    ):
        with pytest.raises((ValueError, TypeError, KeyError, InvalidValue)):
            Suggestion.from_json(whole.to_json() | {key: wrong})


def test_about_the_share_is_withheld_the_same_each_time_and_other_articles_by_another_seed() -> (
    None
):
    hashes = [sha256_of(f"article {number}") for number in range(2_000)]
    for share in (0.0, 0.15, 0.5, 1.0):
        held = [Withholding(share, 0).holds(one) for one in hashes]
        # Four standard deviations of a binomial draw.
        spread = 4 * (share * (1 - share) / len(hashes)) ** 0.5
        assert abs(sum(held) / len(hashes) - share) <= spread
        assert held == [Withholding(share, 0).holds(one) for one in hashes]
    first, second = Withholding(0.5, 0), Withholding(0.5, 1)
    same = sum(first.holds(one) == second.holds(one) for one in hashes)
    assert 0.4 < same / len(hashes) < 0.6


def test_what_is_withheld_of_a_smaller_share_is_withheld_of_a_larger_one() -> None:
    hashes = [sha256_of(f"article {number}") for number in range(500)]
    some = {one for one in hashes if Withholding(0.1, 3).holds(one)}
    assert some <= {one for one in hashes if Withholding(0.3, 3).holds(one)}
