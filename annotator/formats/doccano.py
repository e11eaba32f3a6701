"""doccano: JSON lines, an article a line, as its sequence labelling imports and exports them.

Spans are written ``"label": [[start, end, name], ...]``; read also as ``labels`` (of older
versions) and as ``entities`` with ``start_offset`` and ``end_offset`` (of projects with relations).

Offsets count UTF-16 units, since doccano marks by the strings of the browser; grapheme clusters
where its project counts them; code points where a script wrote the file.  Nothing in a file tells
which of them it is: the option does.

What doccano itself drops when it imports: of overlapping spans all but the first, unless the
project allows them; the file holds them all.  Values, notes and certainty have no place in it.
Extra keys become the ``meta`` of an article, here as there.  Who marked is told by the name of an
exported file at most, so that readers are told the author.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    InvalidArticle,
)
from annotator.core.fields import Fields
from annotator.core.format import (
    ArticleRecord,
    Dataset,
    ExportedArticle,
    Format,
    ReadingOptions,
    SpanRecord,
    Unit,
)
from annotator.core.json_files import Records, articles_in, as_json, lines_in
from annotator.core.json_records import (
    OWN_KEY,
    article_record,
    carried,
    left_out,
    refuse_spans_of_others,
    relations_left_out,
)
from annotator.core.json_stream import shape
from annotator.core.losses import OF_SPANS
from annotator.core.units import Convert, code_points_of, counted_in

_UNIT = Unit.UTF16
_SPANS = ("label", "labels", "entities")
_ENTITY_KEYS = {"id", "label", "start_offset", "end_offset"}
_KNOWN = {"text", "meta", "relations", *_SPANS}


def recognise(path: Path, head: bytes) -> bool:
    """Tell by the list of spans, which has a name of its own here."""
    keys = shape(head)
    if "text" not in keys or "spans" in keys:
        return False
    return not keys.isdisjoint(("label[]", "labels[][]", "entities[].start_offset"))


def read(path: Path, options: ReadingOptions) -> Records:
    """Yield the articles of the file, line by line."""

    def records(path: Path, number: int, data: dict[str, Any]) -> Iterator[ArticleRecord]:
        yield _record(path, number, Fields(data), options)

    return articles_in(path, records)


def _record(path: Path, number: int, fields: Fields, options: ReadingOptions) -> ArticleRecord:
    if "text" not in fields:
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "It is not an article: it has no “text”."))
    refuse_spans_of_others(fields, FORMAT.name, _SPANS)
    text = fields.text("text")
    record = article_record(path, number, text, fields, _KNOWN)
    position = code_points_of(options.unit or _UNIT, text)
    spans: list[SpanRecord] = []
    bad: list[AnnotatorError] = []
    # Our own articles without a layer have the list as well: by it doccano knows a file.
    is_bare = OWN_KEY in fields and record.state is None
    keys = [key for key in _SPANS if key in fields and not is_bare]
    for key in keys:
        for at, item in enumerate(_items(fields, key)):
            try:
                spans.append(_span(_entity(item, f"{key}[{at}]"), position))
            except AnnotatorError as error:
                bad.append(error)
    return replace(
        record,
        spans=tuple(spans) if keys else None,
        bad_spans=tuple(bad),
        left_out=tuple(_left_out(fields, keys)),
    )


def _items(fields: Fields, key: str) -> list[Any]:
    items = fields.value(key)
    if not isinstance(items, list):
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "“{key}” must be a list."), key=key)
    return items


def _entity(item: Any, where: str) -> Fields:
    """Return a span in the longer way of writing it."""
    if isinstance(item, list) and len(item) == 3:
        item = dict(zip(("start_offset", "end_offset", "label"), item, strict=True))
    if not isinstance(item, dict):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "“{key}” is no span: a start, an end and a label are wanted, in a list."
            ),
            key=where,
        )
    return Fields(item, f"{where}.")


def _span(entity: Fields, position: Convert) -> SpanRecord:
    return SpanRecord(
        label=entity.text("label"),
        start=position(entity.whole_number("start_offset")),
        end=position(entity.whole_number("end_offset")),
    )


def _left_out(fields: Fields, keys: list[str]) -> Iterator[AnnotatorError]:
    objects = [item for key in keys for item in fields.value(key) if isinstance(item, dict)]
    for key in dict.fromkeys(key for item in objects for key in item if key not in _ENTITY_KEYS):
        yield left_out(key)
    if relations := fields.value("relations"):
        yield relations_left_out(relations)


def write(out: Path, dataset: Dataset) -> None:
    """Write the articles to ``out``, a line each, as doccano imports them."""
    unit = dataset.options.unit or _UNIT
    with out.open("wb") as file:
        for exported in dataset:
            file.write(as_json(_line(exported, unit), exported.article.name) + b"\n")
            dataset.account.write(exported.article, exported.layer)


def _line(exported: ExportedArticle, unit: Unit) -> dict[str, object]:
    position = counted_in(unit, exported.article.text)
    spans = [[position(span.start), position(span.end), span.label] for span in exported.layer]
    return {"text": exported.article.text, "label": spans} | carried(exported)


FORMAT = Format(
    name="doccano",
    suffixes=(".jsonl",),
    unit=_UNIT,
    nested=True,
    subword=True,
    left_behind=OF_SPANS,
    recognise=recognise,
    read=read,
    count=lines_in,
    write=write,
    other_units=(Unit.CODE_POINTS, Unit.GRAPHEMES),
)
