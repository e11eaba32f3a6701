"""What every file format offers: what it can hold, a reader, a writer.

A reader says what stands in a file and decides nothing; offsets in what it yields count code
points of the text as the file gives it.  A writer streams: it holds one article at a time, and
tells the account of its dataset what becomes of each span.
"""

import importlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, FileError
from annotator.core.labels import LabelSet
from annotator.core.language import Language
from annotator.core.losses import LossAccount, LossKind
from annotator.core.model import Article, Layer, LayerState, Source
from annotator.core.tags import Tagged
from annotator.core.tokens import Tokens
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
    text: str | None
    """As the file gives it, not cleaned yet; ``None`` where ``sha256`` alone tells which it is."""
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
    """What is said that a project cannot hold; the article and its spans are taken."""


@dataclass(frozen=True, slots=True)
class TaggedArticle:
    """The tokens of an article as a file gives them, and which spans lie on them."""

    path: Path
    line: int | None
    """The line of the file, from 1; ``None`` where it has none."""
    text: str
    """As the file gives it, or made anew where it has lost its spaces."""
    tokens: Tokens
    """Where they stand in that text."""
    flat: tuple[Tagged, ...]
    """Spans of which none is over another, in order."""
    all: tuple[Tagged, ...] | None = None
    """All spans on tokens, where the file has them too."""
    bad: tuple[AnnotatorError, ...] = ()
    """What is wrong with tags that fit no span."""
    record: ArticleRecord | None = None
    """What the file says beside that, where it has no other reader."""


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
    split: str | None = None
    """``train``, ``dev`` or ``test``; ``None`` in what is not split, which is all for training."""


TRAIN = "train"
"""The split of what is not split."""


class Unit(StrEnum):
    """What the offsets of a file count."""

    CODE_POINTS = "code points"
    UTF16 = "UTF-16"
    GRAPHEMES = "graphemes"
    """Extended grapheme clusters (UAX #29): what a reader takes for one letter."""
    TOKENS = "tokens"
    NONE = "none"
    """The format holds no spans."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a reader is told, since the file does not tell it."""

    unit: Unit | None = None
    """What the offsets count, where other programs write several; else the format's own."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """The column of a table for each field of an article: ``text``, ``title``, ``published`` …"""
    of_tables: frozenset[str] = frozenset()
    """Those of the columns that a table has which is read along: no other file must have them."""

    def columns_in(self, file: Container[str]) -> dict[str, str]:
        """Return the columns that count in a file with those names; it may lack ``of_tables``."""
        return {
            field: column
            for field, column in self.columns.items()
            if column in file or column not in self.of_tables
        }


@dataclass(frozen=True, slots=True)
class WritingOptions:
    """What a writer is told."""

    unit: Unit | None = None
    """What the offsets are to count, where other programs read several; else the format's own."""
    without_text: bool = False
    """Whether to leave out all that is of the article's text: hash and offsets alone go."""
    suffix: str = ""
    """How the name of the file will end, by which a format may be written in two ways."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """What is to be written."""

    articles: Iterable[ExportedArticle]
    """Each is made when it is asked for, and there once."""
    labels: LabelSet
    language: Language
    account: LossAccount
    """Where the writer tells what becomes of each span."""
    options: WritingOptions = WritingOptions()

    def __iter__(self) -> Iterator[ExportedArticle]:
        """Yield the articles, and tell the account of each what the format holds of none."""
        for one in self.articles:
            self.account.begin(one.article, one.sources, one.layer)
            yield one


@dataclass(frozen=True, slots=True)
class TableHead:
    """The columns of a table and its first rows, for who is to say which column is what."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    fields: Mapping[str, str]
    """The columns that are known by their names, by their fields: ``text``, ``title`` …"""


_LIBRARIES = {"parquet": "pyarrow", "spacy": "spacy"}
"""The library that each extra brings."""

Reader = Callable[[Path, ReadingOptions], Iterator[ArticleRecord | Refused]]
TagReader = Callable[[Path], Iterator[TaggedArticle | Refused]]
Writer = Callable[[Path, Dataset], None]


def no_companions(path: Path) -> Iterable[Path]:
    """Say that a file stands alone."""
    return ()


@dataclass(frozen=True, slots=True)
class Format:
    """A file type that the program reads or writes."""

    name: str
    suffixes: tuple[str, ...]
    """What its files end in; empty where a dataset is a folder of several."""
    unit: Unit
    """What its offsets count, unless the options say otherwise."""
    nested: bool
    """Whether spans may nest and overlap."""
    subword: bool
    """Whether spans may start or end inside a written word."""
    recognise: Callable[[Path, bytes], bool]
    """Tell by the place and the first bytes of a file whether it is of this format."""
    has_tokens: bool = False
    """Whether the words of texts are written too, cut after their clitics."""
    left_behind: frozenset[LossKind] = frozenset()
    """What it holds of no span and of no article."""
    read: Reader | None = None
    count: Callable[[Path], int] = lambda path: 1
    """Say about how many articles a file holds, quickly, for the progress of an import."""
    companions: Callable[[Path], Iterable[Path]] = no_companions
    """Say which other files are read along with one, and are no articles of their own."""
    read_tags: TagReader | None = None
    """Read what was written here as those see it who train on tokens: that too must be right."""
    write: Writer | None = None
    is_folder: bool = False
    """Whether what is written is a folder, which does not exist yet."""
    holds_splits: bool = False
    """Whether that folder has a place for each split; others are written once for each."""
    takes_every_article: bool = False
    """Whether articles that are not ready are written too, and marked."""
    other_units: tuple[Unit, ...] = ()
    """What its offsets may count besides ``unit``, if the options say so."""
    can_leave_out_text: bool = False
    has_columns: bool = False
    """Whether its fields are columns, which the options may name."""
    columns: Callable[[Path], TableHead] | None = None
    """Give the columns of a table and its first rows, for who is to say which is the text.

    Raises an AnnotatorError where it cannot be read.
    """
    needs: str | None = None
    """The extra that must be installed for it."""

    @property
    def values(self) -> bool:
        """Whether the values of spans are kept."""
        return LossKind.VALUE not in self.left_behind

    @property
    def notes(self) -> bool:
        """Whether the notes of spans are kept."""
        return LossKind.NOTE not in self.left_behind

    @property
    def certainty(self) -> bool:
        """Whether it is kept of which spans an author is not sure."""
        return LossKind.CERTAINTY not in self.left_behind

    @property
    def holds_text(self) -> bool:
        """Whether the articles' texts are written; spans without them join those of a project."""
        return LossKind.TEXT not in self.left_behind

    @property
    def is_installed(self) -> bool:
        """Whether what it needs is there, so far as can be told without loading it."""
        return self.needs is None or find_spec(_LIBRARIES[self.needs]) is not None

    def refuse_unless_installed(self) -> None:
        """Refuse to begin what cannot be done.

        Raises:
            FileError: if what it needs is not installed; the extra that brings it is named.
        """
        if self.needs is not None and not self.is_installed:
            raise _not_installed(_LIBRARIES[self.needs], self.needs)


def needed(module: str, extra: str) -> Any:
    """Return a library that only some formats need.

    Raises:
        FileError: if it is not installed; the extra that brings it is named.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise _not_installed(module.partition(".")[0], extra) from error


def _not_installed(library: str, extra: str) -> FileError:
    return FileError(
        QT_TRANSLATE_NOOP(
            "errors",
            "This format needs “{library}”. Install it with: pip install annotator[{extra}]",
        ),
        library=library,
        extra=extra,
    )
