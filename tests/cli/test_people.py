from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
RunJson = Callable[..., Any]


def test_authors_are_listed_in_the_order_in_which_they_came(run: Run, demo: Path) -> None:
    assert run("authors", demo).stdout == "lead       huda\nannotator  amal\nannotator  nasser\n"


def test_a_project_without_authors_says_how_to_add_one(run: Run) -> None:
    run("init", "p.db")
    assert run("authors", "p.db").stdout == "Nobody yet. Add somebody with --add NAME.\n"


def test_authors_are_added_renamed_given_a_role_retired_and_taken_back(
    run_json: RunJson, demo: Path
) -> None:
    changed = run_json(
        *("authors", demo, "--add", "rami", "--add", "خالد", "--rename", "amal", "أمل"),
        *("--role", "rami", "machine", "--retire", "nasser", "--retire", "أمل"),
        *("--return", "أمل"),
    )
    assert changed == run_json("authors", demo)
    assert [tuple(author.values()) for author in changed["authors"]] == [
        ("huda", "lead", False),
        ("أمل", "annotator", False),
        ("nasser", "annotator", True),
        ("rami", "machine", False),
        ("خالد", "annotator", False),
    ]
    assert {layer["author"] for layer in run_json("status", demo)["layers"]} == {"أمل", "nasser"}


def test_who_is_retired_is_marked(run: Run, demo: Path) -> None:
    assert "annotator  amal, retired\n" in run("authors", demo, "--retire", "amal").stdout


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--add", "amal"), "There is an author “amal” already.\n"),
        (("--add", "gold"), "“gold” is the name of what is settled. Choose another.\n"),
        (("--add", "a\x1b[31mb"), "The name of an author cannot hold control characters.\n"),
        (("--rename", "nobody", "rami"), "The project has no author “nobody”.\n"),
        (("--rename", "amal", "nasser"), "There is an author “nasser” already.\n"),
        (("--role", "nobody", "lead"), "The project has no author “nobody”.\n"),
        (("--retire", "nobody"), "The project has no author “nobody”.\n"),
        (
            ("--retire", "huda"),
            "“huda” is the only lead, and a project needs one. Make a lead of somebody else first:"
            " “annotator authors PROJECT --role NAME lead”.\n",
        ),
    ],
)
def test_a_change_that_cannot_be_is_refused_and_none_is_made(
    run: Run, run_json: RunJson, demo: Path, options: tuple[str, ...], sentence: str
) -> None:
    before = run_json("authors", demo)
    result = run("authors", demo, "--add", "zaynab", *options)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", sentence)
    assert run_json("authors", demo) == before


def test_an_unknown_role_is_wrong_usage(run: Run, demo: Path) -> None:
    assert run("authors", demo, "--role", "amal", "king").exit_code == 2


def test_a_new_name_near_to_a_known_one_is_warned_about_and_added(run: Run, demo: Path) -> None:
    result = run("authors", demo, "--add", "Amal")
    assert result.exit_code == 0
    assert result.stderr == "Note: Amal is a new author, but there is amal. Was that a slip?\n"
    assert "annotator  Amal\n" in result.stdout
