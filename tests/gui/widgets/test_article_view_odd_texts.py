"""Texts that are odd: huge paragraphs, control characters, letters of several glyphs."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor

from annotator.core.model import Direction
from annotator.gui.text.controls import control_rects
from annotator.gui.text.splitting import LONGEST
from annotator.gui.theme import LIGHT
from tests.gui.widgets.test_article_view import letters_of, picture

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
