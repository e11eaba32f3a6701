"""The far side of work that another process does for the window: no Qt here.

Progress and the result go back through a pipe; a word from the near side cancels.
"""

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from annotator.core.errors import AnnotatorError
from annotator.core.progress import Cancelled, Progress
from annotator.store.project import Project
from annotator.workflow.articles import ImportReport, import_files
from annotator.workflow.imports import do_again, take_back
from annotator.workflow.project_stack import ImportAct
from annotator.workflow.projects import make_demo
from annotator.workflow.release import ExportReport, export

_PAUSE_S = 0.03
"""How long to work between two words about it."""


@dataclass(frozen=True, slots=True)
class Advanced:
    """So much is done."""

    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Finished:
    """The work is done."""

    result: object


@dataclass(frozen=True, slots=True)
class Stopped:
    """The work was cancelled, and left nothing behind."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The work could not be done; ``details`` is the traceback of a bug."""

    error: AnnotatorError | None
    details: str = ""


class PipeProgress:
    """Progress that goes through the pipe, and stops when the near side says so."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._next = 0.0

    def advance(self, done: int, total: int | None) -> None:
        """See ``Progress``; the near side hears of it some times a second."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _PAUSE_S
        if self._pipe.poll():
            raise Cancelled
        self._pipe.send(Advanced(done, total))


def work(pipe: Connection, task: Callable[..., object], arguments: tuple[object, ...]) -> None:
    """Do ``task(*arguments, progress)`` and send back what came of it."""
    try:
        result = task(*arguments, PipeProgress(pipe))
    except Cancelled:
        pipe.send(Stopped())
    except AnnotatorError as error:
        pipe.send(Failed(error))
    except BaseException:  # whatever it is, the person must hear of it
        pipe.send(Failed(None, traceback.format_exc()))
    else:
        pipe.send(Finished(result))


def import_into(
    project: Path, paths: list[Path], author: str | None, progress: Progress
) -> ImportReport:
    """Import files into the project at that path."""
    with Project.open(project) as opened:
        return import_files(opened, paths, progress, author=author)


def take_import_back(project: Path, progress: Progress) -> ImportAct:
    """Take the last import into the project at that path back."""
    with Project.open(project) as opened:
        return take_back(opened, progress)


def import_again(project: Path, progress: Progress) -> ImportAct:
    """Do the import into the project at that path again that was taken back last."""
    with Project.open(project) as opened:
        return do_again(opened, progress)


def export_from(
    project: Path, out: Path, format_name: str, author: str | None, progress: Progress
) -> ExportReport:
    """Export from the project at that path."""
    with Project.open(project, writable=False) as opened:
        return export(opened, out, format_name, progress, author=author)


def back_up(project: Path, out: Path, progress: Progress) -> None:
    """Copy the project at that path."""
    with Project.open(project, writable=False) as opened:
        opened.backup(out, progress)


def demo_in(folder: Path, progress: Progress) -> Path:
    """Make the demo project in ``folder``."""
    return make_demo(folder, progress)
