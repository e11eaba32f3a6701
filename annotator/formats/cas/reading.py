"""Reads a CAS from its file, or those in an archive that INCEpTION has exported.

An archive is never unpacked: what is in it is read one after the other, each with a limit to its
size, which holds for what it says of itself and for what comes out.
"""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle, unreadable
from annotator.core.format import ArticleRecord, ReadingOptions, Refused
from annotator.core.json_stream import LONGEST
from annotator.formats.cas import json_cas, xmi
from annotator.formats.cas.records import Place, record_of
from annotator.formats.cas.structures import Structures

_ZIP = b"PK\3\4"
_XMI = regex.compile(
    rb"""(?s)\s*(?:\xef\xbb\xbf)?\s*<.*xmlns:\w+\s*=\s*["']http://www\.omg\.org/XMI"""
)
_JSON = regex.compile(rb'\s*(?:\xef\xbb\xbf)?\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:')
_HEAD = 1 << 16
_LARGEST_ARCHIVE = 4 << 30
"""What an archive may hold, in bytes; a project of ten thousand articles has a quarter."""
_MOST_ENTRIES = 200_000
_TYPE_SYSTEMS = ("TypeSystem.xml", "typesystem.xml")
_BY_AUTHOR = ("annotation", "curation")
"""Folders of an exported project: a folder for each article in them, a file for each author."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError)
"""What the library says of archives; what is locked or packed in no known way is the last."""
_NOBODY = ("INITIAL_CAS", "CURATION_USER")

_Ranges = dict[str, dict[str, str]]


def recognise_xmi(path: Path, head: bytes) -> bool:
    """Tell whether a file is XMI, or an archive with some, or of a project."""
    return bool(_XMI.match(head[:_HEAD])) or (head.startswith(_ZIP) and _holds_xmi(path))


def recognise_json(path: Path, head: bytes) -> bool:
    """Tell whether a file is a JSON CAS, or an archive with some."""
    return bool(_JSON.match(head[:_HEAD])) or (head.startswith(_ZIP) and _holds_json(path))


def _holds_xmi(path: Path) -> bool:
    return any(
        name.suffix.lower() == ".xmi" or (name.suffix.lower() == ".zip" and _is_of_project(name))
        for name in map(_within, _names(path))
    )


def _holds_json(path: Path) -> bool:
    """Tell by the first file in an archive that could be one: others pack JSON too."""
    first = next((name for name in _names(path) if _within(name).suffix.lower() == ".json"), None)
    if first is None or not _may_be_article(first):
        return False
    try:
        with zipfile.ZipFile(path) as archive, archive.open(first) as file:
            return bool(_JSON.match(file.read(_HEAD)))
    except (OSError, *_DAMAGE):
        return False


def _names(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except (OSError, *_DAMAGE):
        return []


def companions(path: Path) -> Iterator[Path]:
    """Yield where the types of an XMI file may stand."""
    if path.suffix.lower() == ".xmi":
        yield from map(path.with_name, _TYPE_SYSTEMS)


def read(path: Path, options: ReadingOptions) -> Iterator[ArticleRecord | Refused]:
    """Yield the article that the file is, or those that are in the archive."""
    try:
        with path.open("rb") as file:
            is_archive = file.read(len(_ZIP)) == _ZIP
            file.seek(0)
            if is_archive:
                yield from _articles(path, file)
            else:
                yield _article(file, _place(path, PurePosixPath(path.as_posix())), _beside(path))
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))


def count(path: Path) -> int:
    """Return how many articles there may be."""
    return max(1, sum(map(_may_be_article, _names(path))))


def _article(file: BinaryIO, place: Place, ranges: _Ranges) -> ArticleRecord | Refused:
    try:
        head = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n")
        file.seek(0)
        if head.startswith(b"{"):
            structures: Structures = json_cas.structures_in(file)
        else:
            structures = xmi.structures_in(file)
            structures.ranges = ranges
        return record_of(structures, place)
    except AnnotatorError as error:
        return Refused(place.path, None, error)


def _beside(path: Path) -> _Ranges:
    for one in companions(path):
        try:
            with one.open("rb") as file:
                return xmi.ranges_in(file)
        except (OSError, AnnotatorError):  # it is read without
            continue
    return {}


def _place(path: Path, within: PurePosixPath, *, is_packed: bool = False) -> Place:
    """Return what the place of a file in an exported project tells."""
    parts = within.parts
    if _is_of_project(within):
        author = within.stem
        is_blank = author == _NOBODY[0]
        return Place(path, parts[-2], None if author in _NOBODY else author, is_blank=is_blank)
    return Place(path, within.name if is_packed else None)


# -- archives


def _articles(path: Path, file: BinaryIO, *, depth: int = 0) -> Iterator[ArticleRecord | Refused]:
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            _refuse_bomb(entries)
            known = {entry.filename: entry for entry in entries}
            for entry in entries:
                if _may_be_article(entry.filename):
                    yield from _entry(path, archive, entry, known, depth)
    except _DAMAGE as error:
        yield Refused(path, None, _damaged(error))
    except AnnotatorError as error:
        yield Refused(path, None, error)


def _within(name: str) -> PurePosixPath:
    """Return the place that an entry names, whichever system has packed it."""
    return PurePosixPath(name.replace("\\", "/"))


def _may_be_article(name: str) -> bool:
    within = _within(name)
    suffix = within.suffix.lower()
    if within.name.startswith("."):
        return False
    is_alone = len(within.parts) == 1 and within.name != "exportedproject.json"
    return suffix == ".xmi" or (
        suffix in (".json", ".zip") and (is_alone or _is_of_project(within))
    )


def _is_of_project(within: PurePosixPath) -> bool:
    return len(within.parts) > 2 and within.parts[-3] in _BY_AUTHOR


def _entry(
    path: Path,
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    known: dict[str, zipfile.ZipInfo],
    depth: int,
) -> Iterator[ArticleRecord | Refused]:
    within = _within(entry.filename)
    place = path / within.name
    try:
        _refuse_tricks(entry.filename)
        data = BytesIO(_unpacked(archive, entry))
        if within.suffix.lower() != ".zip":
            ranges = _ranges(archive, known, within)
            yield _article(data, _place(path / within, within, is_packed=True), ranges)
        elif depth == 0:
            for one in _articles(path / within, data, depth=1):
                yield _named(one, within)
        else:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "It is packed too deep: unpack the archive first.")
            )
    except AnnotatorError as error:
        yield Refused(place, None, error)


def _named(one: ArticleRecord | Refused, archive: PurePosixPath) -> ArticleRecord | Refused:
    """Return an article with what the place of its inner archive tells."""
    if isinstance(one, Refused):
        return one
    place = _place(one.path, archive)
    if place.name is None:
        return one
    return replace(
        one,
        name=place.name,
        author=one.author or place.author,
        spans=None if place.is_blank else one.spans,
    )


def _ranges(
    archive: zipfile.ZipFile, known: dict[str, zipfile.ZipInfo], within: PurePosixPath
) -> _Ranges:
    for folder in (within.parent, PurePosixPath()):
        for name in _TYPE_SYSTEMS:
            if entry := known.get(str(folder / name)):
                return xmi.ranges_in(BytesIO(_unpacked(archive, entry)))
    return {}


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(entry) as file:
            data = file.read(LONGEST + 1)
    except _DAMAGE as error:
        raise _damaged(error) from error
    if len(data) > LONGEST:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "It is larger than {most} MB."), most=LONGEST >> 20
        )
    return data


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    size = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or size > _LARGEST_ARCHIVE:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors",
                "The archive would unpack to {size} MB in {count} files: it is not read.",
            ),
            size=size >> 20,
            count=len(entries),
        )


def _refuse_tricks(name: str) -> None:
    within = _within(name)
    if ".." in within.parts or within.is_absolute() or within.parts[0].endswith(":"):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "“{name}” would lie outside of the archive: it is not read."
            ),
            name=name,
        )


def _damaged(error: Exception) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "The archive is damaged or locked: {why}."), why=error
    )
