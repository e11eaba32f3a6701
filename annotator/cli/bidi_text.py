"""Arabic for terminals that neither join letters nor reorder lines.

What comes out is for eyes only: it is cut into lines, joined and reordered, and no offset fits
it any more.  ``show --bidi`` alone may use it; whatever else draws text does all this itself.

python-bidi gives the order, but neither mirrors brackets nor keeps marks behind their letters
(rules L4 and L3 of UAX #9) nor tells what went where.  So each letter that needs it travels as
one character with a number of two invisible tags, which come out of a right-to-left run in the
opposite order.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category, east_asian_width, mirrored

import regex

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_LETTER = regex.compile(r"\X")
_WORD = regex.compile(r"(?:\S|[\u00a0\u2007\u202f])+")
_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What steers the order of others and is nothing itself."""

# Tag characters: of class BN, which takes the level of what stands before it.
_FIRST_TAGS = [chr(code) for code in range(0xE0020, 0xE0040)]
_SECOND_TAGS = [chr(code) for code in range(0xE0040, 0xE0080)]
_CARRIED = regex.compile(
    "(.)([\U000e0020-\U000e003f])([\U000e0040-\U000e007f])"
    "|([\U000e0040-\U000e007f])([\U000e0020-\U000e003f])(.)",
    regex.DOTALL,
)
_STRAY = regex.compile("[\U000e0000-\U000e007f]")
LONGEST_LINE = len(_FIRST_TAGS) * len(_SECOND_TAGS)
"""So many letters can be numbered; no terminal is that wide."""

_STRONG = {"L": "\u200e", "R": "\u200f", "AL": "\u061c"}
"""For each strong class an invisible character of it."""
_NEAR = 1000
"""How far a strong character is looked for on the lines before and after."""


def visual_lines(paragraph: str, width: int, base: str | None) -> list[str]:
    """Cut a paragraph to ``width`` cells and put each line into the order in which it is seen.

    ``base`` is ``R`` for right to left (such lines end at the right edge), ``L``, or ``None``
    for what the first strong letter says.  There are no line breaks or tabs in a paragraph.
    """
    base = base or _first_strong(paragraph)
    lines = []
    for start, end in _cut(paragraph, max(1, min(width, LONGEST_LINE))):
        before = _strong_in(reversed(paragraph[max(0, start - _NEAR) : start]), base)
        after = _strong_in(paragraph[end : end + _NEAR], base)
        line = _reordered(_joined(paragraph[start:end]), base, before, after)
        lines.append(" " * (width - cells(line)) + line if base == "R" else line)
    return lines


def visual(piece: str, base: str | None = None) -> str:
    """Put a short piece of text, which stands in a left-to-right line, into visual order."""
    base = base or _first_strong(piece)
    return _reordered(_joined(piece[:LONGEST_LINE]), base, _STRONG[base], _STRONG[base])


def cells(text: str) -> int:
    """Return how many cells of a terminal ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


@cache
def _cells_of(character: str) -> int:
    if category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1


def _first_strong(text: str) -> str:
    strong = next((bidirectional(c) for c in text if bidirectional(c) in _STRONG), "L")
    return "L" if strong == "L" else "R"


def _strong_in(characters: Iterator[str] | str, base: str) -> str:
    """Return a mark of the class of the first strong character, or of the base direction.

    The neighbours on other lines decide how digits and punctuation at the edge behave.
    """
    classes = map(bidirectional, characters)
    return _STRONG[next((strong for strong in classes if strong in _STRONG), base)]


def _cut(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of ``text``, cut at spaces, or within words that are too long."""
    start = end = used = 0
    for piece_start, piece_end in _pieces(text, width):
        gap = cells(text[end:piece_start]) if used else 0
        size = cells(text[piece_start:piece_end])
        if used and used + gap + size > width:
            yield start, end
            used = gap = 0
        if not used:
            start = piece_start
        used += gap + size
        end = piece_end
    if end > start:
        yield start, end


def _pieces(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the words of ``text``, and what does not fit a line in parts that do."""
    for word in _WORD.finditer(text):
        start, used = word.start(), 0
        if cells(word[0]) > width:
            for letter in _LETTER.finditer(text, *word.span()):
                size = cells(letter[0])
                if used and used + size > width:
                    yield start, letter.start()
                    start, used = letter.start(), 0
                used += size
        yield start, word.end()


@cache
def _reshaper() -> "ArabicReshaper":
    from arabic_reshaper import ArabicReshaper

    # Of its ligatures only lam-alef, which all Arabic has; the others hide letters.
    return ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})


def _joined(text: str) -> str:
    """Return ``text`` with each Arabic letter in the form that its neighbours ask for."""
    return str(_reshaper().reshape(text))


def _reordered(text: str, base: str, before: str, after: str) -> str:
    """Return a line in the order in which it is seen, between two invisible neighbours."""
    from bidi import get_display

    letters: list[str] = []
    carriers = [before]
    for letter in _LETTER.findall(_STRAY.sub("", text)):
        if len(letter) == 1 and not mirrored(letter):
            carriers.append(letter)
            continue
        first, second = divmod(len(letters), len(_SECOND_TAGS))
        carriers.append(letter[0] + _FIRST_TAGS[first] + _SECOND_TAGS[second])
        letters.append(letter)
    seen = get_display("".join([*carriers, after]), base_dir=base)
    restored = _CARRIED.sub(lambda match: _restored(match, letters), seen)
    return "".join(character for character in restored if character not in _CONTROLS)


def _restored(match: "regex.Match[str]", letters: list[str]) -> str:
    """Return the letter that a character with its number stands for."""
    from bidi.mirror import MIRRORED

    leftward = match[1] is None
    first, second = (match[5], match[4]) if leftward else (match[2], match[3])
    number = _FIRST_TAGS.index(first) * len(_SECOND_TAGS) + _SECOND_TAGS.index(second)
    letter = letters[number]
    return MIRRORED.get(letter[0], letter[0]) + letter[1:] if leftward else letter
