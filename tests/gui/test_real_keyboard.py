"""Real key presses of an Arabic layout, through a real X server."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_TOOLS = ("Xvfb", "xdotool", "setxkbmap")
_MISSING = [tool for tool in _TOOLS if shutil.which(tool) is None]

pytestmark = pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}")

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
    QSettings.setPath(QSettings.Format.NativeFormat, scope, sys.argv[2])
from annotator.gui.app import application, open_window

app = application()
window = open_window(sys.argv[1], "noor")
window.open_article("conoco-omar-fields.txt")
for line in sys.stdin:
    start, end = map(int, line.split())
    window.workbench.view.select(start, end)
    print("selected", flush=True)
    done = []
    # One key release from outside, then on to the next line.
    class Ears(__import__("PySide6.QtCore", fromlist=["QObject"]).QObject):
        def eventFilter(self, watched, event):
            if event.type() == event.Type.KeyRelease and not event.isAutoRepeat():
                if event.nativeScanCode() not in (50, 37):
                    done.append(event.nativeScanCode())
            return False
    ears = Ears()
    window.workbench.view.installEventFilter(ears)
    while not done:
        app.processEvents()
    window.workbench.view.removeEventFilter(ears)
    span = window.workbench.view.selection()
    print("selection", *(span or ("none",)), flush=True)
window.close()
"""


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """An X server of the test's own."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


class Program:
    """The program under the X server, and the keyboard before it."""

    def __init__(self, display: str, path: Path, tmp_path: Path) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        script = tmp_path / "program.py"
        script.write_text(PROGRAM, "utf-8")
        self.process = subprocess.Popen(
            [sys.executable, str(script), str(path), str(tmp_path / "settings")],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def tool(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True, timeout=30
        )
        return done.stdout

    def focus(self) -> None:
        """There is no window manager to do it."""
        deadline = time.monotonic() + 60
        while True:
            try:
                found = self.tool("xdotool", "search", "--onlyvisible", "--name", "Annotator")
                self.tool("xdotool", "windowfocus", "--sync", found.split()[0])
            except (subprocess.CalledProcessError, IndexError):
                assert time.monotonic() < deadline, "no window came up"
                time.sleep(0.2)
            else:
                return

    def press(self, stretch: tuple[int, int], key_code: int, *, shift: bool = False) -> str:
        """Select a stretch and press a key; return what is selected then."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{stretch[0]} {stretch[1]}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "selected\n"
        keys = ["keydown", "50"] if shift else []
        up = ["keyup", "50"] if shift else []
        self.tool("xdotool", *keys, "key", str(key_code), *up)
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        assert self.process.stdin is not None
        self.process.communicate(timeout=30)
        assert self.process.returncode == 0


@pytest.mark.timeout(180)
def test_keys_of_an_arabic_layout_mark_and_move_borders(
    display: str, path: Path, tmp_path: Path, hands
) -> None:
    from annotator.arabic import ARABIC
    from annotator.store.project import Project

    with Project.open(path, writable=False) as project, project.reading():
        text = project.articles.by_name("conoco-omar-fields.txt").text
    words = list(ARABIC.words(text))
    cut_word = next(w for w in words if ARABIC.clitic_cuts(text, *w))
    cut = ARABIC.clitic_cuts(text, *cut_word)[0]
    one, two = words[20], words[40]
    program = Program(display, path, tmp_path)
    try:
        program.focus()
        program.tool("setxkbmap", "ara")
        # The key codes of 1, 3, [ and { on any keyboard of a PC.
        assert program.press(one, 10) == "selection none"
        assert program.press(two, 12) == "selection none"
        assert program.press(words[60], 34) == f"selection {words[59][0]} {words[60][1]}"
        assert program.press(cut_word, 34, shift=True) == f"selection {cut} {cut_word[1]}"
        assert program.press((cut, cut_word[1]), 11) == "selection none"
        program.end()
    finally:
        program.process.kill()
        program.process.communicate()
    assert set(hands.places(path)) == {
        (*one, "base"),
        (*two, "actor"),
        (cut, cut_word[1], "date"),
    }
