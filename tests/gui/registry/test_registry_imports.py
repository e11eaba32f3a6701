"""Entries and imports in the registry's window: which act is taken back, and what waits."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.progress import Quiet
from annotator.gui.commands.registry_window import RegistryWindow
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from tests.gui.registry.conftest import names, opened, part, press, search, stored

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_import_of_articles_is_not_taken_back_beside_the_entries(
    led: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = opened(led, qtbot)
    undo, redo = (part(window, QPushButton, name) for name in ("undoEntry", "redoEntry"))
    search(hands, qtbot, window, "base", "قسرك")
    alias = part(window, QLineEdit, "newAlias")
    hands.type_text(alias, "مطار قسرك")
    qtbot.keyClick(alias, Key.Key_Return)
    assert "مطار قسرك" in stored(path, "base", "قسرك").aliases
    assert undo.isEnabled()
    news = tmp_path / "news.txt"
    news.write_text("وصلت القافلة أمس", "utf-8")
    hands.other_program(path, lambda project: import_files(project, [news], Quiet()))
    qtbot.waitUntil(lambda: not undo.isEnabled())
    assert "is in the File menu" in undo.toolTip()
    press(qtbot, window, Key.Key_Z, CTRL)
    with Project.open(path, writable=False) as project:
        assert project.articles.by_name("news.txt") is not None
    led.commands["undo_project"].trigger()
    qtbot.waitUntil(lambda: led.errands.task() is None, timeout=20_000)
    qtbot.waitUntil(undo.isEnabled)
    assert not redo.isEnabled()
    undo.click()
    assert "مطار قسرك" not in stored(path, "base", "قسرك").aliases
    qtbot.waitUntil(redo.isEnabled)


def test_the_table_goes_out_and_comes_in_as_one_act(
    led: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = opened(led, qtbot)
    out = tmp_path / "entries.csv"
    hands.choose_file(out)
    part(window, QPushButton, "exportEntries").click()
    written = "“\u2068entries.csv\u2069” was written with 69 entries."
    qtbot.waitUntil(lambda: window.notice.sentence() == written, timeout=20_000)
    with out.open("a", encoding="utf-8") as file:
        file.write(",base,جديدة,,,\r\n,date,أمس,,,\r\n")
    hands.choose_file(out)
    part(window, QPushButton, "importEntries").click()
    qtbot.waitUntil(lambda: "date" in window.notice.sentence(), timeout=20_000)
    assert stored(path, "base", "جديدة") is not None
    search(hands, qtbot, window, "base", "جديدة")
    assert names(window) == ["جديدة"]
    qtbot.waitUntil(part(window, QPushButton, "undoEntry").isEnabled)
    part(window, QPushButton, "undoEntry").click()
    assert stored(path, "base", "جديدة") is None


def import_many(window: RegistryWindow, hands, tmp_path: Path) -> None:
    """Begin to import 300 entries."""
    table = tmp_path / "entries.csv"
    rows = "".join(f",base,قاعدة جديدة {number},,,\r\n" for number in range(300))
    table.write_text("id,label,name,aliases,note,merged into\r\n" + rows, "utf-8")
    hands.choose_file(table)
    part(window, QPushButton, "importEntries").click()
    assert window.errands.task() is not None


def test_nothing_older_is_undone_while_entries_are_imported(
    led: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = opened(led, qtbot)
    led.session.entries.add("base", "مطار الجراح")
    import_many(window, hands, tmp_path)
    press(qtbot, window, Key.Key_Z, CTRL)
    assert "Undo and redo have to wait" in window.notice.sentence()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert stored(path, "base", "مطار الجراح") is not None
    assert stored(path, "base", "قاعدة جديدة 299") is not None


def test_the_main_window_undoes_nothing_older_while_entries_are_imported_either(
    led: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = opened(led, qtbot)
    led.session.entries.add("base", "مطار الجراح")
    led.commands["overview"].trigger()
    import_many(window, hands, tmp_path)
    for name in ("undo_project", "undo"):
        assert led.commands[name].isEnabled()
        led.state_bar.clearMessage()
        led.commands[name].trigger()
        assert "Undo and redo have to wait" in led.state_bar.currentMessage()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert stored(path, "base", "مطار الجراح") is not None
    assert stored(path, "base", "قاعدة جديدة 299") is not None
    led.commands["undo_project"].trigger()
    qtbot.waitUntil(lambda: stored(path, "base", "قاعدة جديدة 299") is None, timeout=20_000)
    assert stored(path, "base", "مطار الجراح") is not None


def test_entries_wait_for_an_act_that_the_main_window_began(
    led: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = opened(led, qtbot)
    led.session.entries.add("base", "مطار الجراح")
    (tmp_path / "new.txt").write_text("خبر\n\nنص", "utf-8")
    hands.drop(led, tmp_path / "new.txt")
    qtbot.waitUntil(lambda: led.errands.task() is not None)
    press(qtbot, window, Key.Key_Z, CTRL)
    assert "Undo and redo have to wait" in window.notice.sentence()
    qtbot.waitUntil(lambda: led.errands.task() is None, timeout=20_000)
    assert stored(path, "base", "مطار الجراح") is not None


def test_the_entry_at_hand_and_an_import_go_on_in_another_language(
    led: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = opened(led, qtbot)
    chosen = led.session.entries.listed("base")[5]
    window.list.choose(chosen)
    import_many(window, hands, tmp_path)
    led.set_language("ar")
    again = led.registering.shown
    assert again.list.chosen() == chosen
    assert again.errands.task() is not None
    assert again.notice.isVisible()
    qtbot.waitUntil(lambda: again.errands.task() is None, timeout=20_000)
    assert "300" in again.notice.sentence()
    assert stored(path, "base", "قاعدة جديدة 299") is not None
