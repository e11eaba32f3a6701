"""The queue of conflicts: filters, search, and clicks that are as good as keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.gui.fields.option_card import OptionCard
from annotator.gui.review.review_place import ReviewPlace
from tests.gui.conftest import Hands
from tests.gui.review.parts import choose, part
from tests.gui.review.test_review import (
    at_hand,
    conflicts_of,
    press,
    said,
)


def test_filters_leave_conflicts_out_and_going_on_stays_among_the_rest(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    wanted = [one.conflict.id for one in conflicts_of(path) if one.cause.value == "clitic"]
    choose(part(place, QComboBox, "conflictCauseFilter"), "clitic")
    assert [one.id for one in place.conflicts.rows()] == wanted
    assert f"{len(wanted)} of " in part(place, QLabel, "conflictCount").text()
    for number, conflict_id in enumerate(wanted, start=1):
        assert at_hand(place).id == conflict_id
        press(qtbot, "1")
        assert len(conflicts_of(path)) == 35 - number
    assert place.reviewing.there is None
    assert "like that" in said(place, "conflictPlace")
    place.conflicts.show_all()
    assert place.conflicts.length() == 35 - len(wanted)
    assert at_hand(place).id == conflicts_of(path)[0].conflict.id


def test_words_are_searched_for_however_they_are_spelled(
    qtbot: QtBot, place: ReviewPlace, hands: Hands
) -> None:
    box = part(place, QLineEdit, "conflictSearch")
    box.setFocus()
    hands.type_text(box, "الوَزَاره")
    qtbot.waitUntil(lambda: place.conflicts.length() < 35)
    assert [one.quote for one in place.conflicts.rows()] == ["الوزارة", "الوزارة"]
    assert QApplication.focusWidget() is box
    part(place, QCheckBox, "conflictsHere").click()
    assert place.conflicts.length() == 1


def test_a_click_on_a_conflict_or_an_answer_is_as_good_as_a_key(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    third = place.conflicts.rows()[2]
    place.conflicts.conflict_requested.emit(third.id)
    assert at_hand(place).id == third.id
    card = part(place, OptionCard, "option_1")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert third.id not in {one.conflict.id for one in conflicts_of(path)}
    press(qtbot, "s")
    assert at_hand(place).id == place.conflicts.rows()[3].id


def test_a_card_with_the_keyboard_gives_it_back_when_it_goes(
    qtbot: QtBot, place: ReviewPlace
) -> None:
    part(place, OptionCard, "option_2").setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert place.conflicts.length() == 34
    press(qtbot, "1")
    assert place.conflicts.length() == 33
