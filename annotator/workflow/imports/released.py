"""What a release says of itself: its manifest and its list of articles, read again.

A folder of strangers may say anything: nothing that its manifest names is looked at outside it.
"""

import errno
import os
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from annotator.core.errors import QT_TRANSLATE_NOOP, FileError, unreadable
from annotator.core.manifest import (
    ARTICLES,
    LONGEST,
    MANIFEST,
    Manifest,
    ReleasedArticle,
    articles_in,
)

_BEGINNING = 200
"""Bytes of a manifest that tell what it is."""


def is_release(folder: Path) -> bool:
    """Tell by how its manifest begins whether ``folder`` is a release."""
    try:
        with _opened(folder, MANIFEST) as file:
            return b'"annotator_release"' in file.read(_BEGINNING)
    except OSError:
        return False


def manifest_of(out: Path) -> Manifest:
    """Return what a release says of itself.

    Raises:
        FileError: if ``out`` is no release, or its manifest cannot be read.
    """
    try:
        with _opened(out, MANIFEST) as file:
            return Manifest.from_json(file.read(LONGEST))
    except OSError as error:
        raise FileError(
            QT_TRANSLATE_NOOP(
                "errors", "“{folder}” is no release: its “{file}” cannot be read ({why})."
            ),
            folder=out.name or out.absolute().name,
            file=MANIFEST,
            why=error.strerror or error,
        ) from error


def articles_of(out: Path) -> list[ReleasedArticle]:
    """Return the articles that a release lists.

    Raises:
        FileError: if the list cannot be read.
    """
    try:
        with _opened(out, ARTICLES) as file:
            return list(articles_in(file))
    except OSError as error:
        raise unreadable(ARTICLES, error) from error


def _opened(out: Path, name: str) -> BinaryIO:
    path = inside(out, name)
    if path is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    return path.open("rb")


def inside(out: Path, name: str) -> Path | None:
    """Return the file of that name in the folder; nothing if a link or ``..`` leads elsewhere.

    A pipe or a device is no file: reading it might never end.
    """
    folder = os.path.realpath(out)
    # Unlike those of Path, these take names that are too long and links that go in circles.
    path = os.path.join(folder, *PurePosixPath(name).parts)  # noqa: PTH118
    is_there = os.path.realpath(path) == path and os.path.isfile(path)  # noqa: PTH113
    return Path(path) if is_there and path.startswith(folder + os.sep) else None
