"""What a lead says of an article to who works on it, above the text and in the list; tests."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.model import Status
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.mine_page import MinePage
from annotator.gui.rows.article_rows import STATE_ROLE
from annotator.store.project import Project
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.handing.assigning import give, send_back, take_away
from annotator.workflow.handing.qualifying import give_test
from annotator.workflow.people.authors import ensure_author
from tests.gui.conftest import UNMARKED, Hands
from tests.gui.overview_pages import CTRL, child, overview, plain, settled

LEAD, NEW = "huda", "رانيا"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def said(window: MainWindow) -> str:
    """Return what stands above the text; nothing if nothing does."""
    bar = child(window, QWidget, "wordBar")
    return plain(child(bar, QLabel, "wordTold").text()) if bar.isVisible() else ""


def listed(window: MainWindow) -> list[str]:
    """Return what the list of articles says of each."""
    rows = child(window, QListView, "articleList").model()
    return [rows.index(row, 0).data(STATE_ROLE) for row in range(rows.rowCount())]


def assign(project: Project, names: list[str], author: str, comment: str = "") -> None:
    ensure_author(project, author)
    give(project, LEAD, [id_of(project, name) for name in names], author, comment)


def all_names(project: Project) -> list[str]:
    return list(project.articles.names().values())


def id_of(project: Project, name: str) -> str:
    article = project.articles.by_name(name)
    assert article is not None
    return article.id


def test_the_comment_of_an_assignment_is_above_the_text_until_it_is_finished(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    hands.other_program(path, lambda p: assign(p, [UNMARKED], "noor", "راجع القاعدة ٣"))
    window = hands.open(path, "noor")
    assert said(window) == "From the lead: راجع القاعدة ٣"
    assert listed(window) == ["new · with a comment"]
    hands.mark(window, "1", hands.words(window, 2)[1])
    assert said(window) == "From the lead: راجع القاعدة ٣"
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, CTRL | SHIFT)
    assert hands.stored(path).status is Status.FINISHED
    assert said(window) == ""
    assert listed(window) == ["finished · 1 span"]


def test_it_is_put_away_and_stays_so_in_another_language(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    hands.other_program(path, lambda p: assign(p, all_names(p)[6:8], "noor", "ها"))
    window = hands.open(path, "noor")
    assert said(window)
    qtbot.mouseClick(child(window, QPushButton, "wordAway"), Qt.MouseButton.LeftButton)
    assert said(window) == ""
    assert window.workbench.view.hasFocus()
    hands.mark(window, "1", hands.words(window, 2)[1])
    assert said(window) == ""
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert said(window)  # that of the other article
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert said(window) == ""
    window.set_language("ar")
    assert said(window) == ""


def test_what_is_put_away_stays_so_when_the_project_is_opened_again(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    hands.other_program(path, lambda p: assign(p, [UNMARKED], "noor", "ها"))
    window = hands.open(path, "noor")
    assert said(window)
    assert listed(window) == ["new · with a comment"]
    qtbot.mouseClick(child(window, QPushButton, "wordAway"), Qt.MouseButton.LeftButton)
    assert listed(window) == ["new"]
    window.close()
    again = hands.open(path, "noor")
    assert said(again) == ""
    assert listed(again) == ["new"]


def test_a_comment_travels_in_the_pack_and_so_does_its_being_put_away(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    pack = path.with_name("nasser.db")

    def hand_out(project: Project) -> None:
        assign(project, [UNMARKED], "amal")
        first = next(iter(project.articles.names()))
        send_back(project, LEAD, first, "nasser", "راجع التواريخ")
        make_pack(project, pack, "nasser", Quiet())

    hands.other_program(path, hand_out)
    window = hands.open(pack, "nasser")
    assert said(window) == "Sent back: راجع التواريخ"
    assert listed(window)[0].startswith("sent back · ")
    name = window.session.article.name
    qtbot.mouseClick(child(window, QPushButton, "wordAway"), Qt.MouseButton.LeftButton)
    window.close()
    assert said(hands.open(pack, "nasser")) == ""
    whole = hands.open(path, "nasser")
    whole.open_article(name)
    assert said(whole) == "Sent back: راجع التواريخ"
    hands.other_program(path, lambda p: merge_packs(p, LEAD, [pack]))
    qtbot.waitUntil(lambda: said(whole) == "")


def test_what_is_sent_back_is_told_at_once_and_in_the_list(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, "nasser")
    name = window.session.article.name
    assert hands.stored(path, name, "nasser").status is Status.FINISHED
    assert said(window) == ""
    hands.other_program(
        path, lambda p: send_back(p, LEAD, id_of(p, name), "nasser", "التواريخ\nناقصة")
    )
    qtbot.waitUntil(lambda: said(window) == "Sent back: التواريخ\nناقصة")
    qtbot.waitUntil(lambda: listed(window)[0].startswith("sent back · "))
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, CTRL | SHIFT)
    assert said(window) == ""
    qtbot.waitUntil(lambda: listed(window)[0].startswith("finished"))


def test_what_is_sent_back_without_a_comment_says_so_here_and_in_the_pack(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, "nasser")
    name = window.session.article.name
    pack = path.with_name("nasser.db")
    hands.other_program(path, lambda p: send_back(p, LEAD, id_of(p, name), "nasser", ""))
    told = "Sent back without a comment: look at it again, then finish it."
    qtbot.waitUntil(lambda: said(window) == told)
    qtbot.waitUntil(lambda: listed(window)[0].startswith("sent back · "))
    hands.other_program(path, lambda p: make_pack(p, pack, "nasser", Quiet()))
    elsewhere = hands.open(pack, "nasser")
    assert said(elsewhere) == told
    assert listed(elsewhere)[0].startswith("sent back · ")
    qtbot.mouseClick(child(window, QPushButton, "wordAway"), Qt.MouseButton.LeftButton)
    assert said(window) == ""
    assert listed(window)[0].startswith("in progress")
    window.set_language("ar")
    elsewhere.set_language("ar")
    assert said(elsewhere) == "أُرجعت إليك بلا تعليق: راجعها ثم أنجزها."


def test_what_others_see_no_more_is_theirs_again_once_it_is_sent_back(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    def change(project: Project) -> None:
        first = next(iter(project.articles.names()))
        give(project, LEAD, [first], "amal")
        take_away(project, LEAD, [first], "nasser")
        send_back(project, LEAD, first, "nasser", "مرة أخرى")

    hands.other_program(path, change)
    window = hands.open(path, "nasser")
    assert said(window) == "Sent back: مرة أخرى"


def test_a_test_is_announced_and_told_of_when_it_is_finished(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    name, other = settled(path)[:2]

    def change(project: Project) -> None:
        give_test(project, LEAD, [id_of(project, name), id_of(project, other)], NEW)
        give(project, LEAD, [id_of(project, UNMARKED)], "nasser")

    hands.other_program(path, change)
    window = hands.open(path, NEW)
    assert window.session.article.name == name
    assert said(window).startswith("This article is a test")
    assert listed(window) == ["new · a test", "new · a test"]
    hands.mark(window, "1", hands.words(window, 2)[1])
    assert "F1" not in said(window)
    window.commands["mine"].trigger()
    page = child(overview(window), MinePage)
    qtbot.waitUntil(lambda: page.is_whole)
    assert page.list.model().rowCount() == 0  # nothing of gold before it is finished
    window.commands["annotate"].trigger()
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, CTRL | SHIFT)
    assert said(window) == "The test of this article is finished: it stays as it is."
    assert "F1" not in plain(window.statusBar().currentMessage())
    window.commands["mine"].trigger()
    qtbot.waitUntil(lambda: page.is_whole)
    assert page.list.model().rowCount() == 0  # nor before all of the test is
    window.commands["annotate"].trigger()
    window.open_article(other)
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, CTRL | SHIFT)
    assert said(window).startswith("The test of this article is finished: F1 0.00 exact")
    assert "F1 0.00 exact" in plain(window.statusBar().currentMessage())
    window.open_article(name)
    assert said(window).startswith("The test of this article is finished: F1 0.00 exact")
    before = hands.places(path, name, NEW)
    view = window.workbench.view
    view.select(*hands.words(window, 3)[2])
    qtbot.keyClick(view, "1")
    assert "stays as it is" in window.notice.sentence()
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert hands.places(path, name, NEW) == before
    assert hands.stored(path, name, NEW).status is Status.FINISHED
    look = next(b for b in child(window, QWidget, "wordBar").findChildren(QPushButton))
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.is_whole)
    assert page.isVisible()
    assert page.list.model().rowCount() > 0
    assert "amal" not in page.findChild(QLabel, "mineDetails").text()


def test_nobody_else_hears_it(qtbot: QtBot, hands: Hands, path: Path) -> None:
    hands.other_program(path, lambda p: assign(p, all_names(p), "amal", "سر"))
    hands.other_program(path, lambda p: assign(p, all_names(p), "noor"))
    window = hands.open(path, "noor")
    assert said(window) == ""
    assert "with a comment" not in "".join(listed(window))
