"""A long list as people are told of it: how many things there are, and the first of them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

_T = TypeVar("_T")
_S = TypeVar("_S")

LISTED = 1_000
"""How many things have a line each where all are listed."""
NAMED = 3
"""How many one line names."""


@dataclass(frozen=True, slots=True)
class Some(Generic[_T]):
    """How many there are, and the first of them."""

    count: int
    first: tuple[_T, ...]

    def told(self, told: Callable[[_T], _S]) -> "Some[_S]":
        """Return the same with what is told of each."""
        return Some(self.count, tuple(map(told, self.first)))


def some(things: Collection[_T], most: int = LISTED) -> Some[_T]:
    """Return how many ``things`` there are, and the first ``most`` of them."""
    return Some(len(things), tuple(islice(things, most)))
