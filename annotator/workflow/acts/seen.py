"""Whether the file still holds what a window shows; asked inside the transaction of an act."""

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Article, Layer
from annotator.store.project import Project
from annotator.workflow.acts.details import told_otherwise
from annotator.workflow.acts.marking import refuse_unseen


def refuse_if_gone(project: Project, article: Article) -> None:
    """Refuse to go on with an article that another program has taken out.

    Raises:
        RefusedAct: if it is not in the project any more.
    """
    if project.articles.number_of(article.id) is None:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "The article “{name}” is no longer in the project: it was removed, or the import"
                " that brought it was taken back.",
            ),
            name=article.name,
        )


def refuse_if_changed(project: Project, article: Article | None, layer: Layer) -> None:
    """Refuse to undo or redo where the last act may be another than the menu says.

    Raises:
        RefusedAct: if another program has changed the layer or the details of its article.
    """
    refuse_unseen(project, layer)
    if article is not None and told_otherwise(project, article):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "Another program has changed the details of this article meanwhile. Look at them,"
                " then undo or redo again.",
            )
        )
