"""CAS files as others make them, and what is read of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem

from annotator.core.format import ArticleRecord, ReadingOptions, Refused
from annotator.formats import cas

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
    read = (cas.JSON if path.read_bytes().startswith(b"{") else cas.XMI).read
    assert read is not None
    return list(read(path, ReadingOptions()))


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


def loaded(path: Path) -> Any:
    """Return what the library reads in a file, or in a folder that holds no other."""
    if path.is_dir():
        (path,) = (*path.glob("*.xmi"), *path.glob("*.json"))
    if path.suffix == ".xmi":
        return load_cas_from_xmi(path, load_typesystem(path.with_name("TypeSystem.xml")))
    with path.open("rb") as file:
        return load_cas_from_json(file)
