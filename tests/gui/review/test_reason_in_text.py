"""What is done to gold from the text of Review: the reason that goes with it, what it selects."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Choice, Decision
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.store.project import Project
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import Ruling
from tests.gui.conftest import Hands
from tests.gui.review.parts import part
from tests.gui.review.test_review import (
    BARE,
    LEAD,
    Told,
    at_hand,
    conflicts_of,
    gold_of,
    press,
    said,
)

ENTER, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Delete
LEFT = Qt.MouseButton.LeftButton
WHY = "ليس جهة هنا, see 2"


def decisions_of(path: Path) -> list[Decision]:
    with Project.open(path, writable=False) as project:
        return list(project.decisions.all())


def click_gold(qtbot: QtBot, place: ReviewPlace, path: Path) -> Told:
    """Click a gold span on which nothing else lies, and return it."""
    name = conflicts_of(path)[0].article
    gold = sorted(gold_of(path)[name])
    span = next(
        one
        for one in gold
        if sum(other[0] < one[1] and one[0] < other[1] for other in gold) == 1
        and place.view.text[one[0] : one[1]].isalpha()
    )
    place.view.scroll_to(span[0])
    point = place.view.rects_of(*span[:2])[0].center().toPoint()
    qtbot.mouseClick(place.view.viewport(), LEFT, pos=point)
    assert place.view.selected_span() is not None
    return span


def drag(qtbot: QtBot, place: ReviewPlace, start: int, end: int) -> None:
    view = place.view
    view.scroll_to(start)
    first, last = view.rects_of(start, start + 1)[0], view.rects_of(end - 1, end)[0]
    qtbot.mousePress(view.viewport(), LEFT, pos=first.center().toPoint())
    qtbot.mouseMove(view.viewport(), pos=last.center().toPoint())
    qtbot.mouseRelease(view.viewport(), LEFT, pos=last.center().toPoint())
    assert view.selection() == (start, end)


def say_why(qtbot: QtBot, hands: Hands) -> None:
    press(qtbot, "r")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    hands.type_text(QApplication.focusWidget(), WHY)
    press(qtbot, ENTER)


def reason(place: ReviewPlace) -> str:
    field = place.panel.findChild(QLineEdit, "decisionReason")
    assert field is not None
    return field.text()


@pytest.fixture
def visited(qtbot: QtBot, window: MainWindow, place: ReviewPlace, path: Path) -> Told:
    """The gold span that was opened from a figure of the Overview."""
    there = conflicts_of(path)[0]
    span = min(gold_of(path)[there.article])
    assert window.workplace is not None
    window.commands["overview"].trigger()
    window.workplace.places.overview.gold_requested.emit(there.article_id, *span[:2])
    assert place.view.selection() is None
    assert place.view.selected_span() is not None
    return span


@pytest.mark.parametrize("comes_first", ["the click", "the reason"])
@pytest.mark.parametrize("key", [DELETE, "1", "2"], ids=["Del", "1", "2"])
def test_a_reason_goes_with_what_is_overruled_and_the_conflict_stays_open(
    qtbot: QtBot,
    place: ReviewPlace,
    path: Path,
    hands: Hands,
    comes_first: str,
    key: str | Qt.Key,
) -> None:
    there, name = at_hand(place), conflicts_of(path)[0].article
    if comes_first == "the reason":
        say_why(qtbot, hands)
    span = click_gold(qtbot, place, path)
    held = place.view.selected_span()
    if comes_first == "the click":
        say_why(qtbot, hands)
        assert QApplication.focusWidget() is place.view
        assert place.view.selected_span() == held
    label = {"1": "base", "2": "date"}.get(key)
    if span[2] == label:
        key, label = "3", "actor"
    press(qtbot, key)
    (decision,) = decisions_of(path)
    assert decision.reason == WHY
    assert [one.label for one in decision.outcome] == [label] * (label is not None)
    assert span[:3] not in {one[:3] for one in gold_of(path)[name]}
    assert at_hand(place) == there
    assert reason(place) == ""
    if label is not None:
        press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, "1")
    assert [one.reason for one in decisions_of(path) if one.id != decision.id] == [""]


def test_the_hint_says_what_keys_do_and_goes_when_the_keyboard_leaves_the_text(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    there = at_hand(place)
    click_gold(qtbot, place, path)
    assert "Esc goes back to the conflict" in said(place, "ownSpansHint")
    title = part(place, QLabel, "conflictCause")
    qtbot.mouseClick(title, LEFT, pos=QPoint(3, 3))
    assert QApplication.focusWidget() is place.panel
    assert said(place, "ownSpansHint") == ""
    assert place.view.selected_span() is None
    press(qtbot, "1")
    assert at_hand(place) != there


def test_what_is_added_where_nothing_is_open_has_a_reason_and_is_taken_out_again(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands, visited: Told
) -> None:
    name = conflicts_of(path)[0].article
    before = gold_of(path)[name]
    start = place.view.text.index("أعلنت")
    drag(qtbot, place, start, start + 5)
    assert "conflict" not in said(place, "ownSpansHint")
    say_why(qtbot, hands)
    press(qtbot, "3")
    assert gold_of(path)[name] == before | {(start, start + 5, "actor", "{}")}
    (decision,) = decisions_of(path)
    assert decision.reason == WHY
    press(qtbot, "]")
    (wider,) = gold_of(path)[name] - before
    assert wider[0] == start
    assert wider[1] > start + 5
    press(qtbot, DELETE)
    assert gold_of(path)[name] == before


def test_the_span_that_was_opened_is_overruled_for_a_reason(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands, visited: Told
) -> None:
    name = conflicts_of(path)[0].article
    before = gold_of(path)[name]
    say_why(qtbot, hands)
    press(qtbot, "g", DELETE)
    assert gold_of(path)[name] == before - {visited}
    (decision,) = decisions_of(path)
    assert (decision.reason, decision.gap) == (WHY, True)
    assert reason(place) == ""


def test_what_another_program_changes_lets_the_new_span_stay_the_selected_one(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands, visited: Told
) -> None:
    there = conflicts_of(path)[0]
    start = place.view.text.index("أعلنت")
    drag(qtbot, place, start, start + 5)
    press(qtbot, "3")
    held = place.view.selected_span()

    def settle(project: Project) -> None:
        deciding.rule(project, LEAD, there, Ruling(Choice.NONE))

    hands.other_program(path, settle)
    qtbot.waitUntil(lambda: place.conflicts.length() == 34)
    assert place.view.selected_span() == held
    press(qtbot, DELETE)
    gold = {one[:3] for one in gold_of(path)[there.article]}
    assert visited[:3] in gold
    assert (start, start + 5, "actor") not in gold


def test_what_is_added_beside_a_conflict_is_taken_out_again(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    name, there = conflicts_of(path)[0].article, at_hand(place)
    before = gold_of(path)[name]
    start = place.view.text.index("أعلنت")
    drag(qtbot, place, start, start + 5)
    press(qtbot, "3")
    assert len(gold_of(path)[name]) == len(before) + 1
    press(qtbot, DELETE)
    assert gold_of(path)[name] == before
    assert at_hand(place) == there
    press(qtbot, "1")
    assert at_hand(place) != there


def test_review_says_how_gold_came_to_the_selected_span(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    click_gold(qtbot, place, path)
    told = said(place, "decisionTold")
    assert told.translate(BARE) == "All who finished the article agree on this: A, B."
    say_why(qtbot, hands)
    press(qtbot, "]")
    told = said(place, "decisionTold")
    assert told.startswith(f"Decided by \u2068{LEAD}\u2069, ")
    decided, marked, reason = told.splitlines()
    assert decided.endswith(": own spans of the lead.")
    assert marked.startswith("Marked there were: \u2068A: ")
    assert reason == f"Reason: \u2068{WHY}\u2069"
    press(qtbot, Qt.Key.Key_Escape)
    assert said(place, "decisionTold") == ""
