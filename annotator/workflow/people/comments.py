"""What a lead says of an article to who works on it: with an assignment, a test, what came back.

It is said until it is put away, in the project and in the pack alike; what is sent back or given
anew is said anew.
"""

from collections.abc import Iterable

from annotator.core.model import Comment, Layer, Status, Word
from annotator.store.project import Project


def comments_on(project: Project, layer: Layer) -> tuple[Comment, ...]:
    """Return what its author is told of the article of ``layer``; nothing once it is closed."""
    if layer.status in (Status.FINISHED, Status.SET_ASIDE):
        return ()
    found = []
    with project.reading():
        if project.qualifications.holds(layer.article_id, layer.author):
            found.append(Comment(Word.TEST))
        if layer.status is Status.IN_PROGRESS and layer.state.reason:
            found.append(Comment(Word.SENT_BACK, layer.state.reason))
        comment = project.assignments.comment(layer.article_id, layer.author)
        if comment:
            found.append(Comment(Word.COMMENT, comment))
    return tuple(found)


def unheard(project: Project, layer: Layer, comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Return those of the comments that the author of ``layer`` has not put away."""
    told = tuple(comments)
    heard = project.heard.on(layer.article_id, layer.author) if told else frozenset()
    return tuple(one for one in told if one not in heard)


def put_away(project: Project, layer: Layer, comments: Iterable[Comment]) -> None:
    """Note that the author of ``layer`` has put comments away; an article that is gone has none.

    Raises:
        ProjectError: if the file cannot be written.
    """
    with project.writing():
        if project.articles.number_of(layer.article_id) is not None:
            project.heard.put(layer.article_id, layer.author, comments)
