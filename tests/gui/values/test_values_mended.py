"""Values are mended in their fields; what is none stays there with what is wrong."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMessageBox, QPushButton

from annotator.core.values import DateValue, Modifier, NumberValue, Value
from tests.gui.values.conftest import BASE, FIGURE, FIRST, LAST, YESTERDAY, Desk


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


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("99%", NumberValue(99, 99, None, "%")),
        ("1000 tanks", NumberValue(1000, 1000, None, "tanks")),
        ("1000 جندي", NumberValue(1000, 1000, None, "جندي")),
        ("100+", NumberValue(100, 100, Modifier.OVER, "جنديا")),
        ("1.000.000", NumberValue(1_000_000, 1_000_000, None, "جنديا")),
    ],
)
def test_what_is_typed_with_a_number_fills_the_fields_beside_it(
    desk: Desk, typed: str, value: NumberValue
) -> None:
    span_id = desk.mark(FIGURE, "4")
    assert desk.line("unitField").text() == "جنديا"
    desk.type("valueField", typed)
    assert (desk.problem(), desk.says(span_id)) == ("", (value, False))
    assert desk.line("unitField").text() == value.unit
    modifier = desk.window.findChild(QComboBox, "modifierField")
    assert modifier.currentData() == (value.modifier or "")


def test_a_thousand_with_a_dot_is_asked_about_and_not_saved(desk: Desk) -> None:
    span_id = desk.mark(FIGURE, "4")
    before = desk.says(span_id)
    desk.type("valueField", "1.000")
    assert "Write 1000 if the dot parts thousands, or 1.0000 if it begins" in desk.problem()
    assert desk.says(span_id) == before
    desk.type("valueField", "1000")
    assert (desk.problem(), desk.line("valueField").text()) == ("", "1000")


@pytest.mark.parametrize("typed", ["23.2", "gestern", "x" * 900, "قبل أمس بقليل", "../30"])
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
    desk.type("valueField", "23.2")
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
    desk.type("valueField", "2026-02-")
    english = desk.problem()
    desk.window.set_language("ar")
    desk.view = desk.window.workbench.view
    assert desk.view.selected_span() == span_id
    assert desk.line("valueField").text() == "2026-02-"
    assert desk.problem() not in ("", english)
    desk.window.workbench.marking.select(other)
    desk.window.workbench.marking.select(span_id)
    assert desk.line("valueField").text() == "2026-02-"
    desk.type("valueField", "2026-02-03")
    assert desk.says(span_id) == (DateValue("2026-02-03"), False)


def test_leaving_with_a_wrong_value_is_asked_about(desk: Desk) -> None:
    desk.mark(FIRST, "2")
    desk.type("valueField", "23.2")

    def stay(box: QMessageBox) -> None:
        assert "a value could not be saved" in box.text()
        desk.qtbot.mouseClick(box.button(QMessageBox.StandardButton.No), Qt.MouseButton.LeftButton)

    desk.hands.answer(stay)
    desk.window.close()
    assert desk.window.isVisible()
    desk.qtbot.keyClick(desk.line("valueField"), Qt.Key.Key_Escape)


def test_an_empty_field_says_that_it_shows_an_example(desk: Desk) -> None:
    desk.mark(YESTERDAY, "2")
    assert desk.line("valueField").placeholderText() == "e.g. \u20662026-02-23\u2069"
    desk.mark(FIGURE, "4")
    assert desk.line("valueField").placeholderText() == "e.g. \u20661000, 500-600\u2069"
