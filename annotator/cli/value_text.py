"""What a value is called in a terminal: an entry by its name, all else in a few signs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.values import Value


def value_text(value: "Value", piece: Callable[[str], str]) -> str:
    """Return a value as it may stand in a line; ``piece`` tames what people have written."""
    from annotator.core.values import DateValue, EntryValue, NumberValue, TextValue

    match value:
        case DateValue(edtf):
            return piece(edtf)
        case EntryValue(_, name):
            return piece(name)
        case TextValue(text):
            return piece(text)
        case NumberValue(least, greatest, modifier, unit):
            number = f"{least}" if least == greatest else f"{least}–{greatest}"
            about = f"{modifier} " if modifier else ""
            return about + number + (f" {piece(unit)}" if unit else "")
        case None:
            return ""
