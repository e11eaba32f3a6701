"""A project as a whole: made, counted, checked, copied, and the demo."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path

from annotator import paths
from annotator.arabic import ARABIC
from annotator.core.errors import QT_TRANSLATE_NOOP, ProjectError, unwritable
from annotator.core.labels import LabelSet
from annotator.core.model import Role, Status
from annotator.core.progress import Progress
from annotator.store.check import Damage
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author, refuse_name
from annotator.workflow.project.labels import read_label_set
from annotator.workflow.review.settling import Reviews

DEMO_LEAD = "huda"
DEMO_AUTHORS = ("amal", "nasser")
_DEMO = "demo.db"


@dataclass(frozen=True, slots=True)
class ProjectStatus:
    """How far a project is."""

    articles: int
    ready: int
    layers: list[tuple[str, Status, int]]
    """How many layers each author has of each status."""
    spans: dict[str, int]
    """How many spans of all authors each label has; every label of the project is there."""
    conflicts_open: int
    machine_layers: list[tuple[str, Status, int]]
    """Those of the layers that machines made: they are nobody's work."""
    machine_spans: dict[str, int]
    """Those of the spans that machines made, of the labels that they have used."""


def init(path: Path, *, labels: Path | None = None, lead: str | None = None) -> None:
    """Make a project at ``path``.

    Raises:
        AnnotatorError: if it exists, cannot be written, or the label set or name cannot be used.
    """
    label_set = read_label_set(labels) if labels else LabelSet.default()
    if lead is not None:
        refuse_name(lead)
    Project.create(path, label_set)
    if lead is not None:
        with Project.open(path) as project:
            add_author(project, lead, Role.LEAD)


def is_project(path: Path) -> bool:
    """Tell whether the file at ``path`` is a project, of this or another version."""
    return Project.is_at(path)


def status(project: Project, progress: Progress) -> ProjectStatus:
    """Count what is in the project and how far it is."""
    with project.reading():
        reviews = Reviews(project).all(progress)
        spans = Counter({label.name: 0 for label in project.labels.load()})
        of_machines = project.layers.span_counts(of_machines=True)
        spans.update(project.layers.span_counts())
        spans.update(of_machines)
        machines = {one.name for one in project.authors.all() if one.role is Role.MACHINE}
        layers = project.layers.by_author_and_status(with_tests=False)
        return ProjectStatus(
            articles=project.articles.count(),
            ready=sum(review.ready for review in reviews),
            layers=layers,
            spans=dict(spans),
            conflicts_open=sum(len(review.conflicts) for review in reviews),
            machine_layers=[row for row in layers if row[0] in machines],
            machine_spans=of_machines,
        )


def find_damage(path: Path, progress: Progress) -> Iterator[Damage]:
    """Yield what does not fit in the project at ``path``, a sentence each.

    Nothing is changed.  SQLite compares the index of the search, and looks at the conditions of
    the tables, only where it could write: a read-only file is checked for all but these.

    Raises:
        ProjectError: if the file is too damaged to be opened.
    """
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    with Project.open(path, writable=writable) as project:
        yield from project.damage(ARABIC.fold, progress, with_index=writable)


def make_demo(folder: Path, progress: Progress) -> Path:
    """Make the demo project in ``folder`` from the seeds, and return its path.

    Two annotators have finished six of its articles; a lead has yet to settle them.

    Raises:
        ProjectError: if the folder holds a demo already.
    """
    path = folder / _DEMO
    if os.path.lexists(path):
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is a demo in “{folder}” already. Open “{file}” there, or choose another"
                " folder for a new one.",
            ),
            folder=folder.absolute(),
            file=path.name,
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    init(path, lead=DEMO_LEAD)
    try:
        with as_file(paths.seeds()) as seeds, Project.open(path) as project:
            # The articles with spans come first: they show what the program is for.
            for author in DEMO_AUTHORS:
                import_files(project, [seeds / "layers" / f"{author}.jsonl"], progress)
            import_files(project, [seeds / "articles"], progress)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path
