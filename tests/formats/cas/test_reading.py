"""CAS as INCEpTION exports it is read, and what is none told in a sentence."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.format import ArticleRecord, Format, ReadingOptions, Refused
from annotator.formats import cas, format_of
from tests.formats.cas.files import (
    ENTITY,
    HEAD,
    article_in,
    articles_in,
    entity,
    fs,
    json_cas,
    refused_in,
    spans_of,
    xmi,
)


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
    read = (cas.XMI if start == HEAD else cas.JSON).read
    assert read is not None
    (refused,) = read(path, ReadingOptions())
    assert isinstance(refused, Refused)


@pytest.mark.parametrize(
    ("format", "content", "why"),
    [
        (cas.XMI, '{"text": "قسرك"}\n{"text": "كسرق"}\n', "It is no XMI in UTF-8, which is XML"),
        (cas.XMI, "قسرك", "It is no XMI in UTF-8, which is XML"),
        (cas.JSON, "قسرك", "It is no CAS in JSON, in UTF-8."),
        (cas.JSON, "<html>", "It is no CAS in JSON, in UTF-8."),
    ],
)
def test_another_format_is_told_to_be_none_and_what_to_do(
    tmp_path: Path, format: Format, content: str, why: str
) -> None:
    (tmp_path / "a").write_text(content, "utf-8")
    assert format.read is not None
    (refused,) = format.read(tmp_path / "a", ReadingOptions())
    assert isinstance(refused, Refused)
    assert str(refused.why).startswith(why)
    assert "save it in UTF-8; if it is something else, import it without saying a format" in str(
        refused.why
    )


def test_one_kind_of_cas_is_understood_where_the_other_is_said(tmp_path: Path) -> None:
    for format, content in ((cas.XMI, json_cas(fs(2, 3, 8))), (cas.JSON, xmi(entity(2, 3, 8)))):
        (tmp_path / "a").write_text(content, "utf-8")
        assert format.read is not None
        (record,) = format.read(tmp_path / "a", ReadingOptions())
        assert isinstance(record, ArticleRecord)
        assert len(record.spans or ()) == 1


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


@pytest.mark.parametrize(
    ("content", "name"),
    [(xmi(), "cas_xmi"), (json_cas(), "cas_json"), ("\ufeff" + xmi(), "cas_xmi")],
)
def test_files_are_known_by_their_content(tmp_path: Path, content: str, name: str) -> None:
    path = tmp_path / "a.bin"
    path.write_text(content, "utf-8")
    assert format_of(path).name == name
