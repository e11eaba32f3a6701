"""CAS: INCEpTION's library reads what is written, and what INCEpTION writes is read."""

import io
import json
import tempfile
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.format import ArticleRecord, ExportedArticle, Format, ReadingOptions, Refused
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.core.values import EntryValue
from annotator.formats import cas, format_of
from annotator.store.project import Project
from annotator.workflow.articles import import_files
from annotator.workflow.exporting import export
from annotator.workflow.projects import DEMO_AUTHORS, init, make_demo
from tests.formats.datasets import exported, hard_article, read, span, written

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
BOTH = [pytest.param(cas.XMI, id="xmi"), pytest.param(cas.JSON, id="json")]
TEXT = "🔴 قاعدة قسرك & <b>"
"""The emoji takes two units in UTF-16: “قاعدة” is 2–7 in code points, 3–8 in the files."""

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"'
    ' xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore"'
    ' xmlns:custom="http:///webanno/custom.ecore"'
    ' xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"'
    ' xmlns:pos="http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore"'
    ' xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"'
    ' xmlns:meta="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmi:version="2.0">'
)
SOFA = (
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/>'
)


def xmi(*elements: str, members: str | None = None, text: str = "🔴 قاعدة قسرك") -> str:
    """Return XMI as INCEpTION writes it; without ``members`` all are in use."""
    ids = members or " ".join(str(number) for number in range(1, 100))
    sofa = SOFA.format(text=text)
    view = f'<cas:View sofa="1" members="{ids}"/>'
    return f'{HEAD}<cas:NULL xmi:id="0"/>{"".join(elements)}{sofa}{view}</xmi:XMI>'


def entity(id: int, begin: object, end: object, label: str = "base", more: str = "") -> str:
    return (
        f'<type:NamedEntity xmi:id="{id}" sofa="1" begin="{begin}" end="{end}" value="{label}"'
        f"{more}/>"
    )


def json_cas(*structures: dict[str, Any], text: str = "🔴 قاعدة قسرك", **more: Any) -> str:
    """Return a JSON CAS as INCEpTION writes it."""
    sofa = {
        **{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView"},
        "sofaString": text,
    }
    members = [one["%ID"] for one in structures if "%ID" in one]
    return json.dumps(
        {
            "%TYPES": {ENTITY: {"value": {"%NAME": "value", "%RANGE": "uima.cas.String"}}},
            "%FEATURE_STRUCTURES": [sofa, *structures],
            "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
            **more,
        },
        ensure_ascii=False,
    )


def fs(id: object, begin: object, end: object, label: object = "base") -> dict[str, Any]:
    return {
        **{"%ID": id, "%TYPE": ENTITY, "@sofa": 1, "begin": begin, "end": end, "value": label},
    }


def articles_in(path: Path, content: str | bytes) -> list[ArticleRecord | Refused]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert cas.XMI.read is not None
    return list(cas.XMI.read(path, ReadingOptions()))


def article_in(path: Path, content: str | bytes) -> ArticleRecord:
    (record,) = articles_in(path, content)
    assert isinstance(record, ArticleRecord), record
    return record


def refused_in(path: Path, content: str | bytes) -> str:
    (record,) = articles_in(path, content)
    assert isinstance(record, Refused)
    assert record.path.is_relative_to(path)
    return str(record.why)


def spans_of(record: ArticleRecord) -> list[tuple[str, str]]:
    return [(one.label, record.text[one.start : one.end]) for one in record.spans or ()]


def loaded(folder: Path) -> Any:
    """Return the only CAS in a folder as the library reads it."""
    for path in folder.glob("*.xmi"):
        types = load_typesystem(folder / "TypeSystem.xml")
        return load_cas_from_xmi(path, types)
    (path,) = folder.glob("*.json")
    with path.open("rb") as file:
        return load_cas_from_json(file)


# -- written


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
def test_the_library_reads_what_is_written(format: Format, tmp_path: Path) -> None:
    there = hard_article()
    written(format, tmp_path / "out", [there])
    found = loaded(tmp_path / "out")
    assert found.sofa_string == there.article.text
    assert sorted((one.value, one.get_covered_text()) for one in found.select(ENTITY)) == sorted(
        (one.label, one.quote) for one in there.layer
    )
    tokens = [one.get_covered_text() for one in found.select(TOKEN)]
    assert "👩‍🚀" in tokens
    visible = there.article.text.replace("\N{RIGHT-TO-LEFT MARK}", "")
    assert "".join("".join(tokens).split()) == "".join(visible.split())
    sentences = [(one.begin, one.end) for one in found.select(SENTENCE)]
    assert len(sentences) > 1
    for one in there.layer:
        assert sum(start < one.end and one.start < end for start, end in sentences) == 1


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


# -- read


def test_xmi_of_inception_is_read_without_its_types(tmp_path: Path) -> None:
    record = article_in(
        tmp_path / "a.xmi",
        xmi(
            '<meta:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="13" documentTitle="d.txt"/>',
            '<seg:Token xmi:id="3" sofa="1" begin="3" end="8" order="0"/>',
            '<pos:POS xmi:id="4" sofa="1" begin="3" end="8" PosValue="NN"/>',
            entity(5, 3, 8, more=' identifier="http://kb/1"'),
            '<type:Location xmi:id="6" sofa="1" begin="9" end="13" value="LOC"/>',
            '<custom:Base xmi:id="7" sofa="1" begin="3" end="13" label="base" seen="yes"/>',
            '<custom:Mark xmi:id="8" sofa="1" begin="9" end="13"/>',
            '<custom:Kind xmi:id="9" sofa="1" begin="9" end="13" art="weapon"><links>7</links>'
            "</custom:Kind>",
            '<custom:Link xmi:id="10" sofa="1" begin="3" end="8" Governor="5" Dependent="6"/>',
            entity(11, 0, 2, "left over"),
            members="2 3 4 5 6 7 8 9 10",
        ),
    )
    assert record.text == "🔴 قاعدة قسرك"
    assert spans_of(record) == [
        *(("base", "قاعدة"), ("LOC", "قسرك"), ("base", "قاعدة قسرك")),
        *(("Mark", "قسرك"), ("weapon", "قسرك")),
    ]
    assert (record.name, record.author, record.state, record.line) == (None, None, None, None)
    told = " ".join(map(str, record.left_out))
    for named in (
        "identifier",
        "seen",
        "links",
        "POS has no place in a project; left out: 1",
        "Link has no",
    ):
        assert named in told


def test_the_types_beside_it_tell_which_feature_holds_texts(tmp_path: Path) -> None:
    (tmp_path / "TypeSystem.xml").write_text(
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>'
        "<typeDescription><name>webanno.custom.Year</name><supertypeName>uima.tcas.Annotation"
        "</supertypeName><features><featureDescription><name>art</name><rangeTypeName>"
        "uima.cas.String</rangeTypeName></featureDescription><featureDescription><name>to</name>"
        "<rangeTypeName>uima.tcas.Annotation</rangeTypeName></featureDescription></features>"
        "</typeDescription></types></typeSystemDescription>",
        "utf-8",
    )
    content = xmi('<custom:Year xmi:id="2" sofa="1" begin="3" end="8" art="2026" to="3"/>')
    assert spans_of(article_in(tmp_path / "a.xmi", content)) == [("2026", "قاعدة")]
    assert tmp_path / "TypeSystem.xml" in set(cas.XMI.companions(tmp_path / "a.xmi"))


@pytest.mark.parametrize("as_object", [False, True])
def test_json_of_inception_is_read(tmp_path: Path, as_object: bool) -> None:
    content = json_cas(fs(2, 3, 8), fs(3, 9, 13, "place"))
    if as_object:
        data = json.loads(content)
        data["%FEATURE_STRUCTURES"] = {
            str(one.pop("%ID")): one for one in data["%FEATURE_STRUCTURES"]
        }
        content = json.dumps(data)
    record = article_in(tmp_path / "a.json", content)
    assert spans_of(record) == [("base", "قاعدة"), ("place", "قسرك")]


@pytest.mark.parametrize(
    ("begin", "end", "why"),
    [
        ("1", "8", "inside a character, at 1"),
        ("3.5", "8", "“begin” must be a whole number"),
        ("", "8", "“begin” must be a whole number"),
        ("3", "9" * 5000, "“end” must be a whole number"),
    ],
)
def test_offsets_that_are_none_are_told_and_the_rest_is_read(
    tmp_path: Path, begin: str, end: str, why: str
) -> None:
    record = article_in(tmp_path / "a.xmi", xmi(entity(2, begin, end), entity(3, 9, 13)))
    assert spans_of(record) == [("base", "قسرك")]
    (bad,) = record.bad_spans
    assert why in str(bad)


@pytest.mark.parametrize("value", [True, 3.0, "x", None, [3]])
def test_json_offsets_of_other_types_are_told(tmp_path: Path, value: object) -> None:
    record = article_in(tmp_path / "a.json", json_cas(fs(2, value, 8), fs(3, 9, 13)))
    assert spans_of(record) == [("base", "قسرك")]
    assert "“begin” must be a whole number" in str(record.bad_spans[0])


@pytest.mark.parametrize(("begin", "end"), [(8, 3), (-3, 4), (3, 10**9), (3, 3)])
def test_offsets_out_of_range_are_left_to_the_import_to_refuse(
    tmp_path: Path, begin: int, end: int
) -> None:
    record = article_in(tmp_path / "a.xmi", xmi(entity(2, begin, end)))
    (one,) = record.spans or ()
    assert not 0 <= one.start < one.end <= len(record.text)


@pytest.mark.parametrize("replaced", ["[[0, 55357]]", "[[0, 0]]", "[[9, 1]]", "{}", "[[true]]"])
def test_no_character_is_put_back_that_was_not_replaced(tmp_path: Path, replaced: str) -> None:
    field = (
        '<meta:MetaDataStringField xmi:id="2" sofa="1" begin="0" end="1" key="annotator.replaced"'
        f' value="{replaced}"/>'
    )
    record = article_in(tmp_path / "a.xmi", xmi(field, text="\N{REPLACEMENT CHARACTER}ab"))
    assert record.text == "\N{REPLACEMENT CHARACTER}ab"


@pytest.mark.parametrize("content", [xmi(), json_cas()])
def test_where_nothing_is_marked_nobody_may_have_looked(tmp_path: Path, content: str) -> None:
    assert article_in(tmp_path / "a", content).spans is None


def test_a_span_without_a_label_is_told(tmp_path: Path) -> None:
    record = article_in(tmp_path / "a.xmi", xmi(entity(2, 3, 8, " ")))
    assert record.spans == ()
    assert "NamedEntity from 3 to 8 has no label" in str(record.bad_spans[0])


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no XMI in UTF-8"),
        (BOMB + xmi(text="&c;")[38:], "document type"),
        (OUTSIDE + xmi(text="&a;")[38:], "document type"),
        (xmi().encode("utf-16"), "no XMI in UTF-8"),
        (xmi().replace("UTF-8", "windows-1256").encode("cp1256", "replace"), "no XMI in UTF-8"),
        (xmi()[:-9], "not XML"),
        (xmi(text="a&undefined;"), "not XML"),
        (xmi(text="&#11;"), "not XML"),
        (xmi().encode()[:900] + b"\xff" + xmi().encode()[901:], "not XML"),
        (xmi().replace('sofaNum="1"', 'sofaNum="1" sofaNum="1"'), "not XML"),
        (xmi().replace('members="1', 'members="x'), "stands where a whole number must"),
        (xmi().replace("sofaString", "sofaThing"), "holds no text"),
        (HEAD + "</xmi:XMI>", "holds no text"),
        (HEAD + "<a>" * 100_000, "nested too deep"),
        ("{", "not JSON"),
        ("{}", "“%FEATURE_STRUCTURES” must be a list"),
        (json_cas()[:-30], "not JSON"),
        (json_cas(fs("2", 3, 8)), "“%FEATURE_STRUCTURES[1].%ID” must be a whole number"),
        (json_cas(fs(2, 3, 8)).replace(f'"{ENTITY}"', "7", 2), "not JSON"),
        (json_cas(**{"%VIEWS": {"_InitialView": []}}), "must be an object"),
        (json_cas(**{"%TYPES": []}), "“%TYPES” must be an object"),
        (json_cas().replace('"%VIEWS"', '"%TYPES"'), "twice"),
        (json_cas(**{"more": 0}).replace(": 0}", ": " + "[" * 100_000), "nested too deep"),
        (json_cas(text="x").replace('"x"', '"\\ud83d"'), "half of a character"),
        (json_cas(text="x").replace('"x"', '"\\u0000"'), "holds a NUL"),
        (json_cas().encode("utf-16"), "no XMI in UTF-8"),
    ],
)
def test_what_is_no_cas_is_told_in_a_sentence(
    tmp_path: Path, content: str | bytes, why: str
) -> None:
    assert why in refused_in(tmp_path / "a.xmi", content)


@pytest.mark.parametrize("start", [HEAD, "{"])
def test_an_endless_file_is_not_read_to_its_end(tmp_path: Path, start: str) -> None:
    path = tmp_path / "a.xmi"
    with path.open("wb") as file:
        file.write(start.encode() + (b'<a b="' if start == HEAD else b'"'))
        file.write(b" " * (66 << 20) if start == "{" else b"")
        file.truncate(1 << 30)
    assert cas.XMI.read is not None
    (refused,) = cas.XMI.read(path, ReadingOptions())
    assert isinstance(refused, Refused)


def test_a_long_article_is_read_whole(tmp_path: Path) -> None:
    text = "قاعدة قسرك. " * 500_000
    record = article_in(tmp_path / "a.xmi", xmi(entity(2, 0, 5), text=text))
    assert (len(record.text), spans_of(record)) == (len(text), [("base", "قاعدة")])


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([xmi(entity(2, 3, 8)), json_cas(fs(2, 3, 8))]),
    st.integers(0, 2000),
    st.integers(0, 30),
    st.sampled_from(["", "\0", '"', "<", ">", "{", "[", "-1", "null", "&", "\ud83d", "é"]),
)
def test_no_damage_makes_the_reader_stumble(
    tmp_path: Path, content: str, at: int, length: int, put: str
) -> None:
    damaged = content[:at] + put + content[at + length :]
    for record in articles_in(tmp_path / "a", damaged.encode("utf-8", "surrogatepass")):
        assert isinstance(record, ArticleRecord | Refused)


# -- archives


def zipped(path: Path, entries: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def in_zip(entries: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def records_in(path: Path) -> list[ArticleRecord | Refused]:
    read = format_of(path).read
    assert read is not None
    return list(read(path, ReadingOptions()))


def test_an_archive_of_one_article_is_read(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "e.zip", {"a.xmi": xmi(entity(2, 3, 8)), "TypeSystem.xml": "", "b.txt": "x"}
    )
    assert format_of(path).name == "cas_xmi"
    (record,) = records_in(path)
    assert isinstance(record, ArticleRecord)
    assert (record.name, record.author, spans_of(record)) == (
        *("a.xmi", None, [("base", "قاعدة")]),
    )


def test_a_project_of_inception_is_read_with_its_annotators(tmp_path: Path) -> None:
    amal, badr = xmi(entity(2, 3, 8)), xmi(entity(2, 9, 13))
    path = zipped(
        tmp_path / "p.zip",
        {
            "exportedproject.json": "{}",
            "source/north.txt": "x",
            "annotation/north.txt/INITIAL_CAS.xmi": xmi(),
            "annotation/north.txt/amal.zip": in_zip({"amal.xmi": amal, "TypeSystem.xml": "<t/>"}),
            "annotation/north.txt/badr.json": json_cas(fs(2, 9, 13)),
            "curation/north.txt/CURATION_USER.xmi": badr,
        },
    )
    found = records_in(path)
    assert cas.XMI.count(path) == 4
    told = []
    for record in found:
        assert isinstance(record, ArticleRecord)
        told.append((record.name, record.author, record.spans and spans_of(record)))
    assert told == [
        ("north.txt", None, None),
        ("north.txt", "amal", [("base", "قاعدة")]),
        ("north.txt", "badr", [("base", "قسرك")]),
        ("north.txt", None, [("base", "قسرك")]),
    ]


def test_json_that_others_pack_is_not_taken_for_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", {"result.json": '[{"id": 1}]'})
    assert not cas.JSON.recognise(path, path.read_bytes())
    path = zipped(tmp_path / "p.zip", {"a.json": json_cas(fs(2, 3, 8))})
    assert format_of(path).name == "cas_json"
    entries = {"exportedproject.json": "{}", "annotation/d/amal.json": json_cas(fs(2, 3, 8))}
    assert format_of(zipped(tmp_path / "p.zip", {**entries})).name == "cas_json"
    path = zipped(tmp_path / "p.zip", {"a.json": json_cas(), "b.zip": in_zip({"c.zip": b"x"})})
    _, refused = records_in(path)
    assert isinstance(refused, Refused)
    assert "packed too deep" in str(refused.why)


def test_tricks_in_names_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    names = ["../../a.xmi", "/a.xmi", "..\\b.xmi", "C:/a.xmi", "good.xmi"]
    path = zipped(tmp_path / "p.zip", {name: xmi() for name in names})
    found = records_in(path)
    assert [isinstance(record, ArticleRecord) for record in found] == [
        *(False, False, False, False, True)
    ]
    assert "outside of the archive" in str(getattr(found[0], "why", ""))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["p.zip"]


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    big = b" " * (65 << 20)
    path = zipped(tmp_path / "p.zip", {"a.xmi": HEAD.encode() + big})
    (refused,) = records_in(path)
    assert isinstance(refused, Refused)
    assert "larger than 64 MB" in str(refused.why)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.xmi", xmi())
            archive.infolist()[-1].file_size = 2 << 30
    check_refused_as_bomb(path, 6 << 30)


def check_refused_as_bomb(path: Path, size: int) -> None:
    began = time.monotonic()
    (refused,) = records_in(path)
    assert time.monotonic() - began < 5
    assert isinstance(refused, Refused)
    assert f"It would unpack to {size >> 20:,} MB or more" in str(refused.why)


def test_many_files_that_are_small_when_packed_are_refused_before_one_is_unpacked(
    tmp_path: Path,
) -> None:
    one = xmi().encode() + b" " * (20 << 20)
    path = zipped(tmp_path / "p.zip", {f"{number}.xmi": one for number in range(6)})
    assert path.stat().st_size < 1 << 18
    check_refused_as_bomb(path, 6 * len(one))


def test_files_over_one_another_are_counted_each(tmp_path: Path) -> None:
    one = xmi().encode() + b" " * (20 << 20)
    with zipfile.ZipFile(tmp_path / "p.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xmi", one)
        archive.filelist += 99 * archive.filelist
    check_refused_as_bomb(tmp_path / "p.zip", 100 * len(one))


def test_a_bomb_of_archives_is_stopped_once_all_together_are_too_much(tmp_path: Path) -> None:
    inner = in_zip({"a.xmi": xmi().encode() + b" " * (20 << 20)})
    names = [f"annotation/{number}/amal.zip" for number in range(100)]
    path = zipped(tmp_path / "p.zip", dict.fromkeys(names, inner))
    *articles, last = records_in(path)[:5]
    assert all(isinstance(one, ArticleRecord) for one in articles[:3])
    assert isinstance(last, Refused)
    assert "It would unpack to 20 MB or more" in str(last.why)


@pytest.mark.parametrize(
    ("way", "told"), [(zipfile.ZIP_BZIP2, "bzip2"), (zipfile.ZIP_LZMA, "LZMA"), (9, "Deflate64")]
)
@pytest.mark.parametrize("is_damaged", [False, True])
def test_what_is_packed_otherwise_is_told_and_not_unpacked(
    tmp_path: Path, way: int, told: str, is_damaged: bool
) -> None:
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if way == 9 else way) as archive:
        archive.writestr("a.xmi", xmi(entity(2, 3, 8)))
    data = bytearray(path.read_bytes())
    if way == 9:
        for start, at in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
            data[data.index(start) + at] = 9
    if is_damaged:
        data[50:70] = b"\xff" * 20
    path.write_bytes(data)
    assert cas.XMI.recognise(path, bytes(data))
    (refused,) = records_in(path)
    assert isinstance(refused, Refused)
    assert str(refused.why) == (
        f"“a.xmi” is packed by {told}, and only Deflate is read. Unpack the archive, then import"
        " what was in it."
    )
    json_path = tmp_path / "j.zip"
    with zipfile.ZipFile(json_path, "w", way if way != 9 else zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.json", json_cas())
    assert not cas.JSON.recognise(json_path, json_path.read_bytes())


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_is_damaged_in_an_archive_is_told(data: st.DataObject) -> None:
    there = bytearray(in_zip({"a.xmi": xmi(entity(2, 3, 8)), "b.xmi": xmi()}))
    for _ in range(data.draw(st.integers(1, 4))):
        there[data.draw(st.integers(0, len(there) - 1))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "p.zip")
        path.write_bytes(b"PK\3\4" + there[4 : data.draw(st.integers(10, len(there)))])
        cas.XMI.recognise(path, path.read_bytes())
        cas.JSON.recognise(path, path.read_bytes())
        assert cas.XMI.read is not None
        for found in cas.XMI.read(path, ReadingOptions()):
            assert isinstance(found, ArticleRecord) or len(str(found.why).splitlines()) == 1


@pytest.mark.parametrize("cut", [30, 200, -30])
def test_a_damaged_archive_is_told(tmp_path: Path, cut: int) -> None:
    data = in_zip({"a.xmi": xmi(entity(2, 3, 8))})
    path = tmp_path / "p.zip"
    path.write_bytes(data[:cut])
    assert cas.XMI.read is not None
    (refused,) = cas.XMI.read(path, ReadingOptions())
    assert isinstance(refused, Refused)
    assert "damaged or locked" in str(refused.why)
    damaged = bytearray(data)
    damaged[80:90] = b"\xff" * 10
    path.write_bytes(damaged)
    (refused,) = cas.XMI.read(path, ReadingOptions())
    assert isinstance(refused, Refused)


@pytest.mark.parametrize(
    ("content", "name"),
    [(xmi(), "cas_xmi"), (json_cas(), "cas_json"), ("\ufeff" + xmi(), "cas_xmi")],
)
def test_files_are_known_by_their_content(tmp_path: Path, content: str, name: str) -> None:
    path = tmp_path / "a.bin"
    path.write_text(content, "utf-8")
    assert format_of(path).name == name
