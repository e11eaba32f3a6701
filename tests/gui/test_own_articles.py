"""Where articles are handed out annotators see their own, and leads see all."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.errors import RefusedAct
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.handing.assigning import give, take_away
from annotator.workflow.people.authors import ensure_author
from tests.gui.conftest import Hands

LEAD = "huda"


@pytest.fixture
def path(pristine: Path, tmp_path: Path) -> Path:
    """A demo of which three articles are noor's, the last is dina's, and none anybody else's."""
    path = Path(shutil.copy(pristine, tmp_path / "demo.db"))
    with Project.open(path) as project:
        ids = list(project.articles.names())
        for author, articles in (("noor", ids[:3]), ("dina", ids[-1:])):
            ensure_author(project, author)
            give(project, LEAD, articles, author)
        for author in ("amal", "nasser"):
            take_away(project, LEAD, ids, author)
    return path


def all_names(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project:
        return list(project.articles.names().values())


def listed(window: MainWindow) -> list[str]:
    assert window.session is not None
    assert window.workbench is not None
    rows = window.session.catalogue.rows(window.workbench.articles.numbers())
    return [row.name for row in rows]


def at_hand(window: MainWindow) -> str | None:
    assert window.session is not None
    return window.session.article.name if window.session.article else None


def act(path: Path, do: Callable[[Project], object]) -> None:
    """Do something in the file as another program would."""
    with Project.open(path) as project:
        do(project)


def follow(window: MainWindow) -> None:
    assert window.session is not None
    window.session.look_for_changes()


def test_an_annotator_sees_her_own_articles_and_a_lead_all(hands: Hands, path: Path) -> None:
    names = all_names(path)
    noor = hands.open(path, "noor")
    assert listed(noor) == names[:3]
    assert at_hand(noor) == names[0]
    assert listed(hands.open(path, LEAD)) == names


def test_who_has_no_articles_sees_none(hands: Hands, path: Path) -> None:
    window = hands.open(path, "amal")
    assert listed(window) == []
    assert at_hand(window) is None


def test_without_assignments_all_see_all(hands: Hands, path: Path) -> None:
    names = all_names(path)

    def take_all(project: Project) -> None:
        for author in ("noor", "dina"):
            take_away(project, LEAD, list(project.articles.names()), author)

    act(path, take_all)
    assert listed(hands.open(path, "amal")) == names


def test_the_count_and_the_search_are_of_her_own_articles(
    hands: Hands, path: Path, qtbot: QtBot
) -> None:
    window = hands.open(path, "noor")
    line = window.findChild(QLineEdit, "searchBox")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    hands.type_text(line, "ال")
    count = window.findChild(QLabel, "articleCount")
    assert isinstance(count, QLabel)
    qtbot.waitUntil(lambda: count.text() == "3 of 3 articles")
    assert listed(window) == all_names(path)[:3]


def test_the_article_of_another_author_is_not_opened(hands: Hands, path: Path) -> None:
    window = hands.open(path, "noor")
    other = all_names(path)[-1]
    with pytest.raises(RefusedAct, match="is not one of your articles"):
        window.open_article(other)
    assert at_hand(window) == all_names(path)[0]
    hands.open(path, LEAD).open_article(other)


def test_going_on_stays_among_her_own_articles(hands: Hands, path: Path, qtbot: QtBot) -> None:
    window = hands.open(path, "noor")
    for _ in range(4):
        qtbot.keyClick(
            window.workbench.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    with Project.open(path, writable=False) as project:
        done = [author for _, author, _, status in project.layers.states() if author == "noor"]
    assert len(done) == 3
    assert at_hand(window) in all_names(path)[:3]


def test_an_article_that_is_taken_away_leaves_the_window(hands: Hands, path: Path) -> None:
    window = hands.open(path, "noor")
    names = all_names(path)

    def take_first(project: Project) -> None:
        take_away(project, LEAD, list(project.articles.names())[:1], "noor")

    act(path, take_first)
    follow(window)
    assert listed(window) == names[1:3]
    assert at_hand(window) == names[1]
    act(path, lambda project: give(project, LEAD, list(project.articles.names())[5:6], "noor"))
    follow(window)
    assert listed(window) == [*names[1:3], names[5]]


def test_all_mentions_are_those_in_her_own_articles(hands: Hands, path: Path, qtbot: QtBot) -> None:
    window = hands.open(path, "noor")
    view = window.workbench.view
    start = window.session.article.text.index("التحالف")
    view.setFocus()
    view.select(start, start + len("التحالف"))
    qtbot.keyClick(window.focusWidget(), "+")
    qtbot.keyClick(window.focusWidget(), "3")
    button = window.findChild(QPushButton, "actOnMentions")
    qtbot.waitUntil(button.isEnabled, timeout=30_000)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=30_000)
    with Project.open(path, writable=False) as project:
        names = project.articles.names()
        marked = [names[one] for one, author, *_ in project.layers.states() if author == "noor"]
        holding = project.search.find("التحالف")
    assert set(marked) <= set(all_names(path)[:3])
    assert len(marked) > 1
    assert len(holding) > 3  # others have it too


def test_who_has_no_articles_is_told_who_hands_them_out(hands: Hands, path: Path) -> None:
    window = hands.open(path, "amal")
    view = window.findChild(QListView, "articleList")
    assert "A lead hands them out" in view.hint
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "No article is yours yet. A lead hands them out." in texts
    assert not any("Drop text" in text for text in texts)
