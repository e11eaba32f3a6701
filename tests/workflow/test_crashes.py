"""Programs that are killed, and two programs on one file."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts.marking import load_stack
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import find_damage

Bring = Callable[..., object]
TEXT = "غادر رتل قاعدة «قسرك» أمس 🔴\n" * 40

MARKING = """
import random, sys
from pathlib import Path
from annotator.core.edits import Mark, Remove
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply, redo, undo

path, author, seed = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
chance = random.Random(seed)
with Project.open(path) as project:
    article = project.articles.by_id("a")
    layer = project.layers.load("a", author)
    print("ready", flush=True)
    for number in range(int(sys.argv[4])):
        free = [n for n in range(900) if not any(s.start == n for s in layer.spans)]
        start = chance.choice(free)
        layer = apply(project, article, layer, Mark(start, start + 3, "base")).layer
        if number % 7 == 6:
            layer = apply(project, article, layer, Remove((layer.spans[0].id,))).layer
        if number % 5 == 4:
            layer = undo(project, layer)[0].layer
        print(layer.revision, *(span.id for span in layer.spans), flush=True)
"""

IMPORTING = """
import sys
from pathlib import Path
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files

with Project.open(Path(sys.argv[1])) as project:
    print("ready", flush=True)
    report = import_files(project, [Path(sys.argv[2])], Quiet())
    print(report.added, len(report.refused), flush=True)
"""

MARKING_ALL = """
import sys
from pathlib import Path
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts.marking import undo
from annotator.core.mentions import Chosen
from annotator.workflow.acts.mentions import act

with Project.open(Path(sys.argv[1])) as project:
    chosen = [
        Chosen(article.id, ((0, 1), (6, 9)), refused=((11, 15),))
        for article in project.articles.each() if article.id != "a"
    ]
    print("ready", flush=True)
    print(act(project, "amal", "base", chosen, Quiet()).spans, flush=True)
    if sys.argv[2] == "undo":
        undo(project, project.layers.load(chosen[0].article_id, "amal"))
        print("undone", flush=True)
"""


def start(script: str, *arguments: object) -> "subprocess.Popen[str]":
    program = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    return program


def kill_after(program: "subprocess.Popen[str]", seconds: float) -> list[str]:
    """Kill ``program`` and return what it had said by then, line by line, whole lines only."""
    time.sleep(seconds)
    program.send_signal(signal.SIGKILL)
    said, _ = program.communicate()
    return [line for line in said.splitlines(keepends=True) if line.endswith("\n")]


def check_whole(path: Path) -> None:
    assert [str(damage) for damage in find_damage(path, Quiet())] == []
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
@pytest.mark.parametrize("seed", range(10))
def test_what_was_acknowledged_outlives_the_program(
    project_path: Path, bring: Bring, seed: int
) -> None:
    with Project.open(project_path) as project:
        bring(project, {"id": "a", "text": TEXT})
        ensure_author(project, "amal")
    program = start(MARKING, project_path, "amal", seed, 10_000)
    lines = kill_after(program, random.Random(seed).uniform(0.02, 0.4))
    check_whole(project_path)
    revision, *ids = lines[-1].split() if lines else ["0"]
    with Project.open(project_path) as project:
        layer = project.layers.load("a", "amal")
        # What came after the last acknowledged act may be saved too: at most three acts.
        assert 0 <= layer.revision - int(revision) <= 3
        if layer.revision == int(revision):
            assert [span.id for span in layer] == ids
        else:
            assert len({span.id for span in layer} ^ set(ids)) <= 3
        stack = load_stack(project, "a", "amal")
        rows = list(project.history.of_stack("a", "amal"))
        assert len(rows) == layer.revision
        drawn = {span.id for row in stack.done for span in row.change.put}
        taken = {span.id for row in stack.done for span in row.change.removed}
        assert {span.id for span in layer} == drawn - taken


def write_news(path: Path, count: int) -> None:
    with path.open("w") as file:
        for number in range(count):
            spans = [{"label": "base", "start": at, "end": at + 4} for at in range(0, 80, 5)]
            line = {"text": f"{number} {TEXT}", "author": "amal", "spans": spans}
            file.write(json.dumps(line) + "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.35, 0.5])
def test_an_import_that_is_killed_leaves_whole_articles(
    project_path: Path, tmp_path: Path, seconds: float
) -> None:
    news = tmp_path / "news.jsonl"
    write_news(news, 800)
    kill_after(start(IMPORTING, project_path, news), seconds)
    check_whole(project_path)
    with Project.open(project_path) as project:
        for article in project.articles.each():
            assert len(project.layers.load(article.id, "amal").spans) == 16
        assert len(project.search.find("قسرك")) == project.articles.count()
        report = import_files(project, [news], Quiet())
        assert report.added + report.skipped == project.articles.count() == 800
        assert report.skipped == 800 - report.added
        assert len(project.search.find("قسرك")) == 800
    check_whole(project_path)


def test_two_programs_mark_while_a_third_imports(
    project_path: Path, bring: Bring, tmp_path: Path
) -> None:
    with Project.open(project_path) as project:
        bring(project, {"id": "a", "text": TEXT})
        for author in ("amal", "nasser"):
            ensure_author(project, author)
    news = tmp_path / "news.jsonl"
    write_news(news, 600)
    programs = [
        start(MARKING, project_path, "amal", 1, 40),
        start(IMPORTING, project_path, news),
        start(MARKING, project_path, "nasser", 2, 40),
    ]
    said = [program.communicate(timeout=120)[0].splitlines() for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    assert said[1] == ["600 0"]
    check_whole(project_path)
    with Project.open(project_path) as project:
        assert project.articles.count() == 601
        for author, lines in zip(("amal", "nasser"), (said[0], said[2]), strict=True):
            layer = project.layers.load("a", author)
            assert [str(layer.revision), *(span.id for span in layer)] == lines[-1].split()


def test_an_edit_waits_for_an_import_no_longer_than_it_must(
    project_path: Path, bring: Bring, tmp_path: Path
) -> None:
    with Project.open(project_path) as project:
        ensure_author(project, "amal")
        news = tmp_path / "news.jsonl"
        write_news(news, 1500)
        program = start(IMPORTING, project_path, news)
        waits = []
        while program.poll() is None:
            begun = time.perf_counter()
            with project.writing():
                pass
            waits.append(time.perf_counter() - begun)
            time.sleep(0.01)
        assert program.communicate()[0] == "1500 0\n"
    assert len(waits) > 3
    assert max(waits) < 2


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
@pytest.mark.parametrize("seed", range(8))
def test_marking_all_that_is_killed_marks_all_or_nothing(
    project_path: Path, bring: Bring, seed: int
) -> None:
    with Project.open(project_path) as project:
        bring(project, *({"text": f"{number} {TEXT[:40]}"} for number in range(1000)))
        ensure_author(project, "amal")
    program = start(MARKING_ALL, project_path, "undo")
    lines = kill_after(program, random.Random(seed).uniform(0.02, 0.6))
    check_whole(project_path)
    with Project.open(project_path) as project:
        layers = [project.layers.load(one.id, "amal") for one in project.articles.each()]
        (count,) = {len(layer.spans) for layer in layers}
        (revision,) = {layer.revision for layer in layers}
        assert (count, revision) in {(0, 0), (2, 1), (0, 2)}
        assert revision >= len(lines)
        refused = {len(project.refusals.of("amal", one.article_id, "base")) for one in layers}
        assert refused == {min(revision, 1)}


def test_marking_goes_on_while_another_program_marks_all(project_path: Path, bring: Bring) -> None:
    with Project.open(project_path) as project:
        bring(project, {"id": "a", "text": TEXT})
        bring(project, *({"text": f"{number} {TEXT[:40]}"} for number in range(1000)))
        for author in ("amal", "nasser"):
            ensure_author(project, author)
    programs = [
        start(MARKING_ALL, project_path, "keep"),
        start(MARKING, project_path, "amal", 3, 60),
        start(MARKING, project_path, "nasser", 4, 60),
    ]
    said = [program.communicate(timeout=120)[0].splitlines() for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    check_whole(project_path)
    with Project.open(project_path) as project:
        others = [one.id for one in project.articles.each() if one.id != "a"]
        assert {len(project.layers.load(one, "amal").spans) for one in others} == {2}
        for author, lines in zip(("amal", "nasser"), said[1:], strict=True):
            layer = project.layers.load("a", author)
            assert [str(layer.revision), *(span.id for span in layer)] == lines[-1].split()


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
@pytest.mark.parametrize(
    "command",
    [
        ("export", "--layer", "amal", "--format", "jsonl", "out.jsonl"),
        ("export", "--layer", "amal", "--format", "brat", "out"),
        ("release", "out", "--format", "jsonl", "--layer", "amal"),
    ],
)
def test_an_export_that_is_killed_leaves_nothing(
    project_path: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    news = tmp_path / "news" / "news.jsonl"
    news.parent.mkdir()
    write_news(news, 2_000)
    with Project.open(project_path) as project:
        ensure_author(project, "hala", Role.LEAD)
        import_files(project, [news], Quiet())
    out = tmp_path / "out"
    out.mkdir()
    program = subprocess.Popen(
        [sys.executable, "-m", "annotator", command[0], str(project_path), *command[1:]],
        cwd=out,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while not any(out.iterdir()):  # until it has begun to write
        assert program.poll() is None
        assert time.monotonic() < until
        time.sleep(0.001)
    program.kill()
    program.wait()
    while left := list(out.iterdir()):
        assert time.monotonic() < until, left
        time.sleep(0.01)
