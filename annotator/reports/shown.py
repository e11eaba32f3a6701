"""How figures and names are written in a report, whatever their direction and its own.

Names are typed by people: what would break a line, cannot be encoded or would reorder the words
around it does not come through.
"""

from typing import Final

import regex

from annotator.core.behind import Behind
from annotator.core.intervals import Interval
from annotator.reports.parts import Cell
from annotator.reports.words import Words

_UNSHOWABLE: Final = regex.compile(
    r"[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028-\u202e\u2066-\u2069]"
)
_LONGEST: Final = 400


def name(typed: str, longest: int = _LONGEST) -> str:
    """Return what somebody typed on one line, isolated from the words around it."""
    line = _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", " ".join(typed.split()))
    if len(line) > longest:
        line = line[: longest - 1] + "…"
    return f"\u2068{line}\u2069"


def whole(number: int) -> str:
    """Return a count."""
    return f"{number:,}"


def share(figure: float) -> str:
    """Return a figure from 0 to 1, or kappa."""
    return decimal(figure, 3)


def decimal(figure: float, decimals: int, *, is_signed: bool = False) -> str:
    """Return a figure with so many decimals; if ``is_signed``, what is not below 0 has a plus.

    What would be written as 0 is never below it.
    """
    return f"\u2066{figure:{'+' if is_signed else ''}z,.{decimals}f}\u2069"


def tenths(figure: float) -> str:
    """Return a figure with one decimal."""
    return f"{figure:,.1f}"


def interval_text(interval: Interval, decimals: int = 3) -> str:
    """Return where a figure lies."""
    return f"\u2066{interval.low:,.{decimals}f} – {interval.high:,.{decimals}f}\u2069"


def named(typed: str, behind: Behind | None = None, colour: str = "") -> Cell:
    """Return a cell with a name."""
    return Cell(name(typed), behind, is_number=False, colour=colour)


def said(text: str, behind: Behind | None = None, tip: str = "") -> Cell:
    """Return a cell with words of ours."""
    return Cell(text, behind, tip, is_number=False)


def counted(number: int, behind: Behind | None = None, tip: str = "") -> Cell:
    """Return a cell with a count; nothing stands behind 0."""
    return Cell(whole(number), behind if number else None, tip)


def seconds(value: float | None, words: Words, behind: Behind | None = None) -> Cell:
    """Return a cell with a time; a dash where none was measured."""
    return dash(words, "no time") if value is None else Cell(tenths(value), behind)


def estimate(
    value: float | None,
    within: Interval | None,
    words: Words,
    why_none: str,
    behind: Behind | None = None,
    decimals: int = 3,
) -> Cell:
    """Return a cell with a figure, and with where it lies or a dash that tells why none knows."""
    if value is None:
        return dash(words, why_none)
    text = decimal(value, decimals)
    if within is None:
        return Cell(text, behind, words.say("no interval"), within=words.say("dash"))
    return Cell(text, behind, within=interval_text(within, decimals))


def more_or_less(value: float, within: Interval | None, words: Words, decimals: int) -> Cell:
    """Return a cell with a difference, and with where it lies, likewise."""
    text = decimal(value, decimals, is_signed=True)
    if within is None:
        return Cell(text, tip=words.say("no interval"), within=words.say("dash"))
    low, high = (decimal(one, decimals, is_signed=True) for one in within)
    return Cell(text, within=f"\u2066{low} … {high}\u2069")


def dash(words: Words, why: str) -> Cell:
    """Return a cell without a figure that tells why there is none."""
    return Cell(words.say("dash"), tip=words.say(why))
