"""What stands in a release beside its datasets: the manifest, and the list of its articles.

The list holds no text: articles are named and known by the hash of their text, and spans are
offsets in code points.  That is enough to tell whether a file still is what was released, and
how one release differs from another.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, BinaryIO, Self

from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    FileError,
    InvalidArticle,
    RefusedAct,
)
from annotator.core.fields import Fields, object_in_line
from annotator.core.json_stream import objects_in_lines
from annotator.core.limits import has_too_many_parts
from annotator.core.losses import Loss, LossKind, lost_where
from annotator.core.model import Layer, Span
from annotator.core.values import Value, value_to_json

MANIFEST = "manifest.json"
ARTICLES = "articles.jsonl"
CARD = "README.md"
JUDGED_SPANS = "judged.jsonl"
VERSION = 1
LONGEST = 200_000_000
"""Bytes that a manifest may have; one of a million files has half of it."""
_HASH = 16
"""So many digits of a hash tell two values apart."""


@dataclass(frozen=True, slots=True)
class ReleasedFile:
    """A file of a release."""

    path: str
    """Under the folder of the release, with ``/``."""
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, order=True)
class ReleasedSpan:
    """A span of a released article."""

    start: int
    end: int
    label: str
    said: str | None = field(default=None, compare=False)
    """A hash of its value, note and doubt, empty where it has none.

    ``None`` if it is not told: older programs did not.
    """


@dataclass(frozen=True, slots=True)
class ReleasedArticle:
    """An article of a release."""

    name: str
    sha256: str
    split: str
    spans: tuple[ReleasedSpan, ...] = ()

    @classmethod
    def of(cls, name: str, sha256: str, split: str, layer: Layer) -> Self:
        """Return an article with what its layer marks."""
        spans = (_released(span) for span in layer)
        return cls(name, sha256, split, tuple(sorted(spans)))

    def to_line(self) -> str:
        """Return it as a line of the list."""
        spans = [[span.label, span.start, span.end] for span in self.spans]
        data: dict[str, object] = {
            "name": self.name,
            "sha256": self.sha256,
            "split": self.split,
            "spans": spans,
        }
        said = [span.said for span in self.spans]
        if None not in said:
            data["said"] = said
        return json.dumps(data, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class SplitCounts:
    """How much a manifest says that a split has."""

    articles: int
    spans: Counter[str]
    """By label."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release says of itself; ``about`` is for people and programs to read."""

    name: str
    files: tuple[ReleasedFile, ...]
    about: Mapping[str, Any] = field(default_factory=dict)
    losses: Mapping[str, Sequence[Loss]] = field(default_factory=dict)
    """What each format could not hold."""
    counts: Mapping[str, SplitCounts] = field(default_factory=dict)
    """By split, as ``about`` tells them, of a manifest that was read."""
    together: Sequence[Sequence[str]] = ()
    """The names of articles that must share a split, in groups, of a manifest that was read."""
    project: str = ""
    """By what the project is known that it is from, of a manifest that was read."""
    program: str = ""
    """By which program it was written, of a manifest that was read."""
    tokenizer: str = ""
    """By what is known how it cut texts into tokens, of a manifest that was read."""

    def lines(self) -> Iterator[str]:
        """Yield the manifest as it stands in its file, some lines at a time, each with its end.

        Of 10,000 articles there are hundreds of thousands of losses, which are told by what was
        lost, so that each takes a name and a number alone.
        """
        data = {
            "annotator_release": VERSION,
            "name": self.name,
            **self.about,
            "files": [
                {"path": file.path, "size": file.size, "sha256": file.sha256} for file in self.files
            ],
        }
        yield json.dumps(data, ensure_ascii=False, indent=1).removesuffix("\n}") + ",\n"
        yield ' "losses": {\n'
        for number, (name, losses) in enumerate(self.losses.items(), start=1):
            yield f"  {json.dumps(name)}: [\n"
            told = _by_kind(losses)
            for done, one in enumerate(told, start=1):
                comma = "," if done < len(told) else ""
                yield f"   {json.dumps(one, ensure_ascii=False)}{comma}\n"
            yield "  ]" + (",\n" if number < len(self.losses) else "\n")
        yield " }\n}\n"

    @classmethod
    def from_json(cls, data: bytes) -> Self:
        """Return what ``lines`` gave.

        Raises:
            FileError: if it is no manifest, or one of a newer program.
        """
        try:
            fields = Fields(object_in_line(data))
            version = fields.whole_number("annotator_release")
            if version > VERSION:
                raise FileError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "This release is from a newer Annotator. Update the program, then try"
                        " again.",
                    )
                )
            name = fields.text("name")
            files = tuple(
                ReleasedFile(one.text("path"), one.whole_number("size"), one.text("sha256"))
                for one in fields.objects("files")
            )
            losses = _losses(fields)
            counts = _counts(fields)
            together = _groups(fields)
            project, program, tokenizer = (
                fields.text_or_none(key) or "" for key in ("project", "program", "tokenizer")
            )
        except FileError:
            raise
        except AnnotatorError as error:
            raise FileError(
                QT_TRANSLATE_NOOP("errors", "“{file}” is not the manifest of a release: {why}"),
                file=MANIFEST,
                why=error,
            ) from error
        return cls(
            name,
            files,
            losses=losses,
            counts=counts,
            together=together,
            project=project,
            program=program,
            tokenizer=tokenizer,
        )


def refuse_unreadable_manifest(data: bytes) -> None:
    """Refuse a release that tells so much of itself.

    Raises:
        RefusedAct: if nobody could read it again.
    """
    if len(data) > LONGEST or has_too_many_parts(data):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "The manifest of this release would be too long to be read again. Nothing was"
                " written: release in fewer formats at a time.",
            )
        )


def _by_kind(losses: Iterable[Loss]) -> list[dict[str, object]]:
    """Return what was lost of each label, or of the articles themselves, and where."""
    return [
        {"label": label, "kind": kind, "articles": articles}
        for (label, kind), articles in lost_where(losses).items()
    ]


def _counts(fields: Fields) -> dict[str, SplitCounts]:
    found = fields.inner("splits")
    counts: dict[str, SplitCounts] = {}
    for split in found.unknown(set()):
        one = found.inner(split)
        spans = one.inner("spans")
        by_label = Counter({label: spans.whole_number(label) for label in spans.unknown(set())})
        counts[split] = SplitCounts(one.whole_number("articles"), by_label)
    return counts


def _groups(fields: Fields) -> list[list[str]]:
    found = fields.value("together")
    if found is None:  # older programs did not tell
        return []
    if not isinstance(found, list) or not all(
        isinstance(group, list) and all(isinstance(name, str) for name in group) for group in found
    ):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be a list of lists of names."),
            key=fields.place("together"),
        )
    return found


def _losses(fields: Fields) -> dict[str, list[Loss]]:
    found = fields.inner("losses")
    return {
        name: [loss for one in found.objects(name) for loss in _of_kind(one)]
        for name in found.unknown(set())
    }


def _of_kind(fields: Fields) -> Iterator[Loss]:
    label, kind = fields.text_or_none("label"), _kind(fields)
    articles = fields.inner("articles")
    names = articles.unknown(set())
    if not names:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be an object."), key=fields.place("articles")
        )
    return (Loss(name, label, kind, articles.whole_number(name)) for name in names)


def _kind(fields: Fields) -> LossKind:
    try:
        return LossKind(fields.text("kind"))
    except ValueError as error:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” is no loss that a format can have."),
            key=fields.place("kind"),
        ) from error


def articles_in(file: BinaryIO) -> Iterator[ReleasedArticle]:
    """Yield the articles in a list of them.

    Raises:
        FileError: if a line is no article; its number is told.
    """
    for number, found in objects_in_lines(file):
        try:
            if isinstance(found, AnnotatorError):
                raise found
            yield _article(Fields(found))
        except AnnotatorError as error:
            raise FileError(
                QT_TRANSLATE_NOOP("errors", "“{file}” is damaged in line {line}: {why}"),
                file=ARTICLES,
                line=number,
                why=error,
            ) from error


def _article(fields: Fields) -> ReleasedArticle:
    spans = fields.value("spans")
    if not isinstance(spans, list):
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "“{key}” must be a list."), key="spans")
    said = fields.value("said")
    if said is None:
        said = [None] * len(spans)
    elif not isinstance(said, list) or len(said) != len(spans):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be a list with a text for each span."),
            key="said",
        )
    return ReleasedArticle(
        fields.text("name"),
        fields.text("sha256"),
        fields.text("split"),
        tuple(sorted(map(_span, spans, said))),
    )


def _span(found: object, said: object) -> ReleasedSpan:
    if not isinstance(said, str | None):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be a list with a text for each span."),
            key="said",
        )
    match found:
        case [str(label), int(start), int(end)] if 0 <= start < end and bool not in (
            type(start),
            type(end),
        ):
            return ReleasedSpan(start, end, label, said)
    raise InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "One of its spans is no label with a start and an end.")
    )


def _released(span: Span) -> ReleasedSpan:
    said = said_of(span.value, span.note, unsure=span.unsure)
    return ReleasedSpan(span.start, span.end, span.label, said)


def said_of(value: Value, note: str, *, unsure: bool) -> str:
    """Return a hash of what a span says besides its label; nothing if it says nothing."""
    data = value_to_json(value)
    if not data and not note and not unsure:
        return ""
    told = json.dumps([data, note, unsure], ensure_ascii=False, sort_keys=True)
    return sha256(told.encode()).hexdigest()[:_HASH]
