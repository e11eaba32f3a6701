"""The assignment problem: rows and columns paired one to one, as heavy as can be."""

from collections.abc import Container, Mapping, Sequence
from heapq import heappop, heappush


def heaviest(weights: Sequence[Mapping[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column), one to one, whose weights have the greatest sum.

    ``weights`` has for each row the columns that it may be paired with, and how much that weighs:
    1 or more.  The method is the Hungarian one (Kuhn 1955) by shortest augmenting paths (Jonker
    and Volgenant 1987); at worst it takes as many steps as there are weights, for each row.
    """
    solved = _Assignment(weights)
    for row in range(len(weights)):
        solved.assign(row)
    return sorted((row, column) for column, row in solved.row_of.items())


class _Assignment:
    """Rows that have a column so far, and prices under which none would rather have another.

    For each row and column, gain + price is at least the weight; it is the weight where the row
    has the column.  A row without a column gains nothing, and a column that no row has costs
    nothing.
    """

    def __init__(self, weights: Sequence[Mapping[int, int]]) -> None:
        self._weights = weights
        self._gain = [max(row.values(), default=0) for row in weights]
        self._price: dict[int, int] = {}
        self.row_of: dict[int, int] = {}

    def assign(self, row: int) -> None:
        """Give ``row`` a column, or another row none, whatever loses least."""
        way = _Way(self._weights, self._gain, self._price, self.row_of)
        way.look_around(row, None, 0)
        while (column := way.next_column()) is not None and column in self.row_of:
            way.look_around(self.row_of[column], column, way.seen[column])
        self._reprice(row, way)
        if column is None:
            column = way.left_alone
            if column is None:
                return
            del self.row_of[column]
            # Its row goes without: the one before it in the way has the column now.
        self._move(row, column, way.came_from)

    def _reprice(self, row: int, way: "_Way") -> None:
        """Keep the prices right: what was seen on the way costs as much more as it is nearer."""
        self._gain[row] -= way.reached
        for column, loss in way.seen.items():
            if loss < way.reached and column in self.row_of:
                self._gain[self.row_of[column]] -= way.reached - loss
                self._price[column] = self._price.get(column, 0) + way.reached - loss

    def _move(self, row: int, column: int, came_from: Mapping[int, int | None]) -> None:
        """Give each row on the way the column after its own."""
        before = came_from[column]
        while before is not None:
            self.row_of[column] = self.row_of[before]
            column, before = before, came_from[before]
        self.row_of[column] = row


class _Way:
    """The search (Dijkstra 1959) for the least loss at which one more row has what it may have."""

    def __init__(
        self,
        weights: Sequence[Mapping[int, int]],
        gain: Sequence[int],
        price: Mapping[int, int],
        taken: Container[int],
    ) -> None:
        self._weights = weights
        self._gain = gain
        self._price = price
        self._taken = taken
        self._loss: dict[int, int] = {}
        self._open: list[tuple[int, bool, int]] = []
        """Columns that nobody has come first among equals: there the way ends."""
        self._least_alone: int | None = None
        self.left_alone: int | None = None
        """The column whose row loses least by going without; ``None``: the new row itself."""
        self.seen: dict[int, int] = {}
        """Columns for good, and at what loss another row gets them."""
        self.came_from: dict[int, int | None] = {}
        self.reached = 0

    def look_around(self, row: int, column: int | None, loss: int) -> None:
        """See what ``row`` may have instead of ``column``."""
        so_far = loss + self._gain[row]
        if self._least_alone is None or so_far < self._least_alone:
            self._least_alone, self.left_alone = so_far, column
        for other, weight in self._weights[row].items():
            cost = so_far + self._price.get(other, 0) - weight
            if other not in self.seen and (other not in self._loss or cost < self._loss[other]):
                self._loss[other] = cost
                self.came_from[other] = column
                heappush(self._open, (cost, other in self._taken, other))

    def next_column(self) -> int | None:
        """Return the column that is nearest; None if it is better that a row goes without."""
        assert self._least_alone is not None
        while self._open and self._open[0][0] <= self._least_alone:
            self.reached, _, column = heappop(self._open)
            if column not in self.seen:
                self.seen[column] = self.reached
                return column
        self.reached = self._least_alone
        return None
