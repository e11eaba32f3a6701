import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.core.text import clean_text, sha256_of, whole_letters
from annotator.formats import jsonl
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.imports.articles import ImportReport, import_files
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import init

Bring = Callable[..., ImportReport]
storable = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
words = st.text(storable, min_size=1, max_size=6).filter(str.strip)
alphabet = st.sampled_from("قسرك ًّـ\u00a0\u200f🔴👩\u200d🚀\n\r\x0b99%«»aé\u2028")
texts = st.text(alphabet | storable, min_size=1, max_size=40).filter(
    lambda text: text.strip("\ufeff").strip()
)
days = st.dates().map(lambda day: day.isoformat())
moments = st.datetimes().map(lambda moment: moment.isoformat() + "Z")
metas = st.dictionaries(
    words,
    st.recursive(st.none() | st.booleans() | st.integers() | words, st.lists, max_leaves=4),
    max_size=3,
)


def entries(label: str) -> st.SearchStrategy[dict[str, str]]:
    """Entries as programs write them: an id stands for one label and one name."""
    names = words.filter(lambda name: ARABIC.fold(name).strip())
    return names.map(
        lambda name: {"entry": f"{label} {ARABIC.fold(name).strip()}", "name": name}
    ).filter(lambda entry: entry["entry"] == cleaned(entry["entry"]))


values = {
    "base": entries("base"),
    "actor": entries("actor"),
    "date": st.sampled_from(
        [{"edtf": "2026-02-23"}, {"edtf": "XXXX-02-15"}, {"edtf": "2026-02/.."}]
    ),
    "figure": st.sampled_from(
        [
            {"value": 99, "unit": "%"},
            {"value": 0.5},
            {"min": 500, "max": 600, "modifier": "about", "unit": "جندي"},
            {"value": -(2**62)},
        ]
    ),
}


@st.composite
def span_lines(draw: st.DrawFn, text: str) -> dict[str, Any]:
    label = draw(st.sampled_from(list(values)))
    first = draw(st.integers(0, len(text) - 1))
    start, end = whole_letters(text, first, draw(st.integers(first + 1, len(text))))
    return {
        "id": draw(st.uuids()).hex,
        "label": label,
        "start": start,
        "end": end,
        "value": draw(st.just({}) | values[label]),
        "proposed": draw(st.booleans()),
        "note": draw(st.text(storable, max_size=5)),
        "unsure": draw(st.booleans()),
        "origin": draw(words),
        "created_at": draw(moments),
        "changed_at": draw(moments),
    }


@st.composite
def article_lines(draw: st.DrawFn) -> dict[str, Any]:
    text = cleaned(draw(texts))
    line: dict[str, Any] = {
        "id": draw(st.uuids()).hex,
        "name": draw(words),
        "title": draw(words),
        "outlet": draw(st.none() | words),
        "url": draw(st.none() | words),
        "published": draw(st.none() | days),
        "direction": draw(st.sampled_from(["rtl", "ltr", "auto"])),
        "text": text,
        "meta": draw(metas),
        "note": draw(st.text(storable, max_size=5)),
        "sources": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"name": words, "outlet": st.none() | words, "url": st.none(), "meta": metas}
                ),
                max_size=2,
            )
        ),
        "author": "amal",
    }
    if draw(st.booleans()):
        line |= {
            "status": draw(st.sampled_from(["in progress", "finished", "set aside"])),
            "reason": draw(st.text(storable, max_size=5)),
            "guideline": draw(st.text(storable, max_size=3)),
            "seconds": draw(st.floats(0, 1e6)),
            "spans": draw(
                st.lists(
                    span_lines(text),
                    max_size=5,
                    unique_by=lambda one: (one["start"], one["end"], one["label"]),
                )
            ),
        }
    return line


def cleaned(text: str) -> str:
    return clean_text(text).text


def written(project: Project, out: Path) -> bytes:
    out.unlink(missing_ok=True)
    export(project, out, "jsonl", Quiet(), Selection("amal"))
    return out.read_bytes()


@settings(max_examples=50)
@given(
    lines=st.lists(
        article_lines(),
        min_size=1,
        max_size=4,
        unique_by=(lambda one: one["name"], lambda one: one["text"]),
    )
)
def test_what_is_written_is_read_back_to_the_byte(
    lines: list[dict[str, Any]], tmp_path_factory: Any
) -> None:
    folder = tmp_path_factory.mktemp("round")
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n")
    contents = []
    for number, source in enumerate(["in.jsonl", "out0.jsonl", "out1.jsonl"]):
        path = folder / f"{number}.annotator"
        init(path)
        with Project.open(path) as project:
            ensure_author(project, "amal")
            report = import_files(project, [folder / source], Quiet())
            assert [str(one.why) for one in report.refused] == []
            contents.append(written(project, folder / f"out{number}.jsonl"))
    assert contents[0] == contents[1] == contents[2]
    for line, back in zip(lines, map(json.loads, contents[0].splitlines()), strict=True):
        check_line(line, back)


def check_line(line: dict[str, Any], back: dict[str, Any]) -> None:
    text = line["text"]
    for key in set(line) - {"spans", "sources"}:
        assert back[key] == line[key], key
    assert ("spans" in back) == ("spans" in line)
    assert back["sha256"] == sha256_of(text)
    assert back["ready"] is (line.get("status") == "finished")
    sources = {json.dumps(one, sort_keys=True) for one in line["sources"]}
    assert len(back["sources"]) == len(sources)
    given_spans = {one["id"]: one for one in line.get("spans", [])}
    assert len(back.get("spans", [])) == len(given_spans)
    for span in back.get("spans", []):
        start, end = span["start"], span["end"]
        assert span.items() >= given_spans[span["id"]].items()
        assert span["quote"] == text[start:end]
        utf16, utf8 = text.encode("utf-16-le"), text.encode()
        assert (
            utf16[2 * span["utf16"][0] : 2 * span["utf16"][1]].decode("utf-16-le") == span["quote"]
        )
        assert utf8[span["utf8"][0] : span["utf8"][1]].decode() == span["quote"]
        assert text[:start].endswith(span["before"])
        assert len(span["before"]) == min(20, start)
        assert text[end:].startswith(span["after"])
        assert len(span["after"]) == min(20, len(text) - end)


def test_each_unit_counts_its_own(project: Project, bring: Bring, tmp_path: Path) -> None:
    text = "👩🔴 قسرك"
    bring(
        project, {"text": text, "spans": [{"label": "base", "start": 3, "end": 7}]}, author="amal"
    )
    (span,) = json.loads(written(project, tmp_path / "out.jsonl"))["spans"]
    assert (span["utf16"], span["utf8"], span["quote"]) == ([5, 9], [9, 17], "قسرك")
    assert (span["before"], span["after"]) == ("👩🔴 ", "")


def test_a_layer_that_is_not_begun_is_not_written(
    project: Project, bring: Bring, tmp_path: Path
) -> None:
    bring(project, {"text": "ا"}, {"text": "ب", "author": "amal", "spans": []})
    first, second = map(json.loads, written(project, tmp_path / "out.jsonl").splitlines())
    assert "spans" not in first
    assert "status" not in first
    assert (first["ready"], second["ready"], second["spans"]) == (False, True, [])


def test_lines_are_counted_for_the_progress(write_lines: Callable[..., Path]) -> None:
    assert jsonl.FORMAT.count(write_lines({"text": "a"}, {"text": "b"})) == 3
    assert jsonl.FORMAT.count(Path("none")) == 0


def test_what_other_programs_say_goes_into_the_metadata(
    project: Project, bring: Bring, tmp_path: Path
) -> None:
    line = {
        "text": "ا",
        "category": "news",
        "score": None,
        "meta": {"score": 3},
        "label": "politics",
        "sources": [{"name": "b", "page": [4]}],
        "ready": True,
    }
    report = bring(project, line)
    assert report.refused == []
    (article,) = project.articles.each()
    assert json.loads(article.meta) == {"score": 3, "category": "news", "label": "politics"}
    (source,) = project.articles.sources(article.id)
    assert json.loads(source.meta) == {"page": [4]}
    ensure_author(project, "amal")
    (back,) = map(json.loads, written(project, tmp_path / "out.jsonl").splitlines())
    assert back["meta"] == json.loads(article.meta)
    (tmp_path / "out.jsonl").rename(tmp_path / "again.jsonl")
    assert import_files(project, [tmp_path / "again.jsonl"], Quiet()).skipped == 1
    assert project.articles.by_id(article.id) == article


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"x": "\0"}, "“x” holds a NUL"),
        ({"x": [[[[["\ud800"]]]]]}, "“x” holds a NUL or half"),
        ({"\ud800": 1}, "holds a NUL or half of a character"),
        ({"x": float("1e308")}, None),
        ({"annotations": []}, "“annotations” is a list as other tools write it"),
        ({"entities": [[0, 4, "PER"]]}, "The key for spans is “spans”"),
        ({"labels": ["politics"]}, "“labels” is a list"),
        ({"label": [[0, 4, "base"]], "author": "amal", "spans": []}, "“label” is a list"),
    ],
)
def test_what_cannot_be_kept_of_other_programs_is_refused_with_its_line(
    project: Project, bring: Bring, more: dict[str, Any], told: str | None
) -> None:
    report = bring(project, {"text": "قاعدة"} | more)
    assert report.added == (told is None)
    assert len(report.refused) == (told is not None)
    if told:
        assert told in str(report.refused[0].why)


def test_what_is_nested_too_deep_for_the_metadata_is_refused(
    project: Project, bring: Bring
) -> None:
    report = bring(project, '{"text": "x", "y": ' + "[" * 60 + "]" * 60 + "}")
    assert "“y” is nested too deep" in str(report.refused[0].why)


def test_unknown_keys_of_spans_are_named_and_the_spans_taken(
    project: Project, bring: Bring
) -> None:
    span = {"label": "base", "end": 5, "confidence": 0.5, "utf16": [0, 5], "before": ""}
    spans = [span | {"start": 0}, span | {"start": 1}]
    report = bring(project, {"text": "قاعدة", "author": "amal", "spans": spans})
    (left,) = report.left_out
    assert str(left.why) == "“confidence” of its spans has no place in a project and was left out."
    assert (report.spans, left.line, report.refused) == (2, 1, [])
    (article,) = project.articles.each()
    assert project.layers.load(article.id, "amal").status == "finished"
