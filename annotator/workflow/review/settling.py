"""What is settled of the articles of a project, and what is not: derived, and kept while it holds.

Whatever is derived over the whole project follows from the revisions of layers, from which
decisions stand and who is to work on what: an article of which none has changed is not looked at
again.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TypeAlias

from annotator.arabic import ARABIC
from annotator.core.adjudication import Settled, Settling, awaited, settle
from annotator.core.causes import Cause, cause_of
from annotator.core.comparison import Matches, matches
from annotator.core.conflicts import Conflict
from annotator.core.decisions import Decision
from annotator.core.ground import Ground
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Layer, Status
from annotator.core.progress import Progress, Quiet
from annotator.core.registry import CurrentEntries
from annotator.store.project import Project
from annotator.workflow.people.counting import Counting, counting
from annotator.workflow.registry.registry import current_entries

_AT_ONCE = 500
"""How many articles are read from the file together."""
_QUIET = Quiet()


def settled(
    project: Project,
    article: Article,
    counts: Counting | None = None,
    entries: CurrentEntries | None = None,
) -> Settled:
    """Return what is settled of an article and what is not; merged entries are one.

    Whoever asks of many articles hands in which layers count, and the ``entries``, lest they are
    read each time.
    """
    counts, entries = counts or counting(project), entries or current_entries(project)
    return settle(
        article,
        map(entries.layer, counts.layers(project.layers.of_article(article.id))),
        map(entries.decision, project.decisions.on_article(article.id)),
        project.assignments.by_article([article.id]).get(article.id, ()),
    )


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """A conflict that waits for a lead, where it stands, and why it is there."""

    article_id: str
    article: str
    """The name of the article."""
    conflict: Conflict
    cause: Cause
    quote: str
    """The text on its stretch."""


@dataclass(frozen=True, slots=True)
class ArticleReview:
    """How far the review of an article is that somebody has finished."""

    article_id: str
    article: str
    """Its name."""
    conflicts: tuple[OpenConflict, ...]
    finished: int
    """How many layers are finished."""
    unfinished: tuple[str, ...]
    is_single_open: bool
    ready: bool
    gold: Mapping[str, int]
    """How many gold spans it has, by label; none if it is not ready."""
    against_gold: Mapping[str, Matches] = field(default_factory=dict)
    """How finished layers match gold, by author, if it is ready and that was asked for."""


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What is settled of an article follows from it, and from labels and entries."""

    layers: tuple[tuple[str, int, Status], ...]
    """Author, revision and status of those that count, by author."""
    decided: str
    assigned: tuple[str, ...]

    @property
    def finished(self) -> int:
        return sum(status is Status.FINISHED for _, _, status in self.layers)

    @property
    def is_alone(self) -> bool:
        """Whether one author alone has finished it, and nothing is decided: nothing can differ."""
        return self.finished == 1 and not self.decided


_Seen: TypeAlias = tuple[ArticleState, tuple[str, ...]]
"""What a review follows from: the state of an article, and who is held against its gold."""


class Reviews:
    """The articles that somebody has finished, each derived once for each state of its layers."""

    def __init__(self, project: Project, *, holds_against_gold: bool = False) -> None:
        """Say whether layers are held against gold whose authors something was suggested."""
        self._project = project
        self._holds_against_gold = holds_against_gold
        self._known: dict[str, tuple[_Seen, ArticleReview]] = {}
        self._view: object = None

    def all(self, progress: Progress = _QUIET) -> list[ArticleReview]:
        """Return all of them, in the order in which the articles were added."""
        project = self._project
        with project.reading():
            counts = counting(project)
            view = self._view_now(counts)
            if view != self._view:
                self._known.clear()
                self._view = view
            held = project.suggestions.finished() if self._holds_against_gold else {}
            seen = {one: (state, held.get(one, ())) for one, state in self._states(counts).items()}
            names = project.articles.names()
            known, self._known = self._known, {}
            outdated = []
            for article_id, (state, authors) in seen.items():
                if article_id in known and known[article_id][0] == (state, authors):
                    self._known[article_id] = known[article_id]
                elif state.is_alone:
                    alone = _alone(article_id, names[article_id], state)
                    self._known[article_id] = (state, authors), alone
                else:
                    outdated.append(article_id)
            for done, review in enumerate(reviews_of(project, outdated, held), start=1):
                self._known[review.article_id] = seen[review.article_id], review
                progress.advance(done, len(outdated))
        return [self._known[one][1] for one in names if one in self._known]

    def conflicts(self, progress: Progress = _QUIET) -> Iterator[OpenConflict]:
        """Yield all open conflicts, article by article, in the order of the text."""
        for review in self.all(progress):
            yield from review.conflicts

    def since(self, known: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
        """Return the stamps of the articles that somebody has finished, by their ids.

        A stamp is another one whenever the review of its article may be.  With them come the ids
        of those articles in which authors can differ and whose stamp is not the ``known`` one.
        """
        counts = counting(self._project)
        view = sha256(repr(self._view_now(counts)).encode()).hexdigest()
        states = self._states(counts)
        stamps = {
            article_id: sha256(f"{view}{state}".encode()).hexdigest()[:16]
            for article_id, state in states.items()
        }
        outdated = [
            article_id
            for article_id, stamp in stamps.items()
            if known.get(article_id) != stamp and not states[article_id].is_alone
        ]
        return stamps, outdated

    def _view_now(self, counts: Counting) -> object:
        """Return what else all of them follow from."""
        labels = tuple(self._project.labels.load())
        return labels, self._project.registry.merged(), sorted(counts.machines)

    def _states(self, counts: Counting) -> dict[str, ArticleState]:
        states = article_states(self._project, counts)
        return {article_id: state for article_id, state in states.items() if state.finished}


def article_states(
    project: Project, counts: Counting, article_ids: Collection[str] | None = None
) -> dict[str, ArticleState]:
    """Return the states of all articles that somebody has begun or decided, or of some."""
    layers: dict[str, list[tuple[str, int, Status]]] = defaultdict(list)
    for article_id, author, revision, status in project.layers.states(article_ids):
        if counts.counts(article_id, author):
            layers[article_id].append((author, revision, status))
    decided = project.decisions.stamps(article_ids)
    assigned = project.assignments.by_article(article_ids)
    return {
        article_id: ArticleState(
            tuple(layers.get(article_id, ())),
            decided.get(article_id, ""),
            assigned.get(article_id, ()),
        )
        for article_id in {**layers, **decided}
    }


@dataclass(frozen=True, slots=True)
class Derived:
    """What is settled of an article, and what it follows from; merged entries are one."""

    article: Article
    layers: tuple[Layer, ...]
    """All of them, also those that count for nothing."""
    ground: Ground
    """The finished ones of those that count."""
    decisions: tuple[Decision, ...]
    state: Settled

    @property
    def on_spans(self) -> list[Decision]:
        """The decisions on spans that stand: what is stale puts nothing."""
        return [decision for decision in self.state.standing if decision.is_on_spans]


def derived(
    project: Project,
    article_ids: Sequence[str],
    counts: Counting | None = None,
    entries: CurrentEntries | None = None,
) -> Iterator[Derived]:
    """Yield what is settled of some articles, derived anew, in the order of the project.

    Whoever asks several times hands in which layers count, and the ``entries``; see ``settled``.
    """
    counts, entries = counts or counting(project), entries or current_entries(project)
    for first in range(0, len(article_ids), _AT_ONCE):
        some = article_ids[first : first + _AT_ONCE]
        layers = project.layers.of_articles(some)
        decisions = project.decisions.on_articles(some)
        assigned = project.assignments.by_article(some)
        for article in project.articles.of_ids(some):
            there = tuple(map(entries.layer, layers.get(article.id, ())))
            counted = counts.layers(there)
            told = tuple(map(entries.decision, decisions.get(article.id, ())))
            settling = Settling(article, counted, assigned.get(article.id, ()))
            yield Derived(article, there, settling.ground, told, settling.settle(told))


def reviews_of(
    project: Project,
    article_ids: Sequence[str],
    held: Mapping[str, Collection[str]] | None = None,
) -> Iterator[ArticleReview]:
    """Yield the reviews of some articles, derived anew, in the order of the project.

    The finished layers of those authors are ``held`` against gold, by the ids of articles.
    """
    labels = project.labels.load()
    for one in derived(project, article_ids):
        review = review_of(one.article, one.state, labels)
        authors = held.get(one.article.id, ()) if held and review.ready else ()
        found = {
            layer.author: matches(layer.spans, one.state.gold.spans)
            for layer in one.ground.finished
            if layer.author in authors
        }
        yield replace(review, against_gold=found) if found else review


def _alone(article_id: str, name: str, state: ArticleState) -> ArticleReview:
    """Return the review of an article that one author alone has finished: nothing can differ."""
    statuses = {author: status for author, _, status in state.layers}
    unfinished = awaited(statuses, assigned=state.assigned)
    return ArticleReview(
        article_id, name, (), 1, unfinished, is_single_open=True, ready=False, gold={}
    )


def open_conflict(article: Article, conflict: Conflict, labels: LabelSet) -> OpenConflict:
    """Return a conflict of an article with its cause."""
    return OpenConflict(
        article_id=article.id,
        article=article.name,
        conflict=conflict,
        cause=cause_of(conflict, article.text, labels, ARABIC),
        quote=article.text[conflict.start : conflict.end],
    )


def review_of(article: Article, state: Settled, labels: LabelSet) -> ArticleReview:
    """Return the review of an article of which ``state`` was derived, with the causes."""
    conflicts = tuple(open_conflict(article, one, labels) for one in state.conflicts)
    return ArticleReview(
        article_id=article.id,
        article=article.name,
        conflicts=conflicts,
        finished=state.finished,
        unfinished=state.unfinished,
        is_single_open=state.is_single_open,
        ready=state.ready,
        gold=Counter(span.label for span in state.gold) if state.ready else {},
    )
