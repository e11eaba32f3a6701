"""Tells what is a CAS, and reads it from its file or from an archive."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidArticle, unreadable
from annotator.core.format import ArticleRecord, ReadingOptions, Refused
from annotator.formats.cas import archives, xmi
from annotator.formats.cas.places import TYPE_SYSTEMS, Ranges, article_at, place_of

_XMI = regex.compile(
    rb"""(?s)\s*+(?:\xef\xbb\xbf)?+\s*+<.*xmlns:\w++\s*+=\s*+["']http://www\.omg\.org/XMI"""
)
_JSON = regex.compile(
    rb'\s*+(?:\xef\xbb\xbf)?+\s*+\{\s*+"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"\s*+:'
)
_HEAD = 1 << 16
_NO_XMI = QT_TRANSLATE_NOOP(
    "errors",
    "It is no XMI in UTF-8, which is XML and begins with “<”. If it is XMI, save it in UTF-8; if"
    " it is something else, import it without saying a format, under a name that does not end in"
    " “.xmi”.",
)
_NO_JSON = QT_TRANSLATE_NOOP(
    "errors",
    "It is no CAS in JSON, in UTF-8. If it is one, save it in UTF-8; if it is something else,"
    " import it without saying a format: then it is known by its content.",
)


def recognise_xmi(path: Path, head: bytes) -> bool:
    """Tell whether a file is XMI, or an archive with some, or with archives of a project."""
    if not head.startswith(archives.START):
        return bool(_XMI.match(head[:_HEAD]))
    names = [archives.within(name) for name in archives.names_in(path)]
    return any(
        name.suffix.lower() == ".xmi" or (name.suffix.lower() == ".zip" and len(name.parts) > 1)
        for name in names
    )


def recognise_json(path: Path, head: bytes) -> bool:
    """Tell whether a file is a JSON CAS, or an archive of which the first JSON is one."""
    if not head.startswith(archives.START):
        return bool(_JSON.match(head[:_HEAD]))
    names = archives.names_in(path)
    first = next((name for name in names if name.lower().endswith(".json")), None)
    return first is not None and bool(_JSON.match(archives.head_of(path, first, _HEAD)))


def companions(path: Path) -> Iterator[Path]:
    """Yield where the types of an XMI file may stand."""
    if path.suffix.lower() == ".xmi":
        yield from map(path.with_name, TYPE_SYSTEMS)


def count(path: Path) -> int:
    """Return how many articles there may be."""
    return max(1, len(archives.names_in(path)))


def read_xmi(path: Path, options: ReadingOptions) -> Iterator[ArticleRecord | Refused]:
    """Yield the article that the file is, or those that are in the archive."""
    return _read(path, b"<", _NO_XMI)


def read_json(path: Path, options: ReadingOptions) -> Iterator[ArticleRecord | Refused]:
    """Yield the article that the file is, or those that are in the archive."""
    return _read(path, b"{", _NO_JSON)


def _read(path: Path, start: bytes, otherwise: str) -> Iterator[ArticleRecord | Refused]:
    """Yield the articles; ``otherwise`` tells of a file that does not begin with ``start``.

    Who mistakes one kind of CAS for the other is understood.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(0)
            if head.startswith(archives.START):
                yield from archives.articles_in(path, file)
            elif (
                head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(start)
                or _XMI.match(head)
                or _JSON.match(head)
            ):
                place = place_of(path, PurePosixPath(path.as_posix()))
                yield article_at(place, file, _beside(path))
            else:
                yield Refused(path, None, InvalidArticle(otherwise))
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))


def _beside(path: Path) -> Ranges:
    for one in companions(path):
        try:
            with one.open("rb") as file:
                return xmi.ranges_in(file)
        except OSError:
            continue
    return {}
