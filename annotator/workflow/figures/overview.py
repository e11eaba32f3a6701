"""All figures of a project, derived once for each state of what they follow from.

An author who is no lead is told of the own work alone: figures tell what others marked.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from annotator.core.agreement import ProjectAgreement
from annotator.core.behind import Wait
from annotator.core.causes import Cause
from annotator.core.intervals import Bootstrap
from annotator.core.model import Author, Status
from annotator.core.overview import Aside, AuthorWork, Overview, Settlement, Work
from annotator.core.progress import Progress, Quiet
from annotator.store.project import Project
from annotator.workflow.exchange.returns import clashes
from annotator.workflow.figures.agreement import finish_times, project_agreement
from annotator.workflow.people.counting import counting
from annotator.workflow.people.work_time import work_times
from annotator.workflow.review.costs import is_little
from annotator.workflow.review.settling import ArticleReview, OpenConflict, Reviews
from annotator.workflow.suggesting.suggestion_effects import SuggestionEffects

_QUIET = Quiet()
_FEW = 200
"""Of so many articles all is counted in a few milliseconds."""
_Counts: TypeAlias = Counter[tuple[Cause | None, str | None]]


@dataclass(frozen=True, slots=True)
class _Agreed:
    """An agreement, and what it follows from."""

    view: object
    found: ProjectAgreement


class Overviews:
    """The overviews of one project; what has not changed is not reckoned again."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.reviews = Reviews(project, holds_against_gold=True)
        self._agreed: _Agreed | None = None
        self._effects = SuggestionEffects(project)

    def stages(
        self,
        author: Author | None,
        bootstrap: Bootstrap | None = None,
        progress: Progress = _QUIET,
    ) -> Iterator[Overview]:
        """Yield what there is to tell ``author``, with more in it each time.

        The first is there at once; what is derived from all layers comes later.  ``None`` is told
        all, like a lead.  There are intervals if a ``bootstrap`` is given.
        """
        is_told_all = author is None or author.is_lead
        with self._project.reading():
            found = self._begun(None if is_told_all else author)
            yield found
            if is_told_all:
                reviews = self.reviews.all(progress)
                found = replace(found, settlement=self._settlement(reviews))
                yield found
                found = replace(found, agreement=self._agreement(bootstrap, progress))
                yield found
                if self._project.suggestions.are_there():
                    effect = self._effects.found(reviews, bootstrap, progress)
                    yield replace(found, suggestions=effect)

    def whole(self, bootstrap: Bootstrap | None = None, progress: Progress = _QUIET) -> Overview:
        """Return all there is to tell a lead."""
        *_, found = self.stages(None, bootstrap, progress)
        return found

    def _begun(self, author: Author | None) -> Overview:
        project = self._project
        return Overview(
            project=project.path.stem,
            as_of=project.figures.last_day(),
            zone="/".join(dict.fromkeys(time.tzname)),
            labels=project.labels.load(),
            work=_work(project, author),
            of=author.name if author else "",
            model=None if author else project.models.last(),
            clashes=() if author else tuple(clashes(project)),
        )

    # -- what is settled

    def _settlement(self, reviews: Sequence[ArticleReview]) -> Settlement:
        conflicts: _Counts = Counter({(None, None): 0})
        gold: Counter[str] = Counter()
        for review in reviews:
            gold.update(review.gold)
            for there in review.conflicts:
                conflicts.update(_counted_as(there))
        waiting = Counter(
            wait for waits in waits_of(self._project, reviews).values() for wait in waits
        )
        decisions, gaps = self._project.figures.decisions()
        return Settlement(
            ready=sum(review.ready for review in reviews),
            waiting={wait: waiting[wait] for wait in Wait if wait is not Wait.OWNER},
            gold=dict(gold),
            conflicts=dict(conflicts),
            decisions=decisions,
            gaps=gaps,
            samples=tuple(self._project.samples.all()),
        )

    # -- how far authors agree

    def _agreement(self, bootstrap: Bootstrap | None, progress: Progress) -> ProjectAgreement:
        view = bootstrap, self._view_of_agreement()
        if self._agreed is None or self._agreed.view != view:
            found = project_agreement(self._project, bootstrap=bootstrap, progress=progress)
            self._agreed = _Agreed(view, found)
        return self._agreed.found

    def _view_of_agreement(self) -> object:
        """Return what agreement follows from: nothing is compared while it is the same."""
        project = self._project
        return (
            project.layers.finished(),
            finish_times(project),
            list(project.registry.redirects()),
            project.labels.load(),
            project.articles.outlet_by_id(),
            counting(project),
            [author.name for author in project.authors.all()],
        )


def first_overview(project: Project, author: Author) -> Overview | None:
    """Return what can be told ``author`` at once: what is settled too, if that is little.

    ``None`` of a project so large that a window would stand still meanwhile.
    """
    with project.reading():
        if project.articles.count() > _FEW:
            return None
        stages = Overviews(project).stages(author)
        found = next(stages)
        finished = {article_id for article_id, _, _ in project.layers.finished()}
        if author.is_lead and is_little(project, finished):
            found = next(stages)
        return found


def _work(project: Project, author: Author | None) -> Work:
    figures, name = project.figures, author.name if author else None
    counts: defaultdict[str, Counter[Status]] = defaultdict(Counter)
    for who, status, count in figures.articles(name):
        counts[who][status] = count
    articles, tests = project.articles.count(), 0
    if author is not None and project.assignments.sees_all(author.name):
        # Whoever may work on everything has not begun all the rest.
        tests = len(project.qualifications.of_author(author.name))
        counts[author.name][Status.NEW] += articles - tests - counts[author.name].total()
    elif author is not None:
        articles = project.assignments.count_own(author.name)
        binding = project.qualifications.binding_on(author.name)
        given = project.qualifications.of_author(author.name)
        tests = sum(test.article_id in binding for test in given)
    labels = Counter({label.name: 0 for label in project.labels.load()})
    labels.update(figures.labels(name))
    return Work(
        articles=articles,
        tests=tests,
        authors=tuple(_authors(project, counts)),
        days=figures.days(name),
        aside=tuple(Aside(*row) for row in figures.aside(name)),
        questions=figures.questions(name),
        labels=dict(labels),
    )


def _authors(project: Project, counts: Mapping[str, Counter[Status]]) -> Iterator[AuthorWork]:
    times = {time.author: time for time in work_times(project)}
    tested = {test.author for test in project.qualifications.all()}
    for name, by_status in counts.items():
        measured = times.get(name)
        yield AuthorWork(
            author=name,
            articles={status: by_status[status] for status in Status},
            spans=measured.spans if measured else 0,
            per_span=measured.per_span if measured else None,
            per_article=measured.per_article if measured else None,
            has_tests=name in tested,
        )


def _counted_as(there: OpenConflict) -> Iterator[tuple[Cause | None, str | None]]:
    """Yield all that an open conflict counts for."""
    for label in (None, *there.conflict.labels):
        yield there.cause, label
        yield None, label


def waits_of(project: Project, reviews: Iterable[ArticleReview]) -> dict[str, tuple[Wait, ...]]:
    """Return, for each article of the project that is not ready, what it waits for.

    ``reviews`` are those of all articles that somebody has finished.
    """
    known = {review.article_id: review for review in reviews}
    counts = counting(project)
    statuses: defaultdict[str, dict[str, Status]] = defaultdict(dict)
    for article_id, author, _, status in project.layers.states():
        if counts.counts(article_id, author):
            statuses[article_id][author] = status
    assigned = project.assignments.by_article()
    waits = {
        article_id: (
            _waits(known[article_id])
            if article_id in known
            else (_wait_of_unfinished(statuses[article_id], assigned.get(article_id, ())),)
        )
        for article_id in project.articles.names()
    }
    return {article_id: told for article_id, told in waits.items() if told}


def _waits(review: ArticleReview) -> tuple[Wait, ...]:
    told = (
        (Wait.AUTHORS, bool(review.unfinished)),
        (Wait.CONFLICTS, bool(review.conflicts)),
        (Wait.SINGLE, review.is_single_open),
    )
    return tuple(wait for wait, holds in told if holds)


def _wait_of_unfinished(statuses: dict[str, Status], assigned: Sequence[str]) -> Wait:
    """Return why an article that nobody has finished is not ready."""
    began = [author for author, status in statuses.items() if status is not Status.NEW]
    awaited = set(assigned or began)
    are_aside = all(statuses.get(author) is Status.SET_ASIDE for author in awaited)
    return Wait.ASIDE if awaited and are_aside else Wait.NOBODY
