"""Which command character a key press means, whatever the keyboard layout.

A character that is a command decides; Arabic-Indic digits are folded; any other Latin letter
does nothing; else the physical key decides, as if the layout were American.  An Arabic layout
sends ١ and Arabic letters.
"""

import sys
from collections.abc import Container
from typing import Final

import regex
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

COMMANDS: Final = {
    "/": "find",
    ".": "repeat",
    ",": "keep",
    '"': "extend",
    "'": "retract",
    "?": "ask",
    "=": "mentions",
    "+": "mentions_everywhere",
    "-": "unmark",
    "_": "unmark_everywhere",
}
"""Characters that ask for something other than one label, and the name of the action."""
KEEPING_KEYS: Final = "123456789"
"""The keys of labels that go on each selection at once if pressed with Ctrl.

Letters mean something else then, and 0 sets the zoom: their labels are kept by “,” alone.
"""

_ROWS: Final = ((2, "1234567890-=", "!@#$%^&*()_+"), (16, "qwertyuiop[]", "QWERTYUIOP{}"))
_ROWS_BELOW: Final = ((30, "asdfghjkl;'", 'ASDFGHJKL:"'), (44, "zxcvbnm,./", "ZXCVBNM<>?"))
_PC: Final = {
    code + number: pair
    for code, plain, shifted in (*_ROWS, *_ROWS_BELOW)
    for number, pair in enumerate(zip(plain, shifted, strict=True))
}
"""What the keys of a PC say by scan code (set 1, which evdev shares): plain and with Shift."""

_MAC_ORDER: Final = "asdfhgzxcv\0bqweryt123465=97-80]ou[ip\0lj'k;\\,/nm."
_PAIRS: Final = {pair[0]: pair for pair in _PC.values()}
_MAC: Final = {code: _PAIRS[plain] for code, plain in enumerate(_MAC_ORDER) if plain in _PAIRS}
"""The same by virtual key code of macOS."""

_LATIN: Final = regex.compile(r"\p{Latin}+")
_EVDEV_OFFSET: Final = 8
_DIGITS: Final = {ord(first) + value: str(value) for first in "٠۰" for value in range(10)}
_COMMAND_KEYS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def has_command_key(event: QKeyEvent) -> bool:
    """Tell whether Ctrl, Alt or Meta is held: then no single-key command is meant."""
    return bool(event.modifiers() & _COMMAND_KEYS)


def command_character(
    event: QKeyEvent, commands: Container[str], platform: str = sys.platform
) -> str | None:
    """Return the one of ``commands`` that the key press means, if any.

    With Ctrl the key decides instead of its text, which is a control character then.
    """
    typed = _with_ctrl(event) if has_command_key(event) else event.text()
    typed = typed.translate(_DIGITS)
    if typed in commands:
        return typed
    if typed.lower() in commands:
        return typed.lower()
    if _LATIN.fullmatch(typed):
        return None
    physical = physical_character(event, platform)
    return physical if physical is not None and physical in commands else None


def physical_character(event: QKeyEvent, platform: str = sys.platform) -> str | None:
    """Return what the key would say on an American keyboard, letters in lower case."""
    if platform == "darwin":
        # The code of A is 0, as that of events without one; the scan code tells real ones.
        is_real = event.nativeVirtualKey() or event.nativeScanCode()
        pair = _MAC.get(event.nativeVirtualKey()) if is_real else None
    elif platform == "win32":
        pair = _PC.get(event.nativeScanCode())
    else:
        pair = _PC.get(event.nativeScanCode() - _EVDEV_OFFSET)
    if pair is None:
        return None
    is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return pair[is_shifted].lower()


def _with_ctrl(event: QKeyEvent) -> str:
    key = int(event.key())
    typed = chr(key) if 0x20 < key < 0x10000 else ""
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return {"[": "{", "]": "}"}.get(typed, typed)
    return typed
