"""A lead removes an article, looks into the trash, and takes it out again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.project.trash import in_trash
from tests.gui.conftest import UNMARKED

NAME = "2026-02-24-qasrak-convoy.txt"


def names(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project, project.reading():
        return [article.name for article in project.articles.each()]


def removed(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project:
        return [article.name for article in in_trash(project)]


def say(button: QMessageBox.StandardButton, asked: list[str]) -> Callable[[QWidget], None]:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        asked.append(dialog.text())
        dialog.button(button).click()

    return act


@pytest.fixture
def lead(hands, path: Path) -> MainWindow:
    window = hands.open(path, "huda")
    window.open_article(NAME)
    return window


def remove(window: MainWindow, hands, button=QMessageBox.StandardButton.Yes) -> str:
    asked: list[str] = []
    hands.answer(say(button, asked))
    window.commands["remove_article"].trigger()
    (question,) = asked
    return question


def test_it_asks_once_and_says_what_goes_with_it(lead: MainWindow, hands, path: Path) -> None:
    spans = sum(len(hands.stored(path, NAME, author).spans) for author in ("amal", "nasser"))
    question = remove(lead, hands, QMessageBox.StandardButton.No)
    assert "2 layer" in question
    assert f"{spans} span" in question
    assert removed(path) == []


def test_what_goes_with_it_is_one_sentence_in_arabic_too(lead: MainWindow, hands) -> None:
    lead.set_language("ar")
    title = lead.session.article.title
    question = remove(lead, hands, QMessageBox.StandardButton.No)
    assert question.startswith(f"هل تُزال «\u2068{title}\u2069»؟ تُزال معها طبقتان و")
    assert question.endswith(". ويمكن استرجاع كل ذلك من «المحذوفات» في قائمة «المشروع».")


def test_where_nothing_goes_with_it_that_is_said_plainly(lead: MainWindow, hands) -> None:
    lead.open_article(UNMARKED)
    question = remove(lead, hands, QMessageBox.StandardButton.No)
    assert "No layers or spans go with it." in question


def test_it_goes_and_is_restored_from_the_trash(
    lead: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    other = hands.open(path, "amal")
    other.open_article(NAME)
    before, layer = names(path), hands.stored(path, NAME, "amal")
    remove(lead, hands)
    assert removed(path) == [NAME]
    assert lead.session.article.name != NAME
    assert "in the trash" in lead.notice.sentence()
    qtbot.waitUntil(lambda: other.session.article.name != NAME)

    def restore(dialog: QWidget) -> None:
        assert dialog.findChild(QListWidget).count() == 1
        (button,) = (b for b in dialog.findChildren(QPushButton) if b.text() == "&Restore")
        button.click()
        assert dialog.findChild(QListWidget).count() == 0
        dialog.close()

    hands.answer(restore)
    lead.commands["trash"].trigger()
    assert (names(path), hands.stored(path, NAME, "amal")) == (before, layer)
    assert lead.commands["undo_project"].text() == "Undo in the project: return of an article"
    qtbot.waitUntil(lambda: len(other.workbench.articles.numbers()) == len(before))


def test_undo_in_the_project_brings_it_back(lead: MainWindow, hands, path: Path) -> None:
    before = names(path)
    remove(lead, hands)
    assert lead.commands["undo_project"].text() == "Undo in the project: removal of an article"
    lead.commands["undo_project"].trigger()
    assert (names(path), removed(path)) == (before, [])


def test_the_trash_is_emptied_after_a_warning(lead: MainWindow, hands, path: Path) -> None:
    remove(lead, hands)

    def empty(dialog: QWidget) -> None:
        (button,) = (b for b in dialog.findChildren(QPushButton) if "Empty" in b.text())
        for answer in (QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes):
            assert removed(path) == [NAME]
            hands.answer(say(answer, []))
            button.click()
        assert not button.isEnabled()
        dialog.close()

    hands.answer(empty)
    lead.commands["trash"].trigger()
    assert removed(path) == []
    assert NAME not in names(path)


def test_the_last_article_leaves_an_empty_window_that_fills_again(
    hands, tmp_path: Path, qtbot: QtBot
) -> None:
    from annotator.core.progress import Quiet
    from annotator.workflow.imports.articles import import_files
    from annotator.workflow.projects import init

    path = tmp_path / "one.db"
    init(path, lead="huda")
    (tmp_path / "a.txt").write_text("نص", "utf-8")
    with Project.open(path) as project:
        import_files(project, [tmp_path / "a.txt"], Quiet())
    window = hands.open(path, "huda")
    remove(window, hands)
    assert window.session.article is None
    assert not window.commands["remove_article"].isEnabled()

    def restore(dialog: QWidget) -> None:
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Restore").click()
        dialog.close()

    hands.answer(restore)
    window.commands["trash"].trigger()
    assert window.session.article.name == "a.txt"


def test_annotators_cannot_remove(window: MainWindow) -> None:
    assert not window.commands["remove_article"].isEnabled()
    assert not window.commands["trash"].isEnabled()
