"""The far side of work for the window, without a window."""

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing import Pipe
from pathlib import Path
from threading import Thread

import pytest

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.progress import Progress
from annotator.store.leftovers import temporary_folder
from annotator.workflow.worker import Advanced, Failed, Finished, Stopped, give, serve, work


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


def answering(first: str) -> Callable[[str, Progress], str]:
    """Return what answers each question with how many there were."""
    if first == "broken":
        raise RefusedAct(QT_TRANSLATE_NOOP("errors", "There is nothing to undo."))
    asked: list[str] = []

    def answer(question: str, progress: Progress) -> str:
        asked.append(question)
        progress.advance(0, 1)
        return f"{first} {question} {len(asked)}"

    return answer


def test_one_question_after_the_other_is_answered_by_the_same_who_remembers() -> None:
    near, far = Pipe()
    given, giving = Pipe(duplex=False)
    give(giving, ("so",))
    served = Thread(target=serve, args=(far, given, answering))
    served.start()
    answers = []
    for question in ("one", "two"):
        near.send(question)
        while not isinstance(heard := near.recv(), Finished | Stopped | Failed):
            pass
        answers.append(heard)
    near.close()
    served.join(10)
    assert not served.is_alive()
    assert answers == [Finished("so one 1"), Finished("so two 2")]


def test_a_question_that_comes_meanwhile_gives_the_other_up() -> None:
    near, far = Pipe()
    given, giving = Pipe(duplex=False)
    give(giving, ("so",))
    for question in ("one", "two"):
        near.send(question)
    served = Thread(target=serve, args=(far, given, answering))
    served.start()
    assert near.recv() == Stopped()
    heard = [near.recv(), near.recv()]
    assert heard[-1] == Finished("so two 2")
    near.close()
    served.join(10)
    assert not served.is_alive()


def test_what_cannot_begin_says_so_to_each_question() -> None:
    near, far = Pipe()
    given, giving = Pipe(duplex=False)
    give(giving, ("broken",))
    served = Thread(target=serve, args=(far, given, answering))
    served.start()
    for _ in range(2):
        near.send("one")
        heard = near.recv()
        assert isinstance(heard, Failed)
        assert isinstance(heard.error, RefusedAct)
    near.close()
    served.join(10)
    assert not served.is_alive()


def waiting(where: str, progress: Progress) -> None:
    """Make a folder, say so, and take forever."""
    tempfile.tempdir = where
    with temporary_folder() as folder:
        (folder / "a.txt").write_text("x")
        progress.advance(0, None)
        time.sleep(600)


@pytest.mark.skipif(sys.platform == "win32", reason="there a process ends at once")
def test_a_worker_that_is_terminated_tidies_up(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    near, far = context.Pipe()
    given, giving = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(far, given, waiting), daemon=True)
    process.start()
    far.close()
    give(giving, (str(tmp_path),))
    assert isinstance(near.recv(), Advanced)
    assert len(list(tmp_path.iterdir())) == 1
    process.terminate()
    process.join(60)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(EOFError):  # whoever listens hears that it is gone, and of no bug
        near.recv()
