"""An annotator asks, the lead answers, the annotator sees the answer; on one file."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from annotator.core.model import Author, Role
from annotator.core.questions import Question
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.people.questions import answer, ask, questions_for
from annotator.workflow.project.trash import remove_article

CTRL = Qt.KeyboardModifier.ControlModifier
HUDA = Author("huda", Role.LEAD)


def stored(path: Path) -> list[Question]:
    with Project.open(path, writable=False) as project:
        return questions_for(project, HUDA)


def badge(window: MainWindow) -> QToolButton:
    return window.state_bar.findChild(QToolButton, "waitingState")


def listed(window: MainWindow) -> QDialog:
    dialog = window.findChild(QDialog, "questionsDialog")
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def say(hands, text: str):
    def fill(dialog: QDialog) -> None:
        hands.type_text(dialog.findChild(QPlainTextEdit), text)
        dialog.accept()

    return fill


def press(dialog: QDialog, text: str) -> None:
    (button,) = (b for b in dialog.findChildren(QPushButton) if b.text() == text)
    assert button.isEnabled()
    button.click()


def asked_by_another(path: Path, hands, author: str = "amal") -> None:
    def act(project: Project) -> None:
        article = next(project.articles.each())
        ask(project, article, author, "هل هذه قاعدة؟", (10, 16))

    hands.other_program(path, act)


@pytest.mark.parametrize("key", ["?", "؟"])
def test_a_stretch_is_asked_about_and_dotted(
    window: MainWindow, hands, qtbot: QtBot, path: Path, key: str
) -> None:
    view = window.workbench.view
    stretch = hands.words(window, 3)[1]
    view.select(*stretch)
    before, bare = view.rects_of(*stretch), view.viewport().grab().toImage()
    hands.answer(say(hands, "ما هذا؟"))
    if key == "?":
        qtbot.keyClick(view, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    else:
        window.commands["ask"].trigger()
    (question,) = stored(path)
    assert (question.stretch, question.question, question.author) == (stretch, "ما هذا؟", "noor")
    assert view.rects_of(*stretch) == before
    assert view.viewport().grab().toImage() != bare
    assert hands.stored(path).revision == 0


def test_without_a_selection_the_whole_article_is_meant(
    window: MainWindow, hands, path: Path
) -> None:
    hands.answer(say(hands, "خبر أم رأي؟"))
    window.commands["ask"].trigger()
    (question,) = stored(path)
    assert (question.stretch, question.quote) == (None, "")


def test_the_lead_hears_of_it_opens_it_and_answers(hands, qtbot: QtBot, path: Path) -> None:
    window = hands.open(path, "huda")
    window.open_article("conoco-omar-fields.txt")
    assert badge(window).isHidden()
    asked_by_another(path, hands)
    qtbot.waitUntil(badge(window).isVisible)
    assert badge(window).text().startswith("1 open question")
    badge(window).click()
    dialog = listed(window)
    press(dialog, "&Show in the text")
    assert window.session.article.name == stored(path)[0].article
    assert window.workbench.view.selection() == stored(path)[0].stretch
    hands.type_text(dialog.findChild(QPlainTextEdit), "نعم")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.findChild(QPlainTextEdit), Qt.Key.Key_Return, CTRL)
    assert (stored(path)[0].answer, stored(path)[0].answered_by) == ("نعم", "huda")
    assert badge(window).isHidden()


def test_an_arabic_answer_begins_at_the_right_and_a_quotation_has_its_marks_once(
    hands, path: Path
) -> None:
    def act(project: Project) -> None:
        for article in project.articles.each():
            if "«" in article.text:
                start = article.text.index("«")
                ask(project, article, "amal", "هل هذه جهة؟", (start, article.text.index("»") + 1))
                return

    hands.other_program(path, act)
    window = hands.open(path, "huda")
    badge(window).click()
    dialog = listed(window)
    told = "".join(label.text() for label in dialog.findChildren(QLabel))
    assert "«\u2068«" not in told
    assert told.count("«") == 1
    box = dialog.findChild(QPlainTextEdit)
    box.setFocus()
    hands.type_text(box, "لا")
    start = box.cursorRect(QTextCursor(box.document().firstBlock()))
    assert start.x() > box.viewport().width() / 2
    box.clear()
    hands.type_text(box, "no")
    start = box.cursorRect(QTextCursor(box.document().firstBlock()))
    assert start.x() < box.viewport().width() / 2


def test_who_asked_sees_the_answer_and_is_left_in_peace(hands, qtbot: QtBot, path: Path) -> None:
    window = hands.open(path, "amal")
    asked_by_another(path, hands)
    asked_by_another(path, hands, "nasser")
    (own,) = (question for question in stored(path) if question.author == "amal")
    hands.other_program(path, lambda p: answer(p, "huda", own.id, "لا"))
    qtbot.waitUntil(badge(window).isVisible)
    assert badge(window).text().startswith("1 new answer")
    badge(window).click()
    dialog = listed(window)
    assert dialog.findChild(QListWidget).count() == 1
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "لا"
    assert dialog.findChild(QPlainTextEdit).isReadOnly()
    assert badge(window).isHidden()
    assert all(question.seen for question in stored(path) if question.author == "amal")


def test_a_half_written_answer_survives_a_new_question(hands, qtbot: QtBot, path: Path) -> None:
    window = hands.open(path, "huda")
    asked_by_another(path, hands)
    window.commands["questions"].trigger()
    dialog = listed(window)
    hands.type_text(dialog.findChild(QPlainTextEdit), "ربما")
    asked_by_another(path, hands, "nasser")
    qtbot.waitUntil(lambda: dialog.findChild(QListWidget).count() == 2)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "ربما"


def test_an_own_question_is_withdrawn(window: MainWindow, hands, path: Path) -> None:
    hands.answer(say(hands, "هل؟"))
    window.commands["ask"].trigger()
    window.commands["questions"].trigger()
    press(listed(window), "&Withdraw")
    assert stored(path) == []
    assert listed(window).findChild(QListWidget).count() == 0


@pytest.mark.parametrize("sends", [True, False])
def test_setting_aside_for_the_lead_asks_too(
    window: MainWindow, hands, path: Path, sends: bool
) -> None:
    def say_why(dialog) -> None:
        send = dialog.findChild(QCheckBox)
        assert not send.isEnabled()
        dialog.findChildren(QRadioButton)[1].setChecked(True)
        hands.type_text(dialog.findChild(QLineEdit), "نص مكرر؟")
        if not sends:
            send.click()
        dialog.accept()

    hands.answer(say_why)
    window.commands["set_aside"].trigger()
    assert [question.question for question in stored(path)] == ["نص مكرر؟"] * sends


def test_a_question_that_cannot_be_sent_waits_and_that_is_told(
    window: MainWindow, hands, path: Path
) -> None:
    asking = window.workplace.desk.asking
    window.session.project.wait_at_most(0)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        asking.send("نص مكرر؟")
        assert "by another program" in window.notice.sentence()
        other.execute("ROLLBACK")
    assert stored(path) == []
    hands.answer(lambda dialog: dialog.accept())
    window.commands["ask"].trigger()
    assert [question.question for question in stored(path)] == ["نص مكرر؟"]


def test_a_question_with_a_reason_leaves_what_is_written_on_the_article(
    window: MainWindow, hands, path: Path
) -> None:
    hands.answer(leave(hands, "خبر أم"))
    window.commands["ask"].trigger()
    asking = window.workplace.desk.asking
    window.session.project.wait_at_most(0)
    asking.send("نص مكرر؟")
    assert [question.question for question in stored(path)] == ["نص مكرر؟"]
    assert shown_when_asked(window, hands) == "خبر أم"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        asking.send("ناقص؟")
        other.execute("ROLLBACK")
    assert shown_when_asked(window, hands) == "خبر أم\nناقص؟"


def test_what_is_typed_at_once_is_the_reason(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    def say_why(dialog) -> None:
        hands.type_text(dialog.focusWidget(), "نص مكرر")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
        dialog.findChild(QCheckBox).click()
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    hands.answer(say_why)
    window.commands["set_aside"].trigger()
    assert hands.stored(path).state.reason == "ask the lead: نص مكرر"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_sends_a_question(
    window: MainWindow, hands, qtbot: QtBot, path: Path, key: Qt.Key
) -> None:
    def write(dialog: QDialog) -> None:
        line = dialog.findChild(QPlainTextEdit)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.keyClick(line, key, CTRL)
        assert dialog.isVisible()
        hands.type_text(line, "خبر؟")
        qtbot.keyClick(line, key, CTRL)

    hands.answer(write)
    window.commands["ask"].trigger()
    assert [question.question for question in stored(path)] == ["خبر؟"]


def test_a_question_that_is_left_waits_where_it_was_written(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    found: list[str] = []

    def leave(dialog: QDialog) -> None:
        line = dialog.findChild(QPlainTextEdit)
        found.append(line.toPlainText())
        hands.type_text(line, "ما هذا")
        qtbot.keyClick(line, Qt.Key.Key_Escape)

    def send(dialog: QDialog) -> None:
        line = dialog.findChild(QPlainTextEdit)
        found.append(line.toPlainText())
        hands.type_text(line, "؟")
        dialog.accept()

    hands.answer(leave)
    window.commands["ask"].trigger()
    window.workbench.view.select(*hands.words(window, 3)[1])
    hands.answer(send)
    window.commands["ask"].trigger()
    window.set_language("ar")
    window.workbench.view.place_caret(0)
    for _ in range(2):
        hands.answer(send)
        window.commands["ask"].trigger()
    assert found == ["", "", "ما هذا", ""]
    assert {question.question for question in stored(path)} == {"؟", "ما هذا؟"}


def shown_when_asked(window: MainWindow, hands) -> str:
    """Return what the dialog holds that asks about what is at hand, and leave it so."""
    found: list[str] = []

    def look(dialog: QDialog) -> None:
        found.append(dialog.findChild(QPlainTextEdit).toPlainText())
        dialog.reject()

    hands.answer(look)
    window.commands["ask"].trigger()
    (words,) = found
    return words


def leave(hands, text: str):
    """Return what writes instead of what is there, and leaves the dialog with Esc."""

    def write(dialog: QDialog) -> None:
        line = dialog.findChild(QPlainTextEdit)
        line.selectAll()
        if text:
            hands.type_text(line, text)
        else:
            hands.qtbot.keyClick(line, Qt.Key.Key_Delete)
        hands.qtbot.keyClick(line, Qt.Key.Key_Escape)

    return write


def test_questions_that_are_not_sent_are_there_on_another_day(hands, path: Path) -> None:
    window = hands.open(path, "noor")
    window.open_article("conoco-omar-fields.txt")
    stretch = hands.words(window, 3)[1]
    hands.answer(leave(hands, "كل المقال"))
    window.commands["ask"].trigger()
    window.workbench.view.select(*stretch)
    hands.answer(leave(hands, "هذا الموضع"))
    window.commands["ask"].trigger()
    window.open_article("2026-02-24-qasrak-convoy.txt")
    assert shown_when_asked(window, hands) == ""
    hands.close(window)

    again = hands.open(path, "noor")
    again.set_language("ar")
    again.open_article("conoco-omar-fields.txt")
    assert shown_when_asked(again, hands) == "كل المقال"
    again.workbench.view.select(*stretch)
    hands.answer(lambda dialog: dialog.accept())
    again.commands["ask"].trigger()
    assert [question.question for question in stored(path)] == ["هذا الموضع"]
    again.workbench.view.place_caret(0)
    hands.answer(leave(hands, ""))
    again.commands["ask"].trigger()
    hands.close(again)

    last = hands.open(path, "noor")
    last.open_article("conoco-omar-fields.txt")
    assert shown_when_asked(last, hands) == ""
    last.workbench.view.select(*stretch)
    assert shown_when_asked(last, hands) == ""
    assert len(stored(path)) == 1


def test_a_question_of_another_author_is_not_shown(hands, path: Path) -> None:
    window = hands.open(path, "noor")
    name = window.session.article.name
    hands.answer(leave(hands, "كل المقال"))
    window.commands["ask"].trigger()
    other = hands.open(path, "amal")
    other.open_article(name)
    assert shown_when_asked(other, hands) == ""


def test_what_is_being_written_outlives_a_program_that_is_killed(
    window: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    def on_disk() -> bool:
        kept = tmp_path.joinpath("settings").rglob("*")
        return any("half a question" in file.read_text() for file in kept if file.is_file())

    def write(dialog: QDialog) -> None:
        hands.type_text(dialog.findChild(QPlainTextEdit), "half a question")
        qtbot.waitUntil(on_disk)  # nobody has left the dialog yet
        dialog.accept()

    hands.answer(write)
    window.commands["ask"].trigger()
    qtbot.waitUntil(lambda: not on_disk())


def test_the_list_speaks_the_language_of_the_window_anew(
    window: MainWindow, hands, path: Path
) -> None:
    window.commands["questions"].trigger()
    listed(window)
    window.set_language("ar")
    assert not any(d.isVisible() for d in window.findChildren(QDialog, "questionsDialog"))
    asked_by_another(path, hands, "noor")
    window.session.look_for_changes()
    window.open_article("2026-02-24-qasrak-convoy.txt")
    assert isinstance(window.workbench.view.rects_of(0, 40)[0], QRectF)


def test_a_question_is_not_asked_about_the_next_article(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    gone = window.session.article.name

    def lose(dialog: QDialog) -> None:
        hands.other_program(path, remove)
        qtbot.waitUntil(lambda: window.session.article.name != gone)
        hands.type_text(dialog.findChild(QPlainTextEdit), "ما هذا؟")
        dialog.accept()
        assert dialog.isVisible()
        dialog.reject()

    def remove(project: Project) -> None:
        article = project.articles.by_name(gone)
        assert article is not None
        remove_article(project, "huda", article)

    hands.answer(lose)
    window.commands["ask"].trigger()
    assert stored(path) == []
