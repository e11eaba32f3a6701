import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.core.labels import DEFAULT_LABELS_TOML

Run = Callable[..., Result]
RunJson = Callable[..., Any]
Files = Callable[[], list[str]]

LABELS = """\
[[label]]
name = "مكان"
colour = "#123456"
key = "1"
"""


def test_init_makes_a_project_with_its_lead(run: Run, run_json: RunJson, files: Files) -> None:
    result = run("init", "north.annotator", "--lead", "سلمى")
    assert (result.exit_code, result.stdout) == (0, "Made north.annotator.\n")
    assert run_json("authors", "north.annotator") == {
        "authors": [{"name": "سلمى", "role": "lead", "retired": False}]
    }
    assert files() == ["north.annotator"]


def test_init_takes_a_label_set_of_ones_own(run: Run, run_json: RunJson, tmp_path: Path) -> None:
    (tmp_path / "labels.toml").write_text(LABELS, "utf-8")
    run("init", "p.db", "--labels", "labels.toml")
    assert run_json("status", "p.db")["spans"] == {"مكان": 0}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("there.db",), "“there.db” exists already. Choose another name.\n"),
        (("p.db", "--lead", "gold"), "“gold” is the name of what is settled. Choose another.\n"),
        (("p.db", "--labels", "no.toml"), "“no.toml” cannot be read: No such file or directory.\n"),
    ],
)
def test_init_refuses_in_one_sentence_and_leaves_nothing(
    run: Run, files: Files, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "there.db").write_text("mine")
    result = run("init", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", sentence)
    assert files() == ["there.db"]
    assert (tmp_path / "there.db").read_text() == "mine"


def test_init_refuses_a_mistyped_key_by_name(run: Run, tmp_path: Path, files: Files) -> None:
    (tmp_path / "own.toml").write_text(
        DEFAULT_LABELS_TOML.replace('reader = "date"', 'redaer = "date"'), "utf-8"
    )
    result = run("init", "p.db", "--labels", "own.toml")
    assert (result.exit_code, result.stdout, files()) == (1, "", ["own.toml"])
    assert result.stderr == (
        "own.toml: The label “date” has “redaer”, which is not known; known are name, shown,"
        " colour, key, value, reader.\n"
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "has no [[label]] tables"),
        ("[[label]]\nname = 'قاعدة'".encode("cp1256"), "is not UTF-8"),
        (b"a = " + b"[" * 9_000 + b"]" * 9_000, "is not valid TOML"),
        (b"#" * 2_000_000, "longer than 20000 letters"),
        (b'[[label]]\nname = "a\x1b"', "is not valid TOML"),
        (None, "Is a directory"),
    ],
)
def test_init_names_the_file_that_holds_no_labels(
    run: Run, files: Files, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "ours.toml"
    file.mkdir() if content is None else file.write_bytes(content)
    result = run("init", "p.db", "--labels", "ours.toml")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "ours.toml" in result.stderr
    assert sentence in result.stderr
    assert files() == ["ours.toml"]


def test_init_in_a_folder_that_is_not_there_is_refused_in_one_sentence(
    run: Run, tmp_path: Path
) -> None:
    result = run("init", "no/p.db")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr == (
        "There is no folder “no” for “p.db”. Make it first, or choose another.\n"
    )
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").touch()
    assert "There is no folder “file” for “p.db”." in run("init", "file/p.db").stderr


def test_a_backup_into_a_folder_that_is_not_there_is_refused_in_one_sentence(
    run: Run, demo: Path
) -> None:
    result = run("backup", demo, "no/copy.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "There is no folder “no” for “copy.db”. Make it first, or choose another.\n"
    )


def test_status_counts_what_is_in_the_demo(run_json: RunJson, demo: Path, seeds: Path) -> None:
    status = run_json("status", demo)
    assert list(status) == ["articles", "ready", "layers", "spans", "conflicts_open"]
    assert status["articles"] == len(list((seeds / "articles").iterdir()))
    assert status["conflicts_open"] == len(
        (seeds / "differences.jsonl").read_text("utf-8").splitlines()
    )
    assert status["layers"] == [
        {"author": "amal", "status": "finished", "count": 6},
        {"author": "nasser", "status": "finished", "count": 6},
    ]
    assert list(status["spans"]) == ["base", "date", "actor", "figure"]


def test_status_tells_what_machines_made_apart_from_work(
    run: Run, run_json: RunJson, demo: Path
) -> None:
    before, words = run_json("status", demo), run("status", demo).stdout
    made = run_json("suggest", demo, "--to-layer", "robot", "--source", "rules")
    after = run_json("status", demo)
    machines = after.pop("machines")
    layer = {"author": "robot", "status": "finished", "count": 13}
    assert machines == {"layers": [layer], "spans": made["spans"]}
    assert after.pop("layers") == [*before.pop("layers"), layer]
    assert Counter(after.pop("spans")) == Counter(before.pop("spans")) + Counter(made["spans"])
    assert after == before
    assert sum(machines["spans"].values()) > 0
    told = run("status", demo).stdout
    assert told.startswith(words)
    assert [
        line for line in told.removeprefix(words).splitlines() if line[:1] not in ("", " ")
    ] == [
        "Layers of machines",
        "Spans of machines",
    ]
    assert "  13  finished, robot\n" in told


def test_status_says_the_same_in_words(run: Run, demo: Path) -> None:
    lines = run("status", demo).stdout.splitlines()
    assert lines[0] == "13 articles, 0 ready, 35 open conflicts"
    assert "  6  finished, amal" in lines
    assert any(line.endswith("  figure") for line in lines)


@pytest.mark.parametrize("command", ["status", "check", "export", "show", "backup", "import"])
def test_what_is_no_project_is_refused_in_one_sentence(
    run: Run, files: Files, tmp_path: Path, command: str
) -> None:
    (tmp_path / "notes.txt").write_text("notes", "utf-8")
    rest = {"export": ["out", "--format", "jsonl"], "show": ["a"], "backup": ["b"], "import": ["."]}
    for name, sentence in (
        ("notes.txt", "“notes.txt” is not an Annotator project.\n"),
        ("nowhere.db", "There is no project “nowhere.db”.\n"),
        (".", "There is no project “.”.\n"),
    ):
        result = run(command, name, *rest.get(command, []))
        assert (result.exit_code, result.stdout, result.stderr) == (1, "", sentence)
    assert files() == ["notes.txt"]


def test_check_finds_nothing_in_the_demo(run: Run, run_json: RunJson, demo: Path) -> None:
    assert run_json("check", demo) == {"ok": True, "problems": []}
    assert run("check", demo.name).stdout == "demo.db is whole.\n"


def test_check_lists_damage_and_exits_with_1(run: Run, run_json: RunJson, demo: Path) -> None:
    with sqlite3.connect(demo) as db:
        db.execute("UPDATE folded SET text = text || 'x' WHERE number = 3")
    result = run("check", "demo.db")
    assert result.exit_code == 1
    listed = result.stdout.splitlines()
    assert "The search knows “2026-02-18-shaddadi-handover.txt” with another text." in listed
    assert result.stderr == (
        "demo.db is damaged (2 problems). Keep a copy of it, and go on with your last backup.\n"
    )
    assert run_json("check", demo, exit_code=1) == {"ok": False, "problems": listed}


def test_a_backup_holds_the_same_and_overwrites_nothing(
    run: Run, run_json: RunJson, demo: Path, files: Files
) -> None:
    result = run("backup", "demo.db", "copy.db")
    assert (result.exit_code, result.stdout) == (0, "Copied to copy.db.\n")
    assert run_json("status", "copy.db") == run_json("status", "demo.db")
    assert run_json("check", "copy.db")["ok"]
    again = run("backup", "demo.db", "copy.db")
    assert (again.exit_code, again.stderr) == (
        1,
        "“copy.db” exists already. Choose another name.\n",
    )
    assert files() == ["copy.db", "demo.db"]


def test_a_backup_is_taken_while_another_program_writes(
    run: Run, run_json: RunJson, demo: Path
) -> None:
    with sqlite3.connect(demo) as writer:
        writer.execute("UPDATE layers SET reason = 'half done'")
        assert run("backup", "demo.db", "copy.db").exit_code == 0
        writer.rollback()
    assert run_json("check", "copy.db")["ok"]


def test_demo_says_where_it_is_and_what_to_do_next(
    run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    result = run("demo")
    assert result.exit_code == 0
    assert (tmp_path / "annotator-demo" / "demo.db").is_file()
    for author in ("amal", "huda"):  # who marks, and who leads
        assert f"annotator gui annotator-demo/demo.db --author {author}\n" in result.stdout
    assert run_json("status", "annotator-demo/demo.db")["articles"] == 13
    again = run("demo")
    assert (again.exit_code, again.stderr) == (
        1,
        f"There is a demo in “{tmp_path / 'annotator-demo'}” already. Open “demo.db” there, or"
        " choose another folder for a new one.\n",
    )


def test_the_commands_that_demo_names_can_be_pasted_into_a_shell(run: Run, tmp_path: Path) -> None:
    result = run("demo", "it's my demo")
    assert (tmp_path / "it's my demo" / "demo.db").is_file()
    assert """annotator status 'it'"'"'s my demo/demo.db'""" in result.stdout
