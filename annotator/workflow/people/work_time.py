"""How long people worked: by author, and whether a project wants it measured at all."""

from dataclasses import dataclass

from annotator.core.rows import Kind, RowChange
from annotator.store.project import Project
from annotator.workflow.acts.project_acts import do
from annotator.workflow.people.authors import refuse_unless_lead

_PROPERTY = "measure time"


@dataclass(frozen=True, slots=True)
class WorkTime:
    """The work of one author; how fast it is follows from finished layers alone."""

    author: str
    finished: int
    spans: int
    seconds: float
    """On all layers."""
    measured: int
    """How many finished layers have time measured."""
    measured_seconds: float
    measured_spans: int
    """Those that the author drew or changed; see ``Span.is_work``."""

    @property
    def per_article(self) -> float | None:
        """Seconds an article, of those that are finished and have time measured."""
        return self.measured_seconds / self.measured if self.measured else None

    @property
    def per_span(self) -> float | None:
        """Seconds a span that the author drew or changed, likewise."""
        return self.measured_seconds / self.measured_spans if self.measured_spans else None


def work_times(project: Project) -> list[WorkTime]:
    """Return the work of each author who has layers, in the order of their names."""
    with project.reading():
        return [WorkTime(*row) for row in project.layers.work_by_author()]


def measures_time(project: Project) -> bool:
    """Tell whether the project wants time to be measured; it does unless a lead said no."""
    with project.reading():
        row = project.records.read(Kind.PROPERTY, _PROPERTY)
    return row is None or row["value"] != "no"


def set_measures_time(project: Project, author: str, *, measures: bool) -> bool:
    """Say whether time is measured in the project, as one act; return whether anything changed.

    Raises:
        RefusedAct: if ``author`` is no lead.
    """
    with project.writing():
        refuse_unless_lead(project, author)
        before = project.records.read(Kind.PROPERTY, _PROPERTY)
        change = RowChange(Kind.PROPERTY, _PROPERTY, before, None if measures else {"value": "no"})
        return do(project, author, "properties", [change]) is not None
