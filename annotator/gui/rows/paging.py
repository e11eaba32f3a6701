"""Finds what is asked for page by page, between two events of the window: typing goes on."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

_AT_ONCE_S = 0.02
"""How long to look before the window is painted: what is found by then does not flicker."""


class Paging(QObject):
    """Looks for one thing at a time; a newer wish ends the one before."""

    # As objects: Qt would make a list of its own of 100,000 numbers, and a new one of that.
    found = Signal(object, bool)
    """Numbers that were found, a list, and whether they are the first."""
    ended = Signal(object)
    """All numbers, a list: nothing more will be found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pages: Iterator[list[int]] | None = None
        self._all: list[int] = []
        self._has_told = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._work(0))

    @property
    def is_under_way(self) -> bool:
        """Whether more may be found."""
        return self._pages is not None

    def begin(self, pages: Iterator[list[int]]) -> None:
        """Look for what these pages hold."""
        self._pages, self._all, self._has_told = pages, [], False
        self._timer.start(0)
        self._work(_AT_ONCE_S)

    def stop(self) -> None:
        """Look for nothing any more."""
        self._pages = None
        self._timer.stop()

    def _work(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        new: list[int] = []
        while self._pages is not None:
            page = next(self._pages, None)
            if page is None:
                self.stop()
            else:
                new += page
            if time.monotonic() >= ends:
                break
        self._all += new
        if new or not self._has_told:
            self.found.emit(new, not self._has_told)
            self._has_told = True
        if self._pages is None:
            self.ended.emit(self._all)
