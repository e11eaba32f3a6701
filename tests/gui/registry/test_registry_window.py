"""The registry's window, used with keys and mouse on a real file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.arabic import ARABIC
from annotator.core.labels import Label, LabelSet
from annotator.core.model import Role
from annotator.core.values import ValueKind
from annotator.gui.commands.registry_window import RegistryWindow
from annotator.gui.main_window import MainWindow
from annotator.gui.project import waiting
from annotator.store.project import Project
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.registry import registry
from tests.gui.conftest import saved_state
from tests.gui.registry.conftest import names, opened, part, press, say_name, search, stored

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_misspelled_name_finds_the_entry(led: MainWindow, hands, qtbot: QtBot) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "قصرك")
    assert names(window) == ["قسرك"]
    search(hands, qtbot, window, "base", "كلام لا يوجد")
    assert names(window) == []
    assert "called so" in part(window, QTreeView, "entryList").hint


def test_an_entry_shows_its_names_and_where_it_is_mentioned(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "قسرك")
    assert part(window, QLabel, "entryName").text() == "قسرك"
    mentions = part(window, QTreeView, "entryMentions").model()
    listed = part(window, QTreeView, "entryList").model().index(0, 2).data()
    with closing(sqlite3.connect(path)) as db:
        ((count,),) = db.execute("SELECT count(*) FROM spans WHERE value LIKE '%\"قسرك\"%'")
    assert mentions.rowCount() == listed == count > 0
    authors = {mentions.index(row, 2).data() for row in range(mentions.rowCount())}
    assert authors == {"amal", "nasser"}


def test_an_annotator_sees_own_mentions_alone_and_may_add_but_not_merge(
    hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(hands.open(path, "noor"), qtbot)
    search(hands, qtbot, window, "base", "قسرك")
    assert part(window, QTreeView, "entryMentions").model().rowCount() == 0
    assert part(window, QTreeView, "entryMentions").model().columnCount() == 2
    assert part(window, QTreeView, "entryList").model().index(0, 2).data() == ""
    for name in ("renameEntry", "mergeEntry", "importEntries"):
        assert not part(window, QPushButton, name).isEnabled()
    line = part(window, QLineEdit, "newAlias")
    hands.type_text(line, "قاعدة قسرك")
    qtbot.keyClick(line, Key.Key_Return)
    assert stored(path, "base", "قاعدة قسرك").name == "قسرك"
    assert line.text() == ""
    aliases = part(window, QListWidget, "entryAliases")
    qtbot.waitUntil(lambda: aliases.count() == 1)
    aliases.setCurrentRow(0)
    qtbot.keyClick(aliases, Key.Key_Delete)
    assert "for leads" in window.notice.sentence()
    assert stored(path, "base", "قاعدة قسرك") is not None


def test_enter_on_a_mention_opens_the_article_at_the_span(hands, qtbot: QtBot, path: Path) -> None:
    main = hands.open(path, "amal")
    window = opened(main, qtbot)
    search(hands, qtbot, window, "actor", "البنتاغون")
    mentions = part(window, QTreeView, "entryMentions")
    mentions.setFocus()
    mentions.setCurrentIndex(mentions.model().index(mentions.model().rowCount() - 1, 0))
    qtbot.keyClick(mentions, Key.Key_Return)
    span = main.workbench.marking.selected()
    assert span is not None
    assert span.value.name == "البنتاغون"


def test_a_double_click_shows_a_lead_the_stretch_in_another_layer(
    led: MainWindow, hands, qtbot: QtBot
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "قسرك")
    mentions = part(window, QTreeView, "entryMentions")
    place = mentions.visualRect(mentions.model().index(0, 0)).center()
    for act in (qtbot.mouseClick, qtbot.mouseDClick):
        act(mentions.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    start, end = led.workbench.view.selection()
    assert ARABIC.fold(led.session.article.text[start:end]).endswith("قسرك")


def test_a_note_is_kept_when_the_window_closes(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "قسرك")
    note = part(window, QPlainTextEdit, "entryNote")
    note.setFocus()
    hands.type_text(note, "شرق الحسكة")
    press(qtbot, window, Key.Key_Escape)
    assert not window.isVisible()
    assert stored(path, "base", "قسرك").note == "شرق الحسكة"
    assert opened(led, qtbot) is window


def test_the_window_stays_with_a_note_that_cannot_be_kept(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "قسرك")
    led.session.project.wait_at_most(0)
    note = part(window, QPlainTextEdit, "entryNote")
    note.setFocus()
    hands.type_text(note, "شرق الحسكة")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        window.close()
        assert window.isVisible()
        assert "by another program" in window.notice.sentence()
        other.execute("ROLLBACK")
    window.close()
    assert not window.isVisible()
    assert stored(path, "base", "قسرك").note == "شرق الحسكة"


def write_note(window: RegistryWindow, hands, qtbot: QtBot, name: str, text: str) -> None:
    search(hands, qtbot, window, "base", name)
    note = part(window, QPlainTextEdit, "entryNote")
    note.setFocus()
    hands.type_text(note, text)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the file, as another program does that writes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def hasty(led: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that soon gives up waiting for another program."""
    monkeypatch.setattr(waiting, "_PATIENCE_S", 0.1)
    return led


@pytest.mark.parametrize("leaves", [False, True])
def test_the_program_asks_before_it_leaves_a_note_that_cannot_be_kept(
    hasty: MainWindow, hands, qtbot: QtBot, path: Path, leaves: bool
) -> None:
    window = opened(hasty, qtbot)
    write_note(window, hands, qtbot, "قسرك", "شرق الحسكة")
    asked: list[str] = []

    def say(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        answers = QMessageBox.StandardButton
        box.button(answers.Yes if leaves else answers.No).click()

    waited: list[str] = []
    hasty.session.waiting.connect(lambda: waited.append("once"))
    with held(path):
        hands.answer(say)
        assert hasty.close() is leaves
    assert waited == ["once"]
    assert len(asked) == 1
    assert "could not be saved" in asked[0]
    assert window.isVisible() is not leaves
    if not leaves:
        assert part(window, QPlainTextEdit, "entryNote").toPlainText() == "شرق الحسكة"
        assert hasty.close()
    assert stored(path, "base", "قسرك").note == ("" if leaves else "شرق الحسكة")


def test_a_note_that_cannot_be_kept_outlives_another_entry_and_another_language(
    hasty: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    def note_other(project: Project) -> None:
        other = registry.best_exact(project, "base", "الشدادي")
        registry.set_note(project, "huda", other.id, "جنوب الحسكة")

    hands.other_program(path, note_other)
    window = opened(hasty, qtbot)
    write_note(window, hands, qtbot, "قسرك", "شرق الحسكة")
    with held(path):
        search(hands, qtbot, window, "base", "الشدادي")
        assert "by another program" in window.notice.sentence()
        assert part(window, QPlainTextEdit, "entryNote").toPlainText() == "جنوب الحسكة"
        hasty.set_language("ar")
    assert saved_state(hasty) == "✗ لم يُحفظ"
    again = hasty.registering.shown
    assert again is not window
    search(hands, qtbot, again, "base", "قسرك")
    assert part(again, QPlainTextEdit, "entryNote").toPlainText() == "شرق الحسكة"
    assert stored(path, "base", "قسرك").note == ""
    assert hasty.close()
    assert stored(path, "base", "قسرك").note == "شرق الحسكة"
    assert stored(path, "base", "الشدادي").note == "جنوب الحسكة"


def test_what_another_program_does_is_shown(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "مطار")
    hands.other_program(path, lambda p: registry.add_entry(p, "huda", "base", "مطار الجراح"))
    qtbot.waitUntil(lambda: "مطار الجراح" in names(window))
    assert part(window, QPushButton, "undoEntry").isEnabled()


def test_marking_counts_at_once(hands, qtbot: QtBot, path: Path) -> None:
    main = hands.open(path, "amal")
    window = opened(main, qtbot)
    search(hands, qtbot, window, "actor", "البنتاغون")
    mentions = part(window, QTreeView, "entryMentions")
    before = mentions.model().rowCount()
    mentions.setCurrentIndex(mentions.model().index(0, 0))
    qtbot.keyClick(mentions, Key.Key_Return)
    qtbot.keyClick(main.workbench.view, Key.Key_Delete)
    qtbot.waitUntil(lambda: mentions.model().rowCount() == before - 1)


def test_it_is_mirrored_in_arabic_and_closes_with_its_project(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "قصرك")
    led.set_language("ar")
    again = led.registering.shown
    assert again is not window
    assert again.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert names(again) == ["قسرك"]
    assert part(again, QLineEdit, "entrySearch").text() == "قصرك"
    led.set_language("en")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    hands.mark(led, "2", hands.words(led, 3)[1])  # nobody asks a window that is gone
    opened(led, qtbot)
    led.open_project(path, "amal")
    assert led.registering.shown is None


def test_a_project_without_labels_that_have_entries_offers_none(
    hands, qtbot: QtBot, tmp_path: Path
) -> None:
    days = Label("day", "day", "يوم", "#aa3300", "1", ValueKind.DATE)
    Project.create(tmp_path / "p.db", LabelSet((days,)))
    with Project.open(tmp_path / "p.db") as project:
        ensure_author(project, "huda", Role.LEAD)
    main = hands.open(tmp_path / "p.db", "huda")
    main.commands["registry"].trigger()
    window = main.registering.shown
    assert names(window) == []
    for name in ("newEntry", "renameEntry", "mergeEntry"):
        assert not part(window, QPushButton, name).isEnabled()


def test_what_a_lead_did_is_not_offered_to_an_annotator_to_be_undone(
    hands, qtbot: QtBot, path: Path
) -> None:
    main = hands.open(path, "noor")
    window = opened(main, qtbot)
    undo = part(window, QPushButton, "undoEntry")
    say_name(hands, "مطار الجراح")
    press(qtbot, window, Key.Key_N, CTRL)
    qtbot.waitUntil(undo.isEnabled)
    entry = stored(path, "base", "مطار الجراح")
    assert entry is not None
    hands.other_program(path, lambda project: registry.rename(project, "huda", entry.id, "الجراح"))
    action = main.commands["undo_project"]
    qtbot.waitUntil(lambda: not undo.isEnabled() and not action.isEnabled())
    for told in (undo.toolTip(), action.toolTip(), action.statusTip()):
        assert told == "Only a lead can undo or redo this. Ask one."
    assert action.text() == "Undo in the project: change of an entry"
    press(qtbot, window, Key.Key_Z, CTRL)
    assert stored(path, "base", "الجراح").name == "الجراح"
