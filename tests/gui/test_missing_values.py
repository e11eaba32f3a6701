"""Who finishes an article is told which spans have no value, and led to them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.labels import Label, LabelSet
from annotator.core.model import Status
from annotator.core.progress import Quiet
from annotator.core.values import ValueKind
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.project.labels import change_labels
from annotator.workflow.project.trash import remove_article

ARTICLE = "dates.txt"
TEXT = "غادر أمس 30 جنديا ثم وصل في 2026-02-20 آخرون الخميس"
YESTERDAY, FIGURE, DAY, THURSDAY = (5, 8), (9, 17), (28, 38), (45, 51)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(window: MainWindow, path: Path, tmp_path: Path) -> MainWindow:
    """The window on an article whose day of publication nobody knows."""
    file = tmp_path / ARTICLE
    file.write_text(TEXT, "utf-8")
    with Project.open(path) as project:
        import_files(project, [file], Quiet())
    window.open_article(ARTICLE)
    return window


def missing_button(window: MainWindow) -> QToolButton:
    return window.state_bar.findChild(QToolButton, "missingState")


def left(window: MainWindow) -> str:
    button = missing_button(window)
    return button.text() if button.isVisible() else ""


def go_on(window: MainWindow, qtbot: QtBot) -> tuple[int, int]:
    """Ask for the next span without a value; return which one is selected then."""
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_F2, SHIFT)
    span = window.workbench.marking.selected()
    return span.start, span.end


def test_who_finishes_is_told_and_led_back_and_nothing_stands_in_the_way(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    marks = ((YESTERDAY, "2"), (FIGURE, "4"), (DAY, "2"), (THURSDAY, "2"))
    first, *_ = [hands.mark(window, key, place) for place, key in marks]
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, CTRL)
    assert hands.stored(path, ARTICLE).status is Status.FINISHED
    assert window.session.article.name != ARTICLE
    told = window.state_bar.currentMessage()
    assert told.startswith("Finished: ")
    assert told.endswith("2 spans without a value: \u2068date\u2069 2")
    assert window.notice.sentence() == ""
    assert left(window) == "2 without a value"
    qtbot.mouseClick(missing_button(window), Qt.MouseButton.LeftButton)
    assert window.session.article.name == ARTICLE
    assert window.workbench.marking.selected().id == first
    assert window.workbench.view.hasFocus()
    assert [span.value is None for span in hands.stored(path, ARTICLE).spans] == [
        *(True, False),
        *(False, True),
    ]
    window.commands["value"].trigger()
    line = window.findChild(QLineEdit, "valueField")
    hands.type_text(line, "2026-02-22")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert left(window) == "1 without a value"
    assert go_on(window, qtbot) == THURSDAY
    window.commands["remove"].trigger()
    assert left(window) == ""


def test_one_key_goes_on_in_the_article_finished_last_where_nothing_is_left(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    for place, key in ((YESTERDAY, "2"), (FIGURE, "4"), (THURSDAY, "2")):
        hands.mark(window, key, place)
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, CTRL)
    assert window.session.article.name != ARTICLE
    assert go_on(window, qtbot) == YESTERDAY
    assert window.session.article.name == ARTICLE
    assert go_on(window, qtbot) == THURSDAY
    for _ in (YESTERDAY, THURSDAY):
        window.commands["remove"].trigger()
        qtbot.keyClick(window.workbench.view, Qt.Key.Key_F2, SHIFT)
    assert window.session.article.name == ARTICLE
    assert window.state_bar.currentMessage() == "No span here is without a value."


def test_a_span_without_a_value_here_comes_before_the_article_finished_last(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    hands.mark(window, "2", YESTERDAY)
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, CTRL)
    here = window.session.article.name
    place = hands.words(window, 9)[3]
    hands.mark(window, "3", place)
    assert go_on(window, qtbot) == place
    assert window.session.article.name == here != ARTICLE


def test_the_next_one_is_behind_the_selected_span_or_the_caret_and_round_the_end(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    for place, key in ((YESTERDAY, "2"), (FIGURE, "4"), (THURSDAY, "2")):
        hands.mark(window, key, place)
    assert go_on(window, qtbot) == YESTERDAY
    assert go_on(window, qtbot) == THURSDAY
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Escape)
    window.workbench.view.place_caret(FIGURE[0])
    assert go_on(window, qtbot) == THURSDAY


def test_what_is_only_proposed_is_no_gap_and_full_articles_say_so(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    hands.mark(window, "2", DAY)
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_F2, SHIFT)
    assert window.state_bar.currentMessage() == "No span here is without a value."
    window.commands["finish"].trigger()
    assert "without a value" not in window.state_bar.currentMessage()
    assert left(window) == ""


def test_the_sentence_names_each_label(window: MainWindow, hands) -> None:
    for place, key in ((YESTERDAY, "2"), (THURSDAY, "2"), (FIGURE, "3")):
        hands.mark(window, key, place)
    window.commands["finish"].trigger()
    told = window.state_bar.currentMessage()
    assert told.endswith("3 spans without a value: \u2068date\u2069 2, \u2068actor\u2069 1")
    assert left(window) == "3 without a value"
    assert window.session.article.name == ARTICLE


def finished_with_gaps(window: MainWindow, hands) -> None:
    """Finish the article with two spans without a value, and stay there."""
    for place, key in ((YESTERDAY, "2"), (THURSDAY, "2"), (FIGURE, "4")):
        hands.mark(window, key, place)
    window.commands["finish"].trigger()
    assert left(window) == "2 without a value"


def test_another_language_still_leads_back(window: MainWindow, hands, qtbot: QtBot) -> None:
    finished_with_gaps(window, hands)
    window.workbench.listing.step(-1)
    window.set_language("ar")
    qtbot.waitUntil(lambda: left(window) != "")
    qtbot.mouseClick(missing_button(window), Qt.MouseButton.LeftButton)
    assert window.session.article.name == ARTICLE


def test_an_article_that_is_gone_is_not_led_to(window: MainWindow, hands, path: Path) -> None:
    finished_with_gaps(window, hands)

    def remove(project: Project) -> None:
        article = project.articles.by_name(ARTICLE)
        assert article is not None
        remove_article(project, "huda", article)

    hands.other_program(path, remove)
    window.session.look_for_changes()
    assert left(window) == ""


@pytest.mark.parametrize("command", ["undo", "reopen"])
def test_an_article_that_is_taken_up_again_is_not_led_to(
    window: MainWindow, hands, command: str
) -> None:
    finished_with_gaps(window, hands)
    window.commands[command].trigger()
    assert window.session.layer.status is Status.IN_PROGRESS
    assert left(window) == ""
    window.commands["finish"].trigger()
    assert left(window) == "2 without a value"


def test_undoing_and_redoing_values_counts_them(window: MainWindow, hands, qtbot: QtBot) -> None:
    finished_with_gaps(window, hands)
    assert go_on(window, qtbot) == THURSDAY
    window.commands["remove"].trigger()
    assert left(window) == "1 without a value"
    window.commands["undo"].trigger()
    assert left(window) == "2 without a value"
    window.commands["redo"].trigger()
    assert left(window) == "1 without a value"


@pytest.mark.parametrize("is_at_hand", [True, False])
def test_a_label_that_has_no_values_any_more_is_not_counted(
    window: MainWindow, hands, path: Path, is_at_hand: bool
) -> None:
    hands.other_program(path, lambda project: give_weapons(project, ValueKind.ENTRY))
    window.session.look_for_changes()
    for place, key in ((YESTERDAY, "2"), (FIGURE, "5")):
        hands.mark(window, key, place)
    window.commands["finish"].trigger()
    assert left(window) == "2 without a value"
    if not is_at_hand:
        window.workbench.listing.step(-1)
    hands.other_program(path, lambda project: give_weapons(project, ValueKind.NONE))
    window.session.look_for_changes()
    assert left(window) == "1 without a value"


def give_weapons(project: Project, kind: ValueKind) -> None:
    """Let the project have a label for weapons, with values of that kind."""
    with project.reading():
        before = project.labels.load()
    weapon = Label("weapon", "weapon", "سلاح", "#6a1b9a", "5", kind)
    others = tuple(label for label in before if label.name != weapon.name)
    change_labels(project, "huda", LabelSet((*others, weapon)), seen=before)
