"""What is written as CAS, read by us; ``tests/loaders/test_cas.py`` has others read it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.format import ExportedArticle, Format
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.core.values import EntryValue
from annotator.formats import cas
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import DEMO_AUTHORS, init, make_demo
from tests.formats.cas.files import BOTH, ENTITY, TEXT, loaded
from tests.formats.datasets import exported, hard_article, read, span, written


def small() -> ExportedArticle:
    return exported(TEXT, span(TEXT, "قاعدة", "base", EntryValue("e1", "قسرك")), name="x/a.txt")


def test_xmi_is_as_its_description_has_it(tmp_path: Path) -> None:
    written(cas.XMI, tmp_path / "out", [small()])
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "TypeSystem.xml",
        "x_a.xmi",
    ]
    text = (tmp_path / "out" / "x_a.xmi").read_text("utf-8")
    assert (
        '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain"'
        ' sofaString="🔴 قاعدة قسرك &amp; &lt;b&gt;"/>'
    ) in text
    assert 'sofa="1" begin="3" end="8" value="base" identifier="e1"/>' in text
    assert 'sofa="1" begin="0" end="19" language' not in text
    assert 'documentTitle="x/a.txt"' in text


def test_json_is_as_its_description_has_it(tmp_path: Path) -> None:
    written(cas.JSON, tmp_path / "out", [small()])
    data = json.loads((tmp_path / "out" / "x_a.json").read_text("utf-8"))
    assert set(data) == {"%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"}
    sofa, *rest = data["%FEATURE_STRUCTURES"]
    assert (sofa["%TYPE"], sofa["sofaString"]) == ("uima.cas.Sofa", TEXT)
    (found,) = [one for one in rest if one["%TYPE"] == ENTITY]
    assert list(found)[:2] == ["%ID", "%TYPE"]
    assert {key: found[key] for key in list(found)[2:]} == {
        **{"@sofa": sofa["%ID"], "begin": 3, "end": 8, "value": "base", "identifier": "e1"}
    }
    # INCEpTION refuses a file with a type that a new project of its does not have.
    assert all(name.startswith("de.tudarmstadt.ukp.dkpro.core.api.") for name in data["%TYPES"])


@pytest.mark.parametrize("format", BOTH)
def test_names_are_safe_and_no_two_are_one(format: Format, tmp_path: Path) -> None:
    names = ["../../up.txt", "a/b.txt", "a_b.txt", "CON", "", "ط" * 300, "TypeSystem"]
    there = [
        exported(f"نص {number}", name=name, number=number) for number, name in enumerate(names, 1)
    ]
    written(format, tmp_path / "out", there)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out"]
    assert sorted(record.name or "" for record in read(format, tmp_path / "out")) == sorted(names)


@pytest.mark.parametrize("format", BOTH)
def test_all_that_is_known_of_an_article_comes_back(format: Format, tmp_path: Path) -> None:
    there = hard_article()
    written(format, tmp_path / "out", [there])
    (record,) = read(format, tmp_path / "out")
    article, layer = there.article, there.layer
    assert (record.id, record.name, record.title) == (article.id, article.name, article.title)
    assert (record.outlet, record.published, record.sha256) == (
        *(article.outlet, article.published, article.sha256),
    )
    assert (record.author, record.state) == (layer.author, layer.state)
    assert {
        (one.id, one.label, one.quote, one.value, one.note, one.unsure, one.created_at)
        for one in record.spans or ()
    } == {
        (one.id, one.label, one.quote, one.value, one.note, one.unsure, one.created_at)
        for one in layer
    }
    assert (record.left_out, record.bad_spans) == ((), ())


@pytest.mark.parametrize("format", BOTH)
def test_what_xml_cannot_hold_moves_nothing_and_comes_back(format: Format, tmp_path: Path) -> None:
    text = "🔴 قا\x0bعدة\x01 \ufffe قسرك \N{REPLACEMENT CHARACTER} \x85 نعم"
    spans = (span(text, "قا\x0bعدة", "base", note="\x02"), span(text, "قسرك", "base"))
    there = exported(text, *spans, name="a\x01")
    there = replace(there, article=replace(there.article, id="1\x01", title="\x0e"))
    written(format, tmp_path / "out", [there])
    (record,) = read(format, tmp_path / "out")
    assert record.text == text
    assert (record.id, record.name, record.title) == ("1\x01", "a\x01", "\x0e")
    assert sorted(one.note for one in record.spans or ()) == ["", "\x02"]
    found = loaded(tmp_path / "out")
    assert len(found.sofa_string) == len(text)
    assert "قسرك" in [one.get_covered_text() for one in found.select(ENTITY)]


@pytest.mark.parametrize("format", BOTH)
def test_the_layers_of_the_demo_are_exported_and_imported_whole(
    format: Format, tmp_path: Path
) -> None:
    author = DEMO_AUTHORS[0]
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        selection = Selection(author=author, every_article=True)
        report = export(project, tmp_path / "out", format.name, Quiet(), selection, strict=True)
        there = {article.name: article for article in project.articles.each()}
        layers = {name: project.layers.load(one.id, author) for name, one in there.items()}
    assert report.spans > 0
    init(tmp_path / "other.annotator")
    with Project.open(tmp_path / "other.annotator") as project:
        brought = import_files(project, [tmp_path / "out"], Quiet())
        assert brought.refused == []
        found = {article.name: article for article in project.articles.each()}
        assert {name: one.text for name, one in found.items()} == {
            name: one.text for name, one in there.items()
        }
        for name, one in found.items():
            layer = project.layers.load(one.id, author)
            assert (layer.spans, layer.state) == (layers[name].spans, layers[name].state)
