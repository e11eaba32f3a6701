"""The notice on the work: it moves nothing, shows what is long in a list, and goes with Esc."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow


def top_of_text(window: MainWindow) -> int:
    return window.workbench.view.viewport().mapTo(window, QPoint(0, 0)).y()


def test_a_notice_does_not_move_the_text(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(900, 600)
    before = top_of_text(window)
    window.notice.say("Something came of it.")
    window.notice.show_progress("Importing…", 1, 2)
    qtbot.wait(50)
    assert top_of_text(window) == before
    notice = window.notice.geometry()
    assert window.centralWidget().rect().contains(notice)
    window.resize(700, 500)
    qtbot.waitUntil(lambda: window.centralWidget().rect().contains(window.notice.geometry()))


def test_finishing_does_not_move_the_text(window: MainWindow, hands, qtbot: QtBot) -> None:
    before = top_of_text(window)
    window.commands["finish"].trigger()
    qtbot.wait(50)
    assert top_of_text(window) == before
    hands.mark(window, "1", hands.words(window, 3)[1])
    qtbot.wait(50)
    assert top_of_text(window) == before


def test_esc_puts_a_notice_away_after_all_else(window: MainWindow, hands, qtbot: QtBot) -> None:
    view = window.workbench.view
    view.select(*hands.words(window, 3)[1])
    window.notice.say("Something came of it.")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection() is None
    assert window.notice.sentence()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not window.notice.sentence()
    assert window.notice.isHidden()


def test_what_an_export_left_out_is_a_sentence_and_a_list_of_titles(
    hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = hands.open(path, "huda")
    hands.answer(lambda dialog: (hands.choose_file(tmp_path / "gold.jsonl"), dialog.accept()))
    window.commands["export"].trigger()
    qtbot.waitUntil(lambda: "not ready" in window.notice.sentence(), timeout=20_000)
    head, *titles = window.notice.sentence().split("\n")
    assert len(titles) > 1
    with window.session.project.reading():
        known = {article.title for article in window.session.project.articles.each()}
    assert {title.strip("\u200e\u2068\u2069") for title in titles} <= known
    assert window.notice._sentence.text() == f"\u200e{head}"
    told: list[str] = []

    def read(dialog: QDialog) -> None:
        told.append(dialog.findChild(QPlainTextEdit).toPlainText())
        qtbot.keyClick(dialog.findChild(QPlainTextEdit), Qt.Key.Key_Escape)

    hands.answer(read)
    window.notice.findChild(QPushButton, "wholeNotice").click()
    assert told == [window.notice.sentence()]
