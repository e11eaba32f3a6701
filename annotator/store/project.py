"""One project file: made, opened, checked, migrated, and its repositories.

A project is used from one thread; work in another process opens its own.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP, ProjectError
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress, Quiet
from annotator.core.rows import Kind
from annotator.store.articles import Articles
from annotator.store.assignments import Assignments
from annotator.store.authors import Authors
from annotator.store.bases import Bases
from annotator.store.check import Damage, find_damage, find_index_damage
from annotator.store.clashes import Clashes
from annotator.store.connection import PATIENCE_S, connect, is_project, new_connection
from annotator.store.decisions import Decisions
from annotator.store.failures import told_plainly
from annotator.store.feedback import ToldFeedback
from annotator.store.figures import Figures
from annotator.store.heard import Heard
from annotator.store.history import History
from annotator.store.labels import LabelledSpans, Labels
from annotator.store.layers import Layers
from annotator.store.leftovers import temporary_folder
from annotator.store.migrations import migrations
from annotator.store.models import Models
from annotator.store.place import appearing, is_file, let_go, refuse_network, take_into_use
from annotator.store.qualifications import Qualifications
from annotator.store.questions import Questions
from annotator.store.records import Records
from annotator.store.refusals import Refusals
from annotator.store.registry import Registry
from annotator.store.releases import Releases
from annotator.store.samples import Samples
from annotator.store.search import Search
from annotator.store.suggestions import Suggestions
from annotator.store.trash import Trash
from annotator.store.trashed import Trashed

_IMPORT_CACHE_KB = 32 * 1024
_RETRY_S = 0.001
"""How often to look whether the file is free.

SQLite looks every 100 ms at last, and would miss the gaps that an import leaves for others.
"""


class Project:
    """An open project file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._file = take_into_use(path)
        self._may_write = False
        self._patience_s = PATIENCE_S
        self._db = Database(connection)
        self.articles = Articles(self._db)
        self.assignments = Assignments(self._db)
        self.authors = Authors(self._db)
        self.bases = Bases(self._db)
        self.clashes = Clashes(self._db)
        self.decisions = Decisions(self._db)
        self.feedback = ToldFeedback(self._db)
        self.figures = Figures(self._db)
        self.heard = Heard(self._db)
        self.history = History(self._db)
        self.labels = Labels(self._db)
        self.layers = Layers(self._db)
        self.models = Models(self._db)
        self.qualifications = Qualifications(self._db)
        self.questions = Questions(self._db)
        self.records = Records(self._db)
        self.refusals = Refusals(self._db)
        self.registry = Registry(self._db)
        self.releases = Releases(self._db)
        self.samples = Samples(self._db)
        self.search = Search(self._db)
        self.suggestions = Suggestions(self._db)
        self.trash = Trash(self._db)
        self.trashed = Trashed(self._db)
        self.labelled = {
            Kind.SPAN: LabelledSpans(self._db),
            Kind.DECISION_SPAN: LabelledSpans(self._db, "decision_spans"),
            Kind.TRASHED_SPAN: LabelledSpans(self._db, "trashed_spans", "key"),
        }
        """Whose labels are asked: those of layers, decisions, or removed layers laid open."""

    @classmethod
    def create(cls, path: Path, label_set: LabelSet) -> None:
        """Make an empty project file at ``path``; it is whole or it is not there.

        Raises:
            ProjectError: if something is there already, or it cannot be written.
        """
        refuse_network(path)
        with appearing(path) as unfinished, told_plainly(path):
            _make(unfinished, label_set)

    @classmethod
    @contextmanager
    def making(cls, path: Path, label_set: LabelSet) -> Iterator[Self]:
        """Yield a new project to be filled, which appears at ``path`` whole or not at all.

        Raises:
            ProjectError: if something is there already, or it cannot be written.
        """
        refuse_network(path)
        with appearing(path) as unfinished:
            with told_plainly(path):
                _make(unfinished, label_set)
            with cls.open(unfinished) as project:
                project.path = path
                yield project

    @staticmethod
    def is_at(path: Path) -> bool:
        """Tell whether a project lies at ``path``, of this or another version."""
        return is_project(path)

    @classmethod
    def open(cls, path: Path, *, writable: bool = True) -> Self:
        """Open the project at ``path`` and bring its schema up to date.

        With ``writable`` false the file is only read, and may lie in a read-only folder.

        Raises:
            ProjectError: if it is missing, no project, of a newer version, or cannot be used.
        """
        if not is_file(path):
            raise ProjectError(
                QT_TRANSLATE_NOOP("errors", "There is no project “{file}”."), file=path
            )
        refuse_network(path)
        with told_plainly(path):
            return cls(path, connect(path, writable=writable))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        let_go(self._file)
        self._file = None

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

    def expect_an_import(self) -> None:
        """Keep many pages in memory: new ids touch pages all over the indexes."""
        self._connection.execute(f"PRAGMA cache_size = -{_IMPORT_CACHE_KB}")

    def wait_at_most(self, seconds: float) -> None:
        """Wait so long for another program's write before ``FileBusy`` is raised."""
        self._patience_s = seconds

    def _begin_reading(self) -> None:
        self._connection.execute("BEGIN")
        self._may_write = False

    def _begin_writing(self) -> None:
        patience_ends = time.monotonic() + self._patience_s
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            while not _begun(self._connection) and time.monotonic() < patience_ends:
                time.sleep(_RETRY_S)
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")
        finally:
            self._be_patient()
        self._may_write = True

    def _be_patient(self) -> None:
        self._connection.execute(f"PRAGMA busy_timeout = {round(1000 * self._patience_s)}")

    def seen_version(self) -> int:
        """Return a number that changes whenever another connection changes the file."""
        with told_plainly(self.path):
            row = self._connection.execute("PRAGMA data_version").fetchone()
        return int(row[0])

    def damage(
        self, fold: Callable[[str], str], progress: Progress, *, with_index: bool
    ) -> Iterator[Damage]:
        """Yield what does not fit in the file; ``fold`` is how the search folds.

        The index of the search is looked at in a copy, which needs as much room as the project:
        that takes long in a large one, and nobody else could write meanwhile.
        """
        with self.reading():
            yield from find_damage(self._db, fold, progress)
        if with_index:
            with self._copy_for_a_while() as copy:
                yield from find_index_damage(copy)

    def backup(self, out: Path, progress: Progress) -> None:
        """Copy the project to ``out`` while it is in use; the copy is whole or not there.

        Raises:
            ProjectError: if ``out`` exists.
            FileError: if it cannot be written.
        """
        refuse_network(out)
        with appearing(out) as unfinished, told_plainly(out), closing(_empty(unfinished)) as copy:
            self._copy_into(copy, out, progress)

    @contextmanager
    def _copy_for_a_while(self) -> Iterator[Database]:
        named = Path(f"copy of {self.path.name}")
        with (
            temporary_folder() as folder,
            told_plainly(named),
            closing(_empty(folder / "copy")) as copy,
        ):
            copy.execute("PRAGMA synchronous = OFF")
            self._copy_into(copy, named, Quiet())
            yield Database(copy)

    def _copy_into(self, copy: sqlite3.Connection, out: Path, progress: Progress) -> None:
        with self.reading(), told_plainly(out):
            # Held by a first look, so that what others write meanwhile does not start it anew.
            self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            self._connection.backup(
                copy,
                pages=2000,
                progress=lambda _, left, all_: progress.advance(all_ - left, all_),
            )


def _empty(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def _begun(connection: sqlite3.Connection) -> bool:
    """Begin to write unless another program is writing."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    return connection.in_transaction


def _make(path: Path, label_set: LabelSet) -> None:
    path.unlink(missing_ok=True)
    connection = new_connection(path)
    try:
        connection.execute("BEGIN IMMEDIATE")
        db = Database(connection)
        migrations.apply(db)
        Labels(db).add(label_set)
        connection.execute("COMMIT")
    finally:
        connection.close()
