"""Rows with a key, beside the layers: what acts on the project change; see ``core.rows``."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from annotator.core.rows import Kind, Row, RowChange


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    key: str
    columns: frozenset[str]
    """What an act may change, the key apart."""


_TABLES = {
    Kind.ARTICLE: _Table(
        "articles",
        "id",
        frozenset({"title", "outlet", "url", "published", "direction", "meta", "note"}),
    ),
    Kind.ENTRY: _Table(
        "entries", "id", frozenset({"label", "name", "aliases", "note", "merged_into"})
    ),
    Kind.LABEL: _Table(
        "labels",
        "name",
        frozenset({"position", "shown_en", "shown_ar", "colour", "key", "value", "reader"}),
    ),
    Kind.PROPERTY: _Table("properties", "name", frozenset({"value"})),
    Kind.QUESTION: _Table(
        "questions",
        "id",
        frozenset(
            {
                *("article_id", "author", "start", "end", "quote", "question", "asked_at"),
                *("answer", "answered_by", "answered_at", "seen"),
            }
        ),
    ),
    Kind.SPAN: _Table(
        "spans", "id", frozenset({"label", "value", "proposed", "note", "changed_at"})
    ),
    Kind.TRASH: _Table(
        "trash", "article_id", frozenset({"name", "title", "removed_by", "removed_at", "content"})
    ),
}


class Records:
    """The rows that acts on the project change."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def read(self, kind: Kind, key: str, columns: Iterable[str] | None = None) -> Row | None:
        """Return the row of that key, all of its columns or some; ``None`` if it is not there."""
        table = _TABLES[kind]
        wanted = _allowed(table, table.columns if columns is None else columns)
        rows = self._db.query(
            f'SELECT {_listed(wanted)} FROM {table.name} WHERE "{table.key}" = ?', [key]
        )
        return next(rows, None)

    def is_as(self, change: RowChange) -> bool:
        """Tell whether the row is now as it was before ``change``."""
        if change.before is None:
            return self.read(change.kind, change.key) is None
        return self.read(change.kind, change.key, change.before) == change.before

    def make(self, changes: Iterable[RowChange]) -> None:
        """Let each row be as it is after its change.

        Rows go before any changes, and change before any comes, lest one stands where another
        is to be.  The layers of spans that are changed go on by a revision each.
        """
        told = list(changes)
        for change in told:
            if change.after is None:
                self._remove(change)
        self._change([c for c in told if c.before is not None and c.after is not None])
        for change in told:
            if change.before is None and change.after is not None:
                self._add(_TABLES[change.kind], change.key, change.after)

    def _remove(self, change: RowChange) -> None:
        table = _TABLES[change.kind]
        self._db.execute(f'DELETE FROM {table.name} WHERE "{table.key}" = ?', [change.key])

    def _add(self, table: _Table, key: str, row: Row) -> None:
        columns = _allowed(table, row)
        marks = ", ".join("?" * (len(columns) + 1))
        self._db.execute(
            f'INSERT INTO {table.name} ("{table.key}", {_listed(columns)}) VALUES ({marks})',
            [key, *(row[column] for column in columns)],
        )

    def _change(self, changes: list[RowChange]) -> None:
        for change in changes:
            table, row = _TABLES[change.kind], change.after
            assert row is not None
            columns = _allowed(table, row)
            puts = ", ".join(f'"{column}" = ?' for column in columns)
            self._db.execute(
                f'UPDATE {table.name} SET {puts} WHERE "{table.key}" = ?',
                [*(row[column] for column in columns), change.key],
            )
        self._go_on([change.key for change in changes if change.kind is Kind.SPAN])

    def _go_on(self, span_ids: list[str]) -> None:
        layers = {
            number
            for span_id in span_ids
            for (number,) in self._db.execute("SELECT layer FROM spans WHERE id = ?", [span_id])
        }
        self._db.conn.executemany(
            "UPDATE layers SET revision = revision + 1 WHERE number = ?",
            [(number,) for number in layers],
        )


def _allowed(table: _Table, columns: Iterable[str]) -> list[str]:
    """Return ``columns`` in a settled order; what the history names may come from anywhere."""
    wanted = sorted(columns)
    if not table.columns.issuperset(wanted):
        raise ValueError(f"{table.name} has no such columns: {wanted}")
    return wanted


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
