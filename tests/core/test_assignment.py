from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.assignment import heaviest

Weights = list[dict[int, int]]

tables = st.lists(st.dictionaries(st.integers(0, 4), st.integers(1, 9), max_size=4), max_size=4)


def best_of_all(weights: Weights) -> int:
    """Try every way to pair rows with columns, of which some are nobody's."""
    ways = permutations(range(5 + len(weights)), len(weights))
    return max(
        sum(row.get(column, 0) for row, column in zip(weights, way, strict=True)) for way in ways
    )


@given(tables)
def test_no_other_way_to_pair_is_heavier(weights: Weights) -> None:
    pairs = heaviest(weights)
    assert sum(weights[row][column] for row, column in pairs) == best_of_all(weights)


@given(tables)
def test_each_row_and_column_is_paired_once_and_never_for_nothing(weights: Weights) -> None:
    pairs = heaviest(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(column in weights[row] for row, column in pairs)


def test_nothing_is_paired_with_nothing() -> None:
    assert heaviest([]) == heaviest([{}, {}]) == []


def test_a_heavy_pair_gives_way_to_two_that_weigh_more() -> None:
    # 5 alone, or 4 and 3.
    assert heaviest([{0: 5, 1: 4}, {0: 3}]) == [(0, 1), (1, 0)]


def test_a_row_goes_without_where_others_weigh_more() -> None:
    assert heaviest([{0: 2}, {0: 5}, {0: 3}]) == [(1, 0)]
