"""Rows with a key, beside the layers: what acts on the project change; see ``core.rows``.

A key of several columns is written as a JSON array.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeGuard

from sqlite_utils import Database

from annotator.core.progress import Progress, Quiet
from annotator.core.rows import AlikeChange, Cell, Kind, ProjectChange, Row, RowChange

_AT_ONCE = 2_000
"""How many rows that change alike are changed between two words about it."""
_QUIET = Quiet()


class RowsCollide(Exception):
    """Something else stands where a row is to be, or what a row needs is not there."""


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    key: tuple[str, ...]
    columns: frozenset[str]
    """What an act may change, the key apart."""
    whole: frozenset[str] = frozenset()
    """What comes and goes with a row besides."""
    source: str = ""
    """Where rows are read, if not in the table."""
    passing: frozenset[str] = frozenset()
    """What may be another without the row being another."""

    @property
    def read_from(self) -> str:
        return self.source or self.name

    @property
    def all_columns(self) -> frozenset[str]:
        return self.columns | self.whole


_REFUSAL = ("author", "article_id", "start", "end", "label"), frozenset({"quote", "at"})
_PLACE = ("start", "end", "quote", "label")
_SPAN_MAY_CHANGE = frozenset(
    {*_PLACE, "value", "proposed", "note", "unsure", "origin", "created_at", "changed_at"}
)
_SPAN_WHOLE = frozenset({"article_id", "author"})
_NAMED = (Kind.LABEL, Kind.AUTHOR)
"""What other rows name."""
_PARKED = 1 << 40
"""Beyond the end of any text."""
_TABLES = {
    Kind.ARTICLE: _Table(
        "articles",
        ("id",),
        frozenset({"title", "outlet", "url", "published", "direction", "meta", "note"}),
    ),
    Kind.ASSIGNMENT: _Table(
        "assignments", ("article_id", "author"), frozenset({"assigned_by", "at", "comment"})
    ),
    Kind.AUTHOR: _Table("authors", ("name",), frozenset({"role", "retired"})),
    Kind.BASE: _Table("bases", ("pack", "article_id"), frozenset({"author", "layer", "acts"})),
    Kind.CLASH: _Table(
        "clashes", ("id",), frozenset({"article_id", "author", "kind", "what", "versions"})
    ),
    Kind.DECISION: _Table("decisions", ("id",), frozenset({"stands"})),
    Kind.DECISION_SPAN: _Table(
        "decision_spans", ("id",), frozenset({"label", "value", "proposed"})
    ),
    Kind.ENTRY: _Table(
        "entries", ("id",), frozenset({"label", "name", "aliases", "note", "merged_into"})
    ),
    Kind.LABEL: _Table(
        "labels",
        ("name",),
        frozenset({"position", "shown_en", "shown_ar", "colour", "key", "value", "reader"}),
    ),
    Kind.LAYER: _Table(
        "layers",
        ("article_id", "author"),
        frozenset({"status", "reason", "guideline", "seconds"}),
        frozenset({"revision"}),
        passing=frozenset({"seconds", "revision"}),
    ),
    Kind.PROPERTY: _Table("properties", ("name",), frozenset({"value"})),
    Kind.QUALIFICATION: _Table(
        "qualifications", ("article_id", "author"), frozenset({"given_by", "at", "ended"})
    ),
    Kind.QUESTION: _Table(
        "questions",
        ("id",),
        frozenset(
            {
                *("article_id", "author", "start", "end", "quote", "question", "asked_at"),
                *("answer", "answered_by", "answered_at", "seen"),
            }
        ),
    ),
    Kind.REFUSAL: _Table("refusals", *_REFUSAL),
    # The number of a layer is not told: another one may bear it when a span comes back.
    Kind.SPAN: _Table(
        "spans",
        ("id",),
        _SPAN_MAY_CHANGE,
        _SPAN_WHOLE,
        """(SELECT spans.*, article_id, author FROM spans
            JOIN layers ON layers.number = spans.layer)""",
    ),
    Kind.TRASH: _Table(
        "trash",
        ("article_id",),
        frozenset({"name", "title", "removed_by", "removed_at", "content"}),
    ),
    # These are there while the trash is laid open.
    Kind.TRASHED_REFUSAL: _Table("trashed_refusals", *_REFUSAL),
    Kind.TRASHED_SPAN: _Table(
        "trashed_spans", ("article_id", "id"), _SPAN_MAY_CHANGE, _SPAN_WHOLE - {"article_id"}
    ),
}


class Records:
    """The rows that acts on the project change."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def read(self, kind: Kind, key: str, columns: Iterable[str] | None = None) -> Row | None:
        """Return the row of that key, all of its columns or some; ``None`` if it is not there."""
        table = _TABLES[kind]
        wanted = _allowed(table, table.all_columns if columns is None else columns, whole=True)
        rows = self._db.query(
            f"SELECT {_listed(wanted)} FROM {table.read_from} WHERE {_is_key(table)}",
            _key_cells(table, key),
        )
        return next(rows, None)

    def where(self, kind: Kind, column: str, cell: Cell) -> list[tuple[str, Row]]:
        """Return keys and whole rows in whose ``column`` that ``cell`` stands, the oldest first.

        Of spans too many may be so: there is ``LabelledSpans.keys``.
        """
        table = _TABLES[kind]
        wanted = sorted({*table.all_columns, *table.key})
        rows = self._db.query(
            f'SELECT {_listed(wanted)} FROM {table.read_from} WHERE "{column}" = ? ORDER BY rowid',
            [cell],
        )
        return [_keyed(table, row) for row in rows]

    def all(self, kind: Kind) -> list[tuple[str, Row]]:
        """Return keys and rows of a small table."""
        table = _TABLES[kind]
        wanted = sorted({*table.all_columns, *table.key})
        rows = self._db.query(f"SELECT {_listed(wanted)} FROM {table.read_from} ORDER BY rowid")
        return [_keyed(table, row) for row in rows]

    def is_as(self, change: ProjectChange) -> bool:
        """Tell whether the rows are now as they were before ``change``."""
        if isinstance(change, AlikeChange):
            return self._are_alike(change)
        if change.before is None:
            return self.read(change.kind, change.key) is None
        wanted = change.before.keys() - _TABLES[change.kind].passing
        before = {column: change.before[column] for column in wanted}
        found = self.read(change.kind, change.key, wanted or None)
        return found is not None and (not wanted or found == before)

    def _are_alike(self, change: AlikeChange) -> bool:
        table = _TABLES[change.kind]
        columns = _allowed(table, change.before)
        (count,) = self._db.execute(
            f"""SELECT count(*) FROM {table.name} WHERE {_is_among(table)}
                AND {" AND ".join(f'"{column}" IS ?' for column in columns)}""",
            [json.dumps(change.keys), *(change.before[column] for column in columns)],
        ).fetchone()
        return bool(count == len(change.keys))

    def make(self, changes: Iterable[ProjectChange], progress: Progress = _QUIET) -> None:
        """Let each row be as it is after its change.

        Rows go before any changes, and change before any comes, lest one stands where another
        is to be; but labels and authors come first and go last, since other rows name them.  The
        layers of
        spans that are changed go on by a revision each.

        Raises:
            RowsCollide: if a row cannot be there.
        """
        told = list(changes)
        if any(map(_may_redirect, told)):
            # A redirect may be told before what it leads to: it is right in the end.
            self._db.execute("PRAGMA defer_foreign_keys = ON")
        named = [change for change in told if change.kind in _NAMED]
        others = [change for change in told if change.kind not in _NAMED]
        try:
            self._park([change for change in named if change.kind is Kind.LABEL])
            self._add(named)
            self._change(named, progress)
            layers = self._layers_of(others)
            self._remove(others)
            self._park_spans(others)
            self._change(others, progress)
            self._add(others)
            # Work that is brought back says something new; all other acts leave what is meant.
            brings = any(change.kind is Kind.BASE for change in others)
            self._go_on(layers | self._layers_of(others), with_decisions=not brings)
            self._remove(named)
        except sqlite3.IntegrityError as error:
            raise RowsCollide(str(error)) from error

    def _park(self, labels: list[ProjectChange]) -> None:
        """Put places and keys of labels that change away: two may swap theirs, which are unique."""
        there = [c for c in labels if isinstance(c, RowChange) and c.before is not None]
        for column, put in (("key", "char(0xF0000 + position)"), ("position", "-1 - position")):
            self._db.conn.executemany(
                f"UPDATE labels SET {column} = {put} WHERE name = ?",
                [(c.key,) for c in there if c.after is None or column in c.after],
            )

    def _park_spans(self, changes: list[ProjectChange]) -> None:
        """Put spans that change their places far away: two may swap theirs, which are unique.

        A change of the start tells all of the place.
        """
        self._db.conn.executemany(
            'UPDATE spans SET start = start + ?1, "end" = "end" + ?1 WHERE id = ?2',
            [
                (_PARKED, change.key)
                for change in changes
                if isinstance(change, RowChange)
                and change.kind is Kind.SPAN
                and change.before is not None
                and change.after is not None
                and "start" in change.after
            ],
        )

    def _remove(self, changes: list[ProjectChange]) -> None:
        for change in changes:
            if change.after is None:
                table = _TABLES[change.kind]
                self._db.execute(
                    f"DELETE FROM {table.name} WHERE {_is_key(table)}",
                    _key_cells(table, change.key),
                )

    def _add(self, changes: list[ProjectChange]) -> None:
        for change in changes:
            if isinstance(change, RowChange) and change.before is None and change.after is not None:
                table = _TABLES[change.kind]
                cells = dict(zip(table.key, _key_cells(table, change.key), strict=True))
                wanted = _allowed(table, change.after, whole=True)
                cells |= {column: change.after[column] for column in wanted}
                if change.kind is Kind.SPAN:
                    cells["layer"] = self._layer(cells.pop("article_id"), cells.pop("author"))
                marks = ", ".join("?" * len(cells))
                self._db.execute(
                    f"INSERT INTO {table.name} ({_listed(cells)}) VALUES ({marks})",
                    list(cells.values()),
                )

    def _layer(self, article_id: Cell, author: Cell) -> int | None:
        row = self._db.execute(
            "SELECT number FROM layers WHERE article_id = ? AND author = ?", [article_id, author]
        ).fetchone()
        return int(row[0]) if row else None

    def _change(self, changes: list[ProjectChange], progress: Progress) -> None:
        total = sum(len(change.keys) for change in changes if isinstance(change, AlikeChange))
        done = 0
        for change in changes:
            if isinstance(change, AlikeChange):
                table = _TABLES[change.kind]
                for first in range(0, len(change.keys), _AT_ONCE):
                    keys = change.keys[first : first + _AT_ONCE]
                    self._put(table, change.after, _is_among(table), [json.dumps(keys)])
                    done += len(keys)
                    progress.advance(done, total)
            elif change.before is not None and change.after is not None:
                table = _TABLES[change.kind]
                self._put(table, change.after, _is_key(table), _key_cells(table, change.key))

    def _put(self, table: _Table, row: Row, where: str, arguments: list[Cell]) -> None:
        columns = _allowed(table, row)
        puts = ", ".join(f'"{column}" = ?' for column in columns)
        self._db.execute(
            f"UPDATE {table.name} SET {puts} WHERE {where}",
            [*(row[column] for column in columns), *arguments],
        )

    def layers_of(self, changes: Iterable[ProjectChange]) -> list[tuple[str, str]]:
        """Return article and author of the layers that change, of those that are there."""
        rows = self._db.execute(
            """SELECT article_id, author FROM layers
               WHERE number IN (SELECT value FROM json_each(?))""",
            [json.dumps(list(self._layers_of(changes)))],
        )
        return rows.fetchall()

    def _layers_of(self, told: Iterable[ProjectChange]) -> set[int]:
        """Return the numbers of the layers that change, or whose spans do, of what is there."""
        changes = list(told)
        spans = [change for change in changes if change.kind is Kind.SPAN]
        ids = [
            key
            for change in spans
            for key in (change.keys if isinstance(change, AlikeChange) else (change.key,))
        ]
        rows = self._db.execute(
            "SELECT DISTINCT layer FROM spans WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(ids)],
        )
        layers = (_key_cells(_TABLES[c.kind], c.key) for c in changes if _is_of_layer(c))
        numbers = (self._layer(article_id, author) for article_id, author in layers)
        return {number for (number,) in rows} | {n for n in numbers if n is not None}

    def _go_on(self, layers: Iterable[int], *, with_decisions: bool) -> None:
        """Let layers be a revision further, and decisions on them if they stay as true."""
        numbers = [(number,) for number in layers]
        if with_decisions:
            self._db.conn.executemany(
                """UPDATE decisions SET layer_revision = layer_revision + 1
                   WHERE (article_id, layer_author, layer_revision) =
                         (SELECT article_id, author, revision FROM layers WHERE number = ?)""",
                numbers,
            )
        self._db.conn.executemany(
            "UPDATE layers SET revision = revision + 1 WHERE number = ?", numbers
        )


def _keyed(table: _Table, row: Row) -> tuple[str, Row]:
    key = key_of(*(row[part] for part in table.key))
    return key, {name: found for name, found in row.items() if name not in table.key}


def key_of(*cells: Cell) -> str:
    """Return the key of a row from what stands in its key columns."""
    return str(cells[0]) if len(cells) == 1 else json.dumps(cells, ensure_ascii=False)


def cells_of(key: str) -> list[Any]:
    """Return what stands in the key columns of a row that has several: see ``key_of``."""
    cells: list[Any] = json.loads(key)
    return cells


def _key_cells(table: _Table, key: str) -> list[Cell]:
    return [key] if len(table.key) == 1 else cells_of(key)


def _is_key(table: _Table) -> str:
    return " AND ".join(f'"{column}" = ?' for column in table.key)


def _is_among(table: _Table) -> str:
    if len(table.key) == 1:
        return f'"{table.key[0]}" IN (SELECT value FROM json_each(?))'
    parts = ", ".join(f"json_extract(value, '$[{place}]')" for place in range(len(table.key)))
    return f"({_listed(table.key)}) IN (SELECT {parts} FROM json_each(?))"


def _may_redirect(change: ProjectChange) -> bool:
    return (
        isinstance(change, RowChange)
        and change.kind is Kind.ENTRY
        and "merged_into" in (change.after or change.before or ())
    )


def _is_of_layer(change: ProjectChange) -> TypeGuard[RowChange]:
    """Tell whether a layer is another one after ``change``: the time worked does not make it so."""
    if not isinstance(change, RowChange) or change.kind is not Kind.LAYER:
        return False
    return bool((change.after or change.before or {}).keys() - _TABLES[Kind.LAYER].passing)


def _allowed(table: _Table, columns: Iterable[str], *, whole: bool = False) -> list[str]:
    """Return ``columns`` in a settled order; what the history names may come from anywhere."""
    wanted = sorted(columns)
    if not (table.all_columns if whole else table.columns).issuperset(wanted):
        raise ValueError(f"{table.name} has no such columns: {wanted}")
    return wanted


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
