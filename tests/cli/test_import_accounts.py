"""What an import says of whose spans came together, and of what is empty or cannot be held."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
RunJson = Callable[..., Any]

TEXT = "غادرت القوات قاعدة قسرك فجراً"


@pytest.fixture
def project(run: Run) -> str:
    assert run("init", "p.db", "--lead", "huda").exit_code == 0
    return "p.db"


def lines(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def line(author: str | None, *labels: str, name: str = "one") -> dict[str, Any]:
    places = {"base": (13, 23), "actor": (6, 12), "date": (24, 29)}
    spans = [
        {"label": label, "start": places[label][0], "end": places[label][1]} for label in labels
    ]
    row = {"text": TEXT, "name": name, "spans": spans}
    return row if author is None else row | {"author": author}


def spans_of(run_json: RunJson, project: str, author: str) -> set[str]:
    run_json("export", project, "out.jsonl", "--format", "jsonl", "--layer", author)
    (row,) = map(json.loads, Path("out.jsonl").read_text("utf-8").splitlines())
    return {span["label"] for span in row["spans"]}


def test_whose_spans_come_together_is_said_by_name_and_number(
    run: Run, run_json: RunJson, project: str, tmp_path: Path
) -> None:
    file = lines(tmp_path / "a.jsonl", line("noor", "base", "date"), line("amal", "base", "actor"))
    told = run("import", project, file, "--author", "rana")
    assert told.exit_code == 0
    assert told.stdout == (
        "Added 1 article and 3 spans; 1 was there: one\n"
        "Spans of several annotators are one layer of rana now: noor 2, amal 2.\n"
        "New in the project: rana.\n"
    )
    assert spans_of(run_json, project, "rana") == {"base", "date", "actor"}  # and nothing is lost
    report = run_json("import", project, file, "--author", "nasser")
    assert report["merged"] == [
        {"into": "nasser", "from": "noor", "spans": 2},
        {"into": "nasser", "from": "amal", "spans": 2},
    ]
    again = run_json("import", project, file, "--author", "nasser")
    assert (again["spans"], again["merged"]) == (0, [])  # nothing has come together anew
    assert run_json("import", project, file)["merged"] == []
    one = lines(tmp_path / "b.jsonl", line("noor", "base"))
    assert run_json("import", project, one, "--author", "sami")["merged"] == []


def test_layers_without_names_in_several_places_are_taken_for_one_annotators(
    run: Run, run_json: RunJson, project: str, tmp_path: Path
) -> None:
    rows = [line(None, "base"), line(None, "actor", name="two") | {"text": f"{TEXT} أمس"}]
    file = lines(tmp_path / "a.jsonl", *rows)
    report = run_json("import", project, file, "--author", "rana")
    assert (report["added"], report["spans"], report["merged"]) == (2, 2, [])


def test_annotators_of_one_task_without_names_are_told_apart(
    run: Run, project: str, tmp_path: Path
) -> None:
    def result(start: int, end: int, label: str) -> dict[str, Any]:
        value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}
        return {"id": label, "from_name": "l", "to_name": "t", "type": "labels", "value": value}

    annotations = [{"result": [result(13, 23, "base")]}, {"result": [result(6, 12, "actor")]}]
    task = {"data": {"text": TEXT}, "annotations": annotations}
    (tmp_path / "tasks.json").write_text(json.dumps([task]), "utf-8")
    told = run("import", project, "tasks.json", "--author", "rana").stdout
    assert (
        "Spans of several annotators are one layer of rana now: one without a name 1, one without a"
        " name 1.\n"
    ) in told


def test_what_a_project_cannot_hold_is_left_out_and_nothing_is_refused(
    run: Run, run_json: RunJson, project: str, tmp_path: Path
) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "a.ann").write_text(
        f"T1\tbase 13 23\t{TEXT[13:23]}\nT2\tactor 6 12\t{TEXT[6:12]}\n"
        "R1\tMoves Arg1:T2 Arg2:T1\nE1\tactor:T2 Place:T1\n",
        "utf-8",
    )
    told = run("import", project, "brat", "--author", "amal")
    assert told.exit_code == 0
    assert told.stdout.startswith("Added 1 article and 2 spans.\n")
    assert told.stderr.splitlines() == [
        "Note: brat/a.ann: A project has no relations; left out: 1.",
        "Note: brat/a.ann: A project has no events, only what triggers them; left out: 1.",
    ]
    report = run_json("import", project, "brat", "--author", "noor")
    assert report["refused"] == []
    assert [one["why"] for one in report["left_out"]] == [
        "A project has no relations; left out: 1.",
        "A project has no events, only what triggers them; left out: 1.",
    ]


def test_nobody_is_added_of_whom_nothing_is_imported(
    run: Run, run_json: RunJson, project: str, tmp_path: Path
) -> None:
    def authors() -> set[str]:
        return {one["name"] for one in run_json("authors", project)["authors"]}

    before = authors()
    (tmp_path / "bad.jsonl").write_text("{\n", "utf-8")
    for path in ("bad.jsonl", "nowhere.txt"):
        assert run("import", project, path, "--author", "rana").exit_code == 1
        assert authors() == before
    refused = run("import", project, "bad.jsonl", "--author", " ")
    assert "The name of an author has 1 to 100 letters" in refused.stderr
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    run("import", project, "text.txt", "bad.jsonl", "--author", "rana")
    assert authors() == before | {"rana"}
    (tmp_path / "empty.csv").write_text("text\n", "utf-8")
    untouched = {"name": "text.txt", "text": TEXT, "author": "sami", "status": "new", "spans": []}
    (tmp_path / "untouched.jsonl").write_text(json.dumps(untouched), "utf-8")
    for path in ("empty.csv", "text.txt", "untouched.jsonl"):  # nothing, what is there, no work
        assert run("import", project, path, "--author", "sami").exit_code == 0
    assert run("import", project, "untouched.jsonl").exit_code == 0
    assert authors() == before | {"rana"}


def test_an_empty_outlet_is_none_in_every_format(run: Run, project: str, tmp_path: Path) -> None:
    row = {"name": "a", "text": "نص", "outlet": "", "url": "", "spans": []}
    (tmp_path / "in.jsonl").write_text(json.dumps(row), "utf-8")
    assert run("import", project, "in.jsonl", "--author", "amal").exit_code == 0
    run("import", project, "in.jsonl", "--author", "amal")
    run("export", project, "brat", "--format", "brat", "--layer", "amal")
    run("init", "other.db")
    run("import", "other.db", "brat", "--author", "amal")
    told = []
    for name in (project, "other.db"):
        run("export", name, f"{name}.jsonl", "--format", "jsonl", "--layer", "amal")
        told += map(json.loads, (tmp_path / f"{name}.jsonl").read_text("utf-8").splitlines())
    assert [(one["outlet"], one["url"], one["meta"], one["sources"]) for one in told] == [
        (None, None, {}, [])
    ] * 2


def test_that_there_was_nothing_to_import_is_told(run: Run, project: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "none.json").write_text("[]", "utf-8")
    for path in ("empty", "empty.jsonl", "none.json"):
        result = run("import", project, path)
        assert result.stderr == "Nothing to import is there.\n"
        assert result.stdout == "Added 0 articles and 0 spans.\n"
