import pytest
import regex
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from tests.gui.conftest import Hands


def bar_of(window: MainWindow) -> QWidget:
    bar = window.findChild(QWidget, "findBar")
    assert isinstance(bar, QWidget)
    return bar


def choose(qtbot: QtBot, window: MainWindow, name: str) -> QToolButton:
    button = bar_of(window).findChild(QToolButton, name)
    assert isinstance(button, QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return button


def look_for(hands: Hands, window: MainWindow, words: str) -> QLineEdit:
    view = window.workbench.view
    hands.qtbot.keyClick(view, "/")
    line = bar_of(window).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.clear()
    hands.type_text(line, words)
    return line


def told(window: MainWindow) -> str:
    texts = [label.text() for label in bar_of(window).findChildren(QLabel) if label.isVisible()]
    return " ".join(filter(None, texts))


def hits(window: MainWindow) -> list[str]:
    view = window.workbench.view
    return [view.text[start:end] for start, end in view.attention.hits]


@pytest.fixture
def text(window: MainWindow) -> str:
    return window.workbench.view.text


def test_whole_words_are_hit_without_their_clitics_and_become_the_selection(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    line = look_for(hands, window, "سوري")
    view = window.workbench.view
    assert "ا" in {view.text[end] for _, end in view.attention.hits}  # of سوريا
    choose(qtbot, window, "wholeWords")
    assert hits(window)
    assert not any(view.text[end].isalpha() for _, end in view.attention.hits)
    line.clear()
    hands.type_text(line, "التحالف")
    assert "ل" in {view.text[start - 1] for start, _ in view.attention.hits}  # of للتحالف
    line.clear()
    hands.type_text(line, "سوريا")
    assert set(hits(window)) == {"سوريا"}
    qtbot.keyClick(line, Qt.Key.Key_Return)
    start, end = window.workbench.view.selection()
    assert window.workbench.view.text[start:end] == "سوريا"
    qtbot.keyClick(window.workbench.view, "3")
    assert window.session.layer.spans[0].quote == "سوريا"


def test_shift_enter_goes_back_and_round_the_beginning(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    line = look_for(hands, window, "حقل")
    view = window.workbench.view
    found = view.attention.hits
    assert len(found) > 2
    qtbot.keyClick(line, Qt.Key.Key_Return)
    seen = [view.selection()]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    seen.append(view.selection())
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        seen.append(view.selection())
    assert seen == [found[0], found[1], found[0], found[-1]]
    assert f"{len(found)} of {len(found)}" in told(window)


def test_a_regular_expression_is_found_and_a_bad_one_told(
    qtbot: QtBot, hands: Hands, window: MainWindow, text: str
) -> None:
    line = look_for(hands, window, "[0-9]+")
    assert hits(window) == []
    choose(qtbot, window, "pattern")
    assert hits(window)
    assert all(hit.isdigit() for hit in hits(window))
    hands.type_text(line, "(")
    assert "not a regular expression" in told(window)
    assert hits(window) == []
    line.clear()
    assert told(window) == ""


@pytest.mark.parametrize(
    "pattern",
    ["(", ")", "[", "*", "a**", "a{2,1}", "\\", r"\q", r"\p{Foo}", "[b-a]", "(?Z)", "(*X)"],
)
def test_an_arabic_window_tells_a_bad_expression_without_english_words(
    qtbot: QtBot, hands: Hands, window: MainWindow, text: str, pattern: str
) -> None:
    window.set_language("ar")
    choose(qtbot, window, "pattern")
    look_for(hands, window, pattern)
    assert told(window) != ""
    assert not regex.search(r"\p{Latin}{2}", told(window))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_expression_runs_left_to_right_and_words_as_they_are_written(
    qtbot: QtBot, hands: Hands, window: MainWindow, text: str, language: str
) -> None:
    window.set_language(language)
    line = look_for(hands, window, "(قسرك|RT)+[٠-٩]")

    def runs_left_to_right() -> bool:
        qtbot.keyClick(line, Qt.Key.Key_Home)
        start = line.cursorRect().center().x()
        qtbot.keyClick(line, Qt.Key.Key_End)
        return start < line.cursorRect().center().x()

    assert not runs_left_to_right()
    choose(qtbot, window, "pattern")
    assert runs_left_to_right()
    line.clear()
    hands.type_text(line, "قاعدة[")
    assert runs_left_to_right()
    choose(qtbot, window, "pattern")
    assert not runs_left_to_right()
    line.clear()
    hands.type_text(line, "RT")
    assert runs_left_to_right()


def test_an_endless_expression_is_told(
    qtbot: QtBot, hands: Hands, window: MainWindow, text: str
) -> None:
    choose(qtbot, window, "pattern")
    look_for(hands, window, "(?R)")
    assert "takes too long" in told(window)
    assert hits(window) == []


def test_only_one_way_to_look_is_chosen_and_it_is_remembered(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    whole = choose(qtbot, window, "wholeWords")
    pattern = choose(qtbot, window, "pattern")
    assert (whole.isChecked(), pattern.isChecked()) == (False, True)
    window.set_language("ar")
    pattern = bar_of(window).findChild(QToolButton, "pattern")
    assert pattern.isChecked()
    choose(qtbot, window, "pattern")
    window.set_language("en")
    assert not bar_of(window).findChild(QToolButton, "pattern").isChecked()


def test_what_is_typed_is_named_for_screen_readers(window: MainWindow) -> None:
    for name in ("wholeWords", "pattern"):
        button = bar_of(window).findChild(QToolButton, name)
        assert button.accessibleName() == button.toolTip() != ""


def test_the_line_is_painted_whole_when_its_direction_turns(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    line = look_for(hands, window, "القوات")
    painted: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.rect())
            return super().eventFilter(watched, event)

    watch = Watch()
    line.installEventFilter(watch)
    for name in ("pattern", "wholeWords"):
        qtbot.wait(50)
        painted.clear()
        choose(qtbot, window, name)
        qtbot.waitUntil(lambda: line.rect() in painted)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_one_clicks_stays_where_it_is_while_hits_are_counted(
    qtbot: QtBot, hands: Hands, window: MainWindow, language: str
) -> None:
    window.set_language(language)
    line = look_for(hands, window, "")
    qtbot.wait(50)
    buttons = bar_of(window).findChildren(QToolButton)
    buttons = [button for button in buttons if button.parent() is bar_of(window)]
    before = [button.geometry() for button in buttons]
    for words in ("ا", "xyz", "القوات"):
        line.clear()
        hands.type_text(line, words)
        qtbot.wait(50)
        assert [button.geometry() for button in buttons] == before
