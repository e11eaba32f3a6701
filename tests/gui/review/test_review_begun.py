"""What a lead has begun in Review is lost neither by going elsewhere nor by closing the window."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Choice, Decision
from annotator.core.model import Role
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.review_keys import Keys
from annotator.gui.settings import Settings
from annotator.store.project import Project
from annotator.workflow.people.authors import add_author
from annotator.workflow.review import deciding
from annotator.workflow.review.settling import OpenConflict
from tests.gui.conftest import Hands
from tests.gui.review.conftest import Again
from tests.gui.review.parts import part
from tests.gui.review.test_review import (
    LEAD,
    at_hand,
    conflicts_of,
    import_many,
    place_of,
    press,
    said,
)
from tests.gui.test_sampling import ask_for, begin, drawn_from
from tests.gui.test_sampling import said as said_of_sample

ENTER, ESC, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete


def decided(path: Path) -> list[Decision]:
    with Project.open(path, writable=False) as project:
        return list(project.decisions.all())


def reopened_after(hands: Hands, window: MainWindow, path: Path, there: OpenConflict) -> MainWindow:
    """Close the window, let another program settle a conflict, and open the window anew."""
    hands.close(window)

    def settle(project: Project) -> None:
        deciding.rule(project, LEAD, there, deciding.Ruling(Choice.NONE))

    hands.other_program(path, settle)
    return hands.open_review(path, LEAD)


def write_reason(qtbot: QtBot, hands: Hands, reason: str) -> None:
    press(qtbot, "r")
    hands.type_text(QApplication.focusWidget(), reason)
    press(qtbot, ENTER)


def type_no_value(qtbot: QtBot, place: ReviewPlace, hands: Hands) -> QLineEdit:
    """Type what is no date for the date of an own span."""
    while place.reviewing.there and place.reviewing.there.cause.value != "split":
        press(qtbot, "s")
    press(qtbot, "e")
    field = part(place, QLineEdit, "valueField")
    field.setFocus()
    field.selectAll()
    hands.type_text(field, "some day")
    assert isinstance(field, QLineEdit)
    return field


def besides(place: ReviewPlace) -> tuple[str, bool]:
    """Return the reason that stands in its line, and whether the gap is ticked."""
    reason = part(place, QLineEdit, "decisionReason").text()
    return reason, part(place, QCheckBox, "decisionGap").isChecked()


# -- another language, another day


def test_own_spans_are_taken_up_again_with_their_steps_and_it_is_told(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow, again: Again
) -> None:
    press(qtbot, "s", "s")
    there = at_hand(place)
    (first,) = there.options[0].spans
    press(qtbot, "e", "}", "}")
    qtbot.keyClick(place.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    anew = again(window)
    place = place_of(anew)
    assert at_hand(place) == there
    assert place.view.keys is Keys.DRAFT
    assert QApplication.focusWidget() is place.view
    assert anew.state_bar.currentMessage()
    press(qtbot, ENTER)
    (decision,) = decided(path)
    (put,) = decision.outcome
    assert decision.choice is Choice.SPANS
    assert put.start == first.start
    once = put.end
    assert once < first.end
    anew.commands["undo"].trigger()
    assert at_hand(place) == there
    press(qtbot, "e")
    anew.commands["undo"].trigger()
    press(qtbot, ENTER)
    *_, decision = decided(path)
    assert [one.end for one in decision.outcome] == [first.end]


def test_reason_and_gap_are_still_there(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow, again: Again, hands: Hands
) -> None:
    press(qtbot, "s")
    write_reason(qtbot, hands, "القاعدة 1")
    press(qtbot, "g", "s")
    write_reason(qtbot, hands, "of the next")
    press(qtbot, "b")
    place = place_of(again(window))
    assert besides(place) == ("القاعدة 1", True)
    press(qtbot, "s")
    assert besides(place) == ("of the next", False)
    press(qtbot, "b", "1", "1")
    told = sorted((one.reason, one.gap) for one in decided(path))
    assert told == [("of the next", False), ("القاعدة 1", True)]


def test_a_sample_that_waits_begins_after_the_own_spans(
    qtbot: QtBot, place: ReviewPlace, window: MainWindow, again: Again, hands: Hands
) -> None:
    ask_for(hands, window, 5)
    qtbot.keyClick(place.panel, "e")
    qtbot.keyClick(place.view, "}")
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    place = place_of(again(window))
    assert place.view.keys is Keys.DRAFT
    press(qtbot, ESC)
    assert place.view.keys is Keys.SAMPLE
    assert place.reviewing.sample_panel.isVisible()


def test_a_sample_goes_on_with_what_was_found_and_with_own_spans(
    qtbot: QtBot, hands: Hands, path: Path, again: Again
) -> None:
    third = drawn_from(path, 5)[2]
    window = hands.open(path, LEAD)
    place = begin(qtbot, hands, window, 5)
    press(qtbot, ENTER, DELETE, ENTER, "e", "2", DELETE)
    place = place_of(again(window))
    assert place.view.keys is Keys.DRAFT
    press(qtbot, ENTER)
    assert place.view.keys is Keys.SAMPLE
    press(qtbot, ENTER)
    counts = [*map(int, re.findall(r"\d+", said_of_sample(place, "sampleTold").splitlines()[0]))]
    assert counts == [3, 5, 2]
    assert {one.start for one in decided(path)} >= {third.span.start}


def test_review_begins_at_the_conflict_that_was_looked_at_last(
    qtbot: QtBot, place: ReviewPlace, window: MainWindow, again: Again
) -> None:
    press(qtbot, "s", "s", "s", "s")
    there = at_hand(place)
    place = place_of(again(window))
    assert at_hand(place) == there
    assert re.findall(r"\d+", said(place, "conflictPlace"))[:2] == ["5", "35"]


def test_where_that_is_settled_meanwhile_review_begins_at_the_next_one(
    qtbot: QtBot, window: MainWindow, hands: Hands, path: Path
) -> None:
    last, following = conflicts_of(path)[4:6]
    press(qtbot, "s", "s", "s", "s")
    anew = reopened_after(hands, window, path, last)
    assert at_hand(place_of(anew)) == following.conflict


def test_the_next_one_is_waited_for_while_layers_are_compared_in_another_process(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    import_many(hands, path)
    window = hands.open_review(path, LEAD)
    place = place_of(window)
    comparing = place.reviewing.queueing.comparing
    qtbot.waitUntil(lambda: not comparing.is_under_way, timeout=30_000)
    last, following = conflicts_of(path)[150:152]
    place.conflicts.conflict_requested.emit(last.conflict.id)
    anew = reopened_after(hands, window, path, last)
    place = place_of(anew)
    assert place.reviewing.there is None
    assert said(place, "conflictPlace") == "Comparing the layers…"
    qtbot.waitUntil(lambda: place.reviewing.there is not None, timeout=30_000)
    assert at_hand(place) == following.conflict


def test_each_lead_goes_on_where_she_was(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace, hands: Hands, path: Path
) -> None:
    press(qtbot, "s", "s")
    there = at_hand(place)
    hands.close(window)
    hands.other_program(path, lambda project: add_author(project, "maha", Role.LEAD))
    for lead, conflict in (("maha", conflicts_of(path)[0].conflict), (LEAD, there)):
        other = hands.open_review(path, lead)
        assert at_hand(place_of(other)) == conflict


def test_what_is_begun_outlives_a_program_that_ends_by_force(
    qtbot: QtBot, place: ReviewPlace, hands: Hands, path: Path
) -> None:
    write_reason(qtbot, hands, "because")
    qtbot.waitUntil(lambda: "because" in Settings().begun_in_review(path, LEAD), timeout=10_000)


def test_a_draft_of_many_steps_is_kept_only_at_the_end(
    qtbot: QtBot, place: ReviewPlace, window: MainWindow, hands: Hands, path: Path
) -> None:
    press(qtbot, "e", "}", ESC)
    hands.close(window)
    told = kept(path)
    told["drafts"][0]["before"] *= 3_000
    Settings().keep_begun_in_review(path, LEAD, json.dumps(told))
    anew = hands.open_review(path, LEAD)
    write_reason(qtbot, hands, "because")
    qtbot.wait(3_000)
    assert kept(path) == told
    hands.close(anew)
    assert [one["reason"] for one in kept(path)["remarks"]] == ["because"]
    assert len(kept(path)["drafts"][0]["before"]) == 3_000


def test_a_sample_of_another_day_waits_for_a_lead_who_goes_elsewhere_first(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, LEAD)
    begin(qtbot, hands, window, 5)
    press(qtbot, ENTER, ENTER)
    hands.close(window)
    anew = hands.open(path, LEAD)
    there = conflicts_of(path)[9]
    anew.workplace.places.overview.gold_requested.emit(there.article_id, 0, 4)
    place = place_of(anew)
    assert place.view.keys is Keys.CONFLICT
    qtbot.keyClick(place.panel, "s")
    qtbot.keyClick(place.panel, "1")
    assert place.view.keys is Keys.SAMPLE
    assert said_of_sample(place, "samplePlace").startswith("Span 3 of 5")


def kept(path: Path) -> Any:
    return json.loads(Settings().begun_in_review(path, LEAD))


def test_undo_and_redo_of_another_day_are_findings_of_the_sample(
    qtbot: QtBot, hands: Hands, path: Path, again: Again
) -> None:
    window = hands.open(path, LEAD)
    begin(qtbot, hands, window, 5)
    press(qtbot, DELETE)
    anew = again(window)
    anew.commands["undo"].trigger()
    anew.commands["redo"].trigger()
    counts = said_of_sample(place_of(anew), "sampleTold").splitlines()[0]
    assert [*map(int, re.findall(r"\d+", counts))] == [1, 5, 1]


def test_what_led_to_a_decision_comes_again_with_it_on_another_day(
    qtbot: QtBot, place: ReviewPlace, window: MainWindow, hands: Hands, again: Again
) -> None:
    write_reason(qtbot, hands, "typed at length")
    press(qtbot, "1")
    anew = again(window)
    anew.commands["undo"].trigger()
    assert besides(place_of(anew)) == ("typed at length", False)


def test_the_queue_is_searched_for_the_same_words_in_another_language(
    qtbot: QtBot, place: ReviewPlace, hands: Hands, window: MainWindow
) -> None:
    box = part(place, QLineEdit, "conflictSearch")
    box.setFocus()
    hands.type_text(box, "الوزارة")
    qtbot.waitUntil(lambda: place.conflicts.length() == 2)
    window.set_language("ar")
    place = place_of(window)
    assert part(place, QLineEdit, "conflictSearch").text() == "الوزارة"
    qtbot.waitUntil(lambda: place.conflicts.length() == 2)


def test_what_is_typed_and_no_value_stays_in_its_field_in_another_language(
    qtbot: QtBot, place: ReviewPlace, hands: Hands, window: MainWindow
) -> None:
    type_no_value(qtbot, place, hands)
    window.set_language("ar")
    field = part(place_of(window), QLineEdit, "valueField")
    is_there = field.isVisible(), field.text()
    qtbot.keyClick(field, ESC)  # or the window would not close without asking
    assert is_there == (True, "some day")


def test_what_is_typed_and_no_value_is_asked_about_before_the_window_closes(
    qtbot: QtBot, place: ReviewPlace, hands: Hands, window: MainWindow
) -> None:
    field = type_no_value(qtbot, place, hands)
    hands.answer(lambda dialog: dialog.button(QMessageBox.StandardButton.No).click())
    window.close()
    qtbot.keyClick(field, ESC)
    assert window.isVisible()


# -- elsewhere, and back


def test_a_reason_waits_at_its_conflict(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    write_reason(qtbot, hands, "the first one's")
    press(qtbot, "g", "s")
    assert besides(place) == ("", False)
    press(qtbot, "b")
    assert besides(place) == ("the first one's", True)


def test_a_reason_comes_again_with_its_conflict_when_the_decision_is_taken_back(
    qtbot: QtBot, place: ReviewPlace, window: MainWindow, hands: Hands
) -> None:
    write_reason(qtbot, hands, "typed at length")
    press(qtbot, "g", "1")
    assert besides(place) == ("", False)
    window.commands["undo"].trigger()
    assert besides(place) == ("typed at length", True)


@pytest.mark.parametrize("leave", ["esc", "another conflict", "the overview"])
def test_own_spans_that_are_left_are_taken_up_again_by_their_key(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow, leave: str
) -> None:
    there = at_hand(place)
    (first,) = there.options[0].spans
    press(qtbot, "e", "}")
    if leave == "esc":
        press(qtbot, ESC)
    elif leave == "another conflict":
        place.conflicts.conflict_requested.emit(place.conflicts.rows()[5].id)
    else:
        window.workplace.places.overview.gold_requested.emit(conflicts_of(path)[9].article_id, 0, 4)
    assert window.state_bar.currentMessage() == "Your own spans are kept: E takes them up again."
    assert place.view.keys is Keys.CONFLICT
    place.conflicts.conflict_requested.emit(there.id)
    press(qtbot, "e")
    assert "taken up again" in window.state_bar.currentMessage()
    press(qtbot, ENTER)
    (decision,) = decided(path)
    assert [one.end < first.end for one in decision.outcome] == [True]


def test_a_value_that_is_none_is_not_lost_with_enter(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    field = type_no_value(qtbot, place, hands)
    place.view.setFocus()
    press(qtbot, ENTER)
    assert "is no value" in said(place, "refusal")
    assert decided(path) == []
    assert QApplication.focusWidget() is field
    assert field.text() == "some day"
    press(qtbot, ESC, ENTER)
    assert len(decided(path)) == 1


def test_a_sample_that_waits_is_not_lost_by_going_to_another_conflict(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    place = ask_for(hands, window, 5)
    qtbot.keyClick(place.panel, "e")
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    other = place.conflicts.rows()[3]
    place.conflicts.conflict_requested.emit(other.id)
    assert at_hand(place).id == other.id
    qtbot.keyClick(place.panel, "1")
    assert said_of_sample(place, "samplePlace").startswith("Span 1 of 5")
