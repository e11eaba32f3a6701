"""Entries made, named, merged and called otherwise in the registry's window, with keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from tests.gui.registry.conftest import names, opened, part, press, say_name, search, stored

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_entries_are_made_renamed_and_taken_back_with_keys(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "")
    say_name(hands, "مطار الجراح")
    press(qtbot, window, Key.Key_N, CTRL)
    made = stored(path, "base", "مطار الجراح")
    assert made is not None
    assert part(window, QLabel, "entryName").text() == "مطار الجراح"
    say_name(hands, "الجراح")
    press(qtbot, window, Key.Key_F2)
    after = stored(path, "base", "مطار الجراح")
    assert (after.id, after.name) == (made.id, "الجراح")
    qtbot.waitUntil(lambda: part(window, QLabel, "entryName").text() == "الجراح")
    press(qtbot, window, Key.Key_Z, CTRL)
    assert stored(path, "base", "مطار الجراح") == made
    press(qtbot, window, Key.Key_Z, CTRL)
    assert stored(path, "base", "مطار الجراح") is None
    qtbot.waitUntil(lambda: "مطار الجراح" not in names(window))
    redo = part(window, QPushButton, "redoEntry")
    for name in ("مطار الجراح", "الجراح"):
        qtbot.waitUntil(redo.isEnabled)
        press(qtbot, window, Key.Key_Z, CTRL | SHIFT)
        qtbot.waitUntil(lambda name=name: name in names(window))
    assert stored(path, "base", "الجراح") == after


def test_blanks_are_no_name_and_the_dialog_says_so(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "")
    before = names(window)
    told: list[str] = []

    def type_blanks(dialog: QWidget) -> None:
        field = dialog.findChild(QLineEdit)
        field.selectAll()
        hands.type_text(field, "   ")
        qtbot.keyClick(field, Key.Key_Return)
        assert dialog.isVisible()
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    hands.answer(type_blanks)
    press(qtbot, window, Key.Key_F2)
    assert any("spaces alone" in sentence for sentence in told)
    assert names(window) == before


def test_a_name_that_is_near_to_a_known_one_is_told_while_it_is_typed(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "")

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        assert not ok.isEnabled()
        hands.type_text(dialog.findChild(QLineEdit), "قصرك")
        assert any("قسرك" in label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    hands.answer(look)
    press(qtbot, window, Key.Key_N, CTRL)
    assert stored(path, "base", "قصرك") is None


def test_two_entries_are_merged_after_it_was_said_what_will_come(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "actor", "البنتاغون")
    before = stored(path, "actor", "البنتاغون")

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        merge = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        assert not merge.isEnabled()  # nothing was searched for yet
        line = dialog.findChild(QLineEdit)
        hands.type_text(line, "وزارة الدفاع")
        told = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert "becomes another name of" in told
        QTest.keyClick(line, Key.Key_Return)

    hands.answer(choose)
    press(qtbot, window, Key.Key_M, CTRL)
    after = stored(path, "actor", "البنتاغون")
    assert after.id != before.id
    assert "البنتاغون" in after.aliases
    assert part(window, QLabel, "entryName").text() == after.name
    assert "البنتاغون" not in names(window)
    part(window, QPushButton, "undoEntry").click()
    assert stored(path, "actor", "البنتاغون") == before


def test_other_names_come_and_go_and_each_is_taken_back(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "قسرك")
    before = stored(path, "base", "قسرك")
    line, aliases = part(window, QLineEdit, "newAlias"), part(window, QListWidget, "entryAliases")
    hands.type_text(line, "مطار قسرك")
    qtbot.keyClick(line, Key.Key_Return)
    named = stored(path, "base", "قسرك")
    assert named.aliases == (*before.aliases, "مطار قسرك")
    hands.type_text(line, "قسرك الجديدة")
    qtbot.keyClick(line, Key.Key_Return)
    listed = part(window, QTreeView, "entryList").model().index(0, 1)
    qtbot.waitUntil(lambda: listed.data().endswith("مطار قسرك، قسرك الجديدة"))
    part(window, QPushButton, "undoEntry").click()
    qtbot.waitUntil(lambda: aliases.count() == len(named.aliases))
    aliases.setCurrentRow(aliases.count() - 1)
    qtbot.keyClick(aliases, Key.Key_Delete)
    for expected in (before, named, before):
        assert stored(path, "base", "قسرك") == expected
        part(window, QPushButton, "undoEntry").click()


def test_a_name_of_another_entry_is_refused_in_a_sentence(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "قسرك")
    line = part(window, QLineEdit, "newAlias")
    hands.type_text(line, "التنف")
    qtbot.keyClick(line, Key.Key_Return)
    assert "Merge the two" in window.notice.sentence()
    assert led.notice.sentence() == ""  # the main window has no part in it
    assert line.text() == "التنف"
    press(qtbot, window, Key.Key_Escape)
    assert window.notice.sentence() == ""
    assert window.isVisible()


def test_a_rename_to_a_name_of_another_entry_is_not_to_be_had(
    led: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window = opened(led, qtbot)
    search(hands, qtbot, window, "base", "قسرك")
    open_to: dict[str, bool] = {}

    def look(dialog) -> None:
        line = dialog.findChild(QLineEdit)
        ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        for name in ("التَّنف", "قسرك", "قاعدة لم تُذكر", " ", ""):
            line.clear()
            hands.type_text(line, name)
            open_to[name] = ok.isEnabled()
        dialog.reject()

    hands.answer(look)
    part(window, QPushButton, "renameEntry").click()
    assert open_to == {
        "التَّنف": False,
        "قسرك": True,
        "قاعدة لم تُذكر": True,
        " ": False,
        "": False,
    }
