"""What tests of suggestions in the window need: one in which there are some."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from tests.gui.conftest import UNMARKED
from tests.gui.suggestions.parts import Begin, left


@pytest.fixture
def begin(hands, qtbot: QtBot, path: Path, settings: QSettings) -> Begin:
    """Open an article with suggestions switched on, and wait for them."""

    def do(
        author: str = "amal", article: str = UNMARKED, *, waits: bool = True, suggests: bool = True
    ) -> MainWindow:
        settings.setValue("suggestions", "yes" if suggests else "no")
        window = hands.open(path, author)
        window.open_article(article)
        if waits:
            qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
        return window

    return do
