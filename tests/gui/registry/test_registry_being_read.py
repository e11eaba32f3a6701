"""The registry while its entries are being read, or another program writes."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from annotator.core.details import Details
from annotator.core.edits import Remove
from annotator.core.errors import AnnotatorError
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply
from annotator.workflow.registry import registry
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
    # It may be among those that are read by now, which is up to the machine.
    assert count.text().endswith(" so far: the others are still being read.")
    qtbot.waitUntil(lambda: names(window)[:1] == ["قاعدة 4999"])
    qtbot.waitUntil(led.session.entries.is_known)
    assert "so far" not in count.text()
    assert part(window, QLabel, "entryName").text() == "قاعدة 4999"


def test_the_count_is_final_once_all_are_read(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    hands.other_program(path, lambda project: fill(project, 5000))
    led.session.look_for_changes()
    window = opened(led, qtbot)
    count = part(window, QLabel, "entryCount")
    told = []
    while not led.session.entries.is_known():  # the last time all are there, but not in order
        window.list.search_for("base", "")
        told.append(count.text())
        QApplication.processEvents()
    assert "so far" in told[-1]
    QApplication.processEvents()
    assert "so far" not in count.text()
    assert count.text().split()[0] == told[-1].split()[0]


def test_what_an_act_waited_for_is_known_at_the_next_key(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    hands.other_program(path, lambda project: fill(project, 5000))
    led.session.look_for_changes()
    assert not led.session.entries.is_known()
    with qtbot.waitSignal(led.session.entries_known, timeout=0):
        hands.mark(led, "2", hands.words(led, 3)[1])
    assert led.session.entries.is_known()
    led.commands["registry"].trigger()
    count = part(led.registering.shown, QLabel, "entryCount")
    assert "so far" not in count.text()


@pytest.mark.parametrize("typed", ["قسرك", ""])
def test_a_known_name_is_found_while_the_names_are_read(
    led: MainWindow, hands, qtbot: QtBot, path: Path, typed: str
) -> None:
    word = hands.words(led, 3)[1]
    span_id = hands.mark(led, "1", word)
    assert led.session.layer.span(span_id).value is None

    def add(project: Project) -> None:
        fill(project, 5000)
        registry.add_entry(project, "huda", "base", led.session.article.text[slice(*word)])

    hands.other_program(path, add)
    led.session.look_for_changes()
    assert not led.session.entries.is_known()
    if typed:
        led.commands["value"].trigger()
        line = led.workbench.findChild(QLineEdit, "entryField")
        hands.type_text(line, typed)
        qtbot.keyClick(QApplication.activePopupWidget() or line, Key.Key_Return)
    else:
        qtbot.keyClick(led.workbench.view, Key.Key_Return)
    assert led.session.layer.span(span_id).value is not None


def test_a_span_that_goes_while_the_names_are_waited_for_is_left_alone(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    span_id = hands.mark(led, "1", hands.words(led, 3)[1])
    name = led.session.article.name

    def take_out(project: Project) -> None:
        article = project.articles.by_name(name)
        assert article is not None
        apply(project, article, project.layers.load(article.id, "huda"), Remove((span_id,)))

    def change() -> None:
        hands.other_program(path, take_out)
        led.session.look_for_changes()

    hands.other_program(path, lambda project: fill(project, 20_000))
    led.session.look_for_changes()
    assert not led.session.entries.is_known()
    QTimer.singleShot(0, change)
    qtbot.keyClick(led.workbench.view, Key.Key_Return)
    assert hands.stored(path, name, "huda").spans == ()
    assert led.notice.sentence() == ""


def test_names_that_cannot_be_read_are_told_once_and_are_not_all_known(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    told: list[AnnotatorError] = []
    led.session.failed.connect(told.append)
    known: list[bool] = []
    led.session.entries_known.connect(lambda: known.append(True))
    hands.other_program(path, lambda project: fill(project, 10))
    with damaged(path):
        assert not led.session.entries.is_known()
        qtbot.waitUntil(lambda: len(told) == 1)
        assert not led.session.entries.is_known()
        assert (len(told), known) == (1, [])
        failures: list[AnnotatorError] = []
        wanted = replace(Details.of(led.session.article), title="عنوان")
        assert not led.session.edit_details(wanted, failures.append)
        assert len(failures) == 1  # who asked is told, and nobody else
        assert len(told) == 1
    qtbot.waitUntil(led.session.entries.is_known)


@contextmanager
def damaged(path: Path) -> Iterator[None]:
    """Let the entries lie on a page that is rubbish."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        ((page,),) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entries'")
        ((size,),) = other.execute("PRAGMA page_size")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with path.open("r+b") as file:
            file.seek((page - 1) * size)
            sound = file.read(size)
        for bytes_ in (b"\xff" * size, sound):
            with path.open("r+b") as file:
                file.seek((page - 1) * size)
                file.write(bytes_)
            other.execute("UPDATE properties SET value = value")  # what was read is read anew
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if bytes_ != sound:
                yield


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
