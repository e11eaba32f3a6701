"""What is refused at an import is told in a few clear sentences, however much it is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def project(run: Run) -> str:
    run("init", "p.db")
    return "p.db"


def test_many_refusals_for_one_reason_are_told_in_some_lines(
    run: Run, run_json: Run, project: str, tmp_path: Path
) -> None:
    lines = [{"text": f"نص {number}", "spans": []} for number in range(30)]
    source = "\n".join(map(json.dumps, [*lines, {"text": 5}]))
    (tmp_path / "many.jsonl").write_text(source, "utf-8")
    told = run("import", project, "many.jsonl").stderr.splitlines()
    assert sum("have no author" in line for line in told) == 10
    assert "… and 20 more like the last one; --json lists all." in told
    assert "many.jsonl:31: “text” must be a text." in told
    assert told[-1] == "31 were refused; the rest is done."
    assert len(run_json("import", project, "many.jsonl", exit_code=1)["refused"]) == 31


def test_where_all_was_refused_it_is_not_said_that_something_was_done(
    run: Run, project: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.jsonl").write_text('{"title": "x"}\n{\n', "utf-8")
    (tmp_path / "good.txt").write_text("نص", "utf-8")
    nothing = run("import", project, "bad.jsonl").stderr
    assert nothing.endswith("\n2 were refused; nothing was imported.\n")
    for _ in range(2):  # new, then there
        some = run("import", project, "bad.jsonl", "good.txt").stderr
        assert some.endswith("\n2 were refused; the rest is done.\n")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("a.docx", "Save it as plain text"),
        ("a.PDF", "Save it as plain text"),
        ("a.xlsx", "Save it as CSV"),
        ("a.zip", "Unpack it"),
    ],
)
def test_of_files_that_are_not_read_it_is_told_what_to_do(
    run: Run, project: str, tmp_path: Path, name: str, what: str
) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04\x00\x00 no text")
    assert what in run("import", project, name).stderr


def test_an_object_over_several_lines_is_refused_once(
    run: Run, project: str, tmp_path: Path
) -> None:
    indented = json.dumps({"text": "نص", "note": "", "spans": []}, indent=1)
    (tmp_path / "one.jsonl").write_text(indented, "utf-8")
    told = run("import", project, "one.jsonl").stderr.splitlines()
    assert len(told) == 2
    assert told[0].startswith("one.jsonl:1: The file is one JSON object over several lines")
    (tmp_path / "two.jsonl").write_text('{"text": \n{"text": "نص"}\n', "utf-8")
    told = run("import", project, "two.jsonl")
    assert told.stdout == "Added 1 article and 0 spans.\n"
    assert "two.jsonl:1: It is not JSON" in told.stderr
