"""Progress on a terminal, and Ctrl+C that ends long work at a clean place."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import click

from annotator.core.progress import Cancelled, Progress, Quiet


@contextmanager
def watched(label: str) -> Iterator[Progress]:
    """Yield the progress of some work: a bar on a terminal, nothing in a pipe."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield Quiet()
        return
    bar = _Bar(label)
    try:
        yield bar
    finally:
        bar.end()


class _Bar:
    """A bar that appears when the work first tells how far it is; who begins anew gets another."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._bar: Any = None
        self._done = 0

    def advance(self, done: int, total: int | None) -> None:
        """See ``Progress``."""
        if done < self._done:
            self.end()
        if self._bar is None:
            self._bar = click.progressbar(length=total, label=self._label, file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._done)
        self._done = done

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar, self._done = None, 0


class Stoppable:
    """Progress that ends the work at its next step once Ctrl+C was pressed.

    A second Ctrl+C ends it at once; the transaction at work is then lost, and nothing else.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.stopped = False

    def advance(self, done: int, total: int | None) -> None:
        """See ``Progress``."""
        self._progress.advance(done, total)
        if self.stopped:
            raise Cancelled

    def stop(self, number: int, frame: FrameType | None) -> None:
        """Ask for the end; the next Ctrl+C does what it always does."""
        self.stopped = True
        signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def stoppable(progress: Progress) -> Iterator[Stoppable]:
    """Let Ctrl+C end the work in the block at a clean place."""
    stopping = Stoppable(progress)
    if threading.current_thread() is not threading.main_thread():
        yield stopping
        return
    before = signal.signal(signal.SIGINT, stopping.stop)
    try:
        yield stopping
    finally:
        signal.signal(signal.SIGINT, before)
