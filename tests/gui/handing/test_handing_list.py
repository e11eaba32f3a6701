"""The list of the page that hands out: what it leaves out, selects, opens and follows."""

import json
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.handing import Hand
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.handing_page import HandingPage
from annotator.gui.rows.handing_rows import Column
from annotator.store.project import Project
from annotator.workflow.handing.assigning import give
from annotator.workflow.imports.articles import import_files
from annotator.workflow.project.trash import remove_article
from annotator.workflow.projects import init
from tests.gui.conftest import Hands
from tests.gui.handing.test_handing_page import (
    Asked,
    assigned,
    button,
    holders,
    listed,
    loads,
    select,
    told,
)
from tests.gui.overview_pages import CTRL, child, overview, settle, settled, turn_to
from tests.workflow.settled_demo import LEAD


def test_words_authors_and_statuses_leave_articles_out(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    def ask(name: str, choice: str) -> int:
        box = child(page, QComboBox, name)
        box.setCurrentIndex(box.findText(choice, Qt.MatchFlag.MatchContains))
        box.activated.emit(box.currentIndex())
        settle(qtbot, page)
        return len(page.table.listed())

    assert ask("handingHolder", "assigned to nobody") == 13  # as many as the lot deals
    assert ask("handingHolder", "amal") == 6
    assert ask("handingState", "finished") == 6
    assert ask("handingState", "in progress") == 0
    assert page.table.hint == "No article is like that."
    assert ask("handingHolder", "whoever") == 0
    assert ask("handingState", "new") == 7
    assert ask("handingState", "finished") == 6
    assert ask("handingState", "not ready") == 13
    assert ask("handingState", "whatever") == 13
    words = child(page, QLineEdit, "handingWords")
    hands.type_text(words, "قسرك")
    qtbot.waitUntil(lambda: 0 < len(page.table.listed()) < 13)
    assert all("قسرك" in text or "قصرك" in text or "قسرک" in text for text in texts(path, page))


def texts(path: Path, page: HandingPage) -> list[str]:
    with Project.open(path, writable=False) as project:
        return [article.text for _, article in project.articles.of_numbers(page.table.listed())]


def test_ready_articles_are_known_and_can_be_asked_for(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    ready = settled(path)
    page = turn_to(qtbot, hands.open(path, LEAD), HandingPage)
    assert [told(page, place)[Column.GOLD] for place in range(7)] == ["ready"] * 6 + [""]
    box = child(page, QComboBox, "handingState")
    box.setCurrentIndex(box.findText("ready"))
    box.activated.emit(box.currentIndex())
    settle(qtbot, page)
    assert len(page.table.listed()) == len(ready)


def test_the_page_follows_other_programs_and_keeps_what_is_selected(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    select(qtbot, page, 7, 9)
    chosen = page.table.numbers()

    def change(project: Project) -> None:
        ids = list(project.articles.names())
        give(project, LEAD, ids[7:9], "amal")
        gone = project.articles.by_id(ids[3])
        assert gone is not None
        remove_article(project, LEAD, gone)

    hands.other_program(path, change)
    qtbot.waitUntil(lambda: len(page.table.listed()) == 12)
    settle(qtbot, page)
    assert page.table.numbers() == chosen
    assert holders(page)[6] == "amal (new)"
    assert loads(page)["amal"] == ("7", "5", "0", "")


def test_an_author_at_hand_is_asked_for_by_enter(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    page.loads.setFocus()
    page.loads.selectRow(0)
    qtbot.keyClick(page.loads, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert len(page.table.listed()) == 6


def test_enter_opens_the_article(qtbot: QtBot, hands: Hands, path: Path, page: HandingPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    select(qtbot, page, 8, 8)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.session is not None
    assert window.session.article is not None
    assert window.session.article.name == listed(path)[8]
    assert window.workbench is not None
    assert window.workbench.view.hasFocus()


def test_the_mouse_selects_and_its_menu_offers_the_same(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    table = page.table
    for place, keys in ((6, Qt.KeyboardModifier.NoModifier), (9, CTRL)):
        at = table.visualRect(table.model().index(place, Column.ARTICLE)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, at)
    assert table.numbers() == [7, 10]
    table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == len(Hand)
    Asked(hands, to="amal")
    menu.actions()[0].trigger()
    given = assigned(path)
    assert [given.get(name) for name in listed(path)[6:10]] == [("amal",), None, None, ("amal",)]


def test_the_other_language_asks_for_the_same(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage
) -> None:
    page.filters.choose("amal")
    settle(qtbot, page)
    window = page.window()
    assert isinstance(window, MainWindow)
    window.set_language("ar")
    again = child(overview(window), HandingPage)
    qtbot.waitUntil(lambda: again.isVisible() and again.is_whole, timeout=20_000)
    assert len(again.table.listed()) == 6


def test_rows_are_selected_from_right_to_left_too(qtbot: QtBot, hands: Hands, path: Path) -> None:
    window = hands.open(path, LEAD)
    window.set_language("ar")
    QApplication.processEvents()  # the new menus know their keys from then on
    page = turn_to(qtbot, window, HandingPage)
    select(qtbot, page, 2, 4)
    assert page.table.numbers() == [3, 4, 5]
    at = page.table.visualRect(page.table.model().index(6, Column.HOLDERS)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.table.numbers() == [7]


def test_an_empty_project_says_so(qtbot: QtBot, hands: Hands, tmp_path: Path) -> None:
    init(tmp_path / "empty.db", lead=LEAD)
    page = turn_to(qtbot, hands.open(tmp_path / "empty.db", LEAD), HandingPage)
    assert page.table.hint == "There are no articles yet."
    assert not button(page, Hand.GIVE).isEnabled()


def test_a_large_project_is_told_to_be_loading_until_all_is_known(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    def bring(project: Project) -> None:
        file = path.with_name("many.jsonl")
        lines = [json.dumps({"name": f"{number}", "text": f"نص {number}"}) for number in range(300)]
        file.write_text("\n".join(lines), "utf-8")
        import_files(project, [file], Quiet())

    hands.other_program(path, bring)
    window = hands.open(path, LEAD)
    place = overview(window)
    page = next(one for one in map(place.page, range(place.count())) if is_handing(one))
    place.setCurrentWidget(page)
    window.commands["overview"].trigger()
    count = child(page, QLabel, "handingCount")
    assert not page.is_whole
    assert count.text().endswith("Loading…")
    settle(qtbot, page)
    qtbot.waitUntil(lambda: count.text() == "313 articles")


def is_handing(page: QWidget) -> bool:
    return isinstance(page, HandingPage)
