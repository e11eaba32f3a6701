"""Review as a lead has it in front."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from tests.gui.conftest import Hands
from tests.gui.review.test_review import LEAD, place_of

Again = Callable[[MainWindow], MainWindow]
"""Goes on in another language, or on another day."""


@pytest.fixture
def window(hands: Hands, path: Path) -> MainWindow:
    return hands.open_review(path, LEAD)


@pytest.fixture
def place(window: MainWindow) -> ReviewPlace:
    return place_of(window)


@pytest.fixture(params=["another language", "another day"])
def again(request: pytest.FixtureRequest, qtbot: QtBot, hands: Hands, path: Path) -> Again:
    """Goes on in another language, or in a window that is opened anew."""

    def in_another_language(window: MainWindow) -> MainWindow:
        window.set_language("ar")
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return window

    def on_another_day(window: MainWindow) -> MainWindow:
        hands.close(window)
        anew = hands.open_review(path, LEAD)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return anew

    return in_another_language if request.param == "another language" else on_another_day
