"""Waits, for another program's write above all, while the window stays alive.

SQLite has one writer.  An import lets go of the file for less than a millisecond between two
batches: whoever asks less often than that never gets a turn.
"""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop

from annotator.core.errors import FileBusy

_PATIENCE_S = 10.0
_PAUSE_S = 0.0002
_LIVE_AFTER_S = 0.016

Done = TypeVar("Done")


class _Wait:
    """What the window does while something is waited for.

    It is painted; keys and clicks are held back, and come in their order afterwards.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        """``tell`` is called once, if it takes long enough to be seen."""
        self._tell = tell
        self._has_told = False
        self._started = self._painted = time.monotonic()

    def go_on(self) -> float:
        """Let the window be painted if it is time for that; return how long it waits."""
        now = time.monotonic()
        if now - self._painted > _LIVE_AFTER_S:
            if not self._has_told:
                self._has_told = True
                self._tell()
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            self._painted = time.monotonic()
        return now - self._started


def patiently(act: Callable[[], Done], tell: Callable[[], None]) -> Done:
    """Return what comes of ``act``, tried again while another program writes.

    The window is painted meanwhile.  ``tell`` is called once if there is anything to wait for.

    Raises:
        FileBusy: if it takes too long.
    """
    wait = _Wait(tell)
    while True:
        try:
            return act()
        except FileBusy:
            if wait.go_on() > _PATIENCE_S:
                raise
        time.sleep(_PAUSE_S)


def until(is_done: Callable[[], bool], tell: Callable[[], None]) -> None:
    """Return once ``is_done``, which does a little of the work each time, says so.

    The window is painted meanwhile.  ``tell`` is called once if there is anything to wait for.
    """
    wait = _Wait(tell)
    while not is_done():
        wait.go_on()
