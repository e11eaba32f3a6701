"""Whether a project file is whole: all that Annotator itself would never have written.

What is read here is read as it stands, row by row; the repositories would stumble over it.
"""

import sqlite3
from collections.abc import Callable, Iterator

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.progress import Progress
from annotator.store.check.articles import articles_damage
from annotator.store.check.assignments import assignment_damage
from annotator.store.check.damage import Damage
from annotator.store.check.decisions import decision_damage
from annotator.store.check.file import MISSING_TABLE, file_damage, reference_damage, schema_damage
from annotator.store.check.history import history_damage
from annotator.store.check.registry import registry_damage
from annotator.store.check.suggested import suggested_damage
from annotator.store.check.trash import trash_damage

__all__ = ["Damage", "find_damage", "find_index_damage"]


def find_damage(db: Database, fold: Callable[[str], str], progress: Progress) -> Iterator[Damage]:
    """Yield what is wrong with the file, worst first; memory does not grow with the project.

    ``fold`` is how the search folds.  The connection reads text that is no UTF-8 while this
    runs: use it for nothing else.
    """
    before = db.conn.text_factory
    db.conn.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        changes = list(_readable(file_damage(db), schema_damage(db)))
        yield from changes
        if any(damage.template == MISSING_TABLE for damage in changes):
            return  # too little is there to go on
        yield from _readable(
            reference_damage(db),
            registry_damage(db),
            articles_damage(db, fold, progress),
            decision_damage(db),
            assignment_damage(db),
            history_damage(db),
            trash_damage(db),
            suggested_damage(db),
        )
    finally:
        db.conn.text_factory = before


def find_index_damage(db: Database) -> Iterator[Damage]:
    """Yield whether the index of the search differs from what it indexes.

    SQLite looks at it only by way of a write, which is taken back; nobody else can write until
    then, so that ``db`` had better be a copy.
    """
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        db.conn.execute(
            "INSERT INTO folded_trigrams (folded_trigrams, rank) VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            yield Damage(
                QT_TRANSLATE_NOOP("errors", "The index of the search does not fit the articles.")
            )
        elif error.sqlite_errorcode != sqlite3.SQLITE_ERROR:  # no such table: told above
            raise
    finally:
        db.conn.execute("ROLLBACK")


def _readable(*sections: Iterator[Damage]) -> Iterator[Damage]:
    """Yield what each section finds until SQLite can read no further, and then that, once."""
    told = set()
    for section in sections:
        try:
            yield from section
        except sqlite3.DatabaseError as error:
            if str(error) not in told:
                yield Damage(
                    QT_TRANSLATE_NOOP("errors", "SQLite cannot read on: {why}."), why=error
                )
            told.add(str(error))
