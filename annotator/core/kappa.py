"""Kappa: agreement on tokens beyond what chance would bring, for one label at a time.

It is a diagnosis, never the headline.  Nearly all tokens bear no label: what two authors both
leave bare weighs more than what they mark, chance alone agrees on most of it, and the rarer a
label is, the more one token moves the figure (Feinstein and Cicchetti 1990).  Nor are the tokens
independent: a long span counts as often as it has words.  Spans have no such count of what was
*not* marked, which is why F1 leads (Hripcsak and Rothschild 2005).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class TokenTable(NamedTuple):
    """How many tokens two authors gave a label: both of them, one alone, neither."""

    both: int = 0
    only_first: int = 0
    only_second: int = 0
    neither: int = 0

    @property
    def differing(self) -> int:
        """How many tokens one of the two gave the label, and the other did not."""
        return self.only_first + self.only_second

    @property
    def given(self) -> int:
        """How often the two gave the label."""
        return 2 * self.both + self.differing


def cohen_kappa(table: TokenTable) -> float | None:
    """Return Cohen's kappa (Cohen 1960) for two authors and one label: 1 at most.

    None if chance alone would agree on every token: neither gave the label, or both to all.
    """
    both, only_first, only_second, neither = table
    # (observed - expected) / (1 - expected), times the square of the number of tokens.
    by_chance = (both + only_first) * (only_first + neither)
    by_chance += (both + only_second) * (only_second + neither)
    if not by_chance:
        return None
    return 2 * (both * neither - only_first * only_second) / by_chance


class Ratings(NamedTuple):
    """What several authors gave the tokens of one article, for one label.

    Those of articles with as many authors add up.
    """

    tokens: int
    authors: int
    """Two or more, each of whom gave or did not give the label to each token."""
    given: int
    """How often a token was given the label, over all authors."""
    differing: int
    """On how many tokens each pair of authors differs, over all pairs."""


def ratings_of(tables: Mapping[tuple[str, str], TokenTable]) -> Ratings:
    """Return the ratings of one article from the tables of all pairs of its authors."""
    authors = len({name for pair in tables for name in pair})
    return Ratings(
        tokens=sum(next(iter(tables.values()))),
        authors=authors,
        # Each author is in as many pairs as there are others.
        given=sum(table.given for table in tables.values()) // (authors - 1),
        differing=sum(table.differing for table in tables.values()),
    )


def fleiss_kappa(articles: Iterable[Ratings]) -> float | None:
    """Return Fleiss' kappa (Fleiss 1971) for several authors and one label: 1 at most.

    Articles may have unequal numbers of authors (Fleiss, Levin and Paik 2003, section 18.3); where
    all have the same it is the kappa of 1971.  None if chance alone would agree on every token.
    """
    tokens = ratings = given = 0
    differing: Counter[int] = Counter()
    for one in articles:
        tokens += one.tokens
        ratings += one.tokens * one.authors
        given += one.given
        differing[one.authors] += one.differing
    if not 0 < given < ratings:
        return None
    share = given / ratings
    observed = sum(count / authors for authors, count in sorted(differing.items()))
    return 1 - observed / ((ratings - tokens) * share * (1 - share))
