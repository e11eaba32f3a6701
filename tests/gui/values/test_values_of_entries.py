"""Names mean entries of the registry: taken, made, or told to be unknown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.core.values import EntryValue
from annotator.workflow.registry import registry
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
    assert desk.view.hasFocus()
    desk.press(Qt.Key.Key_Delete)
    again = desk.mark(BASE, "1")
    desk.type("entryField", "مَطار بعيد")
    assert desk.says(again) == (value, False)


NAMES = ("قسرك", "قاعدة الشمال", "شمال القاعدة", "الفيلق الأول", "RT")
CONFIRMED = "قاعدة الجنوب"


@pytest.fixture
def registered(desk: Desk) -> Iterator[Desk]:
    """A desk with some entries in the registry; what stays typed is given up at the end."""
    desk.hands.other_program(
        desk.path,
        lambda project: [
            registry.add_entry(project, "noor", "base", name) for name in (*NAMES, CONFIRMED)
        ],
    )
    desk.window.session.look_for_changes()
    desk.window.session.await_entries()
    yield desk
    desk.line("entryField").completer().popup().hide()
    desk.qtbot.keyClick(desk.line("entryField"), Qt.Key.Key_Escape)


def unknown(desk: Desk) -> str:
    start = TEXT.index("معسكر الشهباء")
    return desk.mark((start, start + 13), "1")


def write(desk: Desk, text: str) -> None:
    """Type into the field as one does who came to it with F2."""
    desk.window.commands["value"].trigger()
    line = desk.line("entryField")
    line.selectAll()
    desk.hands.type_text(line, text)


def listed(desk: Desk) -> list[str]:
    """Return what the list below the field shows."""
    popup = desk.line("entryField").completer().popup()
    model = popup.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    return [text.strip("\u2068\u2069") for text in shown] if popup.isVisible() else []


def press_there(desk: Desk, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    desk.qtbot.keyClick(QApplication.activePopupWidget() or desk.line("entryField"), key, modifiers)


def buttons(desk: Desk) -> list[str]:
    """Return what the buttons below the field say."""
    found = desk.window.workbench.details.value.findChildren(QPushButton)
    return [one.accessibleName() for one in found if one.isVisible()]


def name_of(desk: Desk, span_id: str) -> str | None:
    value, _ = desk.says(span_id)
    return value.name if isinstance(value, EntryValue) else None


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("قاع", ["قاعدة الجنوب", "قاعدة الشمال", "شمال القاعدة"]),
        ("قاعدة ال", ["قاعدة الجنوب", "قاعدة الشمال"]),
        ("شمال", ["شمال القاعدة", "قاعدة الشمال"]),
        ("الفيلق", ["الفيلق الأول"]),
        ("يلق", ["الفيلق الأول"]),
        ("فيلق", ["الفيلق الأول"]),
        ("r", ["RT"]),
        ("قسرك", ["قسرك"]),
        ("قصرك", ["≈ \u2068قسرك"]),
        ("زز", []),
    ],
)
def test_names_are_offered_while_they_are_typed_as_the_registry_lists_them(
    registered: Desk, typed: str, names: list[str]
) -> None:
    unknown(registered)
    write(registered, typed)
    assert listed(registered) == names
    entries = registered.window.session.entries
    rows = entries.rows(entries.listed("base", typed))
    assert [row.entry.name for row in rows] == [name.removeprefix("≈ \u2068") for name in names]


def test_enter_takes_what_the_button_says_and_undo_takes_it_back(registered: Desk) -> None:
    span_id = unknown(registered)
    write(registered, "قاعدة الش")
    assert buttons(registered) == ["\u2068قاعدة الشمال\u2069 (Enter)", "New entry (Shift+Enter)"]
    press_there(registered, Qt.Key.Key_Return)
    assert registered.says(span_id)[1] is False
    assert name_of(registered, span_id) == "قاعدة الشمال"
    assert registered.view.hasFocus()
    registered.window.commands["undo"].trigger()
    assert registered.says(span_id) == (None, False)


def test_enter_takes_a_near_name_that_the_button_says(registered: Desk) -> None:
    span_id = unknown(registered)
    write(registered, "قصرك")
    assert buttons(registered)[0] == "≈ \u2068قسرك\u2069 (Enter)"
    press_there(registered, Qt.Key.Key_Return)
    assert name_of(registered, span_id) == "قسرك"


def test_enter_takes_the_exact_name_and_none_is_made_anew(registered: Desk) -> None:
    span_id = unknown(registered)
    write(registered, "قَسرك")
    assert buttons(registered) == ["\u2068قسرك\u2069 (Enter)"]
    press_there(registered, Qt.Key.Key_Return)
    assert name_of(registered, span_id) == "قسرك"


@pytest.mark.parametrize("shift", [True, False])
def test_where_nothing_is_near_enter_refuses_and_shift_enter_makes_it(
    registered: Desk, shift: bool
) -> None:
    span_id = unknown(registered)
    write(registered, "مطار بعيد")
    assert buttons(registered) == ["New entry (Shift+Enter)"]
    if shift:
        press_there(registered, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert name_of(registered, span_id) == "مطار بعيد"
    else:
        press_there(registered, Qt.Key.Key_Return)
        assert "No entry is called “\u2068مطار بعيد\u2069”" in registered.problem()


def test_shift_enter_makes_an_entry_of_a_name_that_others_begin_with(registered: Desk) -> None:
    span_id = unknown(registered)
    write(registered, "قاعدة")
    press_there(registered, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert name_of(registered, span_id) == "قاعدة"


def test_enter_takes_the_row_that_is_chosen_in_the_list(registered: Desk) -> None:
    span_id = unknown(registered)
    write(registered, "قاع")
    press_there(registered, Qt.Key.Key_Down)
    press_there(registered, Qt.Key.Key_Down)
    assert buttons(registered)[0] == "\u2068قاعدة الشمال\u2069 (Enter)"
    press_there(registered, Qt.Key.Key_Return)
    assert name_of(registered, span_id) == "قاعدة الشمال"


def test_a_name_half_typed_is_never_taken_by_leaving_its_field(registered: Desk) -> None:
    span_id = unknown(registered)
    write(registered, "قاع")
    registered.line("entryField").completer().popup().hide()
    registered.view.setFocus()
    assert "No entry is called “\u2068قاع\u2069”" in registered.problem()
    assert registered.says(span_id) == (None, False)


def test_another_name_over_a_value_is_what_enter_takes(registered: Desk) -> None:
    proposed = registered.mark(BASE, "1")
    assert registered.says(proposed)[1]
    assert buttons(registered)[0] == "Confirm (Enter)"
    write(registered, "قاعدة الش")
    assert buttons(registered)[0] == "\u2068قاعدة الشمال\u2069 (Enter)"
    press_there(registered, Qt.Key.Key_Return)
    assert name_of(registered, proposed) == "قاعدة الشمال"
    assert buttons(registered) == []
    write(registered, "rt")
    assert buttons(registered)[0] == "\u2068RT\u2069 (Enter)"
    press_there(registered, Qt.Key.Key_Return)
    assert name_of(registered, proposed) == "RT"
    write(registered, "قاع")
    press_there(registered, Qt.Key.Key_Escape)
    press_there(registered, Qt.Key.Key_Escape)
    assert (buttons(registered), registered.line("entryField").text()) == ([], "RT")


def test_what_is_given_up_leaves_the_offers_of_the_words(registered: Desk) -> None:
    first = unknown(registered)
    registered.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    start = TEXT.index("معسكر الشهباع")
    near = registered.mark((start, start + 13), "1")
    says = "≈ \u2068معسكر الشهباء\u2069 (Enter)"
    assert buttons(registered)[0] == says
    write(registered, "قاعدة الش")
    press_there(registered, Qt.Key.Key_Escape)
    press_there(registered, Qt.Key.Key_Escape)
    assert buttons(registered)[0] == says
    registered.window.commands["value"].trigger()
    press_there(registered, Qt.Key.Key_Return)
    assert registered.says(near) == registered.says(first)
