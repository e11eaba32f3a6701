"""What the history last left: the spans of a layer, and which imports were taken back.

Spans that an import brought are not in it: the history names only their layers.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeAlias

from sqlite_utils import Database

from annotator.core.edits import Change
from annotator.core.model import Span
from annotator.core.rows import Kind
from annotator.core.values import value_from_json
from annotator.store.failures import UNREADABLE

RowOfSpan: TypeAlias = tuple[int, str, str | None]
"""The sequence of an act, the id of a span, and as JSON what the act let its row hold."""

_KINDS = {"span": Kind.SPAN.value, "trashed": Kind.TRASHED_SPAN.value}
# One in the trash is named with its article.
_SPAN_ID = """CASE WHEN kind = :trashed AND json_valid(named) THEN json_extract(named, '$[1]')
              ELSE named END"""
_ROWS_TOLD = f"""
    SELECT sequence, {_SPAN_ID}, after FROM (
        SELECT sequence, json_extract(row.value, '$[0]') AS kind,
               json_extract(row.value, '$[1]') AS named, json_extract(row.value, '$[2]') AS after
        FROM history, json_each(history.done, '$.rows') AS row
        WHERE instr(done, '"rows"') AND json_valid(done) AND row.type = 'array')
    WHERE kind IN (:span, :trashed) ORDER BY sequence"""
# Read once: the keys of 200,000 spans make a long text.
_ALIKE_TOLD = f"""
    WITH alike AS MATERIALIZED (
        SELECT sequence, json_extract(alike.value, '$[0]') AS kind,
               json_extract(alike.value, '$[1]') AS after, json_extract(alike.value, '$[2]') AS keys
        FROM history, json_each(history.done, '$.alike') AS alike
        WHERE instr(done, '"alike"') AND json_valid(done) AND alike.type = 'array')
    SELECT sequence, {_SPAN_ID}, after FROM (
        SELECT sequence, kind, after, span.value AS named
        FROM alike, json_each(CASE WHEN json_valid(keys) THEN keys ELSE '[]' END) AS span
        WHERE kind IN (:span, :trashed))
    ORDER BY sequence"""


def taken_back(db: Database) -> str:
    """Return the groups of the imports that have been taken back, as a JSON array."""
    group_of: dict[int, str] = {}
    act_of: dict[int, int] = {}
    gone: dict[int, str] = {}
    rows = db.execute(
        "SELECT sequence, act_group, undoes FROM history WHERE article_id IS NULL ORDER BY sequence"
    )
    for sequence, group, undoes in rows:
        if undoes is None:
            group_of[sequence] = group
        elif undoes in group_of:
            act_of[sequence] = undoes
            gone[undoes] = group_of[undoes]
        else:  # what does not fit is told of elsewhere
            gone.pop(act_of.get(undoes, 0), None)
    return json.dumps(sorted(set(gone.values())))


class RowsOfSpans:
    """What acts changed in the rows of spans, whoever's the spans are.

    A lead's act on the project, or a day of publication, changes spans in many layers at once.
    All such acts are read in one pass, into a file of SQLite's own that goes with the connection:
    neither memory nor time may grow with acts times layers.
    """

    def __init__(self, told: sqlite3.Connection) -> None:
        self._told = told
        (self._are_any,) = told.execute("SELECT EXISTS (SELECT 1 FROM told)").fetchone()

    def of(self, span_ids: Iterable[str]) -> Iterator[RowOfSpan]:
        """Yield what was changed in those spans, each in the order of the acts."""
        if self._are_any:
            for span_id in span_ids:
                yield from self._told.execute(
                    "SELECT sequence, span, after FROM told WHERE span = ? ORDER BY sequence",
                    [span_id],
                )


@contextmanager
def rows_of_spans(db: Database) -> Iterator[RowsOfSpans]:
    """Read all acts on rows of spans; what cannot be read of them is told of elsewhere."""
    told = sqlite3.connect("", isolation_level=None)
    try:
        told.execute("CREATE TABLE told (sequence INTEGER, span TEXT, after TEXT)")
        told.execute("BEGIN")
        for query in (_ROWS_TOLD, _ALIKE_TOLD):
            told.executemany("INSERT INTO told VALUES (?, ?, ?)", db.execute(query, _KINDS))
        told.execute("CREATE INDEX told_by_span ON told (span, sequence)")
        told.execute("COMMIT")
        yield RowsOfSpans(told)
    finally:
        told.close()


def removed(db: Database) -> str:
    """Return the ids of the articles that were last put into the trash, as a JSON array.

    They may have left it for good since.
    """
    last: dict[str, bool] = {}
    rows = db.execute(
        """SELECT done FROM history WHERE article_id IS NULL
           AND act IN ('remove article', 'restore article') ORDER BY sequence"""
    )
    for (done,) in rows:
        try:
            changes = json.loads(done)["rows"]
            last |= {key: after is not None for kind, key, after in changes if kind == "trash"}
        except UNREADABLE:  # told of elsewhere
            continue
    return json.dumps(sorted(key for key, is_removed in last.items() if is_removed))


class SpansLeft:
    """The spans that the acts on one layer put, and that no later one took out."""

    def __init__(self, acts: Iterable[dict[str, Any]], rows: RowsOfSpans) -> None:
        self.acts = 0
        self._spans: dict[str, Span] = {}
        self._gone: dict[str, Span] = {}
        """Those that an act on their rows took out, and may bring back."""
        self._put_by: dict[str, int] = {}
        """By the id of a span the sequence of the act that put it last."""
        for act in acts:
            self._follow(**act)
        for sequence, span_id, after in rows.of(list(self._spans)):
            if sequence >= self._put_by[span_id]:
                self._follow_row(span_id, after)

    def _follow(self, sequence: int, act: str, done: str, inverse: str) -> None:
        """Follow one act; what cannot be read of it is told of elsewhere."""
        try:
            change = Change.from_history(act, done, inverse)
        except UNREADABLE:
            self.acts += 1
            return
        self.acts += change.touches_layer
        for span in change.removed:
            self._spans.pop(span.id, None)
        for span in change.put:
            self._spans[span.id] = span
            self._put_by[span.id] = sequence

    def _follow_row(self, span_id: str, after: str | None) -> None:
        """Let a span be as an act on its row left it."""
        span = self._spans.get(span_id) or self._gone[span_id]
        try:
            told = json.loads(after) if after else None
            if told is None:
                self._gone[span_id] = self._spans.pop(span_id, span)
            else:
                self._spans[span_id] = _after_row(span, told)
        except UNREADABLE:
            return

    def see(self, row: dict[str, Any]) -> None:
        """Tick off a span of the layer if it is as it was left."""
        left = self._spans.get(row["id"])
        if left is not None and _is_same(left, row):
            del self._spans[left.id]

    def unseen(self) -> Iterable[Span]:
        """Return the spans that are gone or different."""
        return self._spans.values()


def _after_row(span: Span, told: dict[str, Any]) -> Span:
    if "value" in told:
        span = replace(span, value=value_from_json(json.loads(told["value"])))
    if "unsure" in told:
        span = replace(span, unsure=told["unsure"] == 1)
    kept = ("start", "end", "quote", "label", "note", "origin")
    return replace(span, **{key: told[key] for key in kept if key in told})


def _is_same(span: Span, row: dict[str, Any]) -> bool:
    told = span.to_json()
    try:
        found = row | {"value": json.loads(row["value"])}
    except UNREADABLE:
        return False
    return all(told[key] == value for key, value in found.items())
