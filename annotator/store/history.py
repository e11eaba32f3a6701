"""What was done, row by row; the rows are the undo stacks and never change."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from annotator.core.history import HistoryRow
from annotator.core.rows import Kind

_COLUMNS = "sequence, act_group, author, article_id, act, done, inverse, at, undoes, is_decision"
"""In the order of the fields of ``HistoryRow``."""
_INSERT = """INSERT INTO history
             (act_group, author, article_id, act, done, inverse, at, undoes, is_decision)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""


class History:
    """The acts on a project, in their order."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def append(self, row: HistoryRow) -> int:
        """Store an act and return its sequence; the one in ``row`` is not used."""
        cursor = self._db.execute(_INSERT, _values(row))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def append_all(self, rows: Sequence[HistoryRow]) -> range:
        """Store acts in their order and return their sequences; see ``append``."""
        self._db.conn.executemany(_INSERT, map(_values, rows))
        last = self._db.execute("SELECT max(sequence) FROM history").fetchone()[0] or 0
        return range(last - len(rows) + 1, last + 1)

    def of_stack(self, article_id: str | None, author: str) -> Iterator[HistoryRow]:
        """Return the acts of an author on one article; ``None`` are those on the project."""
        return self._rows("article_id IS ? AND author = ?", article_id, author)

    def of_group(self, group: str) -> Iterator[HistoryRow]:
        """Return the rows of one act."""
        return self._rows("act_group = ?", group)

    def groups_by_article(self, author: str) -> dict[str, list[str]]:
        """Return the groups of the acts of an author on each article, in their order."""
        rows = self._db.execute(
            """SELECT article_id, act_group FROM history
               WHERE author = ? AND article_id IS NOT NULL ORDER BY sequence""",
            [author],
        )
        groups: dict[str, dict[str, None]] = defaultdict(dict)
        for article_id, group in rows:
            groups[article_id][group] = None
        return {article_id: list(found) for article_id, found in groups.items()}

    def has_taken_back(self, author: str) -> bool:
        """Tell whether an author went with the act that had added her, and no act brought her back.

        Of one who came back and bears another name since it is not so.
        """
        row = self._db.execute(
            """SELECT row.value ->> '$[2]' IS NULL FROM history, json_each(done, '$.rows') AS row
               WHERE article_id IS NULL AND row.value ->> '$[0]' = ? AND row.value ->> '$[1]' = ?
               ORDER BY sequence DESC LIMIT 1""",
            [Kind.AUTHOR.value, author],
        ).fetchone()
        return row is not None and bool(row[0])

    def size_of_group(self, group: str) -> int:
        """Return how many rows one act has."""
        row = self._db.execute(
            "SELECT count(*) FROM history WHERE act_group = ?", [group]
        ).fetchone()
        return int(row[0])

    def is_last_of_all(self, group: str) -> bool:
        """Tell whether nothing new was done on any stack that the rows of ``group`` stand in.

        The cost follows what was done since, not how many articles the group goes over.
        """
        row = self._db.execute(
            """SELECT EXISTS (
                   SELECT 1 FROM history AS later
                   WHERE later.sequence >
                         (SELECT max(sequence) FROM history WHERE act_group = :act)
                     AND later.article_id IS NOT NULL AND later.undoes IS NULL
                     AND EXISTS (SELECT 1 FROM history AS row
                                 WHERE row.article_id = later.article_id
                                   AND row.author = later.author AND row.act_group = :act))""",
            {"act": group},
        ).fetchone()
        return not row[0]

    def with_later(self, group: str) -> set[int]:
        """Return the sequences of those rows of ``group`` after which others stand on the stack."""
        rows = self._db.execute(
            """SELECT sequence FROM history AS row WHERE act_group = ? AND EXISTS (
                   SELECT 1 FROM history AS later
                   WHERE later.article_id = row.article_id AND later.author = row.author
                     AND later.sequence > row.sequence)""",
            [group],
        )
        return {sequence for (sequence,) in rows}

    def reach(self, sequence: int) -> int:
        """Return how many rows an act on the project has changed."""
        row = self._db.execute(
            "SELECT ifnull(json_array_length(done, '$.rows'), 0) FROM history WHERE sequence = ?",
            [sequence],
        ).fetchone()
        return int(row[0])

    def decided(self, sequence: int) -> int:
        """Return how many decisions an act of deciding took."""
        row = self._db.execute(
            """SELECT count(*) FROM history, json_each(done, '$.rows') AS row
               WHERE sequence = ? AND row.value ->> '$[0]' = 'decision'
                     AND row.value ->> '$[2].stands' = 1""",
            [sequence],
        ).fetchone()
        return int(row[0])

    def project_acts(self, lead: str | None = None) -> list[tuple[int, str, str, int | None]]:
        """Return sequence, group, act and what is undone of the acts on the project, in order.

        With ``lead`` they are the decisions of that lead instead.  What was done is left out: it
        may be as long as all that an import brought.
        """
        rows = self._db.execute(
            """SELECT sequence, act_group, act, undoes FROM history
               WHERE article_id IS NULL AND is_decision = (?1 IS NOT NULL)
                     AND (?1 IS NULL OR author = ?1)
               ORDER BY sequence""",
            [lead],
        )
        return rows.fetchall()

    def last_project_act(self) -> int:
        """Return the sequence of the last act on the project, quickly; 0 if there is none."""
        row = self._db.execute(
            """SELECT ifnull(max(sequence), 0) FROM history
               WHERE article_id IS NULL AND is_decision = 0"""
        ).fetchone()
        return int(row[0])

    def length_of(self, sequence: int) -> int:
        """Return how many bytes tell what was done in the row of that sequence, which is there."""
        # Nothing of them is read, as ``length`` would.
        with self._db.conn.blobopen("history", "done", sequence, readonly=True) as told:
            return len(told)

    def by_sequence(self, sequence: int) -> HistoryRow:
        """Return the row of that sequence, which is there."""
        return next(self._rows("sequence = ?", sequence))

    def moves_after(self, sequence: int) -> list[tuple[int, bool]]:
        """Return the later acts that moved spans to other labels, and whether each stands.

        One that takes a merge back moves them too, and never stands; of a merge that was done
        again the last time stands.
        """
        rows = self._db.execute(
            """SELECT sequence, undoes FROM history
               WHERE article_id IS NULL AND act = 'merge labels' ORDER BY sequence"""
        )
        standing: dict[int, bool] = {}
        taking_back: set[int] = set()
        for number, undoes in rows:
            # What undoes an act takes it back; what undoes such a row does the act again.
            standing[number] = undoes is None or undoes in taking_back
            if undoes is not None:
                standing[undoes] = False
                if not standing[number]:
                    taking_back.add(number)
        return [(number, stands) for number, stands in standing.items() if number > sequence]

    def moved_labels(self, sequence: int) -> dict[str, str]:
        """Return the labels that an act gave to spans, by those that they had before."""
        rows = self._db.execute(
            """SELECT json_extract(inverse, moved.fullkey || '[1].label'),
                      json_extract(done, moved.fullkey || '[1].label')
               FROM history, json_each(inverse, '$.alike') AS moved WHERE sequence = ?""",
            [sequence],
        )
        return {old: new for old, new in rows if old is not None and new is not None}

    def names(self, sequence: int, span_id: str) -> bool:
        """Tell whether the row of that sequence names that span, be it in the trash or not."""
        key = json.dumps(span_id, ensure_ascii=False)
        in_key = json.dumps(key, ensure_ascii=False)[1:-1]
        row = self._db.execute(
            "SELECT instr(done, ?) OR instr(done, ?) FROM history WHERE sequence = ?",
            [key, in_key, sequence],
        ).fetchone()
        return bool(row[0])

    def named_spans(self, sequence: int) -> frozenset[str]:
        """Return the ids of all spans that an act on the project names."""
        rows = self._db.execute(
            """SELECT row.value ->> '$[1]' FROM history, json_each(done, '$.rows') AS row
               WHERE sequence = :sequence AND row.value ->> '$[0]' = 'span'
               UNION ALL
               SELECT span.value FROM history, json_each(done, '$.alike') AS alike,
                                      json_each(alike.value, '$[2]') AS span
               WHERE sequence = :sequence AND alike.value ->> '$[0]' = 'span'
               UNION ALL
               SELECT row.value ->> '$[1]' ->> '$[1]'
               FROM history, json_each(done, '$.rows') AS row
               WHERE sequence = :sequence AND row.value ->> '$[0]' = 'trashed span'
               UNION ALL
               SELECT span.value ->> '$[1]' FROM history, json_each(done, '$.alike') AS alike,
                                                 json_each(alike.value, '$[2]') AS span
               WHERE sequence = :sequence AND alike.value ->> '$[0]' = 'trashed span'""",
            {"sequence": sequence},
        )
        return frozenset(span_id for (span_id,) in rows)

    def put_by(self, sequence: int) -> tuple[int, int, int, str, str | None]:
        """Return how many articles, layers and spans an import's row put, when, and who did."""
        row = self._db.execute(
            """SELECT ifnull(json_array_length(done, '$.put.articles'), 0),
                      ifnull(json_array_length(done, '$.put.layers'), 0),
                      ifnull(json_array_length(done, '$.put.spans'), 0), at, author
               FROM history WHERE sequence = ?""",
            [sequence],
        ).fetchone()
        articles, layers, spans, at, author = row
        return articles, layers, spans, at, author

    def last(self) -> int:
        """Return the sequence of the last row, quickly; 0 if there is none."""
        row = self._db.execute("SELECT ifnull(max(sequence), 0) FROM history").fetchone()
        return int(row[0])

    def finished_at(self, since: int = 0) -> dict[tuple[str, str], str]:
        """Return when each layer was last finished, or brought, by article and author.

        The time is that of this machine's clock.  A layer that an import brought is there from
        then on, whatever its spans say; one that came back in a pack is finished once it is
        merged.  Only acts later than the sequence ``since`` are looked at.
        """
        rows = self._db.execute(
            """SELECT article_id, author, strftime('%Y-%m-%dT%H:%M:%f', max(at), 'localtime') FROM (
                   SELECT article_id, author, at FROM history
                   WHERE sequence > :since
                     AND act = 'finish' AND done ->> '$.status' = 'finished'
                   UNION ALL
                   SELECT layer.value ->> 0, layer.value ->> 1, at
                   FROM history, json_each(done, '$.put.layers') AS layer
                   WHERE sequence > :since AND article_id IS NULL AND act = 'import'
                   UNION ALL
                   SELECT row.value ->> '$[1]' ->> '$[0]', row.value ->> '$[1]' ->> '$[1]', at
                   FROM history, json_each(done, '$.rows') AS row
                   WHERE sequence > :since AND article_id IS NULL AND act = 'merge packs'
                     AND row.value ->> '$[0]' = 'layer'
                     AND row.value ->> '$[2].status' = 'finished')
               GROUP BY 1, 2""",
            {"since": since},
        )
        return {(article_id, author): at for article_id, author, at in rows if at is not None}

    def groups_on(self, article_id: str) -> set[str]:
        """Return the groups of the rows that are on that article."""
        rows = self._db.execute(
            "SELECT DISTINCT act_group FROM history WHERE article_id = ?", [article_id]
        )
        return {group for (group,) in rows}

    def entries_of_leads(self, brought_by: str) -> set[str]:
        """Return the entries of the registry that acts of leads on the project have told of.

        Acts of the kind ``brought_by`` bring what others have told of, and say nothing.
        """
        rows = self._db.execute(
            """SELECT DISTINCT json_extract(row.value, '$[1]')
               FROM history JOIN authors ON authors.name = history.author,
                    json_each(history.done, '$.rows') AS row
               WHERE article_id IS NULL AND is_decision = 0 AND role = 'lead' AND act <> ?
                   AND json_extract(row.value, '$[0]') = 'entry'""",
            [brought_by],
        )
        return {entry for (entry,) in rows}

    def aliases_told_to(self, author: str, brought_by: str) -> dict[str, set[str]]:
        """Return by entry the aliases that leads have told of, and those that ``author`` has added.

        What an act of the kind ``brought_by`` has brought is hers if it brought from her alone.
        Aliases of which no act tells came in a pack: they are anybody's.
        """
        bringers = self._bringers(brought_by)
        rows = self._db.execute(
            """SELECT sequence, history.author, act <> ? AND role = 'lead', done, inverse
               FROM history JOIN authors ON authors.name = history.author
               WHERE article_id IS NULL AND is_decision = 0 AND instr(done, '["entry", ')""",
            [brought_by],
        )
        told: defaultdict[str, set[str]] = defaultdict(set)
        for sequence, who, is_of_lead, done, inverse in rows:
            before = dict(_aliases(inverse))
            for entry, aliases in _aliases(done):
                if is_of_lead:
                    told[entry] |= aliases
                elif bringers.get(sequence, who) == author:
                    told[entry] |= aliases - before.get(entry, set())
        return told

    def _bringers(self, brought_by: str) -> dict[int, str | None]:
        """Return from whom each act of a kind has brought, by its sequence; ``None`` of several."""
        rows = self._db.execute(
            """SELECT sequence, min(of), max(of) FROM (
                   SELECT sequence, json_extract(row.value, '$[2].author') AS of
                   FROM history, json_each(history.done, '$.rows') AS row
                   WHERE act = ? AND article_id IS NULL
                       AND json_extract(row.value, '$[0]') = 'base'
               ) GROUP BY sequence""",
            [brought_by],
        )
        return {sequence: first if first == last else None for sequence, first, last in rows}

    def _rows(self, where: str, *arguments: Any) -> Iterator[HistoryRow]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM history WHERE {where} ORDER BY sequence", arguments
        )
        return map(_row, rows)


def _row(cells: tuple[Any, ...]) -> HistoryRow:
    *told, is_decision = cells
    row = HistoryRow(*told)
    return replace(row, is_decision=True) if is_decision else row


def _values(row: HistoryRow) -> tuple[object, ...]:
    return (
        row.group,
        row.author,
        row.article_id,
        row.act,
        row.done,
        row.inverse,
        row.at,
        row.undoes,
        row.is_decision,
    )


def _aliases(side: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the aliases of the entries that are there on one side of an act."""
    for kind, entry, row in json.loads(side).get("rows", ()):
        if kind == "entry" and row is not None and "aliases" in row:
            yield entry, set(json.loads(row["aliases"]))
