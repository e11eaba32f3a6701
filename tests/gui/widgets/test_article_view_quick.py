"""Marking with few keys: the word at the caret, the last label again, a label that is kept on."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.core.edits import Mark
from annotator.core.labels import LabelSet

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


def press_arabic(desk, text: str, scan: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key of an Arabic keyboard: its letter, and the scan code that Linux gives it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(text), modifiers, scan, 0, 0, text)
        QApplication.sendEvent(desk.view, event)


def follow_tags(desk) -> None:
    """Let marks come true, as they do in the window."""

    def tag(start: int, end: int, label: str) -> None:
        change = Mark(start, end, label).plan(desk.layer, desk.text)
        desk.layer = change.on(desk.layer)
        desk.view.show_change(desk.layer, change)

    desk.view.tag_requested.connect(tag)


def tags(desk) -> list[tuple[str, str]]:
    return [
        (desk.text[asked[1] : asked[2]], asked[3])
        for asked in desk.asked
        if asked[0] == "tag_requested"
    ]


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("غادر رتل قاعدة", 0, "غادر"),
        ("غادر رتل قاعدة", 2, "غادر"),
        ("غادر رتل قاعدة", 4, "غادر"),
        ("غادر رتل قاعدة", 14, "قاعدة"),
        ("غادر، رتل", 5, "رتل"),
        ("  «قسرك» هناك", 0, "قسرك"),
        ("وواشنطن", 3, "وواشنطن"),
        ("بلغت 99% في", 5, "99%"),
    ],
)
def test_a_label_alone_marks_the_word_at_the_caret(
    desk, text: str, place: int, wanted: str
) -> None:
    desk.show(text)
    desk.view.place_caret(place)
    desk.qtbot.keyClick(desk.view, KEY.Key_3)
    assert tags(desk) == [(wanted, "actor")]


@pytest.mark.parametrize(("text", "place"), [("", 0), ("غادر .", 6), ("غادر. \nرتل", 6), ("؟!", 0)])
def test_a_label_alone_marks_nothing_where_no_word_follows_in_the_paragraph(
    desk, text: str, place: int
) -> None:
    desk.show(text)
    desk.view.place_caret(place)
    desk.qtbot.keyClick(desk.view, KEY.Key_3)
    assert desk.asked == []


def test_a_label_with_no_word_at_the_caret_or_after_it_is_refused(desk) -> None:
    refused: list[object] = []
    desk.view.refused.connect(refused.append)
    desk.show("غادر رتل …")
    desk.qtbot.keyClick(desk.view, KEY.Key_End)
    desk.qtbot.keyClick(desk.view, KEY.Key_3)
    assert tags(desk) == []
    assert [str(one) for one in refused] == [
        "Nothing is selected: select words, or put the caret on one."
    ]
    desk.qtbot.keyClick(desk.view, KEY.Key_Home)
    desk.qtbot.keyClick(desk.view, KEY.Key_3)
    assert tags(desk) == [("غادر", "actor")]


def test_a_span_looks_unselected_while_words_are_selected(desk) -> None:
    (span,) = desk.show("غادر رتل قاعدة", (0, 4, "actor"))
    bare = desk.view.viewport().grab().toImage()
    desk.view.select_span(span.id)
    framed = desk.view.viewport().grab().toImage()
    assert framed != bare
    desk.view.select(5, 8)
    desk.view.select_span(span.id)
    both = desk.view.viewport().grab().toImage()
    desk.view.select_span(None)
    assert desk.view.viewport().grab().toImage() == both


def test_a_word_of_a_span_with_that_label_is_not_marked_again(desk) -> None:
    outer, _ = desk.show("قوات سوريا الديمقراطية", (0, 22, "actor"), (5, 10, "base"))
    desk.view.place_caret(7)
    desk.qtbot.keyClick(desk.view, KEY.Key_3)
    assert desk.asked == [("span_selected", outer.id)]
    assert desk.view.caret() == 22
    desk.view.place_caret(3)
    desk.view.select_span(None)
    desk.qtbot.keyClick(desk.view, KEY.Key_2)
    assert tags(desk) == [("قوات", "date")]


def test_a_label_alone_goes_on_the_span_that_is_just_the_word(desk) -> None:
    _, inner = desk.show("قوات سوريا الديمقراطية", (0, 22, "actor"), (5, 10, "base"))
    desk.view.place_caret(7)
    desk.qtbot.keyClick(desk.view, KEY.Key_2)
    assert desk.asked == [
        ("span_selected", inner.id),
        ("relabel_requested", inner.id, "date"),
    ]
    assert desk.view.caret() == 10


def test_of_two_spans_that_are_just_the_word_none_is_chosen_for_the_user(desk) -> None:
    desk.show("غادر رتل", (5, 8, "base"), (5, 8, "actor"))
    desk.view.place_caret(6)
    desk.qtbot.keyClick(desk.view, KEY.Key_2)
    assert tags(desk) == [("رتل", "date")]


def test_words_selected_from_the_keyboard_are_marked_without_the_blank_between(desk) -> None:
    desk.show("غادر رتل قاعدة «قسرك» هناك")
    desk.view.place_caret(4)
    desk.qtbot.keyClick(desk.view, KEY.Key_Left, CONTROL | SHIFT)
    assert (desk.view.selected_text(), desk.view.caret()) == ("رتل", 8)
    desk.qtbot.keyClick(desk.view, KEY.Key_Left, CONTROL | SHIFT)
    assert (desk.view.selected_text(), desk.view.caret()) == ("رتل قاعدة", 14)
    desk.qtbot.keyClick(desk.view, KEY.Key_1)
    assert tags(desk) == [("رتل قاعدة", "base")]
    desk.qtbot.keyClick(desk.view, KEY.Key_Left, CONTROL | SHIFT)
    assert desk.view.selected_text() == "قسرك"


def test_letters_selected_from_the_keyboard_are_never_trimmed(desk) -> None:
    desk.show("غادر رتل قاعدة")
    desk.view.place_caret(8)
    desk.qtbot.keyClick(desk.view, KEY.Key_Left, CONTROL | SHIFT)
    assert desk.view.selected_text() == "قاعدة"
    desk.qtbot.keyClick(desk.view, KEY.Key_Right, SHIFT)
    assert desk.view.selected_text() == " قاعد"
    desk.qtbot.keyClick(desk.view, KEY.Key_1)
    assert tags(desk) == [(" قاعد", "base")]


def test_a_kept_label_goes_on_words_without_the_blank(desk) -> None:
    desk.view.show()
    desk.view.setFocus()
    desk.show("غادر رتل قاعدة")
    follow_tags(desk)
    desk.qtbot.keyClick(desk.view, KEY.Key_3, CONTROL)
    desk.view.place_caret(4)
    desk.qtbot.keyClick(desk.view, KEY.Key_Left, CONTROL | SHIFT)
    desk.qtbot.keyRelease(desk.view, KEY.Key_Shift)
    assert tags(desk) == [("رتل", "actor")]


def test_blanks_alone_can_be_selected_by_words(desk) -> None:
    desk.show("غادر   ")
    desk.view.place_caret(4)
    desk.qtbot.keyClick(desk.view, KEY.Key_Left, CONTROL | SHIFT)
    assert desk.view.selection() == (4, 7)


def test_moving_the_caret_lets_go_of_the_span_so_that_the_next_word_can_be_marked(desk) -> None:
    desk.show("غادر رتل قاعدة")
    follow_tags(desk)
    for key in (KEY.Key_1, KEY.Key_2):
        desk.qtbot.keyClick(desk.view, KEY.Key_Left, CONTROL)
        desk.qtbot.keyClick(desk.view, key)
    assert tags(desk) == [("غادر", "base"), ("رتل", "date")]


def test_selecting_with_shift_holds_on_to_the_span_until_the_selection_is_gone(desk) -> None:
    (span,) = desk.show("غادر رتل قاعدة", (0, 4, "actor"))
    desk.view.select_span(span.id)
    desk.qtbot.keyClick(desk.view, KEY.Key_Left, SHIFT)
    assert desk.view.selected_span() == span.id
    desk.qtbot.keyClick(desk.view, KEY.Key_Left)
    assert desk.view.selected_span() is None


def test_the_caret_goes_along_with_the_end_of_a_span_that_is_moved(desk) -> None:
    (span,) = desk.show("غادر رتل قاعدة قسرك", (5, 8, "base"))
    desk.view.select_span(span.id)
    desk.qtbot.keyClick(desk.view, "]")
    assert desk.asked[-1] == ("resize_requested", span.id, 5, 14)
    assert desk.view.caret() == 14


@pytest.mark.parametrize(
    "press",
    [lambda desk: desk.qtbot.keyClick(desk.view, "."), lambda desk: press_arabic(desk, "ز", 60)],
)
def test_the_last_label_is_asked_for_again(desk, press) -> None:
    (span,) = desk.show("غادر رتل قاعدة قسرك", (15, 19, "actor"))
    follow_tags(desk)
    asked = desk.asked
    asked.clear()
    desk.view.command_requested.connect(lambda _: desk.view.repeat_label())
    press(desk)
    assert tags(desk) == []
    desk.qtbot.keyClick(desk.view, KEY.Key_2)
    desk.view.select(5, 14)
    press(desk)
    desk.view.select_span(span.id)
    press(desk)
    assert ("command_requested", "repeat") in asked
    assert tags(desk) == [("غادر", "date"), ("رتل قاعدة", "date")]
    assert asked[-1] == ("relabel_requested", span.id, "date")


@pytest.mark.parametrize(
    "keep",
    [
        lambda desk: desk.qtbot.keyClick(desk.view, KEY.Key_2, CONTROL),
        lambda desk: press_arabic(desk, "٢", 11, CONTROL),
        lambda desk: press_arabic(desk, "ب", 11, CONTROL),
    ],
)
def test_a_kept_label_goes_on_each_selection_at_once_until_esc(desk, keep) -> None:
    desk.show("غادر رتل قاعدة قسرك أمس")
    follow_tags(desk)
    told: list[object] = []
    desk.view.label_kept.connect(told.append)
    keep(desk)
    assert desk.view.kept_label() == "date"
    desk.view.setFocus()
    desk.qtbot.keyPress(desk.view, KEY.Key_Shift)
    for _ in range(2):
        event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Left, SHIFT | CONTROL)
        QApplication.sendEvent(desk.view, event)
    assert tags(desk) == []
    desk.qtbot.keyRelease(desk.view, KEY.Key_Shift)
    desk.drag(*desk.find("قاعدة"))
    desk.mouse(QEvent.Type.MouseButtonPress, desk.middle(*desk.find("قسرك")))
    desk.mouse(QEvent.Type.MouseButtonRelease, desk.middle(*desk.find("قسرك")))
    desk.mouse(QEvent.Type.MouseButtonDblClick, desk.middle(*desk.find("قسرك")))
    desk.mouse(QEvent.Type.MouseButtonRelease, desk.middle(*desk.find("قسرك")))
    assert tags(desk) == [("غادر رتل", "date"), ("قاعدة", "date"), ("قسرك", "date")]
    assert desk.view.selection() is None
    desk.qtbot.keyClick(desk.view, KEY.Key_Escape)
    assert desk.view.kept_label() is None
    assert desk.view.selected_span() is not None
    desk.view.select(*desk.find("أمس"))
    assert len(tags(desk)) == 3
    assert told == ["date", None]


def test_what_is_selected_when_a_label_begins_to_be_kept_is_marked_first(desk) -> None:
    desk.show("غادر رتل قاعدة")
    desk.view.select(5, 8)
    desk.qtbot.keyClick(desk.view, KEY.Key_1, CONTROL)
    assert tags(desk) == [("رتل", "base")]


def test_selecting_everything_to_copy_it_is_no_selection_to_mark(desk) -> None:
    desk.show("غادر رتل قاعدة")
    desk.qtbot.keyClick(desk.view, KEY.Key_1, CONTROL)
    desk.qtbot.keyClick(desk.view, KEY.Key_A, CONTROL)
    desk.qtbot.keyClick(desk.view, KEY.Key_C, CONTROL)
    desk.qtbot.keyClick(desk.view, KEY.Key_Shift)
    assert tags(desk) == []
    assert QGuiApplication.clipboard().text() == desk.text


def test_a_selection_that_is_marked_so_already_is_only_selected(desk) -> None:
    (span,) = desk.show("غادر رتل قاعدة", (5, 8, "base"))
    desk.qtbot.keyClick(desk.view, KEY.Key_1, CONTROL)
    desk.drag(5, 8)
    assert tags(desk) == []
    assert desk.view.selected_span() == span.id


def test_another_label_is_marked_once_while_one_is_kept(desk) -> None:
    desk.show("غادر رتل قاعدة")
    desk.view.place_caret(0)
    desk.qtbot.keyClick(desk.view, KEY.Key_1, CONTROL)
    desk.qtbot.keyClick(desk.view, KEY.Key_3)
    desk.view.select(5, 8)
    assert tags(desk) == [("غادر", "actor"), ("رتل", "base")]


def test_the_last_label_is_kept_and_no_longer_kept_by_a_comma(desk) -> None:
    desk.show("غادر رتل قاعدة")
    follow_tags(desk)
    desk.view.command_requested.connect(lambda _: desk.view.toggle_kept())
    desk.qtbot.keyClick(desk.view, ",")
    assert desk.view.kept_label() is None
    desk.qtbot.keyClick(desk.view, KEY.Key_3)
    for wanted in ("actor", None, "actor"):
        press_arabic(desk, "و", 59)
        assert desk.view.kept_label() == wanted
    desk.qtbot.keyClick(desk.view, KEY.Key_1, CONTROL)
    assert desk.view.kept_label() == "base"


def test_a_label_with_a_letter_for_its_key_leaves_copying_alone(desk) -> None:
    desk.view.set_labels(
        LabelSet.from_toml('[[label]]\nname = "city"\ncolour = "#336699"\nkey = "c"\n'), "en"
    )
    desk.show("غادر رتل قاعدة")
    desk.view.select(5, 8)
    desk.qtbot.keyClick(desk.view, KEY.Key_C, CONTROL)
    assert desk.view.kept_label() is None
    assert QGuiApplication.clipboard().text() == "رتل"


def test_a_label_that_is_gone_is_not_kept(desk) -> None:
    desk.show("غادر رتل قاعدة")
    desk.qtbot.keyClick(desk.view, KEY.Key_1, CONTROL)
    desk.view.set_labels(
        LabelSet.from_toml('[[label]]\nname = "unit"\ncolour = "#336699"\nkey = "u"\n'), "en"
    )
    assert desk.view.kept_label() is None
    desk.view.repeat_label()
    assert tags(desk) == []


def test_a_stretch_grows_to_the_quotes_around_it_and_goes_back(desk) -> None:
    desk.show("قال «غادر [رتل كبير] أمس» ثم")
    view = desk.view
    view.command_requested.connect(
        lambda name: view.extend() if name == "extend" else view.retract()
    )
    view.place_caret(desk.find("كبير")[0])
    seen = []
    for key in ('"', '"', '"', "'", "'", "'"):
        desk.qtbot.keyClick(view, key)
        seen.append(view.selected_text())
    inner, outer = "رتل كبير", "غادر [رتل كبير] أمس"
    assert seen == [inner, outer, outer, inner, "", ""]


def test_an_arabic_keyboard_extends_and_goes_back_with_the_same_keys(desk) -> None:
    desk.show("قال «غادر» ثم")
    press_arabic(desk, "ط", 48)
    press_arabic(desk, '"', 48, SHIFT)
    press_arabic(desk, "؛", 48, SHIFT)
    names = [asked[1] for asked in desk.asked]
    assert names == ["retract", "extend", "extend"]


def test_a_selected_span_grows_to_the_quotes_and_goes_back(desk) -> None:
    (span,) = desk.show('نقلت "وول ستريت جورنال" عنه', (10, 15, "actor"))
    desk.view.select_span(span.id)
    desk.view.extend()
    assert desk.asked[-1] == ("resize_requested", span.id, 6, 22)
    (wide,) = desk.show(desk.text, (6, 22, "actor"))
    desk.view.select_span(wide.id)
    desk.asked.clear()
    desk.view.retract()
    assert desk.asked == []  # it was shown anew: there is nothing to go back to


def test_ctrl_with_up_and_down_goes_by_paragraphs(desk) -> None:
    text = "\n أول\n\n \nثان طويل\nثالث"
    desk.show(text)
    seen = []
    for key in (KEY.Key_Down,) * 4 + (KEY.Key_Left,) + (KEY.Key_Up,) * 4:
        desk.qtbot.keyClick(desk.view, key, CONTROL)
        seen.append(desk.view.caret())
    second, third = text.index("ثان"), text.index("ثالث")
    assert seen == [2, second, third, len(text), len(text), third, second, 1, 0]
    desk.view.place_caret(second + 5)
    desk.qtbot.keyClick(desk.view, KEY.Key_Up, CONTROL | SHIFT)
    assert desk.view.selected_text() == "ثان ط"


def test_a_kept_label_colours_the_caret_and_the_selection(desk) -> None:
    desk.show("غادر رتل قاعدة")
    desk.view._set_selection(5, 8)
    before = desk.view.viewport().grab().toImage()
    desk.view.attention.kept = "actor"
    assert desk.view.viewport().grab().toImage() != before
