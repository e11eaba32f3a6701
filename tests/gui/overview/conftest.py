"""The Overview of a lead, on a project in which much is under way."""

from pathlib import Path

import pytest

from annotator.gui.main_window import MainWindow
from tests.gui.conftest import Hands
from tests.gui.overview_figures import busy


@pytest.fixture
def lead(hands: Hands, path: Path) -> MainWindow:
    return busy(hands, path)
