"""How gold differs from what one marked, in the window: only settled articles, by cause."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.causes import WAYS, Cause, Surplus
from annotator.core.edits import Mark
from annotator.core.progress import Quiet
from annotator.gui.dialogs.palette import CommandPalette
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.mine_page import MinePage
from annotator.store.project import Project
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.handing.qualifying import give_test
from annotator.workflow.people.authors import ensure_author, retire
from annotator.workflow.project.trash import remove_article
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import OwnSpan
from annotator.workflow.review.settling import settled as settled_of
from tests.gui.conftest import Hands
from tests.gui.overview_pages import CTRL, child, overview, plain, settle, settled, turn_to
from tests.workflow.settled_demo import LEAD, REASON, ready, settle_as, work

NEW = "رانيا"


def summary(page: MinePage) -> str:
    return plain(child(page, QLabel, "mineSummary").text())


def details(page: MinePage) -> str:
    return plain(child(page, QLabel, "mineDetails").text())


def causes(page: MinePage) -> list[str]:
    return [plain(page.causes.item(row).text()) for row in range(page.causes.count())]


def rows(page: MinePage) -> int:
    return page.list.model().rowCount()


def test_before_anything_is_settled_nothing_is_shown(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    page = turn_to(qtbot, hands.open(path, "nasser"), MinePage)
    assert summary(page) == "No article that was finished is settled yet."
    assert (rows(page), causes(page)) == (0, ["All causes (0)"])


def test_an_annotator_sees_the_own_differences_by_cause(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    settled(path)
    page = turn_to(qtbot, hands.open(path, "nasser"), MinePage)
    assert summary(page).startswith("6 settled articles · 35 differences · F1 0.")
    assert causes(page)[0] == "All causes (35)"
    assert len(causes(page)) == len(WAYS) + 1
    assert rows(page) == 35
    assert not child(page, QComboBox, "mineAuthor").isVisible()
    assert "amal" not in summary(page) + details(page)


def test_a_cause_is_chosen_with_the_keyboard_and_the_details_say_why(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    settled(path)
    page = turn_to(qtbot, hands.open(path, "nasser"), MinePage)
    page.causes.setFocus()
    qtbot.keyClick(page.causes, Qt.Key.Key_Down)
    assert causes(page)[1] == f"Missed ({rows(page)})"
    seen = set()
    page.list.setFocus()
    for _ in range(rows(page)):
        marked, gold, reason = details(page).split("\n")
        seen |= {marked.partition(":")[2], gold.partition(":")[2]}
        assert reason == REASON
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert " nothing" in seen
    assert len(seen) > 1


def test_what_was_marked_too_much_is_not_told_as_missed(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    settled(path)
    page = turn_to(qtbot, hands.open(path, "nasser"), MinePage)
    for way, empty, full in ((Cause.MISSED, 0, 1), (Surplus.TOO_MUCH, 1, 0)):
        page.causes.choose(way)
        assert rows(page)
        for row in range(rows(page)):
            page.list.setCurrentIndex(page.list.model().index(row, 0))
            told = [line.partition(": ")[2] for line in details(page).split("\n")]
            assert (told[empty], told[full] != "nothing") == ("nothing", True)


def test_another_value_is_told_with_both_values(qtbot: QtBot, hands: Hands, path: Path) -> None:
    settled(path)
    page = turn_to(qtbot, hands.open(path, "nasser"), MinePage)
    page.causes.choose(Cause.VALUE)
    marked, gold, _ = details(page).split("\n")
    assert marked.partition(":")[2] != gold.partition(":")[2]


def test_enter_opens_the_place_in_the_article(qtbot: QtBot, hands: Hands, path: Path) -> None:
    settled(path)
    window = hands.open(path, "nasser")
    page = turn_to(qtbot, window, MinePage)
    page.causes.choose(Cause.SPLIT)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert window.workbench is not None
    view = window.workbench.view
    assert view.hasFocus()
    assert window.session is not None
    assert window.session.article is not None
    at = view.selection()
    assert at is not None
    with Project.open(path, writable=False) as project:
        layer = project.layers.load(window.session.article.id, "nasser")
    assert any(span.overlaps(*at) for span in layer)


def test_the_command_shows_the_article_at_hand_alone(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    names = settled(path)
    window = hands.open(path, "nasser")
    window.open_article(names[1])
    hands.answer(choose("How gold differs"))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_K, CTRL)
    page = child(overview(window), MinePage)
    settle(qtbot, page)
    assert page.isVisible()
    assert summary(page).startswith("1 settled article · ")
    assert names[1] in child(page, QLabel, "mineArticle").text()
    in_one = rows(page)
    assert 0 < in_one < 35
    every = next(b for b in page.findChildren(QPushButton) if b.text() == "Show all articles")
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    assert rows(page) == 35


def choose(words: str):
    """Return what answers the palette by typing ``words`` and Enter."""

    def type_and_take(dialog) -> None:
        assert isinstance(dialog, CommandPalette)
        line = dialog.findChild(QLineEdit)
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)

    return type_and_take


def test_an_article_that_is_not_settled_shows_nothing(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, "nasser")
    for name in [row.name for row in window.session.catalogue.rows([1, 10])]:
        window.open_article(name)
        window.commands["mine"].trigger()
        page = child(overview(window), MinePage)
        settle(qtbot, page)
        assert summary(page).startswith("Nothing can be told yet")
        assert rows(page) == 0


def test_gold_that_changes_later_is_followed(qtbot: QtBot, hands: Hands, path: Path) -> None:
    settled(path)
    page = turn_to(qtbot, hands.open(path, "nasser"), MinePage)

    def overrule(project: Project) -> None:
        article = next(project.articles.each())
        gold = settled_of(project, article).gold.spans[0]
        put = OwnSpan(gold.start, gold.end, "date" if gold.label != "date" else "base")
        deciding.overrule(project, LEAD, article, [gold.place], [put], "وسم آخر")

    hands.other_program(path, overrule)
    qtbot.waitUntil(lambda: rows(page) != 35, timeout=20_000)
    hands.other_program(path, lambda project: deciding.undo(project, LEAD))
    qtbot.waitUntil(lambda: rows(page) == 35, timeout=20_000)
    hands.other_program(path, lambda project: deciding.undo(project, LEAD))
    qtbot.waitUntil(lambda: rows(page) == 0, timeout=20_000)
    assert summary(page) == "No article that was finished is settled yet."


def test_who_marked_as_gold_has_it_is_told_so(qtbot: QtBot, hands: Hands, path: Path) -> None:
    settled(path)
    page = turn_to(qtbot, hands.open(path, "amal"), MinePage)
    assert summary(page).startswith("6 settled articles · 0 differences · F1 1.00 exact")
    assert page.list.hint == "Gold is what was marked: there is no difference."


def test_a_lead_chooses_whose_differences(qtbot: QtBot, hands: Hands, path: Path) -> None:
    settled(path)
    page = turn_to(qtbot, hands.open(path, LEAD), MinePage)
    box = child(page, QComboBox, "mineAuthor")
    assert [plain(box.itemText(n)) for n in range(box.count())] == [
        LEAD,
        "amal",
        "nasser",
    ]
    assert box.currentData() == "nasser"
    assert rows(page) == 35
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    settle(qtbot, page)
    assert (box.currentData(), rows(page)) == ("amal", 0)
    qtbot.keyClick(box, Qt.Key.Key_Home)
    settle(qtbot, page)
    assert box.currentData() == LEAD  # whom one chooses one sees, whatever there is to tell
    assert summary(page) == "No article that was finished is settled yet."


def test_a_lead_who_marked_nothing_begins_with_the_first_who_differs_from_gold(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    settled(path)

    def finish_one_alone(project: Project) -> None:
        ensure_author(project, "abbas")
        work(project, list(project.articles.names())[-1], "abbas", Mark(0, 3, "base"))

    hands.other_program(path, finish_one_alone)
    window = hands.open(path, LEAD)
    page = turn_to(qtbot, window, MinePage)
    box = child(page, QComboBox, "mineAuthor")
    assert box.currentData() == "nasser"  # nothing that abbas finished is settled; amal is gold
    assert summary(page).startswith("6 settled articles · 35 differences")
    window.set_language("ar")
    again = child(overview(window), MinePage)
    qtbot.waitUntil(lambda: again.isVisible() and again.is_whole)
    assert child(again, QComboBox, "mineAuthor").currentData() == "nasser"


def test_where_nothing_is_told_of_anybody_a_lead_begins_with_the_first_who_marked(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    page = turn_to(qtbot, hands.open(path, LEAD), MinePage)
    box = child(page, QComboBox, "mineAuthor")
    assert box.currentData() == "amal"
    hands.other_program(path, lambda project: settle_as(project, "nasser"))
    qtbot.waitUntil(lambda: rows(page) == 35, timeout=20_000)
    assert box.currentData() == "amal"


def test_a_lead_who_marked_begins_with_her_own(qtbot: QtBot, hands: Hands, path: Path) -> None:
    settled(path)
    hands.other_program(
        path, lambda project: work(project, list(project.articles.names())[-1], LEAD)
    )
    page = turn_to(qtbot, hands.open(path, LEAD), MinePage)
    assert child(page, QComboBox, "mineAuthor").currentData() == LEAD


def test_the_test_tells_its_score_once_all_of_it_is_finished(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    names = settled(path)
    finished: list[str] = []

    def give(project: Project) -> None:
        ids = [article_id for article_id, name in project.articles.names().items() if name in names]
        give_test(project, LEAD, ids[:2], NEW)
        finished.extend(ids[:2])

    hands.other_program(path, give)
    page = turn_to(qtbot, hands.open(path, NEW), MinePage)
    assert "Test: 0 of 2 finished" in summary(page)
    hands.other_program(path, lambda project: work(project, finished[0], NEW, Mark(0, 3, "base")))
    qtbot.waitUntil(lambda: "Test: 1 of 2 finished" in summary(page))
    assert "before all of it is finished" in summary(page)
    assert "F1" not in summary(page)
    assert rows(page) == 0
    hands.other_program(path, lambda project: work(project, finished[1], NEW))
    all_settled = "Test: 2 of 2 finished · 2 of 2 settled · F1 0.00 exact"
    qtbot.waitUntil(lambda: all_settled in summary(page))
    assert summary(page).startswith("2 settled articles · ")
    hands.other_program(
        path, lambda project: work(project, finished[0], "amal", Mark(0, 3, "base"))
    )
    one_open = "Test: 2 of 2 finished · 1 of 2 settled · F1"
    qtbot.waitUntil(lambda: one_open in summary(page))


@pytest.mark.parametrize("is_asked_of_one", [False, True])
def test_a_pack_says_that_nothing_of_it_was_settled(
    qtbot: QtBot, hands: Hands, path: Path, tmp_path: Path, *, is_asked_of_one: bool
) -> None:
    with Project.open(path, writable=False) as project:
        name = next(iter(project.articles.names().values()))
    pack = tmp_path / "nasser.db"
    hands.other_program(path, lambda project: make_pack(project, pack, "nasser", Quiet()))
    window = hands.open(pack, "nasser")
    page = turn_to(qtbot, window, MinePage)
    if is_asked_of_one:
        window.open_article(name)
        window.commands["mine"].trigger()
        settle(qtbot, page)
    assert summary(page).startswith("This file is a pack: ")
    assert "A new pack tells more" in summary(page)
    assert "settled yet" not in summary(page)


def test_a_pack_tells_her_how_gold_differs_with_the_reason_of_the_lead(
    qtbot: QtBot, hands: Hands, path: Path, tmp_path: Path
) -> None:
    settled(path)
    pack = tmp_path / "nasser.db"
    hands.other_program(path, lambda project: make_pack(project, pack, "nasser", Quiet()))
    whole = turn_to(qtbot, hands.open(path, "nasser"), MinePage)
    page = turn_to(qtbot, hands.open(pack, "nasser"), MinePage)
    assert rows(page) == rows(whole) > 0
    assert summary(page).startswith(summary(whole))
    assert "As gold was when this pack was made, on 2" in summary(page)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert REASON in child(page, QLabel, "mineDetails").text()


def test_a_test_that_is_finished_in_a_pack_has_its_score_in_the_project(
    qtbot: QtBot, hands: Hands, path: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "pack.db"
    settled(path)

    def give(project: Project) -> None:
        give_test(project, LEAD, ready(project)[:1], NEW)
        make_pack(project, pack, NEW, Quiet())

    hands.other_program(path, give)
    hands.other_program(pack, lambda there: work(there, next(iter(there.articles.names())), NEW))
    page = turn_to(qtbot, hands.open(pack, NEW), MinePage)
    assert summary(page).startswith("This file is a pack: ")
    assert summary(page).endswith("\nTest: 1 of 1 finished")


def test_another_language_goes_on_with_the_same(qtbot: QtBot, hands: Hands, path: Path) -> None:
    settled(path)
    window = hands.open(path, LEAD)
    page = turn_to(qtbot, window, MinePage)
    box = child(page, QComboBox, "mineAuthor")
    box.setCurrentIndex(box.findData("nasser"))
    box.activated.emit(box.currentIndex())
    settle(qtbot, page)
    page.causes.choose(Cause.LABEL)
    before = rows(page)
    window.set_language("ar")
    again = child(overview(window), MinePage)
    qtbot.waitUntil(lambda: again.isVisible() and again.is_whole and rows(again) > 0)
    assert rows(again) == before
    assert again.causes.cause() is Cause.LABEL


@pytest.mark.parametrize("author", ["nasser", LEAD])
def test_an_article_in_the_trash_is_told_of_no_more(
    qtbot: QtBot, hands: Hands, path: Path, author: str
) -> None:
    settled(path)
    window = hands.open(path, author)
    page = turn_to(qtbot, window, MinePage)
    if author == LEAD:
        box = child(page, QComboBox, "mineAuthor")
        box.setCurrentIndex(box.findData("nasser"))
        box.activated.emit(box.currentIndex())
        settle(qtbot, page)

    def remove(project: Project) -> None:
        article = list(project.articles.each())[3]
        remove_article(project, LEAD, article)

    hands.other_program(path, remove)
    qtbot.waitUntil(lambda: summary(page).startswith("5 settled articles"))


def test_a_retired_author_can_still_be_looked_at(qtbot: QtBot, hands: Hands, path: Path) -> None:
    settled(path)
    hands.other_program(path, lambda project: retire(project, "nasser", retired=True))
    page = turn_to(qtbot, hands.open(path, LEAD), MinePage)
    box = child(page, QComboBox, "mineAuthor")
    assert box.findData("nasser") >= 0


def test_a_decision_may_open_the_article_again(qtbot: QtBot, hands: Hands, path: Path) -> None:
    settled(path)
    window: MainWindow = hands.open(path, "nasser")
    page = turn_to(qtbot, window, MinePage)
    hands.other_program(path, lambda project: deciding.undo(project, LEAD))
    qtbot.waitUntil(lambda: rows(page) == 0)
    hands.other_program(path, lambda project: settle_as(project, "nasser"))
    qtbot.waitUntil(lambda: summary(page).startswith("6 settled articles · 0 differences"))
