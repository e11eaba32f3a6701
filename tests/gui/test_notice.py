"""The notice on the work: it moves nothing, shows what is long in a list, and goes with Esc."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
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


def is_covered(window: MainWindow, part: QWidget) -> bool:
    assert part.isVisible()
    assert window.notice.isVisible()
    return window.notice.covered_of(part) > 0


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [(520, 400), (1280, 800)])
def test_a_notice_lies_on_the_text_and_on_no_control(
    window: MainWindow, hands, qtbot: QtBot, language: str, size: tuple[int, int]
) -> None:
    window.set_language(language)
    window.resize(*size)
    hands.mark(window, "1", hands.words(window, 3)[1])
    qtbot.keyClick(window.workbench.view, "=")
    window.commands["finish"].trigger()
    window.notice.say("Something came of it, which takes some words to be told.")
    window.notice.show_progress("Importing…", 1, 2)
    qtbot.wait(50)
    workbench = window.workbench
    state = workbench._state
    buttons = [
        button for button in workbench.mention_list.findChildren(QPushButton) if button.isVisible()
    ]
    assert len(buttons) > 1
    assert not any(is_covered(window, part) for part in (state, *buttons))
    assert is_covered(window, workbench.view.viewport())
    assert not is_covered(window, workbench.details)
    workbench.mention_list.closed.emit()
    qtbot.waitUntil(lambda: not workbench.mention_list.isVisible())
    assert not is_covered(window, state)
    assert is_covered(window, workbench.view.viewport())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_notice_follows_the_text_from_place_to_place(
    hands, qtbot: QtBot, path: Path, language: str
) -> None:
    window = hands.open_review(path, "huda")
    window.set_language(language)
    window.notice.say("Something came of it.")
    qtbot.wait(50)
    review = window.workplace.places.review
    assert is_covered(window, review.view.viewport())
    for part in (
        review.findChild(QLineEdit, "decisionReason"),
        review.findChild(QCheckBox, "decisionGap"),
    ):
        assert not is_covered(window, part)
    window.commands["overview"].trigger()
    qtbot.wait(50)
    assert window.centralWidget().rect().contains(window.notice.geometry())
    window.commands["annotate"].trigger()
    window.workbench.setSizes([400, 300, 280, 0])
    qtbot.wait(50)
    text = window.workbench.view.viewport()
    left = text.mapTo(window.centralWidget(), QPoint(0, 0)).x()
    notice = window.notice.geometry()
    assert left < notice.left() < notice.right() < left + text.width()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [(520, 400), (1000, 650)])
def test_a_notice_has_room_of_its_own_below_the_overview(
    hands, qtbot: QtBot, path: Path, language: str, size: tuple[int, int]
) -> None:
    window = hands.open(path, "huda")
    window.set_language(language)
    window.resize(*size)
    window.commands["overview"].trigger()
    overview = window.workplace.places.overview
    qtbot.wait(50)
    high = overview.height()
    window.notice.say("Something came of it.\nFirst.\nThen.", folder=path.parent)
    window.notice.show_progress("Importing…", 1, 2)
    qtbot.wait(50)
    release = overview.findChild(QPushButton, "overviewRelease")
    assert not any(is_covered(window, part) for part in (release, overview))
    assert window.centralWidget().rect().contains(window.notice.geometry())
    window.commands["annotate"].trigger()
    qtbot.wait(50)
    text = window.workbench.view.viewport()
    assert is_covered(window, text)
    window.commands["overview"].trigger()
    window.notice.end_progress()
    window.notice.dismiss()
    qtbot.wait(50)
    assert overview.height() == high


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


def last_line(window: MainWindow) -> int:
    """Return where the last line of the text ends, from the top of the window."""
    view = window.workbench.view
    end = len(window.session.article.text.rstrip())
    bottom = round(view.rects_of(end - 1, end)[0].bottom())
    return view.viewport().mapTo(window, QPoint(0, bottom)).y()


def top_of_notice(window: MainWindow) -> int:
    return window.notice.mapTo(window, QPoint(0, 0)).y()


def scroll_to_the_end(window: MainWindow, qtbot: QtBot, way: str) -> None:
    view = window.workbench.view
    if way == "key":
        qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    elif way == "bar":
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    else:
        for _ in range(100):
            turn_wheel(view, -120)


def turn_wheel(view: QWidget, turned: int) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("way", ["wheel", "bar", "key"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_last_line_can_be_seen_above_a_notice(
    window: MainWindow, qtbot: QtBot, way: str, language: str
) -> None:
    window.set_language(language)
    window.resize(900, 500)
    qtbot.wait(50)
    scroll_to_the_end(window, qtbot, way)
    bare = last_line(window)
    window.notice.say("Something came of it.\nSomething else was refused.")
    window.notice.show_progress("Importing…", 1, 2)
    qtbot.wait(20)
    assert last_line(window) == bare > top_of_notice(window)
    if way == "key":
        qtbot.keyClick(window.workbench.view, Qt.Key.Key_Up)
    scroll_to_the_end(window, qtbot, way)
    seen = last_line(window)
    assert seen <= top_of_notice(window)
    window.notice.end_progress()
    window.notice.dismiss()
    qtbot.wait(20)
    assert last_line(window) == seen
    turn_wheel(window.workbench.view, 1200)
    scroll_to_the_end(window, qtbot, "wheel")
    assert last_line(window) == bare


def test_a_text_that_just_fits_can_be_scrolled_above_a_notice_too(
    window: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "short.txt").write_text("خبر\n\n" + "سطر\n" * 6 + "آخر", "utf-8")
    hands.drop(window, tmp_path / "short.txt")
    qtbot.waitUntil(lambda: window.notice.sentence() == "1 article added.", timeout=20_000)
    window.notice.dismiss()
    window.open_article("short.txt")
    view = window.workbench.view
    for high in range(800, 400, -8):
        window.resize(900, high)
        QApplication.processEvents()
        if view.verticalScrollBar().maximum():
            break
    window.resize(900, high + 8)
    QApplication.processEvents()
    assert not view.verticalScrollBar().maximum()
    bare = last_line(window)
    turn_wheel(view, -1200)
    assert last_line(window) == bare
    window.notice.say("Something came of it.\nSomething else was refused.")
    window.notice.show_progress("Importing…", 1, 2)
    qtbot.wait(20)
    assert last_line(window) == bare > top_of_notice(window)
    turn_wheel(view, -1200)
    assert last_line(window) <= top_of_notice(window)
    turn_wheel(view, 1200)
    window.notice.end_progress()
    window.notice.dismiss()
    turn_wheel(view, -1200)
    assert last_line(window) == bare
