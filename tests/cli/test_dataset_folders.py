"""Dataset folders for trainers, brought back by the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.store.project import Project

Run = Callable[..., Any]


@pytest.fixture
def folder(run: Run, demo: Path, tmp_path: Path) -> Path:
    """The layers of amal, as a dataset folder."""
    options = ("--format", "huggingface", "--layer", "amal", "--all")
    assert run("export", demo, "data", *options).exit_code == 0
    return tmp_path / "data"


def change(folder: Path, **put: object) -> None:
    """Change the first row of the folder."""
    path = folder / "data" / "train.jsonl"
    first, *others = path.read_text("utf-8").splitlines()
    lines = [json.dumps(json.loads(first) | put), *others]
    path.write_text("\n".join(lines), "utf-8")


def test_a_folder_comes_back_with_all_its_spans(
    run: Run, run_json: Run, demo: Path, folder: Path, tmp_path: Path
) -> None:
    run("init", "p.db")
    report = run_json("import", "p.db", "data")
    assert report["refused"] == []
    assert report["added"] == 13
    with Project.open(demo, writable=False) as there, Project.open(tmp_path / "p.db") as here:
        for article in there.articles.each():
            layer = here.layers.load(article.id, "amal")
            before = there.layers.load(article.id, "amal")
            assert layer.spans == before.spans
            assert (layer.state, layer.guideline) == (before.state, before.guideline)


@pytest.mark.parametrize(
    ("put", "told"),
    [
        ({"spans": 5}, "“spans” must be a list of objects."),
        ({"layer": None}, "“layer” must be a text."),
        ({"layer": "{"}, "It is not JSON"),
        ({"meta": "[" * 100_000}, "Its brackets are nested too deep."),
        ({"layer": '{"status": "done"}'}, "“status” must be one of"),
        ({"text": 7}, "“text” must be a text."),
        ({"published": "soon"}, "“soon” is no day written like 2026-02-23."),
        (
            {"spans": [{"label": "base", "start": 1.5, "end": 2, "value": "{}"}]},
            "“spans[0].start” must be a whole number.",
        ),
        (
            {"spans": [{"label": "base", "start": 0, "end": 10**9, "value": "{}"}]},
            "does not fit the article",
        ),
    ],
    ids=range(9),
)
def test_a_spoiled_row_is_told_by_its_line(
    run: Run, folder: Path, put: dict[str, object], told: str
) -> None:
    change(folder, **put)
    run("init", "p.db")
    result = run("import", "p.db", "data")
    assert result.exit_code == 1
    first, *_ = result.stderr.splitlines()
    assert first.startswith("data/data/train.jsonl:1: ")
    assert told in first


def test_a_release_of_a_folder_is_read_again(run: Run, run_json: Run, demo: Path) -> None:
    result = run(
        "release", demo, "v1", "--format", "huggingface", "--format", "csv", "--layer", "amal"
    )
    assert result.exit_code == 0, result.output
    report = run_json("verify", "v1")
    assert report["problems"] == []
    assert report["read"] == ["huggingface", "csv"]  # that with the texts first


def test_a_release_is_imported_one_format_at_a_time(run: Run, run_json: Run, demo: Path) -> None:
    formats = ("--format", "jsonl", "--format", "conll")
    Path("out").mkdir()
    run("release", demo, "out/v1", *formats, "--layer", "amal")
    run("init", "p.db")
    report = run_json("import", "p.db", "out", exit_code=1)
    assert report["added"] == 0
    (refused,) = report["refused"]
    assert refused["why"] == (
        "“v1” is a release, and has its articles once in each format. Import the folder of one"
        " format in it: conll, jsonl."
    )
    assert run_json("import", "p.db", "out/v1/jsonl")["added"] == 6
