"""What comes back in a pack: read whole before anything of it is taken."""

from dataclasses import dataclass
from pathlib import Path

from annotator.core.details import Details
from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    InvalidArticle,
    ProjectError,
    RefusedAct,
    UnknownName,
)
from annotator.core.model import Article, Comment, Layer, Span
from annotator.core.questions import Question
from annotator.core.registry import Entry
from annotator.core.rows import Kind
from annotator.core.text import sha256_of, whole_letters
from annotator.store.bases import Base
from annotator.store.place import is_file
from annotator.store.project import Project
from annotator.workflow.acts.entry_names import names_of
from annotator.workflow.acts.packing import unpacked_layer
from annotator.workflow.exchange.packs import DETAILS, Known, Pack, known_in, pack_of, project_id
from annotator.workflow.exchange.returned_details import details_of

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Returned:
    """The work in a pack."""

    path: Path
    pack: Pack
    names: dict[str, str]
    """The names of its articles by their ids."""
    hashes: dict[str, str]
    """The hashes of their texts."""
    altered: frozenset[str]
    """The ids of those whose texts are not the ones of which these are the hashes."""
    layers: dict[str, Layer]
    """Those of its author, by the ids of articles."""
    details: dict[str, Details]
    """What is told of its articles, by their ids."""
    strangers: list[tuple[str, str]]
    """Whose other layers are in it, and the names of their articles."""
    bases: dict[str, Base]
    """How each layer was when the pack was made, by the ids of articles."""
    acts: dict[str, list[str]]
    """The groups of its author's acts on each article, in their order."""
    entries: list[Entry]
    known: Known
    questions: list[Question]
    refusals: list[dict[str, object]]
    heard: dict[str, list[Comment]]
    """What its author has put away of what the lead said, by the ids of articles."""
    shown: dict[str, str | None]
    """Since when she sees suggestions, by the ids of articles that have some."""


def read_pack(path: Path, project: Project) -> Returned:
    """Return what is in the pack at ``path``, which came from ``project``.

    Raises:
        RefusedAct: if it is no pack, or one of another project.
        ProjectError: if it is no project, cannot be read, or is damaged.
    """
    if is_file(path) and path.samefile(project.path):
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "“{file}” is the project itself. Give a pack of it."),
            file=path.name,
        )
    with Project.open(path, writable=False) as there:
        try:
            with there.reading():
                return _read(path, there, project)
        except AnnotatorError:
            raise
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise damaged(path) from error


def damaged(path: Path) -> ProjectError:
    """Return the error for a pack that holds what no pack does."""
    return ProjectError(
        QT_TRANSLATE_NOOP(
            "errors", "“{file}” is damaged: “annotator check” tells more. Ask for it anew."
        ),
        file=path.name,
    )


def _read(path: Path, there: Project, project: Project) -> Returned:
    pack = pack_of(there)
    if pack is None:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is a project and no pack. Articles and layers come from it by “annotator"
                " export” and “import”.",
            ),
            file=path.name,
        )
    if pack.project != project_id(project):
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "“{file}” is a pack of another project."), file=path.name
        )
    names = there.articles.names()
    layers: dict[str, Layer] = {}
    strangers: list[tuple[str, str]] = []
    ids = list(names)
    for first in range(0, len(ids), _AT_ONCE):
        found = there.layers.of_articles(ids[first : first + _AT_ONCE])
        for layer in (layer for some in found.values() for layer in some):
            if layer.author == pack.author:
                layers[layer.article_id] = layer
            else:
                strangers.append((layer.author, names[layer.article_id]))
    bases = there.bases.of_pack(pack.id)
    for base in bases.values():
        unpacked_layer(base.layer)  # what cannot be read is told before anything is taken
        details_of(base.layer[DETAILS])
    return Returned(
        path=path,
        pack=pack,
        names=names,
        hashes=there.articles.hashes(),
        altered=frozenset(
            one.id for one in there.articles.each() if sha256_of(one.text) != one.sha256
        ),
        layers=layers,
        details={key: details_of(row) for key, row in there.records.all(Kind.ARTICLE)},
        strangers=strangers,
        bases=bases,
        acts=there.history.groups_by_article(pack.author),
        entries=list(names_of(there).all()),
        known=known_in(there),
        questions=there.questions.all(pack.author),
        refusals=there.refusals.all(pack.author),
        heard=there.heard.all(pack.author),
        shown=there.suggestions.shown(pack.author),
    )


def refuse_misplaced(article: Article, span: Span) -> None:
    """Refuse a span that does not fit the text that it is on."""
    start, end = span.start, span.end
    if (
        end > len(article.text)
        or article.text[start:end] != span.quote
        or whole_letters(article.text, start, end) != (start, end)
    ):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors",
                "In “{article}” the {label} at {start} does not fit its text: “{quote}”. Nothing"
                " was taken from that article.",
            ),
            article=article.name,
            label=span.label,
            start=start,
            quote=span.quote,
        )


def nobody(returned: Returned) -> UnknownName:
    """Return the error for a pack whose author the project has not, under that name at least."""
    return UnknownName(
        QT_TRANSLATE_NOOP(
            "errors",
            "The project has no author “{name}”, whose pack “{file}” is. If it has under another"
            " name, give the old one back, merge, and rename again.",
        ),
        name=returned.pack.author,
        file=returned.path.name,
    )


def stranger(returned: Returned, author: str, article: str) -> RefusedAct:
    """Return the error for what somebody else marked in a pack."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "What “{author}” marked in “{article}” is not taken: the pack is that of “{owner}”.",
        ),
        author=author,
        article=article,
        owner=returned.pack.author,
    )
