"""The files that are to be imported, each with its format, and the records in them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from annotator.core.article_table import refuse_unknown_fields
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle
from annotator.core.format import (
    ArticleRecord,
    Format,
    ReadingOptions,
    Refused,
    SpanRecord,
    TableHead,
    Unit,
)
from annotator.core.heads import FileHead
from annotator.core.importing import FilesSeen, LabelSeen, names_nobody
from annotator.core.progress import Progress
from annotator.core.values import kind_of
from annotator.formats import format_named, format_of
from annotator.workflow.imports.folders import files_under

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
        _with_columns_of(found, options) if options.columns else options,
    )


def _with_columns_of(files: Sequence[IncomingFile], options: ReadingOptions) -> ReadingOptions:
    """Return ``options`` with what tells which of the columns are those of a table in ``files``."""
    there = set(chain.from_iterable(head.columns for head in filter(None, map(table_head, files))))
    return replace(options, of_tables=frozenset(options.columns.values()) & there)


def table_head(file: IncomingFile) -> TableHead | None:
    """Return the head of a file that is a table; one that cannot be read is refused when it is."""
    if file.format.columns is None:
        return None
    with suppress(AnnotatorError):
        return file.format.columns(file.path)
    return None


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


_QUOTES = 20
_LONGEST_QUOTE = 60
_LINES = 40
_HEAD = 4_000
"""Letters; what a preview shows of an article stands in them."""


def seen_in(coming: Incoming, known: Collection[str], progress: Progress) -> FilesSeen:
    """Return what in the files has to be asked about; ``known`` are the labels that have not."""
    seen = FilesSeen(formats=Counter(file.format.name for file in coming.files))
    for refused in coming.refused:
        _see_refused(seen, refused)
    total = coming.count()
    last = None
    for done, (_, record) in enumerate(coming.records()):
        if isinstance(record, Refused):
            _see_refused(seen, record)
        else:
            # Several layers of an article come one after the other, out of one place.
            place = record.path, record.line
            seen.articles += place != last
            last = place
            seen.spans += len(record.spans or ())
            seen.without_author += names_nobody(record)
            seen.first = seen.first or _head(record)
            for span in record.spans or ():
                if span.label not in known:
                    _see(seen.labels.setdefault(span.label, LabelSeen()), span, record.text)
        progress.advance(done, total)
    return seen


def _see_refused(seen: FilesSeen, refused: Refused) -> None:
    seen.refused += 1
    seen.why_refused = seen.why_refused or refused.why


def _see(label: LabelSeen, span: SpanRecord, text: str | None) -> None:
    label.count += 1
    if span.value is not None:
        label.kinds.add(kind_of(span.value))
    if len(label.quotes) < _QUOTES and text is not None:
        quote = text[max(0, span.start) : span.end][:_LONGEST_QUOTE]
        if quote.strip():
            label.quotes[quote] += 1


def _head(record: ArticleRecord) -> FileHead | None:
    """Return how an article begins."""
    if record.text is None:
        return None
    start = record.text[:_HEAD]
    lines = start.splitlines()
    is_cut = len(lines) > _LINES or len(record.text) > _HEAD
    name = record.title or record.name or record.path.name
    return FileHead(name, tuple(lines[:_LINES]), is_cut, is_prose=True)
