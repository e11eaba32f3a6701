"""Every bar of every chart opens what it counts, as many of them as the file holds."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QListWidget, QTreeView
from pytestqt.qtbot import QtBot

from annotator.core.model import Layer, Status
from annotator.gui.main_window import MainWindow
from annotator.gui.widgets.chart_view import ChartView
from annotator.store.project import Project
from tests.gui.overview_figures import (
    AGREEMENT,
    LONG,
    click_bar,
    filters,
    listed,
    look,
    part,
    place,
)

CHARTS = {
    **dict.fromkeys(("statusChart", "speedChart", "dayChart", "labelChart", "conflictChart"), 0),
    **dict.fromkeys(("questionChart", "asideChart"), 0),
    **dict.fromkeys(("pairChart", "f1LabelChart", "causeChart"), AGREEMENT),
    **dict.fromkeys(("outletChart", "monthChart"), AGREEMENT),
}
"""Each chart of the Overview, and the page it is on."""
F1 = ("pairChart", "f1LabelChart", "outletChart", "monthChart")
"""Those of F1; the articles are all of one pair of authors, outlet and month."""


def bare(told: str) -> str:
    return told.translate(dict.fromkeys(map(ord, "\u2066\u2068\u2069")))


def finished_layers(path: Path) -> list[Layer]:
    """Ask the file, by a connection of the test's own."""
    with Project.open(path, writable=False) as project, project.reading():
        layers = [
            project.layers.load(article, author.name)
            for article in project.articles.names()
            for author in project.authors.all()
        ]
    return [one for one in layers if one.status is Status.FINISHED]


def asked(path: Path, whose: str, told: str) -> int:
    with Project.open(path, writable=False) as project:
        return sum(
            one.author == whose and one.is_open == ("open" in told)
            for one in project.questions.all()
        )


def put_aside(path: Path, whose: str, told: str) -> int:
    with Project.open(path, writable=False) as project:
        states = list(project.layers.states())
    return sum((one, status) == (whose, Status.SET_ASIDE) for _, one, _, status in states)


BY_AUTHOR = {"questionChart": asked, "asideChart": put_aside}


def counted(path: Path, chart: str, told: str) -> int:
    """Return how many things the file holds of what a bar says that it counts."""
    whose, _, said = told.partition(", ")
    figure = float(re.findall(r"[\d.]*\d", said or told)[0 if chart in F1 else -1])
    if chart in BY_AUTHOR:
        return BY_AUTHOR[chart](path, whose, told)
    layers = finished_layers(path)
    if chart == "speedChart":
        return sum(layer.author == whose for layer in layers)
    if chart == "labelChart":
        return len({one.article_id for one in layers for span in one.spans if span.label == whose})
    if chart in F1:
        # F1 is the share of the spans of both that are matched.
        labels = [span.label for one in layers for span in one.spans]
        spans = labels.count(whose) if chart == "f1LabelChart" else len(labels)
        return round((1 - figure) * spans)
    return int(figure)


def in_front(lead: MainWindow, told: str) -> int | None:
    """Return how many things are listed in front; ``None`` if they are not what a bar tells of."""
    for found in lead.findChildren(QDialog, "questionsDialog"):
        if found.isVisible():
            only = bare(found.findChild(QLabel, "questionsOnly").text())
            assert told.partition(", ")[0] in only
            assert ("open" in told) == ("open" in only)
            count = found.findChild(QListWidget).count()
            found.close()
            return count
    for found in lead.findChildren(QDialog, "foundPlaces"):
        if found.isVisible():
            assert bare(found.windowTitle()) == told
            return found.findChild(QTreeView).model().rowCount()
    assert lead.workbench is not None
    whose = told.partition(", ")[0]
    if lead.workbench.isVisible():
        assert whose in filters(lead)
        return len(listed(lead))
    assert lead.workplace is not None
    review = lead.workplace.places.review
    assert review is not None
    assert review.isVisible()
    cause = review.conflicts.findChild(QComboBox, "conflictCauseFilter").currentText()
    return review.conflicts.length() if told.startswith(f"{cause}: ") else None


def test_the_charts_are_all_that_are_drawn(qtbot: QtBot, lead: MainWindow) -> None:
    drawn = {}
    for page in (0, AGREEMENT):
        look(qtbot, lead, page)
        views = place(lead).currentWidget().findChildren(ChartView)
        drawn |= dict.fromkeys((view.objectName() for view in views), page)
    assert drawn == CHARTS


@pytest.mark.parametrize("chart", CHARTS)
def test_each_bar_opens_all_that_it_counts(
    qtbot: QtBot, lead: MainWindow, path: Path, chart: str
) -> None:
    look(qtbot, lead, CHARTS[chart])
    view = part(lead, ChartView, chart)
    qtbot.waitUntil(lambda: view.picture is not None, timeout=LONG)
    assert view.picture is not None
    bars = [bar.told for bar in view.picture.bars]
    assert bars
    for told in bars:
        look(qtbot, lead, CHARTS[chart])
        click_bar(qtbot, lead, chart, told)
        wanted = counted(path, chart, bare(told))
        qtbot.waitUntil(lambda told=told, n=wanted: in_front(lead, bare(told)) == n, timeout=LONG)
