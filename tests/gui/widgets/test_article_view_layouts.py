import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from annotator.gui.keys import command_character, physical_character

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
COMMANDS = set("1234b[]{}/")


def press(
    text: str, scan: int = 0, modifiers: Qt.KeyboardModifier = NONE, key: int = 0, virtual: int = 0
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text)


@pytest.mark.parametrize(
    ("text", "scan", "modifiers", "meant"),
    [
        ("1", 10, NONE, "1"),
        ("١", 10, NONE, "1"),
        ("۳", 12, NONE, "3"),
        ("ج", 34, NONE, "["),
        ("د", 35, NONE, "]"),
        ("<", 34, SHIFT, "{"),
        (">", 35, SHIFT, "}"),
        ("ظ", 61, NONE, "/"),
        ("ﻻ", 56, NONE, "b"),
        ("B", 56, SHIFT, "b"),
        ("&", 10, NONE, "1"),  # the key of 1 on a French keyboard
        ("q", 10, NONE, None),  # a Latin letter that is no command does nothing
        ("ض", 24, NONE, None),
        ("!", 10, SHIFT, None),
        ("1", 0, NONE, "1"),
        ("ش", 0, NONE, None),
        ("٢", 0, NONE, "2"),
        ("۳", 0, NONE, "3"),
    ],
)
def test_a_character_decides_else_the_physical_key(
    text: str, scan: int, modifiers: Qt.KeyboardModifier, meant: str | None
) -> None:
    assert command_character(press(text, scan, modifiers), COMMANDS, "linux") == meant


def test_with_ctrl_the_key_decides_and_not_its_text() -> None:
    event = press("\x1b", 34, CONTROL, Qt.Key.Key_BracketLeft)
    assert command_character(event, COMMANDS, "linux") == "["
    event = press("", 34, CONTROL | SHIFT, Qt.Key.Key_BracketLeft)
    assert command_character(event, COMMANDS, "linux") == "{"
    event = press("", 34, CONTROL, 0x062C)  # an Arabic layout
    assert command_character(event, COMMANDS, "linux") == "["


def test_each_platform_has_its_own_numbers_for_the_keys() -> None:
    assert physical_character(press("ج", 34), "linux") == "["
    assert physical_character(press("ج", 26), "win32") == "["
    assert physical_character(press("ج", 1, virtual=33), "darwin") == "["
    assert physical_character(press("ش", 1, virtual=0), "darwin") == "a"
    assert physical_character(press("ش"), "darwin") is None
    assert physical_character(press("١", 1, virtual=18), "darwin") == "1"
    assert physical_character(press("١", 2), "win32") == "1"
