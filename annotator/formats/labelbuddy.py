"""labelbuddy: its JSON (a list of documents) and JSON lines, as it exports and imports them.

Offsets count code points (``start_char``, ``end_char``).  Bytes of UTF-8 (``start_byte``,
``end_byte``) may stand beside them and then say, as a quote would, what is covered; where they
stand alone they are taken, as labelbuddy does.  Texts are checked against their checksum.

What an annotator typed at an annotation (``extra_data``) becomes its note, ``metadata`` that of the
article, a title its title.  labelbuddy writes an empty list for a document that nobody has looked
at: such an article comes without a layer.  Of older versions, lists of ``[start, end, label]`` are
read too.  Documents that were exported without their text have no place here and are refused.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    InvalidArticle,
    InvalidSpan,
)
from annotator.core.fields import Fields
from annotator.core.format import (
    ArticleRecord,
    Format,
    ReadingOptions,
    SpanRecord,
    Unit,
)
from annotator.core.json_files import Records, articles_in, lines_in
from annotator.core.json_records import article_record, left_out, refuse_spans_of_others
from annotator.core.json_stream import (
    Numbered,
    objects_in_lines,
    objects_in_list,
    shape,
)
from annotator.core.losses import LossKind
from annotator.core.text import OffsetMap

_CHECKSUMS = ("utf8_text_md5_checksum", "document_md5_checksum")
_TITLES = ("list_title", "display_title", "short_title", "long_title", "title")
_APPROVER = "annotation_approver"
_SPANS = "annotations"
_OLD_SPANS = "labels"
_KNOWN = {"text", "meta", _SPANS, _OLD_SPANS, _APPROVER, *_CHECKSUMS}
_SPAN_KEYS = {"label_name", "start_char", "end_char", "start_byte", "end_byte", "extra_data"}
_MARKS = {*_CHECKSUMS, "list_title", "display_title", f"{_SPANS}[].label_name"}
"""Keys that no other program uses."""
_OBJECT = b"{"


def recognise(path: Path, head: bytes) -> bool:
    """Tell by keys of labelbuddy's own, or by a list of documents that have no others."""
    keys = shape(head)
    of_items = {key.removeprefix("[].") for key in keys}
    if of_items & _MARKS:
        return True
    names = {key for key in of_items if key and not {".", "["} & set(key)}
    return "[].text" in keys and names <= {"metadata", *_KNOWN, *_TITLES}


def read(path: Path, options: ReadingOptions) -> Records:
    """Yield the articles of the file, one after the other."""
    return articles_in(path, _records, _objects)


def _objects(file: BinaryIO) -> Iterator[Numbered]:
    begin = file.read(1024).removeprefix(b"\xef\xbb\xbf").lstrip()
    file.seek(0)
    return objects_in_lines(file) if begin.startswith(_OBJECT) else objects_in_list(file)


def _records(path: Path, number: int, data: dict[str, Any]) -> Iterator[ArticleRecord]:
    yield _record(path, number, data)


def _record(path: Path, number: int, data: dict[str, Any]) -> ArticleRecord:
    fields = Fields(_with_meta(data))
    refuse_spans_of_others(fields, FORMAT.name, (_SPANS, _OLD_SPANS))
    text = _text(fields)
    title = next((key for key in _TITLES if key in fields), "title")
    record = article_record(path, number, text, fields, _KNOWN, {"title": title})
    spans, bad, unknown = _spans(fields, text)
    return replace(
        record,
        author=fields.text_or_none(_APPROVER) or record.author,
        spans=tuple(spans) if spans or bad else None,
        bad_spans=tuple(bad),
        left_out=tuple(map(left_out, unknown)),
    )


def _with_meta(data: dict[str, Any]) -> dict[str, Any]:
    """Return the object with its metadata under the name that they have in the native format."""
    if isinstance(data.get("metadata"), dict) and "meta" not in data:
        return {("meta" if key == "metadata" else key): value for key, value in data.items()}
    return data


def _text(fields: Fields) -> str:
    if "text" not in fields:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors",
                "The document has no “text”. Export it from labelbuddy together with its text.",
            )
        )
    text = fields.text("text")
    for key in _CHECKSUMS:
        told = fields.text_or_none(key)
        if told and told.lower() != hashlib.md5(text.encode(), usedforsecurity=False).hexdigest():
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The text is not the one that was annotated: its checksum “{key}” differs.",
                ),
                key=key,
            )
    return text


def _spans(
    fields: Fields, text: str
) -> tuple[list[SpanRecord], list[AnnotatorError], dict[str, None]]:
    """Return the spans that can be read, what ails the others, and keys that have no place."""
    annotations = fields.objects(_SPANS) if _SPANS in fields else []
    annotations += _old_annotations(fields)
    offsets = OffsetMap(text)
    spans: list[SpanRecord] = []
    bad: list[AnnotatorError] = []
    unknown: dict[str, None] = {}
    for annotation in annotations:
        unknown |= dict.fromkeys(annotation.unknown(_SPAN_KEYS))
        try:
            spans.append(_span(annotation, offsets))
        except AnnotatorError as error:
            bad.append(error)
    return spans, bad, unknown


def _old_annotations(fields: Fields) -> list[Fields]:
    """Return what older versions wrote as lists, as objects."""
    written = fields.value(_OLD_SPANS)
    if written is None:
        return []
    if not isinstance(written, list) or not all(_is_old_annotation(one) for one in written):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be a list of [start, end, label]."),
            key=_OLD_SPANS,
        )
    keys = ("start_char", "end_char", "label_name", "extra_data")
    return [
        Fields(dict(zip(keys, one, strict=False)), f"{_OLD_SPANS}[{number}].")
        for number, one in enumerate(written)
    ]


def _is_old_annotation(written: object) -> bool:
    return isinstance(written, list) and len(written) in (3, 4)


def _span(annotation: Fields, offsets: OffsetMap) -> SpanRecord:
    covered = _covered_bytes(annotation, offsets)
    if "start_char" in annotation or "end_char" in annotation or covered is None:
        start, end = annotation.whole_number("start_char"), annotation.whole_number("end_char")
    else:
        start, end = covered
    return SpanRecord(
        label=annotation.text("label_name"),
        start=start,
        end=end,
        quote=None if covered is None else offsets.text[slice(*covered)],
        note=annotation.text_or_none("extra_data") or "",
    )


def _covered_bytes(annotation: Fields, offsets: OffsetMap) -> tuple[int, int] | None:
    """Return the stretch that its bytes tell, if they are told, in code points.

    Raises:
        InvalidSpan: if they lie outside the text, or inside a character.
    """
    if "start_byte" not in annotation or "end_byte" not in annotation:
        return None
    told = annotation.whole_number("start_byte"), annotation.whole_number("end_byte")
    last = offsets.to_utf8(len(offsets.text))
    if 0 <= told[0] < told[1] <= last:
        start, end = (offsets.from_utf8(position) for position in told)
        if (offsets.to_utf8(start), offsets.to_utf8(end)) == told:
            return start, end
    raise InvalidSpan(
        QT_TRANSLATE_NOOP(
            "errors", "The bytes from {start} to {end} are no stretch of the text of {last} bytes."
        ),
        start=told[0],
        end=told[1],
        last=last,
    )


FORMAT = Format(
    name="labelbuddy",
    suffixes=(".json",),
    unit=Unit.CODE_POINTS,
    nested=True,
    subword=True,
    left_behind=frozenset({LossKind.VALUE, LossKind.CERTAINTY}),
    recognise=recognise,
    read=read,
    # A document in each line, also in a list.
    count=lines_in,
)
