"""The columns of a dataset folder: what the card declares, and what a row holds.

Offsets count code points of ``text``, end exclusive.  Values, ``meta`` and ``layer`` are JSON in a
string: their keys differ from row to row, which columns cannot.  When and how long somebody worked
is left out: it is nobody's business who trains on it.

The loader of JSON lines takes a column for times, and changes it, in which all texts of a file are
ISO dates; what the card declares comes too late.  So days are declared as days, and the version of
the guidelines, which may be one, stands inside JSON.  Where it happens to another column, such as
the names of articles that are called by their days, the card says so; Parquet has no such trap.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import regex

from annotator.core.format import ExportedArticle
from annotator.core.labels import LabelSet
from annotator.core.language import Stretch
from annotator.core.model import Source, Span
from annotator.core.values import value_to_json

_MOMENT = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9:.]*+(?:Z|[+-][0-9:]*+)?)?")
"""What Arrow may take for a point in time, or a little more."""

Kind: TypeAlias = "str | Tag | list[Kind] | dict[str, Kind]"
"""What a column holds: a type by its name, a tag, a list of one kind, or named parts."""

_SOURCE: dict[str, Kind] = {
    "name": "string",
    "outlet": "string",
    "url": "string",
    "published": "date32",
    "meta": "string",
}
_SPAN: dict[str, Kind] = {
    "id": "string",
    "label": "string",
    "start": "int32",
    "end": "int32",
    "quote": "string",
    "value": "string",
    "proposed": "bool",
    "note": "string",
    "unsure": "bool",
    "origin": "string",
}


@dataclass(frozen=True, slots=True)
class Tag:
    """One of a closed set of names, which training sees as their numbers."""

    names: tuple[str, ...]


def columns(labels: LabelSet) -> dict[str, Kind]:
    """Return what each column holds, by its name."""
    tags = ("O", *(f"{begins}-{label.name}" for label in labels for begins in "BI"))
    return {
        "id": "string",
        "name": "string",
        "title": "string",
        "outlet": "string",
        "url": "string",
        "published": "date32",
        "direction": "string",
        "text": "string",
        "sha256": "string",
        "meta": "string",
        "note": "string",
        "sources": [_SOURCE],
        "author": "string",
        "ready": "bool",
        "layer": "string",
        "tokens": ["string"],
        "token_starts": ["int32"],
        "ner_tags": [Tag(tags)],
        "spans": [_SPAN],
    }


def row(exported: ExportedArticle, tokens: Iterable[Stretch], tags: list[str]) -> dict[str, object]:
    """Return what the columns hold of an article."""
    article, layer = exported.article, exported.layer
    return {
        "id": article.id,
        "name": article.name,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": _day(article.published),
        "direction": article.direction.value,
        "text": article.text,
        "sha256": article.sha256,
        "meta": article.meta,
        "note": article.note,
        "sources": list(map(_source, exported.sources)),
        "author": layer.author,
        "ready": exported.ready,
        "layer": _json(
            {
                "status": layer.status.value,
                "reason": layer.state.reason,
                "guideline": layer.guideline,
            }
        ),
        "tokens": [article.text[start:end] for start, end in tokens],
        "token_starts": [start for start, _ in tokens],
        "ner_tags": tags,
        "spans": list(map(_span, layer.spans)),
    }


class Moments:
    """Finds the columns of texts that are nothing but dates, which a loader takes for times."""

    def __init__(self) -> None:
        self._only: dict[str, bool] = {}
        """By the way to a column: whether all its texts were dates so far."""

    def see(self, row: Mapping[str, object], way: str = "") -> None:
        """Take in what is in the columns of a row."""
        for name, cell in row.items():
            self._see(cell, f"{way}{name}")

    def _see(self, cell: object, way: str) -> None:
        match cell:
            case str() if self._only.get(way, True):
                self._only[way] = bool(_MOMENT.fullmatch(cell))
            case list() if self._only.get(way, True):  # what is known of tokens is not asked again
                for one in cell:
                    self._see(one, way)
            case dict():
                self.see(cell, f"{way}.")

    @property
    def columns(self) -> list[str]:
        """The columns that are taken for times."""
        return [way for way, only in self._only.items() if only]


def _source(source: Source) -> dict[str, object]:
    return {key: getattr(source, key) for key in _SOURCE} | {"published": _day(source.published)}


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published) if published else None


def _span(span: Span) -> dict[str, object]:
    value = _json(value_to_json(span.value))
    return {key: getattr(span, key) for key in _SPAN} | {"value": value}


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def in_yaml(kinds: Mapping[str, Kind], indent: str = "") -> Iterator[str]:
    """Yield the lines that declare columns in the card."""
    for name, kind in kinds.items():
        yield f"{indent}- name: {name}"
        yield from _kind_in_yaml(kind, f"{indent}  ")


def _kind_in_yaml(kind: Kind, indent: str) -> Iterator[str]:
    match kind:
        case Tag(names):
            yield f"{indent}class_label:"
            yield f"{indent}  names:"
            for number, name in enumerate(names):
                # What JSON quotes YAML reads alike: a label may be called “no” or “1”.
                yield f'{indent}    "{number}": {_json(name)}'
        case [str() as of]:
            yield f"{indent}list: {of}"
        case [dict() as of]:
            yield f"{indent}list:"
            yield from in_yaml(of, indent)
        case [of]:
            yield f"{indent}list:"
            yield from _kind_in_yaml(of, f"{indent}  ")
        case dict() as parts:
            yield f"{indent}struct:"
            yield from in_yaml(parts, indent)
        case str() as type_name:
            yield f"{indent}dtype: {type_name}"
