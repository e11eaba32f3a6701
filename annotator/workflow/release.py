"""Writing datasets: gold or an author's layers, in one of the formats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct, UnknownName
from annotator.core.format import ExportedArticle, Format, Loss
from annotator.core.model import GOLD, Article, Layer, Status
from annotator.core.progress import Progress
from annotator.core.registry import CurrentEntries
from annotator.core.text import is_storable
from annotator.formats import format_named
from annotator.store.place import replacing
from annotator.store.project import Project
from annotator.workflow.counting import Counting, counting
from annotator.workflow.registry import current_entries
from annotator.workflow.settling import settled

_NEAREST = 3
"""How many names are told where there is no article of that name."""


@dataclass(slots=True)
class ExportReport:
    """What an export wrote."""

    layer: str
    articles: int = 0
    spans: int = 0
    not_ready: list[str] = field(default_factory=list)
    """Names of the articles that are not ready (or not finished by the author)."""
    losses: list[Loss] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    """The titles of the articles that are named here, by their names."""


def export(
    project: Project,
    out: Path,
    format_name: str,
    progress: Progress,
    *,
    author: str | None = None,
    every_article: bool = False,
) -> ExportReport:
    """Write one dataset to ``out``: whole, or not at all.

    ``author`` is ``gold`` or whose layers are written; without it gold, or, where only one author
    has layers, that author's.

    Raises:
        AnnotatorError: if the format only reads, the author is not known, ``out`` cannot be
            written, is no file or (a part of) a project, or a span does not fit its text.
    """
    format = format_named(format_name)
    if format.write is None:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "The format {name} is only read, not written."),
            name=format.name,
        )
    with replacing(out) as unfinished, project.reading():
        chosen = author or _default_layer(project)
        if chosen != GOLD:
            project.authors.get(chosen)
        report = ExportReport(chosen)
        articles = _exported(project, report, format, progress, every_article)
        report.losses = format.write(unfinished, articles)
    named = {*report.not_ready, *(loss.article for loss in report.losses)}
    report.titles = {name: report.titles[name] for name in report.titles.keys() & named}
    return report


def exported_article(project: Project, name: str, author: str | None = None) -> ExportedArticle:
    """Return what an export would write of the article of that name (or id), ready or not.

    Raises:
        UnknownName: if there is no such article or author.
    """
    with project.reading():
        article = article_named(project, name)
        chosen = author or _default_layer(project)
        if chosen != GOLD:
            project.authors.get(chosen)
        layer, ready = _layer(project, article, chosen, counting(project), current_entries(project))
        sources = tuple(project.articles.sources(article.id))
        return ExportedArticle(article, sources, layer, ready)


def article_named(project: Project, name: str) -> Article:
    """Return the article of that name, or id.

    Raises:
        UnknownName: if there is none; the nearest names are told.
    """
    with project.reading():
        # A shell may hand bytes in that are no text; no article is called so.
        known = is_storable(name)
        article = (
            (project.articles.by_name(name) or project.articles.by_id(name)) if known else None
        )
        if article is None:
            raise _unknown_article(name, list(project.articles.names().values()) if known else [])
        return article


def _unknown_article(name: str, names: Sequence[str]) -> UnknownName:
    """Return what tells that there is no such article, and which names are the nearest."""
    parts = (other for other in names if name.casefold() in other.casefold())
    near = [*islice(parts, _NEAREST), *get_close_matches(name, names, _NEAREST)]
    if not name.strip() or not near:
        return UnknownName(
            QT_TRANSLATE_NOOP("errors", "The project has no article “{name}”."), name=name
        )
    return UnknownName(
        QT_TRANSLATE_NOOP(
            "errors", "The project has no article “{name}”. The nearest names are: {names}."
        ),
        name=name,
        names=", ".join(f"“{other}”" for other in list(dict.fromkeys(near))[:_NEAREST]),
    )


def _default_layer(project: Project) -> str:
    counts = counting(project)
    authors = {author for author, _, _ in project.layers.by_author_and_status()}
    if len(authors) > 1 and counts.tested:
        layers = project.layers.states()
        authors = {
            author for one, author, _, _ in layers if author not in counts.tested.get(one, ())
        }
    return authors.pop() if len(authors) == 1 else GOLD


def _exported(
    project: Project,
    report: ExportReport,
    format: Format,
    progress: Progress,
    every_article: bool,
) -> Iterator[ExportedArticle]:
    total = project.articles.count()
    counts, entries = counting(project), current_entries(project)
    for count, article in enumerate(project.articles.each(), start=1):
        layer, ready = _layer(project, article, report.layer, counts, entries)
        report.titles[article.name] = article.title
        if not ready:
            report.not_ready.append(article.name)
        if ready or every_article or format.takes_every_article:
            _check_quotes(article, layer)
            report.articles += 1
            report.spans += len(layer.spans)
            sources = tuple(project.articles.sources(article.id))
            yield ExportedArticle(article, sources, layer, ready)
        progress.advance(count, total)


def _layer(
    project: Project,
    article: Article,
    author: str,
    counts: Counting,
    entries: CurrentEntries,
) -> tuple[Layer, bool]:
    if author == GOLD:
        state = settled(project, article, counts, entries)
        return state.gold, state.ready
    layer = project.layers.load(article.id, author)
    return entries.layer(layer), layer.status is Status.FINISHED


def _check_quotes(article: Article, layer: Layer) -> None:
    """Refuse to write a span that does not say what its text says."""
    for span in layer.spans:
        if article.text[span.start : span.end] != span.quote:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "In “{article}” the {label} at {start} does not fit its text. Nothing was"
                    " written; run “annotator check” on the project.",
                ),
                article=article.name,
                label=span.label,
                start=span.start,
            )
