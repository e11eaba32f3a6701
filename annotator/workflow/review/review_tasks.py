"""What another process does for Review: it compares, lists, decides in lots, draws samples."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from annotator.core.decisions import Choice
from annotator.core.progress import Progress, Teller
from annotator.core.samples import Sample
from annotator.store.project import Project
from annotator.workflow.acts.project_stack import RowsAct
from annotator.workflow.review import (
    accepting,
    deciding,
    deciding_lots,
    lots,
    review_queue,
    sampling,
)
from annotator.workflow.review.deciding_lots import DecisionReport
from annotator.workflow.review.lots import Asked, Lot

_PART = 50
"""How many rows are handed over together: the window takes them in a millisecond."""
Row = TypeVar("Row")


def gather_conflicts(
    project: Path, known: list[tuple[str, str]], for_again: bool, teller: Teller
) -> None:
    """Tell what has changed among the conflicts of the project at that path; see ``gather``."""
    with Project.open(project, writable=False) as opened:
        review_queue.gather(opened, dict(known), teller, for_again=for_again)


def gather_cases(project: Path, ways: tuple[Lot, ...], asked: list[Asked], teller: Teller) -> None:
    """Tell, part by part, which conflicts of the project at that path a lot can decide."""
    with Project.open(project, writable=False) as opened:
        _hand_over(lots.cases(opened, ways, asked, teller), teller)


def gather_layers(project: Path, choice: Choice, teller: Teller) -> None:
    """Tell, part by part, which layers of the project at that path wait to be accepted."""
    with Project.open(project, writable=False) as opened:
        _hand_over(accepting.waiting_layers(opened, choice, teller), teller)


def _hand_over(rows: Iterable[Row], teller: Teller) -> None:
    waiting: Iterator[Row] = iter(rows)
    while part := list(islice(waiting, _PART)):
        teller.hand_over(part)


def decide_lot(
    project: Path, lead: str, lot: Lot, asked: list[Asked], reason: str, progress: Progress
) -> DecisionReport:
    """Decide conflicts of the project at that path in one act."""
    with Project.open(project) as opened:
        return deciding_lots.decide_lot(opened, lead, lot, asked, reason, progress)


def accept_layers(
    project: Path, lead: str, choice: Choice, asked: list[Asked], reason: str, progress: Progress
) -> DecisionReport:
    """Accept layers of the project at that path in one act."""
    with Project.open(project) as opened:
        return accepting.accept_layers(opened, lead, choice, asked, reason, progress)


def undo_decisions(project: Path, lead: str, progress: Progress) -> RowsAct:
    """Take the last act of deciding in the project at that path back."""
    with Project.open(project) as opened:
        return deciding.undo(opened, lead, progress)


def redo_decisions(project: Path, lead: str, progress: Progress) -> RowsAct:
    """Do the act of deciding in the project at that path again that was taken back last."""
    with Project.open(project) as opened:
        return deciding.redo(opened, lead, progress)


def draw_sample(project: Path, count: int, seed: int, progress: Progress) -> Sample:
    """Draw agreed spans of the project at that path."""
    with Project.open(project, writable=False) as opened:
        return sampling.draw_sample(opened, count, seed, progress)
