"""Takes up the names of entries a little at a time, whenever the window has nothing else to do."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.catalogue import Read
from annotator.gui.waiting import until
from annotator.store.project import Project
from annotator.workflow.entry_names import EntryNames, known_names

_AT_A_TIME_S = 0.01


class EntryReading(QObject):
    """The names of the entries as far as they were read; begins when the window is up."""

    done = Signal()
    """All names are known that were still lacking."""

    def __init__(self, project: Project, read: Read, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._read = read
        self._is_ordered = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()

    def names(self) -> EntryNames:
        """Return the names that are known by now."""
        self.is_done()
        return known_names(self._project)

    def is_done(self) -> bool:
        """Tell whether all names are known; those that lack are read from now on."""
        if not self._timer.isActive() and not self._step():
            self._timer.start()
        return not self._timer.isActive()

    def finish(self, tell: Callable[[], None]) -> None:
        """Return when all names are known; ``tell`` is called if there is anything to wait for."""
        until(self._step, tell)

    def _go_on(self) -> None:
        names = known_names(self._project)
        if not self._step():
            self._is_ordered = False
        elif not self._is_ordered:
            self._is_ordered = True
            names.put_in_order()
        else:
            self._timer.stop()
            self.done.emit()

    def _step(self) -> bool:
        """Read for a moment; true if nothing is left, or nothing can be read."""
        names, end = known_names(self._project), time.monotonic() + _AT_A_TIME_S
        while not self._read(lambda: names.follow_some(self._project), True):
            if time.monotonic() > end:
                return False
        return True
