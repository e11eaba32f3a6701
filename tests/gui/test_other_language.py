"""Who changes the language goes on at the same place, with what was half written."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.values import NumberValue
from annotator.gui.main_window import MainWindow
from tests.gui.conftest import Hands


def change_language(window: MainWindow) -> None:
    window.set_language("ar")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.mark.parametrize("part", [0.0, 0.4, 1.0])
def test_the_text_stands_where_it_stood(window: MainWindow, part: float) -> None:
    bar = window.workbench.view.verticalScrollBar()
    bar.setValue(int(bar.maximum() * part))
    before = bar.value()
    change_language(window)
    bar = window.workbench.view.verticalScrollBar()
    assert bar.value() == min(before, bar.maximum())


def test_caret_and_selection_stay(window: MainWindow, hands, qtbot: QtBot) -> None:
    window.workbench.view.place_caret(hands.words(window, 3)[1][0])
    for _ in range(3):
        qtbot.keyClick(window.workbench.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    before = window.workbench.view.caret(), window.workbench.view.selection()
    assert before[1] is not None
    change_language(window)
    assert (window.workbench.view.caret(), window.workbench.view.selection()) == before
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert window.workbench.view.selection() == (before[1][0], before[1][1] + 1)


def test_a_label_stays_kept_and_the_last_one_known(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    hands.mark(window, "1", hands.words(window, 4)[1])
    window.workbench.marking.keep("date")
    change_language(window)
    assert window.workbench.view.kept_label() == "date"
    place = hands.words(window, 4)[2]
    window.workbench.view.setFocus()
    window.workbench.view.select(*place)
    assert (*place, "date") in hands.places(path)


def test_a_day_that_is_half_typed_stays(window: MainWindow) -> None:
    window.findChild(QLineEdit, "publishedField").setText("23 Feb")
    change_language(window)
    line = window.findChild(QLineEdit, "publishedField")
    assert line.isVisible()
    assert line.text() == "23 Feb"


def test_a_number_that_was_cleared_stays_so(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    span_id = hands.mark(window, "4", hands.words(window, 3)[1])
    window.session.set_value(span_id, NumberValue(30, 30))
    line, unit = (window.findChild(QLineEdit, name) for name in ("valueField", "unitField"))
    hands.type_text(unit, "رجل")
    line.clear()
    away = path.with_name("away.db")
    path.rename(away)
    change_language(window)
    away.rename(path)
    line, unit = (window.findChild(QLineEdit, name) for name in ("valueField", "unitField"))
    assert (line.text(), unit.text()) == ("", "رجل")
    qtbot.keyClick(unit, Qt.Key.Key_Return)
    assert window.findChild(QLabel, "valueProblem").text() == ""
    assert hands.stored(path).span(span_id).value is None


@pytest.mark.parametrize("author", ["noor", "huda"])
def test_the_places_before_go(hands: Hands, path: Path, author: str) -> None:
    window = hands.open(path, author)
    before = [weakref.ref(part) for part in (window.workplace, window.workbench, window.commands)]
    change_language(window)
    gc.collect()
    assert [part() for part in before] == [None] * len(before)


def test_sessions_go(window: MainWindow, path: Path) -> None:
    before = weakref.ref(window.session)
    window.open_project(path, "amal")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert before() is None
