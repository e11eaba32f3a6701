"""How fast the window is: marking, opening, scrolling, memory.

Run apart from the tests: ``python -m tests.benchmarks.bench_window``, or with ``large [FOLDER]``
among 100,000 other articles, or with ``memory``.  Prints the 50th and 95th percentile in
milliseconds; each figure ends when the window is painted.
"""

import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.arabic import ARABIC
from annotator.core.format import Dataset, ExportedArticle
from annotator.core.labels import LabelSet
from annotator.core.losses import LossAccount
from annotator.core.model import Article, Layer, LayerState, Span, Status, new_id
from annotator.core.progress import Quiet
from annotator.core.text import sha256_of
from annotator.formats import jsonl
from annotator.gui.app import application, open_window
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init
from tests.benchmarks.large_project import large_project

LABELS = ("base", "date", "actor", "figure")
SIZES = (("5 kB", 5_000, 40), ("100 kB", 100_000, 5_000), ("1 MB", 1_000_000, 20_000))
IN_MEMORY = (SIZES[2], ("10 MB", 10_000_000, 20_000))
AUTHOR = "amal"


def sentences(folder: Traversable) -> list[str]:
    """Return the paragraphs of the seeds, from which larger texts are made."""
    found = []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        found += [line for line in file.read_text("utf-8").split("\n") if len(line) > 40]
    return found


def exported(name: str, byte_size: int, spans: int, chance: random.Random) -> ExportedArticle:
    """Return an article of about ``byte_size`` bytes with that many spans on its words."""
    lines, size = [], 0
    material = sentences(paths.seeds() / "articles")
    while size < byte_size:
        lines.append(chance.choice(material))
        size += len(lines[-1].encode()) + 1
    text = f"{name}\n" + "\n".join(lines)
    words = list(ARABIC.words(text))
    drawn = {}
    while len(drawn) < spans:
        first = chance.randrange(len(words) - 3)
        start, end = words[first][0], words[first + chance.randrange(3)][1]
        label = chance.choice(LABELS)
        drawn[start, end, label] = Span(start, end, label, text[start:end])
    layer = Layer(
        new_id(),
        AUTHOR,
        tuple(sorted(drawn.values(), key=lambda span: span.order)),
        LayerState(Status.IN_PROGRESS),
        1,
    )
    article = Article(layer.article_id, name, name, text, sha256_of(text))
    return ExportedArticle(article, (), layer, ready=False)


def make_project(path: Path, articles: Iterator[ExportedArticle]) -> None:
    """Make a project of ``articles``, or add them to the one that is there."""
    if not path.exists():
        init(path)
    lines = path.with_suffix(".jsonl")
    account = LossAccount()
    jsonl.write(lines, Dataset(articles, LabelSet.default(), ARABIC, account))
    with Project.open(path) as project:
        report = import_files(project, [lines], Quiet())
    assert not report.refused


def painted(window: MainWindow) -> None:
    """Return when all that is to be painted is painted."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert window.workbench is not None
    window.workbench.view.viewport().repaint()


def timed(act: Callable[[], object], window: MainWindow) -> float:
    """Return the milliseconds until what ``act`` did is painted."""
    began = time.perf_counter()
    act()
    painted(window)
    return 1000 * (time.perf_counter() - began)


def tell(what: str, times: list[float]) -> None:
    """Print the figures of one row."""
    high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    print(f"{what:47} median {median(times):7.1f} ms   95 % {high:7.1f} ms   n={len(times)}")


def bench_marking(window: MainWindow, name: str, chance: random.Random) -> None:
    """Mark words here and there: select, press the key, saved and painted."""
    window.open_article(name)
    assert window.workbench is not None
    assert window.session is not None
    assert window.session.article is not None
    view, times = window.workbench.view, []
    words = list(ARABIC.words(window.session.article.text))
    for start, end in chance.sample(words, 60):
        view.scroll_to(start)
        view.select(start, end)
        painted(window)
        before = window.session.layer
        times.append(timed(lambda: QTest.keyClick(view, chance.choice("1234")), window))
        if window.session.layer is before:
            times.pop()  # that word was marked so already
    tell(f"key until saved and painted, {name}", times)


def bench_mouse(window: MainWindow, name: str, chance: random.Random) -> None:
    """Mark words with the mouse while a label is kept: released, saved and painted."""
    window.open_article(name)
    assert window.workbench is not None
    assert window.session is not None
    assert window.session.article is not None
    view, times = window.workbench.view, []
    words = list(ARABIC.words(window.session.article.text))
    view.toggle_kept("figure")
    for start, end in chance.sample(words, 60):
        view.scroll_to(start)
        painted(window)
        first, last = (view.rects_of(at, at + 1)[0] for at in (start, end - 1))
        before, viewport = window.session.layer, view.viewport()
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        begin = QPoint(round(first.right() - 0.2 * first.width()), round(first.center().y()))
        finish = QPoint(round(last.left() + 0.2 * last.width()), round(last.center().y()))
        QTest.mousePress(viewport, button, none, begin)
        QTest.mouseMove(viewport, finish)
        painted(window)
        times.append(timed(partial(QTest.mouseRelease, viewport, button, none, finish), window))
        if window.session.layer is before:
            times.pop()  # that word was marked so already
    view.toggle_kept("figure")
    tell(f"mouse released until saved and painted, {name}", times)


def bench_wheel(window: MainWindow, name: str) -> None:
    """Turn the wheel, a step at a time."""
    window.open_article(name)
    assert window.workbench is not None
    viewport = window.workbench.view.viewport()
    center = QPointF(viewport.rect().center())

    def turn() -> None:
        event = QWheelEvent(
            center,
            viewport.mapToGlobal(center),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)

    tell(f"wheel step, {name}", [timed(turn, window) for _ in range(200)])


def memory() -> int:
    """Return the greatest memory of this process in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        # What getrusage tells is inherited from whoever started the process.
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) >> 10
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // scale


def main() -> None:
    """Make the project, print the figures."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(
            QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(Path(folder, "settings"))
        )
        path = Path(folder, "bench.db")
        if "memory" in sys.argv:
            bench_memory(path, chance)
            return
        if "large" in sys.argv:
            kept = large_project(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
            shutil.copy(kept, path)
        make_project(path, (exported(*size, chance) for size in SIZES))
        application()
        window = open_window(path, AUTHOR)
        window.resize(1280, 800)
        painted(window)
        for name, _, _ in SIZES:
            other = SIZES[0][0] if name != SIZES[0][0] else SIZES[1][0]
            times = []
            for _ in range(10):
                window.open_article(other)
                painted(window)
                times.append(timed(lambda name=name: window.open_article(name), window))
            tell(f"open until painted, {name}", times)
        for name, _, _ in SIZES:
            bench_marking(window, name, chance)
        for name, _, _ in SIZES:
            bench_mouse(window, name, chance)
        for name, _, _ in SIZES[1:]:
            bench_wheel(window, name)
        window.close()


def bench_memory(path: Path, chance: random.Random) -> None:
    """Show large articles, each in a process that did not make it."""
    if not os.environ.get("BENCH_PROJECT"):
        for size in IN_MEMORY:
            made = path.with_name(f"{size[1]}.db")
            make_project(made, iter([exported(*size, chance)]))
            os.environ["BENCH_PROJECT"] = str(made)
            os.spawnv(os.P_WAIT, sys.executable, [sys.executable, "-m", __spec__.name, "memory"])
        return
    application()
    window = open_window(os.environ["BENCH_PROJECT"], AUTHOR)
    painted(window)
    empty = memory()
    assert window.workbench is not None
    assert window.session is not None
    assert window.session.article is not None
    length = len(window.session.article.text)
    for part in range(10):
        window.workbench.view.scroll_to(part * length // 10)
        painted(window)
    print(
        f"memory with {window.session.article.name} and 20,000 spans open: {memory()} MB"
        f" (just opened: {empty} MB)"
    )
    window.close()


if __name__ == "__main__":
    main()
