"""How long work tells how far it is, and learns that it is to stop."""

from typing import Protocol


class Cancelled(Exception):
    """The person asked for the work to stop; what is done so far stays whole."""


class Progress(Protocol):
    """The terminal's bar, the window's, or none at all."""

    def advance(self, done: int, total: int | None) -> None:
        """Say that ``done`` of ``total`` units are done; ``total`` may not be known.

        Raises:
            Cancelled: if the work is to stop here.
        """


class Teller(Progress, Protocol):
    """Progress that also takes what is found, part by part."""

    def hand_over(self, part: object) -> None:
        """Take what was found since the last time."""


class Quiet:
    """Progress that nobody watches."""

    def advance(self, done: int, total: int | None) -> None:
        """Do nothing."""


class Share:
    """Progress of one of several parts of a work, each as long as the others, or of some."""

    def __init__(self, whole: Progress, number: int, count: int, parts: int = 1) -> None:
        """Say which of ``count`` parts it is, from 0, and how many it takes together."""
        self._whole = whole
        self._number = number
        self._count = count
        self._parts = parts

    def advance(self, done: int, total: int | None) -> None:
        """Say how far the part is."""
        if total is None:
            self._whole.advance(done, None)
        else:
            done *= self._parts
            self._whole.advance(self._number * total + done, self._count * total)
