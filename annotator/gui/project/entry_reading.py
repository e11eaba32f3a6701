"""Takes up the names of entries a little at a time, whenever the window has nothing else to do.

Who must wait for all of them is told why they cannot be read; otherwise that is told once, and
they are no longer read until they are asked for again.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.gui.project.waiting import until
from annotator.store.project import Project
from annotator.workflow.acts.entry_names import EntryNames, known_names

_AT_A_TIME_S = 0.01


class EntryReading(QObject):
    """The names of the entries as far as they were read; begins when the window is up."""

    done = Signal()
    """All names are known that were still lacking."""
    failed = Signal(object)
    """The names cannot be read: ``AnnotatorError``; told once, until they can be again."""

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._is_open = True
        self._has_failed = False
        self._is_ordered = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def stop(self) -> None:
        """Read no more: the file is closed."""
        self._is_open = False
        self._timer.stop()

    def names(self) -> EntryNames:
        """Return the names that are known by now."""
        self.is_done()
        return known_names(self._project)

    def is_done(self) -> bool:
        """Tell whether all names are known; those that lack are read from now on."""
        if self._timer.isActive():
            return False
        is_done = self._try_step()
        if not is_done and not self._has_failed:
            self._timer.start()
        return is_done

    def finish(self, tell: Callable[[], None]) -> None:
        """Return when all names are known; ``tell`` is called if there is anything to wait for.

        Raises:
            AnnotatorError: if they cannot be read.
        """
        until(self._step, tell)
        if self._timer.isActive():
            self._end()

    def _go_on(self) -> None:
        if not self._try_step():
            self._is_ordered = False
            if self._has_failed:
                self._timer.stop()
        elif not self._is_ordered:
            self._is_ordered = True
            known_names(self._project).put_in_order()
        else:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self.done.emit()

    def _try_step(self) -> bool:
        """Read for a moment; true if nothing is left."""
        try:
            is_done = self._step()
        except AnnotatorError as error:
            if not self._has_failed:
                self._has_failed = True
                self.failed.emit(error)
            return False
        self._has_failed = False
        return is_done

    def _step(self) -> bool:
        """Read for a moment; true if nothing is left, be it that the file is closed.

        Raises:
            AnnotatorError: if the names cannot be read.
        """
        names, end = known_names(self._project), time.monotonic() + _AT_A_TIME_S
        while self._is_open:
            with self._project.reading():
                if names.follow_some(self._project):
                    break
            if time.monotonic() > end:
                return False
        return True
