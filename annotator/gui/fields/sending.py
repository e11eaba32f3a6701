"""Sending what is written from the keyboard, where Enter begins a new line."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

_KEYS = ("Ctrl+Return", "Ctrl+Enter")


def send_on_ctrl_enter(place: QWidget, button: QAbstractButton) -> None:
    """Let Ctrl+Enter anywhere in ``place`` press ``button``, whose tip says so."""
    for keys in _KEYS:
        shortcut = QShortcut(QKeySequence(keys), place)
        shortcut.activated.connect(button.click)
    button.setToolTip(QKeySequence(_KEYS[-1]).toString(QKeySequence.SequenceFormat.NativeText))
