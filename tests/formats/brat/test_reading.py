from pathlib import Path

import pytest

from annotator.core.format import ReadingOptions, Refused, SpanRecord
from annotator.core.progress import Quiet
from annotator.formats import brat
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from tests.formats.brat.pairs import TEXT, Write, only, places, sentences
from tests.formats.datasets import exported, span, written


def test_what_brat_writes_is_read_and_the_rest_is_told(pair: Write) -> None:
    path = pair(
        "T1\tBase 14 19;20 24\tقاعدة قسرک\n"
        "T2\tActor 7 13\tالقوات \r\n"
        "T3\tFigure 31 34;36 39\t600 ندي\n"
        "E1\tLeave:T4 Who:T2\n"
        "T4\tLeave 2 6\tأخلت\n"
        "R1\tAt Arg1:T2 Arg2:T1\t\n"
        "R2\tAt Arg1:T2 Arg2:T3\n"
        "*\tEquiv T1 T2\n"
        "A1\tNegation T1\n"
        "A2\tConfidence T2 High\n"
        "M1\tNegation E1\n"
        "N1\tReference T1 Wikidata:Q1\tQasrak\n"
        "#1\tAnnotatorNotes T2\tأول\n"
        "#2\tAnnotatorNotes T2\tثان\n"
        "#3\tAnnotatorNotes R1\tثالث\n"
        "#4\tAnnotationError T1\tخطأ\n"
        "A3\tDate T4 غدا\n"
    )
    record = only(path)
    assert places(record) == [
        ("Base", "قاعدة\nقسرک"),
        ("Actor", "القوات"),
        ("Figure", "600"),
        ("Figure", "ندي"),
        ("Leave", "أخلت"),
    ]
    assert record.spans is not None
    assert record.spans[1].note == "أول\nثان"
    assert record.bad_spans == ()
    assert [str(one) for one in record.left_out] == [
        "A project has no relations; left out: 2.",
        "A project has no events, only what triggers them; left out: 1.",
        "A project has no equivalences; left out: 1.",
        "A project has no spans in pieces: each piece was taken as a span of its own; so split: 1,"
        " the first of them T3.",
        "The attribute “Negation” has no place in a project; left out: 2.",
        "The attribute “Confidence” has no place in a project; left out: 1.",
        "References to “Wikidata” have no place in a project; left out: 1.",
        "Comments “AnnotatorNotes” have no place in a project; left out: 1.",
        "Comments “AnnotationError” have no place in a project; left out: 1.",
        "T4 was taken without its value, which means nothing: \u2068Date غدا\u2069.",
    ]


def test_a_folder_takes_each_pair_once(project: Project, pair: Write, tmp_path: Path) -> None:
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    for name in ("annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf"):
        (tmp_path / "in" / name).write_text("[entities]\n", "utf-8")
    (folder / "a.ann").write_text("T1\tbase 20 24\tقسرک\n", "utf-8")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "empty.ann").write_bytes(b"")
    (folder / "empty.txt").write_text("نص", "utf-8")
    (folder / "lone.txt").write_text("نص وحيد", "utf-8")
    report = import_files(project, [tmp_path / "in"], Quiet(), author="amal")
    assert sentences(report) == []
    assert (report.added, report.spans) == (3, 1)
    assert set(project.articles.names().values()) == {
        *("deep/a.ann", "deep/empty.ann", "deep/lone.txt")
    }
    # A file that brat made for an article says nothing of whether anybody looked at it.
    assert [author for _, author, _ in project.layers.finished()] == ["amal"]


def test_a_text_alone_is_nothing_for_brat(project: Project, pair: Write, tmp_path: Path) -> None:
    folder = pair("T1\tbase 20 24\tقسرک\n").parent
    (folder / "lone.txt").write_text("نص وحيد", "utf-8")
    report = import_files(project, [folder], Quiet(), author="amal", format_name="brat")
    assert (report.added, report.spans) == (1, 1)
    assert sentences(report) == [
        "“lone.txt” has no annotations: import the “.ann” file beside it, or choose another format."
    ]


def test_offsets_that_count_utf16_are_refused_by_name(project: Project, pair: Write) -> None:
    report = import_files(project, [pair("T1\tbase 21 25\tقسرک\n")], Quiet(), author="amal")
    assert report.spans == 0
    (why,) = sentences(report)
    assert why.startswith("The base from 21 to 25 does not fit the text: it says “")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("T1\tbase 24 20\tقسرک", "The base cannot run from 24 to 20."),
        ("T1\tbase 20 20\t", "The base cannot run from 20 to 20."),
        ("T1\tbase 20 900\tقسرک", "The base from 20 to 900 does not fit the article"),
        (f"T1\tbase 20 {'9' * 5000}\tقسرک", "Line 1 is no annotation of brat."),
        ("T1\tbase -4 20\tقسرک", "Line 1 is no annotation of brat."),
        ("T1\tbase ٢٠ ٢٤\tقسرک", "Line 1 is no annotation of brat."),
        ("T1\tbase 20.0 24.0\tقسرک", "Line 1 is no annotation of brat."),
        ("T1\tbase True 24\tقسرک", "Line 1 is no annotation of brat."),
        ("T1 base 20 24 قسرک", "Line 1 is no annotation of brat."),
        ("T1\tbase 20 24\tقسر\0ک", "Line 1 is no annotation of brat."),
        ("T1\tbase 14 19;20 24\tقاعدة قسرك", "Line 1: T1 does not say what the text says there."),
        ("{", "Line 1 is no annotation of brat."),
        ("T1\tbase 20 24\tقسرک\nT1\tbase 7 13\tالقوات", "Line 2: T1 stands twice."),
        ("T1\tCity 20 24\tقسرک", "The project has no label “City”."),
    ],
)
def test_a_bad_line_is_refused_and_the_others_are_taken(
    project: Project, pair: Write, line: str, sentence: str
) -> None:
    path = pair(f"{line}\nT9\tactor 7 13\tالقوات\n")
    report = import_files(project, [path], Quiet(), author="amal")
    (why,) = sentences(report)
    assert why.startswith(sentence)
    assert (report.added, report.spans) == (1, 2 if "twice" in sentence else 1)
    assert list(project.layers.finished()) == []


@pytest.mark.parametrize(
    ("ann", "text", "sentence"),
    [
        ("T1\tbase 20 24\tقسرک\n".encode("utf-16-le")[:-1], TEXT, "The text is"),
        ("T1\tbase 7 13\tالقوات\n".encode() + b"\xff", TEXT, "The text is damaged UTF-8"),
        ("T1\tbase 0 1\tx\n" + "x\n" * 200, TEXT, "More than 100 lines are no annotations of brat"),
        ("", "", "The text is empty."),
        ("", f"{TEXT}\0", "The text has a NUL"),
        ("", b"\xd9\x82\xff\xd9\x82\xd9\x82\xd9\x82\xd9\x82", "The text is damaged UTF-8"),
        (b"T1\tbase 0 1\tx\n" + b"T" * (65 << 20), TEXT, "“a.ann” is larger than 64 MB"),
        ("", b"x" * (65 << 20), "“a.txt” is larger than 64 MB"),
    ],
    ids=["UTF-16", "UTF-8", "strange", "empty", "NUL", "text", "long line", "long text"],
)
def test_a_damaged_pair_is_refused_whole(
    project: Project, pair: Write, ann: str | bytes, text: str | bytes, sentence: str
) -> None:
    report = import_files(project, [pair(ann, text)], Quiet(), author="amal")
    (refused,) = report.refused
    assert str(refused.why).startswith(sentence)
    assert refused.path.suffix == (
        ".ann" if ann or "empty" in sentence or "NUL" in sentence else ".txt"
    )
    assert report.added == 0


def test_a_line_end_of_two_characters_counts_as_two(project: Project, pair: Write) -> None:
    text = TEXT.replace("\n", "\r\n")
    path = pair("T1\tbase 14 19;21 25\tقاعدة قسرک\r\nT2\tdate 45 52\t23 شباط\r\n", text)
    report = import_files(project, [path], Quiet(), author="amal")
    assert sentences(report) == []
    (article,) = project.articles.each()
    assert [one.quote for one in project.layers.load(article.id, "amal")] == [
        "قاعدة\nقسرک",
        "23 شباط",
    ]


def test_other_encodings_are_read_as_texts_are(pair: Write) -> None:
    ann, text = "T1\tbase 13 17\tقسرك\n", "أخلت القوات، قسرك"
    for encoding in ("utf-16", "cp1256", "utf-8-sig"):
        shift = 1 if encoding == "utf-8-sig" else 0  # brat counts the mark
        line = ann if not shift else ann.replace("13 17", "14 18")
        path = pair(line.encode(encoding), text.encode(encoding), name=encoding)
        record = only(path)
        assert places(record) == [("base", "قسرك")]


def test_a_file_without_its_text_is_told(pair: Write) -> None:
    path = pair("T1\tbase 20 24\tقسرک\n")
    path.with_suffix(".txt").unlink()
    (refused,) = brat.FORMAT.read(path, ReadingOptions())
    assert isinstance(refused, Refused)
    assert str(refused.why) == (
        "There is no “a.txt” beside “a.ann”: put the text there, then import again."
    )


@pytest.mark.parametrize(
    "details",
    [
        "",
        "[]",
        '{"annotator_article": {"name": 1}}',
        '{"spans": [{"start": 1}]}',
        '{"a": ' * 10000,
        "{\xff",
    ],
)
def test_damaged_details_are_told(pair: Write, details: str) -> None:
    path = pair("T1\tbase 20 24\tقسرک\n")
    path.with_suffix(".article.json").write_text(details, "latin-1")
    (refused,) = brat.FORMAT.read(path, ReadingOptions())
    assert isinstance(refused, Refused)
    assert str(refused.why).startswith("“a.article.json” is damaged.")


def test_details_belong_to_the_place_of_a_span_alone(tmp_path: Path) -> None:
    article = exported(TEXT, span(TEXT, "قسرک", "base"), span(TEXT, "القوات", "actor"))
    written(brat.FORMAT, tmp_path / "out", [article])
    path = tmp_path / "out" / "a.ann"
    # In brat, the base was given other borders and the actor removed.
    path.write_text("T1\tbase 20 25\tقسرک،\n", "utf-8")
    assert only(path).spans == (SpanRecord("base", 20, 25, "قسرک،"),)
