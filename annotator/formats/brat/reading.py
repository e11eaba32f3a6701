"""Reads a pair of brat's files, and what our own writer put beside it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import regex

from annotator.core.decoding import decode
from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    FileError,
    InvalidArticle,
    unreadable,
)
from annotator.core.fields import Fields, object_in_line
from annotator.core.format import ArticleRecord, ReadingOptions, Refused, SpanRecord
from annotator.core.json_records import article_record
from annotator.core.limits import bytes_of
from annotator.core.text import published_in
from annotator.formats.brat.parsing import Annotations
from annotator.formats.brat.standoff import DETAILS, lines_of

_FIRST_LINE = regex.compile(rb"(?:\xef\xbb\xbf)?(?:[TREAMN#][^\s]*|\*)\t")
_CONFIGURATION = ("annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf")

_Details = dict[tuple[int, int, str], dict[str, Any]]


def recognise(path: Path, head: bytes) -> bool:
    """Tell whether ``head`` begins a file of brat's: a line of it, or nothing marked yet."""
    return path.suffix.lower() == ".ann" and (not head.strip() or bool(_FIRST_LINE.match(head)))


def companions(path: Path) -> Iterator[Path]:
    """Yield the files that are read along with the one at ``path``, there or not."""
    yield path.with_suffix(".txt")
    yield path.with_suffix(DETAILS)
    yield from _configuration_of(path.parent)


@lru_cache(maxsize=64)
def _configuration_of(folder: Path) -> list[Path]:
    """Return the places where brat looks for its configuration: in all folders above too."""
    return [place / name for place in (folder, *folder.parents) for name in _CONFIGURATION]


def read(path: Path, options: ReadingOptions) -> Iterator[ArticleRecord | Refused]:
    """Yield the article that the pair of files is."""
    place = path
    try:
        if path.suffix.lower() == ".txt":
            raise _without_annotations(path)
        lines = decode(bytes_of(path)).removeprefix("\ufeff")
        place = path.with_suffix(".txt")
        if not place.exists():
            raise _textless(path, place)
        text = decode(bytes_of(place))
        place = path
        record = _record(path, text, Annotations(text, lines))
    except AnnotatorError as error:
        yield Refused(place, None, error)
    except OSError as error:
        yield Refused(place, None, unreadable(place.name, error))
    else:
        yield record


def _record(path: Path, text: str, annotations: Annotations) -> ArticleRecord:
    record, said = _details(path, text)
    has_layer = bool(annotations.spans or annotations.bad) or record.state is not None
    return replace(
        record,
        spans=tuple(_with_details(annotations.spans, said)) if has_layer else None,
        bad_spans=tuple(annotations.bad),
        left_out=tuple(annotations.unheld.told()),
    )


def _without_annotations(path: Path) -> FileError:
    return FileError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” has no annotations: import the “.ann” file beside it, or choose another"
            " format.",
        ),
        file=path.name,
    )


def _textless(path: Path, place: Path) -> FileError:
    return FileError(
        QT_TRANSLATE_NOOP(
            "errors",
            "There is no “{text}” beside “{file}”: put the text there, then import again.",
        ),
        text=place.name,
        file=path.name,
    )


def _details(path: Path, text: str) -> tuple[ArticleRecord, _Details]:
    """Return what our writer said of the article, and of each span by its place."""
    place = path.with_suffix(DETAILS)
    try:
        data = bytes_of(place)
    except FileNotFoundError:
        return ArticleRecord(path, None, text, published=published_in(path.name)), {}
    try:
        fields = Fields(object_in_line(data))
        spans = fields.objects("spans") if "spans" in fields else []
        said = dict(map(_span_details, spans))
        return article_record(path, None, text, fields, {"spans"}), said
    except AnnotatorError as error:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is damaged. Put it right, or delete it to do without it, then import"
                " again.",
            ),
            file=place.name,
        ) from error


def _span_details(fields: Fields) -> tuple[tuple[int, int, str], dict[str, Any]]:
    place = fields.whole_number("start"), fields.whole_number("end"), fields.text("label")
    keys = ("id", "origin", "created_at", "changed_at", "note")
    return place, {key: fields.text_or_none(key) for key in keys}


def _with_details(spans: list[SpanRecord], known: _Details) -> Iterator[SpanRecord]:
    """Yield the spans with what was said of those at their places; each is said once."""
    for span in spans:
        said = known.pop((span.start, span.end, span.label), None)
        yield replace(span, **said | {"note": _note(span.note, said["note"])}) if said else span


def _note(lines: str, told: str | None) -> str:
    """Return a note as its ``lines`` say it now, with the line ends that it was told to have."""
    return told if told is not None and lines_of(told) == lines.split("\n") else lines
