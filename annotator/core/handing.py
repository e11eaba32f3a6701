"""What is handed out by hand: who has an article and how far each is, and what a lead does."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.core.model import Status


@dataclass(frozen=True, slots=True)
class Holder:
    """An author who is assigned to an article or tested with it, or who has begun it."""

    author: str
    status: Status
    is_assigned: bool
    is_test: bool = False
    """Whether it was given as a test, which counts for nothing else."""


@dataclass(frozen=True, slots=True)
class Workload:
    """How many articles an author has, each counted once; tests are left out."""

    assigned: int = 0
    finished: int = 0
    """Of those assigned."""
    unassigned: int = 0
    """Begun or finished though not assigned: imported, or taken back since."""


@dataclass(frozen=True, slots=True)
class HandedRow:
    """An article, as a list of what is handed out shows it."""

    number: int
    id: str
    name: str
    title: str
    holders: tuple[Holder, ...]
    """By their names."""

    @property
    def finished_by(self) -> tuple[str, ...]:
        """Return who has finished it as work; tests count for nothing there."""
        return tuple(
            one.author for one in self.holders if one.status is Status.FINISHED and not one.is_test
        )

    def is_assigned_to(self, author: str) -> bool:
        """Tell whether an author is to work on it."""
        return any(one.author == author and one.is_assigned for one in self.holders)


class Hand(StrEnum):
    """What can be done by hand with articles."""

    GIVE = "give"
    TAKE = "take"
    MOVE = "move"
    SEND_BACK = "send back"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Handing:
    """An act by hand on some articles."""

    hand: Hand
    numbers: tuple[int, ...]
    """Those of the articles."""
    author: str
    """Who gets them, or, of what is taken, moved or sent back, who has them."""
    to: str = ""
    """Who gets what is moved."""
    comment: str = ""
    """What the author is told who works on them next."""

    @property
    def receiver(self) -> str:
        """Who is to work on them now; empty if nobody is."""
        return "" if self.hand is Hand.TAKE else self.to or self.author
