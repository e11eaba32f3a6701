"""What a lead goes through: the queue of open conflicts, and the article of the one at hand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from annotator.arabic import ARABIC
from annotator.core.blind import blind_names
from annotator.core.edits import Change
from annotator.core.model import Article, Layer, Status
from annotator.core.progress import Teller
from annotator.core.queue import Waiting, one_line
from annotator.core.rows import Kind, RowChange, project_act_from_json
from annotator.store.project import Project
from annotator.workflow.registry import current_entries
from annotator.workflow.settling import (
    ArticleReview,
    OpenConflict,
    Reviews,
    machine_authors,
    review_of,
    reviews_of,
    settled,
)
from annotator.workflow.values import Proposals

_PART = 100
"""How many articles are told of together."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What is open in an article that was looked at."""

    article_id: str
    stamp: str
    rows: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what has changed in the queue."""

    looked: tuple[Looked, ...] = ()
    gone: tuple[str, ...] = ()
    """The ids of articles that nobody has finished any more."""


def changed_since(
    project: Project, known: Mapping[str, str], at_most: int | None = None
) -> Iterator[Part] | None:
    """Return, part by part, what has changed in the queue since the stamps of articles were these.

    ``None`` if more than ``at_most`` articles had to be looked at.
    """
    with project.reading():
        stamps, outdated = Reviews(project).since(known)
    if at_most is not None and len(outdated) > at_most:
        return None
    return _parts(project, known, stamps, outdated)


def _parts(
    project: Project, known: Mapping[str, str], stamps: Mapping[str, str], outdated: list[str]
) -> Iterator[Part]:
    gone = tuple(one for one in known if one not in stamps)
    looked = set(outdated)
    # Where one author alone has finished, nothing can differ: no need to look.
    alone = tuple(
        Looked(one, stamp, ())
        for one, stamp in stamps.items()
        if one not in looked and known.get(one) != stamp
    )
    yield Part(alone, gone)
    waiting = iter(outdated)
    while some := list(islice(waiting, _PART)):
        yield Part(looked_at(project, some, stamps))


def looked_at(
    project: Project, article_ids: Iterable[str], stamps: Mapping[str, str]
) -> tuple[Looked, ...]:
    """Return what is open in some articles."""
    with project.reading():
        return tuple(
            Looked(review.article_id, stamps.get(review.article_id, ""), _rows(project, review))
            for review in reviews_of(project, list(article_ids))
        )


def gather(project: Project, known: Mapping[str, str], teller: Teller) -> None:
    """Tell of all that has changed in the queue since the stamps of articles were ``known``."""
    with project.reading():
        stamps, outdated = Reviews(project).since(known)
        done = 0
        for part in _parts(project, known, stamps, outdated):
            teller.hand_over(part)
            done += len(part.looked)
            teller.advance(done, len(outdated))


def _rows(project: Project, review: ArticleReview) -> tuple[Waiting, ...]:
    if not review.conflicts:
        return ()
    number = project.articles.number_of(review.article_id) or 0
    return tuple(_row(there, number) for there in review.conflicts)


def _row(there: OpenConflict, number: int) -> Waiting:
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
    )


@dataclass(frozen=True, slots=True)
class ArticleAtHand:
    """An article under review: what is settled of it, what is open, and who worked on it."""

    article: Article
    gold: Layer
    conflicts: tuple[OpenConflict, ...]
    names: Mapping[str, str]
    """The authors of finished layers, each with the letter that stands for the name."""

    def conflict(self, conflict_id: str) -> OpenConflict | None:
        """Return the open conflict of that id."""
        return next((one for one in self.conflicts if one.conflict.id == conflict_id), None)

    def rows(self, project: Project) -> tuple[Waiting, ...]:
        """Return what the queue shows of its conflicts."""
        number = project.articles.number_of(self.article.id) or 0
        return tuple(_row(there, number) for there in self.conflicts)


def take_to_hand(project: Project, article_id: str) -> ArticleAtHand | None:
    """Return an article as it is to be reviewed; ``None`` if it is there no longer."""
    with project.reading():
        article = project.articles.by_id(article_id)
        if article is None:
            return None
        machines = machine_authors(project)
        state = settled(project, article, machines, current_entries(project))
        authors = [
            layer.author
            for layer in project.layers.of_article(article_id)
            if layer.status is Status.FINISHED and layer.author not in machines
        ]
        review = review_of(article, state, project.labels.load())
    return ArticleAtHand(
        article, state.gold, review.conflicts, blind_names(article.sha256, authors)
    )


def place_of_act(project: Project, sequence: int) -> tuple[str, int, int] | None:
    """Return the article and the stretch of the first decision of the act of that sequence."""
    with project.reading():
        row = project.history.by_sequence(sequence)
        for change in project_act_from_json(row.done, row.inverse):
            if isinstance(change, RowChange) and change.kind is Kind.DECISION:
                decision = project.decisions.by_id(change.key)
                if decision is not None:
                    return decision.article_id, decision.start, decision.end
    return None


def with_values(project: Project, article: Article, change: Change) -> Change:
    """Return ``change`` with what its new spans are proposed to mean."""
    return Proposals(project, project.labels.load()).complete(article, change)
