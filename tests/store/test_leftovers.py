"""Nothing is left of what a killed process was making, and nothing else goes with it."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

from annotator.store.leftovers import temporary_folder, unfinished_name
from annotator.store.place import appearing, appearing_folder, replacing

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
_MAKING = """
import sys, tempfile, time
from pathlib import Path
from annotator.store.leftovers import temporary_folder
from annotator.store.place import appearing_folder, replacing
tempfile.tempdir = sys.argv[1] + "/temporary"
with (
    appearing_folder(Path(sys.argv[1], "folder")) as folder,
    replacing(Path(sys.argv[1], "file")) as file,
    temporary_folder() as temporary,
):
    (folder / "data").mkdir()
    for one in (folder / "data" / "a", file, file.with_name(file.name + "-wal"), temporary / "b"):
        one.write_text("x")
    print("made", flush=True)
    time.sleep(600)
"""


def killed(folder: Path, *, guarded: bool = True) -> None:
    """Let a process begin to write into ``folder``, and kill it (its guards first, if told so)."""
    (folder / "temporary").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", _MAKING, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "made\n"
    assert len(list(folder.iterdir())) == 4
    assert len(list((folder / "temporary").iterdir())) == 1
    if not guarded:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert len(children) == 3
        for child in children:
            os.kill(int(child), signal.SIGKILL)
    process.kill()
    process.wait()
    process.stdout.close()


def test_nothing_is_left_of_what_a_killed_process_was_making(tmp_path: Path) -> None:
    killed(tmp_path)
    until = time.monotonic() + 10
    while (left := sorted(tmp_path.rglob("*"))) != [tmp_path / "temporary"]:
        assert time.monotonic() < until, left
        time.sleep(0.01)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP, signal.SIGTERM])
def test_a_signal_to_all_of_a_terminal_leaves_what_is_being_made(
    tmp_path: Path, number: signal.Signals
) -> None:
    with replacing(tmp_path / "file") as file:
        file.write_text("x")
        guard = waiting_guard(file)
        assert os.getsid(guard) == guard  # Ctrl+Z in the terminal does not stop it either
        os.kill(guard, number)
        time.sleep(0.1)
        assert waiting_guard(file) == guard
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def waiting_guard(file: Path) -> int:
    """Return the process that waits to take ``file`` away, once it waits."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                ignores = (process / "status").read_text().partition("SigIgn:\t")[2][:16]
                if str(file) in (process / "cmdline").read_text() and int(ignores, 16) & 2:
                    return int(process.name)
    raise AssertionError(f"nothing guards {file}")


def test_where_no_guard_can_be_started_it_is_made_all_the_same(tmp_path: Path) -> None:
    """So few files may be open that there is none to talk to another process through."""
    making = """
import os, resource, sys
from pathlib import Path
from annotator.store.place import replacing
with replacing(Path(sys.argv[1], "file")) as file:
    file.write_text("x")
free = os.dup(0)
os.close(free)
resource.setrlimit(resource.RLIMIT_NOFILE, (free + 2, free + 2))
with replacing(Path(sys.argv[1], "file")) as file:
    file.write_text("made")
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    print(len(children))
"""
    command = [sys.executable, "-c", making, str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.stdout, said.stderr) == ("0\n", "")
    assert (tmp_path / "file").read_text() == "made"


def test_the_next_export_takes_away_what_a_killed_one_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    killed(tmp_path, guarded=False)
    assert len(list(tmp_path.iterdir())) == 4
    assert len(list(temporary.iterdir())) == 1
    with replacing(tmp_path / "other") as file:
        file.write_text("x")
    assert {path.name for path in tmp_path.iterdir()} == {"other", "temporary"}
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with temporary_folder() as folder:
        assert list(temporary.iterdir()) == [folder]
    assert list(temporary.iterdir()) == []


def test_nothing_is_swept_that_may_be_somebodys_work(tmp_path: Path) -> None:
    name = unfinished_name()
    process, machine = name.split("-")[1:3]
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    kept = [
        f".{name}",  # of a process that is at work
        f".annotator-{gone.pid}-{'0' * 16}.new",  # of another machine, or of an older version
        f".annotator-{gone.pid}-{machine[:8]}{'0' * 8}.old",
        f"my.annotator-{gone.pid}-{machine[:8]}{'0' * 8}.new",
        "annotator-notes.new",
    ]
    assert int(process) == os.getpid()
    for one in kept:
        (tmp_path / one).write_text("mine")
    link = tmp_path / f".annotator-{gone.pid}-{machine[:8]}{'1' * 8}.new"
    link.symlink_to(tmp_path / kept[0])
    left = tmp_path / f".annotator-{gone.pid}-{machine[:8]}{'2' * 8}.new"
    left.write_text("x")
    with appearing_folder(tmp_path / "out"):
        pass
    assert {path.name for path in tmp_path.iterdir()} == {*kept, link.name, "out"}


def fail_in_closed(folder: Path) -> None:
    with replacing(folder / "file") as file:
        file.write_text("x")
        folder.chmod(0)
        if os.access(folder, os.X_OK):
            pytest.skip("nothing is closed to root")
        raise LookupError


def test_what_went_wrong_is_told_though_its_folder_is_closed_by_now(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    try:
        with pytest.raises(LookupError):
            fail_in_closed(folder)
    finally:
        folder.chmod(0o700)


def fail_with_a_log(folder: Path) -> None:
    with appearing(folder / "project.db") as file:
        file.write_text("x")
        file.with_name(f"{file.name}-wal").write_text("x")
        raise LookupError


def test_what_sqlite_has_put_beside_it_goes_with_what_did_not_appear(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        fail_with_a_log(tmp_path)
    assert list(tmp_path.iterdir()) == []
