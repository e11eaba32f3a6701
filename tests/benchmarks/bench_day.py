"""A long day in the window: 500 articles opened, 5,000 edits; what the memory does meanwhile.

Run apart from the tests: ``python -m tests.benchmarks.bench_day``.  Each article gets its edits by
keys on the real window: marks, other labels, borders, removals, undo; then it is finished, which
opens the next.  Prints the resident memory after each tenth; the last is to be within 20 % of the
first.
"""

import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.arabic import ARABIC
from annotator.core.history import HistoryRow
from annotator.gui.app import application, open_window
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from tests.benchmarks.bench_window import AUTHOR, exported, make_project, painted

ARTICLES = 500
EDITS = 10
"""How many acts each article gets."""


def resident_mb() -> float:
    """Return how much memory the process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def work_on(window: MainWindow, chance: random.Random) -> None:
    """Do the acts of one article: six marks, another label, a border, an undo, a removal."""
    assert window.workbench is not None
    assert window.session is not None
    assert window.session.article is not None
    view = window.workbench.view
    words = list(ARABIC.words(window.session.article.text))
    for start, end in chance.sample(words, EDITS - 4):
        view.scroll_to(start)
        view.select(start, end)
        press(window, Qt.Key(Qt.Key.Key_1 + chance.randrange(4)))
    press(window, Qt.Key.Key_2)
    press(window, Qt.Key.Key_BracketRight)
    window.commands["undo"].trigger()
    press(window, Qt.Key.Key_Delete)


def press(window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key in the text and wait until all is painted."""
    assert window.workbench is not None
    held = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.workbench.view, key, held)
    painted(window)


def stack_rows(project: Project, article_id: str) -> Iterator[HistoryRow]:
    """Return what the day left in the history of an article."""
    with project.reading():
        yield from project.history.of_stack(article_id, AUTHOR)


def main() -> None:
    """Print the figures."""
    application()
    chance = random.Random(2026)
    with tempfile.TemporaryDirectory() as name:
        settings = QSettings.Format.NativeFormat
        QSettings.setPath(settings, QSettings.Scope.UserScope, name)
        path = Path(name) / "day.annotator"
        # Two sizes, one after the other: a day has short pieces and long ones.
        sizes = (4_000, 12_000)
        make_project(path, (exported(f"{n:03}", sizes[n % 2], 20, chance) for n in range(ARTICLES)))
        window = open_window(path, AUTHOR)
        window.resize(1280, 800)
        began, seen = time.perf_counter(), []
        for number in range(1, ARTICLES + 1):
            work_on(window, chance)
            press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            if number % (ARTICLES // 10) == 0:
                seen.append(resident_mb())
                print(f"{number:4} articles, {number * EDITS:5} edits: {seen[-1]:6.1f} MB")
        took = time.perf_counter() - began
        print(f"end against the first tenth: {100 * (seen[-1] / seen[0] - 1):+.1f} %; {took:.0f} s")
        window.close()
        QApplication.processEvents()
        with Project.open(path) as project:
            acts = sum(1 for a in project.articles.each() for _ in stack_rows(project, a.id))
        print(f"{acts} acts stand in the history")


if __name__ == "__main__":
    main()
