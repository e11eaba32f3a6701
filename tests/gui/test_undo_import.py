"""An import is taken back through the menu, and done again."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.edits import Mark
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.projects import init


def wait(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=60_000)
    return window.notice.sentence()


def names(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project, project.reading():
        return [article.name for article in project.articles.each()]


def text_of(window: MainWindow, name: str) -> str:
    return window.commands[name].text()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "أخبار"
    folder.mkdir()
    (folder / "one.txt").write_text("خبر واحد\n\nنص", "utf-8")
    (folder / "two.txt").write_text("خبر اثنان\n\nنص آخر", "utf-8")
    return folder


def drop(window: MainWindow, hands, qtbot: QtBot, folder: Path) -> None:
    hands.drop(window, folder)
    qtbot.waitUntil(lambda: window.errands.task() is not None)
    wait(window, qtbot)


def test_dropped_files_are_taken_back_and_come_again(
    window: MainWindow, hands, qtbot: QtBot, path: Path, folder: Path
) -> None:
    before = names(path)
    drop(window, hands, qtbot, folder)
    assert text_of(window, "undo_project") == "Undo the last import (2 articles)"
    assert not window.commands["redo_project"].isEnabled()
    window.open_article("one.txt")
    window.commands["undo_project"].trigger()
    assert wait(window, qtbot) == "The import was taken back. 2 articles removed."
    assert names(path) == before
    assert len(window.workbench.articles.numbers()) == len(before)
    assert window.session.article.name == before[-1]
    assert window.windowTitle().startswith(f"\u2068{window.session.article.title}\u2069")
    assert text_of(window, "redo_project") == "Redo the import (2 articles)"
    window.commands["redo_project"].trigger()
    assert wait(window, qtbot) == "The import was done again. 2 articles added."
    assert names(path) == [*before, "one.txt", "two.txt"]
    assert len(window.workbench.articles.numbers()) == len(before) + 2
    assert not window.commands["redo_project"].isEnabled()
    assert text_of(window, "undo_project") == "Undo the last import (2 articles)"


def test_another_annotator_is_told_who_may_take_an_import_back(
    window: MainWindow, hands, qtbot: QtBot, path: Path, folder: Path
) -> None:
    drop(window, hands, qtbot, folder)
    other = hands.open(path, "amal")
    assert not other.commands["undo_project"].isEnabled()
    assert "Only who imported this, or a lead" in other.commands["undo_project"].toolTip()
    lead = hands.open(path, "huda")
    lead.commands["undo_project"].trigger()
    assert wait(lead, qtbot) == "The import was taken back. 2 articles removed."
    window.session.look_for_changes()
    window.commands["redo_project"].trigger()
    assert wait(window, qtbot) == "The import was done again. 2 articles added."


def test_the_only_import_leaves_an_empty_window(
    hands, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "new.annotator"
    init(path)
    window = hands.open(path, "noor")
    assert not window.commands["undo_project"].isEnabled()
    drop(window, hands, qtbot, folder)
    assert window.session.article.name == "one.txt"
    window.commands["undo_project"].trigger()
    wait(window, qtbot)
    assert window.session.article is None
    assert not window.commands["undo_project"].isEnabled()
    assert not window.commands["finish"].isEnabled()
    window.commands["redo_project"].trigger()
    wait(window, qtbot)
    assert window.session.article.name == "one.txt"


def test_what_somebody_works_on_stays_and_is_named(
    window: MainWindow, hands, qtbot: QtBot, path: Path, folder: Path
) -> None:
    drop(window, hands, qtbot, folder)
    window.open_article("two.txt")
    hands.mark(window, "1", hands.words(window, 3)[1])
    window.commands["undo_project"].trigger()
    assert "in two.txt. Nothing was changed." in wait(window, qtbot)
    assert "two.txt" in names(path)
    assert len(hands.places(path, "two.txt")) == 1


def test_an_edit_of_an_article_that_another_program_took_out_is_refused(
    window: MainWindow, hands, qtbot: QtBot, path: Path, folder: Path
) -> None:
    drop(window, hands, qtbot, folder)
    window.open_article("two.txt")
    with Project.open(path) as project, project.writing():
        article = project.articles.by_name("two.txt")
        assert article is not None
        project.articles.remove(article.id)
    assert window.session.do(Mark(0, 3, "actor")) is None
    assert "no longer in the project" in window.notice.sentence()
    qtbot.waitUntil(lambda: window.session.article.name == "one.txt")
