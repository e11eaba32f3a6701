"""What a killed process has left goes with the next export to that folder, and nothing else."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from annotator.store.leftovers import temporary_folder, unfinished_name
from annotator.store.place import appearing_folder, replacing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is swept there")
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


def killed(folder: Path) -> None:
    """Let a process begin to write into ``folder``, and kill it."""
    process = subprocess.Popen(
        [sys.executable, "-c", _MAKING, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "made\n"
    process.kill()
    process.wait()
    process.stdout.close()


def test_the_next_export_takes_away_what_a_killed_one_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    killed(tmp_path)
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
