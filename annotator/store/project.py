"""One project file: made, opened, checked, migrated, and its repositories.

A project is used from one thread; work in another process opens its own.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote as percent_encoded

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP, ProjectError, unwritable
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.store.articles import Articles
from annotator.store.authors import Authors
from annotator.store.check import Damage, find_damage, find_index_damage
from annotator.store.failures import told_plainly
from annotator.store.history import History
from annotator.store.labels import Labels
from annotator.store.layers import Layers
from annotator.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrations
from annotator.store.registry import Registry
from annotator.store.search import Search

_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables, and the trigram tokenizer of 3.34
_HEAD = 100
"""The length of a SQLite file's header."""
_PATIENCE_S = 10.0
"""How long to wait for another program's write; an import holds the file 100 ms at a time."""
_RETRY_S = 0.001
"""How often to look whether the file is free.

SQLite looks every 100 ms at last, and would miss the gaps that an import leaves for others.
"""
_CACHE_KB = 32 * 1024
_COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite puts beside a file at work."""
_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "fuse.sshfs"}


class Project:
    """An open project file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._may_write = False
        self._db = Database(connection)
        self.articles = Articles(self._db)
        self.authors = Authors(self._db)
        self.history = History(self._db)
        self.labels = Labels(self._db)
        self.layers = Layers(self._db)
        self.registry = Registry(self._db)
        self.search = Search(self._db)

    @classmethod
    def create(cls, path: Path, label_set: LabelSet) -> None:
        """Make an empty project file at ``path``; it is whole or it is not there.

        Raises:
            ProjectError: if something is there already, or it cannot be written.
        """
        _refuse_network(path)
        with _appearing(path) as unfinished, told_plainly(path):
            _make(unfinished, label_set)

    @staticmethod
    def is_at(path: Path) -> bool:
        """Tell whether a project lies at ``path``, by what its first bytes say."""
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD)
        except OSError:
            return False
        # https://sqlite.org/fileformat.html: the application id stands at byte 68.
        return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(4)

    @classmethod
    def open(cls, path: Path, *, writable: bool = True) -> Self:
        """Open the project at ``path`` and bring its schema up to date.

        With ``writable`` false the file is only read, and may lie in a read-only folder.

        Raises:
            ProjectError: if it is missing, no project, of a newer version, or cannot be used.
        """
        if not _is_file(path):
            raise ProjectError(
                QT_TRANSLATE_NOOP("errors", "There is no project “{file}”."), file=path
            )
        _refuse_network(path)
        with told_plainly(path):
            connection = _connect(path, writable=writable)
            try:
                _refuse_stranger(path, connection)
                if writable:
                    _prepare_for_writing(path, connection)
                elif _version(connection) < SCHEMA_VERSION:
                    connection.close()
                    cls.open(path).close()
                    connection = _connect(path, writable=False)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction that may write: everything in it is saved, or nothing.

        Inside another one it is a part of that.

        Raises:
            ProjectError: if the file cannot be written now.
        """
        if not self._connection.in_transaction:
            with self._transaction(self._begin_writing):
                yield
        elif self._may_write:
            yield
        else:
            # It would fail whenever another program has written since the reading began.
            raise RuntimeError("writing() was called inside reading()")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One transaction that only reads: all of it sees the same moment.

        Inside another transaction it sees what that sees.
        """
        if self._connection.in_transaction:
            yield
        else:
            with self._transaction(self._begin_reading):
                yield

    @contextmanager
    def _transaction(self, begin: Callable[[], None]) -> Iterator[None]:
        with told_plainly(self.path):
            begin()
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled it back already.
                with suppress(sqlite3.Error):
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                raise

    def wait_at_most(self, seconds: float) -> None:
        """Wait so long for another program's write before ``FileBusy`` is raised."""
        with told_plainly(self.path):
            self._connection.execute(f"PRAGMA busy_timeout = {round(1000 * seconds)}")

    def _begin_reading(self) -> None:
        self._connection.execute("BEGIN")
        self._may_write = False

    def _begin_writing(self) -> None:
        patience_ends = time.monotonic() + _PATIENCE_S
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            while not _begun(self._connection):
                if time.monotonic() > patience_ends:
                    break
                time.sleep(_RETRY_S)
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {round(_PATIENCE_S * 1000)}")
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
        self._may_write = True

    def seen_version(self) -> int:
        """Return a number that changes whenever another connection changes the file."""
        with told_plainly(self.path):
            row = self._connection.execute("PRAGMA data_version").fetchone()
        return int(row[0])

    def damage(
        self, fold: Callable[[str], str], progress: Progress, *, with_index: bool
    ) -> Iterator[Damage]:
        """Yield what does not fit in the file; ``fold`` is how the search folds.

        The index of the search can only be looked at in a file that is open for writing.
        """
        with self.reading():
            yield from find_damage(self._db, fold, progress)
        if with_index:
            with told_plainly(self.path):
                yield from find_index_damage(self._db)

    def backup(self, out: Path, progress: Progress) -> None:
        """Copy the project to ``out`` while it is in use; the copy is whole or not there.

        Raises:
            ProjectError: if ``out`` exists.
            FileError: if it cannot be written.
        """
        _refuse_network(out)
        with _appearing(out) as unfinished, self.reading(), told_plainly(out):
            # Held by a first look, so that what others write meanwhile does not start it anew.
            self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            copy = sqlite3.connect(unfinished)
            try:
                self._connection.backup(
                    copy,
                    pages=2000,
                    progress=lambda _, left, all_: progress.advance(all_ - left, all_),
                )
            finally:
                copy.close()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long, a folder that may not be looked into
        return False


@contextmanager
def _appearing(path: Path) -> Iterator[Path]:
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


def _begun(connection: sqlite3.Connection) -> bool:
    """Begin to write unless another program is writing."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    return connection.in_transaction


def _connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors", "SQLite {found} is too old; Annotator needs {needed} or newer."
            ),
            found=sqlite3.sqlite_version,
            needed=".".join(map(str, _OLDEST_SQLITE)),
        )
    if writable:
        return _configured(_connection(path, "rw"))
    connection = _connection(path, "ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        connection.close()
        # Reading a write-ahead log needs a file beside it; where no log is and none can be
        # made, nobody writes either.
        code = error.sqlite_errorcode & 0xFF
        has_log = path.with_name(path.name + "-wal").exists()
        if has_log or code not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        connection = _connection(path, "ro&immutable=1")
    return _configured(connection)


def _connection(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"file:{percent_encoded(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=_PATIENCE_S,
        isolation_level=None,
    )


def _configured(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # Ids are random, so that an import touches pages all over its indexes.
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
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
    # SQLite opens a read-only file without a word and fails at the first edit.
    with _busy_forgiven():
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")


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
    """Let another program's write be: it says nothing of whether this one may write later."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise


def _make(path: Path, label_set: LabelSet) -> None:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        _configured(connection)
        connection.execute("BEGIN IMMEDIATE")
        db = Database(connection)
        migrations.apply(db)
        Labels(db).replace(label_set)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _refuse_network(path: Path) -> None:
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
