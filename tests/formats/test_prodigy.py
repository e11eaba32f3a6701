import json
from pathlib import Path
from typing import Any

import pytest

from annotator.core.format import ArticleRecord, ReadingOptions, Refused
from annotator.core.model import LayerState, Status
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.imports.articles import import_files
from tests.formats.datasets import exported, hard_article, read, span, written

FORMAT = FORMATS["prodigy"]
TEXT = "🔴 وقالت «قسرك»:\n وللقوات"


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def file(tmp_path: Path, *content: dict[str, Any] | str) -> Path:
    path = tmp_path / "out.jsonl"
    texts = [one if isinstance(one, str) else json.dumps(one) for one in content]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def all_of(path: Path) -> list[ArticleRecord | Refused]:
    assert FORMAT.read is not None
    return list(FORMAT.read(path, ReadingOptions()))


def one(path: Path) -> ArticleRecord:
    (record,) = all_of(path)
    assert isinstance(record, ArticleRecord)
    return record


def quotes(record: ArticleRecord) -> list[str]:
    return [record.text[span.start : span.end] for span in record.spans or ()]


def task(**more: Any) -> dict[str, Any]:
    """A task as ``db-out`` gives it."""
    return {
        "text": "🔴 قسرك",
        "_input_hash": 1886699658,
        "_task_hash": -1952856502,
        "_is_binary": False,
        "tokens": [
            {"text": "🔴", "start": 0, "end": 1, "id": 0, "ws": True},
            {"text": "قسرك", "start": 2, "end": 6, "id": 1, "ws": False},
        ],
        "_view_id": "spans_manual",
        "spans": [{"start": 2, "end": 6, "token_start": 1, "token_end": 1, "label": "base"}],
        "answer": "accept",
        "_timestamp": 1645190034,
        "_annotator_id": "news-huda",
        "_session_id": "news-huda",
    } | more


def test_a_task_is_as_spans_manual_shows_it(tmp_path: Path) -> None:
    spans = [span(TEXT, "قسرك", "base"), span(TEXT, "لقوات", "actor"), span(TEXT, "قال", "actor")]
    written(FORMAT, tmp_path / "a.jsonl", [exported(TEXT, *spans)])
    (line,) = lines(tmp_path / "a.jsonl")
    assert [token["text"] for token in line["tokens"]] == [
        *("🔴", "و", "قالت", "«", "قسرك", "»", ":", "\n ", "و", "ل", "لقوات"),
    ]
    assert [token["id"] for token in line["tokens"]] == list(range(11))
    told = [
        (one["start"], one["end"], one["label"], one.get("token_start"), one.get("token_end"))
        for one in line["spans"]
    ]
    assert told == [(3, 6, "actor", None, None), (9, 13, "base", 4, 4), (19, 24, "actor", 10, 10)]
    assert (line["answer"], line["_annotator_id"]) == ("accept", "amal")
    assert line["meta"] == {"name": "a.txt", "published": "2026-02-23"}


@pytest.mark.parametrize("there", [exported(TEXT), hard_article()])
def test_the_tokens_say_the_whole_text(tmp_path: Path, there: Any) -> None:
    written(FORMAT, tmp_path / "a.jsonl", [there])
    (line,) = lines(tmp_path / "a.jsonl")
    text = line["text"]
    assert "".join(one["text"] + " " * one["ws"] for one in line["tokens"]) == text
    for token in line["tokens"]:
        assert text[token["start"] : token["end"]] == token["text"]
    for mark in line["spans"]:
        if "token_start" in mark:
            first, last = line["tokens"][mark["token_start"]], line["tokens"][mark["token_end"]]
            assert (first["start"], last["end"]) == (mark["start"], mark["end"])


def test_the_hard_article_comes_back_with_all_that_is_said_of_it(tmp_path: Path) -> None:
    there = hard_article()
    account = written(FORMAT, tmp_path / "a.jsonl", [there])
    assert account.losses == []
    (record,) = read(FORMAT, tmp_path / "a.jsonl")
    for found, was in zip(record.spans or (), there.layer, strict=True):
        assert (found.start, found.end, found.label, found.quote) == (*was.place, was.quote)
        assert (found.value, found.note, found.unsure) == (was.value, was.note, was.unsure)
        assert (found.id, found.created_at) == (was.id, was.created_at)
    article = there.article
    assert (record.name, record.id, record.title) == (article.name, article.id, article.title)
    assert (record.outlet, record.published) == (article.outlet, article.published)
    assert (record.author, record.meta, record.sha256) == ("amal", "{}", article.sha256)


def test_a_task_of_prodigy_is_a_layer_of_its_annotator(tmp_path: Path) -> None:
    record = one(file(tmp_path, task(meta={"source": "RT"}, _timestamp=5)))
    assert quotes(record) == ["قسرك"]
    assert (record.author, record.state) == ("news-huda", LayerState(Status.FINISHED))
    assert json.loads(record.meta) == {
        "source": "RT",
        "_input_hash": 1886699658,
        "_task_hash": -1952856502,
        "_is_binary": False,
        "_view_id": "spans_manual",
        "_timestamp": 5,
    }
    without = {key: value for key, value in task().items() if key != "_annotator_id"}
    assert one(file(tmp_path, without | {"_session_id": "news-noor"})).author == "news-noor"


def test_of_the_answers_only_what_was_accepted_is_finished(tmp_path: Path) -> None:
    ignored = one(file(tmp_path, task(answer="ignore")))
    assert ignored.state == LayerState(Status.SET_ASIDE, "Prodigy: ignore")
    assert quotes(ignored) == ["قسرك"]
    rejected = one(file(tmp_path, task(answer="reject")))
    assert rejected.state == LayerState(Status.SET_ASIDE, "Prodigy: reject")
    assert rejected.spans == ()
    assert [str(why) for why in rejected.left_out] == [
        "Only accepted spans of Prodigy are taken: 1 with “reject” were left out."
    ]
    open_task = {key: value for key, value in task().items() if key != "answer"}
    record = one(file(tmp_path, open_task))
    (why,) = record.left_out
    assert "1 with “no answer” were left out" in str(why)
    assert (record.spans, record.state) == (None, None)
    empty = one(file(tmp_path, task(spans=[])))
    assert (empty.spans, empty.state) == ((), LayerState(Status.FINISHED))


def test_layers_of_every_state_come_back(project: Project, tmp_path: Path) -> None:
    states = {"in progress": None, "set aside": "ignore", "finished": "accept"}
    for number, status in enumerate(states):
        native = {"text": f"قسرك {number}", "author": "amal", "status": status, "reason": "طويل"}
        native |= {"spans": [{"label": "base", "start": 0, "end": 4}]}
        path = tmp_path / f"{number}.jsonl"
        path.write_text(json.dumps(native), encoding="utf-8")
        assert import_files(project, [path], Quiet()).refused == []
    export(project, tmp_path / "a.jsonl", "prodigy", Quiet(), Selection("amal", True))
    assert [line.get("answer") for line in lines(tmp_path / "a.jsonl")] == list(states.values())
    records = read(FORMAT, tmp_path / "a.jsonl")
    assert [record.state for record in records] == [
        LayerState(Status(status), "طويل") for status in states
    ]
    assert [quotes(record) for record in records] == [["قسرك"]] * 3
    # What was answered otherwise in Prodigy since is what counts.
    again = [line | {"answer": "reject"} for line in lines(tmp_path / "a.jsonl")]
    for record in all_of(file(tmp_path, *again)):
        assert isinstance(record, ArticleRecord)
        assert record.state is not None
        assert record.state.status is Status.SET_ASIDE
        assert record.spans == ()


def test_what_has_no_place_is_named(tmp_path: Path) -> None:
    spans = [task()["spans"][0] | {"score": 0.5, "pattern": 3}]
    record = one(file(tmp_path, task(spans=spans, relations=[{"head": 1}, {"head": 2}])))
    assert quotes(record) == ["قسرك"]
    assert [str(why) for why in record.left_out] == [
        "“score” of its spans has no place in a project and was left out.",
        "“pattern” of its spans has no place in a project and was left out.",
        "Its relations between spans have no place in a project: 2 left out.",
    ]


def test_the_text_of_a_span_is_its_quote(project: Project, tmp_path: Path) -> None:
    wrong = [task()["spans"][0] | {"text": "قاعدة"}]
    report = import_files(project, [file(tmp_path, task(spans=wrong))], Quiet())
    assert (report.added, report.spans) == (1, 0)
    assert "does not fit the text" in str(report.refused[0].why)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"start": "2"}, "“spans[0].start” must be a whole number"),
        ({"end": 6.0}, "“spans[0].end” must be a whole number"),
        ({"end": True}, "“spans[0].end” must be a whole number"),
        ({"label": None}, "“spans[0].label” must be a text"),
        ({"label": "\ud800"}, "“spans[0].label” holds a NUL or half of a character"),
        ({"text": 5}, "“spans[0].text” must be a text"),
        ({"value": {"edtf": "soon"}}, "“soon” is not a date"),
    ],
)
def test_a_span_that_cannot_be_read_is_named_and_the_others_taken(
    tmp_path: Path, more: dict[str, Any], why: str
) -> None:
    good = task()["spans"][0]
    record = one(file(tmp_path, task(spans=[good | more, good])))
    assert quotes(record) == ["قسرك"]
    (error,) = record.bad_spans
    assert why in str(error)


@pytest.mark.parametrize("place", [(-1, 2), (0, 10**30), (5, 2), (3, 3), (20, 22)])
def test_places_outside_the_text_are_refused_by_the_import(
    project: Project, tmp_path: Path, place: tuple[int, int]
) -> None:
    spans = [{"start": place[0], "end": place[1], "label": "base"}]
    report = import_files(project, [file(tmp_path, task(spans=spans))], Quiet())
    assert (report.added, report.spans, len(report.refused)) == (1, 0, 1)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('{"text": "x", "answer": "accept", "spans": [{"start"', "It is not JSON"),
        ('{"image": "x.png", "answer": "accept"}', "it has no “text”"),
        ('{"text": ["x"], "answer": "accept"}', "“text” must be a text"),
        ('{"text": "x", "answer": "yes"}', "“answer” must be one of accept, reject, ignore"),
        ('{"text": "x", "answer": 1}', "“answer” must be a text"),
        ('{"text": "x", "answer": "accept", "spans": {"a": 1}}', "must be a list of objects"),
        ('{"text": "x", "answer": "accept", "spans": [1]}', "must be a list of objects"),
        ('{"text": "x", "answer": "accept", "_annotator_id": 7}', "“_annotator_id” must be a text"),
        ('{"text": "x", "answer": "accept", "meta": "RT"}', "“meta” must be an object"),
        ('{"text": "x", "answer": "accept", "answer": "reject"}', "the key “answer” twice"),
        ('{"text": "x", "spans": ' + "[" * 5000 + "]" * 5000 + "}", "nested too deep"),
    ],
)
def test_a_line_that_is_no_task_is_refused_with_its_number(
    tmp_path: Path, content: str, why: str
) -> None:
    first, refused, last = all_of(file(tmp_path, task(), content, task()))
    assert isinstance(first, ArticleRecord)
    assert isinstance(refused, Refused)
    assert isinstance(last, ArticleRecord)
    assert refused.line == 2
    assert why in str(refused.why)
