"""Reads the docs that were written here, so that a release can be looked into.

A file of strangers may hold anything: only the columns that are written here are taken from it,
and no more is unpacked than its size allows for.
"""

import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    FileError,
    InvalidArticle,
    unreadable,
)
from annotator.core.fields import Fields
from annotator.core.format import ArticleRecord, Refused, TaggedArticle, needed
from annotator.core.json_records import span_record
from annotator.core.limits import most_unpacked, would_burst
from annotator.core.tags import Tagged
from annotator.core.tokens import UNSEEN, Tokens
from annotator.formats.spacy.docs import ATTRIBUTES
from annotator.formats.spacy.training import SPANS_KEY

_AT_ONCE = 1 << 20
_OF_ANY_BIN = ("ORTH", "SPACY")
"""Columns that spaCy adds by itself."""


def read_tags(path: Path) -> Iterator[TaggedArticle | Refused]:
    """Yield the docs of a file."""
    try:
        for number, doc in enumerate(_docs(path), start=1):
            yield _tagged(path, number, doc)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))
    except AnnotatorError as error:
        yield Refused(path, None, error)
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
        struct.error,
    ):
        # Of a file that is none, or of parts that do not fit each other; what it says is for
        # programmers.
        why = FileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is no whole file of docs."), file=path.name
        )
        yield Refused(path, None, why)


def _docs(path: Path) -> Iterator[Any]:
    spacy = needed("spacy", "spacy")
    data = path.read_bytes()
    _refuse_burst(data)
    docs = spacy.tokens.DocBin().from_bytes(data)
    known = {spacy.attrs.IDS[name] for name in (*ATTRIBUTES, *_OF_ANY_BIN)}
    if not known.issuperset(docs.attrs):
        raise FileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” has columns that are not written here."),
            file=path.name,
        )
    yield from docs.get_docs(spacy.vocab.Vocab())


def _refuse_burst(packed: bytes) -> None:
    """Refuse what would unpack to more than its size allows for.

    Raises:
        InvalidArticle: if it would.
        ValueError: if it is not packed.
    """
    left = most_unpacked(len(packed))
    unpacking = zlib.decompressobj()
    try:
        while packed and not unpacking.eof:
            left -= len(unpacking.decompress(packed, _AT_ONCE))
            packed = unpacking.unconsumed_tail
            if left < 0:
                raise would_burst(most_unpacked(0))
    except zlib.error as error:
        raise ValueError(error) from error


def _tagged(path: Path, number: int, doc: Any) -> TaggedArticle:
    starts: list[int] = []
    ends: list[int] = []
    places: list[int] = []
    """At which of the tokens each word of the doc stands, or the next one that does."""
    for word in doc:
        places.append(len(starts))
        if not UNSEEN.fullmatch(word.text):
            starts.append(word.idx)
            ends.append(word.idx + len(word.text))
    places.append(len(starts))
    flat, every = (
        tuple(_laid(places, one) for one in spans)
        for spans in (doc.ents, doc.spans.get(SPANS_KEY, ()))
    )
    return TaggedArticle(
        path,
        None,
        doc.text,
        Tokens(starts, ends),
        flat,
        every,
        bad=tuple(_not_ours(doc)),
        record=_record(path, number, doc),
    )


def _not_ours(doc: Any) -> Iterator[AnnotatorError]:
    """Yield what is wrong with a doc that training would see, besides its spans."""
    in_spans = sum(map(len, doc.ents))
    if untold := len(doc) - in_spans - sum(word.ent_iob_ == "O" for word in doc):
        yield InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "Words of which no tag tells whether they are in a span: {count}."
            ),
            count=untold,
        )
    for name in sorted(doc.spans.keys() - {SPANS_KEY}):
        yield InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "A group of spans was not released: “{name}”."), name=name
        )


def _laid(places: Sequence[int], span: Any) -> Tagged:
    if not 0 <= span.start < span.end < len(places):
        raise ValueError("a span outside its text")
    return Tagged(range(places[span.start], places[span.end]), span.label_, span.kb_id_)


def _record(path: Path, number: int, doc: Any) -> ArticleRecord:
    """Return what is said of an article and its spans, besides the tokens."""
    article = Fields(doc.user_data["article"], "article.")
    spans = []
    bad: list[AnnotatorError] = []
    for at, one in enumerate(doc.user_data["spans"]):
        try:
            spans.append(span_record(Fields(json.loads(json.dumps(one)), f"spans[{at}].")))
        except AnnotatorError as error:
            bad.append(error)
    return ArticleRecord(
        path,
        None,
        doc.text,
        name=article.text_or_none("name") or f"{path.name}: {number}",
        sha256=article.text_or_none("sha256"),
        spans=tuple(spans),
        bad_spans=tuple(bad),
    )
