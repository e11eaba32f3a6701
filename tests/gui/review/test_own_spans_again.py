"""Own spans whose decision is taken back come again."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.review_keys import Keys
from annotator.workflow.review import deciding
from tests.gui.conftest import Hands
from tests.gui.review.conftest import Again
from tests.gui.review.parts import part
from tests.gui.review.test_review import (
    LEAD,
    at_hand,
    place_of,
    press,
)
from tests.gui.review.test_review_begun import ENTER, ESC, decided
from tests.gui.test_sampling import begin, drawn_from


def own_draft(place: ReviewPlace) -> list[tuple[int, int, str]]:
    """Return the lead's own spans as they are shown in the text."""
    draft = place.reviewing.modes.drafting.draft
    return [span.place for span in draft.layer.spans] if draft else []


def test_own_spans_come_again_when_another_program_took_their_decision_back(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow, hands: Hands
) -> None:
    press(qtbot, "e", "}", "}")
    drawn, there = own_draft(place), at_hand(place)
    press(qtbot, ENTER)
    hands.close(window)
    hands.other_program(path, lambda project: deciding.undo(project, LEAD))
    again = place_of(hands.open_review(path, LEAD))
    again.conflicts.conflict_requested.emit(there.id)
    press(qtbot, "e")
    assert own_draft(again) == drawn
    assert place_of(again.window()).view.keys is Keys.DRAFT


def test_own_spans_whose_decision_is_taken_back_in_a_sample_come_again(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow, hands: Hands, again: Again
) -> None:
    press(qtbot, "e", "}", "}")
    drawn, there = own_draft(place), at_hand(place)
    press(qtbot, ENTER)
    begin(qtbot, hands, window, 5)
    window.commands["undo"].trigger()
    assert decided(path) == []
    anew = place_of(again(window))
    anew.conflicts.conflict_requested.emit(there.id)
    press(qtbot, "e")
    assert own_draft(anew) == drawn
    press(qtbot, ENTER)
    (decision,) = decided(path)
    assert [span.place for span in decision.outcome] == drawn


def test_own_spans_in_the_place_of_a_sampled_one_come_again_once_that_is_taken_back(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path, again: Again
) -> None:
    place = begin(qtbot, hands, window, 200)
    drawn = drawn_from(path, 200)
    number = next(n for n, one in enumerate(drawn) if len(one.span.quote.split()) == 3)
    press(qtbot, *"s" * number, "e", "}", "}")
    own = own_draft(place)
    press(qtbot, ENTER)
    window.commands["undo"].trigger()
    assert decided(path) == []
    press(qtbot, "e")
    assert own_draft(place) == own
    press(qtbot, ESC)
    anew = place_of(again(window))
    press(qtbot, "e")
    assert own_draft(anew) == own


def test_newer_own_spans_are_not_lost_for_those_of_a_decision_that_is_taken_back(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path
) -> None:
    place = begin(qtbot, hands, window, 200)
    drawn = drawn_from(path, 200)
    number = next(n for n, one in enumerate(drawn) if one.span.label == "date")
    press(qtbot, *"s" * number)
    for day in ("1999-12-31", "1999-12-30"):
        press(qtbot, "e")
        field = part(place, QLineEdit, "valueField")
        field.setFocus()
        field.selectAll()
        hands.type_text(field, day)
        qtbot.keyClick(field, ENTER)
        place.view.setFocus()
        press(qtbot, ENTER if day.endswith("31") else ESC)
    window.commands["undo"].trigger()
    assert decided(path) == []
    press(qtbot, "e")
    assert part(place, QLineEdit, "valueField").text() == "1999-12-30"
