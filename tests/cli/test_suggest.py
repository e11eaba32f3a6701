"""Suggestions made, and a model trained, from the command line."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.store.project import Project
from tests.cli.conftest import ROOT, Start
from tests.workflow.settled_demo import settle_as

Run = Callable[..., Result]
RunJson = Callable[..., Any]


@pytest.fixture
def settled(demo: Path) -> Path:
    """The demo with all conflicts settled."""
    with Project.open(demo) as project:
        settle_as(project, "amal")
    return demo


def test_suggestions_are_made_and_counted(demo: Path, run: Run, run_json: RunJson) -> None:
    report = run_json("suggest", demo, "--author", "amal")
    assert report["authors"] == ["amal"]
    with Project.open(demo) as project:
        made = project.suggestions.known("amal")
        kept = [project.suggestions.of("amal", article_id) for article_id in made]
    labels = [one.label for told in kept if told for one in told.suggestions]
    assert report["articles"] == len(made) > 0
    assert report["suggestions"] == {label: labels.count(label) for label in set(labels)}
    assert set(report["sources"]) <= {"memory", "rules", "model"}
    told = run("suggest", demo, "--author", "amal", "--source", "rules").stdout
    assert f"Looked through {len(made)} unfinished articles for 1 author: " in told
    assert ("to see what suggestions do" in told) == (report["withheld"] > 0)
    several = run("suggest", demo, "--source", "rules").stdout
    assert "authors (each counts for each author): " in several
    run("suggest", demo, "--withhold", "1", "--lead", "huda")
    told = run("suggest", demo, "--author", "amal", "--source", "rules").stdout
    assert f"None are shown on {len(made)} of them" in told


def test_a_lead_says_on_what_share_none_are_shown(demo: Path, run: Run, run_json: RunJson) -> None:
    assert run_json("suggest", demo, "--withhold", 1, "--source", "rules")["withheld"] > 0
    assert run_json("suggest", demo, "--withhold", 0, "--seed", 3)["withheld"] == 0
    refused = run("suggest", demo, "--withhold", 0.5, "--lead", "amal")
    assert refused.exit_code == 1
    assert "Only a lead can do that" in refused.stderr
    assert run("suggest", demo, "--withhold", 1.5).exit_code == 2


def test_a_layer_is_made_for_a_machine_and_exported_with_where_it_is_from(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    report = run_json("suggest", demo, "--to-layer", "rules-1", "--source", "rules")
    assert report["author"] == "rules-1"
    exported = run("export", demo, "out.jsonl", "--format", "jsonl", "--layer", "rules-1")
    assert exported.exit_code == 0
    content = (tmp_path / "out.jsonl").read_text("utf-8")
    assert content.count('"suggestion: rules"') == sum(report["spans"].values()) > 0
    again = run("suggest", demo, "--to-layer", "rules-1")
    assert "Made layers of rules-1 on" in again.stdout
    assert again.stderr == ""
    slip = run("suggest", demo, "--to-layer", "Rules-1")
    assert "Rules-1 is a new author, but there is rules-1. Was that a slip?" in slip.stderr


def test_what_a_machine_made_is_exported_to_nobody_who_does_not_name_it(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    """Nobody has looked at it: it must not pass for what people marked."""
    run_json("suggest", demo, "--to-layer", "rules-1", "--source", "rules")
    assert run("export", demo, "each", "--format", "jsonl", "--each-author").exit_code == 0
    assert sorted(path.stem for path in (tmp_path / "each").iterdir()) == ["amal", "nasser"]
    run("init", "untouched.db")
    (tmp_path / "a.txt").write_text("وصل رتل إلى قاعدة قسرك يوم 23 شباط 2026", "utf-8")
    assert run("import", "untouched.db", "a.txt").exit_code == 0
    made = run_json("suggest", "untouched.db", "--to-layer", "rules-1", "--source", "rules")
    assert sum(made["spans"].values()) > 0
    told = run("export", "untouched.db", "out.jsonl", "--format", "jsonl")
    assert "0 spans" in told.stdout
    assert "suggestion" not in (tmp_path / "out.jsonl").read_text("utf-8")
    # Where nothing else is marked, it is said by which name it can be had.
    for arguments in (("each-2", "jsonl", "--each-author"), ("out.csv", "csv")):
        out, format_name, *options = arguments
        refused = run("export", "untouched.db", out, "--format", format_name, *options)
        assert refused.exit_code == 1
        assert "Export one by its name (--layer): rules-1." in refused.stderr
        assert not (tmp_path / out).exists()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["suggest", "--to-layer", "amal"], 1, "“amal” is a person"),
        (["suggest", "--to-layer", "gold"], 1, "“gold” is the name of what is settled"),
        (["suggest", "--to-layer", "x", "--author", "amal"], 2, "goes with --source alone"),
        (["suggest", "--to-layer", "x", "--lead", "huda"], 2, "goes with --source alone"),
        (["suggest", "--lead", "huda"], 2, "--lead goes with --withhold or --seed"),
        (["suggest", "--withhold", "nan"], 2, "a share from 0 to 1"),
        (["suggest", "--author", "nobody"], 1, "no author “nobody”"),
        (["suggest", "--source", "oracle"], 1, "no source “oracle”"),
        (["train"], 1, "there is no gold to learn from"),
        (["train", "--lead", "amal"], 1, "Only a lead can do that"),
    ],
)
def test_what_cannot_be_done_is_told(
    demo: Path, run: Run, arguments: list[str], code: int, told: str
) -> None:
    command, *options = arguments
    result = run(command, demo, *options)
    assert result.exit_code == code
    assert told in result.stderr


def test_a_model_is_trained_and_told_with_its_scores(
    settled: Path, run: Run, run_json: RunJson
) -> None:
    report = run_json("train", settled)
    assert report["learned_from"] == "gold"
    assert set(report["labels"]) == {"base", "date", "actor", "figure"}
    with Project.open(settled) as project:
        model = project.models.last()
    assert model is not None
    assert model.told == report
    assert report["articles"] == len(model.texts)
    assert "There is no model" not in run("suggest", settled, "--source", "model").stdout
    told = run("train", settled, "--from-layers").stdout
    assert "Trained on the finished layers of" in told
    assert "until one learns from gold again" in told
    told = run("suggest", settled, "--source", "model").stdout
    assert "There is no model that learned from gold." in told


def test_without_the_library_it_says_what_to_install_and_all_else_goes_on(
    settled: Path, start: Start, tmp_path: Path
) -> None:
    site = tmp_path / "without"
    site.mkdir()
    # Python itself takes it for missing then.
    (site / "sitecustomize.py").write_text("import sys\nsys.modules['pycrfsuite'] = None\n")
    environment = {"PYTHONPATH": os.pathsep.join([str(site), str(ROOT)])}

    def without(*arguments: object) -> "tuple[int, str, str]":
        done = start(*arguments, environment=environment)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    for arguments in (["train", settled], ["evaluate", settled, "--source", "model"]):
        code, _, told = without(*arguments)
        assert code == 1
        assert "needs python-crfsuite. Install it with: pip install annotator[model]" in told
        assert "Traceback" not in told
    code, told, _ = without("suggest", settled, "--source", "model")
    assert code == 0
    assert "A model needs python-crfsuite. Install it with: pip install annotator[model]" in told
    code, told, _ = without("suggest", settled, "--json")
    assert code == 0
    assert '"rules"' in told
    assert '"model"' not in told
    code, told, _ = without("evaluate", settled)
    assert code == 0
    assert "model: F1" not in told
