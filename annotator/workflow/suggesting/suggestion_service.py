"""The far side of suggestions: a process that learns while its author works, and longer tasks."""

from collections.abc import Callable
from pathlib import Path

from annotator.core.progress import Progress
from annotator.core.trained import LearnedFrom
from annotator.store.project import Project
from annotator.workflow.suggesting.offering import Offer, SuggestReport, offer, suggest
from annotator.workflow.suggesting.suggester import Suggester
from annotator.workflow.suggesting.training import (
    TrainReport,
    has_grown,
    train_if_grown,
    train_model,
)

_LEARNING_S = 0.15
"""How long to learn before an answer: somebody waits for it."""


def serve_suggestions(
    path: Path, author: str, sources: tuple[str, ...]
) -> Callable[[str, Progress], Offer | None]:
    """Open the project at ``path``; return what answers what ``author`` is offered on an article.

    It is what ``sources`` find.  It is asked with the id of the article.  In a long one an answer
    takes seconds: those that another question has followed are given up as soon as may be.
    """
    project = Project.open(path, writable=False)
    suggester = Suggester(project, author, sources)

    def answer(article_id: str, progress: Progress) -> Offer | None:
        progress.advance(0, None)
        suggester.learn(_LEARNING_S)
        return offer(project, suggester, author, article_id)

    return answer


def suggest_in(
    project: Path, author: str, sources: tuple[str, ...], progress: Progress
) -> SuggestReport:
    """Suggest to ``author`` what ``sources`` find in all her articles in the project there."""
    with Project.open(project) as opened:
        return suggest(opened, [author], sources, progress)


def train_in(project: Path, lead: str, progress: Progress) -> TrainReport:
    """Train the model of the project at that path on its gold."""
    with Project.open(project) as opened:
        return train_model(opened, lead, LearnedFrom.GOLD, progress)


def has_grown_in(project: Path, progress: Progress) -> bool:
    """Tell whether the model of the project at that path should learn anew by itself."""
    with Project.open(project, writable=False) as opened:
        progress.advance(0, None)
        return has_grown(opened, progress)


def train_if_grown_in(project: Path, progress: Progress) -> TrainReport | None:
    """Train the model of the project at that path if its gold has grown enough."""
    with Project.open(project) as opened:
        return train_if_grown(opened, progress)
