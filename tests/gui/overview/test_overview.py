"""The Overview: figures as tables and charts, each opens what it counts, and all stays in place."""

import os
import signal
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QProgressBar,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.edits import SetState
from annotator.core.model import LayerState, Role, Status
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.figures_page import FiguresPage
from annotator.gui.tasks import Service
from annotator.gui.widgets.chart_view import ChartView
from annotator.gui.widgets.figure_table import FigureTable
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.handing import assigning
from annotator.workflow.people.authors import add_author
from tests.gui.conftest import Hands, children
from tests.gui.overview_figures import (
    AGREEMENT,
    CTRL,
    LEAD,
    LONG,
    cell,
    click_cell,
    filters,
    listed,
    look,
    part,
    place,
    rows,
    table,
)


def test_a_lead_sees_how_far_all_are(qtbot: QtBot, lead: MainWindow) -> None:
    look(qtbot, lead)
    assert {row: cells[:4] for row, cells in rows(lead, "authorsTable").items()} == {
        "amal": ["0", "0", "6", "0"],
        "nasser": ["0", "0", "6", "0"],
        "noor": ["2", "0", "0", "1"],
    }
    assert rows(lead, "stateTable")["Open conflicts"] == ["35"]
    assert rows(lead, "conflictsTable")["Total"][-1] == "35"
    assert list(rows(lead, "asideTable").values()) == [["noor", "a copy"]]
    for name in ("statusChart", "speedChart", "dayChart", "labelChart", "conflictChart"):
        view = part(lead, ChartView, name)
        assert view.picture is not None
        assert view.accessibleName()
        assert (view.width(), view.height()) == (view.picture.width, view.picture.height)


def test_the_tables_of_a_small_project_are_there_before_any_chart(
    qtbot: QtBot, lead: MainWindow
) -> None:
    """Nothing is waited for: the process that draws has not even begun."""
    qtbot.keyClick(lead.focusWidget(), Qt.Key.Key_F3, CTRL)
    told = [one.objectName() for one in lead.findChildren(FigureTable) if one.isVisible()]
    assert {"stateTable", "authorsTable", "conflictsTable"} <= set(told)
    assert rows(lead, "stateTable")["Open conflicts"] == ["35"]
    assert not any(label.text() == "Reckoning…" for label in seen_labels(lead))
    look(qtbot, lead)
    assert rows(lead, "stateTable")["Open conflicts"] == ["35"]


def seen_labels(window: MainWindow) -> list[QLabel]:
    return [label for label in window.findChildren(QLabel) if label.isVisible()]


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
    for _ in range(24):
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
        assert not overview.reckoning.is_under_way
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
    overview.reckoning.told.connect(lambda: shown.append(conflicts.isVisible()))

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
    (pid,) = children()
    os.kill(pid, signal.SIGTERM)
    qtbot.waitUntil(lambda: overview.reckoning.findChild(Service) is None, timeout=LONG)
    overview.reckoning.overview = None
    overview.show_anew()
    qtbot.waitUntil(lambda: overview.reckoning.overview is not None, timeout=LONG)


def test_nothing_is_left_running_when_the_window_closes(qtbot: QtBot, lead: MainWindow) -> None:
    qtbot.keyClick(lead.focusWidget(), Qt.Key.Key_F3, CTRL)
    (pid,) = children()
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
