"""What the status line says of saving, wherever it is told why something could not be saved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project import waiting
from annotator.store.project import Project
from annotator.workflow.project.trash import in_trash, remove_article
from tests.gui.conftest import UNMARKED, busy, saved_state
from tests.gui.registry.conftest import opened, part, search, stored

LONG_S = 1.5
"""Longer than the window waits here."""


@pytest.fixture
def seen(
    hands, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[MainWindow, list[str]]:
    """A lead's window that soon gives up waiting, and what was said while it waited."""
    monkeypatch.setattr(waiting, "_PATIENCE_S", 0.2)
    window = hands.open(path, "huda")
    said: list[str] = []
    window.session.waiting.connect(lambda: said.append(saved_state(window)))
    return window, said


def look(
    window: MainWindow, hands, path: Path, command: str, act: Callable[[QWidget], str]
) -> None:
    """Act in the dialog of a command while the file is held; it says why that fails."""
    told: list[str] = []

    def do(dialog: QWidget) -> None:
        with busy(path, LONG_S):
            told.append(act(dialog))
            told.append(saved_state(window))
        dialog.reject()

    hands.answer(do)
    window.commands[command].trigger()
    sentence, state = told
    assert "by another program" in sentence
    assert window.notice.sentence() == ""
    assert state == saved_state(window) == "✗ Not saved"


def press(dialog: QWidget, text: str) -> None:
    (button,) = (b for b in dialog.findChildren(QPushButton) if b.text() == text)
    button.click()


def shown(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_question_that_fails_leaves_no_saving_behind(seen, hands, path: Path) -> None:
    window, said = seen

    def ask(dialog: QWidget) -> str:
        hands.type_text(dialog.findChild(QPlainTextEdit), "خبر؟")
        dialog.accept()
        return shown(dialog)

    look(window, hands, path, "ask", ask)
    assert said == ["… Saving"]


def test_a_label_that_fails_leaves_no_saving_behind(seen, hands, path: Path) -> None:
    window, said = seen

    def edit(dialog: QWidget) -> str:
        line = dialog.findChild(QLineEdit, "shownEnglish")
        line.setFocus()
        hands.type_text(line, "s")
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
        return shown(dialog)

    look(window, hands, path, "labels", edit)
    assert said == ["… Saving"]


def test_a_trash_that_fails_leaves_no_saving_behind(seen, hands, path: Path) -> None:
    window, said = seen
    article = window.session.article
    hands.other_program(path, lambda project: remove_article(project, "huda", article))

    def restore(dialog: QWidget) -> str:
        press(dialog, "&Restore")
        return shown(dialog)

    look(window, hands, path, "trash", restore)
    assert said == ["… Saving"]
    with Project.open(path, writable=False) as project:
        assert len(in_trash(project)) == 1


def test_a_name_that_fails_leaves_no_saving_behind(seen, hands, qtbot: QtBot, path: Path) -> None:
    window, said = seen
    window.commands["registry"].trigger()
    registry = window.registering.shown
    qtbot.waitUntil(window.session.entries.is_known)
    line = registry.findChild(QLineEdit, "newAlias")
    line.setFocus()
    hands.type_text(line, "اسم ثان")
    with busy(path, LONG_S):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert said == ["… Saving"]
    assert "by another program" in registry.notice.sentence()
    assert window.notice.sentence() == ""
    assert saved_state(window) == "✗ Not saved"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert saved_state(window) == "✓ All saved"


def test_a_note_that_is_not_saved_stays_unsaved_until_it_is(
    seen, hands, qtbot: QtBot, path: Path
) -> None:
    window, _ = seen
    window.open_article(UNMARKED)  # beside those whom others finished a lead is asked first
    registry = opened(window, qtbot)
    search(hands, qtbot, registry, "base", "قسرك")
    note, beside = (
        part(registry, QPlainTextEdit, "entryNote"),
        part(registry, QLineEdit, "newAlias"),
    )
    note.setFocus()
    hands.type_text(note, "شرق الحسكة")
    with busy(path, LONG_S):
        beside.setFocus()
    assert saved_state(window) == "✗ Not saved"
    (word,) = hands.words(window, 1)
    hands.mark(window, "1", word)
    assert saved_state(window) == "✗ Not saved"
    note.setFocus()
    beside.setFocus()
    assert saved_state(window) == "✓ All saved"
    entry = stored(path, "base", "قسرك")
    assert entry is not None
    assert entry.note == "شرق الحسكة"
