"""The label editor, opened from its menu, and what a lead does in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.labels import LabelSet
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project

ALONE = "2026-02-27-withdrawal-in-numbers.txt"


def offered(asked: QWidget) -> list[str]:
    """Return what the labels are called to which spans can go."""
    box = asked.findChild(QComboBox)
    assert box is not None
    return [box.itemText(row) for row in range(box.count())]


class Editor:
    """What a lead does in the label editor."""

    def __init__(self, qtbot: QtBot, hands, dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        self.qtbot, self.hands, self.dialog = qtbot, hands, dialog

    def field(self, name: str, kind: type = QLineEdit):
        found = self.dialog.findChild(kind, name)
        assert found is not None
        return found

    def table(self) -> QTableWidget:
        return self.field("labelTable", QTableWidget)

    def rows(self) -> list[list[str]]:
        table = self.table()
        return [
            [table.item(row, column).text() for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]

    def choose(self, name: str) -> None:
        """Go to a label with the arrow keys."""
        table = self.table()
        table.setFocus()
        names = [row[0] for row in self.rows()]
        steps = names.index(name) - table.currentRow()
        for _ in range(abs(steps)):
            self.qtbot.keyClick(table, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        assert self.rows()[table.currentRow()][0] == name

    def write(self, field: str, text: str) -> None:
        line = self.field(field)
        line.setFocus()
        line.selectAll()
        if text:
            self.hands.type_text(line, text)
        else:
            self.qtbot.keyClick(line, Qt.Key.Key_Delete)

    def press(self, button: str) -> None:
        self.qtbot.mouseClick(self.field(button, QPushButton), Qt.MouseButton.LeftButton)

    def message(self) -> str:
        return self.field("labelMessage", QLabel).text()

    def button(self, which: QDialogButtonBox.StandardButton) -> QPushButton:
        return self.dialog.findChild(QDialogButtonBox).button(which)

    def ok(self) -> None:
        button = self.button(QDialogButtonBox.StandardButton.Ok)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def cancel(self) -> None:
        self.qtbot.keyClick(self.dialog, Qt.Key.Key_Escape)

    def add(self, name: str) -> None:
        def fill(asked: QWidget) -> None:
            assert isinstance(asked, QInputDialog)
            asked.setTextValue(name)
            asked.accept()

        self.hands.answer(fill)
        self.press("addLabel")

    def merge(self, into: str, button: str = "mergeLabel") -> None:
        def fill(asked: QWidget) -> None:
            assert isinstance(asked, QDialog)
            assert offered(asked).count(into) == 1
            for _ in range(offered(asked).index(into)):
                self.qtbot.keyClick(asked.findChild(QComboBox), Qt.Key.Key_Down)
            asked.accept()

        self.hands.answer(fill)
        self.press(button)


@pytest.fixture
def lead(hands, path: Path) -> MainWindow:
    window = hands.open(path, "huda")
    window.open_article(ALONE)
    return window


@pytest.fixture
def edit(qtbot: QtBot, hands) -> Callable[[MainWindow, Callable[[Editor], object]], None]:
    """Open the editor from the menu and do something in it."""

    def do(window: MainWindow, act: Callable[[Editor], object]) -> None:
        hands.answer(lambda dialog: act(Editor(qtbot, hands, dialog)))
        window.commands["labels"].trigger()
        assert QApplication.activeModalWidget() is None

    return do


def stored(path: Path) -> LabelSet:
    with Project.open(path, writable=False) as project:
        return project.labels.load()


def counts(path: Path) -> dict[str, int]:
    with Project.open(path, writable=False) as project:
        return project.layers.span_counts()


def wait(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=60_000)
    return window.notice.sentence()


def bar(window: MainWindow) -> list[str]:
    """Return the labels and keys that the label bar names."""
    assert window.workbench is not None
    QApplication.processEvents()  # new buttons are shown when the window is next laid out
    buttons = window.workbench.labels.findChildren(QToolButton)
    return [button.accessibleName() for button in buttons if not button.isHidden()]
