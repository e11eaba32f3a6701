"""The list of articles is searched, filtered, sorted; it follows the file and is gone through."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.excerpts import Excerpt
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.rows.article_rows import EXCERPT_ROLE
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files

BASE = {"label": "base", "start": 0, "end": 4}
LINES: list[dict[str, Any]] = [
    {"name": "new", "text": "قسرك أولا", "published": "2026-02-01", "outlet": "RT"},
    {"name": "begun", "text": "قسرك ثانيا", "status": "in progress", "spans": [BASE]},
    {
        "name": "finished",
        "text": "قسرك ثالثا\n" + "سطر آخر من الكلام\n" * 200 + "ثم قَاعِدَة الأسد",
        "published": "2026-02-03",
        "guideline": "1",
        "spans": [BASE | {"note": "انظر", "unsure": True}],
    },
    {"name": "aside", "text": "أهل الدار", "status": "set aside", "reason": "duplicate"}
    | {"spans": [], "published": "2026-02-02"},
    {"name": "last", "text": "باب القاعدة"},
]


def bring(project: Project, *lines: dict[str, Any]) -> None:
    file = project.path.with_suffix(".jsonl")
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert not import_files(project, [file], Quiet(), author="noor").refused


def names(window: MainWindow) -> list[str]:
    """Return the names of the articles that are listed."""
    assert window.session is not None
    assert window.workbench is not None
    rows = window.session.catalogue.rows(window.workbench.articles.numbers())
    return [row.name for row in rows]


def at_hand(window: MainWindow) -> str:
    assert window.session is not None
    assert window.session.article is not None
    return window.session.article.name


def part(window: MainWindow, kind: type[QWidget], name: str) -> Any:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def type_words(window: MainWindow, hands, qtbot: QtBot, words: str) -> None:
    line = part(window, QLineEdit, "searchBox")
    line.setFocus()
    before = names(window)
    hands.type_text(line, words)
    qtbot.waitUntil(lambda: names(window) != before)


def open_filters(window: MainWindow, qtbot: QtBot) -> QWidget:
    qtbot.mouseClick(part(window, QToolButton, "filterButton"), Qt.MouseButton.LeftButton)
    panel = part(window, QWidget, "articleFilters")
    assert panel.isVisible()
    return panel


def tick(window: MainWindow, qtbot: QtBot, *texts: str) -> None:
    """Tick boxes of the filters by the keyboard, and close them."""
    panel = open_filters(window, qtbot)
    boxes = {box.text(): box for box in panel.findChildren(QCheckBox)}
    for text in texts:
        qtbot.keyClick(boxes[text], Qt.Key.Key_Space)
    qtbot.keyClick(boxes[texts[0]], Qt.Key.Key_Escape)
    assert not panel.isVisible()


def listed(window: MainWindow, qtbot: QtBot, *expected: str) -> None:
    qtbot.waitUntil(lambda: names(window) == list(expected))


def count(window: MainWindow) -> str:
    return part(window, QLabel, "articleCount").text()


def filters_on(window: MainWindow) -> str:
    label = part(window, QLabel, "filtersOn")
    return label.text() if label.isVisible() else ""


def test_a_phrase_is_found_alike_in_the_list_and_in_the_article(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    text = 'أولا قوات  سوريا\nو"قوات سوريا"، قوات\u00a0"سوريا" وقــوات\nسوريا\n\nقوات، سوريا'
    others = [{"name": "apart", "text": "قوات\n\nسوريا"}, {"name": "comma", "text": "قوات، سوريا"}]
    hands.other_program(path, lambda one: bring(one, {"name": "rows", "text": text}, *others))
    window.session.look_for_changes()
    type_words(window, hands, qtbot, '"قوات سوريا"')
    listed(window, qtbot, "rows")
    view = part(window, QListView, "articleList")
    qtbot.waitUntil(lambda: view.model().index(0).data(EXCERPT_ROLE) is not None)
    found = view.model().index(0).data(EXCERPT_ROLE)
    assert isinstance(found, Excerpt)
    qtbot.keyClick(part(window, QLineEdit, "searchBox"), Qt.Key.Key_Return)
    article = window.workbench.view
    expected = ["قوات  سوريا", "قوات سوريا", 'قوات\u00a0"سوريا"', "قــوات\nسوريا"]
    assert [article.text[start:end] for start, end in article.attention.hits] == expected
    in_list = [found.text[start:end] for start, end in found.hits]
    assert in_list == [words.replace("\n", " ") for words in expected]
    for typed in ('"قوات سوريا"', "قوات سوريا"):
        qtbot.keyClick(article, "/")
        line = part(window, QWidget, "findBar").findChild(QLineEdit)
        line.clear()
        hands.type_text(line, typed)
        assert [article.text[start:end] for start, end in article.attention.hits] == expected


def test_another_language_keeps_words_filters_and_order(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    type_words(window, hands, qtbot, "قسرك")
    listed(window, qtbot, "new", "begun", "finished")
    tick(window, qtbot, "in progress", "finished")
    panel = open_filters(window, qtbot)
    outlet = part(window, QComboBox, "filterOutlet")
    assert outlet.findData("RT") >= 0
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    menu = part(window, QToolButton, "sortButton").menu()
    for text in ("by title", "the other way round"):
        next(action for action in menu.actions() if action.text() == text).trigger()
    listed(window, qtbot, "begun", "finished")
    query = window.workbench.articles.query()
    told = filters_on(window)
    window.set_language("ar")
    assert window.workbench.articles.query() == query
    listed(window, qtbot, "begun", "finished")
    assert filters_on(window) not in ("", told)
    assert part(window, QLineEdit, "searchBox").text() == "قسرك"
    window.set_language("en")
    window.workbench.articles.show_all()
    qtbot.waitUntil(lambda: len(names(window)) == 5)


def test_typing_leaves_the_articles_that_hold_the_words(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    assert count(window) == "5 articles"
    type_words(window, hands, qtbot, "قاعدة")
    assert names(window) == ["finished", "last"]
    assert count(window) == "2 of 5 articles"
    qtbot.keyClick(part(window, QLineEdit, "searchBox"), Qt.Key.Key_Escape)
    assert len(names(window)) == 5
    assert count(window) == "5 articles"


def test_rows_show_the_hit_in_its_raw_context(window: MainWindow, hands, qtbot: QtBot) -> None:
    view = part(window, QListView, "articleList")
    model = view.model()
    assert model.index(0).data(EXCERPT_ROLE) is None
    height = view.sizeHintForRow(0)
    type_words(window, hands, qtbot, "قاعدة")
    shown = [model.index(row).data(EXCERPT_ROLE) for row in range(2)]
    assert all(isinstance(one, Excerpt) for one in shown)
    assert [one.text[one.start : one.end] for one in shown] == ["قَاعِدَة", "قاعدة"]
    assert view.sizeHintForRow(0) > height
    view.grab()
    qtbot.keyClick(part(window, QLineEdit, "searchBox"), Qt.Key.Key_Escape)
    assert view.sizeHintForRow(0) == height


def test_an_article_opens_where_the_words_stand(window: MainWindow, hands, qtbot: QtBot) -> None:
    assert window.workbench is not None
    type_words(window, hands, qtbot, "الاسد قاعدة")
    qtbot.keyClick(part(window, QLineEdit, "searchBox"), Qt.Key.Key_Return)
    view = window.workbench.view
    assert at_hand(window) == "finished"
    text = window.session.article.text
    assert [text[start:end] for start, end in view.attention.hits] == ["قَاعِدَة", "الأسد"]
    (box,) = view.rects_of(*view.attention.hits[0])
    assert view.viewport().rect().contains(box.center().toPoint())
    assert view.hasFocus()
    bar = part(window, QWidget, "findBar")
    assert bar.isVisible()
    assert bar.findChild(QLabel).text() == "1 of 2"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.selection() == view.attention.hits[1]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert not view.attention.hits


def test_the_list_is_sorted_by_what_the_menu_says(window: MainWindow, qtbot: QtBot) -> None:
    button = part(window, QToolButton, "sortButton")
    menu: QMenu = button.menu()
    actions = {action.text(): action for action in menu.actions()}
    actions["by number of spans"].trigger()
    listed(window, qtbot, "new", "aside", "last", "begun", "finished")
    assert button.text() == "by number of spans"
    actions["the other way round"].trigger()
    listed(window, qtbot, "finished", "begun", "last", "aside", "new")
    actions["by status"].trigger()
    listed(window, qtbot, "aside", "finished", "begun", "last", "new")
    actions["the other way round"].trigger()
    actions["as added"].trigger()
    listed(window, qtbot, *(line["name"] for line in LINES))
    assert button.text() == "Sort"


def test_nothing_found_says_so_and_how_to_go_back(window: MainWindow, hands, qtbot: QtBot) -> None:
    view = part(window, QListView, "articleList")
    type_words(window, hands, qtbot, "لاشيء")
    assert names(window) == []
    assert view.hint == "No article holds these words."
    tick(window, qtbot, "new")
    qtbot.waitUntil(lambda: view.hint.startswith("No article is like that."))
    window.commands["show_all"].trigger()
    assert len(names(window)) == 5


def test_the_next_unfinished_is_that_of_the_list(window: MainWindow, qtbot: QtBot) -> None:
    actions = {a.text(): a for a in part(window, QToolButton, "sortButton").menu().actions()}
    actions["by title"].trigger()
    listed(window, qtbot, "aside", "last", "new", "finished", "begun")
    window.open_article("last")
    finish(window, qtbot)
    assert at_hand(window) == "new"
    finish(window, qtbot)
    assert at_hand(window) == "begun"


def test_a_filtered_list_is_finished_before_the_rest(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    tick(window, qtbot, "new", "in progress")
    listed(window, qtbot, "new", "begun", "last")
    window.open_article("begun")
    finish(window, qtbot)
    assert at_hand(window) == "last"
    finish(window, qtbot)
    assert at_hand(window) == "new"
    tick(window, qtbot, "in progress")
    listed(window, qtbot, "new")
    hands.other_program(path, lambda project: bring(project, {"name": "more", "text": "مزيد"}))
    window.session.look_for_changes()
    listed(window, qtbot, "new", "more")
    finish(window, qtbot)
    assert at_hand(window) == "more"
    finish(window, qtbot)
    assert window.notice.sentence() == "All articles in the list are finished or set aside."


def test_an_article_that_left_the_list_is_followed_by_its_neighbour(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    more = [{"name": f"more {n}", "text": f"مزيد {n}"} for n in range(3)]
    hands.other_program(path, lambda project: bring(project, *more))
    window.session.look_for_changes()
    tick(window, qtbot, "new")
    listed(window, qtbot, "new", "last", "more 0", "more 1", "more 2")
    window.open_article("more 0")
    window.commands["finish"].trigger()
    hands.other_program(path, lambda project: bring(project, {"name": "x", "text": "آخر"}))
    window.session.look_for_changes()
    listed(window, qtbot, "new", "last", "more 1", "more 2", "x")
    finish(window, qtbot)
    assert at_hand(window) == "more 1"


def finish(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workbench is not None
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_list_keeps_its_place_when_the_file_changes(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    many = [{"name": f"{n:03}", "text": f"قسرك {n}"} for n in range(300)]
    hands.other_program(path, lambda project: bring(project, *many))
    window.session.look_for_changes()
    view = part(window, QListView, "articleList")
    assert view.model().rowCount() == 305
    top = view.model().index(200)
    view.scrollTo(top, QListView.ScrollHint.PositionAtTop)
    view.setCurrentIndex(view.model().index(203))
    shown = [view.visualRect(view.model().index(row)).top() for row in (200, 203)]
    gone = [f"{n:03}" for n in (3, 4, 203)]

    def remove(project: Project) -> None:
        with project.writing():
            for name in gone:
                found = project.articles.by_name(name)
                assert found is not None
                project.articles.remove(found.id)

    hands.other_program(path, remove)
    window.session.look_for_changes()
    assert view.model().rowCount() == 302
    assert [view.visualRect(view.model().index(row)).top() for row in (198, 201)] == shown
    assert view.currentIndex().row() == 201
    hands.other_program(path, lambda project: bring(project, {"name": "x", "text": "آخر"}))
    window.session.look_for_changes()
    assert view.model().rowCount() == 303
    assert view.visualRect(view.model().index(198)).top() == shown[0]
