"""What shows only in a process of its own: streams, signals, rights, what gets imported."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.cli.commands import commands
from annotator.core.labels import LabelSet
from annotator.core.progress import Quiet
from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import ensure_author

ROOT = Path(__file__).resolve().parents[2]
CONVOY = "2026-02-24-qasrak-convoy.txt"
Start = Callable[..., "subprocess.CompletedProcess[bytes]"]
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of this")


@pytest.mark.parametrize("name", [None, *commands.commands])
def test_help_ends_with_an_example(start: Start, name: str | None) -> None:
    done = start(*([name] if name else []), "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    example = text[text.index("  Example:\n") :].splitlines()[1:]
    assert all(line.startswith(f"    annotator {name or ''}") for line in example)
    assert example


def test_no_command_but_gui_loads_qt_and_help_loads_no_store(demo: Path, tmp_path: Path) -> None:
    for arguments, heavy in (
        (["--help"], "PySide6 sqlite_utils edtf charset_normalizer arabic_reshaper bidi"),
        (["status", str(demo)], "PySide6 arabic_reshaper"),
        (["show", str(demo), CONVOY, "--bidi"], "PySide6"),
        (["check", str(demo)], "PySide6"),
    ):
        program = (
            "import sys\nfrom annotator.cli import main\n"
            f"sys.argv = ['annotator', *{arguments!r}]\n"
            "try:\n    main()\nexcept SystemExit as end:\n    assert end.code == 0\n"
            f"print(sorted(set({heavy!r}.split()) & set(sys.modules)), file=sys.stderr)"
        )
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            check=False,
        )
        assert done.stderr.decode().strip() == "[]"


def test_python_m_annotator_is_annotator(start: Start) -> None:
    assert re.fullmatch(rb"annotator, version [0-9.]+\s*", start("--version").stdout)


def test_wrong_usage_exits_with_2(start: Start) -> None:
    for arguments in (["bogus"], ["status"], ["export", "p.db", "out"], ["status", "p", "--x"]):
        done = start(*arguments)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Error: " in done.stderr


@unix
@pytest.mark.parametrize("arguments", [(), ("gui",)])
def test_without_a_display_the_window_is_refused_in_one_sentence(
    start: Start, arguments: tuple[str, ...]
) -> None:
    none = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    if sys.platform == "darwin":
        pytest.skip("macOS needs no DISPLAY")
    done = start(*arguments, environment=none)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"There is no display to open the window on.")
    assert done.stderr.count(b"\n") == 1


def test_gui_refuses_what_is_no_project_or_no_name_before_it_loads_qt(
    start: Start, demo: Path
) -> None:
    done = start("gui", "nowhere.db", "--author", "amal")
    assert (done.returncode, done.stderr.decode()) == (1, "There is no project “nowhere.db”.\n")
    done = start("gui", demo, "--author", "gold")
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)


@unix
def test_gui_warns_of_a_name_near_to_a_known_one(start: Start, demo: Path) -> None:
    if sys.platform == "darwin":
        pytest.skip("macOS needs no DISPLAY")
    none = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = start("gui", demo, "--author", "Nassar", environment=none)
    note, refusal = done.stderr.decode().splitlines()
    assert note == "Note: Nassar is a new author, but there is nasser. Was that a slip?"
    assert refusal.startswith("There is no display")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_a_terminal_without_arabic_letters_gets_escapes(
    start: Start, demo: Path, environment: dict[str, str]
) -> None:
    start("authors", demo, "--add", "سلمى")
    for arguments in (
        ["show", demo, CONVOY],
        ["show", demo, CONVOY, "--bidi"],
        ["authors", demo],
        ["status", "قاعدة.db"],
    ):
        done = start(*arguments, environment=environment)
        assert done.returncode == (1 if arguments[0] == "status" else 0)
        assert b"Traceback" not in done.stderr
    listed = start("authors", demo, "--json", environment=environment)
    assert json.loads(listed.stdout)["authors"][-1]["name"] == "سلمى"


def test_json_shows_letters_and_hides_what_steers_a_terminal(start: Start, tmp_path: Path) -> None:
    start("init", "p.db")
    name = "قسرك \x9b31m \u202e\u2028 \x7f"
    line = {"name": name, "text": "نص", "author": "amal"}
    (tmp_path / "in.jsonl").write_text(json.dumps(line), "utf-8")
    start("import", "p.db", "in.jsonl")
    done = start("export", "p.db", "out.jsonl", "--format", "jsonl", "--json")
    printed = done.stdout.decode()
    assert "قسرك \\u009b31m \\u202e\\u2028 \\u007f" in printed
    assert json.loads(printed)["not_ready"] == [name]


def test_of_a_reader_that_ends_early_nothing_is_said(start: Start, demo: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = start("show", demo, CONVOY, stdout=writer, stderr=subprocess.PIPE, capture_output=False)
    os.close(writer)
    assert done.returncode == 1
    assert done.stderr == b""


@unix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_trouble(tmp_path: Path, demo: Path, closed: str) -> None:
    for arguments in (f"status {demo}", f"status {demo} --json", f"show {demo} {CONVOY}"):
        done = subprocess.run(
            ["sh", "-c", f"{sys.executable} -m annotator {arguments} {closed}"],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
@pytest.mark.parametrize("arguments", [("--help",), ("formats",), ("formats", "--json")])
def test_a_full_disk_under_the_output_is_told_of_in_one_sentence(
    start: Start, arguments: tuple[str, ...]
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = start(*arguments, stdout=full, stderr=subprocess.PIPE, capture_output=False)
    assert done.returncode == 1
    assert done.stderr == b"The output cannot be written: No space left on device.\n"


AS_NOBODY = """\
import contextlib, os, sys
from annotator.cli import main
arguments = sys.argv[2:]
sys.argv = ["annotator", *(sys.argv[1] if "demo" in word else word for word in arguments)]
with contextlib.suppress(SystemExit), open(os.devnull, "w") as nowhere:
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        main()
os.chdir(os.path.dirname(arguments[1]))
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.argv = ["annotator", *arguments]
main()
"""
"""The command runs on a copy first: who is nobody may not even read the interpreter's own files,
so that all must be imported by then."""


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that everybody can reach; pytest keeps its own to one user."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.fixture
def run_as_nobody(made_demo: Path, tmp_path: Path) -> Start:
    """Run a command in the folder of its project, as somebody without rights."""
    copy = shutil.copy(made_demo, tmp_path / "copy.db")
    (tmp_path / "out").mkdir()
    # Nobody may not write the figures of coverage.
    unmeasured = {key: value for key, value in os.environ.items() if "COV" not in key}

    def run(*arguments: object) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(copy), *map(str, arguments)],
            capture_output=True,
            cwd=tmp_path,
            env=unmeasured | {"PYTHONPATH": str(ROOT)},
            check=False,
        )

    return run


@unix
def test_a_read_only_project_can_be_read_by_who_may_not_write_it(
    made_demo: Path, shelf: Path, seeds: Path, run_as_nobody: Start
) -> None:
    out = shelf / "out"
    out.mkdir()
    out.chmod(0o777)
    project = shutil.copy(made_demo, shelf / "demo.db")
    project.chmod(0o444)
    shelf.chmod(0o555)
    for arguments in (
        ["status", project],
        ["authors", project],
        ["show", project, CONVOY],
        ["check", project],
        ["export", project, "out/gold.jsonl", "--format", "jsonl"],
        ["backup", project, "out/copy.db"],
    ):
        done = run_as_nobody(*arguments)
        assert (done.returncode, done.stderr) == (0, b""), arguments
    for arguments in (["authors", project, "--add", "salma"], ["import", project, seeds]):
        done = run_as_nobody(*arguments)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode() == (
            "“demo.db” cannot be written: the file or its folder is read-only.\n"
        )
    assert sorted(path.name for path in shelf.iterdir()) == ["demo.db", "out"]


@unix
def test_reading_a_write_protected_project_leaves_nothing_that_cannot_be_written(
    made_demo: Path, shelf: Path, run_as_nobody: Start
) -> None:
    project = shutil.copy(made_demo, shelf / "demo.db")
    project.chmod(0o444)
    for mode in (0o755, 0o777):
        shelf.chmod(mode)
        for arguments in (["status", project], ["show", project, CONVOY], ["check", project]):
            done = run_as_nobody(*arguments)
            assert (done.returncode, done.stderr) == (0, b""), arguments
            assert [path.name for path in shelf.iterdir()] == ["demo.db"]
    project.chmod(0o644)
    with Project.open(project) as opened, opened.writing():
        assert opened.articles.count() == 13


@unix
def test_what_others_have_just_saved_is_read_of_a_write_protected_project(
    made_demo: Path, shelf: Path, run_as_nobody: Start
) -> None:
    if os.getuid() != 0:
        pytest.skip("who owns the project may write what it keeps beside it")
    (shelf / "real").mkdir()
    project = shutil.copy(made_demo, shelf / "real" / "demo.db")
    (shelf / "demo-link.db").symlink_to(project)
    project.chmod(0o644)
    with Project.open(project) as opened:
        ensure_author(opened, "salma")  # stands in the log alone
        for path in (project, shelf / "demo-link.db"):
            assert b"salma" in run_as_nobody("authors", path).stdout


@unix
def test_a_folder_that_may_not_be_entered_is_refused_and_the_rest_is_done(
    made_demo: Path, shelf: Path, run_as_nobody: Start
) -> None:
    project = shutil.copy(made_demo, shelf / "demo.db")
    project.chmod(0o666)
    news = shelf / "news"
    for name in ("a.txt", "listed/b.txt", "listed/in/c.txt", "closed/d.txt", "z/e.txt"):
        (news / name).parent.mkdir(parents=True, exist_ok=True)
        (news / name).write_text(f"خبر {name}", "utf-8")
    shelf.chmod(0o777)
    (news / "listed").chmod(0o644)
    (news / "closed").chmod(0o600 if os.getuid() == 0 else 0)
    done = run_as_nobody("import", project, news)
    for name in ("listed", "closed"):
        (news / name).chmod(0o755)
    assert (done.returncode, done.stdout) == (1, b"Added 2 articles and 0 spans.\n")
    assert done.stderr.decode().splitlines() == [
        f"{news}/closed: “closed” cannot be read: Permission denied.",
        f"{news}/listed: “listed” cannot be read: Permission denied.",
        "2 were refused; the rest is done.",
    ]


WITH_SIGNAL = """\
import os, signal, sys
from pathlib import Path

name, module = sys.argv[1:3]
del sys.argv[1:3]

def send_signal(event, arguments):
    first = arguments[0] if arguments else ""
    unfinished = event == "open" and ".new" in str(first) and Path(first).exists()
    if unfinished or (event, first) == ("import", module):
        os.kill(os.getpid(), getattr(signal, name))

sys.addaudithook(send_signal)
from annotator.cli import main
main()
"""
"""The signal comes while the unfinished file is there, or while a module is loaded."""


def signalled(
    folder: Path, *arguments: object, prefix: str = ""
) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-c", WITH_SIGNAL, *map(str, arguments)]
    return subprocess.run(
        ["sh", "-c", f'{prefix} "$@"', "sh", *command],
        capture_output=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )


@unix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize(
    "arguments",
    [("export", "demo.db", "out.jsonl", "--format", "jsonl"), ("backup", "demo.db", "copy.db")],
    ids=["export", "backup"],
)
def test_a_signal_that_ends_a_command_leaves_no_unfinished_file(
    demo: Path, name: str, arguments: tuple[str, ...]
) -> None:
    done = signalled(demo.parent, name, "-", *arguments)
    told = b"Stopped.\n" if name == "SIGINT" else b""
    number = 1 if name == "SIGINT" else 128 + getattr(signal, name)
    assert (done.returncode, done.stdout, done.stderr) == (number, b"", told)
    assert [path.name for path in demo.parent.iterdir()] == ["demo.db"]


@unix
def test_a_closed_terminal_does_not_end_what_runs_under_nohup(demo: Path) -> None:
    export = ("export", "demo.db", "out.jsonl", "--format", "jsonl")
    done = signalled(demo.parent, "SIGHUP", "-", *export, prefix="trap '' HUP;")
    assert done.returncode == 0
    assert demo.with_name("out.jsonl").exists()


@unix
def test_the_window_ends_at_once_when_it_is_told_to(demo: Path) -> None:
    pytest.importorskip("PySide6")
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", "gui", "demo.db", "--author", "amal"],
        cwd=demo.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not demo.with_name("demo.db-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    process.terminate()
    assert process.wait(60) == -signal.SIGTERM


@unix
@pytest.mark.parametrize("module", ["PySide6.QtGui", "annotator.gui.app"])
def test_the_window_ends_at_once_while_qt_is_being_loaded(demo: Path, module: str) -> None:
    pytest.importorskip("PySide6")
    gui = ("gui", "demo.db", "--author", "amal")
    done = signalled(demo.parent, "SIGTERM", module, *gui, prefix="exec")
    assert (done.returncode, done.stderr) == (-signal.SIGTERM, b"")


@unix
@pytest.mark.parametrize("module", ["click", "annotator.cli.articles", "annotator.store.project"])
def test_ctrl_c_while_the_program_loads_is_told_in_one_word(demo: Path, module: str) -> None:
    done = signalled(demo.parent, "SIGINT", module, "status", "demo.db")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"Stopped.\n")


MANY = 100_000


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A file of articles that takes many batches to import."""
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(MANY):
            file.write(json.dumps({"text": f"خبر رقم {number} من قاعدة قسرك " * 5}) + "\n")
    return path


def interrupted_import(many: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Press Ctrl+C once the import has saved its first batches."""
    folder = many.parent
    Project.create(folder / "p.db", LabelSet.default())
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", "import", "p.db", many.name, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while articles_in(folder / "p.db") == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, errors = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, out, errors)


def articles_in(path: Path) -> int:
    with Project.open(path, writable=False) as project:
        return project.articles.count()


@unix
def test_ctrl_c_ends_an_import_between_batches_and_it_can_go_on(many: Path) -> None:
    done = interrupted_import(many, "--json")
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "Stopped before the end. Import again to go on: what is there is skipped.\n"
    )
    added = json.loads(done.stdout)["added"]
    assert 0 < added < MANY
    path = many.with_name("p.db")
    assert articles_in(path) == added
    head = many.with_name("head.jsonl")
    head.write_text("\n".join(many.read_text("utf-8").splitlines()[: added + 10]), "utf-8")
    with Project.open(path) as project:
        report = import_files(project, [head], Quiet())
        assert (report.added, report.skipped) == (10, added)


@unix
def test_ctrl_c_ends_other_commands_quietly(demo: Path, tmp_path: Path) -> None:
    # Python drops what is raised in a destructor, and those of ``regex`` are many.
    program = (
        "import os, signal, sys\nfrom annotator.cli import main\n"
        f"sys.argv = ['annotator', 'export', {str(demo)!r}, 'out.jsonl', '--format', 'jsonl']\n"
        "def press(_, frame):\n"
        "    is_heard = '_regex_core' not in frame.f_code.co_filename\n"
        "    if is_heard and 'annotator.formats.jsonl' in sys.modules:\n"
        "        signal.setitimer(signal.ITIMER_REAL, 0)\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "signal.signal(signal.SIGALRM, press)\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"Stopped.\n")
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == []


def first_cells(heading: str) -> list[str]:
    """Return the first cells of the table under a heading of the README."""
    _, _, after = (ROOT / "README.md").read_text("utf-8").partition(f"\n## {heading}\n")
    lines = after.partition("\n## ")[0].splitlines()
    return [line.split("|")[1] for line in lines if line.startswith("| `")]


def test_the_readme_names_every_command() -> None:
    rows = [
        cell.split("`")[1].split()[0] for cell in first_cells("First steps on the command line")
    ]
    assert rows == list(commands.commands)


def test_the_readme_names_every_format() -> None:
    names = [
        name for cell in first_cells("Datasets and releases") for name in cell.split("`")[1::2]
    ]
    assert sorted(names) == sorted(FORMATS)
