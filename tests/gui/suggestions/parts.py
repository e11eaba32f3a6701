"""What a user sees of suggestions, and does with them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.suggestions import Suggestion
from annotator.gui.main_window import MainWindow

Begin = Callable[..., MainWindow]


def left(window: MainWindow) -> list[Suggestion]:
    return list(window.workbench.view.attention.suggested.all)


def offered(window: MainWindow) -> Suggestion | None:
    return window.workbench.view.attention.offered


def told(window: MainWindow) -> str:
    label = window.workbench.suggestion_bar.findChild(QLabel, "suggestionTold")
    return label.text() if label.isVisible() else ""


def press(window: MainWindow, qtbot: QtBot, *keys: Qt.Key | str) -> None:
    for key in keys:
        qtbot.keyClick(window.workbench.view, key)


def click(window: MainWindow, name: str) -> None:
    button = window.workbench.suggestion_bar.findChild(QPushButton, name)
    assert button.isVisible()
    button.click()
