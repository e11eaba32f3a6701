"""Numbers as people type them: in digits, as the program shows them, or in the words of a language.

What cannot be understood as a whole is refused with an example to go by; nothing is guessed.
"""

from dataclasses import replace
from typing import Final

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidValue
from annotator.core.language import Language
from annotator.core.typed_text import plain, shortened, visible
from annotator.core.values import Modifier, Number, NumberValue

_AMOUNT: Final = r"(-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,19})(?:\.[0-9]{1,19})?)"
_NUMBER: Final = regex.compile(rf"{_AMOUNT}(?:\s*(?:-|\.\.\.?|…)\s*{_AMOUNT})?")
_OPENINGS: Final = {
    **dict.fromkeys(("~", "≈", "about"), Modifier.ABOUT),
    **dict.fromkeys((">", "over", "more than"), Modifier.OVER),
    **dict.fromkeys(("<", "under", "less than"), Modifier.UNDER),
}
"""What may stand before a number, besides the words that the language knows."""
_OPENING: Final = regex.compile(
    "|".join(rf"{opening}\b" if opening.isascii() and opening[0].isalpha() else opening
             for opening in _OPENINGS)
)  # fmt: skip
_POWER: Final = regex.compile(r"[+-]?[0-9.,]+[eE][+-]?[0-9]+")
_DIGITS: Final = regex.compile(r"[+-]?[0-9][0-9,]*")
_BEYOND: Final = 2**63


def number_typed(
    amount: str, modifier: Modifier | None, unit: str, language: Language
) -> NumberValue | None:
    """Return the number that was typed; ``None`` if nothing was.

    A modifier and a unit that are typed with ``amount`` come before those given beside it.

    Raises:
        InvalidValue: if ``amount`` is no number and no range, or is missing beside the others.
    """
    typed, counted = plain(amount), " ".join(visible(unit).split())
    if typed.endswith("%") and not counted:
        typed, counted = typed[:-1].rstrip(), "%"
    if not typed:
        if modifier is None and not counted:
            return None
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors", "The number is missing: write 1000, or 500-600 for a range."
            )
        )
    found = _read(typed, amount, language)
    return replace(
        found,
        modifier=found.modifier or modifier,
        unit=found.unit or ("%" if counted == "٪" else counted or None),
    )


def amount_text(value: NumberValue) -> str:
    """Return the number or the range of ``value`` as it can be typed."""
    if value.least == value.greatest:
        return str(value.least)
    return f"{value.least}-{value.greatest}"


def _read(typed: str, amount: str, language: Language) -> NumberValue:
    opening = _OPENING.match(typed.lower())
    modifier = _OPENINGS[opening[0]] if opening else None
    bare = typed[opening.end() :].lstrip() if opening else typed
    match = _NUMBER.fullmatch(bare)
    if match:
        least, greatest = (_number(part, amount) for part in (match[1], match[2] or match[1]))
        return NumberValue(least, greatest, modifier)
    value = _in_words(bare, language)
    if value is None or (modifier and value.modifier):
        raise _no_number(bare, amount)
    return replace(value, modifier=modifier or value.modifier)


def _in_words(text: str, language: Language) -> NumberValue | None:
    """Return the number that ``text`` says in words; digits alone are read strictly, not here."""
    if not any(map(str.isalpha, text)):
        return None
    value = language.read_value("number", text, 0, len(text), None)
    if not isinstance(value, NumberValue):
        return None
    is_foreign = value.unit is not None and value.unit.isascii() and value.unit.isalpha()
    return None if is_foreign else value  # 2 million is more than two of something


def _number(text: str, typed: str) -> Number:
    digits = text.replace(",", "")
    number = float(digits) if "." in digits else int(digits)
    if abs(number) >= _BEYOND:
        raise _too_large(typed)
    return number


def _no_number(bare: str, typed: str) -> InvalidValue:
    if _POWER.fullmatch(bare):
        return InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” is written as a power of ten. Write out all digits: 1000000, not 1e6.",
            ),
            text=shortened(typed),
        )
    if _DIGITS.fullmatch(bare) and sum(map(str.isdigit, bare)) >= len(str(_BEYOND)):
        return _too_large(typed)
    return InvalidValue(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{text}” is no number. Write 1000 or 2.5, 500-600 for a range, ~1000 for about, >1000"
            " for over, <1000 for under.",
        ),
        text=shortened(typed),
    )


def _too_large(typed: str) -> InvalidValue:
    return InvalidValue(
        QT_TRANSLATE_NOOP(
            "errors", "“{text}” is too large: {most} is the largest number. Check its digits."
        ),
        text=shortened(typed),
        most=f"{_BEYOND - 1:,}",
    )
