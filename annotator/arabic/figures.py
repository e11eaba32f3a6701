"""The figure reader: what a number in words or digits comes to, and what it counts.

Its rules are those of the default guidelines.  Ordinals, lengths of time and whatever contradicts
itself have no value.
"""

from dataclasses import replace
from decimal import Decimal

from annotator.arabic.folding import fold
from annotator.arabic.modifiers import Opening, is_phrase_behind, modifier_behind, opening_of
from annotator.arabic.numerals import LARGEST, apart, numeral_at
from annotator.arabic.passages import Passage, Token, passage_of, tokens_of
from annotator.arabic.quantities import Quantity, counted_noun, quantity_of
from annotator.core.values import Modifier, Number, NumberValue

_JOINTS = {"-", "‐", "‑", "–", "—", "~", *fold("إلى حتى أو").split()}
_FARTHEST = 8
"""How many tokens an opening in the stretch, or a number outside that goes on inside, may have."""


def read_figure(text: str, start: int, end: int, _published: str | None) -> NumberValue | None:
    """Return the number that ``[start, end)`` of ``text`` states, or None if it is not certain."""
    passage = passage_of(text, start, end)
    if passage is None or _is_cut(passage):
        return None
    values = (_value(passage, apart(tokens)) for tokens in passage.beginnings())
    return next((value for value in values if value), None)


def read_number(text: str, start: int, end: int, _published: str | None) -> NumberValue | None:
    """Return the number that is all of ``[start, end)``, its noun and its modifier included."""
    passage = passage_of(text, start, end)
    if passage is None or _is_cut(passage) or list(passage.tokens) != tokens_of(passage.text):
        return None
    found = _stated(passage, apart(passage.tokens))
    value = _with_modifier(*found) if found else None
    if found is None or value is None:
        return None
    behind = found[0].behind.removesuffix(passage.after)
    is_all = is_phrase_behind(behind) and modifier_behind(behind) is value.modifier
    return value if is_all or not behind.strip() else None


def _is_cut(passage: Passage) -> bool:
    """Tell whether the number goes on outside: no part of خمسة وعشرين means what it says."""
    tokens = apart(passage.tokens)
    before = apart(tokens_of(passage.before))[-_FARTHEST:]
    behind = apart(tokens_of(passage.after))[:_FARTHEST]
    borders = len(before), len(before) + len(tokens)
    around = [*before, *tokens, *behind]
    numbers = ((place, numeral_at(around, place)) for place in range(borders[1]))
    return any(
        place < border < number.end for place, number in numbers if number for border in borders
    )


def _value(passage: Passage, tokens: list[Token]) -> NumberValue | None:
    found = _stated(passage, tokens)
    return _with_modifier(*found) if found else None


def _stated(passage: Passage, tokens: list[Token]) -> tuple[Quantity, Opening] | None:
    """Return the first quantity that is stated, with what opens it; nothing else stands before."""
    for place, token in enumerate(tokens[:_FARTHEST]):
        opening = opening_of(passage.before + passage.text[: token.start])
        opened = place == 0 or opening.start <= len(passage.before) + tokens[0].start
        quantity = _quantity(passage, tokens[place:], opening) if opened else None
        if quantity:
            return quantity, opening
    return None


def _quantity(passage: Passage, tokens: list[Token], opening: Opening) -> Quantity | None:
    if opening.unclear:
        return None
    ranges = _ranges(passage, tokens, opening)
    if ranges:
        return ranges[0] if len(ranges) == 1 else None
    return quantity_of(passage, tokens) or counted_noun(passage, tokens)


def _ranges(passage: Passage, tokens: list[Token], opening: Opening) -> list[Quantity | None]:
    """Return each way to read the tokens as two numbers; None stands for one that runs backwards.

    After بين the second number is joined by و, which makes two of خمسة وعشرين.
    """
    joints = _JOINTS | {"و"} if opening.between else _JOINTS
    found = []
    for place in range(1, len(tokens) - 1):
        if tokens[place].text in joints:
            left = quantity_of(passage, tokens[:place])
            right = quantity_of(passage, tokens[place + 1 :])
            if left and right and not left.rest:
                found.append(_joined(left, right))
    return found


def _joined(left: Quantity, right: Quantity) -> Quantity | None:
    least, factor = left.number.least, right.number.factor
    if left.number.scale == 1 and factor and least < factor:
        least *= right.number.scale  # ثلاثة إلى خمسة آلاف
    if least >= right.number.least or (left.unit and right.unit and left.unit != right.unit):
        return None
    return replace(right, number=replace(right.number, least=least), unit=right.unit or left.unit)


def _with_modifier(quantity: Quantity, opening: Opening) -> NumberValue | None:
    least, greatest = quantity.number.least, quantity.number.greatest
    if max(abs(least), abs(greatest)) > LARGEST:
        return None
    behind = modifier_behind(quantity.behind)
    if least != greatest and behind is not Modifier.ABOUT:
        behind = None  # the greatest of a range is what "at most" says of it
    return NumberValue(_plain(least), _plain(greatest), opening.modifier or behind, quantity.unit)


def _plain(number: Decimal) -> Number:
    return int(number) if number == number.to_integral_value() else float(number)
