"""The same again in Review: what was decided before is offered, and all that is alike at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Choice
from annotator.core.edits import Remove
from annotator.gui.fields.option_card import OptionCard
from annotator.gui.main_window import MainWindow
from annotator.gui.review.lot_dialog import LotDialog
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.widgets.quotation_list import QuotationList
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.review import deciding
from annotator.workflow.review.settling import OpenConflict
from tests.gui.conftest import Hands, put_away
from tests.gui.review.test_review import (
    LEAD,
    at_hand,
    conflicts_of,
    copy_articles,
    gold_of,
    place_of,
    press,
    said,
)

ENTER, ESC, SPACE, DOWN = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Down,
)


@pytest.fixture
def thrice(path: Path, hands: Hands) -> Path:
    """The demo, with two more copies of each of its articles."""
    copy_articles(hands, path, "2", "3")
    return path


@pytest.fixture
def window(hands: Hands, thrice: Path, qtbot: QtBot) -> MainWindow:
    return opened(hands, thrice, qtbot)


def opened(hands: Hands, path: Path, qtbot: QtBot) -> MainWindow:
    window = hands.open(path, LEAD)
    window.commands["review"].trigger()
    place = place_of(window)
    qtbot.waitUntil(lambda: not place.reviewing.queueing.comparing.is_under_way, timeout=20_000)
    return window


@pytest.fixture
def place(window: MainWindow) -> ReviewPlace:
    return place_of(window)


def counted(place: ReviewPlace, name: str) -> str:
    button = place.panel.findChild(QToolButton, name)
    assert button is not None
    return button.text().split("  ")[0] if not button.isHidden() else ""


def ask(qtbot: QtBot, place: ReviewPlace, key: str) -> LotDialog:
    """Press a key that lists a lot, and wait until the list has the keyboard."""
    press(qtbot, key)
    return asked(qtbot, place)


def asked(qtbot: QtBot, place: ReviewPlace) -> LotDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QuotationList))
    window = QApplication.focusWidget().window()
    assert isinstance(window, LotDialog)
    return window


def listed(dialog: LotDialog) -> list[str]:
    """Return what the rows say: their articles, and what would be put there."""
    model = dialog.findChild(QuotationList).model()
    rows = range(model.rowCount())
    return [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in rows]


def let_come(qtbot: QtBot, place: ReviewPlace) -> None:
    """Wait until the dialog is gone."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is place.panel)


def like(path: Path, there: str) -> list[OpenConflict]:
    """Return the open conflicts with the words and the cause of the one of that id."""
    found = conflicts_of(path)
    one = next(one for one in found if one.conflict.id == there)
    return [other for other in found if (other.quote, other.cause) == (one.quote, one.cause)]


def decisions_in(path: Path) -> list[tuple[str, str]]:
    with Project.open(path, writable=False) as project:
        return [(one.choice.value, one.reason) for one in project.decisions.all()]


# -- what was decided before


def test_what_was_decided_is_offered_and_p_takes_it_with_its_reason(
    qtbot: QtBot, place: ReviewPlace, thrice: Path, hands: Hands
) -> None:
    there = like(thrice, at_hand(place).id)
    press(qtbot, "r")
    hands.type_text(QApplication.focusWidget(), "القاعدة 3")
    press(qtbot, ENTER, "n")
    place.conflicts.conflict_requested.emit(there[1].conflict.id)
    card = place.panel.findChild(OptionCard, "option_P")
    assert card is not None
    assert card.isVisible()
    assert "Decided so once before" in card.accessibleName()
    assert "القاعدة 3" in said(place, "precedentRemark")
    press(qtbot, "p")
    assert decisions_in(thrice) == [("narrowest", "القاعدة 3"), ("option", "القاعدة 3")]
    gold = gold_of(thrice)
    places = [{one for one in gold[c.article] if one[0] < c.conflict.end} for c in there[:2]]
    assert places[0] == places[1]


def test_the_most_frequent_outcome_is_offered_and_the_others_are_told(
    qtbot: QtBot, place: ReviewPlace, thrice: Path, hands: Hands
) -> None:
    copy_articles(hands, thrice, "4")
    qtbot.waitUntil(lambda: place.conflicts.length() == 140)
    there = like(thrice, at_hand(place).id)
    assert len(there) == 4
    for one, key in zip(there, ("0", "1", "1"), strict=False):
        place.conflicts.conflict_requested.emit(one.conflict.id)
        press(qtbot, key)
    place.conflicts.conflict_requested.emit(there[3].conflict.id)
    card = place.panel.findChild(OptionCard, "option_P")
    assert "Decided so 2 times before" in card.accessibleName()
    assert "Also decided: \u2068nothing\u2069 (1)" in said(place, "precedentRemark")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert [choice for choice, _ in decisions_in(thrice)] == ["none", "option", "option", "option"]


def test_what_another_program_decides_is_a_precedent_too_until_it_is_taken_back(
    qtbot: QtBot, place: ReviewPlace, thrice: Path, hands: Hands
) -> None:
    there = like(thrice, at_hand(place).id)

    def offered() -> bool:
        return place.panel.findChild(OptionCard, "option_P") is not None

    assert not offered()
    hands.other_program(
        thrice,
        lambda project: deciding.rule(project, LEAD, there[2], deciding.Ruling(Choice.NONE)),
    )
    qtbot.waitUntil(offered)
    assert counted(place, "alikeHere") == "1 more like this"
    hands.other_program(thrice, lambda project: deciding.undo(project, LEAD))
    qtbot.waitUntil(lambda: not offered())
    assert counted(place, "alikeHere") == "2 more like this"
    press(qtbot, "p")
    assert "Nothing like this" in said(place, "refusal")


# -- all that are alike


def test_all_that_are_alike_are_decided_in_one_act_and_one_undo_takes_them_back(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace, thrice: Path, hands: Hands
) -> None:
    before, gold = [one.conflict.id for one in conflicts_of(thrice)], gold_of(thrice)
    first = at_hand(place)
    there = like(thrice, first.id)
    assert counted(place, "alikeHere") == "2 more like this"
    dialog = ask(qtbot, place, "=")
    assert [line.split("\n")[0].strip("\u2068\u2069") for line in listed(dialog)] == [
        one.article for one in there
    ]
    press(qtbot, DOWN, SPACE, "2", ENTER)
    let_come(qtbot, place)
    assert "2 conflicts decided." in window.notice.sentence()
    left = [one.conflict.id for one in conflicts_of(thrice)]
    assert set(before) - set(left) == {there[0].conflict.id, there[2].conflict.id}
    assert at_hand(place).id == conflicts_of(thrice)[0].conflict.id
    window.commands["undo"].trigger()
    assert at_hand(place) == first
    assert gold_of(thrice) == gold
    assert not window.commands["undo"].isEnabled()
    window.commands["redo"].trigger()
    assert [one.conflict.id for one in conflicts_of(thrice)] == left
    hands.windows.remove(window)
    put_away(window)
    again = opened(hands, thrice, qtbot)
    again.commands["undo"].trigger()
    assert at_hand(place_of(again)) == first
    assert gold_of(thrice) == gold


def test_what_was_decided_last_is_put_in_all_that_are_like_it(
    qtbot: QtBot, place: ReviewPlace, thrice: Path
) -> None:
    there = like(thrice, at_hand(place).id)
    press(qtbot, "2")
    assert counted(place, "alikeLast") == "2 more like the last one"
    ask(qtbot, place, "+")
    press(qtbot, ENTER)
    let_come(qtbot, place)
    assert not {one.conflict.id for one in there} & {
        one.conflict.id for one in conflicts_of(thrice)
    }
    assert [choice for choice, _ in decisions_in(thrice)] == ["option"] * 3
    assert counted(place, "alikeLast") == ""
    press(qtbot, "+")
    assert "like the last one" in said(place, "refusal")


def test_each_row_says_what_would_be_put_and_another_key_puts_something_else(
    qtbot: QtBot, place: ReviewPlace, thrice: Path, window: MainWindow
) -> None:
    options = at_hand(place).options
    assert window.session is not None
    dialog = ask(qtbot, place, "=")
    for number, option in enumerate(options, start=1):
        press(qtbot, str(number))
        way = dialog.findChild(QRadioButton, f"way_{number}")
        assert way is not None
        assert way.isChecked()
        for line in listed(dialog):
            assert all(span.quote in line for span in option.spans)
            if not option.spans:
                assert "nothing" in line
    press(qtbot, ESC)
    let_come(qtbot, place)
    assert decisions_in(thrice) == []
    assert QApplication.focusWidget() is place.panel


def test_an_arabic_keyboard_has_the_keys_too(
    qtbot: QtBot, place: ReviewPlace, thrice: Path
) -> None:
    def type_key(text: str, code: int) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, code, 0, 0, text)
            QApplication.sendEvent(QApplication.focusWidget(), event)

    type_key("=", 21)
    dialog = asked(qtbot, place)
    type_key("٢", 11)
    way = dialog.findChild(QRadioButton, "way_2")
    assert way is not None
    assert way.isChecked()
    press(qtbot, ENTER)
    let_come(qtbot, place)
    there = like(thrice, at_hand(place).id)
    type_key("1", 10)
    place.conflicts.conflict_requested.emit(there[1].conflict.id)
    type_key("ح", 33)  # P
    assert len(decisions_in(thrice)) == 5


def test_a_reason_that_is_written_there_goes_with_all(
    qtbot: QtBot, place: ReviewPlace, thrice: Path, hands: Hands
) -> None:
    line = ask(qtbot, place, "=").findChild(QLineEdit, "lotReason")
    assert line is not None
    line.setFocus()
    hands.type_text(line, "سبب 1")
    press(qtbot, ENTER)
    let_come(qtbot, place)
    assert decisions_in(thrice) == [("option", "سبب 1")] * 3


def test_a_row_that_is_opened_becomes_the_conflict_at_hand(
    qtbot: QtBot, place: ReviewPlace, thrice: Path
) -> None:
    there = like(thrice, at_hand(place).id)
    ask(qtbot, place, "=")
    press(qtbot, DOWN)
    press(qtbot, ENTER, shift=True)
    let_come(qtbot, place)
    assert at_hand(place).id == there[1].conflict.id
    assert decisions_in(thrice) == []


def test_what_was_changed_meanwhile_is_told_and_the_rest_is_done(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace, thrice: Path, hands: Hands
) -> None:
    there = like(thrice, at_hand(place).id)
    ask(qtbot, place, "=")

    def take_out(project: Project) -> None:
        article = project.articles.by_id(there[1].article_id)
        assert article is not None
        who, span = there[1].conflict.spans[0]
        marking.apply(project, article, project.layers.load(article.id, who), Remove((span.id,)))

    hands.other_program(thrice, take_out)
    press(qtbot, ENTER)
    let_come(qtbot, place)
    told = window.notice.sentence()
    assert "2 conflicts decided. 1 thing was refused." in told
    assert "is not open" in told
    assert len(decisions_in(thrice)) == 2


def test_many_are_listed_and_decided_in_another_process(
    qtbot: QtBot, path: Path, hands: Hands
) -> None:
    copy_articles(hands, path, *map(str, range(2, 9)))
    window = opened(hands, path, qtbot)
    place = place_of(window)
    first = at_hand(place)
    assert len(like(path, first.id)) == 8
    dialog = ask(qtbot, place, "=")
    press(qtbot, ENTER)  # too early: not all are listed
    assert window.errands.task() is None
    count = dialog.findChild(QLabel, "lotCount")
    qtbot.waitUntil(lambda: count.text() == "8 of 8 ticked" and not dialog.is_looking)
    press(qtbot, SPACE, ENTER)
    let_come(qtbot, place)
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert "7 conflicts decided." in window.notice.sentence()
    assert len(decisions_in(path)) == 7
    assert at_hand(place) == first
    qtbot.waitUntil(lambda: counted(place, "alikeHere") == "")
    window.commands["undo"].trigger()
    assert decisions_in(path) == []
    assert at_hand(place).id in {one.conflict.id for one in like(path, first.id)}


def test_a_window_closed_while_a_lot_is_listed_waits_for_nothing(
    qtbot: QtBot, path: Path, hands: Hands
) -> None:
    copy_articles(hands, path, *map(str, range(2, 9)))
    window = opened(hands, path, qtbot)
    press(qtbot, "=")
    hands.windows.remove(window)
    put_away(window)


# -- switched off


def test_switched_off_it_is_neither_shown_nor_derived_and_that_is_remembered(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace, thrice: Path, hands: Hands
) -> None:
    there = like(thrice, at_hand(place).id)
    press(qtbot, "1")
    place.conflicts.conflict_requested.emit(there[1].conflict.id)
    assert place.panel.findChild(OptionCard, "option_P") is not None
    assert window.commands["same_again"].isChecked()
    window.commands["same_again"].trigger()

    def is_off(place: ReviewPlace) -> bool:
        rows = place.conflicts.rows()
        return (
            place.panel.findChild(OptionCard, "option_P") is None
            and counted(place, "alikeHere") == counted(place, "alikeLast") == ""
            and not any(row.pattern for row in rows)
        )

    qtbot.waitUntil(lambda: is_off(place), timeout=20_000)
    press(qtbot, "p")
    assert "Nothing like this" in said(place, "refusal")
    press(qtbot, "=", "+")
    assert place.findChild(LotDialog) is None
    hands.windows.remove(window)
    put_away(window)
    again = opened(hands, thrice, qtbot)
    assert not again.commands["same_again"].isChecked()
    assert is_off(place_of(again))
    again.commands["same_again"].trigger()
    qtbot.waitUntil(
        lambda: all(row.pattern for row in place_of(again).conflicts.rows()), timeout=20_000
    )
    place_of(again).conflicts.conflict_requested.emit(there[1].conflict.id)
    qtbot.waitUntil(lambda: place_of(again).panel.findChild(OptionCard, "option_P") is not None)


def test_an_annotator_has_no_menu_for_it(hands: Hands, path: Path) -> None:
    def titles(window: MainWindow) -> list[str]:
        actions = window.menuBar().actions()
        return [one.text().replace("&", "") for one in actions if one.isVisible()]

    assert "Review" not in titles(hands.open(path, "amal"))
    assert "Review" in titles(hands.open(path, LEAD))


@pytest.mark.parametrize("act", ["majorities", "by_rule", "accept_singles", "sample", "alike"])
def test_an_annotator_is_offered_none_of_it(
    hands: Hands, path: Path, act: Callable[[], object]
) -> None:
    assert not hands.open(path, "amal").commands[act].isEnabled()
