"""Articles handed out by lot: shown before it is drawn, and in large projects an errand."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.handing import Hand
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.handing_page import HandingPage
from annotator.gui.tasks import Task
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author, retire
from tests.gui.boxes import sides_seen
from tests.gui.conftest import Hands, children
from tests.gui.handing.test_handing_page import (
    NEW,
    Asked,
    assigned,
    button,
    go_back,
    holders,
    press,
)
from tests.gui.overview_pages import CTRL, child, plain, settle, turn_to
from tests.workflow.settled_demo import LEAD


def test_a_box_that_is_not_ticked_is_seen_in_the_dark(
    qtbot: QtBot, hands: Hands, page: HandingPage
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.set_theme("dark")
    seen: list[int] = []

    def look(dialog: QWidget) -> None:
        table = child(dialog, QTableWidget, "handOutAuthors")
        table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
        seen.append(sides_seen(table, 1))
        dialog.close()

    hands.answer(look)
    qtbot.mouseClick(button(page, "lot"), Qt.MouseButton.LeftButton)
    assert seen == [2]


def test_the_lot_is_shown_before_it_is_drawn(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    seen: dict[str, str] = {}

    def fill(dialog: QWidget) -> None:
        table = child(dialog, QTableWidget, "handOutAuthors")
        hands.type_text(child(dialog, QLineEdit, "handOutName"), NEW)
        qtbot.keyClick(child(dialog, QLineEdit, "handOutName"), Qt.Key.Key_Return)
        assert plain(table.item(2, 0).text()) == NEW
        label = child(dialog, QLabel, "handOutTold")
        qtbot.waitUntil(lambda: "13 articles" in label.text(), timeout=20_000)
        for row in range(3):
            seen[plain(table.item(row, 0).text())] = table.item(row, 1).text()
        seen["told"] = label.text()
        assert isinstance(dialog, QDialog)
        dialog.accept()

    hands.answer(fill)
    qtbot.mouseClick(button(page, "lot"), Qt.MouseButton.LeftButton)
    window = page.window()
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    settle(qtbot, page)
    with Project.open(path, writable=False) as project:
        workloads = project.assignments.workloads()
    assert {name: seen[name] for name in ("amal", "nasser", NEW)} == {
        name: str(workload.assigned) for name, workload in workloads.items()
    }
    assert "13 articles assigned to nobody will be handed out." in seen["told"]
    assert "13 articles handed out." in window.notice.sentence()
    qtbot.waitUntil(lambda: "nobody" not in holders(page))
    go_back(qtbot, page)
    assert assigned(path) == {}


def reckoning(qtbot: QtBot, before: set[int]) -> int:
    """Return the process that has begun to reckon the preview since there were others alone."""
    qtbot.waitUntil(lambda: len(children() - before) == 1, timeout=20_000)
    (pid,) = children() - before
    return pid


def test_nobody_waits_for_the_preview_of_a_lot_that_is_not_drawn(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    before, begun = children(), list[float]()

    def fill(dialog: QWidget) -> None:
        pid = reckoning(qtbot, before)
        assert isinstance(dialog, QDialog)
        dialog.reject()
        begun.append(time.monotonic())
        os.kill(pid, 0)  # it takes a second to begin: it is still there

    hands.answer(fill)
    qtbot.mouseClick(button(page, "lot"), Qt.MouseButton.LeftButton)
    (since,) = begun
    assert time.monotonic() - since < 0.25
    qtbot.waitUntil(lambda: not page.findChildren(Task), timeout=20_000)
    assert assigned(path) == {}


def test_a_preview_of_a_lot_that_breaks_is_told_and_can_be_tried_again(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    before = children()

    def fill(dialog: QWidget) -> None:
        label = child(dialog, QLabel, "handOutTold")
        os.kill(reckoning(qtbot, before), signal.SIGKILL)
        qtbot.waitUntil(lambda: "could not be reckoned" in label.text(), timeout=20_000)
        hands.type_text(child(dialog, QLineEdit, "handOutName"), NEW)
        qtbot.keyClick(child(dialog, QLineEdit, "handOutName"), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "13 articles" in label.text(), timeout=20_000)
        assert isinstance(dialog, QDialog)
        dialog.reject()

    hands.answer(fill)
    qtbot.mouseClick(button(page, "lot"), Qt.MouseButton.LeftButton)
    assert assigned(path) == {}


def add(qtbot: QtBot, hands: Hands, dialog: QWidget, name: str) -> None:
    """Type a name and press Enter."""
    line = child(dialog, QLineEdit, "handOutName")
    line.setFocus()
    hands.type_text(line, name)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def names(dialog: QWidget) -> list[str]:
    table = child(dialog, QTableWidget, "handOutAuthors")
    return [plain(table.item(row, 0).text()) for row in range(table.rowCount())]


def hand_out(
    qtbot: QtBot, hands: Hands, page: HandingPage, fill: Callable[[QWidget], object]
) -> None:
    """Open the dialog and do ``fill`` with it, which leaves it open."""

    def answer(dialog: QWidget) -> None:
        fill(dialog)
        assert dialog.isVisible()
        assert isinstance(dialog, QDialog)
        dialog.reject()

    hands.answer(answer)
    qtbot.mouseClick(button(page, "lot"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("gold", "“gold” is the name"), ("a\u200bb", "control characters"), ("sami", "retired")],
)
def test_a_name_that_can_get_nothing_is_refused_as_it_is_typed_and_no_other_is_lost(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage, name: str, sentence: str
) -> None:
    def let_go(project: Project) -> None:
        add_author(project, "sami", Role.ANNOTATOR)
        retire(project, "sami", retired=True)

    hands.other_program(path, let_go)

    def fill(dialog: QWidget) -> None:
        add(qtbot, hands, dialog, NEW)
        told = child(dialog, QLabel, "handOutTold")
        qtbot.waitUntil(lambda: "13 articles" in told.text(), timeout=20_000)
        line = child(dialog, QLineEdit, "handOutName")
        hands.type_text(line, name)
        refused = child(dialog, QLabel, "handOutRefused")
        assert refused.isVisible()
        assert sentence in refused.text()
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert names(dialog) == ["amal", "nasser", NEW]
        line.selectAll()
        hands.type_text(line, "salma")
        assert not refused.isVisible()
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert names(dialog) == ["amal", "nasser", NEW, "salma"]

    hand_out(qtbot, hands, page, fill)
    assert assigned(path) == {}


def test_a_name_that_is_still_typed_is_listed_before_anything_is_handed_out(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    def fill(dialog: QWidget) -> None:
        told = child(dialog, QLabel, "handOutTold")
        qtbot.waitUntil(lambda: "13 articles" in told.text(), timeout=20_000)
        hands.type_text(child(dialog, QLineEdit, "handOutName"), NEW)
        buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
        qtbot.mouseClick(buttons["&Hand out"], Qt.MouseButton.LeftButton)
        assert names(dialog) == ["amal", "nasser", NEW]

    hand_out(qtbot, hands, page, fill)
    assert assigned(path) == {}


def test_two_authors_share_an_article_once_there_are_two_unless_another_number_is_wanted(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    hands.other_program(path, lambda project: retire(project, "nasser", retired=True))
    page = turn_to(qtbot, hands.open(path, LEAD), HandingPage)

    def fill(dialog: QWidget) -> None:
        several = child(dialog, QSpinBox, "handOutSeveral")
        assert several.value() == 1
        add(qtbot, hands, dialog, NEW)
        assert several.value() == 2
        add(qtbot, hands, dialog, "salma")
        assert several.value() == 2
        several.setFocus()
        qtbot.keyClick(several, Qt.Key.Key_Up)
        assert several.value() == 3
        box = child(dialog, QTableWidget, "handOutAuthors").item(0, 0)
        box.setCheckState(Qt.CheckState.Unchecked)
        assert several.value() == 2
        box.setCheckState(Qt.CheckState.Checked)
        assert several.value() == 3

    hand_out(qtbot, hands, page, fill)


def test_a_slip_is_asked_about_until_it_is_answered(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    def fill(dialog: QWidget) -> None:
        question = child(dialog, QLabel, "slipQuestion")
        told = child(dialog, QLabel, "handOutTold")
        add(qtbot, hands, dialog, "naser")
        add(qtbot, hands, dialog, "aml")
        add(qtbot, hands, dialog, NEW)
        assert plain(question.text()) == (
            "There is an author “nasser” already: was “naser” a slip?"
        )
        assert plain(told.text()) == "Say first whether “naser” was a slip."
        qtbot.mouseClick(child(dialog, QPushButton, "slipKnown"), Qt.MouseButton.LeftButton)
        assert "“aml”" in plain(question.text())
        assert names(dialog) == ["amal", "nasser", "aml", NEW]
        qtbot.mouseClick(child(dialog, QPushButton, "slipNew"), Qt.MouseButton.LeftButton)
        assert not question.isVisible()
        qtbot.waitUntil(lambda: "13 articles" in told.text(), timeout=20_000)
        assert names(dialog) == ["amal", "nasser", "aml", NEW]

    hand_out(qtbot, hands, page, fill)


def test_nobody_ticked_is_told_and_nothing_can_be_handed_out(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    def fill(dialog: QWidget) -> None:
        table = child(dialog, QTableWidget, "handOutAuthors")
        for row in range(table.rowCount()):
            table.item(row, 0).setCheckState(Qt.CheckState.Unchecked)
        assert child(dialog, QLabel, "handOutTold").text() == "Name the authors who get articles."
        assert isinstance(dialog, QDialog)
        dialog.reject()

    hands.answer(fill)
    qtbot.mouseClick(button(page, "lot"), Qt.MouseButton.LeftButton)
    assert assigned(path) == {}


def test_many_articles_are_an_errand_and_so_is_their_undo(
    qtbot: QtBot, hands: Hands, path: Path, tmp_path: Path
) -> None:
    lines = tmp_path / "many"
    lines.mkdir()
    for number in range(400):
        (lines / f"{number}.txt").write_text(f"غادر رتل رقم {number} قاعدة قسرك.", "utf-8")

    def bring(project: Project) -> None:
        import_files(project, [lines], Quiet())

    hands.other_program(path, bring)
    window = hands.open(path, LEAD)
    page = turn_to(qtbot, window, HandingPage)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    asked = Asked(hands, to="amal")
    press(qtbot, page, Hand.GIVE)
    assert asked.told.startswith("413 articles will be given to amal.")
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert len(assigned(path)) == 413
    assert "413 articles given to amal." in plain(window.notice.sentence())
    settle(qtbot, page)
    assert holders(page)[400] == "amal (new)"
    go_back(qtbot, page)
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert assigned(path) == {}
    assert window.notice.sentence() == "Taken back: handing out of articles."
