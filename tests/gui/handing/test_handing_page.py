"""Handing out by hand: a lead selects articles, is told what will be done, and it is done."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.assigning import HandingPlan
from annotator.core.edits import Mark, SetState
from annotator.core.handing import Hand
from annotator.core.model import LayerState, Status
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.handing_page import HandingPage
from annotator.gui.rows.handing_rows import Column
from annotator.store.project import Project
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.handing.assigning import assign
from annotator.workflow.handing.qualifying import give_test
from annotator.workflow.people.authors import retire
from annotator.workflow.projects import DEMO_AUTHORS
from tests.gui.conftest import Hands
from tests.gui.overview_pages import CTRL, child, plain, settle, settled, turn_to
from tests.workflow.settled_demo import LEAD, done, work

SHIFT = Qt.KeyboardModifier.ShiftModifier
NEW = "رانيا"


def told(page: HandingPage, place: int) -> list[str]:
    """Return what a row says, as one reads it."""
    model = page.table.model()
    cells = (model.index(place, column).data() for column in Column)
    return [plain(str(cell)) for cell in cells]


def holders(page: HandingPage) -> list[str]:
    return [told(page, place)[Column.HOLDERS] for place in range(len(page.table.listed()))]


def loads(page: HandingPage) -> dict[str, tuple[str, ...]]:
    """Return what is told of each author: assigned, of these finished, not assigned, test."""
    table = page.loads
    rows = [[plain(table.item(r, c).text()) for c in range(5)] for r in range(table.rowCount())]
    return {row[0]: tuple(row[1:]) for row in rows}


def select(qtbot: QtBot, page: HandingPage, first: int, last: int) -> None:
    """Select rows as the keyboard does."""
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Home, CTRL)
    for _ in range(first):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    for _ in range(last - first):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)


def button(page: HandingPage, name: str) -> QPushButton:
    return child(page, QPushButton, f"handing {name}")


def press(qtbot: QtBot, page: HandingPage, name: str) -> None:
    qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    settle(qtbot, page)


def go_back(qtbot: QtBot, page: HandingPage, key: Qt.Key = Qt.Key.Key_Z) -> None:
    """Undo, or redo, as the keyboard does, in the window that a dialog may have covered."""
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    qtbot.keyClick(page.table, key, CTRL)


def undo_text(page: HandingPage) -> str:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window.commands["undo_project"].text()


class Asked:
    """Answers the dialog of an act by hand as one types into it; keeps what it told."""

    def __init__(self, hands: Hands, to: str = "", holder: str = "", comment: str = "") -> None:
        self.told = ""
        self.is_open = False
        self._hands, self._to, self._holder, self._comment = hands, to, holder, comment
        hands.answer(self._fill)

    def _fill(self, dialog: QWidget) -> None:
        if self._holder:
            box = child(dialog, QComboBox, "handFrom")
            box.setCurrentIndex(box.findText(self._holder))
        if self._to:
            line = child(dialog, QComboBox, "handTo").lineEdit()
            line.selectAll()
            self._hands.type_text(line, self._to)
        if self._comment:
            self._hands.type_text(child(dialog, QLineEdit, "handComment"), self._comment)
        self.told = plain(child(dialog, QLabel, "handTold").text())
        buttons = child(dialog, QDialogButtonBox)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.is_open = ok.isEnabled()
        ok.click() if self.is_open else dialog.reject()


def assigned(path: Path) -> dict[str, tuple[str, ...]]:
    with Project.open(path, writable=False) as project:
        names = project.articles.names()
        return {names[one]: who for one, who in project.assignments.by_article().items()}


def begun(path: Path) -> dict[str, tuple[str, ...]]:
    """Return who of those who mark in the demo has begun which article."""
    with Project.open(path, writable=False) as project:
        names = project.articles.names()
        both = [one for one, author, *_ in project.layers.states() if author in DEMO_AUTHORS]
    return dict.fromkeys((names[one] for one in both), DEMO_AUTHORS)


def listed(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project:
        return list(project.articles.names().values())


def last_told(page: HandingPage) -> str:
    return plain(child(page, QLabel, "handingTold").text())


def test_only_leads_hand_out(qtbot: QtBot, hands: Hands, path: Path) -> None:
    window = hands.open(path, "amal")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F3, CTRL)
    assert window.findChild(HandingPage) is None


def test_each_row_says_who_has_the_article_and_how_far(page: HandingPage) -> None:
    assert (
        told(page, 0)[Column.HOLDERS]
        == "amal (finished, not assigned), nasser (finished, not assigned)"
    )
    assert told(page, 12)[Column.HOLDERS] == "nobody"
    assert loads(page) == {"amal": ("0", "0", "6", ""), "nasser": ("0", "0", "6", "")}
    assert child(page, QLabel, "handingCount").text() == "13 articles"


def test_what_was_taken_back_is_told_as_not_assigned_and_can_be_taken_no_more(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    """An author whose finished articles were imported, and who has some of them as her own."""
    select(qtbot, page, 0, 3)
    Asked(hands, to="nasser")
    press(qtbot, page, Hand.GIVE)
    assert loads(page)["nasser"] == ("6", "6", "0", "")
    select(qtbot, page, 0, 1)
    asked = Asked(hands, holder="nasser")
    press(qtbot, page, Hand.TAKE)
    assert asked.told.startswith("2 articles will be taken from nasser.")
    assert loads(page)["nasser"] == ("4", "4", "2", "")
    assert [one.rpartition(", nasser ")[2] for one in holders(page)[1:3]] == [
        "(finished, not assigned)",
        "(finished)",
    ]
    select(qtbot, page, 0, 5)
    asked = Asked(hands, holder="nasser")
    press(qtbot, page, Hand.TAKE)
    assert asked.told.endswith("2 more selected: not assigned to nasser. What is marked stays.")
    assert loads(page)["nasser"] == ("0", "0", "6", "")


def test_each_figure_says_what_it_counts(page: HandingPage) -> None:
    heads = [page.loads.horizontalHeaderItem(column).toolTip() for column in range(1, 5)]
    assert all(heads)
    assert "taken back" in heads[2]
    model = page.table.model()
    told = model.headerData(Column.HOLDERS, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "not assigned" in told


def test_articles_are_given_to_a_new_author_with_a_comment(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    select(qtbot, page, 6, 8)
    assert child(page, QLabel, "handingCount").text() == "13 articles · 3 selected"
    asked = Asked(hands, to=NEW, comment="القاعدة 3")
    press(qtbot, page, Hand.GIVE)
    assert asked.told == (
        f"3 articles will be given to {NEW}. {NEW} is new: the name is added to the authors."
        " From then on annotators see the articles that they"
        " have, and no others. Whoever has begun an article keeps it: amal (6), nasser (6)."
    )
    names = listed(path)
    assert assigned(path) == begun(path) | dict.fromkeys(names[6:9], (NEW,))
    with Project.open(path, writable=False) as project:
        article = project.articles.by_name(names[6])
        assert article is not None
        assert project.assignments.comment(article.id, NEW) == "القاعدة 3"
    assert holders(page)[6:9] == [f"{NEW} (new)"] * 3
    assert last_told(page) == f"3 articles given to {NEW}."
    assert loads(page)[NEW] == ("3", "0", "0", "")
    assert len(page.table.numbers()) == 3  # they stay selected for the next act


def test_what_the_author_has_already_is_told_and_left(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    select(qtbot, page, 6, 7)
    Asked(hands, to="amal")
    press(qtbot, page, Hand.GIVE)
    select(qtbot, page, 6, 9)
    asked = Asked(hands, to="amal")
    press(qtbot, page, Hand.GIVE)
    assert asked.told == "2 articles will be given to amal. 2 more selected: amal has them already."
    select(qtbot, page, 6, 9)
    asked = Asked(hands, to="amal")
    press(qtbot, page, Hand.GIVE)
    assert (asked.told, asked.is_open) == (
        "amal has all of the selected articles already.",
        False,
    )


def test_articles_are_moved_and_taken_back_each_with_one_undo(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    names = listed(path)
    select(qtbot, page, 6, 9)
    Asked(hands, to="amal")
    press(qtbot, page, Hand.GIVE)
    select(qtbot, page, 6, 7)
    asked = Asked(hands, holder="amal", to="nasser")
    press(qtbot, page, Hand.MOVE)
    assert asked.told == "2 articles will go from amal to nasser. What is marked stays."
    assert last_told(page) == "2 articles moved from amal to nasser."
    select(qtbot, page, 8, 12)
    asked = Asked(hands, holder="amal")
    press(qtbot, page, Hand.TAKE)
    assert asked.told.startswith("2 articles will be taken from amal. 3 more selected:")
    assert assigned(path) == begun(path) | dict.fromkeys(names[6:8], ("nasser",))
    go_back(qtbot, page)
    window = page.window()
    assert isinstance(window, MainWindow)
    taken_back = "Taken back: handing out of articles."
    assert (last_told(page), window.statusBar().currentMessage()) == (taken_back,) * 2
    moved = begun(path) | dict.fromkeys(names[6:8], ("nasser",))
    assert assigned(path) == moved | dict.fromkeys(names[8:10], ("amal",))
    go_back(qtbot, page)
    go_back(qtbot, page)
    assert assigned(path) == {}
    qtbot.waitUntil(lambda: holders(page)[6] == "nobody")
    go_back(qtbot, page, Qt.Key.Key_Y)
    assert assigned(path) == begun(path) | dict.fromkeys(names[6:10], ("amal",))
    done_again = "Done again: handing out of articles."
    assert (last_told(page), window.statusBar().currentMessage()) == (done_again,) * 2


def test_what_was_done_is_told_until_another_program_changes_who_has_what(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    select(qtbot, page, 6, 6)
    Asked(hands, to="amal")
    press(qtbot, page, Hand.GIVE)
    go_back(qtbot, page)
    assert last_told(page) == "Taken back: handing out of articles."

    def give_elsewhere(project: Project) -> None:
        assign(project, LEAD, HandingPlan(("nasser",), 1))

    hands.other_program(path, give_elsewhere)
    qtbot.waitUntil(lambda: last_told(page) == "")
    assert "nobody" not in holders(page)
    settle(qtbot, page)
    select(qtbot, page, 6, 6)
    Asked(hands, to="amal")
    press(qtbot, page, Hand.GIVE)
    assert last_told(page) == "1 article given to amal."
    window = page.window()
    assert isinstance(window, MainWindow)
    window.commands["annotate"].trigger()
    turn_to(qtbot, window, HandingPage)
    assert last_told(page) == ""


def test_finished_work_is_sent_back_with_a_comment(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    select(qtbot, page, 0, 7)
    asked = Asked(hands, holder="nasser", comment="التواريخ ناقصة")
    press(qtbot, page, Hand.SEND_BACK)
    assert asked.told == (
        "6 articles will be sent back to nasser. 2 more selected: nasser has neither finished them"
        " nor set them aside."
    )
    state = hands.stored(path, listed(path)[0], "nasser").state
    assert state == LayerState(Status.IN_PROGRESS, "التواريخ ناقصة")
    assert holders(page)[0] == "amal (finished, not assigned), nasser (in progress, not assigned)"
    assert undo_text(page) == "Undo in the project: sending back of 6 articles"
    go_back(qtbot, page)
    assert hands.stored(path, listed(path)[0], "nasser").status is Status.FINISHED


def test_who_works_in_packs_needs_a_new_one_to_see_what_comes(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage, tmp_path: Path
) -> None:
    needed = "nasser works in packs: make a new pack and send it, or nasser will not see this."

    def told(row: int, act: Hand, **answer: str) -> str:
        select(qtbot, page, row, row)
        asked = Asked(hands, **answer)
        press(qtbot, page, act)
        assert asked.is_open
        return asked.told

    assert "packs" not in told(1, Hand.SEND_BACK, holder="nasser")
    pack = tmp_path / "nasser-2.db"
    first = tmp_path / "nasser-1.db"

    def go_and_come(project: Project) -> None:
        for out in (first, pack):
            make_pack(project, out, "nasser", Quiet())
        for one in (pack, first):  # the newest one need not be the one that came last
            with Project.open(one) as there:
                *_, article_id = there.articles.names()
                done(there, article_id, "nasser", Mark(0, 3, "base"))
            assert merge_packs(project, LEAD, [one]).refused == []

    hands.other_program(path, go_and_come)
    qtbot.waitUntil(lambda: "nasser" in holders(page)[-1])
    settle(qtbot, page)
    last = f"{needed} The newest pack that has come back is “nasser-2.db”."
    assert told(2, Hand.SEND_BACK, holder="nasser").endswith(last)
    assert told(8, Hand.GIVE, to="nasser").endswith(last)
    assert "packs" not in told(8, Hand.TAKE, holder="nasser")
    assert "packs" not in told(1, Hand.SEND_BACK, holder="amal")


@pytest.mark.parametrize(
    ("last", "english", "arabic"),
    [
        (1, "sending back of an article", "إرجاع مقالة"),
        (2, "sending back of 2 articles", "إرجاع مقالتين"),
        (3, "sending back of 3 articles", "إرجاع 3 مقالات"),
    ],
)
def test_the_menu_says_how_many_articles_were_sent_back(
    qtbot: QtBot, hands: Hands, page: HandingPage, last: int, english: str, arabic: str
) -> None:
    select(qtbot, page, 1, last)
    Asked(hands, holder="nasser")
    press(qtbot, page, Hand.SEND_BACK)
    assert undo_text(page) == f"Undo in the project: {english}"
    go_back(qtbot, page)
    window = page.window()
    assert isinstance(window, MainWindow)
    window.set_language("ar")
    assert window.commands["redo_project"].text().endswith(f"\u2068{arabic}\u2069")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("gold", "“gold” is the name"),
        ("a\u200bb", "control characters"),
        ("x" * 101, "1 to 100 letters"),
        ("", "Choose or type a name."),
    ],
)
def test_a_name_that_nobody_can_bear_is_told_and_changes_nothing(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage, name: str, sentence: str
) -> None:
    select(qtbot, page, 6, 6)
    asked = Asked(hands, to=name)
    press(qtbot, page, Hand.GIVE)
    assert sentence in asked.told
    assert not asked.is_open
    assert assigned(path) == {}


def test_a_slip_of_the_keyboard_is_asked_about(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    select(qtbot, page, 6, 6)

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        line = child(dialog, QComboBox, "handTo").lineEdit()
        line.selectAll()
        hands.type_text(line, "naser")
        hands.answer(lambda question: question.button(QMessageBox.StandardButton.Yes).click())
        dialog.accept()
        assert "nasser" in child(dialog, QLabel, "handTold").text()
        dialog.accept()

    hands.answer(fill)
    press(qtbot, page, Hand.GIVE)
    assert assigned(path) == begun(path) | {listed(path)[6]: ("nasser",)}


def test_who_does_not_work_is_not_offered_and_is_refused_if_typed(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    hands.other_program(path, lambda project: retire(project, "nasser", retired=True))
    window = hands.open(path, LEAD)
    page = turn_to(qtbot, window, HandingPage)
    select(qtbot, page, 6, 6)
    asked = Asked(hands, to="nasser")
    press(qtbot, page, Hand.GIVE)
    assert assigned(path) == {}
    assert "gets no articles" in asked.told
    assert not asked.is_open


def test_a_test_is_given_watched_and_ended(qtbot: QtBot, hands: Hands, path: Path) -> None:
    ready = settled(path)
    page = turn_to(qtbot, hands.open(path, LEAD), HandingPage)
    select(qtbot, page, 0, 6)
    asked = Asked(hands, to=NEW)
    press(qtbot, page, Hand.TEST)
    assert asked.told == (
        f"6 articles will be given to {NEW} as a test. 1 more selected: it is not ready, or {NEW}"
        f" has had to do with it. {NEW} is new: the name is added to the authors. What is marked"
        " there counts for nothing but the test, also once it has ended."
    )
    assert last_told(page) == f"6 articles given to {NEW} as a test."
    assert loads(page)[NEW] == ("0", "0", "0", "0 of 6 finished")
    assert holders(page)[0].endswith(f"{NEW} (test, new)")

    def finish_one(project: Project) -> None:
        article = project.articles.by_name(ready[0])
        assert article is not None
        work(project, article.id, NEW, Mark(0, 3, "base"))

    hands.other_program(path, finish_one)
    whole = "1 of 6 finished · 1 of 1 settled · F1 0.00 exact"
    qtbot.waitUntil(lambda: loads(page)[NEW][3].startswith(whole))
    assert not button(page, "end").isEnabled()
    place = next(r for r in range(page.loads.rowCount()) if NEW in page.loads.item(r, 0).text())
    page.loads.selectRow(place)
    hands.answer(lambda question: question.button(QMessageBox.StandardButton.Yes).click())
    press(qtbot, page, "end")
    assert last_told(page) == f"The test of {NEW} on 6 articles has ended."
    assert loads(page)[NEW][3].endswith("ended")
    assert not button(page, "end").isEnabled()
    with Project.open(path, writable=False) as project:
        assert [one.is_ended for one in project.qualifications.all()] == [True] * 6


def test_what_is_not_ready_is_no_test(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    select(qtbot, page, 0, 3)
    asked = Asked(hands, to=NEW)
    press(qtbot, page, Hand.TEST)
    assert asked.told.startswith(f"None of the selected articles can test {NEW}")
    assert not asked.is_open
    with Project.open(path, writable=False) as project:
        assert NEW not in {author.name for author in project.authors.all()}


def test_a_test_that_was_begun_is_not_undone(qtbot: QtBot, hands: Hands, path: Path) -> None:
    ready = settled(path)
    window = hands.open(path, LEAD)
    page = turn_to(qtbot, window, HandingPage)

    def begin(project: Project) -> None:
        article = project.articles.by_name(ready[0])
        assert article is not None
        give_test(project, LEAD, [article.id], NEW)
        done(project, article.id, NEW, Mark(0, 3, "base"))
        done(project, article.id, NEW, SetState(LayerState(Status.FINISHED)))

    hands.other_program(path, begin)
    qtbot.waitUntil(lambda: NEW in loads(page))
    go_back(qtbot, page)
    assert "has begun the test" in window.notice.sentence()
    with Project.open(path, writable=False) as project:
        assert len(project.qualifications.all()) == 1
