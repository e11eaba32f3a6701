"""Dates that were confirmed by a day of publication that is corrected later: told, and led to."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from annotator.core.details import Details
from annotator.core.progress import Quiet
from annotator.core.values import DateValue
from annotator.store.project import Project
from annotator.workflow.acts.details import edit_details
from annotator.workflow.imports.articles import import_files
from tests.gui.values.conftest import Desk

ARTICLE = "days.txt"
TEXT = "وصل أمس الخميس وفد بعد أن غادر يوم الأربعاء الماضي آخرون في 2026-02-20"
THURSDAY, WEDNESDAY, DAY = "أمس الخميس", "يوم الأربعاء الماضي", "2026-02-20"
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def days(desk: Desk, tmp_path: Path) -> dict[str, str]:
    """Three dates that were confirmed by a wrong day; one of them says the same by any."""
    file = tmp_path / ARTICLE
    file.write_text(TEXT, "utf-8")
    desk.hands.other_program(desk.path, lambda project: import_files(project, [file], Quiet()))
    desk.window.open_article(ARTICLE)
    publish(desk, "1/4/2025")
    ids = {}
    for words in (THURSDAY, WEDNESDAY, DAY):
        start = TEXT.index(words)
        ids[words] = desk.mark((start, start + len(words)), "2")
        desk.press(Qt.Key.Key_Return)
    return ids


def publish(desk: Desk, day: str) -> None:
    desk.window.commands["published"].trigger()
    desk.type("publishedField", day)


def value_of(desk: Desk, span_id: str) -> tuple[object, bool]:
    span = desk.hands.stored(desk.path, ARTICLE).span(span_id)
    return span.value, span.proposed


def reading(desk: Desk) -> str:
    """Return what the details say beside the value."""
    shown = desk.window.findChild(QWidget, "dayReading")
    return shown.findChild(QLabel).text() if shown.isVisible() else ""


def test_confirmed_dates_stay_and_it_is_said_how_many_read_otherwise(
    desk: Desk, days: dict[str, str]
) -> None:
    assert value_of(desk, days[THURSDAY]) == (DateValue("2025-03-27"), False)
    publish(desk, "18/4/2025")
    assert value_of(desk, days[THURSDAY]) == (DateValue("2025-03-27"), False)
    told = desk.window.notice.sentence()
    assert told == "2 confirmed dates read otherwise by this day; Shift+F2 leads to them."


def test_a_day_by_which_nothing_reads_otherwise_says_nothing(
    desk: Desk, days: dict[str, str]
) -> None:
    publish(desk, "2/4/2025")  # a Wednesday, on which the last one is a week ago
    assert desk.window.notice.sentence() == ""


def test_one_key_leads_to_each_and_another_takes_what_it_reads(
    desk: Desk, days: dict[str, str]
) -> None:
    publish(desk, "18/4/2025")
    desk.view.place_caret(0)
    desk.press(Qt.Key.Key_F2, SHIFT)
    assert desk.view.selected_span() == days[THURSDAY]
    assert reading(desk) == "By the day of publication: \u206817 April 2025\u2069"
    assert desk.line("valueField").text() == "2025-03-27"
    desk.press(Qt.Key.Key_Return, SHIFT)
    assert value_of(desk, days[THURSDAY]) == (DateValue("2025-04-17"), False)
    assert desk.line("valueField").text() == "2025-04-17"
    assert reading(desk) == ""
    assert "2 confirmed" in desk.window.notice.sentence()
    desk.press(Qt.Key.Key_F2, SHIFT)
    assert desk.view.selected_span() == days[WEDNESDAY]
    assert desk.window.notice.sentence() == ""
    shown = desk.window.findChild(QWidget, "dayReading")
    desk.qtbot.mouseClick(shown.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert value_of(desk, days[WEDNESDAY]) == (DateValue("2025-04-16"), False)
    desk.view.setFocus()
    desk.press(Qt.Key.Key_F2, SHIFT)
    assert desk.window.state_bar.currentMessage() == "No span here is without a value."
    desk.window.commands["undo"].trigger()
    assert value_of(desk, days[WEDNESDAY]) == (DateValue("2025-03-26"), False)


def test_who_looks_and_lets_a_date_be_is_not_led_there_again(
    desk: Desk, days: dict[str, str]
) -> None:
    publish(desk, "18/4/2025")
    for _ in (THURSDAY, WEDNESDAY):
        desk.press(Qt.Key.Key_F2, SHIFT)
    assert reading(desk)
    assert desk.window.notice.sentence() == ""
    desk.press(Qt.Key.Key_F2, SHIFT)
    assert desk.window.state_bar.currentMessage() == "No span here is without a value."


def test_taking_the_day_back_leaves_nothing_to_look_at(desk: Desk, days: dict[str, str]) -> None:
    publish(desk, "18/4/2025")
    desk.view.select_span(days[THURSDAY])
    assert reading(desk)
    desk.window.commands["undo"].trigger()
    assert desk.window.notice.sentence() == ""
    assert reading(desk) == ""


def test_a_day_that_another_program_corrects_is_told_too(desk: Desk, days: dict[str, str]) -> None:
    def correct(project: Project) -> None:
        article = project.articles.by_name(ARTICLE)
        assert article is not None
        layer = project.layers.load(article.id, "huda")
        edit_details(project, article, layer, replace(Details.of(article), published="2025-04-18"))

    desk.hands.other_program(desk.path, correct)
    desk.window.session.look_for_changes()
    assert "2 confirmed dates" in desk.window.notice.sentence()


def test_another_article_or_language_keeps_to_what_was_said(
    desk: Desk, days: dict[str, str]
) -> None:
    publish(desk, "18/4/2025")
    desk.window.set_language("ar")
    desk.window.commands["next_missing"].trigger()
    assert desk.window.workbench.view.selected_span() == days[THURSDAY]
    desk.window.workbench.view.setFocus()
    desk.window.workbench.listing.step(-1)
    assert desk.window.notice.sentence() == ""
