"""Review beside other processes, languages, programs: nothing is lost, what fails is told."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Choice
from annotator.core.edits import SetState
from annotator.core.model import LayerState, Status
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.review_keys import Keys
from annotator.gui.widgets.notice import Notice
from annotator.store.project import Project
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding_lots import rule_all
from annotator.workflow.review.settling import Reviews
from tests.gui.conftest import UNMARKED, Hands
from tests.gui.review.parts import unreadable
from tests.gui.review.test_review import (
    LEAD,
    at_hand,
    conflicts_of,
    import_many,
    place_of,
    press,
    said,
)

DONE = SetState(LayerState(Status.FINISHED))
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_large_project_is_compared_in_another_process(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    import_many(hands, path)
    window = hands.open_review(path, LEAD)
    place = place_of(window)
    assert place.reviewing.queueing.comparing.is_under_way
    qtbot.waitUntil(lambda: not place.reviewing.queueing.comparing.is_under_way, timeout=20_000)
    assert place.conflicts.length() == 255
    assert at_hand(place) == conflicts_of(path)[0].conflict
    press(qtbot, "b", "1")
    assert len(conflicts_of(path)) == 254


def test_a_window_that_is_closed_while_layers_are_compared_waits_for_nothing(
    hands: Hands, path: Path
) -> None:
    import_many(hands, path)
    window = hands.open_review(path, LEAD)
    assert place_of(window).reviewing.queueing.comparing.is_under_way
    hands.close(window)


def test_another_language_stays_at_the_conflict(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace, path: Path
) -> None:
    press(qtbot, "s", "s")
    there = at_hand(place)
    window.set_language("ar")
    again = place_of(window)
    assert again is not place
    assert again.isVisible()
    assert at_hand(again) == there
    press(qtbot, "1")
    assert len(conflicts_of(path)) == 34


def test_what_cannot_be_saved_is_told_and_the_conflict_stays(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace, path: Path
) -> None:
    there = at_hand(place)
    path.rename(path.with_name("elsewhere.db"))
    press(qtbot, "1")
    assert at_hand(place) == there
    assert "no longer where it was" in window.notice.sentence()
    path.with_name("elsewhere.db").rename(path)
    press(qtbot, "1")
    assert at_hand(place) != there


def test_what_cannot_be_read_is_told_and_the_queue_stays(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace
) -> None:
    rows = place.conflicts.rows()
    number = next(n for n, row in enumerate(rows) if row.article_id != rows[0].article_id)
    press(qtbot, *"s" * (number - 1))
    there, text, told = at_hand(place), place.view.text, said(place, "conflictPlace")
    with unreadable():
        press(qtbot, "s")
        place.conflicts.conflict_requested.emit(rows[number].id)
    assert "does not answer" in window.notice.sentence()
    assert place.conflicts.rows() == rows
    assert (at_hand(place), place.view.text) == (there, text)
    assert said(place, "conflictPlace") == told
    press(qtbot, "s")
    assert at_hand(place).id == rows[number].id


def test_what_is_decided_while_nothing_can_be_read_loses_no_other_conflict(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    first, *others = place.conflicts.rows()
    with unreadable():
        press(qtbot, "1")
        assert {row.id for row in others} <= {row.id for row in place.conflicts.rows()}
    press(qtbot, "s", "b")
    assert place.conflicts.rows() == others
    assert first.id not in {one.conflict.id for one in conflicts_of(path)}


def test_nothing_is_decided_where_nothing_is_open(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    from annotator.workflow.projects import init

    path = tmp_path / "empty.db"
    init(path, lead=LEAD)
    window = hands.open_review(path, LEAD)
    place = place_of(window)
    assert "There are no articles" in said(place, "conflictPlace")
    press(qtbot, *"12mawn0esbrg")
    window.commands["undo"].setEnabled(True)
    window.commands["undo"].trigger()
    assert "nothing to undo" in said(place, "refusal")


def test_what_is_written_stays_while_others_change_the_article(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    first, second, *_ = conflicts_of(path)
    assert first.article_id == second.article_id
    press(qtbot, "r")
    hands.type_text(QApplication.focusWidget(), "why")

    def settle(project: Project) -> None:
        deciding.rule(project, LEAD, second, deciding.Ruling(Choice.NONE))

    hands.other_program(path, settle)
    qtbot.waitUntil(lambda: place.conflicts.length() == 34)
    assert at_hand(place) == first.conflict
    press(qtbot, Qt.Key.Key_Return, "1")
    with Project.open(path, writable=False) as project:
        *_, decision = project.decisions.all()
    assert (decision.start, decision.reason) == (first.conflict.start, "why")


def test_a_draft_outlives_what_others_do_and_is_refused_if_its_conflict_is_gone(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    first = conflicts_of(path)[0]
    press(qtbot, "e", "}")

    def settle(project: Project) -> None:
        deciding.rule(project, LEAD, first, deciding.Ruling(Choice.NONE))

    hands.other_program(path, settle)
    qtbot.waitUntil(lambda: place.conflicts.length() == 34)
    assert place.view.keys is Keys.DRAFT
    press(qtbot, "{", Qt.Key.Key_Return)
    assert "is not open" in said(place, "refusal")
    press(qtbot, Qt.Key.Key_Escape)
    assert at_hand(place) == conflicts_of(path)[0].conflict


def test_an_article_that_is_opened_is_shown_in_annotate(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace
) -> None:
    assert window.workbench is not None
    window.open_article(UNMARKED)
    assert not place.isVisible()
    assert window.workbench.view.isVisible()
    assert QApplication.focusWidget() is window.workbench.view
    qtbot.keyClick(window, Qt.Key.Key_F2, CONTROL)
    assert place.isVisible()
    assert QApplication.focusWidget() is place.panel


def test_reviewing_is_no_work_on_the_article_in_annotate(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace
) -> None:
    assert window.session is not None
    assert window.session.article is not None
    here, watch = window.session.article.id, window.session.stopwatch
    watch.switch(is_on=True)
    before = watch.worked(here)
    watch.touch()
    press(qtbot, "s")
    qtbot.wait(30)
    watch.touch()
    assert watch.worked(here) == before
    window.commands["annotate"].trigger()
    watch.touch()
    qtbot.wait(30)
    watch.touch()
    assert watch.worked(here) > before


def test_many_decisions_that_one_key_takes_back_are_told_of(
    qtbot: QtBot, hands: Hands, path: Path, window: MainWindow, place: ReviewPlace
) -> None:
    def decide(count: int) -> None:
        def rule(project: Project) -> None:
            some = list(Reviews(project).conflicts())[:count]
            rulings = [(one, deciding.Ruling(Choice.NONE)) for one in some]
            assert rule_all(project, LEAD, rulings).decided == count

        hands.other_program(path, rule)

    def step(name: str) -> None:
        qtbot.waitUntil(window.commands[name].isEnabled)
        window.commands[name].trigger()

    press(qtbot, "s", "1")  # there is something to undo
    decide(5)
    notice = window.findChild(Notice)
    assert notice is not None
    step("undo")
    assert len(conflicts_of(path)) == 34
    assert notice.sentence() == "5 decisions were taken back."
    step("redo")
    assert len(conflicts_of(path)) == 29
    assert notice.sentence() == "5 decisions were taken again."
    decide(1)
    step("undo")
    assert notice.sentence() == ""
