"""Signals that end a program: a command takes its half-written files away first."""

import signal
import threading
from types import FrameType
from typing import NoReturn

_ENDING = [
    getattr(signal, name)
    for name in ("SIGTERM", "SIGHUP")  # the system shuts down; the terminal is closed
    if hasattr(signal, name)
]


def tidy_up_at_the_end() -> None:
    """Let such a signal end the program as an error would, with the exit code of a shell.

    One that is ignored, as ``nohup`` arranges it, stays so.
    """
    if threading.current_thread() is threading.main_thread():
        for number in _ENDING:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _exit)


def end_at_once() -> None:
    """Let such a signal end the program as it always does: Qt does not wait for Python."""
    for number in _ENDING:
        if signal.getsignal(number) is _exit:
            signal.signal(number, signal.SIG_DFL)


def _exit(number: int, frame: FrameType | None) -> NoReturn:
    for other in _ENDING:  # they come in pairs, and the second would break off the tidying up
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)
