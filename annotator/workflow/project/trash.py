"""Removing articles, and restoring them with their layers; both are acts on the project."""

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Article, Removed, now
from annotator.core.rows import Kind, Row, RowChange
from annotator.store.project import Project
from annotator.workflow.acts.project_acts import do
from annotator.workflow.acts.seen import refuse_if_gone
from annotator.workflow.people.authors import refuse_unless_lead


def goes_with(project: Project, article: Article) -> tuple[int, int]:
    """Return how many layers and spans go with an article."""
    with project.reading():
        layers = project.layers.summaries(article.id)
    return len(layers), sum(spans for _, _, spans in layers)


def remove_article(project: Project, lead: str, article: Article) -> str:
    """Put an article into the trash with all that hangs on it; return its name.

    Raises:
        RefusedAct: if ``lead`` is none, or the article is gone.
    """
    with project.writing():
        refuse_unless_lead(project, lead)
        refuse_if_gone(project, article)
        told: Row = {
            "name": article.name,
            "title": article.title,
            "removed_by": lead,
            "removed_at": now(),
        }
        do(project, lead, "remove article", [RowChange(Kind.TRASH, article.id, None, told)])
    return article.name


def restore_article(project: Project, lead: str, article_id: str) -> str:
    """Take an article out of the trash, at its old place; return its name.

    Raises:
        RefusedAct: if ``lead`` is none, it is not there, or something of it is taken by now or
            gone.
        ProjectError: if it cannot be read.
    """
    columns = ("name", "title", "removed_by", "removed_at")
    with project.writing():
        refuse_unless_lead(project, lead)
        told = project.records.read(Kind.TRASH, article_id, columns)
        if told is None:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "The article is no longer in the trash."))
        do(project, lead, "restore article", [RowChange(Kind.TRASH, article_id, told, None)])
    return str(told["name"])


def in_trash(project: Project) -> list[Removed]:
    """Return what lies in the trash, what was removed last first."""
    with project.reading():
        return list(project.trash.all())


def empty_trash(project: Project, lead: str) -> int:
    """Delete all that lies in the trash for good; return how many articles that were.

    No act: it cannot be taken back, nor can the removal of these articles from then on.

    Raises:
        RefusedAct: if ``lead`` is none.
    """
    with project.writing():
        refuse_unless_lead(project, lead)
        count = project.trash.empty()
        project.decisions.forget_absent()
        project.assignments.forget_absent()
        project.qualifications.forget_absent()
        return count
