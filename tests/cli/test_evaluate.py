"""How right the sources of suggestions are, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
RunJson = Callable[..., Any]
LABELS = {"base", "date", "actor", "figure"}
WORDS = ("صباحا", "مساء", "سرا", "علنا", "بحرا", "جوا", "برا", "ليلا", "نهارا", "تباعا", "معا")


@pytest.fixture
def empty(run: Run, tmp_path: Path) -> Path:
    assert run("init", "empty.db", "--lead", "huda").exit_code == 0
    return tmp_path / "empty.db"


@pytest.fixture
def settled(demo: Path, run: Run, run_json: RunJson, tmp_path: Path) -> Path:
    """The demo with all conflicts settled."""
    found = run_json("conflicts", demo)["conflicts"]
    rows = [{"conflict": one["id"], "choice": "author:amal"} for one in found]
    (tmp_path / "d.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    run("decide", demo, "--from", "d.jsonl")
    return demo


def test_each_source_is_held_against_gold(settled: Path, run_json: RunJson) -> None:
    report = run_json("evaluate", settled)
    assert set(report["sources"]) == {"memory", "rules", "model", "together"}
    assert report["articles"] == report["folds"] + 1 == 6
    for scores in report["sources"].values():
        assert set(scores["labels"]) == LABELS
        for label in scores["labels"].values():
            assert set(label) == {"p", "r", "f1", "f1_overlap", "support"}
            assert label["support"] > 0
        assert 0 <= scores["f1_exact"] <= scores["f1_overlap"] <= 1
    rules = report["sources"]["rules"]["labels"]
    aims = {"date": 0.9, "figure": 0.85, "base": 0.75, "actor": 0.6}
    assert all(rules[label]["f1_overlap"] >= aim for label, aim in aims.items())


def test_a_source_alone_is_told_alone(settled: Path, run: Run, run_json: RunJson) -> None:
    assert set(run_json("evaluate", settled, "--source", "rules")["sources"]) == {"rules"}
    result = run("evaluate", settled, "--source", "rules")
    assert result.exit_code == 0
    assert "taken from suggestions" not in result.stdout
    assert "6 ready articles in 5 folds." in result.stdout
    assert "rules: F1 0." in result.stdout


def test_nothing_that_is_looked_at_was_learned_from(
    empty: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    """A name that stands in one article alone is never remembered there."""
    lines = [
        {
            "name": f"{number}.txt",
            "text": f"كلام طويل عن {name} وحدها ثم {name} مرة أخرى",
            "spans": [{"label": "base", "start": 13, "end": 13 + len(name)}],
        }
        for number, name in enumerate(("زبرجد", "ياقوتة", "مرجانة", "عقيق", "فيروز", "لؤلؤة"))
    ]
    file = tmp_path / "alone.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    run("import", empty, file, "--author", "amal")
    run("decide", empty, "--accept-single")
    report = run_json("evaluate", empty, "--source", "memory")
    assert report["sources"]["memory"]["labels"]["base"]["support"] == len(lines)
    assert report["sources"]["memory"]["labels"]["base"]["r"] == 0


def test_variants_of_one_story_are_looked_at_together(
    empty: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    """Or each would be looked at by what the others taught, and a name be found that is new."""
    stories = {"زبرجد": "وصل رتل إلى", "ياقوتة": "قصفت طائرة محيط", "مرجانة": "غادر جنود"}
    lines = [
        {
            "name": f"{name}-{number}.txt",
            "text": f"{begins} {name} ".ljust(30)
            + " ".join(f"{begins} {one}" for one in WORDS)
            + f" نسخة {number}",
            "spans": [
                {"label": "base", "start": len(begins) + 1, "end": len(begins) + 1 + len(name)}
            ],
        }
        for name, begins in stories.items()
        for number in range(4)
    ]
    file = tmp_path / "variants.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    run("import", empty, file, "--author", "amal")
    run("decide", empty, "--accept-single")
    report = run_json("evaluate", empty, "--source", "memory", "--source", "model")
    assert (report["articles"], report["folds"]) == (len(lines), len(stories))
    assert report["sources"]["memory"]["labels"]["base"]["support"] == len(lines)
    assert report["sources"]["memory"]["labels"]["base"]["r"] == 0
    curve = run_json("evaluate", empty, "--source", "memory", "--curve")
    assert curve["folds"] == len(stories)
    assert {point["sources"]["memory"]["f1_overlap"] for point in curve["points"]} == {0}
    assert run_json("train", empty)["folds"] == len(stories)


def test_it_is_told_how_much_of_the_gold_was_taken_from_suggestions(
    empty: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    """Gold that follows what was suggested shows suggestions in too good a light."""
    rows = []
    for number, word in enumerate(WORDS[:4]):
        span = {"label": "base", "start": 0, "end": 4}
        origins = ("suggestion: rules", "suggestion: memory, rules", "manual", "import")
        rows.append(
            {"name": word, "text": f"قسرك {word}", "spans": [span | {"origin": origins[number]}]}
        )
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert run("import", empty, "a.jsonl", "--author", "amal").exit_code == 0
    assert run("decide", empty, "--accept-single").exit_code == 0
    told = "held against 4 spans, of which 2 had been taken from suggestions"
    for arguments in (("evaluate", empty), ("evaluate", empty, "--curve"), ("train", empty)):
        assert told in run(*arguments).stdout
        report = run_json(*arguments)
        assert (report["spans"], report["from_suggestions"]) == (4, 2)


def test_one_story_alone_is_told_to_teach_nothing(empty: Path, run: Run, tmp_path: Path) -> None:
    line = {
        "name": "a.txt",
        "text": "قصف التنف",
        "spans": [{"label": "base", "start": 4, "end": 9}],
    }
    file = tmp_path / "alone.jsonl"
    file.write_text(json.dumps(line), "utf-8")
    run("import", empty, file, "--author", "amal")
    run("decide", empty, "--accept-single")
    told = "All of it is one story"
    assert told in run("evaluate", empty).stdout
    assert told in run("evaluate", empty, "--source", "memory").stdout
    assert told in run("train", empty).stdout
    rules = run("evaluate", empty, "--source", "rules")
    assert "rules: F1" in rules.stdout
    assert told not in rules.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--source", "oracle"], "There is no source “oracle”. The sources are: memory, rules"),
        ([], "No article is ready"),
    ],
)
def test_what_cannot_be_evaluated_is_told(
    empty: Path, run: Run, arguments: list[str], told: str
) -> None:
    result = run("evaluate", empty, *arguments)
    assert result.exit_code == 1
    assert told in result.stderr


def test_a_learning_curve_is_told_and_drawn_for_what_it_is(
    settled: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    arguments = ("evaluate", settled, "--source", "memory", "--source", "rules", "--curve")
    found = run_json(*arguments)
    assert [point["articles"] for point in found["points"]] == [1, 2, 5]
    assert set(found["points"][0]["sources"]) == {"memory", "rules", "together"}
    result = run(*arguments, "--chart", "curve.png")
    assert "not how well suggestions will do on others." in result.stdout
    memory = found["points"][-1]["sources"]["memory"]
    assert f"{memory['f1_exact']:.3f} {memory['f1_overlap']:.3f}" in result.stdout
    assert (tmp_path / "curve.png").read_bytes().startswith(b"\x89PNG")
    assert run("evaluate", settled, "--chart", "curve.png").exit_code == 2
    refused = run("evaluate", settled, "--curve", "--chart", "curve.pdf")
    assert refused.exit_code == 2
    assert "its name has to end in .png" in refused.stderr
