"""How many keys a lead needs."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from annotator.gui.settings import Settings
from annotator.gui.widgets.quotation_list import QuotationList
from tests.gui.conftest import Hands
from tests.gui.review.parts import part
from tests.gui.review.test_review import (
    LEAD,
    at_hand,
    conflicts_of,
    copy_articles,
    expected_gold,
    gold_of,
    keys_for,
    place_of,
    press,
    wanted_of,
)


@pytest.fixture
def thrice(path: Path, hands: Hands) -> Path:
    """The demo, with two more copies of each of its articles."""
    copy_articles(hands, path, "2", "3")
    return path


@pytest.mark.parametrize(("with_again", "most"), [(False, 120), (True, 105)])
def test_a_hundred_conflicts_take_hardly_more_keys_than_that(
    qtbot: QtBot, thrice: Path, hands: Hands, with_again: bool, most: int
) -> None:
    Settings().decides_again = with_again
    window = hands.open_review(thrice, LEAD)
    place = place_of(window)
    qtbot.waitUntil(lambda: not place.reviewing.queueing.comparing.is_under_way, timeout=20_000)
    waiting = {one.conflict.id: one for one in conflicts_of(thrice)}
    assert len(waiting) == 105
    pressed = 0
    while len(conflicts_of(thrice)) > 5:
        there = waiting[at_hand(place).id]
        original = replace(there, article=there.article.removeprefix("2 ").removeprefix("3 "))
        keys = keys_for(there, wanted_of(original))
        press(qtbot, *keys)
        pressed += len(keys)
        if with_again and not part(place, QToolButton, "alikeLast").isHidden():
            press(qtbot, "+")
            qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QuotationList))
            press(qtbot, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: QApplication.focusWidget() is place.panel)
            pressed += 2
    settled = 105 - len(conflicts_of(thrice))
    told = "with" if with_again else "without"
    print(f"{pressed / settled:.2f} keys a conflict {told} the same again")
    assert 100 * pressed <= most * settled
    wanted = expected_gold()
    if with_again:
        assert all(gold_of(thrice)[name] == wanted[name] for name in settled_articles(thrice))


def settled_articles(path: Path) -> set[str]:
    open_ones = {one.article for one in conflicts_of(path)}
    return set(expected_gold()) - open_ones
