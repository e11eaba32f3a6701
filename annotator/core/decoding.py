"""Which encoding a file is in: UTF-8 or UTF-16 (marked or not), else Windows-1256."""

import io
from typing import BinaryIO, TextIO

import charset_normalizer
import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidText

_DAMAGE = regex.compile(r"[\p{Cc}--[\t\n\r\x85]]|[\p{Cn}\p{Co}]", regex.VERSION1)
_DAMAGE_BORNE = 0.05
"""How much of a text may be controls and unassigned characters before it is taken for no text."""
_SAMPLE = 4096
_HEAD = 1024 * 1024
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PAIR_BEGINS = frozenset(range(0xD8, 0xDC))
_PARTS = regex.compile(rb"\A[\x80-\xbf]{1,3}|[\xc0-\xff][\x80-\xbf]{0,2}\Z")
_ASCII = bytes(range(0x80))
_CONTROLS = bytes(sorted({*range(0x20), 0x7F} - set(b"\0\t\n\r")))


def decode(data: bytes) -> str:
    """Return the text in ``data``.

    Raises:
        InvalidText: if no encoding gives readable text.
    """
    return data.decode(encoding_of(data))


def opened_as_text(file: BinaryIO) -> TextIO:
    """Return ``file``, of which nothing was read yet, as text that is decoded while it is read.

    Line ends stay as they are.  What proves to be damaged further on raises a UnicodeDecodeError.

    Raises:
        InvalidText: if no encoding gives readable text of its beginning.
    """
    sample = file.read(_HEAD)
    while sample.isascii() and b"\0" not in sample and (more := file.read(_HEAD)):
        sample = more  # nothing shows yet in which encoding the Arabic will be
    whole = len(sample) < _HEAD
    file.seek(0)
    return io.TextIOWrapper(file, encoding_of(sample if whole else _uncut(sample)), newline="")


def _uncut(sample: bytes) -> bytes:
    """Return ``sample`` without what may be part of a character at its ends."""
    if b"\0" in sample or sample[:2] in _MARKS:
        return sample[:-2] if _PAIR_BEGINS.intersection(sample[-2:]) else sample
    return bytes(_PARTS.sub(b"", sample))


def encoding_of(data: bytes) -> str:
    """Return the name of the encoding in which ``data`` is readable.

    Raises:
        InvalidText: if there is none.
    """
    if data[:2] in _MARKS:
        _refuse_damaged_utf16(data)
        return "utf-16"
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        wrong = error
    else:
        # Arabic in unmarked UTF-16 is valid UTF-8 too: each letter's second byte is a control.
        if "\0" in text or _is_damaged(text[:_SAMPLE]):
            return _utf16_of(data) or "utf-8"
        return "utf-8"
    # UTF-8 with few broken bytes must not be read as Windows-1256, which takes any byte.
    if data[:3] == b"\xef\xbb\xbf" or _is_mostly_utf8(data):
        raise InvalidText(
            QT_TRANSLATE_NOOP(
                "errors",
                "The text is damaged UTF-8 at byte {position}. Save the file as UTF-8 again.",
            ),
            position=wrong.start,
        )
    guessed = _utf16_of(data) if b"\0" in data else _cp1256_of(data)
    if guessed is None:
        raise InvalidText(
            QT_TRANSLATE_NOOP(
                "errors", "The text is in no encoding that is known here. Save the file as UTF-8."
            )
        )
    return guessed


def _refuse_damaged_utf16(data: bytes) -> None:
    """Refuse what is not the UTF-16 that its mark says: nothing else may be guessed."""
    try:
        data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise InvalidText(
            QT_TRANSLATE_NOOP(
                "errors",
                "The text is damaged UTF-16 at byte {position}. Save the file as UTF-8 again.",
            ),
            position=error.start,
        ) from error


def _utf16_of(data: bytes) -> str | None:
    # A text keeps to few blocks of Unicode, so that its high bytes differ less than its low ones.
    is_little_endian = len(set(data[1::2])) <= len(set(data[::2]))
    encoding = "utf-16-le" if is_little_endian else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _is_damaged(text) else encoding


def _cp1256_of(data: bytes) -> str | None:
    # The library takes any control, such as the form feed of an old printer, for no text at all.
    printable = data.translate(None, _CONTROLS)
    best = charset_normalizer.from_bytes(printable, cp_isolation=["cp1256"]).best()
    return None if best is None or _is_damaged(data.decode("cp1256")) else "cp1256"


def _is_damaged(text: str) -> bool:
    return len(_DAMAGE.findall(text)) > max(1, len(text) * _DAMAGE_BORNE)


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell whether nearly all bytes above ASCII form UTF-8 sequences."""
    high = len(data.translate(None, _ASCII))
    broken = data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    return broken * 10 < high
