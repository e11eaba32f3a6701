"""Finishing, setting aside, going on; and notes that are kept on the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from annotator.core.model import LayerState, Status
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.project.trash import remove_article
from tests.gui.conftest import UNMARKED

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
OTHER = "2026-02-24-qasrak-convoy.txt"


def names(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project, project.reading():
        return [article.name for article in project.articles.each()]


def note_of(window: MainWindow) -> QPlainTextEdit:
    note = window.workbench.details.findChild(QPlainTextEdit)
    assert note is not None
    return note


def write_note(window: MainWindow, hands, text: str, key: str = "1") -> None:
    hands.mark(window, key, hands.words(window, 3)[1])
    window.commands["note"].trigger()
    assert window.focusWidget() is note_of(window)
    hands.type_text(note_of(window), text)


# -- how far an article is


def test_an_article_is_set_aside_with_a_reason_and_taken_up_again(
    window: MainWindow, hands, path: Path
) -> None:
    def say_why(dialog) -> None:
        dialog.findChildren(QRadioButton)[1].setChecked(True)
        hands.type_text(dialog.findChild(QLineEdit), "نص مكرر؟")
        dialog.accept()

    assert not window.commands["reopen"].isEnabled()
    hands.answer(say_why)
    window.commands["set_aside"].trigger()
    reason = "ask the lead: نص مكرر؟"
    assert hands.stored(path).state == LayerState(Status.SET_ASIDE, reason)
    assert "Ask the lead: نص مكرر؟" in window.workbench._state.text()
    window.set_language("ar")
    assert "تُعرض على المشرف: نص مكرر؟" in window.workbench._state.text()
    window.set_language("en")
    assert window.workbench._state.isVisible()
    window.commands["reopen"].trigger()
    assert hands.stored(path).state == LayerState(Status.IN_PROGRESS)
    assert not window.workbench._state.isVisible()
    window.commands["undo"].trigger()
    assert hands.stored(path).status is Status.SET_ASIDE


def test_setting_aside_can_be_thought_better_of(window: MainWindow, hands, path: Path) -> None:
    hands.answer(lambda dialog: dialog.reject())
    window.commands["set_aside"].trigger()
    assert hands.stored(path).status is Status.NEW


def test_an_article_is_finished_where_it_is(window: MainWindow, hands, path: Path) -> None:
    window.commands["finish"].trigger()
    assert hands.stored(path).status is Status.FINISHED
    assert window.session.article.name == "conoco-omar-fields.txt"
    assert not window.commands["finish"].isEnabled()


def test_after_the_last_unfinished_article_it_says_so(
    window: MainWindow, hands, path: Path
) -> None:
    for _ in names(path):
        window.commands["finish_next"].trigger()
    assert "All articles" in window.notice.sentence()
    for name in names(path):
        assert hands.stored(path, name).status is Status.FINISHED


def test_finish_and_next_goes_round_the_end(window: MainWindow, path: Path) -> None:
    window.open_article(names(path)[-1])
    window.commands["finish_next"].trigger()
    assert window.session.article.name == names(path)[0]


def test_next_and_previous_stay_within_what_is_listed(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    box = window.findChild(QLineEdit, "searchBox")
    listed = window.findChild(QListView, "articleList").model()
    hands.type_text(box, "قسرك")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert 1 < listed.rowCount() < 13
    seen = [window.session.article.title]
    for _ in range(listed.rowCount()):
        window.commands["next"].trigger()
        seen.append(window.session.article.title)
    titles = [listed.index(row, 0).data() for row in range(listed.rowCount())]
    assert seen == [*titles, titles[-1]]


# -- notes


def leave_by_key(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(note_of(window), Qt.Key.Key_Down, ALT)


def leave_by_list(window: MainWindow, qtbot: QtBot) -> None:
    articles = window.findChild(QListView, "articleList")
    place = articles.visualRect(articles.model().index(0, 0)).center()
    qtbot.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, pos=place)


def leave_by_closing(window: MainWindow, qtbot: QtBot) -> None:
    window.close()


def leave_by_author(window: MainWindow, qtbot: QtBot) -> None:
    window.open_project(window.session.project.path, "amal")


def leave_by_language(window: MainWindow, qtbot: QtBot) -> None:
    window.set_language("ar")


@pytest.mark.parametrize(
    "leave", [leave_by_key, leave_by_list, leave_by_closing, leave_by_author, leave_by_language]
)
def test_a_note_that_is_being_written_is_kept(
    window: MainWindow, hands, qtbot: QtBot, path: Path, leave
) -> None:
    write_note(window, hands, "انظر الصفحة ٢")
    leave(window, qtbot)
    (span,) = hands.stored(path).spans
    assert span.note == "انظر الصفحة ٢"


def test_finishing_from_within_a_note_keeps_it_and_finishes(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    write_note(window, hands, "sure?")
    qtbot.keyClick(note_of(window), Qt.Key.Key_Return, CTRL)
    layer = hands.stored(path)
    assert [span.note for span in layer.spans] == ["sure?"]
    assert layer.status is Status.FINISHED
    assert window.session.article.name != "conoco-omar-fields.txt"


def test_a_note_is_kept_when_another_span_is_chosen(window: MainWindow, hands, path: Path) -> None:
    other = hands.mark(window, "2", hands.words(window, 3)[2])
    write_note(window, hands, "one")
    window.workbench.spans.span_requested.emit(other)
    assert [span.note for span in hands.stored(path).spans] == ["one", ""]
    assert note_of(window).toPlainText() == ""


def test_a_note_that_a_new_span_ends_stands_in_the_list_of_spans(
    window: MainWindow, hands, path: Path
) -> None:
    one, other = hands.words(window, 4)[1:3]
    first = hands.mark(window, "1", one)
    hands.type_text(note_of(window), "half")  # the keyboard is in the text
    hands.mark(window, "2", other)
    (noted,) = (span for span in hands.stored(path).spans if span.note)
    assert (noted.id, noted.note) == (first, "half")
    rows = window.findChild(QTreeView, "spanList").model()
    tips = [rows.index(n, 0).data(Qt.ItemDataRole.ToolTipRole) for n in range(rows.rowCount())]
    assert ["half" in tip for tip in tips].count(True) == 1


def test_ctrl_z_in_a_note_takes_back_typing_and_elsewhere_the_last_act(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    write_note(window, hands, "wrong")
    qtbot.keyClick(note_of(window), Qt.Key.Key_Z, CTRL)
    assert note_of(window).toPlainText() == ""
    assert len(hands.stored(path).spans) == 1
    window.workbench.view.setFocus()
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Z, CTRL)
    assert hands.stored(path).spans == ()


def test_an_outside_change_does_not_disturb_the_typing(
    window: MainWindow, hands, path: Path
) -> None:
    write_note(window, hands, "half a ")

    def mark_elsewhere(project: Project) -> None:
        from annotator.core.edits import Mark
        from annotator.workflow.acts import marking

        layer = hands.stored(path)
        start, end = hands.words(window, 9)[5]
        marking.apply(project, window.session.article, layer, Mark(start, end, "date"))

    hands.other_program(path, mark_elsewhere)
    window.session.look_for_changes()
    hands.type_text(note_of(window), "thought")
    assert note_of(window).toPlainText() == "half a thought"
    window.workbench.view.setFocus()
    assert {span.note for span in hands.stored(path).spans} == {"half a thought", ""}


def test_digits_and_space_stay_with_fields_and_lists(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    span_id = hands.mark(window, "1", hands.words(window, 3)[1])
    window.workbench.view.select(*hands.words(window, 3)[2])
    before = hands.stored(path)
    box = window.findChild(QLineEdit, "searchBox")
    parts = [box, note_of(window), window.findChild(QListView, "articleList")]
    parts += window.workbench.details.findChildren(QCheckBox)
    for part in parts:
        part.setFocus()
        for key in "234/[":
            qtbot.keyClick(part, key)
    spans = window.workbench.spans._view  # here the keys of labels mean the row at hand
    spans.setFocus()
    for key in "/[":
        qtbot.keyClick(spans, key)
    note_of(window).setPlainText("")
    assert hands.stored(path).spans[0].label == "base"
    assert len(hands.stored(path).spans) == 1
    assert hands.stored(path).spans[0].place == before.spans[0].place
    assert box.text() == "234/["
    window.workbench.view.select_span(span_id)
    check = window.workbench.details.findChild(QCheckBox)
    check.setFocus()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert hands.stored(path).spans[0].unsure


def test_no_key_meant_for_an_article_that_is_gone_acts_on_the_next(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    def remove(project: Project) -> None:
        article = project.articles.by_name(UNMARKED)
        assert article is not None
        remove_article(project, "huda", article)

    title = window.session.article.title[:40]
    hands.mark(window, "1", hands.words(window, 3)[1])
    hands.other_program(path, remove)
    qtbot.waitUntil(lambda: window.session.article.name != UNMARKED)
    at_hand = window.session.article.name
    before = hands.places(path, at_hand)
    assert window.notice.sentence().startswith(f"“\u2068{title}")
    for key in "2.=":
        qtbot.keyClick(window.focusWidget(), key)
    assert window.session.article.name == at_hand
    assert hands.places(path, at_hand) == before
    assert not window.workbench.mention_list.isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(window.focusWidget(), "2")
    assert len(hands.places(path, at_hand)) == len(before) + 1


def test_the_last_article_that_is_taken_away_is_told_of(hands, qtbot: QtBot, path: Path) -> None:
    def remove_all(project: Project) -> None:
        for article in list(project.articles.each()):
            remove_article(project, "huda", article)

    window = hands.open(path, "noor")
    hands.other_program(path, remove_all)
    qtbot.waitUntil(lambda: window.session.article is None)
    assert window.notice.sentence().endswith("is no longer yours.")


def test_the_next_article_is_not_set_aside_for_one_that_is_gone(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    def lose(dialog) -> None:
        hands.other_program(path, remove)
        qtbot.waitUntil(lambda: window.session.article.name != UNMARKED)
        dialog.findChildren(QRadioButton)[0].setChecked(True)
        dialog.accept()

    def remove(project: Project) -> None:
        article = project.articles.by_name(UNMARKED)
        assert article is not None
        remove_article(project, "huda", article)

    hands.answer(lose)
    window.commands["set_aside"].trigger()
    assert window.session.layer.status is Status.NEW
    assert "was not set aside" in window.notice.sentence()
