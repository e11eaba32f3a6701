"""The files in folders that are to be imported.

What is no file is refused by name, and so is a release as a whole; names with a leading dot and the
project itself are left out.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import regex

from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    FileError,
    UnknownName,
    unreadable,
)
from annotator.core.format import Refused
from annotator.core.manifest import MANIFEST
from annotator.store.place import with_companions
from annotator.workflow.imports.released import is_release

_Identity = tuple[int, int]
_WEB = regex.compile(r"((?:https?|ftp):)/+", regex.IGNORECASE)


def files_under(path: Path, *, leaving_out: Path) -> Iterator[tuple[Path, str] | Refused]:
    """Yield the files under ``path`` in the order of their names, or what is refused there.

    With each comes its path under ``path``, with ``/``.  A file that ``path`` itself names is
    taken whatever it is; in a folder the project ``leaving_out`` is left out.
    """
    # A pipe or a device is no file either: reading it might never end.
    if os.path.isfile(path):  # noqa: PTH113  (Path.is_file raises for a name that is too long)
        yield path, _storable(path.name)
    elif os.path.isdir(path):  # noqa: PTH112
        yield from _files_in(path, leaving_out)
    else:
        yield Refused(path, None, _not_there(path))


def _not_there(path: Path) -> AnnotatorError:
    """Say that nothing is at a path, or that it is an address."""
    # A path has one slash where an address has two.
    if address := _WEB.match(path.as_posix()):
        return FileError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{address}” is an address in the web and no file. Open it in a browser, save the"
                " page, then import the file that was saved.",
            ),
            address=f"{address[1]}//{path.as_posix()[address.end() :]}",
        )
    return UnknownName(
        QT_TRANSLATE_NOOP("errors", "There is no file or folder “{path}”."), path=path
    )


def _files_in(path: Path, project: Path) -> Iterator[tuple[Path, str] | Refused]:
    own = set(filter(None, map(_identity, with_companions(project))))
    closed: list[Refused] = []
    for folder, folders, names in os.walk(path, onerror=lambda error: closed.append(_told(error))):
        yield from _taken_from(closed)
        if not os.access(folder, os.X_OK):  # what is in it can be listed, and no more
            yield _told(PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder))
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if MANIFEST in names and is_release(Path(folder)):
            yield _one_format_alone(Path(folder), folders)
            folders.clear()
            continue
        for place in [Path(folder, name) for name in folders if _is_link(Path(folder, name))]:
            folders.remove(place.name)
            yield _refused(
                place,
                QT_TRANSLATE_NOOP(
                    "errors", "“{file}” is a link to a folder. Import that folder by its own name."
                ),
            )
        for name in sorted(names):
            if not name.startswith("."):
                found = _looked_at(Path(folder, name), own)
                if isinstance(found, Path):
                    yield found, _storable(found.relative_to(path).as_posix())
                elif found:
                    yield found
    yield from _taken_from(closed)


def _one_format_alone(release: Path, formats: list[str]) -> Refused:
    """Refuse a release as a whole: each of its articles stands in it once for each format."""
    why = FileError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{folder}” is a release, and has its articles once in each format. Import the folder"
            " of one format in it: {formats}.",
        ),
        folder=release.name or release,
        formats=", ".join(formats),
    )
    return Refused(release, None, why)


def _looked_at(file: Path, own: set[_Identity]) -> Path | Refused | None:
    """Return the file, why it is refused, or nothing if it is left out."""
    try:
        status = file.stat()
    except OSError as error:
        if isinstance(error, FileNotFoundError) and file.is_symlink():
            return _refused(
                file, QT_TRANSLATE_NOOP("errors", "“{file}” is a link to what is not there.")
            )
        return _told(error)
    if not stat.S_ISREG(status.st_mode):
        return _refused(
            file, QT_TRANSLATE_NOOP("errors", "“{file}” is a pipe or a device and no file.")
        )
    return None if (status.st_dev, status.st_ino) in own else file


def _identity(file: Path) -> _Identity | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _is_link(folder: Path) -> bool:
    return folder.is_symlink() or (sys.version_info >= (3, 12) and folder.is_junction())


def _refused(place: Path, template: str) -> Refused:
    why: AnnotatorError = FileError(template, file=place.name)
    return Refused(place, None, why)


def _told(error: OSError) -> Refused:
    place = Path(os.fsdecode(error.filename))
    return Refused(place, None, unreadable(place.name, error))


def _taken_from(closed: list[Refused]) -> Iterator[Refused]:
    """Yield what gathered in the list, and empty it."""
    while closed:
        yield closed.pop(0)


def _storable(name: str) -> str:
    """Return a file's name as text: bytes in it that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
