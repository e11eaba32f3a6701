"""How gold differs from what an author marked, and how near she comes to it: derived, and kept.

Only articles are told of that she has finished and whose gold is ready; of those of a test only
leads are told before she has finished all of it, or it has ended.  Whoever else worked on them is
never named.  What she marked as a test is compared with gold that she has no part in.

A pack holds no gold: what it tells was told when it was made, and stays so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.arabic import ARABIC
from annotator.core.adjudication import Settled, conflicts_between
from annotator.core.causes import cause_of
from annotator.core.comparison import Marks, compare
from annotator.core.conflicts import Conflict
from annotator.core.decisions import Decision
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.excerpts import quotation
from annotator.core.feedback import ArticleFeedback, Difference, Score, score
from annotator.core.labels import LabelSet
from annotator.core.model import GOLD, Article, Layer, Status
from annotator.core.progress import Progress, Quiet, Teller
from annotator.core.tokens import Tokens
from annotator.store.project import Project
from annotator.workflow.people.authors import refuse_unless_lead
from annotator.workflow.review.costs import is_little
from annotator.workflow.review.feedback_json import read_feedback
from annotator.workflow.review.settling import Reviews, derived

_PART = 50
"""How many articles are told of together."""
_QUIET = Quiet()
_PACKED = "packed"
"""The stamp of what a pack brings along, which never changes."""
_NO_TOKENS = Tokens([], [])
"""F1 of spans asks for none."""


def feedback_on(
    project: Project, article_id: str, author: str, asked_by: str
) -> ArticleFeedback | None:
    """Return how gold of an article differs from what ``author`` marked.

    ``None`` unless the article is settled and the author has finished it, and all of the test that
    it is of; a lead need not wait for the others.

    Raises:
        RefusedAct: if who asks is neither that author nor a lead.
    """
    with project.reading():
        _refuse_strangers(project, author, asked_by)
        if article_id in _untold(project, author, asked_by):
            return None
        return next(_told(project, [article_id], author), None)


@dataclass(frozen=True, slots=True)
class ArticleTold:
    """What gold says of an article that was looked at."""

    article_id: str
    stamp: str
    feedback: ArticleFeedback | None
    """None while the article is not settled."""


@dataclass(frozen=True, slots=True)
class ChangedFeedback:
    """A part of what has changed for an author."""

    looked: tuple[ArticleTold, ...] = ()
    gone: tuple[str, ...] = ()
    """The ids of articles that she has no longer finished."""
    total: int = 0
    """How many articles are looked at in all."""


def feedback_since(
    project: Project,
    author: str,
    asked_by: str,
    known: Mapping[str, str],
    at_most: int | None = None,
) -> Iterator[ChangedFeedback] | None:
    """Return, part by part, what has changed for an author since the stamps of articles were these.

    ``None`` if that would cost more than ``at_most``; see ``costs``.

    Raises:
        RefusedAct: if who asks is neither that author nor a lead.
    """
    with project.reading():
        _refuse_strangers(project, author, asked_by)
        stamps = _stamps(project, author, asked_by)
        stamps |= dict.fromkeys(project.feedback.of(author), _PACKED)
    outdated = [one for one, stamp in stamps.items() if known.get(one) != stamp]
    if at_most is not None and not is_little(project, outdated, at_most=at_most):
        return None
    return _parts(project, author, known, stamps, outdated)


def _parts(
    project: Project,
    author: str,
    known: Mapping[str, str],
    stamps: Mapping[str, str],
    outdated: Sequence[str],
) -> Iterator[ChangedFeedback]:
    with project.reading():
        yield ChangedFeedback(gone=tuple(one for one in known if one not in stamps))
        for first in range(0, len(outdated), _PART):
            some = outdated[first : first + _PART]
            found = {one.article_id: one for one in _told(project, some, author)}
            looked = tuple(ArticleTold(one, stamps[one], found.get(one)) for one in some)
            yield ChangedFeedback(looked, total=len(outdated))


def gather(
    project: Project, author: str, asked_by: str, known: Mapping[str, str], teller: Teller
) -> None:
    """Tell of all that has changed for an author; see ``feedback_since``."""
    for part in _watched(feedback_since(project, author, asked_by, known), teller):
        teller.hand_over(part)


def _watched(
    parts: Iterable[ChangedFeedback] | None, progress: Progress
) -> Iterator[ChangedFeedback]:
    """Yield the parts, and say after each how far the looking is."""
    done = 0
    for part in parts or ():
        yield part
        done += len(part.looked)
        if part.looked:
            progress.advance(done, part.total)


class Feedback:
    """What gold says to one author, each article derived once for each state of it."""

    def __init__(self) -> None:
        self.stamps: dict[str, str] = {}
        self._told: dict[str, ArticleFeedback] = {}

    def take(self, part: ChangedFeedback) -> None:
        """Take in what has changed."""
        for article_id in part.gone:
            self.stamps.pop(article_id, None)
            self._told.pop(article_id, None)
        for one in part.looked:
            self.stamps[one.article_id] = one.stamp
            self._told.pop(one.article_id, None)
            if one.feedback is not None:
                self._told[one.article_id] = one.feedback

    def articles(self) -> list[ArticleFeedback]:
        """Return what is known of the articles that are settled."""
        return list(self._told.values())

    def article(self, name: str) -> ArticleFeedback | None:
        """Return what is known of the article of that name."""
        return next((one for one in self._told.values() if one.article == name), None)


@dataclass(frozen=True, slots=True)
class Testing:
    """How far an author is with her test; what she had not finished when it ended is left out."""

    articles: int
    finished: int
    is_ended: bool

    @property
    def is_done(self) -> bool:
        """Whether she has finished all of it, and may see how it went."""
        return self.finished == self.articles


def testing_of(project: Project, author: str, asked_by: str) -> Testing | None:
    """Return how far an author is with her test; ``None`` if she has none.

    Raises:
        RefusedAct: if who asks is neither that author nor a lead.
    """
    with project.reading():
        _refuse_strangers(project, author, asked_by)
        tests = project.qualifications.of_author(author)
        finished = project.layers.finished_by(author)
    told = [one for one in tests if not one.is_ended or one.article_id in finished]
    if not told:
        return None
    return Testing(
        articles=len(told),
        finished=sum(one.article_id in finished for one in told),
        is_ended=all(one.is_ended for one in told),
    )


def test_score(project: Project, author: str, asked_by: str) -> Score:
    """Return how near an author comes to gold over what is to be told of her test.

    Raises:
        RefusedAct: if who asks is neither that author nor a lead.
    """
    with project.reading():
        _refuse_strangers(project, author, asked_by)
        untold = _untold(project, author, asked_by)
        finished = project.layers.finished_by(author)
        tests = [one.article_id for one in project.qualifications.of_author(author)]
        told = [one for one in tests if one in finished and one not in untold]
        return score(_derived(project, told, author))


def all_feedback(
    project: Project, author: str, asked_by: str, progress: Progress = _QUIET
) -> list[ArticleFeedback]:
    """Return how gold differs from all that an author has finished, in the order of the articles.

    Raises:
        UnknownName: if there is no such author.
        RefusedAct: if who asks is neither that author nor a lead.
    """
    project.authors.get(author)
    feedback = Feedback()
    for part in _watched(feedback_since(project, author, asked_by, {}), progress):
        feedback.take(part)
    return feedback.articles()


def who_has_finished(project: Project) -> set[str]:
    """Return the authors who have finished any article."""
    with project.reading():
        found = project.layers.by_author_and_status()
    return {author for author, status, _ in found if status is Status.FINISHED}


# -- how it is done


def _refuse_strangers(project: Project, author: str, asked_by: str) -> None:
    if asked_by != author:
        refuse_unless_lead(project, asked_by)
    if author == GOLD:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "Gold does not differ from itself: name an author.")
        )


def _untold(project: Project, author: str, asked_by: str) -> frozenset[str]:
    """Return the articles of her test as long as she is not through with it; a lead sees all."""
    if project.authors.get(asked_by).is_lead:
        return frozenset()
    running = {
        one.article_id for one in project.qualifications.of_author(author) if not one.is_ended
    }
    is_through = running <= project.layers.finished_by(author).keys()
    return frozenset() if is_through else frozenset(running)


def _stamps(project: Project, author: str, asked_by: str) -> dict[str, str]:
    """Return a stamp of each article to tell of: another one whenever it may differ."""
    gold, _ = Reviews(project).since({})
    untold = _untold(project, author, asked_by)
    return {
        article_id: f"{gold[article_id]}.{revision}"
        for article_id, revision in project.layers.finished_by(author).items()
        if article_id in gold and article_id not in untold
    }


def _told(project: Project, article_ids: Sequence[str], author: str) -> Iterator[ArticleFeedback]:
    """Yield what is told of articles: derived from layers, or as a pack brings it along."""
    packed = project.feedback.of(author)
    yield from _derived(project, [one for one in article_ids if one not in packed], author)
    for article in project.articles.of_ids([one for one in article_ids if one in packed]):
        yield read_feedback(article, packed[article.id])


def _derived(
    project: Project, article_ids: Sequence[str], author: str
) -> Iterator[ArticleFeedback]:
    labels = project.labels.load()
    tests = {one.article_id for one in project.qualifications.of_author(author)}
    for one in derived(project, article_ids):
        mine = next((layer for layer in one.layers if layer.author == author), None)
        if one.state.ready and mine is not None and mine.status is Status.FINISHED:
            is_test = one.article.id in tests
            yield _compared(one.article, mine, one.state, labels, is_test=is_test)


def _compared(
    article: Article, mine: Layer, state: Settled, labels: LabelSet, *, is_test: bool
) -> ArticleFeedback:
    found = conflicts_between(article, [mine, state.gold])
    compared = compare(Marks(mine.spans, _NO_TOKENS), Marks(state.gold.spans, _NO_TOKENS))
    return ArticleFeedback(
        article_id=article.id,
        article=article.name,
        is_test=is_test,
        matches=compared.labels,
        differences=tuple(_difference(article, one, state.standing, labels) for one in found),
    )


def _difference(
    article: Article, conflict: Conflict, standing: Iterable[Decision], labels: LabelSet
) -> Difference:
    said = {author: option.spans for option in conflict.options for author in option.authors}
    gold = said.pop(GOLD)
    (mine,) = said.values()
    behind = [one for one in standing if one.overlaps(conflict.start, conflict.end)]
    return Difference(
        where=quotation(article, conflict.start, conflict.end),
        cause=cause_of(conflict, article.text, labels, ARABIC),
        mine=mine,
        gold=gold,
        reason="\n".join(dict.fromkeys(one.reason for one in behind if one.reason)),
        gap=any(one.gap for one in behind),
    )
