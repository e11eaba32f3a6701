"""Counts over the whole project, or of one author: what the overview tells beside what it derives.

Machines are left out; so is what lies in the trash.
"""

from collections import defaultdict
from typing import Any

from sqlite_utils import Database

from annotator.core.decisions import Choice
from annotator.core.model import Status
from annotator.store.filters import NO_TEST, SEEN

_OF = """author IN (SELECT name FROM authors WHERE role <> 'machine')
    AND (:author IS NULL OR author = :author)"""
"""Whose layers are counted: those of ``:author``, or of all."""
_WORK = NO_TEST.format(layer="layers")
_DAY = "date(spans.created_at, 'localtime')"
"""The day on which a span was drawn; null for what is no time at all."""
_DRAWN = f"""spans JOIN layers ON layers.number = spans.layer
    WHERE {_OF} AND {_WORK} AND spans.origin <> 'import' AND {_DAY} IS NOT NULL"""


class Figures:
    """Counts what is in a project; ``author`` is whose work is counted, by default everybody's."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def articles(self, author: str | None = None) -> list[tuple[str, Status, int]]:
        """Return how many articles each author has of each status as work, tests left out.

        Those that are assigned or begun; of one ``author`` those that she still may see.
        """
        rows = self._rows(
            f"""SELECT author, status, count(*) FROM (
                    SELECT author, status, article_id FROM layers
                    WHERE {_WORK} AND (status <> 'new' OR EXISTS (
                        SELECT 1 FROM assignments WHERE assignments.article_id = layers.article_id
                                                    AND assignments.author = layers.author))
                    UNION ALL
                    SELECT author, 'new', article_id FROM assignments
                    WHERE article_id IN (SELECT id FROM articles)
                      AND NOT EXISTS (SELECT 1 FROM layers
                                      WHERE layers.article_id = assignments.article_id
                                        AND layers.author = assignments.author)) AS had
                WHERE {_OF} AND (:seer IS NULL OR {SEEN.format(article_id="had.article_id")})
                GROUP BY author, status ORDER BY author""",
            author,
            seer=author,
        )
        return [(name, Status(status), count) for name, status, count in rows]

    def days(self, author: str | None = None) -> dict[str, dict[str, int]]:
        """Return how many spans were drawn on each day as work, by author.

        See ``core.overview.Work``.
        """
        found: dict[str, dict[str, int]] = defaultdict(dict)
        sql = f"SELECT {_DAY}, author, count(*) FROM {_DRAWN} GROUP BY 1, 2 ORDER BY 1, 2"
        for day, name, count in self._rows(sql, author):
            found[day][name] = count
        return dict(found)

    def drawn_on(self, day: str, author: str) -> list[tuple[str, int, int, str]]:
        """Return article, start, end and label of what an author drew on a day, article by article.

        Offsets count code points, end exclusive.
        """
        return self._rows(
            f"""SELECT layers.article_id, start, "end", label FROM {_DRAWN} AND {_DAY} = :day
                ORDER BY layers.article_id, start, "end" DESC, label""",
            author,
            day=day,
        )

    def aside(self, author: str | None = None) -> list[tuple[str, str, str]]:
        """Return the names of articles, who set each aside, and why, in their order; no tests."""
        return self._rows(
            f"""SELECT articles.name, author, reason
                FROM layers JOIN articles ON articles.id = article_id
                WHERE status = 'set aside' AND {_OF} AND {_WORK}
                ORDER BY articles.number, author""",
            author,
        )

    def questions(self, author: str | None = None) -> dict[str, tuple[int, int]]:
        """Return how many questions of each author wait for an answer, and how many have one."""
        rows = self._rows(
            """SELECT author, sum(answer = ''), sum(answer <> '')
               FROM questions JOIN articles ON articles.id = article_id
               WHERE :author IS NULL OR author = :author GROUP BY author ORDER BY author""",
            author,
        )
        return {name: (open_, answered) for name, open_, answered in rows}

    def labels(self, author: str | None = None) -> dict[str, int]:
        """Return how many spans finished layers hold, by label; tests left out."""
        rows = self._rows(
            f"""SELECT label, count(*) FROM spans JOIN layers ON layers.number = spans.layer
                WHERE layers.status = 'finished' AND {_OF} AND {_WORK} GROUP BY label""",
            author,
        )
        return dict(rows)

    def decisions(self) -> tuple[dict[Choice, int], int]:
        """Return how many decisions stand, by choice, and how many of them tell of a gap."""
        rows = self._rows(
            """SELECT choice, count(*), sum(gap)
               FROM decisions JOIN articles ON articles.id = article_id
               WHERE stands = 1 GROUP BY choice"""
        )
        counts = {Choice(choice): count for choice, count, _ in rows}
        told = {choice: counts[choice] for choice in Choice if choice in counts}
        return told, sum(gaps for _, _, gaps in rows)

    def last_day(self) -> str:
        """Return the day of the last act, by the clock of this machine; empty if there is none."""
        rows = self._rows(
            "SELECT date(at, 'localtime') FROM history ORDER BY sequence DESC LIMIT 1"
        )
        return rows[0][0] or "" if rows else ""

    def _rows(
        self, sql: str, author: str | None = None, **more: str | None
    ) -> list[tuple[Any, ...]]:
        return self._db.execute(sql, {"author": author, **more}).fetchall()
