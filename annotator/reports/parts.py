"""What a report is made of: sections of tables, charts and notes, all of it said in one language.

Nothing here is drawn yet.  The window and the page show the same parts, each in its own way.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias, overload

from annotator.core.behind import Behind

MOST_ROWS: Final = 40
"""So many categories are drawn below each other; more would be a picture that nobody takes in."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure or name of a table."""

    text: str
    behind: Behind | None = None
    """What it counts, for whoever wants to see it."""
    tip: str = ""
    """What is said of it when one stays there, such as why there is no figure."""
    is_number: bool = True
    colour: str = ""
    """``#rrggbb`` of what the cell names, such as a label."""
    within: str = ""
    """Where the figure lies in 95 of 100 samples: it stands below it, or behind it."""


Row: TypeAlias = tuple[Cell, ...]


class Rows(Sequence[Row]):
    """Rows that are made when they are asked for: a table may have thousands, and few are seen.

    Two are equal if they are made of the same: in one table they are made alike.
    """

    def __init__(self, things: Sequence[Any], make: Callable[[Any], Row]) -> None:
        """Let ``make`` make a row of each of ``things``, which tell one row from another."""
        self.things = things
        self._make = make
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.things)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        if place not in self._made:
            self._made[place] = self._make(self.things[place])
        return self._made[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self.things == other.things

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in rows and columns; the first cell of a row names it."""

    name: str
    """Its name in the program."""
    title: str
    about: str
    """What its figures mean, and whose formula they follow."""
    head: tuple[str, ...]
    rows: Sequence[Row]
    if_empty: str = ""
    """What is said where there are no rows."""

    @property
    def has_intervals(self) -> bool:
        """Whether cells have an interval below their figure."""
        are_there = not isinstance(self.rows, Rows)
        return are_there and any(cell.within for row in self.rows for cell in row)

    @property
    def names(self) -> Sequence[object]:
        """What tells the rows from each other, whatever figures they have."""
        if isinstance(self.rows, Rows):
            return [one[0] for one in self.rows.things]
        return [row[0].text for row in self.rows]

    def with_columns(self, place: int, titles: Iterable[str]) -> "Table":
        """Return the table with further titles of columns from that place on."""
        return replace(self, head=(*self.head[:place], *titles, *self.head[place:]))


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, or one part of a stacked one."""

    value: float
    shown: str
    """The figure as it is written beside the bar."""
    told: str
    """The bar in words: what it counts, and how many."""
    behind: Behind | None = None
    colour: str = ""
    """Its own; else that of its series."""
    interval: tuple[float, float] | None = None
    """Where the figure lies in 95 of 100 samples."""


@dataclass(frozen=True, slots=True)
class Series:
    """Bars that say the same of each category."""

    name: str
    colour: str
    bars: tuple[Bar | None, ...]
    """One for each category; ``None`` where there is no figure."""
    is_faint: bool = False
    """Whether its bars are drawn paler than others of their colour."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars by category: side by side, or stacked."""

    name: str
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    is_stacked: bool = False
    is_upright: bool = False
    """Whether bars stand, as for days one after the other; else they lie below each other."""
    is_share: bool = False
    """Whether the axis runs from 0 to 1."""
    about: str = ""
    """What is to be known of the picture, such as what is not drawn."""

    @property
    def is_cut(self) -> bool:
        """Whether not all of it is drawn: there are too many bars that lie below each other."""
        return not self.is_upright and len(self.categories) > MOST_ROWS

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        bars = (bar for series in self.series for bar in series.bars if bar)
        return not any(bar.value or self.is_share for bar in bars)


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that stands for itself; a warning is to be seen first."""

    name: str
    text: str
    is_warning: bool = False


Part: TypeAlias = Table | Chart | Note


@dataclass(frozen=True, slots=True)
class Section:
    """Parts under one heading."""

    name: str
    title: str
    parts: tuple[Part, ...]
