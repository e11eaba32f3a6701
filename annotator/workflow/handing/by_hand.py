"""Handing out by hand, as a lead sees it: what is ready, how much each author has, what to do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from annotator.core.feedback import Score
from annotator.core.handing import Hand, Handing, Workload
from annotator.core.model import Role
from annotator.core.progress import Progress, Teller
from annotator.store.project import Project
from annotator.workflow.handing.assigning import (
    assigned_by_return,
    give,
    movable,
    reassign,
    send_all_back,
    take_away,
)
from annotator.workflow.handing.qualifying import fit_for_test, give_test, unknown_to
from annotator.workflow.people.authors import refuse_unless_lead
from annotator.workflow.review.costs import is_little
from annotator.workflow.review.feedback import Testing, test_score, testing_of
from annotator.workflow.review.settling import Reviews, derived

_PART = 100
"""How many articles are told of together."""
_PART_ALONE = 1_000
"""How many, of those that need no look."""


@dataclass(frozen=True, slots=True)
class Load:
    """How much an author has to do, and has done; and how the test went, if there is one."""

    author: str
    workload: Workload
    gets_articles: bool
    """Whether the author can be given some: no program, and not retired."""
    test: Testing | None = None
    score: Score | None = None
    """Over what is finished of the test."""
    stamp: str = ""
    """Another one whenever the score may be."""


@dataclass(frozen=True, slots=True)
class ArticleReadiness:
    """Whether an article that was looked at is ready."""

    article_id: str
    stamp: str
    number: int
    is_ready: bool


@dataclass(frozen=True, slots=True)
class ChangedHanding:
    """A part of what has changed for a lead who hands out."""

    loads: tuple[Load, ...] | None = None
    """Those of all authors, the leads and programs that have nothing left out."""
    looked: tuple[ArticleReadiness, ...] = ()
    gone: tuple[str, ...] = ()
    """The ids of articles that nobody has finished any more."""


def handed_since(
    project: Project,
    lead: str,
    known: Mapping[str, str],
    loads: Iterable[Load] = (),
    at_most: int | None = None,
) -> Iterator[ChangedHanding] | None:
    """Return, part by part, what has changed since the stamps of articles were these.

    Scores that still hold are taken from the ``loads`` that were told before.  ``None`` if it
    would cost more than ``at_most``; see ``costs``.

    Raises:
        RefusedAct: if ``lead`` is none.
    """
    with project.reading():
        refuse_unless_lead(project, lead)
        stamps, outdated = Reviews(project).since(known)
        scores = _Scores(project, lead, stamps, loads)
    looked = [*outdated, *scores.outdated]
    if at_most is not None and not is_little(project, looked, at_most=at_most):
        return None
    return _parts(project, known, stamps, outdated, scores)


def gather(
    project: Project, lead: str, known: Mapping[str, str], loads: Iterable[Load], teller: Teller
) -> None:
    """Tell of all that has changed for a lead who hands out; see ``handed_since``."""
    done = 0
    for part in handed_since(project, lead, known, loads) or ():
        teller.hand_over(part)
        done += len(part.looked)
        teller.advance(done, None)


class _Scores:
    """How the tests went: derived again only where gold or the layers are others by now."""

    def __init__(
        self, project: Project, lead: str, gold: Mapping[str, str], loads: Iterable[Load]
    ) -> None:
        self._project = project
        self.lead = lead
        self._known = {load.author: load for load in loads}
        self._stamps: dict[str, str] = {}
        self.outdated: list[str] = []
        """The articles that are to be looked at for them."""
        tests: dict[str, list[str]] = defaultdict(list)
        for one in project.qualifications.all():
            tests[one.author].append(one.article_id)
        for author, articles in tests.items():
            finished = project.layers.finished_by(author)
            done = [one for one in articles if one in finished]
            told = [(one, gold.get(one), finished[one]) for one in done]
            self._stamps[author] = sha256(repr(told).encode()).hexdigest()[:16]
            if self._held(author) is None:
                self.outdated += done

    def _held(self, author: str) -> Score | None:
        known = self._known.get(author)
        return known.score if known and known.stamp == self._stamps.get(author) else None

    def of(self, author: str) -> tuple[Score, str]:
        """Return how the test of an author went, and the stamp of that."""
        held = self._held(author)
        score = test_score(self._project, author, self.lead) if held is None else held
        return score, self._stamps.get(author, "")


def _parts(
    project: Project,
    known: Mapping[str, str],
    stamps: Mapping[str, str],
    outdated: list[str],
    scores: _Scores,
) -> Iterator[ChangedHanding]:
    with project.reading():
        yield ChangedHanding(loads=tuple(_loads(project, scores)))
        numbers = project.articles.numbers_by_id()
        yield ChangedHanding(gone=tuple(one for one in known if one not in stamps))
        looked = set(outdated)
        # What one author alone has finished, and nobody has accepted, is not ready.
        alone = (
            ArticleReadiness(one, stamp, numbers[one], is_ready=False)
            for one, stamp in stamps.items()
            if known.get(one) != stamp and one not in looked and one in numbers
        )
        while part := tuple(islice(alone, _PART_ALONE)):
            yield ChangedHanding(looked=part)
        for first in range(0, len(outdated), _PART):
            some = outdated[first : first + _PART]
            yield ChangedHanding(
                looked=tuple(
                    ArticleReadiness(
                        one.article.id,
                        stamps[one.article.id],
                        numbers[one.article.id],
                        one.state.ready,
                    )
                    for one in derived(project, some)
                )
            )


def _loads(project: Project, scores: _Scores) -> Iterator[Load]:
    workloads = project.assignments.workloads()
    for author in project.authors.all():
        test = testing_of(project, author.name, scores.lead)
        workload = workloads.get(author.name, Workload())
        has_begun = workload.unassigned and author.role is not Role.MACHINE
        worker = author.role is Role.ANNOTATOR and not author.retired
        if worker or workload.assigned or has_begun:
            score, stamp = scores.of(author.name) if test else (None, "")
            yield Load(
                author=author.name,
                workload=workload,
                gets_articles=author.gets_articles,
                test=test,
                score=score,
                stamp=stamp,
            )


def hand(project: Project, lead: str, wanted: Handing, progress: Progress) -> int:
    """Do by hand what a lead wants, as one act; return how many articles it was about.

    Who gets articles and is not known is added.

    Raises:
        AnnotatorError: if ``lead`` is none, or it cannot be done.
    """
    progress.advance(0, len(wanted.numbers))
    with project.writing():
        refuse_unless_lead(project, lead)
        ids = project.articles.ids_of(wanted.numbers)
        author, to = wanted.author, wanted.to
        match wanted.hand:
            case Hand.GIVE:
                return give(project, lead, ids, author, wanted.comment)
            case Hand.TAKE:
                return take_away(project, lead, ids, author)
            case Hand.MOVE:
                return reassign(project, lead, ids, author, to, wanted.comment)
            case Hand.SEND_BACK:
                return send_all_back(project, lead, ids, author, wanted.comment)
            case Hand.TEST:
                fit = fit_for_test(project, ids, author)
                return give_test(project, lead, fit, author) if fit else 0


def reach(project: Project, wanted: Handing) -> int:
    """Return how many articles it would be about to do by hand what a lead wants.

    Of articles that are to be a test those are counted that the author has had nothing to do with:
    whether they are ready is not looked at.
    """
    with project.reading():
        ids = project.articles.ids_of(wanted.numbers)
        having = project.assignments.by_article(ids)
        has = sum(wanted.author in authors for authors in having.values())
        match wanted.hand:
            case Hand.GIVE:
                tests = project.qualifications.binding_on(wanted.author)
                return len(ids) - has - len(tests.intersection(ids))
            case Hand.TAKE:
                return has
            case Hand.MOVE:
                return len(movable(project, ids, wanted.author, wanted.to))
            case Hand.SEND_BACK:
                return len(project.layers.closed(wanted.author, ids))
            case Hand.TEST:
                return len(unknown_to(project, ids, wanted.author))


def assigns_first(project: Project, wanted: Handing) -> bool:
    """Tell whether an act by hand would be the first that assigns anything to anybody."""
    with project.reading():
        if project.assignments.are_any():
            return False
        if wanted.hand is Hand.SEND_BACK:
            ids = project.articles.ids_of(wanted.numbers)
            closed = [one for one, _ in project.layers.closed(wanted.author, ids)]
            return bool(assigned_by_return(project, closed, wanted.author))
        return wanted.hand is Hand.GIVE
