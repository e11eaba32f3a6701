"""How one comes to a project, from the first start on."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.errors import ProjectError, RefusedAct
from annotator.gui.app import open_window
from annotator.gui.dialogs.author import AuthorDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.store.project import Project
from annotator.workflow.projects import init


@pytest.fixture
def start(hands, qapp: QApplication, tmp_path: Path) -> MainWindow:
    """The window as it is at the first start."""
    return hands.take(MainWindow(Settings(), tmp_path / "data" / "demo"))


def press(window: MainWindow, text: str) -> None:
    (button,) = (b for b in window.findChildren(QPushButton) if b.text().startswith(text))
    button.click()


def author_names(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project, project.reading():
        return [author.name for author in project.authors.all()]


def test_the_first_start_says_what_to_do(start: MainWindow) -> None:
    texts = " ".join(label.text() for label in start.findChildren(QLabel))
    buttons = [button.text() for button in start.findChildren(QPushButton) if button.isVisible()]
    assert "drop" in texts
    assert buttons == ["New project…", "Open a project…", "Look at the demo"]


def test_a_new_project_is_made_and_opened_for_who_says_so(
    start: MainWindow, hands, tmp_path: Path
) -> None:
    hands.choose_file(tmp_path / "north", before_it_closes=lambda: hands.say_name("ليلى"))
    press(start, "New")
    assert start.session is not None
    assert start.session.project.path == tmp_path / "north.db"
    assert author_names(tmp_path / "north.db") == ["ليلى"]
    assert any("ليلى" in label.text() for label in start.state_bar.findChildren(QLabel))
    assert "Import" in start.workbench._state.text()


def test_a_project_is_opened_and_a_known_author_is_offered(
    start: MainWindow, hands, path: Path
) -> None:
    def choose(dialog) -> None:
        names = dialog.findChild(QComboBox)
        offered.extend(names.itemText(row) for row in range(names.count()))
        names.setCurrentText("nasser")
        dialog.accept()

    offered: list[str] = []
    hands.choose_file(path, before_it_closes=lambda: hands.answer(choose))
    press(start, "Open")
    assert offered == ["huda", "amal", "nasser"]
    assert start.session is not None
    assert start.session.author.name == "nasser"


def test_the_demo_is_made_once_and_then_opened_again(
    start: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    press(start, "Look")
    qtbot.waitUntil(lambda: start.session is not None, timeout=30_000)
    assert start.session.author.name == "amal"
    demo = tmp_path / "data" / "demo" / "demo.db"
    article = start.session.article.name
    before = len(hands.places(demo, article, "amal"))
    hands.mark(start, "1", hands.words(start, 3)[1])
    start.commands["demo"].trigger()
    assert start.session.project.path == demo
    assert start.session.article.name == article
    assert len(hands.places(demo, article, "amal")) == before + 1


def test_articles_dropped_on_the_first_page_come_into_a_new_project(
    start: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "خبر.txt"
    file.write_text("خبر أول\n\nنصه.", "utf-8")
    new = tmp_path / "new.db"

    hands.choose_file(new, before_it_closes=lambda: hands.say_name("amal"))
    hands.drop(start, file)
    with qtbot.waitSignal(start.errands.imported, timeout=30_000):
        pass
    assert start.session.article.name == "خبر.txt"
    assert start.session.project.path == new


def test_a_dropped_project_is_opened(start: MainWindow, hands, qtbot: QtBot, path: Path) -> None:
    hands.say_name("amal")
    hands.drop(start, path)
    qtbot.waitUntil(lambda: start.session is not None)
    assert start.session.project.path == path


def test_what_exists_is_not_made_anew(start: MainWindow, hands, path: Path) -> None:
    hands.choose_file(path)
    press(start, "New")
    assert "exists already" in start.notice.sentence()
    assert author_names(path) == ["huda", "amal", "nasser"]


def test_rubbish_is_refused_by_name(start: MainWindow, hands, tmp_path: Path) -> None:
    rubbish = tmp_path / "rubbish.db"
    rubbish.write_bytes(b"no project at all" * 100)
    hands.choose_file(rubbish)
    press(start, "Open")
    assert "rubbish.db" in start.notice.sentence()
    assert start.session is None
    assert start.state_bar.findChild(QLabel, "savedState").text() == ""  # there is nothing to save


# -- who works


def dialog_for(qtbot: QtBot, *names: str, last: str = "") -> AuthorDialog:
    near = {"amaal": "amal"}
    dialog = AuthorDialog(names, last, near.get)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_nobody_is_chosen_by_accident(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, "huda", "amal")
    assert dialog.name() == ""
    qtbot.keyClick(dialog.findChild(QComboBox), Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_beginning_of_a_name_is_not_completed_to_somebody_else(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, "amal", last="")
    qtbot.keyClicks(dialog.findChild(QComboBox).lineEdit(), "ama")
    assert dialog.name() == "ama"


@pytest.mark.parametrize(("answer", "name"), [("Yes", "amal"), ("No", "amaal")])
def test_a_name_near_to_a_known_one_is_asked_about(
    qtbot: QtBot, hands, answer: str, name: str
) -> None:
    dialog = dialog_for(qtbot, "amal")
    qtbot.keyClicks(dialog.findChild(QComboBox).lineEdit(), "amaal")
    hands.answer(lambda box: box.button(getattr(QMessageBox.StandardButton, answer)).click())
    dialog.accept()
    assert dialog.name() == name


def test_the_author_can_be_changed(window: MainWindow, hands, path: Path) -> None:
    hands.say_name("huda")
    window.commands["author"].trigger()
    assert window.session.author.name == "huda"


# -- open_window


def test_open_window_adds_a_new_author_without_asking(hands, path: Path) -> None:
    window = hands.open(path, "noora")
    assert author_names(path)[-1] == "noora"
    assert window.isVisible()
    assert QApplication.activeModalWidget() is None
    assert window.focusWidget() is window.workbench.view


@pytest.mark.parametrize("name", ["gold", "", " amal", "a" * 101])
def test_open_window_refuses_names_that_nobody_can_bear(
    path: Path, settings: QSettings, qapp: QApplication, name: str
) -> None:
    with pytest.raises(RefusedAct):
        open_window(path, name)


def test_open_window_refuses_what_is_no_project(
    tmp_path: Path, settings: QSettings, qapp: QApplication
) -> None:
    for content in (b"", b"rubbish" * 500, None):
        bad = tmp_path / "bad.db"
        bad.unlink(missing_ok=True)
        if content is not None:
            bad.write_bytes(content)
        with pytest.raises(ProjectError):
            open_window(bad, "amal")


def test_a_project_that_cannot_be_opened_leaves_the_open_one(
    window: MainWindow, hands, tmp_path: Path, path: Path
) -> None:
    with pytest.raises(ProjectError):
        window.open_project(tmp_path / "none.db", "amal")
    hands.mark(window, "1", hands.words(window, 3)[1])
    assert len(hands.places(path)) == 1


def test_a_project_without_articles_says_what_to_do(hands, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    init(path)
    window = hands.open(path, "amal")
    assert "Drop" in window.workbench._state.text()
    assert not window.commands["finish_next"].isEnabled()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Delete, Qt.Key.Key_Slash):
        qtbot.keyClick(window.workbench.view, key)
    lines = tmp_path / "one.jsonl"
    lines.write_text(json.dumps({"text": "خبر\nنصه"}) + "\n", "utf-8")
    with qtbot.waitSignal(window.errands.imported, timeout=30_000):
        hands.drop(window, lines)
    assert window.session.article is not None
    assert not window.workbench._state.isVisible()
    assert window.findChild(QListView, "articleList").model().rowCount() == 1
