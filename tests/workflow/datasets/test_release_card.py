"""The card of a release tells what is in it, the same each time, and no name of an author."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.arabic import ARABIC
from annotator.core.blind import blind_names
from annotator.core.errors import RefusedAct
from annotator.core.manifest import CARD, JUDGED_SPANS, MANIFEST
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.release import shares_of
from annotator.core.rows import Kind
from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.datasets.release import release
from annotator.workflow.datasets.verifying import verify
from annotator.workflow.exchange.packs import make_pack, secret_of
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.review.settling import derived
from tests.workflow.datasets.test_release import ORDER, lines
from tests.workflow.settled_demo import LEAD, REASON, ready, settle_as

SETTLED = replace(ORDER, formats=("jsonl", "conll"), shares=shares_of("60/20/20"))


@pytest.fixture
def settled(demo: Project) -> Project:
    settle_as(demo, "amal")
    return demo


def released(project: Project, out: Path, **order: Any) -> Path:
    release(project, out, replace(SETTLED, **order), LEAD, Quiet())
    return out


def rows_under(card: str, title: str) -> list[list[str]]:
    """The cells of the first table under a heading, without isolates."""
    _, _, rest = card.partition(f"\n## {title}\n")
    lines = rest.partition("\n## ")[0].splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return [[cell.strip("\u2066\u2068\u2069") for cell in row] for row in cells]


def test_the_card_counts_what_the_files_hold(settled: Project, tmp_path: Path) -> None:
    out = released(settled, tmp_path / "out", licence="CC BY 4.0, but not\nfor `ads` | banners")
    card = (out / CARD).read_text("utf-8")
    splits = {
        split: [
            json.loads(line) for line in (out / "jsonl" / f"{split}.jsonl").read_text().splitlines()
        ]
        for split in ("train", "dev", "test")
    }
    assert [row[::3] for row in rows_under(card, "Splits")[2:]] == [
        [split, str(sum(len(one["spans"]) for one in there))] for split, there in splits.items()
    ]
    labels = rows_under(card, "Labels")[2:]
    for _, name, rule, *counts in labels:
        assert rule.endswith(".")
        told = [
            sum(span["label"] == name for one in there for span in one["spans"])
            for there in splits.values()
        ]
        assert counts == [str(count) for count in (*told, sum(told))]
    lengths = rows_under(card, "Lengths of spans, in words")[2:]
    assert sum(int(row[-1]) for row in lengths) == sum(int(row[-1]) for row in labels)
    assert sum(int(row[1]) for row in rows_under(card, "Sources")[2:]) == len(ready(settled))
    assert "Licence: CC BY 4.0, but not for \\`ads\\` \\| banners" in card
    assert ["conll", "Widened to whole tokens"] in [
        row[:2] for row in rows_under(card, "What formats could not hold")
    ]


def test_the_card_tells_how_it_was_settled_and_by_no_name(settled: Project, tmp_path: Path) -> None:
    out = released(settled, tmp_path / "out")
    card = (out / CARD).read_text("utf-8")
    decided = sum(len(one.on_spans) for one in derived(settled, ready(settled)))
    assert rows_under(card, "How differences were settled")[2] == [
        "one of the answers",
        str(decided),
    ]
    assert "A – B" in card
    assert "95 % interval" in card
    for name in ("amal", "nasser", LEAD):
        assert name not in card
        assert name not in (out / MANIFEST).read_text("utf-8")


def test_the_same_project_and_seed_make_the_same_card(settled: Project, tmp_path: Path) -> None:
    settled.backup(tmp_path / "copy.db", Quiet())
    one = released(settled, tmp_path / "one", with_judged=True)
    with Project.open(tmp_path / "copy.db") as copy:
        other = released(copy, tmp_path / "other", with_judged=True)
    files = [
        {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for out in (one, other)
    ]
    manifests = [json.loads(there.pop(Path(MANIFEST))) for there in files]
    assert files[0] == files[1]
    assert {Path("labels.png"), Path("lengths.png"), Path("agreement.png")} <= set(files[0])
    assert manifests[0] | {"made_at": ""} == manifests[1] | {"made_at": ""}
    named = {file["path"] for file in manifests[0]["files"]}
    assert named == {path.as_posix() for path in files[0]}


def test_the_card_of_one_author_says_whose_spans_they_are(settled: Project, tmp_path: Path) -> None:
    out = released(settled, tmp_path / "out", layer="nasser")
    card = (out / CARD).read_text("utf-8")
    letter = json.loads((out / MANIFEST).read_text("utf-8"))["layer"]
    assert f"The spans are those of one author, {letter}" in card
    assert letter in {"A", "B", "C"}
    assert "nasser" not in card


def test_the_letters_follow_from_nothing_that_is_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    authors = ["amal", "nasser", "zeina", "rania", "omar"]
    for author in authors:
        bring(led, *lines(range(4)), author=author)
    out = tmp_path / "out"
    release(led, out, replace(ORDER, layer="zeina"), LEAD, Quiet())
    make_pack(led, tmp_path / "pack.db", "amal", Quiet())
    told = json.loads((out / MANIFEST).read_text("utf-8"))
    letters = blind_names(secret_of(led), authors)
    assert told["layer"] == letters["zeina"]
    with Project.open(tmp_path / "pack.db") as pack:
        known = {str(row["value"]) for _, row in pack.records.all(Kind.PROPERTY)}
    known |= {told["project"], told["name"], "", secret_of(led)[::-1]}
    assert secret_of(led) not in known
    assert all(secret_of(led) not in one for one in known)
    assert secret_of(led).encode() not in (tmp_path / "pack.db").read_bytes()
    assert any(blind_names(one, authors) != letters for one in known)


def test_no_format_tells_who_drew_a_layer_and_when(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    span = {"id": "019a" + "7" * 28, "label": "base", "start": 0, "end": 2, "note": "هنا"}
    times = {"created_at": "2026-03-04T05:06:07Z", "changed_at": "2026-03-04T05:16:07Z"}
    worked = {"spans": [span | times], "status": "finished", "seconds": 98_765.0}
    bring(led, *(one | worked for one in lines(range(4, 5))), author="zeinab_k")
    bring(led, *lines(range(4)), author="zeinab_k")
    accept_singles(led, LEAD, Quiet())
    every = tuple(one.name for one in FORMATS.values() if one.write and not one.needs)
    for layer in ("zeinab_k", "gold"):
        order = replace(ORDER, layer=layer, formats=every, shares=shares_of("100"))
        release(led, tmp_path / layer, replace(order, name=layer[0]), LEAD, Quiet())
        files = [path for path in (tmp_path / layer).rglob("*") if path.is_file()]
        assert len(files) > len(every)
        for path in files:
            data = path.read_bytes()
            for told in (b"zeinab_k", b"98765", b"2026-03-04", b"05:06:07", span["id"].encode()):
                assert told not in data, path
        assert verify(tmp_path / layer, Quiet()).problems == []
    letter = json.loads((tmp_path / "zeinab_k" / MANIFEST).read_text("utf-8"))["layer"]
    lines_of_it = (tmp_path / "zeinab_k" / "jsonl" / "train.jsonl").read_text().splitlines()
    assert {json.loads(line)["author"] for line in lines_of_it} == {letter}


def test_only_the_card_of_gold_tells_how_it_was_settled(settled: Project, tmp_path: Path) -> None:
    for layer, is_told in (("gold", True), ("nasser", False)):
        out = released(settled, tmp_path / layer, layer=layer, name=layer)
        card = (out / CARD).read_text("utf-8")
        assert ("How differences were settled" in card) is is_told
        assert ("nobody else checked" in card) is is_told


def test_a_project_of_one_author_says_that_nobody_checked(
    demo: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    line = {"name": "a.txt", "text": "قسرك تدمر", "outlet": "a|b\n`c`"}
    bring(demo, line | {"spans": [{"label": "base", "start": 0, "end": 4}]}, author="rania")
    accept_singles(demo, LEAD, Quiet())
    out = released(demo, tmp_path / "out", shares=shares_of("100"))
    card = (out / CARD).read_text("utf-8")
    assert ["a\\|b \\`c\\`", "1"] in rows_under(card, "Sources")
    assert "so that nobody else checked each span: 1 of 1 (100.0%)" in card
    assert rows_under(card, "How differences were settled")[2] == ["the only layer accepted", "1"]


def test_the_layer_of_a_machine_can_be_released(
    demo: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    add_author(demo, "model", Role.MACHINE)
    bring(demo, {"name": "a.txt", "text": "قسرك تدمر", "spans": []}, author="model")
    out = released(demo, tmp_path / "out", layer="model", shares=shares_of("100"))
    assert "The spans are those of one author, C" in (out / CARD).read_text("utf-8")


# -- hard negatives


def test_what_leads_ruled_out_goes_along_if_it_is_wanted(settled: Project, tmp_path: Path) -> None:
    out = released(settled, tmp_path / "out", with_judged=True)
    found = [json.loads(line) for line in (out / JUDGED_SPANS).read_text("utf-8").splitlines()]
    gold = {
        (one["sha256"], span["label"], span["start"], span["end"])
        for path in (out / "jsonl").iterdir()
        for one in map(json.loads, path.read_text("utf-8").splitlines())
        for span in one["spans"]
    }
    judged = {
        (one["sha256"], span["label"], span["start"], span["end"])
        for one in found
        for span in one["spans"]
    }
    drawn = {
        (one.article.sha256, span.label, span.start, span.end)
        for one in derived(settled, ready(settled))
        for layer in one.layers
        for span in layer
    }
    assert judged == drawn - gold  # in the demo every difference was settled, as one has it
    assert {(one["origin"], one["note"]) for line in found for one in line["spans"]} == {
        ("judged", REASON)
    }
    assert all("text" not in line and "title" not in line for line in found)
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    assert sum(manifest["judged"].values()) == len(judged)
    told = rows_under((out / CARD).read_text("utf-8"), "Hard negatives")[2:]
    assert {label: int(count) for label, count in told} == manifest["judged"]
    assert verify(out, Quiet()).problems == []


def test_what_leads_ruled_out_can_be_imported_where_the_texts_are(
    settled: Project, tmp_path: Path
) -> None:
    out = released(settled, tmp_path / "out", with_judged=True)
    report = import_files(settled, [out / JUDGED_SPANS], Quiet(), author="judged")
    assert report.refused == []
    lines = (out / JUDGED_SPANS).read_text("utf-8").splitlines()
    assert len([one for one in settled.layers.finished() if one[1] == "judged"]) == len(lines)


def test_without_the_wish_nothing_of_it_goes_along(settled: Project, tmp_path: Path) -> None:
    out = released(settled, tmp_path / "out")
    assert not (out / JUDGED_SPANS).exists()
    assert json.loads((out / MANIFEST).read_text("utf-8"))["judged"] is None
    assert "Hard negatives" not in (out / CARD).read_text("utf-8")


def test_what_leads_judged_goes_with_gold_alone(settled: Project, tmp_path: Path) -> None:
    with pytest.raises(RefusedAct, match="goes with gold alone"):
        released(settled, tmp_path / "out", with_judged=True, layer="amal")
    assert not (tmp_path / "out").exists()


def test_the_card_says_by_what_rule_tokens_are_cut_where_there_are_some(
    demo: Project, tmp_path: Path
) -> None:
    settle_as(demo, "amal")
    with_tokens = ("conll", "bilou", "huggingface", "prodigy", "cas_xmi", "cas_json")
    for format in (*with_tokens, "csv", "jsonl", "brat", "doccano"):
        is_told = format in with_tokens
        card = released(demo, tmp_path / format, name=format, formats=(format,)) / CARD
        assert ("بغداد is ب and غداد" in card.read_text("utf-8")) is is_told
    assert ARABIC.clitic_cuts("بغداد") == (1,)
    assert ARABIC.clitic_cuts("سورية") == ()
    own = (tmp_path / "huggingface" / "huggingface" / "README.md").read_text("utf-8")
    assert "A word is cut by its form alone" in own
