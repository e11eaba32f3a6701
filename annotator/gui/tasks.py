"""Work that takes long, done in another process while the window stays alive."""

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.workflow.worker import Advanced, Failed, Finished, Found, Stopped, give, serve, work

_LOOK_AFTER_MS = 40
_LISTEN_S = 0.01
"""How long to listen at a time: the work waits with what else it has found."""
_LAST_WORD_S = 3.0
"""How long the work may take to stop when the window is closed."""


class WorkerBug(Exception):
    """A bug in another process; the text is its traceback."""


class _Worker(QObject):
    """A process that works for the window, and what is heard of it."""

    advanced = Signal(int, int)
    """So much of so much is done; the total is 0 while it is not known."""
    found = Signal(object)
    """A part of what is looked for."""
    finished = Signal(object)
    """The result."""
    stopped = Signal()
    """It was cancelled, and left nothing behind."""
    failed = Signal(object)
    """The ``AnnotatorError`` that ended it."""
    killed = Signal()
    """Its process was ended from outside."""
    broken = Signal()
    """A bug ended it; the details are raised here."""

    def __init__(
        self,
        work: Callable[..., None],
        task: Callable[..., object],
        arguments: tuple[object, ...],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        # Forking a process that runs Qt is not safe: start a fresh one.
        context = multiprocessing.get_context("spawn")
        self._pipe, far = context.Pipe()
        given, giving = context.Pipe(duplex=False)
        self._process = context.Process(target=work, args=(far, given, task), daemon=True)
        with _main_left_alone():
            self._process.start()
        far.close()
        given.close()
        # A long list fills the pipe until the process has begun, which takes half a second.
        Thread(target=_give, args=(giving, arguments), daemon=True).start()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._listen)
        self._timer.start(_LOOK_AFTER_MS)

    def _listen(self) -> None:
        until = time.monotonic() + _LISTEN_S
        try:
            while self._timer.isActive() and self._pipe.poll() and time.monotonic() < until:
                self._hear(self._pipe.recv())
        except (EOFError, OSError):
            self._end()
            self.killed.emit()

    def _hear(self, message: object) -> None:
        match message:
            case Advanced(done, total):
                self.advanced.emit(done, total or 0)
            case Found(part):
                self.found.emit(part)
            case Finished(result):
                self._be_done()
                self.finished.emit(result)
            case Stopped():
                self._be_done()
                self.stopped.emit()
            case Failed(AnnotatorError() as error):
                self._be_done()
                self.failed.emit(error)
            case Failed(_, details):
                self._be_done()
                self.broken.emit()
                raise WorkerBug(details)

    def _be_done(self) -> None:
        """Take note that what was asked for is done, or cannot be."""

    def dismiss(self) -> None:
        """End the process at once, gently if it lets itself be ended so; nobody is told of it."""
        self._process.terminate()
        self._process.join(_LAST_WORD_S)
        if self._process.is_alive():
            # What it leaves half-written is taken away: see ``leftovers``.
            self._process.kill()
            self._process.join()
        self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._pipe.close()
        self._let_go()

    def _let_go(self) -> None:
        """Forget the process once it is gone: giving back its memory takes it a while."""
        if self._process.is_alive():
            QTimer.singleShot(_LOOK_AFTER_MS, self, self._let_go)
        else:
            self._process.close()
            self.deleteLater()


class Task(_Worker):
    """One piece of work; it deletes itself when it is over."""

    def __init__(
        self, task: Callable[..., object], arguments: tuple[object, ...], parent: QObject
    ) -> None:
        """Begin ``task(*arguments, progress)``; all of it must travel to another process."""
        super().__init__(work, task, arguments, parent)

    def cancel(self) -> None:
        """Ask the work to stop at the next whole step."""
        with suppress(OSError):  # it has ended meanwhile, which is heard next
            self._pipe.send("cancel")

    def abandon(self) -> None:
        """Let the work stop, and wait for that a little; nobody is told what came of it."""
        self.cancel()
        self._timer.stop()
        # Whoever does not listen keeps the other side waiting with its last word.
        with suppress(EOFError, OSError):
            while self._pipe.poll(_LAST_WORD_S) and isinstance(self._pipe.recv(), Advanced | Found):
                pass
        self._process.join(_LAST_WORD_S)
        self.dismiss()

    def _be_done(self) -> None:
        self._end()


class Service(_Worker):
    """A process that stays, and answers one question after the other; it only reads.

    Each question ends in one of ``finished``, ``stopped``, ``failed`` and ``broken``.
    """

    def __init__(
        self,
        begin: Callable[..., Callable[..., object]],
        arguments: tuple[object, ...],
        parent: QObject,
    ) -> None:
        """Begin to serve; see ``worker.serve``."""
        super().__init__(serve, begin, arguments, parent)

    def ask(self, question: object) -> None:
        """Ask something; what is being answered is given up."""
        with suppress(OSError):  # it has ended meanwhile, which is heard next
            self._pipe.send(question)


@contextmanager
def _main_left_alone() -> Iterator[None]:
    """Let a new process not run the program's own script again, which may guard against nothing.

    ``multiprocessing`` would, for what is defined there; nothing that works for the window is.
    """
    main = sys.modules["__main__"]
    spec, file = main.__spec__, getattr(main, "__file__", None)
    main.__spec__ = main.__file__ = None
    try:
        yield
    finally:
        main.__spec__, main.__file__ = spec, file


def _give(giving: Connection, arguments: tuple[object, ...]) -> None:
    with suppress(OSError), giving:  # the process may be gone already
        give(giving, arguments)
