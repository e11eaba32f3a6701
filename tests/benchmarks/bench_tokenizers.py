"""Which index the search should have: size, time to write it, time to ask it.

Each index is made in a file of its own over the folded texts of the large project, and asked as
``Search`` asks: it finds candidates in order, the folded text has the last word, and the first 100
are taken.  Run with ``python -m tests.benchmarks.bench_tokenizers [FOLDER]``.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from annotator.arabic import ARABIC
from tests.benchmarks.large_project import large_project

FIRST = 100
QUERIES = ("قاعدة", "قسرك", "قاعدة قسرك", "RT", "rumeilan", "رميلان مدرج غادر", "قسرستان", "ظظغض")
"""Common, less common, two words, rare ones, and one that nothing holds."""

Terms = Callable[[list[str]], str]


@dataclass(frozen=True)
class Index:
    """One way to index, and how its query is put."""

    name: str
    options: str
    terms: Terms
    finds_inside_words: bool = True


def trigrams(words: list[str]) -> str:
    """Return what asks for all trigrams of the words, wherever they stand."""
    found = {word[at : at + 3] for word in words for at in range(len(word) - 2)}
    return " AND ".join(f'"{trigram}"' for trigram in sorted(found))


def phrases(words: list[str]) -> str:
    """Return what asks for the words as they stand."""
    return " AND ".join(f'"{word}"' for word in words if len(word) > 2)


def prefixes(words: list[str]) -> str:
    """Return what asks for words that begin so."""
    return " AND ".join(f'"{word}" *' for word in words)


INDEXES = (
    Index("trigram, detail=none", "tokenize = 'trigram', detail = none", trigrams),
    Index("trigram, detail=column", "tokenize = 'trigram', detail = column", trigrams),
    Index("trigram, detail=full", "tokenize = 'trigram', detail = full", phrases),
    Index(
        "unicode61, prefix 2 3, detail=none",
        "tokenize = 'unicode61', prefix = '2 3', detail = none",
        prefixes,
        finds_inside_words=False,
    ),
    Index(
        "unicode61, detail=none",
        "tokenize = 'unicode61', detail = none",
        prefixes,
        finds_inside_words=False,
    ),
)


def write(path: Path, project: Path, index: Index) -> float:
    """Make the index as an import does, 2,000 articles at a time; return the seconds it took."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -32768")
        db.execute("ATTACH ? AS project", [str(project)])
        db.execute(
            f"CREATE VIRTUAL TABLE found USING fts5 (title, text, content = '', {index.options})"
        )
        (last,) = db.execute("SELECT max(number) FROM project.folded").fetchone()
        began = time.perf_counter()
        for first in range(1, last + 1, 2_000):
            db.execute(
                """INSERT INTO found (rowid, title, text) SELECT number, title, text
                   FROM project.folded WHERE number BETWEEN ? AND ?""",
                [first, first + 1_999],
            )
        return time.perf_counter() - began


def ask(db: sqlite3.Connection, index: Index, query: str) -> tuple[float, int]:
    """Return the milliseconds until the first 100 hits, and how many there are of them."""
    words = ARABIC.fold(query).split()
    holds = " AND ".join(f"(instr(text, :w{n}) OR instr(title, :w{n}))" for n in range(len(words)))
    arguments = {f"w{n}": word for n, word in enumerate(words)} | {"first": FIRST}
    terms = index.terms(words)
    candidates, order = "project.folded", "number"
    if terms:
        candidates, order = (
            """(SELECT rowid AS found FROM found WHERE found MATCH :terms)
                        CROSS JOIN project.folded ON number = found""",
            "found",
        )
        arguments["terms"] = terms
    if not index.finds_inside_words:
        holds = "TRUE"
    began = time.perf_counter()
    rows = db.execute(
        f"SELECT number FROM {candidates} WHERE {holds} ORDER BY {order} LIMIT :first", arguments
    ).fetchall()
    return 1000 * (time.perf_counter() - began), len(rows)


def main() -> None:
    """Print the table."""
    project = large_project(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    print(f"{'index':36} {'MB':>6} {'s':>6}  ms until the first 100 (hits): " + " | ".join(QUERIES))
    with tempfile.TemporaryDirectory() as folder:
        for number, index in enumerate(INDEXES):
            path = Path(folder, f"{number}.db")
            took = write(path, project, index)
            figures = []
            with closing(sqlite3.connect(path)) as db:
                db.execute("ATTACH ? AS project", [str(project)])
                for query in QUERIES:
                    times, hits = zip(*(ask(db, index, query) for _ in range(5)), strict=True)
                    figures.append(f"{median(times):6.1f} ({hits[0]:3})")
            size = path.stat().st_size / 1e6
            print(f"{index.name:36} {size:6.0f} {took:6.1f}  {' | '.join(figures)}", flush=True)
            path.unlink()


if __name__ == "__main__":
    main()
