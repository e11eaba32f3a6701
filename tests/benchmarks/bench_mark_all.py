"""Marking every mention of a name over 10,000 articles in the window, and taking it back.

What was marked is held against a count by another way: every mention, and none twice.

The articles are made of the sentences of the seeds.  A clock in the window's event loop ticks
all the while: the longest time between two ticks is how long the window stood still, on a busy
machine also because others had their turn.  Run with
``python -m tests.benchmarks.bench_mark_all [ARTICLES]``, say 100000.
"""

import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unicodedata import category

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from annotator.core.mentions import ArticleMentions, Chosen, Name
from annotator.core.progress import Quiet
from annotator.gui.app import open_window
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.acts import mentions
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import init
from tests.benchmarks.bench_exchange import write_corpus

WORD = "التحالف"
AUTHOR = "huda"
MENTION = re.compile("[وف]?[بكس]?التحالف|[وف]?للتحالف")
"""The word with its clitics, where marks are left out."""


def check(path: Path, *, are_marked: bool) -> None:
    """Stop unless the file holds a span of each mention, once, or just the one drawn by hand."""
    left = 0
    with Project.open(path, writable=False) as project, project.reading():
        for article in project.articles.each():
            bare = "".join(one for one in article.text if category(one) != "Mn" and one != "ـ")
            mentions_there = sum(bool(MENTION.fullmatch(one)) for one in re.findall(r"\w+", bare))
            spans = project.layers.load(article.id, AUTHOR).spans
            found = len({span.place for span in spans})
            left += found
            assert len(spans) == found, article.name
            assert not are_marked or found == mentions_there, article.name
    assert are_marked or left == 1


class Stopwatch:
    """Notices how long the event loop stood still."""

    def __init__(self) -> None:
        self.longest_ms = self.busiest_ms = 0.0
        self._cpu = time.thread_time()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        self.longest_ms = max(self.longest_ms, self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()
        busy, self._cpu = time.thread_time() - self._cpu, time.thread_time()
        self.busiest_ms = max(self.busiest_ms, busy * 1000)


@contextmanager
def watched(what: str) -> Iterator[None]:
    """Print how long the body takes, and how long the loop stood still in it."""
    stopwatch, begun = Stopwatch(), time.perf_counter()
    yield
    took = time.perf_counter() - begun
    print(
        f"{what:22} {took:7.2f} s, the window stood still {stopwatch.longest_ms:5.1f} ms at most"
        f" ({stopwatch.busiest_ms:.1f} ms of its own work)"
    )


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window work until ``done``."""
    while not done():
        QApplication.processEvents()
        time.sleep(0.0002)
    QApplication.processEvents()


def work(window: MainWindow, path: Path) -> None:
    """Mark all mentions by keys, undo and redo."""
    assert window.workbench is not None
    view = window.workbench.view
    start = view.text.index(WORD)
    view.select(start, start + len(WORD))
    QTest.keyClick(view, "3")
    button = window.findChild(QPushButton, "actOnMentions")
    count = window.findChild(QLabel, "mentionCount")
    assert isinstance(button, QPushButton)
    assert isinstance(count, QLabel)
    with watched("gather and list"):
        QTest.keyClick(view, "+")
        wait_until(button.isEnabled)
    print(count.text())
    idle = lambda: window.errands.task() is None  # noqa: E731
    with watched("mark all"):
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        wait_until(idle)
    print(window.notice.sentence())
    check(path, are_marked=True)
    for act in ("undo", "redo", "undo"):
        with watched(act):
            window.commands[act].trigger()
            wait_until(idle)
        check(path, are_marked=act == "redo")
    print(window.notice.sentence())


def print_transaction(path: Path) -> None:
    """Print how long others cannot write while all mentions are marked."""
    found: list[ArticleMentions] = []

    class Listening(Quiet):
        def hand_over(self, part: object) -> None:
            assert isinstance(part, list)
            found.extend(part)

    name = Name((WORD,), "actor")
    begun = [0.0]
    save = mentions.still_right

    def timed(*arguments: object) -> object:
        begun[0] = time.perf_counter()
        return save(*arguments)  # type: ignore[arg-type]

    with Project.open(path) as project:
        mentions.gather(project, AUTHOR, name, Listening())
        chosen = [
            Chosen(one.article_id, tuple(mention.stretch for mention in one.mentions))
            for one in found
        ]
        mentions.still_right = timed  # type: ignore[assignment]
        try:
            mentions.act(project, AUTHOR, name.label, chosen, Quiet())
        finally:
            mentions.still_right = save
    print(f"{'the transaction alone':22} {time.perf_counter() - begun[0]:7.2f} s")


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        QSettings.setPath(
            QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings")
        )
        path = folder / "big.annotator"
        write_corpus(folder / "corpus.jsonl", count)
        init(path)
        with Project.open(path) as project:
            import_files(project, [folder / "corpus.jsonl"], Quiet())
            ensure_author(project, AUTHOR)
            first = project.articles.rows(project.search.find(WORD)[:1], AUTHOR)[0].name
        window = open_window(path, AUTHOR)
        window.open_article(first)
        work(window, path)
        window.close()
        print_transaction(path)
    own, others = (
        resource.getrusage(who).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"memory at most {own:.0f} MB here, {others:.0f} MB in the other processes")


if __name__ == "__main__":
    main()
