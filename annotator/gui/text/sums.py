"""Running sums over many numbers of which some change: the heights of the blocks of an article."""

from collections.abc import Iterable


class Sums:
    """Numbers with fast sums of all before one (a Fenwick tree)."""

    def __init__(self, values: Iterable[int]) -> None:
        self._values = list(values)
        self._tree = [0, *self._values]
        for place in range(1, len(self._tree)):
            parent = place + (place & -place)
            if parent < len(self._tree):
                self._tree[parent] += self._tree[place]

    def __getitem__(self, index: int) -> int:
        return self._values[index]

    def __setitem__(self, index: int, value: int) -> None:
        change = value - self._values[index]
        self._values[index] = value
        place = index + 1
        while change and place < len(self._tree):
            self._tree[place] += change
            place += place & -place

    def before(self, index: int) -> int:
        """Return the sum of all numbers before ``index``."""
        total = 0
        while index > 0:
            total += self._tree[index]
            index -= index & -index
        return total

    @property
    def total(self) -> int:
        """The sum of all numbers."""
        return self.before(len(self._values))

    def find(self, amount: float) -> int:
        """Return the index of the number in which the running sum exceeds ``amount``."""
        place, step = 0, 1 << len(self._values).bit_length()
        while step:
            ahead = place + step
            if ahead < len(self._tree) and self._tree[ahead] <= amount:
                amount -= self._tree[ahead]
                place = ahead
            step >>= 1
        return min(place, len(self._values) - 1)
