"""What is changed in the tags of a release is found, though its manifest was made to fit."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.manifest import MANIFEST
from annotator.store.project import Project
from tests.conftest import Bring
from tests.workflow.releases import objects, problems, put, released, sealed
from tests.workflow.settled_demo import settle_as

COLUMNS = {"conll": "conll/train.conll", "bilou": "bilou/train.bilou"}


def rows(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n")


def put_rows(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines), "utf-8", newline="\n")


def first_name(out: Path) -> str:
    return next(row["name"] for row in objects(out / "jsonl" / "train.jsonl"))


def other_label(lines: list[str]) -> None:
    """Give the first span of one token another label."""
    at = next(
        at
        for at, line in enumerate(lines)
        if line.endswith((" B-base", " U-base"))
        and not lines[at + 1].endswith((" I-base", " L-base"))
    )
    lines[at] = lines[at].replace("-base", "-actor")


def no_tag(lines: list[str]) -> None:
    at = next(at for at, line in enumerate(lines) if line.endswith((" B-date", " U-date")))
    while not lines[at].endswith(" O"):
        lines[at] = f"{lines[at].rpartition(' ')[0]} O"
        at += 1


def longer(lines: list[str]) -> None:
    """Let a span go on for a token."""
    at = next(
        at
        for at, line in enumerate(lines)
        if line.endswith((" I-figure", " L-figure")) and lines[at + 1].endswith(" O")
    )
    before, _, last = lines[at].rpartition(" ")
    lines[at] = f"{before} I-figure"
    lines[at + 1] = lines[at + 1].removesuffix(" O") + f" {last}"


@pytest.mark.parametrize("format", COLUMNS)
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (other_label, ["actor are not those of", "base are not those of"]),
        (no_tag, ["date are not those of"]),
        (longer, ["figure are not those of"]),
    ],
)
def test_a_tag_that_was_changed_is_told(
    out: Path, format: str, change: Callable[[list[str]], None], told: list[str]
) -> None:
    path = out / COLUMNS[format]
    lines = rows(path)
    change(lines)
    put_rows(path, lines)
    sealed(out)
    found = problems(out)
    names = {row["name"] for row in objects(out / "jsonl" / "train.jsonl")}
    assert len(found) == len(told)
    for one, part in zip(found, told, strict=True):
        assert part in one
        assert any(one.startswith(f"{format}: in “{name}” the tags of ") for name in names)


@pytest.mark.parametrize("format", COLUMNS)
def test_of_a_file_that_is_not_as_it_was_released_that_alone_is_told(
    out: Path, format: str
) -> None:
    path = out / COLUMNS[format]
    lines = rows(path)
    other_label(lines)
    put_rows(path, lines)
    assert problems(out) == [f"“{COLUMNS[format]}” is not as it was released."]


def test_a_word_that_was_changed_is_told_with_its_line_and_the_article_that_is_gone(
    out: Path,
) -> None:
    path = out / COLUMNS["conll"]
    lines = rows(path)
    at = next(at for at, line in enumerate(lines) if line.endswith(" O") and len(line) > 9)
    lines[at] = f"x{lines[at]}"
    put_rows(path, lines)
    sealed(out)
    assert problems(out) == [
        "conll: the words from line 1 of train on are those of no article that was released there.",
        f"conll: “{first_name(out)}” is missing from train.",
    ]


def test_tokens_and_sentences_that_are_cut_otherwise_are_told(out: Path) -> None:
    path = out / COLUMNS["conll"]
    pristine = rows(path)
    told = f"conll: in “{first_name(out)}” the text is cut into other tokens or sentences than"
    at = next(at for at, line in enumerate(pristine) if at > 2 and line.endswith(" O"))
    first, second = pristine[at], pristine[at + 1]
    assert second.endswith(" O")
    one = f"{first.split()[0]}{second.split()[0]} _ _ O"
    for lines in (
        [*pristine[:at], one, *pristine[at + 2 :]],
        [*pristine[: at + 1], "", *pristine[at + 1 :]],
    ):
        put_rows(path, lines)
        sealed(out)
        (problem,) = problems(out)
        assert problem.startswith(told)
    # Another program, or an older one, may cut as it does: its tags are compared on its tokens.
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    for key in ("program", "tokenizer"):
        (out / MANIFEST).write_text(json.dumps(manifest | {key: "another"}), "utf-8")
        assert problems(out) == []


def test_an_article_that_is_gone_or_stands_twice_is_told(out: Path) -> None:
    path = out / COLUMNS["bilou"]
    text = path.read_text("utf-8")
    first, second, *others = text.split("-DOCSTART-")[1:]
    path.write_text("".join(f"-DOCSTART-{one}" for one in (second, *others)), "utf-8", newline="\n")
    sealed(out)
    assert problems(out) == [f"bilou: “{first_name(out)}” is missing from train."]
    path.write_text(
        "".join(f"-DOCSTART-{one}" for one in (first, first, second, *others)),
        "utf-8",
        newline="\n",
    )
    sealed(out)
    assert problems(out) == [f"bilou: “{first_name(out)}” stands there more than once."]


def test_where_nothing_has_the_texts_spans_are_counted_by_label(
    demo: Project, tmp_path: Path
) -> None:
    settle_as(demo, "amal")
    out = released(demo, tmp_path / "out", formats=("conll",))
    assert problems(out) == []
    lines = rows(out / COLUMNS["conll"])
    other_label(lines)
    put_rows(out / COLUMNS["conll"], lines)
    sealed(out)
    actors, bases = problems(out)
    assert "the tags of actor" in actors
    assert "(missing: 0, new: 1)" in actors
    assert "the tags of base" in bases
    assert "(missing: 1, new: 0)" in bases


def in_iob1(out: Path) -> list[str]:
    """Begin with I what follows no span of its label, as IOB1 has it."""
    lines = rows(out / COLUMNS["conll"])
    return [
        line.replace(" B-", " I-") if before.rpartition("-")[2] != line.rpartition("-")[2] else line
        for before, line in zip(["", *lines], lines, strict=False)
    ]


def in_bioes(out: Path) -> list[str]:
    lines = rows(out / COLUMNS["bilou"])
    return [line.replace(" L-", " E-").replace(" U-", " S-") for line in lines]


@pytest.mark.parametrize(
    ("format", "written", "scheme"),
    [
        ("conll", in_iob1, "IOB2"),
        ("conll", lambda out: rows(out / COLUMNS["bilou"]), "IOB2"),
        ("bilou", lambda out: rows(out / COLUMNS["conll"]), "BILOU"),
        ("bilou", in_bioes, "BILOU"),
    ],
)
def test_tags_of_another_scheme_are_told_by_line(
    out: Path, format: str, written: Callable[[Path], list[str]], scheme: str
) -> None:
    path = out / COLUMNS[format]
    before, lines = rows(path), written(out)
    assert len(lines) == len(before)
    put_rows(path, lines)
    sealed(out)
    told = [
        one.partition("”: ")[2]
        for one in problems(out)
        if one.endswith(f" cannot stand here in {scheme}.")
    ]
    changed = [
        f"Line {number}: “{line.split()[-1]}”"
        for number, (line, was) in enumerate(zip(lines, before, strict=True), start=1)
        if line != was
    ]
    assert {one.partition(" cannot")[0] for one in told} >= set(changed)


def no_base(row: dict[str, Any]) -> None:
    at = row["ner_tags"].index("B-base")
    row["ner_tags"][at] = "O"
    while row["ner_tags"][at + 1] == "I-base":
        row["ner_tags"][at + 1] = "O"
        at += 1


def other_word(row: dict[str, Any]) -> None:
    row["tokens"][3] = "x"


def a_tag_too_few(row: dict[str, Any]) -> None:
    row["ner_tags"].pop()


def goes_on_with_nothing(row: dict[str, Any]) -> None:
    tags = row["ner_tags"]
    at = next(at for at in range(1, len(tags)) if tags[at] == tags[at - 1] == tags[at + 1] == "O")
    tags[at] = "I-base"


def in_other_letters(row: dict[str, Any]) -> None:
    tags = row["ner_tags"]
    at = next(at for at, tag in enumerate(tags) if tag[0] == "B" and tags[at + 1][0] != "I")
    tags[at] = f"S{tags[at][1:]}"


def within_the_word_before(row: dict[str, Any]) -> None:
    at = next(at for at, word in enumerate(row["tokens"]) if word == "ال")
    row["tokens"][at] += row["tokens"][at + 1][0]


def no_letters(row: dict[str, Any]) -> None:
    row["tokens"][3] = ""


def changed_row(out: Path, change: Callable[[dict[str, Any]], None]) -> tuple[dict[str, Any], str]:
    """Change the first row of a Hugging Face split; return it, and what is told of it."""
    path = out / "huggingface" / "data" / "train.jsonl"
    first, *others = objects(path)
    change(first)
    put(path, [first, *others])
    sealed(out)
    (problem,) = problems(out)
    return first, problem


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (in_other_letters, " cannot stand there in IOB2."),
        (within_the_word_before, " of its text."),
        (no_letters, "“huggingface/data/train.jsonl:1”: The token “” is not at "),
        (no_base, "the tags of base are not those of the spans that were released (missing: 1"),
        (other_word, "“huggingface/data/train.jsonl:1”: The token “x” is not at "),
        (a_tag_too_few, "“tokens”, “token_starts” and “ner_tags” are not equally long."),
        (goes_on_with_nothing, "The tag “I-base” at "),
    ],
)
def test_the_column_of_tags_beside_the_spans_is_compared_too(
    out: Path, change: Callable[[dict[str, Any]], None], told: str
) -> None:
    _, problem = changed_row(out, change)
    assert told in problem


def begins_with_a_mark(row: dict[str, Any]) -> None:
    """Put a byte order mark before the text, which an import would take away, and untag it."""
    row["text"] = f"\ufeff{row['text']}"
    row["token_starts"] = [start + 1 for start in row["token_starts"]]
    for span in row["spans"]:
        span |= {"start": span["start"] + 1, "end": span["end"] + 1}
    row["ner_tags"] = ["O"] * len(row["ner_tags"])


def ends_in_half_a_letter(row: dict[str, Any]) -> None:
    row["text"] = f"{row['text']}\ud800"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (begins_with_a_mark, "has a text that was not released."),
        (ends_in_half_a_letter, "The text has half of a character (a lone surrogate) at position "),
    ],
)
def test_a_text_that_no_release_of_ours_has_is_told_once_and_ends_nothing(
    out: Path, change: Callable[[dict[str, Any]], None], told: str
) -> None:
    row, problem = changed_row(out, change)
    assert problem.startswith(f"huggingface: “{row['name']}”")
    assert told in problem


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes among files")
@pytest.mark.parametrize("name", ["conll/train.conll", "huggingface/data/train.jsonl", "bilou/x/y"])
def test_a_pipe_in_place_of_tags_is_told_and_never_read(out: Path, name: str) -> None:
    pipe = out / name
    pipe.parent.mkdir(exist_ok=True)
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "annotator", "verify", str(out)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert said.returncode == 1
    assert f"“{name}” is " in said.stderr
    assert "Traceback" not in said.stderr


def test_what_cannot_be_read_is_told_once_with_its_file_and_line(out: Path) -> None:
    path = out / "huggingface" / "data" / "train.jsonl"
    first, *others = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([first, *("{" for _ in others)]), "utf-8")
    (out / "conll" / "dev.conll").write_bytes(b"x O O\nx\xff O O\n")
    sealed(out)
    where = [f"huggingface/data/train.jsonl:{line}" for line in range(2, len(others) + 2)]
    assert [one.partition("”: ")[0][1:] for one in problems(out)] == [*where, "conll/dev.conll:2"]


def test_articles_that_differ_in_spaces_alone_are_told_apart(
    led: Project, bring: Bring, tmp_path: Path
) -> None:
    rows = [
        {
            "text": f"التنف{gap}قاعدة كبيرة في البادية",
            "spans": [{"label": "base", "start": 0, "end": end}],
        }
        for gap, end in ((" ", 5), ("\n", 11))
    ]
    bring(led, *rows, author="amal")
    out = released(led, tmp_path / "out", formats=("jsonl", "conll"))
    assert problems(out) == []
