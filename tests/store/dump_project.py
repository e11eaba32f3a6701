"""Write a project as SQL, so that later versions can be tested with files of this one.

``python tests/store/dump_project.py PROJECT OUT.sql``; the pages of the search index are left
out and made anew when the SQL is read.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

_INDEX = "folded_trigrams"
_WITHOUT_ROWS = (_INDEX, "folded_terms", "sqlite_sequence")


def dump(project: Path, out: Path) -> None:
    """Write the schema and all rows of ``project`` to ``out``."""
    with closing(sqlite3.connect(project)) as db:
        things = db.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY rowid"
        ).fetchall()
        things = [thing for thing in things if not _is_page_of_index(thing[1])]
        lines = [
            f"PRAGMA {name} = {db.execute(f'PRAGMA {name}').fetchone()[0]};"
            for name in ("application_id", "user_version")
        ]
        tables = [(name, sql) for kind, name, sql in things if kind == "table"]
        for name, sql in tables:
            lines.append(f"{sql};")
            if name not in _WITHOUT_ROWS:
                lines += _rows(db, name)
        lines.append(f"INSERT INTO {_INDEX} ({_INDEX}) VALUES ('rebuild');")
        lines += [f"{sql};" for kind, _, sql in things if kind != "table"]
    out.write_text("\n".join(lines) + "\n", "utf-8")


def _is_page_of_index(name: str) -> bool:
    return name.startswith(f"{_INDEX}_") or name == "sqlite_sequence"


def _rows(db: sqlite3.Connection, table: str) -> list[str]:
    columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
    quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    rows = db.execute(f'SELECT {quoted} FROM "{table}" ORDER BY rowid')
    return [f'INSERT INTO "{table}" VALUES ({row[0]});' for row in rows]


if __name__ == "__main__":
    dump(Path(sys.argv[1]), Path(sys.argv[2]))
