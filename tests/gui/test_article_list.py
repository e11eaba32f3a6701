"""The list of articles is searched, filtered, sorted; it follows the file and is gone through."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.excerpts import Excerpt
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.gui.article_rows import EXCERPT_ROLE
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.articles import import_files
from annotator.workflow.labels import change_labels, merge_labels, start_editing
from annotator.workflow.people import add_author
from annotator.workflow.projects import init

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


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.db"
    init(path)
    with Project.open(path) as project:
        bring(project, *LINES)
    return path


def bring(project: Project, *lines: dict[str, Any]) -> None:
    file = project.path.with_suffix(".jsonl")
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert not import_files(project, [file], Quiet(), author="noor").refused


@pytest.fixture
def window(hands, path: Path) -> MainWindow:
    return hands.open(path, "noor")


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


def test_each_filter_says_what_it_leaves(window: MainWindow, qtbot: QtBot) -> None:
    tick(window, qtbot, "in progress", "set aside")
    listed(window, qtbot, "begun", "aside")
    assert filters_on(window) == "Only: in progress, set aside"
    assert count(window) == "2 of 5 articles"
    qtbot.mouseClick(part(window, QToolButton, "clearFilters"), Qt.MouseButton.LeftButton)
    listed(window, qtbot, *(line["name"] for line in LINES))
    assert not filters_on(window)
    tick(window, qtbot, "with a note", "with a span you are not sure of")
    listed(window, qtbot, "finished")
    assert filters_on(window) == "Only: with a note, not sure"
    qtbot.keyClick(part(window, QListView, "articleList"), Qt.Key.Key_Escape)
    listed(window, qtbot, *(line["name"] for line in LINES))
    qtbot.keyClick(part(window, QListView, "articleList"), Qt.Key.Key_Escape)
    assert window.focusWidget() is window.workbench.view


def test_labels_outlets_and_days_are_chosen(window: MainWindow, hands, qtbot: QtBot) -> None:
    panel = open_filters(window, qtbot)
    label, outlet = (part(panel, QComboBox, name) for name in ("filterLabel", "filterOutlet"))
    qtbot.keyClicks(label, "base")
    listed(window, qtbot, "begun", "finished")
    assert filters_on(window) == "Only: \u2068base\u2069"
    qtbot.keyClick(label, Qt.Key.Key_Home)
    qtbot.keyClicks(outlet, "RT")
    listed(window, qtbot, "new")
    qtbot.keyClick(outlet, Qt.Key.Key_Home)
    first, last = (part(panel, QLineEdit, name) for name in ("filterFrom", "filterTo"))
    hands.type_text(first, "٢٠٢٦-٠٢-٠٢")
    listed(window, qtbot, "finished", "aside")
    hands.type_text(last, "2026-02-02")
    listed(window, qtbot, "aside")
    assert filters_on(window) == "Only: from \u20662026-02-02\u2069, until \u20662026-02-02\u2069"


def test_filters_follow_what_another_program_does_to_the_labels(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    panel = open_filters(window, qtbot)
    label, outlet = (part(panel, QComboBox, name) for name in ("filterLabel", "filterOutlet"))
    qtbot.keyClicks(outlet, "RT")
    listed(window, qtbot, "new")

    def rename(opened: Project) -> None:
        add_author(opened, "huda", Role.LEAD)
        edits = start_editing(opened)
        site = replace(edits.labels["base"], shown_en="site")
        change_labels(opened, "huda", edits.change(site).labels)

    hands.other_program(path, rename)
    window.session.look_for_changes()
    assert (names(window), filters_on(window)) == (["new"], "Only: \u2068RT\u2069")
    qtbot.keyClick(outlet, Qt.Key.Key_Home)
    qtbot.keyClicks(label, "site")
    listed(window, qtbot, "begun", "finished")
    hands.other_program(path, lambda opened: merge_labels(opened, "huda", "base", "actor"))
    window.session.look_for_changes()
    listed(window, qtbot, "new", "begun", "finished", "aside", "last")
    assert filters_on(window) == ""


@pytest.mark.parametrize("typed", ["foo", "2026-02-30", "202602", "2026-13", "31/2/2026"])
def test_what_is_no_day_is_told_when_it_is_entered_and_leaves_all(
    window: MainWindow, hands, qtbot: QtBot, typed: str
) -> None:
    panel = open_filters(window, qtbot)
    first = part(panel, QLineEdit, "filterFrom")
    wrong = part(panel, QLabel, "filterWrong")
    first.setFocus()
    hands.type_text(first, typed)
    assert wrong.isHidden()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert wrong.text().startswith(f"“{typed}” is no day, month or year. Write it like")
    assert not wrong.isHidden()
    qtbot.waitUntil(lambda: (len(names(window)), filters_on(window)) == (5, wrong.text()))
    hands.type_text(first, "x")
    assert wrong.isHidden()
    part(panel, QLineEdit, "filterTo").setFocus()
    assert not wrong.isHidden()
    panel.close()
    assert not part(open_filters(window, qtbot), QLabel, "filterWrong").isHidden()


def test_half_a_day_is_told_once_the_panel_was_closed(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    panel = open_filters(window, qtbot)
    hands.type_text(part(panel, QLineEdit, "filterTo"), "2026-02-")
    assert part(panel, QLabel, "filterWrong").isHidden()
    panel.close()
    qtbot.waitUntil(lambda: "“2026-02-” is no day, month or year" in filters_on(window))
    panel = open_filters(window, qtbot)
    assert "“2026-02-” is no day, month or year" in part(panel, QLabel, "filterWrong").text()
    (button,) = (b for b in panel.findChildren(QPushButton) if b.text() == "Show all articles")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert part(panel, QLabel, "filterWrong").isHidden()
    qtbot.waitUntil(lambda: filters_on(window) == "")


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2026-02", "2026-02", "Only: from \u20662026-02-01\u2069, until \u20662026-02-28\u2069"),
        ("2025", "٢٠٢٤", ""),
        ("2025", "2026", "Only: from \u20662025-01-01\u2069, until \u20662026-12-31\u2069"),
        ("شباط 2026", "", "Only: from \u20662026-02-01\u2069"),
    ],
)
def test_a_month_or_year_is_asked_for_from_its_first_day_to_its_last(
    window: MainWindow, hands, qtbot: QtBot, first: str, last: str, told: str
) -> None:
    panel = open_filters(window, qtbot)
    for name, typed in (("filterFrom", first), ("filterTo", last)):
        hands.type_text(part(panel, QLineEdit, name), typed)
    panel.close()
    told = told or "The first day, 2025-01-01, is after the last, 2024-12-31."
    qtbot.waitUntil(lambda: filters_on(window).endswith(told))


@pytest.mark.parametrize(
    "typed", ["2/2/2026", "2026-2-2", "٢٠٢٦/٢/٢", "2 February 2026", "٢ شباط ٢٠٢٦", "2.2.2026"]
)
def test_days_are_taken_as_the_day_of_publication_is(
    window: MainWindow, hands, qtbot: QtBot, typed: str
) -> None:
    panel = open_filters(window, qtbot)
    line = part(panel, QLineEdit, "filterFrom")
    hands.type_text(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert part(panel, QLabel, "filterWrong").isHidden()
    listed(window, qtbot, "finished", "aside")
    assert filters_on(window) == "Only: from \u20662026-02-02\u2069"


def test_days_still_to_come_may_be_asked_for_but_not_the_last_before_the_first(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    panel = open_filters(window, qtbot)
    first, last = (part(panel, QLineEdit, name) for name in ("filterFrom", "filterTo"))
    wrong = part(panel, QLabel, "filterWrong")
    hands.type_text(last, "31/12/2999")
    qtbot.keyClick(last, Qt.Key.Key_Return)
    assert wrong.isHidden()
    qtbot.waitUntil(lambda: filters_on(window) == "Only: until \u20662999-12-31\u2069")
    last.clear()
    hands.type_text(first, "2026-02-03")
    hands.type_text(last, "2026-02-02")
    qtbot.waitUntil(lambda: "is after the last" in wrong.text())
    listed(window, qtbot, "finished")


def test_older_guidelines_are_asked_for_where_there_is_a_version(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workbench is not None
    panel = open_filters(window, qtbot)
    (older,) = (box for box in panel.findChildren(QCheckBox) if "guidelines" in box.text())
    assert not older.isHidden()  # those of the program are version 1
    panel.close()
    tick(window, qtbot, "finished under older guidelines")
    listed(window, qtbot)
    window.workbench.listing.set_guideline_version("2")
    window.workbench.listing.ask()
    listed(window, qtbot, "finished")
    window.workbench.listing.set_guideline_version("")
    window.workbench.listing.ask()
    assert len(names(window)) == 5


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


@pytest.fixture(scope="module")
def pristine_many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.db"
    init(path)
    with Project.open(path) as project:
        bring(project, *({"name": f"{n:04}", "text": f"كلام {n}"} for n in range(4_000)))
    return path


@pytest.fixture
def many(pristine_many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """More articles than are found before the window is painted, however fast the machine."""
    monkeypatch.setattr("annotator.gui.listing._AT_ONCE_S", 0)
    return Path(shutil.copy(pristine_many, tmp_path / "many.db"))


def test_a_newer_query_ends_the_one_before(hands, qtbot: QtBot, many: Path) -> None:
    window = hands.open(many, "noor")
    assert window.workbench is not None
    listing = window.workbench.listing
    qtbot.waitUntil(lambda: listing.is_whole)
    line = part(window, QLineEdit, "searchBox")
    line.setText("كلام")
    listing.ask()
    assert not listing.is_whole
    assert 100 <= len(names(window)) < 4_000
    assert count(window).endswith("so far…")
    line.setText("3999")
    listing.ask()
    qtbot.waitUntil(lambda: listing.is_whole)
    QApplication.processEvents()
    assert names(window) == ["3999"]
    assert count(window) == "1 of 4000 articles"


def test_edits_are_saved_while_a_search_goes_on(hands, qtbot: QtBot, many: Path) -> None:
    window = hands.open(many, "noor")
    assert window.workbench is not None
    listing = window.workbench.listing
    part(window, QLineEdit, "searchBox").setText("كلام")
    listing.ask()
    assert not listing.is_whole
    hands.mark(window, "1", (0, 4))
    assert hands.places(many, at_hand(window)) == [(0, 4, "base")]
    qtbot.waitUntil(lambda: listing.is_whole)
    assert len(window.workbench.articles.numbers()) == 4_000


def test_what_changes_during_a_search_is_seen_at_its_end(hands, qtbot: QtBot, many: Path) -> None:
    window = hands.open(many, "noor")
    assert window.workbench is not None
    listing = window.workbench.listing
    part(window, QLineEdit, "searchBox").setText("كلام")
    listing.ask()

    def remove(name: str) -> Callable[[Project], None]:
        def act(project: Project) -> None:
            with project.writing():
                found = project.articles.by_name(name)
                assert found is not None
                project.articles.remove(found.id)

        return act

    hands.other_program(many, remove("0007"))
    window.session.look_for_changes()
    assert not listing.is_whole
    qtbot.waitUntil(lambda: listing.is_whole and "0007" not in names(window))
    assert len(window.workbench.articles.numbers()) == 3_999


def test_the_window_can_close_while_a_search_goes_on(hands, qtbot: QtBot, many: Path) -> None:
    window = hands.open(many, "noor")
    assert window.workbench is not None
    part(window, QLineEdit, "searchBox").setText("كلام")
    window.workbench.listing.ask()
    window.close()
    qtbot.wait(50)
