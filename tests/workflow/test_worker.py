"""The far side of work for the window, without a window."""

from collections.abc import Callable
from multiprocessing import Pipe

import pytest

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.progress import Progress
from annotator.workflow.worker import Finished, give, work


def done(progress: Progress) -> str:
    return "done"


def told_too_late(progress: Progress) -> None:
    progress.advance(1, 2)


def refused(progress: Progress) -> None:
    raise RefusedAct(QT_TRANSLATE_NOOP("errors", "There is nothing to undo."))


def test_what_came_of_it_is_told() -> None:
    near, far = Pipe()
    given, giving = Pipe(duplex=False)
    give(giving, ())
    work(far, given, done)
    assert near.recv() == Finished("done")


@pytest.mark.parametrize("task", [done, told_too_late, refused])
def test_it_ends_in_silence_if_nobody_listens_any_more(
    task: Callable[[Progress], object], capfd: pytest.CaptureFixture[str]
) -> None:
    near, far = Pipe()
    given, giving = Pipe(duplex=False)
    give(giving, ())
    near.close()
    work(far, given, task)
    assert capfd.readouterr() == ("", "")
