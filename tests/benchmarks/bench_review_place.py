"""How fast the Review place is: opening it, deciding until the next conflict is painted, undoing.

Run with ``python -m tests.benchmarks.bench_review_place [ARTICLES]``.  A key's figure ends when the
window is painted; the longest stall is how long the window gave no sign while layers were compared.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.app import open_window
from annotator.gui.main_window import MainWindow
from annotator.gui.review_place import ReviewPlace
from tests.benchmarks.bench_review import LEAD, filled

ROUNDS = 100


class Pulse:
    """Beats as often as the window gets its turn; remembers the longest pause."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def place_of(window: MainWindow) -> ReviewPlace:
    """Return the Review place of a lead's window."""
    assert window.workplace is not None
    assert window.workplace.places.review is not None
    return window.workplace.places.review


def wait_for(what: Callable[[], bool]) -> None:
    """Let the window live until ``what`` is so."""
    while not what():
        QApplication.processEvents()
        time.sleep(0.0005)


def opened(window: MainWindow) -> None:
    """Print how long it takes to the first conflict, and until all are listed."""
    place, pulse = place_of(window), Pulse()
    began = time.perf_counter()
    window.commands["review"].trigger()
    switched = time.perf_counter() - began
    wait_for(lambda: place.reviewing.there is not None)
    first = time.perf_counter() - began
    wait_for(lambda: not place.reviewing.is_comparing)
    whole = time.perf_counter() - began
    print(
        f"  {place.conflicts.length():,} conflicts: in front after {1000 * switched:.0f} ms, the"
        f" first after {first:.2f} s, all after {whole:.2f} s; longest stall"
        f" {1000 * pulse.longest:.0f} ms"
    )


def measured(window: MainWindow, what: str, act: Callable[[], object]) -> None:
    """Print how long ``act`` takes until the window is painted."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        QApplication.processEvents()
        window.repaint()
        took.append(1000 * (time.perf_counter() - began))
    print(f"  {what}: median {median(took):.0f} ms, 95 % {quantiles(took, n=20)[-1]:.0f} ms")


def main() -> None:
    """Print the figures for one project."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory() as folder:
        scope = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.NativeFormat, scope, folder)
        window = open_window(filled(Path(folder), articles), LEAD)
        window.resize(1280, 800)
        print(f"{articles:,} articles of three authors")
        opened(window)
        panel = place_of(window).panel
        measured(window, "1: decided, and the next one", lambda: QTest.keyClick(panel, "1"))
        measured(window, "S: the next one", lambda: QTest.keyClick(panel, "s"))
        undo, redo = (window.commands[name].trigger for name in ("undo", "redo"))
        measured(window, "undone, and back there", undo)
        measured(window, "done again", redo)
        window.close()


if __name__ == "__main__":
    main()
