"""Labels that the project lacks: mapped, added, left out, or refused by name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.store.project import Project

RunJson = Callable[..., Any]
TEXT = "قاعدة قسرك في ٢٣ شباط"
SPANS = [
    {"label": "place", "start": 6, "end": 10},
    {"label": "when", "start": 14, "end": 21, "value": {"edtf": "2026-02-23"}},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"name": "a", "text": TEXT, "author": "amal", "spans": SPANS}))
    return path


@pytest.fixture
def empty(run: Callable[..., Any], tmp_path: Path) -> Path:
    """A project of the lead huda."""
    assert run("init", "north.db", "--lead", "huda").exit_code == 0
    return tmp_path / "north.db"


def spans_in(path: Path) -> list[tuple[str, str]]:
    with Project.open(path, writable=False) as project:
        (article,) = project.articles.each()
        return [(span.label, span.quote) for span in project.layers.load(article.id, "amal")]


def test_labels_that_are_not_there_are_refused_by_name(
    run: Callable[..., Any], empty: Path, file: Path
) -> None:
    result = run("import", empty, file)
    assert result.exit_code == 1
    assert "The project has no label “place”" in result.stderr
    assert "The project has no label “when”" in result.stderr
    assert spans_in(empty) == []


def test_labels_are_mapped_and_left_out(run_json: RunJson, empty: Path, file: Path) -> None:
    report = run_json("import", empty, file, "--map", "place=base", "--leave-out", "when")
    assert (report["added"], report["spans"], report["refused"]) == (1, 1, [])
    assert spans_in(empty) == [("base", "قسرك")]


def test_labels_are_added_with_the_values_that_they_have(
    run: Callable[..., Any], empty: Path, file: Path
) -> None:
    result = run("import", empty, file, "--add-labels", "--map", "place=base")
    assert result.exit_code == 0, result.stderr
    assert "Added 1 label: when." in result.stderr
    assert spans_in(empty) == [("base", "قسرك"), ("when", "٢٣ شباط")]
    with Project.open(empty, writable=False) as project:
        assert [label.name for label in project.labels.load()][-1] == "when"
        assert project.labels.load()["when"].value == "date"


def test_a_lead_alone_adds_labels(run: Callable[..., Any], empty: Path, file: Path) -> None:
    run("authors", empty, "--add", "amal")
    result = run("import", empty, file, "--add-labels", "--lead", "amal")
    assert result.exit_code == 1
    assert "Only a lead changes the labels" in result.stderr
    assert run("import", empty, file, "--lead", "huda").exit_code == 2


def brought(path: Path, *labels: str) -> Path:
    spans = [{"label": label, "start": n, "end": n + 1} for n, label in enumerate(labels)]
    path.write_text(json.dumps({"name": "a", "text": TEXT, "author": "amal", "spans": spans}))
    return path


def test_a_name_that_no_label_can_have_becomes_the_nearest_one(
    run: Callable[..., Any], empty: Path, tmp_path: Path
) -> None:
    path = brought(tmp_path / "in.jsonl", "Military base", "base", "!!!")
    for added in (True, False):  # again, it is the one that was added
        result = run("import", empty, path, "--add-labels")
        assert ("Added 1 label: Military_base." in result.stderr) is added
        assert "Note: Military base is Military_base in the project." in result.stderr
        assert "The project has no label “!!!”" in result.stderr
        assert result.exit_code == 1
        assert spans_in(empty) == [("Military_base", TEXT[0]), ("base", TEXT[1])]


@pytest.mark.parametrize("adding", [(), ("--add-labels",)])
def test_nothing_is_taken_for_a_label_that_is_not_there(
    run: Callable[..., Any], empty: Path, file: Path, adding: tuple[str, ...]
) -> None:
    result = run("import", empty, file, "--map", "place=bass", *adding, "--author", "salma")
    assert result.exit_code == 1
    assert result.stderr == (
        "The project has no label “bass”. Its labels are: base, date, actor, figure.\n"
    )
    with Project.open(empty, writable=False) as project:
        assert project.articles.count() == 0
        assert [author.name for author in project.authors.all()] == ["huda"]
        assert len(project.labels.load()) == 4


def test_a_label_that_no_file_has_is_told(run: Callable[..., Any], empty: Path, file: Path) -> None:
    options = ("--map", "place=base", "--map", "plase=base", "--leave-out", "when")
    result = run("import", empty, file, *options)
    assert (result.exit_code, result.stderr) == (0, "Note: no file has spans of plase.\n")
