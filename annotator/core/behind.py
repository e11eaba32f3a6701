"""What stands behind a figure: what one who asks “which ones?” is shown.

Each of them is asked for anew when it is opened, and so tells what the file holds by then.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from annotator.core.causes import Cause
from annotator.core.decisions import Choice
from annotator.core.excerpts import Quotation
from annotator.core.query import ArticleQuery
from annotator.core.questions import Question
from annotator.core.queue import Wanted


class Wait(StrEnum):
    """Why an article is not ready; it may wait for several things at once."""

    NOBODY = "nobody"
    """Nobody has finished it yet."""
    AUTHORS = "authors"
    """Somebody has; others have yet to."""
    CONFLICTS = "conflicts"
    """Open conflicts are to be settled."""
    SINGLE = "single"
    """Its only finished layer is to be accepted."""
    ASIDE = "aside"
    """All who had it have set it aside: it is never ready."""
    OWNER = "owner"
    """The one author whose layer is wanted has yet to finish it; gold waits for no such thing."""


@dataclass(frozen=True, slots=True)
class Confused:
    """Spans that one author calls ``label`` and another ``other``; ``None`` is no span there."""

    label: str
    other: str | None


@dataclass(frozen=True, slots=True)
class OfOutlet:
    """The articles of an outlet; ``None`` is of those without one."""

    outlet: str | None


@dataclass(frozen=True, slots=True)
class OfMonth:
    """The articles of which the last layer was finished in a month; see ``ProjectAgreement``."""

    month: str | None
    """As 2026-02; ``None`` is unknown."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Spans without one of the same label and borders in the layer of the other author.

    If ``overlapping``, one of the same label that shares a letter will do, one to one.
    """

    authors: tuple[str, str] | None = None
    """Of which pair; ``None`` for all pairs."""
    label: str | None = None
    """Of which label; ``None`` for all."""
    overlapping: bool = False
    among: OfOutlet | OfMonth | None = None
    """In which articles; ``None`` for all."""


@dataclass(frozen=True, slots=True)
class CausedBy:
    """Stretches on which authors differ for that cause, whatever a lead has decided of them."""

    cause: Cause


@dataclass(frozen=True, slots=True)
class InGold:
    """Gold spans of the articles that are ready."""

    label: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Where leads have decided and nobody has taken it back."""

    choice: Choice | None = None
    """How they came to it; ``None`` for all ways."""
    gap: bool = False
    """Whether only those are sought of which the guidelines leave the question open."""


@dataclass(frozen=True, slots=True)
class DrawnOn:
    """Spans that an author drew on one day, by the clock of this machine."""

    day: str
    """As 2026-02-23."""
    author: str


@dataclass(frozen=True, slots=True)
class WaitingFor:
    """Articles that are not ready for that reason, each by its first line."""

    wait: Wait


@dataclass(frozen=True, slots=True)
class Ready:
    """Articles that are ready, each by its first line."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Articles that both of two authors have finished, each by its first line."""

    authors: tuple[str, str] | None = None
    """Which pair; ``None`` for any."""
    among: OfOutlet | OfMonth | None = None
    """Among which articles; ``None`` for all."""


@dataclass(frozen=True, slots=True)
class AskedQuestions:
    """The questions to the lead."""

    author: str = ""
    """Whose; those of all if it is empty."""
    is_open: bool | None = None
    """Whether those that wait for an answer, or those that have one; ``None`` is both."""

    def counts(self, question: Question) -> bool:
        """Tell whether a question is one of them."""
        return self.author in ("", question.author) and self.is_open in (None, question.is_open)


@dataclass(frozen=True, slots=True)
class Passage:
    """``[start, end)`` of the article of that name."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Disputed:
    """``[start, end)`` of the article of that name, beside what all authors marked there."""

    article: str
    start: int
    end: int


Sought: TypeAlias = (
    Confused | Unmatched | CausedBy | InGold | Decided | DrawnOn | WaitingFor | Ready | Compared
)
"""What has to be looked for in the layers."""
Behind: TypeAlias = Sought | ArticleQuery | Wanted | AskedQuestions | Passage | Disputed


@dataclass(frozen=True, slots=True)
class CountedPlace:
    """One of the places that a figure counts, and what is said of it."""

    quotation: Quotation
    said: tuple[tuple[str, str | None], ...] = ()
    """Authors, by letters that say nothing, and the label of each; ``None`` is no span."""
    label: str | None = None
    """That whose colour it bears."""
    reason: str = ""
    """Why a lead decided so."""
