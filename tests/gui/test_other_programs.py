"""What other programs do to the file while the window is open."""

import json
import os
import time
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QListView, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.labels import LabelSet
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.project import waiting
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import rename_author
from tests.gui.conftest import busy, saved_state


def test_two_windows_on_one_project_follow_each_other(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    other = hands.open(path, "noor")
    other.open_article("conoco-omar-fields.txt")
    one, two = hands.words(window, 2)
    hands.mark(window, "1", one)
    qtbot.waitUntil(lambda: len(other.session.layer.spans) == 1)
    hands.mark(other, "2", two)
    qtbot.waitUntil(lambda: len(window.session.layer.spans) == 2)
    assert window.session.layer == other.session.layer == hands.stored(path)
    assert window.commands["undo"].text() == "Undo label date"


def test_an_edit_on_what_another_window_changed_loses_nothing(
    window: MainWindow, hands, path: Path
) -> None:
    other = hands.open(path, "noor")
    other.open_article("conoco-omar-fields.txt")
    one, two = hands.words(window, 2)
    hands.mark(window, "1", one)
    hands.mark(other, "2", two)  # at once: it has not looked yet
    assert len(hands.places(path)) == 2
    assert other.session.layer == hands.stored(path)
    assert other.commands["undo"].text() == "Undo label date"
    other.commands["undo"].trigger()
    assert other.commands["undo"].text() == "Undo label base"


def test_an_import_from_outside_is_followed_and_moves_nothing(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window.resize(700, 420)
    articles = window.findChild(QListView, "articleList")
    view = window.workbench.view
    words = hands.words(window, 30)
    span_id = hands.mark(window, "1", words[2])
    view.scroll_to(words[20][0])
    QApplication.processEvents()
    articles.verticalScrollBar().setValue(150)
    scrolled = view.verticalScrollBar().value()
    assert scrolled > 0
    for number in range(3):
        tmp_path.joinpath(f"new{number}.txt").write_text(f"خبر {number}\n\nنصه {number}", "utf-8")
    files = sorted(tmp_path.glob("new*.txt"))
    hands.other_program(path, lambda project: import_files(project, files, Quiet()))
    hands.import_spans(path, window.session.article, (*words[25], "date"))
    qtbot.waitUntil(lambda: articles.model().rowCount() == 16)
    assert len(window.session.layer.spans) == 2
    assert view.selected_span() == span_id
    assert view.verticalScrollBar().value() == scrolled
    assert articles.verticalScrollBar().value() == 150
    assert window.workbench.spans._view.currentIndex().isValid()


def test_an_edit_waits_for_another_program_with_the_window_alive(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    seen, ticks = [], []
    ticking = QTimer(interval=20)
    ticking.timeout.connect(lambda: ticks.append(time.monotonic()))
    window.session.waiting.connect(lambda: seen.append(saved_state(window)))
    stretch = hands.words(window, 3)[1]
    with busy(path, 0.8):
        ticking.start()
        window.workbench.view.select(*stretch)
        qtbot.keyClick(window.workbench.view, "1")
        ticking.stop()
    assert seen == ["… Saving"]
    assert max(b - a for a, b in pairwise(ticks)) < 0.3
    assert len(ticks) > 10
    assert hands.places(path) == [(*stretch, "base")]
    assert saved_state(window) == "✓ All saved"
    assert window.notice.sentence() == ""


def test_what_takes_too_long_to_save_is_told_and_not_shown(
    window: MainWindow, hands, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "_PATIENCE_S", 0.3)
    one, two = hands.words(window, 2)
    hands.mark(window, "1", one)
    check = window.workbench.details.findChild(QCheckBox)
    note = window.workbench.details.findChild(QPlainTextEdit)
    view = window.workbench.view
    with busy(path, 2.5):
        check.click()
        assert not check.isChecked()
        view.select(*two)
        qtbot.keyClick(view, "2")
        assert "another program" in window.notice.sentence()
        assert saved_state(window) == "✗ Not saved"
        assert view.selection() == two
        assert len(window.session.layer.spans) == 1
        window.commands["note"].trigger()
        hands.type_text(note, "not lost")
        view.setFocus()
        assert saved_state(window) == "✗ Not saved"
        assert note.toPlainText() == "not lost"
    qtbot.keyClick(view, "2")
    assert len(hands.places(path)) == 2
    assert window.notice.sentence() == ""
    # The new span is the selected one now: the note was left again, and saved this time.
    assert [span.note for span in hands.stored(path).spans] == ["not lost", ""]
    assert saved_state(window) == "✓ All saved"


def test_the_window_does_not_close_over_a_note_that_is_not_saved(
    window: MainWindow, hands, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "_PATIENCE_S", 0.2)
    hands.mark(window, "1", hands.words(window, 2)[0])
    window.commands["note"].trigger()
    hands.type_text(window.workbench.details.findChild(QPlainTextEdit), "precious")
    with busy(path, 1.5):
        hands.answer(lambda box: box.button(box.StandardButton.No).click())
        assert not window.close()
        assert window.isVisible()
    assert window.close()
    assert hands.stored(path).spans[0].note == "precious"


def test_edits_come_between_the_batches_of_an_import(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    lines = tmp_path / "many.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for number in range(8000):
            text = f"خبر {number}\n\n" + f"نص رقم {number} " * 60
            file.write(json.dumps({"text": text}) + "\n")
    window.errands.import_files(path, [lines], "noor")
    articles = window.findChild(QListView, "articleList").model()
    qtbot.waitUntil(lambda: articles.rowCount() > 13, timeout=30_000)
    waits = []
    for key, stretch in zip("123412", hands.words(window, 6), strict=True):
        started = time.monotonic()
        hands.mark(window, key, stretch)
        waits.append(time.monotonic() - started)
    assert window.errands.task() is not None, "the import is over too soon to tell"
    assert len(hands.places(path)) == 6
    assert max(waits) < 5
    with qtbot.waitSignal(window.errands.imported, timeout=60_000):
        pass
    qtbot.waitUntil(lambda: articles.rowCount() == 8013, timeout=20_000)  # page by page


def test_a_file_that_was_moved_away_is_not_written_to(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    away = path.with_name("away.db")
    path.rename(away)
    window.workbench.view.select(*hands.words(window, 2)[0])
    qtbot.keyClick(window.workbench.view, "1")
    assert "no longer where it was" in window.notice.sentence()
    assert window.session.layer.spans == ()
    window.session.look_for_changes()
    window.session.look_for_changes()
    away.rename(path)
    hands.mark(window, "1", hands.words(window, 2)[0])
    assert len(hands.places(path)) == 1


def test_an_author_who_was_renamed_is_told(window: MainWindow, hands, path: Path) -> None:
    hands.mark(window, "1", hands.words(window, 2)[0])
    hands.other_program(path, lambda project: rename_author(project, "noor", "nour"))
    window.workbench.view.select(*hands.words(window, 2)[1])
    hands.qtbot.keyClick(window.workbench.view, "2")
    assert "no author “noor”" in window.notice.sentence()
    assert len(hands.places(path, author="nour")) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="for root nothing is read-only")
def test_a_read_only_project_is_told(window: MainWindow, hands, path: Path) -> None:
    window.close()
    path.chmod(0o444)
    window.opening._try_to_open(path, "amal")
    assert "read-only" in window.notice.sentence()


def test_a_full_disk_is_told_and_nothing_is_shown(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    # SQLite's own limit on the number of pages answers as a full disk does.
    connection = window.session.project._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    view, text = window.workbench.view, window.session.article.text
    for stretch in hands.words(window, 200):
        view.select(*stretch)
        qtbot.keyClick(view, "1")
        if window.notice.sentence():
            break
    assert "full" in window.notice.sentence()
    assert saved_state(window) == "✗ Not saved"
    assert window.session.layer.spans == hands.stored(path).spans
    connection.execute("PRAGMA max_page_count = 1000000")
    view.select(0, len(text))
    qtbot.keyClick(view, "4")
    assert (0, len(text), "figure") in hands.places(path)
    assert saved_state(window) == "✓ All saved"


def test_a_label_that_goes_is_followed(window: MainWindow, hands, qtbot: QtBot, path: Path) -> None:
    one, two, three = hands.words(window, 3)
    hands.mark(window, "2", one)
    labels = LabelSet.default().labels

    def replace(project: Project) -> None:
        """Take one label out, and leave spans of another that nobody knows any more."""
        connection = project._connection
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM labels WHERE name IN ('base', 'date')")
        connection.execute("PRAGMA foreign_keys = ON")

    assert [label.name for label in labels][:2] == ["base", "date"]
    hands.other_program(path, replace)
    qtbot.waitUntil(lambda: "base" not in window.session.labels)

    def shown() -> list[str]:
        buttons = window.workbench.labels.findChildren(QToolButton)
        return [button.text() for button in buttons if button.isVisible()]

    qtbot.waitUntil(lambda: shown() == ["actor  0", "figure  0"])
    window.grab()
    assert window.workbench.spans._view.model().rowCount() == 1
    window.workbench.view.select(*two)
    qtbot.keyClick(window.workbench.view, "1")
    assert len(hands.places(path)) == 1
    hands.mark(window, "3", three)
    assert len(hands.places(path)) == 2
