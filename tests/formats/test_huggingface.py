import importlib.util
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import FileError
from annotator.core.losses import LossKind
from annotator.core.model import Source
from annotator.core.values import DateValue
from annotator.formats import huggingface
from tests.formats.datasets import exported, hard_article, span, written

TEXT = "وبقاعدة «قسرک»\N{NO-BREAK SPACE}٦٠٠ جندي\n"
MANY = 1_000


PLAIN = {"value": "{}", "proposed": False, "note": "", "unsure": False, "origin": "manual"}
"""What is written of a span of which nothing more is said."""


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_row_holds_the_text_the_tokens_their_tags_and_the_spans(tmp_path: Path) -> None:
    article = exported(
        TEXT,
        span(TEXT, "قاعدة «قسرک", "base", note="ملاحظة"),
        span(TEXT, "٦٠٠ جندي", "figure", unsure=True),
        sources=(Source("b.txt", "وكالة", None, "2026-02-22", '{"page": 1}'),),
    )
    written(huggingface.FORMAT, tmp_path / "out", [article])
    (row,) = rows(tmp_path / "out" / "data" / "train.jsonl")
    first, second = article.layer
    assert row == {
        "id": "00000000000000000000000000000001",
        "name": "a.txt",
        "title": article.article.title,
        "outlet": "صحيفة",
        "url": None,
        "published": "2026-02-23",
        "direction": "rtl",
        "text": TEXT,
        "sha256": article.article.sha256,
        "meta": "{}",
        "note": "",
        "sources": [
            {
                "name": "b.txt",
                "outlet": "وكالة",
                "url": None,
                "published": "2026-02-22",
                "meta": '{"page": 1}',
            }
        ],
        "author": "amal",
        "ready": True,
        "layer": '{"status": "finished", "reason": "", "guideline": ""}',
        "tokens": ["و", "ب", "قاعدة", "«", "قسرک", "»", "٦٠٠", "جندي"],
        "token_starts": [0, 1, 2, 8, 9, 13, 15, 19],
        "ner_tags": ["O", "O", "B-base", "I-base", "I-base", "O", "B-figure", "I-figure"],
        "spans": [
            PLAIN
            | {"id": first.id, "label": "base", "start": 2, "end": 13}
            | {"quote": "قاعدة «قسرک", "note": "ملاحظة"},
            PLAIN
            | {"id": second.id, "label": "figure", "start": 15, "end": 23}
            | {"quote": "٦٠٠ جندي", "unsure": True},
        ],
    }


def test_only_times_are_lost_and_the_card_counts_what_the_tags_could_not_hold(
    tmp_path: Path,
) -> None:
    there = hard_article()
    account = written(huggingface.FORMAT, tmp_path / "out", [there])
    assert {loss.kind for loss in account.losses} == {LossKind.TIMES}
    assert sum(loss.count for loss in account.losses) == len(there.layer.spans)
    assert sum(account.kept.values()) == len(there.layer.spans)
    (row,) = rows(tmp_path / "out" / "data" / "train.jsonl")
    for one, told in zip(there.layer, row["spans"], strict=True):
        assert (told["start"], told["end"], told["label"]) == one.place
        assert row["text"][told["start"] : told["end"]] == told["quote"] == one.quote
        assert (told["note"], told["unsure"]) == (one.note, one.unsure)
    (day,) = (one for one in row["spans"] if one["quote"] == "٢٣ شباط/ فبراير")
    assert json.loads(day["value"]) == {"edtf": "2026-02-23"}
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    # The inner of the nested bases, and the date that another one overlaps.
    assert "| `base` | 2 | 0 | 0 | 1 |\n| `date` | 3 | 0 | 0 | 1 |" in card


def test_tags_are_of_whole_tokens(tmp_path: Path) -> None:
    text = "غادر قسرک"
    there = exported(text, span(text, "سر", "base"), span(text, "غادر ", "actor"))
    written(huggingface.FORMAT, tmp_path / "out", [there])
    (row,) = rows(tmp_path / "out" / "data" / "train.jsonl")
    assert row["ner_tags"] == ["B-actor", "B-base"]
    assert [one["quote"] for one in row["spans"]] == ["غادر ", "سر"]
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "| `base` | 0 | 1 | 0 | 0 |" in card
    assert "| `actor` | 0 | 0 | 1 | 0 |" in card


def test_each_split_is_a_file_and_the_card_names_them_as_trainers_do(tmp_path: Path) -> None:
    articles = [
        replace(exported(f"قسرک {number}", name=f"{number}", number=number), split=split)
        for number, split in enumerate(["test", "train", "dev", "train"])
    ]
    written(huggingface.FORMAT, tmp_path / "out", articles)
    data = tmp_path / "out" / "data"
    assert sorted(file.name for file in data.iterdir()) == [
        "dev.jsonl",
        "test.jsonl",
        "train.jsonl",
    ]
    assert [row["name"] for row in rows(data / "train.jsonl")] == ["1", "3"]
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert (
        """\
  - split: train
    path: data/train.jsonl
  - split: validation
    path: data/dev.jsonl
  - split: test
    path: data/test.jsonl
"""
        in card
    )
    assert "| articles |  | 2 | 1 | 1 |" in card


def test_the_card_names_columns_that_are_dates_alone(tmp_path: Path) -> None:
    days = [exported(f"قسرك {n}", name=f"2026-02-2{n}", number=n) for n in (3, 4)]
    written(huggingface.FORMAT, tmp_path / "days", days)
    card = (tmp_path / "days" / "README.md").read_text("utf-8")
    assert "In `train` all texts of these columns are dates: `name`. The loader" in card
    other = exported("قسرك 5", name="2026-02-25.txt", number=5)
    written(huggingface.FORMAT, tmp_path / "mixed", [*days, other])
    assert "are dates" not in (tmp_path / "mixed" / "README.md").read_text("utf-8")


def test_articles_are_written_as_they_come(tmp_path: Path) -> None:
    """None is held: they are in the file when the next ones are asked for."""
    file = tmp_path / "out" / "data" / "train.jsonl"
    sizes = []

    def coming() -> Iterator[Any]:
        for number in range(MANY):
            sizes.append(file.stat().st_size if file.exists() else 0)
            yield exported(TEXT, name=str(number), number=number)

    written(huggingface.FORMAT, tmp_path / "out", coming())
    assert sizes[-1] > 0.8 * file.stat().st_size


@pytest.mark.skipif(
    importlib.util.find_spec("pyarrow") is not None, reason="what Parquet needs is installed"
)
def test_it_is_told_what_parquet_needs(tmp_path: Path) -> None:
    day = span("2026-02-23", "2026-02-23", "date", DateValue("2026-02-23"))
    with pytest.raises(FileError, match=r"needs “pyarrow”.*pip install annotator\[parquet\]"):
        written(huggingface.PARQUET, tmp_path / "out", [exported("2026-02-23", day)])
