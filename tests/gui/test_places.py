"""Going from place to place: what is in front, what the keys mean there, and what stays."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.widgets.figure_table import FigureTable
from annotator.store.project import Project
from annotator.workflow.handing.assigning import give
from annotator.workflow.people.authors import ensure_author
from tests.gui.conftest import UNMARKED, Hands

CTRL = Qt.KeyboardModifier.ControlModifier


def overview(window: MainWindow) -> QWidget:
    place = window.findChild(QWidget, "overview")
    assert place is not None
    return place


def progress(window: MainWindow) -> dict[str, list[str]]:
    """Return how many articles each author has of each status."""
    table = overview(window).findChild(FigureTable, "authorsTable")
    rows = table.table.rows if table else ()
    return {row[0].text.strip("\u2068\u2069"): [cell.text for cell in row[1:5]] for row in rows}


def test_the_keys_of_the_places_bring_each_to_the_front_and_back(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, "huda")
    assert window.workbench is not None
    for key, name in (
        (Qt.Key.Key_F3, "overview"),
        (Qt.Key.Key_F2, "reviewPlace"),
        (Qt.Key.Key_F3, "overview"),
    ):
        qtbot.keyClick(window.focusWidget(), key, CTRL)
        assert window.findChild(QWidget, name).isVisible()
        assert not window.workbench.isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F1, CTRL)
    assert window.workbench.view.hasFocus()
    assert not overview(window).isVisible()


def test_an_annotator_sees_the_own_progress_and_no_review(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, "amal")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F3, CTRL)
    assert overview(window).isVisible()
    # Nothing is assigned: all that amal has not begun is new to her.
    qtbot.waitUntil(lambda: progress(window) == {"amal": ["7", "0", "6", "0"]}, timeout=15_000)
    assert not window.commands["review"].isEnabled()


def test_undo_in_the_overview_is_that_of_the_project(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, "huda")
    window.open_article(UNMARKED)
    hands.mark(window, "1", hands.words(window, 3)[1])
    assert window.session is not None
    article = window.session.article
    assert article is not None
    assert hands.stored(path, article.name, "huda").spans
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F3, CTRL)
    undo = window.commands["undo"]
    assert "import" in undo.text().lower()
    assert not undo.isEnabled()  # nobody who looks at figures means to lose all articles
    assert "is in the File menu" in undo.toolTip()

    def hand_out(project: Project) -> None:
        with project.writing():
            ensure_author(project, "noor")
        give(project, "huda", [article.id], "noor")

    hands.other_program(path, hand_out)
    qtbot.waitUntil(undo.isEnabled)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Z, CTRL)
    with Project.open(path, writable=False) as project:
        assert project.assignments.by_article() == {}
        assert project.articles.by_id(article.id) is not None
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F1, CTRL)
    assert "import" not in window.commands["undo"].text().lower()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert hands.stored(path, article.name, "huda").spans == ()


def test_the_overview_follows_what_another_program_does(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, "huda")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F3, CTRL)
    qtbot.waitUntil(lambda: bool(progress(window)), timeout=15_000)
    before = progress(window)
    article = window.session.article
    assert article is not None
    assert "yusuf" not in before
    hands.import_spans(path, article, (0, 3, "actor"), author="yusuf")
    qtbot.waitUntil(lambda: "yusuf" in progress(window), timeout=15_000)
    assert progress(window)["yusuf"] == ["0", "1", "0", "0"]


def test_another_language_stays_in_the_overview(qtbot: QtBot, hands: Hands, path: Path) -> None:
    window = hands.open(path, "huda")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F3, CTRL)
    window.set_language("ar")
    assert overview(window).isVisible()
    assert overview(window).accessibleName() == "نظرة عامة"
