"""What every file format offers: what it can hold, a reader, a writer.

A reader says what stands in a file and decides nothing; offsets in what it yields count code
points of the text as the file gives it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import AnnotatorError
from annotator.core.model import Article, Layer, LayerState, Source
from annotator.core.values import Value


@dataclass(frozen=True, slots=True)
class SpanRecord:
    """A span as a file gives it; ``None`` is what the file does not say."""

    label: str
    start: int
    end: int
    quote: str | None = None
    value: Value = None
    proposed: bool = False
    note: str = ""
    unsure: bool = False
    origin: str | None = None
    id: str | None = None
    created_at: str | None = None
    changed_at: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article as a file gives it, with the layer that came along, if any."""

    path: Path
    line: int | None
    """The line of the file, from 1; ``None`` where a file is one article."""
    text: str
    """As the file gives it, not cleaned yet."""
    name: str | None = None
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    direction: str | None = None
    sha256: str | None = None
    meta: str = "{}"
    note: str = ""
    sources: tuple[Source, ...] | None = None
    author: str | None = None
    state: LayerState | None = None
    guideline: str = ""
    seconds: float = 0.0
    spans: tuple[SpanRecord, ...] | None = None
    """``None`` where the file has no layer; empty where it was looked at and nothing found."""
    bad_spans: tuple[AnnotatorError, ...] = ()
    """What is wrong with those spans of the file that cannot be read at all."""
    left_out: tuple[AnnotatorError, ...] = ()
    """What the spans say that a project cannot hold; the spans themselves are taken."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in a file that was not taken, and why."""

    path: Path
    line: int | None
    why: AnnotatorError


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article with the layer that is written with it."""

    article: Article
    sources: tuple[Source, ...]
    layer: Layer
    """Of status *new* where there is none to write."""
    ready: bool


@dataclass(frozen=True, slots=True)
class Loss:
    """What a format could not hold of one label's spans."""

    article: str
    label: str
    kind: str
    count: int


Reader = Callable[[Path], Iterator[ArticleRecord | Refused]]
Writer = Callable[[Path, Iterable[ExportedArticle]], list[Loss]]


@dataclass(frozen=True, slots=True)
class Format:
    """A file type that the program reads or writes."""

    name: str
    suffixes: tuple[str, ...]
    unit: str
    """What its offsets count: code points, UTF-16 units, bytes, tokens; ``none`` if it has none."""
    nested: bool
    """Whether spans may nest and overlap."""
    subword: bool
    """Whether spans may start or end inside a written word."""
    values: bool
    """Whether values are kept."""
    recognise: Callable[[bytes], bool]
    """Tell by the first bytes of a file whether it is of this format."""
    read: Reader | None = None
    count: Callable[[Path], int] = lambda path: 1
    """Say about how many articles a file holds, quickly, for the progress of an import."""
    write: Writer | None = None
    takes_every_article: bool = False
    """Whether articles that are not ready are written too, and marked."""
    needs: str | None = None
    """The extra that must be installed for it."""
