"""The files that are to be imported, each with its format, and the records in them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from annotator.core.article_table import refuse_unknown_fields
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle
from annotator.core.format import ArticleRecord, Format, ReadingOptions, Refused, Unit
from annotator.core.progress import Progress
from annotator.core.values import ValueKind, kind_of
from annotator.formats import format_named, format_of
from annotator.workflow.folders import files_under

AS_THE_FILE_TELLS = ReadingOptions()


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file that is to be imported."""

    path: Path
    name: str
    """Its path under the imported folder, with ``/``."""
    format: Format


@dataclass(frozen=True, slots=True)
class Incoming:
    """All files that are to be imported, and what was refused among them."""

    files: list[IncomingFile]
    refused: list[Refused]
    options: ReadingOptions = AS_THE_FILE_TELLS

    def count(self) -> int:
        """Say about how many articles there are, quickly."""
        return sum(file.format.count(file.path) for file in self.files)

    def records(self) -> Iterator[tuple[IncomingFile, ArticleRecord | Refused]]:
        """Yield what stands in the files, one after the other."""
        for file in self.files:
            assert file.format.read is not None  # the others were refused
            for record in file.format.read(file.path, self.options):
                yield file, record


def incoming(
    paths: Iterable[Path],
    project: Path,
    format_name: str | None,
    options: ReadingOptions = AS_THE_FILE_TELLS,
) -> Incoming:
    """Return the files under ``paths`` (files and folders) with their formats.

    What is read along with another file is no file of its own, and ``project`` is none.

    Raises:
        UnknownName: if there is no format of that name, or no field of which a column is told.
        InvalidArticle: if the format of that name is only written, or does not count as told.
    """
    chosen = readable(format_named(format_name), options) if format_name else None
    refuse_unknown_fields(options.columns)
    found: list[IncomingFile] = []
    refused: list[Refused] = []
    for one in chain.from_iterable(files_under(path, leaving_out=project) for path in paths):
        if isinstance(one, Refused):
            refused.append(one)
            continue
        path, name = one
        try:
            found.append(IncomingFile(path, name, chosen or readable(format_of(path), options)))
        except AnnotatorError as error:
            refused.append(Refused(path, None, error))
    companions = _companions(found)
    return Incoming(
        [file for file in found if file.path not in companions],
        [one for one in refused if one.path not in companions],
        options,
    )


def _companions(files: Sequence[IncomingFile]) -> set[Path]:
    """Return what is read along with others; what only goes along brings nothing along itself."""
    going_along = set(chain.from_iterable(map(_companions_of, files)))
    alone = (file for file in files if file.path not in going_along)
    return set(chain.from_iterable(map(_companions_of, alone)))


def _companions_of(file: IncomingFile) -> Iterator[Path]:
    return (other for other in file.format.companions(file.path) if other != file.path)


def readable(format: Format, options: ReadingOptions) -> Format:
    """Return ``format`` if it can be read as the options say.

    Raises:
        InvalidArticle: if it is only written, or counts in other units.
    """
    if format.read is None:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "The format {name} is only written, not read."),
            name=format.name,
        )
    units = (format.unit, *format.other_units)
    if options.unit is not None and options.unit not in units and format.unit is not Unit.NONE:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "The format {name} does not count in {unit}. It counts in: {units}."
            ),
            name=format.name,
            unit=options.unit,
            units=", ".join(units),
        )
    return format


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


_QUOTES = 20
_LONGEST_QUOTE = 60


def labels_in(coming: Incoming, known: Collection[str], progress: Progress) -> dict[str, LabelSeen]:
    """Return the labels in the files that are not ``known``, in the order in which they stand."""
    seen: dict[str, LabelSeen] = {}
    total = coming.count()
    for done, (_, record) in enumerate(coming.records()):
        if isinstance(record, ArticleRecord):
            for span in record.spans or ():
                if span.label not in known:
                    one = seen.setdefault(span.label, LabelSeen())
                    one.count += 1
                    if span.value is not None:
                        one.kinds.add(kind_of(span.value))
                    if len(one.quotes) < _QUOTES and record.text is not None:
                        quote = record.text[max(0, span.start) : span.end]
                        one.quotes[quote[:_LONGEST_QUOTE]] += 1
        progress.advance(done, total)
    return seen
