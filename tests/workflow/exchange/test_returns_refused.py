"""What a merge cannot take: it is told by name, changes nothing, and the rest is taken."""

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.assigning import HandingPlan
from annotator.core.edits import Mark
from annotator.core.errors import RefusedAct
from annotator.core.model import Role
from annotator.core.progress import Cancelled, Quiet
from annotator.core.text import sha256_of
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.handing.assigning import assign
from annotator.workflow.people import questions
from annotator.workflow.people.authors import add_author, rename_author
from annotator.workflow.project.trash import remove_article
from annotator.workflow.projects import find_damage
from annotator.workflow.registry import registry
from tests.workflow.exchange.test_returns import (
    LEAD,
    ROOT,
    merged,
    packed,
    state,
    three_packs,
    work,
)


def refusal(project: Project, path: Path) -> str:
    (one,) = merge_packs(project, LEAD, [path]).refused
    return str(one[1])


def change_text(path: Path, *, with_hash: bool) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DROP TRIGGER article_text_never_changes")
        (text,) = db.execute("SELECT text FROM articles WHERE number = 1").fetchone()
        db.execute("UPDATE articles SET text = ? WHERE number = 1", [f"{text} ثم"])
        if with_hash:
            db.execute("UPDATE articles SET sha256 = ? WHERE number = 1", [sha256_of(f"{text} ثم")])


@pytest.mark.parametrize(
    ("with_hash", "sentence"),
    [
        (True, "The text of “{name}” is another one in the project."),
        (
            False,
            "The text of “{name}” was changed in the pack: nothing was taken from that article. Ask"
            " for the pack as it was sent.",
        ),
    ],
)
def test_articles_whose_text_differs_are_refused_by_name_and_the_rest_is_taken(
    demo: Project, sentence: str, *, with_hash: bool
) -> None:
    path = packed(demo, "amal")
    work(path, "amal", 0, Mark(0, 4, "base"))
    work(path, "amal", -1, Mark(0, 4, "base"))
    change_text(path, with_hash=with_hash)
    name, *_ = demo.articles.names().values()
    report = merge_packs(demo, LEAD, [path])
    assert [str(why) for _, why in report.refused] == [sentence.format(name=name)]
    assert (report.layers, report.added) == (1, 1)


def test_an_article_in_the_trash_is_told(demo: Project) -> None:
    path = packed(demo, "amal")
    article = next(demo.articles.each())
    remove_article(demo, LEAD, article)
    assert "is in the trash of the project" in refusal(demo, path)


def test_what_others_marked_in_a_pack_is_named_and_not_taken(demo: Project) -> None:
    path = packed(demo, "amal")
    with Project.open(path) as pack:
        add_author(pack, "guest", Role.ANNOTATOR)
    work(path, "guest", -1, Mark(0, 4, "base"))
    assert "What “guest” marked in" in refusal(demo, path)
    assert demo.layers.of_article(list(demo.articles.names())[-1]) == []


def spoil_quote(path: Path) -> None:
    work(path, "amal", -1, Mark(0, 4, "base"))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE spans SET quote = 'XXXX' WHERE start = 0 AND \"end\" = 4")


def spoil_value(path: Path) -> None:
    work(path, "amal", -1, Mark(0, 4, "base"))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("""UPDATE spans SET value = '{"edtf": "2026"}' WHERE start = 0 AND "end" = 4""")


def spoil_json(path: Path) -> None:
    work(path, "amal", -1, Mark(0, 4, "base"))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE properties SET value = '{' WHERE name = 'known in pack'")


def spoil_base(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE bases SET layer = json_remove(layer, '$.spans')")


def break_conditions(path: Path, change: str) -> None:
    """Change the file as another program may that knows nothing of the conditions of its tables."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        assert db.execute(change).rowcount == 1


def spoil_id(path: Path) -> None:
    work(path, "amal", -1, Mark(0, 4, "base"))
    break_conditions(path, "UPDATE spans SET id = '' WHERE start = 0 AND \"end\" = 4")


def spoil_entry(path: Path) -> None:
    with Project.open(path) as pack:
        registry.add_entry(pack, "amal", "base", "قاعدة جديدة", [])
    break_conditions(path, "UPDATE entries SET name = '' WHERE name = 'قاعدة جديدة'")


def spoil_question(path: Path, author: str = "amal") -> None:
    with Project.open(path) as pack:
        questions.ask(pack, next(pack.articles.each()), author, "ما هذا؟", None)
    break_conditions(path, "UPDATE questions SET start = -1")


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def from_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")


def of_another_project(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "UPDATE properties SET value = json_set(value, '$.project', 'x') WHERE name = 'pack'"
        )


def no_pack(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM properties WHERE name = 'pack'")


def no_project(path: Path) -> None:
    path.write_text("not a project at all", "utf-8")


def another_name(path: Path) -> None:
    with Project.open(path) as pack, pack.writing():
        pack.authors.rename("amal", "amal b")
        told = pack.records.read(project_acts.Kind.PROPERTY, "pack")
        assert told is not None
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "UPDATE properties SET value = json_set(value, '$.author', 'amal b')"
            " WHERE name = 'pack'"
        )


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (spoil_quote, "does not fit its text"),
        (spoil_value, "has a value that a base cannot have"),
        (spoil_json, "is damaged"),
        (spoil_base, "is damaged"),
        (spoil_id, "is damaged"),
        (spoil_entry, "is damaged"),
        (spoil_question, "is damaged"),
        (truncate, "is damaged"),
        (cut_off, "is damaged"),
        (from_the_future, "is from a newer Annotator"),
        (of_another_project, "is a pack of another project"),
        (no_pack, "is a project and no pack"),
        (no_project, "is not an Annotator project"),
        (Path.unlink, "There is no project"),
        (another_name, "The project has no author “amal b”"),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_what_cannot_be_taken_is_told_and_changes_nothing(
    demo: Project, tmp_path: Path, spoil: Callable[[Path], object], sentence: str
) -> None:
    path = packed(demo, "amal")
    before = state(demo, tmp_path)
    spoil(path)
    assert sentence in refusal(demo, path)
    assert state(demo, tmp_path) == before
    assert list(find_damage(demo.path, Quiet())) == []


def test_the_project_itself_and_a_pack_are_no_places_to_merge(demo: Project) -> None:
    path = packed(demo, "amal")
    assert "is the project itself" in refusal(demo, demo.path)
    with Project.open(path) as pack:
        add_author(pack, "lead", Role.LEAD)
        with pytest.raises(RefusedAct, match="is a pack itself"):
            merge_packs(pack, "lead", [path])


def test_a_good_pack_is_taken_beside_a_bad_one_and_one_named_twice_once(demo: Project) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    report = merge_packs(demo, LEAD, [path.with_name("missing.db"), path, path])
    assert (report.packs, report.added, len(report.refused)) == (2, 1, 1)


def test_a_good_pack_is_taken_beside_one_that_holds_what_no_project_can(demo: Project) -> None:
    good, bad = packed(demo, "amal", "good"), packed(demo, "nasser", "bad")
    work(good, "amal", -1, Mark(0, 4, "base"))
    work(bad, "nasser", -1, Mark(0, 4, "base"))
    spoil_question(bad, "nasser")
    report = merge_packs(demo, LEAD, [bad, good])
    assert (report.packs, report.layers, report.added) == (1, 1, 1)
    assert [path for path, _ in report.refused] == [bad]
    last = list(demo.articles.names())[-1]
    assert [layer.author for layer in demo.layers.of_article(last)] == ["amal"]
    assert list(find_damage(demo.path, Quiet())) == []


def test_who_bears_another_name_since_the_pack_was_made_does_not_become_two(demo: Project) -> None:
    """Though she went once, with the handing out that had added her, and came back with it."""
    assign(demo, LEAD, HandingPlan(("zayd",), 1, 0.2))
    path = packed(demo, "zayd")
    work(path, "zayd", -1, Mark(0, 4, "base"))
    project_acts.undo(demo, LEAD)
    project_acts.redo(demo, LEAD)
    rename_author(demo, "zayd", "zayd b")
    before = [one.name for one in demo.authors.all()]
    assert "give the old one back, merge, and rename again" in refusal(demo, path)
    assert [one.name for one in demo.authors.all()] == before
    rename_author(demo, "zayd b", "zayd")
    assert merged(demo, path).added == 1
    rename_author(demo, "zayd", "zayd b")
    assert [one.name for one in demo.authors.all()] == before


def test_a_pack_that_may_only_be_read_is_merged(demo: Project) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    path.chmod(0o444)
    assert merged(demo, path).added == 1


def test_the_history_tells_what_a_merge_did(demo: Project) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    merged(demo, path)
    row = demo.history.by_sequence(demo.history.last_project_act())
    kinds = {kind for kind, _, _ in json.loads(row.done)["rows"]}
    assert {"layer", "span", "base"} <= kinds
    assert row.author == LEAD


MERGING = """
import os, signal, sys
from pathlib import Path
from annotator.store.project import Project
from annotator.workflow.exchange.returns import merge_packs

class Deadly:
    def advance(self, done, total):
        if done == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)

with Project.open(Path(sys.argv[1])) as project:
    merge_packs(project, "huda", [Path(one) for one in sys.argv[3:]], Deadly())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_merge_that_is_killed_leaves_all_as_it_was_and_can_be_repeated(
    demo: Project, demo_path: Path, tmp_path: Path
) -> None:
    packs = three_packs(demo)
    before = state(demo, tmp_path)
    for layers in (1, 7):
        arguments = [sys.executable, "-c", MERGING, demo_path, str(layers), *packs.values()]
        killed = subprocess.run(arguments, check=False, cwd=ROOT, timeout=60)
        assert killed.returncode == -signal.SIGKILL
        assert state(demo, tmp_path) == before
        assert list(find_damage(demo_path, Quiet())) == []
    assert merged(demo, *packs.values()).packs == 3


def test_a_merge_that_is_stopped_changes_nothing(demo: Project, tmp_path: Path) -> None:
    class Stopping:
        def advance(self, done: int, total: int | None) -> None:
            raise Cancelled

    packs = three_packs(demo)
    before = state(demo, tmp_path)
    with pytest.raises(Cancelled):
        merge_packs(demo, LEAD, list(packs.values()), Stopping())
    assert state(demo, tmp_path) == before
