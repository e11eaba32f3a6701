"""The native format: JSON lines, an article a line, with one layer or gold.

It holds everything; what it writes it reads back without loss.  Offsets count code points; UTF-16
and UTF-8 positions stand beside them for other programs and are not read.
"""

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import regex

from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    InvalidArticle,
    unreadable,
)
from annotator.core.format import (
    ArticleRecord,
    ExportedArticle,
    Format,
    Loss,
    Refused,
    SpanRecord,
)
from annotator.core.model import LayerState, Source, Span, Status
from annotator.core.text import OffsetMap
from annotator.core.values import value_from_json

_CONTEXT = 20
"""How many characters before and after a span are written along with it."""
_ARTICLE_LINE = regex.compile(rb'\s*(?:\xef\xbb\xbf)?\s*\{(?s:.*)"text"\s*:')
_SURROGATE = regex.compile("[\ud800-\udfff]")


def read(path: Path) -> Iterator[ArticleRecord | Refused]:
    """Yield the articles of the file, line by line."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _read_line(path, number, line)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))


def count(path: Path) -> int:
    """Return the number of lines, which is that of articles or a little more."""
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) + 1
    except OSError:
        return 0


def _read_line(path: Path, number: int, line: bytes) -> ArticleRecord | Refused:
    try:
        return _record(path, number, _parsed(line))
    except AnnotatorError as error:
        return Refused(path, number, error)


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        data = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "It is not UTF-8 at byte {position}."),
            position=error.start,
        ) from error
    except RecursionError as error:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "Its brackets are nested too deep to be an article.")
        ) from error
    except ValueError as error:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "It is not JSON: {why}."), why=error
        ) from error
    if not isinstance(data, dict):
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "It is not an article: no JSON object."))
    return data


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _record(path: Path, number: int, data: dict[str, Any]) -> ArticleRecord:
    fields = _Fields(data)
    if "text" not in data:
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "It is not an article: it has no “text”."))
    return ArticleRecord(
        path=path,
        line=number,
        # The text is checked, and its surrogates refused, when it is cleaned.
        text=fields.raw_text("text"),
        name=fields.text_or_none("name"),
        id=fields.text_or_none("id"),
        title=fields.text_or_none("title"),
        outlet=fields.text_or_none("outlet"),
        url=fields.text_or_none("url"),
        published=fields.text_or_none("published"),
        direction=fields.text_or_none("direction"),
        sha256=fields.text_or_none("sha256"),
        meta=fields.object_as_json("meta"),
        note=fields.text_or_none("note") or "",
        sources=_sources(fields),
        author=fields.text_or_none("author"),
        state=_state(fields),
        guideline=fields.text_or_none("guideline") or "",
        seconds=fields.number("seconds"),
        spans=_spans(fields),
    )


class _Fields:
    """The fields of a JSON object, each asked for by type."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data

    def __contains__(self, key: str) -> bool:
        return self._data.get(key) is not None

    def raw_text(self, key: str) -> str:
        value = self._data.get(key)
        if not isinstance(value, str):
            raise _wrong(key, "a text")
        return value

    def text(self, key: str) -> str:
        value = self.raw_text(key)
        if "\0" in value or _SURROGATE.search(value):
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "“{key}” holds a NUL or half of a character."), key=key
            )
        return value

    def text_or_none(self, key: str) -> str | None:
        return self.text(key) if key in self else None

    def whole_number(self, key: str) -> int:
        value = self._data.get(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise _wrong(key, "a whole number")
        return value

    def number(self, key: str) -> float:
        value = self._data.get(key, 0) or 0
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not 0 <= value < 1e12
            or not math.isfinite(value)
        ):
            raise _wrong(key, "a number of seconds")
        return float(value)

    def flag(self, key: str) -> bool:
        value = self._data.get(key, False)
        if not isinstance(value, bool):
            raise _wrong(key, "true or false")
        return value

    def object_as_json(self, key: str) -> str:
        value = self._data.get(key) or {}
        if not isinstance(value, dict):
            raise _wrong(key, "an object")
        return _json(key, value)

    def objects(self, key: str) -> "list[_Fields]":
        value = self._data.get(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise _wrong(key, "a list of objects")
        return [_Fields(item) for item in value]

    def value(self, key: str) -> Any:
        return self._data.get(key)


def _json(key: str, value: object) -> str:
    try:
        source = json.dumps(value, ensure_ascii=False)
    except RecursionError as error:
        raise _wrong(key, "an object") from error
    if _SURROGATE.search(source) or r"\u0000" in source:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” holds a NUL or half of a character."), key=key
        )
    return source


def _wrong(key: str, wanted: str) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "“{key}” must be {wanted}."), key=key, wanted=wanted
    )


def _sources(fields: _Fields) -> tuple[Source, ...] | None:
    if "sources" not in fields:
        return None
    return tuple(
        Source(
            name=source.text("name"),
            outlet=source.text_or_none("outlet"),
            url=source.text_or_none("url"),
            published=source.text_or_none("published"),
            meta=source.object_as_json("meta"),
        )
        for source in fields.objects("sources")
    )


def _state(fields: _Fields) -> LayerState | None:
    if "status" not in fields:
        return None
    status = fields.text("status")
    if status not in set(Status):
        raise _wrong("status", ", ".join(Status))
    return LayerState(Status(status), fields.text_or_none("reason") or "")


def _spans(fields: _Fields) -> tuple[SpanRecord, ...] | None:
    if "spans" not in fields:
        return None
    return tuple(_span(span) for span in fields.objects("spans"))


def _span(fields: _Fields) -> SpanRecord:
    value = fields.value("value")
    return SpanRecord(
        label=fields.text("label"),
        start=fields.whole_number("start"),
        end=fields.whole_number("end"),
        # Like the text, the quote is compared once both are clean.
        quote=fields.raw_text("quote") if "quote" in fields else None,
        value=None if value is None else value_from_json(value),
        proposed=fields.flag("proposed"),
        note=fields.text_or_none("note") or "",
        unsure=fields.flag("unsure"),
        origin=fields.text_or_none("origin"),
        id=fields.text_or_none("id"),
        created_at=fields.text_or_none("created_at"),
        changed_at=fields.text_or_none("changed_at"),
    )


def write(out: Path, articles: Iterable[ExportedArticle]) -> list[Loss]:
    """Write the articles to ``out``, a line each; nothing is lost."""
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for exported in articles:
            file.write(json.dumps(_line(exported), ensure_ascii=False))
            file.write("\n")
    return []


def _line(exported: ExportedArticle) -> dict[str, object]:
    article, layer = exported.article, exported.layer
    line: dict[str, object] = {
        "id": article.id,
        "name": article.name,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "direction": article.direction.value,
        "text": article.text,
        "sha256": article.sha256,
        "meta": json.loads(article.meta),
        "note": article.note,
        "sources": [_source_json(source) for source in exported.sources],
        "author": layer.author,
        "ready": exported.ready,
    }
    if layer.status is not Status.NEW:
        offsets = OffsetMap(article.text)
        line |= {
            "status": layer.status.value,
            "reason": layer.state.reason,
            "guideline": layer.guideline,
            "seconds": layer.seconds,
            "spans": [_span_json(span, offsets) for span in layer.spans],
        }
    return line


def _source_json(source: Source) -> dict[str, object]:
    return {
        "name": source.name,
        "outlet": source.outlet,
        "url": source.url,
        "published": source.published,
        "meta": json.loads(source.meta),
    }


def _span_json(span: Span, offsets: OffsetMap) -> dict[str, object]:
    text = offsets.text
    return span.to_json() | {
        "utf16": [offsets.to_utf16(span.start), offsets.to_utf16(span.end)],
        "utf8": [offsets.to_utf8(span.start), offsets.to_utf8(span.end)],
        "before": text[max(0, span.start - _CONTEXT) : span.start],
        "after": text[span.end : span.end + _CONTEXT],
    }


FORMAT = Format(
    name="jsonl",
    suffixes=(".jsonl", ".ndjson"),
    unit="code points",
    nested=True,
    subword=True,
    values=True,
    recognise=lambda head: bool(_ARTICLE_LINE.match(head)),
    read=read,
    count=count,
    write=write,
    takes_every_article=True,
)
