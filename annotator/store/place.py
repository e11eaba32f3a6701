"""Where a project file may lie, and how a file appears there: whole, or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.core.errors import QT_TRANSLATE_NOOP, ProjectError, unwritable

_COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite puts beside a file at work."""
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
        FileError: if the folder cannot be written.
    """
    _refuse_taken(path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        yield unfinished
        _give_name(unfinished, path)
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        for suffix in ("", *_COMPANIONS):
            with suppress(OSError):
                unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)


def _refuse_taken(path: Path) -> None:
    if os.path.lexists(path):
        raise _taken(path)
    for suffix in _COMPANIONS:
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


def _give_name(unfinished: Path, path: Path) -> None:
    """Give a file its name; unlike renaming, this never overwrites."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        path.open("xb").close()
        unfinished.replace(path)


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
