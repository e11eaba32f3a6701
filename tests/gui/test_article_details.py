"""What is told of an article is told otherwise in the window, and the file follows."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.model import Article, Direction
from annotator.gui.dialogs.article_details import ArticleDetailsDialog
from annotator.gui.language import moment_text
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.project.trash import remove_article

CTRL = Qt.KeyboardModifier.ControlModifier
UNMARKED = "conoco-omar-fields.txt"


def stored(path: Path) -> Article:
    with Project.open(path, writable=False) as project, project.reading():
        article = project.articles.by_name(UNMARKED)
        assert article is not None
        return article


def field(dialog: QWidget, name: str) -> QWidget:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox)
    (found,) = (
        child
        for kind in kinds
        for child in dialog.findChildren(kind)
        if child.accessibleName() == name
    )
    return found


def write(hands, dialog: QWidget, name: str, text: str) -> None:
    widget = field(dialog, name)
    widget.selectAll()
    hands.type_text(widget, text)


def in_details(hands, qtbot: QtBot, window: MainWindow, act: Callable[[QWidget], object]) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hands.answer(act)
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_D, CTRL)
    window.activateWindow()  # as a desktop does
    qtbot.waitUntil(window.isActiveWindow)


def test_all_that_is_told_is_changed_in_one_act_and_the_text_is_not(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    before = stored(path)
    wanted = {
        "Title": "عنوان جديد",
        "Outlet": "سانا",
        "Web address": "https://example.org/x",
        "Published on": "2026-03-01",
        "Metadata (JSON)": '{"a": 1}',
        "Note": "ملاحظة",
    }

    def change(dialog: ArticleDetailsDialog) -> None:
        for name, text in wanted.items():
            write(hands, dialog, name, text)
        direction = field(dialog, "Direction")
        direction.setCurrentIndex(direction.findData("ltr"))
        dialog.accept()

    in_details(hands, qtbot, window, change)
    after = stored(path)
    told = (after.title, after.outlet, after.url, after.published, after.meta, after.note)
    assert told == tuple(wanted.values())
    assert after.direction is Direction.LTR
    assert after.text == before.text
    window.commands["undo"].trigger()
    assert stored(path) == before


def test_a_title_is_changed_shown_and_taken_back(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    before = stored(path)

    def retitle(dialog: ArticleDetailsDialog) -> None:
        write(hands, dialog, "Title", "حقول كونيكو والعمر")
        write(hands, dialog, "Published on", "2026-03-01")
        dialog.accept()

    in_details(hands, qtbot, window, retitle)
    assert (stored(path).title, stored(path).published) == ("حقول كونيكو والعمر", "2026-03-01")
    assert "حقول كونيكو والعمر" in window.windowTitle()
    assert window.commands["undo"].text() == "Undo details of the article"
    row = window.workbench.articles._view.currentIndex().data()
    assert row == "حقول كونيكو والعمر"
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Z, CTRL)
    assert stored(path) == before
    assert before.title in window.windowTitle()
    assert hands.stored(path).revision == 0
    window.commands["redo"].trigger()
    assert stored(path).published == "2026-03-01"


def test_the_text_turns_at_once_and_back(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    view = window.workbench.view
    word = window.session.article.text.index("كونيكو")
    right = view.rects_of(word, word + 1)[0].left()

    def turn(dialog: ArticleDetailsDialog) -> None:
        directions = field(dialog, "Direction")
        directions.setCurrentIndex(directions.findData("ltr"))
        dialog.accept()

    in_details(hands, qtbot, window, turn)
    assert stored(path).direction is Direction.LTR
    assert view.rects_of(word, word + 1)[0].left() != right
    window.commands["undo"].trigger()
    assert view.rects_of(word, word + 1)[0].left() == right


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("Published on", "٢٠٢٦", "no full day"),
        ("Title", " ", "needs a title"),
        ("Web address", "C:\\x", "no web address"),
        ("Metadata (JSON)", "{", "no JSON object"),
    ],
)
def test_what_cannot_be_told_is_said_and_the_dialog_stays(
    window: MainWindow, hands, qtbot: QtBot, path: Path, name: str, text: str, why: str
) -> None:
    before = stored(path)

    def slip(dialog: ArticleDetailsDialog) -> None:
        write(hands, dialog, name, text)
        dialog.accept()
        assert dialog.isVisible()
        assert why in dialog.findChild(QLabel, "refusal").text()
        assert window.notice.sentence() == ""  # nothing is told behind the dialog
        dialog.reject()

    in_details(hands, qtbot, window, slip)
    assert stored(path) == before


def test_another_window_on_the_file_follows(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    other = hands.open(path, "amal")
    other.open_article(UNMARKED)

    def note(dialog: ArticleDetailsDialog) -> None:
        write(hands, dialog, "Title", "عنوان من نافذة أخرى")
        dialog.accept()

    in_details(hands, qtbot, window, note)
    qtbot.waitUntil(lambda: "عنوان من نافذة أخرى" in other.windowTitle())
    assert not other.commands["undo"].isEnabled()


def test_undo_waits_for_a_look_when_another_program_told_something(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])

    def retitle(project: Project) -> None:
        with project.writing():
            article = project.articles.by_name(UNMARKED)
            project._db.execute("UPDATE articles SET note = 'جديد' WHERE id = ?", [article.id])

    hands.other_program(path, retitle)
    window.commands["undo"].trigger()
    assert "meanwhile" in window.notice.sentence()
    assert len(hands.stored(path).spans) == 1
    window.commands["undo"].trigger()
    assert hands.stored(path).spans == ()


@pytest.mark.parametrize(("author", "sees"), [("huda", True), ("noor", False)])
def test_only_leads_see_who_has_layers(
    hands, qtbot: QtBot, path: Path, author: str, sees: bool
) -> None:
    window = hands.open(path, author)
    window.open_article("2026-02-24-qasrak-convoy.txt")
    told: list[str] = []

    def read(dialog: ArticleDetailsDialog) -> None:
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    in_details(hands, qtbot, window, read)
    assert any("nasser" in text for text in told) is sees
    assert any(window.session.article.sha256[:8] in text for text in told)


def test_what_is_told_of_one_article_is_not_written_on_the_next(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    taken: list[Article] = []

    def lose(dialog: ArticleDetailsDialog) -> None:
        write(hands, dialog, "Title", "عنوان لا مكان له")
        hands.other_program(path, remove)
        qtbot.waitUntil(lambda: window.session.article.name != UNMARKED)
        taken.append(window.session.article)
        dialog.accept()
        assert dialog.isVisible()
        assert "is no longer in the project" in dialog.findChild(QLabel, "refusal").text()
        dialog.reject()

    in_details(hands, qtbot, window, lose)
    with Project.open(path, writable=False) as project, project.reading():
        assert [project.articles.by_name(taken[0].name)] == taken


def remove(project: Project) -> None:
    article = project.articles.by_name(UNMARKED)
    assert article is not None
    remove_article(project, "huda", article)


def test_details_stay_to_be_saved_while_an_act_waits(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    def save_twice(dialog: ArticleDetailsDialog) -> None:
        write(hands, dialog, "Title", "عنوان جديد")
        meanwhile: list[str] = []

        def again() -> None:
            dialog.accept()
            meanwhile.append(dialog.findChild(QLabel, "refusal").text())
            other.execute("COMMIT")

        QTimer.singleShot(100, again)
        dialog.accept()
        assert "Try again" in meanwhile[0]

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        in_details(hands, qtbot, window, save_twice)
    assert stored(path).title == "عنوان جديد"


@pytest.mark.parametrize(("language", "month"), [("en", "March"), ("ar", "مارس")])
def test_when_an_article_was_added_is_told_as_people_write_it(
    hands, path: Path, language: str, month: str
) -> None:
    window = hands.open(path, "noor")
    window.set_language(language)
    added = QDateTime.fromString(
        window.session.article.added_at, Qt.DateFormat.ISODateWithMs
    ).toLocalTime()
    told: list[str] = []

    def read(dialog: ArticleDetailsDialog) -> None:
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    hands.answer(read)
    window.commands["details"].trigger()
    wanted = QLocale().toString(added, "d MMMM yyyy HH:mm")
    assert f"\u2068{wanted}\u2069" in told
    assert moment_text("2026-03-04T12:00:00.000Z").split()[1] == month


def test_what_is_wrong_is_told_no_longer_once_it_is_mended(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    told = []

    def mend(dialog: ArticleDetailsDialog) -> None:
        refusal = dialog.findChild(QLabel, "refusal")
        for name, wrong, right in (
            ("Published on", "32/3/2026", "2026-03-01"),
            ("Metadata (JSON)", "{", "{}"),
        ):
            write(hands, dialog, name, wrong)
            dialog.accept()
            told.append(refusal.isVisible())
            write(hands, dialog, name, right)
            told.append(refusal.isVisible())
        dialog.accept()

    in_details(hands, qtbot, window, mend)
    assert told == [True, False] * 2
    assert stored(path).published == "2026-03-01"
