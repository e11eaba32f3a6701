"""Review as a lead has it in front."""

from pathlib import Path

import pytest

from annotator.gui.main_window import MainWindow
from annotator.gui.review_place import ReviewPlace
from tests.gui.conftest import Hands
from tests.gui.review.test_review import LEAD, place_of


@pytest.fixture
def window(hands: Hands, path: Path) -> MainWindow:
    return hands.open_review(path, LEAD)


@pytest.fixture
def place(window: MainWindow) -> ReviewPlace:
    return place_of(window)
