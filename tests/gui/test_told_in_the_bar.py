"""What the status bar says of keys that did nothing, or more than one may have meant."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def told(window: MainWindow) -> str:
    return window.state_bar.currentMessage()


@pytest.mark.parametrize("name", ["value", "note"])
def test_without_a_span_its_fields_are_not_to_be_had_and_that_is_said(
    window: MainWindow, hands, name: str
) -> None:
    view = window.workbench.view
    view.select(*hands.words(window, 3)[1])
    window.commands[name].trigger()
    assert told(window) == "No span is selected: click one, or go to one with Space."
    assert view.hasFocus()


def test_f2_says_so_too(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_F2)
    assert told(window).startswith("No span is selected")


def test_a_span_over_paragraphs_is_marked_and_told_of(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window.open_article("2026-02-24-qasrak-convoy.txt")
    view = window.workbench.view
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(view, "2")
    paragraphs = sum(1 for line in view.text.split("\n") if line.strip())
    assert paragraphs > 1
    assert told(window) == (
        f"A span over {paragraphs} paragraphs was marked; Ctrl+Z takes it back."
    )
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert (0, len(view.text), "date") not in hands.places(path, window.session.article.name)


def test_a_span_is_told_of_only_where_it_is(window: MainWindow, hands, qtbot: QtBot) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    bar = window.statusBar()
    stretch = next(
        one for one in bar.findChildren(QLabel) if one.accessibleDescription() == "Offsets"
    )
    before = stretch.text()
    assert before
    window.commands["overview"].trigger()
    assert stretch.text() == ""
    window.commands["annotate"].trigger()
    assert stretch.text() == before


def test_a_long_span_is_told_of_and_a_usual_one_is_not(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    assert told(window) == ""
    text = window.workbench.view.text
    start = text.index(max(text.split("\n"), key=len))
    assert "\n" not in text[start : start + 600]
    hands.mark(window, "2", (start, start + 600))
    assert told(window) == "A span of 600 letters was marked; Ctrl+Z takes it back."


def test_what_is_said_does_not_stand_over_the_words_of_the_span(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    words = next(
        one
        for one in window.statusBar().findChildren(QLabel)
        if one.accessibleDescription() == "Selected text"
    )
    assert words.isVisible()
    assert words.text()
    keys = CTRL | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, keys)
    assert told(window).startswith("Finished")
    qtbot.wait(300)
    assert told(window).startswith("Finished")
    assert not words.isVisible()
    window.statusBar().clearMessage()
    assert words.isVisible()
