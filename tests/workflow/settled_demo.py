"""The demo with its conflicts settled, for the tests of what follows from gold."""

from annotator.core.decisions import Choice
from annotator.core.edits import Edit, Mark, SetState
from annotator.core.model import Layer, LayerState, Status
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.deciding_lots import rule_all
from annotator.workflow.review.settling import Reviews

LEAD = "huda"
REASON = "انظر القاعدة 3"


def settle_as(project: Project, author: str) -> None:
    """Settle every conflict as one author has it."""
    rulings = [
        (one, Ruling(Choice.OPTION, author=author, reason=REASON))
        for one in Reviews(project).conflicts()
    ]
    assert rule_all(project, LEAD, rulings).refused == []


def ready(project: Project) -> list[str]:
    return [one.article_id for one in Reviews(project).all() if one.ready]


def done(project: Project, article_id: str, author: str, edit: Edit) -> Layer:
    article = project.articles.by_id(article_id)
    assert article is not None
    return marking.apply(project, article, project.layers.load(article_id, author), edit).layer


def work(project: Project, article_id: str, author: str, *marks: Mark) -> Layer:
    """Mark what an author marks in an article, and finish it."""
    for mark in marks:
        done(project, article_id, author, mark)
    return done(project, article_id, author, SetState(LayerState(Status.FINISHED)))
