"""Layers that a lead accepts as they are: those that stand alone, and those that were set aside."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from annotator.core.adjudication import awaited
from annotator.core.decisions import Choice, Decision
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, RefusedAct
from annotator.core.excerpts import Quotation, quotation
from annotator.core.model import Article, Status
from annotator.core.progress import Progress, Quiet
from annotator.store.project import Project
from annotator.workflow.people.counting import counting
from annotator.workflow.review.deciding import DECIDE_ALL, let_stand, refuse_unstorable
from annotator.workflow.review.deciding_lots import DecisionReport
from annotator.workflow.review.planning import planned

_QUIET = Quiet()
_Layers: TypeAlias = list[tuple[str, int]]
"""Author and revision of layers of one article."""


class _Waiting(NamedTuple):
    """What waits in an article."""

    layers: _Layers
    others: tuple[str, ...] = ()
    """Who has yet to finish it, so that it is not ready whatever is accepted."""


@dataclass(frozen=True, slots=True)
class WaitingLayer:
    """A layer for which nothing but a lead's word is lacking."""

    article_id: str
    author: str
    quotation: Quotation
    """The first words of the article."""
    spans: int
    reason: str
    """Why its author set it aside, if that is what was done."""
    others: tuple[str, ...] = ()
    """Who has yet to finish the article, so that it is not ready once this is accepted."""


def waiting_layers(
    project: Project, choice: Choice, progress: Progress = _QUIET
) -> Iterator[WaitingLayer]:
    """Yield the layers that can be accepted by ``choice``, in the order of the articles.

    With ``SINGLE`` they are those that one author alone has finished, with ``SET_ASIDE`` those of
    articles in which nobody else is waited for.
    """
    with project.reading():
        found = _found(project, choice)
        for done, article in enumerate(project.articles.of_ids(found), start=1):
            waiting = found[article.id]
            for author, _ in waiting.layers:
                layer = project.layers.load(article.id, author)
                begin, reason = _beginning(article), layer.state.reason
                yield WaitingLayer(
                    article.id, author, begin, len(layer.spans), reason, waiting.others
                )
            progress.advance(done, len(found))


def accept_singles(project: Project, lead: str, progress: Progress = _QUIET) -> int:
    """Accept the layer of every article that one author alone has finished; return how many.

    Raises:
        RefusedAct: if ``lead`` is none.
    """
    with project.reading():
        found = _found(project, Choice.SINGLE)
    asked = [(article_id, author) for article_id, one in found.items() for author, _ in one.layers]
    return accept_layers(project, lead, Choice.SINGLE, asked, progress=progress).decided


def count_unfinished_singles(project: Project) -> int:
    """Return in how many articles a layer stands alone that others have yet to join."""
    with project.reading():
        return sum(bool(waiting.others) for waiting in _found(project, Choice.SINGLE).values())


def accept_layers(
    project: Project,
    lead: str,
    choice: Choice,
    asked: Sequence[tuple[str, str]],
    reason: str = "",
    progress: Progress = _QUIET,
) -> DecisionReport:
    """Accept the layers of articles and authors that wait for it, in one act.

    Raises:
        RefusedAct: if ``lead`` is none.
    """
    refuse_unstorable(reason)
    authors: dict[str, list[str]] = defaultdict(list)
    for article_id, author in asked:
        authors[article_id].append(author)

    def plan(article_ids: Sequence[str], progress: Progress) -> Iterator[tuple[str, _Layers]]:
        found = _found(project, choice, article_ids)
        for done, article_id in enumerate(article_ids, start=1):
            yield article_id, found[article_id].layers if article_id in found else []
            progress.advance(done, len(article_ids))

    report = DecisionReport()
    decisions = []
    with planned(project, lead, authors, plan, progress) as plans:
        for article_id, waiting in plans.items():
            revisions = dict(waiting)
            for author in authors[article_id]:
                if author in revisions:
                    layer = author, revisions[author]
                    decisions.append(Decision(article_id, choice, lead, layer=layer, reason=reason))
                else:
                    report.refused.append((article_id, _waits_no_longer()))
        let_stand(project, lead, DECIDE_ALL, decisions, progress=progress)
    report.done = [decision.article_id for decision in decisions]
    return report


def _found(
    project: Project, choice: Choice, article_ids: Collection[str] | None = None
) -> dict[str, _Waiting]:
    """Return the layers that wait for ``choice``, by their articles; of all, or of some."""
    counts = counting(project)
    layers: dict[str, dict[str, tuple[int, Status]]] = defaultdict(dict)
    for article_id, author, revision, status in project.layers.states(article_ids):
        if counts.counts(article_id, author):
            layers[article_id][author] = revision, status
    accepted = _accepted(project, choice, layers)
    excusing = accepted
    if choice is Choice.SINGLE:
        excusing = _accepted(project, Choice.SET_ASIDE, layers)
    assigned = project.assignments.by_article(article_ids)
    found = {}
    for article_id, of_article in layers.items():
        statuses = {author: status for author, (_, status) in of_article.items()}
        finished = [author for author, one in statuses.items() if one is Status.FINISHED]
        open_ones = {
            author: (author, revision)
            for author, (revision, _) in of_article.items()
            if (author, revision) not in accepted[article_id]
        }
        excused = [
            author
            for author, (revision, _) in of_article.items()
            if (author, revision) in excusing[article_id]
        ]
        others = awaited(statuses, excused, assigned.get(article_id, ()))
        if choice is Choice.SINGLE:
            wait = finished if len(finished) == 1 else []
        else:
            wait, others = list(others), ()
            if not finished or any(statuses.get(one) is not Status.SET_ASIDE for one in wait):
                wait = []
        if waiting := [open_ones[author] for author in wait if author in open_ones]:
            found[article_id] = _Waiting(waiting, others)
    return found


def _accepted(
    project: Project, choice: Choice, article_ids: Iterable[str]
) -> dict[str, set[tuple[str, int]]]:
    accepted: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for article_id, decisions in project.decisions.on_articles(article_ids).items():
        for decision in decisions:
            if decision.layer is not None and decision.choice is choice:
                accepted[article_id].add(decision.layer)
    return accepted


def _beginning(article: Article) -> Quotation:
    """Return the first line with letters, quoted."""
    start = len(article.text) - len(article.text.lstrip())
    end = article.text.find("\n", start)
    return quotation(article, start, end if end > 0 else len(article.text))


def _waits_no_longer() -> AnnotatorError:
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors", "The layer does not wait to be accepted any more: look at the list anew."
        )
    )
