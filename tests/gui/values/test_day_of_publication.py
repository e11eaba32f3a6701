"""The day of publication is asked for once, and dates are reckoned from it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from annotator.core.progress import Quiet
from annotator.core.values import DateValue
from annotator.workflow.imports.articles import import_files
from tests.gui.values.conftest import ARTICLE, YESTERDAY, Desk


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [720, 1280])
def test_the_day_is_asked_for_in_one_line(desk: Desk, width: int, language: str) -> None:
    desk.window.set_language(language)
    desk.window.resize(width, 560)
    bar = desk.window.workbench.published_bar
    desk.qtbot.waitUntil(lambda: desk.window.width() == width and bar.isVisible())
    QApplication.processEvents()
    parts = [bar.findChild(QLineEdit), *bar.findChildren(QPushButton)]
    shown = [part.geometry() for part in parts]
    assert len(shown) == 3
    assert bar.height() < 2 * max(one.height() for one in shown)
    assert all(bar.rect().contains(one) for one in shown)
    asks = {"en": "Published?", "ar": "متى نُشرت؟"}[language]
    hint = parts[0].placeholderText()
    assert hint == asks if width == 720 else "2026-02-23" in hint
    assert parts[0].fontMetrics().horizontalAdvance(hint) < parts[0].width()


def test_the_day_is_asked_for_once_and_proposes_dates(desk: Desk) -> None:
    bar = desk.window.workbench.published_bar
    assert bar.isVisible()
    yesterday = desk.mark(YESTERDAY, "2")
    assert desk.says(yesterday) == (None, False)
    desk.window.commands["published"].trigger()
    assert desk.line("publishedField").hasFocus()
    desk.type("publishedField", "gestern")
    assert desk.window.findChild(QLabel, "publishedProblem").isVisible()
    desk.type("publishedField", "٢٠٢٦-٠٢-٢٣")
    assert not bar.isVisible()
    assert desk.view.hasFocus()
    assert desk.says(yesterday) == (DateValue("2026-02-22"), True)
    assert desk.line("valueField").text() == "2026-02-22"
    desk.window.commands["undo"].trigger()
    assert bar.isVisible()
    assert desk.says(yesterday) == (None, False)
    desk.window.commands["redo"].trigger()
    assert desk.says(yesterday) == (DateValue("2026-02-22"), True)
    assert desk.is_whole()


@pytest.mark.qt_log_ignore("^keyToAscii Unhandled key code")  # the test's own typing says it
@pytest.mark.parametrize("letter", "Pح")
def test_one_key_asks_for_the_day_on_an_arabic_keyboard_too(desk: Desk, letter: str) -> None:
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    alt = Qt.KeyboardModifier.AltModifier
    desk.qtbot.keyClick(desk.window.windowHandle(), Qt.Key(ord(letter)), alt)
    assert desk.line("publishedField").hasFocus()


def test_escape_goes_back_to_the_text_and_the_question_stays(desk: Desk) -> None:
    bar = desk.window.workbench.published_bar
    desk.window.commands["published"].trigger()
    desk.type("publishedField", "32/3/2026")
    problem = desk.window.findChild(QLabel, "publishedProblem")
    assert "there is no such day, the month has 31" in problem.text()
    desk.qtbot.keyClick(desk.line("publishedField"), Qt.Key.Key_Escape)
    assert desk.view.hasFocus()
    assert bar.isVisible()
    assert desk.line("publishedField").text() == "32/3/2026"
    desk.window.open_article("conoco-omar-fields.txt")
    desk.window.open_article(ARTICLE)
    assert bar.isVisible()


def test_who_does_not_know_is_not_asked_again(desk: Desk, hands, path: Path) -> None:
    bar = desk.window.workbench.published_bar
    (unknown,) = (one for one in bar.findChildren(QPushButton) if one.text() == "Not known")
    desk.qtbot.mouseClick(unknown, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert desk.view.hasFocus()
    desk.window.workbench.listing.step(-1)
    desk.window.open_article(ARTICLE)
    assert not bar.isVisible()
    other = hands.open(path, "amal")
    other.open_article(ARTICLE)
    assert not other.workbench.published_bar.isVisible()
    desk.window.commands["published"].trigger()
    assert bar.isVisible()
    assert desk.is_whole()
    assert hands.places(path, ARTICLE) == []


@pytest.mark.parametrize(
    ("name", "text", "likely"),
    [
        ("a.txt", "2026-02-23 - عنوان الخبر\nنص", "2026-02-23"),
        ("b.txt", "عنوان الخبر\nنص", ""),
    ],
)
def test_a_likely_day_stands_in_the_line(
    desk: Desk, tmp_path: Path, path: Path, name: str, text: str, likely: str
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    desk.hands.other_program(path, lambda project: import_files(project, [file], Quiet()))
    desk.window.open_article(name)
    assert desk.window.workbench.published_bar.isVisible()
    assert desk.line("publishedField").text() == likely
