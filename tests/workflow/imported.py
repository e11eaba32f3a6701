"""What tests of imports bring in, and what is in the project then."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.core.model import Layer
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.store.project import Project
from annotator.workflow.acts.project_stack import ProjectAct, to_go_through
from annotator.workflow.datasets.exporting import export
from annotator.workflow.imports.articles import ImportReport
from annotator.workflow.projects import find_damage

Bring = Callable[..., ImportReport]
LEAD = "huda"
TEXT = "غادر رتل قاعدة «قسرك» أمس"
BASE = {"label": "base", "start": 16, "end": 20, "quote": "قسرك", "note": "تبعد 20 كم"}
ACTOR = {"label": "actor", "start": 5, "end": 8}
FIRST = {"id": "a", "name": "a.txt", "text": TEXT, "author": "amal", "spans": [BASE]}
SECOND = {
    "name": "b.txt",
    "text": "وصل وفد إلى عين الأسد",
    "author": "badr",
    "meta": {"n": 1e5},
    "status": "set aside",
    "reason": "no date",
    "spans": [
        {
            "label": "base",
            "start": 12,
            "end": 21,
            "value": {"entry": "ain-asad", "name": "عين الأسد"},
        }
    ],
    "sources": [{"name": "c.txt", "outlet": "سانا"}],
}


def last_import(project: Project) -> ProjectAct | None:
    return to_go_through(project)[0]


def last_taken_back(project: Project) -> ProjectAct | None:
    return to_go_through(project)[1]


def exports(project: Project, tmp_path: Path) -> dict[str, bytes]:
    """Return what an export writes of every layer, and of gold."""
    out = tmp_path / "out.jsonl"
    written = {}
    for author in ("gold", *(author.name for author in project.authors.all())):
        export(project, out, "jsonl", Quiet(), Selection(author))
        written[author] = out.read_bytes()
    return written


def rows(project: Project) -> list[Any]:
    """Return the articles as they are stored, with their layers and sources."""
    with project.reading():
        return [
            (
                article,
                project.articles.sources(article.id),
                [(layer, ids(layer)) for layer in project.layers.of_article(article.id)],
            )
            for article in project.articles.each()
        ]


def ids(layer: Layer) -> list[tuple[str, str, str]]:
    return [(span.id, span.created_at, span.changed_at) for span in layer.spans]


def found(project: Project, word: str) -> int:
    with project.reading():
        return len(project.search.find(word))


def damage(project: Project) -> list[str]:
    return [str(one) for one in find_damage(project.path, Quiet())]
