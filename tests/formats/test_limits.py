"""What is larger than an article may be is refused in one sentence, and nothing of it is kept."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core import limits
from annotator.core.errors import InvalidText, RefusedAct
from annotator.core.format import ArticleRecord, ReadingOptions, Refused
from annotator.core.limits import LARGEST, LONGEST_TEXT, MOST_PARTS
from annotator.core.text import clean_text
from annotator.formats import FORMATS
from annotator.formats.brat import parsing
from annotator.formats.cas import structures
from annotator.formats.conll import reading as conll
from annotator.formats.spreadsheet import reading as spreadsheet
from annotator.formats.spreadsheet import rows
from tests.formats.datasets import exported, span, written

TEXT = "قاعدة قسرك"


def found(name: str, path: Path) -> list[ArticleRecord | Refused]:
    read = FORMATS[name].read
    assert read is not None
    return list(read(path, ReadingOptions()))


def test_a_text_file_without_end_is_not_read_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # takes no room on the disk
    (refused,) = found("text", path)
    assert isinstance(refused, Refused)
    assert str(refused.why) == (
        "“a.txt” is larger than 64 MB, more than an article may be. Cut it into several articles."
    )


def test_a_text_that_the_window_cannot_open_is_none() -> None:
    assert clean_text("ب" * LONGEST_TEXT).text
    with pytest.raises(InvalidText, match="has 16,777,217 letters; an article may have 16,777,216"):
        clean_text("ب" * (LONGEST_TEXT + 1))


@pytest.mark.parametrize("item", [b"[],", b"{},", b'{"a":1},', b"[[[]]],", b"0,"])
def test_a_line_of_endless_items_is_not_made_into_them(tmp_path: Path, item: bytes) -> None:
    path = tmp_path / "a.jsonl"
    line = b'{"text": "x", "meta": {"a": [' + item * (MOST_PARTS // item.count(b",")) + b"1]}}\n"
    assert len(line) < LARGEST
    path.write_bytes(line + b'{"text": "y"}\n')
    refused, record = found("jsonl", path)
    assert isinstance(refused, Refused)
    assert refused.line == 1
    assert "more than 4,000,000 parts, more than can be read at once" in str(refused.why)
    assert isinstance(record, ArticleRecord)


def test_an_article_of_columns_without_end_is_refused_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conll, "_MOST_TOKENS", 10)
    path = tmp_path / "a.conll"
    path.write_bytes(b"-DOCSTART- O\n\n" + b"a B-x\n" * 12 + b"no row\n-DOCSTART- O\n\nb O\n")
    refused, record = found("conll", path)
    assert isinstance(refused, Refused)
    assert refused.line == 1
    assert str(refused.why) == (
        "The article that begins here has more than 10 tokens. Are the lines -DOCSTART- missing"
        " that begin each article? Put them in, then import again."
    )
    assert isinstance(record, ArticleRecord)
    assert record.text == "b"


def test_what_cannot_be_an_article_of_columns_is_passed_over_quickly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    row = conll._row

    def counted(line: int, *told: object) -> object:
        seen.append(line)
        return row(line, *told)  # type: ignore[arg-type]

    monkeypatch.setattr(conll, "_MOST_TOKENS", 10)
    monkeypatch.setattr(conll, "_row", counted)
    path = tmp_path / "a.conll"
    path.write_bytes(b"a B-x\n" * 10_000)
    assert len(found("conll", path)) == 1
    assert len(seen) < 30


def test_an_article_of_rows_without_end_is_refused_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_SPANS", 3)
    path = tmp_path / "a.csv"
    one = exported(TEXT, span(TEXT, "قسرك", "base"))
    other = exported(TEXT + "!", span(TEXT, "قسرك", "base"), name="b.txt", number=2)
    written(FORMATS["csv"], path, [one, other])
    head, row, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(head + row * 4 + last)
    refused, record = found("csv", path)
    assert isinstance(refused, Refused)
    assert refused.line == 2
    assert "has more than 100,000 spans. Cut it into several articles." in str(refused.why)
    assert isinstance(record, ArticleRecord)
    assert record.name == "b.txt"


def test_a_row_over_endless_lines_is_not_gathered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "LARGEST", 1_000)
    path = tmp_path / "a.csv"
    path.write_text("text,title\n" + 'x,"a\n"\n' * 200 + '"a\n",' * 200 + "\n", encoding="utf-8")
    *records, refused = found("csv", path)
    assert len(records) == 200
    assert isinstance(refused, Refused)
    assert "The row that begins here has more than" in str(refused.why)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "cas_xmi",
            lambda many: (
                '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
                ' xmlns:c="http:///custom.ecore" xmi:version="2.0"><cas:Sofa xmi:id="1"'
                ' sofaID="_InitialView" sofaString="abc"/>'
                + '<c:A xmi:id="7"/>' * many
                + '<cas:View sofa="1" members="7"/></xmi:XMI>'
            ),
        ),
        (
            "cas_json",
            lambda many: json.dumps(
                {
                    "%TYPES": {},
                    "%FEATURE_STRUCTURES": [
                        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "abc"},
                        *({"%ID": 7, "%TYPE": "custom.A"} for _ in range(many)),
                    ],
                    "%VIEWS": {},
                }
            ),
        ),
    ],
)
def test_structures_without_end_are_not_kept(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: Callable[[int], str],
) -> None:
    monkeypatch.setattr(structures, "MOST_KEPT", 10)
    path = tmp_path / "a.xmi"
    path.write_text(content(10), encoding="utf-8")
    assert isinstance(found(name, path)[0], ArticleRecord)
    path.write_text(content(11), encoding="utf-8")
    (refused,) = found(name, path)
    assert isinstance(refused, Refused)
    assert "more than 10 parts, more than can be read at once" in str(refused.why)


def test_brat_lines_without_end_are_not_parted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "_MOST_LINES", 10)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "a.ann"
    path.write_text("".join(f"T{n}\tbase 0 5\tقاعدة\n" for n in range(11)), encoding="utf-8")
    (refused,) = found("brat", path)
    assert isinstance(refused, Refused)
    assert str(refused.why) == ("It has more than 10 lines. Cut the article into several articles.")


def test_what_has_more_parts_than_are_read_again_is_not_written(tmp_path: Path) -> None:
    there = exported("قل " * (MOST_PARTS // 6), name="long.txt")
    with pytest.raises(RefusedAct, match=r"“long\.txt” would have more than 4,000,000 parts"):
        written(FORMATS["prodigy"], tmp_path / "out.jsonl", [there])
    assert written(FORMATS["jsonl"], tmp_path / "out.jsonl", [there]).losses == []


@pytest.mark.parametrize("name", ["cas_xmi", "cas_json"])
def test_what_is_too_long_for_other_programs_is_named_before_it_is_written(
    tmp_path: Path, name: str
) -> None:
    one = exported("بت " * 333_333 + "بت", name="long.txt")
    with pytest.raises(
        RefusedAct,
        match=r"“long.txt” has 1,000,001 letters, and an article may have 1,000,000 in this format",
    ):
        written(FORMATS[name], tmp_path / "out", [one])
    assert not list((tmp_path / "out").glob("long*"))


@pytest.mark.parametrize(
    "name", ["jsonl", "doccano", "prodigy", "label_studio", "huggingface", "brat", "cas_json"]
)
def test_what_could_not_be_read_again_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    format = FORMATS[name]
    one = exported(TEXT, span(TEXT, "قسرك", "base"), name="one.txt")
    written(format, tmp_path / "small", [one])
    files = [tmp_path / "small", *(tmp_path / "small").rglob("*")]
    largest = max(file.stat().st_size for file in files if file.is_file())
    article = replace(one.article, meta=json.dumps({"a": "b" * largest}))
    monkeypatch.setattr(limits, "LARGEST", largest)
    with pytest.raises(RefusedAct, match=r"“one.txt” would take more than 0 MB in this format"):
        written(format, tmp_path / "out", [replace(one, article=article)])
