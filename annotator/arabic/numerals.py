"""Numbers in digits and in Arabic words, in all their cases, genders and constructs.

Words are compared as they are folded.  What contradicts itself is no number: nothing is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

import regex

from annotator.arabic.folding import fold
from annotator.arabic.nouns import is_countable
from annotator.arabic.passages import Token

LARGEST = 2**63 - 1
"""The greatest number that a value can hold."""


def _table(rows: dict[int, str]) -> dict[str, int]:
    return {word: number for number, words in rows.items() for word in fold(words).split()}


_ONES = _table(
    {
        1: "واحد واحدا واحدة",
        2: "اثنان اثنين اثنتان اثنتين إثنان إثنين",
        3: "ثلاث ثلاثة ثلاثا",
        4: "أربع أربعة أربعا",
        5: "خمس خمسة خمسا",
        6: "ست ستة ستا",
        7: "سبع سبعة سبعا",
        8: "ثمان ثماني ثمانية ثمانيا",
        9: "تسع تسعة تسعا",
        10: "عشر عشرة عشرا",
    }
)
_BEFORE_TEN = _table({1: "أحد إحدى", 2: "اثنا اثني اثنتا اثنتي"}) | {
    word: number for word, number in _ONES.items() if 3 <= number <= 9
}
_BEFORE_TENS = _table({1: "أحد إحدى"}) | {w: n for w, n in _ONES.items() if n <= 9}
_ONE = "واحد"
_TEN = set(fold("عشر عشرة").split())
_TENS = _table(
    {
        20: "عشرون عشرين",
        30: "ثلاثون ثلاثين",
        40: "أربعون أربعين",
        50: "خمسون خمسين",
        60: "ستون ستين",
        70: "سبعون سبعين",
        80: "ثمانون ثمانين",
        90: "تسعون تسعين",
    }
)
_HUNDRED = set(fold("مئة مائة مية مئات").split())
_HUNDREDS = (
    _table({100: "مئة مائة", 200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي"})
    | {
        fold(ones + hundred): _ONES[fold(ones)] * 100
        for ones, hundred in product(
            fold("ثلاث أربع خمس ست سبع ثمان ثماني تسع").split(), ("مئة", "مائة", "ماية")
        )
    }
)  # fmt: skip
_SCALES = _table(
    {
        10**3: "ألف ألفا آلاف ألوف",
        10**6: "مليون مليونا ملايين",
        10**9: "مليار مليارا مليارات بليون بليونا بلايين",
        10**12: "تريليون تريليونا تريليونات ترليون ترليونا ترليونات",
    }
)
_DUAL_SCALES = _table(
    {
        10**3: "ألفان ألفين ألفي",
        10**6: "مليونان مليونين مليوني",
        10**9: "ملياران مليارين ملياري بليونان بليونين",
        10**12: "تريليونان تريليونين تريليوني ترليونان ترليونين",
    }
)
_DUAL_OR_SINGLE = _table({10**3: "ألفا", 10**6: "مليونا", 10**9: "مليارا"})
"""Two before a noun (ألفا جندي), one without (ألفا), by their letters alone."""
_FRACTIONS = {fold("نصف"): Decimal("0.5"), fold("ربع"): Decimal("0.25")}
_ROUGH = _table(
    {
        10: "عشرات",
        10**2: "مئات مائات",
        10**3: "آلاف ألوف",
        10**6: "ملايين",
        10**9: "مليارات بلايين",
        10**12: "تريليونات ترليونات",
    }
)
_FEW = set(fold("بضع بضعة").split())
_NOUGHT = _table({0: "صفر صفرا"})
_NO_NUMBER = set(fold("الاثنين الإثنين").split())
"""Weekdays that are spelt like a number with its article."""

_ALL = (
    _ONES | _BEFORE_TEN | _TENS | _HUNDREDS | _SCALES | _DUAL_SCALES | _ROUGH | _NOUGHT
).keys() | _FRACTIONS.keys() | _FEW  # fmt: skip
"""Every word that numbers are made of."""

_WHOLE = regex.compile(r"0|[1-9][0-9]*")
_THOUSANDS = regex.compile(
    r"[1-9][0-9]{0,2}(?:(?:[,،][0-9]{3})+(?:\.[0-9]+)?|(?:\ [0-9]{3})+|(?:\.[0-9]{3}){2,})"
)
# 1.250 may be either: a point or a comma before three digits is none of a decimal.
_DECIMAL = regex.compile(r"(?:0|[1-9][0-9]*)[.,،](?:[0-9]{1,2}|[0-9]{4,})|0[.,،][0-9]{3}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number, or a range of them, as it stands in a row of tokens."""

    least: Decimal
    greatest: Decimal
    end: int
    """The place of the token behind it."""
    scale: int = 1
    """What its last part counts: 1000 in خمسة آلاف."""
    factor: Decimal | None = None
    """How many of them are said, where a scale follows: 5 in خمسة آلاف."""


def whole(value: int, end: int) -> Numeral:
    """Return a whole number that ends before the token at ``end``."""
    return Numeral(Decimal(value), Decimal(value), end)


def digits_value(text: str) -> Decimal | None:
    """Return the number that folded digits with their separators stand for, if it is certain."""
    if _WHOLE.fullmatch(text):
        return Decimal(text)
    if _THOUSANDS.fullmatch(text):
        parted = regex.sub(r"[,،\ ]", "", text)
        return Decimal(parted if parted.count(".") < 2 else parted.replace(".", ""))
    return Decimal(regex.sub("[,،]", ".", text)) if _DECIMAL.fullmatch(text) else None


def is_numeral(word: str) -> bool:
    """Tell whether a folded word is one that numbers are made of, with or without its article."""
    return _bare(word) in _ALL


def has_article(word: str) -> bool:
    """Tell whether a folded word is a numeral with its article; the ال of ألف is none."""
    return _bare(word) != word


def apart(tokens: Sequence[Token]) -> list[Token]:
    """Return ``tokens`` with the conjunction و split off the numerals that it is glued to."""
    parted: list[Token] = []
    for place, token in enumerate(tokens):
        if _begins_with_and(token.text, _word(tokens, place + 1)):
            middle = token.start + 1
            parted.append(replace(token, text="و", end=middle))
            parted.append(replace(token, text=token.text[1:], start=middle))
        else:
            parted.append(token)
    return parted


def _begins_with_and(word: str, after: str) -> bool:
    # Folded, وأحد is واحد: eleven has no one in it.
    one = word == _ONE and after not in _TEN
    return word.startswith("و") and not one and is_numeral(word[1:])


def numeral_at(tokens: Sequence[Token], place: int) -> Numeral | None:
    """Return the longest number that begins at ``place``, of tokens that ``apart`` gave.

    Its ranks go down (ألف ومئتان), so that two numbers that are only joined stay two.
    """
    rough = _rough_at(tokens, place)
    if rough:
        return rough
    number = _rank_at(tokens, place)
    while number:
        lower = _lower_rank(tokens, number)
        if lower is None:
            return number if number.least <= LARGEST else None
        number = lower
    return None


def _lower_rank(tokens: Sequence[Token], number: Numeral) -> Numeral | None:
    """Return ``number`` with the part that و joins to it, else None."""
    if _word(tokens, number.end) != "و":
        return None
    place = number.end + 1
    fraction = _FRACTIONS.get(_word(tokens, place))
    if fraction is not None:
        return _with_fraction(tokens, number, fraction, place + 1)
    lower = _rank_at(tokens, place)
    if lower is None or lower.least >= number.scale or number.least % number.scale:
        return None
    total = number.least + lower.least
    return Numeral(total, total, lower.end, lower.scale, None)


def _with_fraction(
    tokens: Sequence[Token], number: Numeral, fraction: Decimal, end: int
) -> Numeral | None:
    """Add ونصف to a number, and the scale that may follow: مليون ونصف المليون, ثلاثة ونصف مليون."""
    scale = _SCALES.get(_word(tokens, end))
    if scale is None or scale == number.scale:
        total = number.least + fraction * number.scale
        return Numeral(total, total, end + (scale is not None), 1, None)
    if number.scale > 1:
        return None
    total = (number.least + fraction) * scale
    return Numeral(total, total, end + 1, 1, number.least + fraction)


def _rank_at(tokens: Sequence[Token], place: int) -> Numeral | None:
    """Return a number below a thousand, or one in digits, with the scales that multiply it."""
    word = _word(tokens, place)
    if word in _DUAL_SCALES or _is_dual_here(tokens, place):
        scale = _DUAL_SCALES.get(word) or _DUAL_OR_SINGLE[word]
        return _scaled(tokens, Numeral(Decimal(2 * scale), Decimal(2 * scale), place + 1, scale))
    if word in _SCALES:
        return None if word in _ROUGH else _scaled(tokens, Numeral(Decimal(1), Decimal(1), place))
    if word in _FRACTIONS:
        part = _FRACTIONS[word]
        number = _scaled(tokens, Numeral(part, part, place + 1))
        return number if number.scale > 1 else None
    small = _small_at(tokens, place)
    if small is None:
        return None
    value, end = small
    scaled = _scaled(tokens, Numeral(value, value, end))
    return replace(scaled, factor=value) if scaled.scale > 1 else scaled


def _scaled(tokens: Sequence[Token], number: Numeral) -> Numeral:
    while scale := _SCALES.get(_word(tokens, number.end)):
        value = number.least * scale
        number = Numeral(value, value, number.end + 1, number.scale * scale)
    return number


def _is_dual_here(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether ألفا is the dual: it is so before a noun alone."""
    after = _word(tokens, place + 1)
    return _word(tokens, place) in _DUAL_OR_SINGLE and (
        after in _SCALES or (is_countable(after) and not is_numeral(after))
    )


def _small_at(tokens: Sequence[Token], place: int) -> tuple[Decimal, int] | None:
    """Return a number in digits, or one below a thousand in words, and where it ends."""
    if place < len(tokens) and tokens[place].kind == "number":
        value = digits_value(tokens[place].text)
        return None if value is None else (value, place + 1)
    word = _word(tokens, place)
    if word in _NOUGHT:
        return Decimal(0), place + 1
    hundreds, end = _hundreds_at(tokens, place)
    if not hundreds:
        return _below_hundred(tokens, place)
    lower = _below_hundred(tokens, end + 1) if _word(tokens, end) == "و" else None
    return (hundreds + lower[0], lower[1]) if lower else (Decimal(hundreds), end)


def _hundreds_at(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    word = _word(tokens, place)
    if word in _HUNDREDS:
        return _HUNDREDS[word], place + 1
    if 3 <= _ONES.get(word, 0) <= 9 and _word(tokens, place + 1) in _HUNDRED:
        return _ONES[word] * 100, place + 2
    return 0, place


def _below_hundred(tokens: Sequence[Token], place: int) -> tuple[Decimal, int] | None:
    word, after = _word(tokens, place), _word(tokens, place + 1)
    if word in _BEFORE_TEN and after in _TEN:
        return Decimal(_BEFORE_TEN[word] + 10), place + 2
    tens = _TENS.get(_word(tokens, place + 2)) if after == "و" else None
    if word in _BEFORE_TENS and tens:
        return Decimal(_BEFORE_TENS[word] + tens), place + 3
    value = _TENS.get(word) or _ONES.get(word)
    return (Decimal(value), place + 1) if value else None


def _rough_at(tokens: Sequence[Token], place: int) -> Numeral | None:
    """Return what عشرات, مئات الآلاف or بضعة stand for: a range from twice to ten times."""
    word = _word(tokens, place)
    if word in _FEW:
        least, bound, end = 3, 10, place + 1
        if _word(tokens, end) in _TEN:
            return Numeral(Decimal(13), Decimal(19), end + 1)
    elif word in _ROUGH:
        least, bound, end = 2, 10, place
    else:
        return None
    scale = 1
    while (step := _ROUGH.get(_word(tokens, end), 0)) > (scale if scale > 1 else 0):
        scale, least, bound, end = step, least * step, bound * step, end + 1
    return Numeral(Decimal(least), Decimal(bound - 1), end, scale)


def _word(tokens: Sequence[Token], place: int) -> str:
    return _bare(tokens[place].text) if place < len(tokens) else ""


def _bare(word: str) -> str:
    """Return a numeral without its article; other words as they are."""
    if word in _NO_NUMBER or word in _ALL or not word.startswith("ال"):
        return word
    return word[2:] if word[2:] in _ALL else word
