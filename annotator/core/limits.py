"""How much of a file an article may take: more than any has, and no more than memory bears.

The window opens an article of 10 MB with 20,000 spans.  Other programs write six bytes for a
letter, or all tokens beside the text, so that its record in a file may have more.
"""

from pathlib import Path

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidArticle, InvalidText, RefusedAct

LARGEST = 64 << 20
"""Bytes that an article may take in a file, with all that is said of it."""
LONGEST_TEXT = 16 << 20
"""Letters that its text may have."""
MOST_PARTS = 4_000_000
"""How many lists, objects and items of them its record may have; each takes room of its own."""
_PARTS = (b"[", b"{", b",")
"""Each begins a part, or is a sign in a text."""
_MOST_UNPACKED = 4 << 30
"""Bytes; a project of ten thousand articles has a quarter."""
_DENSEST = 100
"""How many times as large what was packed may be: texts with all their tokens have 5 to 15."""
MOST_SPANS = 100_000
"""How many spans it may have, in formats that give each a line or a row of its own."""


def bytes_of(path: Path) -> bytes:
    """Return what a file holds that is an article, or a part of one.

    Raises:
        OSError: if it cannot be read.
        InvalidArticle: if it holds more than an article may.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is larger than {most} MB, more than an article may be. Cut it into"
                " several articles.",
            ),
            file=path.name,
            most=LARGEST >> 20,
        )
    return data


def most_unpacked(packed: int) -> int:
    """Return how many bytes may come out of a packed file of so many.

    What is smaller than an article may be is never too much, however small the file.
    """
    return min(_MOST_UNPACKED, LARGEST + _DENSEST * packed)


def refuse_unreadable(size: int, article: str) -> None:
    """Refuse to write an article of that name that takes so many bytes.

    Raises:
        RefusedAct: if they are more than an article may take when it is read again.
    """
    if size > LARGEST:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{article}” would take more than {most} MB in this format, and nobody could read"
                " it again. Export it cut into pieces, or choose another format.",
            ),
            article=article,
            most=LARGEST >> 20,
        )


def has_too_many_parts(record: bytes) -> bool:
    """Tell whether a record in JSON has more lists, objects and items than are read at once."""
    return len(record) > MOST_PARTS and sum(map(record.count, _PARTS)) > MOST_PARTS


def refuse_unreadable_parts(record: bytes, article: str) -> None:
    """Refuse to write a ``record`` in JSON of an article of that name.

    Raises:
        RefusedAct: if it has more parts than are read at once.
    """
    if has_too_many_parts(record):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{article}” would have more than {most} parts in this format, and nobody could"
                " read it again. Export it cut into pieces, or choose another format.",
            ),
            article=article,
            most=f"{MOST_PARTS:,}",
        )


def refuse_longer(article: str, letters: int, most: int) -> None:
    """Refuse to write an article of that name that has so many letters.

    Raises:
        RefusedAct: if they are more than the readers of a format take.
    """
    if letters > most:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{article}” has {letters} letters, and an article may have {most} in this format."
                " Export it cut into pieces, or choose another format.",
            ),
            article=article,
            letters=f"{letters:,}",
            most=f"{most:,}",
        )


def too_large() -> InvalidArticle:
    """Return what tells of an article that takes too much of a file."""
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "It is larger than {most} MB, more than an article may be. Cut it into several"
            " articles.",
        ),
        most=LARGEST >> 20,
    )


def would_burst(size: int) -> InvalidArticle:
    """Return what tells of a packed file out of which more would come than any corpus has."""
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "It would unpack to {size} MB or more, far more than its size allows for: it is not"
            " read. If you trust it, unpack it with another program and import what comes out.",
        ),
        size=f"{size >> 20:,}",
    )


def too_long(letters: int) -> InvalidText:
    """Return what tells of a text that is too long."""
    return InvalidText(
        QT_TRANSLATE_NOOP(
            "errors",
            "The text has {letters} letters; an article may have {most}. Cut it into several"
            " articles.",
        ),
        letters=f"{letters:,}",
        most=f"{LONGEST_TEXT:,}",
    )


def too_many_parts(most: int = MOST_PARTS) -> InvalidArticle:
    """Return what tells of a record with too many lists, objects and items."""
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "It has more than {most} parts, more than can be read at once. If it is an article, cut"
            " it into several.",
        ),
        most=f"{most:,}",
    )


def too_many_spans() -> InvalidArticle:
    """Return what tells of an article with too many spans."""
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "The article that begins here has more than {most} spans. Cut it into several"
            " articles.",
        ),
        most=f"{MOST_SPANS:,}",
    )
