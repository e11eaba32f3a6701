"""What removed articles hold, laid open as rows: an act changes them as it changes layers.

The trash keeps an article as JSON.  While an act of a lead is done, spans and refusals in it stand
in tables of SQLite's own, which go with the connection; what the act changed is put back at the
end.  The cost follows the size of the trash, and what is written what changed in it.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from annotator.core.rows import AlikeChange, Kind, ProjectChange
from annotator.store.failures import UNREADABLE, unreadable_in_trash


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


_SPAN = (
    *("id", "label", "start", "end", "quote", "value", "proposed", "note", "unsure", "origin"),
    *("created_at", "changed_at"),
)
"""The fields of a span, as the trash names them too."""
_REFUSAL = ("author", "article_id", "start", "end", "label", "quote", "at")
_TABLES = (
    # Authors may have other names than an act that is taken back tells.
    "CREATE TEMP TABLE trashed_authors (name TEXT PRIMARY KEY)",
    """CREATE TEMP TABLE trashed_layers (article_id TEXT, author TEXT,
            PRIMARY KEY (article_id, author))""",
    f"""CREATE TEMP TABLE trashed_spans (
            article_id TEXT, author TEXT, {_listed(_SPAN)},
            "key" TEXT AS (json_array(article_id, id)),
            layer TEXT AS (json_array(article_id, author)),
            PRIMARY KEY (article_id, id), UNIQUE (article_id, author, start, "end", label),
            FOREIGN KEY (article_id, author) REFERENCES trashed_layers)""",
    f"""CREATE TEMP TABLE trashed_refusals ({_listed(_REFUSAL)},
            PRIMARY KEY (author, article_id, start, "end", label),
            FOREIGN KEY (author) REFERENCES trashed_authors)""",
    "CREATE TEMP TABLE trashed_changed (article_id TEXT PRIMARY KEY)",
)
_WIDTHS = {"trashed_spans": 2 + len(_SPAN), "trashed_refusals": len(_REFUSAL)}
_WATCHED = tuple(_WIDTHS)
_WATCHES = tuple(
    f"""CREATE TEMP TRIGGER {table}_{done} AFTER {done} ON {table} BEGIN
            INSERT OR IGNORE INTO trashed_changed VALUES ({row}.article_id); END"""
    for table in _WATCHED
    for done, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old"))
)
_ARTICLE_AT = {Kind.TRASHED_SPAN: 0, Kind.TRASHED_REFUSAL: 1}
"""Where in the key of a row its article stands."""
_NO_ROWS = (
    *UNREADABLE,
    *(OverflowError, sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError),
)
"""What laying an article open raises that holds something else than it should."""


class Trashed:
    """Spans and refusals of removed articles, while they are laid open."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._is_open = False

    @contextmanager
    def laid_open(self) -> Iterator[None]:
        """Let what lies in the trash stand as rows; put back at the end what changed.

        It belongs inside a transaction that may write; inside another one it is a part of that.

        Raises:
            ProjectError: if an article there cannot be read.
        """
        if self._is_open:
            yield
            return
        self._is_open = True
        try:
            self._lay_open()
            yield
            self._put_back()
        finally:
            self._is_open = False
            for table in (*_WATCHED, "trashed_layers", "trashed_authors", "trashed_changed"):
                self._db.execute(f"DROP TABLE IF EXISTS temp.{table}")

    def of_any(self, labels: Iterable[str]) -> bool:
        """Tell whether a span or a refusal that is laid open has one of those labels."""
        found = self._db.execute(
            """SELECT 1 FROM (SELECT label FROM trashed_spans
                              UNION ALL SELECT label FROM trashed_refusals)
               WHERE label IN (SELECT value FROM json_each(?)) LIMIT 1""",
            [json.dumps(list(labels))],
        )
        return found.fetchone() is not None

    def still_there(self, changes: Iterable[ProjectChange]) -> list[ProjectChange]:
        """Return ``changes`` without those of articles that have left the trash for good."""
        there = {key for (key,) in self._db.execute("SELECT article_id FROM trash")}
        return [kept for change in changes if (kept := _of_those(change, there)) is not None]

    def _lay_open(self) -> None:
        for statement in _TABLES:
            self._db.execute(statement)
        self._db.execute("INSERT INTO trashed_authors SELECT name FROM authors")
        # What is still being read would keep the tables from going again.
        with closing(self._db.execute("SELECT article_id, name, content FROM trash")) as trash:
            for article_id, name, content in trash:
                try:
                    self._lay_open_one(article_id, json.loads(content))
                except _NO_ROWS as error:
                    raise unreadable_in_trash(name) from error
        for statement in _WATCHES:
            self._db.execute(statement)

    def _lay_open_one(self, article_id: str, told: dict[str, Any]) -> None:
        for layer in told["layers"]:
            owner = (article_id, layer["author"])
            self._db.execute("INSERT INTO trashed_layers VALUES (?, ?)", owner)
            self._insert("trashed_spans", (owner + _row(span) for span in layer["spans"]))
        self._insert(
            "trashed_refusals",
            (tuple(refusal[column] for column in _REFUSAL) for refusal in told["refusals"]),
        )

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        marks = ", ".join("?" * _WIDTHS[table])
        self._db.conn.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def _put_back(self) -> None:
        changed = self._db.execute(
            """SELECT article_id, content FROM trash
               WHERE article_id IN (SELECT article_id FROM trashed_changed)"""
        ).fetchall()
        for article_id, content in changed:
            told = json.loads(content)
            for layer in told["layers"]:
                spans = self._spans(article_id, layer["author"])
                if spans != layer["spans"]:
                    layer["spans"] = spans
                    self._db.execute(
                        """UPDATE decisions SET layer_revision = layer_revision + 1
                           WHERE article_id = ? AND layer_author = ? AND layer_revision = ?""",
                        [article_id, layer["author"], layer["revision"]],
                    )
                    layer["revision"] += 1
            told["refusals"] = self._refusals(article_id)
            self._db.execute(
                "UPDATE trash SET content = ? WHERE article_id = ?",
                [json.dumps(told, ensure_ascii=False), article_id],
            )

    def _spans(self, article_id: str, author: str) -> list[dict[str, Any]]:
        rows = self._db.query(
            f"""SELECT {_listed(_SPAN)} FROM trashed_spans WHERE article_id = ? AND author = ?
                ORDER BY start, "end" DESC, label""",
            [article_id, author],
        )
        return [
            {
                **row,
                "value": json.loads(row["value"]),
                "proposed": row["proposed"] == 1,
                "unsure": row["unsure"] == 1,
            }
            for row in rows
        ]

    def _refusals(self, article_id: str) -> list[dict[str, Any]]:
        rows = self._db.query(
            f"""SELECT {_listed(_REFUSAL)} FROM trashed_refusals WHERE article_id = ?
                ORDER BY rowid""",
            [article_id],
        )
        return list(rows)


def _row(span: dict[str, Any]) -> tuple[object, ...]:
    told = span | {"value": json.dumps(span["value"], ensure_ascii=False)}
    return tuple(told[column] for column in _SPAN)


def _of_those(change: ProjectChange, articles: set[str]) -> ProjectChange | None:
    """Return what ``change`` tells of those removed articles, and whatever it tells of others."""
    if change.kind not in _ARTICLE_AT:
        return change
    at = _ARTICLE_AT[change.kind]
    if isinstance(change, AlikeChange):
        keys = tuple(key for key in change.keys if json.loads(key)[at] in articles)
        return replace(change, keys=keys)
    return change if json.loads(change.key)[at] in articles else None
