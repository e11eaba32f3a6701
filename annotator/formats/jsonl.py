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
from annotator.core.text import OffsetMap, is_storable
from annotator.core.values import value_from_json

_CONTEXT = 20
"""How many characters before and after a span are written along with it."""
_ARTICLE_LINE = regex.compile(rb'\s*(?:\xef\xbb\xbf)?\s*\{(?s:.*)"text"\s*:')
_SURROGATE = regex.compile("[\ud800-\udfff]")
_ESCAPED_NUL = regex.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_DEEPEST = 50
_OBJECT_WANTED = QT_TRANSLATE_NOOP("errors", "“{key}” must be an object, and not a deep one.")
_UNSTORABLE = QT_TRANSLATE_NOOP("errors", "“{key}” holds a NUL or half of a character.")


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
        data = json.loads(
            line.decode("utf-8-sig"),
            parse_constant=_refuse_constant,
            object_pairs_hook=_without_doubles,
        )
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


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; of two values for one key nobody knows which is meant."""
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "It has the key “{key}” twice."),
            key=next(key for key in keys if keys.count(key) > 1),
        )
    return data


def _record(path: Path, number: int, data: dict[str, Any]) -> ArticleRecord:
    fields = _Fields(data)
    if "text" not in data:
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "It is not an article: it has no “text”."))
    spans, bad = _spans(fields)
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
        spans=None if spans is None else tuple(spans),
        bad_spans=tuple(bad),
    )


class _Fields:
    """The fields of a JSON object, each asked for by type."""

    def __init__(self, data: dict[str, Any], where: str = "") -> None:
        self._data = data
        self._where = where
        """What stands before a key in messages, such as ``spans[2].``."""

    def __contains__(self, key: str) -> bool:
        return self._data.get(key) is not None

    def raw_text(self, key: str) -> str:
        value = self._data.get(key)
        if not isinstance(value, str):
            raise self._wrong(key, QT_TRANSLATE_NOOP("errors", "“{key}” must be a text."))
        return value

    def text(self, key: str) -> str:
        value = self.raw_text(key)
        if not is_storable(value):
            raise self._wrong(key, _UNSTORABLE)
        return value

    def text_or_none(self, key: str) -> str | None:
        return self.text(key) if key in self else None

    def whole_number(self, key: str) -> int:
        value = self._data.get(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._wrong(key, QT_TRANSLATE_NOOP("errors", "“{key}” must be a whole number."))
        return value

    def number(self, key: str) -> float:
        value = self._data.get(key)
        if value is None:
            return 0.0
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not 0 <= value < 1e12
            or not math.isfinite(value)
        ):
            raise self._wrong(
                key, QT_TRANSLATE_NOOP("errors", "“{key}” must be a number of seconds.")
            )
        return float(value)

    def flag(self, key: str) -> bool:
        value = self._data.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, QT_TRANSLATE_NOOP("errors", "“{key}” must be true or false."))
        return value

    def object_as_json(self, key: str) -> str:
        value = self._data.get(key)
        if value is None:
            return "{}"
        if not isinstance(value, dict) or _is_deep(value):
            raise self._wrong(key, _OBJECT_WANTED)
        try:
            source = json.dumps(value, ensure_ascii=False, allow_nan=False)
        except ValueError as error:  # 1e999 is read as infinite
            raise self._wrong(
                key, QT_TRANSLATE_NOOP("errors", "“{key}” holds a number that is too large.")
            ) from error
        if _SURROGATE.search(source) or _ESCAPED_NUL.search(source):
            raise self._wrong(key, _UNSTORABLE)
        return source

    def objects(self, key: str) -> "list[_Fields]":
        value = self._data.get(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._wrong(
                key, QT_TRANSLATE_NOOP("errors", "“{key}” must be a list of objects.")
            )
        return [_Fields(item, f"{key}[{number}].") for number, item in enumerate(value)]

    def _wrong(self, key: str, template: str, **parameters: object) -> InvalidArticle:
        return InvalidArticle(template, key=self._where + key, **parameters)

    def value(self, key: str) -> Any:
        return self._data.get(key)


def _is_deep(value: object, levels: int = _DEEPEST) -> bool:
    """Tell whether ``value`` is nested deeper than SQLite and other readers follow."""
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        return False
    return levels == 0 or any(_is_deep(item, levels - 1) for item in value)


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
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be one of {known}."),
            key="status",
            known=", ".join(Status),
        )
    return LayerState(Status(status), fields.text_or_none("reason") or "")


def _spans(fields: _Fields) -> tuple[list[SpanRecord] | None, list[AnnotatorError]]:
    """Return the spans that can be read, if the line has a layer, and what ails the others."""
    if "spans" not in fields:
        return None, []
    spans: list[SpanRecord] = []
    bad: list[AnnotatorError] = []
    for span in fields.objects("spans"):
        try:
            spans.append(_span(span))
        except AnnotatorError as error:
            bad.append(error)
    return spans, bad


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
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    with out.open("wb") as file:
        for exported in articles:
            file.write(encode(_line(exported)).encode() + b"\n")
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
    text, quote = offsets.text, span.quote
    utf8 = offsets.to_utf8(span.start)
    data = span.to_json()
    data["utf16"] = [offsets.to_utf16(span.start), offsets.to_utf16(span.end)]
    data["utf8"] = [utf8, utf8 + len(quote.encode())]
    data["before"] = text[max(0, span.start - _CONTEXT) : span.start]
    data["after"] = text[span.end : span.end + _CONTEXT]
    return data


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
