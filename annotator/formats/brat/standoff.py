"""What brat's writer and reader share: line ends, types, attributes, texts on one line."""

import re
from urllib.parse import quote, unquote

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Where brat, as Python does, sees the end of a line."""
UNSURE = "Unsure"
PROPOSED = "Proposed"
VALUE_KEYS = {
    "Date": "edtf",
    "Number": "value",
    "Least": "min",
    "Greatest": "max",
    "Modifier": "modifier",
    "Unit": "unit",
    "Text": "text",
}
"""The attributes that tell a value, and the keys of its JSON."""
NUMBERS = frozenset({"value", "min", "max"})
REFERENCE = "Reference"
REGISTRY = "registry"
"""What brat takes for the name of a database: that of entries."""
NOTE = "AnnotatorNotes"
DETAILS = ".article.json"

_PIECE = re.compile(f"[^{LINE_ENDS}]+")
_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
_UNWRITABLE = re.compile(f"[\\\\\\t{LINE_ENDS}]")
_TYPE = re.compile("[A-Za-z0-9_-]+")
_UNTYPABLE = re.compile("[^A-Za-z0-9_]")
_SPELLED = "u-"
"""What the type of a label begins with whose name is spelt out in numbers of Unicode."""
_SPELT = re.compile("-(10[0-9a-f]{4}|[0-9a-f]{1,5})-")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|\\)")


def pieces_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return ``[start, end)`` without the line ends in it, as stretches."""
    return [match.span() for match in _PIECE.finditer(text, start, end)]


def lines_of(note: str) -> list[str]:
    """Return the lines of a note, each of which is a comment of its own."""
    return _LINE_END.split(note)


def as_value(text: str) -> str:
    """Return ``text`` as it may stand in a line of brat; ``from_value`` takes it back."""
    return _UNWRITABLE.sub(
        lambda match: "\\\\" if match[0] == "\\" else f"\\u{ord(match[0]):04x}", text
    )


def from_value(value: str) -> str:
    """Return the text that ``as_value`` wrote."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else "\\", value)


def as_type(label: str) -> str:
    """Return what a label is called in brat, whose types have plain letters and digits alone.

    No two labels are called the same; ``from_type`` takes it back.
    """
    if _TYPE.fullmatch(label) and not label.startswith(_SPELLED):
        return label
    return _SPELLED + _UNTYPABLE.sub(lambda match: f"-{ord(match[0]):x}-", label)


def from_type(type_name: str) -> str:
    """Return the label that ``as_type`` called so; types of others are labels as they are."""
    if not type_name.startswith(_SPELLED):
        return type_name
    label = _SPELT.sub(lambda match: chr(int(match[1], 16)), type_name.removeprefix(_SPELLED))
    is_ours = bool(label) and label.isprintable() and as_type(label) == type_name
    return label if is_ours else type_name


def as_id(entry: str) -> str:
    """Return the id of an entry without the spaces and colons that brat parts by."""
    return quote(entry, safe="")


def from_id(written: str) -> str:
    """Return the id that ``as_id`` wrote."""
    return unquote(written)
