"""One thing at a time that takes long is done in another process, and its notice tells of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.gui.language import error_text
from annotator.gui.running.under_way import Stack, UnderWay
from annotator.gui.tasks import Task
from annotator.gui.widgets.notice import Notice


class TaskRunner(QObject):
    """Runs one task at a time; what is asked for meanwhile has to wait.

    What nobody has asked for gives way: it is stopped for the first thing that somebody wants.
    """

    told = Signal(str)
    """Something has to wait, and why."""
    turned = Signal()
    """Something is under way now, or nothing any more: see ``task``."""
    ended = Signal()
    """What was under way is over, be it done or not, and who waited for it has heard.

    Nobody hears of what was put off, nor of what the window has stopped by being closed.
    """

    def __init__(self, notice: Notice, under_way: UnderWay, parent: QObject) -> None:
        """``under_way`` is shared with the other windows on the project."""
        super().__init__(parent)
        self.notice = notice
        self.under_way = under_way
        self._task: Task | None = None
        self._given_up: set[Task] = set()
        """What has been put off, and has not ended yet."""
        self._sentence = ""
        """What is said while it is under way."""
        self._give_way: Callable[[], None] | None = None
        """Called when it is stopped because something else is asked for; else that has to wait."""
        self.was_cancelled = False
        """Whether the user wanted what was under way last to stop."""
        self.was_done = False
        """Whether what was under way last came to its end."""
        notice.cancel_requested.connect(self._cancel)

    def task(self) -> Task | None:
        """Return what is under way and lets nothing else begin."""
        return self._task if self._give_way is None else None

    def holds_up(self, stack: Stack) -> bool:
        """Tell whether an act that will stand on ``stack`` is under way anywhere, and say so."""
        act = self.under_way.sentence(stack)
        if act:
            told = self.tr("Undo and redo have to wait until this is done or cancelled: {act}")
            self.told.emit(told.format(act=act))
        return bool(act)

    def holds_back(self) -> str:
        """Say why nothing can be decided now; nothing if it can."""
        act = self.under_way.sentence(Stack.DECISIONS)
        told = self.tr("What you decide has to wait until this is done or cancelled: {act}")
        return told.format(act=act) if act else ""

    def tell_in(self, notice: Notice) -> None:
        """Tell in another notice from now on how far it is and what came of it."""
        self.notice.cancel_requested.disconnect(self._cancel)
        self.notice = notice
        notice.cancel_requested.connect(self._cancel)
        if self._task is not None:
            self._show_progress(0, 0)

    def put_off(self) -> None:
        """Stop what gives way, if that is under way; nobody waits for its end."""
        if self._task is None or self._give_way is None:
            return
        give_way, self._give_way = self._give_way, None
        self._task.cancel()
        self._given_up.add(self._task)
        self._task = None
        self.under_way.end(self)
        self.notice.end_progress()
        give_way()

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed.

        What nobody has asked for is not waited for.
        """
        while self._given_up:
            self._given_up.pop().dismiss()
        if self._task is not None:
            if self._give_way is None:
                self._task.abandon()
            else:
                self._task.dismiss()
            self._task = self._give_way = None
            self.under_way.end(self)
            self.notice.end_progress()
            self.turned.emit()

    def run(
        self,
        sentence: str,
        work: Callable[..., object],
        arguments: tuple[object, ...],
        tell: Callable[[object], None],
        stack: Stack | None = None,
        give_way: Callable[[], None] | None = None,
    ) -> bool:
        """Begin ``work``, whose act will stand on ``stack``; false if it has to wait.

        What nobody has asked for says what to do when it has to ``give_way``.
        """
        if give_way is None:
            self.put_off()
        if self._task is not None:
            told = self.tr("Something is under way already: wait until it is done.")
            self.notice.say(told, passing=True)
            return False
        self.was_cancelled = self.was_done = False
        if give_way is None:
            self.notice.set_aside()  # else somebody may not have read yet what is said
        self._sentence, self._give_way = sentence, give_way
        self.under_way.begin(self, sentence, stack)
        self._show_progress(0, 0)
        self._task = task = Task(work, arguments, self)
        task.advanced.connect(partial(self._advance, task))
        task.finished.connect(lambda result: self._end(task, partial(tell, result), is_done=True))
        task.stopped.connect(lambda: self._end(task, self._tell_cancelled))
        task.failed.connect(lambda error: self._end(task, partial(self._tell_error, error)))
        task.killed.connect(lambda: self._end(task, self._tell_killed))
        task.broken.connect(lambda: self._end(task, self._tell_nothing))
        self.turned.emit()
        return True

    def _show_progress(self, done: int, total: int) -> None:
        self.notice.show_progress(self._sentence, done, total)

    def _advance(self, task: Task, done: int, total: int) -> None:
        if task is self._task:
            self._show_progress(done, total)

    def _end(self, task: Task, tell: Callable[[], object], *, is_done: bool = False) -> None:
        if task is not self._task:
            self._given_up.discard(task)
            return
        self.was_done = is_done
        self._task = self._give_way = None
        self.under_way.end(self)
        self.notice.end_progress()
        self.turned.emit()
        tell()
        self.ended.emit()

    def _cancel(self) -> None:
        if self._task is not None:
            self.was_cancelled = True
            self._task.cancel()

    def _tell_cancelled(self) -> None:
        self.notice.say(self.tr("Cancelled."))

    def _tell_nothing(self) -> None:
        self.notice.dismiss()

    def _tell_error(self, error: AnnotatorError) -> None:
        self.notice.say(error_text(error))

    def _tell_killed(self) -> None:
        self.notice.say(
            self.tr(
                "It was stopped from outside before it was done. Nothing is damaged: try again."
            )
        )
