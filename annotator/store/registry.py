"""The entries that base and actor spans mean, and where they mean them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlite_utils import Database

from annotator.core.registry import Entry, Mention, aliases_from_json
from annotator.core.values import EntryValue
from annotator.store.filters import SEEN

_ENTRY = "json_extract(spans.value, '$.entry')"
"""As the index on it says it."""
_OF_AUTHOR = f"AND layers.author = :seer AND {SEEN.format(article_id='layers.article_id')}"
"""Whose spans are asked for, in the articles that this author sees."""
_IDS_AT_ONCE = 500
_COLUMNS = "rowid, id, label, name, aliases, note, merged_into"
_LONG_ACT = 100_000
"""An act of so many letters is not taken apart to see which entries it tells of."""


class State(NamedTuple):
    """What tells, quickly, whether entries have come or changed."""

    last_act: int
    """The sequence of the last act on the project, as acts alone change entries; 0 for none."""
    newest: int
    """The number of the newest entry, as edits and imports add some."""
    known_act: str | None
    """The group of the act that was the last one when the names were looked at before."""
    known_entry: str | None
    """The id of the entry that was the newest then."""


class Registry:
    """The registry of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def label_of(self, entry: str) -> str | None:
        """Return the label whose spans may mean the entry of that id; ``None`` if it is unknown."""
        row = self._db.execute("SELECT label FROM entries WHERE id = ?", [entry]).fetchone()
        return row[0] if row else None

    def rows(self, after: int = 0, limit: int = -1) -> list[tuple[Any, ...]]:
        """Return the entries as they stand in the file, oldest first, each after its number.

        ``after`` is the number of the last one that is known already; ``limit`` says how many are
        wanted, -1 all.
        """
        return self._db.execute(
            f"SELECT {_COLUMNS} FROM entries WHERE rowid > ? ORDER BY rowid LIMIT ?", [after, limit]
        ).fetchall()

    def rows_of(self, entries: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return those of these entries that there are, as ``rows`` does."""
        return self._db.execute(
            f"""SELECT {_COLUMNS} FROM entries
                WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid""",
            [json.dumps(list(entries))],
        ).fetchall()

    def entry(self, entry: str) -> Entry | None:
        """Return the entry of that id; ``None`` if it is unknown."""
        row = self._db.execute(
            "SELECT id, label, name, aliases, note, merged_into FROM entries WHERE id = ?", [entry]
        ).fetchone()
        return entry_of(row) if row else None

    def state(self, act: int, number: int) -> State:
        """Return, quickly, what tells whether entries have changed.

        ``act`` is the sequence of the last act that is known, ``number`` that of the last entry:
        what stands there tells whether they are still those.
        """
        row = self._db.execute(
            """SELECT ifnull((SELECT max(sequence) FROM history WHERE article_id IS NULL), 0),
                      ifnull((SELECT max(rowid) FROM entries), 0),
                      (SELECT act_group FROM history WHERE sequence = ?),
                      (SELECT id FROM entries WHERE rowid = ?)""",
            [act, number],
        ).fetchone()
        return State(*row)

    def told_after(self, act: int, most: int) -> list[str] | None:
        """Return the ids of the entries that the acts on the project after ``act`` tell of.

        ``None`` if these are more than ``most``, or it would take long to say.
        """
        (length,) = self._db.execute(
            "SELECT ifnull(sum(length(done)), 0) FROM history"
            " WHERE article_id IS NULL AND sequence > ?",
            [act],
        ).fetchone()
        if length > _LONG_ACT:
            return None
        rows = self._db.execute(
            """SELECT DISTINCT row.value ->> '$[1]' FROM history, json_each(done, '$.rows') AS row
               WHERE article_id IS NULL AND sequence > ? AND row.value ->> '$[0]' = 'entry'
               LIMIT ?""",
            [act, most + 1],
        ).fetchall()
        return [entry for (entry,) in rows] if len(rows) <= most else None

    def all_names(self, label: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Return id, name and aliases of each entry of a label but merged ones, oldest first."""
        rows = self._db.execute(
            "SELECT id, name, aliases FROM entries WHERE label = ? AND merged_into IS NULL"
            " ORDER BY rowid",
            [label],
        )
        return ((entry, name, aliases_from_json(aliases)) for entry, name, aliases in rows)

    def redirects(self) -> Iterator[tuple[str, str, str | None]]:
        """Return the id and name of each entry, and the id of the one that it is merged into."""
        return iter(self._db.execute("SELECT id, name, merged_into FROM entries").fetchall())

    def merged(self) -> list[tuple[str, str]]:
        """Return the ids of merged entries, each with that of the one it is merged into."""
        rows = self._db.execute(
            "SELECT id, merged_into FROM entries WHERE merged_into IS NOT NULL ORDER BY id"
        )
        return rows.fetchall()

    def add_unknown(self, entries: Iterable[tuple[str, EntryValue]]) -> None:
        """Make entries, each of a label, for the values whose id is not known yet."""
        self._db.conn.executemany(
            """INSERT INTO entries (id, label, name, aliases, note) VALUES (?, ?, ?, '[]', '')
               ON CONFLICT DO NOTHING""",
            [(value.entry, label, value.name) for label, value in entries],
        )

    def is_meant(self, entry: str) -> bool:
        """Tell whether any span means the entry of that id, be it in a layer or in a decision."""
        found = self._db.execute(
            f"""SELECT 1 FROM spans WHERE {_ENTRY} = ?1
                UNION ALL SELECT 1 FROM decision_spans AS spans WHERE {_ENTRY} = ?1 LIMIT 1""",
            [entry],
        )
        return found.fetchone() is not None

    def mention_counts(self, entries: Sequence[str], author: str | None = None) -> dict[str, int]:
        """Return how many spans (of ``author``, if given) mean each of these ids, if any does."""
        counts: dict[str, int] = {}
        of_author = f"JOIN layers ON layers.number = spans.layer {_OF_AUTHOR}" if author else ""
        for first in range(0, len(entries), _IDS_AT_ONCE):
            some = entries[first : first + _IDS_AT_ONCE]
            wanted = {f"id{place}": entry for place, entry in enumerate(some)}
            marks = ", ".join(f":{name}" for name in wanted)
            rows = self._db.execute(
                f"SELECT {_ENTRY}, count(*) FROM spans {of_author}"
                f" WHERE {_ENTRY} IN ({marks}) GROUP BY 1",
                wanted | {"seer": author},
            )
            counts.update(iter(rows))
        return counts

    def mentions(self, entry: str, author: str | None, after: int, limit: int) -> Iterator[Mention]:
        """Return spans (of ``author``, if given) that mean the entry of that id, by number.

        ``after`` is the number of the last one that is known already.
        """
        rows = self._db.execute(
            f"""SELECT spans.number, {_ENTRY}, spans.id, layers.author, articles.name,
                       articles.title, spans.start, spans."end", spans.quote, spans.proposed
                FROM spans JOIN layers ON layers.number = spans.layer
                           JOIN articles ON articles.id = layers.article_id
                WHERE {_ENTRY} = :entry AND spans.number > :after {_OF_AUTHOR if author else ""}
                ORDER BY spans.number LIMIT :limit""",
            {"entry": entry, "after": after, "seer": author, "limit": limit},
        )
        return (_mention(row) for row in rows.fetchall())


def _mention(row: tuple[Any, ...]) -> Mention:
    return Mention(*row[:-1], row[-1] == 1)  # type: ignore[call-arg]  # mypy cannot count them


def entry_of(row: tuple[Any, ...]) -> Entry:
    """Return the entry that a row tells of, from its id on."""
    entry, label, name, aliases, note, merged_into = row
    return Entry(entry, label, name, aliases_from_json(aliases), note, merged_into)
