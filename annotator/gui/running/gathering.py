"""Gathers something over the whole project, in another process."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.gui.tasks import Task


class Gathering(QObject):
    """Looks for one thing at a time; who looks for another gives the first one up."""

    found = Signal(object)
    """A further part of what is looked for, as the other process hands it over."""
    advanced = Signal(int, int)
    """So many of so many articles are looked through."""
    ended = Signal()
    """Nothing further will come."""
    failed = Signal(object)
    """It cannot go on: ``AnnotatorError``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    def look(self, work: Callable[..., object], *arguments: object) -> None:
        """Begin to gather what ``work(*arguments, teller)`` hands over."""
        self.give_up()
        self._task = task = Task(work, arguments, self)
        task.found.connect(partial(self._tell, task, self.found.emit))
        task.advanced.connect(partial(self._tell, task, self.advanced.emit))
        task.failed.connect(partial(self._tell, task, self.failed.emit))
        for end in (task.finished, task.stopped, task.failed, task.killed, task.broken):
            end.connect(partial(self._end, task))

    def stop(self) -> None:
        """Ask for no more; what is on its way still comes."""
        if self._task is not None:
            self._task.cancel()

    def give_up(self) -> None:
        """Want nothing of it any more; nobody waits for its end."""
        self.stop()
        self._task = None

    def abandon(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _tell(self, task: Task, tell: Callable[..., None], *news: object) -> None:
        if task is self._task:
            tell(*news)

    def _end(self, task: Task, *_: object) -> None:
        if task is self._task:
            self._task = None
            self.ended.emit()
