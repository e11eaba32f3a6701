"""The Overview: figures as tables and charts, each opens what it counts, and all stays in place."""

import os
import signal
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QProgressBar,
    QScrollArea,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.edits import Mark, SetState
from annotator.core.model import LayerState, Role, Status
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.figures_page import FiguresPage
from annotator.gui.overview.place import OverviewPlace
from annotator.gui.widgets.chart_view import ChartView
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.gui.widgets.figure_table import FigureTable
from annotator.store.project import Project
from annotator.workflow import assigning, marking, questions
from annotator.workflow.people import add_author, ensure_author
from annotator.workflow.qualifying import give_test
from tests.gui.conftest import Hands
from tests.gui.overview_pages import settled
from tests.workflow.settled_demo import work

LEAD = "huda"
LONG = 20_000
AGREEMENT = 2
"""Which page of a lead tells of it."""
CTRL = Qt.KeyboardModifier.ControlModifier
Found = TypeVar("Found", bound=QWidget)


def place(window: MainWindow) -> OverviewPlace:
    assert window.workplace is not None
    return window.workplace.places.overview


def part(window: MainWindow, kind: type[Found], name: str) -> Found:
    found = place(window).currentWidget().findChild(kind, name)
    assert found is not None, name
    return found


def table(window: MainWindow, name: str) -> FigureTable:
    return part(window, FigureTable, name)


def rows(window: MainWindow, name: str) -> dict[str, list[str]]:
    """Return the rows of a table by their names, without what isolates them."""
    bare = str.maketrans("", "", "\u2066\u2068\u2069")
    return {
        row[0].text.translate(bare): [cell.text.translate(bare) for cell in row[1:]]
        for row in table(window, name).table.rows
    }


def cell(window: MainWindow, name: str, row: str, column: int) -> tuple[FigureTable, QModelIndex]:
    view = table(window, name)
    number = list(rows(window, name)).index(row)
    return view, view.model().index(number, column)


def click_cell(qtbot: QtBot, window: MainWindow, name: str, row: str, column: int) -> None:
    view, index = cell(window, name, row, column)
    view.scrollTo(index)
    at = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def enter_cell(qtbot: QtBot, window: MainWindow, name: str, row: str, column: int) -> None:
    view, index = cell(window, name, row, column)
    view.setFocus()
    view.setCurrentIndex(index)
    qtbot.keyClick(view, Qt.Key.Key_Return)


def click_bar(qtbot: QtBot, window: MainWindow, name: str, told: str) -> None:
    view = part(window, ChartView, name)
    qtbot.waitUntil(lambda: view.picture is not None, timeout=LONG)
    assert view.picture is not None
    (bar,) = (one for one in view.picture.bars if told in one.told)
    at = view.rect_of(bar).center().toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)


def look(qtbot: QtBot, window: MainWindow, page: int = 0) -> OverviewPlace:
    """Go to a page of the Overview and wait until all of it is there."""
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F3, CTRL)
    overview = place(window)
    overview.setCurrentIndex(page)
    reckoning = overview._reckoning
    qtbot.waitUntil(
        lambda: reckoning.overview is not None and not reckoning.is_under_way, timeout=LONG
    )
    return overview


def filters(window: MainWindow) -> str:
    assert window.workbench is not None
    label = window.workbench.articles.findChild(QLabel, "filtersOn")
    return "" if label.isHidden() else label.text().replace("\u2068", "").replace("\u2069", "")


def listed(window: MainWindow) -> list[str]:
    """Return the names of the articles in the list."""
    assert window.workbench is not None
    assert window.session is not None
    numbers = window.workbench.articles.numbers()
    return [row.name for row in window.session.catalogue.rows(numbers)]


@pytest.fixture
def lead(hands: Hands, path: Path) -> MainWindow:
    """The window of a lead, on the demo with more going on in it."""

    def work(project: Project) -> None:
        ensure_author(project, "noor")
        articles = list(project.articles.each())
        assigning.give(project, LEAD, [one.id for one in articles[6:9]], "noor")
        layer = project.layers.load(articles[6].id, "noor")
        aside = SetState(LayerState(Status.SET_ASIDE, "a copy"))
        marking.apply(project, articles[6], layer, aside)
        questions.ask(project, articles[0], "amal", "why?", None)

    hands.other_program(path, work)
    return hands.open(path, LEAD)


# -- what is shown


def test_a_lead_sees_how_far_all_are(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    assert {row: cells[:4] for row, cells in rows(lead, "authorsTable").items()} == {
        "amal": ["0", "0", "6", "0"],
        "nasser": ["0", "0", "6", "0"],
        "noor": ["2", "0", "0", "1"],
    }
    assert rows(lead, "stateTable")["Open conflicts"] == ["35"]
    assert rows(lead, "conflictsTable")["All"][-1] == "35"
    assert list(rows(lead, "asideTable").values()) == [["noor", "a copy"]]
    for name in ("statusChart", "speedChart", "dayChart", "labelChart", "conflictChart"):
        view = part(lead, ChartView, name)
        assert view.picture is not None
        assert view.accessibleName()
        assert (view.width(), view.height()) == (view.picture.width, view.picture.height)


def test_a_lead_sees_how_far_authors_agree_and_that_it_is_little(
    qtbot: QtBot, lead: MainWindow
) -> None:
    look(qtbot, lead, page=AGREEMENT)
    assert rows(lead, "pairsTable")["amal – nasser"][:2] == ["6 (few)", "0.893"]
    assert part(lead, QLabel, "thin").text().startswith("⚠ Too few articles")
    assert rows(lead, "confusionTable")["actor"] == ["2", "0", "252", "0", "4"]
    assert part(lead, QLabel, "kappaTable about").text().startswith("Cohen’s kappa")


def test_an_annotator_is_told_nothing_of_others(
    qtbot: QtBot, hands: Hands, lead: MainWindow, path: Path
) -> None:
    window = hands.open(path, "noor")
    overview = look(qtbot, window)
    assert overview.count() == 2  # the own progress, and gold against the own work
    texts = [label.text() for label in overview.findChildren(QLabel)]
    for view in overview.findChildren(FigureTable):
        texts += [*view.table.head, *(cell.text for row in view.table.rows for cell in row)]
    for chart in overview.findChildren(ChartView):
        texts += [bar.told for bar in chart.picture.bars] if chart.picture else []
    said = " ".join(texts)
    assert "noor" in said
    assert "amal" not in said
    assert "nasser" not in said
    assert "onflict" not in said
    assert rows(window, "authorsTable") == {"noor": ["2", "0", "0", "1", "0", "–", "–"]}
    click_cell(qtbot, window, "authorsTable", "noor", 1)
    assert filters(window) == "Only: new"
    assert len(listed(window)) == 2


def test_a_dash_tells_why_there_is_no_figure(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    view, index = cell(lead, "authorsTable", "noor", 6)
    assert view.model().data(index, Qt.ItemDataRole.DisplayRole) == "–"
    assert view.model().data(index, Qt.ItemDataRole.ToolTipRole) == "No time was measured."


# -- what is opened


def test_a_cell_of_an_author_lists_the_articles_it_counts(
    qtbot: QtBot, hands: Hands, lead: MainWindow, path: Path
) -> None:
    look(qtbot, lead)
    enter_cell(qtbot, lead, "authorsTable", "noor", 1)
    assert lead.workbench is not None
    assert lead.workbench.isVisible()
    assert filters(lead) == "Only: of noor, new"
    assert len(listed(lead)) == 2
    search = lead.findChild(QWidget, "searchBox")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert filters(lead) == ""
    assert len(listed(lead)) == 13


def test_a_bar_lists_the_articles_it_counts_by_the_status_of_that_author(
    qtbot: QtBot, lead: MainWindow
) -> None:
    look(qtbot, lead)
    click_bar(qtbot, lead, "statusChart", "\u2068noor\u2069, set aside")
    assert filters(lead) == "Only: of noor, set aside"
    assert lead.workbench is not None
    view = lead.findChild(QWidget, "articleList")
    index = view.model().index(0, 0)
    assert len(listed(lead)) == view.model().rowCount() == 1
    assert "set aside" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    clear = lead.workbench.articles.findChild(QToolButton, "clearFilters")
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert filters(lead) == ""


def test_tests_are_no_work_and_are_not_among_what_the_figures_open(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    name = settled(path)[0]

    def change(project: Project) -> None:
        article = project.articles.by_name(name)
        assert article is not None
        give_test(project, LEAD, [article.id], "rania")
        work(project, article.id, "rania", Mark(0, 3, "base"))
        fresh = list(project.articles.names())[-2:]
        assigning.give(project, LEAD, fresh, "rania")

    hands.other_program(path, change)
    lead = hands.open(path, LEAD)
    look(qtbot, lead)
    assert rows(lead, "authorsTable")["rania"][:4] == ["2", "0", "0", "0"]
    click_cell(qtbot, lead, "authorsTable", "rania", 0)
    assert filters(lead) == "Only: of rania, no tests"
    assert len(listed(lead)) == 2
    assert name not in listed(lead)
    own = hands.open(path, "rania")
    look(qtbot, own)
    click_cell(qtbot, own, "authorsTable", "rania", 1)
    assert filters(own) == "Only: new, no tests"
    assert len(listed(own)) == 2


def test_what_an_annotator_asks_of_others_is_answered_of_the_own(
    hands: Hands, lead: MainWindow, path: Path
) -> None:
    from annotator.core.query import ArticleQuery

    window = hands.open(path, "amal")
    assert window.session is not None
    for query in (ArticleQuery(whose="noor"), ArticleQuery(label="base", anyone=True)):
        pages = list(window.session.catalogue.pages(query))
        own = list(window.session.catalogue.pages(ArticleQuery(label=query.label)))
        assert pages == own
        assert all(
            row.status is not Status.SET_ASIDE for row in window.session.catalogue.rows([7], query)
        )


def test_a_label_lists_the_articles_of_anybody_that_hold_it(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    click_cell(qtbot, lead, "labelsTable", "base", 1)
    assert filters(lead) == "Only: of anybody, finished, base"
    assert len(listed(lead)) == 6


def test_a_cause_leads_to_its_conflicts_in_review(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    click_bar(qtbot, lead, "conflictChart", "Other label")
    assert lead.workplace is not None
    review = lead.workplace.places.review
    assert review is not None
    assert review.isVisible()
    qtbot.waitUntil(lambda: review.conflicts.length() == 3, timeout=LONG)
    assert (
        review.conflicts.findChild(QComboBox, "conflictCauseFilter").currentText() == "Other label"
    )


def test_a_cause_and_a_label_lead_to_their_conflicts(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    head = table(lead, "conflictsTable").table.head
    column = head.index("\u2068figure\u2069")
    count = rows(lead, "conflictsTable")["Missed by some"][column - 1]
    enter_cell(qtbot, lead, "conflictsTable", "Missed by some", column)
    listed_conflicts = lead.findChild(ConflictList, "conflictQueue")
    qtbot.waitUntil(lambda: listed_conflicts.length() == int(count) > 0, timeout=LONG)


def test_open_questions_open_the_list_of_questions(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    click_cell(qtbot, lead, "stateTable", "Open questions to the lead", 1)
    dialog = lead.findChild(QDialog, "questionsDialog")
    assert dialog is not None
    assert dialog.isVisible()


def test_a_confusion_opens_its_places_one_after_the_other(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead, page=AGREEMENT)
    enter_cell(qtbot, lead, "confusionTable", "actor", 1)
    places = lead.findChild(QDialog, "foundPlaces")
    assert places is not None
    view = places.findChild(QTreeView)
    qtbot.waitUntil(lambda: view.model().rowCount() == 2, timeout=LONG)
    assert "actor and" in places.windowTitle().replace("\u2068", "").replace("\u2069", "")
    said = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "amal" not in said
    assert lead.workbench is not None
    opened = []
    for row in (0, 1):
        view.setCurrentIndex(view.model().index(row, 0))
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert lead.workbench.isVisible()
        assert places.isVisible()
        assert lead.session is not None
        assert lead.session.article is not None
        start, end = lead.workbench.view.selection() or (0, 0)
        quoted = view.model().at(row).quotation
        assert (lead.session.article.name, start, end) == (
            quoted.article,
            quoted.start,
            quoted.end,
        )
        opened.append((quoted.article, start))
    assert len(set(opened)) == 2
    qtbot.keyClick(places, Qt.Key.Key_Escape)
    assert lead.findChild(QDialog, "foundPlaces") is None or not places.isVisible()


def test_places_of_another_figure_replace_those_being_looked_for(
    qtbot: QtBot, lead: MainWindow
) -> None:
    look(qtbot, lead, page=AGREEMENT)
    enter_cell(qtbot, lead, "confusionTable", "actor", 3)
    enter_cell(qtbot, lead, "confusionTable", "figure", 5)
    (places,) = (one for one in lead.findChildren(QDialog, "foundPlaces") if one.isVisible())
    view = places.findChild(QTreeView)
    qtbot.waitUntil(lambda: view.model().rowCount() == 2, timeout=LONG)
    reckoning = place(lead)._reckoning
    qtbot.waitUntil(lambda: not reckoning.is_under_way, timeout=LONG)
    assert view.model().rowCount() == 2


def test_an_article_set_aside_is_opened(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    (name,) = rows(lead, "asideTable")
    click_cell(qtbot, lead, "asideTable", name, 0)
    assert lead.session is not None
    assert lead.session.article is not None
    assert lead.session.article.name == name


# -- the keyboard


def test_bars_are_gone_through_and_opened_by_keys(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    view = part(lead, ChartView, "statusChart")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.bar_at_hand is not None
    assert view.accessibleDescription() == view.bar_at_hand.told == "\u2068noor\u2069, set aside: 1"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.bar_at_hand.told == "\u2068noor\u2069, new: 2"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert filters(lead) == "Only: of noor, new"


def test_tab_goes_from_part_to_part_down_the_page(qtbot: QtBot, lead: MainWindow) -> None:
    overview = look(qtbot, lead)
    table(lead, "stateTable").setFocus()
    visited = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        if not overview.isAncestorOf(focused):
            break
        visited.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert visited[:4] == ["stateTable", "statusChart", "authorsTable", "speedChart"]
    assert "asideTable" in visited
    area = overview.currentWidget().findChild(QScrollArea)
    assert area.verticalScrollBar().value() > 0


def test_f6_goes_from_the_tabs_into_the_page_and_back(qtbot: QtBot, lead: MainWindow) -> None:
    overview = look(qtbot, lead)
    overview.tabBar().setFocus()
    qtbot.keyClick(overview.tabBar(), Qt.Key.Key_F6)
    assert table(lead, "stateTable").hasFocus()
    qtbot.keyClick(table(lead, "stateTable"), Qt.Key.Key_F6)
    assert overview.tabBar().hasFocus()
    qtbot.keyClick(overview.tabBar(), Qt.Key.Key_Tab)
    assert overview.isAncestorOf(QApplication.focusWidget())
    assert not overview.tabBar().hasFocus()


# -- live


def test_after_a_bug_nothing_is_asked_until_the_page_is_opened_anew(
    qtbot: QtBot, hands: Hands, lead: MainWindow, path: Path
) -> None:
    overview = look(qtbot, lead)

    def decide(project: Project) -> None:
        """Leave a decision that no version of the program would leave."""
        project._db.execute("PRAGMA ignore_check_constraints = 1")
        with project.writing():
            project._db.execute(
                """INSERT INTO decisions (id, article_id, choice, lead, start, "end", reason, gap,
                                          at, stands)
                   SELECT 'odd', id, 'odd', 'huda', 0, 2, '', 0, '2026-11-22T02:00:00Z', 1
                   FROM articles LIMIT 1"""
            )

    with qtbot.captureExceptions() as bugs:
        hands.other_program(path, decide)
        qtbot.waitUntil(lambda: len(bugs) == 1, timeout=LONG)
        with qtbot.waitSignal(overview._rest.timeout, timeout=LONG):
            hands.other_program(path, lambda project: add_author(project, "new", Role.ANNOTATOR))
        assert not overview._reckoning.is_under_way
        qtbot.keyClick(lead.focusWidget(), Qt.Key.Key_F1, CTRL)
        qtbot.keyClick(lead.focusWidget(), Qt.Key.Key_F3, CTRL)
        qtbot.waitUntil(lambda: len(bugs) == 2, timeout=LONG)


def test_what_others_do_is_shown_in_place(
    qtbot: QtBot, hands: Hands, lead: MainWindow, path: Path
) -> None:
    overview = look(qtbot, lead)
    area = overview.currentWidget().findChild(QScrollArea)
    view, index = cell(lead, "authorsTable", "noor", 2)
    view.setFocus()
    view.setCurrentIndex(index)
    chart = part(lead, ChartView, "statusChart")
    before, conflicts = chart.picture, table(lead, "conflictsTable")
    area.verticalScrollBar().setValue(150)
    shown: list[bool] = []
    overview._reckoning.told.connect(lambda: shown.append(conflicts.isVisible()))

    def work(project: Project) -> None:
        articles = list(project.articles.each())
        for article in articles[7:9]:
            layer = project.layers.load(article.id, "noor")
            marking.apply(project, article, layer, SetState(LayerState(Status.IN_PROGRESS)))
        add_author(project, "a new one", project.authors.get(LEAD).role)
        assigning.give(project, LEAD, [articles[0].id], "a new one")

    hands.other_program(path, work)
    qtbot.waitUntil(
        lambda: rows(lead, "authorsTable").get("noor", [""])[:2] == ["0", "2"], timeout=LONG
    )
    assert area.verticalScrollBar().value() == 150
    assert view is table(lead, "authorsTable")
    assert view.hasFocus()
    assert view.model().told(view.currentIndex()).startswith("\u2068noor\u2069, in progress, 2")
    assert next(iter(rows(lead, "authorsTable"))) == "a new one"
    qtbot.waitUntil(lambda: chart.picture != before, timeout=LONG)
    # What takes longer stays as it was until it is known anew.
    assert len(shown) >= 2
    assert all(shown)
    assert conflicts is table(lead, "conflictsTable")


def test_the_page_tells_that_it_is_reckoning(qtbot: QtBot, lead: MainWindow) -> None:
    qtbot.keyClick(lead.focusWidget(), Qt.Key.Key_F3, CTRL)
    bar = part(lead, QProgressBar, "reckoning")
    assert bar.isVisible()
    assert bar.accessibleName() == "Reckoning…"
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=LONG)


def test_another_language_shows_the_figures_at_once(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead, page=AGREEMENT)
    lead.set_language("ar")
    assert place(lead).currentIndex() == AGREEMENT
    assert table(lead, "confusionTable").accessibleName() == "ما يسمّيه أحدهم، وما يسمّيه غيره"
    chart = part(lead, ChartView, "f1LabelChart")
    qtbot.waitUntil(lambda: chart.picture is not None, timeout=LONG)
    assert chart.picture is not None
    assert len({round(bar.area.right, 3) for bar in chart.picture.bars}) == 1


def test_other_colours_draw_the_charts_anew(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    chart = part(lead, ChartView, "labelChart")

    def ground() -> QColor:
        return chart.grab().toImage().pixelColor(QPoint(chart.width() - 2, 2))

    assert ground().lightness() > 200
    lead.set_theme("dark")
    qtbot.waitUntil(lambda: ground().lightness() < 80, timeout=LONG)


def test_a_process_that_is_ended_from_outside_is_begun_anew(qtbot: QtBot, lead: MainWindow) -> None:
    overview = look(qtbot, lead)
    service = overview._reckoning._service
    assert service is not None
    os.kill(service._process.pid, signal.SIGTERM)
    qtbot.waitUntil(lambda: overview._reckoning._service is None, timeout=LONG)
    overview._reckoning.overview = None
    overview.show_anew()
    qtbot.waitUntil(lambda: overview._reckoning.overview is not None, timeout=LONG)


def test_nothing_is_left_running_when_the_window_closes(qtbot: QtBot, lead: MainWindow) -> None:
    qtbot.keyClick(lead.focusWidget(), Qt.Key.Key_F3, CTRL)
    service = place(lead)._reckoning._service
    assert service is not None
    pid = service._process.pid
    lead.close()

    def is_gone() -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        return False

    qtbot.waitUntil(is_gone, timeout=LONG)


# -- the report


@pytest.mark.parametrize("blind", [False, True])
def test_a_report_is_written_from_the_menu(
    qtbot: QtBot, hands: Hands, lead: MainWindow, tmp_path: Path, blind: bool
) -> None:
    out = tmp_path / "client.html"

    def choose(dialog: QWidget) -> None:
        box = dialog.findChild(QComboBox)
        box.setCurrentIndex(box.findData("ar"))
        dialog.findChild(QCheckBox).setChecked(blind)
        hands.choose_file(out)
        assert isinstance(dialog, QDialog)
        dialog.accept()

    hands.answer(choose)
    lead.commands["report"].trigger()
    qtbot.waitUntil(lambda: lead.errands.task() is None, timeout=LONG)
    text = out.read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in text
    assert ("nasser" in text) is not blind


def test_annotators_write_no_report(hands: Hands, path: Path) -> None:
    assert not hands.open(path, "amal").commands["report"].isEnabled()


@pytest.mark.parametrize("size", [(1280, 800), (720, 560)])
def test_no_part_of_a_page_lies_over_another(
    qtbot: QtBot, lead: MainWindow, size: tuple[int, int]
) -> None:
    lead.resize(*size)
    overview = look(qtbot, lead)
    for number in range(overview.count()):
        page = overview.page(number)
        if not isinstance(page, FiguresPage):
            continue
        overview.setCurrentIndex(number)
        qtbot.waitUntil(lambda page=page: bool(page._shown) and page._busy.isHidden())

        def is_whole(page: FiguresPage = page) -> bool:
            parts = [page._parts[name].geometry() for name in page._shown]
            return all(one.bottom() < other.top() for one, other in pairwise(parts))

        qtbot.waitUntil(is_whole)
