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
    ("given", "told"),
    [
        ("https://example.org/a/b?c=1", "“https://example.org/a/b?c=1” is an address in the web"),
        ("HTTP://example.org", "“HTTP://example.org” is an address in the web"),
        ("https", "There is no file or folder “https”."),
    ],
)
def test_of_an_address_in_the_web_it_is_told_what_to_do(
    run: Run, project: str, tmp_path: Path, given: str, told: str
) -> None:
    (tmp_path / "good.txt").write_text("نص", "utf-8")
    result = run("import", project, given, "good.txt")
    assert result.exit_code == 1
    assert told in result.stderr
    assert ("save the page, then import the file" in result.stderr) == (given != "https")
    assert result.stdout == "Added 1 article and 0 spans.\n"


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


_MARKED = {
    "jsonl": {"spans": [{"label": "base", "start": 0, "end": 4}]},
    "doccano": {"label": [[0, 4, "base"]]},
    "labelbuddy": {"annotations": [{"label_name": "base", "start_char": 0, "end_char": 4}]},
}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        *(("doccano", "jsonl"), ("doccano", "labelbuddy")),
        *(("prodigy", "doccano"), ("prodigy", "labelbuddy")),
        *(("labelbuddy", "jsonl"), ("labelbuddy", "doccano")),
    ],
)
def test_lines_of_another_format_do_not_come_in_as_unmarked(
    run: Run, run_json: Run, project: str, tmp_path: Path, name: str, other: str
) -> None:
    marked, (key,) = _MARKED[other], _MARKED[other]
    rows = [{"text": "قسرك", **marked}, {"text": "قسرك أمس", key: []}, {"text": "أمس"}]
    path = tmp_path / "lines.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    as_it = ("import", project, path, "--author", "amal", "--format")
    report = run_json(*as_it, name, exit_code=1)
    assert [one["line"] for one in report["refused"]] == [1, 2]
    assert report["added"] == 1  # what has no list of spans is an article nobody has marked
    told = f"“{key}” holds spans as another format than {name} keeps them"
    assert report["refused"][0]["why"].startswith(told)
    assert run_json(*as_it, other)["spans"] == 1


@pytest.mark.parametrize(
    ("name", "own", "other"),
    [
        ("doccano", "label", "spans"),
        ("prodigy", "spans", "label"),
        ("labelbuddy", "annotations", "entities"),
    ],
)
def test_a_line_that_nobody_has_marked_is_read_whatever_else_it_tells(
    run_json: Run, project: str, tmp_path: Path, name: str, own: str, other: str
) -> None:
    rows = [
        {"text": "قسرك", own: []},
        {"id": 2, "text": "قسرك أمس"},
        {"text": "أمس", other: "خبر"},
        {"text": "الآن", other: ["سياسة", "أمن"]},
        {"text": "غدا", own: [], other: [[1]]},
    ]
    path = tmp_path / "lines.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    report = run_json("import", project, path, "--author", "amal", "--format", name)
    assert report["added"] == len(rows)
