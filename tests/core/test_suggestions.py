"""Of what sources suggest, one stays for a stretch and label, and none over another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.suggestions import Suggestion, combined


def one(start: int, end: int, label: str, confidence: float, source: str = "rules") -> Suggestion:
    return Suggestion(start, end, label, confidence, (source,))


def test_sources_that_agree_are_surer_together_and_both_told() -> None:
    (found,) = combined([one(0, 4, "base", 0.8), one(0, 4, "base", 0.5, "memory")])
    assert found.sources == ("memory", "rules")
    assert abs(found.confidence - 0.9) < 1e-12


def test_a_source_that_says_a_thing_twice_is_no_surer() -> None:
    (found,) = combined([one(0, 4, "base", 0.8), one(0, 4, "base", 0.5)])
    assert found == one(0, 4, "base", 0.8)


def test_of_those_that_overlap_the_most_confident_stays_then_the_longest() -> None:
    assert combined([one(0, 9, "base", 0.6), one(5, 9, "base", 0.7)]) == (one(5, 9, "base", 0.7),)
    assert combined([one(0, 9, "base", 0.7), one(5, 9, "base", 0.7)]) == (one(0, 9, "base", 0.7),)
    both = (one(0, 9, "actor", 0.6), one(5, 9, "base", 0.7))
    assert combined(both) == both


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
def test_none_shares_a_letter_with_another_of_its_label_and_the_best_is_kept(
    found: list[Suggestion],
) -> None:
    kept = combined(found)
    for label in ("base", "date"):
        there = sorted((k.start, k.end) for k in kept if k.label == label)
        assert all(end <= start for (_, end), (start, _) in pairwise(there))
        asked = [f for f in found if f.label == label]
        assert bool(there) == bool(asked)
    assert {k.place for k in kept} <= {f.place for f in found}
    assert list(kept) == sorted(kept, key=lambda k: k.order)
    again = combined(kept)
    assert [k.place for k in again] == [k.place for k in kept]
