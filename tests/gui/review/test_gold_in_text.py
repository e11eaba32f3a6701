"""What keys and the mouse mean on gold in the text of Review."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.arabic import ARABIC
from annotator.gui.review.review_place import ReviewPlace
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


def go_to(qtbot: QtBot, place: ReviewPlace, start: int) -> None:
    """Go with Space to the gold span that begins there, which is near the caret."""
    press(qtbot, Qt.Key.Key_Space)
    if place.view.attention.selected.start != start:
        qtbot.keyClick(place.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert place.view.attention.selected.start == start


def test_a_gold_span_is_relabelled_and_resized_from_the_text(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    name = conflicts_of(path)[0].article
    (start, end, label, _), *_ = sorted(gold_of(path)[name])
    place.view.setFocus()
    go_to(qtbot, place, start)
    other = "2" if label != "date" else "1"
    press(qtbot, other)
    changed = {one[:3] for one in gold_of(path)[name]}
    assert (start, end, label) not in changed
    assert (start, end) in {one[:2] for one in changed}
    text, words = place.view.text, list(ARABIC.words(place.view.text))
    ahead = next(one for one in words if one[0] >= end)
    go_to(qtbot, place, start)
    press(qtbot, "]")
    (wider,) = (one[:3] for one in gold_of(path)[name] if one[0] == start)
    assert wider[0] == start
    assert text[: wider[1]].rstrip() == text[: ahead[1]]
    assert (start, end) not in {one[:2] for one in gold_of(path)[name]}
    assert len(conflicts_of(path)) == 35
