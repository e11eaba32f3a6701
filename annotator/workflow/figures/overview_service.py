"""The far side of the Overview: a process that stays, keeps what it has derived, and draws.

What the project holds is derived once, and matplotlib imported once, however often somebody asks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from annotator.core.behind import Sought
from annotator.core.intervals import Bootstrap
from annotator.core.overview import Overview
from annotator.core.progress import Teller
from annotator.reports.drawing import draw
from annotator.reports.looks import Look
from annotator.reports.parts import Chart
from annotator.reports.pictures import Picture
from annotator.reports.sections import charts_of
from annotator.reports.words import Words
from annotator.store.project import Project
from annotator.workflow.figures.behind import tell_places
from annotator.workflow.figures.overview import Overviews
from annotator.workflow.people.authors import refuse_unless_lead

_INTERVALS = Bootstrap()


@dataclass(frozen=True)
class FiguresWanted:
    """Somebody wants to be told the figures, and shown them in charts."""

    author: str
    language: str
    look: Look
    scale: float


@dataclass(frozen=True)
class PlacesWanted:
    """A lead wants to see the places that a figure counts."""

    author: str
    sought: Sought


Asked: TypeAlias = FiguresWanted | PlacesWanted


@dataclass(frozen=True, slots=True)
class Drawn:
    """The chart of that name as a picture."""

    name: str
    picture: Picture


def serve_overview(path: Path) -> Callable[[Asked, Teller], None]:
    """Open the project at ``path``; return what answers whoever asks of it."""
    return _Service(Project.open(path, writable=False)).answer


class _Service:
    def __init__(self, project: Project) -> None:
        self._project = project
        self._overviews = Overviews(project)
        self._seen: object = None
        """What the last figures that were told followed from."""
        self._drawn: dict[str, tuple[object, Picture]] = {}

    def answer(self, asked: Asked, teller: Teller) -> None:
        """Hand over figures and pictures, or places, part by part."""
        if isinstance(asked, FiguresWanted):
            self._tell_figures(asked, teller)
        else:
            refuse_unless_lead(self._project, asked.author)
            tell_places(self._project, self._overviews.reviews, asked.sought, teller)

    def _tell_figures(self, asked: FiguresWanted, teller: Teller) -> None:
        view = self._project.seen_version(), asked
        if view == self._seen:
            return
        self._seen = None
        with self._project.reading():
            author = self._project.authors.get(asked.author)
        overview = None
        for overview in self._overviews.stages(author, _INTERVALS, teller):
            teller.hand_over(overview)
        if overview is not None:
            self._draw(overview, asked, teller)
        self._seen = view

    def _draw(self, overview: Overview, asked: FiguresWanted, teller: Teller) -> None:
        words = Words(asked.language)
        charts = charts_of(overview, words, asked.look)
        for done, chart in enumerate(charts, start=1):
            teller.hand_over(Drawn(chart.name, self._picture(chart, words, asked)))
            teller.advance(done, len(charts))

    def _picture(self, chart: Chart, words: Words, asked: FiguresWanted) -> Picture:
        view = chart, asked
        if chart.name not in self._drawn or self._drawn[chart.name][0] != view:
            self._drawn[chart.name] = view, draw(chart, words, asked.look, scale=asked.scale)
        return self._drawn[chart.name][1]
