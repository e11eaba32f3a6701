"""Suggestions in the window: drawn, gone through, taken, changed, refused; undone in one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.edits import Mark
from annotator.core.labels import LabelSet
from annotator.core.model import Author, Role, Status
from annotator.core.suggestions import SURE, Suggestion, Withholding
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.project.labels import change_labels
from annotator.workflow.suggesting.offering import suggest, withhold
from annotator.workflow.suggesting.suggesting import SOURCES
from tests.gui.conftest import UNMARKED, children
from tests.workflow.settled_demo import ready, settle_as

Place = tuple[int, int, str]
Begin = Callable[..., MainWindow]


@pytest.fixture
def begin(hands, qtbot: QtBot, path: Path, settings: QSettings) -> Begin:
    """Open an article with suggestions switched on, and wait for them."""

    def do(
        author: str = "amal", article: str = UNMARKED, *, waits: bool = True, suggests: bool = True
    ) -> MainWindow:
        settings.setValue("suggestions", "yes" if suggests else "no")
        window = hands.open(path, author)
        window.open_article(article)
        if waits:
            qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
        return window

    return do


def left(window: MainWindow) -> list[Suggestion]:
    return list(window.workbench.view.attention.suggested.all)


def offered(window: MainWindow) -> Suggestion | None:
    return window.workbench.view.attention.offered


def told(window: MainWindow) -> str:
    label = window.workbench.suggestion_bar.findChild(QLabel, "suggestionTold")
    return label.text() if label.isVisible() else ""


def press(window: MainWindow, qtbot: QtBot, *keys: Qt.Key | str) -> None:
    for key in keys:
        qtbot.keyClick(window.workbench.view, key)


def click(window: MainWindow, name: str) -> None:
    button = window.workbench.suggestion_bar.findChild(QPushButton, name)
    assert button.isVisible()
    button.click()


def test_enter_takes_a_suggestion_with_its_value_and_goes_on(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    first, second, *_ = left(window)
    press(window, qtbot, Qt.Key.Key_Tab)
    assert offered(window) == first
    assert window.workbench.view.selection() == (first.start, first.end)
    press(window, qtbot, Qt.Key.Key_Return)
    (span,) = hands.stored(path, UNMARKED, "amal").spans
    assert span.place == first.place
    assert span.origin == f"suggestion: {', '.join(first.sources)}"
    assert (span.value, span.proposed) == (first.value, False)
    assert offered(window) == second
    assert first not in left(window)


def test_a_span_with_suggestions_takes_two_keys_at_most(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    count = len(left(window))
    presses = [Qt.Key.Key_Tab, *[Qt.Key.Key_Return] * count]
    press(window, qtbot, *presses)
    spans = hands.stored(path, UNMARKED, "amal").spans
    # What overlaps another of its label, or stands on the same stretch, is spoken of with it.
    assert len(spans) > 0.8 * count
    per_span = len(presses) / len(spans)
    print(f"{len(spans)} spans, {per_span:.2f} keys a span")
    assert per_span <= 2
    assert left(window) == []
    assert offered(window) is None
    assert window.workbench.view.selected_span() is not None


def test_the_one_at_hand_stays_there_when_more_is_known(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    second = offered(window)
    assert second is not None
    before = {one.place: one for one in left(window)}
    qtbot.waitUntil(
        lambda: any(before.get(one.place, one) != one for one in left(window)), timeout=20_000
    )
    at_hand = offered(window)
    assert at_hand is not None
    assert at_hand.place == second.place
    press(window, qtbot, Qt.Key.Key_Return)
    assert len(hands.stored(path, UNMARKED, "amal").spans) == 2


def test_a_label_key_takes_it_as_another_label(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    other = "actor" if suggestion.label != "actor" else "base"
    press(window, qtbot, window.session.labels[other].key)
    (span,) = hands.stored(path, UNMARKED, "amal").spans
    assert span.place == (suggestion.start, suggestion.end, other)
    assert span.origin == suggestion.origin
    assert suggestion not in left(window)


def test_border_keys_change_it_first(begin: Begin, hands, qtbot: QtBot, path: Path) -> None:
    window = begin()
    view = window.workbench.view
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    press(window, qtbot, "]")
    changed = view.selection()
    assert changed is not None
    assert changed[1] > suggestion.end
    assert offered(window) == suggestion
    press(window, qtbot, Qt.Key.Key_Return)
    (span,) = hands.stored(path, UNMARKED, "amal").spans
    assert span.place == (*changed, suggestion.label)
    assert span.origin == suggestion.origin


def test_borders_are_changed_first_also_while_a_label_is_kept(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    view = window.workbench.view
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    view.toggle_kept("actor" if suggestion.label != "actor" else "base")
    press(window, qtbot, "]")
    changed = view.selection()
    assert offered(window) == suggestion
    assert hands.places(path, UNMARKED, "amal") == []
    press(window, qtbot, Qt.Key.Key_Return)
    assert hands.places(path, UNMARKED, "amal") == [(*changed, suggestion.label)]


def test_one_that_is_taken_elsewhere_as_another_label_is_done_with(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    other = "actor" if suggestion.label != "actor" else "base"
    press(window, qtbot, "]", window.session.labels[other].key)
    assert [span.label for span in hands.stored(path, UNMARKED, "amal").spans] == [other]
    assert suggestion not in left(window)
    assert offered(window) not in (None, suggestion)
    window.commands["undo"].trigger()
    assert suggestion in left(window)


def test_the_one_at_hand_stays_so_when_its_sources_are_surer_by_now(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    view, text = window.workbench.view, window.session.article.text
    # What is marked once is known by memory too, where it comes again.
    again = next(
        (one, other)
        for one in left(window)
        for other in left(window)
        if other.start > one.end
        and other.sources == ("rules",)
        and (one.label, text[one.start : one.end]) == (other.label, text[other.start : other.end])
    )
    view.suggestion_clicked.emit(again[0])
    press(window, qtbot, Qt.Key.Key_Return)
    view.suggestion_clicked.emit(again[1])
    assert offered(window) == again[1]
    qtbot.waitUntil(lambda: again[1] not in left(window), timeout=20_000)
    now = offered(window)
    assert now is not None
    assert now.place == again[1].place
    assert now.sources == ("memory", "rules")
    assert any(now is one for one in left(window))  # or it would not be drawn as the one at hand
    assert "marked before" in told(window)
    press(window, qtbot, Qt.Key.Key_Return)
    assert now.place in hands.places(path, UNMARKED, "amal")


def test_who_takes_the_inner_of_two_goes_on_behind_it(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    outer, inner = next(
        (one, other)
        for one, other in pairwise(left(window))
        if one.start == other.start and other.end < one.end
    )
    following = left(window)[left(window).index(inner) + 1]
    window.workbench.view.suggestion_clicked.emit(inner)
    press(window, qtbot, Qt.Key.Key_Return)
    assert outer in left(window)
    assert offered(window) == following


def test_a_label_that_goes_takes_its_suggestions_along(
    begin: Begin, qtbot: QtBot, path: Path
) -> None:
    with Project.open(path) as project:
        project.authors.put(Author("lead", Role.LEAD))
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    assert suggestion.label == "base"
    with Project.open(path) as project:
        labels = project.labels.load()
        kept = LabelSet(tuple(one for one in labels if one.name != "base"))
        change_labels(project, "lead", kept, {"base": "actor"}, seen=labels)
    window.session.look_for_changes()
    assert offered(window) is None
    assert "base" not in {one.label for one in left(window)}
    press(window, qtbot, Qt.Key.Key_Tab)
    assert "Suggestion 1 of" in told(window)


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_refused_one_never_comes_back_until_that_is_undone(
    begin: Begin, hands, qtbot: QtBot, path: Path, key: Qt.Key
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    press(window, qtbot, key)
    assert suggestion.place not in [one.place for one in left(window)]
    assert hands.stored(path, UNMARKED, "amal").spans == ()
    hands.close(window)
    window = begin()
    assert suggestion.place not in [one.place for one in left(window)]
    window.commands["undo"].trigger()
    assert suggestion.place in [one.place for one in left(window)]
    window.commands["redo"].trigger()
    assert suggestion.place not in [one.place for one in left(window)]


@pytest.mark.parametrize("name", ["value", "note"])
def test_what_is_only_suggested_has_no_value_or_note_and_that_is_said(
    begin: Begin, hands, qtbot: QtBot, path: Path, name: str
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    window.commands[name].trigger()
    assert window.state_bar.currentMessage().startswith("This is only suggested")
    assert window.focusWidget() is window.workbench.view
    press(window, qtbot, Qt.Key.Key_Return)
    assert len(hands.stored(path, UNMARKED, "amal").spans) == 1


def test_all_that_is_sure_is_taken_in_one_act(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    before = left(window)
    sure = [one for one in before if one.confidence > SURE]
    assert 1 < len(sure) < len(before)
    window.commands["accept_all"].trigger()
    spans = hands.stored(path, UNMARKED, "amal").spans
    assert {span.place for span in spans} <= {one.place for one in sure}
    assert len(spans) > 0.8 * len(sure)
    assert all(span.proposed == (span.value is not None) for span in spans)
    assert str(len(spans)) in window.state_bar.currentMessage()
    window.commands["undo"].trigger()
    assert hands.stored(path, UNMARKED, "amal").spans == ()
    assert {one.place for one in before} == {one.place for one in left(window)}


def test_what_is_taken_at_once_is_not_held_against_each_that_is_left(
    begin: Begin, hands, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or thousands of them in a long article stop the window for seconds."""
    monkeypatch.setattr("annotator.gui.annotate.suggesting._FEW", 3)
    window = begin()
    before = len(left(window))
    compared, equal = [], Suggestion.__eq__

    def count(one: Suggestion, other: object) -> bool:
        compared.append(one)
        return equal(one, other)

    monkeypatch.setattr(Suggestion, "__eq__", count)
    window.commands["accept_all"].trigger()
    assert len(hands.places(path, UNMARKED, "amal")) > before / 2
    assert len(compared) < 2 * before


def test_undo_brings_a_suggestion_back(begin: Begin, hands, qtbot: QtBot, path: Path) -> None:
    window = begin()
    before = left(window)
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert len(hands.stored(path, UNMARKED, "amal").spans) == 2
    for count in (1, 0):
        window.commands["undo"].trigger()
        assert len(hands.stored(path, UNMARKED, "amal").spans) == count
    assert [one.place for one in left(window)] == [one.place for one in before]


def test_what_undo_brings_back_is_at_hand(begin: Begin, hands, qtbot: QtBot, path: Path) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    taken = offered(window)
    press(window, qtbot, Qt.Key.Key_Return)
    assert offered(window) != taken
    window.commands["undo"].trigger()
    assert offered(window) == taken
    press(window, qtbot, Qt.Key.Key_Backspace)
    assert taken not in left(window)
    window.commands["undo"].trigger()
    assert offered(window) == taken


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Backspace])
def test_who_does_again_what_was_undone_goes_on_behind_it(
    begin: Begin, hands, qtbot: QtBot, path: Path, key: Qt.Key
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab, key)
    second = offered(window)
    window.commands["undo"].trigger()
    assert offered(window) != second
    window.commands["redo"].trigger()
    assert offered(window) == second
    press(window, qtbot, Qt.Key.Key_Return)
    assert second.place in hands.places(path, UNMARKED, "amal")


def test_keeping_a_label_marks_nothing_that_is_suggested(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    first = offered(window)
    assert first is not None
    press(window, qtbot, Qt.Key.Key_Return, ",")
    assert window.workbench.view.kept_label() == first.label
    assert hands.places(path, UNMARKED, "amal") == [first.place]
    assert offered(window) is not None


def test_all_mentions_of_what_is_suggested_are_meant_with_its_label(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    suggestions = left(window)
    other = next(one for one in suggestions if one.label == "figure")
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    while offered(window).place != other.place:
        press(window, qtbot, Qt.Key.Key_Tab)
    press(window, qtbot, "=")
    chosen = window.workbench.mention_list.findChild(QComboBox)
    assert chosen.currentData() == "figure"


def test_suggestions_come_when_a_finished_article_is_taken_up_again(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    window.session.set_state(Status.FINISHED)
    hands.close(window)
    window = begin(waits=False)
    assert left(window) == []
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)


def test_what_the_mouse_selects_is_the_users_own(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    view = window.workbench.view
    long = next(one for one in left(window) if " " in view.text[one.start : one.end])
    at = view.rects_of(long.end - 3, long.end - 2)[0].center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert offered(window) == long
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert offered(window) is None
    press(window, qtbot, Qt.Key.Key_Return)
    assert hands.places(path, UNMARKED, "amal") == []


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


def test_escape_and_a_click_elsewhere_let_go_of_it(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    view = window.workbench.view
    press(window, qtbot, Qt.Key.Key_Tab)
    assert offered(window) is not None
    press(window, qtbot, Qt.Key.Key_Escape)
    assert offered(window) is None
    assert view.selection() is None
    press(window, qtbot, Qt.Key.Key_Tab)
    view.select(len(view.text) - 4, len(view.text) - 1)
    assert offered(window) is None
    press(window, qtbot, Qt.Key.Key_Backspace)
    assert "suggestions left" in told(window)


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


def test_tab_stays_in_the_text_while_they_are_looked_for_and_goes_to_the_first(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    """Who finishes an article and goes on by keys must not type into another field."""
    window = begin()
    view = window.workbench.view
    press(window, qtbot, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.session.article.name != UNMARKED
    assert left(window) == []
    press(window, qtbot, Qt.Key.Key_Tab)
    assert view.hasFocus()
    assert window.state_bar.currentMessage() == "Suggestions are still being looked for."
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
    assert offered(window) == left(window)[0]
    window.open_article("harir-airfield.txt")
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
    assert offered(window) is None  # by then the hands were somewhere else


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


def test_what_is_marked_by_hand_is_not_suggested_and_what_it_teaches_is(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    text = window.session.article.text
    suggested = {(one.start, one.end) for one in left(window)}
    word = next(
        word
        for word in dict.fromkeys(text.split())
        if word.isalpha()
        and text.split().count(word) > 1
        and len(word) > 3
        and not any(text[start:end].find(word) >= 0 for start, end in suggested)
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


def asked_for(window: MainWindow) -> list[str]:
    """Return what is said to who asks for the next suggestion, and for all."""
    said = []
    for name in ("next_suggestion", "accept_all"):
        window.commands[name].trigger()
        said.append(window.state_bar.currentMessage())
    return said


def test_where_all_sources_are_off_one_switch_brings_all_back(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    names = [f"suggest_{one}" for one in SOURCES]
    for name in names:
        window.commands[name].trigger()
    assert not window.commands["suggestions"].isChecked()
    assert asked_for(window) == ["Suggestions are switched off: see the View menu."] * 2
    window.commands["suggestions"].trigger()
    assert all(window.commands[name].isChecked() for name in ("suggestions", *names))
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
    window.commands["suggestions"].trigger()
    assert not window.commands["suggestions"].isChecked()
    assert asked_for(window) == ["Suggestions are switched off: see the View menu."] * 2


def test_why_nothing_is_suggested_is_said_to_who_asks_for_it(
    begin: Begin, qtbot: QtBot, path: Path
) -> None:
    with Project.open(path) as project:
        project.authors.put(Author("lead", Role.LEAD))
        withhold(project, "lead", Withholding(share=1.0, seed=0))
    window = begin(waits=False)
    assert asked_for(window) == ["Suggestions are still being looked for."] * 2
    qtbot.waitUntil(lambda: "Nothing is suggested" in told(window), timeout=20_000)
    assert asked_for(window) == ["Nothing is suggested on this article, on purpose."] * 2
    window.session.set_state(Status.FINISHED)
    assert all(one.startswith("The article is finished") for one in asked_for(window))


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


def test_the_list_can_follow_what_the_sources_doubt(begin: Begin, qtbot: QtBot, path: Path) -> None:
    window = begin()
    order(window, "least sure suggestions first")
    qtbot.waitUntil(lambda: "looked through" in window.notice.sentence(), timeout=30_000)
    with Project.open(path) as project:
        doubts = {
            article.name: (kept.doubt if kept else -1.0)
            for article in project.articles.each()
            for kept in [project.suggestions.of("amal", article.id)]
        }
    assert len(set(doubts.values())) > 5
    wanted = sorted(doubts, key=lambda name: -doubts[name])
    wanted = [name for name in wanted if doubts[name] >= 0]
    qtbot.waitUntil(lambda: listed(window)[: len(wanted)] == wanted)


def test_all_articles_are_looked_through_by_the_sources_that_are_on(
    begin: Begin, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    window.commands["suggest_rules"].trigger()
    window.commands["suggest_all"].trigger()
    qtbot.waitUntil(lambda: "looked through" in window.notice.sentence(), timeout=30_000)
    with Project.open(path) as project:
        kept = [project.suggestions.of("amal", article.id) for article in project.articles.each()]
    found = [one for made in kept if made for one in made.suggestions]
    assert {name for one in found for name in one.sources} == {"memory"}


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
