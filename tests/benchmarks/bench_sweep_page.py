"""The Consistency page of the Overview: until all is listed, and how long the window stalls.

Run with ``python -m tests.benchmarks.bench_sweep_page [ARTICLES]``.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QProgressBar, QPushButton, QTabWidget, QWidget

from annotator.gui.app import open_window
from tests.benchmarks.bench_review import LEAD, filled
from tests.benchmarks.bench_review_place import Pulse, wait_for
from tests.benchmarks.bench_sweep import ARTICLES, layers


def timed(what: str, page: QWidget, act: Callable[[], object]) -> None:
    """Print how long it takes from ``act`` until nothing is under way, and the longest stall."""
    bar = page.findChild(QProgressBar, "sweepProgress")
    assert bar is not None
    pulse, began = Pulse(), time.perf_counter()
    act()
    acted = time.perf_counter() - began
    wait_for(bar.isHidden)
    took = time.perf_counter() - began
    print(
        f"  {what}: {1000 * acted:.0f} ms until the window lives on, {took:.2f} s in all; longest"
        f" stall {1000 * pulse.longest:.0f} ms"
    )


def main() -> None:
    """Print the figures for one project."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        scope = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.NativeFormat, scope, folder)
        window = open_window(filled(Path(folder), articles, layers), LEAD)
        window.resize(1280, 800)
        window.commands["overview"].trigger()
        overview = window.findChild(QTabWidget, "overview")
        assert overview is not None
        strings = overview.findChild(QListView, "sweepStrings")
        mark = overview.findChild(QPushButton, "sweepMark")
        told = overview.findChild(QLabel, "sweepTold")
        page = next(
            page
            for page in map(overview.widget, range(overview.count()))
            if strings is not None and page.isAncestorOf(strings)
        )
        assert strings is not None
        assert mark is not None
        assert told is not None
        print(f"{articles:,} articles of three authors")
        timed("opened", page, lambda: overview.setCurrentWidget(page))
        print(f"  {strings.model().rowCount():,} strings")
        timed("the ticked marked", page, lambda: QTest.mouseClick(mark, Qt.MouseButton.LeftButton))
        print(f"  {told.text()}")
        timed("undone", page, window.commands["undo"].trigger)
        window.close()


if __name__ == "__main__":
    main()
