"""A list of quotations: what its rows say, what keys and the mouse do with it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.excerpts import quotation
from annotator.core.model import Article
from annotator.core.text import sha256_of
from annotator.gui.rows.quotation_rows import QuotationRow
from annotator.gui.widgets.quotation_list import QuotationList

TEXT = "وصلت القافلة إلى قاعدة قسرك\nثم عادت القافلة إلى الرميلان"
ARTICLE = Article("n", "north", "north", TEXT, sha256_of(TEXT))


def row(word: str, told: str = "") -> QuotationRow:
    start = TEXT.index(word)
    return QuotationRow(quotation(ARTICLE, start, start + len(word)), told, "#1565c0")


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Iterator[QuotationList]:
    shown = QuotationList()
    qtbot.addWidget(shown)
    shown.resize(500, 200)
    shown.show()
    shown.show_rows([row("قسرك", "base"), row("الرميلان")], with_boxes=True)
    yield shown
    shown.hide()


def test_a_row_reads_as_its_passage_on_one_line_with_what_is_said_of_it(
    shown: QuotationList,
) -> None:
    read = shown.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read == f"{TEXT.replace(chr(10), ' ')}, base, north"


def test_enter_and_a_double_click_open_the_passage(qtbot: QtBot, shown: QuotationList) -> None:
    for at, word, act in (
        (0, "قسرك", lambda _: qtbot.keyClick(shown, Qt.Key.Key_Return)),
        (1, "الرميلان", lambda place: double_click(qtbot, shown, place)),
    ):
        index = shown.model().index(at, 0)
        shown.setCurrentIndex(index)
        with qtbot.waitSignal(shown.passage_requested) as asked:
            act(shown.visualRect(index).center())
        assert asked.args == ["north", TEXT.index(word), TEXT.index(word) + len(word)]


def double_click(qtbot: QtBot, shown: QuotationList, place: QPoint) -> None:
    for click in (qtbot.mouseClick, qtbot.mouseDClick):
        click(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_all_are_ticked_until_the_user_says_otherwise(qtbot: QtBot, shown: QuotationList) -> None:
    assert shown.ticked() == [0, 1]
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert shown.ticked() == [0]
    place = shown.visualRect(shown.model().index(0, 0))
    at_box = QPoint(place.left() + 12, place.center().y())
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at_box)
    assert shown.ticked() == []
    shown.tick_all(ticked=True)
    assert shown.ticked() == [0, 1]


def test_without_boxes_nothing_can_be_ticked(qtbot: QtBot, shown: QuotationList) -> None:
    shown.show_rows([row("قسرك")])
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert shown.ticked() == []
    assert shown.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is None
