"""The window on a real project file, and hands to use it with."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

import json
import multiprocessing
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.arabic import ARABIC
from annotator.core.model import Article, Layer
from annotator.core.progress import Quiet
from annotator.gui.app import open_window
from annotator.gui.language import speak
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import APPLICATION, ORGANIZATION
from annotator.gui.theme import apply_theme, register_fonts
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import make_demo

UNMARKED = "conoco-omar-fields.txt"
"""One long paragraph that nobody has marked yet."""

Wanted = TypeVar("Wanted", bound=QWidget)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    register_fonts()
    apply_theme(qapp, "light")
    return qapp


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo(tmp_path_factory.mktemp("demo"), Quiet())


@pytest.fixture
def path(pristine: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(pristine, tmp_path / "demo.db"))


@pytest.fixture
def settings(qapp: QApplication, tmp_path: Path) -> Iterator[QSettings]:
    """Settings of the test's own: what one test remembers, another must not find.

    Nor must it find the language and the colours that a window gave the whole application.
    """
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.NativeFormat, scope, str(tmp_path / "settings"))
    store = QSettings(ORGANIZATION, APPLICATION)
    store.setValue("language", "en")
    store.setValue("scheme", "light")
    store.setValue("suggestions", "no")  # a process for each window: tests of them begin one
    yield store
    store.clear()
    speak(qapp, "en")
    apply_theme(qapp, "light")


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """No process outlives the window that began it: the test after would take it for its own."""
    yield
    until = time.monotonic() + 10  # those that have been told to end take a moment
    while (left := multiprocessing.active_children()) and time.monotonic() < until:
        left[0].join(0.05)
    for process in left:
        process.kill()
        process.join()
    assert not left


def put_away(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, path: Path, settings: QSettings
) -> Iterator[MainWindow]:
    window = open_window(path, "noor")
    window.open_article(UNMARKED)
    yield window
    put_away(window)


def saved_state(window: MainWindow) -> str:
    """Return what the status line says of saving."""
    label = window.state_bar.findChild(QLabel, "savedState")
    assert label is not None
    return label.text()


def _hold(path: Path, ready: Event, seconds: float) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    ready.set()
    time.sleep(seconds)
    connection.execute("ROLLBACK")
    connection.close()


@contextmanager
def busy(path: Path, seconds: float) -> Iterator[None]:
    """Let another process hold the file for so long."""
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    process = context.Process(target=_hold, args=(path, ready, seconds))
    process.start()
    assert ready.wait(30)
    try:
        yield
    finally:
        process.join()


def children() -> set[int]:
    """Return the numbers by which the system knows the processes that work for the windows."""
    return {process.pid for process in multiprocessing.active_children() if process.pid}


class Hands:
    """What a user does with windows, and what the file says afterwards."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.windows: list[MainWindow] = []
        self._timers: list[QTimer] = []

    def open(self, path: Path, author: str) -> MainWindow:
        window = open_window(path, author)
        self.windows.append(window)
        return window

    def open_review(self, path: Path, lead: str) -> MainWindow:
        window = self.open(path, lead)
        window.commands["review"].trigger()
        return window

    def close(self, window: MainWindow) -> None:
        """Close a window for good before the end."""
        self.windows.remove(window)
        put_away(window)

    def take(self, window: MainWindow) -> MainWindow:
        """Show a window that the test made; it is put away at the end."""
        self.windows.append(window)
        window.show()
        return window

    def answer(self, act: Callable[[QWidget], object]) -> None:
        """Do ``act`` with the next dialog that stands in the way."""
        timer = QTimer()
        timer.setInterval(10)
        before = QApplication.activeModalWidget()

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is not None and dialog is not before and dialog.isVisible():
                timer.stop()
                try:
                    act(dialog)
                except BaseException:
                    dialog.close()  # or the test would wait for ever
                    raise

        timer.timeout.connect(look)
        timer.start()
        self._timers.append(timer)

    def choose_file(
        self, *paths: Path, before_it_closes: Callable[[], object] = lambda: None
    ) -> None:
        """Answer the next file dialog as one does who types into it."""

        def fill(dialog: QWidget) -> None:
            assert isinstance(dialog, QFileDialog)
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            assert line is not None
            if len(paths) == 1:
                line.setText(str(paths[0]))
            else:
                dialog.setDirectory(str(paths[0].parent))
                line.setText(" ".join(f'"{path.name}"' for path in paths))
            before_it_closes()
            dialog.accept()

        self.answer(fill)

    def say_name(self, name: str) -> None:
        """Answer the next question for the author."""

        def fill(dialog: QWidget) -> None:
            line = dialog.findChild(QLineEdit)
            line.selectAll()
            self.type_text(line, name)
            assert isinstance(dialog, QDialog)
            dialog.accept()

        self.answer(fill)

    def all_answered(self) -> None:
        assert not any(timer.isActive() for timer in self._timers)

    def drop(self, window: MainWindow, *things: Path | QUrl) -> None:
        """Drop files, and what else has an address."""
        data = QMimeData()
        data.setUrls(
            [one if isinstance(one, QUrl) else QUrl.fromLocalFile(str(one)) for one in things]
        )
        window.dropEvent(
            QDropEvent(
                QPointF(10, 10),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )

    def type_text(self, widget: QWidget, text: str) -> None:
        """Type letters of any script; QTest's own typing knows ASCII alone."""
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(widget, event)

    def stored(self, path: Path, article: str = UNMARKED, author: str = "noor") -> Layer:
        """Ask the file, by a connection of the test's own."""
        with Project.open(path, writable=False) as project, project.reading():
            found = project.articles.by_name(article)
            assert found is not None
            return project.layers.load(found.id, author)

    def places(
        self, path: Path, article: str = UNMARKED, author: str = "noor"
    ) -> list[tuple[int, int, str]]:
        return [span.place for span in self.stored(path, article, author).spans]

    def words(self, window: MainWindow, count: int) -> list[tuple[int, int]]:
        """Return some words of the article at hand, well apart."""
        assert window.session is not None
        assert window.session.article is not None
        words = list(ARABIC.words(window.session.article.text))
        return words[:: max(1, len(words) // count)][:count]

    def mark(self, window: MainWindow, key: str, stretch: tuple[int, int]) -> str:
        """Mark a stretch as the keyboard does; return the id of the new span."""
        assert window.workbench is not None
        view = window.workbench.view
        view.select(*stretch)
        self.qtbot.keyClick(view, key)
        selected = view.selected_span()
        assert selected is not None
        return selected

    def import_spans(
        self, path: Path, article: Article, *spans: tuple[int, int, str], author: str = "noor"
    ) -> None:
        """Let another program import spans of an article that is there."""
        line = {
            "text": article.text,
            "author": author,
            "status": "in progress",
            "spans": [{"start": start, "end": end, "label": label} for start, end, label in spans],
        }
        file = path.with_name("spans.jsonl")
        file.write_text(json.dumps(line) + "\n", "utf-8")

        def bring(project: Project) -> None:
            report = import_files(project, [file], Quiet())
            assert report.spans == len(spans), report

        self.other_program(path, bring)

    def other_program(self, path: Path, act: Callable[[Project], object]) -> None:
        """Let another program do something to the file."""
        with Project.open(path) as project:
            act(project)


@pytest.fixture
def hands(qtbot: QtBot, settings: QSettings) -> Iterator[Hands]:
    hands = Hands(qtbot)
    yield hands
    for window in hands.windows:
        put_away(window)
    hands.all_answered()
