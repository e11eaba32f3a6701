import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.labels import LabelSet
from annotator.core.losses import LossKind
from annotator.core.model import Layer
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.core.values import DateValue, EntryValue, Modifier, NumberValue, TextValue, Value
from annotator.formats import brat
from annotator.formats.brat.standoff import as_type, from_type
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init
from tests.formats.brat.pairs import TEXT, Write, only, places, sentences
from tests.formats.datasets import check_account, exported, hard_article, read, span, written


def test_a_folder_is_what_brat_reads(tmp_path: Path) -> None:
    article = exported(
        TEXT,
        span(TEXT, "القوات", "actor", EntryValue("e 1:2", "القوات"), unsure=True),
        span(TEXT, "قاعدة\nقسرک", "base", note="سطر\n\nسطر"),
        replace(
            span(TEXT, "600 جندي", "figure", NumberValue(600, 600, Modifier.ABOUT, "جندي هناك")),
            proposed=True,
        ),
        span(TEXT, "23 شباط", "date", DateValue("2026-02-23")),
    )
    written(brat.FORMAT, tmp_path / "out", [article])
    folder = tmp_path / "out"
    assert sorted(file.name for file in folder.iterdir()) == [
        *("a.ann", "a.article.json", "a.txt", "annotation.conf", "visual.conf")
    ]
    assert (folder / "a.txt").read_bytes() == TEXT.encode()
    assert (folder / "a.ann").read_bytes().decode() == (
        "T1\tactor 7 13\tالقوات\n"
        "A1\tUnsure T1\n"
        "N1\tReference T1 registry:e%201%3A2\tالقوات\n"
        "T2\tbase 14 19;20 24\tقاعدة قسرک\n"
        "#1\tAnnotatorNotes T2\tسطر\n"
        "#2\tAnnotatorNotes T2\t\n"
        "#3\tAnnotatorNotes T2\tسطر\n"
        "T3\tfigure 31 39\t600 جندي\n"
        "A2\tNumber T3 600\n"
        "A3\tModifier T3 about\n"
        "A4\tUnit T3 جندي هناك\n"
        "A5\tProposed T3\n"
        "T4\tdate 43 50\t23 شباط\n"
        "A6\tDate T4 2026-02-23\n"
    )
    assert (folder / "annotation.conf").read_text("utf-8") == (
        "[entities]\nbase\ndate\nactor\nfigure\n[relations]\n[events]\n[attributes]\n"
        "Unsure\tArg:<ENTITY>\nProposed\tArg:<ENTITY>\n"
        "Modifier\tArg:<ENTITY>, Value:about|over|under\n"
    )
    assert "base\tbgColor:#1565c0, fgColor:white\n" in (folder / "visual.conf").read_text("utf-8")


def test_line_ends_at_the_borders_of_a_span_are_counted_as_lost(tmp_path: Path) -> None:
    article = exported(
        TEXT,
        span(TEXT, "قاعدة\n", "base"),
        span(TEXT, "\n", "date"),
        span(TEXT, "قسرک", "base"),
    )
    account = written(brat.FORMAT, tmp_path / "out", [article])
    check_account(account, [article])
    assert {(loss.label, loss.kind, loss.count) for loss in account.losses} == {
        ("base", LossKind.NARROWED, 1),
        ("date", LossKind.DROPPED, 1),
    }
    (record,) = read(brat.FORMAT, tmp_path / "out")
    assert places(record) == [("base", "قاعدة"), ("base", "قسرک")]


def test_names_of_files_lead_nowhere_and_are_no_two_the_same(tmp_path: Path) -> None:
    names = [
        *("../../etc/passwd", "/etc/passwd", "..\\x", "NUL.txt", "con", "A.txt", "a.txt", "a-2"),
        *("ÉTÉ", "été", "???", ".", "-rf", "a/b", "a:b", "خبر/1.txt", "ق" * 300, "x" * 300 + "y"),
        *("a.b", "a\nb", "annotation.conf"),
    ]
    articles = [
        exported(f"نص {number}", name=name, number=number) for number, name in enumerate(names, 1)
    ]
    written(brat.FORMAT, tmp_path / "out", articles)
    assert [file.name for file in tmp_path.iterdir()] == ["out"]
    stems = [file.stem for file in (tmp_path / "out").glob("*.ann")]
    assert len({stem.casefold() for stem in stems}) == len(names)
    for stem in stems:
        assert len(stem.encode()) < 120
        assert "." not in stem
        assert stem[0] not in "-"
        assert stem.casefold() not in ("nul", "con")
    assert "خبر_1" in stems
    assert {record.name for record in read(brat.FORMAT, tmp_path / "out")} == set(names)


def test_a_layer_comes_back_from_brat_as_it_was(project: Project, tmp_path: Path) -> None:
    hard = hard_article()
    line = {
        "name": "north/1.txt",
        "text": hard.article.text,
        "outlet": "صحيفة",
        "url": "https://example.org/1",
        "published": "2026-02-23",
        "direction": "auto",
        "meta": {"desk": ["a", 1]},
        "note": "ملاحظة\nعنه",
        "sources": [{"name": "south/2.txt", "outlet": "وكالة", "meta": {}}],
        "author": "amal",
        "status": "set aside",
        "reason": "ask",
        "guideline": "3",
        "seconds": 12.5,
        "spans": [
            *(one.to_json() for one in hard.layer),
            replace(hard.layer.spans[0], id="x", label="date", proposed=True).to_json()
            | {"note": "a\n\n \\u0041 \\ b", "value": {"edtf": "2026-02"}},
        ],
    }
    (tmp_path / "there.jsonl").write_text(json.dumps(line), "utf-8")
    import_files(project, [tmp_path / "there.jsonl"], Quiet())
    every = Selection("amal", every_article=True)
    report = export(project, tmp_path / "out", "brat", Quiet(), every)
    assert [(loss.label, loss.kind) for loss in report.losses] == [("date", LossKind.SPLIT)]
    assert report.spans == len(line["spans"])
    export(project, tmp_path / "first.jsonl", "jsonl", Quiet(), every)
    init(tmp_path / "other.annotator", lead="huda")
    with Project.open(tmp_path / "other.annotator") as other:
        back = import_files(other, [tmp_path / "out"], Quiet())
        assert sentences(back) == []
        export(other, tmp_path / "again.jsonl", "jsonl", Quiet(), every)
    assert (tmp_path / "again.jsonl").read_text("utf-8") == (tmp_path / "first.jsonl").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    "value",
    [
        *(NumberValue(number, number) for number in (0, -(2**62), 2**63 - 1, 0.1, 1e22, -5e-324)),
        NumberValue(0.5, 7, Modifier.UNDER, "\\ %\t\u2028u"),
        DateValue("XXXX-02-15"),
        TextValue("سطر\n\r\\u000a\x0b آخر "),
        EntryValue("base قسرك:%\u2028", "قسرك\nالجديدة\\"),
    ],
)
def test_any_value_comes_back(tmp_path: Path, value: Value) -> None:
    written(brat.FORMAT, tmp_path / "out", [exported(TEXT, span(TEXT, "قسرک", "base", value))])
    (one,) = only(tmp_path / "out" / "a.ann").spans or ()
    assert one.value == value


@pytest.mark.parametrize(
    "lines",
    [
        *("A1\tNumber T1 007", "A1\tNumber T1 1e999", "A1\tNumber T1", "A1\tDate T1 2026-13"),
        *("A1\tLeast T1 5", "A1\tUnit T1 x", f"A1\tNumber T1 {'9' * 5000}", "A1\tUnit T1 \\ud800"),
        *("A1\tNumber T1 5\nA2\tDate T1 2026", "A1\tDate T1 2026\nN1\tReference T1 registry:e\tx"),
    ],
)
def test_a_value_that_means_nothing_is_told(pair: Write, lines: str) -> None:
    record = only(pair(f"T1\tbase 20 24\tقسرک\n{lines}\n"))
    assert [one.value for one in record.spans or ()] == [None]
    (told,) = record.left_out
    assert str(told).startswith("T1 was taken without its value, which means nothing: ")
    assert not str(told).endswith(": .")


def test_an_article_without_a_layer_comes_back_without_one(tmp_path: Path) -> None:
    one = exported("نص")
    layer = Layer(one.layer.article_id, "amal")
    written(brat.FORMAT, tmp_path / "out", [replace(one, layer=layer)])
    assert only(tmp_path / "out" / "a.ann").spans is None
    written(brat.FORMAT, tmp_path / "none", [one])
    assert only(tmp_path / "none" / "a.ann").spans == ()


NAMES = ("قاعدة", "قاعده", "base.air", "base-2e-air", "u-x", "u--2e-", "ÉTAT", "été", "١", "base")


def label_set(*names: str) -> LabelSet:
    tables = (
        f'[[label]]\nname = {json.dumps(name, ensure_ascii=False)}\ncolour = "#1565c0"\n'
        f'key = "{number}"\nshown = {{ en = "shown {number}", ar = "وسم {number}" }}\n'
        for number, name in enumerate(names)
    )
    return LabelSet.from_toml("".join(tables))


def test_labels_are_types_that_brat_knows_and_come_back_by_name(tmp_path: Path) -> None:
    labels = label_set(*NAMES)
    article = exported(TEXT, *(span(TEXT, "القوات", name) for name in NAMES))
    written(brat.FORMAT, tmp_path / "out", [article], labels=labels)
    lines = (tmp_path / "out" / "a.ann").read_text("utf-8").splitlines()
    types = {line.split("\t")[1].split(" ")[0] for line in lines}
    assert len(types) == len(NAMES)
    assert all(re.fullmatch("[a-zA-Z0-9_-]+", one) for one in types)
    annotation = (tmp_path / "out" / "annotation.conf").read_text("utf-8")
    assert set(annotation.split("[relations]")[0].split()[1:]) == types
    told, drawn = (tmp_path / "out" / "visual.conf").read_text("utf-8").split("[drawing]\n")
    shown = {line.split(" | ")[0]: line.split(" | ")[1:] for line in told.splitlines()[1:]}
    assert shown.keys() == types == {line.split("\t")[0] for line in drawn.splitlines()}
    for number, name in enumerate(NAMES):
        (mine,) = (called for called in shown.values() if called[0] == f"shown {number}")
        (type_name,) = (one for one, called in shown.items() if called is mine)
        assert mine[1:] == ([] if type_name == name else [name])
    (record,) = read(brat.FORMAT, tmp_path / "out")
    assert sorted(one.label for one in record.spans or ()) == sorted(NAMES)
    assert {one.id for one in record.spans or ()} == {one.id for one in article.layer}


@given(
    st.lists(
        st.text(st.sampled_from("aZ9_.-u2eقة\N{ARABIC FATHATAN}𞤀"), min_size=1, max_size=12),
        min_size=2,
        max_size=2,
        unique=True,
    )
)
def test_no_two_labels_are_one_type(names: list[str]) -> None:
    types = [as_type(name) for name in names]
    assert len(set(types)) == 2
    assert [from_type(one) for one in types] == names
    assert all(re.fullmatch("[a-zA-Z0-9_-]+", one) for one in types)


@pytest.mark.parametrize(
    "type_name", ["u-boat", "u-", "u--110000-", "u--41-", "u--1e-x", "u--d800-", "قاعدة"]
)
def test_types_of_others_are_labels_as_they_are(pair: Write, type_name: str) -> None:
    record = only(pair(f"T1\t{type_name} 7 13\tالقوات\n"))
    (one,) = record.spans or ()
    assert one.label == type_name
