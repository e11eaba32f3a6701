"""What people type, brought to one form: European digits, one dash, no marks of direction."""

import unicodedata
from typing import Final

import regex

_INVISIBLE: Final = regex.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_DIGIT: Final = regex.compile(r"\p{Nd}")
_SIGNS: Final = str.maketrans({"٫": ".", "٬": ",", "−": "-", "٪": "%"})
_DASHES: Final = regex.compile(r"\s*[–—\u2010-\u2012]\s*")
_LONGEST: Final = 60


def plain(text: str) -> str:
    """Return ``text`` with European digits and plain dashes, without marks of direction."""
    signs = visible(text).translate(_SIGNS).strip()
    digits = _DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), signs)
    return str(_DASHES.sub("-", digits))


def visible(text: str) -> str:
    """Return ``text`` without marks of direction."""
    return str(_INVISIBLE.sub("", text))


def shortened(text: str) -> str:
    """Return ``text`` as a sentence can name it."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
