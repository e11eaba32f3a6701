"""All figures of a project: how far the work is, what is settled, how far authors agree.

They follow from the file alone.  Days are those of the machine's own clock and time zone: people
think of the days on which they worked, not of days in UTC.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from annotator.core.agreement import Agreement, PairAgreement, ProjectAgreement
from annotator.core.behind import Wait
from annotator.core.blind import blind_names
from annotator.core.causes import Cause
from annotator.core.decisions import Choice
from annotator.core.labels import LabelSet
from annotator.core.merging import ToldClash
from annotator.core.model import Status
from annotator.core.samples import CheckedSample
from annotator.core.suggestion_effect import SuggestionEffect
from annotator.core.trained import TrainedModel


@dataclass(frozen=True, slots=True)
class AuthorWork:
    """The work of one author; machines have none."""

    author: str
    articles: Mapping[Status, int]
    """How many articles the author has of each status: those assigned or begun, tests left out.

    What is assigned and not begun is new.  Who sees the own work alone is told of those that she
    may see: what she has begun and was taken from her is not among them.
    """
    spans: int
    per_span: float | None
    """Seconds a span drawn or changed, on finished articles on which time was measured.

    ``None`` if on none.
    """
    per_article: float | None
    """Seconds an article, likewise."""
    has_tests: bool
    """Whether the author was given articles as a test, too."""

    @property
    def total(self) -> int:
        """How many articles the author has."""
        return sum(self.articles.values())


@dataclass(frozen=True, slots=True)
class Aside:
    """An article that an author set aside, and why."""

    article: str
    """Its name."""
    author: str
    reason: str | None
    """In the words of the author; ``None`` where they are not to be told."""


@dataclass(frozen=True, slots=True)
class Work:
    """What authors have done: all of them, or one who sees the own work alone."""

    articles: int
    """How many articles the project has, or the one author."""
    tests: int
    """How many of them the one author was given as a test; 0 where all are told of."""
    authors: tuple[AuthorWork, ...]
    """In the order of their names."""
    days: Mapping[str, Mapping[str, int]]
    """How many of today's spans were drawn on each day, by author; days as 2026-02-23, in order.

    By when each span was drawn: the history says it too, but not of what came back in a pack.
    What an import brought without saying how it was drawn is left out.
    """
    aside: tuple[Aside, ...]
    questions: Mapping[str, tuple[int, int]]
    """How many questions of each author wait for an answer, and how many have one."""
    labels: Mapping[str, int]
    """How many spans finished layers hold, by label; each label of the project is there."""

    @property
    def questions_open(self) -> int:
        """How many questions wait for an answer."""
        return sum(open_ for open_, _ in self.questions.values())

    @property
    def questions_answered(self) -> int:
        """How many questions have an answer."""
        return sum(answered for _, answered in self.questions.values())


@dataclass(frozen=True, slots=True)
class Settlement:
    """What follows from finished layers and from what leads decided."""

    ready: int
    waiting: Mapping[Wait, int]
    """How many articles wait for what; one may wait for several things."""
    gold: Mapping[str, int]
    """How many gold spans the articles that are ready have, by label."""
    conflicts: Mapping[tuple[Cause | None, str | None], int]
    """How many conflicts are open by cause and label, ``None`` standing for all.

    One that is about two labels counts for both, so that labels may add up to more than all.
    """
    decisions: Mapping[Choice, int]
    """How many decisions stand, by how the lead came to them."""
    gaps: int
    """How many of them say that the guidelines leave the question open."""
    samples: tuple[CheckedSample, ...] = ()
    """The random samples of agreed spans that leads have checked."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures; what is still being reckoned, or is not for that author, is ``None``."""

    project: str
    """The name of the file, without its ending."""
    as_of: str
    """The day of the last act, as 2026-02-23; empty if nothing was done yet."""
    zone: str
    """The time zone of all days."""
    labels: LabelSet
    work: Work
    of: str = ""
    """The author who is told of the own work alone; empty for leads, who are told all."""
    settlement: Settlement | None = None
    agreement: ProjectAgreement | None = None
    suggestions: SuggestionEffect | None = None
    """What suggestions do to the work; ``None`` too where none were ever made."""
    model: TrainedModel | None = None
    """The model that has learned from the project; for leads."""
    clashes: tuple[ToldClash, ...] = ()
    """What packs and the project changed alike, article by article; for leads, in no report."""


def blinded(overview: Overview, secret: str) -> Overview:
    """Return the same figures with A, B, C … for the names of the authors, and without reasons.

    The letters follow from ``secret`` too: who knows all names, and how letters are given, still
    cannot tell who is A.  What people wrote is left out, since it may name somebody.
    """
    letters = letters_of(overview, secret)
    work = overview.work
    told = replace(
        work,
        authors=_sorted(replace(one, author=letters[one.author]) for one in work.authors),
        days={
            day: {letters[author]: count for author, count in counts.items()}
            for day, counts in work.days.items()
        },
        aside=tuple(replace(one, author=letters[one.author], reason=None) for one in work.aside),
        questions={
            letter: work.questions[name]
            for name, letter in sorted(letters.items(), key=lambda one: (len(one[1]), one[1]))
            if name in work.questions
        },
    )
    agreed = overview.agreement and _blinded_agreement(overview.agreement, letters)
    return replace(overview, work=told, agreement=agreed, clashes=())


def letters_of(overview: Overview, secret: str) -> dict[str, str]:
    """Return the letters by which ``blinded`` calls the authors."""
    return blind_names(secret, _names(overview))


def _names(overview: Overview) -> set[str]:
    work, agreement = overview.work, overview.agreement
    names = {one.author for one in work.authors} | {one.author for one in work.aside}
    names |= {author for counts in work.days.values() for author in counts} | {*work.questions}
    pairs = agreement.whole.pairs if agreement else ()
    return names | {name for pair in pairs for name in (pair.first, pair.second)}


def _sorted(authors: Iterable[AuthorWork]) -> tuple[AuthorWork, ...]:
    return tuple(sorted(authors, key=lambda one: (len(one.author), one.author)))


def _blinded_agreement(found: ProjectAgreement, letters: Mapping[str, str]) -> ProjectAgreement:
    def blind(some: Mapping[str | None, Agreement]) -> dict[str | None, Agreement]:
        return {name: _with_letters(one, letters) for name, one in some.items()}

    return replace(
        found,
        authors=tuple(sorted(letters[name] for name in found.authors if name in letters)),
        whole=_with_letters(found.whole, letters),
        outlets=blind(found.outlets),
        months=blind(found.months),
    )


def _with_letters(found: Agreement, letters: Mapping[str, str]) -> Agreement:
    pairs = (_renamed(pair, letters) for pair in found.pairs)
    return replace(found, pairs=tuple(sorted(pairs, key=lambda pair: (pair.first, pair.second))))


def _renamed(pair: PairAgreement, letters: Mapping[str, str]) -> PairAgreement:
    first, second = sorted((letters[pair.first], letters[pair.second]))
    return replace(pair, first=first, second=second)
