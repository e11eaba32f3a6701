"""What is derived over the whole project and kept: brought up to date, if need be by a task."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.gui.session import Session
from annotator.gui.tasks import Task

_FEW_ARTICLES = 200
"""More take too long to be asked whether they have changed."""


class Looking(QObject):
    """Looks for what has changed in something since it looked last."""

    changed = Signal(object)
    """Something is another than before; see who looks."""
    advanced = Signal(int, int)
    """So many of so many articles are looked at; the total is 0 while it is not known."""
    ended = Signal()
    """All is as the file has it."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._is_late = False
        """Whether something changed after the looking began."""

    @property
    def is_under_way(self) -> bool:
        """Whether some articles are not looked at yet."""
        return self._task is not None

    def look(self) -> None:
        """Look for what has changed: here if that is little, else in another process."""
        if self._task is not None:
            self._is_late = True
            return
        self._prepare()
        if self._looked_here():
            self.ended.emit()
        else:
            work, arguments = self._work()
            self._task = task = Task(work, arguments, self)
            task.found.connect(partial(self._hear, task, self._take))
            task.advanced.connect(partial(self._hear, task, self.advanced.emit))
            task.failed.connect(self._session.failed)
            task.finished.connect(partial(self._hear, task, lambda _: self._finish()))
            for end in (task.finished, task.stopped, task.failed, task.killed, task.broken):
                end.connect(partial(self._end, task))
            self.advanced.emit(0, 0)

    def give_up(self) -> None:
        """Want nothing of what is under way any more; nobody waits for its end."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._is_late = False

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _hear(self, task: Task, hear: Callable[..., object], *news: object) -> None:
        if task is self._task:
            hear(*news)

    def _prepare(self) -> None:
        """Make ready for looking anew."""

    def _looked_here(self) -> bool:
        """Look at what is little; tell whether it was."""
        raise NotImplementedError

    def _work(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        """Return what another process is to do, and what it needs for it."""
        raise NotImplementedError

    def _take(self, part: object) -> None:
        """Take a part of what was found."""
        raise NotImplementedError

    def _finish(self) -> None:
        """Take it that no further part will come: all was looked at."""

    def _end(self, task: Task, *_: object) -> None:
        if task is self._task:
            self._task = None
            self.ended.emit()
            if self._is_late:
                self._is_late = False
                self.look()


class LookingAtArticles(Looking):
    """Looks at the articles that have changed, here if both they and all are few."""

    def _looked_here(self) -> bool:
        if self._session.catalogue.count() > _FEW_ARTICLES:
            return False
        parts = self._session.read(self._all_of_little, None)
        for part in parts or ():
            self._take(part)
        return parts is not None

    def _all_of_little(self) -> list[object] | None:
        parts = self._little()
        return None if parts is None else list(parts)

    def _little(self) -> Iterable[object] | None:
        """Return the parts of what has changed; ``None`` if that is not little, see ``costs``."""
        raise NotImplementedError
