"""Keys that are kept down: one press decides, finishes or marks once, and steps go on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTreeView
from pytestqt.qtbot import QtBot

from annotator.core.model import Status
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from tests.gui.conftest import Hands
from tests.gui.review.test_review import LEAD, conflicts_of, place_of

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
TIMES = 5


def hold(key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Keep a key down where the keyboard is, until it has been repeated some times."""
    for number in range(TIMES):
        widget = QApplication.focusWidget()
        is_again = number > 0
        # What Qt asks first: whether the key belongs to the widget, or is a shortcut.
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text, is_again)
        asked.ignore()
        QApplication.sendEvent(widget, asked)
        QApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, is_again)
        )
        QApplication.processEvents()


def decisions_of(path: Path) -> int:
    with Project.open(path, writable=False) as project:
        return len(list(project.decisions.all()))


def finished_by(path: Path, author: str) -> int:
    with Project.open(path, writable=False) as project, project.reading():
        layers = [project.layers.load(one, author) for one in project.articles.names()]
    return sum(layer.status is Status.FINISHED for layer in layers)


@pytest.mark.parametrize("part", ["panel", "text"])
@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_1, "1"), (Qt.Key.Key_0, "0")])
def test_a_key_kept_down_in_review_decides_one_conflict(
    qtbot: QtBot, hands: Hands, path: Path, part: str, key: Qt.Key, text: str
) -> None:
    place = place_of(hands.open_review(path, LEAD))
    (place.panel if part == "panel" else place.view).setFocus()
    before, open_before = decisions_of(path), len(conflicts_of(path))
    assert open_before > TIMES
    hold(key, text)
    assert decisions_of(path) == before + 1
    assert len(conflicts_of(path)) == open_before - 1


def test_finishing_with_keys_kept_down_finishes_one_article(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    assert window.workbench is not None
    window.workbench.view.setFocus()
    before = finished_by(path, "noor")
    hold(Qt.Key.Key_Return, "\r", _CONTROL)
    assert finished_by(path, "noor") == before + 1


def test_no_shortcut_of_an_act_goes_on_but_undo_and_steps_do(window: MainWindow) -> None:
    for name in ("finish_next", "merge", "split", "review", "set_aside", "label_base"):
        assert not window.commands[name].autoRepeat(), name
    for name in ("undo", "redo", "next", "previous"):
        assert window.commands[name].autoRepeat(), name


def test_delete_kept_down_in_the_list_takes_one_span_out(
    qtbot: QtBot, window: MainWindow, hands: Hands, path: Path
) -> None:
    assert window.workbench is not None
    for word in hands.words(window, 4):
        hands.mark(window, "1", word)
    before = hands.places(path)
    assert len(before) == 4
    listed = window.workbench.spans.findChild(QTreeView) or window.workbench.spans.focusProxy()
    assert listed is not None
    listed.setFocus()
    hold(Qt.Key.Key_Delete, "\x7f")
    assert len(hands.places(path)) == 3


def test_a_border_goes_on_while_its_key_is_kept_down(
    window: MainWindow, hands: Hands, path: Path
) -> None:
    assert window.workbench is not None
    word = hands.words(window, 6)[3]
    hands.mark(window, "1", word)
    window.workbench.view.setFocus()
    hold(Qt.Key.Key_BracketRight, "]")
    ((start, end, _),) = hands.places(path)
    text = window.session.article.text  # type: ignore[union-attr]
    assert start == word[0]
    assert len(text[start:end].split()) == 1 + TIMES
