"""Dataset folders as others load them; runs in ``.loaders/huggingface`` alone.

datasets and huggingface_hub read both kinds of folder, without a network; pyarrow and DuckDB read
the Parquet files by themselves.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

os.environ["HF_HUB_OFFLINE"] = "1"  # it is read when the libraries are loaded

import datasets
import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from huggingface_hub import DatasetCard

from annotator.core.errors import AnnotatorError
from annotator.core.format import ArticleRecord, ExportedArticle, Format, ReadingOptions, Refused
from annotator.core.labels import LabelSet
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.formats import huggingface
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.projects import DEMO_AUTHORS, make_demo
from tests.formats.datasets import exported, hard_article, span, written
from tests.loaders.released import released, spans_of
from tests.workflow.releases import problems, sealed
from tests.workflow.settled_demo import settle_as
from tests.workflow.unaccepted import NEW, check_nothing_reaches_layers_or_exports

LABELS = LabelSet.default()
TAGS = ["O", *(f"{part}-{label.name}" for label in LABELS for part in "BI")]
BOTH = [
    pytest.param(huggingface.FORMAT, id="json lines"),
    pytest.param(huggingface.PARQUET, id="parquet"),
]


def loaded(folder: Path) -> datasets.DatasetDict:
    # A folder of the same name is taken for the same dataset, wherever it lies.
    return datasets.load_dataset(str(folder), cache_dir=str(folder.with_name("cache")))


def in_splits() -> list[ExportedArticle]:
    """Return the hard article, and others in the other splits, which say nearly nothing."""
    nothing = exported("قسرك", name="b.txt", number=2)
    text = "قسرك في 2026-02-23"
    day = exported(text, span(text, "قسرك", "base"), span(text, "2026-02-23", "date"), number=3)
    return [hard_article(), replace(nothing, split="dev"), replace(day, split="test")]


def check(row: dict[str, Any], there: ExportedArticle) -> None:
    """Check that a row, as it is loaded, says what the article and its layer do."""
    article, text = there.article, row["text"]
    assert (row["id"], row["name"], row["title"]) == (article.id, article.name, article.title)
    assert (text, row["sha256"]) == (article.text, article.sha256)
    day = row["published"]
    assert (day and day.isoformat()) == article.published
    assert [(one["start"], one["end"], one["label"]) for one in row["spans"]] == [
        one.place for one in there.layer
    ]
    for told, one in zip(row["spans"], there.layer, strict=True):
        assert told["quote"] == one.quote == text[told["start"] : told["end"]]
        assert json.loads(told["value"]) == one.to_json()["value"]
        assert (told["note"], told["unsure"]) == (one.note, one.unsure)
    for start, token in zip(row["token_starts"], row["tokens"], strict=True):
        assert text[start : start + len(token)] == token


@pytest.mark.parametrize("format", BOTH)
def test_the_hard_article_is_loaded_with_tags_by_name(format: Format, tmp_path: Path) -> None:
    there = in_splits()
    written(format, tmp_path / "out", there)
    found = loaded(tmp_path / "out")
    assert list(found) == ["train", "validation", "test"]
    for split, one in zip(found, there, strict=True):
        (row,) = found[split]
        check(row, one)
    assert found["train"].features["ner_tags"].feature.names == TAGS
    row = found["train"][0]
    tags = [TAGS[number] for number in row["ner_tags"]]
    tagged = dict(zip(row["token_starts"], tags, strict=True))
    text = row["text"]
    assert tagged[text.index("قاعدة")] == "B-base"
    assert tagged[text.index("شاحنات")] == "B-actor"
    assert tagged[text.index("قسرک")] == "B-base"
    assert tagged[text.index("جندي")] == "I-figure"


@pytest.mark.parametrize("format", BOTH)
def test_the_card_is_one(format: Format, tmp_path: Path) -> None:
    written(format, tmp_path / "out", in_splits())
    card = DatasetCard.load(tmp_path / "out" / "README.md")
    told = card.data.to_dict()
    assert told["language"] == "ar"
    files = [one["path"] for one in told["configs"][0]["data_files"]]
    assert all((tmp_path / "out" / file).is_file() for file in files)
    assert "## Columns" in card.text


@pytest.mark.parametrize("format", BOTH)
def test_gold_of_the_demo_is_loaded(format: Format, tmp_path: Path) -> None:
    project_path = make_demo(tmp_path / "demo", Quiet())
    with Project.open(project_path) as project:
        settle_as(project, DEMO_AUTHORS[0])
        report = export(project, tmp_path / "out", format.name, Quiet(), Selection("gold"))
    found = loaded(tmp_path / "out")["train"]
    assert len(found) == report.articles > 0
    assert sum(len(row["spans"]) for row in found) == report.spans > 0
    for row in found:
        for told in row["spans"]:
            assert row["text"][told["start"] : told["end"]] == told["quote"]
    begun = sum(TAGS[tag].startswith("B-") for row in found for tag in row["ner_tags"])
    assert begun > 0.9 * report.spans


def test_no_suggestion_reaches_a_dataset_unless_it_is_accepted(tmp_path: Path) -> None:
    names = [huggingface.FORMAT.name, huggingface.PARQUET.name]
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        taken = check_nothing_reaches_layers_or_exports(project, tmp_path, names)
    for name in names:
        for folder, count in (("after", 0), ("taken", taken)):
            rows = loaded(tmp_path / folder / f"{NEW}-{name}")["train"]
            assert sum(len(row["spans"]) for row in rows) == count
    assert taken > 0


def test_a_bad_tag_is_refused(tmp_path: Path) -> None:
    """What the card declares is what is checked."""
    written(huggingface.FORMAT, tmp_path / "out", [hard_article()])
    file = tmp_path / "out" / "data" / "train.jsonl"
    file.write_text(file.read_text("utf-8").replace('"B-base"', '"B-city"'), "utf-8")
    with pytest.raises(datasets.exceptions.DatasetGenerationError) as failed:
        loaded(tmp_path / "out")
    assert "B-city" in str(failed.value.__cause__)


def test_a_label_may_be_called_what_yaml_reads_otherwise(tmp_path: Path) -> None:
    labels = LabelSet.from_toml(
        "\n".join(
            f'[[label]]\nname = "{name}"\nshown = {{ en = "|<b>", ar = "ا" }}\n'
            f'colour = "#1565c0"\nkey = "{key}"'
            for key, name in enumerate(["no", "1.5", "قاعدة", "null"])
        )
    )
    written(huggingface.FORMAT, tmp_path / "out", [exported("قسرك")], labels=labels)
    names = loaded(tmp_path / "out")["train"].features["ner_tags"].feature.names
    assert names == ["O", *(f"{part}-{label.name}" for label in labels for part in "BI")]


def test_pyarrow_and_duckdb_read_parquet(tmp_path: Path) -> None:
    there = hard_article()
    written(huggingface.PARQUET, tmp_path / "out", [there])
    file = tmp_path / "out" / "data" / "train.parquet"
    (row,) = pq.read_table(file).to_pylist()
    check(row, there)
    assert set(row["ner_tags"]) <= set(TAGS)
    quotes = duckdb.sql(
        f"""SELECT one.quote, substring(text, one.start + 1, one."end" - one.start)
            FROM (SELECT text, unnest(spans) AS one FROM '{file}')"""
    ).fetchall()
    assert sorted(quotes) == sorted((one.quote, one.quote) for one in there.layer)


def test_parquet_comes_in_row_groups_of_some_letters(tmp_path: Path) -> None:
    many, long = 20, "قسرك " * 40_000  # 200,000 letters each

    def coming() -> Iterator[ExportedArticle]:
        for number in range(many):
            yield exported(long + str(number), name=str(number), number=number)

    written(huggingface.PARQUET, tmp_path / "out", coming())
    file = pq.ParquetFile(tmp_path / "out" / "data" / "train.parquet")
    assert file.metadata.num_rows == many
    assert file.num_row_groups == many / 2


def read(path: Path, **columns: str) -> list[ArticleRecord | Refused]:
    assert huggingface.PARQUET.read is not None
    assert huggingface.PARQUET.recognise(path, path.read_bytes()[:64])
    return list(huggingface.PARQUET.read(path, ReadingOptions(columns=columns)))


def test_parquet_that_was_written_here_comes_back_with_its_spans(tmp_path: Path) -> None:
    there = in_splits()
    written(huggingface.PARQUET, tmp_path / "out", there)
    for split, exported_article in zip(("train", "dev", "test"), there, strict=True):
        (record,) = read(tmp_path / "out" / "data" / f"{split}.parquet")
        assert isinstance(record, ArticleRecord)
        article, layer = exported_article.article, exported_article.layer
        for key in ("id", "name", "title", "text", "outlet", "published", "sha256", "meta"):
            assert getattr(record, key) == getattr(article, key)
        assert (record.author, record.state) == ("amal", layer.state)
        assert [
            (one.start, one.end, one.label, one.quote, one.value, one.note, one.unsure, one.id)
            for one in record.spans or ()
        ] == [
            (one.start, one.end, one.label, one.quote, one.value, one.note, one.unsure, one.id)
            for one in layer
        ]


def test_parquet_of_others_is_a_table_of_articles(tmp_path: Path) -> None:
    moment = datetime(2026, 2, 23, 8, 30, 0, 5)
    table = pa.table(
        {
            "النص": ["قسرك في الشمال", None, "نص ثالث"] * 100,
            "عنوان": pa.array(["أ", "ب", None] * 100).dictionary_encode(),
            "date": pa.array([moment, None, moment] * 100, pa.timestamp("ns")),
            "score": [0.5, float("nan"), float("nan")] * 100,
            "tags": [["a", "b"], [], None] * 100,
            "price": pa.array([Decimal("1.50"), None, None] * 100),
            "id": list(range(300)),
            "picture": [b"\x89PNG", None, None] * 100,
        }
    )
    pq.write_table(table, tmp_path / "t.parquet", row_group_size=50)
    told, first, second, third, *others = read(tmp_path / "t.parquet")
    assert isinstance(told, Refused)
    assert str(told.why).startswith("The column “picture” holds what is no text")
    assert isinstance(first, ArticleRecord)
    assert (first.text, first.title, first.published) == ("قسرك في الشمال", "أ", "2026-02-23")
    assert (first.id, first.line, first.spans) == ("0", 1, None)
    assert json.loads(first.meta) == {"score": 0.5, "tags": ["a", "b"], "price": "1.50"}
    assert isinstance(second, Refused)
    assert (second.line, str(second.why)) == (2, "Its column “\u2068النص\u2069” is empty.")
    assert isinstance(third, ArticleRecord)
    assert (third.title, third.meta) == (None, "{}")
    assert len(others) == 297
    assert huggingface.PARQUET.count(tmp_path / "t.parquet") == 300
    assert huggingface.PARQUET.columns is not None
    head = huggingface.PARQUET.columns(tmp_path / "t.parquet")
    assert head.fields == {"text": "النص", "title": "عنوان", "published": "date", "id": "id"}
    assert len(head.rows) == 5
    (refused,) = (one for one in read(tmp_path / "t.parquet", text="body")[:1])
    assert isinstance(refused, Refused)
    assert "no column “body”. It has: \u2068“النص”, “عنوان”" in str(refused.why)


LONG = "ق" * 5_000_000
"""10 MB in a file."""


def texts_once(count: int) -> pa.Array:
    """Return one long text so many times, of which a file has it once."""
    return pa.DictionaryArray.from_arrays(pa.array([0] * count, pa.int32()), pa.array([LONG]))


BOMBS = {
    "packed": lambda: pa.table({"text": pa.array([f"{n}{LONG}" for n in range(30)])}),
    "once": lambda: pa.table({"text": texts_once(5_000)}),
    "once beside": lambda: pa.table({"text": pa.array(["قسرك"] * 500), "other": texts_once(500)}),
    "inside": lambda: pa.table(
        {
            "text": pa.array(["قسرك"]),
            "other": pa.ListArray.from_arrays(pa.array([0, 1_000]), texts_once(1_000)),
        }
    ),
    "deep inside": lambda: pa.table(
        {
            "text": pa.array(["قسرك"]),
            "other": pa.ListArray.from_arrays(
                pa.array([0, 1_000]),
                pa.StructArray.from_arrays(
                    [texts_once(1_000), pa.array(range(1_000))], names=["a", "b"]
                ),
            ),
        }
    ),
    "in a map": lambda: pa.table(
        {
            "text": pa.array(["قسرك"]),
            "other": pa.MapArray.from_arrays(
                pa.array([0, 1_000]),
                pa.array([str(key) for key in range(1_000)]),
                texts_once(1_000),
            ),
        }
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_few_bytes_that_stand_for_gigabytes_are_not_unpacked(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(BOMBS[name](), path, compression="zstd", store_schema=False)
    assert path.stat().st_size < 100_000
    code = (
        "import resource, sys; from pathlib import Path;"
        "from annotator.core.format import ReadingOptions; from annotator.formats import FORMATS\n"
        "import pyarrow, pyarrow.parquet, pyarrow.compute\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "for one in FORMATS['parquet'].read(Path(sys.argv[1]), ReadingOptions()):\n"
        "    why = getattr(one, 'why', None)\n"
        "    print('taken' if why is None else why)\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10)"
    )
    command = [sys.executable, "-c", code, str(path)]
    *told, most = subprocess.run(
        command, capture_output=True, check=True, text=True, timeout=60
    ).stdout.splitlines()
    assert int(most) < 400
    if name in ("inside", "deep inside", "in a map"):
        assert told == [
            "The column “other” has lists that might unpack to more than the size of the file"
            " allows for: it was left out.",
            "taken",
        ]
    else:
        assert len(told) < 20
        assert re.search("would unpack to [0-9,]+ MB or more", told[-1])


def test_a_long_text_many_times_in_one_of_our_rows_is_not_unpacked(tmp_path: Path) -> None:
    text = "قسرك " * 2
    there = exported(text, span(text, "قسرك", "base"), span(text, "قسرك", "base", nth=2))
    written(huggingface.PARQUET, tmp_path / "out", [there, replace(there, ready=False)])
    path = tmp_path / "out" / "data" / "train.parquet"
    table = pq.read_table(path)
    at = table.schema.get_field_index("spans")
    spans = table.column(at).combine_chunks()
    parts = [pa.array(one.to_pylist() * 250, one.type) for one in spans.flatten().flatten()]
    names = [field.name for field in spans.type.value_type]
    parts[names.index("note")] = texts_once(1_000)
    lists = pa.ListArray.from_arrays(
        pa.array([0, 998, 1_000]), pa.StructArray.from_arrays(parts, names=names)
    )
    table = table.set_column(at, "spans", lists)
    pq.write_table(table, path, compression="zstd", store_schema=False)
    assert path.stat().st_size < 100_000
    before = pa.total_allocated_bytes()
    first, second = read(path)
    assert pa.total_allocated_bytes() - before < 1 << 26
    assert isinstance(first, Refused)
    assert "larger than 64 MB" in str(first.why)
    assert isinstance(second, ArticleRecord)
    assert [one.note for one in second.spans or ()] == [LONG, LONG]


def test_many_groups_of_ours_are_read_whole(tmp_path: Path) -> None:
    text = "قاعدة قسرك وقال " * 150
    spans = [span(text, "قسرك", "base", nth=nth) for nth in range(1, 21)]
    there = (
        exported(f"{text}{number}", *spans, name=str(number), number=number)
        for number in range(1, 601)
    )
    written(huggingface.PARQUET, tmp_path / "out", there)
    records = read(tmp_path / "out" / "data" / "train.parquet")
    assert len(records) == 600
    for record in records:
        assert isinstance(record, ArticleRecord)
        assert len(record.spans or ()) == 20


@pytest.mark.parametrize("cut", [0, 4, 100, 2_000, -1])
def test_a_damaged_parquet_file_is_told(tmp_path: Path, cut: int) -> None:
    pq.write_table(pa.table({"text": [f"نص {n}" for n in range(999)]}), tmp_path / "whole.parquet")
    path = tmp_path / "t.parquet"
    path.write_bytes((tmp_path / "whole.parquet").read_bytes()[:cut])
    assert huggingface.PARQUET.read is not None
    (refused,) = huggingface.PARQUET.read(path, ReadingOptions())
    assert isinstance(refused, Refused)
    assert str(refused.why).startswith("“t.parquet” is no whole Parquet file: ")
    assert huggingface.PARQUET.columns is not None
    with pytest.raises(AnnotatorError, match="no whole Parquet file"):
        huggingface.PARQUET.columns(path)


def test_damage_inside_a_parquet_file_stops_it_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    texts = [f"{n} " + os.urandom(50).hex() for n in range(5_000)]
    pq.write_table(pa.table({"text": texts}), path, row_group_size=500, write_page_checksum=True)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 2_000] = b"\xff" * 2_000
    path.write_bytes(data)
    *records, last = read(path)
    assert 0 < len(records) < 5_000
    assert isinstance(last, Refused)
    assert "no whole Parquet file" in str(last.why)


def test_a_release_is_loaded(tmp_path: Path) -> None:
    out = released(tmp_path)
    for format in (huggingface.FORMAT, huggingface.PARQUET):
        found = loaded(out / format.name)
        assert list(found) == ["train", "validation", "test"]
        for split, name in zip(("train", "dev", "test"), found, strict=True):
            assert sorted(
                (one["label"], one["start"], one["end"])
                for row in found[name]
                for one in row["spans"]
            ) == sorted(spans_of(out, split))
    assert duckdb.sql(
        f"SELECT count(*), sum(len(spans)) FROM '{out}/parquet/data/train*.parquet'"
    ).fetchall() == [(len(loaded(out / "parquet")["train"]), len(spans_of(out, "train")))]


def test_the_card_names_the_columns_that_json_lines_change_and_no_others(tmp_path: Path) -> None:
    there = [
        exported(text, span(text, "2026-02-23", "date"), name=name, number=number)
        for number, (text, name) in enumerate(
            [("2026-02-23", "2026-02-23"), ("في 2026-02-23", "2026-02-24 10:30")], start=1
        )
    ]
    given = [(one.article.name, one.article.title, one.layer.spans[0].quote) for one in there]
    for format in (huggingface.FORMAT, huggingface.PARQUET):
        written(format, tmp_path / format.name, there)
        rows = loaded(tmp_path / format.name)["train"]
        got = [(row["name"], row["title"], row["spans"][0]["quote"]) for row in rows]
        card = (tmp_path / format.name / "README.md").read_text("utf-8")
        names, titles, quotes = (
            list(column) == list(other)
            for column, other in zip(zip(*got, strict=True), zip(*given, strict=True), strict=True)
        )
        assert titles
        assert names == quotes == (format is huggingface.PARQUET)
        told = "are dates: `name`, `spans.quote`." in card
        assert told == (format is huggingface.FORMAT)


def no_tags(row: dict[str, Any]) -> None:
    row["ner_tags"] = ["O"] * len(row["ner_tags"])


def other_note(row: dict[str, Any]) -> None:
    row["spans"][0]["note"] = "another"


def a_span_less(row: dict[str, Any]) -> None:
    row["spans"].pop()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (no_tags, "the tags of actor are not those of the spans that were released"),
        (other_note, "do not say what was released"),
        (a_span_less, "are not those that were released (missing: 1, new: 0)"),
    ],
)
def test_a_row_of_a_released_parquet_file_that_was_changed_is_told(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], told: str
) -> None:
    out = released(tmp_path)
    path = out / "parquet" / "data" / "train.parquet"
    table = pq.read_table(path)
    rows = table.to_pylist()
    change(rows[0])
    pq.write_table(pa.Table.from_pylist(rows, table.schema), path)
    sealed(out)
    found = problems(out)
    assert any(one.startswith(f"parquet: in “{rows[0]['name']}”") and told in one for one in found)
