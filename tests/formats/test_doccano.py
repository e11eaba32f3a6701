import json
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import AnnotatorError
from annotator.core.format import ArticleRecord, ReadingOptions, Refused, Unit, WritingOptions
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.imports.articles import import_files
from tests.formats.datasets import HARD_TEXT, exported, hard_article, read, span, written

FORMAT = FORMATS["doccano"]
TEXT = "👩‍🚀 غادروا قَاعدة قسرك\nفجراً"


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def file(tmp_path: Path, *content: dict[str, Any] | str) -> Path:
    path = tmp_path / "huda.jsonl"
    texts = [one if isinstance(one, str) else json.dumps(one) for one in content]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def all_of(path: Path, unit: Unit | None = None) -> list[ArticleRecord | Refused]:
    assert FORMAT.read is not None
    return list(FORMAT.read(path, ReadingOptions(unit=unit)))


def one(path: Path, unit: Unit | None = None) -> ArticleRecord:
    (record,) = all_of(path, unit)
    assert isinstance(record, ArticleRecord)
    return record


def quotes(record: ArticleRecord) -> list[str]:
    return [record.text[span.start : span.end] for span in record.spans or ()]


def told(errors: tuple[AnnotatorError, ...]) -> list[str]:
    return [str(error) for error in errors]


def test_a_line_is_as_doccano_imports_it(tmp_path: Path) -> None:
    spans = [span(TEXT, "قسرك", "base"), span(TEXT, "قَاعدة قسرك", "base")]
    written(FORMAT, tmp_path / "a.jsonl", [exported(TEXT, *spans)])
    (line,) = lines(tmp_path / "a.jsonl")
    assert list(line) == [
        *("text", "label", "title", "outlet", "url", "published", "annotator_article"),
    ]
    assert line["text"] == TEXT
    # By hand: a woman, a joiner and a rocket are 2 + 1 + 2 units, then come a space and so on.
    assert line["label"] == [[13, 24, "base"], [20, 24, "base"]]
    assert (line["outlet"], line["url"], line["published"]) == ("صحيفة", None, "2026-02-23")


@pytest.mark.parametrize(
    ("unit", "places"),
    [
        (None, [[13, 24], [20, 24]]),
        (Unit.UTF16, [[13, 24], [20, 24]]),
        (Unit.CODE_POINTS, [[11, 22], [18, 22]]),
        (Unit.GRAPHEMES, [[9, 19], [15, 19]]),
    ],
)
def test_places_count_what_the_option_says(
    tmp_path: Path, unit: Unit | None, places: list[list[int]]
) -> None:
    spans = [span(TEXT, "قسرك", "base"), span(TEXT, "قَاعدة قسرك", "base")]
    written(FORMAT, tmp_path / "a.jsonl", [exported(TEXT, *spans)], WritingOptions(unit=unit))
    (line,) = lines(tmp_path / "a.jsonl")
    assert [place[:2] for place in line["label"]] == places
    record = one(tmp_path / "a.jsonl", unit)
    assert quotes(record) == ["قَاعدة قسرك", "قسرك"]


@pytest.mark.parametrize("unit", [Unit.UTF16, Unit.CODE_POINTS, Unit.GRAPHEMES])
def test_the_hard_article_comes_back_in_every_unit(tmp_path: Path, unit: Unit) -> None:
    there = hard_article()
    written(FORMAT, tmp_path / "a.jsonl", [there], WritingOptions(unit=unit))
    (record,) = read(FORMAT, tmp_path / "a.jsonl", ReadingOptions(unit=unit))
    assert quotes(record) == [one.quote for one in there.layer]
    assert (record.name, record.author, record.published) == ("a.txt", "amal", "2026-02-23")


def test_values_and_notes_are_counted_as_left_behind(tmp_path: Path) -> None:
    account = written(FORMAT, tmp_path / "a.jsonl", [hard_article()])
    lost = {(loss.kind.value, loss.label): loss.count for loss in account.losses}
    assert lost["value", "base"] == 2
    assert lost["note", "base"] == lost["certainty", "actor"] == 1
    assert sum(account.kept.values()) == len(hard_article().layer.spans)


def test_exports_of_either_kind_of_project_are_read(tmp_path: Path) -> None:
    triples = {"id": 4, "text": TEXT, "label": [[20, 24, "base"]], "Comments": ["?"], "page": 3}
    entities = {
        "id": 5,
        "text": HARD_TEXT,
        "entities": [{"id": 9, "label": "actor", "start_offset": 19, "end_offset": 25}],
        "relations": [{"id": 1, "from_id": 9, "to_id": 9, "type": "is"}],
        "Comments": [],
    }
    older = {"id": 6, "text": "قسرك", "labels": [[0, 4, "base"]]}
    first, second, third = all_of(file(tmp_path, triples, entities, older))
    assert isinstance(first, ArticleRecord)
    assert isinstance(second, ArticleRecord)
    assert isinstance(third, ArticleRecord)
    assert quotes(first) == ["قسرك"]
    assert json.loads(first.meta) == {"id": 4, "Comments": ["?"], "page": 3}
    assert (first.line, first.author, first.name, first.id) == (1, None, None, None)
    assert quotes(second) == ["القوات"]
    assert told(second.left_out) == [
        "Its relations between spans have no place in a project: 1 left out."
    ]
    assert quotes(third) == ["قسرك"]


def test_a_line_without_a_list_has_no_layer_and_one_with_an_empty_list_was_looked_at(
    tmp_path: Path,
) -> None:
    first, second = all_of(file(tmp_path, {"text": "a", "label": []}, {"text": "b"}))
    assert isinstance(first, ArticleRecord)
    assert isinstance(second, ArticleRecord)
    assert (first.spans, second.spans) == ((), None)


def test_what_others_mean_by_the_names_of_details_stays_as_it_is(tmp_path: Path) -> None:
    line = {"text": "قسرك", "label": [], "title": 5, "published": "yesterday", "url": ["x"]}
    record = one(file(tmp_path, line))
    assert (record.title, record.published, record.url) == (None, None, None)
    assert json.loads(record.meta) == {"title": 5, "published": "yesterday", "url": ["x"]}


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ([0, 4], "“label[0]” is no span"),
        ([0, 4, "base", 1], "“label[0]” is no span"),
        ("politics", "“label[0]” is no span"),
        (5, "“label[0]” is no span"),
        ([0.0, 4, "base"], "“label[0].start_offset” must be a whole number"),
        ([True, 4, "base"], "“label[0].start_offset” must be a whole number"),
        (["0", 4, "base"], "“label[0].start_offset” must be a whole number"),
        ([0, None, "base"], "“label[0].end_offset” must be a whole number"),
        ([0, 4, 7], "“label[0].label” must be a text"),
        ([0, 4, "\ud800"], "“label[0].label” holds a NUL or half of a character"),
    ],
)
def test_a_span_that_cannot_be_read_is_named_and_the_others_taken(
    tmp_path: Path, item: Any, why: str
) -> None:
    record = one(file(tmp_path, {"text": "قسرك", "label": [item, [0, 4, "base"]]}))
    assert quotes(record) == ["قسرك"]
    (error,) = told(record.bad_spans)
    assert why in error


def test_a_place_inside_a_character_is_refused_and_not_bent(tmp_path: Path) -> None:
    text = "ق🔴ك🟢"
    borders = {len(text[:end].encode("utf-16-le")) // 2 for end in range(len(text) + 1)}
    last = max(borders)
    places = [(start, end) for start in range(last) for end in range(start + 1, last + 1)]
    path = file(tmp_path, {"text": text, "label": [[*place, "base"] for place in places]})
    record = one(path)
    whole = [place for place in places if borders.issuperset(place)]
    units = text.encode("utf-16-le")
    assert quotes(record) == [units[2 * s : 2 * e].decode("utf-16-le") for s, e in whole]
    cut = [next(at for at in place if at not in borders) for place in places if place not in whole]
    assert told(record.bad_spans) == [
        f"A span begins or ends inside a character, at {at} in UTF-16." for at in cut
    ]


@pytest.mark.parametrize("unit", [Unit.UTF16, Unit.CODE_POINTS, Unit.GRAPHEMES])
def test_places_outside_the_text_are_refused_by_the_import(
    project: Project, tmp_path: Path, unit: Unit
) -> None:
    text = "🔴 قسركً"
    places = [[-1, 2], [0, 10**30], [5, 2], [3, 3], [len(text) + 9, len(text) + 12]]
    path = file(tmp_path, {"text": text, "label": [[*place, "base"] for place in places]})
    record = one(path, unit)
    for found in record.spans or ():
        assert not 0 <= found.start < found.end <= len(text)
    report = import_files(project, [path], Quiet(), author="amal")
    assert (report.added, report.spans, len(report.refused)) == (1, 0, 5)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('{"text": "x", "label": [[0, 1,', "It is not JSON"),
        ('{"txt": "x", "label": []}', "it has no “text”"),
        ('{"text": 5, "label": []}', "“text” must be a text"),
        ('{"text": "\\ud800", "label": [[0, 1, "a"]]}', "“text” holds a NUL or half"),
        ('{"text": "\\u0000", "label": [[0, 1, "a"]]}', "“text” holds a NUL or half"),
        ('{"text": "x", "label": {"a": 1}}', "“label” must be a list"),
        ('{"text": "x", "label": [], "label": []}', "It has the key “label” twice"),
        ('{"text": "x", "label": ' + "[" * 5000 + "]" * 5000 + "}", "nested too deep"),
        ('{"text": "x", "label": [], "m": ' + "[" * 60 + "]" * 60 + "}", "“m” is nested too deep"),
        ('{"text": "x", "label": [], "annotator_article": 3}', "“annotator_article” must be"),
        ('["text", "label"]', "It is no JSON object"),
    ],
)
def test_a_line_that_is_no_article_is_refused_with_its_number(
    tmp_path: Path, content: str, why: str
) -> None:
    path = file(tmp_path, {"text": "a", "label": []}, content, {"text": "b", "label": []})
    first, refused, last = all_of(path)
    assert isinstance(first, ArticleRecord)
    assert isinstance(refused, Refused)
    assert isinstance(last, ArticleRecord)
    assert refused.line == 2
    assert why in str(refused.why)


@pytest.mark.parametrize(
    ("encoding", "why"),
    [("utf-16", "The file is in UTF-16."), ("cp1256", "It is not UTF-8 at byte 10.")],
)
def test_another_encoding_is_told(tmp_path: Path, encoding: str, why: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "قسرك", "label": []}\n'.encode(encoding))
    (refused,) = all_of(path)
    assert isinstance(refused, Refused)
    assert why in str(refused.why)


def test_a_project_takes_what_doccano_exports_and_gives_it_back(
    project: Project, tmp_path: Path
) -> None:
    path = file(
        tmp_path,
        {"id": 1, "text": TEXT, "label": [[20, 24, "base"], [13, 24, "base"]]},
        {"id": 2, "text": "فجراً", "label": []},
        {"id": 3, "text": "عين"},
    )
    unnamed = import_files(project, [path], Quiet())
    assert {str(refused.why) for refused in unnamed.refused} == {
        "The spans have no author, so they were not taken. Say whose they are: --author."
    }
    report = import_files(project, [path], Quiet(), author="huda")
    assert (report.spans, report.refused) == (2, [])
    export(project, tmp_path / "b.jsonl", "doccano", Quiet(), Selection("huda", True))
    first, second, third = lines(tmp_path / "b.jsonl")
    assert first["label"] == [[13, 24, "base"], [20, 24, "base"]]
    assert second["label"] == []
    assert first["annotator_article"]["meta"] == {"id": 1}
    # An article that huda has not begun has no layer, though doccano wants the list.
    assert third["label"] == []
    assert [record.spans is None for record in read(FORMAT, tmp_path / "b.jsonl")] == [
        *(False, False, True),
    ]
