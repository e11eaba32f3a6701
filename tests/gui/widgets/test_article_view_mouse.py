import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt

from annotator.arabic import ARABIC
from annotator.core.model import Direction

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("width", [230, 640])
@pytest.mark.parametrize("backwards", [False, True])
def test_dragging_over_a_word_selects_exactly_that_word(
    desk, news, direction, width, backwards
) -> None:
    desk.show(news, direction=direction, size=(width, 900))
    missed = []
    for word in ARABIC.words(news):
        desk.view.scroll_to(word[0])
        wanted = ARABIC.trim(news, *word)
        desk.drag(*(reversed(word) if backwards else word))
        if desk.view.selection() != wanted:
            missed.append((news[slice(*word)], desk.view.selection()))
    assert missed == []


def test_with_ctrl_a_drag_goes_by_letters_and_trims_nothing(desk, news) -> None:
    desk.show(news, size=(300, 900))
    missed = []
    for start in range(0, len(news) - 12, 3):
        end = start + 7
        if "\n" in news[start : end + 1]:
            continue
        desk.view.select(start, end)
        wanted = desk.view.selection()
        desk.view.scroll_to(start)
        desk.drag(*wanted, CONTROL)
        if desk.view.selection() != wanted:
            missed.append((news[slice(*wanted)], wanted, desk.view.selection()))
    assert missed == []


def test_a_drag_over_half_words_takes_them_whole_without_the_quotes(desk, news) -> None:
    desk.show(news)
    start, end = desk.find('"وول ستريت جورنال"')
    desk.drag(start + 2, end - 4)
    assert desk.view.selection() == (start + 1, end - 1)


def test_a_drag_that_starts_in_the_far_half_of_the_last_letter_takes_the_word(desk, news) -> None:
    desk.show(news)
    start, end = desk.find("وزارة الصحة")
    space = news.index(" ", start)
    (rect,) = desk.view.rects_of(space - 1, space)
    desk.drag_points(
        QPointF(rect.left() + 0.1 * rect.width(), rect.center().y()), desk.border_point(end)
    )
    assert desk.view.selection() == (start, end)


def test_a_press_inside_a_span_begins_a_selection(desk, news) -> None:
    desk.show(news)
    start, end = desk.find("وزارة الصحة")
    desk.show(news, (start, end, "actor"))
    desk.drag(start, start + 5)
    assert desk.view.selection() == (start, start + 5)
    assert not [asked for asked in desk.asked if asked[0] == "resize_requested"]


def test_double_click_selects_a_word_and_dragging_on_adds_words(desk, news) -> None:
    desk.show(news)
    start, end = desk.find("التطعيم")
    point = desk.middle(start + 2, start + 3)
    desk.click(point)
    desk.mouse(QEvent.Type.MouseButtonDblClick, point)
    assert desk.view.selection() == (start, end)
    further = desk.find("99%")
    desk.mouse(QEvent.Type.MouseMove, desk.border_point(further[0] + 1))
    desk.mouse(QEvent.Type.MouseButtonRelease, desk.border_point(further[0] + 1))
    assert desk.view.selection() == (start, further[1])


def test_triple_click_selects_the_paragraph(desk, news) -> None:
    desk.show(news)
    point = desk.middle(*desk.find("التطعيم"))
    desk.click(point)
    desk.mouse(QEvent.Type.MouseButtonDblClick, point)
    desk.mouse(QEvent.Type.MouseButtonRelease, point)
    desk.mouse(QEvent.Type.MouseButtonPress, point)
    desk.mouse(QEvent.Type.MouseButtonRelease, point)
    assert desk.view.selection() == (0, news.index("\n"))


def test_shift_click_extends_the_selection(desk, news) -> None:
    desk.show(news)
    start, _ = desk.find("وزارة")
    desk.click(desk.border_point(start))
    desk.mouse(QEvent.Type.MouseButtonPress, desk.middle(*desk.find("الصحة")), SHIFT)
    desk.mouse(QEvent.Type.MouseButtonRelease, desk.middle(*desk.find("الصحة")), SHIFT)
    assert desk.view.selection() == (start, desk.find("الصحة")[1])


def test_clicks_at_one_place_go_through_the_nested_spans(desk, news) -> None:
    desk.show(news)
    outer, inner = desk.find("المتحدث باسم قناة RT Arabic"), desk.find("RT", 1)
    big, small = desk.show(news, (*outer, "actor"), (*inner, "actor"))
    point = desk.middle(inner[0], inner[0] + 1)
    seen = []
    for _ in range(3):
        desk.click(point)
        seen.append(desk.view.selected_span())
    assert seen == [small.id, big.id, small.id]
    desk.click(desk.middle(*desk.find("وقال")))
    assert desk.view.selected_span() is None
    assert desk.asked[-1] == ("span_selected", None)


def test_a_click_on_a_chip_selects_its_span(desk, news) -> None:
    desk.show(news)
    outer, inner = desk.find("المتحدث باسم قناة RT Arabic"), desk.find("المتحدث")
    big, small = desk.show(news, (*outer, "actor"), (*inner, "date"))
    (rect,) = desk.view.rects_of(*inner)
    line, _, _ = desk.view.line_under(rect.center())
    chips = desk.view._painter.marks_of(line).chips
    for chip in chips:
        x = (chip.left + chip.right) / 2 + desk.view._column_left
        desk.click(QPointF(x, rect.top() - 6))
        assert chip.span is not None
        assert desk.view.selected_span() == chip.span.id
    assert {chip.span for chip in chips} == {big, small}


@pytest.mark.parametrize("by_letters", [False, True])
def test_the_handles_of_the_selected_span_move_its_borders(desk, news, by_letters) -> None:
    desk.show(news)
    start, end = desk.find("وزارة الصحة")
    (span,) = desk.show(news, (start, end, "actor"))
    desk.view.select_span(span.id)
    (rect,) = desk.view.rects_of(start, end)
    handle = QPointF(rect.left(), rect.bottom() + 3)
    target = desk.find("فبراير")[0] + 3
    point = desk.border_point(target)
    desk.mouse(QEvent.Type.MouseButtonPress, handle)
    modifiers = CONTROL if by_letters else Qt.KeyboardModifier.NoModifier
    desk.mouse(QEvent.Type.MouseMove, point, modifiers)
    assert desk.view.attention.preview is not None
    desk.mouse(QEvent.Type.MouseButtonRelease, point)
    wanted = target if by_letters else desk.find("فبراير")[1]
    assert desk.asked[-1] == ("resize_requested", span.id, start, wanted)
    assert desk.view.selection() is None


def test_the_start_handle_cannot_pass_the_end(desk, news) -> None:
    desk.show(news)
    start, end = desk.find("وزارة الصحة")
    (span,) = desk.show(news, (start, end, "actor"))
    desk.view.select_span(span.id)
    (rect,) = desk.view.rects_of(start, end)
    desk.drag_points(
        QPointF(rect.right(), rect.bottom() + 3), desk.border_point(desk.find("نسبة")[0]), CONTROL
    )
    assert desk.asked[-1] == ("resize_requested", span.id, end - 1, end)


def test_hovering_a_lane_lights_up_its_span(desk, news) -> None:
    desk.show(news)
    start, end = desk.find("وزارة الصحة")
    (span,) = desk.show(news, (start, end, "actor"))
    (rect,) = desk.view.rects_of(start, end)
    dark = desk.view.grab().toImage()
    lane = QPointF(rect.center().x(), rect.bottom() + 2)
    desk.mouse(QEvent.Type.MouseMove, lane, button=Qt.MouseButton.NoButton)
    assert desk.view.attention.hovered == span.id
    assert desk.view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    on_text = rect.center().toPoint() - QPoint(0, 14)
    lit = desk.view.grab().toImage()
    assert lit.pixelColor(on_text).blue() < dark.pixelColor(on_text).blue()
    desk.mouse(QEvent.Type.MouseMove, rect.center(), button=Qt.MouseButton.NoButton)
    assert desk.view.attention.hovered is None
    assert desk.view.grab().toImage() == dark


def test_dragging_below_the_view_scrolls_and_selects_on(desk, news) -> None:
    desk.show(news * 6, size=(400, 300))
    before = desk.view.verticalScrollBar().value()
    desk.mouse(QEvent.Type.MouseButtonPress, desk.border_point(desk.find("وزارة")[0]))
    desk.mouse(QEvent.Type.MouseMove, QPointF(200, 360))
    desk.qtbot.waitUntil(lambda: desk.view.verticalScrollBar().value() > before + 200)
    selection = desk.view.selection()
    desk.mouse(QEvent.Type.MouseButtonRelease, QPointF(200, 360))
    assert selection is not None
    assert selection[1] > 150
    assert not desk.view._scroller.isActive()


def test_beyond_the_end_of_a_wrapped_line_the_caret_stays_on_it(desk, news) -> None:
    desk.show(news, size=(300, 900))
    for block, top in desk.view._visible():
        for line in block.lines[:-1]:
            point = QPointF(2, top + line.baseline)
            assert line.start < desk.view.offset_at(point.toPoint()) <= line.text_end
