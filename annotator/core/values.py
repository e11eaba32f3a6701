"""What a span means: a date, a number with what it counts, an entry of the registry, or text.

A value is read from JSON once and is right from then on; ``None`` is the empty value ``{}``.
"""

import json
import math
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from io import StringIO

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidValue
from annotator.core.text import is_iso_day, is_storable

Number = int | float

_DAY = regex.compile(r"(?<![0-9Y-])[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLAIN = regex.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_PERIOD = regex.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})/([0-9]{4}(?:-[0-9]{2}){0,2})")
_FORMS = (
    '{"edtf": "2026-02"}, {"value": 600}, {"min": 500, "max": 600},'
    ' {"entry": "ID", "name": "NAME"}, {"text": "TEXT"}'
)
"""How the values of each kind are written, for people."""


class ValueKind(StrEnum):
    """What kind of value the spans of a label carry."""

    DATE = "date"
    NUMBER = "number"
    ENTRY = "entry"
    TEXT = "text"
    NONE = "none"


class Modifier(StrEnum):
    """How a number is to be taken."""

    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date or period in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2)."""

    edtf: str

    def __post_init__(self) -> None:
        if not _is_edtf(self.edtf):
            raise InvalidValue(
                QT_TRANSLATE_NOOP(
                    "errors", "“{edtf}” is not a date in EDTF, such as 2026-02-23 or 2026-02."
                ),
                edtf=self.edtf,
            )

    def to_json(self) -> dict[str, object]:
        """Return the value as JSON."""
        return {"edtf": self.edtf}


@lru_cache(maxsize=4096)
def _is_edtf(text: str) -> bool:
    # The library takes spaces around a date, the 30th of February and periods that run backwards.
    if len(text) > 100 or not text.isascii() or text != text.strip():
        return False
    if not all(map(is_iso_day, _DAY.findall(text))) or _runs_backwards(text):
        return False
    if len(parts := text.split("/")) <= 2 and all(map(_PLAIN.fullmatch, parts)):
        return True  # nearly all dates are; the library takes some milliseconds for one
    import edtf  # its grammar takes a tenth of a second to build

    # Where its grammar takes what its classes cannot hold, as /.. or 2026-X7, it prints so and
    # breaks, in more than one way: that is no date either.
    try:
        with redirect_stdout(StringIO()):
            edtf.parse_edtf(text)
    except Exception:
        return False
    return True


def _runs_backwards(text: str) -> bool:
    period = _PERIOD.fullmatch(text)
    if not period:
        return False
    start, end = period.groups()
    known = min(len(start), len(end))
    return bool(start[:known] > end[:known])


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A number or a range of numbers, and the counted noun as it is written (``%`` for per cent).

    ``least`` equals ``greatest`` for a single number.
    """

    least: Number
    greatest: Number
    modifier: Modifier | None = None
    unit: str | None = None

    def __post_init__(self) -> None:
        if not (math.isfinite(self.least) and math.isfinite(self.greatest)):
            raise InvalidValue(QT_TRANSLATE_NOOP("errors", "A number must be finite."))
        if self.least > self.greatest:
            raise InvalidValue(
                QT_TRANSLATE_NOOP(
                    "errors", "A range cannot run from {least} down to {greatest}: swap them."
                ),
                least=self.least,
                greatest=self.greatest,
            )

    def to_json(self) -> dict[str, object]:
        """Return the value as JSON."""
        data: dict[str, object] = (
            {"value": self.least}
            if self.least == self.greatest
            else {"min": self.least, "max": self.greatest}
        )
        if self.modifier:
            data["modifier"] = self.modifier.value
        if self.unit:
            data["unit"] = self.unit
        return data


@dataclass(frozen=True, slots=True)
class EntryValue:
    """An entry of the registry, by id; the name is what it was called when the file was made."""

    entry: str
    name: str

    def to_json(self) -> dict[str, object]:
        """Return the value as JSON."""
        return {"entry": self.entry, "name": self.name}


@dataclass(frozen=True, slots=True)
class TextValue:
    """Free text."""

    text: str

    def to_json(self) -> dict[str, object]:
        """Return the value as JSON."""
        return {"text": self.text}


Value = DateValue | NumberValue | EntryValue | TextValue | None


def value_to_json(value: Value) -> dict[str, object]:
    """Return ``value`` as JSON; the empty value is ``{}``."""
    return {} if value is None else value.to_json()


def value_from_json(data: object) -> Value:
    """Read a value; which kind it is shows in its keys.

    Raises:
        InvalidValue: if ``data`` is no value.
    """
    if not isinstance(data, Mapping):
        raise _unreadable(data)
    keys = set(data)
    if not keys:
        return None
    if keys == {"edtf"}:
        return DateValue(_text(data, "edtf"))
    if keys == {"entry", "name"}:
        return EntryValue(_text(data, "entry"), _text(data, "name"))
    if keys == {"text"}:
        return TextValue(_text(data, "text"))
    return _number_from_json(data, keys - {"modifier", "unit"})


def kind_of(value: Value) -> ValueKind:
    """Return the kind of label that may carry ``value``."""
    match value:
        case DateValue():
            return ValueKind.DATE
        case NumberValue():
            return ValueKind.NUMBER
        case EntryValue():
            return ValueKind.ENTRY
        case TextValue():
            return ValueKind.TEXT
        case None:
            return ValueKind.NONE


def _number_from_json(data: Mapping[str, object], bounds: set[str]) -> NumberValue:
    if bounds == {"value"}:
        least = greatest = _number(data, "value")
    elif bounds == {"min", "max"}:
        least, greatest = _number(data, "min"), _number(data, "max")
    else:
        raise _unreadable(data)
    modifier = data.get("modifier")
    if modifier is not None and not (isinstance(modifier, str) and modifier in set(Modifier)):
        raise _unreadable(data)
    unit = _text(data, "unit") if data.get("unit") is not None else None
    return NumberValue(least, greatest, Modifier(modifier) if modifier else None, unit)


def _number(data: Mapping[str, object], key: str) -> Number:
    number = data[key]
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise _unreadable(data)
    # Beyond 64 bits an integer is no count, and cannot be kept exactly by JSON readers.
    if isinstance(number, int) and abs(number) >= 2**63:
        raise _unreadable(data)
    return number


def _text(data: Mapping[str, object], key: str) -> str:
    text = data[key]
    if not isinstance(text, str) or not text.strip() or not is_storable(text):
        raise _unreadable(data)
    return text


def _unreadable(data: object) -> InvalidValue:
    try:
        value = json.dumps(data, ensure_ascii=False)
    except (RecursionError, ValueError):  # nested too deep, or an integer of 5,000 digits
        value = "…"
    return InvalidValue(
        QT_TRANSLATE_NOOP(
            "errors",
            "{value} is not a value of a date, number, entry or text. These are written {forms}.",
        ),
        value=value,
        forms=_FORMS,
    )
