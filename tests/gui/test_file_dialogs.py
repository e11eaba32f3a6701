"""No question for a file lets go of the project that is open, whatever lies beside it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QListView, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.store.place import identity_of, log_of
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import find_damage, init
from tests.gui.conftest import Hands

ASKING = ("import", "import_folder", "export", "backup", "open", "new", "report")
LEAD = "salma"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty project, with articles to import beside it."""
    init(tmp_path / "north.db", lead=LEAD)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text("غادر رتل قاعدة قسرك فجر اليوم.", "utf-8")
    return tmp_path / "north.db"


@pytest.fixture
def window(hands: Hands, path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.chdir(path.parent)
    return hands.open(path, LEAD)


def look_in(path: Path) -> None:
    """Open the project in another program, and close it: the last one takes the log away."""
    command = [sys.executable, "-m", "annotator", "status", str(path)]
    subprocess.run(command, check=True, capture_output=True)


def listed(dialog: QFileDialog) -> list[str]:
    model = dialog.findChild(QListView, "listView").model()
    root = dialog.findChild(QListView, "listView").rootIndex()
    return [str(model.index(row, 0, root).data()) for row in range(model.rowCount(root))]


def shown_whole(qtbot: QtBot, path: Path) -> Callable[[QWidget], None]:
    """Return what waits until a file dialog shows what is in the folder, and puts it away."""

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(path.parent))
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, False)
        dialog.setNameFilter("*")
        qtbot.waitUntil(lambda: path.name in listed(dialog))
        for view in dialog.findChildren(QListView):
            view.grab()  # icons are asked for when rows are painted
        for _ in range(20):
            QApplication.processEvents()
        dialog.reject()

    return look


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no POSIX locks")
@pytest.mark.parametrize("command", ASKING)
def test_looking_for_a_file_where_the_project_lies_keeps_its_locks(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path, command: str
) -> None:
    before = identity_of(log_of(path))
    assert before is not None
    look = shown_whole(qtbot, path)

    def answer(dialog: QWidget) -> None:
        if isinstance(dialog, QFileDialog):
            look(dialog)
        else:  # what is to be written is asked first
            hands.answer(look)
            assert isinstance(dialog, QDialog)
            dialog.accept()

    hands.answer(answer)
    window.commands[command].trigger()
    hands.all_answered()
    look_in(path)
    assert identity_of(log_of(path)) == before


def test_what_is_marked_after_an_import_into_an_empty_project_is_in_the_file(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path
) -> None:
    hands.choose_file(path.parent / "articles" / "one.txt")
    window.commands["import"].trigger()
    qtbot.waitUntil(
        lambda: window.errands.task() is None and window.session.article is not None,
        timeout=30_000,
    )
    window.workbench.view.select(10, 15)
    qtbot.keyClick(window.workbench.view, "1")
    assert [span.label for span in hands.stored(path, "one.txt", LEAD)] == ["base"]
    look_in(path)
    assert [span.label for span in hands.stored(path, "one.txt", LEAD)] == ["base"]


def test_the_open_project_can_be_dropped_on_its_window(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path
) -> None:
    before = identity_of(log_of(path))
    asked: list[QWidget] = []

    def leave(dialog: QWidget) -> None:
        asked.append(dialog)
        assert isinstance(dialog, QDialog)
        dialog.reject()

    hands.answer(leave)  # who works with it
    hands.drop(window, path)
    qtbot.waitUntil(lambda: bool(asked))
    look_in(path)
    assert identity_of(log_of(path)) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no POSIX locks")
def test_where_the_log_is_lost_all_the_same_nothing_is_said_to_be_saved(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    """A part of the system that opens the file within the program is out of our hands."""
    with Project.open(path) as project:
        import_files(project, [path.parent / "articles"], Quiet())
    window = hands.open(path, LEAD)
    window.workbench.view.select(10, 15)
    qtbot.keyClick(window.workbench.view, "1")
    path.read_bytes()  # the locks are gone
    look_in(path)  # and so is the log
    window.workbench.view.select(0, 4)
    qtbot.keyClick(window.workbench.view, "2")
    qtbot.waitUntil(lambda: "is no longer where it was" in window.notice.sentence())
    assert [span.label for span in hands.stored(path, "one.txt", LEAD)] == ["base"]
    hands.close(window)
    assert list(find_damage(path, Quiet())) == []


def where_it_begins(hands: Hands, window: MainWindow, command: str) -> Path:
    """Ask for files by that command; return the folder in which the question begins."""
    begun: list[Path] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        begun.append(Path(dialog.directory().absolutePath()))
        dialog.reject()

    def accept(dialog: QWidget) -> None:
        hands.answer(look)
        assert isinstance(dialog, QDialog)
        dialog.accept()

    hands.answer(accept if command == "export" else look)
    window.commands[command].trigger()
    hands.all_answered()
    return begun[0]


def test_imports_and_exports_begin_where_the_last_ones_were_on_another_day_too(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    articles, outgoing = path.parent / "articles", tmp_path / "outgoing"
    outgoing.mkdir()
    hands.choose_file(articles / "one.txt")
    window.commands["import"].trigger()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=30_000)
    hands.choose_file(outgoing / "copy.db")
    window.commands["backup"].trigger()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=30_000)
    hands.choose_file(tmp_path / "nowhere" / "copy.db")  # a slip is not remembered
    window.commands["backup"].trigger()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=30_000)
    hands.close(window)
    again = hands.open(path, LEAD)
    assert where_it_begins(hands, again, "import") == articles
    assert where_it_begins(hands, again, "import_folder") == articles
    assert where_it_begins(hands, again, "export") == outgoing
    (outgoing / "copy.db").unlink()
    outgoing.rmdir()
    assert where_it_begins(hands, again, "export") == path.parent  # where the program began
