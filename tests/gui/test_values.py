"""Values are proposed, shown, confirmed by going on, and mended, from the keys to the file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QToolTip,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from annotator.core.edits import Mark
from annotator.core.model import Role, Span
from annotator.core.progress import Quiet
from annotator.core.values import DateValue, EntryValue, Modifier, NumberValue, Value
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow import registry
from annotator.workflow.articles import import_files
from annotator.workflow.marking import apply
from annotator.workflow.people import ensure_author
from annotator.workflow.projects import find_damage

ARTICLE = "dates.txt"
TEXT = "في 2026-02-20 غادر 30 جنديا قاعدة قسرك أمس وعاد 2026-02-21 من معسكر الشهباء ومعسكر الشهباع"
FIRST, FIGURE, BASE, YESTERDAY, LAST = (3, 13), (19, 27), (34, 38), (39, 42), (48, 58)


@pytest.fixture
def window(window: MainWindow, path: Path, tmp_path: Path) -> MainWindow:
    """The window on an article without a day of publication."""
    file = tmp_path / ARTICLE
    file.write_text(TEXT, "utf-8")
    with Project.open(path) as project:
        import_files(project, [file], Quiet())
    window.open_article(ARTICLE)
    return window


class Desk:
    """Where values are looked at and mended."""

    def __init__(self, qtbot: QtBot, window: MainWindow, hands, path: Path) -> None:
        self.qtbot, self.window, self.hands, self.path = qtbot, window, hands, path
        assert window.workbench is not None
        self.view = window.workbench.view

    def mark(self, place: tuple[int, int], key: str) -> str:
        return self.hands.mark(self.window, key, place)

    def span(self, span_id: str, author: str = "noor") -> Span:
        span = self.hands.stored(self.path, ARTICLE, author).span(span_id)
        assert span is not None
        return span

    def says(self, span_id: str) -> tuple[Value, bool]:
        span = self.span(span_id)
        return span.value, span.proposed

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.view, key, modifiers)

    def line(self, name: str) -> QLineEdit:
        line = self.window.findChild(QLineEdit, name)
        assert line is not None
        return line

    def type(self, name: str, text: str, *, enter: bool = True) -> None:
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        if text:
            self.hands.type_text(line, text)
        else:
            self.qtbot.keyClick(line, Qt.Key.Key_Delete)
        if enter:
            self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def problem(self) -> str:
        label = self.window.findChild(QLabel, "valueProblem")
        return label.text() if label.isVisible() else ""

    def is_whole(self) -> bool:
        return list(find_damage(self.path, Quiet())) == []


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, hands, path: Path) -> Desk:
    return Desk(qtbot, window, hands, path)


# -- proposed and confirmed


def test_going_on_to_another_mark_confirms_what_was_shown(desk: Desk) -> None:
    first = desk.mark(FIRST, "2")
    assert desk.says(first) == (DateValue("2026-02-20"), True)
    assert desk.line("valueField").text() == "2026-02-20"
    second = desk.mark(LAST, "2")
    assert desk.says(first) == (DateValue("2026-02-20"), False)
    assert desk.says(second) == (DateValue("2026-02-21"), True)
    assert desk.view.selected_span() == second
    assert desk.window.commands["undo"].text() == "Undo label date"
    desk.window.commands["undo"].trigger()
    desk.window.commands["undo"].trigger()
    assert desk.hands.places(desk.path, ARTICLE) == []
    assert desk.is_whole()


def test_selecting_another_span_confirms_and_esc_does_not(desk: Desk) -> None:
    first, second = desk.mark(FIRST, "2"), desk.mark(LAST, "2")
    desk.press(Qt.Key.Key_Escape)
    assert desk.says(second)[1]
    desk.window.workbench.marking.select(first)
    assert not desk.says(second)[1]


def test_finishing_confirms_what_was_shown_and_leaves_the_rest_proposed(
    desk: Desk, path: Path
) -> None:
    with Project.open(path) as project:
        article = project.articles.by_name(ARTICLE)
        assert article is not None
        never = apply(
            project, article, project.layers.load(article.id, "noor"), Mark(*LAST, "date")
        )
    shown = desk.mark(FIRST, "2")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not desk.says(shown)[1]
    assert desk.says(never.change.put[0].id) == (DateValue("2026-02-21"), True)
    assert desk.hands.stored(path, ARTICLE).status.value == "finished"


def test_a_date_that_waits_for_the_day_of_publication_is_confirmed_by_enter_alone(
    qtbot: QtBot, window: MainWindow, hands, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "waiting.txt"
    file.write_text("غادر في 20 شباط وعاد 2026-02-21 من قاعدة قسرك", "utf-8")
    with Project.open(path) as project:
        import_files(project, [file], Quiet())
    window.open_article(file.name)
    first, second = (hands.mark(window, "2", place) for place in ((8, 15), (21, 31)))
    window.workbench.marking.select(first)

    def says(span_id: str) -> tuple[Value, bool]:
        span = hands.stored(path, file.name).span(span_id)
        return span.value, span.proposed

    assert says(first) == (DateValue("XXXX-02-20"), True)
    assert says(second) == (DateValue("2026-02-21"), False)
    window.workbench.marking.select(second)
    assert says(first)[1]
    window.workbench.listing.step(-1)
    assert says(first)[1]
    window.open_article(file.name)
    window.workbench.marking.select(first)
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return)
    assert says(first) == (DateValue("XXXX-02-20"), False)


def test_a_day_of_publication_told_late_completes_what_was_gone_on_from(
    qtbot: QtBot, window: MainWindow, hands, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "waiting.txt"
    file.write_text("غادر في 20 شباط وعاد 2026-02-21 من قاعدة قسرك", "utf-8")
    with Project.open(path) as project:
        import_files(project, [file], Quiet())
    window.open_article(file.name)
    first = hands.mark(window, "2", (8, 15))
    hands.mark(window, "2", (21, 31))
    desk = Desk(qtbot, window, hands, path)
    window.commands["published"].trigger()
    desk.type("publishedField", "2026-02-23")
    span = hands.stored(path, file.name).span(first)
    assert (span.value, span.proposed) == (DateValue("2026-02-20"), True)


def test_opening_another_article_confirms_what_was_shown(desk: Desk) -> None:
    shown = desk.mark(FIRST, "2")
    desk.window.workbench.listing.step(-1)
    assert not desk.says(shown)[1]


def test_what_cannot_be_seen_is_not_confirmed(desk: Desk) -> None:
    desk.window.workbench.setSizes([200, 800, 0])
    QApplication.processEvents()
    first = desk.mark(FIRST, "2")
    desk.mark(LAST, "2")
    assert desk.says(first)[1]


def test_moving_the_borders_of_a_proposal_reads_it_anew(desk: Desk) -> None:
    figure = desk.mark((19, 21), "4")
    assert desk.says(figure) == (NumberValue(30, 30), True)
    desk.press(Qt.Key.Key_BracketRight)
    assert desk.says(figure) == (NumberValue(30, 30, None, "جنديا"), True)


def test_enter_confirms_and_writes_no_act(desk: Desk) -> None:
    span_id = desk.mark(FIRST, "2")
    desk.press(Qt.Key.Key_Return)
    assert not desk.says(span_id)[1]
    assert desk.window.commands["undo"].text() == "Undo label date"


# -- mended


@pytest.mark.parametrize(
    ("place", "key", "typed", "value"),
    [
        (FIRST, "2", "٢٠٢٦-٠٥/٢٠٢٦-٠٨", DateValue("2026-05/2026-08")),
        (FIRST, "2", "", None),
        (FIGURE, "4", "٥٠٠–٦٠٠", NumberValue(500, 600, None, "جنديا")),
        (FIGURE, "4", "", None),
    ],
)
def test_f2_leads_to_the_value_and_enter_saves_it(
    desk: Desk, place: tuple[int, int], key: str, typed: str, value: Value
) -> None:
    span_id = desk.mark(place, key)
    desk.window.commands["value"].trigger()
    assert desk.line("valueField").hasFocus()
    desk.type("valueField", typed)
    assert desk.says(span_id) == (value, False)
    assert desk.view.hasFocus()
    desk.window.commands["undo"].trigger()
    assert desk.says(span_id)[1]
    assert desk.is_whole()


def test_unit_and_modifier_are_saved_with_the_number(desk: Desk) -> None:
    span_id = desk.mark(FIGURE, "4")
    desk.type("unitField", "رجل")
    modifier = desk.window.findChild(QComboBox, "modifierField")
    modifier.setCurrentIndex(modifier.findData("over"))
    modifier.activated.emit(modifier.currentIndex())
    assert desk.says(span_id) == (NumberValue(30, 30, Modifier.OVER, "رجل"), False)


@pytest.mark.parametrize("typed", ["23.2.2026", "2026-02-30", "x" * 900, "أمس"])
def test_a_wrong_date_is_told_kept_and_never_saved(desk: Desk, typed: str) -> None:
    span_id, other = desk.mark(FIRST, "2"), desk.mark(LAST, "2")
    desk.window.workbench.marking.select(span_id)
    before = desk.says(span_id)
    desk.type("valueField", typed)
    assert "is no date. Write 2026-02-23" in desk.problem()
    assert desk.line("valueField").hasFocus()
    desk.window.workbench.marking.select(other)
    assert (desk.problem(), desk.line("valueField").text()) == ("", "2026-02-21")
    desk.window.workbench.marking.select(span_id)
    assert desk.line("valueField").text() == typed
    assert "is no date" in desk.problem()
    assert desk.says(span_id) == before
    desk.qtbot.keyClick(desk.line("valueField"), Qt.Key.Key_Escape)
    assert (desk.problem(), desk.line("valueField").text()) == ("", "2026-02-20")
    assert desk.view.hasFocus()


@pytest.mark.parametrize("is_typed", [True, False])
@pytest.mark.parametrize(
    ("place", "key", "name"),
    [(FIRST, "2", "valueField"), (FIGURE, "4", "valueField"), (BASE, "1", "entryField")],
)
def test_an_emptied_field_empties_the_value_and_drops_what_was_wrong(
    desk: Desk, place: tuple[int, int], key: str, name: str, is_typed: bool
) -> None:
    span_id = desk.mark(place, key)
    desk.type(name, "xyz")
    assert desk.problem() != ""
    if is_typed:
        desk.type(name, "", enter=False)
    else:
        desk.line(name).clear()  # as a screen reader does
    assert desk.problem() == ""
    desk.qtbot.keyClick(desk.line(name), Qt.Key.Key_Return)
    assert (desk.problem(), desk.line(name).text()) == ("", "")
    assert desk.says(span_id) == (None, False)
    assert not desk.window.workbench.details.has_drafts()
    assert desk.is_whole()


def test_what_is_left_beside_an_emptied_number_means_nothing(desk: Desk) -> None:
    span_id = desk.mark(FIGURE, "4")
    desk.type("valueField", "xyz", enter=False)
    desk.type("unitField", "رجل")
    assert desk.problem() != ""
    desk.type("valueField", "")
    assert (desk.problem(), desk.line("unitField").text()) == ("", "")
    assert desk.says(span_id) == (None, False)
    desk.type("unitField", "رجل")
    assert "The number is missing" in desk.problem()
    desk.qtbot.keyClick(desk.line("unitField"), Qt.Key.Key_Escape)


def test_a_very_long_name_is_told_within_its_room(desk: Desk) -> None:
    desk.mark(BASE, "1")
    details = desk.window.workbench.details
    before = details.width()
    desk.type("entryField", "قاعدة" * 150)
    QApplication.processEvents()
    assert "قاعدة" in desk.problem()
    assert len(desk.problem()) < 200
    assert details.width() <= before  # a scroll bar may take some of it
    label = desk.window.findChild(QLabel, "valueProblem")
    assert details.rect().contains(label.rect().translated(label.mapTo(details, QPoint())))
    assert label.height() >= label.heightForWidth(label.width())
    desk.qtbot.keyClick(desk.line("entryField"), Qt.Key.Key_Escape)


def test_a_button_says_its_key_only_where_that_has_room(desk: Desk) -> None:
    desk.mark(BASE, "1")
    (button,) = (
        one
        for one in desk.window.workbench.details.findChildren(QPushButton)
        if one.accessibleName() == "New entry (Shift+Enter)"
    )
    QApplication.processEvents()
    assert (button.text(), button.toolTip()) == ("New entry (Shift+Enter)", "")
    desk.window.resize(720, 560)
    desk.qtbot.waitUntil(lambda: button.text() == "New entry")
    assert button.toolTip() == "New entry (Shift+Enter)"


def test_a_proposal_is_not_confirmed_by_who_typed_something_else_in_vain(desk: Desk) -> None:
    span_id = desk.mark(FIRST, "2")
    desk.type("valueField", "23.2.2026")
    desk.mark(LAST, "2")
    assert desk.says(span_id) == (DateValue("2026-02-20"), True)
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.says(span_id) == (DateValue("2026-02-20"), True)
    desk.window.workbench.details.value.drop_draft(span_id)


def test_what_is_half_typed_is_saved_when_another_span_is_selected(desk: Desk) -> None:
    span_id, other = desk.mark(FIRST, "2"), desk.mark(LAST, "2")
    desk.window.workbench.marking.select(span_id)
    desk.type("valueField", "2025", enter=False)
    desk.window.workbench.marking.select(other)
    assert desk.says(span_id) == (DateValue("2025"), False)
    assert desk.view.selected_span() == other


def test_a_wrong_value_stays_half_typed_in_another_language(desk: Desk) -> None:
    other, span_id = desk.mark(LAST, "2"), desk.mark(FIRST, "2")
    desk.type("valueField", "2026-02-3")
    english = desk.problem()
    desk.window.set_language("ar")
    desk.view = desk.window.workbench.view
    assert desk.view.selected_span() == span_id
    assert desk.line("valueField").text() == "2026-02-3"
    assert desk.problem() not in ("", english)
    desk.window.workbench.marking.select(other)
    desk.window.workbench.marking.select(span_id)
    assert desk.line("valueField").text() == "2026-02-3"
    desk.type("valueField", "2026-02-03")
    assert desk.says(span_id) == (DateValue("2026-02-03"), False)


def test_leaving_with_a_wrong_value_is_asked_about(desk: Desk) -> None:
    desk.mark(FIRST, "2")
    desk.type("valueField", "23.2.2026")

    def stay(box: QMessageBox) -> None:
        assert "a value could not be saved" in box.text()
        desk.qtbot.mouseClick(box.button(QMessageBox.StandardButton.No), Qt.MouseButton.LeftButton)

    desk.hands.answer(stay)
    desk.window.close()
    assert desk.window.isVisible()
    desk.qtbot.keyClick(desk.line("valueField"), Qt.Key.Key_Escape)


# -- entries


def test_a_new_entry_is_made_and_then_proposed(desk: Desk) -> None:
    name = (BASE[0], BASE[1] - 1)
    first = desk.mark(name, "1")
    assert desk.says(first) == (None, False)
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    value, proposed = desk.says(first)
    assert isinstance(value, EntryValue)
    assert (value.name, proposed) == (TEXT[name[0] : name[1]], False)
    desk.press(Qt.Key.Key_Delete)
    assert desk.says(desk.mark(name, "1")) == (value, True)
    assert desk.is_whole()


def test_enter_takes_the_best_of_near_spellings(desk: Desk) -> None:
    start, nearly = TEXT.index("معسكر الشهباء"), TEXT.index("معسكر الشهباع")
    there = desk.mark((start, start + 13), "1")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    value, _ = desk.says(there)
    near = desk.mark((nearly, nearly + 13), "1")
    assert desk.says(near) == (None, False)
    desk.press(Qt.Key.Key_Return)
    assert desk.says(near) == (value, False)
    assert desk.is_whole()


def test_a_name_that_no_entry_has_is_told_and_can_become_one(desk: Desk) -> None:
    span_id = desk.mark(BASE, "1")
    desk.type("entryField", "مطار بعيد")
    assert "No entry is called “\u2068مطار بعيد\u2069”" in desk.problem()
    desk.qtbot.keyClick(
        desk.line("entryField"), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier
    )
    value, proposed = desk.says(span_id)
    assert isinstance(value, EntryValue)
    assert (value.name, proposed, desk.problem()) == ("مطار بعيد", False, "")
    desk.press(Qt.Key.Key_Delete)
    again = desk.mark(BASE, "1")
    desk.type("entryField", "مَطار بعيد")
    assert desk.says(again) == (value, False)


# -- seen elsewhere


def rest_on_chip(desk: Desk, stretch: tuple[int, int]) -> None:
    """Let the mouse rest on the chip above where ``stretch`` begins."""
    rect = desk.view.rects_of(*stretch)[0]
    places = (QPoint(int(rect.right()) - 4, int(rect.top()) - up) for up in range(40))
    point = next(place for place in places if desk.view._span_of_mark(QPointF(place)))
    event = QHelpEvent(QEvent.Type.ToolTip, point, desk.view.viewport().mapToGlobal(point))
    QApplication.sendEvent(desk.view.viewport(), event)


def test_resting_on_a_chip_says_label_value_and_note(desk: Desk) -> None:
    span_id = desk.mark(FIRST, "2")
    desk.window.session.set_note(span_id, "<b>؟")
    rest_on_chip(desk, FIRST)
    assert "date" in QToolTip.text()
    assert "2026-02-20" in QToolTip.text()
    assert "(proposed)" in QToolTip.text()
    assert "&lt;b&gt;؟" in QToolTip.text()
    QToolTip.hideText()


# -- the day of publication


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [720, 1280])
def test_the_day_is_asked_for_in_one_line(desk: Desk, width: int, language: str) -> None:
    desk.window.set_language(language)
    desk.window.resize(width, 560)
    bar = desk.window.workbench.published_bar
    desk.qtbot.waitUntil(lambda: desk.window.width() == width and bar.isVisible())
    QApplication.processEvents()
    parts = [bar.findChild(QLineEdit), *bar.findChildren(QPushButton)]
    shown = [part.geometry() for part in parts]
    assert len(shown) == 3
    assert bar.height() < 2 * max(one.height() for one in shown)
    assert all(bar.rect().contains(one) for one in shown)
    asks = {"en": "Published?", "ar": "متى نُشرت؟"}[language]
    hint = parts[0].placeholderText()
    assert hint == asks if width == 720 else "2026-02-23" in hint
    assert parts[0].fontMetrics().horizontalAdvance(hint) < parts[0].width()


def test_the_day_is_asked_for_once_and_proposes_dates(desk: Desk) -> None:
    bar = desk.window.workbench.published_bar
    assert bar.isVisible()
    yesterday = desk.mark(YESTERDAY, "2")
    assert desk.says(yesterday) == (None, False)
    desk.window.commands["published"].trigger()
    assert desk.line("publishedField").hasFocus()
    desk.type("publishedField", "gestern")
    assert desk.window.findChild(QLabel, "publishedProblem").isVisible()
    desk.type("publishedField", "٢٠٢٦-٠٢-٢٣")
    assert not bar.isVisible()
    assert desk.view.hasFocus()
    assert desk.says(yesterday) == (DateValue("2026-02-22"), True)
    assert desk.line("valueField").text() == "2026-02-22"
    desk.window.commands["undo"].trigger()
    assert bar.isVisible()
    assert desk.says(yesterday) == (None, False)
    desk.window.commands["redo"].trigger()
    assert desk.says(yesterday) == (DateValue("2026-02-22"), True)
    assert desk.is_whole()


def test_who_does_not_know_is_not_asked_again(desk: Desk, hands, path: Path) -> None:
    bar = desk.window.workbench.published_bar
    desk.window.commands["published"].trigger()
    desk.qtbot.keyClick(desk.line("publishedField"), Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert desk.view.hasFocus()
    desk.window.workbench.listing.step(-1)
    desk.window.open_article(ARTICLE)
    assert not bar.isVisible()
    other = hands.open(path, "amal")
    other.open_article(ARTICLE)
    assert not other.workbench.published_bar.isVisible()
    desk.window.commands["published"].trigger()
    assert bar.isVisible()
    assert desk.is_whole()
    assert hands.places(path, ARTICLE) == []


@pytest.mark.parametrize(
    ("name", "text", "likely"),
    [
        ("a.txt", "2026-02-23 - عنوان الخبر\nنص", "2026-02-23"),
        ("b.txt", "عنوان الخبر\nنص", ""),
    ],
)
def test_a_likely_day_stands_in_the_line(
    desk: Desk, tmp_path: Path, path: Path, name: str, text: str, likely: str
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    desk.hands.other_program(path, lambda project: import_files(project, [file], Quiet()))
    desk.window.open_article(name)
    assert desk.window.workbench.published_bar.isVisible()
    assert desk.line("publishedField").text() == likely


def test_an_entry_is_called_everywhere_what_it_is_called_by_now(desk: Desk) -> None:
    span_id = desk.mark(BASE, "1")
    desk.press(Qt.Key.Key_Return)
    before = desk.says(span_id)
    assert before == (EntryValue(before[0].entry, "قسرك"), False)
    spans = desk.window.workbench.spans.findChild(QTreeView, "spanList").model()

    def told() -> list[str]:
        roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return [spans.index(0, 0).data(role) for role in roles] + [desk.line("entryField").text()]

    def merge(project: Project) -> None:
        ensure_author(project, "huda", Role.LEAD)
        into = registry.add_entry(project, "huda", "base", "مطار الجراح")
        registry.merge(project, "huda", before[0].entry, into.id)
        registry.rename(project, "huda", into.id, "قاعدة الجراح")

    assert all("قسرك" in one for one in told())
    desk.hands.other_program(desk.path, merge)
    desk.qtbot.waitUntil(lambda: all("قاعدة الجراح" in one for one in told()))
    rest_on_chip(desk, BASE)
    assert "قاعدة الجراح" in QToolTip.text()
    QToolTip.hideText()
    assert desk.says(span_id) == before
