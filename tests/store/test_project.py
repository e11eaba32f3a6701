import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.core.edits import Mark
from annotator.core.errors import AnnotatorError, ProjectError
from annotator.core.labels import LabelSet
from annotator.core.model import Author
from annotator.core.progress import Cancelled, Quiet
from annotator.store import connection
from annotator.store.migrations import APPLICATION_ID, SCHEMA_VERSION
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply
from annotator.workflow.people.authors import ensure_author

TEXT = "غادر رتل قاعدة «قسرك» أمس"
needs_root = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount a disk"
)


@contextmanager
def disk(folder: Path, options: str) -> Iterator[Path]:
    """A small disk of its own, where this machine lets one be mounted."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]
    if subprocess.run(mount, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def files_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_fresh_project_is_what_any_sqlite_tool_can_read(project_path: Path) -> None:
    with closing(sqlite3.connect(project_path)) as db:
        pragmas = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode", "integrity_check")
        }
    assert pragmas == {
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
        "journal_mode": "wal",
        "integrity_check": "ok",
    }
    assert files_in(project_path.parent) == [project_path.name]


def test_every_commit_waits_for_the_disk_and_foreign_keys_hold(project: Project) -> None:
    connection = project._connection
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.annotator"
    path.write_text("precious")
    with pytest.raises(ProjectError, match="exists already"):
        Project.create(path, LabelSet.default())
    assert path.read_text() == "precious"
    assert files_in(tmp_path) == ["a.annotator"]


def test_the_log_of_a_project_that_is_gone_is_not_played_into_a_new_one(
    project_path: Path, tmp_path: Path
) -> None:
    with Project.open(project_path) as project:
        ensure_author(project, "amal")
        shutil.copy(f"{project_path}-wal", tmp_path / "kept")
    project_path.unlink()
    (tmp_path / "kept").rename(f"{project_path}-wal")
    with pytest.raises(ProjectError, match=r"north\.annotator-wal” is left over"):
        Project.create(project_path, LabelSet.default())


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match="There is no folder"):
        Project.create(tmp_path / "none" / "a.annotator", LabelSet.default())


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "There is no project"),
        (b"", "not an Annotator project"),
        (b"hello" * 500, "not an Annotator project"),
        (b"SQLite format 3\0" + b"x" * 5000, "not an Annotator project|damaged"),
    ],
    ids=["missing", "empty", "text", "rubbish"],
)
def test_what_is_no_project_is_told(
    tmp_path: Path, content: bytes | None, told: str, writable: bool
) -> None:
    path = tmp_path / "a.annotator"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ProjectError, match=told):
        Project.open(path, writable=writable)


@pytest.mark.parametrize("name", [".", "a/b", "x" * 5000, "a\0b"])
def test_a_path_that_can_be_no_file_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProjectError, match="There is no project"):
        Project.open(tmp_path / name)


def test_another_program_s_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE mine (x)")
    before = path.read_bytes()
    with pytest.raises(ProjectError, match=r"“a.db” is not an Annotator project"):
        Project.open(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_is_refused(project_path: Path) -> None:
    with closing(sqlite3.connect(project_path)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = project_path.read_bytes()
    for writable in (True, False):
        with pytest.raises(ProjectError, match=r"newer Annotator. Update the program"):
            Project.open(project_path, writable=writable)
    assert project_path.read_bytes() == before


@pytest.mark.parametrize("left", [150, 4096, 30_000])
def test_a_truncated_file_is_told(project_path: Path, left: int) -> None:
    def use() -> None:
        with Project.open(project_path) as project, project.writing():
            project.authors.put(Author("amal"))
            project.search.index([(1, "a", "b")])

    os.truncate(project_path, left)
    with pytest.raises(ProjectError, match=r"damaged|not an Annotator"):
        use()


def test_a_locked_file_is_told(project_path: Path) -> None:
    with Project.open(project_path) as project, closing(sqlite3.connect(project_path)) as other:
        project.wait_at_most(0.2)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectError, match="being written by another program"):
            ensure_author(project, "amal")
        other.rollback()
        ensure_author(project, "amal")


def test_a_file_that_another_program_keeps_to_itself_is_told(
    project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE_S", 0.2)
    with closing(sqlite3.connect(project_path)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("PRAGMA user_version = 1")
        with pytest.raises(ProjectError, match="being written by another program"):
            Project.open(project_path)


def test_reading_leaves_nothing_beside_the_file(project_path: Path) -> None:
    with Project.open(project_path, writable=False) as project:
        assert project.articles.count() == 0
    assert [file.name for file in project_path.parent.iterdir()] == [project_path.name]


def test_reading_cannot_write(project_path: Path) -> None:
    with (
        Project.open(project_path, writable=False) as project,
        pytest.raises(ProjectError, match="read-only"),
    ):
        ensure_author(project, "amal")


def test_a_project_opens_while_another_program_writes(project_path: Path) -> None:
    with closing(sqlite3.connect(project_path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Project.open(project_path, writable=False) as project:
            assert project.articles.count() == 0


def test_writing_waits_only_as_long_as_another_program_writes(project_path: Path) -> None:
    held = threading.Event()

    def hold() -> None:
        with Project.open(project_path) as other, other.writing():
            held.set()
            time.sleep(0.3)

    thread = threading.Thread(target=hold)
    thread.start()
    with Project.open(project_path) as project:
        assert held.wait(10)
        begun = time.perf_counter()
        ensure_author(project, "amal")
        assert time.perf_counter() - begun < 3
    thread.join()


def test_an_error_leaves_nothing_of_its_transaction(project: Project) -> None:
    def fail() -> None:
        with project.writing():
            project.authors.put(Author("amal"))
            with project.writing():
                project.authors.put(Author("nasser"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert project.authors.all() == []
    ensure_author(project, "amal")


def test_writing_inside_reading_is_a_bug(project: Project) -> None:
    with (
        project.reading(),
        pytest.raises(RuntimeError, match="inside reading"),
        project.writing(),
    ):
        pass
    with project.writing(), project.reading(), project.writing():
        project.authors.put(Author("amal"))
    assert [author.name for author in project.authors.all()] == ["amal"]


def test_reading_sees_one_moment(project_path: Path, project: Project) -> None:
    with Project.open(project_path) as other, project.reading():
        assert project.authors.all() == []
        ensure_author(other, "amal")
        assert project.authors.all() == []
    assert [author.name for author in project.authors.all()] == ["amal"]


def test_what_another_program_changes_shows(project_path: Path, project: Project) -> None:
    before = project.seen_version()
    ensure_author(project, "amal")
    assert project.seen_version() == before
    with Project.open(project_path) as other:
        ensure_author(other, "nasser")
    assert project.seen_version() != before


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everything"
)
def test_a_read_only_file_is_told_and_can_be_read(project_path: Path) -> None:
    project_path.chmod(0o400)
    with pytest.raises(ProjectError, match="read-only"):
        Project.open(project_path)
    with Project.open(project_path, writable=False) as project:
        assert project.articles.count() == 0


@needs_root
def test_a_read_only_disk_is_told_and_can_be_read(project_path: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=2m") as folder:
        path = folder / "a.annotator"
        shutil.copy(project_path, path)
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        with pytest.raises(ProjectError, match=r"read-only|may you read and write it"):
            Project.open(path)
        with Project.open(path, writable=False) as project:
            assert len(project.labels.load()) == 4
        with pytest.raises(AnnotatorError, match=r"Read-only|read-only|cannot be"):
            Project.create(folder / "b.annotator", LabelSet.default())
        with (
            Project.open(path, writable=False) as project,
            pytest.raises(AnnotatorError, match=r"Read-only|read-only|cannot be"),
        ):
            project.backup(folder / "copy.annotator", Quiet())


@needs_root
def test_a_full_disk_is_told_and_loses_nothing(
    project_path: Path, tmp_path: Path, bring: Callable[..., object]
) -> None:
    with disk(tmp_path / "disk", "size=1m") as folder:
        path = folder / "a.annotator"
        shutil.copy(project_path, path)
        with Project.open(path) as project:
            bring(project, {"id": "a", "text": TEXT})
            article = project.articles.by_id("a")
            assert article is not None
            ensure_author(project, "amal")
            layer = apply(project, article, project.layers.load("a", "amal"), Mark(0, 4, "actor"))
            with pytest.raises(ProjectError, match=r"is full|full or unplugged"):
                bring(project, *({"text": f"{n} {TEXT}" * 50} for n in range(1000)))
            assert project.layers.load("a", "amal") == layer.layer
            with pytest.raises(AnnotatorError, match=r"is full|full or unplugged|No space"):
                project.backup(folder / "copy.annotator", Quiet())
        assert not list(folder.glob(".*"))
        with Project.open(path) as project:
            assert project.layers.load("a", "amal").spans == layer.layer.spans
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


FULL = """
import resource, signal, sys
from pathlib import Path
from annotator.core.errors import ProjectError
from annotator.store.project import Project
from annotator.workflow.people.authors import ensure_author

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Project.open(Path(sys.argv[1])) as project:
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    try:
        for number in range(1000):
            ensure_author(project, f"author {number}")
            print(number, flush=True)
    except ProjectError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
def test_a_file_that_may_not_grow_is_told(project_path: Path) -> None:
    assert resource.RLIMIT_FSIZE
    assert signal.SIGXFSZ
    run = subprocess.run(
        [sys.executable, "-c", FULL, project_path], capture_output=True, text=True, check=True
    )
    *saved, told = run.stdout.splitlines()
    assert "could not be read or written. Nothing was changed" in told
    with Project.open(project_path) as project:
        assert len(project.authors.all()) == len(saved)


def test_a_backup_is_whole_while_others_write(project_path: Path, project: Project) -> None:
    for number in range(3):
        ensure_author(project, f"before {number}")
    out = project_path.with_name("copy.annotator")

    class Writing:
        def advance(self, done: int, total: int | None) -> None:
            with Project.open(project_path) as other:
                ensure_author(other, "meanwhile")

    project.backup(out, Writing())
    with Project.open(out) as copy:
        assert [author.name for author in copy.authors.all()] == [
            f"before {number}" for number in range(3)
        ]
    assert len(project.authors.all()) == 4
    assert not list(project_path.parent.glob(".*"))


def test_a_backup_overwrites_nothing(project_path: Path, project: Project) -> None:
    out = project_path.with_name("copy.annotator")
    out.write_text("precious")
    with pytest.raises(ProjectError, match=r"“copy.annotator” exists already"):
        project.backup(out, Quiet())
    with pytest.raises(ProjectError, match="exists already"):
        project.backup(project_path, Quiet())
    assert out.read_text() == "precious"


def test_a_backup_that_is_stopped_leaves_nothing(project_path: Path, project: Project) -> None:
    class Stop:
        def advance(self, done: int, total: int | None) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        project.backup(project_path.with_name("copy.annotator"), Stop())
    assert not list(project_path.parent.glob("*copy*"))
    ensure_author(project, "amal")


def test_a_backup_into_a_folder_that_is_not_there_is_told(project: Project, tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match="There is no folder"):
        project.backup(tmp_path / "none" / "copy.annotator", Quiet())
