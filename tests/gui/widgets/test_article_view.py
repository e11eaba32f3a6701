"""The view of an article: letters and places, scrolling, zoom, what is selected and hovered."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.core.model import Direction
from annotator.core.text import next_letter
from annotator.gui.theme import LIGHT


def picture(desk) -> QImage:
    return desk.view.grab().toImage()


def letters_of(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    while at < len(text):
        found.append((at, next_letter(text, at)))
        at = found[-1][1]
    return found


def test_it_has_its_names(desk) -> None:
    assert desk.view.objectName() == "articleView"
    assert desk.view.accessibleName() == "Article"


# Places


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("width", [200, 640])
def test_the_middle_of_each_letter_leads_back_to_it(desk, news, direction, width) -> None:
    desk.show(news, direction=direction, size=(width, 700))
    missed = []
    for start, end in letters_of(news):
        if news[start] == "\n":
            continue
        desk.view.scroll_to(start)
        rects = desk.view.rects_of(start, end)
        assert len(rects) == 1
        if desk.view.letter_under(rects[0].center()) != (start, end):
            missed.append((start, news[start:end]))
        if not start <= desk.view.offset_at(rects[0].center().toPoint()) <= end:
            missed.append((start, news[start:end]))
    assert missed == []


def test_rectangles_of_a_stretch_over_lines_and_paragraphs_come_in_order(desk, news) -> None:
    desk.show(news, size=(300, 700))
    rects = desk.view.rects_of(0, len(news))
    assert len(rects) > 8
    tops = [rect.top() for rect in rects]
    assert tops == sorted(tops)


def test_rectangles_are_widened_to_whole_letters(desk) -> None:
    desk.show("سُجِّلت مخالفة")
    assert desk.view.rects_of(1, 2) == desk.view.rects_of(0, 2)
    assert desk.view.rects_of(3, 4) == desk.view.rects_of(2, 5)
    assert desk.view.rects_of(3, 3) == []


def test_rectangles_out_of_sight_are_laid_out_on_demand(desk, news) -> None:
    text = news * 20
    desk.show(text, size=(300, 300))
    place = text.rindex("المقبلين")
    (rect,) = desk.view.rects_of(place, place + 8)
    assert rect.top() > 300
    desk.view.scroll_to(place)
    (rect,) = desk.view.rects_of(place, place + 8)
    assert 0 <= rect.top() < rect.bottom() <= 300


def test_scrolling_to_a_place_brings_its_line_into_the_upper_third(desk, news) -> None:
    desk.show(news * 5, size=(400, 600))
    for place in (2000, 900, 1500):
        desk.view.scroll_to(place)
        (rect, *_) = desk.view.rects_of(place, place + 1)
        assert 0 < rect.top() < 200


def test_selecting_widens_to_whole_letters_and_tells_once(desk) -> None:
    desk.show("سُجِّلت مخالفة")
    told: list[None] = []
    desk.view.selection_changed.connect(lambda: told.append(None))
    desk.view.select(1, 3)
    desk.view.select(0, 5)
    assert desk.view.selection() == (0, 5)
    assert len(told) == 1
    desk.view.select(4, 4)
    assert desk.view.selection() is None
    assert len(told) == 2


# Scrolling, zoom and size


def test_a_resize_keeps_the_place(desk, news) -> None:
    desk.show(news * 10, size=(500, 400))
    desk.view.scroll_to(3000)
    place = desk.view._top_place()[0]
    for width in (300, 900, 500):
        desk.view.resize(width, 400)
        (rect, *_) = desk.view.rects_of(place, place + 1)
        assert -60 < rect.top() < 120


def test_another_direction_keeps_the_place_and_the_selection(desk, news) -> None:
    desk.show("CNN: " + news * 10, size=(500, 400))
    desk.view.scroll_to(3000)
    place = desk.view._top_place()[0]
    desk.view.select(3000, 3010)
    desk.view.set_direction(Direction.AUTO)
    assert desk.view.selection() == (3000, 3010)
    assert -60 < desk.view.rects_of(place, place + 1)[0].top() < 120
    desk.view.scroll_to(0)
    assert desk.view.rects_of(0, 1)[0].left() < 60
    desk.view.set_direction(Direction.RTL)
    assert desk.view.rects_of(0, 1)[0].left() > 300


def test_zooming_keeps_the_place_and_has_limits(desk, news) -> None:
    desk.show(news * 10, size=(500, 400))
    desk.view.scroll_to(3000)
    place = desk.view._top_place()[0]
    small = desk.view.rects_of(place, place + 1)[0].height()
    desk.view.set_zoom(2)
    (rect, *_) = desk.view.rects_of(place, place + 1)
    assert -120 < rect.top() < 200
    assert rect.height() == pytest.approx(2 * small, abs=3)
    desk.view.set_zoom(99)
    assert desk.view.zoom == 4
    wheel(desk, -120, Qt.KeyboardModifier.ControlModifier)
    assert desk.view.zoom < 4


def wheel(desk, turned: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    viewport = desk.view.viewport()
    where = QPointF(100, 100)
    event = QWheelEvent(
        where,
        QPointF(viewport.mapToGlobal(where)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_the_wheel_reaches_both_ends_and_no_farther(desk, news) -> None:
    desk.show(news * 10, size=(400, 400))
    bar = desk.view.verticalScrollBar()
    for _ in range(200):
        wheel(desk, -120)
    assert bar.value() == bar.maximum()
    last = desk.text.rstrip().__len__()
    (rect,) = desk.view.rects_of(last - 1, last)
    assert 200 < rect.bottom() <= 400
    for _ in range(200):
        wheel(desk, 120)
    assert bar.value() == 0
    assert desk.view.rects_of(0, 1)[0].top() > 0


def test_the_bar_reaches_every_part_of_the_text(desk, news) -> None:
    desk.show(news * 30, size=(400, 400))
    bar = desk.view.verticalScrollBar()
    seen = []
    for part in range(11):
        bar.setValue(bar.maximum() * part // 10)
        picture(desk)
        seen.append(desk.view.offset_at(QPoint(200, 200)))
    assert seen == sorted(seen)
    assert seen[0] < 200
    assert seen[-1] > len(desk.text) - 300
    middle = len(desk.text) / 2
    assert abs(seen[5] - middle) < 0.1 * len(desk.text)


def test_a_wheel_step_moves_the_text_by_what_it_says(desk, news) -> None:
    desk.show(news * 10, size=(400, 400))
    wheel(desk, -120)
    first = desk.view.rects_of(400, 401)[0].top()
    wheel(desk, -120)
    second = desk.view.rects_of(400, 401)[0].top()
    wheel(desk, 240)
    assert first - second > 50
    assert desk.view.rects_of(400, 401)[0].top() == first + (first - second)


def test_showing_no_article_leaves_an_empty_page(desk, news) -> None:
    (span,) = desk.show(news, (5, 10, "actor"))
    desk.view.select(5, 10)
    desk.view.select_span(span.id)
    desk.view.show_article(None)
    assert (desk.view.selection(), desk.view.selected_span()) == (None, None)
    assert desk.asked[-1] == ("span_selected", None)
    blank = picture(desk)
    assert blank.pixelColor(100, 100) == LIGHT.background
    desk.qtbot.keyClick(desk.view, Qt.Key.Key_1)
    assert desk.asked[-1] == ("span_selected", None)


def test_the_context_menu_names_the_span_under_the_mouse(desk, news) -> None:
    from PySide6.QtGui import QContextMenuEvent

    (span,) = desk.show(news, (5, 16, "actor"))
    asked: list[tuple[QPoint, object]] = []
    desk.view.context_menu_requested.connect(lambda where, span: asked.append((where, span)))
    for stretch, wanted in (((5, 16), span.id), ((40, 42), None)):
        point = desk.middle(*stretch).toPoint()
        where = desk.view.viewport().mapToGlobal(point)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)
        QApplication.sendEvent(desk.view.viewport(), event)
        assert asked[-1] == (where, wanted)


def test_the_caret_is_painted_only_with_the_focus(desk, news) -> None:
    desk.show(news)
    desk.view.place_caret(8)
    with_caret = picture(desk)
    assert desk.view.attention.caret == 8
    desk.view.clearFocus()
    assert desk.view.attention.caret is None
    assert picture(desk) != with_caret


def test_leaving_the_view_ends_the_hover(desk, news) -> None:
    (span,) = desk.show(news, (5, 16, "actor"))
    desk.view.attention.hovered = span.id
    QApplication.sendEvent(desk.view, QEvent(QEvent.Type.Leave))
    assert desk.view.attention.hovered is None
