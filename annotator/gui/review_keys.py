"""The keys of the Review place: each is one act; one that is kept down acts once."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.core.decisions import Choice
from annotator.gui.keys import command_character, has_command_key


class Keys(Enum):
    """What the keys of the text mean while nothing is selected in it."""

    CONFLICT = auto()
    """They decide, or go from conflict to conflict."""
    SAMPLE = auto()
    """They go through a sample."""
    DRAFT = auto()
    """They mark spans, as in Annotate."""


OPTION_KEYS: Final = "123456789"
CHOICES: Final = {
    "m": Choice.MAJORITY,
    "a": Choice.ALL,
    "w": Choice.WIDEST,
    "n": Choice.NARROWEST,
    "0": Choice.NONE,
}
STEPS: Final = {
    **{"e": "own", "s": "skip", "b": "back", "r": "reason", "g": "gap"},
    **{"p": "precedent", "=": "alike", "+": "alike_last"},
}
"""Keys that ask for something else than a choice, and what it is called."""
TAKE: Final = "take"
"""Asks for the answer that was chosen."""
LEAVE: Final = "leave"
"""Chooses no answer any more."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SAMPLE_STEPS: Final = {"s": "skip", "b": "back", "e": "own", "r": "reason", "g": "gap"}
_COMMANDS: Final = {*OPTION_KEYS, *CHOICES, *STEPS}


def review_key(event: QKeyEvent) -> str | None:
    """Return the character of the command that a key press means in Review, if it means one."""
    if has_command_key(event) or event.isAutoRepeat():
        return None
    return command_character(event, _COMMANDS)


def choice_key(event: QKeyEvent) -> str | None:
    """Return what a key press means for an answer that was chosen: ``take`` it, or ``leave``."""
    if has_command_key(event) or event.isAutoRepeat():
        return None
    if event.key() in _ENTER:
        return TAKE
    return LEAVE if event.key() == Qt.Key.Key_Escape else None


def sample_key(event: QKeyEvent) -> str | None:
    """Return what a key press means while a sample is gone through, if it means something."""
    if has_command_key(event) or event.isAutoRepeat():
        return None
    if event.key() in _ENTER:
        return "right"
    if event.key() == Qt.Key.Key_Escape:
        return "leave"
    return _SAMPLE_STEPS.get(command_character(event, _SAMPLE_STEPS) or "")
