"""What an author has finished as a test stays as it is: from then on she sees the gold of it.

A lead can send it back.
"""

from annotator.core.edits import Change
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Article, Layer, Status
from annotator.store.project import Project


def is_closed_test(project: Project, layer: Layer) -> bool:
    """Tell whether ``layer`` was drawn as a test and is finished."""
    return layer.status is Status.FINISHED and project.qualifications.holds(
        layer.article_id, layer.author
    )


def refuse_in_closed_test(project: Project, layer: Layer, change: Change) -> None:
    """Refuse a change of a layer that was drawn as a test and is finished.

    Raises:
        RefusedAct: if ``layer`` is such a one.
    """
    if change.touches_layer and is_closed_test(project, layer):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "You have finished this article as a test: it stays as it is. A lead can send it"
                " back to you.",
            )
        )


def refuse_brought_to_closed_test(project: Project, article: Article, layer: Layer) -> None:
    """Refuse what a file or a pack would change in a test that is finished.

    Raises:
        RefusedAct: if ``layer`` is such a one; the article is named.
    """
    if is_closed_test(project, layer):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{author}” has finished “{article}” as a test: it stays as it is. Send it back to"
                " “{author}” first.",
            ),
            author=layer.author,
            article=article.name,
        )
