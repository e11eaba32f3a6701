from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.kappa import TokenTable, cohen_kappa, fleiss_kappa, ratings_of

tokens = st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=1, max_size=12)
Given = list[list[bool]]


def table_of(given: Given, first: int, second: int) -> TokenTable:
    pairs = [(token[first], token[second]) for token in given]
    order = [(True, True), (True, False), (False, True), (False, False)]
    return TokenTable(*map(pairs.count, order))


def test_cohen_by_hand() -> None:
    # 100 tokens: observed 0.7 = (20 + 50) / 100; by chance 0.3 x 0.4 + 0.7 x 0.6 = 0.54.
    # (0.7 - 0.54) / (1 - 0.54) = 0.16 / 0.46
    assert cohen_kappa(TokenTable(20, 10, 20, 50)) == pytest.approx(0.16 / 0.46, abs=1e-12)


def test_a_rare_label_gets_a_low_kappa_though_nearly_all_tokens_agree() -> None:
    assert cohen_kappa(TokenTable(1, 1, 1, 997)) == pytest.approx(0.499, abs=1e-3)


@pytest.mark.parametrize("table", [TokenTable(), TokenTable(neither=9), TokenTable(both=9)])
def test_where_chance_agrees_on_all_there_is_no_kappa(table: TokenTable) -> None:
    assert cohen_kappa(table) is None
    assert fleiss_kappa([ratings_of({("a", "b"): table})]) is None


def test_without_articles_there_is_no_kappa() -> None:
    assert fleiss_kappa([]) is None


@given(tokens)
def test_cohen_is_symmetric_at_most_one_and_one_only_where_nothing_differs(given: Given) -> None:
    table, turned = table_of(given, 0, 1), table_of(given, 1, 0)
    kappa = cohen_kappa(table)
    assert kappa == cohen_kappa(turned)
    if kappa is not None:
        assert -1 <= kappa <= 1
        assert (kappa == 1) == (table.differing == 0)


def fleiss_1971(given: Given) -> Fraction | None:
    """The definition, token by token, for two categories: given or not."""
    authors = len(given[0])
    agreed = [
        Fraction(
            sum(n * (n - 1) for n in (sum(token), authors - sum(token))), authors * (authors - 1)
        )
        for token in given
    ]
    share = Fraction(sum(map(sum, given)), authors * len(given))
    observed, by_chance = sum(agreed) / len(agreed), share**2 + (1 - share) ** 2
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def ratings(given: Given, authors: str) -> dict[tuple[str, str], TokenTable]:
    return {
        (authors[one], authors[other]): table_of(given, one, other)
        for one in range(len(authors))
        for other in range(one + 1, len(authors))
    }


@given(tokens)
def test_fleiss_is_that_of_1971_where_all_articles_have_as_many_authors(given: Given) -> None:
    half = len(given) // 2
    parts = [part for part in (given[:half], given[half:]) if part]
    found = fleiss_kappa(ratings_of(ratings(part, "abc")) for part in parts)
    wanted = fleiss_1971(given)
    assert (found is None) == (wanted is None)
    if found is not None and wanted is not None:
        assert found == pytest.approx(float(wanted), abs=1e-12)


def test_fleiss_of_articles_with_two_and_three_authors_by_hand() -> None:
    # Two tokens by three authors: given by 3 and by 1.  One token by two authors: given by 1.
    # Fleiss, Levin and Paik: the sum of x(m - x)/m is 0 + 1x2/3 + 1x1/2 = 7/6; 8 ratings on 3
    # tokens, 5 given: 1 - (7/6) / ((8 - 3) x 5/8 x 3/8)
    three = ratings([[True, True, True], [True, False, False]], "abc")
    two = ratings([[True, False]], "ab")
    found = fleiss_kappa(map(ratings_of, (three, two)))
    assert found == pytest.approx(1 - (7 / 6) / (5 * 15 / 64), abs=1e-12)
