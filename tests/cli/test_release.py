"""Releases from the command line: made, verified, compared."""

import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
RunJson = Callable[..., Any]


@pytest.fixture
def settled(demo: Path, run: Run, run_json: RunJson, tmp_path: Path) -> Path:
    """The demo with all conflicts settled."""
    found = run_json("conflicts", demo)["conflicts"]
    rows = [{"conflict": one["id"], "choice": "author:amal", "reason": "قاعدة"} for one in found]
    (tmp_path / "d.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    run("decide", demo, "--from", "d.jsonl")
    return demo


def test_a_release_is_made_and_told(settled: Path, run: Run, tmp_path: Path) -> None:
    result = run("release", settled, "v1", "--format", "jsonl", "--format", "conll")
    assert result.exit_code == 0, result.output
    assert "Released v1 to v1." in result.stdout
    assert "  train: 4 articles: " in result.stdout
    assert "Left out, nobody has finished it: " in result.stdout
    assert "conll:\n  " in result.stdout
    assert (tmp_path / "v1" / "conll" / "train.conll").is_file()


def test_a_release_is_told_as_json(settled: Path, run_json: RunJson, tmp_path: Path) -> None:
    report = run_json("release", settled, "out", "--format", "jsonl", "--name", "v7")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert report["name"] == manifest["name"] == "v7"
    assert report["splits"] == manifest["splits"]
    assert len(report["not_ready"]) == manifest["not_ready"] > 0


def test_what_is_to_be_known_of_the_splits_is_told(
    settled: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    first = run_json("release", settled, "v1", "--format", "jsonl", "--split", "40/30/30")
    manifest = json.loads((tmp_path / "v1" / "manifest.json").read_text("utf-8"))
    assert (first["empty"], first["moved"], first["out_of_time"]) == ([], {}, 0)
    assert manifest["highest_similarity"]["similarity"] == round(first["highest_similarity"], 4)
    assert manifest["most_within"]["share"] == round(first["most_within"], 4)
    result = run("release", settled, "v2", "--format", "jsonl", "--split", "40/60")
    dev = first["splits"]["dev"]["articles"]
    moved = json.loads((tmp_path / "v2" / "manifest.json").read_text("utf-8"))["moved"]
    assert len(moved) == dev > 0
    assert {was for was, _ in moved.values()} == {"dev"}
    for _, now in moved.values():
        assert f"Moved from dev to {now} since the last release: " in result.stdout
    assert f"share {first['highest_similarity']:.1%} of their words in threes." in result.stdout
    assert "Most of one article within another of another split: " in result.stdout
    result = run("release", settled, "v3", "--format", "jsonl", "--split", "40/30/30")
    assert "Nothing is in dev: there are too few articles" in result.stderr


def test_what_earlier_releases_and_hands_decided_is_told(
    settled: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    first = run("release", settled, "v1", "--format", "jsonl", "--split", "40/30/30")
    assert "earlier release:" not in first.stdout
    lines = (tmp_path / "v1" / "articles.jsonl").read_text("utf-8").splitlines()
    train = [one["name"] for one in map(json.loads, lines) if one["split"] == "train"]
    again = ("--format", "jsonl", "--split", "10/10/80", "--together", ",".join(train[:2]))
    told = run("release", settled, "v2", *again).stdout
    assert "Kept in the split of an earlier release: 6 articles." in told
    card = (tmp_path / "v2" / "README.md").read_text("utf-8")
    assert "the split of an earlier release, whatever this one asked for: 6." in card
    assert "Groups of articles that were kept in one split by hand: 1." in card
    report = run_json("release", settled, "v3", *again)
    manifest = json.loads((tmp_path / "v3" / "manifest.json").read_text("utf-8"))
    assert report["stayed"] == manifest["stayed"] == 6


def test_a_layer_of_one_author_waits_for_that_author_alone(
    demo: Path, run: Run, tmp_path: Path
) -> None:
    told = run("release", demo, "v1", "--format", "jsonl", "--layer", "amal").stdout
    assert "Left out, the author of the layer has yet to finish it: 2025-09-30-" in told
    card = (tmp_path / "v1" / "README.md").read_text("utf-8")
    assert "| The author of the layer has yet to finish it | 7 |" in card


def test_who_belongs_with_one_of_another_split_is_not_said_to_be_like_it(
    settled: Path, run: Run, tmp_path: Path
) -> None:
    run("release", settled, "v1", "--format", "jsonl")
    lines = (tmp_path / "v1" / "articles.jsonl").read_text("utf-8").splitlines()
    by_split = {found["split"]: found["name"] for found in map(json.loads, lines)}
    pair = f"{by_split['train']},{by_split['test']}"
    told = run("release", settled, "v2", "--format", "jsonl", "--together", pair).stdout
    assert "Left out, it belongs with " in told
    assert ", which is in another split: " in told


def test_what_cannot_be_released_is_told_in_a_sentence(settled: Path, run: Run) -> None:
    for arguments, told in (
        (("--format", "docx"), "docx"),
        (("--format", "jsonl", "--split", "a/b"), "does not say how large the splits are"),
        (("--format", "jsonl", "--split", "50/60/10"), "add up to 120 and not to 100."),
        (("--format", "jsonl", "--layer", "nobody"), "no author “nobody”"),
        (("--format", "jsonl", "--together", "none.txt, other.txt"), "no article “none.txt”"),
        (("--format", "jsonl", "--together", "a\rb"), "no article “a b”"),
        (("--format", "jsonl", "--together", "a" * 131_073), "no list of articles"),
        (("--format", "jsonl", "--name", "\udcff"), "cannot name a release"),
        (("--format", "jsonl", "--name", " "), "cannot name a release"),
        (("--format", "jsonl", "--name", "a\x1bb"), "cannot name a release"),
        (("--format", "jsonl", "--licence", "\udcff"), "The licence holds"),
        (("--format", "jsonl", "--layer", "\udcff"), "no author"),
    ):
        result = run("release", settled, "v1", *arguments)
        assert result.exit_code == 1
        assert told in result.stderr
        assert not Path("v1").exists()


def test_a_whole_release_is_verified(settled: Path, run: Run, run_json: RunJson) -> None:
    run("release", settled, "v1", "--format", "jsonl", "--format", "conll")
    report = run_json("verify", "v1")
    assert (report["ok"], report["read"], report["problems"]) == (True, ["jsonl", "conll"], [])
    result = run("verify", "v1")
    assert result.exit_code == 0
    assert result.stdout.endswith("read again from jsonl, conll.\n")
    assert (report["not_read"], report["needs"]) == ([], {})
    assert result.stderr == ""


def test_what_leads_ruled_out_is_verified_in_a_folder_named_from_here(
    settled: Path, run: Run, tmp_path: Path
) -> None:
    run("release", settled, "v1", "--format", "jsonl", "--with-judged")
    result = run("verify", "v1")
    assert (result.exit_code, result.stderr) == (0, "")
    (tmp_path / "linked").symlink_to("v1", target_is_directory=True)
    assert run("verify", "linked").exit_code == 0
    with (tmp_path / "v1" / "judged.jsonl").open("a", encoding="utf-8") as file:
        file.write("{}\n")
    result = run("verify", "v1")
    assert result.exit_code == 1
    assert "“judged.jsonl” is not as it was released." in result.stderr


@pytest.mark.skipif(find_spec("spacy") is not None, reason="what is looked into there")
def test_of_a_format_that_needs_what_is_not_installed_the_extra_is_told(
    settled: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    run("release", settled, "v1", "--format", "jsonl")
    path = tmp_path / "v1" / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    losses = manifest["losses"] | {"spacy": [], "newer": []}
    path.write_text(json.dumps(manifest | {"losses": losses}), "utf-8")
    report = run_json("verify", "v1")
    assert (report["not_read"], report["needs"]) == (["spacy", "newer"], {"spacy": "spacy"})
    assert run("verify", "v1").stdout.splitlines()[1:] == [
        "spacy was not looked into: that needs the extra spacy (pip install annotator[spacy]). The"
        " hashes of its files were compared.",
        "newer was not looked into: this program does not know that format. The hashes of its files"
        " were compared.",
    ]


def test_a_damaged_release_is_told_problem_by_problem(
    settled: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    run("release", settled, "v1", "--format", "jsonl")
    (tmp_path / "v1" / "jsonl" / "test.jsonl").unlink()
    (tmp_path / "v1" / "evil\x1b[31m\u202e.txt").write_text("")
    report = run_json("verify", "v1", exit_code=1)
    assert report["ok"] is False
    assert "“jsonl/test.jsonl” is missing." in report["problems"]
    result = run("verify", "v1")
    assert result.exit_code == 1
    assert "is missing." in result.stderr
    assert "2 problems found." in result.stderr
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output


def test_what_verify_cannot_look_at_is_told(settled: Path, run: Run, run_json: RunJson) -> None:
    run("release", settled, "v1", "--format", "conll", "--format", "csv")
    report = run_json("verify", "v1")
    assert (report["ok"], report["read"]) == (True, ["csv", "conll"])
    assert report["textless"] == report["articles"] > 0
    told = run("verify", "v1").stdout.splitlines()
    assert told[1:] == [
        f"Nothing that was read again holds the texts of {report['articles']} articles: whether"
        " these leak was not looked at.",
    ]
    run("release", settled, "v2", "--format", "conll", "--format", "jsonl")
    report = run_json("verify", "v2")
    assert (report["read"], report["textless"]) == (["jsonl", "conll"], 0)


def test_what_is_no_release_is_told(run: Run, tmp_path: Path) -> None:
    for command in (("verify", "none"), ("diff", "none", "none")):
        result = run(*command)
        assert result.exit_code == 1
        assert "is no release: its “manifest.json” cannot be read" in result.stderr
    assert f"“{tmp_path.name}” is no release" in run("verify", ".").stderr


def test_of_many_problems_of_one_kind_the_first_are_told(settled: Path, run: Run) -> None:
    run("release", settled, "v1", "--format", "jsonl")
    for number in range(12):
        Path(f"v1/extra-{number}.txt").write_text("قسرك", "utf-8")
    result = run("verify", "v1")
    told = result.stderr.splitlines()
    assert [("extra-" in line) for line in told] == [True] * 10 + [False] * 2
    assert told[10] == "… and 2 more like the last one; --json lists all."
    assert told[11] == "12 problems found."
    assert len(json.loads(run("verify", "v1", "--json").stdout)["problems"]) == 12


def test_two_releases_are_compared(
    settled: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    run("release", settled, "v1", "--format", "jsonl")
    assert run("diff", "v1", "v1").stdout == "The two releases hold the same.\n"
    line = {"name": "new.txt", "text": "قسرك تدمر", "author": "amal"}
    line["spans"] = [{"label": "base", "start": 0, "end": 4}]
    (tmp_path / "in.jsonl").write_text(json.dumps(line))
    run("import", settled, "in.jsonl")
    run("decide", settled, "--accept-single")
    run("release", settled, "v2", "--format", "jsonl")
    found = run_json("diff", "v1", "v2")
    assert "new.txt" in found["added"]
    assert (found["removed"], found["moved"], found["changed"]) == ([], {}, {})
    rows = [json.loads(line) for line in (tmp_path / "v2/articles.jsonl").read_text().splitlines()]
    with_value = next(row for row in rows if any(row["said"]))
    with_value["said"] = ["" for _ in with_value["said"]]
    (tmp_path / "v2/articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert run_json("diff", "v1", "v2")["said_otherwise"].keys() == {with_value["name"]}
    assert "Of another value, note or doubt: " in run("diff", "v1", "v2").stdout
    result = run("diff", "v2", "v1")
    assert result.stdout.startswith(f"Removed: {len(found['added'])} article")
    assert "new.txt" in result.stdout


def test_what_leads_ruled_out_is_counted(
    settled: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    report = run_json("release", settled, "v1", "--format", "jsonl", "--with-judged")
    lines = (tmp_path / "v1" / "judged.jsonl").read_text("utf-8").splitlines()
    spans = sum(len(json.loads(line)["spans"]) for line in lines)
    assert sum(report["judged"].values()) == spans > 0
    result = run("release", settled, "v2", "--format", "jsonl", "--with-judged")
    assert f"Ruled out by leads, beside it: {spans} spans." in result.stdout
    assert run_json("release", settled, "v3", "--format", "jsonl")["judged"] is None
