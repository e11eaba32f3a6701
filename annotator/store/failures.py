"""What SQLite says when it fails, and what cannot be read, told as a person needs to hear it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, FileBusy, ProjectError

UNREADABLE = (AnnotatorError, ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What reading a field raises that holds something else than it should."""

_SENTENCES = {
    sqlite3.SQLITE_BUSY: QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” is being written by another program. Wait until that is done, then try again.",
    ),
    sqlite3.SQLITE_LOCKED: QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” is being written by another program. Wait until that is done, then try again.",
    ),
    sqlite3.SQLITE_READONLY: QT_TRANSLATE_NOOP(
        "errors", "“{file}” cannot be written: the file or its folder is read-only."
    ),
    sqlite3.SQLITE_FULL: QT_TRANSLATE_NOOP(
        "errors",
        "The disk that holds “{file}” is full. Nothing was changed; make room, then try again.",
    ),
    sqlite3.SQLITE_IOERR: QT_TRANSLATE_NOOP(
        "errors",
        "The disk that holds “{file}” could not be read or written. Nothing was changed; is it"
        " full or unplugged?",
    ),
    sqlite3.SQLITE_CANTOPEN: QT_TRANSLATE_NOOP(
        "errors", "“{file}” cannot be opened: may you read and write it and its folder?"
    ),
    sqlite3.SQLITE_PERM: QT_TRANSLATE_NOOP(
        "errors", "“{file}” cannot be opened: may you read and write it and its folder?"
    ),
    sqlite3.SQLITE_NOTADB: QT_TRANSLATE_NOOP("errors", "“{file}” is not an Annotator project."),
    sqlite3.SQLITE_CORRUPT: QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” is damaged. Keep a copy of it, and go on with your last backup.",
    ),
    sqlite3.SQLITE_TOOBIG: QT_TRANSLATE_NOOP(
        "errors", "Something is too large to be stored in “{file}”."
    ),
}


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn the failures of the machine or the file into ``ProjectError``.

    Everything else that SQLite refuses is a bug of ours, and stays what it is.
    """
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the primary result code: https://sqlite.org/rescode.html
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in _SENTENCES:
            raise
        kind = FileBusy if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) else ProjectError
        raise kind(_SENTENCES[code], file=path.name) from error


def unreadable_in_trash(article: str) -> ProjectError:
    """Return the error for a removed article that cannot be read where it would have to change."""
    return ProjectError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{article}” cannot be read in the trash, and would have to change there too. Nothing"
            " was changed: restore the other articles, empty the trash, then try again.",
        ),
        article=article,
    )
