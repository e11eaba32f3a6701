"""Acts on the article at hand, each one transaction, done only on what the user sees."""

from collections.abc import Callable

from annotator.core.edits import Confirm
from annotator.core.model import Article, Layer
from annotator.gui.seeing import Seen, with_confirmed
from annotator.gui.stopwatch import Stopwatch
from annotator.store.project import Project
from annotator.workflow import marking
from annotator.workflow.seen import refuse_if_changed, refuse_if_gone

Act = Callable[[Project, Article, Layer], marking.Marked]
"""Does something with an article and the author's layer of it."""
Step = Callable[[Project, Layer], list[marking.Marked]]
"""Undoes or does again what was done last on a layer."""


def act_on(
    article: Article, layer: Layer, act: Act, seen: Seen, stopwatch: Stopwatch
) -> marking.Marked:
    """Do ``act``, unless another program has taken the article out; confirm what was shown."""
    with stopwatch.kept(article.id) as project:
        refuse_if_gone(project, article)
        return with_confirmed(project, article, act(project, article, layer), seen)


def step_on_what_is_seen(
    article: Article, layer: Layer, step: Step, stopwatch: Stopwatch
) -> list[marking.Marked]:
    """Undo or redo, unless the last act is another than the menu says."""
    with stopwatch.kept(article.id) as project:
        refuse_if_changed(project, article, layer)
        return step(project, layer)


def confirm_shown(
    project: Project, article: Article, layer: Layer, seen: Seen, *, at_hand: bool
) -> marking.Marked | None:
    """Confirm what was shown in ``layer``, if the file still says what the author sees."""
    ids = seen.to_confirm(article, layer, at_hand=at_hand)
    if not ids:
        return None
    with project.writing():
        if not _is_as_seen(project, layer):
            return None
        return marking.apply(project, article, layer, Confirm(ids))


def _is_as_seen(project: Project, layer: Layer) -> bool:
    return project.layers.revision(layer.article_id, layer.author) == layer.revision
