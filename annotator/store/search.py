"""The list of articles: which ones a query asks for, found a page at a time.

An index of trigrams without positions finds candidates; the folded text, which is kept beside
it, has the last word.  Of the indexes that find a word inside another one (Arabic writes its
prepositions so), that one is a third of the size of one with column numbers and a sixth of one with
positions, takes the least time to write, and answers as fast: ``tests/benchmarks/bench_tokenizers``
prints the figures.
"""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from sqlite_utils import Database

from annotator.core.model import Status
from annotator.core.query import ArticleQuery, Order, unquoted, wanted_words
from annotator.core.text import is_storable
from annotator.store.filters import holding
from annotator.store.words import holding_short_words, match_of

_FIRST_TAKEN = 200
"""How many articles are looked at for the first page."""
_PAGE_S = 0.015
"""How long the work on a page may take: it is done between two paintings of a window."""
_LAST = 2**63 - 1

Take = Callable[[int], list[int]]
"""Returns so many more candidates, at most; none at the end."""
Hold = Callable[[list[int]], list[int]]
"""Returns those of some candidates that are wanted."""

_SUGGESTED = "(SELECT {key} FROM suggested WHERE article_id = listed.id AND author = :author)"
_KEYS = {
    Order.SPANS: "(SELECT count(*) FROM spans WHERE spans.layer = layers.number)",
    # What nothing was suggested on comes last.
    Order.DOUBT: f"ifnull({_SUGGESTED.format(key='-doubt')}, 1)",
    Order.NEW_NAMES: f"ifnull({_SUGGESTED.format(key='-new_names')}, 1)",
}
"""Numbers of articles ``listed`` by which they are sorted, the least first."""


class Search:
    """The folded copy of all articles; who writes it folds, and who asks folds alike."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def index(self, articles: Iterable[tuple[int, str, str]]) -> None:
        """Store the numbers, folded titles and folded texts of new articles.

        Many at once cost half of what they cost one by one: the index gathers what it is given,
        and writes it when another statement, or a trigger, comes in between.
        """
        rows = list(articles)
        for table, key in (("folded", "number"), ("folded_trigrams", "rowid")):
            self._db.conn.executemany(
                f"INSERT INTO {table} ({key}, title, text) VALUES (?, ?, ?)", rows
            )

    def retitle(self, number: int, title: str) -> None:
        """Let an article that is known have another folded ``title``."""
        # The index keeps no copy of what it indexes: what goes must be told as it came.
        self._db.execute(
            """INSERT INTO folded_trigrams (folded_trigrams, rowid, title, text)
               SELECT 'delete', number, title, text FROM folded WHERE number = ?""",
            [number],
        )
        self._db.execute("UPDATE folded SET title = ? WHERE number = ?", [title, number])
        self._db.execute(
            """INSERT INTO folded_trigrams (rowid, title, text)
               SELECT number, title, text FROM folded WHERE number = ?""",
            [number],
        )

    def find(self, words: str) -> list[int]:
        """Return the numbers of all articles that hold every one of the folded ``words``.

        Quotes belong to a name here, and bind nothing.
        """
        query = ArticleQuery(words=unquoted(words))
        return [number for page in self.pages(query, "") for number in page]

    def pages(self, query: ArticleQuery, author: str) -> Iterator[list[int]]:
        """Yield the numbers of the articles that ``author`` asks for, in the order asked for.

        Each page is the fruit of a little work, so that somebody else may have a turn before the
        next one; it may be empty.  No statement stays open meanwhile: what is written between two
        pages is seen by those that follow.
        """
        if not is_storable(query.words):
            return  # no text has such characters, and SQLite ends a query at a NUL
        if query.order in _KEYS or query.order is Order.STATUS:
            yield from self._sorted(query, author)
            return
        candidates = self._candidates(query)
        if query.order is Order.ADDED:
            yield from self._held(query, author, candidates)
            return
        wanted: set[int] | None = None
        if query.words.split():
            wanted = set()
            for page in _paced(candidates, lambda numbers: numbers):
                wanted.update(page)
                yield []
        numbers = self._in_order(query)
        if wanted is not None:
            numbers = [number for number in numbers if number in wanted]
        yield from self._held(query, author, _listed(numbers))

    def _held(self, query: ArticleQuery, author: str, candidates: Take) -> Iterator[list[int]]:
        """Yield those of the candidates for which all holds that is asked."""
        yield from _paced(candidates, self._hold(query, author))

    def _hold(self, query: ArticleQuery, author: str) -> Hold:
        demanded, arguments = holding(query)
        if not arguments:
            return lambda numbers: numbers
        return lambda numbers: self._numbers(
            demanded, arguments | {"author": author, "numbers": json.dumps(numbers)}
        )

    def _candidates(self, query: ArticleQuery) -> Take:
        """Return the articles that may hold the words, in the order of adding."""
        words = [word for wanted in wanted_words(query.words) for word in wanted.split()]
        if match := match_of(words):
            return self._walk(
                "folded_trigrams", "rowid", "folded_trigrams MATCH :match", query, match
            )
        found = holding_short_words(self._db, words) if words else None
        if found is not None:
            down = query.order is Order.ADDED and query.descending
            return _listed(found[::-1] if down else found)
        return self._walk("articles INDEXED BY articles_listed", "number", "TRUE", query)

    def _walk(
        self, table: str, key: str, condition: str, query: ArticleQuery, match: str = ""
    ) -> Take:
        """Return the keys of a table, one stretch after the other."""
        down = query.order is Order.ADDED and query.descending
        beyond, direction = ("<", "DESC") if down else (">", "ASC")
        last = _LAST if down else -_LAST

        def take(most: int) -> list[int]:
            nonlocal last
            numbers = self._numbers(
                f"""SELECT {key} FROM {table} WHERE {condition} AND {key} {beyond} :last
                    ORDER BY {key} {direction} LIMIT :most""",
                {"match": match, "last": last, "most": most},
            )
            last = numbers[-1] if numbers else last
            return numbers

        return take

    def _in_order(self, query: ArticleQuery) -> list[int]:
        """Return the numbers of all articles, by title or by day."""
        direction = "DESC" if query.descending else "ASC"
        table, key = {
            Order.TITLE: ("folded INDEXED BY folded_by_title", "title"),
            Order.PUBLISHED: ("articles INDEXED BY articles_by_published", "published"),
        }[query.order]
        return self._numbers(
            f"SELECT number FROM {table} ORDER BY {key} {direction}, number {direction}", {}
        )

    def _sorted(self, query: ArticleQuery, author: str) -> Iterator[list[int]]:
        """Yield what must all be known before the first of it is: sorted by the author's layer."""
        alike: defaultdict[float, list[int]] = defaultdict(list)
        hold = self._hold(query, author)

        def gather(numbers: list[int]) -> list[int]:
            for number, key in self._keys(hold(numbers), author, query.order):
                alike[key].append(number)
            return []

        yield from _paced(self._candidates(query), gather)
        for key in sorted(alike, reverse=query.descending):
            yield alike[key][::-1] if query.descending else alike[key]

    def _keys(self, numbers: list[int], author: str, order: Order) -> Iterator[tuple[int, float]]:
        wanted = _KEYS.get(order, "layers.status")
        rows = self._db.execute(
            f"""SELECT listed.number, {wanted} FROM json_each(:numbers) AS wanted
                CROSS JOIN articles AS listed INDEXED BY articles_listed
                    ON listed.number = wanted.value
                LEFT JOIN layers ON layers.article_id = listed.id AND layers.author = :author""",
            {"numbers": json.dumps(numbers), "author": author},
        )
        places = {status.value: place for place, status in enumerate(Status)}
        if order is Order.STATUS:
            return ((number, places[status or Status.NEW]) for number, status in rows)
        return ((number, key) for number, key in rows)

    def _numbers(self, sql: str, arguments: dict[str, object]) -> list[int]:
        return [number for (number,) in self._db.execute(sql, arguments)]


def _listed(numbers: list[int]) -> Take:
    """Return what is known already, some at a time."""
    at = 0

    def take(most: int) -> list[int]:
        nonlocal at
        at += most
        return numbers[at - most : at]

    return take


def _paced(take: Take, hold: Hold) -> Iterator[list[int]]:
    """Yield what ``hold`` leaves of the candidates; so many at a time as take little work."""
    most = _FIRST_TAKEN
    while True:
        began = time.perf_counter()
        candidates = take(most)
        if not candidates:
            return
        page = hold(candidates)
        took = time.perf_counter() - began  # without the time until the next page is asked for
        yield page
        if took < _PAGE_S / 2:
            most *= 2
        elif took > _PAGE_S:
            most = max(most // 2, 1)
