"""How fast the list of 100,000 articles is: the window's start, searching, filtering, following.

Run with ``python -m tests.benchmarks.bench_article_list [FOLDER]``; the projects are made once and
kept in that folder.  A tenth of the articles comes first, to show how the cost grows.  "First" is
the time until rows are painted, "longest" the longest time for which the window could not have
answered a key.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from annotator.arabic import ARABIC
from annotator.core.model import Status
from annotator.core.query import ArticleQuery, Order
from annotator.gui.app import application, open_window
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from tests.benchmarks.large_project import ARTICLES, AUTHOR, large_project

WORDS = ("قاعدة", "قسرك", "قاعدة قسرك", "rumeilan", "ظظغض", "في", "ق", "🔴", "37", "zx", "ژ")
FILTERS: dict[str, ArticleQuery] = {
    "all": ArticleQuery(),
    "new": ArticleQuery(statuses=frozenset({Status.NEW})),
    "set aside": ArticleQuery(statuses=frozenset({Status.SET_ASIDE})),
    "with a base": ArticleQuery(label="base"),
    "of an outlet": ArticleQuery(outlet="RT"),
    "of two days": ArticleQuery(published_from="2025-03-01", published_to="2025-03-02"),
    "with a note": ArticleQuery(has_note=True),
    "not sure": ArticleQuery(unsure=True),
    "older guidelines": ArticleQuery(guideline="2"),
    "by title": ArticleQuery(order=Order.TITLE),
    "by day": ArticleQuery(order=Order.PUBLISHED, descending=True),
    "by status": ArticleQuery(order=Order.STATUS),
    "by spans": ArticleQuery(order=Order.SPANS, descending=True),
    "قسرك by title": ArticleQuery(words="قسرك", order=Order.TITLE),
    "قسرك, not sure": ArticleQuery(words="قسرك", unsure=True),
}
_START = """
import os, sys
from PySide6.QtCore import QTimer
from annotator.cli import main
from annotator.gui import app
begin = app._begin
def begin_and_end(window, project, author):
    begin(window, project, author)
    window.workbench.view.viewport().repaint()
    QTimer.singleShot(0, lambda: os._exit(0))  # as soon as a key would be answered
app._begin = begin_and_end
sys.argv[1:] = ["gui", sys.argv[1], "--author", sys.argv[2]]
main()
"""


def ask(project: Project, name: str, query: ArticleQuery) -> None:
    """Print how long the file takes to answer: the first 100, all, and the longest page."""
    runs = []
    for _ in range(3):
        began = last = time.perf_counter()
        first, longest, found = 0.0, 0.0, 0
        for page in project.search.pages(query, AUTHOR):
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
            found += len(page)
            first = first or (now - began if found >= 100 else 0.0)
        took = time.perf_counter() - began
        runs.append((first or took, took, longest, found))
    first, took, longest, found = (median(run[n] for run in runs) for n in range(4))
    print(
        f"  {name:22} first 100 {1000 * first:6.1f} ms   all {1000 * took:6.1f} ms"
        f"   longest page {1000 * longest:5.1f} ms   {found:6.0f} found"
    )


def start(path: Path) -> None:
    """Print how long the window takes from the start of its process."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", _START, str(path), AUTHOR], check=True, capture_output=True
        )
        times.append(time.perf_counter() - began)
    print(f"window ready: median {median(times):.2f} s, at most {max(times):.2f} s; goal 1.5 s")


def settle(window: MainWindow) -> tuple[float, float]:
    """Run the window until the list is whole; return the longest turn and all turns, in s."""
    assert window.workbench is not None
    longest = total = 0.0
    while True:
        began = time.perf_counter()
        QApplication.processEvents()
        took = time.perf_counter() - began
        longest, total = max(longest, took), total + took
        if window.workbench.listing.is_whole and took < 0.001:
            return longest, total


def act(what: str, window: MainWindow, do: Callable[[], object]) -> None:
    """Print how long something takes until rows are painted, and until the list is whole."""
    view = window.findChild(QListView, "articleList")
    began = time.perf_counter()
    do()
    view.viewport().repaint()
    first = time.perf_counter() - began
    longest, total = settle(window)
    print(
        f"  {what:34} first {1000 * first:6.1f} ms   longest {1000 * max(first, longest):6.1f} ms"
        f"   whole after {1000 * (first + total):7.1f} ms   {len(view.model().stringList()):6} rows"
    )


def use(path: Path) -> None:
    """Print how the window fares."""
    window = open_window(path, AUTHOR)
    window.resize(1280, 800)
    settle(window)
    assert window.workbench is not None
    assert window.session is not None
    articles, session = window.workbench.articles, window.session
    line = window.findChild(QLineEdit, "searchBox")
    view = window.findChild(QListView, "articleList")

    def search(words: str) -> None:
        line.setText(words)
        articles.query_requested.emit()

    for words in WORDS:
        act(f"search {words}", window, lambda words=words: search(words))
    search("قسرك")
    settle(window)
    times = []
    for _ in range(100):
        began = time.perf_counter()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 60)
        view.viewport().repaint()
        times.append(time.perf_counter() - began)
    print(
        f"  scroll a row of hits: median {1000 * median(times):.1f} ms, at most"
        f" {1000 * max(times):.1f} ms"
    )
    act("clear the words", window, articles.show_all)
    act("follow a change, nothing new", window, session.articles_changed.emit)
    count = session.catalogue.count()
    view.scrollTo(view.model().index(count // 2))
    act("follow a change in the middle", window, session.articles_changed.emit)
    session.open_number(count * 7 // 10)
    times = []
    for _ in range(20):
        began = time.perf_counter()
        QTest.keyClick(
            window.workbench.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        window.workbench.view.viewport().repaint()
        times.append(time.perf_counter() - began)
    print(f"  Ctrl+Enter: median {1000 * median(times):.1f} ms, at most {1000 * max(times):.1f} ms")
    window.close()


def main() -> None:
    """Print the figures of projects of two sizes."""
    for articles in (ARTICLES // 10, ARTICLES):
        print(f"{articles:,} articles")
        bench(large_project(Path(sys.argv[1]) if len(sys.argv) > 1 else None, articles))


def bench(kept: Path) -> None:
    """Print the figures of a copy of the project: what is kept stays as it was made."""
    settings = kept.parent / "settings"  # Qt writes there once more at the very end
    with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(QSettings.Format.NativeFormat, scope, str(settings))
        os.environ["XDG_CONFIG_HOME"] = str(settings)
        path = Path(shutil.copy(kept, Path(folder, "large.annotator")))
        with Project.open(path) as project:
            print("the file answers:")
            for words in WORDS:
                ask(project, words, ArticleQuery(words=ARABIC.fold(words)))
            for name, query in FILTERS.items():
                ask(project, name, query)
        start(path)
        application()
        print("the window:")
        use(path)


if __name__ == "__main__":
    main()
