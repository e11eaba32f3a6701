"""Articles and the sources that brought their texts."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlite_utils import Database

from annotator.core.model import Article, ArticleRow, Direction, Source, Status, Word
from annotator.store.filters import SEEN

_COLUMNS = ", ".join(field.name for field in fields(Article))
_MARKS = ", ".join("?" * (1 + len(fields(Article))))
_INSERT = f"INSERT INTO articles (number, {_COLUMNS}) VALUES ({_MARKS})"
_SEEN = SEEN.format(article_id="articles.id")

_UNHEARD = """NOT EXISTS (
    SELECT 1 FROM heard WHERE heard.article_id = articles.id AND heard.author = ?1
        AND heard.word = {word} AND heard.text = {text})"""
_WORD = f"""CASE
    WHEN layers.status IN ('finished', 'set aside') THEN NULL
    WHEN layers.status = 'in progress' AND layers.reason <> ''
        AND {_UNHEARD.format(word="'sent back'", text="layers.reason")} THEN 'sent back'
    WHEN EXISTS (SELECT 1 FROM qualifications AS test
                 WHERE test.article_id = articles.id AND test.author = ?1)
        AND {_UNHEARD.format(word="'test'", text="''")} THEN 'test'
    WHEN EXISTS (SELECT 1 FROM assignments AS own
                 WHERE own.article_id = articles.id AND own.author = ?1 AND own.comment <> ''
                     AND {_UNHEARD.format(word="'comment'", text="own.comment")}) THEN 'comment'
    END"""
"""What waits to be heard of an article by its author, as ``core.model.Word``, until put away."""


class Articles:
    """The articles of a project, in the order in which they were added."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, article: Article, number: int | None = None) -> int:
        """Store a new article, at the end or under a free number, and return that."""
        # Not by ``table.insert``: its savepoint makes the index of the search write all it has
        # gathered, which makes an import take twice the time.
        row = [number, *(getattr(article, field.name) for field in fields(article))]
        given = self._db.execute(_INSERT, row).lastrowid
        assert given is not None
        return given

    def free_number(self, number: int) -> int | None:
        """Return ``number`` if no article has it by now, else ``None``."""
        row = self._db.execute("SELECT 1 FROM articles WHERE number = ?", [number]).fetchone()
        return None if row else number

    def by_id(self, article_id: str) -> Article | None:
        """Return the article of that id."""
        return self._one("id = ?", article_id)

    def by_name(self, name: str) -> Article | None:
        """Return the article of that name."""
        return self._one("name = ?", name)

    def by_title(self, title: str) -> Article | None:
        """Return the article of that title, if it is the only one."""
        rows = self._db.execute("SELECT id FROM articles WHERE title = ? LIMIT 2", [title])
        ids = [str(row[0]) for row in rows]
        return self.by_id(ids[0]) if len(ids) == 1 else None

    def by_sha256(self, sha256: str) -> Article | None:
        """Return the article whose text has that hash."""
        return self._one("sha256 = ?", sha256)

    def count(self, seer: str = "") -> int:
        """Return how many articles there are; with ``seer`` only those that this author sees."""
        if not seer:
            return int(self._db.table("articles").count)
        query = f"SELECT count(*) FROM articles WHERE {_SEEN}"
        return int(self._db.execute(query, {"seer": seer}).fetchone()[0])

    def with_label(self, author: str, label: str) -> list[int]:
        """Return the numbers of the articles in which ``author`` has spans of ``label``."""
        rows = self._db.execute(
            """SELECT articles.number FROM layers
               JOIN articles ON articles.id = layers.article_id
               WHERE layers.author = ?
                 AND EXISTS (SELECT 1 FROM spans WHERE layer = layers.number AND label = ?)
               ORDER BY articles.number""",
            [author, label],
        )
        return [number for (number,) in rows]

    def of_numbers(self, numbers: Iterable[int]) -> Iterator[tuple[int, Article]]:
        """Yield the articles of those numbers with their numbers, one after the other, in order."""
        rows = self._db.execute(
            f"""SELECT number, {_COLUMNS} FROM articles
                WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number""",
            [json.dumps(list(numbers))],
        )
        return ((number, _article(row)) for number, *row in rows)

    def of_ids(self, article_ids: Iterable[str]) -> Iterator[Article]:
        """Yield the articles of those ids, one after the other, in the order of the project."""
        rows = self._db.execute(
            f"""SELECT {_COLUMNS} FROM articles
                WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number""",
            [json.dumps(list(article_ids))],
        )
        return map(_article, rows)

    def days(self, article_ids: Iterable[str]) -> dict[str, str | None]:
        """Return when articles were published, of those ids that there are."""
        rows = self._db.execute(
            """SELECT id, published FROM articles
               WHERE id IN (SELECT value FROM json_each(?))""",
            [json.dumps(list(article_ids))],
        )
        return dict(iter(rows))

    def names(self) -> dict[str, str]:
        """Return the names of all articles by their ids, in the order of the project."""
        return dict(iter(self._db.execute("SELECT id, name FROM articles ORDER BY number")))

    def hashes(self) -> dict[str, str]:
        """Return the hashes of all texts by the ids of their articles, in the same order."""
        return dict(iter(self._db.execute("SELECT id, sha256 FROM articles ORDER BY number")))

    def numbers_by_id(self) -> dict[str, int]:
        """Return the numbers of all articles by their ids."""
        rows = self._db.execute("SELECT id, number FROM articles INDEXED BY articles_listed")
        return dict(iter(rows))

    def passage(self, article_id: str, start: int, end: int) -> str:
        """Return a piece of an article's text."""
        row = self._db.execute(
            "SELECT substr(text, ?, ?) FROM articles WHERE id = ?",
            [start + 1, end - start, article_id],
        ).fetchone()
        return row[0] if row else ""

    def each(self, seer: str = "") -> Iterator[Article]:
        """Return all articles, one after the other, in order; with ``seer`` as ``count`` does."""
        which = f"WHERE {_SEEN}" if seer else ""
        query = f"SELECT {_COLUMNS} FROM articles {which} ORDER BY number"
        for row in self._db.execute(query, {"seer": seer}):
            yield _article(row)

    def rows(self, numbers: Sequence[int], author: str) -> list[ArticleRow]:
        """Return what a list shows of the articles of those numbers, in their order."""
        marks = ", ".join("?" * len(numbers))
        rows = self._db.query(
            f"""SELECT articles.number, articles.id, articles.name, articles.title,
                       coalesce(layers.status, 'new') AS status,
                       (SELECT count(*) FROM spans WHERE layer = layers.number) AS spans,
                       {_WORD} AS word
                FROM articles LEFT JOIN layers
                    ON layers.article_id = articles.id AND layers.author = ?1
                WHERE articles.number IN ({marks})""",
            [author, *numbers],
        )
        found = {
            row["number"]: ArticleRow(
                **{
                    **row,
                    "status": Status(row["status"]),
                    "word": Word(row["word"]) if row["word"] else None,
                }
            )
            for row in rows
        }
        return [found[number] for number in numbers if number in found]

    def number_of(self, article_id: str) -> int | None:
        """Return the number of the article of that id."""
        row = self._db.execute("SELECT number FROM articles WHERE id = ?", [article_id]).fetchone()
        return row[0] if row else None

    def ids_of(self, numbers: Iterable[int]) -> list[str]:
        """Return the ids of the articles of those numbers that are there, in the same order."""
        rows = self._db.execute(
            """SELECT articles.id FROM json_each(?) AS wanted
               CROSS JOIN articles ON articles.number = wanted.value""",
            [json.dumps(list(numbers))],
        )
        return [article_id for (article_id,) in rows]

    def nearest(self, number: int) -> int | None:
        """Return the number of the first article after ``number``, else of the last one."""
        row = self._db.execute(
            """SELECT ifnull((SELECT min(number) FROM articles WHERE number > ?), max(number))
               FROM articles""",
            [number],
        ).fetchone()
        return row[0] if row else None

    def first_unfinished(self, numbers: Sequence[int], author: str) -> int | None:
        """Return the first of ``numbers`` that ``author`` has neither finished nor set aside."""
        row = self._db.execute(
            """SELECT listed.number FROM json_each(?) AS wanted
               CROSS JOIN articles AS listed INDEXED BY articles_listed
                   ON listed.number = wanted.value
               LEFT JOIN layers ON layers.article_id = listed.id AND layers.author = ?
               WHERE coalesce(layers.status, 'new') IN ('new', 'in progress') LIMIT 1""",
            [json.dumps(numbers), author],
        ).fetchone()
        return row[0] if row else None

    def has_unfinished(self, author: str) -> bool:
        """Tell whether there is an article that ``author`` has neither finished nor set aside."""
        (closed,) = self._db.execute(
            """SELECT count(*) FROM layers
               WHERE author = ? AND status IN ('finished', 'set aside')""",
            [author],
        ).fetchone()
        return bool(closed < self.count())

    def outlets(self) -> list[str]:
        """Return the names of all outlets, in order."""
        rows = self._db.execute(
            """SELECT outlet FROM articles INDEXED BY articles_listed WHERE outlet <> ''
               UNION SELECT outlet FROM sources WHERE outlet <> '' ORDER BY 1"""
        )
        return [outlet for (outlet,) in rows]

    def outlet_by_id(self) -> dict[str, str | None]:
        """Return the outlet of each article, by its id."""
        rows = self._db.execute("SELECT id, outlet FROM articles INDEXED BY articles_listed")
        return dict(iter(rows))

    def opening(self, number: int, length: int) -> str:
        """Return the text of an article, ``length`` characters of it at most; empty if gone."""
        row = self._db.execute(
            "SELECT substr(text, 1, ?) FROM articles WHERE number = ?", [length, number]
        ).fetchone()
        return row[0] if row else ""

    def add_source(self, article_id: str, source: Source) -> bool:
        """Store a further source of an article; return false if it was known."""
        cursor = self._db.execute(
            """INSERT INTO sources (article_id, name, outlet, url, published, meta)
               VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
            [article_id, source.name, source.outlet, source.url, source.published, source.meta],
        )
        return cursor.rowcount > 0

    def sources(self, article_id: str) -> list[Source]:
        """Return the further sources of an article, in the order in which they came."""
        rows = self._db.execute(
            """SELECT name, outlet, url, published, meta FROM sources
               WHERE article_id = ? ORDER BY rowid""",
            [article_id],
        )
        return [Source(*row) for row in rows]

    def remove(self, article_id: str) -> None:
        """Take an article out, with its sources, its layers and what the search knows of it."""
        self._db.execute("DELETE FROM articles WHERE id = ?", [article_id])

    def remove_source(self, article_id: str, source: Source) -> None:
        """Take out a further source of an article."""
        self._db.execute(
            """DELETE FROM sources WHERE article_id = ? AND name = ? AND outlet IS ? AND url IS ?
               AND published IS ? AND meta = ?""",
            [article_id, source.name, source.outlet, source.url, source.published, source.meta],
        )

    def last_source(self) -> int:
        """Return a mark: what is added from here on is what ``sources_since`` it returns."""
        return int(self._db.execute("SELECT ifnull(max(rowid), 0) FROM sources").fetchone()[0])

    def sources_since(self, mark: int) -> list[tuple[str, Source]]:
        """Return the ids of articles and the sources that were added to them since ``mark``.

        Both calls must stand in one transaction.
        """
        rows = self._db.execute(
            """SELECT article_id, name, outlet, url, published, meta FROM sources
               WHERE rowid > ? ORDER BY rowid""",
            [mark],
        )
        return [(article_id, Source(*source)) for article_id, *source in rows]

    def _one(self, where: str, argument: str) -> Article | None:
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM articles WHERE {where}", [argument]
        ).fetchone()
        return _article(row) if row else None


def _article(row: Sequence[Any]) -> Article:
    article = Article(*row)
    return replace(article, direction=Direction(article.direction))
