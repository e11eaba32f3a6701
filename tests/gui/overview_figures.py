"""The figures of the Overview, read and opened as a user does."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.edits import SetState
from annotator.core.model import LayerState, Status
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.place import OverviewPlace
from annotator.gui.widgets.chart_view import ChartView
from annotator.gui.widgets.figure_table import FigureTable
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.handing import assigning
from annotator.workflow.people import questions
from annotator.workflow.people.authors import ensure_author
from tests.gui.conftest import Hands

LEAD = "huda"
LONG = 60_000
AGREEMENT = 2
"""Which page of a lead tells of it."""
CTRL = Qt.KeyboardModifier.ControlModifier
Found = TypeVar("Found", bound=QWidget)


def place(window: MainWindow) -> OverviewPlace:
    assert window.workplace is not None
    return window.workplace.places.overview


def part(window: MainWindow, kind: type[Found], name: str) -> Found:
    found = place(window).currentWidget().findChild(kind, name)
    assert found is not None, name
    return found


def table(window: MainWindow, name: str) -> FigureTable:
    return part(window, FigureTable, name)


def rows(window: MainWindow, name: str) -> dict[str, list[str]]:
    """Return the rows of a table by their names, without what isolates them."""
    bare = str.maketrans("", "", "\u2066\u2068\u2069")
    return {
        row[0].text.translate(bare): [cell.text.translate(bare) for cell in row[1:]]
        for row in table(window, name).table.rows
    }


def cell(window: MainWindow, name: str, row: str, column: int) -> tuple[FigureTable, QModelIndex]:
    view = table(window, name)
    number = list(rows(window, name)).index(row)
    return view, view.model().index(number, column)


def click_cell(qtbot: QtBot, window: MainWindow, name: str, row: str, column: int) -> None:
    view, index = cell(window, name, row, column)
    view.scrollTo(index)
    at = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def enter_cell(qtbot: QtBot, window: MainWindow, name: str, row: str, column: int) -> None:
    view, index = cell(window, name, row, column)
    view.setFocus()
    view.setCurrentIndex(index)
    qtbot.keyClick(view, Qt.Key.Key_Return)


def click_bar(qtbot: QtBot, window: MainWindow, name: str, told: str) -> None:
    view = part(window, ChartView, name)
    qtbot.waitUntil(lambda: view.picture is not None, timeout=LONG)
    assert view.picture is not None
    (bar,) = (one for one in view.picture.bars if told in one.told)
    at = view.rect_of(bar).center().toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)


def look(qtbot: QtBot, window: MainWindow, page: int = 0) -> OverviewPlace:
    """Go to a page of the Overview and wait until all of it is there."""
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F3, CTRL)
    overview = place(window)
    overview.setCurrentIndex(page)
    reckoning = overview.reckoning
    qtbot.waitUntil(
        lambda: reckoning.overview is not None and not reckoning.is_under_way, timeout=LONG
    )
    return overview


def filters(window: MainWindow) -> str:
    assert window.workbench is not None
    label = window.workbench.articles.findChild(QLabel, "filtersOn")
    return "" if label.isHidden() else label.text().replace("\u2068", "").replace("\u2069", "")


def listed(window: MainWindow) -> list[str]:
    """Return the names of the articles in the list."""
    assert window.workbench is not None
    assert window.session is not None
    numbers = window.workbench.articles.numbers()
    return [row.name for row in window.session.catalogue.rows(numbers)]


def busy(hands: Hands, path: Path) -> MainWindow:
    """The window of a lead, on the demo with more going on in it."""

    def work(project: Project) -> None:
        ensure_author(project, "noor")
        articles = list(project.articles.each())
        assigning.give(project, LEAD, [one.id for one in articles[6:9]], "noor")
        layer = project.layers.load(articles[6].id, "noor")
        aside = SetState(LayerState(Status.SET_ASIDE, "a copy"))
        marking.apply(project, articles[6], layer, aside)
        answered = questions.ask(project, articles[0], "amal", "why?", None)
        questions.answer(project, LEAD, answered.id, "because")
        for article, author in (
            (articles[0], "amal"),
            (articles[1], "amal"),
            (articles[6], "noor"),
        ):
            questions.ask(project, article, author, "and this?", None)

    hands.other_program(path, work)
    return hands.open(path, LEAD)
