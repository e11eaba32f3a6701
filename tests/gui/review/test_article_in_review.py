"""Any article is opened in Review: from Annotate, from the palette, from the list of articles."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Choice
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.settling import Reviews
from tests.gui.conftest import UNMARKED, Hands
from tests.gui.review.test_review import LEAD, at_hand, conflicts_of, gold_of, place_of, press, said

DELETE, ENTER, SPACE = Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Space


def settle(hands: Hands, path: Path, name: str, choice: Choice = Choice.NONE) -> None:
    def rule(project: Project) -> None:
        for there in [one for one in Reviews(project).conflicts() if one.article == name]:
            deciding.rule(project, LEAD, there, Ruling(choice, reason="كلمة نوع"))

    hands.other_program(path, rule)


def ask_by_key(qtbot: QtBot, hands: Hands, window: MainWindow) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2, keys)


def ask_in_palette(qtbot: QtBot, hands: Hands, window: MainWindow) -> None:
    def type_and_enter(palette: QWidget) -> None:
        field = palette.findChild(QLineEdit)
        assert field is not None
        qtbot.keyClicks(field, "gold of this article")
        qtbot.keyClick(field, ENTER)

    hands.answer(type_and_enter)
    window.commands["palette"].trigger()
    window.activateWindow()  # as a desktop does once the dialog is gone


def ask_in_list(qtbot: QtBot, hands: Hands, window: MainWindow) -> None:
    listed = window.findChild(QListView, "articleList")
    listed.customContextMenuRequested.emit(listed.visualRect(listed.currentIndex()).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, ENTER):
        qtbot.keyClick(menu, key)


@pytest.mark.qt_log_ignore(  # the offscreen platform says it of every menu that pops up
    "^This plugin does not support grabbing the keyboard$"
)
@pytest.mark.parametrize("ask", [ask_by_key, ask_in_palette, ask_in_list])
def test_a_settled_article_is_reviewed_and_overruled(
    qtbot: QtBot, hands: Hands, path: Path, ask
) -> None:
    name = conflicts_of(path)[20].article
    settle(hands, path, name)
    window = hands.open(path, LEAD)
    window.open_article(name)
    ask(qtbot, hands, window)
    place = place_of(window)
    qtbot.waitUntil(place.isVisible)
    assert window.session is not None
    assert window.session.article is not None
    assert place.view.text == window.session.article.text
    assert said(place, "conflictPlace").startswith(f"\u2068{name}\u2069\nNothing need be decided")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is place.view)
    before = gold_of(path)[name]
    press(qtbot, SPACE, DELETE)
    assert before - gold_of(path)[name] == {min(before)}


def test_an_article_with_open_conflicts_begins_at_its_first(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    there = conflicts_of(path)[20]
    first = next(one for one in conflicts_of(path) if one.article == there.article)
    window = hands.open(path, LEAD)
    window.open_article(there.article)
    ask_by_key(qtbot, hands, window)
    assert at_hand(place_of(window)) == first.conflict
    press(qtbot, "1")
    assert first.conflict.id not in {one.conflict.id for one in conflicts_of(path)}


def test_an_article_that_nobody_has_finished_is_shown_too(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, LEAD)
    window.open_article(UNMARKED)
    ask_by_key(qtbot, hands, window)
    place = place_of(window)
    assert "Nobody has finished this article" in said(place, "conflictPlace")
    press(qtbot, "s")
    assert at_hand(place).id in {one.conflict.id for one in conflicts_of(path)}


def test_an_annotator_is_not_offered_it(hands: Hands, path: Path) -> None:
    window = hands.open(path, "amal")
    assert not window.commands["review_article"].isEnabled()
    listed = window.findChild(QListView, "articleList")
    listed.customContextMenuRequested.emit(listed.visualRect(listed.currentIndex()).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 1
    menu.close()
