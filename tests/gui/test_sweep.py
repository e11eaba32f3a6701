"""A lead on the Consistency page of the Overview: what is listed, what keys do, what gold is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.model import Author, Role
from annotator.gui.overview.sweep_page import SweepPage
from annotator.gui.review.sweeping import MOST_USUAL
from annotator.store.project import Project
from annotator.workflow.project.trash import remove_article
from tests.gui.conftest import Hands, put_away
from tests.gui.sweep_pages import Page, gold_of
from tests.workflow.swept import LEAD, Line, bring, line, odd, project_of, usual

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project_of(tmp_path / "p.db", *usual(), *odd())


@pytest.fixture
def page(qtbot: QtBot, hands: Hands, path: Path) -> Page:
    return Page(qtbot, hands.open(path, LEAD)).open()


def test_strings_are_listed_with_counts_and_their_places(page: Page) -> None:
    assert page.told() == {"قسرك": "4 base · 1 actor · 1 with other borders · 1 bare"}
    assert [part.count for part in page.strings()[0].parts] == [4, 1, 1, 1]
    assert page.rows() == [
        ("bare", "bare"),
        ("other", "actor"),
        ("borders", "other borders: \u2068قاعدة قسرك\u2069"),
        *((f"usual-{number}", "as most") for number in range(4)),
    ]
    assert page.ticked() == ["bare", "other", "borders"]


def test_the_ticked_become_as_most_are_and_one_undo_takes_it_back(page: Page, path: Path) -> None:
    before = gold_of(path)
    page.part(QLineEdit, "sweepReason").setText("see 2")
    page.press("sweepMark")
    after = gold_of(path)
    assert (after["bare"], after["other"], after["borders"]) == (
        [(7, 11, "base")],
        [(5, 9, "base")],
        [(9, 13, "base")],
    )
    assert page.told() == {}
    assert "3 places decided" in page.said()
    assert page.part(QLineEdit, "sweepReason").text() == ""
    with Project.open(path, writable=False) as project:
        assert {one.reason for one in project.decisions.all()} == {"see 2"}
    assert page.window.commands["undo"].text() == "Undo 3 decisions"
    page.window.commands["undo"].trigger()
    page.wait()
    assert gold_of(path) == before
    assert page.window.commands["redo"].text() == "Redo 3 decisions"
    assert list(page.told()) == ["قسرك"]
    assert not page.window.commands["undo"].isEnabled()
    page.window.commands["redo"].trigger()
    page.wait()
    assert gold_of(path) == after


def test_keys_alone_open_a_string_untick_a_place_and_act(page: Page, path: Path) -> None:
    page.part(QListView, "sweepStrings").setFocus()
    page.key(Qt.Key.Key_Return)
    assert page.places.hasFocus()
    page.key(Qt.Key.Key_Space)
    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_Space)
    assert page.ticked() == ["other"]
    button = page.part(QPushButton, "sweepMark")
    assert button.text() == "Mark as \u2068base\u2069 (1)"
    for _ in range(10):
        page.key(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is button:
            break
    page.key(Qt.Key.Key_Space)
    page.wait()
    assert gold_of(path)["other"] == [(5, 9, "base")]
    assert gold_of(path)["bare"] == []


def test_f6_goes_from_the_tabs_to_the_strings_and_back(page: Page) -> None:
    page.overview.tabBar().setFocus()
    page.window.commands["focus"].trigger()
    assert page.part(QListView, "sweepStrings").hasFocus()
    page.window.commands["focus"].trigger()
    assert page.overview.tabBar().hasFocus()


def test_what_is_ticked_can_be_taken_out_of_gold(page: Page, path: Path) -> None:
    page.press("sweepTakeOut")
    gold = gold_of(path)
    assert (gold["bare"], gold["other"], gold["borders"]) == ([], [], [])
    assert all(gold[f"usual-{number}"] for number in range(4))
    assert "2 places decided" in page.said()


def test_what_is_right_is_not_listed_again_even_after_a_restart(
    qtbot: QtBot, hands: Hands, page: Page, path: Path
) -> None:
    before = gold_of(path)
    page.press("sweepKeep")
    assert page.told() == {}
    assert gold_of(path) == before
    nothing = "Nothing is left to look at."
    assert page.hint() == nothing
    hands.windows.remove(page.window)
    put_away(page.window)
    again = Page(qtbot, hands.open(path, LEAD)).open()
    assert (again.told(), again.hint()) == ({}, nothing)
    again.window.commands["undo"].trigger()
    again.wait()
    assert list(again.told()) == ["قسرك"]


def test_a_refusal_is_undone_in_review_too(page: Page) -> None:
    page.press("sweepKeep")
    page.window.commands["review"].trigger()
    page.window.commands["undo"].trigger()
    assert not page.window.commands["undo"].isEnabled()
    assert page.window.commands["redo"].isEnabled()
    page.window.commands["overview"].trigger()
    page.wait()
    assert list(page.told()) == ["قسرك"]


def test_enter_leads_into_review_where_a_key_overrules_and_back(page: Page, path: Path) -> None:
    page.places.setFocus()
    page.key(Qt.Key.Key_Return)
    places = page.window.workplace.places
    assert places.is_reviewing
    view = places.review.view
    assert view.hasFocus()
    assert view.selection() == (7, 11)
    page.key(Qt.Key.Key_1)
    assert gold_of(path)["bare"] == [(7, 11, "base")]
    assert view.selected_span() is not None
    page.key(Qt.Key.Key_Z, CTRL)
    assert gold_of(path)["bare"] == []
    assert view.selection() == (7, 11)
    page.key(Qt.Key.Key_1)
    page.key(Qt.Key.Key_F3, CTRL)
    page.wait()
    assert page.places.hasFocus()
    assert [name for name, _ in page.rows()][:2] == ["other", "borders"]


def test_a_marked_place_is_selected_in_review_to_be_relabelled(page: Page, path: Path) -> None:
    page.places.setFocus()
    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_1)
    assert gold_of(path)["other"] == [(5, 9, "base")]


def test_review_goes_on_to_the_next_conflict_from_there(page: Page, path: Path) -> None:
    bring(path, [line("usual-0", "قاعدة قسرك رقم [0:figure]", author="noor")])
    page.places.setFocus()
    page.key(Qt.Key.Key_Return)
    review = page.window.workplace.places.review
    page.qtbot.wait(300)
    assert review.reviewing.there is None
    assert review.view.selection() == (7, 11)
    page.key(Qt.Key.Key_Escape)
    review.panel.setFocus()
    page.key(Qt.Key.Key_S)
    assert review.reviewing.there is not None
    assert review.reviewing.there.article == "usual-0"


def test_an_article_that_goes_while_it_is_visited_is_put_away(page: Page, path: Path) -> None:
    page.places.setFocus()
    page.key(Qt.Key.Key_Return)
    review = page.window.workplace.places.review
    assert review.view.text == "غادروا قسرك اليوم"
    with Project.open(path) as project:
        article = project.articles.by_name("bare")
        assert article is not None
        remove_article(project, LEAD, article)
    page.window.session.look_for_changes()
    page.qtbot.waitUntil(lambda: review.view.text == "", timeout=10_000)
    page.key(Qt.Key.Key_1)
    page.window.commands["overview"].trigger()
    page.wait()
    assert [name for name, _ in page.rows()][:2] == ["other", "borders"]


def test_strings_are_filtered_by_words_label_and_numbers(page: Page, path: Path) -> None:
    names = [line(f"rt-{number}", f"قالت [RT:actor] {number}") for number in range(3)]
    bring(path, [*names, line("rt", "قالت RT أمس")])
    page.window.session.look_for_changes()
    page.qtbot.waitUntil(lambda: len(page.strings()) == 2, timeout=10_000)
    search = page.part(QLineEdit, "sweepSearch")
    search.setText("قسرک")  # with a Persian kaf
    page.wait()
    assert list(page.told()) == ["قسرك"]
    search.clear()
    box = page.part(QComboBox, "sweepLabelFilter")
    box.setCurrentIndex(box.findData("actor"))
    box.activated.emit(box.currentIndex())
    page.wait()
    assert list(page.told()) == ["RT"]
    page.part(QSpinBox, "sweepTimes").setValue(4)
    page.wait()
    assert page.told() == {}
    assert page.rows() == []
    assert not page.part(QPushButton, "sweepMark").isEnabled()


def test_the_page_follows_what_another_program_does_and_stays_at_its_string(
    page: Page, path: Path
) -> None:
    page.qtbot.keyClick(page.places, Qt.Key.Key_Space)
    ticked = page.ticked()
    assert ticked == ["other", "borders"]
    names = [line(f"rt-{number}", f"قالت [RT:actor] {number}") for number in range(3)]
    bring(path, [*names, line("rt", "قالت RT أمس")])
    page.qtbot.waitUntil(lambda: len(page.strings()) == 2, timeout=10_000)
    assert page.ticked() == ticked
    bring(path, [line("late", "غادروا قسرك مساء")])
    page.qtbot.waitUntil(lambda: ("late", "bare") in page.rows(), timeout=10_000)


def test_a_place_that_another_program_changed_is_passed_over(page: Page, path: Path) -> None:
    page.window.session._file._lookout.stop()
    bring(path, [line("bare", "غادروا [قسرك:actor] اليوم", author="noor")])
    page.press("sweepMark")
    assert "2 places decided" in page.said()
    assert "1 place left as it is" in page.said()
    assert gold_of(path)["bare"] == []


def test_an_article_that_is_gone_leaves_no_hole(page: Page, path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA foreign_keys = ON")
        file.execute("DELETE FROM articles WHERE name = 'bare'")
        file.commit()
    page.places.setFocus()
    page.key(Qt.Key.Key_Return)
    page.qtbot.waitUntil(lambda: "bare" not in dict(page.rows()), timeout=10_000)


def test_many_places_are_decided_in_another_process_with_one_undo(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    lines: list[Line] = [line(f"bare-{number}", f"غادروا قسرك {number}") for number in range(30)]
    path = project_of(tmp_path / "p.db", *usual(40), *lines)
    page = Page(qtbot, hands.open(path, LEAD)).open()
    assert len(page.ticked()) == 30
    before = gold_of(path)
    page.press("sweepMark")
    assert "30 places decided" in page.said()
    assert all(gold_of(path)[f"bare-{number}"] for number in range(30))
    assert page.told() == {}
    page.window.commands["undo"].trigger()
    page.wait()
    assert gold_of(path) == before


def test_nothing_else_is_done_while_many_places_are_being_decided(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    lines: list[Line] = [line(f"bare-{number}", f"غادروا قسرك {number}") for number in range(60)]
    path = project_of(tmp_path / "p.db", *usual(70), *lines, *odd())
    page = Page(qtbot, hands.open(path, LEAD)).open()
    before = gold_of(path)
    buttons = [page.part(QPushButton, name) for name in ("sweepMark", "sweepTakeOut", "sweepKeep")]

    def is_refused(act: str) -> bool:
        page.window.commands["undo"].setEnabled(True)
        page.window.commands["redo"].setEnabled(True)
        page.window.commands[act].trigger()
        told = page.window.state_bar.currentMessage()
        return "have to wait" in told and not any(one.isEnabled() for one in buttons)

    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert page.page.acts.is_under_way
    assert is_refused("undo")
    page.wait()
    after = gold_of(path)
    assert after != before
    assert "63 places decided" in page.said()
    page.window.commands["undo"].trigger()
    assert page.page.acts.is_under_way
    assert is_refused("redo")
    page.wait()
    assert gold_of(path) == before
    page.window.commands["redo"].trigger()
    page.wait()
    assert gold_of(path) == after


def test_a_large_project_is_read_in_another_process_and_can_be_left(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    path = project_of(tmp_path / "p.db", *usual(250), *odd())
    window = hands.open(path, LEAD)
    page = Page(qtbot, window)
    window.commands["overview"].trigger()
    page.overview.setCurrentWidget(page.page)
    assert page.page.sweeping.is_under_way
    page.wait()
    assert page.told() == {"قسرك": "250 base · 1 actor · 1 with other borders · 1 bare"}
    assert len(page.rows()) == 3 + MOST_USUAL
    page.press("sweepMark")
    assert page.told() == {}
    bring(path, [line("late", "غادروا قسرك مساء")])
    window.session.look_for_changes()
    qtbot.waitUntil(lambda: page.page.sweeping.is_under_way, timeout=5_000)
    hands.windows.remove(window)
    put_away(window)


def test_annotators_have_no_such_page(qtbot: QtBot, hands: Hands, path: Path) -> None:
    window = hands.open(path, "amal")
    window.commands["overview"].trigger()
    overview = window.findChild(QTabWidget, "overview")
    assert not any(isinstance(overview.widget(n), SweepPage) for n in range(overview.count()))


def test_a_lead_who_is_none_any_more_is_refused(page: Page, path: Path) -> None:
    before = gold_of(path)
    page.window.session._file._lookout.stop()
    with Project.open(path) as project, project.writing():
        project.authors.put(Author("other", Role.LEAD))
        project.authors.put(Author(LEAD, Role.ANNOTATOR))
    page.press("sweepMark")
    assert gold_of(path) == before
    assert page.rows()


def test_it_speaks_arabic_and_stays_where_it_was(page: Page, path: Path) -> None:
    bring(path, [line(f"rt-{number}", f"قالت [RT:actor] {number}") for number in range(3)])
    bring(path, [line("rt", "قالت RT أمس")])
    page.window.session.look_for_changes()
    page.qtbot.waitUntil(lambda: len(page.strings()) == 2, timeout=10_000)
    view = page.part(QListView, "sweepStrings")
    view.setCurrentIndex(view.model().index(1, 0))
    assert page.rows()[0] == ("bare", "bare")
    page.part(QLineEdit, "sweepReason").setText("لأن")
    page.window.set_language("ar")
    again = Page(page.qtbot, page.window)
    assert again.page.isVisible()
    again.wait()
    assert "قاعدة" in again.told()["قسرك"]
    assert again.rows()[0] == ("bare", "بلا وسم")
    assert again.part(QLineEdit, "sweepReason").text() == "لأن"


def test_what_is_too_seldom_to_be_asked_for_is_told(page: Page) -> None:
    percent = page.part(QSpinBox, "sweepPercent")
    percent.setValue(80)
    percent.selectAll()
    page.qtbot.keyClicks(percent, "45")
    page.qtbot.keyClick(percent, Qt.Key.Key_Return)
    assert percent.value() == 50
    sentence = " ".join(label.text() for label in percent.parentWidget().findChildren(QLabel))
    assert "(50% to 100%)" in sentence
    assert "(2 or more)" in sentence


def test_a_screen_reader_hears_words_and_counts(page: Page) -> None:
    model = page.part(QListView, "sweepStrings").model()
    heard = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "\u2068قسرك\u2069: 4 base · 1 actor · 1 with other borders · 1 bare"
    for name in ("sweepSearch", "sweepLabelFilter", "sweepPercent", "sweepTimes", "sweepReason"):
        assert page.part(QWidget, name).accessibleName()


def test_the_list_is_drawn_in_both_directions(page: Page) -> None:
    view = page.part(QListView, "sweepStrings")
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        view.setLayoutDirection(direction)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        image = view.grab().toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 2)
            for y in range(min(40, image.height()))
        }
        assert len(colours) > 5
