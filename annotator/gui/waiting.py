"""Waits for another program's write while the window stays alive.

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


def patiently(act: Callable[[], Done], tell: Callable[[], None]) -> Done:
    """Return what comes of ``act``, tried again while another program writes.

    The window is painted meanwhile; keys and clicks are held back, and come in their order
    afterwards.  ``tell`` is called once if there is anything to wait for.

    Raises:
        FileBusy: if it takes too long.
    """
    started = painted = time.monotonic()
    has_told = False
    while True:
        try:
            return act()
        except FileBusy:
            now = time.monotonic()
            if now - started > _PATIENCE_S:
                raise
        if now - painted > _LIVE_AFTER_S:
            if not has_told:
                has_told = True
                tell()
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            painted = time.monotonic()
        time.sleep(_PAUSE_S)
