import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.people.authors import ensure_author

Run = Callable[..., Result]
RunJson = Callable[..., Any]
KNOWN = ", ".join(FORMATS)


@pytest.fixture
def project(run: Run) -> str:
    run("init", "p.db")
    return "p.db"


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write_lines(path: Path, *lines: dict[str, Any]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def test_articles_come_out_as_their_files_say(
    run: Run, run_json: RunJson, project: str, tmp_path: Path, seeds: Path
) -> None:
    files = sorted((seeds / "articles").iterdir())
    assert run_json("import", project, seeds / "articles") == {
        "added": len(files),
        "skipped": 0,
        "refused": [],
        "left_out": [],
        "merged": [],
        "authors": [],
        "spans": 0,
    }
    run("export", project, "out.jsonl", "--format", "jsonl")
    exported = {line["name"]: line for line in lines_of(tmp_path / "out.jsonl")}
    assert {name: line["text"] for name, line in exported.items()} == {
        file.name: file.read_text("utf-8") for file in files
    }
    assert not any(line["ready"] or "spans" in line for line in exported.values())


def test_what_is_there_is_skipped(run: Run, run_json: RunJson, project: str, seeds: Path) -> None:
    run("import", project, seeds / "articles")
    again = run("import", project, seeds / "articles")
    assert again.exit_code == 0
    assert again.stdout.startswith("Added 0 articles and 0 spans; 13 were there: ")
    assert run_json("status", project)["articles"] == 13
    (one, *_) = sorted((seeds / "articles").iterdir())
    again = run("import", project, one)
    assert again.stdout == f"Added 0 articles and 0 spans; 1 was there: {one.name}\n"
    twice = run("import", project, one, one)
    assert twice.stdout == f"Added 0 articles and 0 spans; 1 was there: {one.name}\n"


def test_a_layer_goes_through_another_project_unchanged_to_the_byte(
    run: Run, project: str, tmp_path: Path, demo: Path
) -> None:
    run("export", demo, "first.jsonl", "--format", "jsonl", "--layer", "amal")
    run("import", project, "first.jsonl")
    result = run("export", project, "second.jsonl", "--format", "jsonl")
    assert "the layer of amal" in result.stdout
    first = (tmp_path / "first.jsonl").read_bytes()
    assert len(first) > 100_000
    assert (tmp_path / "second.jsonl").read_bytes() == first


def test_what_does_not_fit_is_listed_with_its_line_and_the_rest_is_done(
    run: Run, run_json: RunJson, project: str, tmp_path: Path
) -> None:
    write_lines(
        tmp_path / "mixed.jsonl",
        {"text": "نص أول", "name": "one", "author": "amal", "spans": []},
        {"title": "no text"},
        {"text": "نص ثان", "name": "two", "author": "gold", "spans": []},
    )
    result = run("import", project, "mixed.jsonl", "nowhere.txt")
    assert result.exit_code == 1
    assert result.stdout == "Added 2 articles and 0 spans.\nNew in the project: amal.\n"
    assert result.stderr.splitlines() == [
        "nowhere.txt: There is no file or folder “nowhere.txt”.",
        "mixed.jsonl:2: It is not an article: it has no “text”.",
        "mixed.jsonl:3: The spans are gold, so they were not taken. Name who is to own them with"
        " --author.",
        "3 were refused; the rest is done.",
    ]
    report = run_json("import", project, "mixed.jsonl", exit_code=1)
    assert report == {
        "added": 0,
        "skipped": 2,
        "refused": [
            {
                "path": "mixed.jsonl",
                "line": 2,
                "why": "It is not an article: it has no “text”.",
            },
            {
                "path": "mixed.jsonl",
                "line": 3,
                "why": "The spans are gold, so they were not taken. Name who is to own them with"
                " --author.",
            },
        ],
        "left_out": [],
        "merged": [],
        "spans": 0,
        "authors": [],
    }
    assert run_json("status", project)["articles"] == 2


def test_gold_can_be_taken_in_as_somebodys_layer(
    run: Run, run_json: RunJson, project: str, seeds: Path
) -> None:
    report = run_json("import", project, seeds / "gold.jsonl", "--author", "salma")
    assert report["refused"] == []
    assert report["spans"] > 0
    layers = run_json("status", project)["layers"]
    assert layers == [{"author": "salma", "status": "finished", "count": report["added"]}]


@pytest.mark.parametrize("written", ["2026-03-31", "31/3/2026", "٣١ آذار ٢٠٢٦"])
def test_published_is_for_files_that_tell_no_day(
    run: Run, project: str, tmp_path: Path, seeds: Path, written: str
) -> None:
    run("import", project, seeds / "articles", "--published", written)
    run("export", project, "out.jsonl", "--format", "jsonl")
    days = {line["name"]: line["published"] for line in lines_of(tmp_path / "out.jsonl")}
    assert days["2026-02-24-qasrak-convoy.txt"] == "2026-02-24"
    assert days["harir-airfield.txt"] == "2026-03-31"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ("--published", "2026-02-30"),
            "“2026-02-30” is no date: there is no such day, the month has 28."
            " Check the day and the month.\n",
        ),
        (
            ("--published", "2/3/2126"),
            "The day 2126-03-02 is still to come. Check the year and the month.\n",
        ),
        *(
            (
                ("--published", nothing),
                "The day of publication is empty. Write it like 2026-02-23, 23/2/2026 or 23"
                " February 2026, or leave it out.\n",
            )
            for nothing in ("", " ")
        ),
        (("--format", "word"), f"There is no format “word”. Known are: {KNOWN}.\n"),
        (("--author", "gold"), "“gold” is the name of what is settled. Choose another.\n"),
        (("--author", " "), "The name of an author has 1 to 100 letters and no space around it.\n"),
    ],
)
def test_import_refuses_impossible_options_in_one_sentence(
    run: Run, run_json: RunJson, project: str, seeds: Path, options: tuple[str, str], sentence: str
) -> None:
    result = run("import", project, seeds / "articles", *options)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", sentence)
    assert run_json("status", project)["articles"] == 0


def test_a_name_near_to_a_known_one_is_warned_about_on_standard_error_alone(
    run: Run, project: str, seeds: Path
) -> None:
    layer = seeds / "layers" / "amal.jsonl"
    assert run("import", project, layer, "--author", "سلمى").stderr == ""
    result = run("import", project, layer, "--author", "سلمي", "--json")
    assert (
        result.stderr == "Note: \u2068سلمي\u2069 is a new author, but there is \u2068سلمى\u2069."
        " Was that a slip?\n"
    )
    assert json.loads(result.stdout)["spans"] > 0
    assert run("import", project, layer, "--author", "سلمي").stderr == ""


def test_export_tells_what_it_wrote_and_names_what_is_not_ready(run: Run, demo: Path) -> None:
    lines = run("export", demo, "out.jsonl", "--format", "jsonl").stdout.splitlines()
    assert lines[0].startswith("Wrote 13 articles with ")
    assert lines[0].endswith(" spans to out.jsonl: gold.")
    assert lines[1].startswith("13 are not ready, written and marked so: 2025-11-12-coalition-")
    assert lines[1].endswith(" and 3 more.")


def test_a_single_article_that_is_not_ready_is_told_as_one(
    run: Run, project: str, seeds: Path
) -> None:
    run("import", project, seeds / "articles" / "harir-airfield.txt")
    told = run("export", project, "out.jsonl", "--format", "jsonl").stdout
    assert "1 is not ready, written and marked so: " in told


def test_export_counts_what_its_file_holds(run_json: RunJson, demo: Path, tmp_path: Path) -> None:
    report = run_json("export", demo, "out.jsonl", "--format", "jsonl", "--layer", "nasser")
    lines = lines_of(tmp_path / "out.jsonl")
    assert report == {
        "articles": len(lines),
        "pieces": 0,
        "not_ready": [line["name"] for line in lines if not line["ready"]],
        "spans": sum(len(line.get("spans", ())) for line in lines),
        "written": sum(len(line.get("spans", ())) for line in lines),
        "left_out": 0,
        "kept": Counter(span["label"] for line in lines for span in line.get("spans", ())),
        "losses": [],
    }
    assert len(report["not_ready"]) == 7


@pytest.mark.parametrize(
    ("out", "options", "sentence"),
    [
        ("demo.db", ("--format", "jsonl"), "“demo.db” is a project or another database."),
        ("x", ("--format", "text"), "The format text is only read, not written."),
        ("x", ("--format", "word"), f"There is no format “word”. Known are: {KNOWN}."),
        ("x", ("--format", "jsonl", "--layer", "no"), "The project has no author “no”."),
        (
            "no/x",
            ("--format", "jsonl"),
            "There is no folder “no” for “x”. Make it first, or choose another.",
        ),
        (".", ("--format", "jsonl"), "“.” cannot be written: Is a directory."),
    ],
)
def test_export_refuses_in_one_sentence_and_leaves_nothing(
    run: Run,
    demo: Path,
    files: Callable[[], list[str]],
    out: str,
    options: tuple[str, ...],
    sentence: str,
) -> None:
    before = demo.read_bytes()
    result = run("export", demo, out, *options)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(sentence)
    assert len(result.stderr.splitlines()) == 1
    assert files() == ["demo.db"]
    assert demo.read_bytes() == before


def test_export_to_a_file_that_is_there_replaces_it_whole(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    (tmp_path / "out.jsonl").write_text("old\n" * 100_000)
    run("export", demo, "out.jsonl", "--format", "jsonl")
    assert len(lines_of(tmp_path / "out.jsonl")) == 13


@pytest.mark.skipif(sys.platform == "win32", reason="needs rights to make links")
@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal", "-WAL"])
@pytest.mark.parametrize(
    "arguments",
    [("export", "demo.db", "{}", "--format", "jsonl"), ("init", "{}"), ("backup", "demo.db", "{}")],
    ids=["export", "init", "backup"],
)
def test_what_sqlite_keeps_beside_a_project_is_never_written(
    run: Run, demo: Path, tmp_path: Path, suffix: str, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    with Project.open(demo) as project:
        ensure_author(project, "salma")  # stands in the log alone
        before = {path.name for path in tmp_path.iterdir()}
        for folder in (".", tmp_path, "link"):
            out = f"{folder}/demo.db{suffix}"
            result = run(*(argument.format(out) for argument in arguments))
            assert (result.exit_code, result.stdout) == (1, "")
            assert result.stderr == (
                f"“demo.db{suffix}” would be taken for a part of “demo.db”. Choose another name.\n"
            )
        assert {path.name for path in tmp_path.iterdir()} == before
        with Project.open(demo, writable=False) as other:
            assert "salma" in [author.name for author in other.authors.all()]
    assert run(*(argument.format("notes-wal") for argument in arguments)).exit_code == 0


def test_an_empty_path_is_not_the_current_folder(run: Run, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("خبر", "utf-8")
    for arguments in (["import", demo, ""], ["status", ""], ["demo", ""]):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.splitlines()[-1].endswith(": it is empty.")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "demo.db"]


def test_the_help_of_import_tells_what_it_leaves_out(run: Run) -> None:
    assert "names with a leading dot are left out" in " ".join(
        run("import", "--help").stdout.split()
    )


def test_formats_tells_of_each_format_what_it_holds(run: Run, run_json: RunJson) -> None:
    formats = {format.pop("name"): format for format in run_json("formats")["formats"]}
    assert formats["jsonl"] == {
        "reads": True,
        "writes": True,
        "unit": "code points",
        "nested": True,
        "subword": True,
        "values": True,
        "needs": None,
    }
    assert (formats["text"]["reads"], formats["text"]["writes"]) == (True, False)
    told = run("formats").stdout
    assert "jsonl (.jsonl, .ndjson)\n  is read and written\n" in told
    assert "text (.txt, .text)\n  is read\n  holds no spans\n" in told


def test_what_a_format_cannot_hold_is_said_or_strictly_refused(
    run: Run, project: str, tmp_path: Path
) -> None:
    spans = [{"label": "base", "start": 0, "end": 5}, {"label": "date", "start": 4, "end": 5}]
    write_lines(
        tmp_path / "a.jsonl",
        {"text": "قسرك\nنص", "name": "one.txt", "author": "amal", "spans": spans},
    )
    run("import", project, tmp_path / "a.jsonl")
    refused = run("export", project, "out", "--format", "brat", "--strict")
    assert refused.exit_code == 1
    assert refused.stderr.splitlines() == [
        "Dropped: 1 span of date, in one.txt.",
        "Narrowed, without spaces or line ends: 1 span of base, in one.txt.",
        "The format brat cannot hold all of this. Nothing was written; choose another format, or"
        " export without --strict.",
    ]
    assert not (tmp_path / "out").exists()
    told = run("export", project, "out", "--format", "brat").stdout
    assert "Narrowed, without spaces or line ends: 1 span of base, in one.txt.\n" in told
    assert "Dropped: 1 span of date, in one.txt.\n" in told
    assert told.index("Dropped: ") < told.index("Narrowed, ")
    assert told.startswith("Wrote 1 article with 1 of 2 spans to out: the layer of amal.\n")
    assert (tmp_path / "out" / "one.txt").read_text("utf-8") == "قسرك\nنص"


def test_what_is_lost_of_articles_and_over_lines_is_said_and_strictly_refused(
    run: Run, run_json: Run, project: str, tmp_path: Path
) -> None:
    article = {"text": "قسرك\nنص", "name": "one.txt", "author": "amal", "note": "يُراجع"}
    span = {"label": "base", "start": 0, "end": 7}
    write_lines(tmp_path / "a.jsonl", article | {"seconds": 5, "spans": [span]})
    run("import", project, tmp_path / "a.jsonl")
    split = "Split into pieces, without the line ends in them: 1 span of base, in one.txt.\n"
    assert split in run("export", project, "out", "--format", "brat").stdout
    told = run("export", project, "out.csv", "--format", "csv").stdout
    assert (
        "Without their note, further sources, direction and whatever else came with them:"
        " 1 article, one.txt.\n"
    ) in told
    assert "Without the time that was worked on them: 1 article, one.txt.\n" in told
    assert "Without their text: 1 article, one.txt.\n" in told
    losses = run_json("export", project, "out.csv", "--format", "csv")["losses"]
    assert {(loss["label"], loss["kind"]) for loss in losses} == {
        (None, "text"),
        (None, "details"),
        (None, "seconds"),
    }
    for format_name, lost in (
        ("csv", "Without their note, further sources, direction and whatever else came with them"),
        ("brat", "Split into pieces, without the line ends in them"),
        ("huggingface", "Without the time that was worked on them"),
        ("conll", "Without their name, title, outlet, address and day, and the author of their"),
        ("doccano", "Written without their id and the word how they were drawn"),
    ):
        refused = run("export", project, "strict", "--format", format_name, "--strict")
        *lines, sentence = refused.stderr.splitlines()
        assert sentence.startswith(f"The format {format_name} cannot hold all of this. Nothing was")
        assert any(line.startswith(lost) and "one.txt" in line for line in lines)
        assert not (tmp_path / "strict").exists()
    for format_name in ("jsonl", "label_studio", "prodigy", "cas_xmi", "cas_json"):
        out = f"{format_name}.out"
        assert run("export", project, out, "--format", format_name, "--strict").exit_code == 0


def test_formats_that_are_folders_are_told_so(run: Run) -> None:
    told = run("formats").stdout
    for format in FORMATS.values():
        (line,) = [line for line in told.splitlines() if line.startswith(f"{format.name} (")]
        assert ("a folder" in line) is format.is_folder
        assert all(suffix in line for suffix in format.suffixes)
