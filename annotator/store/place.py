"""Where a project file may lie, and how a file appears there: whole, or not at all."""

import errno
import os
import shutil
import stat
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from annotator.core.errors import QT_TRANSLATE_NOOP, FileError, ProjectError, unwritable
from annotator.store.leftovers import COMPANIONS, unfinished

_Identity: TypeAlias = tuple[int, int]
_in_use: Counter[_Identity] = Counter()
"""The projects that this process has open.

They must not be opened as plain files: closing such a file drops all POSIX locks that SQLite has on
it in this process (https://sqlite.org/howtocorrupt.html, 2.2), and others would take its log away.
"""
_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "fuse.sshfs"}


def is_file(path: Path) -> bool:
    """Tell whether there is a file at ``path``, whatever stands in the way of looking."""
    try:
        return path.is_file()
    except OSError:  # a name too long, a folder that may not be looked into
        return False


@contextmanager
def appearing(path: Path) -> Iterator[Path]:
    """Yield where to make the file that is to stand at ``path``: it appears there whole.

    Raises:
        ProjectError: if something is there already.
        FileError: if there is no such folder, or it cannot be written.
    """
    _refuse_without_folder(path)
    _refuse_taken(path)
    try:
        with unfinished(path.parent) as file:
            yield file
            _reach_disk(file)
            _give_name(file, path)
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError as error:
        raise unwritable(path, error) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield where to write the file that is to stand at ``path``, where an older one may stand.

    It takes its place whole or not at all.  A link at ``path`` goes on to lead to the file, and
    the file keeps its rights.

    Raises:
        FileError: if it cannot be written, or what is there is no file, or its folder none.
        ProjectError: if a project or a part of one is there.
    """
    _refuse_without_folder(path)
    try:
        target = Path(os.path.realpath(path))
        _refuse_part(path)
        older = _is_older_file(path)
        with unfinished(target.parent) as file:
            if older:
                # Nobody may read of the new file what the old one would have kept from him.
                file.touch(0o600, exist_ok=False)
            yield file
            _reach_disk(file)
            if older:
                shutil.copymode(target, file)
            file.replace(target)
    except OSError as error:
        raise unwritable(path, error) from error


@dataclass(frozen=True, slots=True)
class UnfinishedFolder:
    """A folder that is filled, and is to stand in another place."""

    path: Path
    _goal: Path

    def reach_disk(self) -> None:
        """Have all that was written on the disk.  That may take long.

        Raises:
            FileError: if it cannot be written.
        """
        try:
            _all_reach_disk(self.path)
        except OSError as error:
            raise unwritable(self._goal, error) from error

    def appear(self) -> None:
        """Let the folder stand in its place.  That takes no time.

        Raises:
            FileError: if something is there by now, or it cannot be put there.
        """
        _refuse_filled(self._goal)  # while it was made, others may have been there
        try:
            if self._goal.is_dir():
                self._goal.rmdir()
            self.path.rename(self._goal)
        except OSError as error:
            raise unwritable(self._goal, error) from error


@contextmanager
def unfinished_folder(path: Path) -> Iterator[UnfinishedFolder]:
    """Yield an empty folder to fill, for the place ``path``; it is gone if it does not appear.

    Raises:
        FileError: if something is there already, which is no empty folder; if there is no folder
            to put it in; or it cannot be written.
    """
    _refuse_without_folder(path)
    _refuse_part(path)
    _refuse_filled(path)
    try:
        with unfinished(path.parent) as folder:
            folder.mkdir()
            yield UnfinishedFolder(folder, path)
    except OSError as error:
        raise unwritable(path, error) from error


@contextmanager
def appearing_folder(path: Path) -> Iterator[Path]:
    """Yield an empty folder to fill, which is to stand at ``path``: it appears there whole.

    Raises:
        FileError: as ``unfinished_folder`` and ``UnfinishedFolder`` do.
    """
    with unfinished_folder(path) as folder:
        yield folder.path
        folder.reach_disk()
        folder.appear()


def _refuse_filled(path: Path) -> None:
    """Refuse a place where anything is: what is in a folder may be somebody's work."""
    try:
        # Whoever stands in a folder would stand nowhere if another took its place.
        is_here = path.exists() and path.samefile(Path())
        is_free = not os.path.lexists(path) or (
            path.is_dir() and not is_here and not any(path.iterdir())
        )
    except OSError as error:
        raise unwritable(path, error) from error
    if not is_free:
        raise FileError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” exists already. This format writes a folder: choose a new name for it.",
            ),
            file=path.name or path,
        )


def with_companions(path: Path) -> list[Path]:
    """Return the file that ``path`` leads to and what SQLite may put beside it."""
    real = Path(os.path.realpath(path))
    return [real.with_name(real.name + suffix) for suffix in ("", *COMPANIONS)]


def log_of(path: Path) -> Path:
    """Return where SQLite keeps what was written last, while a project is open."""
    real = Path(os.path.realpath(path))
    return real.with_name(real.name + "-wal")


def _reach_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _all_reach_disk(folder: Path) -> None:
    sync = getattr(os, "sync", None)  # Windows has none
    if sync:
        sync()  # once for all: asked for each of 30,000 files, the disk takes minutes
        return
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            _reach_disk(file)


def _is_older_file(path: Path) -> bool:
    """Tell whether there is a file to be replaced.

    Raises:
        FileError: if it is a database: it may be the only copy of somebody's work; or no file.
        OSError: if it cannot be looked at, or is a folder.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise FileError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” is a pipe or a device and no file. Choose another name."
            ),
            file=path,
        )
    if _is_database(path):
        raise FileError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” is a project or another database. Choose another name."
            ),
            file=path.name,
        )
    return True


def identity_of(path: Path) -> _Identity | None:
    """Return what tells a file from all others, if there is one."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def take_into_use(path: Path) -> _Identity | None:
    """Take it that this process has the project at ``path`` open; ``let_go`` ends that."""
    identity = identity_of(path)
    if identity:
        _in_use[identity] += 1
    return identity


def let_go(identity: _Identity | None) -> None:
    """Take it that this process has closed a project."""
    if identity:
        _in_use[identity] -= 1


def is_in_use(path: Path) -> bool:
    """Tell whether this process has the project at ``path`` open."""
    identity = identity_of(path)
    return identity is not None and _in_use[identity] > 0


def _is_database(path: Path) -> bool:
    if is_in_use(path):
        return True
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def _refuse_part(path: Path) -> None:
    """Refuse the name of what SQLite keeps beside a project: it may hold work that is saved."""
    real = Path(os.path.realpath(path))
    for suffix in COMPANIONS:
        # Some file systems do not tell “-WAL” from “-wal”.
        if not real.name.lower().endswith(suffix) or len(real.name) == len(suffix):
            continue
        project = real.with_name(real.name[: -len(suffix)])
        try:
            is_part = is_file(project) and _is_database(project)
        except OSError:  # who knows
            is_part = True
        if is_part:
            raise ProjectError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{file}” would be taken for a part of “{project}”. Choose another name.",
                ),
                file=path.name,
                project=project.name,
            )


def _refuse_without_folder(path: Path) -> None:
    try:
        is_there = path.parent.is_dir()
    except OSError:  # a folder that may not be looked into: what comes next tells of it
        return
    if not is_there:
        raise FileError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is no folder “{folder}” for “{file}”. Make it first, or choose another.",
            ),
            folder=path.parent,
            file=path.name,
        )


def _refuse_taken(path: Path) -> None:
    _refuse_part(path)
    if os.path.lexists(path):
        raise _taken(path)
    for suffix in COMPANIONS:
        left = path.with_name(path.name + suffix)
        if os.path.lexists(left):
            # SQLite would play the log of a project that is gone into the new one.
            raise ProjectError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{left}” is left over from a project of the same name. Move it away, or choose"
                    " another name.",
                ),
                left=left.name,
            )


def _taken(path: Path) -> ProjectError:
    return ProjectError(
        QT_TRANSLATE_NOOP("errors", "“{file}” exists already. Choose another name."),
        file=path.name,
    )


def _give_name(file: Path, path: Path) -> None:
    """Give a file its name; unlike renaming, this never overwrites."""
    try:
        os.link(file, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        path.open("xb").close()
        file.replace(path)


def refuse_network(path: Path) -> None:
    """Refuse a file on a network share: locks fail there, and a project can be lost."""
    if _is_on_network(path.absolute()):
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” lies on a network share, where work can be lost. Copy the project to a"
                " disk of this computer.",
            ),
            file=path.name,
        )


def _is_on_network(path: Path) -> bool:
    if sys.platform == "win32":
        return str(path).startswith("\\\\")
    try:
        mounts = Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    folder = path.parent.resolve()
    kinds = {}
    for line in mounts:
        fields = line.split(" ")
        mount_point = Path(fields[1].replace("\\040", " "))
        if folder.is_relative_to(mount_point):
            kinds[len(mount_point.parts)] = fields[2]
    return bool(kinds) and kinds[max(kinds)] in _NETWORK_FILE_SYSTEMS
