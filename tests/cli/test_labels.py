"""The labels of a project are printed as TOML, and changed by it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.core.labels import DEFAULT_LABELS_TOML, LabelSet

Run = Callable[..., Result]
RunJson = Callable[..., Any]


def changed(old: str, new: str) -> str:
    assert old in DEFAULT_LABELS_TOML
    return DEFAULT_LABELS_TOML.replace(old, new)


def without(name: str) -> str:
    labels = tuple(label for label in LabelSet.default() if label.name != name)
    return LabelSet(labels).to_toml()


def test_labels_are_printed_as_init_reads_them(run: Run, demo: Path, tmp_path: Path) -> None:
    printed = run("labels", demo).stdout
    assert printed == DEFAULT_LABELS_TOML
    (tmp_path / "own.toml").write_text(changed('key = "1"', 'key = "q"'), "utf-8")
    run("init", "p.db", "--labels", "own.toml")
    assert run("labels", "p.db").stdout == (tmp_path / "own.toml").read_text("utf-8")


def test_labels_are_told_as_json_with_how_often_they_stand(run_json: RunJson, demo: Path) -> None:
    told = run_json("labels", demo)["labels"]
    spans = run_json("status", demo)["spans"]
    assert {label["name"]: label["spans"] for label in told} == spans
    assert told[0]["shown"] == {"en": "base", "ar": "قاعدة"}
    assert (told[1]["value"], told[1]["key"], told[1]["reader"]) == ("date", "2", "date")


def test_a_changed_file_is_one_act(run: Run, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "new.toml").write_text(changed("قاعدة", "موقع"), "utf-8")
    for answer in ("The labels were changed.\n", "The labels are so already.\n"):
        result = run("labels", demo, "--set", "new.toml", "--author", "huda")
        assert (result.exit_code, result.stdout) == (0, answer)
    assert "موقع" in run("labels", demo).stdout
    assert run("check", demo.name).stdout == "demo.db is whole.\n"


def test_a_label_with_spans_goes_only_when_they_move(
    run: Run, run_json: RunJson, demo: Path, tmp_path: Path
) -> None:
    (tmp_path / "new.toml").write_text(without("base"), "utf-8")
    arguments = ("labels", demo, "--set", "new.toml", "--author", "huda")
    refused = run(*arguments)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith("The label “base” stays, ")
    before = run_json("status", demo)["spans"]
    told = run_json(*arguments, "--move", "base=actor")
    assert told["changed"]
    assert told["moved"] + told["joined"] == before["base"]
    after = run_json("status", demo)["spans"]
    assert after == {
        "date": before["date"],
        "actor": before["actor"] + told["moved"],
        "figure": before["figure"],
    }
    assert run_json("check", demo)["ok"]


def test_a_merge_says_what_became_of_the_spans(run: Run, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "new.toml").write_text(without("base"), "utf-8")
    arguments = ("--set", "new.toml", "--author", "huda", "--move", "base=actor")
    lines = run("labels", demo, *arguments).stdout.splitlines()
    assert lines[0] == "The labels were changed."
    assert any(line.endswith("spans moved.") for line in lines)
    assert any("entries moved" in line for line in lines)


def test_a_label_in_use_is_told_in_words_that_fit_any_count(run: Run, tmp_path: Path) -> None:
    run("init", "new.db", "--lead", "huda")
    spans = [{"label": "base", "start": 0, "end": 4, "value": {}}]
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "قسرك", "spans": spans}), "utf-8")
    run("import", "new.db", "a.jsonl", "--author", "amal")
    (tmp_path / "new.toml").write_text(without("base"), "utf-8")
    refused = run("labels", "new.db", "--set", "new.toml", "--author", "huda")
    assert "stays, for it is in use (spans: 1, entries: 0). Say to which label" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--set", "none.toml", "--author", "huda"), "“none.toml” cannot be read"),
        (("--set", "new.toml", "--author", "amal"), "Only a lead changes the labels"),
        (("--set", "new.toml", "--author", "nobody"), "The project has no author “nobody”."),
        (("--set", "bad.toml", "--author", "huda"), "bad.toml: The label set is not valid TOML"),
        (("--set", "latin.toml", "--author", "huda"), "“latin.toml” is not UTF-8."),
        (
            ("--set", "huge.toml", "--author", "huda"),
            "huge.toml: This is no label set: it is longer",
        ),
        (
            ("--set", "new.toml", "--author", "huda", "--move", "place=base"),
            "The project has no label “place”.",
        ),
        (
            ("--set", "new.toml", "--author", "huda", "--move", "date=place"),
            "The project has no label “place”.",
        ),
        (
            ("--set", "new.toml", "--author", "huda", "--move", "date=figure"),
            "“date” cannot stay and move to “figure” at once",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changed(
    run: Run, demo: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "new.toml").write_text(changed("قاعدة", "موقع"), "utf-8")
    (tmp_path / "bad.toml").write_text("[[label]", "utf-8")
    (tmp_path / "latin.toml").write_bytes(b'[[label]]\nname = "\xe9"')
    (tmp_path / "huge.toml").write_bytes("# ق\n".encode() * 300_000)
    result = run("labels", demo, *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(sentence)
    assert run("labels", demo).stdout == DEFAULT_LABELS_TOML


@pytest.mark.parametrize(
    "arguments",
    [
        ("--set", "new.toml"),
        ("--author", "huda"),
        ("--move", "a=b"),
        ("--set", "new.toml", "--author", "huda", "--move", "a"),
        ("--set", "new.toml", "--author", "huda", "--move", "=b"),
        ("--set", "new.toml", "--author", "huda", "--move", "a=b", "--move", "a=c"),
    ],
)
def test_wrong_usage_exits_with_2(run: Run, demo: Path, arguments: tuple[str, ...]) -> None:
    assert run("labels", demo, *arguments).exit_code == 2


def test_the_help_of_init_shows_a_label_that_can_be_used(run: Run, tmp_path: Path) -> None:
    shown = run("init", "--help").stdout
    example = shown[shown.index("  [[label]]") : shown.index("Options:")]
    (tmp_path / "shown.toml").write_text(example, "utf-8")
    assert run("init", "p.db", "--labels", "shown.toml").exit_code == 0
    assert 'name = "base"' in run("labels", "p.db").stdout


def test_the_example_of_the_readme_can_be_used(run: Run, tmp_path: Path) -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
    (tmp_path / "shown.toml").write_text(readme.split("```toml\n")[1].split("```")[0], "utf-8")
    assert run("init", "p.db", "--labels", "shown.toml").exit_code == 0
    assert 'name = "weapon"' in run("labels", "p.db").stdout
