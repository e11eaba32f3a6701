"""How fast the Review place is: opening it, deciding until the next conflict is painted, undoing.

Run with ``python -m tests.benchmarks.bench_review_place [ARTICLES]``.  2,000 articles have 58,000
spans and 21,000 conflicts; then come a few long articles with thousands of conflicts each.  A
key's figure ends when the window is painted; the longest stall is how long the window gave no sign
while another process was at work.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.app import open_window
from annotator.gui.main_window import MainWindow
from annotator.gui.review.lot_dialog import LotDialog
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.widgets.quotation_list import QuotationList
from tests.benchmarks.bench_review import LEAD, filled, layers, timed

ROUNDS = 100
SPANS, SLIPS = 12, 0.6
LONG = ((1, 5_500), (4, 2_200))
"""So many articles with so many spans of each author, on nearly all of which they differ."""
LOT = 1_000


class Pulse:
    """Beats as often as the window gets its turn; remembers the longest pause."""

    def __init__(self) -> None:
        self.longest = self.busiest = 0.0
        self._last, self._used = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.busiest = max(self.busiest, used - self._used)
        self._last, self._used = now, used

    def told(self) -> str:
        """Say how long the window gave no sign, and how long it was at work without a pause."""
        return (
            f"longest stall {1000 * self.longest:.0f} ms ({1000 * self.busiest:.0f} of processor)"
        )


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
    wait_for(lambda: not place.reviewing.queueing.comparing.is_under_way)
    whole = time.perf_counter() - began
    print(
        f"  {place.conflicts.length():,} conflicts: in front after {1000 * switched:.0f} ms, the"
        f" first after {first:.2f} s, all after {whole:.2f} s; {pulse.told()}"
    )


def measured(window: MainWindow, what: str, act: Callable[[], object], rounds: int) -> None:
    """Print how long ``act`` takes until the window is painted."""
    took, work = [], []
    for _ in range(rounds):
        began, used = time.perf_counter(), time.thread_time()
        act()
        QApplication.processEvents()
        window.repaint()
        took.append(1000 * (time.perf_counter() - began))
        work.append(1000 * (time.thread_time() - used))
    print(
        f"  {what}: median {median(took):.0f} ms, 95 % {quantiles(took, n=20)[-1]:.0f} ms,"
        f" longest {max(took):.0f} ms ({max(work):.0f} of processor)"
    )


def waited(what: str, act: Callable[[], object], is_done: Callable[[], bool]) -> None:
    """Print how long it takes from ``act`` until something is done, and the longest stall."""
    pulse, began = Pulse(), time.perf_counter()
    act()
    wait_for(is_done)
    took = time.perf_counter() - began
    print(f"  {what}: {took:.2f} s; {pulse.told()}")


def rests(window: MainWindow) -> bool:
    """Tell whether no other process is at work for the window."""
    return (
        window.errands.task() is None
        and not place_of(window).reviewing.queueing.comparing.is_under_way
    )


def dialog_of(window: MainWindow) -> LotDialog:
    """Return the list of a lot that is open."""
    return next(one for one in place_of(window).findChildren(LotDialog) if one.isVisible())


def is_listed(window: MainWindow) -> bool:
    """Tell whether all of a lot is listed."""
    return not dialog_of(window).is_looking


def alike(window: MainWindow) -> None:
    """Print how long it takes to list all that are alike, of those of which there are most."""
    place = place_of(window)
    rows = place.conflicts.rows()
    pattern, count = Counter(row.pattern for row in rows).most_common(1)[0]
    place.conflicts.conflict_requested.emit(next(r.id for r in rows if r.pattern == pattern))
    press = place.reviewing.press
    waited(f"{count:,} alike listed", lambda: press("="), lambda: is_listed(window))
    dialog_of(window).reject()


def majorities(window: MainWindow) -> None:
    """Print how long a lot of majorities takes: listed, decided, undone, done again."""
    ask = window.commands["majorities"].trigger
    waited("all majorities listed", ask, lambda: is_listed(window))
    dialog = dialog_of(window)
    shown = dialog.findChild(QuotationList)
    assert shown is not None
    count = len(shown.ticked())
    untick = partial(shown.tick, range(LOT, count), ticked=False)
    print(f"  {count:,} listed; unticked but {LOT:,}: {timed(untick):.0f} ms")
    waited(f"{LOT:,} decided", dialog.decide_requested.emit, lambda: rests(window))
    for name in ("undo", "redo"):
        waited(f"{name} of these", window.commands[name].trigger, lambda: rests(window))


def figures(path: Path, rounds: int) -> None:
    """Print the figures for the project at ``path``; keys are pressed so many times."""
    window = open_window(path, LEAD)
    window.resize(1280, 800)
    opened(window)
    panel = place_of(window).panel
    undo, redo = (window.commands[name].trigger for name in ("undo", "redo"))
    for what, act in (
        ("1: decided, and the next one", lambda: QTest.keyClick(panel, "1")),
        ("S: the next one", lambda: QTest.keyClick(panel, "s")),
        ("undone, and back there", undo),
        ("done again", redo),
    ):
        measured(window, what, act, rounds)
    alike(window)
    majorities(window)
    window.close()


def main() -> None:
    """Print the figures for a project of many articles, and for those of a few long ones."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory() as folder:
        scope = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.NativeFormat, scope, folder)
        if articles:
            print(f"{articles:,} articles of three authors")
            drawn = partial(layers, spans=SPANS, slips=SLIPS)
            figures(filled(Path(folder), articles, drawn), ROUNDS)
        for articles, spans in LONG:
            print(f"{articles} articles of three authors with {spans:,} spans each")
            drawn = partial(layers, spans=spans, slips=1)
            figures(filled(Path(folder), articles, drawn, joined=spans // 100), ROUNDS // 5)


if __name__ == "__main__":
    main()
