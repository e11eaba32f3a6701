"""Connections to a project file: opened for writing or reading, refused if it is no project.

Whoever only reads must not leave anything beside the file, and may read a file that cannot be
written.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote as percent_encoded

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP, ProjectError
from annotator.core.phrases import holds
from annotator.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrations
from annotator.store.place import is_in_use

PATIENCE_S = 10.0
"""How long to wait for another program's write; an import holds the file 100 ms at a time."""
_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables, and the trigram tokenizer of 3.34
_HEAD = 100
"""The length of a SQLite file's header."""


def is_project(path: Path) -> bool:
    """Tell whether a project lies at ``path``, by what its first bytes say."""
    if is_in_use(path):
        return True
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    # https://sqlite.org/fileformat.html: the application id stands at byte 68.
    return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(4)


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Return a connection to the project at ``path``, its schema brought up to date.

    Raises:
        ProjectError: if it is no project, or of a newer version.
        sqlite3.Error: if it cannot be opened.
    """
    connection = _opened(path, writable=writable)
    try:
        _refuse_stranger(path, connection)
        if writable:
            _prepare_for_writing(path, connection)
        elif _version(connection) < SCHEMA_VERSION:
            connection.close()
            connect(path, writable=True).close()
            connection = _opened(path, writable=False)
    except BaseException:
        connection.close()
        raise
    return connection


def new_connection(path: Path) -> sqlite3.Connection:
    """Return a connection to a file that is to become a project."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return configured(connection)


def _opened(path: Path, *, writable: bool) -> sqlite3.Connection:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors", "SQLite {found} is too old; Annotator needs {needed} or newer."
            ),
            found=sqlite3.sqlite_version,
            needed=".".join(map(str, _OLDEST_SQLITE)),
        )
    if not (writable or _has_log(path) or os.access(path, os.W_OK)):
        # SQLite would leave a log behind that nobody may write either, and who could write the
        # project no longer can.
        return configured(_connection(path, "ro&immutable=1"))
    # Also to read: a connection that may not write leaves the log it has read behind.
    connection = _connection(path, "rw")
    if writable:
        return configured(connection)
    try:
        configured(connection).execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        connection.close()
        # Reading a write-ahead log needs a file beside it; where no log is and none can be
        # made, nobody writes either.  One may have come meanwhile.
        code = error.sqlite_errorcode & 0xFF
        if _has_log(path) or code not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        connection = configured(_connection(path, "ro&immutable=1"))
    return connection


def _has_log(path: Path) -> bool:
    # SQLite follows links first.  ``Path.exists`` raises for a name that is too long.
    return os.path.exists(os.path.realpath(path) + "-wal")  # noqa: PTH110


def _connection(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"file:{percent_encoded(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=PATIENCE_S,
        isolation_level=None,
    )


def configured(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return the connection, set up as every one to a project must be."""
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.create_function("holds_phrase", 2, holds, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_stranger(path: Path, connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is not an Annotator project."), file=path.name
        )
    if _version(connection) > SCHEMA_VERSION:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is from a newer Annotator. Update the program, then open it again.",
            ),
            file=path.name,
        )


def _prepare_for_writing(path: Path, connection: sqlite3.Connection) -> None:
    if _version(connection) < SCHEMA_VERSION:
        _migrate(path, connection)
    connection.execute("PRAGMA journal_mode = WAL")
    # SQLite opens a read-only file without a word and fails at the first edit.  Whether another
    # program writes just now says nothing of that, so it is not waited for.
    connection.execute("PRAGMA busy_timeout = 0")
    with _busy_forgiven():
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    connection.execute(f"PRAGMA busy_timeout = {round(1000 * PATIENCE_S)}")


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    # Rebuilding a table would delete what refers to it.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(Database(connection))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        # What a step wants to make is there, or what it wants to change is not.
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The tables of “{file}” are not those of its version. Keep a copy of it, and go on"
                " with your last backup.",
            ),
            file=path.name,
        ) from error
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def _busy_forgiven() -> Iterator[None]:
    """Take it for no failure that another program is writing."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
