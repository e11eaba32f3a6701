"""The registry while its entries are being read, or another program writes."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow import registry
from tests.gui.registry.conftest import fill, names, opened, part, search, stored

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_only_what_is_in_sight_is_asked_for(
    led: MainWindow, hands, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.other_program(path, lambda project: fill(project, 5000))
    asked: list[int] = []
    rows: Callable = led.session.entries.rows

    def counted(ids):
        asked.append(len(ids))
        return rows(ids)

    monkeypatch.setattr(led.session.entries, "rows", counted)
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "")
    qtbot.waitUntil(led.session.entries.is_known)
    QApplication.processEvents()
    assert part(window, QLabel, "entryCount").text().startswith("50")
    model = part(window, QTreeView, "entryList").model()
    assert model.rowCount() < 5000
    assert max(asked) <= 100
    assert sum(asked) < 1000
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert f"{model.rowCount()} entries" == part(window, QLabel, "entryCount").text()
    assert len(set(names(window))) == model.rowCount() > 5000


def test_what_is_not_read_yet_is_listed_when_it_is(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    hands.other_program(path, lambda project: fill(project, 5000))
    led.session.look_for_changes()
    window = opened(led, qtbot)
    count = part(window, QLabel, "entryCount")
    search(hands, qtbot, window, "base", "قاعدة 4999")
    qtbot.waitUntil(lambda: names(window)[:1] == ["قاعدة 4999"])
    qtbot.waitUntil(led.session.entries.is_known)
    assert "so far" not in count.text()
    assert part(window, QLabel, "entryName").text() == "قاعدة 4999"


def test_an_act_waits_for_the_names_and_finds_the_last_of_them(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    word = hands.words(led, 3)[1]
    name = led.session.article.text[slice(*word)]

    def fill_and_name(project: Project) -> None:
        fill(project, 5000)
        registry.add_entry(project, "huda", "base", "كيان", [name])

    hands.other_program(path, fill_and_name)
    assert led.session.layer.spans == ()
    hands.mark(led, "1", word)
    (span,) = hands.stored(path, led.session.article.name, "huda").spans
    assert span.value.name == "كيان"


def test_another_program_that_writes_meanwhile_is_waited_for(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "قسرك")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        QTimer.singleShot(200, lambda: other.execute("COMMIT"))
        line = part(window, QLineEdit, "newAlias")
        hands.type_text(line, "قسرك القديمة")
        qtbot.keyClick(line, Key.Key_Return)
        assert time.monotonic() - started > 0.1
    assert stored(path, "base", "قسرك القديمة").name == "قسرك"
