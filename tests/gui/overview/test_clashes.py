"""What was changed in two places is told to a lead, listed in the Overview, and opened there."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.details import Details
from annotator.core.edits import Describe, Mark, Remove, Resize, SetState
from annotator.core.errors import ProjectError
from annotator.core.model import LayerState, Span, Status
from annotator.core.text import whole_letters
from annotator.gui.main_window import MainWindow
from annotator.store.clashes import Clashes
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.acts.details import edit_details
from annotator.workflow.exchange.returns import merge_packs
from tests.gui.conftest import Hands
from tests.gui.overview_figures import LEAD, look, place, table
from tests.gui.overview_pages import plain
from tests.workflow.exchange.test_returns import packed, work

AUTHOR = "amal"
NOTICE = "in the work that came back had been changed in two places"


@pytest.fixture
def spans(path: Path) -> tuple[Span, ...]:
    """Amal's first two spans in the first article."""
    with Project.open(path, writable=False) as project:
        first = next(project.articles.each())
        return project.layers.load(first.id, AUTHOR).spans[:2]


def title_of(path: Path, number: int, title: str) -> None:
    """Give the article of that place another title, as the author of the file does."""
    with Project.open(path) as project:
        article = list(project.articles.each())[number]
        layer = project.layers.load(article.id, AUTHOR)
        edit_details(project, article, layer, replace(Details.of(article), title=title))


def mark_beginning(path: Path, number: int, note: str = "") -> None:
    """Mark the first letters of the article of that place, with a note."""
    with Project.open(path) as project:
        article = list(project.articles.each())[number]
        layer = project.layers.load(article.id, AUTHOR)
        layer = marking.apply(project, article, layer, Mark(0, 3, "figure")).layer
        (span,) = (one for one in layer if one.place == (0, 3, "figure"))
        marking.apply(project, article, layer, Describe(span.id, note))


@pytest.fixture
def packs(path: Path, spans: tuple[Span, ...]) -> list[Path]:
    """Two packs of amal's in which she did not do the same."""
    with Project.open(path) as project:
        one, two = packed(project, AUTHOR, "one"), packed(project, AUTHOR, "two")
    resized, removed = spans
    work(one, AUTHOR, 0, Resize(resized.id, resized.start, resized.end + 9), Remove((removed.id,)))
    work(two, AUTHOR, 0, Resize(resized.id, resized.start + 2, resized.end + 11))
    work(two, AUTHOR, 0, Describe(removed.id, "look again", removed.unsure))
    mark_beginning(one, 1)
    mark_beginning(two, 1, "who?")
    work(one, AUTHOR, 2, SetState(LayerState(Status.SET_ASIDE, "a copy")))
    work(two, AUTHOR, 2, SetState(LayerState(Status.SET_ASIDE, "no news")))
    work(one, AUTHOR, 4, SetState(LayerState(Status.SET_ASIDE, "a copy")))
    work(two, AUTHOR, 4, SetState(LayerState(Status.IN_PROGRESS)))
    title_of(one, 3, "The north")
    title_of(two, 3, "The south")
    return [one, two]


def merge(hands: Hands, path: Path, packs: list[Path]) -> None:
    def take(project: Project) -> None:
        assert not merge_packs(project, LEAD, packs).refused

    hands.other_program(path, take)


def told(window: MainWindow) -> list[list[str]]:
    """Return what each row of the table of clashes says."""
    return [[plain(cell.text) for cell in row] for row in table(window, "clashesTable").table.rows]


def names_in(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project:
        return list(project.articles.names().values())


def follow(window: MainWindow) -> None:
    window.session.look_for_changes()


def test_a_lead_is_told_of_clashes_when_work_comes_back(
    hands: Hands, path: Path, packs: list[Path]
) -> None:
    window = hands.open(path, LEAD)
    merge(hands, path, packs[:1])
    follow(window)
    assert NOTICE not in window.notice.sentence()
    merge(hands, path, packs[1:])
    follow(window)
    assert window.notice.sentence().startswith(f"6 things {NOTICE}")
    window.notice.dismiss()
    hands.other_program(path, lambda project: project_acts.undo(project, LEAD))
    follow(window)
    assert not window.notice.sentence()


def test_what_could_not_be_read_for_a_while_is_no_news(
    hands: Hands, path: Path, packs: list[Path]
) -> None:
    """A disk that fails just when the clashes are counted."""

    def fail(_: Clashes) -> int:
        raise ProjectError("The disk does not answer.")

    merge(hands, path, packs)
    window = hands.open(path, LEAD)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Clashes, "count", fail)
        mark_beginning(path, 5)
        follow(window)
        assert "does not answer" in window.notice.sentence()
    window.notice.dismiss()
    mark_beginning(path, 6)
    follow(window)
    assert not window.notice.sentence()


def test_all_clashes_are_listed_with_both_versions_in_plain_words(
    hands: Hands, qtbot: QtBot, path: Path, packs: list[Path], spans: tuple[Span, ...]
) -> None:
    window = hands.open(path, LEAD)
    look(qtbot, window)
    assert place(window).currentWidget().findChild(QWidget, "clashesTable") is None
    merge(hands, path, packs)
    follow(window)
    qtbot.waitUntil(lambda: bool(place(window).findChild(QWidget, "clashesTable")), timeout=30_000)
    note = place(window).findChild(QLabel, "clashes note")
    assert note.text().startswith("⚠ 6 things were changed in two places")
    names = names_in(path)
    resized, removed = spans
    rows = {(article, what): (who, {*both}) for article, who, what, *both in told(window)}
    with Project.open(path, writable=False) as project:
        text = next(project.articles.each()).text
    borders = ((resized.start, resized.end + 9), (resized.start + 2, resized.end + 11))
    widened = [text[slice(*whole_letters(text, *one))] for one in borders]
    by, both = rows[names[0], "A span: changed twice"]
    assert by == AUTHOR
    assert {one.split(" · ")[0] for one in both} == {
        f"{resized.label} «{' '.join(quote.split())}»" for quote in widened
    }
    by, both = rows[names[0], "A span: changed and removed"]
    assert both > {"removed"}
    (kept,) = both - {"removed"}
    assert kept.startswith(f"{removed.label} «{removed.quote}»")
    assert kept.endswith("look again")
    assert rows[names[2], "The status"] == (
        AUTHOR,
        {"set aside · a copy", "set aside · no news"},
    )
    assert rows[names[4], "The status"] == (AUTHOR, {"set aside · a copy", "changed too"})
    assert rows[names[3], "The title of the article"] == ("–", {"The north", "The south"})
    quote = text_of(path, 1)[:3]
    assert rows[names[1], "A span: added twice"] == (
        AUTHOR,
        {f"figure «{quote}»", f"figure «{quote}» · who?"},
    )


def text_of(path: Path, number: int) -> str:
    with Project.open(path, writable=False) as project:
        return list(project.articles.each())[number].text


def open_one(qtbot: QtBot, window: MainWindow, what: str) -> None:
    """Open the clash of that kind from the first column of its row."""
    number = [row[2] for row in told(window)].index(what)
    view = table(window, "clashesTable")
    view.setFocus()
    view.setCurrentIndex(view.model().index(number, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)


def test_each_opens_its_article_at_the_place(
    hands: Hands, qtbot: QtBot, path: Path, packs: list[Path], spans: tuple[Span, ...]
) -> None:
    merge(hands, path, packs)
    window = hands.open(path, LEAD)
    names = names_in(path)
    look(qtbot, window)
    open_one(qtbot, window, "A span: changed twice")
    review = window.workplace.places.review
    assert review.isVisible()
    assert review.view.text == text_of(path, 0)
    start = spans[0].start
    assert (
        review.view.viewport()
        .rect()
        .contains(review.view.rects_of(start, start + 1)[0].center().toPoint())
    )
    look(qtbot, window)
    open_one(qtbot, window, "The status")
    assert window.workbench.view.isVisible()
    assert window.session.article.name == names[2]


def test_an_annotator_is_told_nothing(
    hands: Hands, qtbot: QtBot, path: Path, packs: list[Path]
) -> None:
    window = hands.open(path, AUTHOR)
    merge(hands, path, packs)
    follow(window)
    assert NOTICE not in window.notice.sentence()
    look(qtbot, window)
    assert place(window).findChild(QWidget, "clashesTable") is None
