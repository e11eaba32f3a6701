"""What is told of an article: looked up, and told otherwise as one act of an author."""

from dataclasses import dataclass, replace

from annotator.arabic import ARABIC
from annotator.core.details import Details, EditDetails
from annotator.core.errors import QT_TRANSLATE_NOOP, UnknownName
from annotator.core.model import Article, Layer, Source, Status
from annotator.core.rows import Kind
from annotator.core.typed import day_typed
from annotator.store.project import Project
from annotator.workflow.acts.marking import Marked, apply


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands around an article and is never edited."""

    sources: list[Source]
    layers: list[tuple[str, Status, int]]
    """Author, status and number of spans of each layer that may be seen."""


def facts(project: Project, article: Article, *, see_layers: bool) -> Facts:
    """Return what stands around ``article``; whoever works blind sees no layers."""
    with project.reading():
        layers = project.layers.summaries(article.id) if see_layers else []
        return Facts(project.articles.sources(article.id), layers)


def edit_details(project: Project, article: Article, layer: Layer, wanted: Details) -> Marked:
    """Tell of an article what ``wanted`` has otherwise than ``article``, which the user saw.

    A day of publication is taken as people write it: see ``day_typed``.

    Raises:
        AnnotatorError: if it cannot be told, or the file cannot be written.
    """
    with project.writing():
        current = project.articles.by_id(article.id)
        if current is None:
            raise UnknownName(
                QT_TRANSLATE_NOOP("errors", "There is no article “{name}” in the project."),
                name=article.name,
            )
        found, seen = Details.of(current), Details.of(article)
        edit = EditDetails(found, found.changed_like(seen, _with_day_read(seen, wanted)))
        return apply(project, article, layer, edit)


def _with_day_read(seen: Details, wanted: Details) -> Details:
    """Return ``wanted`` with its day in ISO; one that nobody changed stays as a file gave it."""
    if wanted.published in (seen.published, None):
        return wanted
    return replace(wanted, published=day_typed(wanted.published, ARABIC))


def told_otherwise(project: Project, article: Article) -> Article | None:
    """Return ``article`` as the file has it if other things are told of it there, else ``None``."""
    with project.reading():
        row = project.records.read(Kind.ARTICLE, article.id)
        if row is None or row == Details.of(article).row():
            return None
        return project.articles.by_id(article.id)
