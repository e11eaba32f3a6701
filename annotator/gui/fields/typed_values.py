"""A value as it stands in its fields: the text, for a number also the modifier and the unit."""

from typing import TypeAlias

from annotator.arabic import ARABIC
from annotator.core.typed import date_typed
from annotator.core.typed_numbers import amount_text, number_typed
from annotator.core.values import (
    DateValue,
    EntryValue,
    Modifier,
    NumberValue,
    TextValue,
    Value,
    ValueKind,
)

Typed: TypeAlias = tuple[str, str, str]
"""What stands in the fields: the text, for a number also the modifier and the unit."""

EMPTY: Typed = ("", "", "")


def as_typed(value: Value) -> Typed:
    """Return what stands in the fields for ``value``."""
    match value:
        case DateValue(edtf):
            return edtf, "", ""
        case NumberValue() as number:
            modifier = number.modifier.value if number.modifier else ""
            return amount_text(number), modifier, number.unit or ""
        case EntryValue(_, name) | TextValue(name):
            return name, "", ""
        case _:
            return EMPTY


def value_typed(kind: ValueKind, typed: Typed, published: str | None) -> Value:
    """Return the value of a date, a number or a text that stands in the fields.

    ``published`` is the day in ISO on which the article appeared, if it is known.

    Raises:
        InvalidValue: if it is none.
    """
    text, modifier, unit = typed
    match kind:
        case ValueKind.DATE:
            return date_typed(text, ARABIC, published)
        case ValueKind.NUMBER:
            return number_typed(text, Modifier(modifier) if modifier else None, unit, ARABIC)
        case ValueKind.TEXT:
            return TextValue(text.strip()) if text.strip() else None
        case _:
            return None
