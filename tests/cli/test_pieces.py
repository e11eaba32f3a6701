"""Articles cut into pieces, and a dataset for each author, as the command line writes them."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.arabic import ARABIC
from annotator.core.losses import FATES
from annotator.core.tokens import Tokenizer
from annotator.store.project import Project

Run = Callable[..., Any]
TEXT = "  غادرت القوات قسرك. وبقي منها 600 جندي في د. حسن!  ثم عادت؟\n\nانتهى"


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def bring(run: Run, tmp_path: Path, *stretches: tuple[str, str], text: str = TEXT) -> None:
    spans = [
        {"label": label, "start": text.index(quote), "end": text.index(quote) + len(quote)}
        for quote, label in stretches
    ]
    line = {"name": "a", "text": text, "author": "amal", "spans": spans, "meta": {"page": 1}}
    (tmp_path / "in.jsonl").write_text(json.dumps(line), "utf-8")
    run("init", "p.db")
    assert run("import", "p.db", "in.jsonl").exit_code == 0


def check(whole: list[dict[str, Any]], pieces: list[dict[str, Any]]) -> None:
    """Check that each span is in one piece, and stands in its article where the piece says."""
    by_name = {line["name"]: line for line in whole}
    found: Counter[Any] = Counter()
    for piece in pieces:
        place = piece["meta"]["annotator_piece"]
        article = by_name[place["article"]]
        assert (place["id"], place["sha256"]) == (article["id"], article["sha256"])
        assert piece["text"] == article["text"][place["start"] : place["end"]]
        for span in piece.get("spans", ()):
            assert piece["text"][span["start"] : span["end"]] == span["quote"]
            start = span["start"] + place["start"]
            found[article["name"], start, start + len(span["quote"]), span["label"]] += 1
    assert found == Counter(
        (line["name"], span["start"], span["end"], span["label"])
        for line in whole
        for span in line.get("spans", ())
    )


@pytest.mark.parametrize("size", ["sentences", "1", "100"])
def test_a_piece_that_would_begin_with_a_byte_order_mark_can_be_read_again(
    run: Run, run_json: Run, tmp_path: Path, size: str
) -> None:
    text = "أول جملة.\n\ufeffثاني جملة.\n\ufeff\n\ufeff\ufeffثالث جملة."
    bring(run, tmp_path, ("ثاني", "base"), ("\ufeffثالث", "date"), text=text)
    for out, *cut in (("whole.jsonl",), ("cut.jsonl", "--cut", size)):
        report = run_json("export", "p.db", out, "--format", "jsonl", *cut)
    pieces = lines_of(tmp_path / "cut.jsonl")
    check(lines_of(tmp_path / "whole.jsonl"), pieces)
    assert [one["name"] for one in pieces] == [f"a#{one}" for one in range(1, len(pieces) + 1)]
    run("init", "again.db")
    again = run_json("import", "again.db", "cut.jsonl")
    assert (again["refused"], again["spans"], report["spans"]) == ([], 2, 2)
    assert again["added"] + again["skipped"] == len(pieces)


def test_an_article_in_which_nothing_can_be_seen_is_one_piece(
    run: Run, run_json: Run, tmp_path: Path
) -> None:
    bring(run, tmp_path, text="\n\ufeff \n\ufeff")
    for size in ("sentences", "1"):
        run_json("export", "p.db", "cut.jsonl", "--format", "jsonl", "--cut", size)
        assert [one["text"] for one in lines_of(tmp_path / "cut.jsonl")] == ["\n\ufeff \n\ufeff"]


@pytest.mark.parametrize("size", ["sentences", "1", "7", "60", "100000"])
def test_no_span_of_the_demo_is_cut_or_lost(
    run: Run, run_json: Run, demo: Path, tmp_path: Path, size: str
) -> None:
    common = ("--format", "jsonl", "--layer", "amal")
    whole_report = run_json("export", demo, "whole.jsonl", *common)
    report = run_json("export", demo, "cut.jsonl", *common, "--cut", size)
    whole, pieces = lines_of(tmp_path / "whole.jsonl"), lines_of(tmp_path / "cut.jsonl")
    check(whole, pieces)
    assert (report["articles"], report["pieces"]) == (len(whole), len(pieces))
    assert (report["spans"], report["kept"]) == (whole_report["spans"], whole_report["kept"])
    assert len({piece["id"] for piece in pieces}) == len(pieces)
    for line in whole:
        names = [one["name"] for one in pieces if one["name"].startswith(f"{line['name']}#")]
        assert names == [f"{line['name']}#{number}" for number in range(1, len(names) + 1)]
    if size == "100000":
        assert len(pieces) == len(whole)
    elif size == "60":
        tokens = Tokenizer(ARABIC)
        sizes = [len(tokens.with_signs(piece["text"])) for piece in pieces]
        assert max(sizes) <= 60
        assert sum(sizes) == sum(len(tokens.with_signs(line["text"])) for line in whole)
        assert len(pieces) < 2 * sum(sizes) / 60 + len(whole)


def texts_of(path: Path) -> list[str]:
    return [line["text"] for line in lines_of(path)]


def test_pieces_are_sentences_unless_a_span_runs_through(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, ("القوات", "actor"), ("حسن!  ثم", "actor"))
    out = run("export", "p.db", "out.jsonl", "--format", "jsonl", "--cut", "sentences")
    assert out.stdout.startswith("Wrote 1 article in 3 pieces with 2 spans to out.jsonl")
    assert texts_of(tmp_path / "out.jsonl") == [
        "غادرت القوات قسرك.",
        "وبقي منها 600 جندي في د. حسن!  ثم عادت؟",
        "انتهى",
    ]
    first, *_ = lines_of(tmp_path / "out.jsonl")
    assert first["meta"]["page"] == 1
    assert first["title"] == lines_of(tmp_path / "out.jsonl")[2]["title"]


@pytest.mark.parametrize(
    ("most", "stretches", "expected"),
    [
        (5, (), ["غادرت القوات قسرك.", "وبقي منها 600", "جندي في د.", "حسن!  ثم عادت؟", "انتهى"]),
        (
            6,
            (("جندي في د. حسن!  ثم عادت", "actor"),),
            ["غادرت القوات قسرك.", "وبقي منها 600", "جندي في د. حسن!  ثم عادت؟", "انتهى"],
        ),
        (99, (("\n\n", "date"), (" غادرت", "date")), [TEXT[1:]]),
        (1, (("\n\n", "date"),), None),
    ],
)
def test_pieces_hold_whole_words_and_whole_sentences_if_they_may(
    run: Run,
    run_json: Run,
    tmp_path: Path,
    most: int,
    stretches: tuple[tuple[str, str], ...],
    expected: list[str] | None,
) -> None:
    bring(run, tmp_path, *stretches)
    report = run_json("export", "p.db", "out.jsonl", "--format", "jsonl", "--cut", most)
    assert report["spans"] == len(stretches)
    texts = texts_of(tmp_path / "out.jsonl")
    if expected is None:
        assert "\n\nانتهى" in texts
    else:
        assert texts == expected


def test_a_format_tells_its_losses_by_piece(run: Run, run_json: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, ("لقوات", "actor"), ("القوات قسرك", "base"))
    report = run_json("export", "p.db", "out.conll", "--format", "conll", "--cut", "sentences")
    moved = [loss for loss in report["losses"] if loss["kind"] in FATES]
    assert moved
    assert {loss["article"] for loss in moved} == {"a#1"}
    cut = ("export", "p.db", "out.conll", "--format", "conll", "--cut", "sentences")
    for told in (run(*cut).stdout, run(*cut, "--strict").stderr):
        assert "Without their own spaces and line ends: 3 pieces, a#1, a#2, a#3.\n" in told
        assert "address and day, and the author of their layer: 4 pieces" in told


@pytest.mark.parametrize("size", ["0", "-1", "words", "1.5", "٣"])
def test_pieces_of_no_size_are_refused(run: Run, demo: Path, size: str) -> None:
    result = run("export", demo, "out.jsonl", "--format", "jsonl", "--cut", size)
    assert result.exit_code == 2
    assert "write “sentences”, or how many tokens a piece may have." in result.stderr


def test_pieces_without_text_are_refused(run: Run, demo: Path, tmp_path: Path) -> None:
    options = ("--format", "jsonl", "--cut", "sentences", "--without-text")
    result = run("export", demo, "out.jsonl", *options)
    assert result.exit_code == 1
    assert result.stderr.startswith("Pieces without their text cannot be joined")
    assert not (tmp_path / "out.jsonl").exists()


def test_each_author_gets_what_their_layer_alone_gives(
    run: Run, run_json: Run, demo: Path, tmp_path: Path
) -> None:
    report = run_json("export", demo, "all", "--format", "jsonl", "--each-author")
    assert [(one["author"], one["path"]) for one in report["layers"]] == [
        ("amal", "amal.jsonl"),
        ("nasser", "nasser.jsonl"),
    ]
    for one in report["layers"]:
        alone = run_json("export", demo, "one.jsonl", "--format", "jsonl", "--layer", one["author"])
        assert one == {"author": one["author"], "path": one["path"]} | alone
        written = (tmp_path / "all" / one["path"]).read_bytes()
        assert written == (tmp_path / "one.jsonl").read_bytes()
    again = run("export", demo, "all", "--format", "jsonl", "--each-author")
    assert again.exit_code == 1
    assert "“all” exists already" in again.stderr


def test_each_author_gets_a_folder_where_the_format_is_one(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    result = run("export", demo, "all", "--format", "brat", "--each-author", "--cut", "sentences")
    assert result.stdout.count("pieces with") == 2
    assert (tmp_path / "all" / "amal" / "annotation.conf").is_file()
    assert (tmp_path / "all" / "nasser" / "annotation.conf").is_file()


def test_authors_with_odd_names_stay_in_the_folder(run: Run, tmp_path: Path) -> None:
    run("init", "p.db")
    for number, author in enumerate(("../أمل", "__أمل", "CON", "a/b")):
        line = {"name": str(number), "text": f"قسرك {number}", "author": author, "spans": []}
        (tmp_path / "in.jsonl").write_text(json.dumps(line), "utf-8")
        assert run("import", "p.db", "in.jsonl").exit_code == 0
    run("export", "p.db", "all", "--format", "jsonl", "--each-author")
    names = sorted(path.name for path in (tmp_path / "all").iterdir())
    assert names == ["_CON.jsonl", "a_b.jsonl", "أمل-2.jsonl", "أمل.jsonl"]


def test_nothing_is_left_where_one_of_them_is_refused(
    run: Run, demo: Path, files: Callable[[], list[str]]
) -> None:
    before = files()
    for options in (("--strict",), ("--labels", "bases")):
        result = run("export", demo, "all", "--format", "conll", "--each-author", *options)
        assert result.exit_code == 1
        assert files() == before
    both = ("--each-author", "--layer", "amal")
    assert run("export", demo, "all", "--format", "csv", *both).exit_code == 2
    run("init", "new.db")
    result = run("export", "new.db", "all", "--format", "jsonl", "--each-author")
    assert result.stderr == "Nobody has marked anything yet: there is no layer.\n"


def test_pieces_come_in_as_articles(run: Run, run_json: Run, demo: Path, tmp_path: Path) -> None:
    run("export", demo, "cut.jsonl", "--format", "jsonl", "--layer", "amal", "--cut", "40")
    run("init", "p.db")
    report = run_json("import", "p.db", "cut.jsonl")
    assert report["refused"] == []
    with Project.open(tmp_path / "p.db", writable=False) as project:
        assert all("#" in article.name for article in project.articles.each())


def test_pieces_go_into_no_format_that_has_no_place_for_their_texts(run: Run, demo: Path) -> None:
    result = run("export", demo, "cut.csv", "--format", "csv", "--layer", "amal", "--cut", "7")
    assert result.exit_code == 1
    assert result.stderr == (
        "The format csv has no place for the text, and pieces without it cannot be joined with an"
        " article again. Export whole articles, or choose another format.\n"
    )
    assert not demo.with_name("cut.csv").exists()
