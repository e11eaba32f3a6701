"""Splitting, merging, kept labels and ticked spans, by keys, in the window on a real file."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QToolButton, QTreeView
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


def text_of(window: MainWindow) -> str:
    assert window.session is not None
    assert window.session.article is not None
    return window.session.article.text


def quotes(hands, window: MainWindow, path: Path) -> list[tuple[str, str]]:
    """Return what the file says is marked, by its words and label."""
    return [(text_of(window)[start:end], label) for start, end, label in hands.places(path)]


def place_of(window: MainWindow, quote: str) -> tuple[int, int]:
    at = text_of(window).index(quote)
    return at, at + len(quote)


def list_of(window: MainWindow) -> QTreeView:
    found = window.findChild(QTreeView, "spanList")
    assert found is not None
    return found


def words_here(window: MainWindow, count: int) -> list[str]:
    """Return words that follow each other with a space between, and come up first there."""
    text = text_of(window)
    for found in re.finditer(rf"(?= (\w+(?: \w+){{{count - 1}}}) )", text):
        words = found[1].split()
        if place_of(window, words[0])[0] == found.start(1) and len(set(words)) == count:
            steps = [text.index(word) for word in words]
            if steps == sorted(steps) and steps[-1] < found.end(1):
                return words
    raise LookupError(count)


def press(qtbot: QtBot, window: MainWindow, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the window gets it, which may be a shortcut."""
    qtbot.keyClick(window.workbench.view, key, modifiers)


def test_a_kept_label_is_shown_stays_over_articles_and_each_mark_is_one_undo(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    view = window.workbench.view
    press(qtbot, window, KEY.Key_3, CONTROL)
    button = window.findChild(QToolButton, "label_actor")
    assert button.isChecked()
    assert "Esc" in button.text()
    first, second = hands.words(window, 2)
    view.select(*first)
    view.select(*second)
    assert hands.places(path) == [(*first, "actor"), (*second, "actor")]
    window.session.undo_stack.undo()
    assert hands.places(path) == [(*first, "actor")]
    window.open_article("harir-airfield.txt")
    assert view.kept_label() == "actor"
    press(qtbot, window, KEY.Key_Escape)
    assert not button.isChecked()
    assert "Esc" not in button.text()
    view.select(*hands.words(window, 1)[0])
    assert hands.places(path, "harir-airfield.txt") == []


def test_each_hit_that_is_gone_to_is_marked_while_a_label_is_kept(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    word = "كونيكو"
    count = text_of(window).count(word)
    assert count > 1
    press(qtbot, window, KEY.Key_1, CONTROL)
    press(qtbot, window, "/")
    line = QApplication.focusWidget()
    hands.type_text(line, word)
    qtbot.keyClick(line, KEY.Key_Return)
    for _ in range(count):  # once more than there are others: the first is come to again
        press(qtbot, window, KEY.Key_Return)
    assert quotes(hands, window, path) == [(word, "base")] * count


def test_the_button_of_a_label_keeps_it_with_ctrl_and_marks_without(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    view, button = window.workbench.view, window.findChild(QToolButton, "label_base")
    first, second = hands.words(window, 2)
    view.select(*first)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert hands.places(path) == [(*first, "base")]
    assert not button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, CONTROL)
    assert button.isChecked()
    view.select(*second)
    assert hands.places(path) == [(*first, "base"), (*second, "base")]


def test_a_span_is_split_at_the_caret_in_one_act(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    first, second, third = words_here(window, 3)
    whole = f"{first} {second} {third}"
    start, end = place_of(window, whole)
    hands.mark(window, "3", (start, end))
    view = window.workbench.view
    view.place_caret(start)
    press(qtbot, window, KEY.Key_Left, CONTROL)
    press(qtbot, window, KEY.Key_J, CONTROL | SHIFT)
    parts = [(first, "actor"), (f"{second} {third}", "actor")]
    assert quotes(hands, window, path) == parts
    selected = window.workbench.marking.selected()
    assert selected is not None
    assert selected.quote == f"{second} {third}"
    window.session.undo_stack.undo()
    assert quotes(hands, window, path) == [(whole, "actor")]
    window.session.undo_stack.redo()
    assert quotes(hands, window, path) == parts


def test_of_nested_spans_the_shortest_at_the_caret_is_split(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    first, second, third = words_here(window, 3)
    outer, inner = f"{first} {second} {third}", f"{second} {third}"
    hands.mark(window, "3", place_of(window, outer))
    hands.mark(window, "1", place_of(window, inner))
    view = window.workbench.view
    view.select_span(None)
    view.place_caret(place_of(window, inner)[0] + len(second))
    press(qtbot, window, KEY.Key_J, CONTROL | SHIFT)
    assert quotes(hands, window, path) == [(outer, "actor"), (second, "base"), (third, "base")]


@pytest.mark.parametrize("place", ["start", "end", "text start", "text end"])
def test_where_there_is_nothing_to_split_the_window_says_so(
    window: MainWindow, hands, path: Path, qtbot: QtBot, place: str
) -> None:
    start, end = hands.words(window, 3)[1]
    hands.mark(window, "3", (start, end))
    window.workbench.view.place_caret(
        {"start": start, "end": end, "text start": 0, "text end": len(text_of(window))}[place]
    )
    press(qtbot, window, KEY.Key_J, CONTROL | SHIFT)
    assert hands.places(path) == [(start, end, "actor")]
    assert "inside a span" in window.notice.sentence()


def test_a_span_is_merged_with_the_next_of_its_label_and_keeps_what_was_said(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    first, second, third = words_here(window, 3)
    mine = hands.mark(window, "3", place_of(window, first))
    window.session.set_note(mine, "أول")
    hands.mark(window, "2", place_of(window, second))
    other = hands.mark(window, "3", place_of(window, third))
    window.session.set_note(other, "ثالث")
    window.workbench.marking.select(mine)
    press(qtbot, window, KEY.Key_J, CONTROL)
    whole, inner = hands.stored(path).spans
    assert (whole.id, whole.quote, whole.note) == (mine, f"{first} {second} {third}", "أول\nثالث")
    assert inner.quote == second
    assert window.workbench.view.selected_span() == mine
    window.session.undo_stack.undo()
    assert [span.quote for span in hands.stored(path).spans] == [first, second, third]


def test_the_spans_inside_a_selection_are_merged(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    words = words_here(window, 4)
    for word in words[1:]:
        hands.mark(window, "4", place_of(window, word))
    hands.mark(window, "1", place_of(window, words[0]))
    window.workbench.view.select(0, place_of(window, words[3])[1])
    press(qtbot, window, KEY.Key_J, CONTROL)
    assert quotes(hands, window, path) == [(words[0], "base"), (" ".join(words[1:]), "figure")]


def test_what_cannot_be_merged_stays_and_the_window_says_so(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    words = words_here(window, 4)
    for word, key in zip(words, "1122", strict=True):
        hands.mark(window, key, place_of(window, word))
    before = hands.places(path)
    window.workbench.view.select(0, place_of(window, words[3])[1])  # two labels, two spans each
    press(qtbot, window, KEY.Key_J, CONTROL)
    assert "nothing to merge" in window.notice.sentence()
    press(qtbot, window, KEY.Key_Escape)
    window.workbench.view.select_span(hands.stored(path).spans[-1].id)  # the last of its label
    press(qtbot, window, KEY.Key_J, CONTROL)
    assert hands.places(path) == before


def test_where_there_are_no_further_quotes_and_no_way_back_the_window_says_so(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    text, view = text_of(window), window.workbench.view
    opening = text.index('"')
    inside = (opening + 1, text.index('"', opening + 1))
    view.select(*inside)
    press(qtbot, window, '"')
    assert "no further quotes or brackets" in window.notice.sentence()
    assert view.selection() == inside
    press(qtbot, window, "'")
    assert "there is no way back" in window.notice.sentence()
    assert (view.selection(), hands.places(path)) == (inside, [])
    view.select(inside[0], inside[0] + 1)
    press(qtbot, window, '"')
    press(qtbot, window, "'")
    press(qtbot, window, "'")
    assert "there is no way back" in window.notice.sentence()
    view.place_caret(0)
    press(qtbot, window, '"')
    assert "no further quotes or brackets" in window.notice.sentence()


def test_where_space_finds_no_other_span_the_status_bar_says_so(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    press(qtbot, window, KEY.Key_Space)
    assert window.state_bar.currentMessage() == "There are no spans in this article yet."
    first, last = hands.words(window, 2)
    hands.mark(window, "1", first)
    hands.mark(window, "1", last)
    selected = window.workbench.view.selected_span()
    press(qtbot, window, KEY.Key_Space)
    assert window.state_bar.currentMessage() == "No other span follows in this article."
    assert window.workbench.view.selected_span() == selected
    press(qtbot, window, KEY.Key_Space, SHIFT)
    assert window.workbench.view.selected_span() not in (None, selected)
    assert window.state_bar.currentMessage() == ""
    press(qtbot, window, KEY.Key_Space, SHIFT)
    assert "stands before this" in window.state_bar.currentMessage()
    press(qtbot, window, KEY.Key_Space)
    assert window.workbench.view.selected_span() == selected


def test_a_marked_span_grows_to_its_quotes_and_goes_back(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    text = text_of(window)
    opening = text.index('"')
    inside = text[opening + 1 : text.index('"', opening + 1)]
    assert " " in inside
    word = inside.split()[0]
    hands.mark(window, "3", (opening + 1, opening + 1 + len(word)))
    press(qtbot, window, '"')
    assert quotes(hands, window, path) == [(inside, "actor")]
    press(qtbot, window, "'")
    assert quotes(hands, window, path) == [(word, "actor")]
    press(qtbot, window, "'")
    assert quotes(hands, window, path) == [(word, "actor")]


def mark_words(hands, window: MainWindow, count: int) -> list[str]:
    words = words_here(window, count)
    for word in words:
        hands.mark(window, "3", place_of(window, word))
    spans = list_of(window)
    spans.setFocus()
    spans.setCurrentIndex(spans.model().index(0, 0))
    return words


def test_a_label_key_in_the_list_relabels_the_ticked_spans_in_one_act(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    words, spans = mark_words(hands, window, 4), list_of(window)
    qtbot.keyClick(spans, KEY.Key_Space)
    for _ in range(2):
        qtbot.keyClick(spans, KEY.Key_Down)
    qtbot.keyClick(spans, KEY.Key_Space)
    qtbot.keyClick(spans, KEY.Key_2)
    labels = ["date", "actor", "date", "actor"]
    assert quotes(hands, window, path) == list(zip(words, labels, strict=True))
    event = QKeyEvent(QEvent.Type.KeyPress, ord("١"), Qt.KeyboardModifier.NoModifier, 10, 0, 0, "١")
    QApplication.sendEvent(spans, event)
    labels = ["base", "actor", "base", "actor"]
    assert quotes(hands, window, path) == list(zip(words, labels, strict=True))
    for _ in range(2):
        window.session.undo_stack.undo()
    assert quotes(hands, window, path) == [(word, "actor") for word in words]


def test_without_ticks_a_label_key_and_del_act_on_the_row_at_hand_as_one_act_each(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    words, spans = mark_words(hands, window, 3), list_of(window)
    before = quotes(hands, window, path)
    qtbot.mouseClick(
        spans.viewport(),
        Qt.MouseButton.LeftButton,
        pos=spans.visualRect(spans.model().index(1, 0)).center(),
    )
    qtbot.keyClick(spans, KEY.Key_4)
    relabelled = [(words[0], "actor"), (words[1], "figure"), (words[2], "actor")]
    assert quotes(hands, window, path) == relabelled
    assert (spans.hasFocus(), spans.currentIndex().row()) == (True, 1)
    qtbot.keyClick(spans, KEY.Key_Delete)
    assert quotes(hands, window, path) == [relabelled[0], relabelled[2]]
    assert (spans.hasFocus(), spans.currentIndex().row()) == (True, 1)
    qtbot.keyClick(spans, KEY.Key_Delete)
    qtbot.keyClick(spans, KEY.Key_Delete)
    qtbot.keyClick(spans, KEY.Key_Delete)  # of an empty list nothing is at hand
    assert quotes(hands, window, path) == []
    for left in ([words[0]], [words[0], words[2]], words):
        window.session.undo_stack.undo()
        assert [quote for quote, _ in quotes(hands, window, path)] == left
    window.session.undo_stack.undo()
    assert quotes(hands, window, path) == before


def test_where_a_span_is_ticked_the_row_at_hand_is_left_alone(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    words, spans = mark_words(hands, window, 3), list_of(window)
    qtbot.keyClick(spans, KEY.Key_Space)
    qtbot.keyClick(spans, KEY.Key_Down)
    qtbot.keyClick(spans, KEY.Key_Delete)
    assert quotes(hands, window, path) == [(word, "actor") for word in words[1:]]


def test_all_are_ticked_and_taken_out_in_one_act(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    for word in hands.words(window, 30):
        hands.mark(window, "3", word)
    places, spans = hands.places(path), list_of(window)
    spans.setFocus()
    for _ in range(3):  # all, none, all
        qtbot.keyClick(spans, KEY.Key_A, CONTROL)
    qtbot.keyClick(spans, KEY.Key_Delete)
    assert hands.places(path) == []
    window.session.undo_stack.undo()
    assert hands.places(path) == places
    spans.setCurrentIndex(spans.model().index(0, 0))
    qtbot.keyClick(spans, KEY.Key_Delete)  # what came back is no longer ticked
    assert hands.places(path) == places[1:]


def test_esc_takes_the_ticks_away_and_then_leaves_the_list(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    mark_words(hands, window, 2)
    spans = list_of(window)
    qtbot.keyClick(spans, KEY.Key_A, CONTROL)
    qtbot.keyClick(spans, KEY.Key_Escape)
    assert spans.hasFocus()
    checked = Qt.ItemDataRole.CheckStateRole
    assert spans.model().index(0, 0).data(checked) == Qt.CheckState.Unchecked
    qtbot.keyClick(spans, KEY.Key_Escape)
    assert window.workbench.view.hasFocus()


def test_a_click_on_its_box_ticks_a_span(
    window: MainWindow, hands, path: Path, qtbot: QtBot
) -> None:
    mark_words(hands, window, 2)
    spans = list_of(window)
    box = spans.visualRect(spans.model().index(1, 0))
    spot = box.center()
    spot.setX(box.left() + 9)
    qtbot.mouseClick(spans.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    checked = Qt.ItemDataRole.CheckStateRole
    assert spans.model().index(1, 0).data(checked) == Qt.CheckState.Checked
    assert spans.model().index(0, 0).data(checked) == Qt.CheckState.Unchecked
