import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.core.format import ArticleRecord, ReadingOptions, Refused, SpanRecord
from annotator.core.progress import Quiet
from annotator.formats import format_of, labelbuddy
from annotator.store.project import Project
from annotator.workflow.imports.articles import ImportReport, import_files
from annotator.workflow.projects import init
from tests.formats.datasets import hard_article

TEXT = "🔴 أخلت القوات قاعدة\nقسرک، ونحو 600 جندي\n"


def annotation(text: str, quote: str, label: str, extra: str | None = None) -> dict[str, Any]:
    """Return an annotation as labelbuddy exports it."""
    start = text.index(quote)
    start_byte = len(text[:start].encode())
    told: dict[str, Any] = {
        "end_byte": start_byte + len(quote.encode()),
        "end_char": start + len(quote),
        "label_name": label,
        "start_byte": start_byte,
        "start_char": start,
    }
    return told if extra is None else {"extra_data": extra} | told


def document(text: str, *annotations: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a document as labelbuddy exports it, with its keys in their order."""
    told = {
        "annotations": list(annotations),
        "metadata": {},
        "text": text,
        "utf8_text_md5_checksum": hashlib.md5(text.encode(), usedforsecurity=False).hexdigest(),
    }
    return dict(sorted((told | more).items()))


def as_list(*documents: dict[str, Any]) -> str:
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in documents)
    return f"[\n{lines}\n]\n"


def as_lines(*documents: dict[str, Any]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in documents)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    init(tmp_path / "p.annotator", lead="huda")
    with Project.open(tmp_path / "p.annotator") as project:
        yield project


@pytest.fixture
def bring(project: Project, tmp_path: Path) -> Any:
    """Imports a file of that content as amal's."""

    def bring(content: str | bytes, name: str = "docs.json") -> ImportReport:
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
        return import_files(
            project, [tmp_path / name], Quiet(), author="amal", format_name="labelbuddy"
        )

    return bring


def records(path: Path) -> list[ArticleRecord | Refused]:
    return list(labelbuddy.read(path, ReadingOptions()))


def sentences(report: ImportReport) -> list[str]:
    return [str(one.why) for one in report.refused]


@pytest.mark.parametrize(("name", "write"), [("docs.json", as_list), ("docs.jsonl", as_lines)])
def test_what_labelbuddy_exports_is_read(tmp_path: Path, name: str, write: Any) -> None:
    path = tmp_path / name
    path.write_text(
        write(
            document(
                TEXT,
                annotation(TEXT, "القوات", "actor"),
                annotation(TEXT, "قاعدة\nقسرک", "base", "الحسكة"),
                annotation(TEXT, "قسرک", "base"),
                display_title="عنوان طويل",
                list_title="عنوان",
                metadata={"doi": 7},
            ),
            document("نص ثان"),
        ),
        "utf-8",
    )
    assert format_of(path).name == "labelbuddy"
    first, second = records(path)
    assert isinstance(first, ArticleRecord)
    assert isinstance(second, ArticleRecord)
    assert first.spans == (
        SpanRecord("actor", 7, 13, "القوات"),
        SpanRecord("base", 14, 24, "قاعدة\nقسرک", note="الحسكة"),
        SpanRecord("base", 20, 24, "قسرک"),
    )
    assert (first.text, first.title) == (TEXT, "عنوان")
    assert json.loads(first.meta) == {"display_title": "عنوان طويل", "doi": 7}
    # labelbuddy does not tell whether anybody has looked at it.
    assert (second.text, second.spans) == ("نص ثان", None)
    assert labelbuddy.FORMAT.count(path) >= 2


def test_every_document_of_a_list_becomes_an_article(project: Project, bring: Any) -> None:
    report = bring(as_list(*(document(f"نص {number}") for number in range(50))))
    assert (report.added, sentences(report)) == (50, [])
    assert "docs.json:50" in project.articles.names().values()


def test_the_hard_article_is_read_to_the_letter(bring: Any, project: Project) -> None:
    hard = hard_article()
    text = hard.article.text
    told = [
        {
            "start_char": one.start,
            "end_char": one.end,
            "start_byte": len(text[: one.start].encode()),
            "end_byte": len(text[: one.end].encode()),
            "label_name": one.label,
        }
        for one in hard.layer
    ]
    report = bring(as_list(document(text, *told)))
    assert sentences(report) == []
    (article,) = project.articles.each()
    assert [(one.place, one.quote) for one in project.layers.load(article.id, "amal")] == [
        (one.place, one.quote) for one in hard.layer
    ]


def test_bytes_alone_are_enough_and_a_slip_of_either_is_refused(bring: Any) -> None:
    whole = annotation(TEXT, "القوات", "actor")
    alone = {key: value for key, value in whole.items() if "char" not in key}
    assert bring(as_list(document(TEXT, alone))).spans == 1
    slipped = whole | {"start_char": 8, "end_char": 14}
    (why,) = sentences(bring(as_list(document(TEXT + "ا", slipped)), "other.json"))
    assert why.startswith("The actor from 8 to 14 does not fit the text: it says “")
    inside = alone | {"start_byte": alone["start_byte"] + 1}
    (why,) = sentences(bring(as_list(document(TEXT + "ب", inside)), "third.json"))
    assert why.startswith(f"The bytes from {inside['start_byte']} to ")


def test_older_versions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    md5 = hashlib.md5(TEXT.encode(), usedforsecurity=False).hexdigest()
    old = {
        "annotation_approver": "noor",
        "document_md5_checksum": md5,
        "labels": [[7, 13, "actor"], [20, 24, "base", "x"]],
        "meta": {"source": "a"},
        "short_title": "قصير",
        "text": TEXT,
    }
    path.write_text(as_list(old), "utf-8")
    assert format_of(path).name == "labelbuddy"
    (record,) = records(path)
    assert isinstance(record, ArticleRecord)
    assert record.spans == (SpanRecord("actor", 7, 13), SpanRecord("base", 20, 24, note="x"))
    assert (record.author, record.title, record.meta) == ("noor", "قصير", '{"source": "a"}')


def test_documents_alone_are_articles_without_a_layer(tmp_path: Path) -> None:
    path = tmp_path / "docs.json"
    path.write_text(
        '[\n  {\n    "text": "نص"\n  },\n  {"text": "ثان", "metadata": {"a": 1}}]', "utf-8"
    )
    assert format_of(path).name == "labelbuddy"
    told = [
        (one.text, one.spans, one.meta) for one in records(path) if isinstance(one, ArticleRecord)
    ]
    assert told == [("نص", None, "{}"), ("ثان", None, '{"a": 1}')]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"start_char": 13, "end_char": 7}, "The actor cannot run from 13 to 7."),
        ({"end_char": 10**6}, "The actor from 7 to 1000000 does not fit the article"),
        ({"start_char": -1}, "The actor cannot run from -1 to 13."),
        ({"start_char": 7.0}, "“annotations[0].start_char” must be a whole number."),
        ({"start_char": True}, "“annotations[0].start_char” must be a whole number."),
        ({"start_char": "7"}, "“annotations[0].start_char” must be a whole number."),
        ({"start_char": None}, "“annotations[0].start_char” must be a whole number."),
        ({"label_name": 4}, "“annotations[0].label_name” must be a text."),
        ({"label_name": "City"}, "The project has no label “City”."),
        ({"extra_data": "\ud800"}, "“annotations[0].extra_data” holds a NUL or half of"),
    ],
)
def test_a_bad_annotation_is_refused_and_the_others_are_taken(
    bring: Any, change: dict[str, Any], sentence: str
) -> None:
    bad = {"start_char": 7, "end_char": 13, "label_name": "actor"} | change
    content = json.dumps([document(TEXT, bad, annotation(TEXT, "قسرک", "base"))])
    report = bring(content)
    (why,) = sentences(report)
    assert why.startswith(sentence)
    assert (report.added, report.spans) == (1, 1)


def test_what_else_is_said_of_an_annotation_is_left_out(bring: Any) -> None:
    odd = annotation(TEXT, "قسرک", "base") | {"colour": "red"}
    report = bring(json.dumps([document(TEXT, odd)]))
    (left,) = report.left_out
    assert str(left.why).startswith("“colour” of its spans has no place in a project")
    assert (report.added, report.spans, report.refused) == (1, 1, [])


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (
            '{"utf8_text_md5_checksum": "00"}',
            "The document has no “text”. Export it from labelbuddy",
        ),
        ('{"text": "x", "utf8_text_md5_checksum": "00"}', "The text is not the one that was"),
        ('{"text": 1}', "“text” must be a text."),
        ('{"text": "a\\u0000"}', "“text” holds a NUL or half of a character."),
        ('{"text": "a\\ud800"}', "“text” holds a NUL or half of a character."),
        ('{"text": " "}', "The text is empty."),
        ('{"text": "x", "text": "y"}', "It has the key “text” twice."),
        ('{"text": "x", "annotations": {}}', "“annotations” must be a list of objects."),
        ('{"text": "x", "annotations": [[1, 2, "a"]]}', "“annotations” must be a list of objects."),
        ('{"text": "x", "labels": [[1]]}', "“labels” must be a list of [start, end, label]."),
        ("7", "It is no JSON object."),
        (
            '{"text": "x", "a": ' + "[" * 5000 + "]" * 5000 + "}",
            "Its brackets are nested too deep.",
        ),
        ('{"text": "x", "a": NaN}', "It is not JSON"),
        (f'{{"text": "x", "a": {"9" * 5000}}}', "It holds a number that is too large."),
    ],
)
def test_a_bad_document_is_told_with_its_number(bring: Any, bad: str, sentence: str) -> None:
    lines = (as_lines(document("أول")), bad, "\n", as_lines(document("ثالث")))
    report = bring("".join(lines), "docs.jsonl")
    assert [(one.line, str(one.why)[: len(sentence)]) for one in report.refused] == [(2, sentence)]
    assert report.added == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "The file is empty."),
        (as_list(document("أول"))[:-30], "The file breaks off here."),
        (as_list(document("أول")).encode("utf-16"), "The file is in UTF-16."),
        (as_lines(document("نص عربي طويل")).encode("cp1256"), "It is not UTF-8 at byte"),
        ("[" * 100_000, "Its brackets are nested too deep."),
        ('[{"text": "' + "x" * (70 << 20), "It is larger than 64 MB"),
        ('{"text": "' + "x" * (70 << 20), "It is larger than 64 MB"),
    ],
    ids=["empty", "cut off", "UTF-16", "cp1256", "deep", "long item", "long line"],
)
def test_a_damaged_file_brings_nothing(bring: Any, content: str | bytes, sentence: str) -> None:
    report = bring(content)
    assert [why[: len(sentence)] for why in sentences(report)] == [sentence]
    assert report.added == 0


def test_a_mark_at_the_start_is_passed_over(bring: Any) -> None:
    assert bring(as_list(document("نص")).encode("utf-8-sig")).added == 1


@pytest.mark.parametrize(
    "line",
    [
        '{"text": "x", "spans": [], "author": "amal"}',
        '{"text": "x", "meta": {"a": 1}}',
    ],
)
def test_native_lines_stay_native(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jsonl").write_text(line, "utf-8")
    assert format_of(tmp_path / "a.jsonl").name == "jsonl"
