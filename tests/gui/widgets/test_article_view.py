import itertools
import random
from dataclasses import fields

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.core.edits import Mark
from annotator.core.model import Direction, Layer, Span
from annotator.core.text import next_letter, whole_letters
from annotator.gui.controls import control_rects
from annotator.gui.metrics import MOST_LANES
from annotator.gui.splitting import LONGEST
from annotator.gui.theme import DARK, LIGHT, LabelColours, Theme, palette_of


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


# Shaping


class Invisible(Theme):
    """Marks in the colour of the background."""

    def label(self, colour: str) -> LabelColours:
        return LabelColours(*[self.background] * 4)


def test_marks_in_the_colour_of_the_background_change_not_one_pixel(desk, news) -> None:
    theme = Invisible(*(getattr(LIGHT, item.name) for item in fields(LIGHT)))
    desk.view.set_theme(theme)
    desk.show(news, size=(640, 900))
    bare = picture(desk)
    rng = random.Random(1)
    borders = [(start, start + rng.randrange(1, 9)) for start in range(1, 230, 5)]
    spans = {whole_letters(news, start, end) for start, end in borders}
    desk.show(news, *((start, end, "actor") for start, end in spans if start < end))
    desk.view.set_theme(theme)
    assert any(line.laned for block, _ in desk.view._visible() for line in block.lines)
    assert picture(desk) == bare
    desk.view.set_theme(LIGHT)
    assert picture(desk) != bare


def test_adding_a_span_moves_no_text(desk, news) -> None:
    desk.show(news)
    before = desk.view.rects_of(0, len(news))
    desk.show(news, (5, 16, "actor"), (5, 10, "base"), (5, 22, "date"))
    assert desk.view.rects_of(0, len(news)) == before


def test_deep_nesting_grows_its_own_line_and_is_counted_beyond_the_last_lane(desk, news) -> None:
    desk.show(news)
    before = desk.view.rects_of(5, len(news))
    desk.show(news, *((5, 16 + extra, "actor") for extra in range(9)))
    after = desk.view.rects_of(5, len(news))
    assert after[0] == before[0]
    assert after[1].top() > before[1].top()
    line, _, _ = desk.view.line_under(after[0].center())
    lanes = sorted(item.lane for item in line.laned if item.lane is not None)
    assert lanes == list(range(MOST_LANES))
    assert len(line.laned) == 9


def test_a_span_over_a_line_break_is_open_at_the_end_of_the_line(desk, news) -> None:
    desk.show(news, (5, 90, "actor"), size=(300, 700))
    (_span,) = desk.layer.spans
    lines = [line for block, _ in desk.view._visible() for line in block.lines if line.laned]
    reaches = [desk.view._painter.marks_of(line).marks[0].reach for line in lines]
    assert len(reaches) > 2
    assert [reach.leading is not None for reach in reaches] == [True] + [False] * (len(lines) - 1)
    assert [reach.trailing is not None for reach in reaches] == [False] * (len(lines) - 1) + [True]
    for line, reach in zip(lines[:-1], reaches[:-1], strict=True):
        last = line.boxes.letter_at(line.block.utf16(line.text_end - 1))
        assert last is not None
        assert min(left for left, _ in reach.extents) == pytest.approx(last.left)


def test_chips_never_stand_over_each_other(desk, news) -> None:
    spans = [(start, start + 2, label) for start in range(5, 60, 2) for label in ("base", "date")]
    desk.show(news, *spans, size=(420, 700))
    for block, _ in desk.view._visible():
        for line in block.lines:
            chips = sorted(desk.view._painter.marks_of(line).chips, key=lambda chip: chip.left)
            for one, other in itertools.pairwise(chips):
                assert one.right <= other.left
    crowded = desk.view._painter.marks_of(desk.view._line_of(5)[1]).chips
    assert crowded[-1].span is None
    begun = list(desk.view._line_of(5)[1].laned)
    assert crowded[-1].text == f"+{len(begun) - len(crowded) + 1}"


def test_an_unsure_span_looks_different(desk, news) -> None:
    desk.show(news, (5, 16, "actor"))
    sure = picture(desk)
    span = Span(5, 16, "actor", news[5:16], unsure=True)
    desk.view.show_layer(Layer("a", "amal", (span,)))
    unsure = picture(desk)
    (rect,) = desk.view.rects_of(5, 16)
    row = [
        (x, round(rect.bottom()) + 2) for x in range(int(rect.left()) + 4, int(rect.right()) - 4)
    ]
    assert len({sure.pixel(*place) for place in row}) == 1
    assert LIGHT.background in [unsure.pixelColor(*place) for place in row]
    line = desk.view._line_of(5)[1]
    assert desk.view._painter.marks_of(line).chips[0].text.endswith("؟")


def test_a_bar_that_would_cut_a_joined_word_stays_below_the_baseline(desk) -> None:
    text = "قال وبالمدينة ثم المدينة"
    inside, free = text.index("مدينة"), text.rindex("المدينة")
    desk.show(text, (inside, inside + 5, "actor"), (free, len(text), "actor"))
    shown = picture(desk)
    bar = LIGHT.label("#c62828").line
    found = []
    for start, end in ((inside, inside + 5), (free, len(text))):
        (rect,) = desk.view.rects_of(start, end)
        x = round(rect.right()) - 1
        found.append(
            [shown.pixelColor(x, y) == bar for y in (int(rect.top()) + 2, int(rect.bottom()))]
        )
    assert found == [[False, True], [True, True]]


def test_a_selection_over_the_end_of_a_paragraph_shows_it(desk, news) -> None:
    desk.show("قال\n\nنعم")
    desk.view.select(0, 3)
    without = picture(desk)
    desk.view.select(0, 5)
    (rect,) = desk.view.rects_of(0, 3)
    beyond = (int(rect.left()) - 4, int(rect.top()) + 4)
    assert without.pixelColor(*beyond) == LIGHT.background
    assert picture(desk).pixelColor(*beyond) != LIGHT.background


def test_blank_lines_are_a_third_as_high_as_lines_and_the_caret_goes_through_them(desk) -> None:
    desk.show("قال\n\n\n\nنعم")
    view = desk.view
    high = view._metrics.line_height
    (first,), (last,) = view.rects_of(0, 3), view.rects_of(7, 10)
    assert last.top() - first.top() < 2.5 * high
    carets = [view.caret_rect(place) for place in (3, 4, 5, 6, 7)]
    for above, below in itertools.pairwise(carets):
        assert above.bottom() <= below.top()
    for caret in carets[1:-1]:
        assert 0 < caret.height() <= high / 3
    for place, caret in zip((4, 5, 6), carets[1:-1], strict=True):
        assert view.offset_at(caret.center().toPoint()) == place
    view.place_caret(3)
    places = []
    for _ in range(4):
        desk.qtbot.keyClick(view, Qt.Key.Key_Down)
        places.append(view.caret())
    assert places[:3] == [4, 5, 6]
    assert places[3] >= 7


def test_a_text_of_blank_lines_is_scrolled_by_heights_that_are_right_from_the_start(desk) -> None:
    text = "\n" * 400 + "آخر"
    desk.show(text, size=(400, 300))
    view = desk.view
    estimated = view._column.total
    heights = [view._column.height(index) for index in range(len(view._column))]
    assert sum(heights) == view._column.total
    assert abs(estimated - sum(heights)) <= view._metrics.line_height
    view.scroll_to(len(text))
    (rect,) = view.rects_of(len(text) - 3, len(text))
    assert view.viewport().rect().contains(rect.toAlignedRect())


# Changes


def test_a_change_keeps_shaping_and_drops_only_the_lanes_it_touches(desk, news) -> None:
    desk.show(news, (5, 10, "actor"))
    picture(desk)
    blocks = {index: block for index, (block, _) in enumerate(desk.view._visible())}
    marks = {index: [line.marks for line in block.lines] for index, block in blocks.items()}
    change = Mark(*desk.find("قناة"), "actor").plan(desk.layer, news)
    desk.view.show_change(change.on(desk.layer), change)
    picture(desk)
    after = {index: block for index, (block, _) in enumerate(desk.view._visible())}
    assert after == blocks
    same = [
        all(line.marks is old for line, old in zip(block.lines, marks[index], strict=True))
        for index, block in after.items()
    ]
    assert [index for index, kept in enumerate(same) if not kept] == [2]


def test_a_change_is_drawn_as_the_whole_layer_would_be(desk, news) -> None:
    desk.show(news, (5, 10, "actor"))
    change = Mark(0, 200, "date").plan(desk.layer, news)
    layer = change.on(desk.layer)
    desk.view.show_change(layer, change)
    changed = picture(desk)
    desk.view.show_layer(layer)
    assert picture(desk) == changed


def test_labels_and_themes_are_drawn_anew(desk, news) -> None:
    desk.show(news, (5, 10, "actor"))
    light = picture(desk)
    desk.view.setPalette(palette_of(DARK))
    dark = picture(desk)
    assert dark.pixelColor(2, 2) == DARK.background
    assert light.pixelColor(2, 2) == QColor("#ffffff")
    desk.view.setPalette(QPalette(palette_of(LIGHT)))
    assert picture(desk).pixelColor(2, 2) == LIGHT.background


def test_hits_are_painted_and_the_current_one_stronger(desk, news) -> None:
    desk.show(news)
    bare = picture(desk)
    first, second = desk.find("RT"), desk.find("RT", 1)
    desk.view.show_hits([second, first], first)
    point = desk.middle(*first).toPoint() - QPoint(0, 11)
    other = desk.middle(*second).toPoint() - QPoint(0, 11)
    shown = picture(desk)
    assert shown.pixelColor(point) != bare.pixelColor(point)
    assert shown.pixelColor(point) != shown.pixelColor(other)
    desk.view.show_hits([second, first], second)
    assert picture(desk).pixelColor(other) == shown.pixelColor(point)
    desk.view.show_hits([])
    assert picture(desk) == bare


def test_the_selected_span_has_an_outline_and_handles(desk, news) -> None:
    (span,) = desk.show(news, (5, 16, "actor"))
    plain = picture(desk)
    desk.view.select_span(span.id)
    assert desk.view.selected_span() == span.id
    assert picture(desk) != plain
    (rect,) = desk.view.rects_of(5, 16)
    grip = QPoint(round(rect.left()), round(rect.bottom()) + 5)
    assert picture(desk).pixelColor(grip) == LIGHT.accent
    desk.view.select_span(None)
    assert picture(desk) == plain


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


# Nasty texts


def test_a_huge_paragraph_is_laid_out_in_pieces(desk, news) -> None:
    text = news.replace("\n", " ") * 40
    desk.show(text, size=(500, 400))
    picture(desk)
    assert all(len(block.source) <= LONGEST for block, _ in desk.view._visible())
    place = len(text) // 2
    desk.view.scroll_to(place)
    start = text.index("قناة", place)
    desk.view.scroll_to(start)
    desk.drag(start, start + 4)
    assert desk.view.selection() == (start, start + 4)
    rects = desk.view.rects_of(LONGEST - 400, LONGEST + 400)
    assert len(rects) > 8


@pytest.mark.parametrize(
    "text",
    [
        "\n\n\n",
        "\u200f\u202b\u202c",
        "\ufeffقاعدة",
        "قال\u2028نعم\u2029ثم\rو\x0bه\x85لا\tأ",
        "قسرك" * 3000,
        "😀" * 50 + "👨‍👩‍👧 سُجِّلت",
        "a\u0301" * 30,
        "\U0001f1f8\U0001f1fe" * 9 + "각",
        "قاعدة\n" * 3,
    ],
)
@pytest.mark.parametrize("direction", list(Direction))
def test_no_text_is_too_odd(desk, text, direction) -> None:
    desk.show(text, (0, min(7, len(text)), "actor"), direction=direction, size=(200, 300))
    desk.view.select(0, len(text))
    picture(desk)
    for start, end in letters_of(text)[:120]:
        if text[start].isprintable() and text[start] != " ":
            desk.view.scroll_to(start)
            (rect, *_) = desk.view.rects_of(start, end)
            assert rect.width() > 0
            assert desk.view.letter_under(rect.center()) == (start, end)
    for _ in range(30):
        desk.qtbot.keyClick(desk.view, Qt.Key.Key_Left)
        desk.qtbot.keyClick(desk.view, Qt.Key.Key_Down)


def test_separators_of_their_own_break_no_line(desk) -> None:
    text = "قال\u2028نعم\u2029ثم\rو\x0bه"
    desk.show(text)
    ((block, _),) = desk.view._visible()
    assert len(block.lines) == 1
    names = [name for name, _, _ in control_rects(block.lines[0], desk.view._metrics)]
    assert names == ["LS", "PS", "CR", "VT"]


def test_control_characters_are_shown_where_they_stand_and_move_no_text(desk) -> None:
    desk.show("قال RT نعم")
    bare = desk.view.rects_of(7, 10)
    text = "قال RT\u200f نعم"
    desk.show(text)
    assert desk.view.rects_of(8, 11) == bare
    line = desk.view._line_of(0)[1]
    ((name, chip, x),) = control_rects(line, desk.view._metrics)
    assert name == "RLM"
    (latin,) = desk.view.rects_of(4, 6)
    assert chip.left() < x < chip.right()
    assert x + desk.view._column_left == pytest.approx(latin.left(), abs=5)
    with_chip = picture(desk)
    assert with_chip.pixelColor(
        round(chip.center().x()) + desk.view._column_left, round(latin.top()) - 1
    ) == QColor(LIGHT.muted)


def test_chips_of_neighbouring_control_characters_stand_beside_each_other(desk) -> None:
    desk.show("قال\u200f\u202b\u200e نعم")
    rects = control_rects(desk.view._line_of(0)[1], desk.view._metrics)
    chips = sorted((rect for _, rect, _ in rects), key=lambda rect: rect.left())
    assert len(chips) == 3
    assert chips[0].right() <= chips[1].left()
    assert chips[1].right() <= chips[2].left()


def test_a_letter_of_several_glyphs_is_one_letter(desk) -> None:
    text = "علم \U0001f1f8\U0001f1fe هنا"
    desk.show(text)
    (rect,) = desk.view.rects_of(4, 5)
    for part in (0.1, 0.4, 0.6, 0.9):
        point = QPointF(rect.left() + part * rect.width(), rect.center().y())
        assert desk.view.letter_under(point) == (4, 6)
        assert desk.view.offset_at(point.toPoint()) in (4, 6)


def test_a_joiner_inside_emoji_gets_no_chip(desk) -> None:
    desk.show("👨‍👩‍👧 و\u200cا")
    names = [name for name, _, _ in control_rects(desk.view._line_of(0)[1], desk.view._metrics)]
    assert names == ["ZWNJ"]


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
