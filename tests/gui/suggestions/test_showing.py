"""Suggestions are drawn and gone through, of what one may know, and not on every article."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.edits import Mark
from annotator.core.model import Author, Role, Status
from annotator.core.suggestions import Suggested, Suggestion, Withholding
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.suggesting.offering import suggest, withhold
from tests.gui.conftest import UNMARKED, children
from tests.gui.suggestions.parts import Begin, click, left, offered, press, told
from tests.workflow.settled_demo import ready, settle_as


def test_tab_goes_round_and_back(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    suggestions = left(window)
    press(window, qtbot, *[Qt.Key.Key_Tab] * len(suggestions))
    assert offered(window) == suggestions[-1]
    press(window, qtbot, Qt.Key.Key_Tab)
    assert offered(window) == suggestions[0]
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert offered(window) == suggestions[-1]


def test_tab_moves_the_focus_where_nothing_is_suggested(window: MainWindow, qtbot: QtBot) -> None:
    view = window.workbench.view
    view.setFocus()
    assert left(window) == []
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_tab_stays_in_the_text_when_none_is_left_and_says_so(begin: Begin, qtbot: QtBot) -> None:
    """Who goes from one to the next by hand must not type into another field after the last."""
    window = begin()
    view = window.workbench.view
    press(window, qtbot, Qt.Key.Key_Tab, *[Qt.Key.Key_Backspace] * len(left(window)))
    assert left(window) == []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        window.state_bar.clearMessage()
        press(window, qtbot, key)
        assert view.hasFocus()
        assert window.state_bar.currentMessage() == "There is no suggestion left on this article."


@pytest.mark.parametrize("is_back", [False, True])
def test_ctrl_and_tab_leave_the_text(begin: Begin, qtbot: QtBot, is_back: bool) -> None:
    window = begin()
    view, control = window.workbench.view, Qt.KeyboardModifier.ControlModifier
    view.setFocus()
    if is_back:
        shifted = control | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(view, Qt.Key.Key_Backtab, shifted)
    else:
        qtbot.keyClick(view, Qt.Key.Key_Tab, control)
    assert not view.hasFocus()
    assert offered(window) is None


def test_tab_leaves_the_text_of_an_article_that_is_finished(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    view = window.workbench.view
    window.session.set_state(Status.FINISHED)
    view.setFocus()
    press(window, qtbot, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_suggestions_rest_while_the_find_bar_is_open(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    view = window.workbench.view
    hit = view.text.split()[0]
    window.workbench.find_bar.show_words(hit)
    view.show_hits([(0, len(hit))])
    view.setFocus()
    press(window, qtbot, Qt.Key.Key_Tab)
    assert offered(window) is None
    assert told(window) == ""
    first = left(window)[0]
    at = view.rects_of(first.start, first.end)[0].center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert offered(window) is None
    view.show_hits(())
    assert "suggestions left" in told(window)


def test_a_click_takes_it_to_hand_and_the_bar_does_the_rest(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    view = window.workbench.view
    first, second, third, *_ = left(window)
    at = view.rects_of(first.start, first.end)[0].center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert offered(window) == first
    assert f"{round(100 * first.confidence)}\N{NO-BREAK SPACE}%" in told(window)
    click(window, "suggestionAccept")
    assert hands.places(path, UNMARKED, "amal") == [first.place]
    click(window, "suggestionRefuse")
    assert second.place not in [one.place for one in left(window)]
    assert offered(window) == third
    click(window, "suggestionNext")
    assert offered(window) != third


def test_what_is_said_of_one_at_the_lower_edge_does_not_hide_it(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    window.resize(900, 600)
    view = window.workbench.view
    one = next(one for one in left(window) if view.rects_of(one.start, one.end)[0].top() > 600)
    view.scroll_to(one.start)
    bar = view.verticalScrollBar()
    room = view.viewport().height()
    bar.setValue(bar.value() - round(room - view.rects_of(one.start, one.end)[0].bottom() - 1))
    at = view.rects_of(one.start, one.end)[0].center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert offered(window) == one
    qtbot.waitUntil(lambda: view.viewport().height() < room)
    assert view.rects_of(one.start, one.end)[0].bottom() <= view.viewport().height()


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")
def test_the_right_button_offers_what_can_be_done_with_a_suggestion(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    view = window.workbench.view
    first, second, third, *_ = left(window)

    def choose(one: Suggestion, text: str) -> None:
        at = view.rects_of(one.start, one.end)[0].center().toPoint()
        where = view.viewport().mapToGlobal(at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where)
        QApplication.sendEvent(view.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (action,) = (entry for entry in menu.actions() if entry.text().startswith(text))
        action.trigger()
        menu.close()

    choose(first, "Take the suggestion")
    choose(second, "Refuse the suggestion")
    other = "actor" if third.label != "actor" else "base"
    choose(third, other)
    assert hands.places(path, UNMARKED, "amal") == [first.place, (third.start, third.end, other)]
    assert second not in left(window)
    fourth = left(window)[0]
    view.select(fourth.start, fourth.end - 1)
    choose(fourth, "Copy")
    assert view.selection() == (fourth.start, fourth.end - 1)


def test_what_is_marked_by_hand_is_not_suggested_and_what_it_teaches_is(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    text = window.session.article.text
    suggested = {(one.start, one.end) for one in left(window)}
    with Project.open(path, writable=False) as project:
        # What stands bare in several finished articles is not offered for one mark.
        others = [one.text for one in project.articles.each() if one.name != UNMARKED]
    word = next(
        word
        for word in dict.fromkeys(text.split())
        if word.isalpha()
        and text.split().count(word) > 1
        and len(word) > 3
        and sum(other.count(word) for other in others) < 2
        and not any(word in text[start:end].split() for start, end in suggested)
    )
    start = text.index(f" {word} ") + 1
    hands.mark(window, "1", (start, start + len(word)))
    qtbot.waitUntil(
        lambda: any(
            text[one.start : one.end] == word and one.sources == ("memory",) for one in left(window)
        ),
        timeout=20_000,
    )
    assert (start, start + len(word)) not in {(one.start, one.end) for one in left(window)}


def test_on_a_withheld_article_nothing_is_shown_and_that_is_said(
    begin: Begin, qtbot: QtBot, path: Path
) -> None:
    with Project.open(path) as project:
        project.authors.put(Author("lead", Role.LEAD))
        withhold(project, "lead", Withholding(share=1.0, seed=0))
    window = begin(waits=False)
    qtbot.waitUntil(lambda: "Nothing is suggested" in told(window), timeout=20_000)
    assert left(window) == []
    with Project.open(path) as project:
        article = project.articles.by_name(UNMARKED)
        kept = project.suggestions.of("amal", article.id)
    assert kept is not None
    assert kept.suggestions


def test_a_finished_article_shows_none_until_it_is_taken_up_again(
    begin: Begin, qtbot: QtBot
) -> None:
    window = begin()
    window.session.set_state(Status.FINISHED)
    assert left(window) == []
    assert told(window) == ""
    window.session.set_state(Status.IN_PROGRESS)
    assert left(window) != []


def test_a_long_article_shows_none_either_once_it_is_finished(
    begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.gui.annotate.suggesting._FEW", 3)
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    window.session.set_state(Status.FINISHED)
    assert left(window) == []
    press(window, qtbot, Qt.Key.Key_Return)
    assert window.session.layer.status is Status.FINISHED
    assert window.session.layer.spans == ()


def test_suggestions_can_be_switched_off(begin: Begin, qtbot: QtBot, settings: QSettings) -> None:
    window = begin()
    before = children()
    window.commands["suggestions"].trigger()
    assert left(window) == []
    assert len(children()) < len(before)
    assert settings.value("suggestions") == "no"
    window.commands["suggestions"].trigger()
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)


def test_each_source_can_be_switched_off(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    assert any("memory" in one.sources for one in left(window))
    window.commands["suggest_memory"].trigger()
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
    assert {name for one in left(window) for name in one.sources} == {"rules"}
    window.commands["suggest_rules"].trigger()
    assert left(window) == []
    window.commands["suggest_memory"].trigger()
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
    assert {name for one in left(window) for name in one.sources} == {"memory"}


def test_what_another_marked_and_nobody_settled_is_never_offered(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin("rana")
    found = left(window)
    assert {name for one in found for name in one.sources} == {"rules"}


def test_nothing_but_what_was_taken_reaches_the_layer(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    with Project.open(path) as project:
        suggest(project, ["amal"])
    window = begin()
    assert hands.stored(path, UNMARKED, "amal").spans == ()
    assert hands.stored(path, UNMARKED, "amal").status is Status.NEW
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert len(hands.stored(path, UNMARKED, "amal").spans) == 1


def test_a_process_that_is_killed_ends_suggestions_and_nothing_else(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    window.workbench.suggesting._service._process.kill()
    qtbot.waitUntil(lambda: left(window) == [], timeout=20_000)
    hands.mark(window, "1", hands.words(window, 3)[1])
    assert len(hands.stored(path, UNMARKED, "amal").spans) == 1


def test_where_it_fails_no_process_stays_and_one_switch_begins_it_again(
    begin: Begin, qtbot: QtBot, path: Path, settings: QSettings
) -> None:
    window = begin(waits=False, suggests=False)
    before = children()
    version = set_version(path, 99)
    window.commands["suggestions"].trigger()
    assert children() != before
    qtbot.waitUntil(lambda: "newer Annotator" in window.notice.sentence(), timeout=20_000)
    assert not window.commands["suggestions"].isChecked()
    qtbot.waitUntil(lambda: children() == before)
    set_version(path, version)
    window.commands["suggestions"].trigger()
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
    assert settings.value("suggestions") == "yes"


def set_version(path: Path, version: int) -> int:
    """Let the file be of that version of the schema; return of which it was."""
    with closing(sqlite3.connect(path)) as connection, connection:
        before = int(connection.execute("PRAGMA user_version").fetchone()[0])
        connection.execute(f"PRAGMA user_version = {version}")
    return before


def order(window: MainWindow, text: str) -> None:
    menu = window.workbench.articles.findChild(QToolButton, "sortButton").menu()
    next(action for action in menu.actions() if action.text() == text).trigger()


def listed(window: MainWindow) -> list[str]:
    rows = window.session.catalogue.rows(window.workbench.articles.numbers())
    return [row.name for row in rows]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("least sure suggestions first", lambda kept: kept.doubt),
        ("most new names first", lambda kept: kept.new_names),
    ],
)
def test_the_list_can_follow_what_is_suggested(
    begin: Begin, qtbot: QtBot, path: Path, text: str, key: Callable[[Suggested], float]
) -> None:
    window = begin()
    as_given = listed(window)
    order(window, text)
    qtbot.waitUntil(lambda: "looked through" in window.notice.sentence(), timeout=30_000)
    with Project.open(path) as project:
        keys = {
            article.name: key(kept)
            for article in project.articles.each()
            for kept in [project.suggestions.of("amal", article.id)]
            if kept
        }
    assert len(set(keys.values())) > 3
    wanted = sorted(keys.values(), reverse=True)
    qtbot.waitUntil(lambda: [keys.get(one) for one in listed(window)][: len(wanted)] == wanted)
    order(window, "as added")
    qtbot.waitUntil(lambda: listed(window) == as_given)


@pytest.mark.parametrize("is_turned", [False, True])
def test_who_works_by_what_is_suggested_goes_on_with_the_first_of_the_list(
    begin: Begin, qtbot: QtBot, path: Path, is_turned: bool
) -> None:
    """What stands above the article at hand is worth more than what stands below it."""
    window = begin()
    order(window, "least sure suggestions first")
    qtbot.waitUntil(lambda: "looked through" in window.notice.sentence(), timeout=30_000)
    if is_turned:
        order(window, "the other way round")
    qtbot.waitUntil(lambda: window.workbench.listing.is_whole)
    with Project.open(path) as project:
        done = {
            article.name
            for article in project.articles.each()
            if project.layers.load(article.id, "amal").status is Status.FINISHED
        }
    first, *_, here, _ = (name for name in listed(window) if name not in done)
    window.open_article(here)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, control)
    assert window.session.article.name == first
    order(window, "as added")
    qtbot.waitUntil(lambda: listed(window)[-1] != first)
    names = listed(window)
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, control)
    later = names[names.index(first) + 1 :] + names
    assert window.session.article.name == next(
        name for name in later if name not in done | {first, here}
    )


def test_a_lead_lets_the_model_learn_and_it_is_asked_then(
    begin: Begin, qtbot: QtBot, path: Path
) -> None:
    with Project.open(path) as project:
        settle_as(project, "amal")
        settled = len(ready(project))
    window = begin("huda")
    window.commands["train"].trigger()
    qtbot.waitUntil(lambda: "has learned" in window.notice.sentence(), timeout=60_000)
    assert f"{settled} articles" in window.notice.sentence()
    window.session.do(Mark(0, 2, "actor"))
    qtbot.waitUntil(lambda: any("model" in one.sources for one in left(window)), timeout=20_000)


def test_who_stops_the_learning_of_the_model_has_none(
    begin: Begin, qtbot: QtBot, path: Path
) -> None:
    with Project.open(path) as project:
        settle_as(project, "amal")
    window = begin("huda")
    window.commands["train"].trigger()
    bar = window.notice.findChild(QProgressBar)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.value() > 0, timeout=30_000)
    window.notice.findChild(QPushButton, "cancelWork").click()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=30_000)
    assert window.notice.sentence() == "Cancelled."
    with Project.open(path) as project:
        assert project.models.last() is None
