"""The page that hands out, as a lead has it in front."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.overview.handing_page import HandingPage
from tests.gui.conftest import Hands
from tests.gui.overview_pages import turn_to
from tests.workflow.settled_demo import LEAD


@pytest.fixture
def page(qtbot: QtBot, hands: Hands, path: Path) -> HandingPage:
    return turn_to(qtbot, hands.open(path, LEAD), HandingPage)
