"""Puts the parts together: the application, its fonts, its language, its window."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from annotator.core.errors import AnnotatorError
from annotator.gui.crashes import Crashes
from annotator.gui.language import error_text, speak
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import APPLICATION, ORGANIZATION, Settings
from annotator.gui.theme import apply_theme, register_fonts

_windows: list[MainWindow] = []
"""Python must not let go of an open window before Qt does."""
_SHOWN_WITHIN_MS = 1000
"""How long a desktop may take to give a new window the keyboard."""


def application() -> QApplication:
    """Return the application, made if there is none."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # The program itself is no garbage: to look through all of it stops the window for 40 ms.
        gc.collect()  # first, for what is frozen is never let go
        gc.freeze()
        app = QApplication(sys.argv[:1])
        app.setOrganizationName(ORGANIZATION)
        app.setApplicationName(APPLICATION)
        app.setApplicationDisplayName("Annotator")
    register_fonts()
    return app


def open_window(project_path: str | Path, author: str) -> MainWindow:
    """Show a window in which ``author`` works on the project; no dialog stands in the way.

    Raises:
        AnnotatorError: if the project cannot be opened.
    """
    window = _window()
    window.open_project(Path(project_path), author)
    _show(window)
    return window


def run(project: Path | None, author: str | None) -> int:
    """Run the program until its window is closed; return its exit code."""
    app = application()
    sys.excepthook = Crashes().show
    window = _window()
    _show(window)
    # From within the loop, so that Qt hears of dialogs and of a window that is closed at once.
    QTimer.singleShot(0, lambda: _begin(window, project, author))
    return app.exec()


def _begin(window: MainWindow, project: Path | None, author: str | None) -> None:
    if project is not None and author is not None:
        try:
            window.open_project(project, author)
        except AnnotatorError as error:
            window.notice.say(error_text(error))
    elif project is not None:
        window.opening.ask_author_and_open(project)
    elif (last := window.settings.last_project) and last.is_file():
        window.opening.open_for_last_author(last)


def _window() -> MainWindow:
    app = application()
    settings = Settings()
    speak(app, settings.language)
    apply_theme(app, settings.scheme)
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return MainWindow(settings, Path(data) / "demo")


def _show(window: MainWindow) -> None:
    _windows.append(window)
    # Not at once: it is still about its closing when it says so.
    window.closed.connect(lambda: QTimer.singleShot(0, lambda: _forget(window)))
    window.show()
    window.activateWindow()
    if window.workplace:
        window.workplace.take_focus()
    deadline = QDeadlineTimer(_SHOWN_WITHIN_MS)
    QApplication.processEvents()
    while not window.isActiveWindow() and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _forget(window: MainWindow) -> None:
    if window in _windows:
        _windows.remove(window)
