"""The mouse in the text of Review: it chooses an answer, and decides nothing by itself."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.causes import Cause
from annotator.core.conflicts import Conflict
from annotator.core.model import Span
from annotator.core.queue import Wanted
from annotator.gui.fields.option_card import OptionCard
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.review.review_view import ReviewView
from annotator.gui.review_keys import Keys
from annotator.store.project import Project
from tests.gui.conftest import Hands
from tests.gui.review.test_review import at_hand, conflicts_of, gold_of, press, said
from tests.gui.test_sampling import begin

ENTER, ESC, LEFT = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.MouseButton.LeftButton


def hover(view: ReviewView, point: QPoint) -> None:
    """Move the mouse over the text, and over nothing else.

    QTest moves the pointer of the whole screen: a tip or a dialog of an earlier test that has
    not gone yet would get the move instead.
    """
    none = Qt.MouseButton.NoButton
    at, on_screen = QPointF(point), QPointF(view.viewport().mapToGlobal(point))
    kind, held = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, at, on_screen, none, none, held))


def point_on_row(qtbot: QtBot, place: ReviewPlace, span: Span) -> QPoint:
    """Move the mouse down from a span until it is on the row of who drew it; return where."""
    view = place.view
    qtbot.waitUntil(lambda: not place.reviewing.queueing.comparing.is_under_way)
    QApplication.processEvents()  # what is laid out or listed late would move the text
    view.scroll_to(span.start)
    box = view.rects_of(span.start, span.end)[0]
    x = round(box.center().x())
    for y in range(round(box.bottom()), view.viewport().height()):
        hover(view, QPoint(x, y))
        if view.attention.hovered == span.id:
            assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
            return QPoint(x, y)
    raise AssertionError("no such row")


def click_row(qtbot: QtBot, place: ReviewPlace, span: Span) -> None:
    qtbot.mouseClick(place.view.viewport(), LEFT, pos=point_on_row(qtbot, place, span))


def click_text(qtbot: QtBot, place: ReviewPlace, start: int, end: int) -> None:
    view = place.view
    view.scroll_to(start)
    point = view.rects_of(start, end)[0].center().toPoint()
    qtbot.mouseClick(view.viewport(), LEFT, pos=point)


def number_of(conflict: Conflict, span: Span) -> int:
    """Return which answer a span belongs to."""
    author = next(author for author, one in conflict.spans if one is span)
    return next(n for n, one in enumerate(conflict.options, start=1) if author in one.authors)


def outcomes(path: Path) -> list[list[tuple[int, int, str]]]:
    with Project.open(path, writable=False) as project:
        return [[span.place for span in one.outcome] for one in project.decisions.all()]


def test_a_click_on_a_row_chooses_its_answer_and_enter_takes_it(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    conflict = at_hand(place)
    for _, span in conflict.spans:
        click_row(qtbot, place, span)
        assert place.panel.chosen == number_of(conflict, span)
        assert place.view.attention.chosen == {span.id}
        assert f"Answer \u2066{place.panel.chosen}\u2069 is chosen" in said(place, "ownSpansHint")
    assert at_hand(place) == conflict
    assert outcomes(path) == []
    option = conflict.options[place.panel.chosen - 1]
    press(qtbot, ENTER)
    assert outcomes(path) == [[span.place for span in option.spans]]
    assert at_hand(place) == conflicts_of(path)[0].conflict
    assert place.panel.chosen is None
    assert place.view.attention.chosen == frozenset()
    press(qtbot, ENTER)  # nothing is chosen now
    assert len(outcomes(path)) == 1


def test_the_chosen_card_is_seen_and_can_be_left(qtbot: QtBot, place: ReviewPlace) -> None:
    conflict = at_hand(place)
    _, span = conflict.spans[0]
    card = place.panel.findChild(OptionCard, f"option_{number_of(conflict, span)}")
    assert card is not None
    plain = card.grab().toImage()
    click_row(qtbot, place, span)
    assert card.grab().toImage() != plain
    press(qtbot, ESC)
    assert card.grab().toImage() == plain
    assert place.panel.chosen is None
    assert said(place, "ownSpansHint") == ""
    click_row(qtbot, place, span)
    place.panel.setFocus()
    press(qtbot, ESC)
    assert place.panel.chosen is None


def test_clicks_on_one_letter_go_through_the_answers_there_and_a_number_decides(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    conflict = at_hand(place)
    shorter, longer = sorted(
        (span for _, span in conflict.spans), key=lambda one: one.end - one.start
    )
    seen = []
    for _ in range(3):
        click_text(qtbot, place, shorter.start, shorter.start + 2)
        seen.append(place.panel.chosen)
    assert seen == [number_of(conflict, one) for one in (shorter, longer, shorter)]
    assert outcomes(path) == []
    press(qtbot, str(number_of(conflict, longer)))
    assert outcomes(path) == [[longer.place]]


def test_a_click_on_another_conflict_goes_to_it_even_if_it_is_not_listed(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    there = conflicts_of(path)[0]
    same = [one for one in conflicts_of(path) if one.article == there.article]
    other = next(one for one in same if one.cause is Cause.MISSED)
    place.conflicts.ask_for(Wanted(cause=there.cause))
    assert place.conflicts.place_of(other.conflict.id) is None
    _, span = other.conflict.spans[0]
    click_row(qtbot, place, span)
    assert at_hand(place) == other.conflict
    assert place.panel.chosen == number_of(at_hand(place), at_hand(place).spans[0][1])
    assert place.conflicts.place_of(other.conflict.id) is not None
    assert outcomes(path) == []
    press(qtbot, ENTER)
    assert outcomes(path) == [[span.place]]


def test_a_click_beside_the_answers_decides_nothing(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    conflict, before = at_hand(place), gold_of(path)
    _, span = conflict.spans[0]
    click_row(qtbot, place, span)
    name = conflicts_of(path)[0].article
    start, end = min(one[:2] for one in before[name] if one[0] > conflict.end)
    click_text(qtbot, place, start, end)
    assert place.view.selected_span() is not None
    assert place.panel.chosen is None
    press(qtbot, ENTER, ESC, ENTER)
    assert at_hand(place) == conflict
    assert gold_of(path) == before
    assert outcomes(path) == []


def test_in_a_sample_a_row_is_only_looked_at(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path
) -> None:
    place = begin(qtbot, hands, window, 5)
    there = next(
        one for one in conflicts_of(path) if one.article in said_place(place) and one.conflict.spans
    )
    _, span = there.conflict.spans[0]
    click_row(qtbot, place, span)
    assert place.view.keys is Keys.SAMPLE
    assert QApplication.focusWidget() is place.view
    assert place.panel.chosen is None
    assert outcomes(path) == []


def said_place(place: ReviewPlace) -> str:
    return place.reviewing.sample_panel.accessibleDescription()
