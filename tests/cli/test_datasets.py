"""What a dataset takes and leaves out, as it is asked for on the command line."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.store.project import Project

RunJson = Callable[..., Any]


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_some_labels_alone_can_be_taken(run: Any, run_json: RunJson, demo: Path) -> None:
    common = ("export", demo, "out.jsonl", "--format", "jsonl", "--layer", "amal")
    everything = run_json(*common)
    report = run_json(*common, "--labels", "base, date")
    lines = lines_of(demo.with_name("out.jsonl"))
    labels = Counter(span["label"] for line in lines for span in line.get("spans", ()))
    assert set(labels) == {"base", "date"}
    assert report["kept"] == labels
    assert report["left_out"] == everything["spans"] - report["spans"] > 0
    result = run(*common, "--labels", "base,dates")
    assert result.exit_code == 1
    assert "no label “dates”. Its labels are: base, date, actor, figure" in result.stderr
    assert lines_of(demo.with_name("out.jsonl")) == lines


def test_spans_that_their_author_is_not_sure_of_can_be_left_out(
    run: Any, run_json: RunJson, demo: Path, tmp_path: Path
) -> None:
    spans = [
        {"label": "base", "start": 0, "end": 4, "unsure": True},
        {"label": "base", "start": 5, "end": 9},
    ]
    line = {"name": "two", "text": "قسرك تدمر", "author": "rania", "spans": spans}
    (tmp_path / "in.jsonl").write_text(json.dumps(line))
    run_json("import", demo, "in.jsonl")
    result = run("export", demo, "out.jsonl", "--format", "jsonl", "--layer", "rania", "--sure")
    assert "1 span was not asked for and left out." in result.stdout
    (written,) = [one for one in lines_of(tmp_path / "out.jsonl") if one["name"] == "two"]
    assert [span["quote"] for span in written["spans"]] == ["تدمر"]


def test_spans_without_their_texts_join_them_again(
    run: Any, run_json: RunJson, demo: Path, tmp_path: Path
) -> None:
    with Project.open(demo, writable=False) as project:
        articles = list(project.articles.each())
        layers = {article.sha256: project.layers.load(article.id, "amal") for article in articles}
    run_json("export", demo, "bare.jsonl", "--format", "jsonl", "--layer", "amal", "--without-text")
    bare = (tmp_path / "bare.jsonl").read_text("utf-8")
    for article in articles:
        for sentence in article.text.split("\n"):
            assert len(sentence) < 20 or sentence not in bare
    # into a project that has the texts alone
    texts = tmp_path / "texts"
    texts.mkdir()
    for number, article in enumerate(articles):
        (texts / f"{number}.txt").write_text(article.text, encoding="utf-8")
    run("init", "other.db", "--lead", "huda")
    result = run("import", "other.db", "bare.jsonl")
    assert result.exit_code == 1
    assert "comes without its text, and the project does not have it" in result.stderr
    assert run_json("import", "other.db", "texts")["added"] == len(articles)
    report = run_json("import", "other.db", "bare.jsonl")
    assert report["refused"] == []
    with Project.open(tmp_path / "other.db", writable=False) as other:
        for article in other.articles.each():
            there = other.layers.load(article.id, "amal")
            assert there.spans == layers[article.sha256].spans
            assert there.status == layers[article.sha256].status


def test_bare_lines_of_other_texts_are_refused_by_name(
    run: Any, demo: Path, tmp_path: Path
) -> None:
    line = {"name": "far", "sha256": "0" * 64, "author": "amal", "spans": []}
    (tmp_path / "in.jsonl").write_text(json.dumps(line))
    result = run("import", demo, "in.jsonl")
    assert result.exit_code == 1
    assert "“far” comes without its text, and the project does not have it." in result.stderr


def test_a_unit_that_a_format_does_not_count_in_is_refused(run: Any, demo: Path) -> None:
    result = run("export", demo, "out.jsonl", "--format", "jsonl", "--unit", "graphemes")
    assert result.exit_code == 1
    assert "The format jsonl cannot count in graphemes. It counts in: code points" in result.stderr


def test_what_a_format_never_holds_is_counted_and_what_became_of_spans_is_named(
    run: Any, demo: Path
) -> None:
    told = run("export", demo, "out.conll", "--format", "conll", "--layer", "amal").stdout
    lines = told.splitlines()
    assert "Written without their value: 129 spans of actor, in 6 articles." in lines
    assert "Without their own spaces and line ends: 6 articles." in lines
    assert "Dropped: 1 span of base, in kharab-al-jir-report.txt." in lines
    fates = [line.split(":")[0] for line in lines[2:]]
    assert fates[:2] == ["Dropped", "Dropped"]
    assert lines[0].startswith("Wrote 6 articles with 289 of 291 spans to out.conll")
    report = json.loads(
        run("export", demo, "out.conll", "--format", "conll", "--layer", "amal", "--json").stdout
    )
    assert (report["written"], report["spans"]) == (289, 291)


def test_a_dataset_without_an_article_is_refused_with_what_to_do(run: Any, tmp_path: Path) -> None:
    run("init", "p.db", "--lead", "huda")
    (tmp_path / "a.jsonl").write_text(
        '{"text": "غادر رتل قاعدة قسرك", "author": "amal", "status": "in progress", "spans":'
        ' [{"label": "base", "start": 10, "end": 19}]}',
        "utf-8",
    )
    run("import", "p.db", "a.jsonl")
    before = sorted(tmp_path.iterdir())
    for arguments, told in (
        (("--layer", "gold"), "No article is ready, so nothing was written. What they wait for is"),
        ((), "No article is finished by amal, so nothing was written."),
        (("--each-author",), "No article is finished by amal, so nothing was written."),
    ):
        for format_name in ("conll", "brat"):
            refused = run("export", "p.db", "out", "--format", format_name, *arguments)
            assert refused.exit_code == 1
            assert refused.stderr.startswith(told)
            assert sorted(tmp_path.iterdir()) == before
    for arguments in (("--format", "conll", "--all"), ("--format", "jsonl")):
        assert run("export", "p.db", "out", *arguments).exit_code == 0
