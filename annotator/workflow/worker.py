"""The far side of work that another process does for the window: no Qt here.

Progress and the result go back through a pipe; a word from the near side cancels.
"""

import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import NoReturn

from annotator.core.assigning import HandingPlan
from annotator.core.consistency import Refused
from annotator.core.errors import AnnotatorError
from annotator.core.handing import Handing
from annotator.core.intervals import Bootstrap
from annotator.core.labels import LabelSet
from annotator.core.mentions import Chosen, Name, Written
from annotator.core.model import Layer
from annotator.core.progress import Cancelled, Progress, Teller
from annotator.store.project import Project
from annotator.workflow.acts import marking, mentions, project_acts
from annotator.workflow.acts.project_stack import RowsAct
from annotator.workflow.figures.reporting import write_report
from annotator.workflow.handing import assigning, by_hand
from annotator.workflow.handing.assigning import AssignReport
from annotator.workflow.project.labels import LabelReport, change_labels
from annotator.workflow.projects import make_demo
from annotator.workflow.registry.entry_files import EntriesReport, export_csv, import_csv
from annotator.workflow.review import consistency, feedback
from annotator.workflow.review.consistency import Read
from annotator.workflow.review.overruling import Overruled, Overruling, keep, overrule_all

_PAUSE_S = 0.03
"""How long to work between two words about it."""
_PIECE = 200
"""How much of a long argument is packed at a time: a millisecond."""


@dataclass(frozen=True, slots=True)
class Advanced:
    """So much is done."""

    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """A part of what is looked for."""

    part: object


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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a long argument; an empty one ends it."""

    items: list[object]


@dataclass(frozen=True, slots=True)
class _End:
    """All arguments are sent."""


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

    def hand_over(self, part: object) -> None:
        """See ``Teller``."""
        self._pipe.send(Found(part))


def give(giving: Connection, arguments: tuple[object, ...]) -> None:
    """Send arguments to ``work``; of an iterator a piece at a time, which becomes a list there.

    Nobody else gets a turn while a piece is being packed.
    """
    for argument in arguments:
        if isinstance(argument, Iterator):
            while piece := list(islice(argument, _PIECE)):
                giving.send(_Piece(piece))
            giving.send(_Piece([]))
        else:
            giving.send(argument)
    giving.send(_End())


def _taken(given: Connection) -> list[object]:
    arguments: list[object] = []
    gathered: list[object] = []
    while not isinstance(argument := given.recv(), _End):
        if not isinstance(argument, _Piece):
            arguments.append(argument)
        elif argument.items:
            gathered += argument.items
        else:
            arguments.append(gathered)
            gathered = []
    return arguments


def work(pipe: Connection, given: Connection, task: Callable[..., object]) -> None:
    """Do ``task(*arguments, progress)`` with what is ``given``; send back what came of it."""

    def do() -> object:
        with given:
            arguments = _taken(given)
        return task(*arguments, PipeProgress(pipe))

    with _tidying_up():
        _do(pipe, do)


def serve(pipe: Connection, given: Connection, begin: Callable[..., Callable[..., object]]) -> None:
    """Answer one question after the other, until the near side is gone.

    ``begin(*arguments)`` returns what answers, which is called with a question and a progress.  A
    question that comes while another is being answered gives that up.
    """
    answer: Callable[..., object] | None = None

    def do(asked: object) -> object:
        nonlocal answer
        answer = answer or begin(*arguments)
        return answer(asked, PipeProgress(pipe))

    with suppress(EOFError, OSError), _tidying_up():
        with given:
            arguments = _taken(given)
        while True:
            asked = pipe.recv()
            _do(pipe, partial(do, asked))


@contextmanager
def _tidying_up() -> Iterator[None]:
    """Let a process that is terminated take its half-written files away first."""

    def end(number: int, frame: FrameType | None) -> NoReturn:
        signal.signal(number, signal.SIG_IGN)
        raise SystemExit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _do(pipe: Connection, do: Callable[[], object]) -> None:
    """Send back what came of ``do``."""
    try:
        result = do()
    except Cancelled:
        _tell(pipe, Stopped())
    except AnnotatorError as error:
        _tell(pipe, Failed(error))
    except SystemExit:
        raise  # what is left to tidy up is, on the way
    except BaseException:  # whatever it is, the person must hear of it
        _tell(pipe, Failed(None, traceback.format_exc()))
    else:
        _tell(pipe, Finished(result))


def _tell(pipe: Connection, end: object) -> None:
    with suppress(OSError):  # the window may be closed, and nobody listens
        pipe.send(end)


def change_labels_in(
    project: Path,
    author: str,
    labels: LabelSet,
    moves: Mapping[str, str],
    seen: LabelSet,
    progress: Progress,
) -> LabelReport:
    """Change the labels of the project at that path, and move spans."""
    with Project.open(project) as opened:
        return change_labels(opened, author, labels, moves, seen=seen, progress=progress)


def undo_project_act(project: Path, author: str, progress: Progress) -> RowsAct:
    """Take the last act on the project at that path back, which was no import."""
    with Project.open(project) as opened:
        return project_acts.undo(opened, author, progress)


def redo_project_act(project: Path, author: str, progress: Progress) -> RowsAct:
    """Do the act on the project at that path again that was taken back last."""
    with Project.open(project) as opened:
        return project_acts.redo(opened, author, progress)


def report_on(project: Path, out: Path, language: str, is_blind: bool, progress: Progress) -> None:
    """Write the report on the project at that path."""
    with Project.open(project, writable=False) as opened:
        bootstrap = Bootstrap()
        write_report(opened, out, language, progress, bootstrap=bootstrap, is_blind=is_blind)


def import_entries_into(
    project: Path, table: Path, author: str, progress: Progress
) -> EntriesReport:
    """Import entries into the project at that path."""
    with Project.open(project) as opened:
        return import_csv(opened, author, table, progress)


def export_entries_from(project: Path, out: Path, author: str | None, progress: Progress) -> int:
    """Write the entries of the project at that path to a table."""
    with Project.open(project, writable=False) as opened:
        return export_csv(opened, out, progress, author=author)


def back_up(project: Path, out: Path, progress: Progress) -> None:
    """Copy the project at that path."""
    with Project.open(project, writable=False) as opened:
        opened.backup(out, progress)


def gather_mentions(project: Path, author: str, name: Name, marked: bool, teller: Teller) -> None:
    """Tell of the mentions of a name in the project at that path."""
    with Project.open(project, writable=False) as opened:
        mentions.gather(opened, author, name, teller, marked=marked)


def gather_strings(
    project: Path,
    names: frozenset[str],
    articles: list[Read],
    share: float,
    times: int,
    most_usual: int,
    ready_only: bool,
    teller: Teller,
) -> None:
    """Tell of the strings that are not marked alike in the project at that path; see ``gather``.

    ``names`` and ``articles`` are what is known already.
    """
    known = consistency.Known(names, {one.article_id: one for one in articles})
    with Project.open(project, writable=False) as opened:
        consistency.gather(opened, known, share, times, most_usual, teller, ready_only=ready_only)


def keep_in(project: Path, lead: str, refused: list[Refused], _: Progress) -> int:
    """Remember that places of the project at that path are right as they are, in one act."""
    with Project.open(project) as opened:
        return keep(opened, lead, refused)


def overrule_in(
    project: Path,
    lead: str,
    wanted: list[Overruling],
    reason: str,
    gap: bool,
    progress: Progress,
) -> Overruled:
    """Overrule gold in many places of the project at that path, in one act."""
    with Project.open(project) as opened:
        return overrule_all(opened, lead, wanted, reason, progress, gap=gap)


def gather_feedback(
    project: Path, author: str, asked_by: str, known: list[tuple[str, str]], teller: Teller
) -> None:
    """Tell what has changed of how gold differs from what an author marked."""
    with Project.open(project, writable=False) as opened:
        feedback.gather(opened, author, asked_by, dict(known), teller)


def gather_handed(
    project: Path,
    lead: str,
    known: list[tuple[str, str]],
    loads: tuple[by_hand.Load, ...],
    teller: Teller,
) -> None:
    """Tell what has changed for a lead who hands out in the project at that path."""
    with Project.open(project, writable=False) as opened:
        by_hand.gather(opened, lead, dict(known), loads, teller)


def hand_in(project: Path, lead: str, wanted: Handing, progress: Progress) -> int:
    """Do by hand what a lead wants with articles of the project at that path."""
    with Project.open(project) as opened:
        return by_hand.hand(opened, lead, wanted, progress)


def assign_in(project: Path, lead: str, plan: HandingPlan, progress: Progress) -> AssignReport:
    """Hand out the articles of the project at that path that nobody has."""
    with Project.open(project) as opened:
        progress.advance(0, None)
        return assigning.assign(opened, lead, plan)


def plan_in(project: Path, plan: HandingPlan, progress: Progress) -> AssignReport:
    """Tell what ``assign_in`` would do."""
    with Project.open(project, writable=False) as opened:
        progress.advance(0, None)
        return assigning.planned(opened, plan)


def act_on_mentions(
    project: Path,
    author: str,
    label: str,
    chosen: list[Chosen],
    asked_in: str,
    progress: Progress,
) -> Written:
    """Mark or take out what was chosen in the project at that path."""
    with Project.open(project) as opened:
        return mentions.act(opened, author, label, chosen, progress, asked_in=asked_in)


def take_act_back(project: Path, layer: Layer, progress: Progress) -> int:
    """Undo the last act on ``layer``, which goes over many articles; return how many."""
    with Project.open(project) as opened:
        marking.refuse_unseen(opened, layer)
        return len(marking.undo(opened, layer, progress))


def do_act_again(project: Path, layer: Layer, progress: Progress) -> int:
    """Redo the act over many articles that was last undone on ``layer``; return how many."""
    with Project.open(project) as opened:
        marking.refuse_unseen(opened, layer)
        return len(marking.redo(opened, layer, progress))


def demo_in(folder: Path, progress: Progress) -> Path:
    """Make the demo project in ``folder``."""
    return make_demo(folder, progress)
