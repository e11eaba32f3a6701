"""What would come of something, worked out in another process while it is being asked for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance

from annotator.core.errors import AnnotatorError
from annotator.gui.language import error_text
from annotator.gui.tasks import Task


class LookAhead(QObject):
    """Works on the last question alone: with a new one the one before is given up."""

    advanced = Signal(int, int)
    """So much of so much is done; the total is 0 while it is not known."""
    found = Signal(object)
    """A part of the answer."""
    answered = Signal(object)
    """The answer."""
    stopped = Signal()
    """The user did not want to wait for it."""
    failed = Signal(str)
    """There is none, and why: a sentence."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    def ask(self, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
        """Begin ``work(*arguments, progress)``."""
        self.give_up()
        self._task = task = Task(work, arguments, self)
        task.advanced.connect(partial(self._pass_on, task, self.advanced))
        task.found.connect(partial(self._pass_on, task, self.found))
        task.finished.connect(partial(self._end, task, self.answered))
        task.stopped.connect(partial(self._end, task, self.stopped))
        task.failed.connect(partial(self._fail, task))
        for end in (task.killed, task.broken):
            end.connect(partial(self._fail, task, None))

    def stop(self) -> None:
        """Ask for an end of it; ``stopped`` tells when it is."""
        if self._task is not None:
            self._task.cancel()

    def give_up(self) -> None:
        """Want nothing of it any more; nobody waits for its end."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def abandon(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        if self._task is not None:
            self._task.dismiss()  # it writes nothing
            self._task = None

    def _pass_on(self, task: Task, signal: SignalInstance, *told: object) -> None:
        """Tell what ``task`` tells, if it is still the last that was asked for."""
        if task is self._task:
            signal.emit(*told)

    def _end(self, task: Task, signal: SignalInstance, *told: object) -> None:
        if task is self._task:
            self._task = None
            signal.emit(*told)

    def _fail(self, task: Task, error: AnnotatorError | None) -> None:
        broken = self.tr("That could not be worked out. Change anything to try again.")
        self._end(task, self.failed, error_text(error) if error else broken)
