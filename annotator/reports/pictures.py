"""Charts as they are shown: pictures, each with a map of its bars."""

from dataclasses import dataclass
from typing import NamedTuple

from annotator.core.behind import Behind


class Area(NamedTuple):
    """A rectangle in fractions of its picture, from the top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """Where a bar is in a picture, and what it says."""

    area: Area
    told: str
    behind: Behind | None
    colour: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as it is shown."""

    data: bytes
    width: int
    height: int
    bars: tuple[DrawnBar, ...]
    """In the order of the categories, so that one can go through them."""
