"""The model learns anew by itself while a lead works, once enough new gold has come."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.edits import Mark
from annotator.core.progress import Progress
from annotator.core.trained import TrainedModel
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.review.settling import Reviews
from tests.gui.conftest import Hands, children
from tests.gui.review.test_review import place_of
from tests.gui.review.test_review import press as press_in_review
from tests.gui.suggestions.parts import Begin, left
from tests.workflow.settled_demo import LEAD, ready, settle_as, work
from tests.workflow.suggested import add
from tests.workflow.suggesting.test_training import TEXT, settle_until

Tells = Callable[[MainWindow], bool]
Does = Callable[[MainWindow], None]

ENOUGH = 10
"""So many ready articles are enough for the first model."""


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.gui.commands.learning_anew._LOOK_AFTER_MS", 50)
    monkeypatch.setattr("annotator.gui.commands.learning_anew._REST", 0)


def settle(path: Path, count: int) -> None:
    with Project.open(path) as project:
        settle_as(project, "amal")
        settle_until(project, count)


def model_of(path: Path) -> TrainedModel | None:
    with Project.open(path, writable=False) as project, project.reading():
        return project.models.last()


def learned_from(path: Path) -> int:
    model = model_of(path)
    return len(model.texts) if model else 0


def is_learning(window: MainWindow) -> bool:
    bar = window.notice.findChild(QProgressBar)
    return bar.isVisible() and bar.accessibleName() == "The model is learning…"


def wait_for(qtbot: QtBot, found: Callable[[], bool]) -> None:
    qtbot.waitUntil(found, timeout=60_000)


def counted(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until gold was counted in view of all that has been done, and some time longer."""
    for _ in range(2):
        qtbot.wait(300)
        wait_for(qtbot, lambda: len(children()) == 1)  # one finds suggestions


@pytest.fixture
def learning(begin: Begin, qtbot: QtBot, path: Path) -> MainWindow:
    """A lead's window in which the model learns at last from what is settled."""
    settle(path, ENOUGH)
    window = begin(LEAD)
    wait_for(qtbot, lambda: is_learning(window))
    return window


@pytest.fixture
def left_in_peace(hands: Hands, qtbot: QtBot, path: Path) -> Tells:
    """Tell of a window whether no model learns there though much more gold comes."""

    def tell(window: MainWindow) -> bool:
        hands.other_program(path, lambda project: settle_until(project, 15))
        window.open_article("harir-airfield.txt")
        window.session.do(Mark(0, 2, "actor"))
        qtbot.wait(1_500)
        wait_for(qtbot, lambda: len(children()) <= 1)  # one may find suggestions
        return model_of(path) is None

    return tell


@pytest.fixture
def drop_article(hands: Hands, qtbot: QtBot, tmp_path: Path) -> Does:
    """Drop an article on a window, and wait until it is added."""

    def drop(window: MainWindow) -> None:
        new = tmp_path / "new.txt"
        new.write_text("خبر جديد\n\nنص", "utf-8")
        hands.drop(window, new)
        wait_for(qtbot, lambda: window.notice.sentence() == "1 article added.")

    return drop


def cancel(window: MainWindow) -> None:
    window.notice.findChild(QPushButton, "cancelWork").click()


def test_it_learns_while_a_lead_settles_conflicts(
    begin: Begin, hands: Hands, qtbot: QtBot, path: Path
) -> None:
    settle(path, ENOUGH - 1)
    with Project.open(path) as project:
        article = add(project, "last.txt", f"{TEXT} وحيد")
        work(project, article.id, "amal", Mark(0, 4, "base"))
        work(project, article.id, "nasser", Mark(0, 4, "actor"))
        assert len(list(Reviews(project).conflicts())) == 1
    window = begin(LEAD)
    counted(qtbot, window)
    assert model_of(path) is None
    window.commands["review"].trigger()
    place = place_of(window)
    wait_for(qtbot, lambda: place.reviewing.there is not None)
    place.panel.setFocus()
    press_in_review(qtbot, "1")
    wait_for(qtbot, lambda: learned_from(path) == ENOUGH)
    wait_for(qtbot, lambda: "has learned from 10 articles" in window.state_bar.currentMessage())
    assert not is_learning(window)


def test_it_learns_while_a_lead_opens_articles_and_is_asked_then(
    hands: Hands, qtbot: QtBot, path: Path, learning: MainWindow
) -> None:
    wait_for(qtbot, lambda: learned_from(path) == ENOUGH)
    learning.open_article("harir-airfield.txt")
    wait_for(qtbot, lambda: bool(left(learning)))
    hands.other_program(path, lambda project: settle_until(project, 12))
    learning.open_article("conoco-omar-fields.txt")
    wait_for(qtbot, lambda: learned_from(path) == 12)


@pytest.mark.parametrize("who", ["an annotator", "who is shown none", "who switched it off"])
def test_it_does_not_for(who: str, begin: Begin, settings, qtbot: QtBot, path: Path) -> None:
    settle(path, ENOUGH)
    if who == "who switched it off":
        settings.setValue("suggestions/model", "no")
    is_annotator, suggests = who == "an annotator", who != "who is shown none"
    window = begin("amal" if is_annotator else LEAD, suggests=suggests, waits=suggests)
    before = children()
    window.session.do(Mark(0, 2, "actor"))
    qtbot.wait(1_500)
    assert children() == before
    assert model_of(path) is None


def test_who_cancels_it_is_left_in_peace(
    qtbot: QtBot, learning: MainWindow, left_in_peace: Tells
) -> None:
    cancel(learning)
    wait_for(qtbot, lambda: learning.notice.sentence() == "Cancelled.")
    assert left_in_peace(learning)


def test_who_cancels_it_and_asks_for_something_at_once_is_left_in_peace(
    learning: MainWindow,
    left_in_peace: Tells,
    drop_article: Does,
) -> None:
    cancel(learning)
    drop_article(learning)
    assert left_in_peace(learning)


@pytest.mark.parametrize("at_once", [False, True])
def test_who_cancels_it_is_left_in_peace_in_another_language_too(
    qtbot: QtBot, at_once: bool, learning: MainWindow, left_in_peace: Tells
) -> None:
    cancel(learning)
    if not at_once:
        wait_for(qtbot, lambda: learning.notice.sentence() == "Cancelled.")
    learning.set_language("ar")
    assert left_in_peace(learning)


def test_it_is_not_tried_again_and_again_where_it_cannot_be_done(
    begin: Begin,
    hands: Hands,
    qtbot: QtBot,
    path: Path,
    left_in_peace: Tells,
) -> None:
    settle(path, ENOUGH - 1)
    window = begin(LEAD)
    counted(qtbot, window)
    before = children()
    hands.other_program(path, lambda project: settle_until(project, ENOUGH))
    window.session.do(Mark(0, 2, "actor"))
    wait_for(qtbot, lambda: is_learning(window) and len(children() - before) == 1)
    (process,) = children() - before
    os.kill(process, signal.SIGKILL)
    wait_for(qtbot, lambda: window.notice.sentence().startswith("It was stopped from outside"))
    assert left_in_peace(window)


@pytest.mark.parametrize("meanwhile", ["it counts", "it learns"])
def test_who_switches_the_model_off_is_left_in_peace(
    begin: Begin,
    qtbot: QtBot,
    path: Path,
    meanwhile: str,
    left_in_peace: Tells,
) -> None:
    settle(path, ENOUGH)
    window = begin(LEAD, waits=False)
    wait_for(qtbot, lambda: len(children()) > 1)
    if meanwhile == "it learns":
        wait_for(qtbot, lambda: is_learning(window))
    window.commands["suggest_model"].trigger()
    assert not is_learning(window)
    assert left_in_peace(window)


def test_the_window_may_be_closed_while_it_counts(
    begin: Begin, hands: Hands, qtbot: QtBot, path: Path
) -> None:
    settle(path, ENOUGH)
    window = begin(LEAD, waits=False)
    wait_for(qtbot, lambda: len(children()) > 1)
    assert not is_learning(window)
    hands.close(window)
    assert children() == set()


def test_it_gives_way_to_what_is_asked_for_and_goes_on_afterwards(
    qtbot: QtBot, path: Path, learning: MainWindow, drop_article: Does
) -> None:
    assert learning.commands["import"].isEnabled()
    drop_article(learning)
    assert model_of(path) is None
    wait_for(qtbot, lambda: learned_from(path) == ENOUGH)
    assert learning.notice.sentence() == "1 article added."


def wait_for_file(file: Path, _: Progress) -> None:
    while not file.exists():
        time.sleep(0.02)


@pytest.fixture
def errand(qtbot: QtBot, tmp_path: Path) -> Callable[[MainWindow], Path]:
    """Begin something that lasts until a file is there; wait until it alone is under way."""

    def begin(window: MainWindow) -> Path:
        go_on = tmp_path / "go on"
        window.errands.run("Working…", wait_for_file, (go_on,), lambda _: window.notice.say("Done"))
        wait_for(qtbot, lambda: len(children()) == 2)  # the other finds suggestions
        qtbot.wait(200)  # what the window hears of those that are gone, it has heard
        return go_on

    return begin


def test_the_end_of_what_gave_way_is_not_taken_for_the_end_of_what_was_asked_for(
    qtbot: QtBot, learning: MainWindow, errand: Callable[[MainWindow], Path]
) -> None:
    go_on = errand(learning)
    bar = learning.notice.findChild(QProgressBar)
    assert bar.isVisible()
    assert bar.accessibleName() == "Working…"
    assert not learning.commands["import"].isEnabled()
    go_on.touch()
    wait_for(qtbot, lambda: learning.notice.sentence() == "Done")


def test_it_learns_after_something_that_was_under_way_when_gold_was_counted(
    begin: Begin, qtbot: QtBot, path: Path, errand: Callable[[MainWindow], Path]
) -> None:
    settle(path, ENOUGH)
    window = begin(LEAD, waits=False)
    wait_for(qtbot, lambda: len(children()) > 1)
    go_on = errand(window)
    assert not is_learning(window)
    go_on.touch()
    wait_for(qtbot, lambda: learned_from(path) == ENOUGH)


def test_it_never_learns_twice_at_once(qtbot: QtBot, path: Path, learning: MainWindow) -> None:
    at_first, looks = children(), 0
    while model_of(path) is None:
        learning.session.do(Mark(looks, looks + 2, "actor"))
        learning.open_article(["harir-airfield.txt", "conoco-omar-fields.txt"][looks % 2])
        qtbot.wait(60)
        now = children()
        if model_of(path) is None:
            assert now <= at_first
            looks += 1
    assert looks > 3
    wait_for(qtbot, lambda: learned_from(path) == ENOUGH)


def test_the_window_may_be_closed_while_it_learns(
    hands: Hands, qtbot: QtBot, path: Path, learning: MainWindow
) -> None:
    learning.set_language("ar")
    assert not is_learning(learning)
    bar = learning.notice.findChild(QProgressBar)
    wait_for(qtbot, bar.isVisible)
    hands.close(learning)
    with Project.open(path) as project:
        assert len(ready(project)) == ENOUGH
        assert project.models.last() is None
