"""How sure one can be of a share."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.proportions import share_interval

TAIL = Fraction(25, 1000)


def chance(hits: int, of: int, have: int, population: int) -> Fraction:
    """Return the chance of so many hits where ``have`` of all have it, by counting the draws."""
    ways = comb(have, hits) * comb(population - have, of - hits)
    return Fraction(ways, comb(population, of))


def possible(hits: int, of: int, population: int) -> list[int]:
    """Return how many of all can have it: those for which neither tail is 2.5 % or less."""
    return [
        have
        for have in range(hits, population - (of - hits) + 1)
        if sum(chance(one, of, have, population) for one in range(hits, of + 1)) > TAIL
        and sum(chance(one, of, have, population) for one in range(hits + 1)) > TAIL
    ]


def percents(hits: int, of: int, population: int) -> tuple[str, str]:
    """Return the ends of the interval as they are shown."""
    known = possible(hits, of, population)
    low, high = (f"{100 * have / population:.1f} %" for have in (known[0], known[-1]))
    return low, high


samples = st.integers(1, 60).flatmap(
    lambda population: st.integers(1, population).flatmap(
        lambda of: st.tuples(st.integers(0, of), st.just(of), st.just(population))
    )
)


@given(samples)
@example((0, 1, 40))  # a chance of just 2.5 %
def test_the_interval_is_that_of_all_numbers_that_can_be(told: tuple[int, int, int]) -> None:
    hits, of, population = told
    known = possible(hits, of, population)
    found = share_interval(hits, of, population)
    assert found == pytest.approx((known[0] / population, known[-1] / population))


@pytest.mark.parametrize("population", [1, 7, 20])
def test_it_holds_the_true_share_in_95_of_100_samples(population: int) -> None:
    for of in range(1, population + 1):
        found = [share_interval(hits, of, population) for hits in range(of + 1)]
        for have in range(population + 1):
            held = sum(
                chance(hits, of, have, population)
                for hits, one in enumerate(found)
                if one is not None
                and one.low - 1e-9 <= have / population <= one.high + 1e-9
                and of - (population - have) <= hits <= have
            )
            assert held >= Fraction(95, 100), (of, have)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 5: Clopper and Pearson.
        (81, 263, 0.2527, 0.3676),
        (15, 148, 0.0578, 0.1617),
        (0, 20, 0.0, 0.1684),
        (1, 29, 0.0009, 0.1776),
    ],
)
def test_of_a_large_population_it_is_that_of_the_literature(
    hits: int, of: int, low: float, high: float
) -> None:
    assert share_interval(hits, of, 10_000_000) == pytest.approx((low, high), abs=0.00006)


def test_what_was_drawn_is_known() -> None:
    assert share_interval(0, 26, 26) == (0, 0)
    assert share_interval(3, 26, 26) == pytest.approx((3 / 26, 3 / 26))
    assert share_interval(0, 25, 26) == pytest.approx((0, 1 / 26))


def test_an_empty_sample_says_nothing() -> None:
    assert share_interval(0, 0, 5) is None


@pytest.mark.parametrize(("hits", "of", "population"), [(2, 1, 5), (0, 6, 5), (-1, 2, 5)])
def test_what_is_no_sample_is_refused(hits: int, of: int, population: int) -> None:
    with pytest.raises(ValueError, match="no sample"):
        share_interval(hits, of, population)
