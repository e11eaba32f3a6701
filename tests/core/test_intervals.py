from collections.abc import Sequence

import pytest

from annotator.core.intervals import Bootstrap, Interval


def shares(counts: Sequence[int]) -> list[float | None]:
    """Two figures: the first of the second, and a share of nothing."""
    return [counts[0] / counts[1] if counts[1] else None, None]


COUNTS = [[at % 7, 10] for at in range(40)]


def test_the_interval_lies_around_the_figure() -> None:
    share, nothing = Bootstrap(500).intervals(COUNTS, shares)
    assert share is not None
    assert share.low < sum(of for of, _ in COUNTS) / 400 < share.high
    assert nothing is None


def test_the_same_seed_draws_the_same_samples() -> None:
    assert Bootstrap(200, 3).intervals(COUNTS, shares) == Bootstrap(200, 3).intervals(
        COUNTS, shares
    )
    assert Bootstrap(200, 3).intervals(COUNTS, shares) != Bootstrap(200, 4).intervals(
        COUNTS, shares
    )


def test_it_is_what_the_percentiles_of_all_samples_say() -> None:
    # Of two articles, 1/10 and 3/10, samples are 1/10, 2/10, 2/10 and 3/10 with equal chances:
    # a quarter of them lies at each end, so that both percentiles fall there.
    assert Bootstrap(1000).intervals([[1, 10], [3, 10]], shares)[0] == Interval(0.1, 0.3)


def test_articles_that_are_all_alike_leave_no_doubt() -> None:
    assert Bootstrap(100).intervals([[1, 2]] * 5, shares)[0] == Interval(0.5, 0.5)


@pytest.mark.parametrize("counts", [[[1, 2]], [[1, 2], [0, 0]], [[0, 0], [0, 0]]])
def test_one_article_alone_gives_no_interval(counts: list[list[int]]) -> None:
    assert Bootstrap(100).intervals(counts, shares) == [None, None]


def test_counts_do_not_run_into_each_other() -> None:
    large = 2**40
    (share, _) = Bootstrap(50).intervals([[large, 2 * large]] * 9, shares)
    assert share == Interval(0.5, 0.5)


def halves(counts: Sequence[int]) -> list[float | None]:
    """Two figures: shares of two groups."""
    return [part / of if of else None for part, of in (counts[:2], counts[2:])]


def test_a_difference_has_an_interval_though_no_article_has_both_figures() -> None:
    counts = [[1, 2, 0, 0]] * 9 + [[0, 0, 1, 4]] * 9
    one, other, between, back = Bootstrap(100).intervals(
        counts, halves, differences=[(0, 1), (1, 0)]
    )
    assert one == Interval(0.5, 0.5)
    assert other == Interval(0.25, 0.25)
    assert between == Interval(0.25, 0.25)
    assert back == Interval(-0.25, -0.25)


def test_a_difference_from_a_figure_without_an_interval_has_none() -> None:
    counts = [[1, 2, 0, 0]] * 9 + [[0, 0, 1, 4]]
    assert Bootstrap(100).intervals(counts, halves, differences=[(0, 1)])[1:] == [None, None]
