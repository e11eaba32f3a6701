"""Dates and figures typed as people write them, from the keys to the file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.progress import Quiet
from annotator.core.values import DateValue, Modifier, NumberValue, Value
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import find_damage

ARTICLE = "typed.txt"
TEXT = "في 2026-02-20 غادر 30 جنديا قاعدة قسرك"
DATE, FIGURE = (3, 13), (19, 27)
Type = Callable[[str], str]


@pytest.fixture
def window(window: MainWindow, path: Path, tmp_path: Path) -> MainWindow:
    """The window on an article of which nobody knows the day."""
    file = tmp_path / ARTICLE
    file.write_text(TEXT, "utf-8")
    with Project.open(path) as project:
        import_files(project, [file], Quiet())
    window.open_article(ARTICLE)
    return window


@pytest.fixture
def type_value(qtbot: QtBot, window: MainWindow, hands) -> Type:
    """Type into the value of the selected span; return what is told below while it is typed."""

    def type_into(text: str) -> str:
        window.commands["value"].trigger()
        line = value_line(window)
        assert line.hasFocus()
        hands.type_text(line, text)
        told = shown(window)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        return told

    return type_into


def value_line(window: MainWindow) -> QLineEdit:
    line = window.findChild(QLineEdit, "valueField")
    assert line is not None
    return line


def shown(window: MainWindow) -> str:
    """What stands below the fields and is no problem."""
    labels = window.workbench.details.value.findChildren(QLabel)
    return " ".join(
        one.text() for one in labels if one.isVisible() and one.objectName() != "valueProblem"
    )


def problem(window: MainWindow) -> str:
    label = window.findChild(QLabel, "valueProblem")
    return label.text() if label.isVisible() else ""


def told_day(window: MainWindow, hands, qtbot: QtBot, day: str) -> None:
    window.commands["published"].trigger()
    line = window.findChild(QLineEdit, "publishedField")
    hands.type_text(line, day)
    qtbot.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "edtf", "told"),
    [
        ("23/2/2026", "2026-02-23", "23 February 2026"),
        ("٢٣ شباط ٢٠٢٦", "2026-02-23", "23 February 2026"),
        ("30.9.2025", "2025-09-30", "30 September 2025"),
        ("أمس", "2026-02-24", "24 February 2026"),
        ("الخميس الماضي", "2026-02-19", "19 February 2026"),
        ("نهاية العام 2024", "2024-09/2024-12", "September–December 2024"),
    ],
)
def test_a_date_is_taken_as_people_write_it_and_told(
    window: MainWindow, hands, qtbot: QtBot, path: Path, type_value: Type,
    typed: str, edtf: str, told: str,
) -> None:  # fmt: skip
    told_day(window, hands, qtbot, "2026-02-25")
    span_id = hands.mark(window, "2", DATE)
    assert told in type_value(typed)
    span = hands.stored(path, ARTICLE).span(span_id)
    assert (span.value, span.proposed) == (DateValue(edtf), False)
    assert (value_line(window).text(), problem(window)) == (edtf, "")
    assert window.workbench.view.hasFocus()
    assert list(find_damage(path, Quiet())) == []


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2026-02-30", "there is no such day, the month has 28"),
        ("2025-13-45", "there is no month 13"),
        ("1447-04-08", "Is it a Hijri date?"),
        ("أمس", "the day of publication, which is not known"),
        ("2026-02-23T10:00", "tells an hour, which a date keeps only with its seconds"),
    ],
)
def test_what_is_wrong_with_a_date_is_told_and_nothing_is_saved(
    window: MainWindow, hands, path: Path, qtbot: QtBot, type_value: Type, typed: str, why: str
) -> None:
    span_id = hands.mark(window, "2", DATE)
    before = hands.stored(path, ARTICLE).span(span_id).value
    type_value(typed)
    assert why in problem(window)
    assert value_line(window).hasFocus()
    assert hands.stored(path, ARTICLE).span(span_id).value == before
    qtbot.keyClick(value_line(window), Qt.Key.Key_Escape)
    assert problem(window) == ""


def test_what_waits_for_the_day_of_publication_is_taken_once_it_is_told(
    window: MainWindow, hands, qtbot: QtBot, path: Path, type_value: Type
) -> None:
    span_id = hands.mark(window, "2", DATE)
    type_value("أمس")
    assert problem(window) != ""
    told_day(window, hands, qtbot, "2026-02-25")
    type_value("أمس")
    assert hands.stored(path, ARTICLE).span(span_id).value == DateValue("2026-02-24")


def test_a_date_before_all_news_from_a_file_is_shown_and_stays(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "old.txt"
    file.write_text("في 1753-05-29 سقطت المدينة", "utf-8")
    with Project.open(path) as project:
        import_files(project, [file], Quiet())
    window.open_article(file.name)
    span_id = hands.mark(window, "2", (3, 13))
    before = hands.stored(path, file.name).span(span_id).value
    assert before == DateValue("1753-05-29")
    assert "29 May 1753" in shown(window)
    window.commands["value"].trigger()
    qtbot.keyClick(value_line(window), Qt.Key.Key_Return)
    assert problem(window) == ""
    assert hands.stored(path, file.name).span(span_id).value == before


@pytest.mark.parametrize(
    ("typed", "value", "fields"),
    [
        ("about 62", NumberValue(62, 62, Modifier.ABOUT, "جنديا"), ("62", "about", "جنديا")),
        (">60", NumberValue(60, 60, Modifier.OVER, "جنديا"), ("60", "over", "جنديا")),
        ("أقل من 10", NumberValue(10, 10, Modifier.UNDER, "جنديا"), ("10", "under", "جنديا")),
        ("بين 500 و600", NumberValue(500, 600, None, "جنديا"), ("500-600", "", "جنديا")),
        ("ألفي", NumberValue(2000, 2000, None, "جنديا"), ("2000", "", "جنديا")),
        ("نحو 40 ضابطا", NumberValue(40, 40, Modifier.ABOUT, "ضابطا"), ("40", "about", "ضابطا")),
    ],
)
def test_a_figure_is_taken_as_it_is_shown_or_written_and_parted_into_its_fields(
    window: MainWindow, hands, path: Path, type_value: Type,
    typed: str, value: Value, fields: tuple[str, str, str],
) -> None:  # fmt: skip
    span_id = hands.mark(window, "4", FIGURE)
    assert fields[0] in type_value(typed)
    assert hands.stored(path, ARTICLE).span(span_id).value == value
    modifier = window.findChild(QComboBox, "modifierField").currentData()
    unit = window.findChild(QLineEdit, "unitField").text()
    assert (value_line(window).text(), modifier, unit) == fields
    assert problem(window) == ""


@pytest.mark.parametrize(
    ("typed", "why"),
    [("1e6", "as a power of ten"), ("9" * 24, "is too large"), ("many", "~1000 for about")],
)
def test_what_is_wrong_with_a_figure_is_told(
    window: MainWindow, hands, path: Path, qtbot: QtBot, type_value: Type, typed: str, why: str
) -> None:
    span_id = hands.mark(window, "4", FIGURE)
    type_value(typed)
    assert why in problem(window)
    stored = hands.stored(path, ARTICLE).span(span_id).value
    assert stored == NumberValue(30, 30, None, "جنديا")
    qtbot.keyClick(value_line(window), Qt.Key.Key_Escape)
    assert (value_line(window).text(), problem(window)) == ("30", "")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_line_reads_from_the_side_of_what_is_typed(
    window: MainWindow, hands, language: str
) -> None:
    window.set_language(language)
    hands.mark(window, "2", DATE)
    window.commands["value"].trigger()
    line = value_line(window)
    here = Qt.AlignmentFlag.AlignRight if language == "ar" else Qt.AlignmentFlag.AlignLeft
    for typed, side in (
        ("23 شباط 2026", Qt.LayoutDirection.RightToLeft),
        ("23/2/2026", Qt.LayoutDirection.LeftToRight),
    ):
        line.selectAll()
        hands.type_text(line, typed)
        assert line.layoutDirection() == side
        assert line.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask == (
            here | Qt.AlignmentFlag.AlignAbsolute
        )
