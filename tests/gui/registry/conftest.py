"""The registry's window, opened with its key, and what is asked of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from annotator.arabic import ARABIC
from annotator.core.registry import Entry, new_entry
from annotator.core.rows import Kind, RowChange
from annotator.gui.commands.registry_window import RegistryWindow
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.registry import registry
from tests.gui.conftest import UNMARKED

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def led(hands, path: Path) -> MainWindow:
    window = hands.open(path, "huda")
    window.open_article(UNMARKED)  # beside those whom others finished a lead is asked first
    return window


def opened(window: MainWindow, qtbot: QtBot) -> RegistryWindow:
    """Open the registry with its key."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.workbench.view, Key.Key_R, CTRL)
    shown = window.registering.shown
    assert shown is not None
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def part(window: RegistryWindow, kind: type[QWidget], name: str):
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def names(window: RegistryWindow) -> list[str]:
    model = part(window, QTreeView, "entryList").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def search(hands, qtbot: QtBot, window: RegistryWindow, label: str, words: str) -> None:
    combo = part(window, QComboBox, "entryLabel")
    combo.setCurrentIndex(combo.findData(label))
    combo.activated.emit(combo.currentIndex())
    line = part(window, QLineEdit, "entrySearch")
    line.clear()
    hands.type_text(line, words)
    qtbot.keyClick(line, Key.Key_Return)


def stored(path: Path, label: str, name: str) -> Entry | None:
    with Project.open(path, writable=False) as project:
        return registry.best_exact(project, label, name)


def press(
    qtbot: QtBot, window: RegistryWindow, key: Key, held=Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key in the window; where no desktop does, it is given the keyboard after a dialog."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key, held)


def say_name(hands, name: str) -> None:
    """Answer the next question for a name."""

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        line = dialog.findChild(QLineEdit)
        line.selectAll()
        hands.type_text(line, name)
        dialog.accept()

    hands.answer(fill)


def fill(project: Project, count: int) -> None:
    entries = (new_entry("base", f"قاعدة {number}", ARABIC.fold) for number in range(count))
    changes = [RowChange(Kind.ENTRY, entry.id, None, entry.row()) for entry in entries]
    project_acts.do(project, "huda", "import entries", changes)
