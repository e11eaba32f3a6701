"""What is found page by page is told in parts, and whole at the end."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.gui.rows.paging import Paging


def test_all_that_is_found_is_told_as_it_is_and_not_as_a_copy_of_qt(qtbot: QtBot) -> None:
    owner = QObject()
    paging = Paging(owner)
    found: list[tuple[list[int], bool]] = []
    ended: list[list[int]] = []
    paging.found.connect(lambda numbers, is_first: found.append((numbers, is_first)))
    paging.ended.connect(ended.append)
    paging.begin(iter([[1, 2], [3]]))
    qtbot.waitUntil(lambda: not paging.is_under_way)
    assert [number for numbers, _ in found for number in numbers] == ended[0] == [1, 2, 3]
    assert [is_first for _, is_first in found] == [True] + [False] * (len(found) - 1)
    # Of 100,000 numbers copying alone would hold the window up.
    assert ended[0] is paging._all


def test_a_newer_wish_ends_the_one_before(qtbot: QtBot) -> None:
    owner = QObject()
    paging = Paging(owner)
    ended: list[list[int]] = []
    paging.ended.connect(ended.append)

    def endless():
        while True:
            yield [0]

    paging.begin(endless())
    paging.begin(iter([[7]]))
    qtbot.waitUntil(lambda: not paging.is_under_way)
    assert ended == [[7]]
