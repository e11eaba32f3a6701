"""How the files of ``resources/gazetteers`` are read: what has names of its own in Arabic news.

A line holds the spellings of one name, parted by strokes.  A name behind which a question mark
stands is a word or a town as well: it counts where something else says what it is.  Where a line
tells more than one thing, semicolons part its columns; the comment at the head says which.
"""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.paths import resources

_DOUBTFUL = "?"


class Spelt(NamedTuple):
    """What one column of a line tells."""

    names: tuple[str, ...]
    is_sure: bool
    """Whether they can be nothing else."""


def rows_in(name: str) -> Iterator[list[Spelt]]:
    """Yield the lines of a gazetteer, each with its columns."""
    text = (resources() / "gazetteers" / f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [_spelt(column) for column in line.split(";")]


def spellings_in(name: str, column: int = 0) -> Iterator[tuple[str, bool]]:
    """Yield each spelling in a column of a gazetteer, and whether it can be nothing else."""
    for row in rows_in(name):
        for one in row[column].names:
            yield one, row[column].is_sure


def numbered_in(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the names in a gazetteer whose first column numbers them, in that order."""
    rows = {int(number.names[0]): spelt.names for number, spelt in rows_in(name)}
    return tuple(rows[number] for number in sorted(rows))


def _spelt(column: str) -> Spelt:
    parts = [one.strip() for one in column.split("|")]
    names = tuple(one for one in parts if one and one != _DOUBTFUL)
    return Spelt(names, _DOUBTFUL not in parts)
