"""Files with an article in each line, or in each item of a list, read one after the other."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from annotator.core.errors import AnnotatorError, unreadable
from annotator.core.format import ArticleRecord, Refused
from annotator.core.json_stream import Numbered, count_lines, objects_in_lines

Records: TypeAlias = Iterator[ArticleRecord | Refused]
Record: TypeAlias = "Callable[[Path, int, dict[str, Any]], Iterable[ArticleRecord | Refused]]"
"""Makes records of an object and its number, or raises an AnnotatorError."""


def articles_in(
    path: Path,
    record: Record,
    objects: Callable[[BinaryIO], Iterator[Numbered]] = objects_in_lines,
) -> Records:
    """Yield what ``record`` makes of each of the ``objects`` of a file; what is wrong by number."""
    try:
        with path.open("rb") as file:
            for number, found in objects(file):
                yield from _records(path, number, found, record)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))


def _records(
    path: Path, number: int, found: dict[str, Any] | AnnotatorError, record: Record
) -> Records:
    if isinstance(found, AnnotatorError):
        yield Refused(path, number, found)
        return
    try:
        yield from record(path, number, found)
    except AnnotatorError as error:
        yield Refused(path, number, error)


def lines_in(path: Path) -> int:
    """Return the number of lines, which is that of articles or a little more."""
    try:
        with path.open("rb") as file:
            return count_lines(file)
    except OSError:
        return 0
