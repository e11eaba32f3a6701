"""How spans are painted: lanes, chips, edges, selection, hits; text stays where it is."""

import itertools
import random
from dataclasses import fields

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette

from annotator.core.edits import Mark
from annotator.core.model import Layer, Span
from annotator.core.suggestions import Suggestion
from annotator.core.text import whole_letters
from annotator.gui.text.metrics import MOST_LANES
from annotator.gui.theme import DARK, LIGHT, LabelColours, Theme, palette_of
from tests.gui.widgets.test_article_view import picture

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


# Suggestions


def test_the_keys_of_two_that_begin_at_one_place_stand_beside_each_other(desk, news) -> None:
    desk.show(news)
    outer = Suggestion(5, 16, "actor", 0.9, ("rules",))
    inner = Suggestion(5, 11, "base", 0.9, ("rules",))
    over = desk.view.rects_of(5, 16)[0].toAlignedRect().adjusted(0, -12, 0, 0)
    over.setHeight(11)
    bare = picture(desk)

    def inked(*suggestions: Suggestion) -> set[int]:
        """Return on which columns of pixels something stands over the text."""
        desk.view.show_suggestions(suggestions, keeps_tab=True)
        image = picture(desk)
        return {
            x
            for x in range(over.left(), over.right() + 1)
            for y in range(over.top(), over.bottom() + 1)
            if image.pixel(x, y) != bare.pixel(x, y)
        }

    alone, both = inked(outer), inked(outer, inner)
    assert alone < both
    beside = both - alone
    assert max(beside) < min(alone)
    assert len(beside) >= len(inked(inner)) - 1  # it may stand elsewhere between two pixels


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_suggested_is_drawn_with_dashes_and_leaves_the_text_alone(
    desk, news, theme: Theme
) -> None:
    desk.show(news)
    desk.view.set_theme(theme)
    bare = picture(desk)
    desk.view.show_suggestions([Suggestion(5, 16, "actor", 0.9, ("rules",))], keeps_tab=True)
    image = picture(desk)
    box = desk.view.rects_of(5, 16)[0].toAlignedRect()
    changed = {
        y: [image.pixel(x, y) != bare.pixel(x, y) for x in range(box.left(), box.right() + 1)]
        for y in range(box.top() - 4, box.bottom() + 5)
    }
    dashed = [y for y, row in changed.items() if len(list(itertools.groupby(row))) > 10]
    # One line above the letters and one below; between them the text is as it was.
    assert dashed
    assert dashed[0] < box.center().y() < dashed[-1]
    inside = (y for y in changed if dashed[0] + 3 < y < dashed[-1] - 3)
    assert not any(any(changed[y][4:-4]) for y in inside)
