"""“.” does again what the last label did: on what is selected now, in any article at hand."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.project.labels import merge_labels
from tests.gui.conftest import UNMARKED, Hands
from tests.gui.review.test_review import LEAD, at_hand, place_of, press

OTHER = "harir-airfield.txt"
NOTHING_TO_REPEAT = "There is no last label yet"


def repeat(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workbench is not None
    qtbot.keyClick(window.workbench.view, ".")


def test_the_last_label_goes_on_what_is_selected_now(
    window: MainWindow, hands: Hands, path: Path, qtbot: QtBot
) -> None:
    first, second, third = hands.words(window, 3)
    hands.mark(window, "3", first)
    window.workbench.view.select(*second)
    repeat(qtbot, window)
    assert hands.places(path) == [(*first, "actor"), (*second, "actor")]
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Escape)
    window.workbench.view.place_caret(third[0])  # the word at the caret, as a label's key does
    repeat(qtbot, window)
    assert hands.places(path)[2:] == [(*third, "actor")]
    window.session.undo_stack.undo()
    assert hands.places(path) == [(*first, "actor"), (*second, "actor")]


def test_it_is_the_label_that_was_used_last_however_it_was_used(
    window: MainWindow, hands: Hands, path: Path, qtbot: QtBot
) -> None:
    view, words = window.workbench.view, hands.words(window, 4)
    one = hands.mark(window, "3", words[0])
    view.select(*words[1])
    qtbot.mouseClick(window.findChild(QToolButton, "label_base"), Qt.MouseButton.LeftButton)
    view.select_span(one)
    repeat(qtbot, window)
    assert [label for *_, label in hands.places(path)] == ["base", "base"]
    qtbot.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    view.select(*words[2])
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    view.select(*words[3])
    repeat(qtbot, window)
    assert [label for *_, label in hands.places(path)] == ["base", "base", "date", "date"]


def test_it_goes_on_in_another_article(
    window: MainWindow, hands: Hands, path: Path, qtbot: QtBot
) -> None:
    hands.mark(window, "4", hands.words(window, 1)[0])
    window.open_article(OTHER)
    word = hands.words(window, 3)[1]
    window.workbench.view.select(*word)
    repeat(qtbot, window)
    assert hands.places(path, OTHER) == [(*word, "figure")]


@pytest.mark.parametrize("key", [".", ","])
def test_before_any_label_the_window_says_that_there_is_none_to_repeat(
    window: MainWindow, hands: Hands, path: Path, qtbot: QtBot, key: str
) -> None:
    view, word = window.workbench.view, hands.words(window, 3)[1]
    view.select(*word)
    qtbot.keyClick(view, key)
    assert NOTHING_TO_REPEAT in window.notice.sentence()
    assert (view.selection(), view.kept_label(), hands.places(path)) == (word, None, [])


def test_another_day_begins_without_a_last_label(hands: Hands, path: Path, qtbot: QtBot) -> None:
    window = hands.open(path, "noor")
    window.open_article(UNMARKED)
    first, second = hands.words(window, 2)
    hands.mark(window, "3", first)
    hands.close(window)
    again = hands.open(path, "noor")
    again.open_article(UNMARKED)
    again.workbench.view.select(*second)
    repeat(qtbot, again)
    assert NOTHING_TO_REPEAT in again.notice.sentence()
    assert hands.places(path) == [(*first, "actor")]
    hands.mark(again, "2", second)
    repeat(qtbot, again)
    assert hands.places(path) == [(*first, "actor"), (*second, "date")]


def test_a_label_that_is_no_more_is_not_the_last_one_either(
    window: MainWindow, hands: Hands, path: Path, qtbot: QtBot
) -> None:
    first, second = hands.words(window, 2)
    hands.mark(window, "3", first)
    hands.other_program(path, lambda project: merge_labels(project, LEAD, "actor", "base"))
    qtbot.waitUntil(lambda: window.findChild(QToolButton, "label_actor") is None)
    window.workbench.view.select(*second)
    repeat(qtbot, window)
    assert NOTHING_TO_REPEAT in window.notice.sentence()
    assert hands.places(path) == [(*first, "base")]


def test_a_lead_repeats_a_label_among_own_spans(hands: Hands, path: Path, qtbot: QtBot) -> None:
    place = place_of(hands.open_review(path, LEAD))
    there, view = at_hand(place), place.view
    halves = (there.start, there.start + 2), (there.end - 2, there.end)
    press(qtbot, "e", Qt.Key.Key_Delete)
    for half, key in zip(halves, ("2", "."), strict=True):
        view.select(*half)
        press(qtbot, key)
    press(qtbot, Qt.Key.Key_Return)
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    assert {span.place for span in decision.outcome} == {(*half, "date") for half in halves}
