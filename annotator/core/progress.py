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
