from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
RunJson = Callable[..., Any]


def test_the_guidelines_of_the_program_are_shown(run: Run, run_json: RunJson, demo: Path) -> None:
    shown = run("guidelines", demo).stdout
    assert shown.startswith("Version 1, of the program.\n")
    assert "قسرك" in shown
    found = run_json("guidelines", demo)
    assert (found["version"], found["own"]) == ("1", False)


def test_a_lead_puts_others_in_force(
    run: Run, run_json: RunJson, demo: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ours.md"
    file.write_text("# لنا", "utf-8")
    assert run("guidelines", demo, "--set", file, "--author", "huda").exit_code == 2
    assert run("guidelines", demo, "--set", file, "--version", "2").exit_code == 2
    assert run("guidelines", demo, "--version", "2").exit_code == 2
    refused = run("guidelines", demo, "--set", file, "--version", "2", "--author", "amal")
    assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
    assert "Only a lead" in refused.stderr
    set_ = run("guidelines", demo, "--set", file, "--version", "2", "--author", "huda")
    assert set_.stdout == "Version 2, of the project.\n"
    assert run_json("guidelines", demo) == {"version": "2", "own": True, "text": "# لنا"}
    file.write_text("<!-- version: 3 -->\n# لنا", "utf-8")
    assert run("guidelines", demo, "--set", file, "--author", "huda").exit_code == 0
    assert run_json("guidelines", demo)["version"] == "3"
    missing = run("guidelines", demo, "--set", tmp_path / "no.md", "--author", "huda")
    assert (missing.exit_code, "no.md" in missing.stderr) == (1, True)


@pytest.mark.parametrize(
    ("author", "sentence"), [("amal", "Only a lead"), ("nobody", "no author “nobody”")]
)
def test_who_may_not_set_them_is_told_so_before_all_else(
    run: Run, demo: Path, tmp_path: Path, author: str, sentence: str
) -> None:
    (tmp_path / "ours.md").write_text("# لنا", "utf-8")
    for file in ("ours.md", "none.md"):
        refused = run("guidelines", demo, "--set", file, "--author", author)
        assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
        assert sentence in refused.stderr


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        ("قاعدة قسرك".encode() * 20 + b"\xd9\xff", "damaged UTF-8"),
        (b"\0\1\2", ""),
        (b"a" * 800_001, "too large"),
        (None, "Is a directory"),
    ],
)
def test_a_file_that_is_no_page_is_refused_by_its_name(
    run: Run, run_json: RunJson, demo: Path, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "ours.md"
    file.mkdir() if content is None else file.write_bytes(content)
    result = run("guidelines", demo, "--set", "ours.md", "--version", "2", "--author", "huda")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "ours.md" in result.stderr
    assert sentence in result.stderr
    assert run_json("guidelines", demo)["version"] == "1"
