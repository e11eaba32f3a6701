"""Reads what is in an archive that INCEpTION has exported: of one article, or of a project.

What else is in one that is no exported project is refused by name.

It is never unpacked to a disk: what is in it is read one after the other, each with a limit to its
size and all with one that grows with the archive, for what it says of itself and for what comes
out.  Entries may be packed by Deflate alone, as INCEpTION packs them: of other ways the library
would unpack some bytes to gigabytes before it could be stopped.
"""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import SEEK_END, BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle
from annotator.core.format import ArticleRecord, Refused
from annotator.core.limits import LARGEST, most_unpacked, too_large, would_burst
from annotator.formats.cas import xmi
from annotator.formats.cas.places import TYPE_SYSTEMS, Ranges, article_at, is_of_project, place_of

START = b"PK\3\4"
"""What an archive begins with."""
_MOST_ENTRIES = 200_000
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_WAYS = {9: "Deflate64", zipfile.ZIP_BZIP2: "bzip2", zipfile.ZIP_LZMA: "LZMA", 93: "Zstandard"}
"""Other ways of packing, by the number that an archive tells."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError)
"""What the library says of archives; what is locked or packed in no known way is the last."""


def names_in(path: Path) -> list[str]:
    """Return the names of what may be articles in an archive; none where it is no archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            return list(filter(_may_be_article, archive.namelist()))
    except (OSError, *_DAMAGE):
        return []


def head_of(path: Path, name: str, size: int) -> bytes:
    """Return the first bytes of what is in an archive; none where they cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive, _opened(archive, archive.getinfo(name)) as file:
            return file.read(size)
    except (OSError, KeyError, AnnotatorError, *_DAMAGE):
        return b""


def within(name: str) -> PurePosixPath:
    """Return the place that an entry names, whichever system has packed it."""
    return PurePosixPath(name.replace("\\", "/"))


def _may_be_article(name: str) -> bool:
    place = within(name)
    suffix = place.suffix.lower()
    if place.name.startswith("."):
        return False
    is_alone = len(place.parts) == 1 and place.name != "exportedproject.json"
    return suffix == ".xmi" or (suffix in (".json", ".zip") and (is_alone or is_of_project(place)))


def _is_of_exported_project(name: str) -> bool:
    """Tell whether an entry is one that exported projects alone have; much is beside it."""
    place = within(name)
    return place.name == "exportedproject.json" or is_of_project(place)


def _goes_along(name: str) -> bool:
    """Tell whether an entry brings nothing along itself: the types of others, or a hidden file."""
    place = within(name)
    return place.name in TYPE_SYSTEMS or place.name.startswith(".")


def articles_in(path: Path, file: BinaryIO) -> Iterator[ArticleRecord | Refused]:
    """Yield the articles in an archive, and what is wrong with the others."""
    packed = file.seek(0, SEEK_END)
    yield from _Archive(path, file, _Budget(most_unpacked(packed))).articles()


@dataclass(slots=True)
class _Budget:
    """How many bytes may still be unpacked, from archives in the archive too."""

    left: int


class _Archive:
    """An archive while it is read."""

    def __init__(self, path: Path, file: BinaryIO, budget: _Budget, *, is_inner: bool = False):
        self._path = path
        self._file = file
        self._budget = budget
        self._is_inner = is_inner
        self._types: dict[str, Ranges] = {}
        """What was read of type systems, which stand once for many articles."""

    def articles(self) -> Iterator[ArticleRecord | Refused]:
        try:
            self._zip = zipfile.ZipFile(self._file)
            entries = self._zip.infolist()
            self._refuse_bomb(entries)
        except _DAMAGE as error:
            yield Refused(self._path, None, _damaged(error))
        except AnnotatorError as error:
            yield Refused(self._path, None, error)
        else:
            self._known = {entry.filename: entry for entry in entries}
            is_project = any(map(_is_of_exported_project, self._known))
            for entry in entries:
                if _may_be_article(entry.filename):
                    yield from self._articles_at(entry)
                elif not (is_project or entry.is_dir() or _goes_along(entry.filename)):
                    yield Refused(self._path, None, _not_read(entry.filename))

    def _articles_at(self, entry: zipfile.ZipInfo) -> Iterator[ArticleRecord | Refused]:
        place = within(entry.filename)
        try:
            _refuse_tricks(place)
            data = BytesIO(self._unpacked(entry))
            if place.suffix.lower() != ".zip":
                where = place_of(self._path / place, place, place.name)
                yield article_at(where, data, self._ranges(place))
                return
            if self._is_inner:
                raise InvalidArticle(
                    QT_TRANSLATE_NOOP("errors", "It is packed too deep: unpack the archive first.")
                )
        except AnnotatorError as error:
            yield Refused(self._path / place.name, None, error)
        else:
            inner = _Archive(self._path / place, data, self._budget, is_inner=True)
            for one in inner.articles():
                yield _named(one, place)

    def _ranges(self, place: PurePosixPath) -> Ranges:
        for folder in (place.parent, PurePosixPath()):
            for name in TYPE_SYSTEMS:
                if entry := self._known.get(str(folder / name)):
                    if entry.filename not in self._types:
                        data = BytesIO(self._unpacked(entry))
                        self._types[entry.filename] = xmi.ranges_in(data)
                    return self._types[entry.filename]
        return {}

    def _refuse_bomb(self, entries: list[zipfile.ZipInfo]) -> None:
        size = sum(entry.file_size for entry in entries)
        if len(entries) > _MOST_ENTRIES:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors", "The archive has {count} files, and {most} are read at most."
                ),
                count=f"{len(entries):,}",
                most=f"{_MOST_ENTRIES:,}",
            )
        if size > self._budget.left:
            raise would_burst(size)

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.file_size > self._budget.left:
            raise would_burst(entry.file_size)
        try:
            with _opened(self._zip, entry) as file:
                data = file.read(LARGEST + 1)
        except _DAMAGE as error:
            raise _damaged(error) from error
        self._budget.left -= len(data)
        if len(data) > LARGEST:
            raise too_large()
        return data


def _named(one: ArticleRecord | Refused, archive: PurePosixPath) -> ArticleRecord | Refused:
    """Return an article with what the place of its inner archive tells."""
    if isinstance(one, Refused) or not is_of_project(archive):
        return one
    place = place_of(one.path, archive)
    return replace(
        one,
        name=place.name,
        author=one.author or place.author,
        spans=None if place.is_blank else one.spans,
    )


def _opened(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> IO[bytes]:
    """Open what is in an archive, if it is packed in a way that can be stopped.

    Raises:
        InvalidArticle: if it is not.
    """
    if entry.compress_type not in _PACKED:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” is packed by {way}, and only Deflate is read. Unpack the archive, then"
                " import what was in it.",
            ),
            name=entry.filename,
            way=_WAYS.get(entry.compress_type, entry.compress_type),
        )
    return archive.open(entry)


def _not_read(name: str) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{name}” was not read: in an archive, only files of UIMA CAS are. Unpack it, then"
            " import the folder that comes out.",
        ),
        name=name,
    )


def _refuse_tricks(place: PurePosixPath) -> None:
    if ".." in place.parts or place.is_absolute() or place.parts[0].endswith(":"):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "“{name}” would lie outside of the archive: it is not read."
            ),
            name=place,
        )


def _damaged(error: Exception) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "The archive is damaged or locked: {why}."), why=error
    )
