"""What keys and the mouse mean on gold in the text of Review."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.gui.review_place import ReviewPlace
from tests.gui.review.test_review import (
    at_hand,
    conflicts_of,
    gold_of,
    press,
    said,
)


def test_with_a_selection_a_labels_key_marks_and_esc_goes_back_to_the_conflict(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    there = at_hand(place)
    place.view.setFocus()
    place.view.select(0, 5)
    assert "selected in the text" in said(place, "ownSpansHint")
    press(qtbot, Qt.Key.Key_Escape)
    assert said(place, "ownSpansHint") == ""
    press(qtbot, "1")
    assert at_hand(place) != there
    assert len(conflicts_of(path)) == 34


def test_a_gold_span_is_relabelled_and_resized_from_the_text(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    name = conflicts_of(path)[0].article
    (start, end, label, _), *_ = sorted(gold_of(path)[name])
    place.view.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    if place.view.attention.selected.start != start:
        qtbot.keyClick(place.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert place.view.attention.selected.start == start
    other = "2" if label != "date" else "1"
    press(qtbot, other)
    changed = {one[:3] for one in gold_of(path)[name]}
    assert (start, end, label) not in changed
    assert (start, end) in {one[:2] for one in changed}
    assert len(conflicts_of(path)) == 35
