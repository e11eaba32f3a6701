"""Searching the list of a large project: what is under way hinders nobody."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from annotator.store.project import Project
from tests.gui.article_list.test_article_list import at_hand, count, names, part


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
