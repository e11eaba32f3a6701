"""What the place of a file tells of it: in the projects that INCEpTION exports, whose it is."""

from pathlib import Path, PurePosixPath
from typing import BinaryIO

from annotator.core.errors import AnnotatorError
from annotator.core.format import ArticleRecord, Refused
from annotator.formats.cas import json_cas, xmi
from annotator.formats.cas.records import Place, record_of

TYPE_SYSTEMS = ("TypeSystem.xml", "typesystem.xml")
"""What the file is called with the types of the XMI files beside it."""
_BY_AUTHOR = ("annotation", "curation")
"""Folders of an exported project: a folder for each article in them, a file for each author."""
_BLANK = "INITIAL_CAS"
_NOBODY = (_BLANK, "CURATION_USER")

Ranges = dict[str, dict[str, str]]


def is_of_project(within: PurePosixPath) -> bool:
    """Tell whether a file stands where an exported project has what somebody marked."""
    return len(within.parts) > 2 and within.parts[-3] in _BY_AUTHOR


def place_of(path: Path, within: PurePosixPath, name: str | None = None) -> Place:
    """Return what the place of a file tells; elsewhere its article may be called ``name``."""
    if not is_of_project(within):
        return Place(path, name)
    author = within.stem
    return Place(
        path,
        name=within.parts[-2],
        author=None if author in _NOBODY else author,
        is_blank=author == _BLANK,
    )


def article_at(place: Place, file: BinaryIO, ranges: Ranges) -> ArticleRecord | Refused:
    """Return the article that a file holds, whichever of the two it is."""
    try:
        head = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n")
        file.seek(0)
        if head.startswith(b"{"):
            return record_of(json_cas.structures_in(file), place)
        structures = xmi.structures_in(file)
        structures.ranges = ranges
        return record_of(structures, place)
    except AnnotatorError as error:
        return Refused(place.path, None, error)
