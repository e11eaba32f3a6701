"""Each figure of the Overview opens what it counts, and follows what others do."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QPushButton,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.edits import Mark
from annotator.core.model import Status
from annotator.core.progress import Quiet
from annotator.core.query import ArticleQuery
from annotator.gui.main_window import MainWindow
from annotator.gui.widgets.chart_view import ChartView
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.store.project import Project
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.handing import assigning
from annotator.workflow.handing.qualifying import give_test
from tests.gui.conftest import Hands
from tests.gui.overview_figures import (
    AGREEMENT,
    LEAD,
    LONG,
    cell,
    click_bar,
    click_cell,
    enter_cell,
    filters,
    listed,
    look,
    part,
    place,
    rows,
    table,
)
from tests.gui.overview_pages import settled
from tests.workflow.settled_demo import REASON, settle_as, work


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
    assert rows(own, "ownstateTable")["Articles"] == ["3"]
    assert rows(own, "ownstateTable")["Of these, as a test"] == ["1"]
    click_cell(qtbot, own, "authorsTable", "rania", 1)
    assert filters(own) == "Only: new, no tests"
    assert len(listed(own)) == 2


def test_who_has_a_test_alone_is_not_told_to_have_no_articles(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    name = settled(path)[0]

    def change(project: Project) -> None:
        article = project.articles.by_name(name)
        assert article is not None
        give_test(project, LEAD, [article.id], "rania")
        assigning.give(project, LEAD, list(project.articles.names())[-1:], "noor")

    hands.other_program(path, change)
    own = hands.open(path, "rania")
    look(qtbot, own)
    told = part(own, QLabel, "authorsTable empty").text()
    assert told.startswith("You have no articles but those of a test")
    overview = place(own)
    assert f"“{overview.tabText(overview.count() - 1)}”" in told


def test_what_an_annotator_asks_of_others_is_answered_of_the_own(
    hands: Hands, lead: MainWindow, path: Path
) -> None:
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
    view = dialog.findChild(QListWidget)
    assert view.count() == 3
    assert dialog.findChild(QLabel, "questionsOnly").text() == "Only those that are open"
    qtbot.mouseClick(dialog.findChild(QPushButton, "allQuestions"), Qt.MouseButton.LeftButton)
    assert view.count() == 4
    assert not dialog.findChild(QLabel, "questionsOnly").isVisible()
    dialog.close()
    click_cell(qtbot, lead, "stateTable", "Answered questions", 1)
    assert view.count() == 1
    lead.commands["questions"].trigger()
    assert view.count() == 4


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
    assert lead.workplace is not None
    review = lead.workplace.places.review
    assert review is not None
    opened = []
    for row in (0, 1):
        view.setCurrentIndex(view.model().index(row, 0))
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert review.isVisible()
        assert places.isVisible()
        quoted = view.model().at(row).quotation
        qtbot.waitUntil(lambda: not review.reviewing.queueing.comparing.is_under_way, timeout=LONG)
        there = review.reviewing.there
        assert there is not None
        assert there.article == quoted.article
        assert there.conflict.start < quoted.end
        assert quoted.start < there.conflict.end
        opened.append((quoted.article, there.conflict.start))
    assert len(set(opened)) == 2
    qtbot.keyClick(places, Qt.Key.Key_Escape)
    assert lead.findChild(QDialog, "foundPlaces") is None or not places.isVisible()


def test_a_place_where_all_is_settled_opens_in_review_too(
    qtbot: QtBot, hands: Hands, lead: MainWindow, path: Path
) -> None:
    hands.other_program(path, lambda project: settle_as(project, "amal"))
    look(qtbot, lead, page=AGREEMENT)
    enter_cell(qtbot, lead, "confusionTable", "actor", 1)
    places = lead.findChild(QDialog, "foundPlaces")
    assert places is not None
    view = places.findChild(QTreeView)
    qtbot.waitUntil(lambda: view.model().rowCount() == 2, timeout=LONG)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert lead.workplace is not None
    review = lead.workplace.places.review
    assert review is not None
    assert review.isVisible()
    quoted = view.model().at(0).quotation
    site = review.reviewing.modes.visiting.site
    assert site is not None
    assert site[:3] == (quoted.article_id, quoted.start, quoted.end)


@pytest.mark.parametrize("leave", ["another page", "review", "annotate"])
def test_the_list_goes_with_the_page_that_it_belongs_to(
    qtbot: QtBot, lead: MainWindow, leave: str
) -> None:
    look(qtbot, lead, page=AGREEMENT)
    enter_cell(qtbot, lead, "confusionTable", "actor", 1)
    assert any(one.isVisible() for one in lead.findChildren(QDialog, "foundPlaces"))
    if leave == "another page":
        place(lead).setCurrentIndex(0)
    else:
        lead.commands[leave].trigger()
    assert not any(one.isVisible() for one in lead.findChildren(QDialog, "foundPlaces"))


def test_places_of_another_figure_replace_those_being_looked_for(
    qtbot: QtBot, lead: MainWindow
) -> None:
    look(qtbot, lead, page=AGREEMENT)
    enter_cell(qtbot, lead, "confusionTable", "actor", 3)
    enter_cell(qtbot, lead, "confusionTable", "figure", 5)
    (places,) = (one for one in lead.findChildren(QDialog, "foundPlaces") if one.isVisible())
    view = places.findChild(QTreeView)
    qtbot.waitUntil(lambda: view.model().rowCount() == 2, timeout=LONG)
    reckoning = place(lead).reckoning
    qtbot.waitUntil(lambda: not reckoning.is_under_way, timeout=LONG)
    assert view.model().rowCount() == 2


def test_an_article_set_aside_is_opened(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    (name,) = rows(lead, "asideTable")
    click_cell(qtbot, lead, "asideTable", name, 0)
    assert lead.session is not None
    assert lead.session.article is not None
    assert lead.session.article.name == name


def test_what_can_be_opened_is_pointed_out_under_the_mouse(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
    for column, shape in ((1, hand), (6, arrow)):
        view, index = cell(lead, "authorsTable", "noor", column)
        view.scrollTo(index)
        qtbot.mouseMove(view.viewport(), view.visualRect(index).center())
        qtbot.waitUntil(lambda view=view, s=shape: view.viewport().cursor().shape() == s)
    chart = part(lead, ChartView, "statusChart")
    assert chart.picture is not None
    qtbot.mouseMove(chart, chart.rect_of(chart.picture.bars[0]).center().toPoint())
    qtbot.waitUntil(lambda: chart.cursor().shape() == hand)


# -- live


def test_figures_and_what_is_behind_them_follow_while_packs_are_merged(
    qtbot: QtBot, hands: Hands, lead: MainWindow, path: Path
) -> None:
    overview = look(qtbot, lead)
    before = rows(lead, "labelsTable")["actor"][0]
    picture = part(lead, ChartView, "statusChart").picture
    pack = path.with_name("noor.db")
    with Project.open(path, writable=False) as project:
        make_pack(project, pack, "noor", Quiet())
    with Project.open(pack) as project:
        for article in project.articles.names():
            if not project.layers.revision(article, "noor"):
                work(project, article, "noor", Mark(0, 3, "actor"))
    hands.other_program(path, lambda project: merge_packs(project, LEAD, [pack]))
    qtbot.waitUntil(
        lambda: rows(lead, "authorsTable")["noor"][:4] == ["0", "0", "2", "1"], timeout=LONG
    )
    assert overview.isVisible()
    assert int(rows(lead, "labelsTable")["actor"][0]) == int(before) + 2
    chart = part(lead, ChartView, "statusChart")
    qtbot.waitUntil(lambda: chart.picture != picture, timeout=LONG)
    click_bar(qtbot, lead, "statusChart", "\u2068noor\u2069, finished")
    assert len(listed(lead)) == 2


def test_each_figure_of_the_decisions_opens_what_was_decided_and_review_says_how(
    qtbot: QtBot, hands: Hands, lead: MainWindow, path: Path
) -> None:
    hands.other_program(path, lambda project: settle_as(project, "amal"))
    with Project.open(path, writable=False) as project:
        decisions = [*project.decisions.all()]
    look(qtbot, lead)
    row = next(iter(rows(lead, "decisionsTable")))
    assert rows(lead, "decisionsTable")[row] == [str(len(decisions))]
    enter_cell(qtbot, lead, "decisionsTable", row, 1)
    places = lead.findChild(QDialog, "foundPlaces")
    assert places is not None
    view = places.findChild(QTreeView)
    qtbot.waitUntil(lambda: view.model().rowCount() == len(decisions), timeout=LONG)
    quoted = [view.model().at(number).quotation for number in range(len(decisions))]
    assert sorted((one.article_id, one.start, one.end) for one in quoted) == sorted(
        (one.article_id, one.start, one.end) for one in decisions
    )
    assert lead.workplace is not None
    review = lead.workplace.places.review
    assert review is not None
    removed = next(one for one in decisions if not one.outcome)
    put = next(one for one in decisions if len(one.outcome) == 1)
    for decision in (removed, put):
        place = (decision.article_id, decision.start, decision.end)
        number = next(
            at for at, one in enumerate(quoted) if (one.article_id, one.start, one.end) == place
        )
        view.setCurrentIndex(view.model().index(number, 0))
        qtbot.keyClick(view, Qt.Key.Key_Return)
        told = review.panel.findChild(QLabel, "decisionTold")
        assert told is not None
        assert told.isVisible()
        assert told.text().startswith(f"Decided by \u2068{LEAD}\u2069, ")
        assert "one of the answers" in told.text()
        # What it chose between, by letters as everywhere in Review.
        for author, span in decision.judged:
            letter = review.reviewing.modes.hand.names()[author]
            assert re.search(f"\u2068{letter}: [^\n]*{re.escape(span.quote)}", told.text())
            assert author not in told.text()
        assert told.text().endswith(f"Reason: \u2068{REASON}\u2069")
