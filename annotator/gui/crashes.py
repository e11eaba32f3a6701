"""What becomes of an unexpected error: the user hears of it, can send it, and goes on.

Every edit was saved when it was made, so nothing is lost by it.
"""

import sys
import time
import traceback
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from annotator.core.errors import AnnotatorError
from annotator.gui.dialogs.crash import CrashDialog
from annotator.gui.language import error_text
from annotator.gui.widgets.notice import Notice

_SAME_S = 2.0
"""A bug that comes back so soon after its dialog was closed (as one in painting does) is not
shown again: there would be no end to it."""


class Crashes:
    """Takes what nobody caught; ``sys.excepthook`` is to be ``show``."""

    def __init__(self) -> None:
        self._dialog: CrashDialog | None = None
        self._last = ""
        self._closed_at = 0.0

    def show(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show a bug; a mistake of a person that slipped through is said in its sentence."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.closeAllWindows()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:  # there is none under pythonw
            sys.stderr.write(details)
        # Not at once: whoever raised it may be in the middle of painting.
        if isinstance(error, AnnotatorError):
            QTimer.singleShot(0, lambda: _say(error))
        else:
            QTimer.singleShot(0, lambda: self._open(details))

    def _open(self, details: str) -> None:
        if self._dialog is not None:
            self._dialog.add(details)
            return
        if details == self._last and time.monotonic() - self._closed_at < _SAME_S:
            return
        self._last = details
        self._dialog = CrashDialog(details, QApplication.activeWindow() or _main_window())
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None
        self._closed_at = time.monotonic()


def _main_window() -> QMainWindow | None:
    windows = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    return next((window for window in windows if isinstance(window, QMainWindow)), None)


def _say(error: AnnotatorError) -> None:
    window = _main_window()
    notice = window.findChild(Notice) if window else None
    if notice is not None:
        notice.say(error_text(error))
