"""How alive the window is while all articles are suggested on, and how fast with suggestions on.

Run with ``python -m tests.benchmarks.bench_suggest_window [ARTICLES] [GOLD]`` (10,000 and 200).
Words are marked by key all the while: each time ends when the mark is saved and painted.  Between
two of them the window goes on by itself; the longest it kept anybody waiting is told too.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest

from annotator.arabic import ARABIC
from annotator.core.progress import Quiet
from annotator.core.trained import LearnedFrom
from annotator.gui.app import application, open_window
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.suggesting.training import train_model
from tests.benchmarks.bench_suggest import ARTICLES, GOLD, LEAD, NEW, Writer, filled
from tests.benchmarks.bench_window import painted, tell, timed

_REST_MS = 150
"""Between two marks: a hand that is fast."""
_TICK_MS = 10


class Gaps:
    """How long the window keeps whoever waits for it."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, 1000 * (now - self._last) - _TICK_MS)
        self._last = now


def mark_one(window: MainWindow, chance: random.Random) -> float | None:
    """Mark a word by key; return the milliseconds, or None if it was marked so already."""
    assert window.workbench is not None
    assert window.session is not None
    assert window.session.article is not None
    view = window.workbench.view
    start, end = chance.choice(list(ARABIC.words(window.session.article.text)))
    view.scroll_to(start)
    view.select(start, end)
    painted(window)
    before = window.session.layer
    taken = timed(lambda: QTest.keyClick(view, chance.choice("1234")), window)
    return None if window.session.layer is before else taken


def marks_while(window: MainWindow, what: str, count: int | None, chance: random.Random) -> None:
    """Mark so many words, or as long as an errand is under way; print how long each took."""
    times: list[float] = []
    gaps, articles = Gaps(), 0
    while window.errands.task() is not None if count is None else len(times) < count:
        if articles % 20 == 0:
            window.commands["next"].trigger()  # so that no article fills up
        articles += 1
        taken = mark_one(window, chance)
        times += [] if taken is None else [taken]
        QTest.qWait(_REST_MS)
    tell(what, times)
    print(f"  longest that the window kept anybody waiting: {gaps.longest:.0f} ms")


def main(articles: int = ARTICLES, gold: int = GOLD) -> None:
    """Print the figures."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(
            QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(Path(folder, "settings"))
        )
        path = Path(folder, "north.annotator")
        filled(path, Writer(), gold, articles)
        with Project.open(path) as project:
            train_model(project, LEAD, LearnedFrom.GOLD, Quiet())
        application()
        window = open_window(path, NEW)
        window.resize(1280, 800)
        painted(window)
        QTest.qWait(3_000)  # until what was marked before is learned
        marks_while(window, "key until saved and painted, suggestions on", 60, chance)
        began = time.monotonic()
        window.commands["suggest_all"].trigger()
        marks_while(window, "the same while all is suggested on", None, chance)
        took = time.monotonic() - began
        print(f"suggested on {articles:,} articles: {took:.0f} s, {articles / took:.0f} a second")
        print(f"  {window.notice.sentence()}")
        window.commands["suggestions"].trigger()
        marks_while(window, "key until saved and painted, suggestions off", 60, chance)
        window.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
