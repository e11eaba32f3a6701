"""Each file of an older version opens, and holds what it held."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.model import Direction, Role, Status
from annotator.core.values import EntryValue, NumberValue
from annotator.store.migrations import SCHEMA_VERSION
from annotator.store.project import Project
from annotator.workflow.acts.marking import load_stack, undo

FILES = Path(__file__).parent / "files"
DUMPS = sorted(FILES.glob("version_*.sql"))


def made_from(dump: Path, folder: Path) -> Path:
    path = folder / f"{dump.stem}.annotator"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(dump.read_text("utf-8"))
    return path


def schema(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as db:
        return sorted(db.execute("SELECT type, name, ifnull(sql, '') FROM sqlite_schema"))


@pytest.fixture(params=DUMPS, ids=lambda dump: dump.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return made_from(request.param, tmp_path)


def test_there_is_a_dump_of_each_version() -> None:
    assert [dump.stem for dump in DUMPS] == [
        f"version_{version + 1}" for version in range(SCHEMA_VERSION)
    ]


def test_a_dump_has_rows_in_every_table(old: Path) -> None:
    with closing(sqlite3.connect(old)) as db:
        tables = db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        for (table,) in tables:
            assert db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0], table


def test_a_migrated_file_has_the_schema_of_a_fresh_one(old: Path, project_path: Path) -> None:
    Project.open(old).close()
    assert schema(old) == schema(project_path)
    with closing(sqlite3.connect(old)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_an_old_file_is_brought_up_to_date_even_to_be_read(old: Path) -> None:
    with Project.open(old, writable=False) as project:
        assert project.articles.count() == 2


def test_a_migrated_file_holds_what_it_held(old: Path) -> None:
    with Project.open(old) as project:
        one, two = project.articles.each()
        assert (one.id, one.name, one.outlet, one.published, one.meta, one.note) == (
            "a1",
            "one.txt",
            "RT",
            "2026-02-23",
            '{"n": 1}',
            "أول",
        )
        assert one.title == "رتل يغادر «قسرك» 🔴"
        assert "\u00a0" in two.text
        assert two.direction is Direction.AUTO
        (source,) = project.articles.sources("a1")
        assert (source.name, source.outlet, source.meta) == ("copy.txt", "بعيد", '{"m": [1]}')
        assert {(a.name, a.role, a.retired) for a in project.authors.all()} == {
            ("huda", Role.LEAD, False),
            ("amal", Role.ANNOTATOR, False),
            ("nasser", Role.ANNOTATOR, True),
        }
        assert [label.name for label in project.labels.load()] == [
            "base",
            "date",
            "actor",
            "figure",
        ]


def test_a_migrated_file_holds_its_layers(old: Path) -> None:
    with Project.open(old) as project:
        layer = project.layers.load("a1", "amal")
        base, figure = layer
        assert (base.id, base.quote, base.note, base.unsure) == ("s1", "قسرك", "هنا", True)
        assert base.value == EntryValue("e1", "قسرك")
        assert (figure.quote, figure.value, figure.proposed) == (
            "99%",
            NumberValue(99, 99, unit="%"),
            True,
        )
        assert (layer.status, layer.seconds, layer.guideline) == (Status.FINISHED, 12.5, "1")
        assert project.layers.load("a2", "nasser").status is Status.FINISHED
        aside = project.layers.load("a2", "amal").state
        assert (aside.status, aside.reason) == (Status.SET_ASIDE, "نسخة")


def test_a_migrated_file_can_be_searched_and_undone(old: Path) -> None:
    with Project.open(old) as project:
        assert project.search.find("قسرك") == [1]
        assert project.search.find("الحسكه") == [2]
        assert [row.act for row in load_stack(project, "a2", "huda").done] == ["mark"]
        (undone,) = undo(project, project.layers.load("a2", "huda"))
        assert (undone.layer.spans, undone.layer.status) == ((), Status.NEW)
