"""Names mean entries of the registry: taken, made, or told to be unknown."""

from PySide6.QtCore import Qt

from annotator.core.values import EntryValue
from tests.gui.values.conftest import BASE, TEXT, Desk


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
