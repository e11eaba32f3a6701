"""The Agreement page: all figures by pair, label, outlet and month, each with its interval."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QTreeView
from pytestqt.qtbot import QtBot

from annotator.core.intervals import Bootstrap
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.widgets.chart_view import ChartView
from annotator.store.project import Project
from annotator.workflow.figures.agreement import project_agreement
from annotator.workflow.imports.articles import import_files
from tests.gui.conftest import Hands
from tests.gui.overview_figures import (
    AGREEMENT,
    LONG,
    cell,
    click_bar,
    click_cell,
    look,
    part,
    rows,
    table,
)

BARE = str.maketrans("", "", "\u2066\u2068\u2069")


def test_a_lead_sees_how_far_authors_agree_and_that_it_is_little(
    qtbot: QtBot, lead: MainWindow
) -> None:
    look(qtbot, lead, page=AGREEMENT)
    assert rows(lead, "pairsTable")["amal – nasser"][:2] == ["6 (few)", "0.893"]
    assert part(lead, QLabel, "thin").text().startswith("⚠ Too few articles")
    assert rows(lead, "confusionTable")["actor"] == ["2", "0", "252", "0", "4"]
    assert part(lead, QLabel, "kappaTable about").text().startswith("Cohen’s kappa")


def test_all_figures_of_agreement_stand_by_pair_label_outlet_and_month(
    qtbot: QtBot, lead: MainWindow, path: Path
) -> None:
    look(qtbot, lead, page=AGREEMENT)
    with Project.open(path, writable=False) as project:
        found = project_agreement(project, bootstrap=Bootstrap())
    (pair,) = found.whole.pairs
    borders, *shares = pair.matched
    figures = [f"{one:.3f}" for one in (*pair.f1, *borders, *shares) if one is not None]
    assert len(figures) == 7
    of_spans = [rows(lead, "pairsTable")["amal – nasser"], rows(lead, "outletsTable")["not known"]]
    of_spans += rows(lead, "monthsTable").values()
    assert of_spans == [["6 (few)", *figures]] * 3
    for label, of in found.whole.labels.items():
        entries = "–" if of.entries is None else f"{of.entries:.3f}"
        shown = [f"{of.articles} (few)", str(of.support), *(f"{one:.3f}" for one in of.f1)]
        assert rows(lead, "f1labelsTable")[label] == [*shown, f"{of.values:.3f}", entries]
    # An interval stands below each figure, and both are told to who cannot see them.
    view, index = cell(lead, "pairsTable", "amal – nasser", 4)
    lies = pair.matched_intervals.borders.exact
    assert lies is not None
    assert view.model().data(index, Qt.ItemDataRole.DisplayRole).translate(BARE) == (
        f"{borders.exact:.3f}\n{lies.low:.3f} – {lies.high:.3f}"
    )
    said = view.model().data(index, Qt.ItemDataRole.AccessibleTextRole).translate(BARE)
    assert said == (
        f"amal – nasser, Borders, exact, {borders.exact:.3f}, {lies.low:.3f} – {lies.high:.3f}"
    )
    assert view.rowHeight(0) >= 2 * view.fontMetrics().height()
    assert table(lead, "confusionTable").rowHeight(0) < 2 * view.fontMetrics().height()
    kappa = rows(lead, "kappaTable")["amal – nasser"]
    assert kappa == [f"{of.kappa:.3f}" for of in found.whole.labels.values()]


def test_a_table_with_all_figures_is_scrolled_where_the_window_is_narrow(
    qtbot: QtBot, lead: MainWindow
) -> None:
    lead.resize(720, 560)
    look(qtbot, lead, page=AGREEMENT)
    view = table(lead, "outletsTable")
    last = view.model().index(0, view.model().columnCount() - 1)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    assert not view.viewport().rect().contains(view.visualRect(last))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex() == last
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(last)))


def test_a_bar_of_an_outlet_opens_what_lowers_its_figure(
    qtbot: QtBot, hands: Hands, lead: MainWindow, path: Path, tmp_path: Path
) -> None:
    lines = [
        {
            "name": name,
            "text": f"aa bb cc {name}",
            "author": author,
            "outlet": outlet,
            "spans": [{"label": "base", "start": 0, "end": end}],
        }
        for author, end in (("amal", 2), ("nasser", 5))
        for name, outlet in (("press.txt", "نورث برس"), ("other.txt", "RT"))
    ]
    (tmp_path / "two.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    hands.other_program(
        path, lambda project: import_files(project, [tmp_path / "two.jsonl"], Quiet())
    )
    look(qtbot, lead, page=AGREEMENT)
    qtbot.waitUntil(lambda: "نورث برس" in rows(lead, "outletsTable"), timeout=LONG)
    # Of five words both give one the label, nasser one more: 2 x 1 x 3 / (1 x 3 + 2 x 4).
    assert rows(lead, "kappaoutletsTable")["RT"] == [f"{6 / 11:.3f}", "–", "–", "–"]
    chart = part(lead, ChartView, "outletChart")
    qtbot.waitUntil(
        lambda: chart.picture is not None and len(chart.picture.bars) == 6, timeout=LONG
    )
    click_bar(qtbot, lead, "outletChart", "\u2068نورث برس\u2069, Exact")
    (places,) = (one for one in lead.findChildren(QDialog, "foundPlaces") if one.isVisible())
    view = places.findChild(QTreeView)
    qtbot.waitUntil(lambda: view.model().rowCount() == 2, timeout=LONG)
    assert {view.model().at(row).quotation.article for row in (0, 1)} == {"press.txt"}
    # What nobody or one alone has finished is of no outlet, too, and was not compared.
    for row, count in (("RT", 1), ("not known", 6)):
        assert rows(lead, "outletsTable")[row][0] == f"{count} (few)"
        click_cell(qtbot, lead, "outletsTable", row, 1)
        opened = lead.findChildren(QDialog, "foundPlaces")[-1].findChild(QTreeView)
        qtbot.waitUntil(lambda view=opened, of=count: view.model().rowCount() == of, timeout=LONG)
