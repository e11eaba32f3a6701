"""Which articles each author is to work on, and so sees.

Who is no lead sees the own articles only; where nothing is assigned to anybody, all see all.

They are stored as rows that acts on the project change.  Those on an article in the trash stay:
they hold again when it is restored.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlite_utils import Database

from annotator.core.handing import HandedRow, Holder, Workload
from annotator.core.model import Status
from annotator.store.filters import NO_TEST, OPEN_TEST, SEEN

_OWN = f"""(SELECT article_id FROM assignments WHERE author = :author
    UNION ALL SELECT article_id FROM qualifications AS test
              WHERE author = :author AND {OPEN_TEST}) AS own
    JOIN articles ON articles.id = own.article_id"""
"""What an author is to work on: what is assigned, and what was given as a test; never both."""

_WANTED = "(SELECT value FROM json_each(?1))"
_HOLDERS = f"""
    SELECT article_id, author, coalesce(max(status), 'new'),
           max(is_assigned), max(is_test), max(is_running) FROM (
        SELECT article_id, author, NULL AS status, 1 AS is_assigned, 0 AS is_test, 0 AS is_running
            FROM assignments WHERE article_id IN {_WANTED}
        UNION ALL SELECT article_id, author, NULL, 0, 1, NOT ended
            FROM qualifications WHERE article_id IN {_WANTED}
        UNION ALL SELECT article_id, author, status, 0, 0, 0
            FROM layers JOIN authors ON authors.name = author
            WHERE article_id IN {_WANTED} AND role <> 'machine')
    GROUP BY article_id, author ORDER BY article_id, author"""
_BEGUN = f"""
    SELECT layers.author, assignments.author IS NOT NULL AS is_assigned,
           count(*) AS begun, count(*) FILTER (WHERE status = 'finished') AS finished
    FROM layers LEFT JOIN assignments ON assignments.article_id = layers.article_id
                                     AND assignments.author = layers.author
    WHERE status <> 'new' AND {NO_TEST.format(layer="layers")} GROUP BY 1, 2"""

_BESIDE = f"""
    SELECT wanted.value FROM json_each(:wanted) AS wanted
    WHERE NOT EXISTS (SELECT 1 FROM assignments WHERE assignments.article_id = wanted.value
                                                  AND assignments.author = :author)
      AND NOT EXISTS (SELECT 1 FROM layers WHERE layers.article_id = wanted.value
                                             AND layers.author = :author AND status <> 'new')
      AND EXISTS (SELECT 1 FROM layers AS theirs JOIN authors ON authors.name = theirs.author
                  WHERE theirs.article_id = wanted.value AND theirs.author <> :author
                    AND theirs.status = 'finished' AND authors.role <> 'machine'
                    AND {NO_TEST.format(layer="theirs")})"""


class Assignments:
    """The assignments of all authors."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def are_any(self) -> bool:
        """Tell whether anything is assigned to anybody."""
        row = self._db.execute("SELECT EXISTS (SELECT 1 FROM assignments)").fetchone()
        return bool(row[0])

    def by_article(self, article_ids: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
        """Return who is to work on each article, or on some; none for those that nobody has."""
        wanted = None if article_ids is None else json.dumps(list(article_ids))
        among = "WHERE article_id IN (SELECT value FROM json_each(:wanted))" if wanted else ""
        rows = self._db.execute(
            f"SELECT article_id, author FROM assignments {among} ORDER BY article_id, author",
            {"wanted": wanted},
        )
        found: dict[str, list[str]] = defaultdict(list)
        for article_id, author in rows:
            found[article_id].append(author)
        return {article_id: tuple(authors) for article_id, authors in found.items()}

    def of_author(self, author: str) -> list[str]:
        """Return the ids of the articles that an author is to work on, in their order."""
        rows = self._db.execute(
            """SELECT articles.id FROM assignments
               JOIN articles ON articles.id = assignments.article_id
               WHERE assignments.author = ? ORDER BY articles.number""",
            [author],
        )
        return [article_id for (article_id,) in rows]

    def workloads(self) -> dict[str, Workload]:
        """Return how much each author has of the articles that are there, tests left out."""
        rows = self._db.execute(
            """SELECT author, count(*) FROM assignments
               WHERE article_id IN (SELECT id FROM articles) GROUP BY author"""
        )
        workloads = {author: Workload(assigned=count) for author, count in rows}
        for author, is_assigned, begun, finished in self._db.execute(_BEGUN):
            workload = workloads.get(author, Workload())
            told = {"finished": finished} if is_assigned else {"unassigned": begun}
            workloads[author] = replace(workload, **told)
        return workloads

    def comment(self, article_id: str, author: str) -> str:
        """Return what the author of an assignment was told with it; empty if there is none."""
        row = self._db.execute(
            "SELECT comment FROM assignments WHERE article_id = ? AND author = ?",
            [article_id, author],
        ).fetchone()
        return row[0] if row else ""

    def holders(self) -> list[str]:
        """Return who has articles, in the order of their names."""
        rows = self._db.execute("SELECT DISTINCT author FROM assignments ORDER BY author")
        return [author for (author,) in rows]

    def rows(self, numbers: Sequence[int]) -> list[HandedRow]:
        """Return who has the articles of those numbers, or has begun them; machines are nobody."""
        wanted = json.dumps(list(numbers))
        articles = self._db.execute(
            f"SELECT number, id, name, title FROM articles WHERE number IN {_WANTED}", [wanted]
        ).fetchall()
        ids = json.dumps([article_id for _, article_id, _, _ in articles])
        found: dict[str, list[Holder]] = defaultdict(list)
        for row in self._db.execute(_HOLDERS, [ids]):
            article_id, author, status, is_assigned, is_test, is_running = row
            if is_assigned or is_running or status != Status.NEW:
                holder = Holder(author, Status(status), bool(is_assigned), bool(is_test))
                found[article_id].append(holder)
        rows = {
            number: HandedRow(number, article_id, name, title, tuple(found[article_id]))
            for number, article_id, name, title in articles
        }
        return [rows[number] for number in numbers if number in rows]

    def finished_beside(self, author: str, article_ids: Iterable[str]) -> set[str]:
        """Return those of the articles that others have finished as work.

        What is assigned to ``author``, or begun by that author, is left out.
        """
        wanted = {"author": author, "wanted": json.dumps(list(article_ids))}
        return {article_id for (article_id,) in self._db.execute(_BESIDE, wanted)}

    # -- who sees what

    def count_own(self, author: str) -> int:
        """Return how many articles an author sees where articles are handed out."""
        row = self._db.execute(f"SELECT count(*) FROM {_OWN}", {"author": author}).fetchone()
        return int(row[0])

    def sees_all(self, author: str) -> bool:
        """Tell whether an author sees all articles: a lead, or anybody where none is assigned."""
        return self.may_see(author, "")

    def may_see(self, author: str, article_id: str) -> bool:
        """Tell whether an author may see an article."""
        row = self._db.execute(
            f"SELECT {SEEN.format(article_id=':article')}", {"seer": author, "article": article_id}
        ).fetchone()
        return bool(row[0])

    def seen(self, author: str, numbers: Iterable[int]) -> list[int]:
        """Return those of the articles of some numbers that an author may see, in their order."""
        rows = self._db.execute(
            f"""SELECT articles.number FROM json_each(:numbers) AS wanted
                CROSS JOIN articles INDEXED BY articles_listed ON articles.number = wanted.value
                WHERE {SEEN.format(article_id="articles.id")}""",
            {"seer": author, "numbers": json.dumps(list(numbers))},
        )
        return [number for (number,) in rows]

    def nearest(self, author: str, number: int) -> int | None:
        """Return the number of the author's first article after ``number``, else of the last."""
        row = self._db.execute(
            f"""SELECT ifnull(min(number) FILTER (WHERE number > :number), max(number))
                FROM {_OWN}""",
            {"author": author, "number": number},
        ).fetchone()
        return row[0] if row else None

    def has_unfinished(self, author: str) -> bool:
        """Tell whether there is one of the author's articles that is not done."""
        row = self._db.execute(
            f"""SELECT EXISTS (
                    SELECT 1 FROM {_OWN}
                    LEFT JOIN layers ON layers.article_id = articles.id
                                    AND layers.author = :author
                    WHERE coalesce(layers.status, 'new') IN ('new', 'in progress'))""",
            {"author": author},
        ).fetchone()
        return bool(row[0])

    def outlets(self, author: str) -> list[str]:
        """Return the names of the outlets of the author's articles, in order."""
        rows = self._db.execute(
            f"""SELECT articles.outlet FROM {_OWN} WHERE articles.outlet <> ''
                UNION SELECT sources.outlet FROM {_OWN}
                      JOIN sources ON sources.article_id = articles.id
                      WHERE sources.outlet <> '' ORDER BY 1""",
            {"author": author},
        )
        return [outlet for (outlet,) in rows]

    def forget_absent(self) -> None:
        """Delete those on articles that are neither in the project nor in the trash."""
        self._db.execute(
            """DELETE FROM assignments WHERE article_id NOT IN (SELECT id FROM articles)
               AND article_id NOT IN (SELECT article_id FROM trash)"""
        )
