"""The native format: JSON lines, an article a line, with one layer or gold.

It holds everything; what it writes it reads back without loss.  Offsets count code points; UTF-16
and UTF-8 positions stand beside them for other programs and are not read.

Without the texts, a line has none of them but its hash: no title, no quotes, no context.  Whoever
has the texts in a project imports such a file into it, and the spans join them again.

What other programs add is not lost: unknown keys of an article or a source go into its ``meta``
(what stands there goes before them).  Unknown keys of spans have no place: they are named among
what was refused, the spans are taken.  A list that other tools keep their spans in is refused with
its line, lest an article comes in that seems to be unmarked.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import regex

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
    SPAN_KEYS,
    SPAN_LISTS,
    left_out,
    source_json,
    sources_in,
    span_record,
    state_in,
)
from annotator.core.model import Span, Status
from annotator.core.text import OffsetMap

_LINE_KEYS = {
    *("id", "name", "title", "outlet", "url", "published", "direction", "text", "sha256", "meta"),
    *("note", "sources", "author", "ready", "status", "reason", "guideline", "seconds", "spans"),
}
_SPAN_KEYS = {*SPAN_KEYS, "utf16", "utf8", "before", "after"}
_OTHER_TOOLS = tuple(key for key in SPAN_LISTS if key != "spans")
"""Where other tools keep their spans, as a list."""
_CONTEXT = 20
"""How many characters before and after a span are written along with it."""
_ARTICLE_LINE = regex.compile(rb'\s*+(?:\xef\xbb\xbf)?+\s*+\{(?s:.*)"(?:text|sha256)"\s*+:')


def read(path: Path, options: ReadingOptions) -> Records:
    """Yield the articles of the file, line by line."""
    return articles_in(path, _records)


def _records(path: Path, number: int, data: dict[str, Any]) -> Iterator[ArticleRecord]:
    yield _record(path, number, data)


def _record(path: Path, number: int, data: dict[str, Any]) -> ArticleRecord:
    fields = Fields(data)
    is_bare = "text" not in data and "sha256" in fields
    if "text" not in data and not is_bare:
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "It is not an article: it has no “text”."))
    _refuse_other_tools(fields)
    spans, bad = _spans(fields)
    return ArticleRecord(
        path=path,
        line=number,
        # The text is checked, and its surrogates refused, when it is cleaned.
        text=None if is_bare else fields.raw_text("text"),
        name=fields.text_or_none("name"),
        id=fields.text_or_none("id"),
        title=fields.text_or_none("title"),
        outlet=fields.text_or_none("outlet"),
        url=fields.text_or_none("url"),
        published=fields.text_or_none("published"),
        direction=fields.text_or_none("direction"),
        sha256=fields.text_or_none("sha256"),
        meta=fields.meta(_LINE_KEYS),
        note=fields.text_or_none("note") or "",
        sources=sources_in(fields),
        author=fields.text_or_none("author"),
        state=state_in(fields),
        guideline=fields.text_or_none("guideline") or "",
        seconds=fields.number("seconds"),
        spans=None if spans is None else tuple(spans),
        bad_spans=tuple(bad),
        left_out=_left_out(fields),
    )


def _refuse_other_tools(fields: Fields) -> None:
    for key in _OTHER_TOOLS:
        if isinstance(fields.value(key), list):
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{key}” is a list as other tools write it. The key for spans is “spans”, each"
                    " with “label”, “start” and “end”: the line was not taken.",
                ),
                key=key,
            )


def _left_out(fields: Fields) -> tuple[AnnotatorError, ...]:
    """Return what is told of the keys of spans that have no place in a project."""
    if "spans" not in fields:
        return ()
    unknown = dict.fromkeys(
        key for span in fields.objects("spans") for key in span.unknown(_SPAN_KEYS)
    )
    return tuple(map(left_out, unknown))


def _spans(fields: Fields) -> tuple[list[SpanRecord] | None, list[AnnotatorError]]:
    """Return the spans that can be read, if the line has a layer, and what ails the others."""
    if "spans" not in fields:
        return None, []
    spans: list[SpanRecord] = []
    bad: list[AnnotatorError] = []
    for span in fields.objects("spans"):
        try:
            spans.append(span_record(span))
        except AnnotatorError as error:
            bad.append(error)
    return spans, bad


def write(out: Path, dataset: Dataset) -> None:
    """Write the articles to ``out``, a line each; nothing is lost."""
    with out.open("wb") as file:
        for exported in dataset:
            line = _line(exported)
            if dataset.options.without_text:
                _leave_out_text(line)
            file.write(as_json(line, exported.article.name) + b"\n")
            dataset.account.write(exported.article, exported.layer)


def _line(exported: ExportedArticle) -> dict[str, Any]:
    article, layer = exported.article, exported.layer
    line: dict[str, Any] = {
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
        "sources": [source_json(source) for source in exported.sources],
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


def _leave_out_text(line: dict[str, Any]) -> None:
    for key in ("text", "title"):
        del line[key]
    for span in line.get("spans", ()):
        for key in ("quote", "before", "after"):
            del span[key]


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
    unit=Unit.CODE_POINTS,
    nested=True,
    subword=True,
    recognise=lambda path, head: bool(_ARTICLE_LINE.match(head)),
    read=read,
    count=lines_in,
    write=write,
    takes_every_article=True,
    can_leave_out_text=True,
)
