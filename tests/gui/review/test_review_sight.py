"""What is seen in the text of Review: it stays where a lead looks, and around her own spans."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from tests.gui.review.test_review import at_hand, conflicts_of, press


@pytest.mark.parametrize("other", [False, True])
def test_undo_in_the_text_stays_in_the_text(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow, *, other: bool
) -> None:
    press(qtbot, "s", "s")
    there, view = at_hand(place), place.view
    text = view.text
    start = len(view.text) - 60
    view.setFocus()
    view.select(start, start + 5)
    press(qtbot, "1")
    if other:
        rows = place.conflicts.rows()
        elsewhere = next(row for row in rows if row.article_id != rows[2].article_id)
        place.conflicts.conflict_requested.emit(elsewhere.id)
    for step in ("undo", "redo"):
        view.scroll_to(0)
        window.commands[step].trigger()
        assert view.text == text
        assert 0 < view.rects_of(start, start + 1)[0].center().y() < view.viewport().height()
        if not other:
            assert (at_hand(place), view.caret()) == (there, start)
    assert len(conflicts_of(path)) == 35


def test_the_conflict_stays_in_sight_however_the_window_is_resized(
    qtbot: QtBot, place: ReviewPlace, window: MainWindow
) -> None:
    press(qtbot, *"s" * 12)
    view, there = place.view, at_hand(place)

    def share() -> float:
        QApplication.processEvents()
        (rect, *_) = view.rects_of(there.start, there.end)
        return rect.center().y() / view.viewport().height()

    before = share()
    for width, high in ((1280, 420), (640, 420), (620, 900), (1400, 1000), (1280, 800)):
        window.resize(width, high)
        assert 0 < share() < 1, (width, high)
    assert share() == pytest.approx(before, abs=0.06)
    view.set_zoom(2.0)
    assert 0 < share() < 1


def test_agreed_spans_stay_muted_around_own_spans(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    view = place.view
    shown = {span.place for span in view._column.spans.spans}
    gold = {span.place for span in place.reviewing._hand.taken.gold}
    assert gold
    press(qtbot, "e")
    assert {span.place for span in view._column.spans.spans} >= shown
    muted = [span for span in view._column.spans.spans if span.place in gold]
    assert {span.id for span in muted} == view._painter.voices.muted
    one, own = muted[0], view.attention.selected
    assert view._painter.colours_of(one).line != view._painter._colours_of_label(one.label).line
    assert view._painter.colours_of(own).line == view._painter._colours_of_label(own.label).line
    view.select_span(one.id)
    assert view.selected_span() != one.id
