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
_AND_MORE: Final = regex.compile(rf"({_AMOUNT})\s*\+")
_GROUPS: Final = regex.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,6}(?![0-9.,])")
_GROUP_OR_PART: Final = regex.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9.,])")
"""A dot before three digits parts thousands for some people, and a fraction for others."""
_NO_UNIT: Final = regex.compile(
    r"(?:hundred|thousand|million|milliard|billion|trillion|dozen)s?|k|mn?|mln|bn|[ap]m"
)
"""What follows a number and is no noun that it counts: 2 million is more than two of something."""
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
    is_share = typed.endswith("%") and typed != "%"
    if is_share:
        typed, counted = typed[:-1].rstrip(), "%"
    if not typed:
        if modifier is None and not counted:
            return None
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors", "The number is missing: write 1000, or 500-600 for a range."
            )
        )
    found = _read(_without_dots(typed, amount), amount, language)
    if is_share and found.unit not in (None, "%"):
        raise _no_number(typed, amount)
    return replace(
        found,
        modifier=found.modifier or modifier,
        unit=found.unit or ("%" if counted == "٪" else counted or None),
    )


def amount_text(value: NumberValue) -> str:
    """Return the number or the range of ``value`` as it can be typed."""
    if value.least == value.greatest:
        return _digits(value.least)
    return f"{_digits(value.least)}-{_digits(value.greatest)}"


def _digits(number: Number) -> str:
    digits = str(number)
    return f"{digits}0" if _GROUP_OR_PART.search(digits) else digits


def _without_dots(typed: str, amount: str) -> str:
    """Return what was typed without dots between groups of three digits.

    Raises:
        InvalidValue: if there is one such group, which may be a fraction as well.
    """
    found = _GROUP_OR_PART.search(typed) if "." in amount else None
    if found:
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” can be read in two ways. Write {thousands} if the dot parts thousands,"
                " or {fraction} if it begins a fraction.",
            ),
            text=shortened(amount),
            thousands=found[0].replace(".", ""),
            fraction=f"{found[0]}0",
        )
    return str(_GROUPS.sub(lambda match: match[0].replace(".", ""), typed))


def _read(typed: str, amount: str, language: Language) -> NumberValue:
    opening = _OPENING.match(typed.lower())
    modifier = _OPENINGS[opening[0]] if opening else None
    bare = typed[opening.end() :].lstrip() if opening else typed
    if modifier is None and (more := _AND_MORE.match(bare)):
        modifier, bare = Modifier.OVER, f"{more[1]} {bare[more.end() :]}".rstrip()
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
    unit = (value.unit or "").lower()
    if unit in ("percent", "per cent"):
        return replace(value, unit="%")
    return None if _NO_UNIT.fullmatch(unit) else value


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
