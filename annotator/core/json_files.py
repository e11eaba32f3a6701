"""Files with an article in each line, or in each item of a list, one after the other."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias, TypeVar

from annotator.core.errors import AnnotatorError, unreadable
from annotator.core.format import ArticleRecord, Refused
from annotator.core.json_stream import Numbered, count_lines, objects_in_lines
from annotator.core.limits import refuse_unreadable, refuse_unreadable_parts

Records: TypeAlias = Iterator[ArticleRecord | Refused]
One = TypeVar("One")
Record: TypeAlias = Callable[[Path, int, dict[str, Any]], Iterable[One | Refused]]
"""Makes records of an object and its number, or raises an AnnotatorError."""


def articles_in(
    path: Path,
    record: Record[One],
    objects: Callable[[BinaryIO], Iterator[Numbered]] = objects_in_lines,
) -> Iterator[One | Refused]:
    """Yield what ``record`` makes of each of the ``objects`` of a file; what is wrong by number."""
    try:
        with path.open("rb") as file:
            for number, found in objects(file):
                yield from _records(path, number, found, record)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))


def _records(
    path: Path, number: int, found: dict[str, Any] | AnnotatorError, record: Record[One]
) -> Iterator[One | Refused]:
    if isinstance(found, AnnotatorError):
        yield Refused(path, number, found)
        return
    try:
        yield from record(path, number, found)
    except AnnotatorError as error:
        yield Refused(path, number, error)


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=date.isoformat).encode


def as_json(data: object, article: str) -> bytes:
    """Return what is written of the article of that name, without a line end.

    Raises:
        RefusedAct: if it is more than can be read again.
    """
    written = _encode(data).encode()
    refuse_unreadable(len(written), article)
    refuse_unreadable_parts(written, article)
    return written


def lines_in(path: Path) -> int:
    """Return the number of lines, which is that of articles or a little more."""
    try:
        with path.open("rb") as file:
            return count_lines(file)
    except OSError:
        return 0
