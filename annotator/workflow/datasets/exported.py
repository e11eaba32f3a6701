"""What is written of an article: which layer of it, whether that is ready, and from where."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct, UnknownName
from annotator.core.format import ExportedArticle
from annotator.core.model import GOLD, Article, Layer, Status
from annotator.core.passport import check_quotes
from annotator.core.registry import CurrentEntries
from annotator.core.text import is_storable
from annotator.store.project import Project
from annotator.workflow.people.counting import Counting, counting
from annotator.workflow.registry.registry import current_entries
from annotator.workflow.review.settling import settled

_NEAREST = 3
"""How many names are told where there is no article of that name."""


def exported_article(project: Project, name: str, author: str | None = None) -> ExportedArticle:
    """Return what an export would write of the article of that name (or id), ready or not.

    Raises:
        UnknownName: if there is no such article or author.
    """
    with project.reading():
        article = article_named(project, name)
        chosen = chosen_layer(project, author)
        layer, ready = _layer(project, article, chosen, counting(project), current_entries(project))
        sources = tuple(project.articles.sources(article.id))
        return ExportedArticle(article, sources, layer, ready)


def article_named(project: Project, name: str) -> Article:
    """Return the article of that name, or id, or of that title if no other has it.

    Raises:
        UnknownName: if there is none; the nearest names are told.
    """
    with project.reading():
        # A shell may hand bytes in that are no text; no article is called so.
        known, articles = is_storable(name), project.articles
        ways = (articles.by_name, articles.by_id, articles.by_title) if known else ()
        article = next(filter(None, (way(name) for way in ways)), None)
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


def chosen_layer(project: Project, author: str | None) -> str:
    """Return whose layers are written where ``author`` is asked for, or nobody.

    Raises:
        UnknownName: if there is no such author.
    """
    chosen = author or _default_layer(project)
    if chosen != GOLD:
        project.authors.get(chosen)
    return chosen


def _default_layer(project: Project) -> str:
    authors = authors_with_layers(project)
    return authors.pop() if len(authors) == 1 else GOLD


def authors_with_layers(project: Project) -> set[str]:
    """Return which people have layers; those of closed tests are nobody's where others have some.

    What machines made has to be asked for by name: nobody has looked at it.
    """
    counts = counting(project)
    having = {author for author, _, _ in project.layers.by_author_and_status()}
    authors = having - counts.machines
    if len(authors) > 1 and counts.tested:
        layers = project.layers.states()
        authors = {author for one, author, _, _ in layers if counts.counts(one, author)}
    return authors


def each_author(project: Project) -> list[str]:
    """Return which people have layers, in the order in which they are written.

    Raises:
        RefusedAct: if nobody has.
    """
    authors = sorted(authors_with_layers(project))
    if authors:
        return authors
    having = {author for author, _, _ in project.layers.by_author_and_status()}
    if not having:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "Nobody has marked anything yet: there is no layer.")
        )
    raise RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "Nobody has marked anything yet: there are machines’ layers alone. Export one by its"
            " name (--layer): {machines}.",
        ),
        machines=", ".join(sorted(having)),
    )


def layers_to_write(
    project: Project, author: str, articles: Iterable[Article]
) -> Iterator[tuple[Article, Layer, bool]]:
    """Yield articles with the layer of ``author``, or gold, and whether that is ready."""
    counts, entries = counting(project), current_entries(project)
    for article in articles:
        yield article, *_layer(project, article, author, counts, entries)


def checked(
    project: Project, article: Article, layer: Layer, ready: bool, split: str | None = None
) -> ExportedArticle:
    """Return an article as a writer gets it, once each quote says what the text says.

    Raises:
        RefusedAct: if one does not.
    """
    check_quotes(article, layer)
    sources = tuple(project.articles.sources(article.id))
    return ExportedArticle(article, sources, layer, ready, split)


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
