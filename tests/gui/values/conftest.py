"""An article with dates, a figure and bases, and a desk where their values are mended."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.model import Span
from annotator.core.progress import Quiet
from annotator.core.values import Value
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import find_damage

ARTICLE = "dates.txt"
TEXT = "في 2026-02-20 غادر 30 جنديا قاعدة قسرك أمس وعاد 2026-02-21 من معسكر الشهباء ومعسكر الشهباع"
FIRST, FIGURE, BASE, YESTERDAY, LAST = (3, 13), (19, 27), (34, 38), (39, 42), (48, 58)


@pytest.fixture
def window(window: MainWindow, path: Path, tmp_path: Path) -> MainWindow:
    """The window on an article without a day of publication."""
    file = tmp_path / ARTICLE
    file.write_text(TEXT, "utf-8")
    with Project.open(path) as project:
        import_files(project, [file], Quiet())
    window.open_article(ARTICLE)
    return window


class Desk:
    """Where values are looked at and mended."""

    def __init__(self, qtbot: QtBot, window: MainWindow, hands, path: Path) -> None:
        self.qtbot, self.window, self.hands, self.path = qtbot, window, hands, path
        assert window.workbench is not None
        self.view = window.workbench.view

    def mark(self, place: tuple[int, int], key: str) -> str:
        return self.hands.mark(self.window, key, place)

    def span(self, span_id: str, author: str = "noor") -> Span:
        span = self.hands.stored(self.path, ARTICLE, author).span(span_id)
        assert span is not None
        return span

    def says(self, span_id: str) -> tuple[Value, bool]:
        span = self.span(span_id)
        return span.value, span.proposed

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.view, key, modifiers)

    def line(self, name: str) -> QLineEdit:
        line = self.window.findChild(QLineEdit, name)
        assert line is not None
        return line

    def type(self, name: str, text: str, *, enter: bool = True) -> None:
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        if text:
            self.hands.type_text(line, text)
        else:
            self.qtbot.keyClick(line, Qt.Key.Key_Delete)
        if enter:
            self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def problem(self) -> str:
        label = self.window.findChild(QLabel, "valueProblem")
        return label.text() if label.isVisible() else ""

    def is_whole(self) -> bool:
        return list(find_damage(self.path, Quiet())) == []


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, hands, path: Path) -> Desk:
    return Desk(qtbot, window, hands, path)
