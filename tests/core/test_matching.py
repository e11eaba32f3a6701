import sys
from collections.abc import Callable
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.conflicts import Place
from annotator.core.matching import (
    MOST_WEIGHED,
    Pairs,
    best_pairs,
    most_pairs,
    shared_letters,
)

starts = st.integers(0, 14)
spans = st.builds(
    lambda start, length, label: (start, start + length, label),
    starts,
    st.integers(1, 8),
    st.sampled_from(["base", "actor"]),
)
layers = st.lists(spans, max_size=5, unique=True).map(sorted)


def every_way(first: list[Place], second: list[Place]) -> list[Pairs]:
    """All ways to pair overlapping spans one to one."""
    ways: list[Pairs] = [[]]
    for size in range(1, min(len(first), len(second)) + 1):
        for some in combinations(range(len(first)), size):
            for others in permutations(range(len(second)), size):
                way = list(zip(some, others, strict=True))
                if all(shared_letters(first[a], second[b]) for a, b in way):
                    ways.append(way)
    return ways


def worth(first: list[Place], second: list[Place], pairs: Pairs) -> tuple[int, int, int]:
    return (
        len(pairs),
        sum(shared_letters(first[a], second[b]) for a, b in pairs),
        sum(first[a][2] == second[b][2] for a, b in pairs),
    )


@given(layers, layers)
def test_there_cannot_be_more_pairs(first: list[Place], second: list[Place]) -> None:
    pairs = most_pairs(first, second)
    assert len(pairs) == max(map(len, every_way(first, second)))
    assert sorted(pairs) in map(sorted, every_way(first, second))


@given(layers, layers)
def test_no_other_way_has_more_pairs_then_letters_then_equal_labels(
    first: list[Place], second: list[Place]
) -> None:
    pairs = best_pairs(first, second)
    best = max(worth(first, second, way) for way in every_way(first, second))
    assert worth(first, second, pairs) == best


@given(layers, layers)
def test_who_comes_first_makes_no_difference(first: list[Place], second: list[Place]) -> None:
    turned = [(a, b) for b, a in best_pairs(second, first)]
    assert sorted(best_pairs(first, second)) == sorted(turned)


@given(st.lists(spans, unique=True))
def test_a_layer_is_paired_with_itself_span_by_span(layer: list[Place]) -> None:
    same = [(index, index) for index in range(len(layer))]
    assert sorted(best_pairs(layer, layer)) == sorted(most_pairs(layer, layer)) == same


def test_a_long_span_is_paired_with_one_of_two_short_ones() -> None:
    long, short = [(0, 10, "date")], [(0, 3, "date"), (4, 10, "date")]
    assert best_pairs(long, short) == [(0, 1)]  # 6 letters rather than 3
    assert len(most_pairs(long, short)) == 1


def test_more_pairs_come_before_more_letters() -> None:
    # [0, 10) with [0, 10) shares 10 letters, but leaves [8, 12) and [0, 2) alone.
    first, second = [(0, 10, "a"), (8, 12, "a")], [(0, 10, "a"), (0, 2, "a")]
    assert best_pairs(first, second) == [(0, 1), (1, 0)]


def test_spans_that_touch_are_no_pair() -> None:
    assert (
        best_pairs([(0, 5, "a")], [(5, 9, "a")]) == most_pairs([(0, 5, "a")], [(5, 9, "a")]) == []
    )


def nested(size: int) -> tuple[list[Place], list[Place]]:
    """Two layers whose spans all overlap, each inside the one before."""
    whole = [(at, 4 * size - at, "base") for at in range(2 * size)]
    return whole[::2], whole[1::2]


def side_by_side(size: int) -> tuple[list[Place], list[Place]]:
    """Two layers in which each span overlaps two of the other's."""
    return (
        [(10 * at, 10 * at + 9, "base") for at in range(size)],
        [(10 * at + 5, 10 * at + 14, "base") for at in range(size)],
    )


def calls(work: Callable[[], object]) -> int:
    """Count the calls that ``work`` makes: how long it takes, whatever the machine."""
    count = 0

    def tally(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("layers_of", [nested, side_by_side])
@pytest.mark.parametrize("match", [most_pairs, best_pairs])
def test_twice_the_spans_cost_little_more_than_twice_as_much(
    layers_of: Callable[[int], tuple[list[Place], list[Place]]],
    match: Callable[[list[Place], list[Place]], Pairs],
) -> None:
    small, large = layers_of(500), layers_of(1000)
    if layers_of is nested:
        assert len(small[0]) ** 3 > MOST_WEIGHED
    assert calls(lambda: match(*large)) < 2.5 * calls(lambda: match(*small))


def test_one_span_over_a_whole_article_leaves_the_letters_weighed() -> None:
    first, second = side_by_side(300)
    second = [(start - 1, end - 1, label) for start, end, label in second]
    pairs = best_pairs([*first, (0, 5000, "base")], second)
    # Each span shares 5 letters with one of the others and 3 with the next; the long one shares 9
    # with any.  300 pairs: one with the long one, the rest with 5 letters.
    assert worth([*first, (0, 5000, "base")], second, pairs) == (300, 299 * 5 + 9, 300)


def test_twenty_thousand_spans_that_all_overlap_are_all_paired() -> None:
    first, second = nested(10_000)
    assert len(most_pairs(first, second)) == len(best_pairs(first, second)) == 10_000
