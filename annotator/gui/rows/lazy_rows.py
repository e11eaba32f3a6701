"""Rows of a long list, asked for a page at a time when they come into sight."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

_PAGE = 100
"""How many rows are asked for at a time."""


class _Numbered(Protocol):
    @property
    def number(self) -> int: ...


Row = TypeVar("Row", bound=_Numbered)


class LazyRows(Generic[Row]):
    """What is shown of the articles of some numbers, in their order, as far as it was asked for."""

    def __init__(
        self,
        numbers: Sequence[int] = (),
        rows_of: Callable[[Sequence[int]], list[Row]] = lambda numbers: [],
    ) -> None:
        """``rows_of`` tells what to show of some articles."""
        self.numbers = list(numbers)
        self.rows_of = rows_of
        self._rows: dict[int, Row | None] = {}

    def forget(self) -> None:
        """Ask anew for what is shown."""
        self._rows = {}

    def look_again(self, number: int) -> None:
        """Ask anew for what is shown of one article, if it is there."""
        for row in self.rows_of([number]):
            self._rows[number] = row

    def at(self, place: int) -> Row | None:
        """Return what stands there; ``None`` if it cannot be read."""
        number = self.numbers[place]
        if number not in self._rows:
            first = place - place % _PAGE
            page = [n for n in self.numbers[first : first + _PAGE] if n not in self._rows]
            # What cannot be read is not asked for at every painting.
            self._rows.update(dict.fromkeys(page))
            self._rows.update({row.number: row for row in self.rows_of(page)})
        return self._rows[number]
