"""A bug is shown, can be copied, and ends nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.errors import RefusedAct
from annotator.gui.crashes import Crashes
from annotator.gui.dialogs.crash import CrashDialog
from annotator.gui.main_window import MainWindow


def bug(text: str) -> BaseException:
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        return error


def show(crashes: Crashes, error: BaseException) -> None:
    crashes.show(type(error), error, error.__traceback__)


def dialogs() -> list[CrashDialog]:
    widgets = QApplication.topLevelWidgets()
    return [w for w in widgets if isinstance(w, CrashDialog) and w.isVisible()]


def test_a_bug_is_shown_with_details_to_copy_and_the_program_goes_on(
    window: MainWindow, hands, qtbot: QtBot, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crashes, error = Crashes(), bug("خطأ 17")
    show(crashes, error)
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    (dialog,) = dialogs()
    assert "ZeroDivisionError: خطأ 17" in dialog.findChild(QPlainTextEdit).toPlainText()
    dialog.findChild(QPushButton, "copyDetails").click()
    copied = QApplication.clipboard().text()
    assert copied.startswith("Traceback")
    assert "ZeroDivisionError: خطأ 17" in copied
    assert "ZeroDivisionError" in capsys.readouterr().err
    dialog.reject()
    hands.mark(window, "1", hands.words(window, 3)[1])
    assert len(hands.places(path)) == 1


def test_bugs_that_come_in_a_row_share_one_dialog(window: MainWindow, qtbot: QtBot) -> None:
    crashes, error = Crashes(), bug("first")
    for one in (error, error, bug("second"), error):
        show(crashes, one)
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    qtbot.wait(50)
    (dialog,) = dialogs()
    assert dialog.details().count("first") == 1
    assert "second" in dialog.details()
    dialog.reject()
    show(crashes, error)  # as a bug in painting does, now that the window is painted again
    qtbot.wait(50)
    assert dialogs() == []
    show(crashes, bug("third"))
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    dialogs()[0].reject()


def test_a_person_s_mistake_that_slipped_through_is_a_sentence(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(Crashes(), RefusedAct("“{what}” cannot be.", what="This"))
    qtbot.waitUntil(lambda: window.notice.sentence() == "“This” cannot be.")
    assert dialogs() == []


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer, QSettings
for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
    QSettings.setPath(QSettings.Format.NativeFormat, scope, sys.argv[2])
from PySide6.QtWidgets import QApplication
from annotator.gui.app import application, run
from annotator.gui.dialogs.crash import CrashDialog

app = application()

def fail():
    raise ValueError("a slot failed")

def look():
    seen = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    if seen:
        print("shown" if "a slot failed" in seen[0].details() else "other")
        seen[0].reject()
        QTimer.singleShot(50, QApplication.closeAllWindows)
    else:
        QTimer.singleShot(50, look)

QTimer.singleShot(300, fail)
QTimer.singleShot(400, look)
sys.exit(run(Path(sys.argv[1]), "noor"))
"""


def test_the_running_program_shows_what_fails_in_a_slot_and_ends_well(
    path: Path, tmp_path: Path
) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, "utf-8")
    done = subprocess.run(
        [sys.executable, str(program), str(path), str(tmp_path / "settings")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "shown\n"
    assert done.returncode == 0


def test_a_slot_of_the_window_that_fails_loses_nothing(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    def fail() -> None:
        raise ValueError("on purpose")

    hands.mark(window, "1", hands.words(window, 3)[1])
    with qtbot.captureExceptions() as caught:
        QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: len(caught) == 1)
    hands.mark(window, "2", hands.words(window, 3)[2])
    assert len(hands.places(path)) == 2


UNCLOSED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from annotator.core.edits import Mark
from annotator.gui.app import open_window
from shiboken6 import delete

window = open_window(Path(sys.argv[1]), "noor")
start, end = 0, 5
window.workbench.view.select(start, end)
window.session.do(Mark(start, end, "base"))
QApplication.processEvents()
delete(window.session.undo_stack)  # as the end does, in an order that nobody knows
"""


def test_a_program_that_ends_without_closing_the_window_says_nothing(
    path: Path, tmp_path: Path
) -> None:
    program = tmp_path / "unclosed.py"
    program.write_text(UNCLOSED, "utf-8")
    done = subprocess.run(
        [sys.executable, str(program), str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
