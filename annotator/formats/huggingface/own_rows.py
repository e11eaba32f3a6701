"""The articles of a dataset folder as they were written, read back from its rows."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle
from annotator.core.fields import Fields, object_in_line
from annotator.core.format import ArticleRecord, SpanRecord, TaggedArticle
from annotator.core.json_records import sources_in, span_record, state_in
from annotator.core.model import Status
from annotator.core.tags import Scheme, Tag, Tagged, spans_in, tag_of, unfit
from annotator.core.tokens import Tokens

COLUMNS = frozenset(("text", "sha256", "layer", "sources", "token_starts", "ner_tags", "spans"))
"""By which a row is known to be ours."""


def article_in(path: Path, number: int, row: Mapping[str, Any]) -> ArticleRecord:
    """Return the article of a row.

    Raises:
        InvalidArticle: if something in it is not as it must be.
    """
    meta = _parsed(row, "meta")
    fields = Fields(
        dict(row)
        | {
            "published": _day(row.get("published")),
            "sources": [
                one | {"meta": _parsed(one, "meta"), "published": _day(one.get("published"))}
                for one in _objects(row, "sources")
            ],
        }
    )
    layer = Fields(_parsed(row, "layer"), "layer.")
    state = state_in(layer)
    has_layer = state is not None and state.status is not Status.NEW
    spans, bad = _spans(row)
    return ArticleRecord(
        path=path,
        line=number,
        text=fields.raw_text("text"),
        name=fields.text_or_none("name"),
        id=fields.text_or_none("id"),
        title=fields.text_or_none("title"),
        outlet=fields.text_or_none("outlet"),
        url=fields.text_or_none("url"),
        published=fields.text_or_none("published"),
        direction=fields.text_or_none("direction"),
        sha256=fields.text_or_none("sha256"),
        meta=Fields({"meta": meta}).meta({"meta"}),
        note=fields.text_or_none("note") or "",
        sources=sources_in(fields),
        author=fields.text_or_none("author"),
        state=state if has_layer else None,
        guideline=layer.text_or_none("guideline") or "",
        spans=tuple(spans) if has_layer else None,
        bad_spans=tuple(bad),
    )


def tagged_in(path: Path, number: int, row: Mapping[str, Any]) -> TaggedArticle:
    """Return the tokens of a row with their tags.

    Raises:
        InvalidArticle: if something in it is not as it must be.
    """
    text = Fields(dict(row)).raw_text("text")
    words, starts, written = (
        _list_of(row, key, kind)
        for key, kind in (("tokens", str), ("token_starts", int), ("ner_tags", str))
    )
    if not len(words) == len(starts) == len(written):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "“tokens”, “token_starts” and “ner_tags” are not equally long."
            )
        )
    ends: list[int] = []
    for start, word in zip(starts, words, strict=True):
        if start < (ends[-1] if ends else 0) or not word or not text.startswith(word, start):
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "The token “{token}” is not at {start} of its text."),
                token=word,
                start=start,
            )
        ends.append(start + len(word))
    found = spans_in(list(map(_tag, written)), Scheme.IOB2)
    flat = tuple(one for one in found if isinstance(one, Tagged))
    bad = unfit(written, flat, Scheme.IOB2)
    return TaggedArticle(
        path,
        number,
        text,
        Tokens(starts, ends),
        flat,
        bad=tuple(_misplaced(written[index], starts[index]) for index in bad),
    )


def _tag(written: str) -> Tag:
    tag = tag_of(written)
    if tag is None:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{tag}” in “ner_tags” is no tag."), tag=written
        )
    return tag


def _misplaced(tag: str, start: int) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "The tag “{tag}” at {start} cannot stand there in IOB2."),
        tag=tag,
        start=start,
    )


def _list_of(row: Mapping[str, Any], key: str, kind: type) -> list[Any]:
    found = row.get(key)
    if not isinstance(found, list) or any(type(one) is not kind for one in found):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” is not a list as it was written."), key=key
        )
    return found


def _spans(row: Mapping[str, Any]) -> tuple[list[SpanRecord], list[AnnotatorError]]:
    spans: list[SpanRecord] = []
    bad: list[AnnotatorError] = []
    for number, one in enumerate(_objects(row, "spans")):
        try:
            value = _parsed(one, "value")
            spans.append(span_record(Fields(one | {"value": value}, f"spans[{number}].")))
        except AnnotatorError as error:
            bad.append(error)
    return spans, bad


def _objects(row: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    objects = row.get(key)
    if not isinstance(objects, list) or not all(isinstance(one, dict) for one in objects):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be a list of objects."), key=key
        )
    return objects


def _parsed(row: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return the object that stands as JSON under ``key``."""
    source = row.get(key)
    if not isinstance(source, str):
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "“{key}” must be a text."), key=key)
    return object_in_line(source.encode("utf-8", "surrogatepass"))


def _day(day: object) -> object:
    """Return a day as JSON has it; Parquet has days of its own."""
    return day.isoformat() if isinstance(day, date) else day
