"""Seconds worked: measured from inputs, kept with the layer, added and never overwritten."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from annotator.core.edits import Mark
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.project.stopwatch import PAUSE_S, Stopwatch
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.people.work_time import measures_time, set_measures_time, work_times
from annotator.workflow.projects import find_damage, make_demo

OTHER = "2026-02-24-qasrak-convoy.txt"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        yield project


@pytest.fixture
def clock() -> Clock:
    return Clock()


def watch_of(project: Project, author: str, clock: Clock, article_id: str) -> Stopwatch:
    watch = Stopwatch(project, author, clock)
    watch.switch(is_on=True)
    watch.take_up(article_id)
    return watch


def work(watch: Stopwatch, clock: Clock, *gaps: float) -> None:
    watch.touch()
    for gap in gaps:
        clock.now += gap
        watch.touch()


def seconds(project: Project, article_id: str, author: str = "amal") -> float:
    return project.layers.load(article_id, author).seconds


def test_pauses_over_a_minute_are_left_out(project: Project, clock: Clock) -> None:
    watch = watch_of(project, "amal", clock, "x")
    work(watch, clock, 10, PAUSE_S, PAUSE_S + 0.1, 5)
    assert watch.worked("x") == 10 + PAUSE_S + 5
    clock.now += 20
    watch.pause()
    clock.now += 20
    work(watch, clock, 3)
    assert watch.worked("x") == 10 + PAUSE_S + 5 + 3


def test_nothing_is_measured_while_it_is_off(project: Project, clock: Clock) -> None:
    watch = watch_of(project, "amal", clock, "x")
    watch.switch(is_on=False)
    work(watch, clock, 10)
    watch.switch(is_on=True)
    clock.now += 10
    work(watch, clock, 1)
    assert watch.worked("x") == 1


def test_two_programs_add_up_and_no_layer_or_history_comes_of_it(
    project: Project, clock: Clock
) -> None:
    article = next(project.articles.each())
    before, revision = seconds(project, article.id), project.layers.revision(article.id, "amal")
    acts = project.history.groups_on(article.id)
    one = watch_of(project, "amal", clock, article.id)
    other = watch_of(project, "amal", clock, article.id)
    work(one, clock, 10)
    work(other, clock, 20)
    one.keep()
    stale = project.layers.load(article.id, "amal")
    other.keep()
    other.keep()
    assert seconds(project, article.id) == before + 30
    with one.kept(article.id):
        marking.apply(project, article, stale, Mark(0, 2, "base"))
    assert seconds(project, article.id) == before + 30
    assert project.layers.revision(article.id, "amal") == revision + 1
    assert len(project.history.groups_on(article.id)) == len(acts) + 1


def test_time_on_an_article_that_was_looked_at_waits_for_its_first_act(
    project: Project, clock: Clock
) -> None:
    article = next(project.articles.each())
    watch = watch_of(project, "huda", clock, article.id)
    work(watch, clock, 10)
    watch.keep()
    assert project.layers.revision(article.id, "huda") == 0
    layer = project.layers.load(article.id, "huda")
    with watch.kept(article.id):
        marking.apply(project, article, layer, Mark(0, 2, "base"))
    assert seconds(project, article.id, "huda") == 10
    assert watch.unkept(article.id) == 0
    assert list(find_damage(project.path, Quiet())) == []


def test_an_act_that_fails_keeps_no_time(project: Project, clock: Clock) -> None:
    article = next(project.articles.each())
    before = seconds(project, article.id)
    watch = watch_of(project, "amal", clock, article.id)
    work(watch, clock, 10)
    with pytest.raises(RuntimeError), watch.kept(article.id):
        raise RuntimeError
    assert seconds(project, article.id) == before
    assert watch.unkept(article.id) == 10


def test_the_table_counts_measured_layers_alone(project: Project) -> None:
    with project.writing():
        project._db.execute("UPDATE layers SET seconds = 0 WHERE author = 'amal'")
        first = next(project.articles.each())
        project.layers.add_seconds(first.id, "amal", 106)
    times = {time.author: time for time in work_times(project)}
    amal = times["amal"]
    layer = project.layers.load(first.id, "amal")
    assert (amal.measured, amal.per_article) == (1, 106)
    assert amal.per_span == 106 / len(layer.spans)
    assert amal.spans > len(layer.spans)


# -- in the window


def shown(window: MainWindow) -> QLabel:
    label = window.state_bar.findChild(QLabel, "timeWorked")
    assert label is not None
    return label


def type_into(window: MainWindow, qtbot: QtBot, clock: Clock, *gaps: float) -> None:
    """Press keys as the system brings them: to the window, not to a widget of it."""
    window.session.stopwatch._clock = clock
    for gap in (0, *gaps):
        clock.now += gap
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Left)


def test_the_pace_is_told_from_the_first_minute_on(
    window: MainWindow, hands, qtbot: QtBot, clock: Clock
) -> None:
    type_into(window, qtbot, clock, 40)
    hands.mark(window, "1", hands.words(window, 3)[1])
    assert shown(window).text() == "\u20660:40\u2069"
    type_into(window, qtbot, clock, 20)
    hands.mark(window, "2", hands.words(window, 5)[3])
    assert shown(window).text() == "\u20661:00\u2069 · 30 s per span"


def test_the_pace_counts_no_span_that_was_imported_and_left_as_it_was(
    window: MainWindow, hands, qtbot: QtBot, path: Path, clock: Clock
) -> None:
    words = hands.words(window, 8)
    imported = [(*word, "base") for word in words[:5]]
    hands.import_spans(path, window.session.article, *imported)
    qtbot.waitUntil(lambda: len(window.session.layer.spans) == 5)
    type_into(window, qtbot, clock, 40, 40)
    qtbot.waitUntil(lambda: shown(window).text() == "\u20661:20\u2069")
    hands.mark(window, "1", words[6])
    assert shown(window).text() == "\u20661:20\u2069 · 80 s per span"
    hands.mark(window, "2", words[7])
    assert shown(window).text() == "\u20661:20\u2069 · 40 s per span"
    window.commands["undo"].trigger()
    assert shown(window).text() == "\u20661:20\u2069 · 80 s per span"
    (span,) = (one for one in window.session.layer.spans if (one.start, one.end) == words[0])
    window.workbench.marking.relabel_all((span.id,), "actor")  # a hand has been at it since
    assert shown(window).text() == "\u20661:20\u2069 · 40 s per span"
    hands.import_spans(path, window.session.article, (*words[5], "date"))
    qtbot.waitUntil(lambda: len(window.session.layer.spans) == 7)
    assert shown(window).text() == "\u20661:20\u2069 · 40 s per span"


def test_the_window_measures_its_inputs_and_shows_them(
    window: MainWindow, hands, qtbot: QtBot, path: Path, clock: Clock
) -> None:
    type_into(window, qtbot, clock, 30, 35)
    assert hands.stored(path).revision == 0
    hands.mark(window, "1", hands.words(window, 3)[1])
    assert hands.stored(path).seconds == 65
    assert shown(window).text() == "\u20661:05\u2069 · 65 s per span"
    type_into(window, qtbot, clock, 5)
    window.open_article(OTHER)
    assert hands.stored(path).seconds == 70


def test_time_is_kept_when_the_window_is_closed_and_goes_on_in_the_next(
    hands, qtbot: QtBot, path: Path, clock: Clock
) -> None:
    window = hands.open(path, "amal")
    name = window.session.article.name
    before = window.session.layer.seconds
    type_into(window, qtbot, clock, 50)
    window.close()
    assert hands.stored(path, name, "amal").seconds == before + 50
    again = hands.open(path, "amal")
    again.open_article(name)
    minutes, rest = divmod(round(before + 50), 60)
    assert shown(again).text().startswith(f"\u2066{minutes}:{rest:02}")


def test_switched_off_nothing_is_measured_or_shown(
    window: MainWindow, hands, qtbot: QtBot, path: Path, clock: Clock
) -> None:
    assert window.commands["measure_time"].isChecked()
    window.commands["measure_time"].trigger()
    assert not window.commands["measure_time"].isChecked()
    assert shown(window).isHidden()
    type_into(window, qtbot, clock, 30)
    hands.mark(window, "1", hands.words(window, 3)[1])
    assert hands.stored(path).seconds == 0
    again = hands.open(path, "amal")
    assert not again.commands["measure_time"].isChecked()
    window.commands["measure_time"].trigger()
    assert shown(window).isVisible()


def test_a_lead_sees_the_table_and_switches_it_off_for_the_project(
    hands, qtbot: QtBot, path: Path
) -> None:
    window, other = hands.open(path, "huda"), hands.open(path, "amal")
    assert not other.commands["work_time"].isEnabled()

    def look(dialog) -> None:
        table = dialog.findChild(QTableWidget)
        names = [table.item(row, 0).text() for row in range(table.rowCount())]
        assert names == ["\u2068amal\u2069", "\u2068nasser\u2069"]
        dialog.findChild(QCheckBox).click()
        dialog.reject()

    hands.answer(look)
    window.commands["work_time"].trigger()
    with Project.open(path) as project:
        assert not measures_time(project)
    qtbot.waitUntil(lambda: shown(other).isHidden())
    window.commands["undo_project"].trigger()
    qtbot.waitUntil(lambda: shown(other).isVisible())
    with Project.open(path) as project, pytest.raises(Exception, match="Only a lead"):
        set_measures_time(project, "amal", measures=False)
