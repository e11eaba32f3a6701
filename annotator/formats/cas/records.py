"""Makes an article with its spans of what a CAS holds.

Spans are named entities and what lies on the layers that people make for themselves in INCEpTION.
The label stands in the feature ``value``, or the first of those that are called so; else in the
only one that holds a text; a layer without features is a label itself.  All else is told.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle
from annotator.core.fields import Fields, object_in_line
from annotator.core.format import ArticleRecord, SpanRecord
from annotator.core.json_records import SPAN_KEYS, article_record, left_out, span_record
from annotator.core.text import OffsetMap, is_storable
from annotator.core.units import from_utf16
from annotator.formats.cas import types
from annotator.formats.cas.structures import Sofa, Structure, Structures

_LABELS = ("value", "label", "class", "category", "type", "tag", "entity", "kind", "name")
_PLACE = frozenset(("sofa", "begin", "end"))
_OF_TOOLS = ("uima.", "de.tudarmstadt.ukp.", "org.dkpro.", "org.apache.uima.")
_SILENT = (
    *("uima.", "de.tudarmstadt.ukp.inception.", "de.tudarmstadt.ukp.clarin.webanno.", "org."),
    f"{types.DKPRO}metadata.type.Tag",
    *(f"{types.DKPRO}segmentation.type.{name}" for name in ("Document", "Paragraph", "Heading")),
)
"""Where the bookkeeping of tools stands, which nobody has marked."""
_SILENT_TYPES = frozenset((types.METADATA, types.FIELD))
_RELATION = frozenset(("Governor", "Dependent"))
_NUMBER = regex.compile(r"-?[0-9]{1,18}")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a CAS stands, and what that tells of it."""

    path: Path
    name: str | None = None
    """The name of the article, where the file has another."""
    author: str | None = None
    is_blank: bool = False
    """Whether nobody has marked anything in it."""


def record_of(structures: Structures, place: Place) -> ArticleRecord:
    """Return the article that a CAS holds.

    Raises:
        InvalidArticle: if it holds none.
    """
    sofa = structures.text()
    reading = _Reading(structures, sofa)
    reading.read()
    record = article_record(place.path, 1, reading.text, Fields(reading.own), set())
    meta = {**reading.fields, **json.loads(record.meta)}
    return replace(
        record,
        line=None,
        name=record.name or (place.name and (reading.title or place.name)),
        author=record.author or place.author,
        meta=json.dumps(meta, ensure_ascii=False),
        # Where nothing is marked and nobody says that he has looked, nobody may have.
        spans=None if place.is_blank or reading.is_unmarked(record) else tuple(reading.spans),
        bad_spans=tuple(reading.bad),
        left_out=tuple(reading.left_out()),
    )


@dataclass(slots=True)
class _Reading:
    """One CAS while it is read."""

    structures: Structures
    sofa: Sofa
    text: str = ""
    title: str | None = None
    own: dict[str, object] = field(default_factory=dict)
    """What our own writer has carried along."""
    fields: dict[str, object] = field(default_factory=dict)
    """What others have said of the article in fields of texts."""
    spans: list[SpanRecord] = field(default_factory=list)
    bad: list[AnnotatorError] = field(default_factory=list)
    _details: dict[tuple[object, object, object], dict[str, object]] = field(default_factory=dict)
    """By begin, end and label, what our own writer has said of spans."""
    _features: dict[str, None] = field(default_factory=dict)
    _layers: Counter[str] = field(default_factory=Counter)
    _replaced: list[object] = field(default_factory=list)

    def read(self) -> None:
        """Read the fields of texts first: they tell of the spans."""
        found = self.structures.on(self.sofa)
        for one in found:
            if one.type == types.FIELD:
                self._read_field(one)
            elif one.type == types.METADATA:
                self.title = _storable(one.features.get("documentTitle"))
        self.text = self._restored(self.sofa.text or "")
        offsets = OffsetMap(self.text)
        for one in found:
            if _is_span(one):
                self._read_span(one, offsets)
            elif "begin" in one.features and not _is_silent(one.type):
                self._layers[one.type.rpartition(".")[2]] += 1

    def is_unmarked(self, record: ArticleRecord) -> bool:
        """Tell whether nothing is marked, and nothing said of how far anybody is."""
        return record.state is None and not self.spans and not self.bad

    def _read_field(self, one: Structure) -> None:
        key, value = one.features.get("key"), one.features.get("value")
        if not isinstance(key, str) or not isinstance(value, str):
            return
        if key == types.ARTICLE_KEY:
            self.own = object_in_line(value.encode("utf-8", "replace"))
        elif key == types.REPLACED_KEY:
            inner = object_in_line(f'{{"list": {value}}}'.encode("utf-8", "replace"))["list"]
            self._replaced = inner if isinstance(inner, list) else []
        elif key == types.SPAN_KEY:
            details = object_in_line(value.encode("utf-8", "replace"))
            begin, end = _offset(one, "begin"), _offset(one, "end")
            if isinstance(label := details.get("label"), str):
                self._details[begin, end, label] = details
        elif is_storable(key) and is_storable(value):
            self.fields[key] = value

    def _restored(self, text: str) -> str:
        """Return ``text`` with the characters that XML could not hold."""
        letters = list(text) if self._replaced else []
        for one in self._replaced:
            match one:
                case [int(position), int(code)] if (
                    0 <= position < len(letters)
                    and letters[position] == _REPLACEMENT
                    and 0 < code <= 0xFFFF
                    and is_storable(chr(code))
                ):
                    letters[position] = chr(code)
        return "".join(letters) or text

    def _read_span(self, one: Structure, offsets: OffsetMap) -> None:
        try:
            begin, end = _offset(one, "begin"), _offset(one, "end")
            label = self._label(one)
            details = self._details.get((begin, end, label), {})
            place = {"label": label, "start": from_utf16(offsets, begin)}
            known = Fields({**details, **place, "end": from_utf16(offsets, end)})
            self.spans.append(span_record(known))
        except AnnotatorError as error:
            self.bad.append(error)
            return
        told = {"identifier"} if details else set()
        label_feature = self._label_feature(one)
        for name, value in one.features.items():
            if value not in (None, "", []) and name not in {*_PLACE, *told, label_feature}:
                self._features[name] = None
        self._features |= dict.fromkeys(known.unknown({*SPAN_KEYS}))

    def _label(self, one: Structure) -> str:
        name = self._label_feature(one)
        own = one.type.rpartition(".")[2]
        if name is None or (name not in one.features and one.type != types.ENTITY):
            return own
        label = one.features.get(name)
        if not isinstance(label, str) or not label.strip():
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "The {layer} from {start} to {end} has no label."),
                layer=own,
                start=one.features.get("begin"),
                end=one.features.get("end"),
            )
        if not is_storable(label):
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "“{key}” holds a NUL or half of a character."), key=name
            )
        return label

    def _label_feature(self, one: Structure) -> str | None:
        if one.type.startswith(types.ENTITIES):
            return "value"
        ranges = self.structures.ranges.get(one.type)
        if ranges is None:  # numbers may be references
            names = [
                name
                for name, value in one.features.items()
                if name not in _PLACE and isinstance(value, str) and not _NUMBER.fullmatch(value)
            ]
        else:
            names = [name for name, kind in ranges.items() if kind == types.STRING]
        by_name = [name for name in _LABELS if name in names]
        return by_name[0] if by_name else names[0] if len(names) == 1 else None

    def left_out(self) -> Iterator[AnnotatorError]:
        """Yield what is told of all that has no place in a project."""
        for name in self._features:
            yield left_out(name)
        for layer, count in self._layers.items():
            yield InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors", "{layer} has no place in a project; left out: {count}."
                ),
                layer=layer,
                count=count,
            )
        for sofa in self.structures.sofas.values():
            if sofa is not self.sofa:
                yield InvalidArticle(
                    QT_TRANSLATE_NOOP(
                        "errors", "Its view “{name}” is no part of the article and was left out."
                    ),
                    name=sofa.name,
                )


def _is_span(one: Structure) -> bool:
    if "begin" not in one.features and "end" not in one.features:
        return False
    if one.type.startswith(types.ENTITIES):
        return True
    return not one.type.startswith(_OF_TOOLS) and not one.features.keys() >= _RELATION


def _is_silent(kind: str) -> bool:
    return kind in _SILENT_TYPES or kind.startswith(_SILENT)


def _storable(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() and is_storable(value) else None


def _offset(one: Structure, key: str) -> int:
    value = one.features.get(key)
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return int(value)
    return Fields({key: value}).whole_number(key)
