"""What files hold that a project cannot take as it is, and what somebody says to that."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from annotator.core.errors import AnnotatorError
from annotator.core.format import ArticleRecord, TableHead, Unit
from annotator.core.heads import FileHead
from annotator.core.labels import LabelSet
from annotator.core.model import GOLD
from annotator.core.values import ValueKind


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are to be read, where not as each of them tells."""

    format_name: str | None = None
    """The format of all files, whatever they look like."""
    unit: Unit | None = None
    """What offsets count, in formats that other programs write in several ways."""


AS_FILES_TELL = Reading()


@dataclass(slots=True)
class LabelSeen:
    """A label as it stands in files."""

    count: int = 0
    quotes: Counter[str] = field(default_factory=Counter)
    """Some of what it stands on, so that people see what it means."""
    kinds: set[ValueKind] = field(default_factory=set)
    """What kinds of values its spans have."""

    @property
    def kind(self) -> ValueKind:
        """The kind of value that a label in its place must have to lose nothing."""
        return next(iter(self.kinds)) if len(self.kinds) == 1 else ValueKind.NONE


@dataclass(frozen=True, slots=True)
class TableSeen:
    """A table of which the columns are asked."""

    file: str
    head: TableHead
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Other tables of which nobody knows which column holds the text: their files and columns."""

    def refused_with(self, text: str) -> list[str]:
        """Return the other tables that cannot be read if ``text`` is the column of the text."""
        return [file for file, columns in self.others if text not in columns]


@dataclass(slots=True)
class FilesSeen:
    """What stands in files and has to be asked about."""

    labels: dict[str, LabelSeen] = field(default_factory=dict)
    """The labels that the project lacks, in the order in which they stand."""
    without_author: int = 0
    """How many layers name no author to own them here."""
    first: FileHead | None = None
    """How the first article begins."""
    table: TableSeen | None = None
    """The first table of which nobody knows which column holds the text, or may choose it."""
    formats: Counter[str] = field(default_factory=Counter)
    """How many files there are of each format."""
    articles: int = 0
    spans: int = 0
    refused: int = 0
    """How many files and parts of files cannot be read."""
    why_refused: AnnotatorError | None = None
    """Why the first of these cannot."""


@dataclass(frozen=True, slots=True)
class ImportQuestions:
    """What is to be asked, and what may be answered."""

    seen: FilesSeen
    labels: LabelSet
    authors: tuple[str, ...]
    may_add: bool
    """Whether who imports may add labels."""
    reading: Reading | None = None
    """How the files were read, if another way may be chosen; else they tell it."""


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """How files are to be imported."""

    names: Mapping[str, str | None] = field(default_factory=dict)
    """The label here of each label there; ``None`` where its spans are to be left out."""
    added: Mapping[str, ValueKind] = field(default_factory=dict)
    """Labels that are to be added to the project, with the kinds of their values."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """The columns of tables, by the fields of articles that they are."""
    author: str | None = None
    """Who is to own the layers that name nobody."""
    reading: Reading = AS_FILES_TELL


def names_nobody(record: ArticleRecord) -> bool:
    """Tell whether a layer comes along that names no author; gold is none."""
    return record.spans is not None and record.author in (None, GOLD)


def owned(record: ArticleRecord, author: str | None) -> ArticleRecord:
    """Return ``record`` with its layer in the hands of ``author``, if it names nobody."""
    return replace(record, author=author) if author and names_nobody(record) else record


@dataclass(frozen=True, slots=True)
class Named:
    """Who drew a layer, as its file tells."""

    name: str | None
    """``None`` if it names nobody."""
    number: int = 1
    """Which it is of those in one place that name nobody: each is another annotator's."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Spans of one annotator that came to an owner who got those of others too."""

    owner: str
    drawn_by: str | None
    """``None`` where the file names nobody."""
    spans: int


def merged(owned: Mapping[tuple[str, Named], int]) -> list[Merged]:
    """Return what came together, of how many spans came to each owner by who drew them."""
    drawn_by = Counter(owner for owner, _ in owned)
    return [
        Merged(owner, named.name, spans)
        for (owner, named), spans in owned.items()
        if drawn_by[owner] > 1
    ]
