"""What a lead goes through: the queue of open conflicts, and the article of the one at hand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from annotator.arabic import ARABIC
from annotator.core.blind import blind_names
from annotator.core.conflicts import Place
from annotator.core.decisions import Decision
from annotator.core.edits import Change
from annotator.core.model import Article, Layer
from annotator.core.precedents import Earlier, earlier_of, pattern_of
from annotator.core.progress import Teller
from annotator.core.queue import Waiting, one_line
from annotator.core.rows import Kind, RowChange, project_act_from_json
from annotator.store.project import Project
from annotator.store.records import cells_of
from annotator.workflow.acts.values import Proposals
from annotator.workflow.review.costs import is_little
from annotator.workflow.review.held import HeldArticle
from annotator.workflow.review.settling import (
    ArticleReview,
    Derived,
    OpenConflict,
    Reviews,
    derived,
    open_conflict,
    review_of,
)

_PART = 40
"""How many articles are told of together: the window takes their rows in some milliseconds."""


@dataclass(frozen=True, slots=True)
class ArticleQueue:
    """What is open in an article that was looked at."""

    article_id: str
    stamp: str
    rows: tuple[Waiting, ...]
    earlier: tuple[Earlier, ...] = ()
    """What is decided of conflicts in it."""
    is_alone: bool = False
    """Whether one author alone has finished it, and nothing is decided."""


@dataclass(frozen=True, slots=True)
class ChangedQueue:
    """A part of what has changed in the queue."""

    looked: tuple[ArticleQueue, ...] = ()
    gone: tuple[str, ...] = ()
    """The ids of articles that nobody has finished any more."""


def changed_since(
    project: Project, known: Mapping[str, str], at_most: int | None = None, *, for_again: bool
) -> Iterator[ChangedQueue] | None:
    """Return, part by part, what has changed in the queue since the stamps of articles were these.

    ``None`` if that would cost more than ``at_most``; see ``costs``.  Patterns and what is decided
    already are told if that is ``for_again``: for deciding the same again.
    """
    with project.reading():
        stamps, outdated = Reviews(project).since(known)
    if at_most is not None and not is_little(project, outdated, at_most=at_most):
        return None
    return _parts(project, known, stamps, outdated, for_again=for_again)


def _parts(
    project: Project,
    known: Mapping[str, str],
    stamps: Mapping[str, str],
    outdated: list[str],
    *,
    for_again: bool,
) -> Iterator[ChangedQueue]:
    gone = tuple(one for one in known if one not in stamps)
    looked = set(outdated)
    # Where one author alone has finished, nothing can differ: no need to look.
    alone = tuple(
        ArticleQueue(one, stamp, (), is_alone=True)
        for one, stamp in stamps.items()
        if one not in looked and known.get(one) != stamp
    )
    yield ChangedQueue(alone, gone)
    waiting = iter(outdated)
    while some := list(islice(waiting, _PART)):
        yield ChangedQueue(looked_at(project, some, stamps, for_again=for_again))


def looked_at(
    project: Project,
    article_ids: Iterable[str],
    stamps: Mapping[str, str] = MappingProxyType({}),
    *,
    for_again: bool,
) -> tuple[ArticleQueue, ...]:
    """Return what is open in some articles."""
    with project.reading():
        labels = project.labels.load()
        return tuple(
            _looked(
                project,
                one,
                review_of(one.article, one.state, labels),
                stamps.get(one.article.id, ""),
                for_again=for_again,
            )
            for one in derived(project, list(article_ids))
        )


def _looked(
    project: Project, one: Derived, review: ArticleReview, stamp: str, *, for_again: bool
) -> ArticleQueue:
    rows = _rows(project, review, for_again=for_again)
    return ArticleQueue(one.article.id, stamp, rows, _earlier(one) if for_again else ())


def gather(project: Project, known: Mapping[str, str], teller: Teller, *, for_again: bool) -> None:
    """Tell of all that has changed in the queue since the stamps of articles were ``known``."""
    with project.reading():
        stamps, outdated = Reviews(project).since(known)
        done = 0
        for part in _parts(project, known, stamps, outdated, for_again=for_again):
            teller.hand_over(part)
            done += len(part.looked)
            teller.advance(done, len(outdated))


def _earlier(one: Derived) -> tuple[Earlier, ...]:
    """Return what is decided of conflicts in an article."""
    return tuple(
        earlier_of(decision, one.ground, ARABIC.fold)
        for decision in one.state.standing
        if decision.judged
    )


def _rows(project: Project, review: ArticleReview, *, for_again: bool) -> tuple[Waiting, ...]:
    if not review.conflicts:
        return ()
    number = project.articles.number_of(review.article_id) or 0
    return tuple(_row(there, number, for_again=for_again) for there in review.conflicts)


def _row(there: OpenConflict, number: int, *, for_again: bool) -> Waiting:
    conflict = there.conflict
    quote = one_line(there.quote)
    return Waiting(
        id=conflict.id,
        article_id=there.article_id,
        article=there.article,
        number=number,
        start=conflict.start,
        end=conflict.end,
        cause=there.cause,
        labels=conflict.labels,
        quote=quote,
        folded=ARABIC.fold(quote),
        votes=tuple(len(option.authors) for option in conflict.options),
        is_stale=bool(conflict.stale),
        pattern=pattern_of(conflict, ARABIC.fold) if for_again else "",
    )


@dataclass(frozen=True, slots=True)
class ArticleAtHand:
    """An article under review: what is settled of it, what is open, and who worked on it."""

    article: Article
    gold: Layer
    conflicts: tuple[OpenConflict, ...]
    names: Mapping[str, str]
    """The authors of finished layers, each with the letter that stands for the name."""
    looked: ArticleQueue
    """What the queue is to know of it."""
    decisions: tuple[Decision, ...]
    """Those that hold, in the order in which they were taken."""

    @property
    def standing(self) -> Mapping[str, tuple[Place, ...]]:
        """What the decisions that hold put, by their ids."""
        return {of.id: tuple(put.place for put in of.outcome) for of in self.decisions}

    def conflict(self, conflict_id: str) -> OpenConflict | None:
        """Return the open conflict of that id."""
        return next((one for one in self.conflicts if one.conflict.id == conflict_id), None)


def take_to_hand(
    project: Project, article_id: str, held: HeldArticle, *, for_again: bool = False
) -> ArticleAtHand | None:
    """Return an article as it is to be reviewed; ``None`` if it is there no longer.

    What is ``held`` of it is brought up to date.
    """
    with project.reading():
        one = held.derived(project, article_id)
        if one is None:
            return None
        article, labels = one.article, project.labels.load()
        ground = one.ground
        names = blind_names(article.sha256, [layer.author for layer in ground.finished])
        conflicts = held.conflicts.of(
            one.state.conflicts, lambda of: open_conflict(article, of, labels)
        )
        number = project.articles.number_of(article_id) or 0
        rows = held.rows[for_again].of(conflicts, lambda of: _row(of, number, for_again=for_again))
        decided = [of for of in one.state.standing if of.judged and for_again]
        earlier = held.earlier.of(decided, lambda of: earlier_of(of, ground, ARABIC.fold))
        looked = ArticleQueue(article_id, "", rows, earlier)
        standing = tuple(one.state.standing)
        return ArticleAtHand(article, one.state.gold, conflicts, names, looked, standing)


class DecidedPlace(NamedTuple):
    """Where an act of deciding was: the first place of it, code points, end exclusive."""

    article_id: str
    start: int
    end: int
    decided: int
    """How many decisions were taken by the act."""


def place_of_act(project: Project, sequence: int) -> DecidedPlace | None:
    """Return the first place that the act of that sequence is about."""
    with project.reading():
        row = project.history.by_sequence(sequence)
        acts = project_act_from_json(row.done, row.inverse)
        changes = [one for one in acts if isinstance(one, RowChange)]
        decided = sum(one.kind is Kind.DECISION and one.after == {"stands": 1} for one in changes)
        for change in changes:
            if change.kind is Kind.DECISION:
                decision = project.decisions.by_id(change.key)
                if decision is not None:
                    return DecidedPlace(decision.article_id, decision.start, decision.end, decided)
            if change.kind is Kind.REFUSAL:
                _, article_id, start, end, _ = cells_of(change.key)
                return DecidedPlace(article_id, start, end, decided)
    return None


def with_values(project: Project, article: Article, change: Change) -> Change:
    """Return ``change`` with what its new spans are proposed to mean."""
    return Proposals(project, project.labels.load()).complete(article, change)
