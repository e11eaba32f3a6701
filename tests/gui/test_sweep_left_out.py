"""How many places a lead has decided already: told of the strings that are asked for, no others."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from tests.gui.sweep_pages import Page
from tests.workflow.swept import LEAD, line, odd, project_of, usual

LESS = "No words are like that. Ask for less."
LEFT = "2 places were decided by a lead and are left out."


@pytest.fixture
def page(qtbot: QtBot, hands: Hands, tmp_path: Path) -> Page:
    channel = [line(f"channel-{number}", f"قالت [RT:actor] رقم {number}") for number in range(3)]
    path = project_of(tmp_path / "p.db", *usual(), *odd(), *channel, line("last", "قالت RT أمس"))
    page = Page(qtbot, hands.open(path, LEAD)).open()
    page.ask("base")
    return page


def test_it_is_told_while_other_places_are_left(page: Page) -> None:
    assert (list(page.told()), page.left_out()) == (["قسرك"], "")
    page.places.setFocus()
    page.key(Qt.Key.Key_Space)
    page.press("sweepKeep")
    assert (list(page.told()), page.left_out()) == (["قسرك"], LEFT)
    assert page.ticked() == ["bare"]


def test_where_a_label_has_none_left_nothing_less_can_be_asked_for(page: Page) -> None:
    page.press("sweepKeep")
    nothing, three = "Nothing is left to look at.", LEFT.replace("2", "3")
    assert (page.told(), page.hint(), page.left_out()) == ({}, nothing, three)
    page.ask("actor")
    assert (list(page.told()), page.left_out()) == (["RT"], "")
    page.ask(None)
    assert (list(page.told()), page.left_out()) == (["RT"], three)
    page.window.commands["undo"].trigger()
    page.wait()
    assert (set(page.told()), page.left_out()) == ({"قسرك", "RT"}, "")


def test_places_of_strings_that_are_not_asked_for_are_not_counted(page: Page) -> None:
    page.press("sweepKeep")
    page.ask("base", times=5)
    assert (page.told(), page.hint(), page.left_out()) == ({}, LESS, "")
    page.ask(None)
    page.press("sweepKeep")
    page.ask(None, times=5)
    assert (page.told(), page.hint(), page.left_out()) == ({}, LESS, "")
