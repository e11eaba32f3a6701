"""What a lead says of an article to who works on it: with an assignment, a test, what came back."""

from dataclasses import dataclass

from annotator.core.model import Layer, Status, Word
from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Comment:
    """Something that is said to the author of a layer as long as it is not finished."""

    word: Word
    text: str = ""


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
