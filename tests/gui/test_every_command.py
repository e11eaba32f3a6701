"""Whatever the menus offer can be asked for, whoever works and whatever is there to act on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.workflow.projects import init
from tests.gui.conftest import UNMARKED

LEAVING = ("quit", "demo")
"""What leaves the project; tested where nothing else is asked for afterwards."""


@pytest.fixture
def turning_away(qtbot: QtBot) -> Iterator[list[str]]:
    """Close each dialog that stands in the way, as Esc does; tells of which kinds they were."""
    closed: list[str] = []
    timer = QTimer()

    def look() -> None:
        shown = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if shown is not None:
            closed.append(type(shown).__name__)
            shown.close()

    timer.timeout.connect(look)
    timer.start(10)
    yield closed
    timer.stop()


def ask_for_everything(window: MainWindow, qtbot: QtBot) -> list[str]:
    """Trigger each command that is offered, by what the menus of now hold; return their names."""
    names = [name for name in window.commands._by_name if name not in LEAVING]
    return [name for name in names if asked_for(window, qtbot, name)]


def asked_for(window: MainWindow, qtbot: QtBot, name: str) -> bool:
    """Trigger a command, if it is offered, and wait until all that follows is done."""
    if name not in window.commands._by_name or not window.commands[name].isEnabled():
        return False
    window.commands[name].trigger()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    return True


def empty_project(path: Path) -> Path:
    empty = path.with_name("empty.db")
    init(empty, lead="huda")
    return empty


@pytest.mark.parametrize("author", ["noor", "huda"])
@pytest.mark.parametrize("make", [empty_project, lambda path: path], ids=["empty", "demo"])
def test_nothing_in_the_menus_fails(
    hands,
    qtbot: QtBot,
    path: Path,
    turning_away: list[str],
    author: str,
    make: Callable[[Path], Path],
) -> None:
    window = hands.open(make(path), author)
    if window.session.article is not None:
        window.open_article(UNMARKED)  # beside those whom others finished a lead is asked first
        hands.mark(window, "1", hands.words(window, 1)[0])
    done = ask_for_everything(window, qtbot)
    assert window.session.author.name == author
    assert {"import", "export", "backup", "registry", "labels", "questions"} <= set(done)
    assert ("trash" in done) == (author == "huda")
    assert turning_away
    window.commands["quit"].trigger()
    assert not window.isVisible()


def test_nothing_in_the_menus_fails_without_a_project(
    hands, qtbot: QtBot, tmp_path: Path, qapp: QApplication, turning_away: list[str]
) -> None:
    window = hands.take(MainWindow(Settings(), tmp_path))
    done = ask_for_everything(window, qtbot)
    assert {"new", "open", "palette", "keys", "language_ar"} <= set(done)
    assert asked_for(window, qtbot, "demo")
    window.commands["quit"].trigger()
    assert not window.isVisible()
