"""What goes along with an article into the JSON files of other programs comes back from there."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.format import ReadingOptions, Refused
from annotator.core.model import Direction, LayerState, Source, Status
from annotator.formats import FORMATS
from tests.formats.datasets import exported, read, span, written

TEXT = "قاعدة قسرك"


@pytest.mark.parametrize("name", ["label_studio", "doccano", "prodigy"])
def test_all_details_of_an_article_come_back(tmp_path: Path, name: str) -> None:
    source = Source("south/7.txt", "وكالة", None, "2026-02-24", '{"page": [4]}')
    there = exported(TEXT, span(TEXT, "قسرك", "base"), sources=(source,))
    article = replace(
        there.article,
        url="https://example.org/7",
        direction=Direction.AUTO,
        meta='{"place": "الحسكة", "label": [1], "answer": {"a": null}}',
        note="يُراجَع",
    )
    layer = replace(
        there.layer,
        state=LayerState(Status.FINISHED, "سبب"),
        guideline="3",
        seconds=61.5,
    )
    written(FORMATS[name], tmp_path / "out", [replace(there, article=article, layer=layer)])
    (record,) = read(FORMATS[name], tmp_path / "out")
    for key in ("id", "name", "title", "outlet", "url", "published", "note", "sha256"):
        assert getattr(record, key) == getattr(article, key)
    assert record.direction == "auto"
    assert json.loads(record.meta) == json.loads(article.meta)
    assert record.sources == (source,)
    assert (record.author, record.state) == ("amal", layer.state)
    assert (record.guideline, record.seconds) == ("3", 61.5)
    assert record.line == 1


@pytest.mark.parametrize("name", ["label_studio", "doccano", "prodigy"])
@pytest.mark.parametrize(
    ("own", "why"),
    [
        ({"status": "gone"}, "“status” must be one of new, in progress, finished, set aside"),
        ({"status": 5}, "status” must be a text"),
        ({"sources": [5]}, "sources” must be a list of objects"),
        ({"sources": [{"outlet": "x"}]}, "sources[0].name” must be a text"),
        ({"seconds": "long"}, "seconds” must be a number of seconds"),
        ({"meta": [1]}, "meta” must be an object"),
        ({"name": "a\0b"}, "name” holds a NUL"),
    ],
)
def test_details_that_somebody_spoiled_are_told(
    tmp_path: Path, name: str, own: dict[str, object], why: str
) -> None:
    format = FORMATS[name]
    written(format, tmp_path / "out", [exported(TEXT, span(TEXT, "قسرك", "base"))])
    path = tmp_path / "out" / "tasks.json" if format.is_folder else tmp_path / "out"
    told = json.loads(path.read_text(encoding="utf-8"))
    line = told[0]["data"] if format.is_folder else told
    line["annotator_article"] |= own
    path.write_text(json.dumps(told), encoding="utf-8")
    assert format.read is not None
    (refused,) = format.read(path, ReadingOptions())
    assert isinstance(refused, Refused)
    assert refused.line == 1
    assert why in str(refused.why)
