"""The pages of the Overview, for the tests of what is on them."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.overview.handing_page import HandingPage
from annotator.gui.overview.mine_page import MinePage
from annotator.gui.overview.place import OverviewPlace
from annotator.store.project import Project
from tests.workflow.settled_demo import ready, settle_as

CTRL = Qt.KeyboardModifier.ControlModifier
Page = HandingPage | MinePage


def overview(window: MainWindow) -> OverviewPlace:
    place = window.findChild(OverviewPlace, "overview")
    assert place is not None
    return place


def turn_to(qtbot: QtBot, window: MainWindow, kind: type[Page]) -> Page:
    """Go to a page of the Overview as the keyboard does; all that it shows is there."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F3, CTRL)
    place = overview(window)
    is_rtl = window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for _ in range(place.count()):
        if isinstance(place.currentWidget(), kind):
            break
        qtbot.keyClick(place.tabBar(), Qt.Key.Key_Left if is_rtl else Qt.Key.Key_Right)
    page = place.currentWidget()
    assert isinstance(page, kind)
    assert page.isVisible()
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: Page) -> None:
    """Wait until a page shows all that it is to show."""
    qtbot.waitUntil(lambda: page.is_whole, timeout=60_000)


def settled(path: Path) -> list[str]:
    """Settle the demo as amal has it; return the names of the articles that are ready then."""
    with Project.open(path) as project:
        settle_as(project, "amal")
        names = project.articles.names()
        return [names[one] for one in ready(project)]


def plain(text: str) -> str:
    """Return a text without what keeps the directions of its parts apart."""
    return re.sub("[\u2066-\u2069]", "", text)


def child(widget: QWidget, kind: type, name: str = ""):
    """Return a part of a window by its kind and name."""
    found = widget.findChild(kind, name) if name else widget.findChild(kind)
    assert found is not None, name
    return found
