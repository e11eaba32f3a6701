"""A sample that is in work is lost neither by going elsewhere nor by closing the window."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.review_keys import Keys
from tests.gui.conftest import Hands
from tests.gui.review.conftest import Again
from tests.gui.review.test_review import (
    LEAD,
    at_hand,
    conflicts_of,
    place_of,
    press,
)
from tests.gui.review.test_review_begun import DELETE, ENTER, ESC
from tests.gui.test_sampling import ask_for, begin
from tests.gui.test_sampling import said as said_of_sample

KEPT_FOR_LATER = "The sample is kept: it goes on after your next decision."
KEPT_ON_REQUEST = "The sample is kept: “Check a random sample” goes on with it."


def take_up(qtbot: QtBot, hands: Hands, window: MainWindow) -> None:
    """Ask for a sample, and go on with the one that is there."""

    def press_button(dialog: QWidget) -> None:
        qtbot.mouseClick(dialog.findChild(QPushButton, "sampleTakeUp"), Qt.MouseButton.LeftButton)

    hands.answer(press_button)
    window.commands["sample"].trigger()


@pytest.mark.parametrize("elsewhere", ["another conflict", "the overview"])
def test_a_sample_waits_while_the_lead_looks_elsewhere(
    qtbot: QtBot, hands: Hands, path: Path, window: MainWindow, elsewhere: str
) -> None:
    place = begin(qtbot, hands, window, 5)
    press(qtbot, ENTER, DELETE, ENTER)
    if elsewhere == "another conflict":
        place.conflicts.conflict_requested.emit(place.conflicts.rows()[5].id)
    else:
        window.workplace.places.overview.gold_requested.emit(conflicts_of(path)[9].article_id, 0, 4)
    assert place.view.keys is Keys.CONFLICT
    assert window.state_bar.currentMessage() == KEPT_FOR_LATER
    if elsewhere == "the overview":
        qtbot.keyClick(place.panel, "s")
    qtbot.keyClick(place.panel, "1")
    assert place.view.keys is Keys.SAMPLE
    assert said_of_sample(place, "samplePlace").startswith("Span 3 of 5")
    assert said_of_sample(place, "sampleTold").startswith("Checked: 2 of 5. Changed: 1.")


def test_a_sample_that_waits_is_there_in_another_language_and_on_another_day(
    qtbot: QtBot, hands: Hands, window: MainWindow, again: Again
) -> None:
    place = begin(qtbot, hands, window, 5)
    press(qtbot, ENTER)
    place.conflicts.conflict_requested.emit(place.conflicts.rows()[5].id)
    there = at_hand(place)
    place = place_of(again(window))
    assert at_hand(place) == there
    press(qtbot, "1")
    assert place.view.keys is Keys.SAMPLE
    assert re.findall(r"\d+", said_of_sample(place, "samplePlace"))[:2] == ["2", "5"]


def test_a_sample_waits_for_a_step_that_ends_before_review_is_open_again(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path
) -> None:
    begin(qtbot, hands, window, 5)
    press(qtbot, DELETE, ENTER)
    # As the window does if the last act has decided much.
    window.errands.go_through_decisions(path, LEAD, undone=False)
    assert window.errands.task() is not None
    window.commands["annotate"].trigger()
    window.set_language("ar")
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    window.commands["review"].trigger()
    place = place_of(window)
    assert place.view.keys is Keys.CONFLICT
    take_up(qtbot, hands, window)
    assert re.findall(r"\d+", said_of_sample(place, "samplePlace"))[:2] == ["2", "5"]


def test_a_sample_that_is_left_is_taken_up_on_request(
    qtbot: QtBot, hands: Hands, window: MainWindow, again: Again
) -> None:
    begin(qtbot, hands, window, 5)
    press(qtbot, ENTER, "s", ESC)
    assert window.state_bar.currentMessage() == KEPT_ON_REQUEST
    press(qtbot, "1")
    assert place_of(window).view.keys is Keys.CONFLICT
    anew = again(window)
    take_up(qtbot, hands, anew)
    place = place_of(anew)
    assert place.view.keys is Keys.SAMPLE
    assert re.findall(r"\d+", said_of_sample(place, "samplePlace"))[:2] == ["3", "5"]
    assert re.findall(r"\d+", said_of_sample(place, "sampleTold"))[:2] == ["1", "5"]


def test_a_sample_that_has_told_all_is_not_kept(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    begin(qtbot, hands, window, 2)
    press(qtbot, ENTER, ENTER, ESC)
    hands.answer(lambda dialog: (found(dialog), dialog.reject()))
    asked: list[bool] = []

    def found(dialog: QWidget) -> None:
        asked.append(dialog.findChild(QPushButton, "sampleTakeUp") is not None)

    window.commands["sample"].trigger()
    assert asked == [False]


def test_one_sample_waits_for_another_and_comes_after_it(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    begin(qtbot, hands, window, 5)
    press(qtbot, ENTER)
    place = ask_for(hands, window, 3, 2)
    qtbot.waitUntil(lambda: "of 3" in said_of_sample(place, "samplePlace"), timeout=20_000)
    press(qtbot, DELETE)
    assert said_of_sample(place, "samplePlace").startswith("Span 1 of 3")
    press(qtbot, ESC, "1")
    assert said_of_sample(place, "samplePlace").startswith("Span 2 of 5")
    assert said_of_sample(place, "sampleTold").startswith("Checked: 1 of 5.")
