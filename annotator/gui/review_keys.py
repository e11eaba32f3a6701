"""The keys of the Review place: each is one act; one that is kept down acts once."""

from typing import Final

from PySide6.QtGui import QKeyEvent

from annotator.core.decisions import Choice
from annotator.gui.keys import command_character, has_command_key

OPTION_KEYS: Final = "123456789"
CHOICES: Final = {
    "m": Choice.MAJORITY,
    "a": Choice.ALL,
    "w": Choice.WIDEST,
    "n": Choice.NARROWEST,
    "0": Choice.NONE,
}
STEPS: Final = {"e": "own", "s": "skip", "b": "back", "r": "reason", "g": "gap"}
"""Keys that ask for something else than a choice, and what it is called."""
_COMMANDS: Final = {*OPTION_KEYS, *CHOICES, *STEPS}


def review_key(event: QKeyEvent) -> str | None:
    """Return the character of the command that a key press means in Review, if it means one."""
    if has_command_key(event) or event.isAutoRepeat():
        return None
    return command_character(event, _COMMANDS)
