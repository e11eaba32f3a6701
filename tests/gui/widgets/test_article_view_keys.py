import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.edits import Change, Mark
from annotator.core.labels import LabelSet
from annotator.gui.widgets.article_view import ArticleView

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


def arabic_key(desk, text: str, scan: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    key = ord(text)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(desk.view, QKeyEvent(kind, key, modifiers, scan, 0, 0, text))


def test_a_label_key_tags_the_selection_and_clears_it(desk, news) -> None:
    desk.show(news)
    place = desk.find("وزارة الصحة")
    desk.view.select(*place)
    desk.qtbot.keyClick(desk.view, KEY.Key_3)
    assert desk.asked == [("tag_requested", *place, "actor")]
    assert desk.view.selection() is None


def test_a_label_key_relabels_the_selected_span(desk, news) -> None:
    (span,) = desk.show(news, (5, 10, "actor"))
    desk.view.select_span(span.id)
    desk.qtbot.keyClick(desk.view, KEY.Key_3)
    desk.qtbot.keyClick(desk.view, KEY.Key_2)
    assert desk.asked == [("span_selected", span.id), ("relabel_requested", span.id, "date")]


def test_a_selection_goes_before_the_selected_span(desk, news) -> None:
    (span,) = desk.show(news, (5, 10, "actor"))
    desk.view.select_span(span.id)
    desk.view.select(12, 16)
    desk.qtbot.keyClick(desk.view, KEY.Key_2)
    assert desk.asked[-1][0] == "tag_requested"


def test_an_arabic_keyboard_tags_with_its_own_digits(desk, news) -> None:
    desk.show(news)
    desk.view.select(5, 10)
    arabic_key(desk, "٢", 11)
    assert desk.asked == [("tag_requested", 5, 10, "date")]


@pytest.mark.parametrize("letter", ["ü", "ö", "ß", "é", "ş", "q"])
def test_other_latin_letters_do_nothing(desk, news, letter: str) -> None:
    desk.show(news)
    desk.view.select(5, 10)
    desk.asked.clear()
    arabic_key(desk, letter, 34)  # the key that says [ on an American keyboard
    assert desk.view.selection() == (5, 10)
    assert desk.asked == []


def test_keys_of_an_own_label_set_may_be_letters(desk, news) -> None:
    desk.view.set_labels(
        LabelSet.from_toml('[[label]]\nname = "unit"\ncolour = "#336699"\nkey = "u"\n'), "en"
    )
    desk.show(news)
    for text, scan in (("u", 30), ("ع", 30), ("U", 30)):
        desk.view.select(5, 10)
        arabic_key(desk, text, scan)
    assert desk.asked == [("tag_requested", 5, 10, "unit")] * 3


def test_a_new_span_becomes_the_selected_one(desk, news) -> None:
    desk.show(news)
    desk.view.select(5, 10)

    def tag(start: int, end: int, label: str) -> None:
        change = Mark(start, end, label).plan(desk.layer, news)
        desk.layer = change.on(desk.layer)
        desk.view.show_change(desk.layer, change)

    desk.view.tag_requested.connect(tag)
    desk.qtbot.keyClick(desk.view, KEY.Key_1)
    assert desk.view.selected_span() == desk.layer.spans[0].id


def test_a_span_that_is_gone_is_no_longer_selected(desk, news) -> None:
    (span,) = desk.show(news, (5, 10, "actor"))
    desk.view.select_span(span.id)
    desk.qtbot.keyClick(desk.view, KEY.Key_Delete)
    assert desk.asked[-1] == ("remove_requested", span.id)
    change = Change("remove", (span,), (), desk.layer.state, desk.layer.state)
    desk.view.show_change(change.on(desk.layer), change)
    assert desk.view.selected_span() is None
    assert desk.asked[-1] == ("span_selected", None)


def test_space_goes_through_the_spans_and_brings_them_into_view(desk, news) -> None:
    far = news.index("سانا")
    spans = desk.show(
        news, (5, 10, "actor"), (5, 16, "base"), (far, far + 4, "actor"), size=(300, 260)
    )
    order = [spans[1], spans[0], spans[2]]
    seen = []
    for _ in range(4):
        desk.qtbot.keyClick(desk.view, KEY.Key_Space)
        seen.append(desk.view.selected_span())
    assert seen == [span.id for span in (*order, order[-1])]
    (rect,) = desk.view.rects_of(far, far + 4)
    assert 0 <= rect.top() < rect.bottom() <= desk.view.viewport().height()
    desk.qtbot.keyClick(desk.view, KEY.Key_Space, SHIFT)
    assert desk.view.selected_span() == order[1].id


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (KEY.Key_BracketLeft, "أعلنت وزارة"),
        (KEY.Key_BracketRight, "وزارة الصحة"),
    ],
)
def test_brackets_move_a_border_of_the_selection_outward(desk, news, key, wanted) -> None:
    desk.show(news)
    desk.view.select(*desk.find("وزارة"))
    desk.qtbot.keyClick(desk.view, key)
    assert desk.view.selection() == desk.find(wanted)


def test_braces_move_borders_of_the_selection_inward(desk, news) -> None:
    desk.show(news)
    desk.view.select(*desk.find("أعلنت وزارة الصحة"))
    desk.qtbot.keyClick(desk.view, KEY.Key_BraceRight, SHIFT)
    assert desk.view.selection() == desk.find("أعلنت وزارة")
    desk.qtbot.keyClick(desk.view, KEY.Key_BraceLeft, SHIFT)
    assert desk.view.selection() == desk.find("وزارة")


def test_a_clitic_peels_off_and_comes_back(desk, news) -> None:
    desk.show(news)
    start, end = desk.find("وبالمدينة القديمة")
    desk.view.select(start, end)
    desk.qtbot.keyClick(desk.view, KEY.Key_BraceLeft, SHIFT)
    assert desk.view.selection() == (start + 1, end)
    desk.qtbot.keyClick(desk.view, KEY.Key_BracketLeft)
    assert desk.view.selection() == (start, end)


def test_brackets_with_ctrl_resize_the_selected_span_by_letters(desk, news) -> None:
    start, end = news.index("وزارة"), news.index("وزارة") + 5
    (span,) = desk.show(news, (start, end, "actor"))
    desk.view.select_span(span.id)
    for key, modifiers, wanted in (
        (KEY.Key_BracketLeft, CONTROL, (start - 1, end)),
        (KEY.Key_BracketRight, CONTROL, (start, end + 1)),
        (KEY.Key_BraceLeft, CONTROL | SHIFT, (start + 1, end)),
        (KEY.Key_BracketRight, CONTROL | SHIFT, (start, end - 1)),
    ):
        desk.qtbot.keyClick(desk.view, key, modifiers)
        assert desk.asked[-1] == ("resize_requested", span.id, *wanted)


def test_arabic_keyboards_move_borders_too(desk, news) -> None:
    desk.show(news)
    desk.view.select(*desk.find("وزارة"))
    arabic_key(desk, "د", 35)
    assert desk.view.selection() == desk.find("وزارة الصحة")
    arabic_key(desk, "د", 35, CONTROL)
    assert desk.view.selection() == desk.find("وزارة الصحة ")


def test_left_is_forward_in_right_to_left_text(desk, news) -> None:
    desk.show(news)
    view, press = desk.view, desk.qtbot.keyClick
    view.place_caret(5)
    press(view, KEY.Key_Left)
    assert view.caret() == 6
    press(view, KEY.Key_Left, CONTROL)
    assert view.caret() == 10
    press(view, KEY.Key_Left, CONTROL | SHIFT)
    assert (view.selection(), view.caret()) == ((11, 16), 16)
    press(view, KEY.Key_Right, SHIFT)
    assert view.selection() == (10, 15)
    press(view, KEY.Key_Right)
    assert (view.selection(), view.caret()) == (None, 14)
    press(view, KEY.Key_Home, CONTROL)
    assert view.caret() == 0
    press(view, KEY.Key_End, CONTROL)
    assert view.caret() == len(news)


def test_the_caret_never_stands_between_a_letter_and_its_marks(desk) -> None:
    desk.show("سُجِّلت 😀 👨‍👩‍👧")
    places = [0]
    while desk.view.caret() < len(desk.text):
        desk.qtbot.keyClick(desk.view, KEY.Key_Left)
        places.append(desk.view.caret())
    assert places == [0, 2, 5, 6, 7, 8, 9, 10, 15]
    for place in reversed(places[:-1]):
        desk.qtbot.keyClick(desk.view, KEY.Key_Right)
        assert desk.view.caret() == place


def test_up_and_down_keep_to_a_column(desk, news) -> None:
    desk.show(news, size=(300, 500))
    start = desk.find("وزارة")[0]
    desk.view.place_caret(start)
    seen = [start]
    for _ in range(5):
        desk.qtbot.keyClick(desk.view, KEY.Key_Down)
        seen.append(desk.view.caret())
    assert seen == sorted(set(seen))
    for place in reversed(seen[:-1]):
        desk.qtbot.keyClick(desk.view, KEY.Key_Up)
        assert desk.view.caret() == place


def test_home_and_end_go_to_the_borders_of_the_line(desk, news) -> None:
    desk.show(news, size=(300, 500))
    desk.view.place_caret(desk.find("وزارة")[0])
    _, line = desk.view._line_of(desk.view.caret())
    desk.qtbot.keyClick(desk.view, KEY.Key_End)
    assert desk.view.caret() == line.text_end
    desk.qtbot.keyClick(desk.view, KEY.Key_Home, SHIFT)
    assert desk.view.selection() == (line.start, line.text_end)


def test_page_keys_go_through_the_whole_text(desk, news) -> None:
    desk.show(news * 5, size=(300, 300))
    for _ in range(80):
        desk.qtbot.keyClick(desk.view, KEY.Key_PageDown)
    assert desk.view.caret() == len(desk.text)
    for _ in range(80):
        desk.qtbot.keyClick(desk.view, KEY.Key_PageUp)
    assert desk.view.caret() == 0


def test_find_finish_and_hits(desk, news) -> None:
    desk.show(news)
    press = desk.qtbot.keyClick
    press(desk.view, KEY.Key_F, CONTROL)
    press(desk.view, KEY.Key_Slash)
    press(desk.view, KEY.Key_Return, CONTROL)
    press(desk.view, KEY.Key_Return)
    desk.view.show_hits([(5, 10), (20, 22)], (5, 10))
    press(desk.view, KEY.Key_Return)
    press(desk.view, KEY.Key_Enter, SHIFT)
    press(desk.view, KEY.Key_Escape)
    press(desk.view, KEY.Key_Return)
    assert desk.asked == [
        ("command_requested", "find"),
        ("command_requested", "find"),
        ("finish_requested",),
        ("hit_requested", 1),
        ("hit_requested", -1),
        ("hits_closed",),
    ]


def test_escape_lets_go_of_the_selection_then_of_the_span(desk, news) -> None:
    (span,) = desk.show(news, (5, 10, "actor"))
    desk.view.select_span(span.id)
    desk.view.select(12, 16)
    desk.qtbot.keyClick(desk.view, KEY.Key_Escape)
    assert (desk.view.selection(), desk.view.selected_span()) == (None, span.id)
    desk.qtbot.keyClick(desk.view, KEY.Key_Escape)
    assert desk.view.selected_span() is None


def test_copying_gives_the_text_of_the_article_itself(desk) -> None:
    text = "\ufeffقال\u00a0\u2028RT\u200f نعم"
    desk.show(text)
    desk.qtbot.keyClick(desk.view, KEY.Key_A, CONTROL)
    assert desk.view.selection() == (0, len(text))
    assert desk.view.selected_text() == text
    desk.view.select(1, 8)
    desk.qtbot.keyClick(desk.view, KEY.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == text[1:8]


def test_ctrl_with_plus_minus_and_0_zooms(desk, news) -> None:
    desk.show(news)
    zooms: list[float] = []
    desk.view.zoom_changed.connect(zooms.append)
    for key in (KEY.Key_Plus, KEY.Key_Equal, KEY.Key_Minus, KEY.Key_0):
        desk.qtbot.keyClick(desk.view, key, CONTROL)
    assert zooms == [1.1, 1.21, 1.1, 1.0]


def test_tab_moves_the_focus_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    view, field = ArticleView(), QLineEdit()
    box.addWidget(view)
    box.addWidget(field)
    window.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, KEY.Key_Tab)
    assert field.hasFocus()
    qtbot.keyClick(field, KEY.Key_1)
    assert field.text() == "1"
