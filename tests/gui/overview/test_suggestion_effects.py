"""What suggestions do, as leads see it in the Overview."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import regex
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.core.intervals import Bootstrap
from annotator.core.progress import Quiet
from annotator.core.suggestion_effect import FEWEST_IN_GROUP, Measure, SuggestionEffect
from annotator.core.trained import LearnedFrom
from annotator.gui.main_window import MainWindow
from annotator.gui.widgets.figure_table import FigureTable
from annotator.reports.words import Words
from annotator.store.project import Project
from annotator.workflow.figures.overview import Overviews
from annotator.workflow.suggesting.training import train_model
from tests.gui.conftest import Hands
from tests.gui.overview_figures import look, part, place, rows
from tests.workflow.settled_demo import settle_as
from tests.workflow.suggested_work import begin_offering, offered, work_with_suggestions

LEAD = "huda"
UNSEEN = regex.compile("[\u2066-\u2069]")


@pytest.fixture
def offering(project_path: Path, bring: Callable[..., Any]) -> Path:
    with Project.open(project_path) as project:
        begin_offering(project, bring)
        work_with_suggestions(project)
    return project_path


def effect(path: Path) -> SuggestionEffect:
    with Project.open(path, writable=False) as project:
        found = Overviews(project).whole(Bootstrap()).suggestions
    assert found is not None
    return found


def verdict(window: MainWindow) -> str:
    label = part(window, QLabel, "suggestionVerdict")
    assert label.isVisible()
    return label.text().replace("\u2066", "").replace("\u2069", "")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_lead_sees_which_way_and_how_much(
    qtbot: QtBot, hands: Hands, settings: QSettings, offering: Path, language: str
) -> None:
    found, say = effect(offering), Words(language).say
    settings.setValue("language", language)
    window = hands.open(offering, LEAD)
    look(qtbot, window)
    told = verdict(window)
    seconds, spans = found.figures[Measure.SECONDS], found.figures[Measure.SPANS]
    assert say("less seconds a span", number=f"{-(seconds.difference or 0):.2f}") in told
    assert say("more spans an article", number=f"{spans.difference:.2f}") in told
    assert say("rest not clear") in told
    assert rows(window, "suggestionsTable")[say("effect seconds a span")] == [
        f"{seconds.shown.figure:.2f}",
        str(seconds.shown.articles),
        f"{seconds.withheld.figure:.2f}",
        str(seconds.withheld.articles),
        f"{seconds.difference:+.2f}",
    ]
    view = part(window, FigureTable, "suggestionsTable")
    assert view.isVisible()
    assert "–" in {row[1].text for row in view.table.rows}  # no article is ready: no gold


def test_too_little_is_said_and_nothing_where_nothing_was_suggested(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, LEAD)
    look(qtbot, window)
    page = place(window).currentWidget()
    assert page.findChild(QLabel, "suggestionVerdict") is None
    hands.close(window)
    with Project.open(path) as project:
        names = list(project.articles.names().values())
        for name in names:
            offered(project, name, "amal", is_withheld=False)
    count = effect(path).shown
    assert 0 < count < FEWEST_IN_GROUP
    window = hands.open(path, LEAD)
    look(qtbot, window)
    assert verdict(window) == "⚠ " + Words("en").say(
        "few with suggestions", shown=count, withheld=0, few=FEWEST_IN_GROUP
    )


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("learned_from", LearnedFrom)
def test_a_lead_sees_when_the_model_learned_and_how_right_it_was(
    qtbot: QtBot,
    hands: Hands,
    settings: QSettings,
    path: Path,
    language: str,
    learned_from: LearnedFrom,
) -> None:
    with Project.open(path) as project:
        settle_as(project, "amal")
        report = train_model(project, LEAD, learned_from, Quiet())
    settings.setValue("language", language)
    window = hands.open(path, LEAD)
    look(qtbot, window)
    label = part(window, QLabel, "suggestionModel")
    assert label.isVisible()
    exact, overlap = report.scores.f1_exact, report.scores.f1_overlap
    assert exact is not None
    assert overlap is not None
    say = Words(language).say
    assert UNSEEN.sub("", label.text()) == UNSEEN.sub(
        "",
        f"{say(f'model {learned_from.value}', day=report.model.at[:10], articles=report.articles)}"
        f" {say('model scored', exact=f'{exact:.3f}', overlap=f'{overlap:.3f}')}",
    )


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("taken", "is_told"), [(7, True), (0, False), ("much", False)])
def test_a_lead_sees_how_far_the_gold_of_the_model_had_been_suggested(
    qtbot: QtBot,
    hands: Hands,
    settings: QSettings,
    path: Path,
    language: str,
    taken: object,
    is_told: bool,
) -> None:
    with Project.open(path) as project:
        settle_as(project, "amal")
        report = train_model(project, LEAD, LearnedFrom.GOLD, Quiet())
        spans = report.held_against.spans
        assert spans == sum(score.support for score in report.scores.labels.values())
        told = replace(report.model, told=report.to_json() | {"from_suggestions": taken})
        with project.writing():
            project.models.replace(told, project.models.fields(told.id))
    settings.setValue("language", language)
    window = hands.open(path, LEAD)
    look(qtbot, window)
    shown = UNSEEN.sub("", part(window, QLabel, "suggestionModel").text())
    flattered = Words(language).say("model flattered", taken=taken, spans=spans)
    assert (UNSEEN.sub("", flattered) in shown) is is_told


def test_an_annotator_is_told_nothing_of_it(qtbot: QtBot, hands: Hands, offering: Path) -> None:
    window = hands.open(offering, "amal")
    overview = look(qtbot, window)
    assert overview.currentWidget().findChild(FigureTable, "authorsTable") is not None
    assert overview.findChild(QLabel, "suggestionVerdict") is None
    assert overview.findChild(FigureTable, "suggestionsTable") is None


def test_an_annotator_is_told_nothing_of_the_model_either(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    with Project.open(path) as project:
        settle_as(project, "amal")
        train_model(project, LEAD, LearnedFrom.GOLD, Quiet())
    overview = look(qtbot, hands.open(path, "amal"))
    assert overview.currentWidget().findChild(FigureTable, "authorsTable") is not None
    assert overview.findChild(QLabel, "suggestionModel") is None
