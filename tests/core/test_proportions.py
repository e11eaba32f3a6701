"""How sure one can be of a share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.proportions import share_interval


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_that_of_the_literature(
    hits: int, of: int, low: float, high: float
) -> None:
    found = share_interval(hits, of)
    assert found is not None
    assert found == pytest.approx((low, high), abs=0.00005)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval_which_is_narrower_for_more(told: tuple[int, int]) -> None:
    hits, of = told
    found, more = share_interval(hits, of), share_interval(10 * hits, 10 * of)
    assert found is not None
    assert more is not None
    assert 0 <= found.low <= hits / of <= found.high <= 1
    assert more.high - more.low < found.high - found.low


def test_an_empty_sample_says_nothing() -> None:
    assert share_interval(0, 0) is None
