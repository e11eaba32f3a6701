"""Files and folders that are being made, and that nothing is left of them by a killed process.

A shell waits at the other end of a pipe while something is made: if the process that makes it is
killed, the pipe breaks and the shell takes away what is there.  Where the shell is killed too, as
when the machine stops, the name still tells who was making it: the process, and on which machine.
What a process of this machine and this person has left that is no more is taken away by the next
one that makes something in the same folder; all else may be somebody's work.

Windows has neither such a shell nor a way to ask for a process that could not end it: there what a
killed process was making stays.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

import regex

COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite puts beside a file at work."""
_GUARD = """trap '' HUP INT TERM; read -r made || rm -rf -- "$@\""""
"""Wait for a word; take the files away if none comes."""
_NAME = regex.compile(
    r"\.?annotator-(?P<process>[1-9][0-9]{0,9})-(?P<machine>[0-9a-f]{8})[0-9a-f]{8}\.new"
    rf"(?:{'|'.join(COMPANIONS)})?"
)


def unfinished_name() -> str:
    """Return the name, nobody else's, of what this process is about to make."""
    return f"annotator-{os.getpid()}-{_machine()}{token_hex(4)}.new"


@contextmanager
def unfinished(folder: Path, prefix: str = ".") -> Iterator[Path]:
    """Yield where in ``folder`` to make a file or a folder; what is still there at the end goes.

    So does what others left there.
    """
    sweep(folder)
    path = folder / f"{prefix}{unfinished_name()}"
    everything = [path, *(path.with_name(path.name + suffix) for suffix in COMPANIONS)]
    with _guarded(everything):
        try:
            yield path
        finally:
            # That this fails says less than what went wrong before.
            for one in everything:
                _take_away(one)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Yield a folder that is gone in the end, among the temporary files of the system."""
    with unfinished(Path(tempfile.gettempdir()), prefix="") as folder:
        folder.mkdir(0o700)
        yield folder


@contextmanager
def _guarded(paths: list[Path]) -> Iterator[None]:
    """Let ``paths`` be taken away should this process be killed."""
    guard = _guard(paths)
    try:
        yield
    finally:
        if guard:
            guard.communicate(b"made\n")


def _guard(paths: list[Path]) -> "subprocess.Popen[bytes] | None":
    if sys.platform == "win32":  # which has no such shell
        return None
    try:
        return subprocess.Popen(
            ["/bin/sh", "-c", _GUARD, "sh", *map(os.path.abspath, paths)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,  # Ctrl+C and a closed terminal are for this process alone
        )
    except OSError:  # there may be no more processes: the next one sweeps
        return None


def sweep(folder: Path) -> None:
    """Take away what processes that are no more have left in ``folder``."""
    if sys.platform == "win32":  # where asking for a process could end it
        return
    with suppress(OSError), os.scandir(folder) as entries:
        left = [Path(entry.path) for entry in entries if _is_left(entry)]
        for path in left:
            _take_away(path)


def _take_away(path: Path) -> None:
    """Remove a file or a folder, if it is there and lets itself be removed."""
    with suppress(OSError):  # the folder around it may be closed by now
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _is_left(entry: "os.DirEntry[str]") -> bool:
    match = _NAME.fullmatch(entry.name)
    if match is None or match["machine"] != _machine() or entry.is_symlink():
        return False
    return entry.stat(follow_symlinks=False).st_uid == os.getuid() and _is_gone(
        int(match["process"])
    )


def _is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


@cache
def _machine() -> str:
    """Return what tells this machine from others, and a container from what is around it."""
    try:
        space = os.readlink("/proc/self/ns/pid")  # noqa: PTH115
    except OSError:
        space = ""
    node = os.uname().nodename if sys.platform != "win32" else ""
    return sha256(f"{node} {space}".encode()).hexdigest()[:8]
