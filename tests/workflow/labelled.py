"""What tests of labels do and look at: spans marked in the demo, and what is in it then."""

from annotator.core.edits import Describe, Mark
from annotator.core.labels import Label, LabelSet
from annotator.core.model import Layer
from annotator.core.progress import Quiet
from annotator.core.values import ValueKind
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import find_damage

TABLES = ("labels", "spans", "entries", "refusals")
PLACE = Label("place", "place", "مكان", "#112233", "p", ValueKind.ENTRY)


def without_values(project: Project) -> Project:
    """Empty all values: any label can be merged into any other then."""
    with project.writing():
        project._db.execute("UPDATE spans SET value = '{}', proposed = 0")
        project._db.execute("DELETE FROM entries")
    return project


def dump(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a merge may change, row by row; rows have other numbers when they return."""
    return {
        table: sorted(
            tuple(row for name, row in record.items() if (table, name) != ("spans", "number"))
            for record in project._db.query(f"SELECT * FROM {table}")
        )
        for table in TABLES
    }


def damage(project: Project) -> list[str]:
    return list(map(str, find_damage(project.path, Quiet())))


def a_layer(project: Project, author: str = "amal") -> Layer:
    return project.layers.load(next(project.articles.each()).id, author)


def mark(project: Project, author: str, *places: tuple[int, int, str]) -> list[str]:
    """Let ``author`` mark stretches of the first article; return the ids of the spans."""
    ensure_author(project, author)
    article = next(project.articles.each())
    ids = []
    for place in places:
        layer = project.layers.load(article.id, author)
        ids.append(marking.apply(project, article, layer, Mark(*place)).change.put[0].id)
    return ids


def describe(project: Project, author: str, span: str, **told: object) -> None:
    article = next(project.articles.each())
    layer = project.layers.load(article.id, author)
    marking.apply(project, article, layer, Describe(span, **told))


def with_new(labels: LabelSet, *new: Label) -> LabelSet:
    return LabelSet((*labels, *new))


PLACE = Label("place", "place", "مكان", "#112233", "p", ValueKind.ENTRY)
