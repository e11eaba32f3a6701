"""What a sweep lists: strings that are not as usual everywhere, with their places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from annotator.core.conflicts import Place
from annotator.core.values import Value

Identity: TypeAlias = tuple[str, str]
"""A string as it reads when folded, and the label whose values it is listed for, if it is that."""


class How(StrEnum):
    """How a string stands in a place, in view of the label that it usually has."""

    BARE = "bare"
    OTHER = "other"
    """It carries another label."""
    BORDERS = "borders"
    """What carries the label begins or ends elsewhere, where the guidelines let a border be cut
    or where it holds a part of the string."""
    VALUE = "value"
    """It carries the label, and means something else than it usually does."""
    USUAL = "usual"
    """It carries the label; where that is looked at, with the value that it usually has."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a string, in view of the label that it usually has."""

    article_id: str
    start: int
    end: int
    how: How
    spans: tuple[Place, ...]
    """What stands there in gold, to be replaced where it is to be as usual."""
    value: Value = None
    """What it means there, if the string is listed for that."""
    usual: Value = None
    """What it means if it is as usual."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A string that is not marked everywhere as it usually is."""

    words: str
    """As they are written most often."""
    folded: str
    label: str
    """The label that it usually has."""
    marked: Mapping[str, int]
    """How often it carries which label, the usual one first."""
    bare: int
    borders: int
    exceptions: int
    """In how many places it is not as usual."""
    spots: tuple[Spot, ...]
    """Bare ones first, those that are as usual last; in each group in the order of the project."""
    values: tuple[tuple[Value, int], ...] = ()
    """What it means and how often, the usual first, if it is listed for that: then all its places
    carry the label."""

    @property
    def identity(self) -> Identity:
        """What tells it from all others that are listed."""
        return self.folded, self.label if self.values else ""

    @property
    def usual(self) -> int:
        """How often it is as usual."""
        return self.values[0][1] if self.values else self.marked[self.label]

    @property
    def share(self) -> float:
        """In what part of its places it is as usual."""
        return self.usual / (self.usual + self.exceptions)

    def with_few_usual(self, most: int) -> "Listed":
        """Return it with so many of the places that are as usual: enough to compare with."""
        return replace(self, spots=self.spots[: self.exceptions + most])


class Decided(NamedTuple):
    """In how many places of a string a lead said what they are, though it is not usual.

    They are left out: a string that has no other exceptions is not listed.
    """

    folded: str
    label: str
    """The label that the string usually has."""
    usual: int
    share: float
    places: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a string is to be like if one is to be told of it."""

    share: float = 0.0
    """In what part of its places it is as usual, at least."""
    times: int = 0
    """How often, at least."""
    label: str | None = None
    """Which label it usually has; any, if that is ``None``."""
    words: str = ""
    """What is to stand in it, folded."""

    def fits(self, one: Listed | Decided) -> bool:
        """Tell whether a string is like that."""
        return (
            one.usual >= self.times
            and one.share >= self.share
            and self.label in (None, one.label)
            and self.words in one.folded
        )


@dataclass(frozen=True, slots=True)
class Swept:
    """What is to be looked at, and how much a lead has looked at already."""

    listed: Sequence[Listed] = ()
    decided: Sequence[Decided] = ()

    @property
    def places_decided(self) -> int:
        """In how many places a lead said what they are: they are left out."""
        return sum(one.places for one in self.decided)

    def within(self, asked: Asked) -> "Swept":
        """Return the part of it that is asked for."""
        return Swept(list(filter(asked.fits, self.listed)), list(filter(asked.fits, self.decided)))
