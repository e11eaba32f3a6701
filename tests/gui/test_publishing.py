"""The day of publication is typed as people write it, above the text and among the details."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.model import Article
from annotator.core.progress import Quiet
from annotator.gui.dialogs.article_details import ArticleDetailsDialog
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files

CTRL = Qt.KeyboardModifier.ControlModifier


class Bar:
    """The line above the text, and what the file says of the article."""

    def __init__(self, qtbot: QtBot, window: MainWindow, hands, path: Path) -> None:
        self.qtbot, self.window, self.hands, self.path = qtbot, window, hands, path

    def open(self, name: str, text: str) -> None:
        file = self.path.with_name(name)
        file.write_text(text, "utf-8")
        self.hands.other_program(self.path, lambda project: import_files(project, [file], Quiet()))
        self.window.open_article(name)

    def type(self, text: str) -> None:
        self.window.commands["published"].trigger()
        line = self.window.findChild(QLineEdit, "publishedField")
        line.selectAll()
        self.hands.type_text(line, text)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.window.findChild(QLineEdit, "publishedField"), key)

    def told(self, name: str, parent: QWidget | None = None) -> str:
        label = (parent or self.window.workbench.published_bar).findChild(QLabel, name)
        return label.text() if label.isVisible() else ""

    def stored(self, name: str) -> Article:
        with Project.open(self.path, writable=False) as project, project.reading():
            article = project.articles.by_name(name)
            assert article is not None
            return article


@pytest.fixture
def bar(qtbot: QtBot, window: MainWindow, hands, path: Path) -> Bar:
    return Bar(qtbot, window, hands, path)


@pytest.mark.parametrize(
    "written", ["23/2/2026", "٢٣/٢/٢٠٢٦", "23.2.2026", "٢٣ شباط ٢٠٢٦", "23 فبراير 2026"]
)
def test_a_day_is_understood_told_in_words_and_saved(bar: Bar, written: str) -> None:
    bar.open("a.txt", "عنوان\nنص")
    bar.type(written)
    assert bar.told("publishedMeant") == "That is \u206823 February 2026\u2069."
    bar.press(Qt.Key.Key_Return)
    assert bar.stored("a.txt").published == "2026-02-23"
    assert not bar.window.workbench.published_bar.isVisible()


def test_nothing_is_said_of_a_day_in_iso(bar: Bar) -> None:
    bar.open("a.txt", "عنوان\nنص")
    bar.type("2026-02-23")
    assert bar.told("publishedMeant") == ""


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("gestern", "no full day"),
        ("2026-02", "no full day"),
        ("23/2/2096", "still to come"),
        ("23/2/1702", "before 1800"),
        (" ", "Write the day"),
    ],
)
def test_a_slip_is_told_below_the_line_and_goes_when_it_is_mended(
    bar: Bar, written: str, why: str
) -> None:
    bar.open("a.txt", "عنوان\nنص")
    bar.type(written)
    bar.press(Qt.Key.Key_Return)
    assert why in bar.told("publishedProblem")
    assert bar.window.notice.sentence() == ""
    assert bar.stored("a.txt").published is None
    bar.type("23/2/2026")
    assert bar.told("publishedProblem") == ""


def test_a_day_that_the_file_gave_is_taken_as_it_is(bar: Bar) -> None:
    bar.open("1702-02-23-x.txt", "عنوان\nنص")
    bar.window.commands["published"].trigger()
    bar.press(Qt.Key.Key_Return)
    assert bar.told("publishedProblem") == ""
    assert bar.stored("1702-02-23-x.txt").published == "1702-02-23"


def test_the_empty_line_shows_an_example_and_no_day(bar: Bar) -> None:
    bar.open("a.txt", "عنوان\nنص")
    line = bar.window.findChild(QLineEdit, "publishedField")
    assert line.placeholderText() == "e.g. \u20662026-02-23\u2069"
    assert line.text() == ""


def in_details(bar: Bar, act) -> None:
    bar.window.activateWindow()
    bar.qtbot.waitUntil(bar.window.isActiveWindow)
    bar.hands.answer(act)
    bar.qtbot.keyClick(bar.window.workbench.view, Qt.Key.Key_D, CTRL)


def published(dialog: ArticleDetailsDialog) -> QLineEdit:
    (line,) = (
        one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Published on"
    )
    return line


def test_the_details_take_a_day_as_people_write_it(bar: Bar) -> None:
    bar.open("a.txt", "عنوان\nنص")

    def tell(dialog: ArticleDetailsDialog) -> None:
        bar.hands.type_text(published(dialog), "٢٣ شباط ٢٠٢٦")
        assert bar.told("publishedMeant", dialog) == "That is \u206823 February 2026\u2069."
        dialog.accept()

    in_details(bar, tell)
    assert bar.stored("a.txt").published == "2026-02-23"


def test_what_the_details_refuse_is_said_in_the_dialog_alone(bar: Bar) -> None:
    bar.open("1702-02-23-x.txt", "عنوان\nنص")

    def slip(dialog: ArticleDetailsDialog) -> None:
        published(dialog).selectAll()
        for written, why in (("23/2/2096", "still to come"), ("2026", "no full day")):
            published(dialog).selectAll()
            bar.hands.type_text(published(dialog), written)
            dialog.accept()
            assert why in bar.told("refusal", dialog)
        assert bar.window.notice.sentence() == ""
        dialog.reject()

    in_details(bar, slip)
    assert bar.window.notice.sentence() == ""
    assert bar.stored("1702-02-23-x.txt").published == "1702-02-23"
