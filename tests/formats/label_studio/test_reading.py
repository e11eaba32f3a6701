"""Tasks of Label Studio are read, and what has no place in a project is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.core.format import ArticleRecord, ReadingOptions, Refused, Unit
from annotator.core.model import LayerState, Status
from annotator.core.progress import Quiet
from annotator.core.values import DateValue
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from tests.formats.datasets import HARD_TEXT, hard_article, written
from tests.formats.label_studio.tasks import (
    FORMAT,
    TEXT,
    all_of,
    annotation,
    file,
    quotes,
    records,
    region,
    task,
)


def test_every_annotator_of_a_task_has_a_layer(project: Project, tmp_path: Path) -> None:
    path = file(
        tmp_path,
        task(
            annotation(region()),
            annotation(
                region(7, 10, "figure"), completed_by={"id": 4, "email": "noor@example.org"}
            ),
            annotation(completed_by={"id": 5}, was_cancelled=True),
        ),
    )
    first, second, third = records(path)
    assert [one.author for one in (first, second, third)] == [
        *("Label Studio 3", "noor@example.org", "Label Studio 5"),
    ]
    assert [quotes(one) for one in (first, second, third)] == [["قسرك"], ["99%"], []]
    assert first.state == LayerState(Status.FINISHED)
    assert third.state == LayerState(Status.SET_ASIDE, "Label Studio: skipped")
    assert first.seconds == 104.119
    report = import_files(project, [path], Quiet())
    assert (report.added, report.spans, report.refused) == (1, 2, [])
    (name,) = project.articles.names().values()
    assert name == f"{path.name}:1"


def test_a_lone_task_and_tasks_of_older_versions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(task(annotation(region()))), encoding="utf-8")
    assert quotes(records(path)[0]) == ["قسرك"]
    older = {"data": {"text": TEXT}, "completions": [{"id": 1, "result": [region()]}]}
    (record,) = records(file(tmp_path, older))
    assert (quotes(record), record.author) == (["قسرك"], None)
    # Offsets of old versions counted as the browser does.
    (record,) = records(
        file(tmp_path, task(annotation(region(3, 7)))), ReadingOptions(unit=Unit.UTF16)
    )
    assert quotes(record) == ["قسرك"]


@pytest.mark.parametrize("place", [(1, 7), (0, 1)])
def test_a_place_inside_a_character_is_refused_and_not_bent(
    tmp_path: Path, place: tuple[int, int]
) -> None:
    assert TEXT.startswith("🔴")
    path = file(tmp_path, task(annotation(region(*place), region(3, 7))))
    (record,) = records(path, ReadingOptions(unit=Unit.UTF16))
    assert quotes(record) == ["قسرك"]
    assert [str(why) for why in record.bad_spans] == [
        "A span begins or ends inside a character, at 1 in UTF-16."
    ]


def test_the_short_form_is_read(tmp_path: Path) -> None:
    short = {
        "text": TEXT,
        "id": 3,
        "label": [{"start": 2, "end": 6, "text": "قسرك", "labels": ["base"]}],
        "sentiment": "Neutral",
        "annotator": 1,
        "annotation_id": 4,
        "created_at": "2026-02-23T15:42:19.445022Z",
        "updated_at": "2026-02-23T16:05:29.738373Z",
        "lead_time": 104.119,
    }
    (record,) = records(file(tmp_path, short))
    assert (quotes(record), record.author) == (["قسرك"], "Label Studio 1")
    assert json.loads(record.meta) == {"sentiment": "Neutral"}


def test_a_region_of_several_labels_is_as_many_spans(project: Project, tmp_path: Path) -> None:
    path = file(
        tmp_path, task(annotation(region(2, 6, "base", "actor", meta={"text": ["a", "b"]})))
    )
    (record,) = records(path)
    assert [(one.label, one.note) for one in record.spans or ()] == [
        *(("base", "a\nb"), ("actor", "a\nb")),
    ]
    assert import_files(project, [path], Quiet()).spans == 2


def test_a_task_without_annotations_has_no_layer(tmp_path: Path) -> None:
    path = file(tmp_path, {"data": {"text": TEXT, "source": "RT", "title": "عاجل"}})
    (record,) = records(path)
    assert (record.spans, record.author, record.title) == (None, None, "عاجل")
    assert json.loads(record.meta) == {"source": "RT"}


def test_the_text_may_stand_under_another_key(tmp_path: Path) -> None:
    path = file(tmp_path, task(annotation(region()), data={"body": TEXT, "head": "عاجل"}))
    (refused,) = all_of(path)
    assert isinstance(refused, Refused)
    assert "its data has no “text”" in str(refused.why)
    (record,) = records(path, ReadingOptions(columns={"text": "body", "title": "head"}))
    assert (quotes(record), record.title, record.meta) == (["قسرك"], "عاجل", "{}")


def test_what_is_said_of_a_region_beside_its_label_is_read(tmp_path: Path) -> None:
    place = {"start": 11, "end": 16}
    day = region(11, 16, "date")
    value = day | {"type": "textarea", "from_name": "value"}
    value |= {"value": place | {"text": ['{"edtf": "2026-02-23"}']}}
    unsure = day | {"type": "choices", "from_name": "certainty"}
    unsure |= {"value": place | {"choices": ["not sure"]}}
    (record,) = records(file(tmp_path, task(annotation(value, day, unsure))))
    (found,) = record.spans or ()
    assert (found.value, found.unsure, found.id) == (DateValue("2026-02-23"), True, None)
    wrong = value | {"value": place | {"text": ["soon"]}}
    (record,) = records(file(tmp_path, task(annotation(wrong, day))))
    (found,) = record.spans or ()
    assert found.value is None
    assert [str(why) for why in record.left_out] == [
        "It is not JSON: Expecting value: line 1 column 1 (char 0).",
    ]


def test_what_has_no_place_is_named(tmp_path: Path) -> None:
    hyper = {"start": "/div[1]/p[2]/text()[1]", "end": "/div[1]/p[2]/text()[1]"}
    hyper |= {"startOffset": 0, "endOffset": 4, "hypertextlabels": ["base"]}
    path = file(
        tmp_path,
        task(
            annotation(
                region(),
                {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right"},
                {"type": "hypertextlabels", "from_name": "ner", "id": "h", "value": hyper},
                {"type": "choices", "from_name": "mood", "value": {"choices": ["bad"]}},
                {"type": "choices", "from_name": "kind", "value": {"choices": ["news"]}},
            ),
            predictions=[{"model_version": "m", "result": [region()]}],
            drafts=[{"result": [region()]}, {"result": []}],
        ),
    )
    (record,) = all_of(path)
    assert isinstance(record, ArticleRecord)
    assert quotes(record) == ["قسرك"]
    assert [str(why) for why in record.left_out] == [
        f"“{kind}” of Label Studio has no place in a project: {count} left out."
        for kind, count in (
            *(("predictions", 1), ("drafts", 2), ("relation", 1)),
            *(("hypertextlabels", 1), ("choices", 2)),
        )
    ]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (region("2", 6), "“annotations[0].result[0].value.start” must be a whole number"),
        (region(2.0, 6), "“annotations[0].result[0].value.start” must be a whole number"),
        (region(2, True), "“annotations[0].result[0].value.end” must be a whole number"),
        (region(2, None), "“annotations[0].result[0].value.end” must be a whole number"),
        (region(2, 6, 5), "“annotations[0].result[0].value.labels” must be a text"),
        (
            region(2, 6, "\ud800"),
            "“annotations[0].result[0].value.labels” holds a NUL or half of a character",
        ),
        (
            region(value={"start": 2, "end": 6}),
            "“annotations[0].result[0].value.labels” names no label",
        ),
        (
            region(value={"start": 2, "end": 6, "labels": []}),
            "“annotations[0].result[0].value.labels” names no label",
        ),
        (region(value=[2, 6]), "“annotations[0].result[0].value” must be an object"),
        (region(meta="x"), "“annotations[0].result[0].meta” must be an object"),
        (region(meta={"text": [5]}), "“annotations[0].result[0].meta.text” must be a text"),
        (region(value={"start": 2, "end": 6, "text": 5, "labels": ["base"]}), "must be a text"),
    ],
)
def test_a_region_that_cannot_be_read_is_named_and_the_others_taken(
    tmp_path: Path, wrong: dict[str, Any], why: str
) -> None:
    (record,) = records(file(tmp_path, task(annotation(wrong, region()))))
    assert quotes(record) == ["قسرك"]
    (error,) = record.bad_spans
    assert why in str(error)


@pytest.mark.parametrize("place", [(-1, 2), (0, 10**30), (5, 2), (3, 3), (50, 52)])
def test_places_outside_the_text_are_refused_by_the_import(
    project: Project, tmp_path: Path, place: tuple[int, int]
) -> None:
    report = import_files(project, [file(tmp_path, task(annotation(region(*place))))], Quiet())
    assert (report.added, report.spans, len(report.refused)) == (1, 0, 1)


def test_a_quote_that_does_not_fit_is_refused_by_the_import(
    project: Project, tmp_path: Path
) -> None:
    # As older versions count, with an emoji before: the quote tells.
    marked = region(value={"start": 3, "end": 7, "text": "قسرك", "labels": ["base"]})
    path = file(tmp_path, task(annotation(marked)))
    report = import_files(project, [path], Quiet())
    assert (report.spans, len(report.refused)) == (0, 1)
    assert "does not fit the text" in str(report.refused[0].why)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (5, "It is no JSON object"),
        ({"id": 1, "annotations": []}, "It is no task of Label Studio: it has no “data”."),
        (task(data=[1]), "“data” must be an object"),
        (task(data={"text": 5}), "“data.text” must be a text"),
        (task(data={"text": "a\0b"}), "“data.text” holds a NUL"),
        (task(data={"audio": "x.wav"}), "It is no task of a text: its data has no “text”."),
        (task(annotations={"a": 1}), "“annotations” must be a list of objects"),
        (task(annotation(result="x")), "“annotations[0].result” must be a list of objects"),
        (task(annotation(result=[1])), "“annotations[0].result” must be a list of objects"),
        (
            task(annotation(was_cancelled="no")),
            "“annotations[0].was_cancelled” must be true or false",
        ),
        (task(annotation(lead_time=-1)), "“annotations[0].lead_time” must be a number of seconds"),
        (
            task(annotation(completed_by={"email": 5})),
            "“annotations[0].completed_by.email” must be a text",
        ),
    ],
)
def test_an_item_that_is_no_task_is_refused_with_its_number(
    tmp_path: Path, wrong: Any, why: str
) -> None:
    good = task(annotation(region()))
    first, refused, last = all_of(file(tmp_path, good, wrong, good))
    assert isinstance(first, ArticleRecord)
    assert isinstance(refused, Refused)
    assert isinstance(last, ArticleRecord)
    assert refused.line == 2
    assert why in str(refused.why)


def test_a_file_that_breaks_off_gives_the_whole_tasks_before(
    project: Project, tmp_path: Path
) -> None:
    data = file(
        tmp_path, *(task(annotation(region()), data={"text": f"قسرك {n} قسرك"}) for n in range(3))
    )
    whole = data.read_bytes()
    data.write_bytes(whole[: len(whole) * 5 // 6])
    report = import_files(project, [data], Quiet())
    assert report.added == report.spans == 2
    (refused,) = report.refused
    assert (refused.line, str(refused.why)) == (
        *(3, "The file breaks off here. Save or copy it again, whole."),
    )


@pytest.mark.parametrize(
    ("encoding", "why"),
    [("utf-16", "The file is in UTF-16."), ("cp1256", "It is not UTF-8 at byte 19.")],
)
def test_another_encoding_is_told(tmp_path: Path, encoding: str, why: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes('[{"data": {"text": "قسرك"}}]'.encode(encoding))
    (refused,) = all_of(path)
    assert isinstance(refused, Refused)
    assert why in str(refused.why)


def test_a_text_with_other_line_ends_keeps_its_places(project: Project, tmp_path: Path) -> None:
    text = "عاجل\r\nقسرك"
    marked = region(value={"start": 6, "end": 10, "text": "قسرك", "labels": ["base"]})
    path = file(tmp_path, task(annotation(marked), data={"text": text}))
    assert import_files(project, [path], Quiet()).refused == []
    (article,) = project.articles.each()
    (found,) = project.layers.load(article.id, "Label Studio 3").spans
    assert (article.text, found.quote, found.start) == ("عاجل\nقسرك", "قسرك", 5)


def test_the_hard_text_is_shown_whole(tmp_path: Path) -> None:
    """What stands in data is the text to the letter, lest the places lie."""
    written(FORMAT, tmp_path / "out", [hard_article()])
    (told,) = json.loads((tmp_path / "out" / "tasks.json").read_text(encoding="utf-8"))
    assert told["data"]["text"] == HARD_TEXT
