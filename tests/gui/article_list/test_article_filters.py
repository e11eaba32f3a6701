"""The filters of the article list: what each leaves, and what is told of days that are none."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from annotator.core.model import Role
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.people.authors import add_author
from annotator.workflow.project.labels import change_labels, merge_labels, start_editing
from tests.gui.article_list.test_article_list import (
    LINES,
    count,
    filters_on,
    listed,
    names,
    open_filters,
    part,
    tick,
)


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
