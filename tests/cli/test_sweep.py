from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.store.project import Project
from annotator.workflow.review.consistency import Sweep
from annotator.workflow.review.overruling import keep
from tests.workflow.swept import LEAD, bring, line, meant, odd, project_of, usual

Run = Callable[..., Result]
RunJson = Callable[..., Any]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_of(tmp_path / "north.db", *usual(), *odd())


def test_strings_are_listed_with_counts_and_all_places(project: Path, run_json: RunJson) -> None:
    told = run_json("sweep", project, "--share", 50)
    assert set(told) == {"strings", "values"}
    (one,) = told["strings"]
    assert set(one) == {"words", "marked", "bare", "borders", "places"}
    assert (one["words"], one["bare"], one["borders"]) == ("قسرك", 1, 1)
    assert one["marked"] == {"base": 4, "actor": 1}
    assert one["places"][:3] == [
        {"article": "bare", "start": 7, "end": 11, "label": None},
        {"article": "other", "start": 5, "end": 9, "label": "actor"},
        {"article": "borders", "start": 3, "end": 13, "label": "base"},
    ]
    assert one["places"][3:] == [
        {"article": f"usual-{number}", "start": 6, "end": 10, "label": "base"}
        for number in range(4)
    ]


def test_strings_are_told_in_words_too(project: Path, run: Run) -> None:
    result = run("sweep", project, "--share", 50)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:4] == [
        "\u2068قسرك\u2069: 4 base, 1 actor, 1 bare, 1 with other borders",
        "    bare 7–11: bare",
        "    other 5–9: actor",
        "    borders 9–13: base 3–13",
    ]
    assert result.stdout.splitlines()[-2:] == [
        "1 string is not marked alike everywhere.",
        "0 strings do not mean the same everywhere.",
    ]


def test_what_a_lead_decided_is_counted_and_left_out(project: Path, run: Run) -> None:
    with Project.open(project) as opened:
        sweep = Sweep(opened)
        sweep.news()
        (one,) = sweep.swept(0.5).listed
        spots = one.spots[: one.exceptions]
        keep(opened, LEAD, [(spot.article_id, spot.start, spot.end, "base") for spot in spots])
    assert run("sweep", project).stdout.splitlines() == [
        "0 strings are not marked alike everywhere.",
        "0 strings do not mean the same everywhere.",
        "3 places were decided by a lead and left out.",
    ]
    assert "decided" not in run("sweep", project, "--label", "actor").stdout
    assert "decided" not in run("sweep", project, "--times", "5").stdout


def test_strings_with_different_values_are_listed_apart(
    tmp_path: Path, run: Run, run_json: RunJson
) -> None:
    path = project_of(tmp_path / "north.db", *meant())
    told = run_json("sweep", path)
    assert told["strings"] == []
    one, other = told["values"]
    assert set(one) == {"words", "label", "values", "places"}
    assert (one["words"], one["label"]) == ("قسرك", "base")
    assert [(row["value"]["name"], row["count"]) for row in one["values"]] == [
        *(("قسرك", 4), ("مطار قسرك", 1)),
    ]
    assert one["places"][0] == {
        **{"article": "elsewhere", "start": 7, "end": 11},
        "value": one["values"][1]["value"],
    }
    assert other["values"] == [
        {"value": {"value": 100}, "count": 4},
        {"value": {"value": 10}, "count": 1},
    ]
    assert run("sweep", path, "--label", "base").stdout.splitlines() == [
        "\u2068قسرك\u2069, base: 4 × \u2068قسرك\u2069, 1 × \u2068مطار قسرك\u2069",
        "    elsewhere 7–11: \u2068مطار قسرك\u2069",
        "0 strings are not marked alike everywhere.",
        "1 string does not mean the same everywhere.",
    ]


def test_articles_that_are_not_ready_can_be_left_out(project: Path, run_json: RunJson) -> None:
    assert run_json("sweep", project, "--share", 50, "--ready") == {"strings": [], "values": []}
    run_json("decide", project, "--accept-single")
    assert run_json("sweep", project, "--share", 50, "--ready")["strings"]


def test_what_is_listed_can_be_narrowed(project: Path, run_json: RunJson) -> None:
    assert run_json("sweep", project, "--share", 57)["strings"]
    assert run_json("sweep", project)["strings"] == []
    assert run_json("sweep", project, "--share", 50, "--times", 5)["strings"] == []
    assert run_json("sweep", project, "--share", 50, "--label", "actor")["strings"] == []
    assert run_json("sweep", project, "--share", 50, "--label", "base")["strings"]


def test_a_project_without_gold_has_nothing_to_list(tmp_path: Path, run_json: RunJson) -> None:
    path = project_of(tmp_path / "empty.db", line("a", "قسرك", status="in progress"))
    assert run_json("sweep", path) == {"strings": [], "values": []}


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["--label", "place"], 1, "no label “place”"),
        (["--share", "0"], 2, "--share"),
        (["--share", "101"], 2, "--share"),
        (["--times", "0"], 2, "--times"),
    ],
)
def test_bad_input_is_told_in_one_sentence(
    project: Path, run: Run, arguments: list[str], code: int, sentence: str
) -> None:
    result = run("sweep", project, *arguments)
    assert result.exit_code == code
    assert sentence in result.stderr
    assert result.stdout == ""


def test_a_file_that_is_no_project_is_refused(tmp_path: Path, run: Run) -> None:
    (tmp_path / "no.db").write_text("no project", "utf-8")
    result = run("sweep", "no.db", "--json")
    assert (result.exit_code, result.stdout) == (1, "")


def test_a_hostile_name_cannot_steer_the_terminal(project: Path, run: Run) -> None:
    bring(project, [line("evil\u202e\x1b[31m", "غادروا قسرك جميعا")])
    result = run("sweep", project, "--share", 50)
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_the_lead_needs_no_display(project: Path, start: Callable[..., Any]) -> None:
    done = start("sweep", project, "--json", environment={"DISPLAY": "", "LC_ALL": "C"})
    assert done.returncode == 0
    assert done.stderr == b""
    assert LEAD.encode() not in done.stdout
