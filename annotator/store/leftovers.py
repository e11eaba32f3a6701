"""Files and folders that are being made, and what is left of them where a process was killed.

Their names tell who is making them: the process, and on which machine.  What a process of this
machine and this person has left that is no more is taken away by the next one that makes something
in the same folder; all else may be somebody's work.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

import regex

_NAME = regex.compile(
    r"\.?annotator-(?P<process>[1-9][0-9]{0,9})-(?P<machine>[0-9a-f]{8})[0-9a-f]{8}\.new"
    r"(?:-journal|-wal|-shm)?"
)


def unfinished_name() -> str:
    """Return the name, nobody else's, of what this process is about to make."""
    return f"annotator-{os.getpid()}-{_machine()}{token_hex(4)}.new"


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Yield a folder that is gone in the end, among the temporary files of the system."""
    parent = Path(tempfile.gettempdir())
    sweep(parent)
    folder = parent / unfinished_name()
    folder.mkdir(0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Take away what processes that are no more have left in ``folder``."""
    if sys.platform == "win32":  # where asking for a process could end it
        return
    with suppress(OSError), os.scandir(folder) as entries:
        left = [entry for entry in entries if _is_left(entry)]
        for entry in left:
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108


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
