"""What is settled stays so unless a lead means otherwise: opened to look at, finished by a slip."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QListView, QMessageBox, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from annotator.arabic import ARABIC
from annotator.core.model import Article, Status
from annotator.core.query import ArticleQuery
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.handing_page import HandingPage
from annotator.store.project import Project
from annotator.workflow.handing.assigning import give
from annotator.workflow.review.settling import Reviews
from tests.gui.conftest import Hands
from tests.gui.overview_pages import CTRL, child, plain, settled, turn_to
from tests.workflow.settled_demo import LEAD


def unready(path: Path) -> list[str]:
    """Return the names of finished articles that are not ready, as the file has them."""
    with Project.open(path, writable=False) as project:
        return [one.article for one in Reviews(project).all() if one.finished and not one.ready]


def double_click(qtbot: QtBot, page: HandingPage, place: int) -> None:
    table = page.table
    at: QPoint = table.visualRect(table.model().index(place, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def place_of(page: HandingPage, name: str) -> int:
    model = page.table._model
    return next(at for at in range(model.rowCount()) if (row := model.row(at)) and row.name == name)


@pytest.fixture
def ready(path: Path) -> list[str]:
    return settled(path)


def finish(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workbench is not None
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, CTRL)


class Answered:
    """Answers the question whether to finish as Enter does, or by the button of that name."""

    def __init__(self, hands: Hands, button: str = "") -> None:
        self.told = ""
        self._hands, self._button = hands, button
        hands.answer(self._press)

    def _press(self, box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        self.told = plain(box.text())
        if not self._button:
            self._hands.qtbot.keyClick(box, Qt.Key.Key_Return)
            return
        named = {one.text().replace("&", ""): one for one in box.findChildren(QPushButton)}
        self._hands.qtbot.mouseClick(named[self._button], Qt.MouseButton.LeftButton)


def test_a_settled_article_is_opened_in_review(
    qtbot: QtBot, hands: Hands, path: Path, ready: list[str]
) -> None:
    window = hands.open(path, LEAD)
    page = turn_to(qtbot, window, HandingPage)
    double_click(qtbot, page, place_of(page, ready[2]))
    assert window.workplace is not None
    assert window.workplace.places.is_reviewing
    review = window.workplace.places.review
    assert review is not None
    assert review.reviewing.modes.hand.taken is not None
    assert review.reviewing.modes.hand.taken.article.name == ready[2]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert unready(path) == []


def test_an_article_with_conflicts_is_opened_at_the_first_of_them(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, LEAD)
    with Project.open(path, writable=False) as project:
        *_, last = [one for one in Reviews(project).all() if one.conflicts]
    page = turn_to(qtbot, window, HandingPage)
    double_click(qtbot, page, place_of(page, last.article))
    assert window.workplace is not None
    review = window.workplace.places.review
    assert review is not None
    assert review.reviewing.there is not None
    assert review.reviewing.there.conflict.id == last.conflicts[0].conflict.id


def test_what_nobody_has_finished_is_opened_to_be_read(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    window = hands.open(path, LEAD)
    page = turn_to(qtbot, window, HandingPage)
    double_click(qtbot, page, 12)
    assert window.workplace is not None
    assert window.workplace.places.is_annotating


def test_a_lead_is_asked_before_an_empty_layer_of_hers_counts(
    qtbot: QtBot, hands: Hands, path: Path, ready: list[str]
) -> None:
    window = hands.open(path, LEAD)
    window.open_article(ready[2])
    asked = Answered(hands)
    finish(qtbot, window)
    assert "is not assigned to you" in asked.told
    assert "2 others have finished it" in asked.told
    assert "open conflict." in asked.told
    assert hands.stored(path, ready[2], LEAD).status is Status.NEW
    assert unready(path) == []
    assert window.session is not None
    assert window.session.article is not None
    assert window.session.article.name == ready[2]
    Answered(hands, "Finish it")
    finish(qtbot, window)
    assert hands.stored(path, ready[2], LEAD).status is Status.FINISHED
    assert unready(path) == [ready[2]]


def test_a_lead_is_not_asked_of_her_own_work(
    qtbot: QtBot, hands: Hands, path: Path, ready: list[str]
) -> None:
    """What is assigned to her, what she has marked, what nobody else has finished."""
    with Project.open(path) as project:
        article = project.articles.by_name(ready[0])
        assert article is not None
        give(project, LEAD, [article.id], LEAD)
        *_, untouched = project.articles.names().values()
    window = hands.open(path, LEAD)
    for name in (ready[0], ready[1], untouched):
        window.open_article(name)
        if name == ready[1]:
            Answered(hands, "Mark all the same")
            hands.mark(window, "1", hands.words(window, 1)[0])
        finish(qtbot, window)
        assert hands.stored(path, name, LEAD).status is Status.FINISHED
    assert child(window.state_bar, QLabel, "savedState").text()


def test_an_annotator_is_never_asked(
    qtbot: QtBot, hands: Hands, path: Path, ready: list[str]
) -> None:
    """Where nothing is assigned all articles are hers, and what others do is none of hers."""
    window = hands.open(path, "noor")
    window.open_article(ready[2])
    finish(qtbot, window)
    assert hands.stored(path, ready[2], "noor").status is Status.FINISHED


def test_a_lead_is_asked_once_before_her_first_mark_beside_the_work_of_others(
    qtbot: QtBot, hands: Hands, path: Path, ready: list[str]
) -> None:
    window = hands.open(path, LEAD)
    window.open_article(ready[2])
    assert window.workbench is not None
    view = window.workbench.view
    first, second = hands.words(window, 2)
    view.select(*first)
    asked = Answered(hands)
    qtbot.keyClick(view, "1")
    assert "2 others have finished it" in asked.told
    assert hands.places(path, ready[2], LEAD) == []
    assert view.selection() == first
    assert unready(path) == []
    Answered(hands, "Mark all the same")
    qtbot.keyClick(view, "1")
    hands.mark(window, "1", second)
    assert [(start, end) for start, end, _ in hands.places(path, ready[2], LEAD)] == [first, second]
    assert unready(path) == [ready[2]]


def test_a_lead_is_asked_before_one_key_marks_in_articles_that_others_have_finished(
    qtbot: QtBot, hands: Hands, path: Path, ready: list[str]
) -> None:
    with Project.open(path, writable=False) as project:
        named = {one.name for one in articles(project) if names(one, "في")}
        beside = {one.article for one in Reviews(project).all() if one.finished} & named
    assert beside < named
    window = hands.open(path, LEAD)
    window.open_article(ready[2])
    asked = Answered(hands)
    mark_everywhere(qtbot, window, "في")
    assert f"{len(beside)} of these articles are not assigned to you" in asked.told
    assert begun(path) == set()
    Answered(hands, "Leave those out")
    mark_everywhere(qtbot, window, "في")
    assert begun(path) == named - beside
    assert unready(path) == []
    Answered(hands, "Mark there too")
    mark_everywhere(qtbot, window, "في")
    assert begun(path) == named
    assert set(unready(path)) >= beside & set(ready)
    hands.close(window)
    window = hands.open(path, "noor")
    window.open_article(ready[2])
    mark_everywhere(qtbot, window, "في")
    assert begun(path, "noor") >= named


def articles(project: Project) -> Iterator[Article]:
    for article_id in project.articles.names():
        article = project.articles.by_id(article_id)
        assert article is not None
        yield article


def names(article: Article, word: str) -> bool:
    return any(ARABIC.find_words(ARABIC.fold_with_index(article.text), [word]))


def begun(path: Path, author: str = LEAD) -> set[str]:
    """Return the names of the articles in which an author has marked something."""
    with Project.open(path, writable=False) as project:
        load = project.layers.load
        return {one.name for one in articles(project) if load(one.id, author).spans}


def mark_everywhere(qtbot: QtBot, window: MainWindow, word: str) -> None:
    """Select a word in the text, ask for all its mentions and mark them."""
    assert window.workbench is not None
    assert window.session is not None
    assert window.session.article is not None
    view, listed = window.workbench.view, child(window, QTreeView, "mentionList")
    start = window.session.article.text.index(f" {word} ") + 1
    view.select(start, start + len(word))
    qtbot.keyClick(view, "+")
    act = child(window, QPushButton, "actOnMentions")
    qtbot.waitUntil(act.isEnabled)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.errands.task() is None)


def test_a_lead_goes_from_that_question_to_review(
    qtbot: QtBot, hands: Hands, path: Path, ready: list[str]
) -> None:
    window = hands.open(path, LEAD)
    window.open_article(ready[2])
    assert window.workbench is not None
    window.workbench.view.select(*hands.words(window, 1)[0])
    Answered(hands, "Review the article")
    qtbot.keyClick(window.workbench.view, "1")
    assert window.workplace is not None
    assert window.workplace.places.is_reviewing
    assert hands.places(path, ready[2], LEAD) == []


def test_a_layer_of_a_lead_that_was_begun_before_is_asked_about_when_it_is_finished(
    qtbot: QtBot, hands: Hands, path: Path, ready: list[str]
) -> None:
    window = hands.open(path, LEAD)
    window.open_article(ready[2])
    Answered(hands, "Mark all the same")
    hands.mark(window, "1", hands.words(window, 1)[0])
    hands.close(window)
    window = hands.open(path, LEAD)
    window.open_article(ready[2])
    asked = Answered(hands)
    finish(qtbot, window)
    assert "every span on which you differ from them becomes an open conflict" in asked.told
    assert hands.stored(path, ready[2], LEAD).status is Status.IN_PROGRESS


def test_an_article_of_the_list_that_a_figure_of_an_author_opens_is_read_in_review(
    qtbot: QtBot, hands: Hands, path: Path, ready: list[str]
) -> None:
    window = hands.open(path, LEAD)
    assert window.workbench is not None
    assert window.workplace is not None
    articles = window.workbench.articles
    assert window.session is not None
    numbers = {name: number for number, name in enumerate(names_of(path), start=1)}
    articles.ask_for(ArticleQuery(whose="amal", statuses=frozenset({Status.FINISHED})))
    qtbot.waitUntil(lambda: set(articles.numbers()) >= {numbers[name] for name in ready})
    articles.article_requested.emit(numbers[ready[1]])
    places = window.workplace.places
    assert places.is_reviewing
    assert places.review is not None
    assert places.review.reviewing.modes.hand.taken is not None
    assert places.review.reviewing.modes.hand.taken.article.name == ready[1]
    window.commands["annotate"].trigger()
    articles.show_all()
    articles.article_requested.emit(numbers[ready[1]])
    assert places.is_annotating


def test_a_step_through_that_list_leads_to_review_and_goes_on_from_there(
    qtbot: QtBot, hands: Hands, path: Path, ready: list[str]
) -> None:
    window = hands.open(path, LEAD)
    assert window.workbench is not None
    assert window.workplace is not None
    articles, places = window.workbench.articles, window.workplace.places
    articles.ask_for(ArticleQuery(whose="amal", statuses=frozenset({Status.FINISHED})))
    names = names_of(path)
    qtbot.waitUntil(lambda: 1 < len(articles.numbers()) < len(names))
    listed = [names[number - 1] for number in articles.numbers()]
    window.open_article(listed[0])
    read = []
    for _ in range(2):
        qtbot.keyClick(window.workbench.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert places.is_reviewing
        assert places.review is not None
        taken = places.review.reviewing.modes.hand.taken
        assert taken is not None
        read.append(taken.article.name)
        window.commands["annotate"].trigger()
        assert child(articles, QListView, "articleList").currentIndex().row() == listed.index(
            read[-1]
        )
    assert read == listed[1:3]
    window.open_article(listed[0])
    articles.show_all()
    qtbot.waitUntil(lambda: len(articles.numbers()) == len(names))
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert places.is_annotating
    assert window.session is not None
    assert window.session.number_at_hand() == names.index(listed[0]) + 2


def names_of(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project:
        return list(project.articles.names().values())
