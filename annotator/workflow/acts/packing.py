"""Articles and layers as JSON that holds all of them: what is taken out can be put back from it.

Imports that were taken back stand so in the history, removed articles in the trash.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from annotator.arabic import ARABIC
from annotator.core.errors import QT_TRANSLATE_NOOP, ProjectError, RefusedAct
from annotator.core.model import Article, Direction, Layer, LayerState, Source, Span, Status
from annotator.core.questions import Question
from annotator.core.values import EntryValue, kind_of
from annotator.store.failures import UNREADABLE
from annotator.store.project import Project


def packed_layer(layer: Layer) -> dict[str, Any]:
    """Return a layer as JSON holds it."""
    return {
        "article": layer.article_id,
        "author": layer.author,
        "status": layer.status.value,
        "reason": layer.state.reason,
        "guideline": layer.guideline,
        "seconds": layer.seconds,
        "revision": layer.revision,
        "spans": [span.to_json() for span in layer.spans],
    }


def unpacked_layer(fields: dict[str, Any]) -> Layer:
    """Return the layer that ``packed_layer`` made."""
    return Layer(
        article_id=fields["article"],
        author=fields["author"],
        spans=tuple(map(Span.from_json, fields["spans"])),
        state=LayerState(Status(fields["status"]), fields["reason"]),
        revision=fields["revision"],
        guideline=fields["guideline"],
        seconds=fields["seconds"],
    )


def unpacked_article(fields: dict[str, Any]) -> Article:
    """Return the article of which ``asdict`` made ``fields``."""
    return Article(**{**fields, "direction": Direction(fields["direction"])})


def put_layer(project: Project, layer: Layer) -> None:
    """Store a layer that is not there, and the entries that its spans mean."""
    project.authors.get(layer.author)
    project.layers.add(layer)
    project.registry.add_unknown(
        (span.label, span.value) for span in layer.spans if isinstance(span.value, EntryValue)
    )


def pack(project: Project, article: Article) -> str:
    """Return an article with all that hangs on it."""
    layers = project.layers.of_article(article.id)
    return json.dumps(
        {
            "number": project.articles.number_of(article.id),
            "article": asdict(article),
            "sources": [asdict(source) for source in project.articles.sources(article.id)],
            "layers": [packed_layer(layer) for layer in layers],
            "questions": [asdict(one) for one in project.questions.on_article(article.id)],
            "refusals": project.trash.refusals_on(article.id),
        },
        ensure_ascii=False,
    )


@dataclass(frozen=True, slots=True)
class _Packed:
    """What ``pack`` packed."""

    number: int
    article: Article
    sources: list[Source]
    layers: list[Layer]
    questions: list[Question]
    refusals: list[dict[str, Any]]

    @classmethod
    def from_json(cls, content: str) -> "_Packed":
        told = json.loads(content)
        return cls(
            number=told["number"],
            article=unpacked_article(told["article"]),
            sources=[Source(**fields) for fields in told["sources"]],
            layers=[unpacked_layer(fields) for fields in told["layers"]],
            questions=[Question(**fields) for fields in told["questions"]],
            refusals=[dict(fields) for fields in told["refusals"]],
        )

    def authors(self) -> dict[str, None]:
        """Return whose work it holds, each once."""
        names = [layer.author for layer in self.layers]
        for question in self.questions:
            names += filter(None, (question.author, question.answered_by))
        return dict.fromkeys([*names, *(refusal["author"] for refusal in self.refusals)])


def unpack(project: Project, name: str, content: str) -> None:
    """Put back what ``pack`` packed of the article ``name``: at its old place, under its old ids.

    Refusals of labels that are gone are left out: they refuse nothing any more.

    Raises:
        RefusedAct: if its name, its text or what its spans need is no longer free, or an author of
            it is no longer there.
        ProjectError: if it cannot be read.
    """
    try:
        packed = _Packed.from_json(content)
        authors = packed.authors()
        labels = project.labels.load()
        refusals = [refusal for refusal in packed.refusals if refusal["label"] in labels]
    except UNREADABLE as error:
        raise _unreadable(name) from error
    article = packed.article
    _refuse_strangers(project, article, authors)
    _refuse_taken(project, article, packed.layers)
    number = project.articles.add(article, project.articles.free_number(packed.number))
    project.search.index([(number, ARABIC.fold(article.title), ARABIC.fold(article.text))])
    for source in packed.sources:
        project.articles.add_source(article.id, source)
    for layer in packed.layers:
        put_layer(project, layer)
    for question in packed.questions:
        project.questions.put(question)
    project.trash.put_refusals(refusals)


def _unreadable(name: str) -> ProjectError:
    return ProjectError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{name}” cannot be restored: what lies of it in the trash cannot be read. Nothing was"
            " changed; look for the article in a backup of the project.",
        ),
        name=name,
    )


def _refuse_strangers(project: Project, article: Article, authors: Iterable[str]) -> None:
    known = {author.name for author in project.authors.all()}
    gone = [name for name in authors if name not in known]
    if gone:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” cannot be restored yet: the project has no author “{author}”. Add an"
                " author of that name, then restore it. Nothing was changed.",
            ),
            name=article.name,
            author=gone[0],
        )


def _refuse_taken(project: Project, article: Article, layers: Iterable[Layer]) -> None:
    named = project.articles.by_name(article.name)
    if named or project.articles.by_sha256(article.sha256):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” cannot be restored: there is an article of its name or with its text by"
                " now. Nothing was changed.",
            ),
            name=article.name,
        )
    spans = [span for layer in layers for span in layer.spans]
    labels = project.labels.load()
    gone = dict.fromkeys(span.label for span in spans if span.label not in labels)
    if gone:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” cannot be restored yet: it has spans of labels that are gone ({labels})."
                " Add labels of these names again, restore it, then merge them as before. Nothing"
                " was changed.",
            ),
            name=article.name,
            labels=", ".join(gone),
        )
    strange = [
        span for span in spans if span.value and kind_of(span.value) is not labels[span.label].value
    ]
    if strange:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” cannot be restored yet: “{label}” has other values than when it was"
                " removed. Let the label have such values again, then restore it. Nothing was"
                " changed.",
            ),
            name=article.name,
            label=strange[0].label,
        )
    if project.layers.taken_ids(span.id for span in spans):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” cannot be restored: some of its spans are in the project by now. Nothing"
                " was changed.",
            ),
            name=article.name,
        )
