from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
RunJson = Callable[..., Any]


def test_articles_are_handed_out_and_again_only_the_new(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    first = run_json("assign", demo, "--authors", "amal,nasser,salma", "--per-article", 2)
    assert (first["articles"], first["shared"]) == (13, 6)
    assert {one["author"] for one in first["authors"]} == {"amal", "nasser", "salma"}
    assert all(one["articles"] == one["new"] for one in first["authors"])
    (tmp_path / "new.txt").write_text("غادر رتل قاعدة قسرك.\n", "utf-8")
    run("import", demo, tmp_path / "new.txt")
    again = run_json("assign", demo, "--authors", "amal,nasser,salma")
    assert (again["articles"], again["shared"]) == (1, 6)
    roles = {one["name"]: one["role"] for one in run_json("authors", demo)["authors"]}
    assert roles["salma"] == "annotator"


def test_handing_out_is_told_in_words(demo: Path, run: Run) -> None:
    result = run("assign", demo, "--authors", "amal, nasser", "--lead", "huda", "--share", 0.5)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "13 articles handed out."
    alone = run("assign", demo, "--authors", "nasir")
    assert alone.stdout.splitlines()[-1] == "0 articles handed out."


def test_a_near_name_and_an_article_for_nobody_to_compare_are_warned_of(
    run: Run, tmp_path: Path
) -> None:
    run("init", "new.db", "--lead", "huda")
    (tmp_path / "one.txt").write_text("غادر رتل قاعدة قسرك.\n", "utf-8")
    run("import", "new.db", "one.txt")
    run("authors", "new.db", "--add", "nasser")
    result = run("assign", "new.db", "--authors", "naser")
    assert "Was that a slip?" in result.stderr
    assert "nobody can know how far they agree" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "exit_code", "sentence"),
    [
        ((), 2, "--authors"),
        (("--authors", "amal,"), 2, "give names with commas"),
        (("--authors", "amal,nasser", "--share", "2"), 2, "--share"),
        (("--authors", "amal,nasser", "--per-article", "3"), 1, "to 2 to 2 of these authors"),
        (("--authors", "amal,amal"), 1, "“amal” is named twice."),
        (("--authors", "amal,gold"), 1, "“gold” is the name"),
        (("--authors", "amal", "--lead", "amal"), 1, "Only a lead"),
    ],
)
def test_what_a_person_gets_wrong_is_told(
    demo: Path, run: Run, arguments: tuple[str, ...], exit_code: int, sentence: str
) -> None:
    result = run("assign", demo, *arguments)
    assert result.exit_code == exit_code
    assert sentence in result.stderr


def test_a_pack_is_made_of_the_articles_of_an_author(
    demo: Path, run: Run, run_json: RunJson
) -> None:
    assigned = run_json("assign", demo, "--authors", "amal,nasser,salma")
    hers = {one["author"]: one["articles"] for one in assigned["authors"]}["salma"]
    made = run_json("pack", demo, "salma.db", "--author", "salma")
    assert set(made) == {"pack", "articles", "spans"}
    assert (made["articles"], made["spans"]) == (hers, 0)
    assert run_json("status", "salma.db")["articles"] == hers
    assert run("pack", demo, "amal.db", "--author", "amal").stdout.startswith("Packed ")


@pytest.mark.parametrize(
    ("author", "out", "sentence"),
    [
        ("huda", "h.db", "“huda” has no articles"),
        ("nobody", "n.db", "no author “nobody”"),
        ("amal", "demo.db", "exists already"),
    ],
)
def test_a_pack_that_cannot_be_made_is_told(
    demo: Path, run: Run, author: str, out: str, sentence: str
) -> None:
    run("assign", demo, "--authors", "amal,nasser")
    result = run("pack", demo, out, "--author", author)
    assert result.exit_code == 1
    assert sentence in result.stderr
