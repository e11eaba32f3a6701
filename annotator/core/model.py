"""What a project is made of: articles, authors, and the layers of spans they draw.

Values are immutable; whatever changes is a new value.  Offsets count code points of
``Article.text`` from 0, end exclusive.
"""

import os
import time
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Self
from uuid import UUID, uuid5

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidSpan, RefusedAct
from annotator.core.values import Value, value_from_json, value_to_json

IMPORTED = "import"
"""The origin of a span that an import brought whose file does not say how it was drawn."""
GOLD = "gold"
"""The reserved author who owns what is settled."""


NAMESPACE = UUID("6f0e6a52-5d0f-5f5c-9a43-0f3f6f6f1b7e")
"""Names made of data (gold spans, entries) are UUIDs of version 5 under this one."""


def derived_id(*parts: object) -> str:
    """Return the id that follows from ``parts``: the same in every file."""
    return uuid5(NAMESPACE, "\x1f".join(map(str, parts))).hex


def new_id() -> str:
    """Return a fresh UUID in hexadecimal.

    It is of version 7 (RFC 9562), which begins with the time: ids that come together lie together
    in the indexes of the file, and an import takes a quarter less time.
    """
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10), "big")
    first, rest = chance >> 68, chance & ((1 << 62) - 1)
    return f"{milliseconds << 80 | 7 << 76 | first << 64 | 2 << 62 | rest:032x}"


def now() -> str:
    """Return this moment in UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment_of(written: str) -> datetime:
    """Return the point in time that is written: one may be written in many ways.

    What is no time at all, in a damaged file, is the latest.
    """
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Direction(StrEnum):
    """The base direction of an article's paragraphs."""

    RTL = "rtl"
    LTR = "ltr"
    AUTO = "auto"


class Status(StrEnum):
    """How far an author is with an article."""

    NEW = "new"
    IN_PROGRESS = "in progress"
    FINISHED = "finished"
    SET_ASIDE = "set aside"


class Word(StrEnum):
    """What a lead has let who works on an article know."""

    TEST = "test"
    """It was given as a test."""
    TESTED = "tested"
    """It is finished as a test."""
    SENT_BACK = "sent back"
    """It is to be gone on with: the reason of the layer says why, or this word alone."""
    COMMENT = "comment"
    """Something was said with the assignment."""


@dataclass(frozen=True, slots=True)
class Comment:
    """Something that is said to the author of a layer, until it is put away."""

    word: Word
    text: str = ""
    """What the lead wrote; of a finished test how near it came to gold, so far as that is told.

    What was sent back without a comment says so itself: the text is the word.
    """


class Role(StrEnum):
    """What an author may do."""

    ANNOTATOR = "annotator"
    LEAD = "lead"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Author:
    """Who owns a layer."""

    name: str
    role: Role = Role.ANNOTATOR
    retired: bool = False

    @property
    def is_lead(self) -> bool:
        """Whether the author may do what only leads may."""
        return self.role is Role.LEAD

    @property
    def gets_articles(self) -> bool:
        """Whether articles can be assigned to the author: no program, and nobody retired."""
        return self.role is not Role.MACHINE and not self.retired


@dataclass(frozen=True, slots=True)
class Source:
    """A further file or outlet that brought the text of an article."""

    name: str
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    meta: str = "{}"
    """What else it said, as a JSON object."""


@dataclass(frozen=True, slots=True)
class Article:
    """An imported text; it never changes afterwards."""

    id: str
    name: str
    title: str
    text: str = field(repr=False)
    sha256: str
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    direction: Direction = Direction.RTL
    meta: str = "{}"
    """Whatever else came with it, as a JSON object."""
    note: str = ""
    added_at: str = field(default_factory=now)


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that lies in the trash."""

    id: str
    name: str
    title: str
    removed_by: str
    removed_at: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article, for one author."""

    number: int
    id: str
    name: str
    title: str
    status: Status
    spans: int
    word: Word | None = None
    """What waits to be heard of it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of an article.

    Two spans are equal if they cover the same text with the same label and say the same of it;
    the ``id`` names one of them in the store and in the history, ``changed_at`` dates it.
    """

    start: int
    end: int
    label: str
    quote: str
    """The text covered: a check against any slip."""
    value: Value = None
    proposed: bool = False
    """Whether the value waits to be seen by the author."""
    note: str = ""
    unsure: bool = False
    origin: str = "manual"
    id: str = field(default_factory=new_id, compare=False)
    created_at: str = field(default_factory=now, compare=False)
    changed_at: str = field(default_factory=now, compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise InvalidSpan(
                QT_TRANSLATE_NOOP("errors", "A span cannot run from {start} to {end}."),
                start=self.start,
                end=self.end,
            )

    @property
    def place(self) -> tuple[int, int, str]:
        """What must be unique in a layer: start, end and label."""
        return self.start, self.end, self.label

    @property
    def order(self) -> tuple[int, int, str]:
        """Sort key: by start, the longer first, so that outer spans precede inner ones."""
        return self.start, -self.end, self.label

    @property
    def is_confirmed(self) -> bool:
        """Whether its value is the author's own word; no value is nobody's."""
        return self.value is not None and not self.proposed

    @property
    def is_work(self) -> bool:
        """Whether somebody drew or changed it: an import brought it else, and nobody touched it."""
        return self.origin != IMPORTED or self.changed_at != self.created_at

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether the span shares a letter with ``[start, end)``."""
        return self.start < end and start < self.end

    def to_json(self) -> dict[str, object]:
        """Return the span as it stands in the history and, with more, in JSONL files."""
        return {
            "id": self.id,
            "label": self.label,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "value": value_to_json(self.value),
            "proposed": self.proposed,
            "note": self.note,
            "unsure": self.unsure,
            "origin": self.origin,
            "created_at": self.created_at,
            "changed_at": self.changed_at,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Return the span that ``to_json`` wrote."""
        return cls(**{**data, "value": value_from_json(data["value"])})


@dataclass(frozen=True, slots=True)
class LayerState:
    """How far the author is, and why it was set aside."""

    status: Status = Status.NEW
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """All spans that one author has drawn on one article, in order.

    ``revision`` grows with every change; 0 is a layer that no file holds yet.
    """

    article_id: str
    author: str
    spans: tuple[Span, ...] = ()
    state: LayerState = LayerState()
    revision: int = 0
    guideline: str = ""
    """The version of the guidelines it was finished under."""
    seconds: float = 0.0
    """Time worked on it."""

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    @property
    def status(self) -> Status:
        """How far the author is."""
        return self.state.status

    def span(self, span_id: str) -> Span | None:
        """Return the span of that id, if the layer has it."""
        return next((span for span in self.spans if span.id == span_id), None)

    def with_spans(
        self, removed: Iterable[Span], put: Iterable[Span], state: LayerState, revision: int
    ) -> Self:
        """Return the layer with some spans taken out and others put in.

        Raises:
            RefusedAct: if a label would stand twice on one stretch.
        """
        gone = {span.id for span in removed}
        spans = [span for span in self.spans if span.id not in gone]
        for span in put:
            at = bisect_left(spans, span.order, key=lambda other: other.order)
            if at < len(spans) and spans[at].place == span.place:
                raise doubled(span)
            spans.insert(at, span)
        return replace(self, spans=tuple(spans), state=state, revision=revision)


def doubled(span: Span) -> RefusedAct:
    """Return the error for a label that would stand twice on one stretch."""
    return RefusedAct(
        QT_TRANSLATE_NOOP("errors", "“{quote}” is marked as {label} already."),
        quote=span.quote,
        label=span.label,
    )
